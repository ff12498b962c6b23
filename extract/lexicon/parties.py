"""Parties and their abbreviations. A code that several local parties share has a name only together with an area."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from .tables import forms, rows

_NATIONAL = "riket"


@cache
def _parties() -> Mapping[str, str]:
    known: dict[str, str] = {}
    shared: set[str] = set()
    for row in rows("parties.tsv"):
        if row["code"] in known:
            shared.add(row["code"])
        known[row["code"]] = row["name"]
    return MappingProxyType({code: name for code, name in known.items() if code not in shared})


@cache
def party_codes() -> frozenset[str]:
    """Every known code, in capitals, those that several local parties share among them."""
    return frozenset(row["code"] for row in rows("parties.tsv"))


@cache
def national_parties() -> frozenset[str]:
    """The codes of parties that stand in the whole country."""
    return frozenset(row["code"] for row in rows("parties.tsv") if row["area"] == _NATIONAL)


@cache
def party_forms() -> Mapping[str, str]:
    """A party's printed name (exact case: `Moderaterna`, `Moderata samlingspartiet`) → its code."""
    return MappingProxyType(
        {form: row["code"] for row in rows("parties.tsv") for form in (row["name"], *forms(row["aliases"]))}
    )


def is_party(code: str) -> bool:
    """Whether `code` is a known party's abbreviation, in capitals or not: `S`, `(s)`, `SJVP`."""
    return party_code(code) != ""


def party_code(code: str) -> str:
    """A known party's abbreviation as it is written today, `(s)` → `S`, `FP` → `FP`; empty when it is not known."""
    bare = code.strip(" ()[].,").upper()
    return bare if bare in party_codes() else ""


def party_name(code: str, *, area: str = "") -> str:
    """The party's name, else empty; where local parties share a code, only that of `area` (`Örebro`)."""
    bare = party_code(code)
    if area:
        for row in rows("parties.tsv"):
            if (row["code"], row["area"]) == (bare, area):
                return row["name"]
    return PARTIES.get(bare, "")


PARTIES = _parties()
"""Code in capitals → name, for the codes that mean one party: the eight of the Riksdag, earlier and local ones."""
