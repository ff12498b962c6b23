"""Which organisation the body that met belongs to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .front import Field
from .layout import Layout
from .lexicon import municipality_of
from .lines import fold
from .organisation import Organisation
from .organisations import organisations_in

WIDE = re.compile(r"(?:(?!\t| {3,}|\*\*)[^\n])+")
JOINT = re.compile(
    r"(?:kommun|kommunal|räddnings|räddningstjänst|samordnings|gymnasie|avfalls|miljö|region)förbund", re.I
)
TOWN = re.compile(
    r"[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)? (?:kommun|stad|landsting|läns landsting|kommunförbund|"
    r"kommunalförbund|räddningstjänstförbund|samordningsförbund)",
    re.I,
)
COMPANY = re.compile(r"^(?:Företag|Organisation|Organisationsnamn)\s*:\s*(?P<name>.+)$", re.I | re.M)
ASSEMBLED = re.compile(
    r"\b(?:års|förenings|förbunds|bolags|medlems)(?:möte|stämma) (?:med|i|för|hos) "
    r"(?P<organisation>[A-ZÅÄÖ][\w&-]+(?: [\w&-]+){0,6}?)(?= (?:den )?\d|$)",
    re.I,
)
PAPER = re.compile(
    r"\b(?:(?:sammanträdes|närvaro)?protokoll(?: (?:nr )?\d+(?:[/:-]\d+)?)?|sammanträdes(?:datum|dag)|sid(?:a|an)?\b"
    r"(?: nr)?|blad|datum|dnr|diarienr)\b[.:]?|\d{4}-\d\d-\d\d|\d{1,3} ?\(\d{1,3}\)",
    re.I,
)
"""What the head of a page says besides whose minutes they are."""
PUBLIC = ("municipality", "region", "association")


def stem(name: str) -> str:
    """A body's name as it is compared: `Kommunstyrelsen` = `Kommunstyrelse`, `Politiska samverkansberedningen` =
    `Politisk samverkansberedning för …`.
    """
    words = re.split(r"\s+för\s+", name.casefold())[0].split()
    return " ".join(re.sub(r"(?:en|et|n|a|(?<!t)t)$", "", word) for word in words)


def organisation_of(page: Layout, fields: Sequence[Field], named: Sequence[Organisation], body: str) -> str:
    """The organisation that the body belongs to: named in the heads, by the signing service, or most often in the
    text.
    """
    headings = {
        o.name
        for f in fields
        if f.kind in ("member", "substitute")
        for v in f.values
        for o in organisations_in(v.text)
        if o.kind in PUBLIC and o.name == fold(v.text)
    }
    if len(headings) > 1:
        first = next((fold(v.text) for f in fields[:1] for v in f.values[:2] if JOINT.search(v.text)), "")
        return next((o.name for o in organisations_in(first) if o.name == first), "")
    heads = [fold(v.text) for f in fields if f.kind in ("head", "notice", "date", "protocol") for v in f.values[:12]]
    heads += [fold(m[0].strip()) for s, e in page.reading.furniture[:60] for m in WIDE.finditer(page.reading.text[s:e])]
    for head in heads:
        if assembled := ASSEMBLED.search(head):
            return assembled["organisation"].strip()
    heads = [bare for head in heads for bare in dict.fromkeys((head, without_paper(head)))]
    for line in (head.title() if head.isupper() and len(head) > 12 else head for head in heads):
        if TOWN.fullmatch(line):
            return re.sub(r" (Kommun|Stad)$", lambda m: m[0].lower(), line.title() if line.isupper() else line)
        found = [
            o
            for o in organisations_in(line)
            if o.kind in PUBLIC and len(line) < len(o.name) + 25 and stem(o.name) != stem(body)
        ]
        if found:
            return found[-1].name
    signed = Counter(fold(m["name"]) for m in COMPANY.finditer(page.text))
    companies = [name for name in signed if not municipality_of(name)]
    if companies:
        return companies[0]
    joint = {o.name for o in named if o.kind == "association" and JOINT.search(o.name)}
    if len(joint) == 1 and re.match(r"(?:styrelse|direktion|förbund)", body, re.I):
        return next(iter(joint))
    wanted = wanted_kinds(body)
    counts = Counter(o.name for o in named if o.kind in wanted and not re.match(r"Sveriges", o.name))
    ranked = counts.most_common(2)
    if len(ranked) == 1 and wanted == ("region",):
        return ranked[0][0]  # a region's minutes that name one region only
    if ranked and ranked[0][1] >= 3 and (len(ranked) == 1 or ranked[0][1] >= 1.5 * ranked[1][1]):
        return ranked[0][0]
    return ""


def without_paper(head: str) -> str:
    """A line of a page head without `Protokoll`, `Sida 3 (12)` and the date, as a converter runs them together.

    >>> without_paper("Ekby kommun SAMMANTRÄDESPROTOKOLL Sida")
    'Ekby kommun'
    """
    bare = fold(PAPER.sub(" ", head)).strip(" ,:–-") if PAPER.search(head) else head
    return bare or head


def wanted_kinds(body: str) -> tuple[str, ...]:
    """The kinds of organisation that have such a body."""
    name = body.casefold()
    if re.match(r"kommun(?:styrelse|fullmäktige)|.*nämnd", name):
        return ("municipality",)
    if name.startswith("region"):
        return ("region",)
    if re.match(r"(?:styrelse|direktion|förbund)", name):
        return ("association",)
    return ()
