"""What Ja and Nej stand for in a votering (the voteringsproposition), in the words of the minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .ballot_words import COUNT, choice_of
from .lines import Block, plain
from .people import People

MATTER = re.compile(
    r"bif(?:all|öll)|avsla|avslå|yrkan|förslag|återremi|bordlägg|avgör|motion|alternativ|bilaga|proposition|"
    r"\banta[sr]?\b|godkänn|besvara|anmärkning|ansvarsfrihet|uppskov|utredning",
    re.I,
)
"""What a proposition is about: words by which `Ja: majoritetens förslag` is told from `Ja: Ada Ek, Bo Alm`."""
MARK = re.compile(
    r"(?<![\w-])[\"”“'»]?(?P<choice>ja|nej)[\"”'»]?(?P<vote>[- ]?(?:röst(?:er|en|erna)?|proposition(?:en)?))?"
    r"(?:(?P<strong>\s+(?:innebär|innebar|betyder|betydde|avser|gäller|avges för|är)\b|\s*=)|"
    r"(?P<open>\s*:|\s+[–-]\s|\s*\((?=[^)\d]{4,80}\)\s*:))|(?P<weak>\s+(?:till förmån för|för|till)\b)|"
    r"(?P<bare>\s+(?=(?:återremi|avsla|bifall|bordlägg|avgör)\w*)))\s*",
    re.I,
)
WHO = r"(?:de ledamöter|den ledamot|ledamot|ledamöter|den|dem|de)"
VOTES = r"(?:röstar|ska(?:ll)? rösta|avger(?: en)?|uppmanas (?:att )?rösta)"
WHOEVER = re.compile(
    rf"\b(?:{WHO} som (?P<what>(?:(?!\b{VOTES} [\"”“']?(?:ja|nej)\b).){{2,240}}?)|"
    rf"(?P<else>den (?:som )?(?:det )?(?:ej|inte) (?:det )?vill))[, ]*{VOTES} [\"”“']?(?P<choice>ja|nej)\b",
    re.I,
)
FRONTED = re.compile(
    rf"\b(?P<choice>ja|nej) röstar {WHO} som (?P<what>.+?)(?=[,;]? (?:och |medan )?(?:ja|nej) röstar|[.;]|$)", re.I
)
WINS = re.compile(r"\bvinner (?P<choice>ja|nej)[, ]+(?P<what>.+?)(?=[,;]? (?:och )?vinner (?:ja|nej)|[.;]|$)", re.I)
WANTS = re.compile(r"^(?:(?:som )?(?:vill|önskar)|röstar (?:för|på)|är för|har)(?: att)?\s+", re.I)
COUNTED = re.compile(
    rf"(?:,|\s(?:och|samt|mot|medan))*\s+{COUNT}(?:\s*(?:st\.?|stycken))?"
    r"(?=\s*$|\s+(?:ja|nej|som|ledam|person|nedlag|avst|röst)).*$",
    re.I,
)
"""The next count of a tally: `kommunstyrelsens förslag, 5` (nej-röster)."""
TOLD = re.compile(r"\W*(?:med|genom)\b", re.I)
RESULT = re.compile(
    r"\s+(?:beslutar?|beslutade|beslöt|har|hade|bifaller|biföll|antar|antog|avslår|avslog|utses)\b.*$", re.I
)
"""What follows from the count that a sentence gives: `Med 7 ja-röster för planen beslutar nämnden …`."""
LAST = re.compile(r"[\s.,;:!?\"”“'»)(–-]+$|(?:[,;]|\s)+(?:och|samt|medan|men|respektive|resp\.?)[\s,]*$", re.I)
LONGEST = 1000
"""Characters of one side: more are no proposition, and would take long."""
BROKEN_NAME = re.compile(r"(?<=\w-) (?=[A-ZÅÄÖ][a-zåäö])")
UNSAID = re.compile(r"(?:det )?(?:ej|inte) (?:det )?vill", re.I)


@dataclass(frozen=True, slots=True)
class Means:
    """What one choice stands for."""

    choice: str
    """`yes` or `no`."""
    words: str
    start: int
    """Of the whole phrase, `Ja-röst för bifall`, in the text as read."""
    end: int


def means_in(sentence: Block, people: People) -> list[Means]:
    """What a sentence says that Ja and Nej stand for, in its order; empty for any other sentence."""
    found = [*whoever(sentence)] or [*marked(sentence, people)]
    for match in WINS.finditer(sentence.text):
        found.append(meaning(sentence, match["choice"], match["what"], match.start(), match.end()))
    return [one for one in found if len(re.findall(r"[^\W\d_]", one.words)) > 2]


def whoever(sentence: Block) -> Iterator[Means]:
    """`Den som vill bifalla förslaget röstar ja, den det ej vill röstar nej.`"""
    for match in WHOEVER.finditer(sentence.text):
        what = match["what"] or match["else"].partition(" ")[2]
        yield meaning(sentence, match["choice"], what, match.start(), match.end())
    for match in FRONTED.finditer(sentence.text):
        yield meaning(sentence, match["choice"], match["what"], match.start(), match.end())


def marked(sentence: Block, people: People) -> Iterator[Means]:
    """`Ja-röst för bifall, nej-röst för avslag.`, `JA = avslag`, `Ja: majoritetens förslag.`"""
    marks = [m for m in MARK.finditer(sentence.text) if m["vote"] or not m["bare"]]
    both = len({m["choice"].casefold() for m in marks}) == 2
    for i, match in enumerate(marks):
        end = marks[i + 1].start() if i + 1 < len(marks) else len(sentence.text)
        words = sentence.text[match.end() : end]
        if (match["open"] or "").endswith("("):
            words = words.partition(")")[0]
        words = COUNTED.sub("", words if match["open"] else words.partition(":")[0])
        words = RESULT.sub("", words) if TOLD.match(sentence.text) else words
        names = people.within(sentence.start + match.end(), sentence.start + match.end() + len(words))
        # behind `Ja:` stand those who vote it, or what it stands for: `Ada Eks förslag` is no voter
        told = words[names[-1].start - sentence.start - match.end() :] if names and match["open"] else words
        tells = MATTER.search(told) is not None
        sure = match["strong"] or (match["weak"] and (match["vote"] or both)) or (match["bare"] and match["vote"])
        if tells or (sure and not names):
            end = match.end() + len(words.rstrip(' .,;:"”'))
            yield meaning(sentence, match["choice"], words, match.start(), end)


def meaning(sentence: Block, choice: str, words: str, start: int, end: int) -> Means:
    """One side of a proposition, its words without what joins them to the other side."""
    words = BROKEN_NAME.sub("", plain(words[:LONGEST]))
    while (shorter := LAST.sub("", words)) != words:
        words = shorter
    words = plain(WANTS.sub("", words))
    if words.count("(") > words.count(")"):
        words += ")"
    return Means(choice_of(choice), words, sentence.start + start, sentence.start + end)


def side_of(words: str, means: dict[str, str]) -> str:
    """The choice whose meaning a sentence names and the other one's it does not: `yes`, `no`, or empty.

    >>> side_of("Nämnden beslutar enligt Ada Eks yrkande.", {"yes": "avslag", "no": "bifall till Ada Eks yrkande"})
    'no'
    """
    stems = {choice: set(map(stem, re.findall(r"\w{3,}", text))) for choice, text in means.items()}
    if len(stems) < 2 or UNSAID.fullmatch(means["yes"]) or UNSAID.fullmatch(means["no"]):
        return ""
    said = set(map(stem, re.findall(r"\w{3,}", words)))
    own = {"yes": stems["yes"] - stems["no"], "no": stems["no"] - stems["yes"]}
    named = [choice for choice, stems_of in own.items() if stems_of and stems_of - DULL <= said]
    other = {"yes": "no", "no": "yes"}
    return next((c for c in named if own[c] - DULL and not own[other[c]] - DULL & said), "")


def stem(word: str) -> str:
    """A word without its ending, as far as is needed to know it again: `avslås`, `avslag` → `avsl`."""
    word = word.casefold()
    for root in ("avsl", "bif", "återremi", "bordl", "avgör"):
        if word.startswith(root):
            return root
    return word[:-1] if len(word) > 4 and word.endswith("s") else word


DULL = frozenset(["bif", "enligt", "att", "till", "den", "det", "som", "för", "och", "ärendet", "ska", "frå", "från"])
"""Stems that tell no proposition from another: a proposal is approved either way."""
