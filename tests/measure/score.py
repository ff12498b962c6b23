"""Tables against gold: how many rows are found, and how many are right in every cell.

A gold file is JSON: `{"document": name, "tables": {table: [row, …]}}`. A gold cell may list alternatives; a row with
`_optional` costs nothing, found or missed. Names ignore case, dashes, quotation marks and white space; long texts agree
at 90 % similarity.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]

COLUMNS: dict[str, tuple[str, str]] = {
    "meetings": ("document", "body organisation date start end place"),
    "attendance": ("document person capacity", "party municipality organisation role items replaces"),
    "signatures": ("document person role", "signed"),
    "items": ("document item", "title"),
    "presenters": ("document item person", ""),
    "proposals": ("document item text", "proposer"),
    "motions": ("document item person party", "stance"),
    "votes": ("document item round", "yes no abstain"),
    "ballots": ("document item round person", "party vote"),
    "reservations": ("document item person party", "kind"),
    "recusals": ("document item person", ""),
    "decisions": ("document item text", "kind"),
    "assignments": ("document item task", "assignee due"),
    "references": ("document item kind value", ""),
    "people": ("document person", "party"),
    "organisations": ("document organisation", "kind"),
    "affiliations": ("document person organisation", "role"),
}
"""For each table the columns that identify a row, and the others."""
Cell = str | list[str]
Agree = Callable[[str, Cell, str], bool]
"""(column, cell of the gold, cell given) → whether they agree."""
_LONG = {"text", "task", "title", "value", "body"}
_SIMILAR = 0.9


@dataclass(frozen=True, slots=True)
class Score:
    """How one table compares with its gold: F1 over rows, and the rows that are not as they should be."""

    table: str
    gold: int
    given: int
    found: float
    """The columns that identify a row agree."""
    exact: float
    """All columns agree."""
    missed: list[Row] = field(default_factory=list)
    differs: list[tuple[Row, dict[str, str]]] = field(default_factory=list)
    """Gold rows that were found, with the cells that differ as they were given."""
    spurious: list[Row] = field(default_factory=list)


def read_gold(folder: Path) -> dict[str, dict[str, list[Row]]]:
    """The gold of a folder: document → table → rows, each with its document."""
    gold: dict[str, dict[str, list[Row]]] = {}
    for path in sorted(folder.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        name = data["document"]
        gold[name] = {
            table: [{**row, "document": name} for row in rows] for table, rows in data["tables"].items()
        }  # fmt: skip
    return gold


def agree(column: str, gold: Cell, given: str) -> bool:
    """Whether a cell is right: one of the alternatives, or in a column of long texts nearly one."""
    options = [fold(one) for one in (gold if isinstance(gold, list) else [gold])]
    cell = fold(given)
    if cell in options:
        return True
    return column in _LONG and bool(cell) and any(_similar(one, cell) for one in options if one)


def score_all(
    gold: Mapping[str, Mapping[str, Sequence[Row]]], tables: Mapping[str, Sequence[Row]], agree: Agree = agree
) -> list[Score]:
    """A score for each table, over the documents that have gold."""
    return [
        score(
            table,
            [row for rows in gold.values() for row in rows.get(table, ())],
            [row for row in tables.get(table, ()) if row["document"] in gold],
            agree,
        )
        for table in COLUMNS
    ]


def mean(scores: Sequence[Score]) -> tuple[float, float]:
    """Found and exact over the tables that have rows at all."""
    counted = [one for one in scores if one.gold or one.given]
    number = max(len(counted), 1)
    return sum(one.found for one in counted) / number, sum(one.exact for one in counted) / number


def score(table: str, gold: Sequence[Row], given: Sequence[Row], agree: Agree = agree) -> Score:
    """Match each gold row with the row that agrees best, those that are required first."""
    key, rest = (names.split() for names in COLUMNS[table])
    left = list(given)
    missed, differs = [], []
    required = matched = free = 0
    for row in sorted(gold, key=lambda row: bool(row.get("_optional"))):
        optional = bool(row.get("_optional"))
        required += not optional
        candidates = [one for one in left if not _differing(key, row, one, agree)]
        if not candidates:
            missed += [] if optional else [row]
            continue
        best = min(candidates, key=lambda one: len(_differing(rest, row, one, agree)))
        left = [one for one in left if one is not best]
        if optional:
            free += 1
            continue
        matched += 1
        if wrong := _differing(rest, row, best, agree):
            differs.append((row, wrong))
    counted = required + len(given) - free

    def f1(right: int) -> float:
        return 2 * right / counted if counted else 1.0

    exact = f1(matched - len(differs))
    return Score(table, required, len(given) - free, f1(matched), exact, missed, differs, left)


def _differing(columns: Sequence[str], gold: Row, given: Row, agree: Agree) -> dict[str, str]:
    cells = {column: given.get(column) or "" for column in columns}
    return {column: cell for column, cell in cells.items() if not agree(column, gold.get(column, ""), cell)}


def _similar(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    # the quick ones are upper bounds of the true one, which is slow
    return all(ratio() >= _SIMILAR for ratio in (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio))


def fold(cell: str) -> str:
    """A cell as it is compared: without case, kinds of dashes and quotation marks."""
    cell = re.sub(r"[‐-―−]", "-", cell or "")
    cell = re.sub("[”“„\"'’*_]", "", cell)
    return " ".join(cell.casefold().split()).strip(" .,;:")
