"""Swedish personal names: their parts, their normal form, and how alike two of them are. Pure.

Three relations between two printed names, from strong to weak:

- the same *normal form*: `Öman`/`Öhman`, `Anna-Karin`/`Anna Karin`/`Annakarin`, `Ek, Anna`/`Anna Ek`;
- *similar* (`similarity(a, b).same`): a spelling variant such as `Engelmark`/`Engemark`;
- *abridged* (`abridges(short, long)`): `A. Ek` or `Anna Ek` for `Anna Maria Ek`.

What follows from them depends on where the names stand: see `resolve.py`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

SAME = 88.9
"""A pair whose weaker part scores this or more is one name in two spellings (one edit in nine letters, rounded)."""
LONGEST = 200
"""Letters of a name that are looked at: what is longer is no name, and comparing it costs the square of its length."""
OTHER_VOWEL = 85.0
"""The most that two parts score that differ in vowels only: `Lindström` and `Lundström` are two names."""

PARTICLES = frozenset(
    {"af", "al", "av", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "la", "le", "ter", "van", "von", "zu"}
)
_DASHES = re.compile(r"\s*[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]+\s*")
_VOWELS = "aeiouyåäö"
_ALIKE = str.maketrans("äåy", "eoi")  # pairs that one hears and writes for each other
_PLAIN = str.maketrans({"ø": "ö", "æ": "ä", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ı": "i"})
_SOUNDS = (
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile("ch"), "k"),
    (re.compile("th"), "t"),
    (re.compile("ph"), "f"),
    (re.compile("w"), "v"),
    (re.compile("q[uv]"), "kv"),
    (re.compile("q"), "k"),
    (re.compile("c(?![eiyäö])"), "k"),
    (re.compile(f"(?<=[{_VOWELS}])h(?![{_VOWELS}])"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
_INITIAL = re.compile(r"[^\W\d_]\.?(?:-?[^\W\d_]\.|-[^\W\d_])*")
_SURNAME_LIKE = re.compile(r"(?:.{2}(?:sson|son|sen|ström|gren|berg|[kq][vu]ist|lund|dahl|stedt|dott[ei]r)|.{4}man)$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its parts, as printed. A word in the middle counts as given name unless it looks like a surname."""

    given: tuple[str, ...]
    surname: tuple[str, ...]
    """With its particles (`von`, `Ek`); two words for a double surname. The only word of a name stands here."""

    def __str__(self) -> str:
        return " ".join((*self.given, *self.surname))


@dataclass(frozen=True, slots=True)
class Comparison:
    """How alike two names are, with the values compared, so that the score explains itself."""

    left: str
    right: str
    given: float
    """0-100, likewise `surname`: Levenshtein similarity of the spelling keys."""
    surname: float

    @property
    def weaker(self) -> float:
        return min(self.given, self.surname)

    @property
    def same(self) -> bool:
        return self.weaker >= SAME

    def __str__(self) -> str:
        return f"{self.left} ~ {self.right}: given name {self.given:.1f}, surname {self.surname:.1f}"


@lru_cache(maxsize=65536)
def tidy(name: str) -> str:
    """The name as one would print it: white space and dashes unified, given name first (`Ek, Anna` → `Anna Ek`)."""
    text = _DASHES.sub("-", " ".join(unicodedata.normalize("NFC", name[:LONGEST]).split()))
    last, comma, first = text.partition(",")
    if comma and last.strip() and first.strip() and "," not in first:
        text = f"{first.strip()} {last.strip()}"
    return text.replace(",", " ").strip(" ;:-") if comma else text.strip(" ;:-")


@lru_cache(maxsize=65536)
def parse(name: str) -> Name:
    """Split a name into given names and surname. Never fails: an empty name has no parts."""
    words = tidy(name).split()
    if len(words) < 2:
        return Name((), tuple(words))
    cut = len(words) - 1
    while cut > 1 and (words[cut - 1].casefold() in PARTICLES or _SURNAME_LIKE.search(words[cut - 1].casefold())):
        cut -= 1
    return Name(tuple(words[:cut]), tuple(words[cut:]))


@lru_cache(maxsize=65536)
def key(part: str) -> str:
    """The Swedish spelling key of a part of a name: what sounds alike is spelt alike; å ä ö are kept.

    `Christin` → `kristin`, `Öhman` → `öman`, `Carlsson` → `karlson`, `Lindqvist` → `lindkvist`.
    """
    text = _DASHES.sub("-", unicodedata.normalize("NFC", part).casefold()).translate(_PLAIN)
    text = "".join(c if c in "åäö" else unicodedata.normalize("NFD", c)[0] for c in text)
    text = "".join(c for c in text if c.isalnum() or c == "-")
    for pattern, sound in _SOUNDS:
        text = pattern.sub(sound, text)
    return text.strip("-")


@lru_cache(maxsize=65536)
def normal(name: str) -> str:
    """The normal form: the keys of all parts without what separates them. Equal forms are one name."""
    return "".join(key(part) for part in tidy(name).replace("-", " ").split())


def is_abbreviated(name: str) -> bool:
    """Whether a name is less than given name and surname in full: `A. Ek`, `Ek`."""
    given = parse(name).given
    return not given or bool(_INITIAL.fullmatch(given[0]))


def similarity(a: str, b: str) -> Comparison:
    """Compare two names part by part."""
    left, right = parse(a), parse(b)
    return Comparison(a, b, _alike(left.given, right.given), _alike(left.surname, right.surname))


def _alike(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """Of the same number of words the least alike pair counts; else the words written together are compared."""
    left, right = _keys(a), _keys(b)
    if len(left) != len(right):
        left, right = ["".join(left)], ["".join(right)]
    return min((_score(x, y) for x, y in zip(left, right, strict=True)), default=100.0)


def _keys(words: tuple[str, ...]) -> list[str]:
    return [key(part) for word in words for part in tidy(word).split("-") if part]


def _score(a: str, b: str) -> float:
    score = round(100 * Levenshtein.normalized_similarity(a, b), 1)
    if a == b or len(a) != len(b):
        return score
    differing = [(x, y) for x, y in zip(a, b, strict=True) if x.translate(_ALIKE) != y.translate(_ALIKE)]
    if differing and all(x in _VOWELS and y in _VOWELS for x, y in differing):
        return min(score, OTHER_VOWEL)
    return score


def abridges(short: str, full: str) -> bool:
    """Whether `short` can stand for `full` with an initial for a given name, or a middle name or surname left out.

    `A. Ek` and `Anna Ek` abridge `Anna Maria Ek`, `Kristina Bergman` abridges `Kristina Bergman Alm`; but
    `Anna Ek` does not abridge `Anna-Karin Ek`: a name with a hyphen is one name.
    """
    brief, whole = parse(short), parse(full)
    if normal(short) == normal(full) or not whole.given:
        return False
    if not brief.given:
        return normal(short) in {key(whole.given[0]), *_keys(whole.surname)}
    if not _stands_for(brief.given[0], whole.given[0]):
        return False
    rest = iter([*whole.given[1:], *(part for word in whole.surname for part in word.split("-"))])
    words = [*brief.given[1:], *(part for word in brief.surname for part in word.split("-"))]
    return all(any(_stands_for(word, other) for other in rest) for word in words)


def _stands_for(word: str, other: str) -> bool:
    if _INITIAL.fullmatch(word):
        letters = [c.casefold() for c in word if c.isalpha()]
        return letters == [part[0].casefold() for part in other.split("-") if part]
    return key(word) == key(other)


@lru_cache(maxsize=65536)
def blocks(name: str) -> tuple[str, ...]:
    """Keys of which two similar names share at least one, so that only names in the same block are compared.

    A part shorter than eight letters can only be similar to an equal one; in a longer one an edit leaves either
    the first or the last four letters as they are (two edits in eighteen letters can escape: that is accepted).
    """
    parsed = parse(name)
    given, surname = "".join(_keys(parsed.given)), "".join(_keys(parsed.surname))
    return tuple(f"{g} {s}" for g in _ends(given) for s in _ends(surname))


def _ends(part: str) -> tuple[str, ...]:
    return (part,) if len(part) < 8 else (part[:4] + "…", "…" + part[-4:])


def slug(name: str) -> str:
    """A short readable piece of an IRI from the normal form: `Anna-Karin Öhman` → `anna-karin-oman`."""
    words = (key(part) for part in re.split(r"[\s-]+", tidy(name)))
    text = "-".join(word for word in words if word).translate(str.maketrans("åäö", "aao"))
    return text[:80].strip("-") or "unnamed"
