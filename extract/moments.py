"""When somebody signed: the moments that a signing service prints beside or below the names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from .layout import Layout
from .lines import Line

SIGNED = re.compile(
    r"(?P<date>\d{4}-\d\d-\d\d)[ T]+(?:kl\.? ?)?(?P<time>\d\d:\d\d(?::\d\d)?)\s*"
    r"(?:(?P<name>CES?T|UTC|GMT)(?![+-]|\s*[+-]\d)\b)?\s*"
    r"(?:\(?(?:GMT|UTC)?\s*(?P<zone>[+-]\d\d?:?(?:\d\d)?)\)?)?"
)
STAMP = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\b.*[A-ZÅÄÖ]\w+ [A-ZÅÄÖ]")
"""A line of the title page with the moment of a signature before its signer."""
ZONES = {"CEST": "+02", "CET": "+01", "UTC": "+00", "GMT": "+00"}
HANDLED = re.compile(r"initier|skapa|skicka|visa[dt]|öppna|färdigställ|avsluta|mottag|levere|påmin", re.I)


def electronic(page: Layout, signers: Iterable[str], present: Iterable[str]) -> dict[str, tuple[str, int, int]]:
    """Signer → the moment of the electronic signature and the span that prints both.

    Services print the moment below the name or above it: the first moment of a document tells which.
    """
    found: dict[str, tuple[str, int, int]] = {}
    tail = [*(line for line in page.front if STAMP.match(line.text)), *page.tail]
    if not tail or not SIGNED.search(page.text, tail[0].start):
        return found
    forms = {
        form.casefold(): name
        for name in [*present, *signers]
        for form in (name, " ".join(reversed(name.split(" ", 1))))
    }
    for line in tail:
        found |= in_a_row(line, forms)
    named = [next((name for form, name in forms.items() if form in line.text.casefold()), "") for line in tail]
    moments = [
        (i, m) for i, line in enumerate(tail) if not HANDLED.search(line.text) and (m := SIGNED.search(line.text))
    ]
    below = bool(moments) and any(named[max(0, moments[0][0] - 4) : moments[0][0] + 1])
    for i, moment in moments:
        near = range(i, max(-1, i - 5), -1) if below else range(i, min(len(named), i + 5))
        at = next((k for k in near if named[k] and named[k] not in found), -1)
        if at >= 0:
            lines = tail[min(at, i)], tail[max(at, i)]
            found[named[at]] = (when(moment), lines[0].start, lines[1].end)
    return found


def in_a_row(line: Line, forms: Mapping[str, str]) -> dict[str, tuple[str, int, int]]:
    """The signers of a line that prints several, each before the moment: `Ada Ek 2024-04-12 13:45, Bo Al …`."""
    moments = list(SIGNED.finditer(line.text))
    found: dict[str, tuple[str, int, int]] = {}
    at = 0
    for moment in moments if len(moments) > 1 else ():
        words = line.text[at : moment.start()].casefold()
        if name := next((name for form, name in forms.items() if form in words), ""):
            found[name] = (when(moment), line.start + at, line.start + moment.end())
        at = moment.end()
    return found


def when(moment: re.Match[str]) -> str:
    """A printed moment in ISO 8601, with its offset from UTC where one is printed."""
    clock = moment["time"] if moment["time"].count(":") == 2 else moment["time"] + ":00"
    return f"{moment['date']}T{clock}{offset_of(moment['zone'] or ZONES.get(moment['name'] or '', ''))}"


def offset_of(zone: str) -> str:
    """`+0200`, `+02:00` and `+2` → `+02:00`; empty stays empty."""
    digits = zone[1:].replace(":", "")
    if not digits:
        return ""
    return f"{zone[0]}{int(digits[:2] if len(digits) > 2 else digits):02}:{digits[2:4] or '00'}"
