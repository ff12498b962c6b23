"""Adjusters told in a sentence: chosen by the meeting, or named in prose below `Justering`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .evidence import evidence
from .facts import Signature
from .layout import Layout
from .lines import Block
from .names import Name
from .people import People
from .sentences import sentences

CHOSEN = r"(?:utses|utsågs|väljs|valdes)"
ADJUST = re.compile(
    r"\b(?:justerar|att (?:\w+ ){0,9}?justera)\b.{0,30}\bprotokoll|\btill (?:protokolls?)?juster(?:are?|ingsperson)\b|"
    rf"\b{CHOSEN} (?:till|att)\b.{{0,120}}\bjuster|\bjusteras? .{{0,20}}protokollet av\b|"
    rf"\bjustera\b.{{0,60}}\bprotokoll\w* {CHOSEN}\b",
    re.I,
)
INSTEAD = re.compile(r"\bmed [^.]{3,60} som ersättare\b|\b(?:ersättare|i stället för|istället för)\b", re.I)
CHAIR = re.compile(r"(?:(?:jämte|tillsammans med) (?:[\w:]+ )?vice |(?<!vice )\b)ordföranden?\s+$", re.I)
SECRETARY = re.compile(r"\bsekreterare(?: är| var|:)?\s+$", re.I)


def chosen_adjusters(page: Layout, people: People) -> Iterator[Signature]:
    """The adjusters, and the chair who is named with them, of the first decision that chooses any. They sign where
    the minutes came without their page of signatures.
    """
    for section in page.sections[:5]:
        for block in section.blocks("decision"):
            for sentence in sentences(block):
                if ADJUST.search(sentence.text):
                    stop = INSTEAD.search(sentence.text)
                    names = people.within(sentence.start, sentence.start + stop.start() if stop else sentence.end)
                    for name, role in roles_of(sentence, names):
                        words = evidence(page, name.start, name.after, "signatures")
                        yield Signature(name.text, name.party, role, "", words)
                    if names:
                        return


def roles_of(words: Block, names: Sequence[Name]) -> Iterator[tuple[Name, str]]:
    """The names of a sentence about the adjustment, each with the signer's role."""
    for name in names:
        before = words.text[: name.start - words.start]
        yield name, "chair" if CHAIR.search(before) else "secretary" if SECRETARY.search(before) else "adjuster"
