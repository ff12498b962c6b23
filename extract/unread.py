"""Which lines of a document gave something, and which no rule read.

Every piece of a printed line (a cell of the title page, else the line) gets the part of the minutes that it stands in
and a status: `fact` (it is evidence), `structure` (a label, heading, § or agenda: known, but says nothing by itself),
`text` (running text, which is read only for what it says of decisions, motions, votes …) or `unread`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Doc

from .attendance import party_heading
from .attendance_row import VACANT
from .facts import Attendance, Fact, Meeting, OrganisationMention, PersonMention, Signature
from .front import CROSS, PEOPLE, Field, fields
from .headings import heading_kind
from .layout import ANNEX, SERVICE, Layout, Part, Section
from .lexicon import municipality_of, role_of
from .lines import Block, Line, fold
from .names import names_in
from .organisations import organisation_at

TELLING = ("decision", "proposal", "motions", "vote", "reservation", "statement", "recusal", "presenter", "documents")
"""The headings below which every line should give something."""
SIGNERS = ("adjuster", "signing", "signatures", "paragraphs", "adjusting")
ABOUT_MEETING = ("placetime", "place", "time", "date")
TITLE = re.compile(r"protokoll|sammanträde|möte|anteckning|kommun\b|stad\b|region\b|förbund|landsting|dnr|diarie", re.I)
ELSEWHERE = re.compile(r"(?:se|enligt|framgår av)\b.{0,200}(?:lista|förteckning|bilaga|sida)", re.I)
"""Who was there stands in a list elsewhere."""
NOTICE = re.compile(
    r"anslag|justeringen har tillkännagivits|protokollet är|utdrag|bestyrk|intygar|plats och tid|påseende|förvaring",
    re.I,
)
CHAIR = re.compile(
    r"(?:därefter |härefter |efter propositionsställning )?(?:ställer |finner )?ordförande\w*\b.*?\b"
    r"(?:ställ\w+|finner|fann|fråg\w+|konstaterar|prövar|tackar|avslutar|presenterar)\b|"
    r"(?:godkänd )?voteringsproposition|den som\b|(?:ja|nej)(?:-röst)? ?(?:=|:|för|till|innebär)|vid lika röstetal|"
    r"votering begärs",
    re.I | re.S,
)
"""How the chair puts the question: said of every votering, in no table."""
GOES = re.compile(r"\b(?:lämnar|lämnade) (?:sammanträdet|mötet)|\btjänstgör\b|\bträder in\b|\bersätts av\b", re.I)
"""Who comes and goes: only the list of those present says for which items."""
TABLE_HEAD = re.compile(
    r"[\s|]*(?:(?:namn|ledam[oö]t(?:er)?|parti|kommun|ja|nej|avst[a-zåäö]*\.?|summa|resultat|närv[a-zåäö]*\.?|"
    r"frånv[a-zåäö]*\.?|tid|titel|votering|totalt|n|f|funktion|uppdrag|roll|anm(?:ärkning(?:ar)?)?\.?|"
    r"(?:ej )?tj(?:än)?g[a-zåäö]*\.?)(?=[\s|:\d]|$)[\s|:\d]*)+",
    re.I,
)
MANY, NEAR = 300, 300
"""How many senders are looked for, and in how many characters around a line: both bound the time."""
NO_NEWS = re.compile(r"[\W\d_]*|(?:kl|nr|sid(?:a|an|or)?|plats|datum|tid)\b[\W\d]*", re.I)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line."""

    start: int
    end: int
    text: str
    part: str
    """`title page`, `people`, `signatures`, `notice`, `agenda`, `item`, `end`."""
    kind: str
    """Of the label or heading that it stands below."""
    status: str
    """`fact`, `structure`, `text`, `unread`."""


@dataclass(frozen=True, slots=True)
class Known:
    """What was read already and lines of the title page may repeat."""

    meeting: Meeting
    signers: frozenset[str]
    senders: tuple[str, ...]
    """The municipalities and organisations of the people, at most MANY."""


class Spans:
    """Spans of the text, asked for by place."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted(spans):
            if self.ends and start <= self.ends[-1]:
                self.ends[-1] = max(end, self.ends[-1])
            else:
                self.starts.append(start)
                self.ends.append(end)

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them overlaps a span."""
        at = bisect_left(self.starts, end)
        return at > 0 and self.ends[at - 1] > start


def evidence_of(facts: Iterable[Fact]) -> Spans:
    """The evidence of facts."""
    return Spans((fact.evidence.start, fact.evidence.end) for fact in facts)


def told(doc: Doc, *but: type) -> Spans:
    """The evidence of all facts but mere mentions and those of the kinds `but`."""
    return evidence_of(f for f in doc._.facts if not isinstance(f, (PersonMention, OrganisationMention, *but)))


def pieces(doc: Doc) -> list[Piece]:
    """All printed lines but page heads and feet, in order, piece by piece. `doc` has gone through all the steps."""
    page: Layout = doc._.layout
    spans = told(doc)
    found = [*of_fields(doc, page.front, "title page"), *of_tail(doc, spans)]
    found += [Piece(line.start, line.end, line.text, "agenda", "", "structure") for line in page.agenda]
    for section in page.sections:
        found += of_section(page, section, spans)
    return sorted(found, key=lambda piece: piece.start)


def of_tail(doc: Doc, spans: Spans) -> Iterator[Piece]:
    """The signatures and the notice behind the last item, then annexes and the pages of a signing service."""
    page: Layout = doc._.layout
    signed = list(takewhile(lambda line: not (ANNEX.match(line.text) or SERVICE.match(line.text)), page.tail))
    yield from of_fields(doc, signed, "end")
    for x in page.tail[len(signed) :]:
        yield Piece(x.start, x.end, x.text, "end", "annex", "fact" if spans.touch(x.start, x.end) else "text")


def of_fields(doc: Doc, lines: Sequence[Line], part: str) -> Iterator[Piece]:
    """The labels of a title page or signature page, and what stands beside and below them."""
    page: Layout = doc._.layout
    spans, known = told(doc, Meeting), known_of(doc)
    taken: list[tuple[int, int]] = []
    for one in fields(lines, page.text):
        where = part_of(one.kind, part)
        if one.label.text:
            taken.append((one.label.start, one.label.end))
            yield Piece(one.label.start, one.label.end, one.label.text, where, one.kind, "structure")
        for index, value in enumerate(one.values):
            taken.append((value.start, value.end))
            status = "fact" if spans.touch(value.start, value.end) else field_status(known, one, index, value)
            yield Piece(value.start, value.end, value.text, where, one.kind, status)
    read = Spans(taken)
    for line in lines:
        if not read.touch(line.start, line.end):  # heads of columns, crosses: read with what stands beside them
            yield Piece(line.start, line.end, line.text, part, "", "structure")


def known_of(doc: Doc) -> Known:
    """What the title page of a document may repeat."""
    rows = (fact for fact in doc._.facts if isinstance(fact, Attendance))
    sent = dict.fromkeys(one for row in rows for one in (row.municipality, row.organisation) if one)
    signers = frozenset(fact.person for fact in doc._.facts if isinstance(fact, Signature))
    return Known(doc._.meeting, signers, tuple(sent)[:MANY])


def part_of(kind: str, part: str) -> str:
    """The part of the minutes that a field of this kind belongs to; `part` for those that may stand anywhere."""
    if kind in (*PEOPLE, "roster"):
        return "people"
    return "signatures" if kind in SIGNERS else "notice" if kind == "notice" else part


def field_status(known: Known, field: Field, index: int, value: Block) -> str:
    """The status of what stands below a label and is no fact's evidence."""
    if NO_NEWS.fullmatch(value.text) or CROSS.fullmatch(value.text) or field.kind == "notice":
        return "structure"
    names = list(names_in(value.text, listed=True))
    if field.kind in (*PEOPLE, "roster"):
        heading = ELSEWHERE.search(value.text) or heads_people(known, value, bool(names))
        return "structure" if heading else "unread"
    if any(name.text in known.signers for name in names):
        return "fact"
    if not names and NOTICE.search(value.text):
        return "structure"
    if field.kind in ABOUT_MEETING:
        return "fact" if index == 0 or re.search(r"\d", value.text) else "unread"
    if field.kind in SIGNERS:
        words = re.sub(r"[._…]{3,}", "", value.text)
        foreign = names or len(words) > 90 or re.match(r"§ ?\d+ [A-ZÅÄÖ]", words) or heading_kind(words) in TELLING
        return "unread" if foreign else "structure"
    if field.kind in ("protocol", "distribution"):
        return "structure" if index < 3 else "unread"
    return head_status(known.meeting, fold(value.text).casefold())


def head_status(meeting: Meeting, words: str) -> str:
    """The status of a line above the first label: it names the body or its organisation, or the day."""
    known = (meeting.body, meeting.organisation, meeting.place)
    if any(one and (one.casefold() in words or words in one.casefold()) for one in known) or re.search(r"\d", words):
        return "fact"
    return "structure" if TITLE.search(words) or organisation_at(words) else "unread"


def heads_people(known: Known, value: Block, named: bool) -> bool:
    """Whether a line among people is known to name none: a heading, a role, a vacant seat."""
    text = value.text.strip(" :|-–")
    if VACANT.match(text) or re.search(r"\bvakant\b", text, re.I) or TABLE_HEAD.fullmatch(text):
        return True
    if text in known.senders or any(one in text for one in known.senders if len(one) > 3):
        return True
    heading = organisation_at(text) or municipality_of(text) or role_of(text)[0]
    return bool(party_heading(text, named) or (heading and not named))


def of_section(page: Layout, section: Section, spans: Spans) -> Iterator[Piece]:
    """The lines of an item."""
    first = bisect_left(page.lines, section.head.start, key=lambda line: line.start)
    last = bisect_left(page.lines, section.end, key=lambda line: line.start)
    headings = (part.heading for part in section.parts)
    known = Spans((b.start, b.end) for b in (section.head, section.title, *section.cases, *headings) if b)
    parts = [(first_of(part), part) for part in section.parts if part.heading or part.blocks]
    at = -1
    for line in page.lines[first:last]:
        while at + 1 < len(parts) and parts[at + 1][0] <= line.start:
            at += 1
        part = parts[at][1] if at >= 0 else None
        if known.touch(line.start, line.end):
            status = "structure"
        elif spans.touch(line.start, line.end):
            status = "fact"
        else:
            status = line_status(line, part, spans) if part else "structure"
        yield Piece(line.start, line.end, line.text, "item", part.kind if part else "", status)


def first_of(part: Part) -> int:
    """Where a part of an item begins."""
    return part.heading.start if part.heading else part.blocks[0].start


def line_status(line: Line, part: Part, spans: Spans) -> str:
    """The status of a line of an item that is no fact's evidence."""
    if part.kind not in TELLING or NO_NEWS.fullmatch(line.text) or line.text.startswith("|"):
        return "text"
    at = bisect_left(part.blocks, line.end, key=lambda block: block.start) - 1
    inside = at >= 0 and line.start < part.blocks[at].end
    words = part.blocks[at] if inside else Block(line.start, line.end, line.text)
    if TABLE_HEAD.fullmatch(line.text) or (words.text.endswith(":") and part.kind != "vote"):
        return "structure"  # `Enligt kontorets förslag:`
    place = line.start - words.start
    if CHAIR.match(words.text[:NEAR]) or GOES.search(words.text[max(0, place - NEAR) : place + len(line.text) + NEAR]):
        return "text"
    if part.kind in ("reservation", "statement", "recusal", "presenter", "documents", "vote"):
        return "text" if spans.touch(part.blocks[0].start, line.start) else "unread"  # the reasons follow
    return "unread"
