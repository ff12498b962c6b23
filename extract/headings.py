"""The headings that part an item of the minutes: which words stand as a heading, and what comes below them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from .lexicon.tables import rows

INLINE = re.compile(
    r"^(Beslut|Yrkanden?|Reservation(?:er)?|Föredragande|Handling(?:ar)?|Beslutsunderlag|Bilag(?:a|or)|"
    r"(?:[\w-]+s )?Förslag(?: till beslut)?|"
    r"Protokollsanteckning(?:ar)?|Beslutsgång|Propositionsordning|"
    r"Omröstning(?:sresultat)?|Votering(?:sresultat)?|Jäv|Expedieras(?: till)?|Föredragning|Särskilt yttrande|"
    r"Protokollsanteckning(?:ar)?|Underlag|Bakgrund|"
    r"(?:Beslutet )?(?:skickas till|delges)|Kopia till|Sändlista|Utdrag till|Tidigare behandling)\s*:\s*(?=\S)",
    re.I,
)
OF_A_DAY = re.compile(r",? (?:den )?\d{4}-\d\d-\d\d(?:,? §+ ?\d+)?$")
"""`Kommunstyrelsens förslag till beslut, 2031-03-04 § 12`"""


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The kinds of heading and their patterns, from `lexicon/headings.tsv`, in the order in which they are tried."""
    order = ["annex", "proposal", "motions", "procedure", "vote", "reservation", "statement", "recusal", "distribution",
             "documents", "history", "presenter", "background", "discussion", "closing", "decision"]  # fmt: skip
    listed = sorted(rows("headings.tsv"), key=lambda row: order.index(row["kind"]))
    return tuple((row["kind"], re.compile(rf"(?:{row['pattern']})\s*[:.]?", re.I)) for row in listed)


@lru_cache(maxsize=4096)
def heading_kind(line: str) -> str:
    """The kind of a line that stands as a heading (`decision`, `motions`, `documents` …), or empty.

    >>> heading_kind("Kommunstyrelsens beslut"), heading_kind("Handlingar:"), heading_kind("Beslut fattades i maj.")
    ('decision', 'documents', '')
    """
    if len(line) > 90 or line[:1].islower() or line[:1].isdigit():
        return ""
    line = line.strip(" -–—")
    line = " ".join(line.split()) if "  " in line else line
    line = OF_A_DAY.sub("", line) if "förslag" in line else line
    for kind, pattern in patterns():
        if pattern.fullmatch(line):
            return kind
    return ""


def inline_heading(line: str) -> tuple[str, int]:
    """A heading with text after it (`Föredragande: Elin Ek`): its kind, and where the text begins; or ("", 0)."""
    match = INLINE.match(line)
    return (heading_kind(match[1]), match.end()) if match else ("", 0)
