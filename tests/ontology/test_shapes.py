from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
from oxrdflib._converter import from_ox
from rdflib import Graph, Literal, URIRef, namespace

from protokollgraf.extract.facts import Fact
from protokollgraf.graph import store
from protokollgraf.graph.entities import entity_quads
from protokollgraf.graph.triples import document_quads
from protokollgraf.ontology import terms
from protokollgraf.tests.factories import HOSTILE, attendance, ballot, evidence, item, minutes, vote

FOLDER = Path(terms.__file__).parent
PG = terms.PG


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(FOLDER / "shapes.ttl")


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(FOLDER / "protokollgraf.ttl")


def as_graph(quads: Sequence[ox.Quad]) -> Graph:
    graph = Graph()
    for quad in quads:
        graph.add(from_ox(quad.triple))  # type: ignore[arg-type]
    return graph


def report(data: Graph, shapes: Graph, ontology: Graph) -> tuple[bool, str]:
    conforms, _, text = pyshacl.validate(data, shacl_graph=shapes, ont_graph=ontology)
    return conforms, text


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param(None, id="one of each"),
        pytest.param([], id="nothing"),
        pytest.param([attendance(name, items=name, evidence=evidence(words=name)) for name in HOSTILE], id="hostile"),
        pytest.param(
            [item("1"), item("1"), item(""), vote("1"), ballot("1"), ballot("7")], id="repeated and unknown items"
        ),
    ],
)
def test_what_the_code_writes_conforms(facts: list[Fact] | None, shapes: Graph, ontology: Graph) -> None:
    conforms, text = report(as_graph(list(document_quads(minutes(facts=facts)))), shapes, ontology)
    assert conforms, text


@pytest.mark.parametrize(
    ("subject", "property_", "value"),
    [
        ("attendance/1", PG.personName, None),
        ("attendance/1", PG.evidence, None),
        ("attendance/1", PG.capacity, PG["choice-yes"]),
        ("decision/1", PG.words, Literal("", datatype=namespace.XSD.string)),
        ("vote/1", PG.yes, Literal(-1)),
        ("ballot/1", PG.inVote, terms.data_iri("document", "protokoll", "item", 1)),
        ("meeting/1", PG.date, Literal("den 6 mars", datatype=namespace.XSD.string)),
        ("evidence/0-8", PG.start, Literal(9)),
        ("evidence/0-8", PG.rule, None),
    ],
)
def test_what_is_wrong_is_found(
    subject: str, property_: URIRef, value: URIRef | Literal | None, shapes: Graph, ontology: Graph
) -> None:
    data = as_graph(list(document_quads(minutes())))
    node = terms.data_iri("document", "protokoll") + "/" + subject
    assert (node, property_, None) in data
    data.remove((node, property_, None))
    if value is not None:
        data.add((node, property_, value))
    assert not report(data, shapes, ontology)[0]


def test_what_is_derived_conforms(shapes: Graph, ontology: Graph) -> None:
    target = ox.Store()
    for name in ("a", "b"):
        store.replace_document(target, minutes(name))
    store.replace_entities(target, entity_quads(target))
    conforms, text = report(as_graph(list(target)), shapes, ontology)
    assert conforms, text
