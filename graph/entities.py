"""The graph of everything derived: who and what the documents' names denote. Store → quads of the graph `ENTITIES`.

Reads the mentions back from the store (`mentions.py`), tells organisations, people and seats apart (`organisations.py`,
`resolve.py`, `seats.py`), and writes down the answer: the entities, and from each fact node a link to what it names.
Nothing here is in a document's graph, so all of it can be thrown away and derived again.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import pyoxigraph as ox
from rdflib import DCTERMS, FOAF, ORG, OWL, RDF, SKOS, XSD

from ..extract.lexicon import municipality_code, municipality_of, party_name
from ..ontology.terms import ENTITIES, PERSON, PG, SCHEMES, data_iri
from . import organisation_names as names
from .case_quads import case_quads
from .judgements import Judgement
from .mentions import Meeting, Row, read
from .names import normal
from .organisations import MeetingMention, OrganisationMention, Organisations, resolve_organisations
from .resolve import Person, PersonMention, Resolution, resolve
from .seats import Presence, Seat, seats

_GRAPH = ox.NamedNode(ENTITIES)
_DATE = ox.NamedNode(XSD.date)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_REPLACED = " replaces"
"""After a node: the mention of the person replaced. No IRI has a space in it."""


def entity_quads(store: ox.Store, judgements: Iterable[Judgement] = ()) -> list[ox.Quad]:
    """Every quad of the graph `ENTITIES`, none twice; the same list for the same documents and judgements."""
    found = _derive(store, judgements)
    quads = [*_organisations(found), *_people(found), *_parties_and_municipalities(found), *_seats(found)]
    names = {body.slug: body.label for body in found.organisations.bodies}
    quads += case_quads(store, found.dates, found.bodies, found.organisations.host_of, names)
    return list(dict.fromkeys(quads))


@dataclass(frozen=True, slots=True)
class _Derived:
    rows: Sequence[Row]
    meetings: frozenset[str]
    """Their nodes."""
    organisations: Organisations
    resolution: Resolution
    seats: Sequence[Seat]
    dates: Mapping[str, str]
    """Document → date of its meeting."""
    bodies: Mapping[str, str]
    """Document → slug of the body that met."""


def _derive(store: ox.Store, judgements: Iterable[Judgement]) -> _Derived:
    rows, meetings = read(store)
    listed: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.listed and row.person:
            listed[row.document].add(normal(row.person))
    organisations = resolve_organisations(
        [OrganisationMention(row.node, row.document, row.organisation, row.kind) for row in _naming(rows, meetings)],
        [MeetingMention(m.node, m.document, m.body, m.organisation, frozenset(listed[m.document])) for m in meetings],
    )
    met = {m.document: m for m in reversed(meetings) if m.node in organisations.body_of}
    dates = {m.document: m.date for m in reversed(meetings) if m.date}
    bodies = {document: organisations.body_of[meeting.node] for document, meeting in met.items()}
    resolution = resolve(_mentions(rows, organisations, bodies, dates), judgements)
    presences = (
        Presence(
            row.node,
            resolution.person_of[row.node].slug,
            bodies.get(row.document, ""),
            row.role,
            row.capacity,
            row.party,
            _town(row.municipality),
            dates.get(row.document, ""),
        )
        for row in rows
        if row.listed and row.node in resolution.person_of
    )
    held = frozenset(meeting.node for meeting in meetings)
    return _Derived(rows, held, organisations, resolution, seats(presences), dates, bodies)


def _naming(rows: Iterable[Row], meetings: Iterable[Meeting]) -> Iterator[Row]:
    """The rows that name an organisation, but for the meetings: theirs has its own part in the resolution."""
    held = {meeting.node for meeting in meetings}
    return (row for row in rows if row.organisation and row.node not in held)


def _mentions(
    rows: Iterable[Row], organisations: Organisations, bodies: Mapping[str, str], dates: Mapping[str, str]
) -> Iterator[PersonMention]:
    for row in rows:
        host = organisations.host_of.get(row.document, "")
        body, date = bodies.get(row.document, ""), dates.get(row.document, "")
        if row.person:
            yield PersonMention(
                row.node,
                row.document,
                row.person,
                row.party,
                _town(row.municipality),
                organisations.organisation_of.get(row.node, host),
                body,
                row.role,
                date,
                listed=row.listed,
            )
        if row.replaces:
            yield PersonMention(
                row.node + _REPLACED, row.document, row.replaces, organisation=host, body=body, date=date
            )


@lru_cache(maxsize=4096)
def _town(name: str) -> str:
    """A municipality's base name, or the name as printed of what is none of Sweden's."""
    return municipality_of(name) or names.tidy(name)


def _organisations(found: _Derived) -> Iterator[ox.Quad]:
    for organisation in found.organisations.organisations:
        iri = data_iri("organisation", organisation.slug)
        formal = organisation.kind not in ("", "other", "body")
        yield _link(iri, RDF.type, ORG.FormalOrganization if formal else ORG.Organization)
        yield from _labels(iri, organisation.label, organisation.labels)
        if organisation.kind in SCHEMES["kind"]:
            yield _link(iri, PG.organisationKind, PG[f"kind-{organisation.kind}"])
        if organisation.municipality:
            yield _link(iri, PG.territory, _municipality_iri(organisation.municipality))
    for body in found.organisations.bodies:
        iri = data_iri("body", body.slug)
        yield _link(iri, RDF.type, PG.Body)
        yield from _labels(iri, body.label, body.labels)
        yield _link(iri, PG.organisationKind, PG["kind-body"])
        if body.organisation:
            yield _link(iri, ORG.unitOf, data_iri("organisation", body.organisation))
    for node, slug in found.organisations.organisation_of.items():
        yield _link(node, PG.organisation, data_iri("organisation", slug))
    for node, slug in found.organisations.body_of.items():
        # of a meeting the body that met; of any other fact the body that it names as an organisation
        yield _link(node, PG.body if node in found.meetings else PG.organisation, data_iri("body", slug))
    for node, code in found.organisations.party_of.items():
        yield _link(node, PG.organisation, data_iri("party", code))


def _people(found: _Derived) -> Iterator[ox.Quad]:
    for person in found.resolution.people:
        iri = data_iri("person", person.slug)
        yield _link(iri, RDF.type, FOAF.Person)
        yield _link(iri, RDF.type, PERSON.Person)
        yield _literal(iri, FOAF.name, person.name)
        for spelling in person.spellings:
            yield _literal(iri, SKOS.altLabel, spelling)
        if person.party:
            yield _literal(iri, PG.partyCode, person.party)
            yield _link(iri, PG.party, data_iri("party", person.party))
        for alias in person.aliases:
            yield _link(data_iri("person", alias), OWL.sameAs, iri)
        for node in person.nodes:
            replaced = node.endswith(_REPLACED)
            yield _link(node.removesuffix(_REPLACED), PG.replaces if replaced else PG.person, iri)
    named = _named(found)
    for row in found.rows:
        proposers = named.get((row.document, normal(row.proposer)), {}) if row.proposer else {}
        if len(proposers) == 1:  # an organ (`presidiet`), or a name that two people here bear, is nobody
            yield _link(row.node, PG.proposer, data_iri("person", next(iter(proposers))))


def _named(found: _Derived) -> dict[tuple[str, str], dict[str, Person]]:
    """The people of a document under each normal form of their names there, by slug."""
    named: dict[tuple[str, str], dict[str, Person]] = defaultdict(dict)
    for row in found.rows:
        for node, name in ((row.node, row.person), (row.node + _REPLACED, row.replaces)):
            if person := found.resolution.person_of.get(node):
                named[row.document, normal(name)][person.slug] = person
    return named


def _parties_and_municipalities(found: _Derived) -> Iterator[ox.Quad]:
    codes = {row.party for row in found.rows if row.party} | set(found.organisations.party_of.values())
    for code in sorted(codes):
        iri = data_iri("party", code)
        yield _link(iri, RDF.type, PG.Party)
        yield _literal(iri, SKOS.notation, code)
        yield _literal(iri, SKOS.prefLabel, party_name(code) or code)
        yield _link(iri, PG.organisationKind, PG["kind-party"])
    towns: Counter[str] = Counter(_town(row.municipality) for row in found.rows if row.municipality)
    towns.update(o.municipality for o in found.organisations.organisations if o.municipality)
    for town in sorted(filter(None, towns)):
        place = _municipality_iri(town)
        yield _link(place, RDF.type, PG.Municipality)
        yield _literal(place, SKOS.prefLabel, town)
        if code := municipality_code(town):
            yield _literal(place, DCTERMS.identifier, code)
    for row in found.rows:
        if row.party:
            yield _link(row.node, PG.party, data_iri("party", row.party))
        if row.municipality and _town(row.municipality):
            yield _link(row.node, PG.municipality, _municipality_iri(_town(row.municipality)))


def _seats(found: _Derived) -> Iterator[ox.Quad]:
    for seat in found.seats:
        iri = data_iri("seat", seat.person, seat.body, seat.role)
        yield _link(iri, RDF.type, ORG.Membership)
        yield _link(iri, ORG.member, data_iri("person", seat.person))
        yield _link(iri, ORG.organization, data_iri("body", seat.body))
        yield _literal(iri, PG.roleName, seat.role)
        if seat.party:
            yield _link(iri, PG.party, data_iri("party", seat.party))
        if seat.municipality:
            yield _link(iri, PG.municipality, _municipality_iri(seat.municipality))
        for property_, day in ((PG.firstDate, seat.first), (PG.lastDate, seat.last)):
            if _DAY.fullmatch(day):
                yield ox.Quad(_node(iri), _node(property_), ox.Literal(day, datatype=_DATE), _GRAPH)
        for node in seat.shown_by:
            yield _link(iri, PG.shownBy, node)


@lru_cache(maxsize=4096)
def _municipality_iri(town: str) -> str:
    return data_iri("municipality", municipality_code(town) or names.slug(town))


def _labels(iri: str, label: str, others: Iterable[str]) -> Iterator[ox.Quad]:
    yield _literal(iri, SKOS.prefLabel, label)
    for other in others:
        yield _literal(iri, SKOS.altLabel, other)


@lru_cache(maxsize=4096)
def _node(iri: str) -> ox.NamedNode:
    return ox.NamedNode(str(iri))


def _link(subject: str, property_: str, value: str) -> ox.Quad:
    return ox.Quad(_node(subject), _node(property_), _node(value), _GRAPH)


def _literal(subject: str, property_: str, value: str) -> ox.Quad:
    return ox.Quad(_node(subject), _node(property_), ox.Literal(value), _GRAPH)
