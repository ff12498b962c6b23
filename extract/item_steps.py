"""The steps that read the items one by one, and the last one, which notes every name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from .affiliations import affiliations
from .assignments import agreed, assignments
from .case_heads import own_numbers
from .decisions import decisions
from .evidence import evidence
from .facts import Affiliation, Attendance, Decision, Item, OrganisationMention, PersonMention
from .layout import Layout, Section
from .lexicon import known_organisations
from .lines import fold, plain
from .motions import motions
from .organisation import Organisation
from .organisations import organisations_in
from .presenters import presenters
from .proposals import proposals
from .references import references
from .reservations import recusals, reservations
from .votes import votes

MOVED = re.compile(
    r"yrka|tillägg|föresl[åo]|bifall|avslag|vill(?:e)? avslå|återremiss|bordlägg|tillstyrk|instämm", re.I
)
VOTED = re.compile(r"röst|voter|\bnej\b", re.I)
DISSENTED = re.compile(
    r"reserv|anteckna(?:r|de|t)?\b|anteckning|yttrande|uttalande|avvikande|"
    r"jäv|delt(?:ar|og) (?:inte|ej|varken)|antecknas till",
    re.I,
)
SHORTENED = re.compile(r"\b(?:etc|m\.? ?m|m\.? ?fl|dyl|mm)\.$")


def telling(doc: Doc, words: re.Pattern[str]) -> list[Section]:
    """The items that say one of the words without which a step has nothing to read."""
    page: Layout = doc._.layout
    return [section for section in page.sections if words.search(page.text, section.head.start, section.end)]


def items_step(doc: Doc) -> Doc:
    """The items with their titles, and who presents them."""
    page: Layout = doc._.layout
    for section in page.sections:
        where = section.title or section.head
        title = plain(section.title.text).strip(" :") if section.title else ""
        title = title if SHORTENED.search(title) else title.rstrip(" .:")
        doc._.facts.append(Item(section.item, title, evidence(page, section.head.start, where.end, "items")))
        doc._.facts += presenters(page, section, doc._.agenda.get(section.item), doc._.people)
    return doc


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
        doc._.facts += agreed(page, section, doc._.meeting.date, found)
    return doc


def motions_step(doc: Doc) -> Doc:
    """Yrkanden."""
    for section in telling(doc, MOVED):
        doc._.facts += motions(doc._.layout, section, doc._.people)
    return doc


def votes_step(doc: Doc) -> Doc:
    """Voteringar, what they were about, and ballots."""
    present = [fact for fact in doc._.facts if isinstance(fact, Attendance)]
    for section in telling(doc, VOTED):
        doc._.facts += votes(doc._.layout, section, doc._.people, present)
    return doc


def reservations_step(doc: Doc) -> Doc:
    """Reservations, statements, and jäv."""
    page: Layout = doc._.layout
    numbers = [section.item for section in page.sections]
    for section in telling(doc, DISSENTED):
        doc._.facts += reservations(page, section, doc._.people)
        doc._.facts += recusals(page, section, doc._.people, numbers)
    return doc


def references_step(doc: Doc) -> Doc:
    """References to something outside the item, and the number of its own case."""
    page: Layout = doc._.layout
    for section in page.sections:
        doc._.facts += own_numbers(page, section)
        doc._.facts += references(page, section, doc._.agenda.get(section.item), doc._.meeting.date)
    return doc


def affiliations_step(doc: Doc) -> Doc:
    """Who has a role in, or belongs to, an organisation."""
    rows = [fact for fact in doc._.facts if isinstance(fact, Attendance)]
    doc._.facts += affiliations(doc._.layout, rows, doc._.meeting, doc._.blocks, doc._.people, doc._.organisations)
    return doc


def mentions_step(doc: Doc) -> Doc:
    """The first mention of each name of a person and an organisation."""
    doc._.facts += [*people_named(doc), *organisations_named(doc)]
    return doc


def people_named(doc: Doc) -> Iterator[PersonMention]:
    """Everybody who was present, and everybody whom the items name."""
    rows = [fact for fact in doc._.facts if isinstance(fact, Attendance)]
    present = {name for row in rows for name in (row.person, row.replaces)}
    seen: set[str] = set()
    for name in [*(n for n in doc._.people.listed if n.text in present), *doc._.people.names]:
        if name.text not in seen:
            seen.add(name.text)
            words = evidence(doc._.layout, name.start, name.after, "people")
            yield PersonMention(name.text, doc._.people.party(name), words)


def organisations_named(doc: Doc) -> Iterator[OrganisationMention]:
    """The organisations of the text, those that people belong to, and the meeting's own."""
    named: list[Organisation] = [*doc._.organisations]
    printed = {one.name for one in named} | {doc._.meeting.body}
    for fact in doc._.facts:
        if isinstance(fact, Affiliation) and fact.organisation and fact.organisation not in printed:
            kind = kind_of(fact.organisation)
            named.append(Organisation(fact.evidence.start, fact.evidence.end, fact.organisation, kind))
    # the short names of the meeting's own body (`Nämnden`) are no other body: it is named in full
    seen: set[str] = {"", *doc._.own} - {doc._.meeting.body.casefold()}
    for one in named:
        if one.name.casefold() not in seen:
            seen.add(one.name.casefold())
            words = evidence(doc._.layout, one.start, one.end, "organisations")
            yield OrganisationMention(one.name, one.kind, words)
    for name, kind in ((doc._.meeting.body, "body"), (doc._.meeting.organisation, "")):
        if name.casefold() not in seen:
            seen.add(name.casefold())
            yield OrganisationMention(name, kind or kind_of(name, "association"), doc._.meeting.evidence)


def kind_of(name: str, unknown: str = "other") -> str:
    """The kind of organisation that a name tells; `unknown` where it tells none."""
    if name in known_organisations():
        return known_organisations()[name][1]
    found = organisations_in(fold(name))
    return found[0].kind if found and found[0].name == name else unknown
