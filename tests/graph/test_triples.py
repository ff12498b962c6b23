from __future__ import annotations

import re
from typing import Any

import pyoxigraph as ox
import pytest
from rdflib import DCTERMS

from protokollgraf.extract.facts import Fact
from protokollgraf.graph.literals import writable
from protokollgraf.graph.triples import document_quads
from protokollgraf.ontology.terms import PREFIXES, document_graph, text_graph
from protokollgraf.tests.factories import (
    HOSTILE,
    affiliation,
    assignment,
    attendance,
    ballot,
    case_number,
    decision,
    evidence,
    item,
    meeting,
    minutes,
    motion,
    organisation_mention,
    person_mention,
    presenter,
    proposal,
    recusal,
    reference,
    reservation,
    signature,
    vote,
    voting_proposition,
)

DOCUMENT = "https://w3id.org/protokollgraf/id/document/protokoll/"


def short(term: Any) -> str:
    """`pg:Meeting`, `meeting/1`, or a literal's value; a number as SPARQL writes it."""
    if isinstance(term, ox.Literal):
        return str(term.value)
    iri = str(term.value)
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(str(namespace)):
            return f"{prefix}:{iri.removeprefix(str(namespace))}"
    return iri.removeprefix(DOCUMENT)


def shape(node: str, *facts: Fact) -> set[tuple[str, str]]:
    """What the graph says of a node, but for what it says of every fact."""
    quads = document_quads(minutes(facts=facts))
    said = {(short(q.predicate), short(q.object)) for q in quads if short(q.subject) == node}
    return {(p, o) for p, o in said if p not in ("pg:document", "pg:evidence")}


@pytest.mark.parametrize(
    ("fact", "node", "expected"),
    [
        (meeting(body="Nämnden", organisation="Tallviks kommun", date="2024-03-06", start="10:00", place="Salen"),
         "meeting/1", "a pg:Meeting; pg:bodyName Nämnden; pg:organisationName Tallviks kommun; pg:date 2024-03-06; "
                      "pg:startTime 10:00; pg:place Salen"),
        # a day that is none would be an ill-typed literal
        (meeting(body="", organisation="", date="2024-02-30"), "meeting/1", "a pg:Meeting"),
        (attendance("Bo Alm", party="M", capacity="substitute", municipality="Tallvik", organisation="Region Tall",
                    role="vice ordförande", items="1-2", replaces="Cia Dal"),
         "attendance/1", "a pg:Attendance; pg:personName Bo Alm; pg:partyCode M; pg:capacity pg:capacity-substitute; "
                         "pg:municipalityName Tallvik; pg:organisationName Region Tall; pg:roleName vice ordförande; "
                         "pg:items 1-2; pg:replacesName Cia Dal; pg:duringItem item/1"),
        (signature("Ada Ek", party="S", signed="2024-03-07T10:00:00+01:00"),
         "signature/1", "a pg:Signature; pg:personName Ada Ek; pg:partyCode S; pg:signatureRole pg:signature-chair; "
                        "pg:signedAt 2024-03-07T10:00:00+01:00"),
        (presenter("1", "Ada Ek"), "presenter/1", "a pg:Presentation; IN 1; pg:personName Ada Ek"),
        (proposal("1", "bifalla", proposer="presidiet"),
         "proposal/1", "a pg:Proposal; IN 1; pg:proposerName presidiet; pg:words bifalla"),
        (motion("1", "", party="V", stance="refer"),
         "motion/1", "a pg:Yrkande; IN 1; pg:partyCode V; pg:stance pg:stance-refer"),
        (decision("1", "bifalla", "approved"),
         "decision/1", "a pg:Decision; IN 1; pg:words bifalla; pg:decisionKind pg:decision-approved"),
        (vote("1", 2, yes=40, no=0, abstain=None), "vote/1", "a pg:Vote; IN 1; pg:round 2; pg:yes 40; pg:no 0"),
        (vote("1", yes=7, no=7, kind="main", outcome="no", casting=True, ballot="secret"),
         "vote/1", "a pg:Vote; IN 1; pg:round 1; pg:yes 7; pg:no 7; pg:voteKind pg:round-main; "
                   "pg:outcome pg:choice-no; pg:castingVote true; pg:ballotForm pg:ballot-secret"),
        (voting_proposition("1", 1, yes="bifall", no=""),
         "voting-proposition/1", "a pg:VotingProposition; IN 1; pg:round 1; pg:yesMeans bifall"),
        (ballot("1", "", "no", party="V"),
         "ballot/1", "a pg:Ballot; IN 1; pg:round 1; pg:partyCode V; pg:choice pg:choice-no"),
        (case_number("1", "KS 2024/00123"), "case-number/1", "a pg:CaseNumber; IN 1; pg:value KS 2024/00123"),
        (ballot("1", "Ada Ek", "abstain", party="S"),
         "ballot/1", "a pg:Ballot; IN 1; pg:round 1; pg:personName Ada Ek; pg:partyCode S; "
                     "pg:choice pg:choice-abstain"),
        (reservation("1", "", party="V", kind="statement"),
         "reservation/1", "a pg:Reservation; IN 1; pg:partyCode V; pg:reservationKind pg:reservation-statement"),
        (recusal("1", "Ada Ek"), "recusal/1", "a pg:Recusal; IN 1; pg:personName Ada Ek"),
        (assignment("1", "Miljöchef", task="utreda", due="2024-09-01"),
         "assignment/1", "a pg:Assignment; IN 1; pg:assigneeName Miljöchef; pg:words utreda; pg:due 2024-09-01"),
        (reference("1", "case", "KS 2024/1"),
         "reference/1", "a pg:Reference; IN 1; pg:referenceKind pg:reference-case; pg:value KS 2024/1"),
        (person_mention("Ada Ek", party="S"),
         "person-mention/1", "a pg:PersonMention; pg:personName Ada Ek; pg:partyCode S"),
        (organisation_mention("Granbo energi AB", "company"),
         "organisation-mention/1",
         "a pg:OrganisationMention; pg:organisationName Granbo energi AB; pg:organisationKind pg:kind-company"),
        (affiliation("Ada Ek", role="", organisation="Granbo energi AB"),
         "affiliation/1", "a pg:Affiliation; pg:personName Ada Ek; pg:organisationName Granbo energi AB"),
    ],
    ids=lambda value: value if isinstance(value, str) and "/" in value and ";" not in value else "",
)  # fmt: skip
def test_shape_of_a_fact(fact: Fact, node: str, expected: str) -> None:
    expected = re.sub(r"IN (\d+)", r"pg:itemNumber \1; pg:item item/\1", expected).replace("a pg:", "rdf:type pg:", 1)
    pairs = {tuple(pair.split(" ", 1)) for pair in expected.split("; ")}
    assert shape(node, item("1"), fact) == pairs


def test_item() -> None:
    assert shape("item/3a", item("3a", "Taxa")) == {
        ("rdf:type", "pg:Item"), ("pg:itemNumber", "3a"), ("dcterms:title", "Taxa"),
    }  # fmt: skip


def test_every_fact_names_its_document_and_its_evidence() -> None:
    quads = list(document_quads(minutes()))
    said: dict[str, set[str]] = {}
    for quad in quads:
        said.setdefault(short(quad.subject), set()).add(short(quad.predicate))
    facts = {node for node in said if re.fullmatch(r"[a-z-]+/[^/]+", node) and not node.startswith("evidence/")}
    assert len(facts) == len(minutes().facts)
    assert all({"pg:document", "pg:evidence", "rdf:type"} <= said[node] for node in facts)


def test_document_and_text() -> None:
    quads = list(document_quads(minutes("a", text="Hej", pages=(0, 2), format="pdf", source="a.pdf")))
    assert (
        [(short(q.predicate), short(q.object), q.graph_name.value) for q in quads]  # type: ignore[union-attr]
        == [
            ("rdf:type", "pg:Minutes", str(document_graph("a"))),
            ("dcterms:identifier", "a", str(document_graph("a"))),
            ("dcterms:source", "a.pdf", str(document_graph("a"))),
            ("dcterms:format", "pdf", str(document_graph("a"))),
            ("pg:sha256", minutes(text="Hej").reading.sha256, str(document_graph("a"))),
            ("pg:pageCount", "2", str(document_graph("a"))),
            ("pg:text", "Hej", str(text_graph("a"))),
        ]
        + [(short(q.predicate), short(q.object), q.graph_name.value) for q in quads[7:]]  # type: ignore[union-attr]
    )


def test_evidence() -> None:
    ada = attendance(evidence=evidence(3, 9, "Ada Ek", page=2, rule="attendance"))
    assert shape("evidence/3-9", ada) == {
        ("rdf:type", "oa:SpecificResource"), ("oa:hasSource", DOCUMENT[:-1]), ("pg:page", "2"), ("pg:start", "3"),
        ("pg:end", "9"), ("pg:rule", "attendance"), ("pg:quote", "Ada Ek"), ("oa:hasSelector", "evidence/3-9/position"),
        ("oa:hasSelector", "evidence/3-9/quote"),
    }  # fmt: skip
    assert shape("evidence/3-9/position", ada) == {
        ("rdf:type", "oa:TextPositionSelector"), ("oa:start", "3"), ("oa:end", "9"),
    }  # fmt: skip
    assert shape("evidence/3-9/quote", ada) == {("rdf:type", "oa:TextQuoteSelector"), ("oa:exact", "Ada Ek")}


def evidences(*facts: Fact) -> list[str]:
    return [short(q.object) for q in document_quads(minutes(facts=facts)) if short(q.predicate) == "pg:evidence"]


def test_facts_of_the_same_words_share_their_evidence() -> None:
    assert evidences(attendance(), person_mention()) == ["evidence/0-8", "evidence/0-8"]


def test_but_an_evidence_has_one_rule() -> None:
    other = evidence(rule="mentions")
    assert evidences(attendance(), person_mention(evidence=other)) == ["evidence/0-8", "evidence/0-8-2"]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        # the number is there, the paragraf is not
        ([decision("7")], []),
        ([item("7"), decision("7")], ["item/7"]),
        # a number twice: the one before the place, else the first
        ([item("7"), item("7", evidence=evidence(50, 60)), decision("7", evidence=evidence(20, 30))], ["item/7"]),
        ([item("7"), item("7", evidence=evidence(50, 60)), decision("7", evidence=evidence(70, 80))], ["item/7-2"]),
        ([item("7", evidence=evidence(50, 60)), decision("7", evidence=evidence(2, 3))], ["item/7"]),
        ([item("7"), decision("")], []),
    ],
)
def test_item_of_a_fact(facts: list[Fact], expected: list[str]) -> None:
    quads = document_quads(minutes(facts=facts))
    assert [short(q.object) for q in quads if short(q.predicate) == "pg:item"] == expected


def test_names_of_repeated_and_unnumbered_items() -> None:
    facts = [item("7"), item("7"), item("7-2"), item(""), item("")]
    quads = document_quads(minutes(facts=facts))
    items = [short(q.subject) for q in quads if short(q.object) == "pg:Item"]
    assert items == ["item/7", "item/7-2", "item/7-2-2", "item/0", "item/0-2"]


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ("1-2", ["1", "2", "2a"]),
        ("2,4-9", ["2", "2a", "9"]),
        ("", []),
        ("delvis", []),
        ("3", []),
        ("1-99999999999999999999", ["1", "2", "2a", "9"]),
        ("9-1", []),
    ],
)
def test_items_that_a_person_was_present_for(items: str, expected: list[str]) -> None:
    facts: list[Fact] = [item("1"), item("2"), item("2a"), item("9"), attendance(items=items)]
    quads = document_quads(minutes(facts=facts))
    assert [short(q.object) for q in quads if short(q.predicate) == "pg:duringItem"] == [f"item/{n}" for n in expected]


def test_ballots_are_in_the_vote_of_their_item_and_round() -> None:
    facts: list[Fact] = [vote("1", 1), vote("1", 2), ballot("1", round=2), ballot("1", round=3), ballot("2", round=1)]
    quads = list(document_quads(minutes(facts=facts)))
    found = {(short(q.subject), short(q.object)) for q in quads if short(q.predicate) == "pg:inVote"}
    assert found == {("ballot/1", "vote/2")}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_stay_data(name: str) -> None:
    words = evidence(words=name, rule=name)
    facts: list[Fact] = [attendance(name, role=name, evidence=words), item(name, name), meeting(place=name)]
    quads = list(document_quads(minutes(name, facts=facts, text=name, source=name)))
    lines = ox.serialize(quads, format=ox.RdfFormat.N_QUADS)
    assert set(ox.parse(lines, format=ox.RdfFormat.N_QUADS)) == set(quads)
    assert not any(isinstance(term, ox.BlankNode) for quad in quads for term in quad)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Åsa\tEk\n", "Åsa\tEk\n"),
        ("a\x00b\ud800c\ufffed", "a\ufffdb\ufffdc\ufffdd"),
        ("sida 1\fsida 2\r\n", "sida 1 sida 2 \n"),
        ("\U0001f600\u2028\x85", "\U0001f600\u2028\x85"),
    ],
)
def test_writable(text: str, expected: str) -> None:
    assert writable(text) == expected
    assert len(expected) == len(text)


def test_the_same_minutes_give_the_same_quads() -> None:
    assert list(document_quads(minutes())) == list(document_quads(minutes()))
    assert len(list(document_quads(minutes()))) == len(set(document_quads(minutes())))
    assert DCTERMS.title  # the prefix table and the terms are one
