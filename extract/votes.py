"""Voteringar: their tallies, what Ja and Nej stood for, who won, and how each person or party voted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .attendance_list import listed_ballots
from .evidence import evidence
from .facts import Attendance, Ballot, Vote, VotingProposition
from .layout import Layout, Section
from .party_votes import party_ballots, serving
from .people import People
from .roster import annexed
from .rounds import Round, rounds
from .vote_lists import listed_by_item
from .vote_outcome import Outcome, outcomes

CHOICES = ("yes", "no", "abstain")


def votes(
    page: Layout, section: Section, people: People, present: Iterable[Attendance] = ()
) -> Iterator[Vote | VotingProposition | Ballot]:
    """The voteringar of an item, each followed by its proposition and its ballots; round 1 is the first.

    `present` is the list of those present: it says who a party or `Övriga` were.
    """
    found = rounds(page, section, people)
    voters = serving(present, section.item) if any(one.parties or one.others for one in found) else {}
    for number, (one, said) in enumerate(zip(found, outcomes(section, found, people), strict=True), 1):
        yield vote(page, section, number, one, said)
        yield from proposition(page, section, number, one)
        for name, choice, start, end in one.ballots:
            words = evidence(page, start, end, "votes")
            yield Ballot(section.item, number, name.text, people.party(name), choice, words)
        if one.parties or one.others:
            cast = {name.text: choice for name, choice, *_ in one.ballots}
            yield from party_ballots(page, (section.item, number), one, cast, voters)
        elif not one.ballots:
            yield from (
                list(listed_by_item(page, section.item, number))
                or list(annexed(page, section.item, number, one.annex))
                or listed_ballots(page, section.item, number)
            )


def vote(page: Layout, section: Section, number: int, one: Round, said: Outcome) -> Vote:
    """One votering. Where no count is printed, the ballots are counted; they do not tell who won."""
    tally = {choice: one.tally.get(choice) for choice in CHOICES}
    if one.ballots and not one.parties and tally["yes"] is None and tally["no"] is None:
        tally = {c: sum(1 for b in one.ballots if b[1] == c) or None for c in CHOICES}
    start = one.start if said.start < 0 else min(one.start, said.start)
    words = evidence(page, start, max(one.end, said.end), "votes")
    return Vote(
        section.item,
        number,
        tally["yes"],
        tally["no"],
        tally["abstain"],
        words,
        said.kind,
        said.winner,
        casting=said.casting,
        lot=said.lot,
        minority=said.minority,
        ballot=said.ballot,
    )


def proposition(page: Layout, section: Section, number: int, one: Round) -> Iterator[VotingProposition]:
    """What Ja and Nej stood for in a votering, where that is printed."""
    if one.means:
        yes, no = (one.means[choice].words if choice in one.means else "" for choice in ("yes", "no"))
        start, end = min(said.start for said in one.means.values()), max(said.end for said in one.means.values())
        yield VotingProposition(section.item, number, yes, no, evidence(page, start, end, "votes"))
