"""The voteringar of an item as they are read: where each begins and ends, its tally, and who is named on which side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from .ballot_words import COUNT, choice_of, number_of
from .layout import Layout, Section
from .lines import Block
from .names import Name
from .party_votes import PartyVote, others_in, parties_in
from .people import People
from .propositions import Means, means_in
from .sentences import sentences
from .vote_sides import sides_in
from .vote_tables import tables

FIGURE = rf"{COUNT}(?:\s*\(\d{{1,3}}\))?"
"""A count, perhaps repeated in figures: `sju (7)`."""
BEFORE = r"\s*(?:st\.? |stycken )?(?:ledamöter )?(?:röst\w+ )?[\"”]?"
ALONE = r"(\d{1,3})(?=\s*[,;.)]|\s+(?:och|mot|samt)\b|\s*$)"
"""A count behind its choice, without a sign between: `Ja 20, Nej 15`."""
TALLIES = {
    "yes": re.compile(rf"\b{FIGURE}{BEFORE}ja\b(?:-?\s?röst\w*)?|\bja(?:-?röster)?\s*[:=(]\s*{COUNT}\b|"
rf"\bantal ja\s*:?\s*{COUNT}\b|\bja(?:-?röster)?\s+{ALONE}", re.I),
    "no": re.compile(rf"\b{FIGURE}{BEFORE}nej\b(?:-?\s?röst\w*)?|\bnej(?:-?röster)?\s*[:=(]\s*{COUNT}\b|"
rf"\bantal nej\s*:?\s*{COUNT}\b|\bnej(?:-?röster)?\s+{ALONE}", re.I),
    "abstain": re.compile(rf"\b{FIGURE}\s*(?:ledamöter|ledamot|personer|person|som|st)?\s*(?:som )?"
rf"(?:avstår|avstod|avstående|"
rf"nedlagda?|lägger ned)\b|\b(?:avstår|avstod|avstående|"
rf"nedlagda röster)\w*[^.()\d]{{0,30}}[:=(]\s*{COUNT}\b|\bantal avstår\s*:?\s*{COUNT}\b|"
rf"\bavstår\s+{ALONE}", re.I),
}  # fmt: skip
CHOSEN = {
    "yes": re.compile(r"\bja\b", re.I),
    "no": re.compile(r"\bnej\b", re.I),
    "abstain": re.compile(r"avst[åoa]|nedlag|lägger ned", re.I),
}
"""Without these words, which cost little to look for, there is no tally."""
CAST = re.compile(
    r"\b(?:röstar|röstade|röstat|rösta|röst(?:er)? avg\w+)\s+(?:på\s+|för\s+|"
    r"med\s+)?[\"”“']?(?P<choice>ja|nej)\b|\b(?P<abstain>avst(?:år|od)|lägger ned sin röst|"
    r"lade ned sin röst)\b",
    re.I,
)
ORDER = re.compile(
    r"voteringsproposition|propositionsordning|den som vill|som bifaller .* röstar|röstar (?:ja|nej) (?:till|för att) "
    r"bifall|ja för|(?:ja|nej)-röst(?:en)?(?: (?:för|innebär|betyder)|:)|röstar ja,? .*röstar nej",
    re.I,
)
NEAR = re.compile(r"(?:(?!\d)[^.:;]){0,60}")
PROPOSED = re.compile(r"bifall|avslag|yrkande|förslag|återremi", re.I)
FRONTED = re.compile(
    r"^[\"”“']?(?P<choice>ja|nej)[\"”']?[ -]?röst(?:ar|ade|er)(?: (?:avges|avgavs|lämnas|"
    r"lämnades) av)?:?\s+(?=[A-ZÅÄÖ])",
    re.I,
)
LIST_BEGINS = re.compile(
    r"(?<=[.;] )(?=(?:Ja|Nej)(?:-röst\w*| röstar)\b)|(?<=[,.;] )(?:(?:och|medan) )?(?=nej röstar [A-ZÅÄÖ])"
)
OPENS = re.compile(
    r"^(?:(?:följande|dessa)(?: ledamöter)? (?:röst\w+|avst\w+)?\s*)?[\"”“']?(?P<choice>ja|nej|avstår|"
    r"avstod|avstående|avstått|frånvarande)[\"”']?(?:[ -]?röst(?:er|ar|ade)?)?(?: (?:avges|avgavs|"
    r"lämnas|lämnades) av)?\s*(?:\([^)]{1,60}\)|\d+(?: st)?)?\s*(?:[:–]|-(?!\w)|$)",
    re.I,
)
OWN_ROW = re.compile(r"[\s:,.;|–-]+(?:röstar |röstade )?(?P<choice>ja|nej|avstår|avstod|frånvarande)\.?$", re.I)
ANNEX = re.compile(r"framgår av (?:omröstnings|voterings)?(?:bilaga|protokoll|lista)\s*(\d+)", re.I)
NUMBERED = re.compile(rf"\b{COUNT}\s*(?:st\.?|stycken|ledam\w+|person\w*)?\s*(?:som )?$", re.I)
"""A count before `avstår`: the name behind it is of another matter (`7 som avstår utses Ada Eks yrkande`)."""
LISTED = re.compile(r"(?: från att rösta)?\s*[:(]", re.I)
LAST_COUNT = re.compile(r"\(\s*(\d{1,3})(?: (?:röster|röst|st\.?))?\s*\)\W*$")
"""How many they were, behind a list of voters: `Ja: Ada Ek, Bo Alm (2 röster)`."""
UNSPOKEN = ("documents", "history", "background", "distribution")
COUNTED = ("vote", "procedure", "motions", "decision", "opening", "other")


@dataclass(slots=True)
class Round:
    """One votering while it is read."""

    start: int
    end: int
    tally: dict[str, int] = field(default_factory=dict)
    ballots: list[tuple[Name, str, int, int]] = field(default_factory=list)
    parties: list[PartyVote] = field(default_factory=list)
    others: PartyVote | None = None
    """The choice of `Övriga`."""
    annex: str = ""
    means: dict[str, Means] = field(default_factory=dict)


def rounds(page: Layout, section: Section, people: People) -> list[Round]:
    """The voteringar of an item, read block by block, in order."""
    found: list[Round] = []
    said: list[Means] = []
    fresh = True
    printed = list(tables(page, section.head.start, section.end))
    for part in section.parts:
        if part.kind in UNSPOKEN:
            continue
        if part.kind == "vote" and part.heading and not re.search(r"resultat|lista", part.heading.text, re.I):
            fresh = True
        opened = ""
        for block in part.blocks:
            for sentence in voters(block):
                if any(start <= sentence.start < end for start, end, *_ in printed):
                    continue  # a table of crosses is no prose
                means = means_in(sentence, people)
                sided = sides_in(sentence, people) if not means else None
                said += sided.means if sided else means
                counted = tally_of(sentence.text) or by_party(sentence, part.kind, people)
                told = PROPOSED.search(sentence.text) or not people.inside(sentence)
                if not counted and ((ORDER.search(sentence.text) and told) or (means and alone(sentence, means))):
                    fresh = fresh or bool(found and held(found[-1]))
                    continue
                opened, fresh = take(sentence, part.kind, opened, fresh, found, people)
                if sided:
                    found.append(Round(sentence.start, sentence.end, sided.tally, sided.ballots))
                    fresh = False
    found = [r for r in found if held(r)]
    for i, (start, end, ballots, summed) in enumerate(printed):
        empty = [r for r in found if len(r.ballots) <= len(ballots) // 3]
        if empty and (len(empty) > 1 or i == 0):
            empty[0].ballots = ballots
        elif not any(r.ballots for r in found):
            found.append(Round(start, end, summed, ballots))
    assign(said, found)
    return found


def held(one: Round) -> bool:
    """Whether a votering says anything of who or how many."""
    return bool(one.tally or one.ballots or one.parties)


def alone(sentence: Block, means: list[Means]) -> bool:
    """Whether a sentence is about the proposition only: no list of voters follows on what Ja stands for."""
    return not re.search(r"\w", sentence.text[means[-1].end - sentence.start :])


def assign(said: list[Means], found: list[Round]) -> None:
    """Give each votering what Ja and Nej stood for: what is said after the one before it, the last word first.

    What is said only behind the last votering is that one's, if nothing was said before.
    """
    order = sorted(found, key=lambda one: one.start)
    for means in said:
        following = next((one for one in order if one.end > means.start), None)
        if following:
            following.means[means.choice] = means
        elif order and not order[-1].means.keys() & {means.choice}:
            order[-1].means[means.choice] = means


def voters(block: Block) -> Iterator[Block]:
    """The sentences of a block, each list of voters alone: `Ja röstar Ada Ek, s. Nej röstar Bo Al, m.` are two."""
    for sentence in sentences(block):
        edges = [0, *(m.end() for m in LIST_BEGINS.finditer(sentence.text)), len(sentence.text)]
        yield from (sentence.clip(begin, end) for begin, end in pairwise(edges))


def take(sentence: Block, kind: str, opened: str, fresh: bool, found: list[Round], people: People) -> tuple[str, bool]:
    """One sentence taken into the last votering or a new one; returns the choice that a list goes on with, and
    `fresh`.
    """
    tally = tally_of(sentence.text) if kind in COUNTED else {}
    cast = list(CAST.finditer(sentence.text))
    header = header_of(sentence, kind, people)
    names = people.inside(sentence)
    own = OWN_ROW.search(sentence.text) if kind == "vote" and len(names) == 1 and not cast else None
    parties = by_party(sentence, kind, people)
    ballots: list[tuple[Name, str, int, int]] = []
    if header and (not cast or FRONTED.match(sentence.text)):
        cast = []
        opened = choice_of(header["choice"])
    if own and names[0].start - sentence.start < 30:
        ballots = [(names[0], choice_of(own["choice"]), sentence.start, sentence.end)]
    elif cast and names:
        ballots = list(cast_by_names(sentence, cast, people))
    elif opened and names and (kind == "vote" or header):
        ballots = [(name, opened, sentence.start, sentence.end) for name in names]
    elif not header:
        opened = opened if kind == "vote" and names else ""
    if header and ballots and (counted := LAST_COUNT.search(sentence.text)):
        tally = {choice_of(header["choice"]): int(counted[1])} | tally
    others = others_in(sentence, cast)
    told = ballots or parties or "yes" in tally or "no" in tally
    if not (told or (tally and found and kind == "vote")):
        if found and not fresh and others:
            found[-1].others, found[-1].end = others, sentence.end
        note_annex(sentence, found)
        return opened, fresh
    repeated = found and not fresh and any(c in found[-1].tally and tally[c] != found[-1].tally[c] for c in tally)
    if not found or fresh or repeated:
        found.append(Round(sentence.start, sentence.end))
    current = found[-1]
    current.end = sentence.end
    for choice, count in tally.items():
        current.tally.setdefault(choice, count)
    already = {b[0].text for b in current.ballots}
    current.ballots += [b for b in ballots if b[0].text not in already]
    current.parties += parties
    current.others = current.others or others
    note_annex(sentence, found)
    return opened, False


def header_of(sentence: Block, kind: str, people: People) -> re.Match[str] | None:
    """The `Ja röstar` or `Ja:` that a sentence begins with."""
    if fronted := FRONTED.match(sentence.text):
        return fronted
    return OPENS.match(sentence.text) if kind == "vote" or people.inside(sentence) else None


def by_party(sentence: Block, kind: str, people: People) -> list[PartyVote]:
    """The parties that a sentence says to vote as a whole."""
    return list(parties_in(sentence, list(CAST.finditer(sentence.text)), header_of(sentence, kind, people), people))


def cast_by_names(sentence: Block, cast: list[re.Match[str]], people: People) -> Iterator[tuple[Name, str, int, int]]:
    """The ballots of a sentence: the names before each `röstar ja`, or behind it where it is the only one."""
    at = sentence.start
    for match in cast:
        choice = "abstain" if match["abstain"] else choice_of(match["choice"])
        group = people.within(at, sentence.start + match.start())
        if group and not NEAR.fullmatch(sentence.text[group[-1].after - sentence.start : match.start()]):
            group = []  # another sentence or its count stands between: "yrkandet från Ada Ek. 8 ledamöter avstår"
        counted = NUMBERED.search(sentence.text, at - sentence.start, match.start())
        if not group and len(cast) == 1 and not (counted and not LISTED.match(sentence.text, match.end())):
            group = people.within(sentence.start + match.end(), sentence.end)
        for name in group:
            yield name, choice, sentence.start, sentence.end
        at = sentence.start + match.end()


def note_annex(sentence: Block, found: list[Round]) -> None:
    """Note the annex that a sentence names on the votering that was read last."""
    if found and (annex := ANNEX.search(sentence.text)):
        found[-1].annex = annex[1]


def tally_of(text: str) -> dict[str, int]:
    """The counts that a sentence prints: `Omröstningen utfaller med 43 Ja mot 29 Nej` → {"yes": 43, "no": 29}.

    >>> tally_of("Ada Ek (S) röstar Ja (7).")
    {'yes': 7}
    """
    found = {}
    for choice, rule in TALLIES.items():
        if CHOSEN[choice].search(text) and (match := rule.search(text)):
            found[choice] = number_of(next(group for group in match.groups() if group))
    return found
