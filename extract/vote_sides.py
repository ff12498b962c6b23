"""A votering whose result names its sides and not Ja and Nej: `fem röster för avslag och tre röster för bifall`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .ballot_words import COUNT, number_of
from .lines import Block
from .names import Name
from .people import People
from .propositions import Means, meaning

SIDE = (
    r"(?:röster\s+|röst\s+|ledamöter\s+|ledamot\s+)?för\s+(?P<{0}>[^().;:\d]{{4,120}}?)\s*(?:\((?P<{0}names>[^)]*)\))?"
)
SIDES = re.compile(
    rf"\b{COUNT}\s+{SIDE.format('yes')},?\s+(?:och|mot|samt|medan)\s+{COUNT}\s+{SIDE.format('no')}(?=\s*[.;,]|\s*$)",
    re.I,
)
CAST = re.compile(r"\bröst(?:ade|ar|er|erna)?\b", re.I)
CALLED = re.compile(r"votering|omröstning|röstade|röstar", re.I)


@dataclass(frozen=True, slots=True)
class Sides:
    """The side named first counts as Ja, the other as Nej."""

    tally: dict[str, int]
    means: list[Means]
    ballots: list[tuple[Name, str, int, int]]
    """Of those named in brackets behind a side."""


def sides_in(sentence: Block, people: People) -> Sides | None:
    """The two sides of a votering that a sentence counts; None for any other sentence."""
    match = SIDES.search(sentence.text) if CALLED.search(sentence.text) and CAST.search(sentence.text) else None
    if not match:
        return None
    counts = [number_of(word) for word in (match[1], match[4])]
    means, ballots = [], []
    for choice, word in (("yes", "ja"), ("no", "nej")):
        means.append(meaning(sentence, word, match[choice], match.start(choice), match.end(choice)))
        begin, end = match.span(f"{choice}names")
        for name in people.within(sentence.start + begin, sentence.start + end) if begin >= 0 else ():
            ballots.append((name, choice, sentence.start, sentence.end))
    return Sides(dict(zip(("yes", "no"), counts, strict=True)), means, ballots)
