"""Sentences of a paragraph, and the parties that a phrase names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from .lexicon import is_party, party_forms
from .lines import Block

END = re.compile(r"[.!?]\)?[\"”]?\s+(?=[A-ZÅÄÖ\"”])")
ABBREVIATION = re.compile(
    r"(?:\b(?:(?:punkt|nr|bilaga|paragraf|kap|§) ?\d+|m\.?\s?fl|m\.?\s?m|t\.?\s?ex|bl\.?\s?a|kl|nr|st|"
    r"dvs|d\.?v\.?s|ca|resp|inkl|exkl|tfn|tel|dnr|ang|f\.?d|forts|ordf|v|s\.?k|p\.?g\.?a|jfr|kap|prop|"
    r"bet|[A-ZÅÄÖ]))\.\s*$",
    re.I,
)
CODE = r"[A-ZÅÄÖ]{1,5}(?![\w-])"
SENT_BY = re.compile(rf"\b(?:från|av|för)\s+({CODE}(?:(?:\s*,\s*|\s+(?:och|samt)\s+){CODE})*)")


@lru_cache(maxsize=8192)
def sentences(block: Block) -> tuple[Block, ...]:
    """The sentences of a block, each with its place in the document. Every step asks for them: they are parted once."""
    return tuple(parted(block))


def parted(block: Block) -> Iterator[Block]:
    """The block cut behind each full stop that is not an abbreviation's."""
    at = 0
    for match in END.finditer(block.text):
        if ABBREVIATION.search(block.text[at : match.start() + 1]):
            continue
        yield trimmed(block, at, match.end())
        at = match.end()
    if block.text[at:].strip():
        yield trimmed(block, at, len(block.text))


def trimmed(block: Block, start: int, end: int) -> Block:
    """A clip of the block without space at its ends."""
    text = block.text[start:end]
    start += len(text) - len(text.lstrip())
    return block.clip(start, start + len(text.strip()))


def parties_sending(text: str) -> list[str]:
    """The party codes behind `från`, `av` or `för`: `Yrkande från V, S och MP` → ["V", "S", "MP"].

    >>> parties_sending("Yttrande från V, S och MP den 5 mars 2024")
    ['V', 'S', 'MP']
    """
    match = SENT_BY.search(text)
    if not match:
        return named_parties(text)
    return [code for code in re.findall(CODE, match[1]) if is_party(code) or (len(code) > 1 and code not in NO_PARTY)]


NO_PARTY = frozenset(["AB", "VD", "IT", "HR", "VA", "EU", "KS", "KF", "AU", "BRÅ", "SKR"])

ADJECTIVES = {
    "socialdemokratiska": "S",
    "moderata": "M",
    "sverigedemokratiska": "SD",
    "centerpartistiska": "C",
    "vänsterpartistiska": "V",
    "kristdemokratiska": "KD",
    "liberala": "L",
    "miljöpartistiska": "MP",
}
"""How a party's group is called by an adjective: `Den moderata gruppen`."""


@cache
def party_names() -> re.Pattern[str]:
    """The full names of parties and of their groups: `Moderaterna`, `Socialdemokraternas`, `SD-gruppen`,
    `M-ledamöterna`.
    """
    names = sorted((form for form in party_forms() if len(form) > 5), key=len, reverse=True)
    return re.compile(
        rf"\b(?:({'|'.join(map(re.escape, names))})s?\b|({CODE[:-9]})-(?:gruppen|ledamöterna|gruppens|ledamöter)\b|"
        rf"({'|'.join(ADJECTIVES)}) (?:gruppen|ledamöterna|ledamöter|fullmäktigegruppen)\b)"
    )


def named_parties(text: str) -> list[str]:
    """The codes of parties that a phrase names in full or as a group, each once."""
    found = []
    for match in party_names().finditer(text):
        code = party_forms()[match[1]] if match[1] else match[2] or ADJECTIVES[match[3]]
        if code not in found:
            found.append(code)
    return found
