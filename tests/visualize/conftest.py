"""A small graph, written by hand as the rest of the program writes it, and the headless browser that looks at pages."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest
from playwright.sync_api import BrowserContext, Error, sync_playwright
from rdflib import Dataset

from protokollgraf.visualize.network import network

TRIG = """
@prefix pg: <https://w3id.org/protokollgraf/ontology#> . @prefix id: <https://w3id.org/protokollgraf/id/> .
@prefix g: <https://w3id.org/protokollgraf/id/graph/> . @prefix d: <https://w3id.org/protokollgraf/id/graph/document/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix org: <http://www.w3.org/ns/org#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix v: <https://w3id.org/protokollgraf/id/document/var/> .
@prefix h: <https://w3id.org/protokollgraf/id/document/host/> .

d:var {
  id:document\\/var a pg:Minutes ; dcterms:identifier "var" .
  v:meeting a pg:Meeting ; pg:document id:document\\/var ; pg:date "2021-03-01"^^xsd:date ; pg:evidence v:e1 .
  v:a1 a pg:Attendance ; pg:document id:document\\/var ; pg:personName "Ada Ek" ; pg:roleName "ordförande" ;
    pg:capacity pg:capacity-member ; pg:evidence v:e2 .
  v:a2 a pg:Attendance ; pg:document id:document\\/var ; pg:personName "Bo Alm" ; pg:capacity pg:capacity-substitute ;
    pg:evidence v:e3 .
  v:a3 a pg:Attendance ; pg:document id:document\\/var ; pg:personName "Cia Lind" ; pg:roleName "sekreterare" ;
    pg:capacity pg:capacity-other ; pg:evidence v:e4 .
  v:f1 a pg:Affiliation ; pg:document id:document\\/var ; pg:personName "Ada Ek" ; pg:roleName "ledamot" ;
    pg:evidence v:e5 .
  v:e1 pg:quote "Nämnden, 1 mars" ; pg:page 1 .
  v:e2 pg:quote "Ada Ek (S), ordförande" ; pg:page 1 .
  v:e3 pg:quote "Bo Alm (M)" ; pg:page 2 .
  v:e4 pg:quote "Cia Lind, sekreterare" ; pg:page 2 .
  v:e5 pg:quote "Ada Ek sitter i Nordbolaget" ; pg:page 3 .
}
d:host {
  id:document\\/host a pg:Minutes ; dcterms:identifier "host" .
  h:meeting a pg:Meeting ; pg:document id:document\\/host ; pg:date "2021-09-01"^^xsd:date ; pg:evidence h:e1 .
  h:a1 a pg:Attendance ; pg:document id:document\\/host ; pg:personName "Ada Eek" ; pg:roleName "ordförande" ;
    pg:capacity pg:capacity-member ; pg:evidence h:e2 .
  h:a2 a pg:Attendance ; pg:document id:document\\/host ; pg:personName "Bo Alm" ; pg:capacity pg:capacity-member ;
    pg:evidence h:e3 .
  h:p1 a pg:Presentation ; pg:document id:document\\/host ; pg:personName "Dan Ås" ; pg:evidence h:e4 .
  h:m1 a pg:PersonMention ; pg:document id:document\\/host ; pg:personName "Eva Ö" ; pg:evidence h:e4 .
  h:e1 pg:quote "Nämnden, 1 september" ; pg:page 1 .
  h:e2 pg:quote "Ada Eek (S), ordförande" ; pg:page 1 .
  h:e3 pg:quote "Bo Alm (M), ledamot" ; pg:page 1 .
  h:e4 pg:quote "Dan Ås informerar" ; pg:page 4 .
}
g:entities {
  id:ada a foaf:Person ; foaf:name "Ada Ek" ; skos:altLabel "Ada Eek" ; pg:partyCode "S" ; pg:party id:S .
  id:bo a foaf:Person ; foaf:name "Bo Alm" ; pg:partyCode "M" ; pg:party id:M .
  id:cia a foaf:Person ; foaf:name "Cia Lind" .
  id:dan a foaf:Person ; foaf:name "Dan Ås" .
  id:eva a foaf:Person ; foaf:name "Eva Ö" ; pg:party id:M .
  id:S a pg:Party ; skos:notation "S" ; skos:prefLabel "Socialdemokraterna" . id:M a pg:Party ; skos:notation "M" .
  id:board a pg:Body ; skos:prefLabel "Nämnden" ; org:unitOf id:dalby-kommun .
  id:dalby-kommun a org:FormalOrganization ; skos:prefLabel "Dalby kommun" ; pg:organisationKind pg:kind-municipality ;
    pg:territory id:dalby .
  id:nordbolaget a org:FormalOrganization ; skos:prefLabel "Nordbolaget" ; pg:organisationKind pg:kind-company .
  id:dalby a pg:Municipality ; skos:prefLabel "Dalby" ; dcterms:identifier "9999" .
  v:meeting pg:body id:board . h:meeting pg:body id:board .
  v:a1 pg:person id:ada ; pg:party id:S ; pg:municipality id:dalby . h:a1 pg:person id:ada ; pg:party id:S .
  v:a2 pg:person id:bo ; pg:party id:M . h:a2 pg:person id:bo ; pg:party id:M . v:a3 pg:person id:cia .
  h:p1 pg:person id:dan . h:m1 pg:person id:eva .
  v:f1 pg:person id:ada ; pg:organisation id:nordbolaget .
  id:s1 a org:Membership ; org:member id:ada ; org:organization id:board ; pg:roleName "ordförande" ;
    pg:shownBy v:a1 , h:a1 .
  id:s2 a org:Membership ; org:member id:bo ; org:organization id:board ; pg:roleName "ersättare" ; pg:shownBy v:a2 .
  id:s3 a org:Membership ; org:member id:bo ; org:organization id:board ; pg:roleName "ledamot" ; pg:shownBy h:a2 .
}
"""
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture
def dataset() -> Dataset:
    made = Dataset(store="Oxigraph")
    made.parse(data=TRIG, format="ox-trig")
    return made


@pytest.fixture
def small(dataset: Dataset) -> nx.Graph:
    return network(dataset)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """Chromium with a folder of its own; skipped where there is none ($CHROMIUM may say where it is)."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found or not Path(found).exists():
        pytest.skip("no Chromium: install it, or say where it is with CHROMIUM=/path/to/chromium")
    with sync_playwright() as playwright:
        try:
            context = playwright.chromium.launch_persistent_context(
                tmp_path_factory.mktemp("chromium"),
                executable_path=found,
                args=ARGUMENTS,
                viewport={"width": 1280, "height": 800},
            )
        except Error as error:
            pytest.skip(f"Chromium at {found} does not start: {error.message.splitlines()[0]}")
        yield context
        context.close()
