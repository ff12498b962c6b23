"""Words that a scanner misread, put right: towards the words that minutes are made of, and those that the text repeats.

A word is left alone when it is known or when more than one other would do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from .lexicon.tables import rows

TOKEN = re.compile(r"(?:[^\W_]|[|$°~])+")
SIGNS = re.compile(r"[\d|$°~]|[āõóíàãòìêě]")
FAULTS = {
    "1": "li", "0": "o", "5": "s", "8": "b", "9": "g", "6": "b", "$": "s", "|": "li", "~": "-",
    "l": "itf", "i": "lj", "j": "il", "í": "il", "ì": "i", "t": "fr", "f": "t", "c": "eo", "e": "coé", "o": "caöe",
    "ó": "oö", "ò": "o", "õ": "ö", "é": "e", "è": "e", "ê": "e", "ě": "e", "ā": "å", "à": "äå", "ã": "äå", "ä": "åa",
    "å": "äa", "a": "åäo", "q": "g", "g": "q", "v": "y", "y": "v", "h": "bn", "b": "h", "n": "uhrm", "r": "nt",
    "u": "n", "s": "5", "m": "n", "z": "2",
}  # fmt: skip
"""A printed letter or sign → what it may have been."""
PAIRS = {"rn": "m", "ii": "u", "ri": "n", "li": "h", "cl": "d", "a°": "å", "nn": "m", "vv": "w", "in": "m", "lc": "k"}
"""Two printed letters → the one that they may have been."""
ENDINGS = frozenset("nrtsaedl")
BEGINS = re.compile(r"(?:^|\n|[.:] )$")
SHORT = 5
"""Letters of a word from which a misread letter may be told without a sign within it."""
OFTEN = 3


def repaired_words(text: str) -> str:
    """The text with misread words put right; a word that becomes shorter is filled up with spaces."""
    counts = Counter(TOKEN.findall(text))
    words: Counter[str] = Counter()
    for token, count in counts.items():
        words[token.casefold()] += count
    fixes = {}
    for token in counts:
        if fixed := fix(token, words):
            fixes[token] = fixed.ljust(len(token))

    def put(match: re.Match[str]) -> str:
        fixed = fixes.get(match[0], match[0])
        first = not match[0][0].isalpha() and BEGINS.search(text, max(0, match.start() - 3), match.start()) is not None
        return fixed[0].upper() + fixed[1:] if first else fixed

    return TOKEN.sub(put, text) if fixes else text


def fix(token: str, words: Mapping[str, int]) -> str:
    """The word that a token was, in the token's case; empty when it is right or nobody can tell.

    `words` says how often the text has each word.
    """
    word = token.casefold()
    signed = SIGNS.search(word) is not None
    if len(word) < 2 or len(word) > 40 or not re.search(r"[^\W\d_]{2}|[^\W\d_][|$°~0156]", word):
        return ""
    if not signed and (word in formulas() or words[word] > 1):
        return ""
    named = token[0].isupper() and not signed
    found = best(token, word, words, signed=signed, named=named)
    return cased(found, token) if found else ""


def best(token: str, word: str, words: Mapping[str, int], *, signed: bool, named: bool) -> str:
    """The likeliest of the words that one fault, or in a long word two, would turn into this one."""
    once = list(variants(word))
    twice = (again for one in once for again in variants(one)) if len(word) > (6 if signed else 9) else ()
    for candidates in (once, twice):
        scores = {one: score for one in candidates if (score := weight(word, one, words, signed=signed, named=named))}
        if scores:
            ranked = sorted(scores.values(), reverse=True)
            return max(scores, key=lambda one: scores[one]) if len(ranked) == 1 or ranked[0] > ranked[1] else ""
    ended = {one for one in once if len(word) > 9 and one.endswith(heads()) and not SIGNS.search(one)}
    if len(ended) == 1 and not word.endswith(heads()) and (signed or odd(word)):
        return ended.pop()
    return likely(once) if signed else ""


def weight(word: str, one: str, words: Mapping[str, int], *, signed: bool, named: bool) -> int:
    """How likely a word was this one; 0 for a guess that is none."""
    if one == word or SIGNS.search(one):
        return 0
    if signed:
        return 1000 + words[one] if one in formulas() else words[one]
    if len(word) < SHORT and not odd(word):
        return 0
    if inflects(word, one):
        return 0
    if one in formulas():
        return 1000 + words[one]
    return words[one] if len(word) > SHORT and words[one] >= OFTEN and not named else 0


def odd(word: str) -> bool:
    """Whether a word has letters that hardly stand in a Swedish word so: `Närvarandc`, `ocn`."""
    return re.search(r"c(?![hkeiyéal])|q|ii|cl(?!u)|[bdfgklmnprstv]{5}", word) is not None


def likely(candidates: list[str]) -> str:
    """The only reading of a word in which a sign stands for a letter, where no list has it."""
    plain = [one for one in candidates if not SIGNS.search(one)]
    return plain[0] if len(plain) == 1 else ""


def variants(word: str) -> Iterator[str]:
    """What a word may have been, with one fault in it."""
    for i, letter in enumerate(word):
        for other in FAULTS.get(letter, ""):
            yield word[:i] + other + word[i + 1 :]
        if (pair := word[i : i + 2]) in PAIRS:
            yield word[:i] + PAIRS[pair] + word[i + 2 :]


def inflects(word: str, other: str) -> bool:
    """Whether two words differ in an ending only: `nämnden` is no misread `nämnder`."""
    return len(word) == len(other) and word[:-2] == other[:-2] and ENDINGS.issuperset(word[-2:] + other[-2:])


def cased(word: str, token: str) -> str:
    """A word in capitals, with one, or without, as the token has it."""
    letters = [letter for letter in token if letter.isalpha()]
    if len(letters) > 1 and all(letter.isupper() for letter in letters):
        return word.upper()
    if token[0].isupper():
        return word[0].upper() + word[1:]
    return word


@cache
def formulas() -> frozenset[str]:
    """The words that minutes are made of, in small letters."""
    return frozenset(row["word"] for row in rows("formulas.tsv"))


@cache
def heads() -> tuple[str, ...]:
    """The words in which compounds end: `…nämnden`, `…direktör`."""
    return tuple(word for word in formulas() if len(word) > 5)
