"""Votes by party (`S, V och MP röstar ja`) and of those who are not named (`Övriga röstar nej`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from .ballot_words import choice_of
from .evidence import evidence
from .facts import Attendance, Ballot
from .layout import Layout
from .lexicon import is_party, party_code, party_forms
from .lines import Block
from .people import People
from .ranges import expand
from .sentences import ADJECTIVES, party_names

CODE = (
    r"\b([A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,4}|[a-zåäö]{1,3})\b"
    r"(?:-(?:gruppen|ledamöterna|ledamöter|gruppens ledamöter)\b|-(?!\w))?"
)
SIZE = re.compile(r"(?<=\0)(?:\s*\(\s*\d{1,3}(?: (?:st|röster|ledamöter))?\s*\)|\s+\d{1,3}\s+(?:ledamöter|röster)\b)")
"""How many of a party voted, behind its name: `(12)`."""
FILLER = re.compile(
    r"\b(?:och|samt|medan|men|från|i|av|samtliga|alla|hela|(?:ledamöter(?:na)?|ledamot|representanter(?:na)?)(?: för)?|"
    r"partierna|partiet|grupp(?:en|erna)|fullmäktigegrupp(?:en|erna)|vid|omröstningen|voteringen|därvid|härvid|"
    r"liksom|respektive|gör|röst|röster)\b",
    re.I,
)
BRACKET = re.compile(r"\s*\(([^)]{1,80})\)")
OTHERS = re.compile(
    r"\b(?:övriga|resterande|de andra)(?: (?:närvarande |tjänstgörande |beslutande )?(?:ledamöter(?:na)?|närvarande|"
    r"partier(?:na)?))?\s*$",
    re.I,
)
OTHERS_FIRST = re.compile(r"\W*(?P<choice>ja|nej)[ -]?röst\w*:? (?:övriga|resterande)\b", re.I)


@dataclass(frozen=True, slots=True)
class PartyVote:
    """How a party voted as a whole; `party` is empty for `Övriga`."""

    party: str
    choice: str
    start: int
    end: int


class Voted(Protocol):
    """What of a votering tells how parties and the others voted."""

    tally: dict[str, int]
    parties: list[PartyVote]
    others: PartyVote | None


def parties_in(
    sentence: Block, cast: Sequence[re.Match[str]], header: re.Match[str] | None, people: People
) -> Iterator[PartyVote]:
    """The parties that a sentence says to vote as a whole, each with its choice.

    `cast` are its `röstar ja`, `header` is a `Ja röstar` or `Ja:` that it begins with. What is not wholly a list of
    parties gives none: `två ledamöter från S röstar nej` says nothing of the party.
    """
    local = people.parties.values()
    if header and (not cast or cast[0].start() < header.end()):
        for party in party_list(sentence.text[header.end() :], local):
            yield PartyVote(party, choice_of(header["choice"]), sentence.start, sentence.end)
        return
    at = 0
    for match in cast:
        choice = "abstain" if match["abstain"] else choice_of(match["choice"])
        behind = BRACKET.match(sentence.text, match.end())
        found = party_list(behind[1], local) if behind else []
        for party in found or party_list(sentence.text[at : match.start()], local):
            yield PartyVote(party, choice, sentence.start, sentence.end)
        at = behind.end() if behind else match.end()


def party_list(text: str, local: Iterable[str] = ()) -> list[str]:
    """The codes of a text that is nothing but a list of parties; else none. `local` are the document's own codes.

    >>> party_list("S (12), Vänsterpartiet och MP-gruppen"), party_list("två ledamöter från S")
    (['S', 'V', 'MP'], [])
    """
    known = {code.upper() for code in local if code}
    found: list[str] = []

    def taken(match: re.Match[str]) -> str:
        name, group, adjective, bare = match.groups()
        if name or adjective:
            code = party_forms()[name] if name else ADJECTIVES[adjective]
        else:
            code = party_code(group or bare) or (group or bare).upper()
        if bare and (FILLER.fullmatch(bare) or not (is_party(code) or code in known)):
            return match[0]
        found.append(code)
        return "\0"

    rest = FILLER.sub("", SIZE.sub("", form().sub(taken, text)))
    return [] if re.search(r"\w", rest) else list(dict.fromkeys(found))


@cache
def form() -> re.Pattern[str]:
    """A party as a list may print it: by its name, as a group (`MP-gruppen`), or by its bare code."""
    return re.compile(f"{party_names().pattern}|{CODE}")


def others_in(sentence: Block, cast: Sequence[re.Match[str]]) -> PartyVote | None:
    """The choice of those who are not named: `Övriga röstar nej.`"""
    for before, match in zip([0, *(m.end() for m in cast)], cast, strict=False):
        if OTHERS.search(sentence.text, before, match.start()):
            choice = "abstain" if match["abstain"] else choice_of(match["choice"])
            return PartyVote("", choice, sentence.start, sentence.end)
    listed = OTHERS_FIRST.match(sentence.text)
    return PartyVote("", choice_of(listed["choice"]), sentence.start, sentence.end) if listed else None


def serving(rows: Iterable[Attendance], item: str) -> dict[str, str]:
    """Who may vote on an item by the list of those present: name → party."""
    digits = re.match(r"\d+", item)
    number = int(digits[0]) if digits else -1
    return {
        row.person: row.party
        for row in rows
        if row.capacity in ("member", "substitute")
        and (not row.items or any(number in expand(span) for span in row.items.split(",")))
    }


def party_ballots(
    page: Layout, key: tuple[str, int], one: Voted, cast: Mapping[str, str], voters: Mapping[str, str]
) -> Iterator[Ballot]:
    """The ballots of parties, and of the others, in a votering (`key`: item and round).

    `cast` are the people named (name → choice), `voters` all who may vote (name → party). Where the printed count of a
    choice is just that of those who served for its parties, they are named; else each party is, with an empty person. A
    party that is named on two sides is left out. The others are given only where they are as many as the printed count
    says, nobody too many and nobody too few.
    """
    sides: dict[str, set[str]] = {}
    for vote in one.parties:
        sides.setdefault(vote.party, set()).add(vote.choice)
    named = dict(cast)
    certain = all(len(choices) == 1 for choices in sides.values())
    for choice in ("yes", "no", "abstain"):
        votes = {vote.party: vote for vote in one.parties if sides[vote.party] == {choice}}
        people = {name: party for name, party in voters.items() if party in votes and name not in cast}
        count = sum(given == choice for given in cast.values()) + len(people)
        if {*people.values()} == {*votes} and count == one.tally.get(choice):
            named |= dict.fromkeys(people, choice)
            rows = [(name, votes[party]) for name, party in people.items()]
        else:
            certain = certain and not votes
            rows = [("", vote) for vote in votes.values()]
        yield from (ballot(page, key, name, vote.party, vote) for name, vote in rows)
    if one.others and certain:
        rest = {name: party for name, party in voters.items() if name not in named}
        count = sum(given == one.others.choice for given in named.values()) + len(rest)
        if count == one.tally.get(one.others.choice) and {*named} <= {*voters}:
            yield from (ballot(page, key, name, party, one.others) for name, party in rest.items())


def ballot(page: Layout, key: tuple[str, int], person: str, party: str, vote: PartyVote) -> Ballot:
    """A ballot that rests on the words of a vote by party or of `Övriga`."""
    return Ballot(*key, person, party, vote.choice, evidence(page, vote.start, vote.end, "votes"))
