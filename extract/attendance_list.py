"""The list at the end of a council's minutes: a row for each member, crosses for who was there and how they voted.

    Ledamot            Parti   Närv   § 54: Ja   Nej   Avst
    Ada Ek             S       X           X

Columns are told apart by bars or tabs, or by where they stand on the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .attendance_row import ranges_of
from .ballot_words import choice_of
from .evidence import evidence
from .facts import Attendance, Ballot
from .layout import Layout
from .lexicon import role_of
from .lines import Line
from .names import names_in
from .vote_tables import REACH, at

HEADING = re.compile(r"(?=.*\b(?:namn|ledam[oö]t\w*)\b)(?=.*\b(?:närv\w*)\b).*", re.I)
CHOICE = re.compile(r"(?:§ ?(?P<item>\d+)(?:[:.](?P<round>\d))?\W*)?(?P<choice>ja|nej|avst\w*)\.?", re.I)
SECTION = re.compile(r"(?P<serving>tjänstgörande )?(?P<kind>ledamöter|ersättare)\W*$", re.I)
ENDS = re.compile(r"\W*(?:summa|totalt|övriga)\b", re.I)
FOR = re.compile(r"(?:tjänstgör(?:ande)? )?för\s+", re.I)
CROSS = re.compile(r"[xX×✓1]\b")


@dataclass(slots=True)
class Row:
    """One person of the list."""

    person: str
    start: int
    end: int
    capacity: str
    party: str = ""
    role: str = ""
    presence: str = ""
    replaces: str = ""
    votes: dict[tuple[str, int], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns stand, and which of them (-1 for none) hold what."""

    places: Sequence[int]
    party: int
    presence: int
    serves: int
    votes: Sequence[tuple[int, tuple[str, int], str]]


def listed(page: Layout) -> Iterator[Attendance]:
    """Those present by the list at the end; none where there is no such list."""
    numbers = [section.item for section in page.sections]
    for row in table(page):
        present = CROSS.match(row.presence)
        name = next(names_in(row.replaces, listed=True), None)
        items, _ = ranges_of(row.presence + " " + (row.replaces[name.after :] if name else ""), numbers)
        if row.capacity == "member":
            capacity = "member" if present else "absent"
        elif present:
            capacity = "substitute" if name or row.capacity == "substitute" else "nonvoting"
        else:
            continue
        words = evidence(page, row.start, row.end, "attendance")
        yield Attendance(row.person, row.party, "", "", row.role, capacity, items, name.text if name else "", words)


def listed_ballots(page: Layout, item: str, number: int) -> Iterator[Ballot]:
    """How each person on the list at the end voted in a votering of an item."""
    for row in table(page):
        if choice := row.votes.get((item, number)):
            yield Ballot(item, number, row.person, row.party, choice, evidence(page, row.start, row.end, "votes"))


def table(page: Layout) -> list[Row]:
    """The rows of the list, in order."""
    head = next((i for i, line in enumerate(page.tail) if "ärv" in line.text and HEADING.fullmatch(line.text)), -1)
    if head < 0:
        return []
    heading = cells(page, page.tail[head])
    above = page.tail[head - 1].text if head else ""
    columns = Columns(
        [place for place, _ in heading],
        column(heading, r"parti"),
        column(heading, r"närv"),
        column(heading, r"(?:tjg|tjänstgör|ersätter)"),
        vote_columns(heading, re.findall(r"§ ?(\d+)", above)),
    )
    rows: list[Row] = []
    capacity, readable = "member", False
    for line in page.tail[head + 1 :]:
        row = dict(placed(page, line, columns.places))
        first = row.get(0, "")
        if section := SECTION.match(line.text.strip("| \t")):
            others = "substitute" if section["serving"] else "nonvoting"
            capacity = "member" if section["kind"].casefold() == "ledamöter" else others
        elif ENDS.match(line.text):
            break
        elif readable and len(row) == 1 and (served := FOR.match(first)):
            rows[-1].replaces, rows[-1].end = first[served.end() :], line.end
        elif readable and len(row) == 1 and role_of(first)[0]:
            rows[-1].role, rows[-1].end = role_of(first)[0], line.end
        else:
            found = person(line, row, capacity, columns)
            rows += [found] if found else []
            readable = found is not None
    return rows


def person(line: Line, row: dict[int, str], capacity: str, columns: Columns) -> Row | None:
    """The person of one line, given its cells by column; None where the first cell names nobody."""
    first = row.get(0, "")
    name = next(names_in(first, listed=True), None)
    if name is None:
        return None
    code = name.party or row.get(columns.party, "").strip("() ").upper()
    return Row(
        name.text,
        line.start,
        line.end,
        capacity,
        code if code.isalpha() else "",
        role_of(first[name.after :].strip(" ,"))[0],
        row.get(columns.presence, ""),
        row.get(columns.serves, ""),
        {key: choice for place, key, choice in columns.votes if CROSS.match(row.get(place, ""))},
    )


def vote_columns(heading: Sequence[tuple[int, str]], items: Sequence[str]) -> list[tuple[int, tuple[str, int], str]]:
    """(column, (item, round), choice) of the columns of voteringar: each Ja begins the next one.

    `items` are the §§ printed in the line above; the columns may print them themselves: `§ 17:2 Ja`.
    """
    found: list[tuple[int, tuple[str, int], str]] = []
    group, rounds = -1, dict[str, int]()
    for i, (_, label) in enumerate(heading):
        match = CHOICE.fullmatch(label)
        if not match:
            continue
        choice = choice_of(match["choice"])
        if match["item"]:
            found.append((i, (match["item"], int(match["round"] or 1)), choice))
            continue
        if choice == "yes":
            group += 1
            if group < len(items):
                rounds[items[group]] = rounds.get(items[group], 0) + 1
        if 0 <= group < len(items):
            found.append((i, (items[group], rounds[items[group]]), choice))
    return found


def cells(page: Layout, line: Line) -> list[tuple[int, str]]:
    """The cells of a line with their places: numbers of bars or tabs, else characters from the margin."""
    for bar in ("|", "\t"):
        if bar in line.text:
            return [(i, cell.strip()) for i, cell in enumerate(line.text.strip("|").split(bar))]
    return [(at(page, line, m.start(), m.end()), m[0]) for m in re.finditer(r"\S+(?: \S+)*", line.text)]


def placed(page: Layout, line: Line, places: Sequence[int]) -> Iterator[tuple[int, str]]:
    """(column, words) of the cells of a line that hold something and stand below a heading; the first is column 0."""
    barred = "|" in line.text or "\t" in line.text
    for i, (place, words) in enumerate(cells(page, line)):
        nearest = min(range(len(places)), key=lambda column: abs(places[column] - place)) if i else 0
        if words and (i == 0 or abs(places[nearest] - place) <= (0 if barred else REACH)):
            yield nearest, words


def column(heading: Sequence[tuple[int, str]], words: str) -> int:
    """The number of the column whose heading begins with the words; -1 for none."""
    return next((i for i, (_, label) in enumerate(heading) if re.match(words, label, re.I)), -1)
