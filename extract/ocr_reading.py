"""Faults of scanned texts that change their length, put right as the text is read: `mecl` is med, two spaces are one.

All others are put right later, where every character keeps its place (`ocr_faults`). Words that ran together part:
Swedish joins words, so only where one of the halves joins no other (`beslutaratt`, `styrelsentog`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from .ocr_faults import scanned
from .ocr_words import OFTEN, TOKEN, fix, known

DOUBLE = re.compile(r"(?<=[^ \t|\n])  (?=[^ \t|\n])")
GAP = re.compile(r"\S(?:\t| {3,})[\t ]*\S")
AFTER = re.compile(r"(?<=[^\W\d_][),;])(?=[^\W\d_(])|(?<=\))(?=[^\W\d_])|(?<=[a-zåäö]{3}\.)(?=[A-ZÅÄÖ][a-zåäö])")
BEFORE = re.compile(
    r"(?<=[a-zåäö])(?=§|\((?:[A-ZÅÄÖ]{1,4}|[a-z])\))|(?<=\bden)(?=\d)|(?<=\bv)(?=ordf)|(?<=\bkl\.)(?=\d)"
)
NUMBER = re.compile(
    r"(?<=\d)(?=(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|"
    r"december|procent|kronor|och|till|av)\b)"
)
OPEN = frozenset(["och", "att", "som", "den", "det", "ett", "är", "har", "ska", "samt", "inte", "kan", "eller"])
"""Words that begin no other."""
CLOSED = frozenset(["och", "att", "som", "till", "från", "samt", "läggs", "utses"])
"""Words that end hardly any."""
DEFINITE = re.compile(r"\w{3,}(?:en|et|na|ar|er|ade|des)$")
"""Forms that begin no other word: `styrelsen`, `beslutar`."""


def as_printed(pages: Sequence[str]) -> Sequence[str]:
    """The pages of a scanned text as the paper has them, as far as their length goes; others as they are.

    >>> as_printed(["Närvarande  mecl  rösträtt"])  # nothing in it shows a scanner
    ['Närvarande  mecl  rösträtt']
    """
    text = "\f".join(pages)
    if not scanned(text):
        return pages
    text = "\n".join(line if GAP.search(line) else DOUBLE.sub(" ", line) for line in text.split("\n"))
    for pattern in (AFTER, BEFORE, NUMBER):
        text = pattern.sub(" ", text)
    counts = Counter(TOKEN.findall(text))
    words = Counter(token.casefold() for token in counts.elements())
    right: dict[str, str] = {}
    for token, count in counts.items():
        fixed = fix(token, words)
        if fixed and len(fixed) != len(token):
            right[token] = fixed
        elif not fixed and count < OFTEN and (two := parted(token, words)):
            right[token] = two
    return TOKEN.sub(lambda m: right.get(m[0], m[0]), text).split("\f")


def parted(token: str, words: Mapping[str, int]) -> str:
    """The two words that ran together in one; empty when it is one, or nobody can tell."""
    word = token.casefold()
    if len(word) < 5 or word in known() or not token.isalpha():
        return ""
    for i in range(2, len(token) - 1):
        left, right = token[:i], token[i:]
        if left[-1].islower() and right[0].isupper() and right[1:].islower() and len(right) > 2:
            told = left.casefold() in known() or (words[left.casefold()] > 1 and words[right.casefold()] > 0)
            told = told or (right[0] != "S" and left[0].isupper())
            return f"{left} {right}" if told else ""
    ways = [i for i in range(2, len(word) - 1) if apart(word[:i], word[i:], words)]
    return f"{token[: ways[0]]} {token[ways[0] :]}" if len(ways) == 1 else ""


def apart(left: str, right: str, words: Mapping[str, int]) -> bool:
    """Whether two words can only stand apart."""
    if left in OPEN:
        return is_word(right, words)
    if right in CLOSED or DEFINITE.match(left):
        return len(left) > 2 and is_word(left, words) and is_word(right, words)
    return False


def is_word(word: str, words: Mapping[str, int]) -> bool:
    return word in known() or (len(word) > 3 and words[word] > 1)
