"""The spaCy pipeline: every step, registered in order, in this one place.

A step is a function Doc → Doc that says what it needs and what it adds. What steps share stands on the Doc:
`doc._.layout` (where things stand), `doc._.fields` (the title page), `doc._.people`, `doc._.organisations`, `doc._.meeting`,
`doc._.facts`. The entities stand as span groups too: `doc.spans["people"]`, `doc.spans["organisations"]`.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from ..errors import NotMinutesError
from .affiliations import affiliations
from .agenda import agenda
from .assignments import assignments
from .attendance import attendance
from .decisions import decisions
from .evidence import evidence
from .facts import Affiliation, Attendance, Decision, Fact, Item, Minutes, OrganisationMention, PersonMention, Reading
from .front import PEOPLE, fields
from .layout import Layout, layout
from .lexicon import known_organisations
from .lines import Block, block, fold, plain
from .meeting import meeting, own_names
from .motions import motions
from .names import Name, names_in
from .organisations import Organisation, organisations_in
from .people import People, parties_of, roles_of
from .presenters import presenters
from .proposals import proposals
from .references import references
from .reservations import recusals, reservations
from .roster import ANNEX, roster
from .signatures import role_pairs, signatures
from .votes import votes

if TYPE_CHECKING:
    from collections.abc import Iterator

STEPS = (
    "layout", "title_page", "people", "organisations", "meeting", "attendance", "items", "decisions", "motions", "votes",
    "reservations", "references", "affiliations", "mentions",
)  # fmt: skip
ATTRIBUTES = ("reading", "layout", "fields", "agenda", "people", "organisations", "meeting", "own", "blocks", "facts")
SIGNING = ("signing", "signatures", "adjuster", "paragraphs", "notice")
MINUTES = re.compile(r"protokoll|§|sammanträde|beslut|närvarande|justera|ledam[oö]t|ordförande", re.I)

for attribute in ATTRIBUTES:
    if not Doc.has_extension(attribute):
        Doc.set_extension(attribute, default=None)


@cache
def pipeline() -> Language:
    """The pipeline on `spacy.blank("sv")`, made once for each process."""
    nlp = spacy.blank("sv")
    nlp.max_length = 60_000_000
    for step in STEPS:
        nlp.add_pipe(f"protokollgraf_{step}", name=step)
    return nlp


def extract(reading: Reading) -> Minutes:
    """Everything that a document says.

    Raises `NotMinutesError` when the text is no minutes: no paragraf, nobody present, none of their words.
    """
    nlp = pipeline()
    doc = nlp.make_doc(reading.text)
    doc._.reading = reading
    for _, step in nlp.pipeline:
        doc = step(doc)
    return Minutes(reading, tuple(doc._.facts))


@Language.component("protokollgraf_layout", assigns=["doc._.layout", "doc._.facts"])
def layout_step(doc: Doc) -> Doc:
    """Find the title page, the agenda, the items and what follows them."""
    reading: Reading = doc._.reading
    doc._.facts = []
    doc._.layout = layout(reading)
    page: Layout = doc._.layout
    words = {m[0].casefold() for m in MINUTES.finditer(reading.text[:20_000])}
    if len(words) < 2 or not (page.sections or any(f.kind in PEOPLE for f in fields(page.front, page.text))):
        raise NotMinutesError(
            f"{reading.source}: no minutes found in it (no § and nobody present); leave it out, or see docs/limits.md"
        )
    return doc


@Language.component(
    "protokollgraf_title_page", requires=["doc._.layout"], assigns=["doc._.fields", "doc._.agenda", "doc._.blocks"]
)
def title_page_step(doc: Doc) -> Doc:
    """Read the title page and the signature pages as fields, and the agenda that was sent out as points."""
    page: Layout = doc._.layout
    signed = takewhile(lambda line: not ANNEX.match(line.text), page.tail)
    doc._.fields = [*fields(page.front, page.text), *(f for f in fields(signed, page.text) if f.kind in SIGNING)]
    doc._.agenda = agenda(page)
    doc._.blocks = [b for section in page.sections for b in running(section.title, section.parts)]
    return doc


def running(title: Block | None, parts: tuple) -> Iterator[Block]:  # type: ignore[type-arg]
    """The blocks of an item in order: its title, headings and paragraphs."""
    if title:
        yield title
    for part in parts:
        if part.heading:
            yield part.heading
        yield from part.blocks


@Language.component(
    "protokollgraf_people", requires=["doc._.fields", "doc._.blocks"], assigns=["doc._.people", "doc.spans"]
)
def people_step(doc: Doc) -> Doc:
    """Find the names of people: first those of lists and with a party, which are then known in running text."""
    page: Layout = doc._.layout
    listed: list[Name] = []
    for field in doc._.fields:
        if field.kind in (*PEOPLE, "adjuster", "signing", "signatures"):
            for value in field.values:
                listed += names_in(value.text, value.start, listed=field.kind in PEOPLE)
    blocks = [*doc._.blocks, *(block(page.text, line.start, line.end) for line in page.agenda)]
    known = {name.text for name in listed}
    known |= {n.text for b in blocks if "(" in b.text for n in names_in(b.text, b.start, known=known) if n.party}
    running_names = [n for b in blocks for n in names_in(b.text, b.start, known=known)]
    doc._.people = People(running_names, parties=parties_of([*listed, *running_names]), listed=listed)
    doc.spans["people"] = spans(doc, [(n.start, n.end) for n in running_names], "person")
    doc._.people.known = frozenset(known)
    return doc


def spans(doc: Doc, places: list[tuple[int, int]], kind: str) -> list[Span]:
    """Character ranges as spans of the Doc, widened to whole tokens."""
    found = (doc.char_span(start, end, label=kind, alignment_mode="expand") for start, end in places)
    return [span for span in found if span is not None]


@Language.component(
    "protokollgraf_organisations", requires=["doc._.blocks"], assigns=["doc._.organisations", "doc.spans"]
)
def organisations_step(doc: Doc) -> Doc:
    """Find the organisations and bodies named in the items, the lists and the agenda."""
    page: Layout = doc._.layout
    found: list[Organisation] = []
    for field in doc._.fields:
        if field.kind not in ("place", "placetime", "time"):
            for value in field.values:
                found += organisations_in(value.text, value.start)
    for line in page.agenda:
        found += organisations_in(line.text, line.start)
    for b in doc._.blocks:
        found += organisations_in(b.text, b.start)
    doc._.organisations = nominatives(sorted(found, key=lambda o: o.start))
    doc.spans["organisations"] = spans(doc, [(o.start, o.end) for o in found], "organisation")
    return doc


def nominatives(found: list[Organisation]) -> list[Organisation]:
    """The organisations under one name each: without the genitive s where the text has the bare form, known ones as printed in full."""
    names = {one.name for one in found}
    full: dict[str, str] = {}
    for name in sorted(names, key=len):
        full[known_organisations().get(name, (name, ""))[0]] = name
    bare = ((one, one.name[:-1] if one.name.endswith("s") and one.name[:-1] in names else one.name) for one in found)
    return [
        Organisation(one.start, one.end, full.get(known_organisations().get(name, (name, ""))[0], name), one.kind)
        for one, name in bare
    ]


@Language.component(
    "protokollgraf_meeting", requires=["doc._.fields", "doc._.organisations"], assigns=["doc._.meeting", "doc._.own"]
)
def meeting_step(doc: Doc) -> Doc:
    """Read which body met, when and where."""
    page: Layout = doc._.layout
    doc._.meeting = meeting(page, doc._.fields, doc._.organisations)
    doc._.own = own_names(page, doc._.fields, doc._.meeting.body)
    doc._.facts.append(doc._.meeting)
    return doc


@Language.component(
    "protokollgraf_attendance", requires=["doc._.fields", "doc._.people", "doc._.meeting"], assigns=["doc._.facts"]
)
def attendance_step(doc: Doc) -> Doc:
    """Read who was present and who signed; their roles stand for their names from here on."""
    page: Layout = doc._.layout
    known = set(doc._.people.known)
    joint = not re.match(r"kommun(?:styrelse|fullmäktige)|.*nämnd|.*utskott", doc._.meeting.body, re.I)
    rows = list(attendance(page, doc._.fields, known, joint=joint)) or list(roster(page))
    signers = signatures(page, doc._.fields, known)
    doc._.facts += [*rows, *signers]
    pairs = [(row.role, row.person) for row in rows if isinstance(row, Attendance)]
    chairs = [
        pair
        for pair in role_pairs(signers)
        if pair[0] == "ordförande" and not any(role == "ordförande" for role, _ in pairs)
    ]
    doc._.people.roles = roles_of([*pairs, *chairs, *spoken_chairs(doc)])
    doc._.people.parties |= {row.person: row.party for row in rows if row.party}
    return doc


def spoken_chairs(doc: Doc) -> list[tuple[str, str]]:
    """("ordförande", name) where the text itself says "ordföranden Ada Ek"."""
    text = doc._.layout.text
    return [
        ("ordförande", name.text)
        for name in doc._.people.names
        if re.search(r"(?i)(?<!tjänstgörande )(?<!vice )\bordföranden\s+$", text[max(0, name.start - 32) : name.start])
    ]


@Language.component(
    "protokollgraf_items", requires=["doc._.layout", "doc._.people", "doc._.agenda"], assigns=["doc._.facts"]
)
def items_step(doc: Doc) -> Doc:
    """The items with their titles, and who presents them."""
    page: Layout = doc._.layout
    for section in page.sections:
        where = section.title or section.head
        title = plain(section.title.text).strip(" .:") if section.title else ""
        doc._.facts.append(Item(section.item, title, evidence(page, section.head.start, where.end, "items")))
        doc._.facts += presenters(page, section, doc._.agenda.get(section.item), doc._.people)
    return doc


@Language.component(
    "protokollgraf_decisions", requires=["doc._.layout", "doc._.people", "doc._.own"], assigns=["doc._.facts"]
)
def decisions_step(doc: Doc) -> Doc:
    """Proposals, decisions, and the tasks that decisions give."""
    page: Layout = doc._.layout
    for section in page.sections:
        doc._.facts += proposals(page, section, doc._.people, doc._.own)
        found = list(decisions(page, section, doc._.people, doc._.own))
        doc._.facts += found
        for point in found:
            if isinstance(point, Decision):
                doc._.facts += assignments(page, point, doc._.meeting.date)
    return doc


@Language.component("protokollgraf_motions", requires=["doc._.layout", "doc._.people"], assigns=["doc._.facts"])
def motions_step(doc: Doc) -> Doc:
    """Yrkanden."""
    for section in doc._.layout.sections:
        doc._.facts += motions(doc._.layout, section, doc._.people)
    return doc


@Language.component("protokollgraf_votes", requires=["doc._.layout", "doc._.people"], assigns=["doc._.facts"])
def votes_step(doc: Doc) -> Doc:
    """Voteringar and ballots."""
    for section in doc._.layout.sections:
        doc._.facts += votes(doc._.layout, section, doc._.people)
    return doc


@Language.component("protokollgraf_reservations", requires=["doc._.layout", "doc._.people"], assigns=["doc._.facts"])
def reservations_step(doc: Doc) -> Doc:
    """Reservations, statements, and jäv."""
    page: Layout = doc._.layout
    numbers = [section.item for section in page.sections]
    for section in page.sections:
        doc._.facts += reservations(page, section, doc._.people)
        doc._.facts += recusals(page, section, doc._.people, numbers)
    return doc


@Language.component(
    "protokollgraf_references", requires=["doc._.layout", "doc._.agenda", "doc._.meeting"], assigns=["doc._.facts"]
)
def references_step(doc: Doc) -> Doc:
    """References to something outside the item."""
    page: Layout = doc._.layout
    for section in page.sections:
        doc._.facts += references(page, section, doc._.agenda.get(section.item), doc._.meeting.date)
    return doc


@Language.component(
    "protokollgraf_affiliations",
    requires=["doc._.people", "doc._.organisations", "doc._.facts"],
    assigns=["doc._.facts"],
)
def affiliations_step(doc: Doc) -> Doc:
    """Who has a role in, or belongs to, an organisation."""
    rows = [fact for fact in doc._.facts if isinstance(fact, Attendance)]
    doc._.facts += affiliations(doc._.layout, rows, doc._.meeting, doc._.blocks, doc._.people, doc._.organisations)
    return doc


@Language.component(
    "protokollgraf_mentions", requires=["doc._.people", "doc._.organisations", "doc._.facts"], assigns=["doc._.facts"]
)
def mentions_step(doc: Doc) -> Doc:
    """The first mention of each name of a person and an organisation."""
    page: Layout = doc._.layout
    facts: list[Fact] = doc._.facts
    seen: set[str] = set()
    present = {n for f in facts if isinstance(f, Attendance) for n in (f.person, f.replaces)}
    for name in [*(n for n in doc._.people.listed if n.text in present), *doc._.people.names]:
        if name.text not in seen:
            seen.add(name.text)
            facts.append(
                PersonMention(name.text, doc._.people.party(name), evidence(page, name.start, name.after, "people"))
            )
    named: set[str] = set()
    for fact in facts:
        if (
            isinstance(fact, Affiliation)
            and fact.organisation
            and fact.organisation not in {o.name for o in doc._.organisations} | {doc._.meeting.body}
        ):
            known = organisations_in(fact.organisation)
            kind = known[0].kind if known and known[0].name == fact.organisation else "other"
            doc._.organisations.append(Organisation(fact.evidence.start, fact.evidence.end, fact.organisation, kind))
    for one in doc._.organisations:
        if one.name.casefold() not in named:
            named.add(one.name.casefold())
            facts.append(OrganisationMention(one.name, one.kind, evidence(page, one.start, one.end, "organisations")))
    for name, kind in ((doc._.meeting.body, "body"), (doc._.meeting.organisation, "")):
        if name and name.casefold() not in named:
            named.add(name.casefold())
            known = organisations_in(fold(name))
            kind = kind or (known[0].kind if known else "association")
            facts.append(OrganisationMention(name, kind, doc._.meeting.evidence))
    return doc
