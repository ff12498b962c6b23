"""Municipalities, regions and counties of Sweden: base names, codes, and the organisations' own names.

`municipalities.tsv` holds all 290 with Statistics Sweden's codes; a name whose organisation does not follow the rule of
the genitive (`genitive`) or that calls itself `stad` has its own form in the column `organisation`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from .tables import fold, forms, rows

_KIND = re.compile(r"^(?P<name>.+?)\s+(?:kommun|stad|kn|k:n|kommuns|stads|kommunen|municipality)$", re.IGNORECASE)
_BEFORE = re.compile(r"^(?:kommunen|staden)\s+(?P<name>\S.*)$", re.IGNORECASE)
_VOWELS = frozenset("aeiouyåäöé")


@cache
def municipalities() -> Mapping[str, str]:
    """Base name → four-digit code, all 290: `{"Ale": "1440", …}`."""
    return MappingProxyType({row["name"]: row["code"] for row in rows("municipalities.tsv")})


@cache
def regions() -> Mapping[str, str]:
    """The region's official name → two-digit county code, all 21: `{"Region Skåne": "12", …}`."""
    return MappingProxyType({row["name"]: row["code"] for row in rows("regions.tsv")})


@cache
def counties() -> Mapping[str, str]:
    """County → two-digit code, all 21: `{"Skåne län": "12", …}`."""
    return MappingProxyType({row["county"]: row["code"] for row in rows("regions.tsv")})


def genitive(name: str) -> str:
    """The form of a place before `kommun`: an s after consonants but s, x, z, none after vowels: `Bodens`, `Luleå`."""
    last = name[-1:].casefold()
    return name if last in _VOWELS or last in "sxz" else f"{name}s"


def municipality_of(text: str) -> str:
    """The base name of the municipality that `text` names, else empty.

    Takes `Boden`, `BODEN`, `Bodens kommun`, `Boden kommun`, `Malmö stad`, `Region Gotland`, `Falu kommun`, `Ö-vik`.
    A bare name must begin with a capital (`mark` is no municipality); a bare genitive is not taken (`Bergs` may be a
    surname).
    """
    text = " ".join(text.split()).strip(" .,;:")
    folded = text.casefold()
    if folded in _organisation_names():
        return _organisation_names()[folded]
    for pattern in (_KIND, _BEFORE):
        if match := pattern.match(text):
            return _genitive_names().get(match["name"].casefold(), "")
    return _base_names().get(folded, "") if text[:1].isupper() else ""


def municipality_code(name: str) -> str:
    """The code of the municipality that `name` names in any of the forms of `municipality_of`, else empty."""
    return municipalities().get(municipality_of(name), "")


def municipality_organisation(name: str) -> str:
    """What the municipality calls itself as an organisation, else empty: `Bodens kommun`, `Malmö stad`."""
    return _organisations().get(municipality_of(name), "")


def region_of(text: str) -> str:
    """The official name of the region that `text` names (`VGR`, `Norrbottens läns landsting`), else empty."""
    return _region_names().get(fold(text).strip(" .,;:"), "")


@cache
def _organisations() -> dict[str, str]:
    return {row["name"]: row["organisation"] or f"{genitive(row['name'])} kommun" for row in rows("municipalities.tsv")}


@cache
def _organisation_names() -> dict[str, str]:
    return {organisation.casefold(): name for name, organisation in _organisations().items()}


@cache
def _base_names() -> dict[str, str]:
    return {
        form.casefold(): row["name"]
        for row in rows("municipalities.tsv")
        for form in (row["name"], *forms(row["aliases"]))
    }


@cache
def _genitive_names() -> dict[str, str]:
    names = {f"{form}s": name for form, name in _base_names().items()}  # "Luleås kommun" is printed as well
    names |= {genitive(form): name for form, name in _base_names().items()}
    return names | _base_names()


@cache
def _region_names() -> dict[str, str]:
    return {fold(form): row["name"] for row in rows("regions.tsv") for form in (row["name"], *forms(row["aliases"]))}
