"""Dates and times as Swedish minutes print them, in ISO 8601."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = {
    name: i
    for i, names in enumerate(
        ["januari jan", "februari feb febr", "mars mar", "april apr", "maj", "juni jun", "juli jul", "augusti aug",
         "september sep sept", "oktober okt", "november nov", "december dec"], 1)
    for name in names.split()
}  # fmt: skip
MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
DATE = re.compile(
    rf"(?<![\d/:.-])(?<!kl\. )(?<!kl )(?<!punkt )(?<!§ )(?:(?P<y1>(?:19|"
    rf"20)\d\d)-\s?(?P<m1>\d\d)-\s?(?P<d1>\d\d)(?![\d/-])|(?P<y2>(?:19|"
    rf"20)\d\d)(?P<m2>0\d|1[0-2])(?P<d2>[0-3]\d)(?!\d)|"
    rf"(?P<d3>\d{{1,2}})\s?[/.]\s?(?P<m3>\d{{1,2}})(?:\s?[-/.]?\s?(?P<y3>(?:19|20)\d\d))?(?!\d|"
    rf"[/.:%]\d|%|-\d|\s?(?:procent|mnkr|kr|tim|av\b))|"
    rf"(?P<d4>\d{{1,2}})(?::[ea])?\s+{MONTH}(?:\s+(?P<y4>(?:19|20)\d\d))?\b)",
    re.I,
)
CLOCK = r"(?P<{0}h>[01]?\d|2[0-4])(?:[.:](?P<{0}m>[0-5]\d))?"
SPAN = re.compile(
    r"(?:\bkl(?:ockan|\.)?\.?\s*|(?<=[\s,(])|^)"
    + CLOCK.format("a")
    + r"\s*(?:[-–—]|till|–)\s*(?:kl(?:ockan|\.)?\.?\s*)?"
    + CLOCK.format("b")
    + r"(?![\d/])",
    re.I,
)
ONE = re.compile(r"\bkl(?:ockan|\.)?\.?\s*" + CLOCK.format("a"), re.I)


@dataclass(frozen=True, slots=True)
class Date:
    """A date at a place of a text: `iso` is `2024-03-06`; without a printed year `year` is False and the year is
    the given one.
    """

    start: int
    end: int
    iso: str
    year: bool


def dates_in(text: str, year: str = "") -> Iterator[Date]:
    """The dates of a text. `year` fills in where only day and month are printed; without it such dates are left out.

    >>> [d.iso for d in dates_in("den 15 oktober 2024 och 29/11", "2024")]
    ['2024-10-15', '2024-11-29']
    """
    for m in DATE.finditer(text):
        y = m["y1"] or m["y2"] or m["y3"] or m["y4"]
        month = int(m["m1"] or m["m2"] or m["m3"] or MONTHS.get((m["month"] or "").casefold(), 0))
        day = int(m["d1"] or m["d2"] or m["d3"] or m["d4"])
        if not (y or year) or not exists(int(y or year), month, day):
            continue
        yield Date(m.start(), m.end(), f"{y or year}-{month:02}-{day:02}", bool(y))


def exists(year: int, month: int, day: int) -> bool:
    """Whether the calendar has the day: a misprinted 31 April is no date."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def times_in(text: str) -> tuple[str, str]:
    """Start and end of a meeting: `kl. 09.00-12.00` → ("09:00", "12:00"); empty where not printed."""
    spans = [
        (clock(m["ah"], m["am"]), clock(m["bh"], m["bm"]))
        for m in SPAN.finditer(text)
        if (m["am"] or m["bm"] or re.search(r"\bkl", m[0], re.I))
        and not re.search(
            r"\b(?:ajourner\w*|paus|lunch\w*|uppehåll|fika)\b\W*(?:kl\.?|mellan)?\s*$", text[: m.start()], re.I
        )
    ]
    if spans:
        return spans[0][0], max(end for start, end in spans if end >= start) if any(
            e >= s for s, e in spans
        ) else spans[0][1]
    if run := re.search(r"(?<!\d)([01]?\d)[.:]([0-5]\d)([012]\d)[.:]([0-5]\d)(?!\d)", text):
        return clock(run[1], run[2]), clock(run[3], run[4])  # the dash between them got lost
    if one := ONE.search(text):
        return clock(one["ah"], one["am"]), ""
    return "", ""


def clock(hour: str, minute: str | None) -> str:
    """`9` and None → `09:00`."""
    return f"{int(hour):02}:{minute or '00'}"
