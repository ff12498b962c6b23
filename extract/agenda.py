"""The agenda that was sent out: it tells who was to present what, with which documents, at the item that a point
became.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .items import key
from .layout import Layout
from .lines import BULLET, Block, block, fold
from .names import names_in

POINT = re.compile(r"^\W{0,3}(\d{1,2})[.)]\s*(?:\d{1,2}[:.]\d\d\s*[-–]\s*\d{1,2}[:.]\d\d\s*)?(?=\S)")
DOCUMENTS = re.compile(r"^\W*(?:handling(?:ar)?|bilag(?:a|or)|underlag)\s*:\s*", re.I)
PRESENTED = re.compile(
    r"^\W*(?:återrapportering|information|föredragning|föredragande|rapport|presentation|dragning)(?: av|:)\s+", re.I
)
ENDS = re.compile(
    r"^\W*(?:beslutsärende|informationsärende|diskussionsärende|föranmälda|övriga|upprop|lunch|paus|"
    r"\d{1,2}[:.]\d\d\s*[-–])",
    re.I,
)


@dataclass(slots=True)
class Point:
    """One point of the agenda."""

    number: int
    title: str
    documents: list[Block] = field(default_factory=list)
    presented: list[Block] = field(default_factory=list)
    """The lines that say who presents it."""


def agenda(page: Layout) -> dict[str, Point]:
    """Item number → the point that became it: point 1 is the first item, or the point whose title the item bears."""
    points = list(points_of(page))
    found: dict[str, Point] = {}
    titles = {key(section.title.text): section.item for section in page.sections if section.title}
    same = points and len(page.sections) == max(p.number for p in points)
    for point in points:
        item = titles.get(key(point.title), "")
        if not item and same and 0 < point.number <= len(page.sections):
            item = page.sections[point.number - 1].item
        if item:
            found[item] = point
    return found


def points_of(page: Layout) -> Iterator[Point]:
    """The points of the agenda in order."""
    point: Point | None = None
    state = ""
    for line in page.agenda:
        if match := POINT.match(line.text):
            if point:
                yield point
            point, state = Point(int(match[1]), fold(line.text[match.end() :]).strip(" *")), "title"
            continue
        if point is None:
            continue
        here = block(page.text, line.start, line.end)
        if DOCUMENTS.match(line.text):
            point.documents.append(here)
            state = "documents"
        elif PRESENTED.match(line.text):
            point.presented.append(here)
            state = "presented"
        elif ENDS.match(line.text):
            state = ""
        elif state == "documents" and BULLET.match(line.text):
            if DOCUMENTS.fullmatch(point.documents[-1].text) or BULLET.match(point.documents[-1].text):
                point.documents.append(here)
            else:
                state = ""  # the next matter of the point
        elif state == "documents":
            last = point.documents[-1]
            point.documents[-1] = Block(last.start, line.end, page.text[last.start : line.end].replace("\n", " "))
        elif state == "title" and not line.gap:
            point.title = fold(f"{point.title} {line.text}")
        elif state == "presented" and any(names_in(line.text)):
            point.presented.append(here)
    if point:
        yield point
