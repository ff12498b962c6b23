"""Reading back what the documents say of people, organisations and bodies: store → rows. The only SPARQL of who-is-who.

Facts are asked for by `pg:document`, which nothing derived has: so what was derived before is never read as a fact.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pyoxigraph as ox

from ..ontology.terms import PG

_MEETINGS = """
SELECT ?node ?document ?body ?organisation ?date WHERE {
  ?node a pg:Meeting ; pg:document ?document .
  OPTIONAL { ?node pg:bodyName ?body }
  OPTIONAL { ?node pg:organisationName ?organisation }
  OPTIONAL { ?node pg:date ?date }
} ORDER BY ?node"""

# one pattern each, not one with ten OPTIONALs: three times as fast at 100,000 facts
_PROPERTIES = """
SELECT ?node ?value WHERE { ?node pg:document ?document ; %s ?value }"""

_NODES = """
SELECT ?node ?document ?value WHERE { ?node pg:document ?document ; %s ?value }"""


@dataclass(frozen=True, slots=True)
class Meeting:
    node: str
    document: str
    body: str
    organisation: str
    date: str


@dataclass(frozen=True, slots=True)
class Row:
    """A fact node with what it prints; what it does not is empty. `document` is the document's IRI."""

    node: str
    document: str
    person: str = ""
    party: str = ""
    municipality: str = ""
    organisation: str = ""
    kind: str = ""
    role: str = ""
    capacity: str = ""
    """Empty for what is no attendance."""
    replaces: str = ""
    proposer: str = ""


_COLUMNS = {
    "person": "pg:personName",
    "party": "pg:partyCode",
    "municipality": "pg:municipalityName",
    "organisation": "pg:organisationName",
    "kind": "pg:organisationKind",
    "role": "pg:roleName",
    "capacity": "pg:capacity",
    "replaces": "pg:replacesName",
    "proposer": "pg:proposerName",
}


def meetings(store: ox.Store) -> list[Meeting]:
    """The meetings, sorted by node."""
    return [Meeting(*row) for row in _select(store, _MEETINGS)]


def rows(store: ox.Store) -> list[Row]:
    """Every fact node that names a person, a party, an organisation or a municipality, sorted by node."""
    found: dict[str, Row] = {}
    for column in ("person", "party", "organisation", "replaces", "proposer"):
        for node, document, value in _select(store, _NODES % _COLUMNS[column]):
            found[node] = replace(found.get(node) or Row(node, document), **{column: value})
    for column in ("municipality", "kind", "role", "capacity"):
        for node, value in _select(store, _PROPERTIES % _COLUMNS[column]):
            if node in found:
                found[node] = replace(found[node], **{column: _notation(value)})
    return [found[node] for node in sorted(found)]


def _notation(value: str) -> str:
    """`member` of a concept `pg:capacity-member`; a literal as it is."""
    return value.removeprefix(str(PG)).partition("-")[2] if value.startswith(str(PG)) else value


def _select(store: ox.Store, query: str) -> Iterator[tuple[str, ...]]:
    answer = store.query(query, prefixes={"pg": str(PG)}, use_default_graph_as_union=True)
    assert isinstance(answer, ox.QuerySolutions)
    for solution in answer:
        yield tuple(_text(term) for term in solution)


def _text(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else ""
