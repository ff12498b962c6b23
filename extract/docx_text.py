"""The body of a Word document → lines: paragraphs with their numbers, tables, text boxes.

Left out: what is deleted or hidden, comments, field codes, form fields that nobody filled in, tables of contents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from ..errors import UnreadableError
from .docx_numbering import Numbering, counted_label
from .docx_styles import Look, W, attribute, number, of, on
from .typeset import GAP, TURN, Cell, heading, table

MAX_DEPTH = 40
"""Tables within tables."""
MAX_CHARACTERS = 20_000_000

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WIDE = 80
"""Space between paragraphs, in twentieths of a point, that reads as a blank line."""
_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-", W + "softHyphen": "\xad",
          W + "lastRenderedPageBreak": TURN}  # fmt: skip
_LEFT_OUT = {W + name for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr",
                                   "tcPr", "sectPr", "rt")} | {_MC + "Fallback"}  # fmt: skip


@dataclass(slots=True)
class State:
    """What is known of a document, and how far it has been read."""

    name: str
    """For messages."""
    looks: Mapping[str, Look]
    numbering: Numbering
    fields: list[bool] = field(default_factory=list)
    """For each field that is open whether its code is over, so that what follows is its result."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    """The foot- and endnotes named so far: kind and id."""
    begun: str = ""
    """The text of a paragraph whose end was deleted: the next one goes on with it."""
    tables: int = 0
    """How many tables are open, within each other."""
    beside: bool = False
    """In a row of several cells: the space between paragraphs says nothing there."""
    size: int = 0


def blocks(parent: etree._Element, state: State) -> list[str]:
    """The lines of a body, cell, text box or note. UnreadableError beyond a limit."""
    above = Look()
    lines: list[str] = []
    for block in _within(parent):
        if block.tag == W + "p":
            added, above = _paragraph(block, state, above)
        else:
            added, above = _table(block, state), Look()
        lines += added
    return lines


def _within(parent: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs and tables in an element, whatever wraps them."""
    for child in parent:
        if child.tag in (W + "p", W + "tbl"):
            yield child
        elif child.tag not in _LEFT_OUT and not _placeholder(child):
            yield from _within(_chosen(child))


def _chosen(element: etree._Element) -> etree._Element:
    """Of what is there twice, for new and for old programs, the one for new ones."""
    if element.tag != _MC + "AlternateContent":
        return element
    choice = element.find(_MC + "Choice")
    fallback = element.find(_MC + "Fallback")
    return choice if choice is not None else fallback if fallback is not None else element


def _placeholder(element: etree._Element) -> bool:
    """Whether a content control was never filled in."""
    return element.tag == W + "sdt" and on(element, "sdtPr/showingPlcHdr")


def _paragraph(element: etree._Element, state: State, above: Look) -> tuple[list[str], Look]:
    """The lines of a paragraph and of the text boxes that hang on it; and its look."""
    properties = element.find(W + "pPr")
    look = of(properties, state.looks.get(attribute(properties, "pStyle") or "", state.looks.get("", Look())))
    pieces: list[str] = []
    boxes: list[etree._Element] = []
    _inline(element, state, pieces, boxes)
    state.fields = [True for _ in state.fields]  # a code ends with its paragraph: a broken one hides no more
    text, begun = state.begun + "".join(pieces), state.begun
    state.begun = ""
    if look.contents:
        return [], above
    if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
        state.begun = text
        return [], above
    state.size += len(text)
    if state.size > MAX_CHARACTERS:
        raise UnreadableError(f"{state.name}: more than {MAX_CHARACTERS:,} characters of text; split the document")
    turns = text.count(TURN)
    at_once = bool(turns) and text.lstrip(" \t\n").startswith(TURN)
    lines = [TURN] * (at_once + (look.turns and not begun))
    lines += [GAP] if _gap(above, look) and not state.beside else []
    label, words = counted_label(state.numbering, look), text.replace(TURN, "")
    shown = bool(words.strip() or label.strip(" •-"))
    lines += heading(label + words, look.outline).split("\n") if shown else [GAP]
    lines += [TURN] * (turns - at_once + _ends_section(properties))  # one within a paragraph counts behind it
    for box in boxes:
        lines += [GAP, *blocks(box, state), GAP]
    return lines, look


def _gap(above: Look, look: Look) -> bool:
    if above.contextual and look.contextual and above.style == look.style:
        return False
    return max(above.after, look.before) >= _WIDE


def _ends_section(properties: etree._Element | None) -> bool:
    """Whether the next section begins on a page of its own."""
    if properties is None or properties.find(W + "sectPr") is None:
        return False
    return (attribute(properties, "sectPr/type") or "nextPage") not in ("continuous", "nextColumn")


def _inline(element: etree._Element, state: State, pieces: list[str], boxes: list[etree._Element]) -> None:
    """The text of a paragraph into `pieces`, and the text boxes that hang on it into `boxes`."""
    for child in element:
        tag = child.tag
        if tag == W + "t":
            pieces += [child.text or ""] if all(state.fields) else []
        elif tag in _SIGNS:
            pieces.append(_SIGNS[tag])
        elif tag == W + "br":
            pieces.append(TURN if child.get(W + "type") == "page" else "\n")
        elif tag == W + "sym":
            code = child.get(W + "char", "")
            pieces.append(chr(int(code, 16)) if re.fullmatch(r"[0-9A-Fa-f]{4}", code) else "")
        elif tag == W + "fldChar":
            _field(child.get(W + "fldCharType", ""), state.fields)
        elif tag in (W + "footnoteReference", W + "endnoteReference"):
            state.notes.append((tag.removeprefix(W).removesuffix("Reference"), child.get(W + "id", "")))
        elif tag == W + "txbxContent":
            boxes.append(child)
        elif tag not in _LEFT_OUT and not _placeholder(child) and not on(child, "rPr/vanish"):
            _inline(_chosen(child), state, pieces, boxes)


def _field(kind: str, fields: list[bool]) -> None:
    if kind == "begin":
        fields.append(False)
    elif kind == "separate" and fields:
        fields[-1] = True
    elif kind == "end" and fields:
        fields.pop()


def _table(element: etree._Element, state: State) -> list[str]:
    if state.tables >= MAX_DEPTH:
        raise UnreadableError(f"{state.name}: more than {MAX_DEPTH} tables within each other; save it as PDF")
    beside = state.beside
    state.tables += 1
    rows = []
    for row in _parts(element, "tr"):
        if row.find(f"{W}trPr/{W}del") is None:
            cells = list(_parts(row, "tc"))
            state.beside = beside or len(cells) > 1
            rows.append([Cell(blocks(cell, state), _span(cell)) for cell in cells])
    state.tables, state.beside = state.tables - 1, beside
    return table(rows)


def _span(cell: etree._Element) -> int:
    return max(1, number(attribute(cell, "tcPr/gridSpan"), 1))


def _parts(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, whatever wraps them."""
    for child in parent:
        if child.tag == W + name:
            yield child
        elif child.tag not in _LEFT_OUT:
            yield from _parts(_chosen(child), name)
