from __future__ import annotations

import re
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from protokollgraf.ontology import terms
from protokollgraf.tests.ontology.verified import is_defined

FOLDER = Path(terms.__file__).parent
RELATIONS = {"⊂": RDFS.subClassOf, "~": SKOS.closeMatch, "see": RDFS.seeAlso}


def iri(name: str) -> str:
    prefix, local = name.split(":")
    return str(terms.PREFIXES[prefix]) + local


def test_the_page_says_what_the_ontology_says() -> None:
    ontology = Graph().parse(FOLDER / "protokollgraf.ttl")
    page = (FOLDER / "crosswalk.md").read_text(encoding="utf-8")
    said = {
        (iri(ours), RELATIONS[sign], iri(theirs))
        for ours, cell in re.findall(r"^\| `(pg:[\w-]+)` \| [^|]+ \| ([^|]+) \|", page, flags=re.M)
        for sign, theirs in re.findall(r"(⊂|~|see) `([\w-]+:[\w-]+)`", cell)
    }
    held = {
        (str(s), p, str(o))
        for p in RELATIONS.values()
        for s, o in ontology.subject_objects(p)
        if str(s).startswith(terms.PG) and not str(o).startswith(terms.PG)
    }
    assert said == held
    for class_ in ontology.subjects(RDF.type, OWL.Class):
        assert f"| `pg:{str(class_).removeprefix(terms.PG)}` |" in page, "each class has a row"


def test_terms_used_as_they_are_exist() -> None:
    page = (FOLDER / "crosswalk.md").read_text(encoding="utf-8")
    section = page.split("## Used as they are")[1].split("## Classes")[0]
    for row in re.findall(r"^\| (`.*?) \|", section, flags=re.M):
        for name in re.findall(r"`([\w-]+:[\w-]+)`", row):
            assert is_defined(str(URIRef(iri(name)))), name
