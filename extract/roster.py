"""The annexes of a council's voting system: who sat on which seat, from when to when, and how each seat voted.

The attendance annex prints `Ek, Ada` below `Ledamot` and `Ersättare`, often with its columns torn apart by the
converter; the voting
lists print `Ada Ek`, party, seat and `Ledamot` or `Ersättare` whole. So the first says who was there, the second
as what.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .ballot_words import choice_of
from .evidence import evidence
from .facts import Attendance, Ballot, Evidence
from .layout import ANNEX, Layout
from .lexicon import role_of
from .lines import Line
from .names import PARTICLE, WORD

NAME = re.compile(
    rf"((?:{PARTICLE} )*{WORD}(?: (?:{PARTICLE} )*{WORD}){{0,3}}) *, *({WORD}(?: {WORD}){{0,2}}?)(?: [A-ZÅÄÖ]{{1,4}})?$"
)
TWO_CELLS = re.compile(r"([^,]+), ([^,]+), ([^,]+)$")
ROW = re.compile(
    r"(?P<name>.+?)[\s,]+\(?(?P<party>[A-ZÅÄÖ]{1,5}|-)\)?(?:\s+(?P<seat>\d{1,3}))?"
    r"(?:\s+(?P<function>(?:\d:?[ea]? ?v(?:ice)? ?)?[A-Za-zåäö. :]*))?$"
)
HEAD = re.compile(r"(?:Antal|Namn|Parti|Funktion|Plats|Resultat|Ärende)")
HEADS = re.compile(r"^.*(?:Antal \w+:? \d+|Namn|Parti|Resultat|Funktion|Plats)\s+(?=[A-ZÅÄÖ])")


@dataclass(frozen=True, slots=True)
class Cast:
    """A row of a voting list; `seat` and `function` are empty where it has no such columns."""

    annex: str
    """The number of the annex."""
    person: str
    party: str
    seat: str
    function: str
    vote: str
    start: int
    end: int


def roster(page: Layout) -> Iterator[Attendance]:
    """The rows of the attendance annex; none where there is no such annex."""
    lines = list(annex(page.tail))
    if not lines:
        return
    voted: dict[str, dict[str, Cast]] = {}
    for cast in (cast for rows in casts(page).values() for cast in rows):
        if cast.seat and cast.function:
            voted.setdefault(cast.person, {}).setdefault(cast.seat, cast)
    substituted = {seat for seats in voted.values() for seat, cast in seats.items() if cast.function == "Ersättare"}
    holders: dict[str, str] = {}
    listed: dict[str, Line] = {}
    seat = ""
    for line in lines:
        if re.fullmatch(r"\d{1,3}", line.text):
            seat = line.text
        for name in names_of(line.text, voted):
            listed.setdefault(name, line)
            if seat:
                holders.setdefault(seat, name)
            seat = ""
    for name, line in listed.items():
        words = evidence(page, line.start, line.end, "attendance")
        if name not in voted and any(holders.get(taken) == name for taken in substituted):
            yield Attendance(name, "", "", "", "", "absent", "", "", words)
        for cast in voted.get(name, {}).values():
            yield present(cast, holders.get(cast.seat, ""), words)


def names_of(cell: str, voted: Container[str]) -> list[str]:
    """The names of a cell, given name first; two cells that ran together (`Ek, Ada Alm, Bo`) are parted where the
    second is the name of somebody who voted.
    """
    if match := NAME.match(cell):
        return [f"{match[2]} {match[1]}"]
    if match := TWO_CELLS.match(cell):
        words = match[2].split()
        for i in range(1, len(words)):
            second = " ".join([match[3], *words[i:]])
            if second in voted:
                return [" ".join([*words[:i], match[1]]), second]
    return []


def present(cast: Cast, holder: str, words: Evidence) -> Attendance:
    """The row of somebody who voted from a seat, which is the holder's; a substitute has one for each seat."""
    if cast.function == "Ersättare":
        replaced = holder if holder != cast.person else ""
        return Attendance(cast.person, cast.party, "", "", "", "substitute", "", replaced, words)
    role = "" if cast.function == "Ledamot" else role_of(cast.function)[0]
    return Attendance(cast.person, cast.party, "", "", role, "member", "", "", words)


def annex(tail: Sequence[Line]) -> Iterator[Line]:
    """The lines of the attendance annex, names that break at their comma joined."""
    inside = False
    heads = [i for i, line in enumerate(tail) if ANNEX.match(line.text)]
    for begin, end in zip(heads, [*heads[1:], len(tail)], strict=False):
        words = {line.text for line in tail[begin : begin + 16]}
        inside = "Ledamot" in words and bool({"Ankom", "Utgick", "Närvarande", "Plats"} & words)
        if not inside:
            continue
        i = begin + 1
        while i < end:
            line = tail[i]
            if (
                (i + 1 < end and line.text.endswith(",") and re.match(WORD, tail[i + 1].text))
                or (
                    i + 1 < end
                    and re.fullmatch(rf"{WORD}(?: {WORD})*", line.text)
                    and len(line.text) > 3
                    and tail[i + 1].gap == 0
                    and "," in tail[i + 1].text
                )
                or (
                    i + 1 < end
                    and NAME.match(line.text)
                    and tail[i + 1].gap == 0
                    and re.fullmatch(WORD, tail[i + 1].text)
                    and len(tail[i + 1].text) > 2
                )
            ):
                line = Line(line.start, tail[i + 1].end, f"{line.text} {tail[i + 1].text}", line.gap, False)
                i += 1
            yield line
            i += 1


def annexed(page: Layout, item: str, number: int, annex: str) -> Iterator[Ballot]:
    """The ballots of the annex with this number, for a votering of an item."""
    for cast in casts(page).get(annex, ()):
        words = evidence(page, cast.start, cast.end, "votes")
        yield Ballot(item, number, cast.person, cast.party, cast.vote, words)


@lru_cache(maxsize=1)
def casts(page: Layout) -> dict[str, list[Cast]]:
    """The rows of the voting lists by annex: read once for attendance and ballots."""
    found: dict[str, list[Cast]] = {}
    for cast in votes_cast(page.tail):
        found.setdefault(cast.annex, []).append(cast)
    return found


def votes_cast(tail: Sequence[Line]) -> Iterator[Cast]:
    """The rows of the voting lists: name, party, seat and vote, a cell on each line or a row
    on each.
    """
    annex, pending = "", list[Line]()
    for line in tail:
        if line.text[:6].casefold() == "bilaga" and (match := ANNEX.match(line.text)):
            annex, pending = match[1], []
            continue
        if not annex:
            continue
        pending.append(line)
        last = line.text.rpartition(" ")[2]
        if vote := choice_of(last):
            cells = " ".join(one.text for one in pending).split()[:-1]
            match = ROW.match(HEADS.sub("", " ".join(cells)))
            doubled = match is not None and choice_of((match["function"] or "").strip())
            if match and not doubled and " " in match["name"].strip():
                party = match["party"].strip("-")
                seat, function = match["seat"] or "", (match["function"] or "").strip()
                yield Cast(annex, match["name"].strip(), party, seat, function, vote, pending[0].start, line.end)
            pending = []
        elif HEAD.match(line.text):
            pending = []
