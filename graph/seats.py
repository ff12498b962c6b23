"""Seats: person × body × role, read off the attendance lists, with the first and last day that shows them. Pure.

Only who belongs to the body has a seat: members (present or absent) and substitutes (serving or not). A seat of the
presidium goes by its printed role, the others are `ledamot` and `ersättare`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..extract.lexicon import role_of

MEMBER = "ledamot"
SUBSTITUTE = "ersättare"
PRESIDIUM = frozenset(
    {"ordförande", "vice ordförande", "1:e vice ordförande", "2:e vice ordförande", "3:e vice ordförande"}
)
_ROLES = {"member": MEMBER, "absent": MEMBER, "substitute": SUBSTITUTE, "nonvoting": SUBSTITUTE}


@dataclass(frozen=True, slots=True)
class Presence:
    """A row of an attendance list, with who that is and whose meeting it was."""

    node: str
    """Of the attendance."""
    person: str
    """Slug."""
    body: str
    """Slug; empty when the minutes do not tell which body met."""
    role: str
    """As printed."""
    capacity: str
    party: str = ""
    municipality: str = ""
    date: str = ""
    """Of the meeting, ISO 8601; empty when not known."""


@dataclass(frozen=True, slots=True)
class Seat:
    person: str
    body: str
    role: str
    party: str
    """The latest printed, likewise the municipality."""
    municipality: str
    first: str
    """Empty when no meeting that shows the seat has a date."""
    last: str
    shown_by: tuple[str, ...]
    """Nodes of the attendances, sorted."""


def seats(presences: Iterable[Presence]) -> list[Seat]:
    """The seats that the rows show, sorted by person, body and role."""
    shown: dict[tuple[str, str, str], list[Presence]] = defaultdict(list)
    for presence in presences:
        if presence.body and (role := seat_role(presence.role, presence.capacity)):
            shown[presence.person, presence.body, role].append(presence)
    return [_seat(*key, rows) for key, rows in sorted(shown.items())]


def seat_role(role: str, capacity: str) -> str:
    """The role of the seat that a row shows; empty for guests, officers and other people without one."""
    if capacity not in _ROLES:
        return ""
    canonical = role_of(role)[0] if role else ""
    return canonical if canonical in PRESIDIUM else _ROLES[capacity]


def _seat(person: str, body: str, role: str, rows: Sequence[Presence]) -> Seat:
    ordered = sorted(rows, key=lambda row: (row.date, row.node))
    dates = [row.date for row in ordered if row.date]
    return Seat(
        person=person,
        body=body,
        role=role,
        party=next((row.party for row in reversed(ordered) if row.party), ""),
        municipality=next((row.municipality for row in reversed(ordered) if row.municipality), ""),
        first=dates[0] if dates else "",
        last=dates[-1] if dates else "",
        shown_by=tuple(sorted(row.node for row in rows)),
    )
