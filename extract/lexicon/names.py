"""Given names, and the capitalised words of minutes that are none.

The names come from two sources: Faker's Swedish provider, read at run time, and our own `given_names.tsv`, which
covers the languages that councillors and officers in Sweden bear names from. All look-ups are casefolded.
"""

from __future__ import annotations

from functools import cache

from faker.providers.person.sv_SE import Provider

from .tables import rows


@cache
def given_names() -> frozenset[str]:
    """All known given names, casefolded. A double name (`Ann-Christin`) is looked up part by part: `is_given_name`."""
    own = {row["name"].casefold() for row in rows("given_names.tsv")}
    return frozenset(own | {name.casefold() for name in _faker_names()})


@cache
def ambiguous_given_names() -> frozenset[str]:
    """Given names, casefolded, that are common words or places too (`Per`, `Maj`, `Nora`): they need more evidence."""
    return frozenset(row["name"].casefold() for row in rows("ambiguous_given_names.tsv"))


@cache
def not_names() -> frozenset[str]:
    """Words, casefolded, that stand capitalised in minutes (`Beslut`, `Enligt`, `Kommunstyrelsen`) and are no names."""
    return frozenset(row["word"].casefold() for row in rows("not_names.tsv"))


def is_given_name(word: str) -> bool:
    """Whether `word` is a given name: one that is known, or a double name of which every part is known."""
    folded = word.strip().casefold().replace("–", "-").replace("‑", "-")
    known = given_names()
    if folded in known:
        return True
    parts = folded.split("-")
    return len(parts) > 1 and all(part in known for part in parts)


def is_ambiguous_given_name(word: str) -> bool:
    """Whether `word` is a given name that is also a common word or a place. A double name is never ambiguous."""
    return word.strip().casefold() in ambiguous_given_names()


def _faker_names() -> set[str]:
    # getattr: Faker's stubs leave the type of these attributes open (tuple, OrderedDict), and iterating gives names
    return {
        str(name) for attribute in ("first_names_male", "first_names_female") for name in getattr(Provider, attribute)
    }
