"""Reading order: words with their places on a page → lines as a reader would read them.

Pure geometry, no PDF library. A page is read row by row; cells of a row stand on one line with a tab between,
so a label comes before its value and a table row stays together. Only columns in which text or names run on from line
to line (two columns of prose, ledamöter beside ersättare) are read one after the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from .pdf_labels import unwrapped
from .pdf_rows import MIN_ROWS, Cell, Row, Span, Word, leading, rows_of
from .table_words import PERSON, ROSTER

MAX_GUTTERS = 12  # places on a page that are tried as the left edge of a column: bounds the work on a hostile page


_CROSSES = frozenset("xX×✓✗√")


def lines(words: Sequence[Word]) -> tuple[str, list[Span]]:
    """The words of one page as text, and where each stands in it.

    The text has a line for each row, tabs between cells, empty lines between paragraphs.
    """
    return _text(_blocks(rows_of(words)))


def _blocks(rows: list[Row], depth: int = 0) -> list[list[Row]]:
    """The rows in reading order, as blocks that each run from top to bottom."""
    found = _columns(rows) if depth < 4 else None
    if found is None:
        return [unwrapped(rows)] if rows else []
    start, end, place = found
    blocks = [unwrapped(rows[:start])] if start else []
    for section in _sections(rows[start:end], place):
        for side in (
            [Row(r.baseline, r.em, [c for c in r.cells if c.left < place - 1]) for r in section],
            [Row(r.baseline, r.em, [c for c in r.cells if c.left >= place - 1]) for r in section],
        ):
            blocks += _blocks([row for row in side if row.cells], depth + 1)
    return blocks + _blocks(rows[end:], depth + 1)


def _columns(rows: Sequence[Row]) -> tuple[int, int, float] | None:
    """The first run of rows (start, end) with two running columns, and where the right one begins."""
    cells = [(cell.left, cell.right) for row in rows for cell in row.cells]
    counts = Counter([round(left) for left, _ in cells])
    likely = sorted([place for place, count in counts.items() if count >= MIN_ROWS], key=lambda place: -counts[place])
    found: tuple[int, int, float] | None = None
    for place in map(float, likely[:MAX_GUTTERS]):
        # Most places are margins: what has hardly anything to its left is no column, and need not be tried.
        edge = place - 1.5
        if len([1 for left, right in cells if left < edge and right <= place]) >= MIN_ROWS:
            span = _run_at(rows, place)
            if span is not None and (found is None or span < found):
                found = span
    return found


def _run_at(rows: Sequence[Row], place: float) -> tuple[int, int, float] | None:
    near, far = place - 1.5, place + 1.5
    right = {i: c for i, row in enumerate(rows) for c in row.cells if near <= c.left <= far}
    edge, start = place - 1, min(right)
    crossed = [i for i, row in enumerate(rows[start:], start) for c in row.cells if c.left < edge < c.right]
    for end in [*crossed, len(rows)]:
        beside = [i for i in right if start <= i < end] if end - start >= MIN_ROWS else ()
        span = _trim(rows, {i: right[i] for i in beside}, end, place) if len(beside) >= MIN_ROWS else None
        if span is not None:
            return span
        start = end + 1
    return None


def _trim(rows: Sequence[Row], right: dict[int, Cell], end: int, place: float) -> tuple[int, int, float] | None:
    """The part of the rows until `end` in which columns run on both sides of `place`; `right` is the right one."""
    first, last = min(right), max(right)
    edge = place - 1.5
    left = {i: c for i in range(first, last + 1) for c in rows[i].cells if c.left < edge}
    if len(left) < MIN_ROWS or not _running(list(left.values()), list(right.values()), place):
        return None
    # The left column may go on below the right one: as far as its lines follow closely, or as rows of the table do.
    lead = 1.3 * leading(rows[first : last + 1])
    beside = rows[min(first + 1, last) : last + 1]
    widest = 1.05 * max((a.baseline - b.baseline for a, b in pairwise(beside)), default=0.0)
    margin = Counter([round(cell.left) for cell in left.values()]).most_common(1)[0][0] - 3
    while last + 1 < end and all(c.right < place for c in rows[last + 1].cells):
        row = rows[last + 1]
        step = rows[last].baseline - row.baseline
        if step > lead * row.em and (step > widest or row.cells[0].left < margin or ROSTER.match(row.cells[0].text)):
            break
        last += 1
    return first, last + 1, place


def _running(left: Sequence[Cell], right: Sequence[Cell], place: float) -> bool:
    """Whether both columns are to be read downwards: names under headings, names with parties, or prose."""
    if ROSTER.match(left[0].text) and ROSTER.match(right[0].text):
        return True
    if all(len([1 for c in side if _names_somebody(c.text)]) >= 0.6 * len(side) for side in (left, right)):
        return True
    for side, width in ((left, place - min(c.left for c in left)), (right, max(c.right for c in right) - place)):
        full = sum(c.right - c.left >= 0.7 * width and c.text.count(" ") >= 3 for c in side)
        if full < 0.7 * len(side):
            return False
    return len(left) > MIN_ROWS


def _names_somebody(text: str) -> bool:
    return ("(" in text or "," in text) and PERSON.search(text) is not None


def _sections(rows: Sequence[Row], place: float) -> list[list[Row]]:
    """Rows cut at the labels of a column of labels to the left of both columns, if there is one."""
    lefts = Counter(round(max(near)) for row in rows if (near := [c.left for c in row.cells if c.left < place - 1]))
    column = lefts.most_common(1)[0][0]
    sections: list[list[Row]] = [[]]
    for row in rows:
        label = row.cells[0]
        if sections[-1] and label.left < column - 3 and label.right < column and label.text[:1].isupper():
            sections.append([])
        sections[-1].append(row)
    return sections


def _text(blocks: Sequence[Sequence[Row]]) -> tuple[str, list[Span]]:
    lead = 1.3 * leading([row for block in blocks for row in block if row.cells])
    out: list[str] = []
    spans: list[Span] = []
    at = 0
    for block in blocks:
        above: Row | None = None
        heading: Row | None = None
        for row in block:
            if out and (above is None or above.baseline - row.baseline > lead * row.em):
                out.append("")
                at += 1
            cells = row.cells
            crossed = len(cells) > 1 and any(cell.text in _CROSSES for cell in cells)
            if crossed and heading is not None:
                cells = _below(cells, heading.cells)
            for cell in cells:
                for start, end, number in cell.spans:
                    spans.append((at + start, at + end, number))
                at += len(cell.text) + 1
            out.append(cells[0].text if len(cells) == 1 else "\t".join([cell.text for cell in cells]))
            if len(cells) > 2 and not crossed:
                heading = row
            above = row
    return "\n".join(out), spans


def _below(cells: list[Cell], heading: Sequence[Cell]) -> list[Cell]:
    """The cells of a row in which crosses tell something by their column, with the empty cells between them."""
    found = [_NOTHING] * len(heading)
    for cell in cells:
        middle = (cell.left + cell.right) / 2
        nearest = min(
            range(len(found)),
            key=lambda i: min(abs(cell.left - heading[i].left), abs(middle - (heading[i].left + heading[i].right) / 2)),
        )
        if found[nearest] is not _NOTHING:
            return cells
        found[nearest] = cell
    return found


_NOTHING = Cell(0, 0, "", [])
