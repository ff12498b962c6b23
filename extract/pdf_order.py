"""Reading order: words with their places on a page → lines as a reader would read them.

Pure geometry, no PDF library. A page is read row by row; cells of a row stand on one line with a tab between,
so a label comes before its value and a table row stays together. Only columns in which text or names run on from line
to line (two columns of prose, ledamöter beside ersättare) are read one after the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .table_words import CROSS, PERSON, ROSTER

Word = tuple[float, float, float, float, int, str]
"""Left, right, baseline (upwards), em, number in the drawing order, text."""

WIDE = 1.5  # a gap of so many em always parts two cells
NARROW = 0.6  # a gap of so many em parts them where other cells begin at the same place
JOINED = 0.08  # words that were drawn apart and stand nearer than this are one word
MIN_ROWS = 3  # of a column, before it is taken for one
MAX_GUTTERS = 12  # places on a page that are tried as the left edge of a column: bounds the work on a hostile page


@dataclass(slots=True)
class Cell:
    left: float
    right: float
    text: str


@dataclass(slots=True)
class Row:
    baseline: float
    em: float
    cells: list[Cell]


def lines(words: Sequence[Word]) -> str:
    """The words of one page as text: a line for each row, tabs between cells, empty lines between paragraphs."""
    return _text(_blocks(_rows(words)))


def _rows(words: Sequence[Word]) -> list[Row]:
    """Words grouped by baseline, top to bottom, each row cut into cells."""
    groups: list[list[Word]] = []
    baseline, em = 0.0, 0.0
    for word in sorted(words, key=lambda w: -w[2]):
        size = word[3]
        # A raised or lowered figure is smaller than the words that it belongs to: those may be further off.
        reach = 0.4 * (max(size, em) if min(size, em) < 0.75 * max(size, em) else min(size, em))
        if groups and baseline - word[2] <= reach:
            groups[-1].append(word)
            if size > em:
                baseline, em = word[2], size
        else:
            groups.append([word])
            baseline, em = word[2], size
    for group in groups:
        group.sort()
    starts = _starts(groups)
    rows = []
    for group in groups:
        main = max(group, key=lambda w: w[3])
        rows.append(Row(main[2], main[3], _cells(group, starts)))
    return rows


def _starts(groups: Sequence[Sequence[Word]]) -> set[int]:
    """The places (in whole points) at which several cells begin, wide gaps considered only."""
    counts: Counter[int] = Counter()
    for group in groups:
        right = float("-inf")
        for word in group:
            if word[0] - right > WIDE * word[3]:
                counts[round(word[0])] += 1
            right = max(right, word[1])
    return {place + off for place, count in counts.items() if count >= MIN_ROWS for off in (-1, 0, 1)}


def _cells(group: Sequence[Word], starts: set[int]) -> list[Cell]:
    cells: list[Cell] = []
    number = -2
    for left, right, _, em, this, text in group:
        if cells:
            last = cells[-1]
            gap = left - last.right
            if gap <= WIDE * em and (gap <= NARROW * em or round(left) not in starts):
                joined = gap < JOINED * em and this != number + 1
                last.text += text if joined else " " + text
                last.right = max(last.right, right)
                number = this
                continue
        cells.append(Cell(left, right, text))
        number = this
    return cells


def _blocks(rows: list[Row], depth: int = 0) -> list[list[Row]]:
    """The rows in reading order, as blocks that each run from top to bottom."""
    found = _columns(rows) if depth < 4 else None
    if found is None:
        return [_unwrap_labels(rows)] if rows else []
    start, end, place = found
    blocks = [_unwrap_labels(rows[:start])] if start else []
    for section in _sections(rows[start:end], place):
        for side in (
            [Row(r.baseline, r.em, [c for c in r.cells if c.left < place - 1]) for r in section],
            [Row(r.baseline, r.em, [c for c in r.cells if c.left >= place - 1]) for r in section],
        ):
            blocks += _blocks([row for row in side if row.cells], depth + 1)
    return blocks + _blocks(rows[end:], depth + 1)


def _columns(rows: Sequence[Row]) -> tuple[int, int, float] | None:
    """The first run of rows (start, end) with two running columns, and where the right one begins."""
    counts = Counter(round(cell.left) for row in rows for cell in row.cells)
    likely = [place for place, count in counts.most_common(MAX_GUTTERS) if count >= MIN_ROWS]
    found = [span for place in likely if (span := _run_at(rows, place)) is not None]
    return min(found, default=None)


def _run_at(rows: Sequence[Row], place: float) -> tuple[int, int, float] | None:
    start = 0
    for end in range(len(rows) + 1):
        crossed = end == len(rows) or any(c.left < place - 1 and c.right > place - 1 for c in rows[end].cells)
        if crossed:
            span = _trim(rows, start, end, place)
            if span is not None:
                return span
            start = end + 1
    return None


def _trim(rows: Sequence[Row], start: int, end: int, place: float) -> tuple[int, int, float] | None:
    """The part of rows[start:end] in which columns run on both sides of `place`."""
    right = {i: c for i in range(start, end) for c in rows[i].cells if abs(c.left - place) <= 1.5}
    if len(right) < MIN_ROWS:
        return None
    first, last = min(right), max(right)
    left = {i: c for i in range(first, last + 1) for c in rows[i].cells if c.left < place - 1.5}
    if len(left) < MIN_ROWS or not _running(list(left.values()), list(right.values()), place):
        return None
    # The left column may go on below the right one: as far as its lines follow closely.
    lead = _leading(rows[first : last + 1])
    while last + 1 < end and all(c.right < place for c in rows[last + 1].cells):
        if rows[last].baseline - rows[last + 1].baseline > 1.3 * lead * rows[last + 1].em:
            break
        last += 1
    return first, last + 1, place


def _running(left: Sequence[Cell], right: Sequence[Cell], place: float) -> bool:
    """Whether both columns are to be read downwards: names under headings, names with parties, or prose."""
    if ROSTER.match(left[0].text) and ROSTER.match(right[0].text):
        return True
    if all(sum(bool(PERSON.search(c.text)) for c in side) >= 0.6 * len(side) for side in (left, right)):
        return True
    for side, width in ((left, place - min(c.left for c in left)), (right, max(c.right for c in right) - place)):
        full = sum(c.right - c.left >= 0.7 * width and c.text.count(" ") >= 3 for c in side)
        if full < 0.7 * len(side):
            return False
    return len(left) > MIN_ROWS


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


def _unwrap_labels(rows: Sequence[Row]) -> list[Row]:
    """A label that goes on in the row below ("Ej tjänstgörande / ersättare") stands whole before its first value."""
    kept: list[Row] = []
    for row in rows:
        above = kept[-1] if kept else None
        if (
            above is not None
            and len(above.cells) == len(row.cells) == 2
            and row.cells[0].text[:1].islower()
            and row.cells[0].text.count(" ") < 3
            and all(abs(a.left - b.left) <= 1.5 for a, b in zip(above.cells, row.cells, strict=True))
            and above.baseline - row.baseline < 1.8 * row.em
        ):
            label = above.cells[0]
            label.text = (
                label.text[:-1] + row.cells[0].text if label.text.endswith("-") else f"{label.text} {row.cells[0].text}"
            )
            row = Row(row.baseline, row.em, row.cells[1:])
        kept.append(row)
    return kept


def _leading(rows: Sequence[Row]) -> float:
    """The usual distance of lines within a paragraph, in em: a low quartile, since lists have few close lines."""
    ratios = sorted((a.baseline - b.baseline) / b.em for a, b in pairwise(rows) if a.baseline - b.baseline < 3 * b.em)
    return min(max(ratios[len(ratios) // 4], 1.0), 1.6) if ratios else 1.2


def _text(blocks: Sequence[Sequence[Row]]) -> str:
    lead = _leading([row for block in blocks for row in block if row.cells])
    out: list[str] = []
    for block in blocks:
        above: Row | None = None
        heading: Row | None = None
        for row in block:
            if out and (above is None or above.baseline - row.baseline > 1.3 * lead * row.em):
                out.append("")
            out.append("\t".join(_below(row, heading)))
            if len(row.cells) > 2 and not any(CROSS.fullmatch(cell.text) for cell in row.cells):
                heading = row
            above = row
    return "\n".join(out)


def _below(row: Row, heading: Row | None) -> list[str]:
    """The cells of a row; where crosses tell something by their column, with the empty cells between them."""
    cells = [cell.text for cell in row.cells]
    if heading is None or not any(CROSS.fullmatch(text) for text in cells):
        return cells
    found = [""] * len(heading.cells)
    for cell in row.cells:
        middle = (cell.left + cell.right) / 2
        nearest = min(
            range(len(found)),
            key=lambda i: min(
                abs(cell.left - heading.cells[i].left),
                abs(middle - (heading.cells[i].left + heading.cells[i].right) / 2),
            ),
        )
        if found[nearest]:
            return cells
        found[nearest] = cell.text
    return found
