"""Words with their places on a page → rows of cells, from top to bottom. Pure geometry, no PDF library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

Edges = tuple[Sequence[float], Sequence[float], int, int]
"""The left and the right edges of all words of a page, and the first of those meant and the one behind the last."""
Word = tuple[float, float, float, float, int, str, Edges]
"""Left, right, baseline (upwards), em, number in the drawing order, text, and the edges of the words that it is of."""

WIDE = 1.5  # a gap of so many em always parts two cells
UNEVEN = 0.8  # and so does one of so many em, unless the gaps of its row are alike
NARROW = 0.6  # a gap of so many em parts them where other cells begin at the same place
JOINED = 0.08  # words that were drawn apart and stand nearer than this are one word
MIN_ROWS = 3  # of a column, before it is taken for one

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


def rows_of(words: Sequence[Word]) -> list[Row]:
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
    left, right, _, _, number, text, _ = group[0]
    last = Cell(left, right, text, [(0, len(text), number)])
    cells = [last]
    if len(group) == 1:
        return cells
    wide = UNEVEN if _uneven(group) else WIDE
    for left, right, _, em, this, text, _ in group[1:]:
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


def leading(rows: Sequence[Row]) -> float:
    """The usual distance of lines within a paragraph, in em: a low quartile, since lists have few close lines."""
    steps = [(a.baseline - b.baseline, b.em) for a, b in pairwise(rows)]
    ratios = sorted([step / em for step, em in steps if step < 3 * em])
    return min(max(ratios[len(ratios) // 4], 1.0), 1.6) if ratios else 1.2
