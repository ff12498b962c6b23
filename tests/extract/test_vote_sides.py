"""Voteringar whose result names its sides and not Ja and Nej."""

from __future__ import annotations

import pytest

from protokollgraf.extract.facts import Ballot, Vote, VotingProposition
from protokollgraf.tests.extract.minutes import found

SIDES = "Vid omröstning röstade 2 för Elin Eks förslag (Elin Ek, Sara Lindal) och 1 för avslag (Erik Alm)."


def test_the_side_named_first_is_ja() -> None:
    assert [row[:6] for row in found(f"Omröstning\n{SIDES}", Vote)] == [(1, 2, 1, None, "", "yes")]
    assert found(f"Omröstning\n{SIDES}", VotingProposition) == [(1, "Elin Eks förslag", "avslag")]
    assert [row[1:] for row in found(f"Omröstning\n{SIDES}", Ballot)] == [
        ("Elin Ek", "S", "yes"),
        ("Sara Lindal", "C", "yes"),
        ("Erik Alm", "M", "no"),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Voteringen utfaller med fem röster för avslag och tre röster för bifall.", [(1, 5, 3)]),
        ("Omröstningen gav 7 röster för planen mot 4 för parken.", [(1, 7, 4)]),
        ("I debatten talade två för planen och tre för parken.", []),
        ("Omröstningen tog 2 timmar för planen och 1 för parken.", []),
        ("Votering begärs av fem ledamöter för planen.", []),
    ],
)
def test_sides(sentence: str, expected: list[tuple[int, int, int]]) -> None:
    assert [row[:3] for row in found(f"Omröstning\n{sentence}", Vote)] == expected
