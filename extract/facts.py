"""The nouns: what a document says, as plain frozen data, each fact with the words it comes from.

This is the door out of `extract`: behind it nobody knows spaCy or PDF. One class stands for one table
of the public interface (`queries/*.rq`), with the same names for the same things. Texts are the minutes' own,
as printed, white space folded; what is unknown is the empty string. A name is written as *this* place prints it:
who that is, and how the name is best spelt, is decided in `graph/resolve.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .places import Box, Runs, Sheet


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that a fact rests on: a half-open character span of the text as read, and the rule that read it."""

    start: int
    end: int
    words: str
    page: int
    """Counted from 1; 1 for a text without pages."""
    rule: str
    """The name of the step that found the fact: `attendance`, `decisions` …"""
    box: Box | None = None
    """Where the words stand on the page, for a file that has pages to look at; see `places.py`."""
    confidence: float = 1.0
    """How sure the words are, from 0 to 1: below 1 where they were recognised in a picture."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as read, before anything is understood."""

    document: str
    """The file's name without its ending: the value of the column `document`."""
    source: str
    """The file's name with its ending."""
    sha256: str
    """Of the file's bytes, in hexadecimal."""
    format: str
    """The ending: `txt`, `pdf`, `docx` …"""
    text: str
    """The whole text, line ends as \\n, pages one after another."""
    pages: tuple[int, ...]
    """The offset in `text` at which each page begins; never empty."""
    furniture: tuple[tuple[int, int], ...] = ()
    """Spans of `text` that are page heads and feet: they stay in the text, but in no item."""
    places: tuple[Runs, ...] = field(default=(), repr=False)
    """Where the words stand on the pages, in the order of the text; empty for a file without pages to look at."""
    sheets: tuple[Sheet, ...] = ()
    """What each page shows; as many as there are pages, or none."""


@dataclass(frozen=True, slots=True)
class Meeting:
    body: str
    organisation: str
    date: str
    """ISO 8601, or empty."""
    start: str
    """`10:00`, or empty."""
    end: str
    place: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Attendance:
    person: str
    party: str
    municipality: str
    organisation: str
    role: str
    capacity: str
    """`member`, `substitute`, `nonvoting`, `other`, `guest`, `absent`."""
    items: str
    """`1-7,9`, or empty for the whole meeting."""
    replaces: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Signature:
    person: str
    party: str
    role: str
    """`chair`, `adjuster`, `secretary`."""
    signed: str
    """`2024-09-30T13:40:14+02:00`, or empty."""
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraf (§) of the minutes."""

    item: str
    """Its number as digits (`25`, `3a`)."""
    title: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Presenter:
    item: str
    person: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Proposal:
    item: str
    proposer: str
    """A person's name, an organ (`ordföranden`, `presidiet`), or empty."""
    text: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Motion:
    """A yrkande: what a person or a party moves, and which way (not a written motion to the council)."""

    item: str
    person: str
    """Empty when a party moves."""
    party: str
    stance: str
    """`approve`, `reject`, `amend`, `add`, `refer`, `postpone`, `other`."""
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Decision:
    item: str
    text: str
    kind: str
    """`noted`, `approved`, `elected`, `assigned`, `recommended`, `postponed`, `referred`, `rejected`, `other`."""
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Vote:
    """A votering (omröstning) with its tally, and what the minutes say of how it came out."""

    item: str
    round: int
    yes: int | None
    no: int | None
    abstain: int | None
    evidence: Evidence
    kind: str = ""
    """`main` (huvudvotering), `counter` (which proposal is to stand against the main one), or empty."""
    outcome: str = ""
    """The side that won, `yes` or `no`: by the printed count, else as the minutes say; empty where they do not."""
    casting: bool = False
    """Whether the chair's casting vote decided."""
    lot: bool = False
    """Whether lots were drawn."""
    minority: bool = False
    """Whether a minority of at least a third had the matter sent back (minoritetsåterremiss)."""
    ballot: str = ""
    """`secret` or `open`, where that is said."""


@dataclass(frozen=True, slots=True)
class VotingProposition:
    """What Ja and Nej stood for in a votering (voteringsproposition), in the minutes' words; a side may be empty."""

    item: str
    round: int
    yes: str
    no: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Ballot:
    """A vote that a person casts in a votering, or a party as a whole."""

    item: str
    round: int
    person: str
    """Empty when a party votes."""
    party: str
    vote: str
    """`yes`, `no`, `abstain`, `absent`."""
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Reservation:
    item: str
    person: str
    party: str
    kind: str
    """`reservation` or `statement`."""
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Recusal:
    """A person who takes no part in an item because of jäv."""

    item: str
    person: str
    party: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Assignment:
    item: str
    assignee: str
    task: str
    due: str
    """ISO 8601 date, or empty."""
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Reference:
    item: str
    kind: str
    """`sou`, `sfs`, `bill`, `case`, `decision`, `attachment`."""
    value: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """The diarienummer of an item: that of its own case, printed in its head, not one that its text only names."""

    item: str
    number: str
    """As printed: `KS 2024/00123`."""
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person named anywhere in the document."""

    person: str
    party: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class OrganisationMention:
    """An organisation or body named anywhere in the document."""

    organisation: str
    kind: str
    """`municipality`, `region`, `association`, `body`, `authority`, `company`, `university`, `party`, `other`."""
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A statement that a person has a role in, or belongs to, an organisation."""

    person: str
    role: str
    organisation: str
    evidence: Evidence


Fact = (
    Meeting
    | Attendance
    | Signature
    | Item
    | Presenter
    | Proposal
    | Motion
    | Decision
    | Vote
    | VotingProposition
    | Ballot
    | Reservation
    | Recusal
    | Assignment
    | Reference
    | CaseNumber
    | PersonMention
    | OrganisationMention
    | Affiliation
)


@dataclass(frozen=True, slots=True)
class Minutes:
    """One document: the text as read and everything that it says, in the order of the text."""

    reading: Reading
    facts: tuple[Fact, ...]
