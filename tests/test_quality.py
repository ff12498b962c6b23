"""The rules may not become worse than they were on our own made-up minutes (`make quality` shows each row)."""

from __future__ import annotations

import pytest

from protokollgraf.tests.measure.quality import SETS, measure
from protokollgraf.tests.measure.score import COLUMNS

FLOORS = {  # of "found" over both sets; raise them when the rules have become better (CONTRIBUTING.md)
    "meetings": 0.0, "attendance": 0.0, "signatures": 0.0, "items": 0.0, "presenters": 0.0, "proposals": 0.0,
    "motions": 0.0, "votes": 0.0, "ballots": 0.0, "reservations": 0.0, "recusals": 0.0, "decisions": 0.0,
    "assignments": 0.0, "references": 0.0, "people": 0.0, "organisations": 0.0, "affiliations": 0.0,
}  # fmt: skip


@pytest.mark.parametrize("name", ["examples", "layouts"])
def test_as_much_is_found_as_before(name: str) -> None:
    figures = measure(*SETS[name]).figures
    found = {table: figures[table][2] for table in COLUMNS}
    assert {table: figure for table, figure in found.items() if figure < FLOORS[table]} == {}


def test_every_table_has_a_floor() -> None:
    assert list(FLOORS) == list(COLUMNS)
