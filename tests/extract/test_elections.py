"""Elections, and the seats elsewhere that people are said to hold."""

from __future__ import annotations

import pytest

from protokollgraf.extract.facts import Affiliation
from protokollgraf.tests.extract.minutes import facts, minutes

SOLE = "Ekby Energi AB"


def seats(body: str) -> list[tuple[str, str]]:
    """(person, role) of the affiliations with the company."""
    found = facts(minutes(body), Affiliation)
    return [(str(row[0]), str(row[1])) for row in found if row[2] == SOLE]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"Elin Ek (S) utses till ombud vid {SOLE}.", [("Elin Ek", "ombud")]),
        (f"att välja Elin Ek (S) till lekmannarevisor i {SOLE}", [("Elin Ek", "lekmannarevisor")]),
        (
            f"Elin Ek (S) och Erik Alm (M) väljs till ledamöter i {SOLE}.",
            [("Erik Alm", "ledamot"), ("Elin Ek", "ledamot")],
        ),
        (
            f"Kommunstyrelsen utser Elin Ek (S) till ordinarie ledamot och Erik Alm (M) till ersättare i {SOLE}.",
            [("Erik Alm", "ersättare"), ("Elin Ek", "ledamot")],
        ),
        (
            f"att välja Elin Ek (S) till revisor i {SOLE} med Erik Alm (M) som suppleant.",
            [("Erik Alm", "suppleant"), ("Elin Ek", "revisor")],
        ),
        (f"Till ledamot i {SOLE} utses Elin Ek (S) efter Erik Alm (M).", [("Elin Ek", "ledamot")]),
        (
            f"Nämnden, där Sara Lindal (C) satt, utser Elin Ek (S) till ledamot i {SOLE} i stället för Erik Alm (M).",
            [("Elin Ek", "ledamot")],
        ),
        (f"Nämnden väljer Elin Ek (S) till ordförande. {SOLE} har svarat.", []),
        (f"Elin Ek (S) yrkar att frågan lämnas till {SOLE}.", []),
        (f"Ombud vid {SOLE} utses i mars. Elin Ek (S) informerar.", []),
        (f"Elin Ek (S) anmäler jäv i egenskap av styrelseledamot i {SOLE}.", [("Elin Ek", "styrelseledamot")]),
        (f"Elin Ek (S), som är ordförande i {SOLE}, deltar på grund av jäv inte.", [("Elin Ek", "ordförande")]),
        (f"Elin Ek (S) frågar. Den som är ordförande i {SOLE} svarar.", []),
        (f"a) Elin Ek (S) till ledamot i {SOLE} efter Erik Alm,", [("Elin Ek", "ledamot")]),
        (f"med Elin Ek som kontaktperson vid {SOLE}", []),
        (f"Elin Ek (S) lämnar över till Erik Alm (M) eftersom hon är kassör i {SOLE}.", [("Elin Ek", "kassör")]),
    ],
)
def test_elections(body: str, expected: list[tuple[str, str]]) -> None:
    assert seats(body) == expected


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        (f"Val av ledamot i {SOLE}", "Elin Ek (S) väljs till ledamot efter Erik Alm (M).", [("Elin Ek", "ledamot")]),
        (f"Fyllnadsval till {SOLE}", "att till ersättare utse Elin Ek (S)", [("Elin Ek", "ersättare")]),
        (
            f"Ombud till {SOLE}s stämma",
            "att utse Elin Ek (S) till ombud med Erik Alm (M) som ersättare",
            [("Erik Alm", "ersättare"), ("Elin Ek", "ombud")],
        ),
        (f"Rapport från {SOLE}", "Elin Ek (S) utses till ordförande.", []),  # no election to the company
    ],
)
def test_the_title_says_to_what(title: str, body: str, expected: list[tuple[str, str]]) -> None:
    found = facts(minutes(f"Beslut\n{body}", title=title), Affiliation)
    assert [(row[0], row[1]) for row in found if row[2] == SOLE] == expected


def test_the_elected_as_points_of_a_list() -> None:
    body = f"Beslut\nTill ledamöter i {SOLE} utses:\n\n- Elin Ek (S)\n- Erik Alm (M), sammankallande\n\nBo Lind tackas."
    assert seats(body) == [("Elin Ek", "ledamot"), ("Erik Alm", "ledamot")]


def test_points_that_tell_the_role_themselves() -> None:
    body = f"Valberedningen nominerar till styrelsen för {SOLE}:\n– Elin Ek (S), ordinarie\n– Erik Alm (M), ersättare"
    assert seats(body) == [("Elin Ek", "ledamot"), ("Erik Alm", "ersättare")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"Sara Lindal tillträder som ekonomichef på {SOLE} den 1 maj.", ("Sara Lindal", "ekonomichef", SOLE)),
        ("Sara Lindal börjar som jurist i kommunen.", ("Sara Lindal", "jurist", "Ekby kommun")),
        ("Sara Lindal har anställts som projektledare.", ("Sara Lindal", "projektledare", "")),
    ],
)
def test_who_takes_up_a_post(body: str, expected: tuple[str, str, str]) -> None:
    assert [row[:3] for row in facts(minutes(body), Affiliation) if row[0] == "Sara Lindal"] == [expected]


@pytest.mark.parametrize("body", ["Sara Lindal börjar i maj.", "Sara Lindal arbetar som vanligt på kontoret."])
def test_who_takes_up_none(body: str) -> None:
    assert not [row for row in facts(minutes(body), Affiliation) if row[0] == "Sara Lindal"]
