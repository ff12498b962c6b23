"""Words that a scanner misread, put right: towards the words that minutes are made of, and those that the text repeats.

A word is left alone when it is known, or when nobody can tell what it was.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from .lexicon import given_names
from .lexicon.tables import rows

TOKEN = re.compile(r"(?:[^\W_]|[|$°])+")
SIGNS = re.compile(r"[\d|$°āõóíàãòìêě]")
"""What no word holds."""
INNER = re.compile(r"(?<=[a-zåäö])S(?=[a-zåäö])|(?<=[a-zåäö])I(?=[a-zåäö]|\b)")
FAULTS = {
    "1": "li", "0": "o", "5": "s", "8": "b", "9": "g", "6": "b", "$": "s", "|": "li",
    "l": "itf", "i": "lj", "j": "il", "í": "il", "ì": "i", "t": "fr", "f": "t", "c": "eo", "e": "coé", "o": "caöe",
    "ó": "oö", "ò": "o", "õ": "ö", "é": "e", "è": "e", "ê": "e", "ě": "e", "ā": "å", "à": "äå", "ã": "äå", "ä": "åa",
    "å": "äa", "a": "åäo", "q": "g", "g": "q", "v": "y", "y": "v", "h": "bn", "b": "h", "n": "uhrm", "r": "nt",
    "u": "n", "m": "n",
}  # fmt: skip
"""A printed letter or sign → what it may have been."""
PAIRS = {"rn": "m", "ii": "u", "ri": "n", "li": "h", "cl": "d", "a°": "å", "nn": "m", "vv": "w", "in": "m", "lc": "k"}
"""Two printed letters → the one that they may have been."""
INFLECTED = frozenset(frozenset(pair.split()) for pair in ("at ar", "er en", "et en", "da de", "ts ns", "ta te"))
"""Endings of which a misread one may be the right one of another form."""
ODD = re.compile(r"c(?![hkeiyéal])|jc|q|ii|cl(?!u)|[bdfgklmnprstv]{5}|^[bcdfghjklmnpqrstvxz]+$")
BEGINS = re.compile(r"(?:^|\n|[.:] )$")
TITLES = ("chef", "chefen", "direktör", "direktören", "sekreterare", "strateg", "ledare", "nämnden", "utskottet")
NAME = 3
SHORT = 5
"""Letters of a word from which a misread letter may be told without a sign within it."""
OFTEN = 3


def repaired_words(text: str) -> str:
    """The text with misread words put right by words of the same length."""
    text = INNER.sub(lambda m: "s" if m[0] == "S" else "l", text)
    counts = Counter(TOKEN.findall(text))
    words: Counter[str] = Counter()
    for token, count in counts.items():
        words[token.casefold()] += count
    fixes = {}
    for token in counts:
        fixed = fix(token, words)
        if fixed and len(fixed) == len(token):
            named = not token[0].isalpha() and counts[fixed.capitalize()] > counts[fixed]
            fixes[token] = fixed.capitalize() if named else fixed

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
    if not 1 < len(word) < 40 or word in known() or not re.search(r"[^\W\d_]", word):
        return ""
    if re.fullmatch(r"\d+[a-zåäö]?|[^\d]\d+", word) or (token.isupper() and len(token) < SHORT):
        return ""
    found = best(word, words, named=token[0].isupper())
    return cased(found, token) if found else ""


def best(word: str, words: Mapping[str, int], *, named: bool) -> str:
    """The likeliest of the words that one fault, or in a long word two, would turn into this one."""
    signed = SIGNS.search(word) is not None
    odd = signed or ODD.search(word) is not None
    marked = odd or "é" in word
    once = list(variants(word))
    twice = (again for one in once for again in variants(one)) if len(word) > (6 if marked else 9) else ()
    for candidates in (once, twice):
        scores = {one: score for one in candidates if (score := weight(word, one, words, signed=signed, named=named))}
        if scores:
            ranked = sorted(scores.values(), reverse=True)
            return max(scores, key=lambda one: scores[one]) if len(ranked) == 1 or ranked[0] > ranked[1] else ""
    ended = {
        one
        for one in once
        if len(word) > 9 and one.endswith(heads()) and not (SIGNS.search(one) or inflects(word, one))
    }
    if len(ended) == 1 and not word.endswith(heads()) and (signed or ODD.search(word)):
        return ended.pop()
    plain = [one for one in once if not SIGNS.search(one)]
    return plain[0] if signed and len(plain) == 1 else ""


def weight(word: str, one: str, words: Mapping[str, int], *, signed: bool, named: bool) -> int:
    """How likely a word was this one; 0 for a guess that is none."""
    if one == word or SIGNS.search(one):
        return 0
    formula = one in formulas()
    if signed and one in given_names():
        return 2 + words[one]
    if signed or ("é" in word and "é" not in one):
        return 1000 * formula + words[one]
    if inflects(word, one):
        return 0
    if named and len(word) >= NAME and word not in given_names() and one in given_names():
        return 2 + words[one] if ODD.search(word) else words[one]
    if len(word) < SHORT:
        return 1 + words[one] if formula and (not named or one in labels()) and (words[one] or named) else 0
    if formula:
        return 1000 + words[one]
    if named:
        return words[one] if words[word] == 1 < words[one] and (ODD.search(word) or not vowels(word, one)) else 0
    return words[one] if len(word) > SHORT and words[one] >= max(OFTEN, 3 * words[word]) else 0


def vowels(word: str, other: str) -> bool:
    """Whether two words differ in e and o: `Berg` and `Borg` are two names."""
    return word.replace("e", "o") == other.replace("e", "o")


def variants(word: str) -> Iterator[str]:
    """What a word may have been, with one fault in it."""
    for i, letter in enumerate(word):
        for other in FAULTS.get(letter, ""):
            yield word[:i] + other + word[i + 1 :]
        if letter == "m":
            yield word[:i] + "rn" + word[i + 1 :]
        if (pair := word[i : i + 2]) in PAIRS:
            yield word[:i] + PAIRS[pair] + word[i + 2 :]


def inflects(word: str, other: str) -> bool:
    """Whether two words differ in an ending only: `nämnden` is no misread `nämnder`."""
    if len(word) != len(other) or word[:-2] != other[:-2]:
        return False
    endings = frozenset((word[-2:], other[-2:]))
    return endings in INFLECTED or (endings == {"er", "et"} and len(word) < SHORT + 3) or word[-1] + other[-1] in "sts"


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
    return frozenset(row["word"] for row in rows("formulas.tsv") if row["kind"] != "known")


@cache
def labels() -> frozenset[str]:
    """The short ones that stand at the head of a line or a column."""
    return frozenset(row["word"] for row in rows("formulas.tsv") if row["kind"] == "label")


@cache
def known() -> frozenset[str]:
    """Those, and words that look like them."""
    return frozenset(row["word"] for row in rows("formulas.tsv"))


@cache
def misread_formulas() -> frozenset[str]:
    """What a scanner may make of the longer ones by one wrong letter."""
    printed = {(true, wrong) for wrong, letters in FAULTS.items() if wrong.isalpha() for true in letters}
    return frozenset(
        wrong_word
        for word in formulas()
        if len(word) > 8
        for i, letter in enumerate(word[:-2])
        for true, wrong in printed
        if true == letter and (wrong_word := word[:i] + wrong + word[i + 1 :]) not in known()
    )


@cache
def heads() -> tuple[str, ...]:
    """The words in which compounds end: `…nämnden`, `…direktör`."""
    return tuple(word for word in formulas() if len(word) > 5)
