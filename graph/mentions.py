"""Reading back what the documents say of people, organisations and bodies: store → rows.

One scan for each property instead of a query: six times as fast at 100,000 facts. Only what has `pg:document` is read,
which nothing derived has: so what was derived before is never taken for a fact.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pyoxigraph as ox
from rdflib import RDF

from ..ontology.terms import PG

_TYPE = ox.NamedNode(RDF.type)


@dataclass(frozen=True, slots=True)
class Meeting:
    node: str
    document: str
    """The document's IRI, here and in `Row`."""
    body: str
    organisation: str
    date: str


@dataclass(frozen=True, slots=True)
class Row:
    """A fact node with what it prints; what it does not is empty."""

    node: str
    document: str
    person: str
    party: str
    municipality: str
    organisation: str
    kind: str
    """Notation of the concept, like the capacity."""
    role: str
    capacity: str
    replaces: str
    proposer: str
    listed: bool = field(default=False, kw_only=True)
    """Whether this is a row of the attendance list."""


_MEETING = ("bodyName", "organisationName", "date")
_NAMES = ("personName", "partyCode", "organisationName", "replacesName", "proposerName")
"""A node without any of these is of no interest here."""
_ROW = (
    "personName", "partyCode", "municipalityName", "organisationName", "organisationKind", "roleName", "capacity",
    "replacesName", "proposerName",
)  # fmt: skip


def read(store: ox.Store) -> tuple[list[Row], list[Meeting]]:
    """Every fact that names a person, a party or an organisation, and every meeting, sorted by node."""
    documents = dict(_values(store, "document"))
    cells: dict[str, dict[str, str]] = defaultdict(dict)
    for property_ in {*_MEETING, *_ROW}:
        for node, value in _values(store, property_):
            cells[node][property_] = value
    listed, held = _instances(store, "Attendance"), _instances(store, "Meeting")
    rows = [
        Row(node, documents[node], *_pick(cells[node], _ROW), listed=node in listed)
        for node in sorted(documents.keys() & cells.keys())
        if any(name in cells[node] for name in _NAMES)
    ]
    meetings = [
        Meeting(node, documents[node], *_pick(cells.get(node, {}), _MEETING))
        for node in sorted(held & documents.keys())
    ]
    return rows, meetings


def _pick(cells: Mapping[str, str], properties: tuple[str, ...]) -> Iterator[str]:
    return (cells.get(property_, "") for property_ in properties)


def _values(store: ox.Store, property_: str) -> Iterator[tuple[str, str]]:
    """Each node with that property and its value; of a concept (`pg:capacity-member`) its notation (`member`)."""
    for quad in store.quads_for_pattern(None, ox.NamedNode(PG[property_]), None, None):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
            value = quad.object.value
            concept = isinstance(quad.object, ox.NamedNode) and value.startswith(str(PG))
            yield quad.subject.value, value.removeprefix(str(PG)).partition("-")[2] if concept else value


def _instances(store: ox.Store, class_: str) -> set[str]:
    found = store.quads_for_pattern(None, _TYPE, ox.NamedNode(PG[class_]), None)
    return {quad.subject.value for quad in found if isinstance(quad.subject, ox.NamedNode)}
