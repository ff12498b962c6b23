"""Lists at the end whose columns are the §§ that were voted on."""

from __future__ import annotations

import pytest

from protokollgraf.extract.facts import Ballot
from protokollgraf.tests.extract.minutes import facts, minutes

LIST = """\
Bilaga 1

VOTERINGSLISTA

Namn               Parti    § 4      § 5
Elin Ek            S        Ja       Ja
Erik Alm           M        Nej      Frånv
Sara Lindal        C        Avst     Ja
SUMMA                       1-1-1    2-0-0
"""
VOTED = "Votering begärs. Resultatet blir 2 ja och 0 nej, se bilaga 1.\n\nBeslut\nPlanen antas."
CAST = [("Elin Ek", "S", "yes"), ("Erik Alm", "M", "absent"), ("Sara Lindal", "C", "yes")]


def ballots(tail: str) -> list[tuple[object, ...]]:
    return [row[2:] for row in facts(minutes(VOTED, tail=tail), Ballot) if row[0] == "5"]


@pytest.mark.parametrize("tail", [LIST, LIST.replace("  ", "\t"), LIST.replace("Parti    §", "Parti    §§")])
def test_each_column_is_one_votering(tail: str) -> None:
    assert ballots(tail) == CAST


def test_a_row_that_lacks_a_vote_is_left_out() -> None:
    assert ballots(LIST.replace("Avst     Ja", "         Ja")) == CAST[:2]


def test_a_list_of_other_items_says_nothing() -> None:
    assert ballots(LIST.replace("§ 4", "§ 14").replace("§ 5", "§ 15")) == []
