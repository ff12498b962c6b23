"""Voteringar: their tallies, and how each person voted, from prose and from lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from .attendance_list import listed_ballots
from .ballot_words import choice_of
from .evidence import evidence
from .facts import Ballot, Vote
from .layout import Layout, Section
from .lines import Block
from .names import Name
from .people import People
from .roster import annexed
from .sentences import sentences
from .vote_lists import listed_by_item
from .vote_tables import tables

NUMBERS = {
    "en": 1,
    "ett": 1,
    "två": 2,
    "tre": 3,
    "fyra": 4,
    "fem": 5,
    "sex": 6,
    "sju": 7,
    "åtta": 8,
    "nio": 9,
    "tio": 10,
    "elva": 11,
    "tolv": 12,
}
COUNT = r"(\d{1,3}|" + "|".join(NUMBERS) + r")"
CHOICE = r"(?:[\"”“']?(?P<yes>ja)|(?P<no>nej)|(?P<abstain>avst(?:år|ått|od|ående|ar)))"
TALLIES = {
    "yes": re.compile(rf"\b{COUNT}\s*(?:st\.? |stycken )?(?:ledamöter )?(?:röst\w+ )?[\"”]?ja\b(?:-?\s?röst\w*)?|"
rf"\bja(?:-?röster)?\s*[:=(]\s*{COUNT}\b|\bantal ja\s*:?\s*{COUNT}\b", re.I),
    "no": re.compile(rf"\b{COUNT}\s*(?:st\.? |stycken )?(?:ledamöter )?(?:röst\w+ )?[\"”]?nej\b(?:-?\s?röst\w*)?|"
rf"\bnej(?:-?röster)?\s*[:=(]\s*{COUNT}\b|\bantal nej\s*:?\s*{COUNT}\b", re.I),
    "abstain": re.compile(rf"\b{COUNT}\s*(?:ledamöter|ledamot|personer|person|som|st)?\s*(?:som )?"
rf"(?:avstår|avstod|avstående|"
rf"nedlagda?|lägger ned)\b|\b(?:avstår|avstod|avstående|"
rf"nedlagda röster)\w*[^.()\d]{{0,30}}[:=(]\s*{COUNT}\b|\bantal avstår\s*:?\s*{COUNT}\b", re.I),
}  # fmt: skip
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
LIST_BEGINS = re.compile(r"(?<=[.;] )(?=(?:Ja|Nej)(?:-röst\w*| röstar)\b)")
OPENS = re.compile(
    r"^(?:(?:följande|dessa)(?: ledamöter)? (?:röst\w+|avst\w+)?\s*)?[\"”“']?(?P<choice>ja|nej|avstår|"
    r"avstod|avstående|avstått|frånvarande)[\"”']?(?:[ -]?röst(?:er|ar|ade)?)?(?: (?:avges|avgavs|"
    r"lämnas|lämnades) av)?\s*(?:\([^)]{1,60}\)|\d+(?: st)?)?\s*(?:[:–]|-(?!\w)|$)",
    re.I,
)
OWN_ROW = re.compile(r"[\s:,.;|–-]+(?:röstar |röstade )?(?P<choice>ja|nej|avstår|avstod|frånvarande)\.?$", re.I)
ANNEX = re.compile(r"framgår av (?:omröstnings|voterings)?(?:bilaga|protokoll|lista)\s*(\d+)", re.I)


@dataclass(slots=True)
class Round:
    """One votering while it is read."""

    start: int
    end: int
    tally: dict[str, int] = field(default_factory=dict)
    ballots: list[tuple[Name, str, int, int]] = field(default_factory=list)
    annex: str = ""


def votes(page: Layout, section: Section, people: People) -> Iterator[Vote | Ballot]:
    """The voteringar of an item, each followed by its ballots; round 1 is the first."""
    for number, found in enumerate(rounds(page, section, people), 1):
        tally = {choice: found.tally.get(choice) for choice in ("yes", "no", "abstain")}
        if found.ballots and tally["yes"] is None and tally["no"] is None:
            tally = {c: sum(1 for b in found.ballots if b[1] == c) or None for c in tally}
        words = evidence(page, found.start, found.end, "votes")
        yield Vote(section.item, number, tally["yes"], tally["no"], tally["abstain"], words)
        for name, choice, start, end in found.ballots:
            yield Ballot(
                section.item, number, name.text, people.party(name), choice, evidence(page, start, end, "votes")
            )
        if not found.ballots:
            yield from (
                list(listed_by_item(page, section.item, number))
                or list(annexed(page, section.item, number, found.annex))
                or listed_ballots(page, section.item, number)
            )


def rounds(page: Layout, section: Section, people: People) -> list[Round]:
    """The voteringar of an item while they are read block by block."""
    found: list[Round] = []
    fresh = True
    printed = list(tables(page, section.head.start, section.end))
    for part in section.parts:
        if part.kind in ("documents", "history", "background", "distribution"):
            continue
        if part.kind == "vote" and part.heading and not re.search(r"resultat|lista", part.heading.text, re.I):
            fresh = True
        opened = ""
        for block in part.blocks:
            for sentence in voters(block):
                if any(start <= sentence.start < end for start, end, _ in printed):
                    continue  # a table of crosses is no prose
                if (
                    ORDER.search(sentence.text)
                    and not tally_of(sentence.text)
                    and (PROPOSED.search(sentence.text) or not people.inside(sentence))
                ):
                    fresh = fresh or bool(found and (found[-1].tally or found[-1].ballots))
                    continue
                opened, fresh = take(sentence, part.kind, opened, fresh, found, people)
    found = [r for r in found if r.tally or r.ballots]
    for i, (start, end, ballots) in enumerate(printed):
        empty = [r for r in found if len(r.ballots) <= len(ballots) // 3]
        if empty and (len(empty) > 1 or i == 0):
            empty[0].ballots = ballots
        elif not any(r.ballots for r in found):
            found.append(Round(start, end, {}, ballots))
    return found


def voters(block: Block) -> Iterator[Block]:
    """The sentences of a block, each list of voters alone: `Ja röstar Ada Ek, s. Nej röstar Bo Al, m.` are two."""
    for sentence in sentences(block):
        edges = [0, *(m.start() for m in LIST_BEGINS.finditer(sentence.text)), len(sentence.text)]
        yield from (sentence.clip(begin, end) for begin, end in pairwise(edges))


def take(sentence: Block, kind: str, opened: str, fresh: bool, found: list[Round], people: People) -> tuple[str, bool]:
    """One sentence taken into the last votering or a new one; returns the choice that a list goes on with, and
    `fresh`.
    """
    tally = tally_of(sentence.text) if kind in ("vote", "procedure", "motions", "decision", "opening", "other") else {}
    cast = list(CAST.finditer(sentence.text))
    header = FRONTED.match(sentence.text) or (
        OPENS.match(sentence.text) if kind == "vote" or people.inside(sentence) else None
    )
    names = people.inside(sentence)
    own = OWN_ROW.search(sentence.text) if kind == "vote" and len(names) == 1 and not cast else None
    ballots: list[tuple[Name, str, int, int]] = []
    if header and (not cast or FRONTED.match(sentence.text)):
        cast = []
        opened = choice_of(header["choice"])
    if own and names[0].start - sentence.start < 30:
        ballots = [(names[0], choice_of(own["choice"]), sentence.start, sentence.end)]
    elif cast and names:
        at = sentence.start
        for match in cast:
            choice = "abstain" if match["abstain"] else choice_of(match["choice"])
            group = people.within(at, sentence.start + match.start())
            if group and not NEAR.fullmatch(sentence.text[group[-1].after - sentence.start : match.start()]):
                group = []  # another sentence or its count stands between: "yrkandet från Ada Ek. 8 ledamöter avstår"
            group = group or (people.within(sentence.start + match.end(), sentence.end) if len(cast) == 1 else [])
            ballots += [(name, choice, sentence.start, sentence.end) for name in group]
            at = sentence.start + match.end()
    elif opened and names and (kind == "vote" or header):
        ballots = [(name, opened, sentence.start, sentence.end) for name in names]
    elif not header:
        opened = opened if kind == "vote" and names else ""
    if not (ballots or ("yes" in tally or "no" in tally) or (tally and found and kind == "vote")):
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
    note_annex(sentence, found)
    return opened, False


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
        if match := rule.search(text):
            number = next(group for group in match.groups() if group)
            found[choice] = int(NUMBERS.get(number.casefold(), number))
    return found
