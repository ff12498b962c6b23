"""Facts → quads: what a document says, as RDF. One generator, with one small function for each class of fact.

Everything lands in `document_graph(name)`, but for the text as read, which has `text_graph(name)` to itself. Names are
literals as printed here; which person or body they mean is `resolve`'s business and stands in another graph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad
from rdflib import DCTERMS, RDF, XSD

from ..extract import facts
from ..ontology.terms import CLASSES, PG, PROPERTIES, concept, document_graph, text_graph
from .literals import literal as _literal
from .nodes import Nodes, number_nodes
from .selectors import evidence_triples

Pair = tuple[NamedNode, NamedNode | Literal]
"""A property and its value."""

_PG = {name: NamedNode(PG[name]) for name in (*CLASSES, *PROPERTIES)}
_TYPE = NamedNode(RDF.type)
_DATE = NamedNode(XSD.date)


def document_quads(minutes: facts.Minutes) -> Iterator[Quad]:
    """Every quad of one document: itself, its facts in order, their evidence, and its text. No blank nodes."""
    name = minutes.reading.document
    nodes = number_nodes(minutes)
    graph = NamedNode(document_graph(name))
    for property_, value in _document(minutes.reading):
        yield Quad(nodes.document, property_, value, graph)
    yield Quad(nodes.document, _PG["text"], _literal(minutes.reading.text), NamedNode(text_graph(name)))
    for fact, node in zip(minutes.facts, nodes.facts, strict=True):
        class_, pairs = _SHAPES[type(fact)]
        yield Quad(node, _TYPE, class_, graph)
        yield Quad(node, _PG["document"], nodes.document, graph)
        yield Quad(node, _PG["evidence"], nodes.evidence[fact.evidence], graph)
        for property_, value in pairs(fact, nodes):
            yield Quad(node, property_, value, graph)
    for evidence, node in nodes.evidence.items():
        triples = evidence_triples(evidence, node, nodes.document, minutes.reading)
        yield from (Quad(*triple, graph) for triple in triples)


def _document(reading: facts.Reading) -> Iterator[Pair]:
    yield _TYPE, _PG["Minutes"]
    yield NamedNode(DCTERMS.identifier), _literal(reading.document)
    yield NamedNode(DCTERMS.source), _literal(reading.source)
    yield NamedNode(DCTERMS["format"]), _literal(reading.format)
    yield _PG["sha256"], _literal(reading.sha256)
    yield _PG["pageCount"], Literal(len(reading.pages))


def _texts(**cells: str) -> Iterator[Pair]:
    """A plain literal for each cell that holds something."""
    for property_, text in cells.items():
        if text:
            yield _PG[property_], _literal(text)


def _numbers(**cells: int | None) -> Iterator[Pair]:
    for property_, number in cells.items():
        if number is not None:
            yield _PG[property_], Literal(number)


def _said(**cells: bool) -> Iterator[Pair]:
    """`true` for each cell that holds; what the minutes do not say is left out, not denied."""
    for property_, holds in cells.items():
        if holds:
            yield _PG[property_], Literal(True)


def _concept(property_: str, scheme: str, notation: str) -> Iterator[Pair]:
    if notation:
        yield _PG[property_], NamedNode(concept(scheme, notation))


def _day(property_: str, text: str) -> Iterator[Pair]:
    """A date that is one; `2024-02-30` would be an ill-typed literal that no query can compare."""
    try:
        yield _PG[property_], Literal(date.fromisoformat(text).isoformat(), datatype=_DATE)
    except ValueError:
        return


def _in_item(fact: Any, nodes: Nodes) -> Iterator[Pair]:
    if fact.item:
        yield _PG["itemNumber"], _literal(fact.item)
        if node := nodes.item(fact.item, fact.evidence.start):
            yield _PG["item"], node


def _meeting(fact: facts.Meeting, nodes: Nodes) -> Iterator[Pair]:
    yield from _texts(bodyName=fact.body, organisationName=fact.organisation, place=fact.place)
    yield from _texts(startTime=fact.start, endTime=fact.end)
    yield from _day("date", fact.date)


def _attendance(fact: facts.Attendance, nodes: Nodes) -> Iterator[Pair]:
    yield from _texts(personName=fact.person, partyCode=fact.party, municipalityName=fact.municipality)
    yield from _texts(
        organisationName=fact.organisation, roleName=fact.role, items=fact.items, replacesName=fact.replaces
    )
    yield from _concept("capacity", "capacity", fact.capacity)
    for number, _, node in nodes.items:
        if _within(number, fact.items):
            yield _PG["duringItem"], node


def _within(number: str, ranges: str) -> bool:
    """Is `3a` in `1-7,9`? Both as the tables write them."""
    digits = re.match(r"\d+", number)
    bounds = re.findall(r"(\d+)\w*(?:-(\d+))?", ranges)
    return digits is not None and any(int(low) <= int(digits[0]) <= int(high or low) for low, high in bounds)


def _signature(fact: facts.Signature, nodes: Nodes) -> Iterator[Pair]:
    yield from _texts(personName=fact.person, partyCode=fact.party, signedAt=fact.signed)
    yield from _concept("signatureRole", "signature", fact.role)


def _item(fact: facts.Item, nodes: Nodes) -> Iterator[Pair]:
    yield from _texts(itemNumber=fact.item)
    if fact.title:
        yield NamedNode(DCTERMS.title), _literal(fact.title)


def _presentation(fact: facts.Presenter, nodes: Nodes) -> Iterator[Pair]:
    yield from _in_item(fact, nodes)
    yield from _texts(personName=fact.person)


def _proposal(fact: facts.Proposal, nodes: Nodes) -> Iterator[Pair]:
    yield from _in_item(fact, nodes)
    yield from _texts(proposerName=fact.proposer, words=fact.text)


def _yrkande(fact: facts.Motion, nodes: Nodes) -> Iterator[Pair]:
    yield from _in_item(fact, nodes)
    yield from _texts(personName=fact.person, partyCode=fact.party)
    yield from _concept("stance", "stance", fact.stance)


def _decision(fact: facts.Decision, nodes: Nodes) -> Iterator[Pair]:
    yield from _in_item(fact, nodes)
    yield from _texts(words=fact.text)
    yield from _concept("decisionKind", "decision", fact.kind)


def _vote(fact: facts.Vote, nodes: Nodes) -> Iterator[Pair]:
    yield from _in_item(fact, nodes)
    yield from _numbers(round=fact.round, yes=fact.yes, no=fact.no, abstain=fact.abstain)
    yield from _concept("voteKind", "round", fact.kind)
    yield from _concept("outcome", "choice", fact.outcome)
    yield from _said(castingVote=fact.casting, lot=fact.lot, minority=fact.minority)
    yield from _concept("ballotForm", "ballot", fact.ballot)


def _voting_proposition(fact: facts.VotingProposition, nodes: Nodes) -> Iterator[Pair]:
    yield from _in_item(fact, nodes)
    yield from _numbers(round=fact.round)
    yield from _texts(yesMeans=fact.yes, noMeans=fact.no)
    if vote := nodes.votes.get((fact.item, fact.round)):
        yield _PG["inVote"], vote


def _ballot(fact: facts.Ballot, nodes: Nodes) -> Iterator[Pair]:
    yield from _in_item(fact, nodes)
    yield from _numbers(round=fact.round)
    yield from _texts(personName=fact.person, partyCode=fact.party)
    yield from _concept("choice", "choice", fact.vote)
    if vote := nodes.votes.get((fact.item, fact.round)):
        yield _PG["inVote"], vote


def _reservation(fact: facts.Reservation, nodes: Nodes) -> Iterator[Pair]:
    yield from _in_item(fact, nodes)
    yield from _texts(personName=fact.person, partyCode=fact.party)
    yield from _concept("reservationKind", "reservation", fact.kind)


def _recusal(fact: facts.Recusal, nodes: Nodes) -> Iterator[Pair]:
    yield from _in_item(fact, nodes)
    yield from _texts(personName=fact.person, partyCode=fact.party)


def _assignment(fact: facts.Assignment, nodes: Nodes) -> Iterator[Pair]:
    yield from _in_item(fact, nodes)
    yield from _texts(assigneeName=fact.assignee, words=fact.task, due=fact.due)


def _reference(fact: facts.Reference, nodes: Nodes) -> Iterator[Pair]:
    yield from _in_item(fact, nodes)
    yield from _concept("referenceKind", "reference", fact.kind)
    yield from _texts(value=fact.value)


def _case_number(fact: facts.CaseNumber, nodes: Nodes) -> Iterator[Pair]:
    yield from _in_item(fact, nodes)
    yield from _texts(value=fact.number)


def _person_mention(fact: facts.PersonMention, nodes: Nodes) -> Iterator[Pair]:
    yield from _texts(personName=fact.person, partyCode=fact.party)


def _organisation_mention(fact: facts.OrganisationMention, nodes: Nodes) -> Iterator[Pair]:
    yield from _texts(organisationName=fact.organisation)
    yield from _concept("organisationKind", "kind", fact.kind)


def _affiliation(fact: facts.Affiliation, nodes: Nodes) -> Iterator[Pair]:
    yield from _texts(personName=fact.person, roleName=fact.role, organisationName=fact.organisation)


_SHAPES: dict[type, tuple[NamedNode, Callable[[Any, Nodes], Iterator[Pair]]]] = {
    facts.Meeting: (_PG["Meeting"], _meeting),
    facts.Attendance: (_PG["Attendance"], _attendance),
    facts.Signature: (_PG["Signature"], _signature),
    facts.Item: (_PG["Item"], _item),
    facts.Presenter: (_PG["Presentation"], _presentation),
    facts.Proposal: (_PG["Proposal"], _proposal),
    facts.Motion: (_PG["Yrkande"], _yrkande),
    facts.Decision: (_PG["Decision"], _decision),
    facts.Vote: (_PG["Vote"], _vote),
    facts.VotingProposition: (_PG["VotingProposition"], _voting_proposition),
    facts.Ballot: (_PG["Ballot"], _ballot),
    facts.Reservation: (_PG["Reservation"], _reservation),
    facts.Recusal: (_PG["Recusal"], _recusal),
    facts.Assignment: (_PG["Assignment"], _assignment),
    facts.Reference: (_PG["Reference"], _reference),
    facts.CaseNumber: (_PG["CaseNumber"], _case_number),
    facts.PersonMention: (_PG["PersonMention"], _person_mention),
    facts.OrganisationMention: (_PG["OrganisationMention"], _organisation_mention),
    facts.Affiliation: (_PG["Affiliation"], _affiliation),
}
"""For each class of fact: its class in the ontology, and the function that gives its properties."""
