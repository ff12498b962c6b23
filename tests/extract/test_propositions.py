"""What Ja and Nej stand for, in the words of the minutes."""

from __future__ import annotations

import pytest

from protokollgraf.extract.facts import VotingProposition
from protokollgraf.extract.lines import Block
from protokollgraf.extract.names import names_in
from protokollgraf.extract.people import People
from protokollgraf.extract.propositions import means_in, side_of
from protokollgraf.tests.extract.minutes import extracted, found, minutes

RESULT = "\nOmröstningen utfaller med 7 ja mot 4 nej."


@pytest.mark.parametrize(
    ("sentence", "yes", "no"),
    [
        ("Ja-röst för kommunstyrelsens förslag, nej-röst för avslag.", "kommunstyrelsens förslag", "avslag"),
        ('Godkänd proposition: "Ja för bifall till Elin Eks yrkande. Nej för bifall till yrkandet från V m fl."',
         "bifall till Elin Eks yrkande", "bifall till yrkandet från V m fl"),
        ("Ja för avslag och Nej för bifall till tilläggsyrkandet från SD.", "avslag",
         "bifall till tilläggsyrkandet från SD"),
        ("Nej för bifall till återremissyrkandet från Erik Alm (M).", "",
         "bifall till återremissyrkandet från Erik Alm (M)"),
        ("Ja-röst innebär att ärendet avgörs i dag, nej-röst återremiss.", "ärendet avgörs i dag", "återremiss"),
        ("Ja-röst: bifall till planen. Nej-röst: avslag.", "bifall till planen", "avslag"),
        ("JA = avslag på motionen", "avslag på motionen", ""),
        ("Ja = ordförandens förslag, Nej = Elin Eks yrkande.", "ordförandens förslag", "Elin Eks yrkande"),
        ("JA-röst till att ärendet avgörs idag.", "ärendet avgörs idag", ""),
        ("Ja: majoritetens förslag. Nej: Elin Eks yrkande.", "majoritetens förslag", "Elin Eks yrkande"),
        ("Ja betyder bifall och nej betyder avslag.", "bifall", "avslag"),
        ("Ja-röst avges för förslaget medan nej-röst avges för motionen.", "förslaget", "motionen"),
        ("Votering genom handuppräckning: ja för att avgöra idag, nej för återremiss.", "avgöra idag", "återremiss"),
        ("Ja för bilaga A, nej för bilaga B.", "bilaga A", "bilaga B"),
        ("Ja-röst till förmån för planen, nej-röst till förmån för parken.", "planen", "parken"),
        ("Den som vill bifalla planen röstar ja, den som vill avslå den röstar nej.", "bifalla planen", "avslå den"),
        ("Den som vill att ärendet avgörs i dag röstar ja.", "ärendet avgörs i dag", ""),
        ("De som stödjer Elin Eks förslag röstar nej.", "", "stödjer Elin Eks förslag"),
        ("Den som röstar för liggande förslag röstar ja och den som röstar för parken röstar nej.",
         "liggande förslag", "parken"),
        ("Den som bifaller förslaget ska rösta ja och den som avslår det ska rösta nej.", "bifaller förslaget",
         "avslår det"),
        ("Ja röstar den som vill bifalla planen, nej röstar den som vill avslå den.", "bifalla planen", "avslå den"),
        ("Den som vill bifalla planen röstar ja, den det ej vill röstar nej. Vinner nej har styrelsen avslagit planen.",
         "bifalla planen", "styrelsen avslagit planen"),
        ("6 ja-röster för styrelsens förslag, 5 nej-röster för Elin Eks yrkande och en nedlagd röst.",
         "styrelsens förslag", "Elin Eks yrkande"),
        ("Ja (arbetsutskottets förslag): Elin Ek och Erik Alm.", "arbetsutskottets förslag", ""),
        ("Med 7 ja-röster för planen och 6 nej-röster för parken beslutar styrelsen enligt förslaget.", "planen",
         "parken"),
        # looks alike
        ("Ja röstar Elin Ek (S). Nej röstar Erik Alm (M).", "", ""),
        ("Ja: Elin Ek (S), Erik Alm (M)", "", ""),
        ("Ja-röster (2): Elin Ek (S), Erik Alm (M)", "", ""),
        ("Ja-röster: Ek, Alm och Lindal", "", ""),
        ("Med 7 ja-röster mot 4 nej-röster antas förslaget.", "", ""),
        ("Ja, planen antas. Nej, motionen avslås.", "", ""),
        ("Elin Ek säger ja till livet.", "", ""),
        ("Den som kommer först får mat.", "", ""),
        ("Elin Ek (S) röstar ja.", "", ""),
        ("", "", ""),
    ],
)  # fmt: skip
def test_means_in(sentence: str, yes: str, no: str) -> None:
    people = People(list(names_in(sentence)))
    means = {one.choice: one.words for one in means_in(Block(0, len(sentence), sentence), people)}
    assert (means.get("yes", ""), means.get("no", "")) == (yes, no)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Votering begärs. Ja-röst för bifall, nej-röst för avslag." + RESULT, [(1, "bifall", "avslag")]),
        ("Votering begärs.\n\nJA-röst till bifall.\n\nNEJ-röst till avslag.\n\nVotering" + RESULT,
         [(1, "bifall", "avslag")]),
        ("Votering\nSex ja-röster för planen och fem nej-röster för parken.", [(1, "planen", "parken")]),
        ("Votering 1\nJa för avgörande i dag, nej för återremiss." + RESULT
         + "\n\nVotering 2\nJa för bifall, nej för avslag.\n6 ja och 5 nej.",
         [(1, "avgörande i dag", "återremiss"), (2, "bifall", "avslag")]),
        ("Votering 1\n7 ja och 4 nej.\n\nVotering 2\nJa för bifall, nej för avslag.\n6 ja och 5 nej.",
         [(2, "bifall", "avslag")]),
        ("Votering\nMed 7 ja mot 4 nej antas planen. Ja-röst innebar bifall till planen.",
         [(1, "bifall till planen", "")]),
        ("Votering begärs. Ja-röst för bifall, nej-röst för avslag. Begäran dras tillbaka.", []),  # no votering
        ("Votering" + RESULT, []),
    ],
)  # fmt: skip
def test_each_votering_has_its_own_proposition(body: str, expected: list[tuple[int, str, str]]) -> None:
    assert found(body, VotingProposition) == expected


def test_the_words_are_the_evidence() -> None:
    body = "Votering begärs. Ja-röst för bifall, nej-röst för avslag." + RESULT
    facts = [fact for fact in extracted(minutes(body)).facts if isinstance(fact, VotingProposition)]
    assert [fact.evidence.words for fact in facts] == ["Ja-röst för bifall, nej-röst för avslag"]


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Nämnden beslutar enligt Elin Eks yrkande.", "yes"),
        ("Nämnden beslutar enligt förvaltningens förslag.", "no"),
        ("Nämnden bifaller.", ""),  # either way something is
        ("Elin Eks yrkande ställs mot förvaltningens förslag.", ""),
        ("Nämnden beslutar enligt Erik Alms yrkande.", ""),
        ("", ""),
    ],
)
def test_side_of(words: str, side: str) -> None:
    means = {"yes": "bifall till Elin Eks yrkande", "no": "bifall till förvaltningens förslag"}
    assert side_of(words, means) == side


def test_one_side_alone_is_told_from_nothing() -> None:
    assert side_of("Nämnden beslutar enligt Elin Eks yrkande.", {"yes": "Elin Eks yrkande"}) == ""
