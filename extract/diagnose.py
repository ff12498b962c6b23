"""A file → its `Diagnosis`: reads it, runs the steps, and says what came of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path

from spacy.tokens import Doc

from ..errors import UnreadableError
from .anonymous import anonymous
from .diagnosis import Diagnosis, FileFound, Share, UnreadLine
from .facts import Reading
from .formats import shown
from .layout import Layout
from .pipeline import annotated
from .read import read
from .suspicions import Suspicion, suspicions
from .understood import (
    LineOf,
    file_found,
    items_found,
    layout_found,
    meeting_found,
    people_found,
    signers_found,
)
from .unread import TELLING, Piece, pieces

PARTS = {
    "title page": "title page", "people": "lists of people", "agenda": "agenda", "signatures": "signatures",
    "notice": "notice", "end": "behind the last §",
}  # fmt: skip
BELOW = {
    "decision": "decisions", "proposal": "proposals", "motions": "motions", "vote": "votes",
    "reservation": "reservations", "statement": "statements", "recusal": "jäv", "presenter": "presenters",
    "documents": "documents",
}  # fmt: skip
TITLE_PAGE = 60
"""Lines of the text that a report shows from its beginning."""
LONGEST = 1_000
"""Characters that are kept of one line."""


def diagnosed(path: Path, *, masked: bool = False) -> Diagnosis:
    """What was understood of a file; `refused` says why where it cannot be read or is no minutes.

    With `masked`, no word, name or number of the document is left in it.
    """
    try:
        found = diagnose(read(path))
    except UnreadableError as error:
        found = Diagnosis(FileFound(path.name), str(error).removeprefix(f"{shown(path)}: "))
    return anonymous(found) if masked else found


def diagnose(reading: Reading) -> Diagnosis:
    """What was understood of a text and what was not; of one that is no minutes, as much as can be told."""
    doc, error = annotated(reading)
    refused = error.removeprefix(f"{reading.source}: ")
    if not doc._.layout.lines:
        return Diagnosis(file_found(reading), refused)
    line_of = lines_by_offset(reading.text)
    parts = pieces(doc)
    return Diagnosis(
        file_found(reading),
        refused,
        layout_found(doc, line_of),
        meeting_found(doc),
        people_found(doc),
        items_found(doc, line_of),
        signers_found(doc),
        tuple(shares(parts, line_of)),
        tuple(unread_lines(doc, suspicions(doc, parts), line_of)),
        first_lines(doc),
    )


def lines_by_offset(text: str) -> LineOf:
    """Offset → number of the line in the text as read, counted from 1."""
    ends = [i for i, char in enumerate(text) if char == "\n"]
    return lambda offset: bisect_left(ends, offset) + 1


def shares(found: Sequence[Piece], line_of: LineOf) -> Iterator[Share]:
    """How much of each part was read, line by line: a line counts as unread when a piece of it is."""
    order = [*PARTS.values(), "heads of items", *BELOW.values(), "running text"]
    lines: dict[str, dict[int, set[str]]] = {}
    for piece in found:
        lines.setdefault(part_of(piece), {}).setdefault(line_of(piece.start), set()).add(piece.status)
    for part in sorted(lines, key=order.index):
        kinds = lines[part].values()
        running = sum(kind == {"text"} for kind in kinds)
        read = sum("unread" not in kind and kind != {"text"} for kind in kinds)
        yield Share(part, len(kinds), read, running)


def part_of(piece: Piece) -> str:
    """The part of the minutes that a piece is counted with."""
    if piece.part != "item":
        return PARTS[piece.part]
    if piece.kind in TELLING:
        return BELOW[piece.kind]
    return "running text" if piece.kind else "heads of items"


def unread_lines(doc: Doc, found: Sequence[Suspicion], line_of: LineOf) -> Iterator[UnreadLine]:
    """The suspicions as lines: those that follow each other for the same reason are one."""
    page: Layout = doc._.layout
    starts = [section.head.start for section in page.sections]
    behind = page.tail[0].start if page.tail else len(page.text)
    groups: list[list[Suspicion]] = []
    for one in found:
        last = groups[-1][-1] if groups else None
        if last and one[:2] == last[:2] and 0 <= line_of(one.start) - line_of(last.end) <= 2:
            groups[-1].append(one)
        else:
            groups.append([one])
    raw = page.reading.text.split("\n")
    for group in groups:
        one, first, last_line = group[0], line_of(group[0].start), line_of(group[-1].end)
        at = bisect_right(starts, one.start)
        item = page.sections[at - 1].item if at and one.start < behind else ""
        text = page.reading.text[one.start : min(one.end, one.start + LONGEST)]
        around = tuple(line[:LONGEST] for line in raw[max(0, first - 2) : min(last_line + 1, first + 4)])
        yield UnreadLine(first, last_line, " ".join(text.split()), item, one.why, one.rank, around)


def first_lines(doc: Doc) -> tuple[str, ...]:
    """The lines of the text from its beginning to the first item."""
    page: Layout = doc._.layout
    end = page.sections[0].head.start if page.sections else len(page.text)
    return tuple(line[:LONGEST] for line in page.reading.text[:end].split("\n")[:TITLE_PAGE])
