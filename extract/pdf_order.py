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

from .table_words import PERSON, ROSTER

Word = tuple[float, float, float, float, int, str]
"""Left, right, baseline (upwards), em, number in the drawing order, text."""

WIDE = 1.5  # a gap of so many em always parts two cells
UNEVEN = 0.8  # and so does one of so many em, unless the gaps of its row are alike
NARROW = 0.6  # a gap of so many em parts them where other cells begin at the same place
JOINED = 0.08  # words that were drawn apart and stand nearer than this are one word
MIN_ROWS = 3  # of a column, before it is taken for one
MAX_GUTTERS = 12  # places on a page that are tried as the left edge of a column: bounds the work on a hostile page


_CROSSES = frozenset("xX×✓✗√")

Span = tuple[int, int, int]
"""Where a word stands in a text: its first character, the one behind its last, the word's number."""


@dataclass(slots=True)
class Cell:
    left: float
    right: float
    text: str
    spans: list[Span]


@dataclass(slots=True)
class Row:
    baseline: float
    em: float
    cells: list[Cell]


def lines(words: Sequence[Word]) -> tuple[str, list[Span]]:
    """The words of one page as text, and where each stands in it.

    The text has a line for each row, tabs between cells, empty lines between paragraphs.
    """
    return _text(_blocks(_rows(words)))


def _rows(words: Sequence[Word]) -> list[Row]:
    """Words grouped by baseline, top to bottom, each row cut into cells."""
    groups: list[list[Word]] = []
    baseline, em = 0.0, 0.0
    for word in sorted(words, key=_downwards):
        size = word[3]
        if size == em:
            reach = 0.4 * em
        else:  # a raised or lowered figure is smaller than the words that it belongs to: those may be further off
            small, large = min(size, em), max(size, em)
            reach = 0.4 * (large if small < 0.75 * large else small)
        if groups and baseline - word[2] <= reach:
            groups[-1].append(word)
            if size > em:
                baseline, em = word[2], size
        else:
            groups.append([word])
            baseline, em = word[2], size
    for group in groups:
        if len(group) > 1:
            group.sort()
    starts = _starts(groups)
    rows = []
    for group in groups:
        main = group[0] if len(group) == 1 else max(group, key=_size)
        rows.append(Row(main[2], main[3], _cells(group, starts)))
    return rows


def _size(word: Word) -> float:
    return word[3]


def _downwards(word: Word) -> float:
    return -word[2]


def _starts(groups: Sequence[Sequence[Word]]) -> set[int]:
    """The places (in whole points) at which several cells begin, wide gaps considered only."""
    counts = Counter([round(group[0][0]) for group in groups])
    for group in groups:
        if len(group) > 1:
            right = group[0][1]
            for word in group[1:]:
                if word[0] - right > WIDE * word[3]:
                    counts[round(word[0])] += 1
                right = max(right, word[1])
    return {place + off for place, count in counts.items() if count >= MIN_ROWS for off in (-1, 0, 1)}


def _cells(group: Sequence[Word], starts: set[int]) -> list[Cell]:
    left, right, _, _, number, text = group[0]
    last = Cell(left, right, text, [(0, len(text), number)])
    cells = [last]
    if len(group) == 1:
        return cells
    wide = UNEVEN if _uneven(group) else WIDE
    for left, right, _, em, this, text in group[1:]:
        gap = left - last.right
        if gap <= wide * em and (gap <= NARROW * em or round(left) not in starts):
            joined = gap < JOINED * em and this != number + 1
            last.text += text if joined else " " + text
            last.spans.append((len(last.text) - len(text), len(last.text), this))
            last.right = max(last.right, right)
        else:
            last = Cell(left, right, text, [(0, len(text), this)])
            cells.append(last)
        number = this
    return cells


def _uneven(group: Sequence[Word]) -> bool:
    """Whether the gaps of a row differ, as they do between the cells of a table; a justified line has even ones."""
    gaps = [b[0] - a[1] for a, b in pairwise(group)]
    return len(gaps) < 3 or max(gaps) > 1.5 * min(gaps)


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
            _append(above.cells[0], row.cells[0])
            row = Row(row.baseline, row.em, row.cells[1:])
        kept.append(row)
    return kept


def _append(label: Cell, more: Cell) -> None:
    label.text = label.text[:-1] if label.text.endswith("-") else f"{label.text} "
    label.spans += [(len(label.text) + start, len(label.text) + end, number) for start, end, number in more.spans]
    label.text += more.text


def _leading(rows: Sequence[Row]) -> float:
    """The usual distance of lines within a paragraph, in em: a low quartile, since lists have few close lines."""
    steps = [(a.baseline - b.baseline, b.em) for a, b in pairwise(rows)]
    ratios = sorted([step / em for step, em in steps if step < 3 * em])
    return min(max(ratios[len(ratios) // 4], 1.0), 1.6) if ratios else 1.2


def _text(blocks: Sequence[Sequence[Row]]) -> tuple[str, list[Span]]:
    lead = 1.3 * _leading([row for block in blocks for row in block if row.cells])
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
