"""Bodies told by the ending of their word: `socialnämnden`, `Politiska samverkansberedningen`, `Kommunstyrelsens
trygghetsråd`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from .lexicon import body_kind, municipality_of
from .lexicon.tables import rows
from .lines import fold
from .names import WORD
from .organisation import Organisation, nominative

ADJECTIVES = re.compile(
    r"\b((?:politisk|regional|gemensam|lokal|nationell|teknisk|allmän|social|kommunal|interkommunal|"
    r"kommungemensam|länsgemensam|mellankommunal|"
    r"personalpolitisk|ekonomisk)(?:a|t|ma|na)?) +$",
    re.I,
)
QUARTER = re.compile(r"\b(?:Södra|Norra|Västra|Östra|Mellersta) +$")
WORDY = re.compile(r"[\w-]+")
ENDINGS = tuple(
    ending + genitive
    for ending in [
        "nämnd",
        "nämnden",
        "styrelse",
        "styrelsen",
        "utskott",
        "utskottet",
        "beredning",
        "beredningen",
        "fullmäktige",
        "direktion",
        "direktionen",
        "råd",
        "rådet",
        "kommitté",
        "kommittén",
        "delegation",
        "delegationen",
        "kommission",
        "kommissionen",
        "grupp",
        "gruppen",
        "departement",
        "departementet",
        "domstol",
        "domstolen",
        "rätt",
        "rätten",
        "myndighet",
        "myndigheten",
        "förbund",
        "förbundet",
        "presidium",
        "presidiet",
        "revisionen",
        "förbundsmöte",
        "förbundsmötet",
        "nätverket",
        "chefsgruppen",
        "direktörsgruppen",
        "stiftelse",
        "stiftelsen",
        "kammare",
        "kammaren",
    ]
    for genitive in ("", "s")
)
COMPOUND = re.compile(r"(?:[\w]+-,? +)*[\w]+-,? +(?:och|samt|,) +$")
OWNER = re.compile(rf"(?:{WORD}s? +Stads|{WORD}s) +$")


@cache
def generic() -> frozenset[str]:
    """Words that name no one body by themselves (`nämnden`), from `lexicon/generic_bodies.tsv`."""
    return frozenset(row["word"] for row in rows("generic_bodies.tsv"))


def bodies(text: str, own: frozenset[str]) -> Iterator[Organisation]:
    """Bodies told by the ending of their word: `socialnämnden`, `Politiska samverkansberedningen`,
    `Kommunstyrelsens trygghetsråd`.
    """
    for m in WORDY.finditer(text):
        word = m[0]
        if not word.lower().endswith(ENDINGS):
            continue
        kind = body_kind(word) or ("body" if re.search(r"-råd(?:et)?s?$", word) else "")
        if not kind or (
            word.casefold().rstrip("s").endswith("revisionen")
            and not re.match(r"(?:kommun|region|landstings|förbunds)?revisionen", word, re.I)
        ):
            continue
        start, end, name = m.start(), m.end(), nominative(word)
        before = text[max(0, start - 60) : start]
        definite = bool(re.search(r"(?:en|et|än|fullmäktige|tén|sen)$", name))
        if compound := COMPOUND.search(before):
            start -= len(before) - compound.start()
        if adjective := ADJECTIVES.search(text[max(0, start - 30) : start]):
            start -= len(adjective[0])
        elif quarter := QUARTER.search(text[max(0, start - 12) : start]):
            start -= len(quarter[0])
        elif not definite and (owner := OWNER.search(text[max(0, start - 40) : start])):
            start -= len(owner[0])
        if (
            not definite
            and (place := re.match(rf" +(?!(?:Sammanträde|Sid|Datum|Plats|Tid|Protokoll))({WORD})(?! +\()", text[end:]))
            and kind == "body"
            and municipality_of(place[1]) == ""
            and word.lower().endswith("nämnd")
        ):
            end += place.end()
            name = nominative(text[m.start() : end])
        name = fold(text[start : m.start()] + name)
        bare = start == m.start() and name.casefold() in generic()
        capital = text[start].isupper()
        if bare and name.casefold() not in own:
            continue
        if not capital and (not definite or kind not in ("body", "authority")):
            continue
        if not definite and not capital:
            continue
        if (
            re.search(
                r"(?:arbets|styr|projekt|referens)grupp(?:en)?$|utredning(?:en)?$|förvaltning(?:en)?$|kontor(?:et)?$",
                name,
                re.I,
            )
            and not name[0].isupper()
        ):
            continue
        if name.isupper() and len(name) > 5:
            name = nominative(name.lower())
        yield Organisation(start, end, name if name[1:2].isupper() else name[0].upper() + name[1:], kind)
