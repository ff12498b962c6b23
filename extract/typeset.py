"""Paragraphs, points of lists and tables of a document that has no lines of its own (Word, HTML) → the text of pages.

A document is a list of lines: `GAP` is a blank one, `TURN` begins a page. A table's row is one line, its cells parted
by tabs, as `pdf_order` lays them out: a label comes before its value. Cells that hold text of their own (a title page
in a table, ledamöter beside ersättare) are read one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from .labels import label
from .table_words import CROSS, PERSON

GAP = ""
TURN = "\f"
MAX_COLUMNS = 63
"""Of a table, as in Word: what spans more is cut off."""

_SHORT = re.compile(r"\W*(?:\w{1,5}\W*|[a-zåäö\d].{0,60})")
"""What stands beside names, not instead of them: a party, a role, a cross."""
_PROSE = 60
_MARK = re.compile(r"^#{1,6} ")
"""Of a heading; within a line it would be text."""
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


class Cell(NamedTuple):
    """A cell of a table: its lines, and how many columns it spans."""

    lines: list[str]
    span: int = 1


Row = Sequence[Cell]


def pages(lines: Iterable[str]) -> list[str]:
    """The text of each page. Blank lines stand alone; page breaks with nothing between them are one."""
    found: list[list[str]] = [[]]
    gap = False
    for line in lines:
        if line == TURN:
            if found[-1]:
                found.append([])
            gap = False
        elif not line.strip():
            gap = bool(found[-1])
        else:
            found[-1] += [GAP, line] if gap else [line]
            gap = False
    if len(found) > 1 and not found[-1]:
        found.pop()
    return ["\n".join(page) for page in found]


def counted(value: int, form: str) -> str:
    """The number of a list point; `form` is `lowerLetter`, `upperLetter`, `lowerRoman`, `upperRoman`, else digits."""
    if form.endswith("Letter") and 0 < value <= 780:
        text = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
    elif form.endswith("Roman") and 0 < value < 4000:
        text = ""
        for size, sign in _ROMAN:
            text += sign * (value // size)
            value %= size
    else:
        return str(value)
    return text.upper() if form.startswith("upper") else text


def table(rows: Sequence[Row]) -> list[str]:
    """The lines of a table, with a blank one above and below."""
    whole = any(CROSS.fullmatch(line) for row in rows for cell in row for line in cell.lines)
    found: list[str] = [GAP]
    for row in rows:
        found += _crossed(row) if whole else _row([cell.lines for cell in row])
    return [*found, GAP]


def _row(cells: Sequence[list[str]]) -> Iterator[str]:
    """One row of a table without crosses. Empty cells at its end go; one before others leaves its tab, so that names
    below `Ersättare` stand further right than those below `Ledamöter`.
    """
    cells = [_trimmed(lines) for lines in cells]
    while cells and not cells[-1]:
        cells.pop()
    if sum(map(bool, cells)) < 2:
        for i, lines in enumerate(cells):
            yield from ("\t" * i + line if line not in (GAP, TURN) else line for line in lines)
        return
    cells = [[_MARK.sub("", line) for line in lines] for lines in cells]
    turns = [line for lines in cells for line in lines if line == TURN]
    if sum(len(lines) > 1 for lines in cells) < 2 or _beside(cells):
        for parts in zip_longest(*([line for line in lines if line != TURN] for lines in cells), fillvalue=""):
            yield "\t".join(parts).rstrip("\t")
        yield from turns
        return
    labels: list[str] = []
    for lines in cells:
        if len(lines) < 2 and lines is not cells[-1]:
            labels += lines
        else:
            yield "\t".join([*labels, lines[0]])
            yield from lines[1:]
            labels = []


def _beside(cells: Sequence[list[str]]) -> bool:
    """Whether the lines of these cells belong together line by line: labels and values, names and their parties."""
    first, *rest = [[line for line in lines if line.strip()] for lines in cells if len(lines) > 1]
    if len(first) > 1 and all(label(line)[0] or not _name(line) for line in first) and _labels(first) > 1:
        return not any(_labels(lines) or max(map(len, lines)) > 3 * _PROSE for lines in rest)
    return all(
        len(lines) == len(first) and sum(_SHORT.fullmatch(line) is not None for line in lines) * 2 > len(lines)
        for lines in rest
    )


def _labels(lines: Sequence[str]) -> int:
    return sum(label(line)[0] != "" for line in lines)


def _name(line: str) -> bool:
    return PERSON.search(line) is not None


def _crossed(row: Row) -> Iterator[str]:
    """One row of a table with crosses: a cross tells something by its column, so empty cells stay."""
    cells: list[list[str]] = []
    for cell in row[:MAX_COLUMNS]:
        lines = [_MARK.sub("", line) for line in cell.lines if line.strip() and line != TURN]
        cells += [lines] + [[]] * (min(cell.span, MAX_COLUMNS) - 1)
    if sum(map(bool, cells)) < 2:
        yield from (line for lines in cells for line in lines)
    else:
        for parts in zip_longest(*cells[:MAX_COLUMNS], fillvalue=""):
            yield "\t".join(parts)
    yield from (TURN for cell in row for line in cell.lines if line == TURN)


def _trimmed(lines: list[str]) -> list[str]:
    """Without blank lines at the ends."""
    start, end = 0, len(lines)
    while start < end and not lines[start].strip(" \t"):
        start += 1
    while end > start and not lines[end - 1].strip(" \t"):
        end -= 1
    return lines[start:end]


def heading(text: str, level: int) -> str:
    """A heading of level 0 to 8 with its mark, as in markdown: it parts what the rules have no word for. Other text
    as it is.
    """
    return f"{'#' * min(level + 1, 6)} {text}" if level < 9 and text.strip() else text
