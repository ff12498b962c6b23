"""Roles and titles of people in minutes: the presidium, members, signers, politicians, and officers by their suffix."""

from __future__ import annotations

import re
from functools import cache

from .tables import forms, rows

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

    `"2 v ordf."` → `2:e vice ordförande`, presidium; `"tf Förvaltningschef"` → `tf förvaltningschef`, officer.
    Kinds: presidium, member, secretary, signer, politician, officer, other. A title with words after it
    (`avdelningschef social välfärd`) is not one role: look at its first word.
    """
    known = _roles()
    normal = _normal(text)
    if normal in known:
        return known[normal]
    prefix, rest = _without_prefix(" ".join(text.split()))
    title = base_title(rest)
    role, kind = known.get(_normal(title), (lower_title(title), title_kind(title)))
    return (f"{prefix} {role}".strip(), kind) if kind else ("", "")


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
        stem = bare[: -len(ending)].rstrip(":-")
        if bare.casefold().endswith(ending) and _kind_of(stem):
            return stem
    return bare


def one_title(word: str) -> str:
    """A title in the definite plural as one person's: `rektorerna` → `rektor`, `läkarna` → `läkare`; else the word."""
    for ending, one in (("erna", ""), ("arna", "are")):
        if word.casefold().endswith(ending) and _kind_of(word[: -len(ending)] + one):
            return word[: -len(ending)] + one
    return word


def lower_title(text: str) -> str:
    """A title as the tables print it, lower case but for abbreviations: `HR-chef`, `VD`, `avdelningschef social vård`.

    Only the first word is changed; a word all in capitals is an abbreviation when it has three letters or fewer.
    """
    first, _, rest = text.partition(" ")
    abbreviated = any(letter.isupper() for letter in first[1:]) and (not first.isupper() or len(first) < 4)
    return f"{first if abbreviated else first.lower()} {rest}".strip()


def _kind_of(word: str) -> str:
    bare = word.strip(" .,;:").casefold()
    if " " in bare or bare in _exceptions():
        return ""
    if kind := _suffixes().get(f"={bare}", ""):  # too short for a suffix: VD, GD
        return kind
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
