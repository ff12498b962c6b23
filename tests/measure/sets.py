"""The sets of minutes with hand-made answers, and what measuring them needs: their tables, and names for wrong rows."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import protokollgraf
from protokollgraf.cli import write_tables
from protokollgraf.graph.build import build
from protokollgraf.tests.measure.score import COLUMNS, Row, Score

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
DATA = ROOT / "tests" / "data"
SETS = {
    "real minutes": (SHARED / "minutes", SHARED / "gold"),
    "examples": (ROOT / "examples", DATA / "examples" / "gold"),
    "layouts": (DATA / "layouts", DATA / "layouts" / "gold"),
    "municipalities": (DATA / "municipalities", DATA / "municipalities" / "gold"),
    "federations": (DATA / "federations", DATA / "federations" / "gold"),
    "ordinary": (DATA / "ordinary", DATA / "ordinary" / "gold"),
    "systems": (DATA / "systems", DATA / "systems" / "gold"),
    "far": (DATA / "far", DATA / "far" / "gold"),
    "torn": (DATA / "torn", DATA / "torn" / "gold"),
}
"""Name → (folder of minutes, folder of gold). Each is built into a graph of its own."""

Tables = dict[str, list[dict[str, str]]]
"""Table → rows, as the CSV files hold them."""


def tables_of(paths: Sequence[Path], folder: Path | None = None) -> Tables:
    """The tables of a graph of these files and folders; the CSV files are left in `folder`, if one is given."""
    with TemporaryDirectory() as name:
        graph, tables = Path(name, "graph"), folder or Path(name, "tables")
        build(paths, graph)
        with protokollgraf.open(graph) as opened:
            write_tables(opened, tables)
        return {table: _rows(tables / f"{table}.csv") for table in COLUMNS}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def wrong_rows(scores: Iterable[Score]) -> Iterable[tuple[str, str]]:
    """Every row that is not as it should be: its digest, and how it is shown."""
    for one in scores:
        for row in one.missed:
            yield wrong(one.table, "missed", row)
        for row, cells in one.differs:
            digest, shown = wrong(one.table, "differs", row)
            yield digest, f"{shown} given as {json.dumps(cells, ensure_ascii=False)}"
        for row in one.spurious:
            yield wrong(one.table, "spurious", row)


def wrong(table: str, how: str, row: Row) -> tuple[str, str]:
    """A digest that names a wrong row (the record holds no words of anybody's minutes), and how it is shown."""
    cells = [row.get(column, "") for names in COLUMNS[table] for column in names.split()]
    first = [cell[0] if isinstance(cell, list) else cell for cell in cells]
    digest = sha256(json.dumps([table, how, *first]).encode()).hexdigest()[:12]
    return digest, f"{table}: {how}: {' | '.join(first)}"
