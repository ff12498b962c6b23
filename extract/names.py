"""Names of people in running text and in lists.

In running text a name begins with a known given name and goes on with capitalised words; an unknown given name
counts only
where a party in brackets follows. Within a structure (a list of those present, signatures) any capitalised words
are a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from .lexicon import (
    ambiguous_given_names,
    body_kind,
    given_names,
    is_party,
    is_title,
    municipality_of,
    not_names,
    one_title,
    role_of,
)
from .lines import fold
from .party_marks import PARTY, party_code

UPPER = "A-ZÅÄÖÀÁÂÃÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕØÙÚÛÜÝÞĀČĆĎĐĘĞİĶŁŃŇŐŘŚŞŠȘŢȚŽŹŻ"
LETTER = r"[^\W\d_]"
WORD = rf"[{UPPER}](?:{LETTER}|['’](?={LETTER}))*(?:[-–‐‑]{LETTER}+)*"
PARTICLE = r"(?:von|af|de|van|der|den|del|della|da|dos|el|al|bin|ibn|ben|zu|la|le|di|du|ter|ten)"
ARTICLE = r"(?:[ae]l|an|ad)-"
# a given name may end in an initial (`Karl-G.`), a surname may be shortened to its first letter (`J:son`)
PART = rf"(?:[{UPPER}]\.|[{UPPER}]:son\b|{WORD}(?:(?<=-[{UPPER}])\.(?= +[{UPPER}]))?)"
RUN = re.compile(rf"{PART}(?: {{1,3}}(?:(?:{PARTICLE}) +){{0,2}}(?:{ARTICLE})?{PART})*(?!\w)")
PIECE = re.compile(rf"((?:{PARTICLE} +)*)(?:{ARTICLE})?({PART})")
NOBLE = frozenset(["De", "Von", "Af", "Van", "Der", "Den", "La", "Le", "Del", "Di", "Du"])
TOLD = re.compile(
    rf"(?: (?:och|samt) {PART}(?: {PART}){{1,2}}(?: \([^()]{{1,6}}\))?)? "
    r"(?:yrka|föresl[åo]|påpeka|reserver|informer|redogör|redogjor|redovis|presenter|föredr|berätta|rapporter|anmäl|"
    r"instäm|ansåg |anser |begär|undra|fråga|delt[ao]|lämna|vill |ville |tyck)\w*"
)
"""What only people do: behind it even a name that is a common word too (`Stig`, `Dag`) is one."""
OTHERS = re.compile(r" (?:m\.? ?fl\.?|med flera)(?= *[(\[])")
THINGS = re.compile(
    r" *(?:\w*(?:fond|fonden|stiftelse|stiftelsen|stipendium|minne|pris|skola|skolan|gata|gatan|väg|"
    r"vägen|plan|plats|torg|hem|gård|hus)\b)",
    re.I,
)
STREET = re.compile(
    r"(?:(?:^|.)(?:torget|gatan|vägen|platsen|parken|skolan|gården|hallen|center|centret|centrum)|^(?:torg|gata|väg|plan|"
    r"plats|allé|park|skola|gård|fond|stiftelse|ab))$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name as printed at one place."""

    start: int
    end: int
    """Behind the name; a party in brackets behind it is not part of it."""
    text: str
    party: str
    after: int
    """Behind the name and its party."""


def names_in(
    text: str, offset: int = 0, *, known: frozenset[str] | set[str] = frozenset(), listed: bool = False
) -> Iterator[Name]:
    """The names in a piece of text, from left to right.

    `offset` is where the piece stands in the document; `known` the full names met in structures of the document;
    `listed` says that the piece is a list of people, where capitalised words are a name without a known given name.
    """
    last = -1
    for run in RUN.finditer(text):
        pieces = [(m.start(), m.end(), m[2]) for m in PIECE.finditer(run[0])]
        i = 0
        while i < len(pieces):
            start = run.start() + pieces[i][0]
            led = listed or led_by(text, start) or (0 <= last < start and amid(text, last, start, run.end()))
            led = led and not (i and organisation_like(pieces[i - 1][2]))  # `Region Ek Alm` is no Ek Alm
            taken = name_at(run[0], pieces, i, text[run.end() : run.end() + 60], known=known, listed=led)
            if taken:
                name = finish(text, start, run.start() + pieces[i + taken - 1][1], offset, known)
                last = name.after - offset
                yield name
                i += taken
            else:
                i += 1


CHOOSES = frozenset(["utses", "väljs", "utsågs", "valdes", "nomineras", "utse", "välja"])


def led_by(text: str, start: int) -> bool:
    """Whether the words before a place announce a person: a title, `utses`, or another person's party and a comma."""
    if start < 3 or text[start - 1] != " ":
        return False
    before = text[max(0, start - 40) : start].split()
    if not before:
        return False
    word = before[-1]
    if word == "och" or word.endswith("),"):
        return word != "och" or (len(before) > 1 and before[-2].endswith(")"))
    return word in CHOOSES or (word[0].islower() and title(word))


@lru_cache(maxsize=16384)
def title(word: str) -> bool:
    """Whether a word is the title of a person, looked up once for each word."""
    return is_title(word)


def amid(text: str, last: int, start: int, end: int) -> bool:
    """Whether words stand in a list of names: behind one name and a comma, before another."""
    if not re.fullmatch(r" *(?:,|och|samt) +", text[last:start]):
        return False
    following = re.match(rf" *(?:,|och|samt) +({WORD}) +{WORD}", text[end:])
    return following is not None and given(following[1]) == 2


def name_at(
    run: str,
    pieces: list[tuple[int, int, str]],
    at: int,
    behind: str,
    *,
    known: frozenset[str] | set[str],
    listed: bool,
) -> int:
    """How many words from `at` on are one name; 0 for none."""
    words = [piece[2] for piece in pieces[at : at + 5]]
    count = 1
    while count < len(words) and (surname(words[count], listed) or initial(words, count, listed)):
        if (
            listed
            and count >= 2
            and (given(words[count]) == 2 or (given(words[count]) == 1 and not given(words[count - 1])))
            and count + 1 < len(words)
            and (surname(words[count + 1], True) or initial(words, count + 1, True))
        ):
            break  # the next person of a list that runs on: `Ada Ek Bo Al`
        count += 1
    if count == len(words) and count > 1 and STREET.search(words[count - 1]):
        return 0
    if count < 2 or count > 4:
        return 0
    last = at + count == len(pieces)
    if last and re.match(r" (?:läns?|kommuns?|stads?|socken)\b", behind):
        return 0  # `Barnhuset Ekby län`
    if last and words[count - 1].endswith("s") and THINGS.match(behind):
        return 0
    if at + count < len(pieces) and STREET.search(pieces[at + count][2]):
        return 0
    if run.startswith("den ", pieces[at + 1][0]) and not given(words[0]):
        return 0  # `Ekby den Ada Ek`: a place and a date that got lost
    if listed and at and count > 2 and not given(words[0]) and given(words[1]) == 2 and is_title(pieces[at - 1][2]):
        return 0  # `Projektledare Ekdungen Ada Ek`: the project
    party = PARTY.match(behind, with_others(behind, 0)) if last else None
    marked = party is not None and bool(party_code(party[1]))
    if (
        (count == 2 and words[1] in NOBLE)
        or not surname(words[0], True)
        or (count > 2 and len(words[0]) < 5 and words[0].isupper() and not words[1].isupper())
    ):
        return 0  # a party before the name: `EKBP Ada Ek`
    strength = given(words[0])
    if strength == 2 or (strength == 1 and (marked or listed)) or is_known(words[:count], known):
        return count
    if strength == 1 and ((at and title(pieces[at - 1][2])) or (last and TOLD.match(behind))):
        return count
    if marked and party is not None and is_party(party_code(party[1])):
        return count
    if listed and len(words[0]) > 1 and not organisation_like(" ".join(words[:count])):
        return count
    return 0


def is_known(words: list[str], known: frozenset[str] | set[str]) -> bool:
    """Whether these words are a known full name, as printed, in the genitive, or with the surname first."""
    name = " ".join(words)
    return name in known or name.removesuffix("s") in known or " ".join([*words[1:], words[0]]) in known


def initial(words: list[str], at: int, listed: bool) -> bool:
    """Whether a word is a letter or a particle that stands before a surname: `Ada B Ek`, `Ada De Ek`."""
    return (len(words[at]) == 1 or words[at] in NOBLE) and at + 1 < len(words) and surname(words[at + 1], listed)


@lru_cache(maxsize=16384)
def given(word: str) -> int:
    """2 for a given name, 1 for one that is an ordinary word too, 0 for none."""
    key = word.casefold().replace("–", "-").replace("‐", "-")
    parts = key.split("-")
    if key in ambiguous_given_names():
        return 1
    if key in given_names() or (len(parts) > 1 and parts[0] in given_names()):
        return 2
    if word.isupper() and len(word) > 1 and key in given_names():
        return 2
    return 0


@lru_cache(maxsize=16384)
def surname(word: str, listed: bool) -> bool:
    """Whether a capitalised word may be part of a name."""
    key = word.casefold()
    if len(word) == 1 or (key in not_names() and key not in given_names()):
        return False
    if word.isupper() and len(word) <= 5 and not word.endswith(".") and (is_party(word) or not listed):
        return False
    return not (is_title(key) or role_of(key)[0] or one_title(key) != key)


@lru_cache(maxsize=16384)
def organisation_like(line: str) -> bool:
    """Whether the words of a list line are an organisation or a place rather than a person."""
    words = line.split()
    if any(body_kind(word) for word in words):
        return True
    if municipality_of(line) or (municipality_of(words[-1]) and len(words) < 2):
        return True
    return bool(
        re.search(
            r"(?:kommun(?:er|förbund)?|region|nämnd(?:en)?|styrelsen?|förbund(?:et)?|utskott(?:et)?|"
            r"fullmäktige|län|landsting(?:et)?)$|^(?:region|stiftelsen|landstinget)\b",
            line,
            re.I,
        )
    )


def with_others(text: str, at: int) -> int:
    """Behind `m.fl.` where it stands between a name and its party: `Ada Ek m.fl. (S)`; else the same place."""
    others = OTHERS.match(text, at) if text.startswith((" m.", " m f", " med f"), at) else None
    return others.end() if others else at


def finish(text: str, start: int, end: int, offset: int, known: frozenset[str] | set[str]) -> Name:
    """The name of a span: genitive taken off where the bare form is known, the party behind it read."""
    start += 4 if text.startswith("den ", start) else 0
    name = fold(text[start:end])
    first, _, last = name.partition(" ")
    if name not in known and f"{last} {first}" in known:
        name = f"{last} {first}"  # a signing service prints the surname first
    party = PARTY.match(text, with_others(text, end))
    code = party_code(party[1]) if party else ""
    after = party.end() if party and (code or party[1] in "-–") else end
    if not code and name not in known and name.endswith("s") and name[:-1] in known:
        name, end = name[:-1], end - 1
    if name.isupper():
        name = re.sub(
            rf"{LETTER}+", lambda m: m[0].capitalize() if m[0].lower() not in PARTICLE else m[0].lower(), name
        )
    return Name(offset + start, offset + end, name, code, offset + after)
