"""What was understood of a document and what was not, as plain frozen data: the nouns of `protokollgraf diagnose`.

A field marked `ours` holds words of ours, never the document's; `anonymous` masks all the others.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


def ours(**options: Any) -> Any:
    """A field whose words are of our own vocabulary."""
    return field(metadata={"ours": True}, **options)


@dataclass(frozen=True, slots=True)
class FileFound:
    source: str
    """The file's name with its ending."""
    format: str = ours(default="")
    pages: int = 0
    characters: int = 0
    lines: int = 0
    """Printed lines, without blank ones."""
    heads_and_feet: int = 0
    """Lines taken off as page heads and feet."""


@dataclass(frozen=True, slots=True)
class LabelFound:
    line: int
    label: str
    kind: str = ours()
    """What it was taken for, as in `lexicon/labels.tsv`."""
    lines: int = 0
    """How many lines or cells stand below it."""


@dataclass(frozen=True, slots=True)
class LayoutFound:
    title_page: int
    """Its lines."""
    agenda: int
    tail: int
    """Lines behind the last item."""
    items: int
    first: str
    last: str
    missing: tuple[str, ...]
    """Numbers that lack in the run of the §§, or that the title page promises."""
    twice: tuple[str, ...]
    """Numbers that head more than one line."""
    labels: tuple[LabelFound, ...]


@dataclass(frozen=True, slots=True)
class MeetingFound:
    body: str
    organisation: str
    date: str
    start: str
    end: str
    place: str
    missing: tuple[str, ...] = ours()


@dataclass(frozen=True, slots=True)
class Count:
    what: str = ours()
    number: int = 0


@dataclass(frozen=True, slots=True)
class PeopleFound:
    capacities: tuple[Count, ...]
    without_party: tuple[str, ...]
    """Members and substitutes without a party, where others have one."""
    for_nobody: tuple[str, ...]
    """Substitutes who serve, and for whom is not known."""
    not_listed: tuple[str, ...]
    """People who move, vote, reserve themselves or leave for jäv, and are not on the list."""


@dataclass(frozen=True, slots=True)
class HeadingFound:
    words: str
    kind: str = ours()
    """As in `lexicon/headings.tsv`; `other` for one that is not known."""


@dataclass(frozen=True, slots=True)
class ItemFound:
    item: str
    line: int
    title: str
    headings: tuple[HeadingFound, ...]
    facts: tuple[Count, ...]
    """How many decisions, motions … were read."""
    problems: tuple[str, ...] = ours()


@dataclass(frozen=True, slots=True)
class SignersFound:
    chairs: tuple[str, ...]
    adjusters: tuple[str, ...]
    secretaries: tuple[str, ...]
    missing: tuple[str, ...] = ours()


@dataclass(frozen=True, slots=True)
class Share:
    """How many lines of a part of the minutes were read. Running text is no line to be read: it is counted apart."""

    part: str = ours()
    lines: int = 0
    read: int = 0
    """That are evidence of a fact, or a known label, heading or § …"""
    running: int = 0


@dataclass(frozen=True, slots=True)
class UnreadLine:
    """A line, or lines that follow each other, that no rule read, or that look misread."""

    line: int
    last: int
    """The last one of the lines that follow each other."""
    text: str
    """Of the first line."""
    item: str
    why: str = ours()
    rank: int = 0
    """0 for what may lose a whole item, 1 to 3 for a fact, from 4 on for what may well be nothing."""
    around: tuple[str, ...] = ()
    """The printed lines from the one above to the one below, at most six, as they stand in the text."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    file: FileFound
    refused: str = ours(default="")
    """Why the file cannot be read or is no minutes; empty where it was read."""
    layout: LayoutFound | None = None
    """This and what follows is lacking where the file could not be read at all."""
    meeting: MeetingFound | None = None
    people: PeopleFound | None = None
    items: tuple[ItemFound, ...] = ()
    signers: SignersFound | None = None
    shares: tuple[Share, ...] = ()
    unread: tuple[UnreadLine, ...] = ()
    """The likeliest misses first."""
    title_page: tuple[str, ...] = ()
    """The first lines as they stand in the text, so that a report shows their columns."""
    anonymous: bool = False
