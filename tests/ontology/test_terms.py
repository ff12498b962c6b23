from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from protokollgraf.graph import store
from protokollgraf.graph.entities import entity_quads
from protokollgraf.ontology import terms
from protokollgraf.tests.factories import HOSTILE, minutes
from protokollgraf.tests.ontology.verified import is_defined

ROOT = Path(terms.__file__).parent.parent


def vocabulary(quads: list[ox.Quad]) -> set[str]:
    """The properties, classes, concepts and datatypes in some quads: whatever is not data."""
    predicates = {quad.predicate.value for quad in quads}
    objects = {quad.object.value for quad in quads if isinstance(quad.object, ox.NamedNode)}
    datatypes = {quad.object.datatype.value for quad in quads if isinstance(quad.object, ox.Literal)}
    return {iri for iri in predicates | objects | datatypes if not iri.startswith(terms.ID)}


def test_the_code_emits_only_terms_that_exist() -> None:
    target = ox.Store()
    store.replace_document(target, minutes(), extractor="1")
    store.replace_entities(target, entity_quads(target))
    emitted = vocabulary(list(target))
    assert len(emitted) > 80
    assert {iri for iri in emitted if not is_defined(iri)} == set()


@pytest.mark.parametrize(
    "iri",
    [
        "http://schema.org/Event",  # https, in the whole project
        "https://schema.org/PoliticalParty",
        "https://schema.org/absentee",
        "http://www.w3.org/ns/org#organisation",
        "http://www.w3.org/ns/oa#source",
        "http://data.europa.eu/eli/eli-draft-legislation-ontology#had_participation_role",
        "https://w3id.org/protokollgraf/ontology#Yrkandet",
    ],
)
def test_terms_that_look_right_and_do_not_exist(iri: str) -> None:
    assert not is_defined(iri)


def test_a_misspelt_term_of_ours_is_an_error() -> None:
    with pytest.raises(AttributeError, match="Yrkandet"):
        _ = terms.PG.Yrkandet


@pytest.mark.parametrize(
    "path", sorted(ROOT.glob("*/*.py")) + sorted(ROOT.glob("queries/*.rq")), ids=lambda path: path.name
)
def test_terms_written_in_code_and_queries_exist(path: Path) -> None:
    known = {name: namespace for name, namespace in terms.PREFIXES.items() if name != "eli"}
    text = path.read_text(encoding="utf-8")
    written = re.findall(rf"(?<![\w<:/-])({'|'.join(known)}):([A-Za-z][\w-]*)", text)
    strangers = [f"{prefix}:{name}" for prefix, name in written if not is_defined(str(known[prefix]) + name)]
    # a docstring may show a family of concepts as `pg:capacity-…`
    assert [term for term in strangers if not term.endswith("-")] == []


@pytest.mark.parametrize(
    ("parts", "iri"),
    [
        (("person", "ada-ek"), "person/ada-ek"),
        (("document", "a/b c", "item", 3), "document/a%2Fb%20c/item/3"),
        (("person", "<>\"{}|^`\\"), "person/%3C%3E%22%7B%7D%7C%5E%60%5C"),
        (("document", "\udcff"), "document/%ED%B3%BF"),  # a file name that is not UTF-8
    ],
)  # fmt: skip
def test_data_iri(parts: tuple[str | int, ...], iri: str) -> None:
    assert str(terms.data_iri(*parts)) == terms.ID + iri


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_makes_an_iri_that_every_format_can_hold(name: str) -> None:
    ox.NamedNode(terms.data_iri("person", name))
    assert re.fullmatch(r"[\w:/.%~-]+", terms.data_iri("person", name), flags=re.ASCII)


def test_concept() -> None:
    assert terms.concept("capacity", "member") == terms.PG["capacity-member"]
    with pytest.raises(ValueError, match=r"capacity: 'ledamot' is none of member, substitute"):
        terms.concept("capacity", "ledamot")
