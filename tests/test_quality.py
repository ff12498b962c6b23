"""The rules may not become worse than they were on our own made-up minutes (`make quality` shows each row)."""

from __future__ import annotations

import pytest

from protokollgraf.tests.measure.quality import measure
from protokollgraf.tests.measure.score import COLUMNS
from protokollgraf.tests.measure.sets import SETS

FLOORS = {  # of "found" over each set; raise them when the rules have become better (CONTRIBUTING.md)
    "meetings": 0.98, "attendance": 0.9, "signatures": 0.93, "items": 0.98, "presenters": 0.91,
    "proposals": 0.81, "motions": 0.93, "votes": 0.94, "ballots": 0.93, "reservations": 0.96,
    "recusals": 0.98, "decisions": 0.96, "assignments": 0.88, "references": 0.93, "people": 0.96,
    "organisations": 0.86, "affiliations": 0.85,
}  # fmt: skip
TORN = {  # of the set whose lines and columns came apart
    "meetings": 0.95, "attendance": 0.9, "signatures": 0.76, "items": 0.95, "presenters": 0.94,
    "proposals": 0.51, "motions": 0.88, "votes": 0.85, "ballots": 0.67, "reservations": 0.82,
    "recusals": 0.91, "decisions": 0.86, "assignments": 0.95, "references": 0.82, "people": 0.91,
    "organisations": 0.84, "affiliations": 0.78,
}  # fmt: skip
ORDINARY = FLOORS | {"signatures": 0.92}


@pytest.mark.parametrize("name", [name for name in SETS if name != "real minutes"])
def test_as_much_is_found_as_before(name: str) -> None:
    figures = measure(*SETS[name]).figures
    found = {table: figures[table][2] for table in COLUMNS}
    floors = {"torn": TORN, "ordinary": ORDINARY}.get(name, FLOORS)
    assert {table: figure for table, figure in found.items() if figure < floors[table]} == {}


def test_every_table_has_a_floor() -> None:
    assert list(FLOORS) == list(TORN) == list(COLUMNS)
