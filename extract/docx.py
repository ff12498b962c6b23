"""Word's .docx → the text of each page.

Word's own page breaks, as of when the document was last saved, part the pages. Foot- and endnotes stand at the end.
Page heads and feet are left out, but for the lines of the first head that the text lacks: who met, and when.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from lxml import etree

from ..errors import UnreadableError
from .docx_numbering import Numbering, numbering
from .docx_styles import W, looks
from .docx_text import State, blocks
from .furniture_lines import LONE_NUMBER, NUMBER
from .ooxml import Package, opened, part, related
from .typeset import GAP, pages

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


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
    state = State(name, styles, numbering(xml("numbering"), styles))
    lines = blocks(body, state)
    lines += _notes(state, xml)
    found = pages([*_missing_heads(body, parts, package, lines), *lines])
    if not any(page.strip() for page in found):
        raise UnreadableError(f"{name}: the document has no text; if it has pictures of text, save it as PDF for OCR")
    return found


def _notes(state: State, xml: Callable[[str], etree._Element | None]) -> list[str]:
    """The foot- and endnotes, each a paragraph, in the order in which the text names them."""
    lines: list[str] = []
    for kind in ("footnote", "endnote"):
        wanted = dict.fromkeys(key for of, key in state.notes if of == kind)
        root = xml(f"{kind}s") if wanted else None
        notes = {} if root is None else {note.get(W + "id", ""): note for note in root.findall(W + kind)}
        for key in wanted:
            if key in notes:
                lines += [GAP, *blocks(notes[key], state)]
    return lines


def _missing_heads(
    body: etree._Element, parts: Mapping[str, tuple[str, str]], package: Package, lines: Iterable[str]
) -> list[str]:
    """The lines of the page heads of the first section that are no line of the text, without page numbers."""
    section = next(body.iter(W + "sectPr"), None)
    printed = {line.strip(" #").casefold() for line in lines}
    found: list[str] = []
    for reference in [] if section is None else section.findall(W + "headerReference"):
        root = part(package, parts.get(reference.get(_R + "id", ""), ("", ""))[1])
        if root is not None:
            for line in blocks(root, State(package.name, {}, Numbering({}))):
                words = NUMBER.sub("", "" if LONE_NUMBER.fullmatch(line.strip()) else line).strip()
                if words and words.casefold() not in printed:
                    found.append(words)
    return [*dict.fromkeys(found), GAP]
