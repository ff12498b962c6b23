"""The cases of the graph `ENTITIES`: what the documents' items say of their cases → quads.

Reads the items, their numbers, references and decisions back from the store: one scan for each property, see
`mentions.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import pyoxigraph as ox
from rdflib import DCTERMS, RDF, SKOS, XSD

from ..ontology.terms import ENTITIES, ID, PG, data_iri
from .cases import Case, Joined, Owner, Step, cases, join
from .returns import returns

_GRAPH = ox.NamedNode(ENTITIES)
_DATE = ox.NamedNode(XSD.date)


def case_quads(
    store: ox.Store,
    dates: Mapping[str, str],
    bodies: Mapping[str, str],
    hosts: Mapping[str, str],
    names: Mapping[str, str],
) -> Iterator[ox.Quad]:
    """Every quad about cases. `dates`, `bodies` and `hosts` have the date of each document's meeting, the slug of the
    body that met and that of its organisation; `names` the names of bodies by their slugs.
    """
    joined, cited = join(steps(store, dates, bodies, hosts))
    for case in cases(joined):
        yield from _case(case)
    place = {step.node: step.place for members in joined.steps.values() for step in members}
    back: dict[str, str] = {}
    for found in sorted(returns(joined, cited, names), key=lambda one: place[one.step]):
        if found.to:
            back[found.to] = found.step  # of several the latest
            yield _link(found.step, PG.returnsIn, found.to)
            yield _text(found.step, PG.returnReason, found.reason)
        if found.expected:
            yield _day(found.step, PG.expectedDate, found.expected)
    for node in sorted(joined.of):
        if origin := _origin(node, joined, cited) or back.get(node, ""):
            yield _link(node, PG.comesFrom, origin)


def steps(
    store: ox.Store, dates: Mapping[str, str], bodies: Mapping[str, str], hosts: Mapping[str, str]
) -> Iterator[Step]:
    """The items of the documents as steps. What only few facts have is looked up for each of these, not scanned."""
    item_of = dict(_values(store, PG.item))
    own: dict[str, list[str]] = defaultdict(list)
    named: dict[str, list[str]] = defaultdict(list)
    cites: dict[str, list[tuple[str, str]]] = defaultdict(list)
    decided: dict[str, list[tuple[str, str]]] = defaultdict(list)
    referred = {node: value.rpartition("-")[2] for node, value in _values(store, PG.referenceKind)}
    for node, value in sorted(_values(store, PG.value), key=lambda pair: _order(pair[0])):
        kind, item = referred.get(node, ""), item_of.get(node, "")
        if kind in ("", "case"):
            (named if kind else own)[item].append(value)
        elif kind == "decision" and " § " in value:
            cites[item].append((value[:10], value.partition(" § ")[2]))
    for kind in ("postponed", "referred"):
        found = (node for node, _ in _values(store, PG.decisionKind, PG[f"decision-{kind}"]))
        for node in sorted(found, key=_order):
            decided[item_of.get(node, "")].append((kind, _value(store, node, PG.words)))
    titles = dict(_values(store, DCTERMS.title))
    for node, _ in _values(store, str(RDF.type), PG.Item):
        document = node.rpartition("/item/")[0]
        yield Step(
            node,
            document,
            _value(store, node, PG.itemNumber),
            titles.get(node, ""),
            dates.get(document, ""),
            bodies.get(document, ""),
            _owner(document, bodies, hosts),
            tuple(own.get(node, ())),
            tuple(value for value in named.get(node, ()) if value not in own.get(node, ())),
            tuple(cites.get(node, ())),
            tuple(decided.get(node, ())),
        )


def _owner(document: str, bodies: Mapping[str, str], hosts: Mapping[str, str]) -> Owner:
    if host := hosts.get(document):
        return "organisation", host
    return ("body", bodies[document]) if document in bodies else ("document", document)


def _origin(node: str, joined: Joined, cited: Mapping[str, Sequence[Step]]) -> str:
    """The latest step of the same case that a step refers to."""
    own = set(joined.of[node])
    return next((target.node for target in reversed(cited.get(node, ())) if own & set(joined.of[target.node])), "")


def case_iri(case: Case) -> str:
    """`…/case/organisation/nora-kommun/KS%202024%2F123`; one without a number is named after its first item."""
    if case.key[0] in ("item", "document"):
        kind, node, *number = case.key
        return str(data_iri("case", kind, node.removeprefix(ID), *number))
    return str(data_iri("case", *case.key))


def _case(case: Case) -> Iterator[ox.Quad]:
    iri = case_iri(case)
    yield _link(iri, RDF.type, PG.Case)
    if case.number:
        yield _text(iri, PG.caseNumber, case.number)
    for printed in case.printed:
        yield _text(iri, SKOS.altLabel, printed)
    if case.title:
        yield _text(iri, DCTERMS.title, case.title)
    if case.owner[0] == "organisation":
        yield _link(iri, PG.organisation, data_iri("organisation", case.owner[1]))
    if case.first:
        yield _day(iri, PG.firstDate, case.first)
        yield _day(iri, PG.lastDate, case.last)
    for node in case.steps:
        yield _link(node, PG.case, iri)


def _order(node: str) -> tuple[str, int]:
    """Facts are numbered within their kind in the order of the text."""
    head, _, number = node.rpartition("/")
    return head, int(number) if number.isdigit() else 0


def _values(store: ox.Store, property_: str, value: str | None = None) -> Iterator[tuple[str, str]]:
    """Each node with that property (and value) and its value."""
    wanted = ox.NamedNode(str(value)) if value else None
    for quad in store.quads_for_pattern(None, ox.NamedNode(str(property_)), wanted, None):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
            yield quad.subject.value, quad.object.value


def _value(store: ox.Store, node: str, property_: str) -> str:
    found = store.quads_for_pattern(ox.NamedNode(node), ox.NamedNode(str(property_)), None, None)
    return next((quad.object.value for quad in found if isinstance(quad.object, ox.Literal)), "")


def _quad(subject: str, property_: str, value: ox.NamedNode | ox.Literal) -> ox.Quad:
    return ox.Quad(ox.NamedNode(str(subject)), ox.NamedNode(str(property_)), value, _GRAPH)


def _link(subject: str, property_: str, value: str) -> ox.Quad:
    return _quad(subject, property_, ox.NamedNode(str(value)))


def _text(subject: str, property_: str, value: str) -> ox.Quad:
    return _quad(subject, property_, ox.Literal(value))


def _day(subject: str, property_: str, value: str) -> ox.Quad:
    return _quad(subject, property_, ox.Literal(value, datatype=_DATE))
