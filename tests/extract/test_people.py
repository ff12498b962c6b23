from __future__ import annotations

import pytest

from protokollgraf.extract.facts import Motion, PersonMention
from protokollgraf.extract.lines import Block
from protokollgraf.extract.names import names_in
from protokollgraf.extract.people import People, parties_of, roles_of
from protokollgraf.tests.extract.minutes import FRONT, facts, found, minutes, wrong


@pytest.mark.parametrize(
    ("pairs", "roles"),
    [
        ([("ordförande", "Elin Ek")], {"ordförande": "Elin Ek"}),
        ([("Ordf.", "Elin Ek")], {"ordförande": "Elin Ek"}),
        ([("ordförande", "Elin Ek"), ("ordförande", "Elin Ek")], {"ordförande": "Elin Ek"}),
        ([("ordförande", "Elin Ek"), ("ordförande", "Erik Alm")], {}),  # which of the two is not told
        (
            [("ordförande", "Elin Ek"), ("vice ordförande", "Erik Alm")],
            {"ordförande": "Elin Ek", "vice ordförande": "Erik Alm"},
        ),
        ([("kommunchef", "Hanna Gren")], {"kommunchef": "Hanna Gren"}),
        ([("", "Elin Ek")], {}),
        (
            [("kommunchef, föredragande", "Hanna Gren")],
            {"kommunchef, föredragande": "Hanna Gren", "kommunchef": "Hanna Gren", "föredragande": "Hanna Gren"},
        ),
        ([], {}),
    ],
)
def test_roles_of(pairs: list[tuple[str, str]], roles: dict[str, str]) -> None:
    assert roles_of(pairs) == roles


ROLES = {
    "ordförande": "Elin Ek",
    "vice ordförande": "Erik Alm",
    "2:e vice ordförande": "Sara Lindal",
    "kommunchef": "Hanna Gren",
    "sekreterare": "Karin Björk",
}


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("Ordföranden yrkar bifall.", ["Elin Ek"]),
        ("Vice ordföranden yrkar bifall.", ["Erik Alm"]),
        ("2:e vice ordföranden yrkar bifall.", ["Sara Lindal"]),
        ("Kommunchefen informerar.", ["Hanna Gren"]),
        ("Sekreteraren läser upp.", ["Karin Björk"]),
        ("Ordföranden Nils Holmfelt yrkar bifall.", ["Nils Holmfelt"]),  # a name goes before a role
        ("Ekonomichefen informerar.", []),  # nobody has the role
        ("Kommunchefens förslag", []),
        ("Ordförandeskapet utreds.", []),
        ("Nämnden yrkar bifall.", []),
        ("", []),
    ],
)
def test_holders(text: str, holders: list[str]) -> None:
    people = People(list(names_in(text)), roles=ROLES)
    assert [name.text for name in people.holders(Block(0, len(text), text))] == holders


def test_names_by_place() -> None:
    text = "Elin Ek, Erik Alm (M) och Sara Lindal"
    people = People(list(names_in(text))[::-1])
    assert [name.text for name in people.within(0, len(text))] == ["Elin Ek", "Erik Alm", "Sara Lindal"]
    assert [name.text for name in people.within(1, 15)] == ["Erik Alm"]
    assert people.within(50, 60) == []


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Elin Ek (S) och Elin Ek", {"Elin Ek": "S"}),
        ("Elin Ek", {}),
        ("", {}),
    ],
)
def test_parties_of(text: str, parties: dict[str, str]) -> None:
    assert parties_of(list(names_in(text))) == parties


@pytest.mark.parametrize(
    ("body", "mentions"),
    [
        ("Olof Stjern (L) talar.", [("Olof Stjern", "L")]),
        ("Olof Stjern talar. Olof Stjern (L) talar.", [("Olof Stjern", "L")]),  # the party is printed once
        wrong("Olof Stjerns fråga. Olof Stjern svarar.", [("Olof Stjern", "")], reason="a genitive becomes a person"),
        ("Elin Ek talar.", []),  # already on the list
        ("Elin talar. Stjern svarar.", []),
        ("Skrivelse från Ekby kommun", []),
    ],
)
def test_people_of_the_text_beside_those_of_the_list(body: str, mentions: list[tuple[str, str]]) -> None:
    listed = {str(row[0]) for row in facts(FRONT + "§ 5 Tom\n\nInget.\n", PersonMention)}
    assert len(listed) == 7
    rows = facts(minutes(body), PersonMention)
    assert [row for row in rows if row[0] not in listed] == mentions
    assert len(rows) == len({row[0] for row in rows})


def test_a_name_without_a_party_gets_the_party_of_the_list() -> None:
    assert found("Nils Holmfelt yrkar avslag.", Motion) == [("Nils Holmfelt", "V", "reject")]
