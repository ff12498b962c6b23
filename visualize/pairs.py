"""The pairs that the network is made of, fetched from the graph by a few SELECT queries.

Each query names the graphs it reads: over the union of named graphs Oxigraph may yield a triple more than once.
They are passed as strings, so that Oxigraph evaluates them and not rdflib's own engine.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from rdflib import Dataset, URIRef

from ..ontology.terms import ENTITIES, ID, PREFIXES

_HEAD = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in ("pg", "org", "foaf", "skos", "dcterms"))
_HEAD += f"PREFIX in: <{ID}graph/>\n"
if str(ENTITIES) != f"{ID}graph/entities":  # the queries below spell it in:entities
    raise AssertionError(ENTITIES)

_KINDS = """SELECT ?node ?kind WHERE { GRAPH in:entities { ?node a ?class
  VALUES (?class ?kind) { (foaf:Person "person") (pg:Body "body") (pg:Municipality "municipality") (pg:Party "party")
    (org:FormalOrganization "organisation") (org:Organization "organisation")
    (org:OrganizationalCollaboration "organisation") } } }"""

_PROPERTIES = """SELECT ?node ?property ?value WHERE { GRAPH in:entities { ?node ?property ?value
  VALUES ?property { foaf:name skos:prefLabel skos:altLabel skos:notation dcterms:identifier pg:organisationKind
    pg:partyCode } } }"""

_MEETINGS = """SELECT ?fact ?document ?date ?body ?organisation WHERE {
  GRAPH ?in { ?fact a pg:Meeting ; pg:document ?document OPTIONAL { ?fact pg:date ?date } }
  OPTIONAL { GRAPH in:entities { ?fact pg:body ?body } }
  OPTIONAL { GRAPH in:entities { ?fact pg:organisation ?organisation } } }"""

_SEATS = """SELECT ?fact ?person ?body ?role WHERE {
  GRAPH in:entities { ?seat org:member ?person ; org:organization ?body ; pg:shownBy ?fact
    OPTIONAL { ?seat pg:roleName ?role } } }"""  # without ?document: that join takes Oxigraph minutes

_ATTENDANCES = """SELECT ?fact ?document ?person ?role ?capacity WHERE {
  GRAPH ?in { ?fact a pg:Attendance ; pg:document ?document
    OPTIONAL { ?fact pg:roleName ?role } OPTIONAL { ?fact pg:capacity ?capacity } }
  GRAPH in:entities { ?fact pg:person ?person } }"""

_ATTENDED_FOR = """SELECT ?fact ?link ?node WHERE {
  GRAPH ?in { ?fact a pg:Attendance }
  GRAPH in:entities { ?fact ?link ?node VALUES ?link { pg:municipality pg:organisation pg:party } } }"""

_PRESENTATIONS = """SELECT ?fact ?document ?person WHERE {
  GRAPH ?in { ?fact a pg:Presentation ; pg:document ?document }
  GRAPH in:entities { ?fact pg:person ?person } }"""

_AFFILIATIONS = """SELECT ?fact ?document ?person ?organisation ?role WHERE {
  GRAPH ?in { ?fact a pg:Affiliation ; pg:document ?document OPTIONAL { ?fact pg:roleName ?role } }
  GRAPH in:entities { ?fact pg:person ?person ; pg:organisation ?organisation } }"""

_STANDING = """SELECT ?from ?link ?to WHERE { GRAPH in:entities {
  { ?from a foaf:Person ; pg:party ?to BIND (pg:party AS ?link) }
  UNION { ?from ?link ?to VALUES ?link { org:unitOf pg:territory } } } }"""

_EVIDENCE = """SELECT ?fact ?words ?name ?page WHERE { VALUES ?fact { %s }
  GRAPH ?in { ?fact pg:document/dcterms:identifier ?name ; pg:evidence ?evidence . ?evidence pg:quote ?words
    OPTIONAL { ?evidence pg:page ?page } } }"""
_EVIDENCE_AT_A_TIME = 500
_PRESENT = {"capacity-guest": "gäst"}


class Showing(NamedTuple):
    """One place where a document shows that two nodes (IRIs) belong together."""

    kind: str
    """`seat`, `attendance`, `affiliation`, `represents`, `municipality`, `party`, `owner`, `territory`."""
    one: str
    other: str
    role: str
    document: str
    """The document's IRI; empty for what stands in the graph of entities alone."""
    date: str
    """The day of that document's meeting, or empty."""
    fact: str


class Quote(NamedTuple):
    words: str
    document: str
    page: int


class Meeting(NamedTuple):
    date: str
    body: str
    organisation: str
    fact: str


def kinds(dataset: Dataset) -> dict[str, str]:
    """IRI → `person`, `body`, `organisation`, `municipality` or `party`."""
    order = ("person", "body", "municipality", "party", "organisation")
    found: dict[str, str] = {}
    for node, kind in _rows(dataset, _KINDS):
        found[node] = min(found.get(node, kind), kind, key=order.index)
    return found


def properties(dataset: Dataset) -> dict[str, dict[str, list[str]]]:
    """IRI → the local name of a property (`name`, `prefLabel`, `altLabel` …) → its values, sorted."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for node, name, value in sorted(_rows(dataset, _PROPERTIES)):
        found[node][_local(name)].append(value)
    return found


def meetings(dataset: Dataset) -> dict[str, list[Meeting]]:
    """Document IRI → its meetings, sorted: nearly always one."""
    found: dict[str, list[Meeting]] = defaultdict(list)
    for fact, document, date, body, organisation in sorted(_rows(dataset, _MEETINGS)):
        found[document].append(Meeting(date, body, organisation, fact))
    return found


def showings(dataset: Dataset, held: Mapping[str, list[Meeting]]) -> Iterator[Showing]:
    """Every tie that a document shows; `held` gives the day and the body of each document's meeting."""

    def day(document: str) -> str:
        return min((m.date for m in held.get(document, ()) if m.date), default="")

    def at_meeting(person: str, role: str, document: str, fact: str) -> Iterator[Showing]:
        for body in sorted({m.body for m in held.get(document, ()) if m.body}):
            yield Showing("attendance", person, body, role, document, day(document), fact)

    seated: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for fact, *seat in _rows(dataset, _SEATS):
        seated[fact].append(tuple(seat))
    attended = {}
    for fact, document, person, role, capacity in _rows(dataset, _ATTENDANCES):
        attended[fact] = (document, person)
        for holder, body, seat_role in seated.get(fact, ()):
            yield Showing("seat", holder, body, seat_role, document, day(document), fact)
        if fact not in seated and not capacity.endswith("-absent"):
            yield from at_meeting(person, role or _PRESENT.get(_local(capacity), "närvarande"), document, fact)
    for fact, link, node in _rows(dataset, _ATTENDED_FOR):
        if fact in attended:
            document, person = attended[fact]
            kind = "represents" if _local(link) == "organisation" else _local(link)
            yield Showing(kind, person, node, "", document, day(document), fact)
    for fact, document, person in _rows(dataset, _PRESENTATIONS):
        yield from at_meeting(person, "föredragande", document, fact)
    for fact, document, person, organisation, role in _rows(dataset, _AFFILIATIONS):
        yield Showing("affiliation", person, organisation, role, document, day(document), fact)


def standing(dataset: Dataset) -> Iterator[Showing]:
    """The ties that stand without a day: a body's organisation, an organisation's territory, a person's party."""
    kind = {"unitOf": "owner", "territory": "territory", "party": "party"}
    for one, link, other in _rows(dataset, _STANDING):
        yield Showing(kind[_local(link)], one, other, "", "", "", "")


def quotes(dataset: Dataset, facts: Iterable[str]) -> dict[str, Quote]:
    """Fact IRI → the words that it rests on, for the facts asked for."""
    asked = [URIRef(fact).n3() for fact in sorted(set(facts))]
    found: dict[str, Quote] = {}
    for first in range(0, len(asked), _EVIDENCE_AT_A_TIME):
        text = _EVIDENCE % " ".join(asked[first : first + _EVIDENCE_AT_A_TIME])
        for fact, words, name, page in sorted(_rows(dataset, text)):
            found.setdefault(fact, Quote(words, name, int(page) if page.isdecimal() else 1))
    return found


def _rows(dataset: Dataset, text: str) -> Iterator[tuple[str, ...]]:
    result = dataset.query(_HEAD + text)
    columns = result.vars or []
    for row in result.bindings:
        yield tuple(str(row.get(column) or "") for column in columns)


def _local(iri: str) -> str:
    return iri.replace("#", "/").rsplit("/", 1)[-1]
