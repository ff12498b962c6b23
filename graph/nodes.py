"""The IRIs of one document's facts, and how its facts find each other: item by number, vote by item and round."""

from __future__ import annotations

from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from ..extract import facts
from ..extract.facts import Evidence, Minutes
from ..ontology.terms import data_iri

_KINDS: dict[type, str] = {
    facts.Meeting: "meeting",
    facts.Attendance: "attendance",
    facts.Signature: "signature",
    facts.Item: "item",
    facts.Presenter: "presenter",
    facts.Proposal: "proposal",
    facts.Motion: "motion",
    facts.Decision: "decision",
    facts.Vote: "vote",
    facts.VotingProposition: "voting-proposition",
    facts.Ballot: "ballot",
    facts.Reservation: "reservation",
    facts.Recusal: "recusal",
    facts.Assignment: "assignment",
    facts.Reference: "reference",
    facts.CaseNumber: "case-number",
    facts.PersonMention: "person-mention",
    facts.OrganisationMention: "organisation-mention",
    facts.Affiliation: "affiliation",
}
"""The word that stands for a class of fact in an IRI."""


@dataclass(slots=True)
class Nodes:
    """The nodes of one document."""

    document: NamedNode
    facts: list[NamedNode] = field(default_factory=list)
    """One for each fact, in the same order."""
    items: list[tuple[str, int, NamedNode]] = field(default_factory=list)
    """The number, the place in the text and the node of each paragraf."""
    votes: dict[tuple[str, int], NamedNode] = field(default_factory=dict)
    """By item and round."""
    evidence: dict[Evidence, NamedNode] = field(default_factory=dict)

    def item(self, number: str, place: int) -> NamedNode | None:
        """The paragraf of that number; where a number is repeated, the last one that begins before the place."""
        found = [(start, node) for known, start, node in self.items if known == number]
        return next((node for start, node in reversed(found) if start <= place), found[0][1] if found else None)


def number_nodes(minutes: Minutes) -> Nodes:
    """A node for each fact, numbered within its kind from 1 in the order of the facts; a paragraf by its own number."""
    name = minutes.reading.document
    nodes = Nodes(NamedNode(data_iri("document", name)))
    counts = dict.fromkeys(_KINDS.values(), 0)
    numbers: set[str] = set()
    spans: set[str] = set()
    for fact in minutes.facts:
        kind = _KINDS[type(fact)]
        counts[kind] += 1
        number = _free(fact.item or "0", numbers) if isinstance(fact, facts.Item) else str(counts[kind])
        node = NamedNode(data_iri("document", name, kind, number))
        nodes.facts.append(node)
        if isinstance(fact, facts.Item):
            nodes.items.append((fact.item, fact.evidence.start, node))
        elif isinstance(fact, facts.Vote):
            nodes.votes.setdefault((fact.item, fact.round), node)
        if fact.evidence not in nodes.evidence:
            # two rules may rest on the same words: each has its node, so that a node has one rule
            span = _free(f"{fact.evidence.start}-{fact.evidence.end}", spans)
            nodes.evidence[fact.evidence] = NamedNode(data_iri("document", name, "evidence", span))
    return nodes


def _free(wanted: str, taken: set[str]) -> str:
    """The name, or the name with `-2`, `-3` … where it is taken; takes it."""
    name, n = wanted, 1
    while name in taken:
        n += 1
        name = f"{wanted}-{n}"
    taken.add(name)
    return name
