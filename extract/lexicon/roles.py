"""Roles and titles of people in minutes: the presidium, members, signers, politicians, and officers by their suffix."""

from __future__ import annotations

import re
from functools import cache

from .tables import fold, forms, rows

_ORDINALS = (
    (re.compile(r"^(?:1:?[ea]|1|i|första|förste)(?= v)"), "1:e"),
    (re.compile(r"^(?:2:?[ea]|2|ii|andra|andre)(?= v)"), "2:e"),
    (re.compile(r"^(?:3:?[ea]|3|iii|tredje)(?= v)"), "3:e"),
)
_PREFIXES = (
    "tf",
    "t f",
    "tillförordnad",
    "biträdande",
    "bitr",
    "stf",
    "ställföreträdande",
    "vikarierande",
    "vik",
    "vice",
)


def role_of(text: str) -> tuple[str, str]:
    """The canonical role and its kind that the whole of `text` prints, else `("", "")`.

    `"2 v ordf."` → `("2:e vice ordförande", "presidium")`, `"tf Förvaltningschef"` → `("tf förvaltningschef", "officer")`.
    Kinds: presidium, member, secretary, signer, politician, officer, other. A title with words after it
    (`avdelningschef social välfärd`) is not one role: look at its first word.
    """
    known = _roles()
    normal = _normal(text)
    if normal in known:
        return known[normal]
    prefix, rest = _without_prefix(" ".join(text.split()))
    if " " in rest or not is_title(rest):
        return "", ""
    kind = known.get(_normal(rest), ("", ""))[1] or title_kind(rest)
    return f"{prefix} {lower_title(rest)}".strip(), kind


def is_title(word: str) -> bool:
    """Whether one word is the title of a person: `Ekonomichef`, `HR-direktör`, `VD`, `förbundsdirektören`."""
    return title_kind(word) != ""


def title_kind(word: str) -> str:
    """The kind of the title (`officer`, `politician`, `secretary`, `presidium`), empty when `word` is none."""
    return _kind_of(word) or _kind_of(base_title(word))


def base_title(word: str) -> str:
    """A title in its indefinite form, without the genitive: `förbundschefen` → `förbundschef`; others unchanged.

    `ordföranden` → `ordförande`, `sekreterarens` → `sekreterare`, `regionrådet` → `regionråd`.
    """
    bare = word.strip(" .,;:")
    for ending in ("ens", "ets", "en", "et", "ns", "n", "s"):
        stem = bare[: -len(ending)]
        if bare.casefold().endswith(ending) and _kind_of(stem):
            return stem
    return bare


def lower_title(text: str) -> str:
    """A title as the tables print it, lower case but for abbreviations: `HR-chef`, `VD`, `avdelningschef social välfärd`."""
    first, _, rest = text.partition(" ")
    if any(letter.isupper() for letter in first[1:]):  # HR-chef, VD, IT-strateg; but a heading in capitals is a word
        first = first.lower() if first.isupper() and fold(first) not in _abbreviations() else first
    else:
        first = first.lower()
    return f"{first} {rest}".strip()


def _kind_of(word: str) -> str:
    bare = word.strip(" .,;:").casefold()
    if bare in _exceptions():
        return ""
    for length in range(len(bare), 1, -1):  # the longest suffix decides
        if kind := _suffixes().get(bare[-length:], ""):
            return kind
    return ""


def _normal(text: str) -> str:
    normal = re.sub(r"\s+", " ", text.casefold().replace(".", " ").strip(" ,;:()–-")).strip()
    for pattern, ordinal in _ORDINALS:
        normal = pattern.sub(ordinal, normal)
    return normal


def _without_prefix(text: str) -> tuple[str, str]:
    first, _, rest = text.partition(" ")
    if rest and first.casefold().strip(".") in _PREFIXES:
        return first.casefold().strip("."), rest
    return "", text


@cache
def _roles() -> dict[str, tuple[str, str]]:
    return {
        _normal(form): (row["role"], row["kind"])
        for row in rows("roles.tsv")
        for form in (row["role"], *forms(row["forms"]))
    }


@cache
def _suffixes() -> dict[str, str]:
    return {row["suffix"]: row["kind"] for row in rows("title_suffixes.tsv")}


@cache
def _exceptions() -> frozenset[str]:
    return frozenset(word.casefold() for row in rows("title_suffixes.tsv") for word in forms(row["exceptions"]))


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(row["suffix"] for row in rows("title_suffixes.tsv") if len(row["suffix"]) < 4)
