"""The rules may not become worse than they were on our own made-up minutes (`make quality` shows each row)."""

from __future__ import annotations

import pytest

from protokollgraf.tests.measure.quality import measure
from protokollgraf.tests.measure.score import COLUMNS
from protokollgraf.tests.measure.sets import SETS

FLOORS = {  # of "found" over each set; raise them when the rules have become better (CONTRIBUTING.md)
    "meetings": 0.99, "attendance": 0.97, "signatures": 0.91, "items": 0.99, "presenters": 0.95,
    "proposals": 0.85, "motions": 0.97, "votes": 0.95, "ballots": 0.94, "reservations": 0.97,
    "recusals": 0.99, "decisions": 0.97, "assignments": 0.89, "references": 0.95, "people": 0.98,
    "organisations": 0.93, "affiliations": 0.91,
}  # fmt: skip
FAR = FLOORS | {  # Åland, Finland, associations, web pages, scans
    "meetings": 0.95, "attendance": 0.88, "votes": 0.88, "ballots": 0.78, "recusals": 0.91, "decisions": 0.92,
    "affiliations": 0.7,
}  # fmt: skip
TORN = {  # of the set whose lines and columns came apart
    "meetings": 0.95, "attendance": 0.9, "signatures": 0.8, "items": 0.95, "presenters": 0.95,
    "proposals": 0.8, "motions": 0.9, "votes": 0.85, "ballots": 0.67, "reservations": 0.84,
    "recusals": 0.91, "decisions": 0.86, "assignments": 0.95, "references": 0.83, "people": 0.91,
    "organisations": 0.84, "affiliations": 0.86,
}  # fmt: skip


@pytest.mark.parametrize("name", [name for name in SETS if name != "real minutes"])
def test_as_much_is_found_as_before(name: str) -> None:
    figures = measure(*SETS[name]).figures
    found = {table: figures[table][2] for table in COLUMNS}
    floors = {"torn": TORN, "far": FAR}.get(name, FLOORS)
    assert {table: figure for table, figure in found.items() if figure < floors[table]} == {}


def test_every_table_has_a_floor() -> None:
    assert list(FLOORS) == list(TORN) == list(COLUMNS)
