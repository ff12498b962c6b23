"""The named questions: every `*.rq` beside this module, with what its head comment says of it.

A head comment has the title on its first line, then what the query answers, then its parameters:

    # The members of a body
    # Who sits in a body on a day, as far as the minutes show.
    # parameter body: the body's name or IRI (example: Kommunstyrelsen)
    # optional parameter date: the day (example: 2021-06-03)

In the query a parameter stands as a string of its name in braces, `"{body}"`: the file is valid SPARQL as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_PARAMETER = re.compile(
    r"(?P<optional>optional )?parameter (?P<name>\w+): (?P<meaning>.+?) \(example: (?P<example>.+)\)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    meaning: str
    example: str
    required: bool


@dataclass(frozen=True, slots=True)
class NamedQuery:
    name: str
    title: str
    answers: str
    """What the rows are, in a sentence or two."""
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    text: str
    """The SPARQL, with `"{name}"` where a parameter goes."""


def catalogue() -> dict[str, NamedQuery]:
    """Every named query by its name, in alphabetical order."""
    return dict(_catalogue())


@cache
def _catalogue() -> dict[str, NamedQuery]:
    found = sorted((f for f in files(__package__).iterdir() if f.name.endswith(".rq")), key=lambda f: f.name)
    return {(name := file.name.removesuffix(".rq")): read(name, file.read_text(encoding="utf-8")) for file in found}


def read(name: str, text: str) -> NamedQuery:
    """A query from the text of its file. ValueError when the head comment has no title or a malformed parameter."""
    head = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        head.append(line.removeprefix("#").strip())
    title, *rest = head or [""]
    if not title:
        raise ValueError(f"{name}.rq: the first line is no title; write `# Title`")
    declared = [line for line in rest if line.startswith(("parameter ", "optional parameter "))]
    answers = " ".join(line for line in rest if line not in declared)
    return NamedQuery(name, title, answers, tuple(_parameter(name, line) for line in declared), columns(text), text)


def _parameter(name: str, line: str) -> Parameter:
    if not (found := _PARAMETER.fullmatch(line)):
        raise ValueError(f"{name}.rq: {line!r} is no parameter; write `# parameter NAME: what it is (example: VALUE)`")
    return Parameter(found["name"], found["meaning"], found["example"], required=not found["optional"])


def columns(text: str) -> tuple[str, ...]:
    """The names after the first SELECT: `?a (MIN(?b) AS ?c)` → `a`, `c`. Empty for `SELECT *` and other queries."""
    code = re.sub(r"^\s*#.*$", "", text, flags=re.MULTILINE)
    found = re.search(r"\bSELECT\b(.*?)(?:\bWHERE\b|\{)", code, flags=re.DOTALL)
    clause = found[1] if found else ""
    while "(" in clause:
        # innermost brackets first: what a function is given goes, the name after AS stays
        inner = re.sub(r"\((?:[^()]*\bAS\s+(\?\w+)\s*|[^()]*)\)", r" \1 ", clause)
        if inner == clause:
            break
        clause = inner
    return tuple(re.findall(r"\?(\w+)", clause))
