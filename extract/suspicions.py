"""Lines that look as if they said something that no fact holds: what a reader of the tables would miss.

None of it is an error for certain: it is where to look first. The rules stand in `suspicious_lists` (title page, lists,
signatures, heads) and `suspicious_items`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from .unread import Piece


class Suspicion(NamedTuple):
    """A place where something may have been missed or misread."""

    rank: int
    """0 for what loses a whole item, 1 to 3 for a fact, from 4 on for what may well be nothing."""
    why: str
    start: int
    end: int


Rule = Callable[[Doc, Sequence[Piece]], Iterator[Suspicion]]


def suspicions(doc: Doc, pieces: Sequence[Piece]) -> list[Suspicion]:
    """What may have been missed, the likeliest first; each line once, under its strongest reason."""
    from .suspicious_items import ITEM_RULES
    from .suspicious_lists import LIST_RULES

    found: dict[int, Suspicion] = {}
    for one in sorted(one for rule in (*LIST_RULES, *ITEM_RULES) for one in rule(doc, pieces)):
        found.setdefault(doc._.layout.text.rfind("\n", 0, one.start), one)
    return sorted(found.values())
