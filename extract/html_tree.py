"""HTML → a tree of the blocks that hold text, each with what tells boilerplate from minutes.

lxml's parser calls `_Builder`, which keeps no more than is needed: inline marks vanish, scripts and pictures too.
Nothing is executed, followed or fetched.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from .table_words import PERSON

MAX_ELEMENTS = 300_000
MAX_DEPTH = 150
"""Blocks within blocks; what is deeper stands in the last of them."""
COLLAPSED = 120
"""Characters: what is hidden and longer is the text below a heading that unfolds it."""
LONGEST = 500
"""Characters of an attribute that are looked at."""
BREAK = "\n"
"""A line break in the text of a node; its other white space is spaces."""

LISTS = frozenset(["ul", "ol", "menu", "dir"])
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
BLOCKS = LISTS | HEADINGS | frozenset(
    ["html", "body", "div", "p", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "td", "th",
     "caption", "section", "article", "main", "header", "footer", "nav", "aside", "form", "fieldset", "legend",
     "address", "blockquote", "pre", "figure", "figcaption", "details", "summary", "hr", "center", "hgroup", "dialog",
     "button", "title", "search"]
)  # fmt: skip
_LEFT_OUT = frozenset(
    ["script", "style", "noscript", "template", "svg", "math", "iframe", "object", "applet", "audio", "video", "canvas",
     "select", "option", "textarea", "datalist", "xml", "map", "frameset"]
)  # fmt: skip
_KEPT = ("class", "id", "role", "style", "type", "start", "value", "reversed", "colspan", "rowspan", "href")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_TURN = re.compile(r"page-break-before\s*:\s*always|break-before\s*:\s*page", re.I)
_SITE_ROLES = frozenset(["navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog"])
_SITE_TAGS = frozenset(["nav", "aside", "header", "footer", "dialog", "search", "button"])
_SITE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:cookies?\w*|consent|kakor|breadcrumbs?|brodsmul\w*|smulor|share|sharing|dela|social|menu|meny|nav|"
    r"navbar|navigation|sidebar|skip\w*|sr-only|visually-hidden|screen-reader-text|sidfot|sidhuvud|"
    r"site-?(?:header|footer)|global-?(?:header|footer)|footer|topbar|toolbar|pagination|pager|search|sok|modal|"
    r"banner|advert|feedback|chat|lyssna|readspeaker)(?:$|[\s_-])",
    re.I,
)
_SECTION = re.compile(r"§\s*\d|\d\s*§")
_RAISED = {"2": "²", "3": "³"}


@dataclass(slots=True, eq=False)
class Node:
    """A block, or an inline element that may be boilerplate."""

    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)
    site: bool = False
    """Looks like a part of the website, not of the page's text."""
    hidden: bool = False
    words: int = 0
    """Characters in it that are no white space."""
    linked: int = 0
    """Those of them that stand in links."""
    inward: int = 0
    """Those that stand in links to places on the same page."""
    marks: int = 0
    """How many of its pieces of text name a § or a person with a party."""

    @property
    def left_out(self) -> bool:
        """Whether it is boilerplate. What lists names or §§ never is, unless all of it is links to elsewhere."""
        links = self.linked >= 0.9 * self.words
        contents = self.words and self.inward >= 0.9 * self.words and len(self.children) > 1
        if contents and (self.tag in LISTS or self.tag == "nav"):
            return True
        if self.hidden and self.marks < 2 and self.words < COLLAPSED:
            return True
        return self.site and (self.marks < 2 or (links and self.tag == "nav"))


class _Builder:
    """What lxml's parser calls for each start, end and text."""

    def __init__(self) -> None:
        self.root = Node("html")
        self.open: list[Node] = [self.root]
        self.elements: list[tuple[str, Node | None]] = []
        """Each open element, and its node where it has one."""
        self.links: list[str] = []
        self.skipped = 0
        self.raised = 0
        self.count = 0

    def start(self, tag: str, attrs: Mapping[str, str]) -> None:
        self.count += 1
        if self.count > MAX_ELEMENTS:
            raise OverflowError
        node: Node | None = None
        if tag in _LEFT_OUT:
            self.skipped += 1
        elif not self.skipped:
            if tag == "br":
                self.add("\f" if _TURN.search(attrs.get("style", "")[:LONGEST]) else BREAK, raw=True)
            elif tag == "a":
                self.links.append(attrs.get("href", ""))
            elif tag == "sup":
                self.raised += 1
            kept = {name: attrs[name][:LONGEST] for name in _KEPT if name in attrs}
            node = Node(tag, kept, site=_is_site(tag, kept, self.open), hidden=_is_hidden(attrs, kept))
            if tag in ("br", "input", "img") or not (tag in BLOCKS or node.site or node.hidden):
                node = None
            elif len(self.open) < MAX_DEPTH:
                self.open[-1].children.append(node)
                self.open.append(node)
            else:
                node = None
                self.add(BREAK, raw=True)
        self.elements.append((tag, node))

    def end(self, tag: str) -> None:
        if not self.elements:
            return
        tag, node = self.elements.pop()
        if tag in _LEFT_OUT:
            self.skipped -= 1
        elif not self.skipped:
            if tag == "a" and self.links:
                self.links.pop()
            elif tag == "sup" and self.raised:
                self.raised -= 1
        if node is not None:
            self.open.pop()
            _closed(node)
            above = self.open[-1]
            above.words += node.words
            above.linked += node.linked
            above.inward += node.inward
            above.marks += node.marks

    def data(self, data: str) -> None:
        if not self.skipped:
            self.add(data)

    def add(self, data: str, *, raw: bool = False) -> None:
        """Text into the innermost node; `raw` as it is."""
        if self.raised and not raw:
            if self.links and data.strip(" []").isdigit():
                return  # the number of a footnote
            data = _RAISED.get(data.strip(), data)
        here = self.open[-1]
        if not raw and not any(node.tag == "pre" for node in self.open[-3:]):
            data = re.sub(r"[ \t\r\n\f\v]+", " ", data)
        size = len(data) - data.count(" ")
        here.words += size
        if self.links:
            here.linked += size
            here.inward += size if self.links[-1].startswith("#") else 0
        here.children.append(data)

    def close(self) -> Node:
        while len(self.open) > 1:
            _closed(self.open.pop())
        _closed(self.root)
        return self.root


def _is_site(tag: str, attributes: Mapping[str, str], within: Sequence[Node]) -> bool:
    if tag in ("html", "body", "main", "table", "tr", "td", "th"):
        return False
    if tag in ("header", "footer") and any(node.tag in ("main", "article", "section") for node in within):
        return False
    if attributes.get("role") in _SITE_ROLES or tag in _SITE_TAGS:
        return True
    return any(_SITE_NAMES.search(attributes.get(name, "")) for name in ("class", "id"))


def _is_hidden(attributes: Mapping[str, str], kept: Mapping[str, str]) -> bool:
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    return _HIDDEN.search(kept.get("style", "")) is not None


def _closed(node: Node) -> None:
    """Join the pieces of a node's text, and count its marks."""
    children: list[Node | str] = []
    run: list[str] = []
    for child in [*node.children, None]:
        if isinstance(child, str):
            run.append(child)
            continue
        if run:
            text = "".join(run)
            children.append(text)
            node.marks += len(PERSON.findall(text)) + 2 * (_SECTION.search(text) is not None)
            run = []
        if child is not None:
            children.append(child)
    node.children = children


def parsed(text: str) -> Node:
    """The tree of a page. OverflowError beyond MAX_ELEMENTS."""
    builder = _Builder()
    target: Any = builder  # the stubs of lxml want one that takes bytes, too
    parser = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=True)
    data = text.replace("\0", " ").encode("utf-8", "replace")
    for start in range(0, len(data), 1 << 20):
        parser.feed(data[start : start + (1 << 20)])
    parser.close()
    return builder.close()
