"""Whether two titles of items are of the same matter: what they say besides the words of procedure. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

MOST = 0.75
"""How much of all their words two titles must share, where neither holds all of the other's."""
_WORD = re.compile(r"\w+")
_PROCEDURE = frozenset([
    "och", "i", "på", "av", "för", "till", "med", "om", "från", "vid", "den", "det", "de", "en", "ett", "som",
    "att", "samt", "ur", "inför", "över", "efter", "enligt", "m", "fl", "mfl", "dnr", "svar", "svaret",
    "besvarande", "motion", "motionen", "medborgarförslag", "medborgarförslaget", "interpellation",
    "interpellationen", "remiss", "remissen", "remissvar", "yttrande", "yttrandet", "förslag", "förslaget",
    "ärende", "ärendet", "information", "informationen", "återremiss", "återremitterat", "återremitterad",
    "återremitterade", "bordlagt", "bordlagd", "bordlagda", "bordläggning", "uppskjutet", "angående", "gällande",
    "avseende", "rörande", "beträffande", "ang", "beslut", "beslutet", "godkännande", "antagande", "fastställande",
])  # fmt: skip


def alike(left: str, right: str) -> bool:
    """Whether one title holds what the other says, or both say nearly the same; two of no words but procedure: equal.

    >>> alike("Svar på motion om gratis simskola", "Gratis simskola"), alike("Taxa för bygglov", "Taxa för vatten")
    (True, False)
    """
    a, b = telling(left), telling(right)
    if all(word.isdigit() for word in a & b):  # nothing that both say, or a number only
        return bool(left) and left.casefold() == right.casefold()
    figures = [{word for word in words if word.isdigit()} for words in (a, b)]
    if not (figures[0] <= figures[1] or figures[1] <= figures[0]):
        return False
    shared = len(a & b)
    return shared == min(len(a), len(b)) or shared >= MOST * len(a | b)


@lru_cache(maxsize=65536)
def telling(title: str) -> frozenset[str]:
    """The words of a title that tell its matter, without their endings."""
    return frozenset(_stem(word) for word in _WORD.findall(title.casefold()) if word not in _PROCEDURE)


def _stem(word: str) -> str:
    """`förskolans`, `förskolan` and `förskola` are one, as far as this needs it."""
    if len(word) > 5:
        word = re.sub(r"(?:ns|ens|ets|arnas|ornas|ernas|s)$", "", word)
        word = re.sub(r"(?:en|et|an|n)$", "", word) if len(word) > 5 else word
    return word
