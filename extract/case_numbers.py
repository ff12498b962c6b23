"""Diarienummer: one normal form for the ways in which they are printed. Pure; `graph/` uses it too.

Of `KS 2024/00123-5` the prefix says whose diary it is, the year and the running number which case, and what follows on
these is a document of the case or a code of the filing plan: neither tells one case from another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

WORD = re.compile(
    r"\W*(?:(?:ärende|diarie)(?:nummer|nr)?|dnr|ärende|(?:vårt|er) dnr|mål(?: ?nr)?)\b\.?:?\s*(?=\S*\d|[A-ZÅÄÖ])", re.I
)
DIARY = r"(?:[A-ZÅÄÖ](?:[a-zåäö]?[A-ZÅÄÖ]){0,7}|[A-ZÅÄÖ][a-zåäö]{1,2}|(?!nr|kl|år|för|den|av|om)[a-zåäö]{2,3})"
PREFIX = rf"(?P<prefix>{DIARY}(?:-{DIARY})?)"
YEAR = r"(?P<year>(?:19|20)\d\d)"
NUMBER = r"0*(?P<number>\d{1,6})"
PLAN = r"(?:\s+\d{3})?"
"""A code of the filing plan behind the number: `KS 2020/220 006`."""
BEHIND = rf"(?:\s?[-:.–/](?P<document>\d{{1,3}}(?:\.\d+)*))?{PLAN}(?:\s+(?P<suffix>[A-ZÅÄÖ]{{2,4}}))?"
CODE = r"(?:\d{1,2}(?:\.\d{1,2})+-|\d{3}-)"
FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?:{PREFIX}[\s./:_-]*)?{YEAR}\s?[/:.-]\s?{NUMBER}{BEHIND}",  # KS 2024/00123, KS/2024:123, 2024-0112
        rf"{YEAR}\s?[/-]\s?{PREFIX}\s+{NUMBER}{PLAN}",  # 2010/KS 0214 041
        rf"(?:{PREFIX}[\s./:_-]*)?{CODE}?{NUMBER}[/-]{YEAR}",  # LS 88/2003, 3.5.1-20114/2024
        rf"{PREFIX}(?P<short>\d\d)-{NUMBER}",  # RS-LED24-0402
        rf"(?:{PREFIX}[\s./:_-]*)?(?P<first>\d{{1,6}})[/-](?P<second>\d{{1,6}}){PLAN}",  # LD 655/03, KS 16/00112
        rf"(?P<short>\d\d){PREFIX}{NUMBER}",  # 19RK411
        rf"{PREFIX}(?P<short>\d\d)(?P<number>\d{{4}})",  # HMN240007
    )
)
NONE = re.compile(r"(?:19|20)\d\d(?:-[01]\d-[0-3]\d|[01]\d[0-3]\d|[/–-](?:19|20)\d\d)")
"""Days and spans of years."""
MINISTRIES = frozenset(["A", "FI", "FÖ", "I", "JU", "KN", "KU", "LI", "M", "N", "S", "SB", "U", "UD"])
"""What the numbers of the Government Offices begin with: `S2023/02109` is one case in the whole country."""
NATIONAL = re.compile(r"[A-ZÅÄÖ][A-Za-zÅÄÖåäö]?(?:19|20)\d\d/\d{5}")


@dataclass(frozen=True, slots=True)
class Number:
    """A diarienummer taken apart."""

    prefix: str
    """In capitals; empty where none is printed."""
    year: str
    number: int
    document: str = ""
    """The number of a document of the case, where one is printed."""
    national: bool = False
    """Whether it means one case in the whole country."""

    def __str__(self) -> str:
        """The normal form: `KS 2024/123`."""
        return f"{self.prefix} {self.year}/{self.number}".strip()


@lru_cache(maxsize=65536)
def parse(printed: str, year: int = 0) -> Number | None:
    """A printed diarienummer taken apart; None for what is none.

    `year` is that of the meeting: where both parts of a number have two digits (`KS 07/88`), the one that is a year
    not after it, and not more than twenty before it, is the year, if only one of them is.

    >>> str(parse("Dnr: KS/2024:00123")), str(parse("KS 2024/123-5")), parse("KS 2024/123-5").document
    ('KS 2024/123', 'KS 2024/123', '5')
    """
    text = bare(printed).strip(" ()[].,;:")
    if NONE.fullmatch(text):
        return None
    for form in FORMS:
        if match := form.fullmatch(text):
            parts = match.groupdict()
            full, number = whole_year(parts, year)
            if full:
                prefix = (parts.get("prefix") or parts.get("suffix") or "").upper()
                behind = parts.get("document") or ""
                national = prefix in MINISTRIES and NATIONAL.fullmatch(text) is not None
                return Number(prefix, full, number, behind if re.fullmatch(r"\d{1,2}", behind) else "", national)
    return None


def whole_year(parts: dict[str, str | None], meeting: int) -> tuple[str, int]:
    """The year in four digits and the running number; ("", 0) where it is not certain which is which."""
    if parts.get("year"):
        return parts["year"] or "", int(parts["number"] or 0)
    if short := parts.get("short"):
        return f"20{short}", int(parts["number"] or 0)
    first, second = parts.get("first") or "", parts.get("second") or ""
    pairs = [(a, b) for a, b in ((first, second), (second, first)) if len(a) == 2]
    if len(pairs) == 2:
        pairs = [(a, b) for a, b in pairs if meeting and 0 <= meeting - 2000 - int(a) <= 20]
    return (f"20{pairs[0][0]}", int(pairs[0][1])) if len(pairs) == 1 else ("", 0)


def bare(printed: str) -> str:
    """A printed number without the word before it: `Dnr KS 2024/123` → `KS 2024/123`."""
    return WORD.sub("", " ".join(printed.split()), count=1)


def normal(printed: str, year: int = 0) -> str:
    """The normal form of a diarienummer, or what is printed in capitals and without spaces where it is none."""
    return str(parse(printed, year) or re.sub(r"\s", "", printed).upper())
