from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Dataset

from protokollgraf.errors import QueryError
from protokollgraf.queries.sparql import MAX_TOKENS, bind, form, literal, places
from protokollgraf.tests.factories import HOSTILE

# what is apt to get out of quotes, more often than chance has it
_AWKWARD = st.text(st.sampled_from("\"'\\\n\r\t\b{}<>#?$ux0022UÅ}.é\U0001f600")) | st.text(st.characters(codec="utf-8"))


@given(_AWKWARD)
def test_a_literal_holds_just_its_value(value: str) -> None:
    answer = ox.Store().query(f"SELECT ({literal(value)} AS ?a) {{}}")
    assert isinstance(answer, ox.QuerySolutions)
    ((cell,),) = answer
    assert isinstance(cell, ox.Literal) and cell.value == value


@pytest.mark.parametrize(
    "value", [*HOSTILE[:5], *HOSTILE[6:], "\\u0022", "\\\\u0022", '\n\\"', '"""', "a\\", "\\U00000022", "{x}"]
)
def test_a_literal_is_the_same_to_rdflib(value: str) -> None:
    (row,) = Dataset().query(f"SELECT ({literal(value)} AS ?a) {{}}")
    assert str(row[0]) == value  # type: ignore[index]


def test_a_lone_surrogate_is_replaced() -> None:
    assert literal("a\ud800b") == '"a?b"'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"{who}"', '"Ek"'),
        ('?a "{who}" "{who}"', '?a "Ek" "Ek"'),
        ("'{who}'", "'{who}'"),
        ("""'say "{who}" now'""", """'say "{who}" now'"""),
        ('# "{who}"\n<a"{who}"', '# "{who}"\n<a"Ek"'),
        ('"{other}" "{who} "', '"{other}" "{who} "'),
    ],
)
def test_bind(text: str, expected: str) -> None:
    assert bind(text, {"who": "Ek"}) == expected


def test_a_value_is_not_bound_into() -> None:
    assert bind('"{a}" "{b}"', {"a": '"{b}"', "b": "x"}) == r'"\"{b}\"" "x"'


def test_places() -> None:
    assert places('"{a}" "{b}" \'{c}\' "d {e}" # "{f}"') == {"a", "b"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT * {}", "SELECT"),
        ("prefix a: <b:c> # INSERT\nask { ?select a: 'x' }", "ASK"),
        ("BASE <a:b> construct WHERE { ?s ?p ?o }", "CONSTRUCT"),
        ("DESCRIBE <a:b>", "DESCRIBE"),
        ('SELECT ("SERVICE <x>" AS ?service) { <http://a/SERVICE> a:service $SERVICE } # SERVICE', "SELECT"),
        ("people", ""),
        ("", ""),
    ],
)
def test_form(text: str, expected: str) -> None:
    assert form(text) == expected


@pytest.mark.parametrize(
    "text",
    ["INSERT DATA { <a:b> <a:b> 1 }", "PREFIX a: <b:c> delete where { ?s ?p ?o }", "LOAD <http://a>", "DROP ALL",
     "CLEAR ALL", "WITH <a:b> DELETE {} WHERE {}"],
)  # fmt: skip
def test_updates_are_refused(text: str) -> None:
    with pytest.raises(QueryError, match="only read"):
        form(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://a> { ?s ?p ?o } }",
        "SELECT * { service silent ?x { } }",
        "SELECT * { ?s ?p trueSERVICE<http://a>{} }",
        "SELECT * { SERVICESILENT<http://a>{} }",
        "SELECT * { SERVICE:x{} }",
        "SELECT * { FILTER(?a<1)SERVICE<http://a>{} }",
        "SELECT * { <http://a/\\u0041#b> ?p ?o SERVICE <http://a> {} }",
        "SELECT * { ?s a:b\\#c ?o . SERVICE <http://a> {} }",
        'SELECT * { ?s ?p "\\u0022 . SERVICE <http://a> {} #" }',
        "SELECT * { \\u0053ERVICE <http://a> {} }",
    ],
)
def test_services_are_refused(text: str) -> None:
    with pytest.raises(QueryError, match="SERVICE"):
        form(text)


def test_a_query_too_long_for_the_engine_is_refused() -> None:
    with pytest.raises(QueryError, match="smaller"):
        form("SELECT (" + "(" * MAX_TOKENS + " AS ?x) {}")
