"""From documents' graphs to the graph of entities, on hand-written TriG. All people are made up."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from protokollgraf.graph.entities import entity_quads
from protokollgraf.graph.judgements import Judgement
from protokollgraf.ontology.terms import ENTITIES

PREFIXES = """
prefix pg: <https://w3id.org/protokollgraf/ontology#>
prefix id: <https://w3id.org/protokollgraf/id/>
prefix foaf: <http://xmlns.com/foaf/0.1/>
prefix org: <http://www.w3.org/ns/org#>
prefix owl: <http://www.w3.org/2002/07/owl#>
prefix skos: <http://www.w3.org/2004/02/skos/core#>
prefix dcterms: <http://purl.org/dc/terms/>
prefix xsd: <http://www.w3.org/2001/XMLSchema#>
"""

DOCUMENTS = """
@base <https://w3id.org/protokollgraf/id/document/> .
<https://w3id.org/protokollgraf/id/graph/document/a> {
  <a/meeting/1> a pg:Meeting ; pg:document <a> ; pg:bodyName "Styrelsen" ; pg:organisationName "Alby Samverkan" ;
    pg:date "2023-05-02"^^xsd:date .
  <a/attendance/1> a pg:Attendance ; pg:document <a> ; pg:personName "Anna Ek" ; pg:partyCode "S" ;
    pg:municipalityName "Boden" ; pg:roleName "ordförande" ; pg:capacity pg:capacity-member .
  <a/attendance/2> a pg:Attendance ; pg:document <a> ; pg:personName "Emma Tångelmark" ; pg:partyCode "V" ;
    pg:capacity pg:capacity-substitute ; pg:replacesName "Bo Alm" .
  <a/attendance/3> a pg:Attendance ; pg:document <a> ; pg:personName "Disa Rask" ; pg:organisationName "Bodens kommun" ;
    pg:roleName "ekonom" ; pg:capacity pg:capacity-other .
  <a/attendance/4> a pg:Attendance ; pg:document <a> ; pg:personName "Nils Hed" ; pg:capacity pg:capacity-member .
  <a/signature/1> a pg:Signature ; pg:document <a> ; pg:personName "Emma Tångemark" ; pg:partyCode "V" .
  <a/proposal/1> a pg:Proposal ; pg:document <a> ; pg:proposerName "Ek, Anna" ; pg:words "Att bifalla" .
  <a/proposal/2> a pg:Proposal ; pg:document <a> ; pg:proposerName "presidiet" ; pg:words "Att avslå" .
  <a/motion/1> a pg:Yrkande ; pg:document <a> ; pg:partyCode "SJVP" .
  <a/organisation-mention/1> a pg:OrganisationMention ; pg:document <a> ; pg:organisationName "Styrelsen" ;
    pg:organisationKind pg:kind-body .
  <a/organisation-mention/2> a pg:OrganisationMention ; pg:document <a> ; pg:organisationName "Moderaterna" ;
    pg:organisationKind pg:kind-party .
}
<https://w3id.org/protokollgraf/id/graph/document/b> {
  <b/meeting/1> a pg:Meeting ; pg:document <b> ; pg:bodyName "Styrelse" ; pg:organisationName "Alby samverkan" ;
    pg:date "2024-05-02"^^xsd:date .
  <b/attendance/1> a pg:Attendance ; pg:document <b> ; pg:personName "Anna Ek" ; pg:partyCode "S" ;
    pg:municipalityName "Boden" ; pg:roleName "Ordförande" ; pg:capacity pg:capacity-absent .
  <b/attendance/2> a pg:Attendance ; pg:document <b> ; pg:personName "Nils Hed" ; pg:capacity pg:capacity-guest .
}
<https://w3id.org/protokollgraf/id/graph/document/c> {
  <c/person-mention/1> a pg:PersonMention ; pg:document <c> ; pg:personName "Anna Ek" ; pg:partyCode "M" .
}
"""


def store(trig: str = DOCUMENTS) -> ox.Store:
    filled = ox.Store()
    filled.load((PREFIXES + trig).encode(), format=ox.RdfFormat.TRIG)
    return filled


def derived(*judgements: Judgement) -> ox.Store:
    filled = store()
    filled.extend(entity_quads(filled, judgements))
    return filled


def holds(filled: ox.Store, pattern: str) -> bool:
    base = "base <https://w3id.org/protokollgraf/id/>"
    return bool(filled.query(f"{PREFIXES} {base} ASK {{ GRAPH <{ENTITIES}> {{ {pattern} }} }}"))


@pytest.mark.parametrize(
    "pattern",
    [
        # people
        "<document/a/attendance/1> pg:person ?p . <document/b/attendance/1> pg:person ?p . ?p a foaf:Person",
        "<document/a/attendance/1> pg:person ?p . ?p foaf:name 'Anna Ek' ; pg:partyCode 'S' ; pg:party <party/S>",
        "<document/a/signature/1> pg:person <person/ema-tangelmark>",
        "<person/ema-tangelmark> foaf:name 'Emma Tångelmark' ; skos:altLabel 'Emma Tångemark'",
        "<person/ema-tangemark> owl:sameAs <person/ema-tangelmark>",
        "<document/a/attendance/2> pg:replaces <person/bo-alm> . <person/bo-alm> foaf:name 'Bo Alm'",
        "<document/a/proposal/1> pg:proposer ?p . <document/a/attendance/1> pg:person ?p",
        # organisations and bodies
        "<document/a/meeting/1> pg:organisation <organisation/alby-samverkan>",
        "<document/a/meeting/1> pg:body ?b . <document/b/meeting/1> pg:body ?b",
        "?b a pg:Body ; skos:prefLabel 'Styrelsen' ; skos:altLabel 'Styrelse'",
        "<body/styrelse.alby-samverkan> org:unitOf <organisation/alby-samverkan>",
        "<document/a/organisation-mention/1> pg:organisation <body/styrelse.alby-samverkan>",
        "<document/a/organisation-mention/2> pg:organisation <party/M>",
        "<document/a/attendance/3> pg:organisation <organisation/bodens-kommun>",
        "<organisation/bodens-kommun> a org:FormalOrganization ; skos:prefLabel 'Bodens kommun'",
        "<organisation/bodens-kommun> pg:territory <municipality/2582>",
        "<organisation/bodens-kommun> pg:organisationKind pg:kind-municipality",
        # parties and municipalities
        "<document/a/attendance/1> pg:municipality <municipality/2582> ; pg:party <party/S>",
        "<municipality/2582> a pg:Municipality ; skos:prefLabel 'Boden' ; dcterms:identifier '2582'",
        "<party/S> a pg:Party ; skos:notation 'S' ; skos:prefLabel 'Socialdemokraterna'",
        "<document/a/motion/1> pg:party <party/SJVP>",
        # seats
        """?s a org:Membership ; org:member ?p ; org:organization <body/styrelse.alby-samverkan> ;
           pg:roleName 'ordförande' ; pg:municipality <municipality/2582> ; pg:party <party/S> ;
           pg:firstDate '2023-05-02'^^xsd:date ; pg:lastDate '2024-05-02'^^xsd:date ;
           pg:shownBy <document/a/attendance/1>, <document/b/attendance/1>""",
        "?s org:member <person/ema-tangelmark> ; pg:roleName 'ersättare'",
        "?s pg:roleName 'ledamot' ; pg:shownBy <document/a/attendance/4>",
    ],
)
def test_the_graph_holds(pattern: str) -> None:
    assert holds(derived(), pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "<document/c/person-mention/1> pg:person ?p . <document/a/attendance/1> pg:person ?p",  # another party
        "<document/a/proposal/2> pg:proposer ?p",
        "?s pg:shownBy <document/a/attendance/3>",
        "?s pg:shownBy <document/b/attendance/2>",
        "?thing a pg:Meeting",
        "?thing pg:document ?document",
    ],
)
def test_the_graph_does_not_hold(pattern: str) -> None:
    assert not holds(derived(), pattern)


def test_judgements_win() -> None:
    people = derived(Judgement("Anna Ek", "Anna Ek", "same"))
    assert holds(people, "<document/c/person-mention/1> pg:person ?p . <document/a/attendance/1> pg:person ?p")


def test_all_is_in_one_graph_and_nothing_twice() -> None:
    quads = entity_quads(store())
    assert {str(quad.graph_name) for quad in quads} == {f"<{ENTITIES}>"}
    assert len(set(quads)) == len(quads)
    assert not any(isinstance(term, ox.BlankNode) for quad in quads for term in (quad.subject, quad.object))


def test_deriving_again_gives_the_same_bytes() -> None:
    assert entity_quads(derived()) == entity_quads(store())


def test_an_empty_store_has_no_entities() -> None:
    assert entity_quads(ox.Store()) == []


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "x> <y", "a\\u0000b", "' } INSERT", "/../..", "%2F", "∂ \\n"]
)
def test_hostile_names_stay_names(text: str) -> None:
    trig = f"""<urn:g> {{
        <urn:n> a pg:Attendance ; pg:document <urn:d> ; pg:personName "{text}" ; pg:partyCode "{text}" ;
        pg:municipalityName "{text}" ; pg:organisationName "{text}" ; pg:capacity pg:capacity-member .
        <urn:m> a pg:Meeting ; pg:document <urn:d> ; pg:bodyName "{text}" ; pg:organisationName "{text}" . }}"""
    quads = entity_quads(store(trig))
    assert quads
    again = ox.parse(ox.serialize(quads, format=ox.RdfFormat.N_QUADS), format=ox.RdfFormat.N_QUADS)
    assert sorted(map(str, again)) == sorted(map(str, quads))
