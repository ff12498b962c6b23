"""The numbers that Word computes and writes nowhere: `§ 12`, `1.`, `a)`, `•` before a paragraph."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from .docx_styles import Look, W, attribute, number
from .typeset import counted

_LEVELS = 9
_SIGN = re.compile(r"%([1-9])")
_DASH = re.compile(r"[-‐‑‒–—−]+")
_LONGEST = 40
"""Characters of a number as printed."""


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts and prints."""

    start: int = 1
    form: str = "decimal"
    """As Word names them: `decimal`, `lowerLetter`, `bullet`, `none` …"""
    text: str = ""
    """`§ %1`, `%1.%2`."""
    restart: int = -1
    """Counts anew after a paragraph of a level above this one (counted from 1); -1 after any, 0 never."""
    legal: bool = False
    """All its numbers are digits."""
    glued: bool = False
    """No space behind the number."""
    style: str = ""
    """The style whose paragraphs are of this level."""


@dataclass(frozen=True, slots=True)
class List:
    """A list that paragraphs name by its id: how it counts, and where it begins anew."""

    counts: str
    """Lists with the same of these go on counting with each other."""
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has counted."""

    lists: Mapping[str, List]
    counters: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)


def numbering(root: etree._Element | None, looks: Mapping[str, Look]) -> Numbering:
    """The lists of numbering.xml; `looks` are the styles, some of which stand for a list."""
    if root is None:
        return Numbering({})
    kinds = {kind.get(W + "abstractNumId", ""): kind for kind in root.findall(W + "abstractNum")}
    numbers = {num.get(W + "numId", ""): num for num in root.findall(W + "num")}
    found = {}
    for num_id, num in numbers.items():
        counts = attribute(num, "abstractNumId") or ""
        link = attribute(kinds.get(counts), "numStyleLink")
        if link:  # the list of a style: found where the style's own list is
            other = numbers.get(looks.get(link, Look()).num_id)
            linked = [key for key, kind in kinds.items() if attribute(kind, "styleLink") == link]
            counts = linked[0] if linked else (attribute(other, "abstractNumId") or counts)
        levels, starts = _levels(kinds.get(counts)), {}
        for override in num.findall(W + "lvlOverride"):
            at = number(override.get(W + "ilvl"))
            levels |= _levels(override)
            if (start := attribute(override, "startOverride")) is not None:
                starts[at] = number(start)
        found[num_id] = List(counts, levels, starts)
    return Numbering(found)


def _levels(parent: etree._Element | None) -> dict[int, Level]:
    found = {}
    for lvl in [] if parent is None else parent.findall(W + "lvl"):
        form = lvl.find(f".//{W}numFmt")
        found[number(lvl.get(W + "ilvl"))] = Level(
            number(attribute(lvl, "start"), 0),
            form.get(W + "val", "decimal") if form is not None else "decimal",
            (attribute(lvl, "lvlText") or "")[:_LONGEST],
            number(attribute(lvl, "lvlRestart"), -1),
            lvl.find(W + "isLgl") is not None,
            attribute(lvl, "suff") == "nothing",
            attribute(lvl, "pStyle") or "",
        )
    return found


def counted_label(numbering: Numbering, look: Look) -> str:
    """What Word prints before this paragraph, the next one of its list, with the space behind it; or empty."""
    if not look.num_id or look.num_id not in numbering.lists:
        return ""
    of = numbering.lists[look.num_id]
    at = look.level
    if at is None:
        at = next((key for key, level in of.levels.items() if level.style and level.style == look.listed), 0)
    level = of.levels.get(at)
    if level is None or not 0 <= at < _LEVELS:
        return ""
    counters = numbering.counters.setdefault(of.counts, {})
    if look.num_id not in numbering.begun:
        numbering.begun.add(look.num_id)
        for key in of.starts:
            counters.pop(key, None)
    counters[at] = counters[at] + 1 if at in counters else of.starts.get(at, level.start)
    for below in [key for key in counters if key > at]:
        restart = of.levels[below].restart if below in of.levels else -1
        if restart < 0 or (restart and at < restart):
            del counters[below]
    text = _printed(of, at, counters)
    return text if level.glued or not text else text + " "


def _printed(of: List, at: int, counters: Mapping[int, int]) -> str:
    level = of.levels[at]
    if level.form == "bullet":
        return "-" if _DASH.fullmatch(level.text) else "•" if level.text.strip() else ""
    if level.form == "none":
        return _SIGN.sub("", level.text).strip()

    def figure(match: re.Match[str]) -> str:
        key = int(match[1]) - 1
        one = of.levels.get(key, Level())
        if one.form in ("none", "bullet"):
            return ""
        value = counters.get(key, of.starts.get(key, one.start))
        return counted(value, "decimal" if level.legal else one.form)

    return _SIGN.sub(figure, level.text).replace("\xa0", " ").strip()
