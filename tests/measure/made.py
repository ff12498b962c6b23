"""The minutes of a text as a writer of Word files or web pages would have put them: paragraphs, points, tables.

The makers beside this module turn them into files, so that it can be measured whether every format gives the same
tables as the text that it was made from.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from protokollgraf.extract.headings import heading_kind
from protokollgraf.extract.labels import label
from protokollgraf.extract.layout import Layout, layout
from protokollgraf.extract.lines import Line
from protokollgraf.extract.read import read

CELLS = re.compile(r"[^\s|](?:(?!\t| {2,}| ?\|).)*")
POINT = re.compile(r"(?P<mark>[-–•*●]|\d{1,2}[.)]|[a-h]\))\s+(?=\S)")
HEAD = re.compile(r"(?P<before>(?:[\wÅÄÖåäö]{1,10} )?§ ?)(?P<number>\d{1,4})(?P<behind>[.:]?)(?:\s+(?P<rest>.*))?$")


@dataclass(slots=True)
class Text:
    """A paragraph, heading or point."""

    words: str
    gap: bool = False
    """A blank line stands above."""
    level: int = 0
    """Of a heading that the text marks, from 1."""
    mark: str = ""
    """Of a list point: `-`, `1.`, `a)`."""
    head: re.Match[str] | None = None
    """The head of a §."""
    front: bool = True
    """Stands before the first § or behind the last: the lines of such a page are no paragraphs."""


@dataclass(slots=True)
class Table:
    """Rows of cells, a cell being lines."""

    rows: list[list[list[str]]]
    gap: bool = False
    front: bool = True


@dataclass(slots=True)
class Made:
    """One document."""

    name: str
    blocks: list[Text | Table] = field(default_factory=list)
    head: list[str] = field(default_factory=list)
    """The lines of the first page head, which Word keeps apart from the text; tabs part cells."""


def made(path: Path) -> Made:
    """The blocks of a text file of minutes."""
    page = layout(read(path))
    found = Made(page.reading.document, head=list(_page_head(page)))
    heads = {section.head.start for section in page.sections}
    joined = paragraphs(page)
    first = page.sections[0].head.start if page.sections else len(page.text)
    last = page.tail[0].start if page.tail else len(page.text)
    lines = page.lines
    at = 0
    while at < len(lines):
        line, end = lines[at], at + 1
        front = not first <= line.start < last
        if columns(line, page) and line.start not in heads:
            while end < len(lines) and lines[end].start not in heads and lines[end].gap < 2:
                between = end + 1 < len(lines) and not lines[end].gap + lines[end + 1].gap
                if not (columns(lines[end], page) or _below(lines[end], page)) and not (
                    between and columns(lines[end + 1], page)
                ):
                    break
                end += 1
            found.blocks.append(Table(_rows(lines[at:end], page), line.gap > 0, front))
        else:
            while end < len(lines) and not front and not columns(lines[end], page):
                if line.start in heads or joined.get(lines[end].start, -1) != joined.get(line.start, -2):
                    break
                end += 1
            found.blocks.append(_text(lines[at:end], page, line.start in heads, front))
        at = end
    return found


def paragraphs(page: Layout) -> dict[int, int]:
    """Where each line of the items begins → where the paragraph begins that it is part of."""
    spans = [
        (block.start, block.end)
        for section in page.sections
        for block in [*section.blocks(), *([section.title] if section.title else [])]
    ]
    starts = sorted(line.start for line in page.lines)
    return {
        line: start for start, end in spans for line in starts[bisect_left(starts, start) : bisect_left(starts, end)]
    }


def _page_head(page: Layout) -> Iterator[str]:
    """The lines of the first page head, without page numbers: those of the furniture until one comes again."""
    seen: set[str] = set()
    for start, end in page.reading.furniture:
        words = page.reading.text[start:end].strip(" *#")
        words = re.sub(r"(?:\b(?:sida|blad|sid)\.? ?)?\b\d{1,3} ?(?:\(\d+\)|av \d+)", "", words, flags=re.I).strip()
        if words in seen:
            return
        seen.add(words)
        if words and not re.match(r"(?:just\w* ?sign|utdragsbest)", words, re.I):
            yield re.sub(r" {2,}", "\t", words)


def columns(line: Line, page: Layout) -> bool:
    """Whether a line has cells; the mark of a point is none."""
    words = POINT.sub("", re.sub(r"^att\s+", "", line.text), count=1)
    return words.startswith("|") or len(CELLS.findall(words)) > 1


def _below(line: Line, page: Layout) -> bool:
    """Whether a line goes on in the right column of the line above, or in the cell above it."""
    margin = _margin(line, page)
    return (margin >= 8 and not POINT.match(line.text)) or (margin > 1 and line.text[0].islower() and not line.gap)


def _margin(line: Line, page: Layout) -> int:
    return line.start - (page.text.rfind("\n", 0, line.start) + 1)


def _rows(lines: Sequence[Line], page: Layout) -> list[list[list[str]]]:
    """The cells of lines: by bars and tabs as they stand, else by the place on the line where they begin."""
    rows: list[list[list[str]]] = []
    places: list[int] = []
    spaced = [line for line in lines if "\t" not in line.text and not line.text.startswith("|")]
    if spaced:
        head = max(spaced, key=lambda one: len(CELLS.findall(one.text)))
        places = [_margin(head, page) + m.start() for m in CELLS.finditer(head.text)]
        if all(_margin(line, page) > places[0] + 3 for line in spaced[:1]):
            places.insert(0, 0)
    for line in lines:
        for bar in ("|", "\t"):
            if bar in line.text and (bar != "|" or line.text.startswith("|")):
                cells = [cell.strip() for cell in line.text.strip("|").split(bar)]
                if any(cell.strip("-: ") for cell in cells):
                    rows.append([[cell] if cell else [] for cell in cells])
                break
        else:
            row: list[list[str]] = [[] for _ in places]
            found = list(CELLS.finditer(line.text))
            for i, match in enumerate(found):
                start = _margin(line, page) + match.start()
                nearest = min(range(len(places)), key=lambda i: abs(places[i] - start))
                row[i if len(found) == len(places) else nearest].append(match[0].strip())
            if rows and line.text[0].islower() and _margin(line, page) in range(1, 8):
                rows[-1][0].append(line.text)
            elif rows and len(places) > 1 and not row[0] and sum(map(bool, row)) == 1 and _merges(rows[-1], row):
                for cell, more in zip(rows[-1], row, strict=True):
                    cell += more
            else:
                rows.append(row)
    return rows


def _merges(above: list[list[str]], row: list[list[str]]) -> bool:
    """Whether a row goes on in the one cell that the row above has beside its label."""
    at = next(i for i, cell in enumerate(row) if cell)
    return len(above) == len(row) and bool(above[at]) and not any(above[at + 1 :])


def _text(lines: Sequence[Line], page: Layout, head: bool, front: bool) -> Text:
    words = " ".join(line.text for line in lines)
    words = re.sub(r"(?<=[a-zåäö])- (?=[a-zåäö])(?!och|eller|samt|respektive)", "", words)
    source = page.reading.text[page.reading.text.rfind("\n", 0, lines[0].start) + 1 : lines[0].start]
    level = source.count("#") or (3 if lines[0].marked else 0)
    found = Text(words, lines[0].gap > 0, level, front=front)
    if head:
        found.head = HEAD.match(words)
    elif not front and heading_kind(words):
        found.level = level or 3
    elif not front and (match := POINT.match(words)):
        found.mark, found.words = match["mark"], words[match.end() :]
    return found


def labelled(block: Table) -> bool:
    """Whether a table is a title page's: labels, and what they stand for."""
    return any(row and row[0] and label(row[0][0])[0] for row in block.rows)
