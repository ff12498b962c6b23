"""Known organisations of Sweden, and the words from which an unknown one can be told: `…nämnden`, `… AB`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from .places import municipalities, municipality_organisation
from .tables import Row, forms, rows

_COMPANY_ENDINGS = frozenset({"AB", "Aktiebolag", "aktiebolag", "HB", "Handelsbolag", "KB", "Kommanditbolag"})
_CLEAR = frozenset({"EU", "FN"})
_COMPANY_BEGINNINGS = frozenset({"AB", "Aktiebolaget"})


@cache
def known_organisations() -> Mapping[str, tuple[str, str]]:
    """Printed form (exact case) → canonical name and kind, of authorities, universities, companies, regions, parties …

    Kinds: `municipality`, `region`, `association`, `body`, `authority`, `company`, `university`, `party`, `other`.
    The genitive is not listed: try a form without its last s too.
    """
    known: dict[str, tuple[str, str]] = {}
    for row in rows("parties.tsv"):
        known |= dict.fromkeys(_forms(row), (row["name"], "party"))
    for row in rows("regions.tsv"):
        known |= dict.fromkeys(_forms(row), (row["name"], "region"))
    for name in municipalities():
        organisation = municipality_organisation(name)
        known.setdefault(organisation, (organisation, "municipality"))  # Region Gotland stays a region
        known.setdefault(f"{name} kommun", (organisation, "municipality"))
        known.setdefault(f"{name}s kommun", (organisation, "municipality"))
    for row in rows("organisations.tsv"):
        known |= dict.fromkeys(_forms(row), (row["name"], row["kind"]))
    return MappingProxyType(known)


@cache
def ambiguous_organisations() -> frozenset[str]:
    """Printed forms of known organisations that are common words or places too (`Kommunal`, `Vision`, `Boliden`).

    Abbreviations of two letters are among them: `RF` is a law as well, `SV` a wind.
    """
    listed = {form for row in rows("organisations.tsv") for form in forms(row["ambiguous"])}
    return frozenset(listed | {form for form in known_organisations() if len(form) < 3} - _CLEAR)


def body_kind(word: str) -> str:
    """The kind of organisation that one word is by its ending, else empty.

    `Socialnämnden` → `body`, `Tillväxtberedningens` → `body`, `kommunalförbundet` → `association`; `området`,
    `målgruppen`, `ledarskap` → empty. Bare words (`nämnden`, `styrelsen`) count. Plurals do not: `nämnderna` is
    no one body.
    """
    bare = word.strip(" .,;:()").casefold()
    bare = bare.rpartition("-")[2] or bare  # e-nämnden, "barn-"
    for candidate in (bare, bare.removesuffix("s")):
        if kind := _kind_by_suffix(candidate):
            return kind
    return ""


def company_ending(name: str) -> bool:
    """Whether `name` (exact case) says by its first or last word that it is a company: `Ek Bygg AB`, `AB Ek`."""
    words = name.replace("(publ)", "").split()
    return len(words) > 1 and (words[-1] in _COMPANY_ENDINGS or words[0] in _COMPANY_BEGINNINGS)


def _forms(row: Row) -> tuple[str, ...]:
    return (row["name"], *forms(row["aliases"]))


def _kind_by_suffix(word: str) -> str:
    for length in range(len(word), 2, -1):  # the longest suffix decides
        found = _suffixes().get(word[-length:])
        if found is None:
            continue
        kind, exceptions = found
        refused = any(word == e[1:] if e.startswith("=") else word.endswith(e) for e in exceptions)
        return "" if refused else kind
    return ""


@cache
def _suffixes() -> dict[str, tuple[str, tuple[str, ...]]]:
    return {
        form: (row["kind"], forms(row["exceptions"]))
        for row in rows("body_suffixes.tsv")
        for form in (row["suffix"], *forms(row["forms"]))
    }
