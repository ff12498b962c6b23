"""Where words stand on the pages of a file that has pages to look at: a PDF, a scan, a picture.

Boxes are in points (1/72 inch) as the file itself counts them: x to the right, y upwards, (0, 0) in the page's lower
left corner in nearly all files. `Sheet` tells what of that plane a page shows.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .pdf_rows import Span, Word

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""

DESCENT, ASCENT = 0.25, 0.95  # em: how far below and above the baseline the letters of most fonts go


class Runs(NamedTuple):
    """The runs of words of one page that are turned the same way, and where each stands in the text.

    A reader gives them as it has them; what box a span has is worked out for those spans only that are asked for.
    """

    start: int
    """The offset in the text that the spans count from."""
    page: int
    """Counted from 1."""
    turns: int
    """Clockwise quarter turns of the letters; the words' places are those of upright ones. -1 is askew."""
    words: Sequence[Word]
    spans: Sequence[Span]
    """In the order of the text; they do not overlap."""
    confidences: Sequence[float] = ()
    """How sure each word is, from 0 to 1, where that is known."""


class Sheet(NamedTuple):
    """What a page shows of its plane, and by how many quarter turns clockwise it is turned for that."""

    box: Box
    turns: int = 0


class Page(NamedTuple):
    """What a reader gives for a page of which it knows more than the text; the spans of `places` are in `text`."""

    text: str
    places: Sequence[Runs] = ()
    sheet: Sheet | None = None


def placed(places: Sequence[Runs], text: str, start: int, end: int, page: int) -> tuple[Box | None, float]:
    """The box around the words of a span as far as they stand on its page, and the mean confidence of all of them.

    `places` are in the order of the text. (None, 1.0) where nothing is known.
    """
    boxes: list[Box] = []
    sure, size = 0.0, 0
    for runs, span in _touched(places, start, end):
        at, until, number = runs.start + span[0], runs.start + span[1], span[2]
        first, last = max(at, start), min(until, end)
        sure += (runs.confidences[number] if runs.confidences else 1.0) * (last - first)
        size += last - first
        if runs.page == page and runs.turns >= 0:  # of what stands askew no box along the page's edges is its own
            before, words = text.count(" ", at, first), text.count(" ", first, last)
            whole = text.count(" ", at, until)
            boxes.append(_box(runs.words[number], runs.turns, before, before + words, whole))
    if not boxes:
        return None, sure / size if size else 1.0
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return (min(lefts), min(bottoms), max(rights), max(tops)), sure / size


def _touched(places: Sequence[Runs], start: int, end: int) -> Iterator[tuple[Runs, Span]]:
    """The runs that a span of the text touches, in order."""
    for runs in places[max(bisect_right(places, start, key=_start) - 1, 0) :]:
        if runs.start >= end:
            return
        for span in runs.spans[bisect_right(runs.spans, start - runs.start, key=_end) :]:
            if runs.start + span[0] >= end:
                break
            yield runs, span


def _start(runs: Runs) -> int:
    return runs.start


def _end(span: Span) -> int:
    return span[1]


def _box(run: Word, turns: int, first: int, last: int, count: int) -> Box:
    """The box of a run from its first-th to its last-th word of `count` and one, turned as it is on the page."""
    left, right, base, em, _, _, (lefts, rights, begin, end) = run
    if turns == 0 and end - begin == count + 1:
        left, right = lefts[begin + first], rights[begin + last]
    low, high = base - DESCENT * em, base + ASCENT * em
    match turns:
        case 0:
            return left, low, right, high
        case 1:
            return low, -right, high, -left
        case 2:
            return -right, -high, -left, -low
        case _:
            return -high, left, -low, right


def viewrect(box: Box, sheet: Sheet) -> tuple[float, float, float, float]:
    """Left, top, width and height of a box on the page as it is shown, counted from its upper left corner."""
    left, bottom, right, top = box
    x0, y0, x1, y1 = sheet.box
    width, height = right - left, top - bottom
    match sheet.turns:
        case 1:
            return bottom - y0, left - x0, height, width
        case 2:
            return x1 - right, bottom - y0, width, height
        case 3:
            return y1 - top, x1 - right, height, width
        case _:
            return left - x0, y1 - top, width, height
