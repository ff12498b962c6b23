"""The list at the end whose columns are the §§ that were voted on: a row for each member, a word for each votering.

Namn               Parti   § 54    § 57
Ada Ek             S       Ja      Avst
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from .ballot_words import choice_of
from .evidence import evidence
from .facts import Ballot
from .layout import Layout
from .lines import Line
from .names import names_in

HEADING = re.compile(r"\W*(?:namn|ledam[oö]t\w*)\b[^§]*(?P<columns>§.*)", re.I)
COLUMN = re.compile(r"§ ?(?P<item>\d+[a-z]?)(?:[:.](?P<round>\d))?(?![\d-])")
VOTES = re.compile(r"(?:[\s|]+(?:ja|nej|avst\w*|frånv\w*)\b\.?)+[\s|]*$", re.I)
Key = tuple[str, int]


def listed_by_item(page: Layout, item: str, number: int) -> Iterator[Ballot]:
    """How each person of such a list voted in a votering of an item; round 1 is the first."""
    for person, party, line, votes in rows(page):
        if choice := votes.get((item, number)):
            yield Ballot(item, number, person, party, choice, evidence(page, line.start, line.end, "votes"))


@lru_cache(maxsize=1)
def rows(page: Layout) -> list[tuple[str, str, Line, dict[Key, str]]]:
    """(person, party, line, votes) of the rows of the lists at the end. A row that lacks a vote is left out: it does
    not say which.
    """
    found: list[tuple[str, str, Line, dict[Key, str]]] = []
    columns: list[Key] = []
    for line in page.tail:
        if heading := HEADING.fullmatch(line.text):
            columns = numbered(heading["columns"])
            continue
        match = VOTES.search(line.text) if columns else None
        words = re.findall(r"\w+", match[0]) if match else []
        name = next(names_in(line.text.lstrip("| "), listed=True), None) if match else None
        if match and name and len(words) == len(columns):
            behind = line.text[: match.start()].lstrip("| ")[name.end :].strip(" |\t(),")
            party = name.party or (behind.upper() if re.fullmatch(r"\w{1,5}", behind) else "")
            votes = {key: choice_of(word) for key, word in zip(columns, words, strict=True)}
            found.append((name.text, party, line, votes))
    return found


def numbered(columns: str) -> list[Key]:
    """(§, round) of each column; a § printed twice is its second votering."""
    found: list[Key] = []
    for match in COLUMN.finditer(columns):
        item = match["item"]
        found.append((item, int(match["round"] or 1 + sum(key[0] == item for key in found))))
    return found
