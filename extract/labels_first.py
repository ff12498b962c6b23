"""Title pages whose labels come first and whose names follow in one block: which label each person belongs to.

The order says it: members begin with the chair; the list of their substitutes begins where the parties begin anew;
officials are those without a party or with a title.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from .facts import Attendance, Recusal
from .front import PEOPLE, Field
from .lexicon import role_of
from .lines import Block

Row = Attendance | Recusal


def dealt(fields: Sequence[Field], text: str) -> list[Field]:
    """The fields, empty labels in a row given their blocks where as many blocks, parted by blank lines, follow on the
    last of them: the first block is the first label's. `text` is the masked text.
    """
    found: list[Field] = []
    waiting: list[Field] = []
    for field in fields:
        if not field.values:
            waiting.append(field)
            continue
        blocks = blocks_of(field.values, text)
        if len(waiting) > 1 and len(blocks) == len(waiting) + 1 and not beside_label(field, text):
            waiting.append(field)
            found += [replace(label, values=tuple(block)) for label, block in zip(waiting, blocks, strict=True)]
        else:
            found += [*waiting, field]
        waiting = []
    return [*found, *waiting]


def blocks_of(values: Sequence[Block], text: str) -> list[list[Block]]:
    """Values parted where a blank line stands between them."""
    found: list[list[Block]] = []
    for value in values:
        if found and text.count("\n", found[-1][-1].end, value.start) < 2:
            found[-1].append(value)
        else:
            found.append([value])
    return found


def beside_label(field: Field, text: str) -> bool:
    """Whether the first value stands on the line of the label."""
    return "\n" not in text[field.label.end : field.values[0].start]


def groups(fields: Iterable[Field]) -> Iterator[tuple[Field, frozenset[str]]]:
    """Each field of people, and the kinds of the labels whose people it holds: its own, or those of all the empty
    labels above it too.
    """
    waiting: list[str] = []
    for field in fields:
        if not field.values:
            waiting.append(field.kind)
            continue
        kinds, waiting = frozenset([*waiting, field.kind]), []
        if field.kind in PEOPLE or ("member" in kinds and field.kind != "signing"):
            yield field, kinds


def parted(rows: Sequence[Row], kind: str, kinds: frozenset[str]) -> list[Row]:
    """The people of a block with their capacities. Without a chair at its head, and without many parties among
    officials, the block is that of the last label.
    """
    people = [row for row in rows if isinstance(row, Attendance)]
    chaired = bool(people) and role_of(people[0].role)[1] == "presidium"
    if not chaired and not (kind == "other" and sum(bool(row.party) for row in people) * 2 > len(people)):
        plain = [row for row in people if row.capacity == "member"]
        return [replace(row, capacity=kind) if row in plain else row for row in rows] if kind in PEOPLE else []
    found: list[Row] = [row for row in rows if isinstance(row, Recusal)]
    capacity, parties, previous = "member", set[str](), ""
    printed = any(row.party for row in people)
    first: dict[str, Attendance] = {}
    for row in people:
        first.setdefault(row.person, row)  # the adjusters' names follow once more
    for row in first.values():
        presidium = role_of(row.role)[1] == "presidium"
        if (
            capacity != "other"
            and "other" in kinds
            and not presidium
            and (not row.party if printed else bool(row.role))
        ):
            capacity = "other"
        elif row.capacity == "substitute" or presidium:
            found.append(row)
            continue
        elif capacity == "member" and "nonvoting" in kinds and row.party in parties and row.party != previous:
            capacity = "nonvoting"
        parties.add(row.party)
        previous = row.party
        found.append(row if row.capacity == "absent" else replace(row, capacity=capacity))
    return found
