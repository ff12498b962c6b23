"""The att-satser that run on in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .kinds import decision_kind
from .lines import Block, plain

INFINITIVE = re.compile(
    r"(?:godkänna|fastställa|anta|bifalla|avslå|bevilja|utse|välja|uppdra|återremittera|bordlägga|"
    r"entlediga|anteckna|lägga|överlämna|föreslå|rekommendera|sända|översända|notera|ge|upphäva|revidera|inrätta|avsätta|"
    r"anslå|tillsätta|teckna|tillstyrka|avstyrka|utreda|förena|överföra|sända)$"
)
FINITE = re.compile(
    r"\w+(?: [\w–-]+){0,4}? (?:ska|skall|gäller|träder i kraft|finansieras|upphör)\b|"
    r"\w+(?:en|et|na)(?: [\w–-]+){0,3}? \w{3,}s\b"
)


def att_points(block: Block) -> Iterator[Block]:
    """The att-satser that run on in one sentence: `bevilja 5 000 kronor samt att avslå ansökan i övrigt` is two."""
    at = 0
    words = plain(block.text)
    if decision_kind(words) != "other" and re.match(r"(?:\w+ ){0,2}\w+a\b", words):
        for match in re.finditer(r"(?:,? samt|,? och|,) att (?=(\w+))", block.text):
            if INFINITIVE.match(match[1]) or FINITE.match(block.text, match.start(1)):
                yield block.clip(at, match.start())
                at = match.end()
    yield block.clip(at, len(block.text))
