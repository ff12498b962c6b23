"""The annexes of a council's voting system: who sat on which seat, from when to when, and how each seat voted.

The attendance annex prints `Ek, Ada` below `Ledamot` and `Ersättare`, often with its columns torn apart by the
converter; the voting
lists print `Ada Ek`, party, seat and `Ledamot` or `Ersättare` whole. So the first says who was there, the second
as what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .evidence import evidence
from .facts import Attendance
from .layout import Layout
from .lexicon import role_of
from .lines import Line
from .names import PARTICLE, WORD

ANNEX = re.compile(r"bilaga (\d+)$", re.I)
NAME = re.compile(
    rf"((?:{PARTICLE} )*{WORD}(?: (?:{PARTICLE} )*{WORD}){{0,3}}) *, *({WORD}(?: {WORD}){{0,2}})(?: [A-ZÅÄÖ]{{1,4}})?$"
)
FUNCTION = re.compile(r"(\d{1,3}) (Ledamot|Ersättare|Ordförande|\d:e v\.? ?[Oo]rdf\.?(?:örande)?)$")
VOTED = re.compile(r"(?P<name>.+?)[\s,]+(?P<party>[A-ZÅÄÖ]{1,5})\s+(?P<seat>\d{1,3})\s+(?P<function>(?:\d:e )?\D+)$")


@dataclass(frozen=True, slots=True)
class Seated:
    """A person on a voting list."""

    seat: str
    function: str
    party: str


def roster(page: Layout) -> Iterator[Attendance]:
    """The rows of the attendance annex; none where there is no such annex."""
    lines = list(annex(page.tail))
    if not lines:
        return
    voted = voters(page.tail)
    holders: dict[str, str] = {}
    listed: dict[str, Line] = {}
    seat = ""
    for line in lines:
        if re.fullmatch(r"\d{1,3}", line.text):
            seat = line.text
        elif match := NAME.match(line.text):
            name = f"{match[2]} {match[1]}"
            listed.setdefault(name, line)
            if seat:
                holders.setdefault(seat, name)
            seat = ""
    for name, line in listed.items():
        words = evidence(page, line.start, line.end, "attendance")
        found = voted.get(name)
        if found is None:
            if name in holders.values() and any(
                s.seat == k and s.function == "Ersättare"
                for k, v in holders.items()
                if v == name
                for s in voted.values()
            ):
                yield Attendance(name, "", "", "", "", "absent", "", "", words)
            continue
        holder = holders.get(found.seat, "")
        substitute = found.function == "Ersättare"
        role = "" if found.function in ("Ledamot", "Ersättare") else role_of(found.function)[0]
        yield Attendance(
            name,
            found.party,
            "",
            "",
            role,
            "substitute" if substitute else "member",
            "",
            holder if substitute and holder != name else "",
            words,
        )


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


def voters(tail: Sequence[Line]) -> dict[str, Seated]:
    """Everybody on the voting lists with seat, function and party."""
    found: dict[str, Seated] = {}
    pending: list[str] = []
    for line in tail:
        if ANNEX.match(line.text):
            pending = []
        elif re.fullmatch(r"(?:ja|nej|avstår|frånvarande)", line.text, re.I):
            match = VOTED.search(" ".join(pending[-3:])) if pending else None
            if match:
                found.setdefault(
                    match["name"].strip(), Seated(match["seat"], match["function"].strip(), match["party"])
                )
            pending = []
        elif FUNCTION.match(line.text) or re.match(WORD, line.text):
            pending.append(line.text)
    return found
