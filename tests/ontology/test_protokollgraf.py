from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from oxrdflib._converter import from_ox
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from protokollgraf.graph import store
from protokollgraf.graph.entities import entity_quads
from protokollgraf.graph.triples import document_quads
from protokollgraf.ontology import terms
from protokollgraf.tests.factories import minutes
from protokollgraf.tests.ontology.verified import is_defined

FOLDER = Path(terms.__file__).parent
PG = terms.PG


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(FOLDER / "protokollgraf.ttl")


def ours(graph: Graph) -> set[str]:
    return {str(s).removeprefix(PG) for s in graph.subjects() if str(s).startswith(PG)}


def test_ontology_and_code_know_the_same_terms(ontology: Graph) -> None:
    assert ours(ontology) == set(dir(PG))


def test_every_term_that_the_ontology_leans_on_exists(ontology: Graph) -> None:
    iris = {str(term) for triple in ontology for term in triple if isinstance(term, URIRef)}
    iris.remove("https://w3id.org/protokollgraf/ontology")
    assert {iri for iri in iris if not is_defined(iri)} == set()


@pytest.mark.parametrize("name", sorted(dir(PG)))
def test_term_is_labelled_and_explained_in_both_languages(ontology: Graph, name: str) -> None:
    term = PG[name]
    scheme = (term, RDF.type, SKOS.ConceptScheme) in ontology
    concept = (term, RDF.type, SKOS.Concept) in ontology
    labels = ontology.objects(term, SKOS.prefLabel if scheme or concept else RDFS.label)
    assert sorted(label.language for label in labels) == ["en", "sv"]  # type: ignore[attr-defined]
    if not scheme:
        comments = ontology.objects(term, SKOS.definition if concept else RDFS.comment)
        assert sorted(comment.language for comment in comments) == ["en", "sv"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("scheme", terms.SCHEMES)
def test_scheme_lists_the_notations_of_the_tables(ontology: Graph, scheme: str) -> None:
    concepts = ontology.objects(PG[terms.SCHEME_NAMES[scheme]], SKOS.hasTopConcept)
    notations = {str(concept): str(ontology.value(concept, SKOS.notation)) for concept in concepts}
    # what stands after the one dash is the notation: queries rely on it
    assert notations == {f"{PG}{scheme}-{notation}": notation for notation in terms.SCHEMES[scheme]}


def test_properties_are_used_on_what_they_are_for(ontology: Graph) -> None:
    target, data = ox.Store(), Graph()
    store.replace_document(target, minutes(), extractor="1")
    store.replace_entities(target, entity_quads(target))
    for quad in target:
        data.add(from_ox(quad.triple))  # type: ignore[arg-type]
    for subject, property_ in set(data.subject_predicates()):
        wanted = set(ontology.objects(property_, RDFS.domain)) | set(
            ontology.objects(property_, terms.SCHEMA.domainIncludes)
        )
        types = set(data.objects(subject, RDF.type))
        supers = {above for type_ in types for above in ontology.transitive_objects(type_, RDFS.subClassOf)}
        assert not wanted or wanted & supers, (subject, property_)


def test_ranges_are_kept(ontology: Graph) -> None:
    for quad in document_quads(minutes()):
        for range_ in ontology.objects(URIRef(quad.predicate.value), RDFS.range):
            if (URIRef(quad.predicate.value), RDF.type, OWL.DatatypeProperty) in ontology:
                assert quad.object.datatype.value == str(range_), quad  # type: ignore[union-attr]
