"""Labels beside their values: one that goes on below, or stands halfway down, comes whole before the first value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from .pdf_rows import MIN_ROWS, Cell, Row, leading

NEAR = 1.5  # points: cells that begin nearer than this to each other begin at the same place
MIN_CENTRED = 2  # labels on a page that stand halfway down, before that is taken for its way


def unwrapped(rows: Sequence[Row]) -> list[Row]:
    """A label that goes on in the row below ("Ej tjänstgörande / ersättare") stands whole before its first value."""
    kept: list[Row] = []
    for row in centred(rows):
        above = kept[-1] if kept else None
        if above is not None and _goes_on(above, row):
            _append(above.cells[0], row.cells[0])
            row = Row(row.baseline, row.em, row.cells[1:])
        if row.cells:
            kept.append(row)
    return kept


def _goes_on(above: Row, row: Row) -> bool:
    """Whether the first cell of a row goes on with the label above it."""
    return (
        len(above.cells) == 2 >= len(row.cells)
        and row.cells[0].text[:2].isalpha()  # `b)` is no word of a label
        and row.cells[0].text[:1].islower()
        and row.cells[0].text.count(" ") < 3
        and row.cells[0].right < above.cells[1].left
        and all(abs(a.left - b.left) <= NEAR for a, b in zip(above.cells, row.cells, strict=False))
        and above.baseline - row.baseline < 1.8 * row.em
    )


def _append(label: Cell, more: Cell) -> None:
    if label.text.endswith("-"):
        label.text = label.text[:-1]
        start, end, number = label.spans[-1]
        label.spans[-1] = start, end - 1, number
    else:
        label.text += " "
    size = len(label.text)
    label.spans += [(size + start, size + end, number) for start, end, number in more.spans]
    label.text += more.text


def centred(rows: Sequence[Row]) -> Sequence[Row]:
    """Rows whose labels stand halfway down beside their values, each label moved up to its first value.

    So does a table print them whose cells are centred up and down. The values show it: lines that follow closely belong
    together, and the first of them has no label.
    """
    if not len(rows) >= 2 * MIN_ROWS:
        return rows
    lefts = Counter(round(row.cells[-1].left) for row in rows)
    place = float(lefts.most_common(1)[0][0])
    if not any(cell.right < place for row in rows for cell in row.cells[:1]):
        return rows
    groups = _groups(rows, place)
    moved = {first: labels for first, last in groups if (labels := _halfway(rows, first, last, place)) is not None}
    if len(moved) < MIN_CENTRED or any(
        last > first and first not in moved and _label(rows[first], place) is not None for first, last in groups
    ):
        return rows
    taken = {id(label) for labels in moved.values() for label in labels}
    kept: list[Row] = []
    for i, row in enumerate(rows):
        cells = [cell for cell in row.cells if id(cell) not in taken]
        if i in moved:
            label, *more = moved[i]
            for cell in more:
                _append(label, cell)
            cells.insert(0, label)
        if cells:
            kept.append(Row(row.baseline, row.em, cells))
    return kept


def _groups(rows: Sequence[Row], place: float) -> list[tuple[int, int]]:
    """The first and the last row of values at a place that follow each other closely, labels between them or not."""
    values = [i for i, row in enumerate(rows) if abs(row.cells[-1].left - place) <= NEAR]
    lead = 1.2 * leading([Row(rows[i].baseline, rows[i].em, rows[i].cells[-1:]) for i in values])
    groups: list[tuple[int, int]] = []
    for i in values:
        if groups and rows[groups[-1][1]].baseline - rows[i].baseline <= lead * rows[i].em:
            groups[-1] = groups[-1][0], i
        else:
            groups.append((i, i))
    return groups


def _label(row: Row, place: float) -> Cell | None:
    return row.cells[0] if row.cells[0].right < place else None


def _halfway(rows: Sequence[Row], first: int, last: int, place: float) -> list[Cell] | None:
    """The lines of the label that stands halfway down beside a group of values; None where it does not."""
    found = [(rows[i].baseline, label) for i in range(first, last + 1) if (label := _label(rows[i], place)) is not None]
    if last == first or not found or _label(rows[first], place) is not None:
        return None
    if any(len(row.cells) > 1 and row.cells[0].right >= place for row in rows[first : last + 1]):
        return None
    middle = (rows[first].baseline + rows[last].baseline) / 2
    off = (found[0][0] + found[-1][0]) / 2 - middle
    return [label for _, label in found] if abs(off) <= 0.5 * rows[first].em else None
