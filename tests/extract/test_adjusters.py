"""The adjusters that the meeting chose, of minutes without signatures."""

from __future__ import annotations

import pytest

from protokollgraf.extract.facts import Signature
from protokollgraf.tests.extract.minutes import FRONT, facts, minutes

ERIK, SARA = ("Erik Alm", "M", "adjuster", ""), ("Sara Lindal", "C", "adjuster", "")
ELIN = ("Elin Ek", "S", "chair", "")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Beslut\nErik Alm (M) utses att justera protokollet.", [ERIK]),
        ("Beslut\nTill justerare utses Erik Alm (M) och Sara Lindal (C).", [ERIK, SARA]),
        ("Beslut\nErik Alm (M) utses att jämte ordföranden Elin Ek (S) justera dagens protokoll.", [ERIK, ELIN]),
        ("Beslut\nErik Alm (M) väljs till justerare med Sara Lindal (C) som ersättare.", [ERIK]),
        ("Beslut\nErik Alm (M) utses till ledamot i socialnämnden.", []),
        ("Erik Alm (M) justerade det förra protokollet.", []),  # no decision of this meeting
    ],
)
def test_chosen_adjusters(body: str, expected: list[tuple[str, ...]]) -> None:
    assert facts(minutes(body), Signature) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Att jämte ordförande Elin Ek justera dagens protokoll valdes Erik Alm. Sekreterare är Karin Björk.",
            [("Elin Ek", "chair"), ("Erik Alm", "adjuster"), ("Karin Björk", "secretary")],
        ),
        (
            "Att jämte vice ordförande Erik Alm justera dagens protokoll valdes Sara Lindal.",
            [("Erik Alm", "chair"), ("Sara Lindal", "adjuster")],
        ),
    ],
)
def test_adjusters_named_in_prose_on_the_title_page(words: str, expected: list[tuple[str, str]]) -> None:
    front = f"{FRONT}Justering och sekreterare\n{words}\n\n"
    assert [(row[0], row[2]) for row in facts(minutes("Ord.", front=front), Signature)] == expected


def test_signatures_go_before_what_was_decided() -> None:
    tail = "Underskrifter\n\nJusterare: Sara Lindal\n"
    rows = facts(minutes("Beslut\nErik Alm (M) utses att justera protokollet.", tail=tail), Signature)
    assert rows == [("Sara Lindal", "", "adjuster", "")]
