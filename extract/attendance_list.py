"""The list of a council on the title page or at the end: a row for each member, crosses for who was there and how they
voted.

    Ledamot            Parti   Närv   § 54: Ja   Nej   Avst
    Ada Ek             S       X           X

Columns are told apart by bars or tabs, or by where they stand on the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from .attendance_row import Entry, rows
from .ballot_words import choice_of
from .evidence import evidence
from .facts import Attendance, Ballot, Recusal
from .layout import Layout
from .lexicon import role_of
from .lines import Line
from .names import Name, names_in
from .vote_tables import REACH, at

HEADING = re.compile(r"(?=.*\b(?:namn|ledam[oö]t\w*)\b)(?=.*\b(?:närv\w*)\b).*", re.I)
VOTED = re.compile(r"(?:namn|ledam[oö]t\w*)\b.*§ ?\d.*", re.I)
LETTERS = re.compile(r"\W*J\W+N\W+A\b[\sJNA|]*")
"""The second line of a heading, below `§ 45   § 46`: a letter for each choice."""
CHOICE = re.compile(r"(?:§ ?(?P<item>\d+)(?:[:.](?P<round>\d))?\W*)?(?P<choice>ja|nej|avst\w*)\.?", re.I)
LETTER = {"J": "Ja", "N": "Nej", "A": "Avst"}
SECTION = re.compile(r"(?P<serving>tjänstgörande )?(?P<kind>ledamöter|ersättare)\W*$", re.I)
ENDS = re.compile(r"\W*(?:summa|totalt|övriga)\b", re.I)
FOR = re.compile(r"(?:tjänstgör(?:ande)? )?för\s+", re.I)
CROSS = re.compile(r"[xX×✓1]\b")
AWAY = re.compile(r"frånv|förhinder", re.I)

Cell = tuple[int, int, str]
"""Where it begins, its middle, and its words; the number of its column twice where bars or tabs part the columns."""


@dataclass(slots=True)
class Row:
    """One person of the list."""

    name: Name
    end: int
    capacity: str
    party: str = ""
    behind: str = ""
    """What is told of the person: role, range of §§, whom they replace."""
    presence: str = ""
    votes: dict[tuple[str, int], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Columns:
    """The cells of the heading, and which of them (-1 for none) hold what."""

    heads: Sequence[Cell]
    party: int
    presence: int
    absence: int
    serves: int
    remark: int
    votes: Sequence[tuple[int, tuple[str, int], str]]


def listed(page: Layout, *, front: bool = False) -> Iterator[Attendance | Recusal]:
    """Those present by the list at the end, or by that on the title page; none where there is no such list."""
    numbers = [section.item for section in page.sections]
    found = table(page)
    if not found or front != (found[0].name.start < page.tail[0].start if page.tail else True):
        return
    told = any(row.presence for row in found)
    for row in found:
        away = AWAY.search(row.behind) or (told and not CROSS.match(row.presence))
        if away and row.capacity != "member" and not front:
            continue  # who might have come in somebody's place
        words = ", ".join(filter(None, (row.behind, re.sub(CROSS, "", row.presence).strip(" ,-–"))))
        entry = Entry(row.name, "", f", {words}", row.end)
        for one in rows(page, row.capacity, entry, "", "", numbers, {}):
            if isinstance(one, Recusal):
                yield one
                continue
            capacity = "absent" if away else "substitute" if row.votes and one.capacity == "nonvoting" else one.capacity
            yield Attendance(one.person, row.party, "", "", one.role, capacity, one.items, one.replaces, one.evidence)


def listed_ballots(page: Layout, item: str, number: int) -> Iterator[Ballot]:
    """How each person on the list voted in a votering of an item."""
    for row in table(page):
        if choice := row.votes.get((item, number)):
            words = evidence(page, row.name.start, row.end, "votes")
            yield Ballot(item, number, row.name.text, row.party, choice, words)


@lru_cache(maxsize=1)
def table(page: Layout) -> list[Row]:
    """The rows of the list, in order: read once for attendance and ballots."""
    for lines in (page.tail, page.front, page.agenda):
        for i, line in enumerate(lines):
            below = lines[i + 1].text if i + 1 < len(lines) else ""
            lettered = "§" in line.text and VOTED.fullmatch(line.text) and LETTERS.fullmatch(below)
            if lettered or ("ärv" in line.text and HEADING.fullmatch(line.text)):
                columns = columns_of(page, lines[i - 1] if i else None, line, lines[i + 1] if lettered else None)
                if columns.votes or lines is page.tail:  # a list of the title page without votes is read as a field
                    return rows_below(page, lines[i + 2 if lettered else i + 1 :], columns)
    return []


def columns_of(page: Layout, above: Line | None, heading: Line, letters: Line | None) -> Columns:
    """The columns of a heading; its voteringar are named in it, above it, or above a line of letters."""
    heads = cells(page, heading)
    items = re.findall(r"§ ?(\d+)", heading.text if letters else above.text if above else "")
    if letters:
        choices = [(start, middle, LETTER[word]) for start, middle, word in cells(page, letters) if word in LETTER]
        heads = [*(head for head in heads if "§" not in head[2]), *choices]
    return Columns(
        heads,
        column(heads, r"parti"),
        column(heads, r"närv"),
        column(heads, r"frånv"),
        column(heads, r"(?:tjg|tjänstgör|ersätter)"),
        column(heads, r"(?:anm|funktion|roll|uppdrag)"),
        vote_columns(heads, items),
    )


def rows_below(page: Layout, lines: Sequence[Line], columns: Columns) -> list[Row]:
    """The people of the lines below the heading, each as what the label above them says."""
    found: list[Row] = []
    capacity, readable = "member", False
    for line in lines:
        row = dict(placed(page, line, columns.heads))
        first = row.get(0, "")
        if section := SECTION.match(first.strip("| \t")):
            others = "substitute" if section["serving"] else "nonvoting"
            capacity = "member" if section["kind"].casefold() == "ledamöter" else others
        elif ENDS.match(line.text):
            break
        elif readable and len(row) == 1 and (FOR.match(first) or role_of(first)[0]):
            found[-1].behind, found[-1].end = f"{found[-1].behind}, {first}", line.end
        else:
            one = person(line, row, capacity, columns)
            found += [one] if one else []
            readable = one is not None
    return found


def person(line: Line, row: dict[int, str], capacity: str, columns: Columns) -> Row | None:
    """The person of one line, given its cells by column; None where the first cell names nobody."""
    first = row.get(0, "")
    at = line.start + line.text.index(first) if first else line.start
    name = next(names_in(first, at, listed=True), None)
    if name is None:
        return None
    code = name.party or row.get(columns.party, "").strip("() ").upper()
    serves = row.get(columns.serves, "")
    told = (first[name.after - at :], row.get(columns.remark, ""), f"ersätter {serves}" if serves else "")
    away = CROSS.match(row.get(columns.absence, "")) is not None
    return Row(
        name,
        line.end,
        capacity,
        code if code.isalpha() else "",
        ", ".join(words.strip(" ,") for words in (*told, "frånvarande" if away else "") if words.strip(" ,")),
        row.get(columns.presence, ""),
        {key: choice for place, key, choice in columns.votes if CROSS.match(row.get(place, ""))},
    )


def vote_columns(heading: Sequence[Cell], items: Sequence[str]) -> list[tuple[int, tuple[str, int], str]]:
    """(column, (item, round), choice) of the columns of voteringar: each Ja begins the next one.

    `items` are the §§ printed above them; the columns may print them themselves: `§ 17:2 Ja`.
    """
    found: list[tuple[int, tuple[str, int], str]] = []
    group, rounds = -1, dict[str, int]()
    for i, (_, _, label) in enumerate(heading):
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


def cells(page: Layout, line: Line) -> list[Cell]:
    """The cells of a line with their places: numbers of bars or tabs, else characters from the margin."""
    for bar in ("|", "\t"):
        if bar in line.text:
            return [(i, i, cell.strip()) for i, cell in enumerate(line.text.strip("|").split(bar))]
    return [
        (at(page, line, m.start(), m.start()), at(page, line, m.start(), m.end()), m[0])
        for m in re.finditer(r"\S+(?: \S+)*", line.text)
    ]


def placed(page: Layout, line: Line, heads: Sequence[Cell]) -> Iterator[tuple[int, str]]:
    """(column, words) of the cells of a line that hold something and stand below a heading; the first is column 0."""
    reach = 0 if "|" in line.text or "\t" in line.text else REACH
    for i, (start, middle, words) in enumerate(cells(page, line)):
        off = [min(abs(head[0] - start), abs(head[1] - middle)) for head in heads]
        nearest = off.index(min(off)) if i else 0
        if words and (i == 0 or off[nearest] <= reach):
            yield nearest, words


def column(heading: Sequence[Cell], words: str) -> int:
    """The number of the column whose heading begins with the words; -1 for none."""
    return next((i for i, (_, _, label) in enumerate(heading) if re.match(words, label, re.I)), -1)
