"""From documents' graphs to the cases of the graph of entities, on hand-written TriG. Everything is made up."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from protokollgraf.graph import store
from protokollgraf.graph.entities import entity_quads
from protokollgraf.tests.factories import HOSTILE, case_number, decision, item, meeting, minutes, reference
from protokollgraf.tests.graph.test_entities import holds

A, B, C = "<document/a/item/1>", "<document/b/item/9>", "<document/c/item/3>"
TITLE = "Ny simhall"


def derived() -> ox.Store:
    """A matter that is put off to a day, comes up on another, and goes to the council, which prints no number."""
    filled = ox.Store()
    for document in (
        minutes("a", [meeting(date="2031-03-04"), item("1", TITLE), case_number("1", "BN 2031/00123"),
                      decision("1", "bordlägga ärendet till 2031-04-01", "postponed")]),
        minutes("b", [meeting(date="2031-04-08"), item("9", TITLE), case_number("9", "BN/2031:123"),
                      decision("9", "bygga simhallen", "other")]),
        minutes("c", [meeting(date="2031-05-06", body="Kommunfullmäktige"), item("3", TITLE),
                      reference("3", "decision", "2031-04-08 § 9"), reference("3", "sou", "SOU 1999:1")]),
    ):  # fmt: skip
        store.replace_document(filled, document)
    store.replace_entities(filled, entity_quads(filled))
    return filled


CASE = "<case/organisation/tallviks-kommun/BN%202031%2F123>"


@pytest.mark.parametrize(
    "pattern",
    [
        f"{CASE} a pg:Case ; pg:caseNumber 'BN 2031/123' ; dcterms:title '{TITLE}'",
        f"{CASE} skos:altLabel 'BN 2031/00123' , 'BN/2031:123'",
        f"{CASE} pg:organisation <organisation/tallviks-kommun>",
        f"{CASE} pg:firstDate '2031-03-04'^^xsd:date ; pg:lastDate '2031-05-06'^^xsd:date",
        f"{A} pg:case {CASE} . {B} pg:case {CASE} . {C} pg:case {CASE}",
        f"{A} pg:returnsIn {B} ; pg:returnReason 'same case, same body' ; pg:expectedDate '2031-04-01'^^xsd:date",
        f"{B} pg:comesFrom {A}",  # it says nothing itself: by the return
        f"{C} pg:comesFrom {B}",
    ],
)
def test_cases_are_derived(pattern: str) -> None:
    assert holds(derived(), pattern)


@pytest.mark.parametrize("pattern", [f"{A} pg:comesFrom ?any", f"{B} pg:returnsIn ?any", f"{C} pg:returnsIn ?any"])
def test_what_is_not_said_is_not_derived(pattern: str) -> None:
    assert not holds(derived(), pattern)


def test_a_case_without_a_number_is_named_after_its_first_item() -> None:
    filled = ox.Store()
    for document in (
        minutes("a b", [meeting(date="2031-03-04"), item("1", TITLE)]),
        minutes("c", [meeting(date="2031-05-06"), item("3", TITLE), reference("3", "decision", "2031-03-04 § 1")]),
    ):
        store.replace_document(filled, document)
    store.replace_entities(filled, entity_quads(filled))
    assert holds(
        filled, "<document/c/item/3> pg:case ?case . ?case a pg:Case FILTER NOT EXISTS { ?case pg:caseNumber ?n }"
    )
    assert holds(filled, "<document/c/item/3> pg:case <case/item/document%2Fa%2520b%2Fitem%2F1>")


@pytest.mark.parametrize("printed", HOSTILE)
def test_any_number_makes_a_case(printed: str) -> None:
    filled = ox.Store()
    store.replace_document(filled, minutes("a", [meeting(), item("1"), case_number("1", printed)]))
    store.replace_entities(filled, entity_quads(filled))
    assert holds(filled, "<document/a/item/1> pg:case ?case . ?case a pg:Case ; pg:caseNumber ?number")


def test_a_document_without_a_meeting_has_cases_of_its_own() -> None:
    filled = ox.Store()
    for name in ("a", "b"):
        store.replace_document(filled, minutes(name, [item("1", TITLE), case_number("1", "KS 2031/1")]))
    store.replace_entities(filled, entity_quads(filled))
    assert not holds(filled, "<document/a/item/1> pg:case ?case . <document/b/item/1> pg:case ?case")
