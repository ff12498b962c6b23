"""Ask the graph: a named question or SPARQL → rows of plain strings. Reads only."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import rdflib.plugins.sparql
from oxrdflib import OxigraphStore
from pyoxigraph import QueryBoolean, QuerySolutions
from rdflib import Dataset

from ..errors import QueryError
from ..ontology.terms import PREFIXES
from .catalogue import NamedQuery, catalogue
from .sparql import bind, form, places

# Without this, `FROM <file:///…>` in a query makes rdflib read that file.
rdflib.plugins.sparql.SPARQL_LOAD_GRAPHS = False

_PREFIXES = {prefix: str(namespace) for prefix, namespace in PREFIXES.items()}
_TRIPLE = ("subject", "predicate", "object")
_PLACE_OF_ERROR = re.compile(r"error at (\d+):(\d+):")
_MESSAGE = 300
"""Characters of an engine's message that are worth showing."""


@dataclass(frozen=True, slots=True)
class Rows:
    """An answer: the columns in order, and for each row a plain string in each of them (empty where unknown)."""

    columns: tuple[str, ...]
    rows: tuple[dict[str, str], ...]

    def __iter__(self) -> Iterator[dict[str, str]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def run(dataset: Dataset, query: str, /, **params: str) -> Rows:
    """The answer to a query of the catalogue, or to SPARQL, with its parameters.

    ASK answers with one row `answer` (`true` or `false`), CONSTRUCT and DESCRIBE with `subject`, `predicate`, `object`.
    The prefixes of `ontology.terms` need no declaration. QueryError for an unknown query, a missing, unknown or
    malformed parameter, malformed SPARQL, and for what would change the graph or ask another server.
    """
    text = _bound(query, params)
    asked = form(text)
    try:
        if isinstance(dataset.store, OxigraphStore):
            columns, rows = _in_oxigraph(dataset.store, text)
        else:
            columns, rows = _in_rdflib(dataset, text)
    # the engines raise what they like (rdflib also bare Exception); the cause stays attached
    except Exception as error:
        raise QueryError(f"the query fails: {_one_line(error)}") from error
    if asked in ("CONSTRUCT", "DESCRIBE"):
        rows = sorted(set(rows))
    return Rows(columns, tuple(dict(zip(columns, row, strict=True)) for row in rows))


def _bound(query: str, params: Mapping[str, str]) -> str:
    """The SPARQL to run, with the parameters' values in it."""
    given = {name: value for name, value in params.items() if value}
    if named := catalogue().get(query.strip()):
        _check(named, given, params)
        return bind(named.text, {p.name: given.get(p.name, "") for p in named.parameters})
    if not form(query) and "{" not in query:
        raise _unknown(query)
    if strangers := sorted(params.keys() - places(query)):
        raise QueryError(f'{strangers[0]}: the query has no such parameter; write "{{{strangers[0]}}}" where it goes')
    return bind(query, params)


def _check(query: NamedQuery, given: Mapping[str, str], params: Iterable[str]) -> None:
    known = [parameter.name for parameter in query.parameters]
    if strangers := sorted(set(params) - set(known)):
        takes = f"it takes {', '.join(known)}" if known else "it takes none"
        raise QueryError(f"{query.name}: no parameter {strangers[0]!r}; {takes}")
    for parameter in query.parameters:
        if parameter.required and parameter.name not in given:
            raise QueryError(
                f"{query.name}: needs {parameter.name} ({parameter.meaning}), "
                f"for example {parameter.name}={parameter.example}"
            )
    if "date" in given and not _is_date(given["date"]):
        raise QueryError(f"{query.name}: {given['date']!r} is no date; write it as 2021-06-03")


def _is_date(text: str) -> bool:
    try:
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", text, flags=re.ASCII)) and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _unknown(query: str) -> QueryError:
    name = " ".join(query.split())[:60]
    near = difflib.get_close_matches(name.lower(), catalogue(), n=3, cutoff=0.5)
    advice = f"did you mean {' or '.join(near)}?" if near else f"the queries are {', '.join(catalogue())}"
    return QueryError(f"{name or 'an empty text'}: no such query; {advice}")


def _in_oxigraph(store: OxigraphStore, text: str) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    # Past oxrdflib, which makes an rdflib term of every cell: that takes longer than the query (12 s for 200,000 rows).
    answer = store._inner.query(text, use_default_graph_as_union=True, prefixes=_PREFIXES)
    if isinstance(answer, QueryBoolean):
        return ("answer",), [("true" if answer else "false",)]
    if isinstance(answer, QuerySolutions):
        columns = tuple(variable.value for variable in answer.variables)
        return columns, [tuple("" if cell is None else _cell(cell) for cell in row) for row in answer]
    return _TRIPLE, [(_cell(t.subject), _cell(t.predicate), _cell(t.object)) for t in answer]


def _cell(term: object) -> str:
    """The bare text of a term; a triple term has none, and is written as Turtle writes it."""
    return str(getattr(term, "value", term))


def _in_rdflib(dataset: Dataset, text: str) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    result = dataset.query(text, initNs=_PREFIXES)
    if result.type == "ASK":
        return ("answer",), [("true" if result.askAnswer else "false",)]
    if result.type == "SELECT":
        variables = result.vars or []
        rows = [tuple(str(row.get(variable, "")) for variable in variables) for row in result.bindings]
        return tuple(str(variable) for variable in variables), rows
    return _TRIPLE, [(str(s), str(p), str(o)) for s, p, o in result.graph or ()]


def _one_line(error: Exception) -> str:
    text = " ".join(str(error).split()) or type(error).__name__
    if place := _PLACE_OF_ERROR.match(text):  # the parser goes on with every sign that it would have taken
        reason = "a prefix that no PREFIX line declares" if "refix not found" in text else "no SPARQL"
        return f"{reason} at line {place[1]}, column {place[2]}"
    return text if len(text) <= _MESSAGE else text[:_MESSAGE] + "…"
