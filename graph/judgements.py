"""What people decided about who is who: `judgements.csv` in the graph folder. It always wins and survives a rebuild.

One line says that two names or IRIs denote the same person, or different ones, why, who says so and when. The file is
only ever added to; of two lines about the same pair the later one holds.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from ..errors import GraphError

FILE = "judgements.csv"
SAME = "same"
DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Judgement:
    left: str
    """A name as printed, the IRI of a person, or the IRI of one mention (a fact node): narrower is stabler."""
    right: str
    judgement: str
    """`same` or `different`."""
    reason: str = ""
    by: str = ""
    date: str = ""


COLUMNS = tuple(field.name for field in fields(Judgement))


def read(path: Path) -> tuple[Judgement, ...]:
    """The judgements of a file, in its order; none without a file. Raises GraphError for a line that is not one."""
    if not path.exists():
        return ()
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            missing = sorted(set(COLUMNS[:3]) - set(rows.fieldnames or ()))
            if missing:
                raise GraphError(f"{path}: no column {', '.join(missing)}; the first line must be {','.join(COLUMNS)}")
            return tuple(_judgement(row, path, rows.line_num) for row in rows)
    except (UnicodeDecodeError, csv.Error) as error:
        raise GraphError(f"{path}: is no CSV file in UTF-8 ({error}); save it as one") from error


def append(path: Path, judgement: Judgement) -> None:
    """Add one judgement at the end of a file, which is made if need be. Raises GraphError when it is not one."""
    row = dict(zip(COLUMNS, astuple(judgement), strict=True))
    _judgement(row, path, 0)
    new = not path.exists() or path.stat().st_size == 0
    torn = not new and not path.read_bytes().endswith(b"\n")
    with path.open("a", encoding="utf-8", newline="") as file:
        if torn:  # somebody's editor left the last line open
            file.write("\n")
        writer = csv.writer(file, lineterminator="\n")
        if new:
            writer.writerow(COLUMNS)
        writer.writerow(" ".join(str(row[column]).split()) for column in COLUMNS)


def holding(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that hold: of several about one pair the last."""
    last = {frozenset((judgement.left, judgement.right)): judgement for judgement in judgements}
    return tuple(last.values())


def _judgement(row: dict[str, str], path: Path, line: int) -> Judgement:
    cells = {column: " ".join((row.get(column) or "").split()) for column in COLUMNS}
    where = f"{path}, line {line}" if line else str(path)
    cells["judgement"] = cells["judgement"].casefold()
    if cells["judgement"] not in (SAME, DIFFERENT):
        raise GraphError(f"{where}: judgement is {cells['judgement']!r}; write {SAME} or {DIFFERENT}")
    if not cells["left"] or not cells["right"]:
        raise GraphError(f"{where}: left or right is empty; write a name or an IRI")
    return Judgement(**cells)
