"""The title page and the signature pages as fields: a label (`Beslutande`, `Plats och tid`) and the lines below it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .labels import cells, label, whole_labels
from .lines import Block, Line, block, place
from .names import names_in

PEOPLE = ("member", "substitute", "nonvoting", "other", "guest", "absent")
BROKEN = re.compile(
    r"(?:Justeringens|Plats och|Tid och|Utses att|(?:Ej )?tjänstgörande|Övriga|Datum för|Närvarande|Beslutande)$",
    re.I,
)
MARK_HEAD = re.compile(r"(?P<absent>frånv\w*\.?)|närv\w*\.?|parti|§§?|tj(?:änst)?g(?:ör)?\.?|ja|nej|avst\w*\.?", re.I)
FACT_HEAD = re.compile(
    r"namn|funktion|uppdrag|uppgift|titel|befattning|roll|parti|kommun|anmärkning(?:ar)?|kl\.?|(?:närvaro)?tid|tjänstgjort",
    re.I,
)
CROSS = re.compile(r"[xX×✓✔1]")
PRESIDES = re.compile(r"(?:(?:\d[:.]?[ea]|första|förste|andra|andre) )?(?:vice ?|v\.? ?)?ordf(?:örande|\.)?", re.I)
SERVING = re.compile(r"(?:tjänstgör|tjg\b|ersätter\b|ers(?:ättare|\.)? för\b)", re.I)
AWAY = " frånvarande"


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


def fields(lines: Iterable[Line], text: str) -> list[Field]:
    """The lines of a title page or signature page as fields, in order. `text` is the masked text.

    Two labels beside each other ("Beslutande:    Ersättare:") make two columns: what stands below belongs to the
    nearer one.
    """
    found: list[Column] = [Column(0, "head", Block(0, 0, ""))]
    open_columns = [found[0]]
    lines = list(lines)
    whole, pieces = whole_labels(lines, text)
    for line in lines:
        labelled: list[Column] = []
        row = list(row_cells(line, text, open_columns))
        for index, cell in enumerate(row):
            if cell.start in pieces:
                continue  # went into the label above
            at = place(line, cell.start, text)
            cell = whole.get(cell.start, cell)
            kind, value_at = label(cell.text)
            current = nearest(labelled or open_columns, at)
            if line.text.startswith("|") and len(open_columns) > 1:
                current = open_columns[min(index, len(open_columns) - 1)]
            if current.kind in PEOPLE and not current.values and heads_column(cell.text, kind):
                continue
            following = row[index + 1] if index + 1 < len(row) else None
            if following and PRESIDES.fullmatch(cell.text.strip(" :")) and leads(current, following):
                current.values.append(block(text, cell.start, following.end))
                pieces.add(following.start)
                continue
            if labelled and (head := MARK_HEAD.fullmatch(cell.text)):
                labelled[-1].heads.append((at, head["absent"] is not None))
                continue
            if current.heads and current.values and CROSS.fullmatch(cell.text):
                current.values[-1] = crossed(current, cell, at, text)
                continue
            if kind and opens(kind, cell, value_at, current) and not role_of_a_row(kind, current, cell, text):
                column = Column(at, kind, cell.clip(0, value_at))
                rest = cell.text[value_at:].strip()
                if rest:
                    offset = cell.text.index(rest, value_at)
                    column.values.append(cell.clip(offset, offset + len(rest)))
                found.append(column)
                labelled.append(column)
            elif index and belongs(current, cell, text):
                last = current.values[-1]
                current.values[-1] = block(text, last.start, cell.end)
            elif not (
                BROKEN.search(current.label.text.strip())
                and cell.text.casefold() in ("plats och tid", "justera", "ersättare", "ledamöter", "tid", "plats")
            ):
                current.values.append(cell)
        if labelled:
            both = len(labelled) > 1 and beside(labelled) and not any(c.values for c in labelled)
            open_columns = labelled if both else labelled[-1:]
            absent = [any(away for _, away in column.heads) for column in labelled]
            if both and absent[0] and not absent[-1] and labelled[-1].kind == "nonvoting":
                labelled[-1].kind = "roster"  # who may substitute: a list below says who was there
    return [Field(c.kind, c.label, tuple(c.values)) for c in found if c.values or c.kind != "head"]


def beside(columns: list[Column]) -> bool:
    """Whether labels on one line head columns: lists of people, or the signers below `Vid protokollet   Justeras`."""
    kinds = {column.kind for column in columns}
    return kinds <= set(PEOPLE) or kinds <= {"signing", "adjuster"}


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


def belongs(column: Column, cell: Block, text: str) -> bool:
    """Whether a cell tells more of the person in the cell before it on its line: it names nobody, and that one does."""
    if column.kind not in PEOPLE or not column.values or "\n" in text[column.values[-1].end : cell.start]:
        return False
    if cell.text[0].islower() or SERVING.match(cell.text):
        return True  # `ersätter Bo Alm (M)` in a column of its own
    return not any(names_in(cell.text, listed=True)) and any(names_in(column.values[-1].text, listed=True))


def leads(column: Column, name: Block) -> bool:
    """Whether `Ordförande` beside a name heads a row of the list of those present, which has not named that person."""
    if column.kind not in PEOPLE:
        return False
    found = next(names_in(name.text, listed=True), None)
    return found is not None and not any(found.text in value.text for value in column.values)


def role_of_a_row(kind: str, column: Column, cell: Block, text: str) -> bool:
    """Whether a cell such as `Ordförande` is the role of the person left of it: `Ada Ek (C)   Ordförande`."""
    return kind == "signing" and belongs(column, cell, text)


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
