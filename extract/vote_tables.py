"""Ballots from tables: a heading with Ja, Nej and Avstår, and a row for each person with a cross below one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .layout import Layout
from .lines import Line
from .names import Name, names_in
from .party_marks import PARTY, party_code

HEADING = re.compile(r"\b[Jj][Aa]\b(?!-).*\b[Nn][Ee][Jj]\b(?!-)")
CHOICE = re.compile(
    r"\b(?P<yes>ja)\b|\b(?P<no>nej)\b|\b(?P<abstain>avst(?:år|\.|ått|ående)?)(?![\w])|"
    r"\b(?P<absent>frånv(?:arande|\.)?)(?!\w)",
    re.I,
)
MARK = re.compile(r"(?<![\w])[xX×✓✗√](?![\w])|(?<=\|)\s*1\s*(?=\|)")
SUM = re.compile(r"\W*(?:summa|totalt|resultat|antal)\b", re.I)
REACH = 6
"""How many characters a cross may stand beside its heading."""
BARE_PARTY = re.compile(r"[\s|,]+([A-ZÅÄÖ]{1,5})(?=[\s|]|$)")


def tables(
    page: Layout, start: int, end: int
) -> Iterator[tuple[int, int, list[tuple[Name, str, int, int]], dict[str, int]]]:
    """The tables of ballots between two offsets: (start, end, ballots as (name, choice, start, end), printed sums)."""
    if not HEADING.search(page.text, start, end):
        return
    lines = [line for line in page.lines if start <= line.start < end]
    for i, line in enumerate(lines):
        if HEADING.search(line.text) and not names_at(line):
            ballots = list(rows(page, line, lines[i + 1 :]))
            if len(ballots) >= 2:
                last = ballots[-1][3]
                below = next((one for one in lines[i + 1 :] if one.start >= last), None)
                sums = summed(line, below) if below else {}
                yield line.start, (below.end if below and sums else last), ballots, sums


def summed(heading: Line, below: Line) -> dict[str, int]:
    """The sums of a table's last row, where it has one for each choice of the heading: {"yes": 6, "no": 3}."""
    choices = [next(k for k, v in m.groupdict().items() if v) for m in CHOICE.finditer(heading.text)]
    counts = re.findall(r"\d+", below.text)
    if not SUM.match(below.text) or len(counts) != len(choices) or len(set(choices)) < len(choices):
        return {}
    return dict(zip(choices, map(int, counts), strict=True))


def rows(page: Layout, heading: Line, below: Sequence[Line]) -> Iterator[tuple[Name, str, int, int]]:
    """The ballots of the rows below a heading, up to the first line that is no row."""
    columns = [
        (at(page, heading, m.start(), m.end()), next(k for k, v in m.groupdict().items() if v))
        for m in CHOICE.finditer(heading.text)
    ]
    whole = any("\t\t" in line.text for line in below)  # empty cells are kept, but for those at the end of a row
    for line in below:
        if not line.text.strip("|:- "):
            continue  # the rule below the heading of a markdown table
        bars = [(bars_of(page, line, bar), bars_of(page, heading, bar)) for bar in "|\t"]
        if any(n not in (0, of) and not (whole and n < of) for n, of in bars):
            continue  # a row that lost its empty cells does not say below which heading its cross stood
        name = names_at(line)
        marks = list(MARK.finditer(line.text))
        if name is None:
            if (
                SUM.match(line.text)
                or re.match(r"-{3,}|\W*$", line.text)
                or line.gap > 1
                or not re.search(r"[|\t]|\s{3}", line.text)
            ):
                return
            continue
        for mark in marks[:1]:
            place = at(page, line, mark.start(), mark.end())
            nearest, choice = min((abs(place - x), choice) for x, choice in columns)
            if nearest <= (0 if "|" in line.text or "\t" in line.text else REACH):
                yield name, choice, line.start, line.end


def at(page: Layout, line: Line, start: int, end: int) -> int:
    """Which column a place of a line is in: the number of bars or tabs before it, else its distance from the margin."""
    for bar in ("|", "\t"):
        if bar in line.text:
            return bars_of(page, line, bar, line.start + start)
    margin = line.start - (page.text.rfind("\n", 0, line.start) + 1)
    return margin + (start + end) // 2


def bars_of(page: Layout, line: Line, bar: str, end: int = -1) -> int:
    """How many bars or tabs stand before a place of a line, or on it; those before its first words count, too: the
    heading of the names may be empty.
    """
    return page.text.count(bar, page.text.rfind("\n", 0, line.start) + 1, line.end if end < 0 else end)


def names_at(line: Line) -> Name | None:
    """The person that a row begins with, with the party of its second cell."""
    offset = len(line.text) - len(line.text.lstrip("| \t"))
    name = next(names_in(line.text[offset:], line.start + offset, listed=True), None)
    if name is None or name.start > line.start + offset + 12:
        return None
    if name.party:
        return name
    behind = line.text[name.end - line.start :]
    party = PARTY.match(behind) or BARE_PARTY.match(re.sub(r"^,[^|\t]*?(?=[|\t]| {3})", "", behind))
    code = party_code(party[1]) if party and party[1].upper() != "X" else ""
    return Name(name.start, name.end, name.text, code, name.after)
