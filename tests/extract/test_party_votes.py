"""Votes by party, and of those who are not named. Of the front page S, M, C, V and SD have one member each."""

from __future__ import annotations

import pytest

from protokollgraf.extract.facts import Ballot, Vote
from protokollgraf.extract.party_votes import party_list
from protokollgraf.tests.extract.minutes import FRONT, facts, found, minutes


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("S, V och MP", ["S", "V", "MP"]),
        ("Socialdemokraterna (12)", ["S"]),
        ("Socialdemokraternas 12 ledamöter", ["S"]),
        ("S (12), V (3) samt MP-gruppen", ["S", "V", "MP"]),
        ("Samtliga ledamöter från M och KD", ["M", "KD"]),
        ("S- och V-ledamöterna", ["S", "V"]),
        ("s, m och kd", ["S", "M", "KD"]),
        ("medan Moderaterna och Kristdemokraterna", ["M", "KD"]),
        ("EKP", ["EKP"]),  # a local party of the document
        ("S, S", ["S"]),
        # looks alike
        ("två ledamöter från S", []),
        ("Elin Ek (S)", []),
        ("Moderaternas förslag", []),
        ("De", []),
        ("KS och AU", []),
        ("7 ledamöter", []),
        ("", []),
    ],
)
def test_party_list(text: str, parties: list[str]) -> None:
    assert party_list(text, ["EKP"]) == parties


def of_party(round: int, *sides: tuple[str, str]) -> list[tuple[int, str, str, str]]:
    return [(round, "", party, vote) for party, vote in sides]


MIXED = [("S", "yes"), ("V", "yes"), ("MP", "yes"), ("M", "no"), ("KD", "no"), ("SD", "no")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Votering\nS, V och MP röstar ja, M, KD och SD röstar nej. Utfallet är 23 ja, 19 nej.", of_party(1, *MIXED)),
        ("Votering\nJa röstar S, V och MP. Nej röstar M, KD och SD. Utfallet är 23 ja, 19 nej.", of_party(1, *MIXED)),
        ("Votering\nJa: S, V och MP\nNej: M, KD och SD", of_party(1, *MIXED)),
        ("Votering\nSocialdemokraterna (12) röstade ja. Moderaterna (9) röstade nej.",
         of_party(1, ("S", "yes"), ("M", "no"))),
        ("Votering\nTjugo röstar ja (S, V) och tio röstar nej (M). SD lägger ned sin röst.",
         of_party(1, ("S", "yes"), ("V", "yes"), ("M", "no"), ("SD", "abstain"))),
        ("Votering 1\nS röstar ja, M röstar nej.\n\nVotering 2\nM röstar ja, S röstar nej.",
         of_party(1, ("S", "yes"), ("M", "no")) + of_party(2, ("M", "yes"), ("S", "no"))),
        ("Votering\nS och V röstar ja. S och M röstar nej.", of_party(1, ("V", "yes"), ("M", "no"))),  # S on both sides
        ("Votering\nTvå ledamöter från S röstar ja. Moderaternas förslag röstades ned.", []),
        ("Votering begärs. Den som bifaller Moderaternas förslag röstar ja, S förslag nej.", []),
        # persons and a party
        ("Votering\nElin Ek (S) och Sara Lindal (C) röstar ja. MP och KD röstar nej.",
         [(1, "Elin Ek", "S", "yes"), (1, "Sara Lindal", "C", "yes"), *of_party(1, ("MP", "no"), ("KD", "no"))]),
    ],
)  # fmt: skip
def test_ballots_of_parties(body: str, expected: list[tuple[int, str, str, str]]) -> None:
    assert found(body, Ballot) == expected


EVERYBODY = [
    (1, "Elin Ek", "S", "yes"),
    (1, "Nils Holmfelt", "V", "yes"),
    (1, "Erik Alm", "M", "no"),
    (1, "Sara Lindal", "C", "no"),
    (1, "Eva Rönn", "SD", "no"),
]
BY_PARTY = [(1, "", party, vote) for _, _, party, vote in EVERYBODY]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # the count is just that of those who served: they are named
        ("Votering\nS och V röstar ja (2). M, C och SD röstar nej (3).", EVERYBODY),
        ("Votering\nS och V röstar ja. M, C och SD röstar nej. Utfallet är 2 ja och 3 nej.", EVERYBODY),
        ("Votering\nS och V röstar ja. M, C och SD röstar nej. Utfallet är 3 ja och 3 nej.",
         BY_PARTY[:2] + EVERYBODY[2:]),
        ("Votering\nS och V röstar ja. M, C och SD röstar nej.", BY_PARTY),  # no count
        # the others
        ("Votering\nElin Ek (S) och Nils Holmfelt (V) röstar ja. Övriga röstar nej. Utfallet är 2 ja, 3 nej.",
         EVERYBODY),
        ("Votering\nUtfallet är 2 ja och 3 nej. Elin Ek och Nils Holmfelt röstar ja. Övriga ledamöter röstar nej.",
         EVERYBODY),
        ("Votering\nElin Ek (S) och Nils Holmfelt (V) röstar ja. Övriga röstar nej. Utfallet är 2 ja och 4 nej.",
         EVERYBODY[:2]),
        ("Votering\nElin Ek (S) och Nils Holmfelt (V) röstar ja. Övriga röstar nej.", EVERYBODY[:2]),
        ("Votering\nElin Ek (S) och Bo Al (V) röstar ja. Övriga röstar nej. Utfallet är 2 ja och 4 nej.",
         [EVERYBODY[0], (1, "Bo Al", "V", "yes")]),  # one who is not on the list: who the others are is not certain
        ("Votering\nS, V och KD röstar ja. Övriga röstar nej. Utfallet är 2 ja och 3 nej.",
         [*BY_PARTY[:2], (1, "", "KD", "yes")]),
        ("Övriga frågor\nInga övriga frågor röstar vi om i dag.", []),
    ],
)  # fmt: skip
def test_persons_only_where_they_are_certain(body: str, expected: list[tuple[int, str, str, str]]) -> None:
    assert sorted(found(body, Ballot)) == sorted(expected)


def test_a_vote_by_parties_has_no_tally_of_its_own() -> None:
    assert [row[:4] for row in found("Votering\nS röstar ja, M röstar nej.", Vote)] == [(1, None, None, None)]


def test_who_served_for_the_item_counts() -> None:
    front = FRONT.replace(
        "Sara Lindal (C)", "Sara Lindal (C), ej § 5\nBo Al (L) tjänstgörande ersättare för Sara Lindal § 5"
    )
    body = "Votering\nElin Ek (S) röstar ja. Övriga röstar nej. Utfallet är 1 ja och 4 nej."
    rows = [row[2:] for row in facts(minutes(body, front=front), Ballot)]
    assert ("Bo Al", "L", "no") in rows
    assert "Sara Lindal" not in {name for name, *_ in rows}
