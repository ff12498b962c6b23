"""SPARQL as text: what kind of query it is, whether it only reads, and how values get into it.

All three look at tokens, never at raw text: a word in a string or a comment is no keyword, and a value goes in as one
string token, whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from rdflib.plugins.sparql.parser import expandUnicodeEscapes

from ..errors import QueryError

READING = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
WRITING = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})
MAX_TOKENS = 4000
"""Parsing and running recurse: 10,000 brackets or unions overflow Oxigraph's stack, which ends the process."""

_TOKEN = re.compile(
    r"""
    (?P<comment> \#[^\r\n]* )
  | (?P<space> \s+ )
  | (?P<string> \"{3} (?: \"{0,2} (?: [^"\\] | \\. ) )* \"{3} | '{3} (?: '{0,2} (?: [^'\\] | \\. ) )* '{3}
              | " (?: [^"\\\r\n] | \\. )* " | ' (?: [^'\\\r\n] | \\. )* ' )
  | (?P<iri> < (?: [^\x00-\x20<>"{}|^`\\] | \\u[0-9A-Fa-f]{4} | \\U[0-9A-Fa-f]{8} )* > )
  | (?P<variable> [?$]\w+ )
  | (?P<prefix> (?: \w [\w.-]* )? ) : (?P<local> (?: [\w.:%-] | \\. )* )
  | (?P<word> [^\W\d]\w* )
  | (?P<other> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_PLACE = re.compile(r'"\{(\w+)\}"')
_ESCAPES = str.maketrans(
    {"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r", "\t": r"\t", "\b": r"\b", "\f": r"\f"}
)  # fmt: skip


def form(text: str) -> str:
    """`SELECT`, `ASK`, `CONSTRUCT` or `DESCRIBE`; empty for a text that is no query, for want of any of the words.

    QueryError for what changes the graph, asks other servers, or is so long that the engine might break.
    """
    try:
        readings = {text, expandUnicodeEscapes(text)}  # rdflib undoes \\u escapes before it parses, Oxigraph does not
    except ValueError as error:
        raise QueryError(f"the query has a broken \\u escape ({error}); write the character itself") from error
    for reading in readings:
        _refuse_services(reading)
    verb = next(_words(text), "")
    if verb in WRITING:
        raise QueryError(f"{verb}: queries only read; the graph is changed by building it from minutes")
    if sum(found.lastgroup not in ("space", "comment") for found in _TOKEN.finditer(text)) > MAX_TOKENS:
        raise QueryError(f"the query has more than {MAX_TOKENS} words and signs; ask in several smaller queries")
    return verb if verb in READING else ""


def _refuse_services(text: str) -> None:
    for found in _TOKEN.finditer(text):
        # also inside a longer word: the parsers need no space between words (`trueSERVICE<…>`)
        if "service" in (found["word"] or found["prefix"] or "").lower():
            raise QueryError("SERVICE: queries ask this graph only; leave out what asks another server")


def _words(text: str) -> Iterator[str]:
    """The bare words of a query in capitals, but for those of the prologue."""
    for found in _TOKEN.finditer(text):
        if found["word"] and (word := found["word"].upper()) not in ("PREFIX", "BASE"):
            yield word


def places(text: str) -> set[str]:
    """The names of the parameters that have a place (`"{name}"`) in a query."""
    strings = (found["string"] or "" for found in _TOKEN.finditer(text))
    return {place[1] for string in strings if (place := _PLACE.fullmatch(string))}


def bind(text: str, values: Mapping[str, str]) -> str:
    """The query with each `"{name}"` replaced by the value as one string literal. Places without a value stay."""

    def put(found: re.Match[str]) -> str:
        place = _PLACE.fullmatch(found["string"] or "")
        return literal(values[place[1]]) if place and place[1] in values else found[0]

    return _TOKEN.sub(put, text)


def literal(value: str) -> str:
    """A value as a SPARQL string that holds just it. (rdflib's own `n3()` lets `\\n\\\\"` out of its quotes.)"""
    writable = value.encode("utf-8", errors="replace").decode("utf-8")  # file names may hold lone surrogates
    escaped = writable.translate(_ESCAPES)
    # `\\u0022` is a backslash and `u0022` to Oxigraph, but rdflib would make a quote of it before it parses
    return '"' + re.sub(r"(?<=\\\\)[uU]", lambda found: f"\\U{ord(found[0]):08X}", escaped) + '"'
