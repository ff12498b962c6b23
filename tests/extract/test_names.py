from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokollgraf.extract.names import names_in
from protokollgraf.extract.party_marks import party_code
from protokollgraf.tests.extract.minutes import wrong

Found = list[tuple[str, str]]


def names(text: str, *, known: set[str] | None = None, listed: bool = False) -> Found:
    return [(name.text, name.party) for name in names_in(text, known=known or set(), listed=listed)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Elin Ek (S) och Erik Alm (M) yrkar bifall.", [("Elin Ek", "S"), ("Erik Alm", "M")]),
        ("Ordföranden Elin Ek öppnar mötet.", [("Elin Ek", "")]),
        ("Elin Ek(S)", [("Elin Ek", "S")]),
        ("Elin Ek, (s)", [("Elin Ek", "S")]),
        ("Elin Ek [M]", [("Elin Ek", "M")]),
        ("Elin Ek (EKBP)", [("Elin Ek", "EKBP")]),  # a local party
        ("Elin Ek (-)", [("Elin Ek", "")]),
        ("Elin Ek (ordf)", [("Elin Ek", "")]),  # a role, no party
        ("Elin Ek (nyval)", [("Elin Ek", "")]),
        ("Elin De Ek (S)", [("Elin De Ek", "S")]),
        ("Elin Ek (jäv)", [("Elin Ek", "")]),
        ("Elin Ek (politisk vilde)", [("Elin Ek", "")]),
        ("Ann-Marie Ek-Alm (C)", [("Ann-Marie Ek-Alm", "C")]),
        ("Per-Olof Ek", [("Per-Olof Ek", "")]),
        ("Karl von Ek (KD)", [("Karl von Ek", "KD")]),
        ("Karl af Ek och Elin de la Alm", [("Karl af Ek", ""), ("Elin de la Alm", "")]),
        ("Elin K. Ek (L)", [("Elin K. Ek", "L")]),
        ("Elin Maria Ek Alm (V)", [("Elin Maria Ek Alm", "V")]),
        ("ELIN EKSTIG (S)", [("Elin Ekstig", "S")]),
        wrong("ELIN EK (S)", [("Elin Ek", "S")], reason="a short surname in capitals is taken for a party"),
        ("Elin O'Alm", [("Elin O'Alm", "")]),
        ("Zeynep Öztok (MP)", [("Zeynep Öztok", "MP")]),
        ("Łukasz Źrek (MP)", [("Łukasz Źrek", "MP")]),
        ("Qvixo Ek (S)", [("Qvixo Ek", "S")]),  # a given name that no list has: its party says it
        ("Qvixo Ek talar.", []),
        ("Till justerare utses Qvixo Ek.", [("Qvixo Ek", "")]),
        ("kommunchefen Qvixo Ek informerar", [("Qvixo Ek", "")]),
        ("Per-Olof De Ek anmäler jäv.", [("Per-Olof De Ek", "")]),
        ("Nils J:son Ek anmälde jäv.", [("Nils J:son Ek", "")]),
        ("Karl-G. Ek (SD) yrkar", [("Karl-G. Ek", "SD")]),
        ("Stig Alm påpekar att Dag Ek och Elin Ek anmäler jäv.", [("Stig Alm", ""), ("Dag Ek", ""), ("Elin Ek", "")]),
        ("Kommunchef Dag Ek informerar.", [("Dag Ek", "")]),
        ("Elin Ek (S), Qvixo Alm och Erik Lind (M)", [("Elin Ek", "S"), ("Qvixo Alm", ""), ("Erik Lind", "M")]),
    ],
)
def test_names_in_running_text(text: str, expected: Found) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Kommunstyrelsen beslutar.",
        "Ekby kommun och Region Ekdal",
        "Elin tackade Erik.",  # given names alone
        "Maj Ek",  # a month
        "Den Ek som fälls (S)",
        "Per Capita",
        "Elin Ek-gatan",
        "Erik Alms gata 3",
        "Erik Alms väg och Erik Alms torg",
        "Erik Alms minnesfond",
        "Nya Vägen (S)",
        "Socialnämnden (SN)",
        "Bilaga Ek",
        "Sveriges Kommuner och Regioner (SKR)",
        "Budget 2031 (M)",
        "Stig Alm byggs ut",  # a path
        "Dag Ek mäts",
        "Elin Wa11ek",  # a word that went wrong in OCR
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Elin Eks förslag", "Elin Ek"),
        ("Elin Ek förslag", "Elin Ek"),
        ("Qvixo Eks förslag", "Qvixo Ek"),
        ("Ek Qvixo föreslog", "Qvixo Ek"),  # the surname first, as in Finland
        ("Qvixo Ek yrkar bifall.", "Qvixo Ek"),
        ("Maj Ek yrkar bifall.", "Maj Ek"),  # the given name is a word too, but the person is known
        ("Elin Åhs yrkande", "Elin Åhs"),  # a surname that ends with s
    ],
)
def test_known_names(text: str, expected: str) -> None:
    assert names(text, known={"Elin Ek", "Qvixo Ek", "Maj Ek", "Elin Åhs"}) == [(expected, "")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Qvixo Ek", [("Qvixo Ek", "")]),
        ("Qvixo Ek (S), ordförande", [("Qvixo Ek", "S")]),
        ("Ordförande Qvixo Ek", [("Qvixo Ek", "")]),
        ("Maj Ek, Qvixo Alm", [("Maj Ek", ""), ("Qvixo Alm", "")]),
        ("Ekby kommun", []),
        ("Region Ekdal", []),
        ("Vård- och omsorgsnämnden", []),
        ("Räddningstjänstförbundet Ekdal", []),
        ("Ekdals län", []),
        ("Region Ekdal Almdal", []),  # the region's name goes on
        ("avdelningen Region Ekdal Elin Ek", [("Elin Ek", "")]),
        ("Socialdemokraterna", []),
        ("VAKANT", []),
        ("§ 5 kl. 13.00", []),
        ("Jabir al-Rashid (S)", [("Jabir al-Rashid", "S")]),
        ("Barnahus Ekby län", []),
    ],
)
def test_names_in_lists(text: str, expected: Found) -> None:
    assert names(text, listed=True) == expected


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("S", "S"),
        ("s", "S"),
        (" sd ", "SD"),
        ("EKBP", "EKBP"),
        ("-", ""),
        ("–", ""),
        ("ordf", ""),
        ("ers", ""),
        ("obunden", ""),
        ("vilde", ""),
        ("", ""),
    ],
)
def test_party_code(printed: str, code: str) -> None:
    assert party_code(printed) == code


PIECES = st.sampled_from(
    [
        "Elin",
        "Erik",
        "Qvixo",
        "Maj",
        "Ek",
        "Alm",
        "Eks",
        "von",
        "af",
        "de",
        "(S)",
        "(m)",
        "(-)",
        ",",
        "och",
        ".",
        "Ekby",
        "kommun",
        "utses",
        "väg",
        "K.",
        "ELIN",
        "EK",
        "Åsa-Lo",
        "(",
        ")",
        "§",
        "5",
    ]
)


@given(st.lists(PIECES, max_size=14).map(" ".join), st.integers(0, 9), st.booleans())
def test_names_stand_where_they_say_and_are_names_themselves(text: str, offset: int, listed: bool) -> None:
    last = offset
    for name in names_in(text, offset, listed=listed):
        assert last <= name.start < name.end <= name.after <= offset + len(text)
        last = name.after
        printed = text[name.start - offset : name.end - offset]
        assert printed.casefold() == name.text.casefold()


GIVEN = st.sampled_from(["Elin", "Erik", "Ann-Marie", "Per-Olof", "Zeynep"])
SURNAME = st.sampled_from(
    ["Ek", "Almgren", "von Ek", "af Almgren", "Ek-Almgren", "O'Alm", "Öztok", "Ek Almgren", "Åhs"]
)
PARTY = st.sampled_from(["", "S", "SD", "EKBP"])


@given(st.lists(st.tuples(GIVEN, SURNAME, PARTY), min_size=1, max_size=5), st.sampled_from([", ", " och ", "; "]))
def test_names_are_found_whole_one_by_one_and_again(people: list[tuple[str, str, str]], between: str) -> None:
    expected = [(f"{first} {last}", party) for first, last, party in people]
    text = between.join(f"{name} ({party})" if party else name for name, party in expected)
    for listed in (False, True):
        assert names(text, listed=listed) == expected
        for name, _ in expected:
            assert names(name, listed=listed) == [(name, "")]
