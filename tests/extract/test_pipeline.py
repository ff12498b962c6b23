from __future__ import annotations

from dataclasses import fields
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protokollgraf.errors import NotMinutesError
from protokollgraf.extract.facts import Attendance, Ballot, Fact, Meeting, Minutes, Reading
from protokollgraf.extract.names import names_in
from protokollgraf.extract.pipeline import extract, pipeline
from protokollgraf.tests.extract.minutes import FRONT, extracted, facts, minutes, reading

SAMPLE = f"""{FRONT}Utses att justera: Erik Alm
Paragrafer: 5-7

Dagordning
1. Mötets öppnande
2. Ny lekplats
Information av Hanna Gren
Handlingar: Karta
3. Mötets avslutande

§ 5 Mötets öppnande

Ordföranden öppnar mötet. Nils Holmfelt (V) anmäler jäv i § 6.

§ 6 Ny lekplats vid ån
Dnr KS 2031/45

Kommunstyrelsens beslut
1. Planen antas.
2. Kommunchefen får i uppdrag att senast den 1 juni 2031 ta fram en budget.

Förslag till beslut
Planen antas.

Yrkanden
Elin Ek (S) yrkar bifall. Erik Alm (M) och Eva Rönn (SD) yrkar avslag.

Omröstning
Ja-röst för planen, nej-röst för avslag.
Namn          Parti  Ja  Nej
Elin Ek       S      X
Erik Alm      M          X

Med 1 ja-röst mot 1 nej-röst antas planen.
Ja: Elin Ek (S)
Nej: Erik Alm (M)

Reservation
Erik Alm (M) reserverar sig mot beslutet. Moderaterna lämnar en protokollsanteckning.

Tidigare behandling
Arbetsutskottet 2031-02-11, § 14. Enligt SOU 2029:12 och lagen (2029:725), prop. 2029/30:11.

Handlingar
- Karta över Ekby kommun
- Avtal med Ekby Bygg AB och Region Ekdal, Olof Stjern, VD

§ 7 Mötets avslutande

Ordföranden tackar. Informationen läggs till handlingarna.

Vid protokollet
Karin Björk

Justeras
Elin Ek    Erik Alm

Bilaga 1
Plats
Ledamot
1
Ek, Elin
Elin Ek S 1 Ledamot
Ja
"""
LINES = SAMPLE.split("\n")
HOSTILE = [
    "<img src=x onerror=alert(1)>",
    '"; DROP GRAPH <x> #',
    "Elin <b>Ek</b> (S), \"'`${x}",
    "<https://ekby.example/> a pg:Person .",
    "=HYPERLINK(1)",
    "\x00\x07\ufffd\u202e",
    "((((((((((§§§§§§ 1-2-3-4",
    "§ 99999999999999999999",
    "Ja Nej Avstår X | x | X",
    "ÅÄÖ" * 60,
    "Elin Elin Elin Elin Elin Elin Elin",
]


def check(reading_: Reading) -> Minutes | None:
    """What holds for every text; None when it is no minutes."""
    try:
        found = extract(reading_)
    except NotMinutesError as error:
        assert reading_.source in str(error)
        assert "\n" not in str(error)
        return None
    text = reading_.text
    for fact in found.facts:
        here = fact.evidence
        assert 0 <= here.start <= here.end <= len(text)
        assert here.words == text[here.start : here.end]
        assert 1 <= here.page <= len(reading_.pages)
        assert here.rule
        for field in fields(fact):
            value = getattr(fact, field.name)
            assert not isinstance(value, str) or (value == value.strip() and "\n" not in value), (fact, field.name)
    assert sum(isinstance(fact, Meeting) for fact in found.facts) == 1
    return found


def test_the_steps_fit_together() -> None:
    analysis = pipeline().analyze_pipes()
    assert analysis is not None
    problems = analysis["problems"]
    assert problems and not any(problems.values()), problems


def test_the_sample_has_facts_of_every_kind() -> None:
    found = check(reading(SAMPLE))
    assert found is not None
    assert {type(fact) for fact in found.facts} == set(get_args(Fact))


def test_every_kind_of_fact_says_where_it_stands() -> None:
    assert all("evidence" in {field.name for field in fields(kind)} for kind in get_args(Fact))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "Pannkakor\n\nVispa ihop 3 ägg, 6 dl mjölk och 3 dl mjöl.",
        "§ 5",
        "Protokoll",
        "Beslut om protokoll fattas i maj.",  # their words, but no paragraf and nobody present
        "§ 5 Köpelagen\n\nVaran ska vara felfri.",  # paragrafs, but none of their words
    ],
)
def test_what_is_no_minutes(text: str) -> None:
    with pytest.raises(NotMinutesError, match=r"2031-03-04-ekby\.txt"):
        extract(reading(text))


@pytest.mark.parametrize(
    "text",
    [
        minutes("Ord."),
        FRONT,  # a title page alone
        "Protokoll\n\n§ 5 Ny lekplats\n\nBeslut\nPlanen antas.",
    ],
)
def test_what_is_minutes(text: str) -> None:
    assert check(reading(text)) is not None


def test_the_reading_is_handed_on() -> None:
    source = reading(SAMPLE)
    assert extract(source).reading is source


def test_pages() -> None:
    pages = (0, SAMPLE.index("§ 6"), SAMPLE.index("§ 7 "))
    found = check(reading(SAMPLE, pages=pages))
    assert found is not None
    for fact in found.facts:
        assert fact.evidence.page == sum(page <= fact.evidence.start for page in pages)


def test_twice_the_same() -> None:
    assert extract(reading(SAMPLE)) == extract(reading(SAMPLE))


def test_one_document_leaves_nothing_for_the_next() -> None:
    before = extract(reading(SAMPLE))
    extract(reading(SAMPLE.replace("Elin Ek", "Olof Stjern").replace("Ekby", "Almby")))
    assert extract(reading(SAMPLE)) == before


@pytest.mark.parametrize("kind", get_args(Fact), ids=lambda kind: str(kind.__name__))
def test_facts_of_a_kind_stand_in_the_order_of_the_items(kind: type) -> None:
    numbers = [fact.item for fact in extracted(SAMPLE).facts if isinstance(fact, kind) and hasattr(fact, "item")]
    assert numbers == sorted(numbers)


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("place", ["list", "item", "yrkande", "ballot", "signature", "title"])
def test_hostile_words_do_no_harm(hostile: str, place: str) -> None:
    where = {
        "list": ("Erik Alm (M), vice ordförande\n", f"Erik Alm (M), vice ordförande\n{hostile}\n"),
        "item": ("Planen antas.\n2.", f"Planen antas. {hostile}\n2."),
        "yrkande": ("Elin Ek (S) yrkar", f"{hostile} yrkar"),
        "ballot": ("Ja: Elin Ek (S)", f"Ja: {hostile}"),
        "signature": ("Karin Björk\n\nJusteras", f"{hostile}\n\nJusteras"),
        "title": ("Ny lekplats vid ån", hostile),
    }[place]
    text = SAMPLE.replace(*where)
    assert text != SAMPLE
    found = check(reading(text))
    assert found is not None
    people = [fact.person for fact in found.facts if isinstance(fact, Attendance | Ballot)]
    assert not any(set(person) & set('<>"=;/$`|\x00') for person in people)
    assert {"Elin Ek", "Erik Alm", "Sara Lindal"} <= set(people)


def test_the_order_of_the_list_is_that_of_the_minutes() -> None:
    rows = [str(row[0]) for row in facts(SAMPLE, Attendance)]
    assert rows == sorted(rows, key=lambda name: SAMPLE.index(name))


SPOILED = st.one_of(
    st.sampled_from(LINES),
    st.sampled_from(HOSTILE),
    st.sampled_from(LINES).flatmap(lambda line: st.integers(0, len(line)).map(lambda at: line[at:])),
    st.sampled_from(LINES).flatmap(lambda line: st.integers(0, len(line)).map(lambda at: line[:at])),
    st.sampled_from(LINES).map(str.upper),
    st.text(alphabet='EÅåek §()-.:,1X\t|*#_<>"”', max_size=40),
)


def spoil(changes: list[tuple[int, int, str]]) -> str:
    """The sample with lines replaced, put in, and taken out."""
    lines = list(LINES)
    for at, way, line in changes:
        at %= len(lines) + 1
        lines[at : at + way] = [line] if line or way == 0 else []
    return "\n".join(lines)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 6), SPOILED), max_size=12))
def test_spoiled_minutes(changes: list[tuple[int, int, str]]) -> None:
    source = reading(spoil(changes))
    assert check(source) == check(source)


@settings(max_examples=40, deadline=None)
@given(st.permutations(LINES), st.integers(0, len(LINES)))
def test_shuffled_minutes(lines: list[str], cut: int) -> None:
    check(reading("\n".join(lines[cut:])))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(SAMPLE)), st.integers(0, len(SAMPLE)), st.lists(st.integers(0, len(SAMPLE)), max_size=4))
def test_torn_minutes(start: int, end: int, edges: list[int]) -> None:
    text = SAMPLE[min(start, end) : max(start, end)]
    cuts = sorted({edge for edge in edges if edge < len(text)})
    spans = tuple(zip(cuts[::2], cuts[1::2], strict=False))
    check(reading(text, pages=(0, *(cut for cut in cuts if cut)), furniture=spans))


@settings(max_examples=30, deadline=None)
@given(st.permutations([line for line in FRONT.split("\n") if "(" in line]))
def test_people_do_not_depend_on_the_order_of_the_list(lines: list[str]) -> None:
    head = FRONT[: FRONT.index("Elin Ek")]
    text = f"{head}{chr(10).join(lines)}\n\n§ 5 Ny lekplats\n\nBeslut\nPlanen antas.\n"
    names = sorted(str(row[0]) for row in facts(text, Attendance))
    assert names == ["Elin Ek", "Erik Alm", "Eva Rönn", "Nils Holmfelt", "Sara Lindal"]
    for name in names:
        assert [again.text for again in names_in(name, listed=True)] == [name]
