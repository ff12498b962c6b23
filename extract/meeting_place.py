"""When and where a meeting was: its date, start, end and place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .dates import DATE, dates_in, times_in
from .front import Field
from .layout import Layout
from .lines import fold

DAY = re.compile(r"sammanträdes(?:datum|dag)\W{0,40}(?=\d|(?:mån|tis|ons|tors|fre|lör|sön)dag)", re.I)
WEEKDAY = re.compile(r"\b(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?(?: den)?\b,?", re.I)


def when_and_where(page: Layout, fields: Sequence[Field]) -> tuple[str, str, str, str]:
    """Date, start, end and place."""
    date = begin = finish = place = ""
    for kinds in (("date",), ("placetime", "time"), ("place",), ("head",)):
        for field in fields:
            if field.kind in kinds:
                words = fold(" ".join(value.text for value in field.values[: 8 if field.kind == "head" else 5]))
                found = next(dates_in(words), None)
                date = date or (found.iso if found and found.year else "")
                if field.kind == "time" and re.match(r"\d{1,2}[.:]\d\d", words):
                    words = f"kl. {words}"
                if not begin and field.kind != "head":
                    begin, finish = times_in(words)
                if field.kind in ("placetime", "place"):
                    place = place or place_of(field)
    if not date and (match := DAY.search(page.reading.text)):
        found = next(dates_in(page.reading.text[match.end() : match.end() + 60]), None)
        date = found.iso if found and found.year else ""
    if not date:
        heads = (d.iso for s, e in page.reading.furniture for d in dates_in(page.reading.text[s:e]) if d.year)
        date = next((day for day, n in Counter(heads).most_common(1) if n > 1), "")
    return date, begin, finish, place


def place_of(field: Field) -> str:
    """The place among the values of `Plats` or `Plats och tid`: what is neither date nor time."""
    for value in field.values[:3]:
        words = re.split(r"(?<=[\w)]{3})\.\s+(?=[A-ZÅÄÖ][a-zåäö]+ \w)", fold(value.text))[0]
        words = re.sub(
            r"\b(?:kl(?:ockan|\.)?\.?)\s*\d[\d.:]*\s*(?:(?:[-–—]|till)\s*(?:kl\.? ?)?\d[\d.:]*)?|"
            r"\b\d{1,2}[.:]\d\d\s*[-–—]\s*\d{1,2}[.:]\d\d\b",
            " ",
            words,
            flags=re.I,
        )
        words = re.sub(r"\b(?:ajourner\w+|lunchuppehåll|paus|klockan|kl\.?)(?=\W|$).*", "", words, flags=re.I)
        words = WEEKDAY.sub(" ", DATE.sub(" ", words))
        words = fold(re.sub(r"\bden\s*(?=,|$)|§§?\s*[\d–-]+", " ", words)).strip(" ,.;:-–(")
        if re.search(r"[A-Za-zåäö]{3}", words):
            return re.sub(r"(?:, ?)+", ", ", words)
    return ""
