"""The adjusters that the meeting chose: they sign where the minutes came without their page of signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .evidence import evidence
from .facts import Signature
from .layout import Layout
from .people import People
from .sentences import sentences

ADJUST = re.compile(
    r"\b(?:justerar|att (?:\w+ ){0,9}?justera)\b.{0,30}\bprotokoll|\btill (?:protokolls?)?justerare?\b|"
    r"\b(?:utses|väljs) (?:till|att)\b.{0,120}\bjuster",
    re.I,
)
INSTEAD = re.compile(r"\bmed [^.]{3,60} som ersättare\b|\b(?:ersättare|i stället för|istället för)\b", re.I)
CHAIR = re.compile(r"(?<!vice )\bordföranden?\s+$", re.I)


def chosen_adjusters(page: Layout, people: People) -> Iterator[Signature]:
    """The adjusters, and the chair who is named with them, of the first decision that chooses any."""
    for section in page.sections[:5]:
        for block in section.blocks("decision"):
            for sentence in sentences(block):
                if not ADJUST.search(sentence.text):
                    continue
                stop = INSTEAD.search(sentence.text)
                names = people.within(sentence.start, sentence.start + stop.start() if stop else sentence.end)
                for name in names:
                    role = "chair" if CHAIR.search(page.text[max(0, name.start - 40) : name.start]) else "adjuster"
                    words = evidence(page, name.start, name.after, "signatures")
                    yield Signature(name.text, name.party, role, "", words)
                if names:
                    return
