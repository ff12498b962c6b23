from __future__ import annotations

import re

import pyoxigraph as ox
import pytest
from rdflib.plugins.sparql import prepareQuery

from protokollgraf.queries.catalogue import NamedQuery, Parameter, catalogue, columns, read

# A public interface: other programs read these tables by these names, in this order.
TABLES = {
    "meetings": "document body organisation date start end place",
    "attendance": "document person party municipality organisation role capacity items replaces",
    "signatures": "document person role signed",
    "items": "document item title",
    "presenters": "document item person",
    "proposals": "document item proposer text",
    "motions": "document item person party stance",
    "decisions": "document item text kind",
    "votes": "document item round yes no abstain",
    "ballots": "document item round person party vote",
    "reservations": "document item person party kind",
    "recusals": "document item person",
    "assignments": "document item assignee task due",
    "references": "document item kind value",
    "people": "document person party",
    "organisations": "document organisation kind",
    "affiliations": "document person role organisation",
    "seats": "person party body organisation role municipality first last",
}
QUERIES = pytest.mark.parametrize("query", catalogue().values(), ids=lambda query: query.name)


@pytest.mark.parametrize(("table", "names"), TABLES.items())
def test_each_table_has_its_columns_and_needs_nothing(table: str, names: str) -> None:
    query = catalogue()[table]
    assert query.columns == tuple(names.split())
    assert query.parameters == ()


@QUERIES
def test_query_says_what_it_answers(query: NamedQuery) -> None:
    assert query.title and not query.title.endswith(".")
    assert query.answers


@QUERIES
def test_query_parses_and_its_columns_are_those_of_the_engine(query: NamedQuery) -> None:
    solutions = ox.Store().query(query.text)
    assert isinstance(solutions, ox.QuerySolutions)
    assert tuple(variable.value for variable in solutions.variables) == query.columns
    prepareQuery(query.text)


@QUERIES
def test_parameters_declared_are_those_in_the_text(query: NamedQuery) -> None:
    assert set(re.findall(r'"\{(\w+)\}"', query.text)) == {parameter.name for parameter in query.parameters}
    assert all(parameter.meaning and parameter.example for parameter in query.parameters)


def test_read_a_head_comment() -> None:
    text = (
        "# Who sits here\n# The members.\n# Line two.\n# parameter body: its name (or IRI) (example: Nämnd (syd))\n"
        "# optional parameter date: the day (example: 2021-06-03)\n\n# not the head\nSELECT ?who WHERE { }"
    )
    assert read("sits", text) == NamedQuery(
        "sits",
        "Who sits here",
        "The members. Line two.",
        (
            Parameter("body", "its name (or IRI)", "Nämnd (syd)", required=True),
            Parameter("date", "the day", "2021-06-03", required=False),
        ),
        ("who",),
        text,
    )


@pytest.mark.parametrize("text", ["SELECT * {}", "#\nSELECT * {}", "# Title\n# parameter body\nSELECT * {}"])
def test_a_malformed_head_comment(text: str) -> None:
    with pytest.raises(ValueError, match=r"sits\.rq"):
        read("sits", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT ?a ?b WHERE {}", ("a", "b")),
        ("SELECT DISTINCT ?a (COALESCE(?c, STR(?d)) AS ?b) {}", ("a", "b")),
        ('SELECT (MIN(?x) AS ?a) ("AS" AS ?b) WHERE { SELECT ?c {} }', ("a", "b")),
        ("SELECT * {}", ()),
        ("ASK {}", ()),
    ],
)
def test_columns(text: str, expected: tuple[str, ...]) -> None:
    assert columns(text) == expected
