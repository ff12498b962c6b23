"""What was understood of a document: layout, meeting, people, items, signers, each in a few words and numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

from spacy.tokens import Doc

from .attendance import by_number, numbers_of
from .diagnosis import (
    Count,
    FileFound,
    HeadingFound,
    ItemFound,
    LabelFound,
    LayoutFound,
    MeetingFound,
    PeopleFound,
    SignersFound,
)
from .facts import (
    Assignment,
    Attendance,
    Ballot,
    Decision,
    Item,
    Meeting,
    Motion,
    Presenter,
    Proposal,
    Reading,
    Recusal,
    Reference,
    Reservation,
    Signature,
    Vote,
)
from .front import fields
from .items import candidate
from .layout import Layout, Section
from .lines import fold
from .suspicious_items import disagrees

LineOf = Callable[[int], int]
"""Offset → number of the line, counted from 1."""
OfItem = Proposal | Motion | Vote | Ballot | Decision | Reservation | Recusal | Presenter | Assignment | Reference
ORDER = (
    "proposal", "motion", "vote", "ballot", "decision", "reservation", "statement", "recusal", "presenter",
    "assignment", "reference",
)  # fmt: skip
CAPACITIES = ("member", "substitute", "nonvoting", "absent", "other", "guest")


def file_found(reading: Reading) -> FileFound:
    """The file, and what its text is like."""
    lines = sum(1 for line in reading.text.split("\n") if line.strip())
    return FileFound(
        reading.source, reading.format, len(reading.pages), len(reading.text), lines, len(reading.furniture)
    )


def layout_found(doc: Doc, line_of: LineOf) -> LayoutFound:
    """The title page with its labels, and the run of the items."""
    page: Layout = doc._.layout
    items = [section.item for section in page.sections]
    numbers = [int(digits[0]) for item in items if (digits := re.match(r"\d+", item))]
    gaps = [str(n) for a, b in pairwise(numbers) for n in range(a + 1, min(b, a + 50))]
    promised = [number for number in numbers_of(page) if number not in items]
    labels = (
        LabelFound(line_of(one.label.start), fold(one.label.text), one.kind, len(one.values))
        for one in fields(page.front, page.text)
        if one.label.text
    )
    return LayoutFound(
        len(page.front),
        len(page.agenda),
        len(page.tail),
        len(items),
        items[0] if items else "",
        items[-1] if items else "",
        tuple(sorted({*gaps, *promised}, key=by_number)),
        tuple(dict.fromkeys(twice(page))),
        tuple(labels),
    )


def twice(page: Layout) -> Iterator[str]:
    """The numbers of items that head another line within the items too."""
    heads = {section.head.start for section in page.sections}
    items = {section.item for section in page.sections}
    first, last = (page.sections[0].head.start, page.sections[-1].end) if heads else (0, 0)
    for line in page.lines:
        if first < line.start < last and line.start not in heads and "§" in line.text[:20]:
            head = candidate(0, line.text)
            if head and head.item in items and head.rest and not head.rest[0].isdigit():
                yield head.item


def meeting_found(doc: Doc) -> MeetingFound:
    """The meeting, and what is not known of it."""
    one: Meeting = doc._.meeting
    told = {
        "body": one.body,
        "organisation": one.organisation,
        "date": one.date,
        "start": one.start,
        "end": one.end,
        "place": one.place,
    }
    return MeetingFound(**told, missing=tuple(name for name, value in told.items() if not value))


def people_found(doc: Doc) -> PeopleFound:
    """Who was there by capacity, and who lacks something."""
    rows = [fact for fact in doc._.facts if isinstance(fact, Attendance)]
    counts = Counter(row.capacity for row in rows)
    sitting = [row for row in rows if row.capacity in ("member", "substitute", "nonvoting", "absent")]
    parties = any(row.party for row in sitting)
    listed = {name_key(name) for row in rows for name in (row.person, row.replaces)}
    acting = (fact for fact in doc._.facts if isinstance(fact, Motion | Ballot | Reservation | Recusal))
    return PeopleFound(
        tuple(Count(capacity, counts[capacity]) for capacity in CAPACITIES if counts[capacity]),
        tuple(row.person for row in sitting if parties and not row.party),
        tuple(row.person for row in rows if row.capacity == "substitute" and not row.replaces),
        tuple(dict.fromkeys(f.person for f in acting if f.person and name_key(f.person) not in listed)),
    )


def name_key(name: str) -> frozenset[str]:
    """A name as it is compared: its words in any order."""
    return frozenset(name.casefold().split())


def items_found(doc: Doc, line_of: LineOf) -> tuple[ItemFound, ...]:
    """Each item with what was read in it."""
    facts: dict[str, list[OfItem]] = {}
    for fact in doc._.facts:
        if isinstance(fact, OfItem):
            facts.setdefault(fact.item, []).append(fact)
    titles = {fact.item: fact.title for fact in doc._.facts if isinstance(fact, Item)}
    return tuple(
        item_found(section, titles.get(section.item, ""), facts.get(section.item, []), line_of(section.head.start))
        for section in doc._.layout.sections
    )


def item_found(section: Section, title: str, facts: list[OfItem], line: int) -> ItemFound:
    """One item with its headings, the number of its facts, and what is odd about it."""
    headings = [HeadingFound(fold(part.heading.text), part.kind) for part in section.parts if part.heading]
    counts = Counter(fact.kind if isinstance(fact, Reservation) else type(fact).__name__.lower() for fact in facts)
    ballots = [fact for fact in facts if isinstance(fact, Ballot)]
    problems = [] if title else ["no title"]
    if not counts["decision"]:
        headed = any(heading.kind == "decision" for heading in headings)
        problems.append("no decision below its heading" if headed else "no decision")
    rounds: dict[int, list[Ballot]] = {}
    for ballot in ballots:
        rounds.setdefault(ballot.round, []).append(ballot)
    if any(isinstance(fact, Vote) and disagrees(fact, rounds.get(fact.round, [])) for fact in facts):
        problems.append("the ballots do not add up to the tally")
    found = tuple(Count(what, counts[what]) for what in ORDER if counts[what])
    return ItemFound(section.item, line, title, tuple(headings), found, tuple(problems))


def signers_found(doc: Doc) -> SignersFound:
    """Who signed, by role."""
    rows = [fact for fact in doc._.facts if isinstance(fact, Signature)]
    chairs, adjusters, secretaries = (
        tuple(row.person for row in rows if row.role == role) for role in ("chair", "adjuster", "secretary")
    )
    told = {"chair": chairs, "adjuster": adjusters, "secretary": secretaries}
    return SignersFound(chairs, adjusters, secretaries, tuple(role for role, people in told.items() if not people))
