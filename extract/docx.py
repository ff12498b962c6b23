"""Word's .docx → the text of each page: paragraphs with their numbers, tables in place, text boxes, notes at the end.

Word's own page breaks, as of when the document was last saved, part the pages; one within a paragraph counts behind it.
Left out: what is deleted or hidden, comments, field codes, empty form fields, tables of contents, and page heads and
feet (but for the lines of the first head that stand nowhere else: who met, and when).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from ..errors import UnreadableError
from .docx_numbering import Numbering, counted_label, numbering
from .docx_styles import Look, W, attribute, looks, number, of, on
from .furniture_lines import LONE_NUMBER, NUMBER
from .ooxml import Package, opened, part, related
from .typeset import GAP, TURN, Cell, heading, pages, table

MAX_DEPTH = 40
"""Tables within tables."""
MAX_CHARACTERS = 20_000_000

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_WIDE = 80
"""Space between paragraphs, in twentieths of a point, that reads as a blank line."""
_SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-", W + "softHyphen": "\xad",
          W + "lastRenderedPageBreak": TURN}  # fmt: skip
_LEFT_OUT = {W + name for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr",
                                   "tcPr", "sectPr", "rt")} | {_MC + "Fallback"}  # fmt: skip


@dataclass(slots=True)
class _State:
    """What is known of the document, and how far it has been read."""

    looks: Mapping[str, Look]
    numbering: Numbering
    fields: list[bool] = field(default_factory=list)
    """For each field that is open whether its code is over, so that what follows is its result."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    """The foot- and endnotes named so far: kind and id."""
    begun: str = ""
    """The text of a paragraph whose end was deleted: the next one goes on with it."""
    tables: int = 0
    size: int = 0


@dataclass(slots=True)
class _Above:
    """The paragraph above in the same cell or text."""

    look: Look = field(default_factory=Look)


def docx_pages(data: bytes, name: str) -> list[str]:
    """The text of each page of a .docx file. UnreadableError: broken, encrypted, beyond a limit, no text."""
    package = opened(data, name)
    main = next((path for kind, path in related(package).values() if kind == "officeDocument"), "word/document.xml")
    root = part(package, main)
    body = root.find(W + "body") if root is not None else None
    if body is None:
        raise UnreadableError(f"{name}: is no Word document in spite of its name; save it as .docx or PDF")
    parts = related(package, main)
    paths = dict(parts.values())

    def xml(kind: str) -> etree._Element | None:
        return part(package, paths[kind]) if kind in paths else None

    styles = looks(xml("styles"))
    state = _State(styles, numbering(xml("numbering"), styles))
    lines = _blocks(body, state, name)
    lines += _notes(state, xml, name)
    found = pages([*_missing_heads(body, parts, package, lines), *lines])
    if not any(page.strip() for page in found):
        raise UnreadableError(f"{name}: the document has no text, only pictures perhaps; it needs OCR: save it as PDF")
    return found


def _blocks(parent: etree._Element, state: _State, name: str, *, spaced: bool = True) -> list[str]:
    """The lines of a body, cell, text box or note."""
    above = _Above()
    lines: list[str] = []
    for block in _within(parent):
        if block.tag == W + "p":
            lines += _paragraph(block, state, above, name, spaced)
        else:
            lines += _table(block, state, name)
            above.look = Look()
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


def _paragraph(element: etree._Element, state: _State, above: _Above, name: str, spaced: bool) -> list[str]:
    properties = element.find(W + "pPr")
    styled = attribute(properties, "pStyle") or ""
    look = of(properties, state.looks.get(styled, state.looks.get("", Look())))
    pieces: list[str] = []
    boxes: list[etree._Element] = []
    _inline(element, state, pieces, boxes)
    state.fields = [True for _ in state.fields]  # a code ends with its paragraph: a broken one hides no more
    text, begun = state.begun + "".join(pieces), state.begun
    state.begun = ""
    if look.contents:
        return []
    if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
        state.begun = text
        return []
    label = counted_label(state.numbering, look)
    state.size += len(text)
    if state.size > MAX_CHARACTERS:
        raise UnreadableError(f"{name}: more than {MAX_CHARACTERS:,} characters of text; split the document")
    lines = [TURN] if look.turns and not begun else []
    words = text.replace(TURN, "")
    if text.lstrip(" \t\n").startswith(TURN):
        lines.append(TURN)
        text = text.replace(TURN, "", 1)
    if spaced and _gap(above.look, look):
        lines.append(GAP)
    if words.strip() or label.strip(" •-"):
        lines += heading(label + words, look.outline).split("\n")
    else:
        lines.append(GAP)
    lines += [TURN] * (text.count(TURN) + _ends_section(properties))
    above.look = look
    for box in boxes:
        lines += [GAP, *_blocks(box, state, name), GAP]
    return lines


def _gap(above: Look, look: Look) -> bool:
    if above.contextual and look.contextual and above.style == look.style:
        return False
    return max(above.after, look.before) >= _WIDE


def _ends_section(properties: etree._Element | None) -> bool:
    """Whether the next section begins on a page of its own."""
    if properties is None or properties.find(W + "sectPr") is None:
        return False
    return (attribute(properties, "sectPr/type") or "nextPage") not in ("continuous", "nextColumn")


def _inline(element: etree._Element, state: _State, pieces: list[str], boxes: list[etree._Element]) -> None:
    """The text of a paragraph into `pieces`, and the text boxes that hang on it into `boxes`."""
    for child in element:
        tag = child.tag
        if tag == W + "t":
            if all(state.fields):
                pieces.append(child.text or "")
        elif tag in _SIGNS:
            pieces.append(_SIGNS[tag])
        elif tag == W + "br":
            pieces.append(TURN if child.get(W + "type") == "page" else "\n")
        elif tag == W + "sym":
            code = child.get(W + "char", "")
            pieces.append(chr(int(code, 16)) if len(code) == 4 and code.isalnum() and _hex(code) else "")
        elif tag == W + "fldChar":
            _field(child.get(W + "fldCharType", ""), state.fields)
        elif tag in (W + "footnoteReference", W + "endnoteReference"):
            state.notes.append((tag.removeprefix(W).removesuffix("Reference"), child.get(W + "id", "")))
        elif tag == W + "txbxContent":
            boxes.append(child)
        elif tag not in _LEFT_OUT and not _placeholder(child) and not on(child, "rPr/vanish"):
            _inline(_chosen(child), state, pieces, boxes)


def _hex(code: str) -> bool:
    return all(char in "0123456789abcdefABCDEF" for char in code)


def _field(kind: str, fields: list[bool]) -> None:
    if kind == "begin":
        fields.append(False)
    elif kind == "separate" and fields:
        fields[-1] = True
    elif kind == "end" and fields:
        fields.pop()


def _table(element: etree._Element, state: _State, name: str) -> list[str]:
    if state.tables >= MAX_DEPTH:
        raise UnreadableError(f"{name}: more than {MAX_DEPTH} tables within each other; save a copy as PDF")
    state.tables += 1
    rows = []
    for row in _parts(element, "tr"):
        if row.find(f"{W}trPr/{W}del") is not None:
            continue
        cells = list(_parts(row, "tc"))
        rows.append(
            [
                Cell(
                    _blocks(cell, state, name, spaced=len(cells) == 1),
                    max(1, number(attribute(cell, "tcPr/gridSpan"), 1)),
                )
                for cell in cells
            ]
        )
    state.tables -= 1
    return table(rows)


def _parts(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, whatever wraps them."""
    for child in parent:
        if child.tag == W + name:
            yield child
        elif child.tag not in _LEFT_OUT:
            yield from _parts(_chosen(child), name)


def _notes(state: _State, xml: Callable[[str], etree._Element | None], name: str) -> list[str]:
    """The foot- and endnotes, each a paragraph, in the order in which the text names them."""
    lines: list[str] = []
    for kind in ("footnote", "endnote"):
        wanted = [key for of, key in state.notes if of == kind]
        root = xml(f"{kind}s") if wanted else None
        if root is not None:
            notes = {note.get(W + "id", ""): note for note in root.findall(W + kind)}
            for key in dict.fromkeys(wanted):
                if key in notes:
                    lines += [GAP, *_blocks(notes[key], state, name)]
    return lines


def _missing_heads(
    body: etree._Element, parts: Mapping[str, tuple[str, str]], package: Package, lines: Iterable[str]
) -> list[str]:
    """The lines of the page heads of the first section that are no line of the text, without page numbers."""
    section = next(body.iter(W + "sectPr"), None)
    printed = {line.strip().casefold() for line in lines}
    found: list[str] = []
    for reference in [] if section is None else section.findall(W + "headerReference"):
        root = part(package, parts.get(reference.get(_R + "id", ""), ("", ""))[1])
        if root is not None:
            state = _State({}, Numbering({}))
            for line in _blocks(root, state, package.name):
                words = NUMBER.sub("", "" if LONE_NUMBER.fullmatch(line.strip()) else line).strip()
                if words and words.casefold() not in printed:
                    found.append(words)
    return [*dict.fromkeys(found), GAP]
