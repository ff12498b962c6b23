"""The people named in a document, found once and asked for by place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .lexicon import role_of
from .lines import Block
from .names import WORD, Name

ROLE = re.compile(
    r"\b(?:[Tt]jänstgörande )?([Oo]rdföranden?|(?:1:e |2:e |[Ff]örste |"
    r"[Aa]ndre )?[Vv]ice ordföranden?|[Ss]ekreteraren|[\wåäö]+(?:direktören|chefen|sekreteraren|"
    r"strategen|ekonomen))\b"
)


SURNAME = re.compile(rf"\s*({WORD}(?: {WORD})?)\s*")
"""Somebody called by the surname: `Ek` before `yrkar dessutom avslag`."""


@dataclass(slots=True)
class People:
    """Every name of the document in order of place, and who holds a role that the text uses instead of a name."""

    names: list[Name]
    roles: dict[str, str] = field(default_factory=dict)
    """`ordförande` → the full name, where exactly one person of the document fits."""
    parties: dict[str, str] = field(default_factory=dict)
    """Full name → party, as printed beside the name anywhere in the document."""
    known: frozenset[str] = frozenset()
    """The full names met in lists and with a party."""
    listed: list[Name] = field(default_factory=list)
    """The names of the title page and the signatures."""
    starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.names.sort(key=lambda name: name.start)
        self.starts = [name.start for name in self.names]

    def within(self, start: int, end: int) -> list[Name]:
        """The names that stand between two offsets."""
        return self.names[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def inside(self, block: Block) -> list[Name]:
        """The names that stand in a block."""
        return self.within(block.start, block.end)

    def bearer(self, surname: str) -> str:
        """The full name of the only person in the text with this surname, or empty."""
        found = {name.text for name in self.names if name.text.endswith(f" {surname}")}
        return found.pop() if len(found) == 1 else ""

    def party(self, name: Name) -> str:
        """The party of a name: printed beside it, or elsewhere in the document for the same full name."""
        return name.party or self.parties.get(name.text, "")

    def holders(self, block: Block) -> list[Name]:
        """The names in a block; where there is none, the person whose role the block names (`Ordföranden`)."""
        names = self.inside(block)
        if names:
            return names
        if (alone := SURNAME.fullmatch(block.text)) and (person := self.bearer(alone[1])):
            return [Name(block.start, block.start + alone.end(1), person, self.parties.get(person, ""), block.end)]
        found = []
        for match in ROLE.finditer(block.text):
            if holder := self.roles.get(role_of(match[1])[0]):
                start, end = block.start + match.start(1), block.start + match.end(1)
                found.append(Name(start, end, holder, self.parties.get(holder, ""), end))
        return found


def roles_of(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Role → person, for the roles that exactly one person of the document has. `pairs` are (role, person)."""
    holders: dict[str, set[str]] = {}
    for printed, person in pairs:
        for role in {printed, *printed.split(", ")} if printed else ():  # `kommunchef, föredragande` is both
            holders.setdefault(role_of(role)[0] or role, set()).add(person)
    return {role: next(iter(people)) for role, people in holders.items() if len(people) == 1}


def parties_of(names: Sequence[Name]) -> dict[str, str]:
    """Full name → the party printed beside it most often."""
    counts: dict[str, dict[str, int]] = {}
    for name in names:
        if name.party:
            row = counts.setdefault(name.text, {})
            row[name.party] = row.get(name.party, 0) + 1
    return {name: max(row, key=lambda code: (row[code], code)) for name, row in counts.items()}
