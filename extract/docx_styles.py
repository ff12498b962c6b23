"""What Word's styles say of a paragraph: which list it is a point of, the space around it, whether it is a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DEEPEST = 50
"""Styles that a style may stand on."""
_LINE = 240
"""Twentieths of a point: what Word counts as a line in `beforeLines`, and leaves by itself in `beforeAutospacing`."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a paragraph looks like, as far as it matters to its text."""

    style: str = ""
    num_id: str = ""
    """The list that it is a point of, as in numbering.xml; empty for none."""
    level: int | None = None
    """Its level in the list; None where the list's level names the style."""
    listed: str = ""
    """The style that makes it a point of the list."""
    outline: int = 9
    """0 to 8 for headings."""
    before: int = 0
    """Space above, in twentieths of a point."""
    after: int = 0
    contextual: bool = False
    """No space between paragraphs of the same style."""
    turns: bool = False
    """Begins a page."""
    contents: bool = False
    """An entry of a table of contents."""


def attribute(element: etree._Element | None, path: str, name: str = "val") -> str | None:
    """An attribute of the element at a path of names; None where either is missing."""
    for step in path.split("/") if path else ():
        element = element.find(W + step) if element is not None else None
    return element.get(W + name) if element is not None else None


def number(text: str | None, default: int = 0) -> int:
    """A whole number of at most nine digits."""
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,9}", text) else default


def on(element: etree._Element | None, path: str) -> bool:
    """Whether a property that is on or off is on."""
    for step in path.split("/"):
        element = element.find(W + step) if element is not None else None
    return element is not None and element.get(W + "val", "1") not in ("0", "false", "off")


def looks(root: etree._Element | None) -> dict[str, Look]:
    """Style → look; the empty name stands for paragraphs without one."""
    if root is None:
        return {"": Look()}
    styles = {s.get(W + "styleId", ""): s for s in root.findall(W + "style") if s.get(W + "type") == "paragraph"}
    defaults = root.find(W + "docDefaults")
    base = of(defaults.find(f"{W}pPrDefault/{W}pPr"), Look()) if defaults is not None else Look()
    found = {name: _inherited(styles, name, base) for name in styles}
    usual = next((name for name, s in styles.items() if s.get(W + "default") in ("1", "true", "on")), "")
    return {**found, "": replace(found.get(usual, base), style=usual)}


def _inherited(styles: dict[str, etree._Element], name: str, base: Look) -> Look:
    look = base
    for style in reversed(list(_chain(styles, name))):
        title = (attribute(style, "name") or "").casefold()
        heading = re.fullmatch(r"(?:heading|rubrik) (\d)", title)
        look = replace(of(style.find(W + "pPr"), look), contents=title.startswith("toc "))
        if style.find(f"{W}pPr/{W}numPr") is not None:
            look = replace(look, listed=style.get(W + "styleId", ""))
        if heading and look.outline == 9:
            look = replace(look, outline=int(heading[1]) - 1)
    return replace(look, style=name)


def _chain(styles: dict[str, etree._Element], name: str) -> Iterator[etree._Element]:
    seen: set[str] = set()
    while name in styles and name not in seen and len(seen) < _DEEPEST:
        seen.add(name)
        yield styles[name]
        name = attribute(styles[name], "basedOn") or ""


def of(properties: etree._Element | None, look: Look) -> Look:
    """The look that a `w:pPr` makes of another, its style's."""
    if properties is None:
        return look
    spacing = properties.find(W + "spacing")
    if spacing is not None:
        look = replace(look, before=_space(spacing, "before", look.before), after=_space(spacing, "after", look.after))
    if (num_id := attribute(properties, "numPr/numId")) is not None:
        look = replace(look, num_id=num_id if num_id != "0" else "", level=None)
    if (level := attribute(properties, "numPr/ilvl")) is not None:
        look = replace(look, level=number(level))
    if (outline := attribute(properties, "outlineLvl")) is not None:
        look = replace(look, outline=number(outline, 9))
    if properties.find(W + "contextualSpacing") is not None:
        look = replace(look, contextual=on(properties, "contextualSpacing"))
    if properties.find(W + "pageBreakBefore") is not None:
        look = replace(look, turns=on(properties, "pageBreakBefore"))
    return look


def _space(spacing: etree._Element, side: str, inherited: int) -> int:
    if spacing.get(f"{W}{side}Autospacing") in ("1", "true", "on"):
        return _LINE
    if (lines := spacing.get(f"{W}{side}Lines")) is not None:
        return number(lines) * _LINE // 100
    return number(spacing.get(W + side), inherited)
