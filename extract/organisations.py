"""Organisations and bodies named in the text: known ones by their names, unknown ones by how Swedish names them.

A name is given in the nominative, as printed; which names are the same organisation is decided in `graph/`.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from .bodies import bodies
from .lexicon import ambiguous_organisations, known_organisations, municipality_organisation
from .names import WORD, given
from .organisation import Organisation
from .organisation_shapes import shaped

WORDS = re.compile(r"[\w&][\w&’']*(?:[-–:][\w&]+)*-?")
LISTED = re.compile(rf" *, *(?:{WORD}(?: {WORD})?(?: *, *| +och +))+")

VERBS = (
    r"(?:ansluter|anslöt|anmäler|anmälde|ansöker|avser|avstår|bidrar|deltar|föreslår|instämmer|lämnar|lämnade|medverkar|"
    r"samverkar|stödjer|tackar|vill|önskar)"
)
ACTING = re.compile(rf" (?:har|kommuner|{VERBS})\b")
# A municipality under its bare name acts at the beginning of a sentence: `Piteå och Boden har anslutit sig`.
ACTS = re.compile(
    rf"(?:^|(?<=[.!?] ))(?P<who>{WORD}(?:(?:,| och) {WORD})*) (?:har (?:\w+ ){{0,2}}?\w{{2,}}(?:at|it|tt)\b|{VERBS}\b)|"
    rf"\b(?:bidrar|deltar|ansluter sig|medverkar) (?P<behind>{WORD}(?:(?:,| och) {WORD})*)"
    r"(?= (?:med|i|till|inte|också)\b)|"
    rf"(?P<owners>{WORD}(?:, {WORD})* (?:och|samt) {WORD}) kommuner"
)


def organisations_in(text: str, offset: int = 0, *, own: frozenset[str] = frozenset()) -> list[Organisation]:
    """The organisations named in a piece of text, in order, none within another.

    `own` holds generic words (`Styrelsen`) that name the meeting's own body here.
    """
    found = [*known_in(text), *shaped(text), *bodies(text, own), *acting(text)]
    found.sort(key=lambda o: (o.start, -o.end))
    kept: list[Organisation] = []
    for one in found:
        if kept and one.start < kept[-1].end:
            if one.end - one.start > kept[-1].end - kept[-1].start:
                kept[-1] = one
            continue
        kept.append(one)
    kept += between(text, kept)
    kept.sort(key=lambda o: o.start)
    return [Organisation(o.start + offset, o.end + offset, o.name, o.kind) for o in kept]


def acting(text: str) -> Iterator[Organisation]:
    """Municipalities that act under their bare names, or are listed before `kommuner`; a short name alone may be a
    surname (`Berg`, `Lund`).
    """
    for m in ACTS.finditer(text) if ACTING.search(text) else ():
        group = str(m.lastgroup)
        of = " kommun" if group == "owners" else ""
        places = [(w.start(), w[0], municipality_organisation(w[0] + of)) for w in re.finditer(WORD, m[group])]
        if all(name for *_, name in places) and any(len(word) > 4 for _, word, _ in places):
            for at, word, name in places:
                yield Organisation(m.start(group) + at, m.start(group) + at + len(word), name, "municipality")


def between(text: str, found: list[Organisation]) -> list[Organisation]:
    """Unknown names in a list of organisations: in `LKAB, Ekbolaget och SSAB` the middle one is of the same kind."""
    more = []
    for left, right in itertools.pairwise(found):
        gap = text[left.end : right.start]
        if left.kind in ("company", "association", "university") and LISTED.fullmatch(gap):
            for m in re.finditer(rf"{WORD}(?: {WORD})?", gap):
                if not given(m[0].split()[0]):
                    more.append(Organisation(left.end + m.start(), left.end + m.end(), m[0], left.kind))
    return more


@lru_cache(maxsize=4096)
def organisation_at(text: str) -> str:
    """The organisation that a heading or a comma-separated piece of a list names, or empty.

    >>> organisation_at("Region Ekland"), organisation_at("Ada Ek (S)")
    ('Region Ekland', '')
    """
    found = organisations_in(text)
    return max(found, key=lambda o: o.end - o.start).name if found else ""


@cache
def index() -> dict[str, list[tuple[list[str], str, str, str]]]:
    """Known organisations by the first word of each printed form, longest form first: the form's words, the form,
    the organisation's name and kind.
    """
    table: dict[str, list[tuple[list[str], str, str, str]]] = {}
    for form, (name, kind) in known_organisations().items():
        if kind == "party" and len(form) < 6:
            continue
        words = WORDS.findall(form)
        if words and not (len(words) == 1 and len(form) < 3):
            table.setdefault(words[0], []).append((words, form, name, kind))
            if not form.endswith("s") and len(words) == 1:
                table.setdefault(form + "s", []).append(([form + "s"], form, name, kind))
    for forms in table.values():
        forms.sort(key=lambda row: -len(row[0]))
    return table


def known_in(text: str) -> Iterator[Organisation]:
    """The organisations of the lexicon; a form that is a common word too counts only beside another organisation."""
    table = index()
    words = [(m.start(), m.end(), m[0].removesuffix(":s")) for m in WORDS.finditer(text)]
    found: list[Organisation] = []
    doubtful: list[Organisation] = []
    i = 0
    while i < len(words):
        for form, printed, name, kind in table.get(words[i][2], ()):
            last = i + len(form) - 1
            if last < len(words) and matches(words[i : last + 1], form):
                one = Organisation(
                    words[i][0],
                    words[last][1],
                    printed if len(printed) > len(name) and kind != "municipality" and len(form) > 1 else name,
                    kind,
                )
                (
                    doubtful
                    if text[one.start : one.end].rstrip("s") in ambiguous_organisations()
                    or text[one.start : one.end] in ambiguous_organisations()
                    else found
                ).append(one)
                i = last
                break
        i += 1
    yield from found
    for one in doubtful:
        if any(
            0 < one.start - o.end < 8 or 0 < o.start - one.end < 8
            for o in [*found, *doubtful]
            if o.kind in ("company", one.kind)
        ):
            yield one


def matches(words: list[tuple[int, int, str]], form: list[str]) -> bool:
    """Whether the words are the form, its last word perhaps in the genitive."""
    printed = [word for _, _, word in words]
    return printed[:-1] == form[:-1] and printed[-1] in (form[-1], form[-1] + "s")
