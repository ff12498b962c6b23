"""The number of an item's own case, told from the numbers that its text only names."""

from __future__ import annotations

from collections.abc import Iterator

from .case_numbers import bare, parse
from .evidence import evidence
from .facts import CaseNumber
from .layout import Layout, Section
from .lines import plain

NOT_OWN = ("documents", "distribution", "history", "reservation", "statement")
LONGEST = 60
"""More characters than this are no line of a number alone."""


def own_numbers(page: Layout, section: Section) -> Iterator[CaseNumber]:
    """The numbers of an item's own case: those of its head, or the one that stands alone on a line below it."""
    found = list(section.cases)
    if not found:
        blocks = [b for part in section.parts if part.kind not in NOT_OWN for b in part.blocks]
        alone = [block for block in blocks if len(block.text) < LONGEST and parse(block.text)]
        found = alone if len({plain(block.text) for block in alone}) == 1 else []
    for case in found:
        words = evidence(page, case.start, case.end, "references")
        yield CaseNumber(section.item, bare(plain(case.text)), words)
