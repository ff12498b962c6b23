"""The title page and the signature pages as fields: a label (`Beslutande`, `Plats och tid`) and the lines below it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from .lexicon.tables import rows
from .lines import Block, Line, block
from .names import names_in

SEPARATOR = re.compile(r"\s*(?::|\t|\s{3,}|\||…{2,}|\.{4,}|_{4,})\s*")
CELL = re.compile(
    r"(?:(?!\t| {3,}| ?\| | (?=(?:Övriga (?:deltagande|deltagare|närvarande)|Utses att justera|Ej tjänstgörande "
    r"ersättare)\b|Ersättare [A-ZÅÄÖ][\w-]+ [A-ZÅÄÖ][\w-]+ \()).)+"
)
STRONG = frozenset(
    ["member", "substitute", "nonvoting", "other", "absent", "guest", "placetime", "adjuster", "adjusting"]
)
PEOPLE = ("member", "substitute", "nonvoting", "other", "guest", "absent")
SCOPE = re.compile(r"\s*(?:§§?\s*\d+.*|\d+\s*[-–]\s*\d+\s*§§)$")
BROKEN = re.compile(
    r"(?:Justeringens|Plats och|Tid och|Utses att|(?:Ej )?tjänstgörande|Övriga|Datum för|Närvarande|Beslutande)$",
    re.I,
)
MARK_HEAD = re.compile(r"(?P<absent>frånv\w*\.?)|närv\w*\.?|parti|§§?|tj(?:änst)?g(?:ör)?\.?|ja|nej|avst\w*\.?", re.I)
FACT_HEAD = re.compile(r"namn|funktion|uppdrag|roll|parti|kommun|anmärkning(?:ar)?", re.I)
CROSS = re.compile(r"[xX×✓✔1]")
AWAY = " frånvarande"
TAB = 40


@dataclass(frozen=True, slots=True)
class Field:
    """A label of the title page and what stands beside and below it. `kind` as in `lexicon/labels.tsv`, or `head`."""

    kind: str
    label: Block
    values: tuple[Block, ...]


@dataclass(slots=True)
class Column:
    """A field while it is read, and where on the line its label stands."""

    at: int
    kind: str
    label: Block
    values: list[Block] = field(default_factory=list)
    heads: list[tuple[int, bool]] = field(default_factory=list)
    """The heads of its columns of marks: where each stands, and whether a cross below it means absence."""


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The kinds of label and their patterns, from `lexicon/labels.tsv`."""
    order = [
        "nonvoting", "substitute", "absent", "adjusting", "adjuster", "placetime", "signatures", "other", "guest",
        "date", "member", "place", "time", "paragraphs", "signing", "protocol", "notice", "distribution",
    ]  # fmt: skip
    listed = sorted(rows("labels.tsv"), key=lambda row: order.index(row["kind"]))
    return tuple((row["kind"], re.compile(rf"(?:{row['pattern']})", re.I)) for row in listed)


@lru_cache(maxsize=16384)
def label(text: str) -> tuple[str, int]:
    """The kind of the label that a line begins with and where its value begins; ("", 0) for none.

    >>> label("Utses att justera: Ada Ek"), label("Ada Ek (S)")
    (('adjuster', 19), ('', 0))
    """
    head = SEPARATOR.search(text)
    whole = SCOPE.sub("", text[: head.start()] if head else text).strip(" *")
    if 2 <= len(whole) <= 60 and whole[:1].isupper():
        for kind, pattern in patterns():
            if pattern.fullmatch(whole):
                return kind, head.end() if head else len(text)
    if text[:1].isupper():
        for kind, pattern in patterns():
            if (
                (kind in ("placetime", "adjusting", "date") or text.startswith("Organ "))
                and (match := pattern.match(text))
                and text[match.end() : match.end() + 1] == " "
            ):
                return kind, match.end() + 1
        found = [(m.end(), k) for k, p in patterns() if (k in STRONG or k == "signing") and (m := p.match(text))]
        length, kind = max(found, default=(0, ""), key=lambda row: row[0])
        if length and (
            gap := re.match(r" {1,2}(?=[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)? [A-ZÅÄÖ])", text[length:])
        ):
            return kind, length + gap.end()
    return "", 0


def cells(line: Line, text: str) -> Iterator[Block]:
    """The cells of a line, parted at tabs, bars and wide gaps."""
    for match in CELL.finditer(line.text):
        words = match[0].strip(" |")
        if words:
            start = line.start + match.start() + match[0].index(words[0])
            yield block(text, start, start + len(words))


def fields(lines: Iterable[Line], text: str) -> list[Field]:
    """The lines of a title page or signature page as fields, in order. `text` is the masked text.

    Two labels beside each other ("Beslutande:    Ersättare:") make two columns: what stands below belongs to the
    nearer one.
    """
    found: list[Column] = [Column(0, "head", Block(0, 0, ""))]
    open_columns = [found[0]]
    for line in lines:
        begin = text.rfind("\n", 0, line.start) + 1
        labelled: list[Column] = []
        for index, cell in enumerate(row_cells(line, text, open_columns)):
            at = place(text[begin : cell.start])
            kind, value_at = label(cell.text)
            current = nearest(labelled or open_columns, at)
            if line.text.startswith("|") and len(open_columns) > 1:
                current = open_columns[min(index, len(open_columns) - 1)]
            if current.kind in PEOPLE and not current.values and heads_column(cell.text, kind):
                continue
            if labelled and (head := MARK_HEAD.fullmatch(cell.text)):
                labelled[-1].heads.append((at, head["absent"] is not None))
                continue
            if current.heads and current.values and CROSS.fullmatch(cell.text):
                current.values[-1] = crossed(current, cell, at, text)
                continue
            if kind and opens(kind, cell, value_at, current):
                column = Column(at, kind, cell.clip(0, value_at))
                rest = cell.text[value_at:].strip()
                if rest:
                    offset = cell.text.index(rest, value_at)
                    column.values.append(cell.clip(offset, offset + len(rest)))
                found.append(column)
                labelled.append(column)
            elif index and belongs(current, cell, line.start if len(open_columns) > 1 else 0):
                last = current.values[-1]
                current.values[-1] = block(text, last.start, cell.end)
            elif not (
                BROKEN.search(current.label.text.strip())
                and cell.text.casefold() in ("plats och tid", "justera", "ersättare", "ledamöter", "tid", "plats")
            ):
                current.values.append(cell)
        if labelled:
            both = len(labelled) > 1 and all(c.kind in PEOPLE for c in labelled) and not any(c.values for c in labelled)
            open_columns = labelled if both else labelled[-1:]
            absent = [any(away for _, away in column.heads) for column in labelled]
            if both and absent[0] and not absent[-1] and labelled[-1].kind == "nonvoting":
                labelled[-1].kind = "roster"  # who may substitute: a list below says who was there
    return [Field(c.kind, c.label, tuple(c.values)) for c in found if c.values or c.kind != "head"]


def place(before: str) -> int:
    """Where a cell stands on its line, by what stands before it: in characters, or in tabs, each as wide as a cell."""
    tabs = before.count("\t")
    return TAB * tabs if tabs else len(before)


def heads_column(cell: str, kind: str) -> bool:
    """Whether a cell right below a label heads a column of its table; `kind` is that of the label it would be."""
    return FACT_HEAD.fullmatch(cell) is not None or (kind != "" and MARK_HEAD.fullmatch(cell) is not None)


def row_cells(line: Line, text: str, columns: list[Column]) -> Iterator[Block]:
    """The cells of a line; a row of a table of people stays whole: its cells are all of one person."""
    first = line.text.strip("| ").split("|")[0].strip()
    if line.text.startswith("|") and len(columns) == 1 and columns[0].kind in PEOPLE and not label(first)[0]:
        row = line.text.strip("| ")
        start = line.start + line.text.index(row) if row else line.start
        if row and not re.fullmatch(r"[-:| ]+", row):
            yield block(text, start, start + len(row))
        return
    yield from cells(line, text)


def crossed(column: Column, cell: Block, at: int, text: str) -> Block:
    """The person left of a cross, with `frånvarande` behind the name where the cross stands below `Frånv.`."""
    last = column.values[-1]
    words, end = text[last.start : cell.start], cell.start
    absent = min(column.heads, key=lambda head: abs(head[0] - at))[1]
    if absent and not words[-len(AWAY) :].strip():
        words = words[: -len(AWAY)] + AWAY
    elif not absent:
        words, end = text[last.start : cell.end], cell.end
    return Block(last.start, end, words)


def belongs(column: Column, cell: Block, begin: int) -> bool:
    """Whether a cell tells more of the person in the cell before it, which stands behind `begin`: it names nobody, and
    that one does.
    """
    if column.kind not in PEOPLE or not column.values or column.values[-1].start < begin:
        return False
    return not any(names_in(cell.text, listed=True)) and any(names_in(column.values[-1].text, listed=True))


def nearest(columns: list[Column], at: int) -> Column:
    """The column in which a cell at this place of the line stands."""
    return max((c for c in columns if c.at <= at + 3), key=lambda c: c.at, default=columns[0])


def opens(kind: str, cell: Block, value_at: int, current: Column) -> bool:
    """Whether a label opens a field of its own here. In a list of people `Ordförande Ada Ek` is a person with a
    role.
    """
    if kind != "signing" or current.kind not in PEOPLE:
        return True
    if re.match(r"juster|protokoll|undertecknas|signeras", cell.text, re.I):
        return True
    name = cell.text[value_at:].strip()
    listed = any(
        name and (name in value.text or value.text.startswith(name.split(" (")[0])) for value in current.values
    )
    return (
        not name
        or listed
        or (current.kind in ("other", "guest", "absent") and re.match(r"ordf", cell.text, re.I) is not None)
    )
