"""What a line looks like: a page number, a head, a foot, a signing service's mark, or the minutes themselves."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

LONGEST = 120  # characters of a head or foot; a page's longer lines are text

_DATE = r"(?:\d{4}-\d\d-\d\d|\d{1,2} ?[a-zåäö]{3,9} \d{4})"
_SHEET = r"(?:sida|sidan|sidnr|sid|blad)[.:]?\s*(?:nr\s*)?"

NUMBER = re.compile(
    rf"(?P<word>\b{_SHEET})?(?<![\d/.,-])(?P<n>\d{{1,4}})\s?"
    r"(?:\(\s?(?P<a>\d{1,4})\s?\)|(?:av|of)\s(?P<b>\d{1,4})|/\s?(?P<c>\d{1,4}))(?![\d/-])",
    re.I,
)
"""A page and the number of pages: "4 (136)", "Sida 3 av 10"."""

DIGIT = re.compile(r"\d")
MAYBE_NUMBER = re.compile(r"\d\s?(?:\(|av|of|/)", re.I)
"""What each NUMBER holds: found sooner."""

LONE_NUMBER = re.compile(rf"{_SHEET}(\d{{1,4}})|[-–]\s?(\d{{1,4}})\s?[-–]", re.I)
"""A page without the number of pages: "Sida 3", "- 3 -"."""

HEAD = re.compile(
    rf"(?:sammanträdes|styrelse)?protokoll(?: nr\.? ?\d+(?:[/:-]\d+)?)?|sammanträdes(?:datum|dag):?(?:\s{_DATE})?"
    r"|(?:sammanträdes)?protokoll\s+(?:sida|blad|sid)|datum:?\s+sida|sida|sid|blad"
    rf"|[^\W\d_]*(?:möte|sammanträde|nämnden?|styrelsen?|fullmäktige|utskottet|beredningen|direktionen)\s{_DATE}",
    re.I,
)

# No two of the parts may match the same letters, or a hostile line takes exponential time.
FOOT = re.compile(
    r"(?:(?:[^\W\d_]{0,12}juster[a-zåäö]{0,8}+|ordförande[ns]{0,2}|sekreterare[ns]{0,2})\.? sign(?:atur(?:er)?)?\b"
    r"|(?:protokolls)?utdrag(?:s|et|ets)?(?: riktighet)? ?bestyrk[a-zåäö]*+|sign(?:atur(?:er)?)?\b|[\t /|_.:…-])++",
    re.I,
)
FOOT_PART = re.compile(r"utdrag|\w{5}[\w.]* sign", re.I)

SIGNING = re.compile(
    r"\b(?:transaktion(?:s-id)?:? ?\d|digital\w* signer|elektroniskt (?:signer|undertecknat)|signeringstjänst"
    r"|document key|dokument-id|id-?nummer|verifikat|getaccept|scrive|penneo|assently|addo sign|visma sign)",
    re.I,
)
"""The mark that a signing service prints on each page."""

SECTION = re.compile(
    r"(?:(?:kommun\w+|\w*nämndens?|\w*styrelsens?|\w+utskottets?|ordförandens?|presidiets?) )?"
    r"(?:förslag(?: till beslut)?|beslut(?:sunderlag|sgång|särende\w*|at|en)?|ärendet?|bakgrund|yrkanden?|omröstning\w*"
    r"|votering\w*|huvudvotering|motförslag\w*|kontraproposition\w*|propositionsordning|"
    r"propositioner?|reservation(?:er)?"
    r"|jäv|handling(?:ar)?|(?:tidigare )?behandling|protokollsutdrag.*|protokollsanteckning(?:ar)?|expedier.*"
    r"|skickas till.*|beslutet skickas till.*|kopia till.*|delges.*|(?:särskilt |särskilda )?yttranden?|justering\w*"
    r"|bilag(?:a|or)(?: \d+)?|överläggning|inlägg|deltar (?:ej|inte).*|information|sammanfattning|synpunkter"
    r"|föredragande|underlag|ajournering|paragraf(?:er)?|närvarande|beslutande|ledam(?:ot|öter)"
    r"|(?:ej |icke )?tjänstgörande.*"
    r"|ersättare|suppleanter|övriga.*|frånvarande.*|underskrift(?:er)?|sekreterare|ordförande|"
    r"justerare|justerande|plats.*"
    r"|tid(?: och plats)?|upprop|namn.*|parti.*|resultat|ja|nej|avstår|frånv\.?|närv\.?|ankom|utgick|motion(?:er)?"
    r"|interpellation(?:er)?|frågestund|fråga \d+|svar|ärenden?lista|innehåll\w*|dagordning|föredragningslista|gäster"
    r"|vid protokollet)",
    re.I,
)
"""Headings of the minutes' own sections, lists and tables."""

_TEXT = re.compile(
    r"§|[.;!?,]$|\([^\W\d_]{1,5}\)|[☐☒☑]|^(?:att|och|som|samt|för|till|i|på|av|med|om)\s|^(?:[-•–*]|"
    r"\d+[.)]|[a-zåäö]\))\s"
    r"|\b(?:beslut(?:ar|ade|at)|föreslår|föreslog|yrkar|yrkade|reserverar|antecknas|antecknar|godkänn\w+|bifall\w*"
    r"|avsl[åo]\w+|bordlägg\w+|återremitter\w+|utses|väljs|röstar|lägg\w+ till handlingarna|informera[rd]\w*|tackar"
    r"|förklarar)\b|^(?:ja|nej|avstår|frånvarande)\b|\b(?:ja|nej|avstår|frånvarande)$"
    r"|(?-i:(?:^|\t)[A-ZÅÄÖ]{1,4}(?:\t|$))",
    re.I,
)
"""Sentences, lists, rows of votes, names with parties."""


class Line(NamedTuple):
    """A line that is not empty: its place in the text, and its words without marks."""

    start: int
    end: int
    words: str


def lines_of(text: str) -> list[Line]:
    """The lines of a text that hold more than marks."""
    lines, start, escaped = [], 0, "\\_" in text
    for raw in text.split("\n"):
        # Marks of markdown say how a line looks, not what it is.
        words = (raw.replace("\\_", "") if escaped else raw).strip(" \t#*_>")
        if "  " in words:
            words = re.sub(" +", " ", words)
        if words:
            lines.append(Line(start, start + len(raw), words))
        start += len(raw) + 1
    return lines


def fold(words: str) -> str:
    """A line's words with digits and capitals folded: alike on each page."""
    return re.sub(r"\d+", "0", words.casefold())


def is_content(words: str) -> bool:
    """Whether a line reads like the minutes themselves, so that it is never furniture for standing beside some."""
    return len(words) > LONGEST or _is_content(words)


@lru_cache(maxsize=4096)
def _is_content(words: str) -> bool:
    if HEAD.fullmatch(words):
        return False
    return bool(SECTION.fullmatch(words.rstrip(":")) or _TEXT.search(words))
