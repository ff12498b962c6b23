"""Web pages and what Word saves as one → the text of the minutes, without the website around it.

Left out: scripts, menus, the site's head and foot, cookie notices, hidden things, tables of contents. A list of names
or a § is never left out, wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import UnreadableError
from .docx_styles import number
from .html_tree import BREAK, HEADINGS, LISTS, MAX_ELEMENTS, Node, parsed
from .plain_text import decoded
from .typeset import GAP, MAX_COLUMNS, TURN, Cell, counted, heading, pages, table

MAX_ROWS_SPANNED = 200
"""By one cell; and in a table of ten times as many rows none is."""

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.I)
_KNOWN = re.compile(r"(?:iso-?8859-\d{1,2}|latin-?\d|windows-125\d|cp125\d|macintosh|mac-?roman|us-ascii)", re.I)
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_TELLS = re.compile(r"\d{4}|kommun|region|stad|förbund|nämnd|styrelse|fullmäktige|utskott|direktion|beredning", re.I)
_CONTROLS = re.compile(
    r"(?:till (?:sidans |sidan )?topp(?:en)?|skriv ut(?: sidan)?|dela(?: sidan)?(?: på .{1,20})?|lyssna(?: på sidan)?|"
    r"(?:hoppa|gå) till (?:huvud)?innehåll(?:et)?|tipsa en vän|tillbaka|stäng|visa (?:mer|mindre)|öppna alla|"
    r"stäng alla|sidan uppdaterad.{0,40}|senast (?:uppdaterad|ändrad|publicerad).{0,60}|dela:?)",
    re.I,
)


def html_pages(data: bytes, name: str) -> list[str]:
    """The text of an HTML file: one page, or more where it breaks them. UnreadableError: no HTML, too many tags."""
    text = _decoded(data, name)
    if not re.search(r"<(?:!doctype|[a-z][a-z0-9]*[\s/>])", text[:100_000], re.I):
        raise UnreadableError(f"{name}: has no HTML in it in spite of its name; name it .txt if it is plain text")
    try:
        root = parsed(text)
    except OverflowError:
        raise UnreadableError(f"{name}: more than {MAX_ELEMENTS:,} elements; split the page") from None
    content = _content(root)
    lines = [line for line in _lines(content) if not _CONTROLS.fullmatch(line.strip(" -\xa0"))]
    found = pages([*_titles(root, content, lines), *lines])
    if not any(page.strip() for page in found):
        raise UnreadableError(f"{name}: the page holds no text; open it in a browser and save it once more")
    return found


def _decoded(data: bytes, name: str) -> str:
    """The page's text: UTF-8 where it is, else what the page says of itself, else as plain text."""
    declared = _META.search(data[:8192])
    encoding = declared[1].decode("ascii") if declared else ""
    if _KNOWN.fullmatch(encoding):
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            latin = re.fullmatch(r"(?:iso-?8859-1|latin-?1|us-ascii)", encoding, re.I)  # browsers read these as this:
            return data.decode("cp1252" if latin else encoding, errors="replace")
    return decoded(data, name)


def _content(root: Node) -> Node:
    """The part of the page that says it is the main one, if nearly all names and §§ stand in it."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        main = node.tag in ("main", "article") or node.attributes.get("role") == "main"
        if main and node.marks >= 0.9 * root.marks and node.words >= 0.3 * root.words:
            return node
        waiting += [child for child in reversed(node.children) if isinstance(child, Node)]
    return root


def _titles(root: Node, content: Node, lines: list[str]) -> Iterator[str]:
    """The page's title and first heading, where they stand outside of the main part and say who met or when."""
    printed = {line.strip(" #").casefold() for line in lines}
    waiting, found = [root], list[str]()
    while waiting:
        node = waiting.pop()
        if (node.tag == "title" or (node.tag == "h1" and content is not root)) and len(found) < 2:
            found.append(" ".join(_words(node).split()))
        if node is not content or content is root:
            waiting += [child for child in reversed(node.children) if isinstance(child, Node)]
    for title in found:
        for piece in re.split(r" [|–—-] | \| ", title[:300]):
            if piece.strip().casefold() not in printed and _TELLS.search(piece):
                printed.add(piece.strip().casefold())
                yield piece.strip()


def _words(node: Node) -> str:
    """All text in a node."""
    return "".join(child if isinstance(child, str) else _words(child) for child in node.children)


def _lines(node: Node) -> list[str]:
    """The lines of a block."""
    match node.tag:
        case "table":
            return table(_rows(node))
        case "dl":
            return list(_definitions(node))
        case "title" | "hr":
            return [GAP]
    if node.tag in LISTS:
        return list(_points(node))
    lines = list(_flow(node))
    if "page-break-before:always" in node.attributes.get("style", "").replace(" ", ""):
        lines.insert(0, TURN)
    if node.tag in HEADINGS:
        return [GAP, heading(" ".join(" ".join(lines).split()), int(node.tag[1]) - 1)]
    if node.tag in ("p", "blockquote", "pre") and not node.attributes.get("class", "").startswith("Mso"):
        return [GAP, *lines, GAP]
    return lines


def _flow(node: Node) -> Iterator[str]:
    """The lines of what stands in a block: its text, and the blocks in it."""
    text: list[str] = []
    for child in node.children:
        if isinstance(child, str):
            text.append(child)
        elif child.left_out and not (child.tag == "button" and node.tag in HEADINGS):
            continue
        elif child.tag in ("span", "a", "b", "i", "strong", "em", "font"):
            text.append(_words(child))
        else:
            yield from _broken(text, node.tag == "pre")
            text = []
            yield from _lines(child)
    yield from _broken(text, node.tag == "pre")


def _broken(text: list[str], as_is: bool) -> Iterator[str]:
    """Lines of a piece of text; empty lines at its ends are none."""
    whole = "".join(text)
    if not whole.strip(" \n"):
        yield from [TURN] * whole.count("\f")
        return
    for line in whole.split(BREAK):
        before, turn, behind = line.partition("\f")
        for part in [before, behind] if turn else [line]:
            yield part.rstrip() if as_is else re.sub(" {2,}", " ", part).strip(" ")
            if turn and part is before:
                yield TURN


def _points(node: Node) -> Iterator[str]:
    """The points of a list, each with its number or a dash."""
    form = _FORMS.get(node.attributes.get("type", "1"), "decimal")
    items = [c for c in node.children if isinstance(c, Node) and c.tag == "li"]
    value = number(node.attributes.get("start"), len(items) if "reversed" in node.attributes else 1)
    yield GAP
    for child in node.children:
        if isinstance(child, str):
            yield from _broken([child], False)
            continue
        if child.left_out:
            continue
        lines = [line for line in _lines(child) if line.strip() or child.tag != "li"]
        if child.tag != "li":
            yield from lines
            continue
        value = number(child.attributes.get("value"), value)
        mark = "-" if node.tag != "ol" else f"{counted(value, form)}."
        value += -1 if "reversed" in node.attributes else 1
        if lines:
            yield f"{mark} {lines[0]}"
            yield from lines[1:]
    yield GAP


def _definitions(node: Node) -> Iterator[str]:
    """A list of terms: each on one line with the first line of what it stands for."""
    term = ""
    yield GAP
    for child in _terms(node):
        lines = [
            line for line in (_broken([child], False) if isinstance(child, str) else _lines(child)) if line.strip()
        ]
        if isinstance(child, Node) and child.tag == "dt":
            if term:
                yield term
            term = " ".join(lines)
        elif lines:
            yield f"{term}\t{lines[0]}" if term else lines[0]
            yield from lines[1:]
            term = ""
    if term:
        yield term
    yield GAP


def _terms(node: Node) -> Iterator[Node | str]:
    for child in node.children:
        if isinstance(child, Node) and child.tag == "div" and not child.left_out:
            yield from _terms(child)
        elif isinstance(child, str) or not child.left_out:
            yield child


def _rows(node: Node) -> list[list[Cell]]:
    """The rows of a table; what a cell spans further down is empty there."""
    rows: list[list[Cell]] = []
    spans: dict[int, int] = {}
    parts = list(_parts(node))
    most = MAX_ROWS_SPANNED if len(parts) < 10 * MAX_ROWS_SPANNED else 1
    for row in parts:
        if row.tag == "caption":
            rows.append([Cell(_lines(row))])
            continue
        cells: list[Cell] = []
        at = 0
        for cell in [c for c in row.children if isinstance(c, Node) and c.tag in ("td", "th") and not c.left_out]:
            while spans.get(at, 0):
                spans[at] -= 1
                cells.append(Cell([]))
                at += 1
            wide = min(max(1, number(cell.attributes.get("colspan"), 1)), MAX_COLUMNS)
            down = min(number(cell.attributes.get("rowspan"), 1), most) - 1
            cells.append(Cell(list(_flow(cell)), wide))
            for column in range(at, at + wide):
                if down > 0 and column < MAX_COLUMNS:
                    spans[column] = down
            at += wide
        for column in [c for c, left in spans.items() if c >= at and left > 0]:
            spans[column] -= 1
        rows.append(cells)
    return rows


def _parts(node: Node) -> Iterator[Node]:
    """The rows of a table, and its caption."""
    for child in node.children:
        if isinstance(child, Node):
            if child.tag in ("tr", "caption"):
                yield child
            elif child.tag != "table":
                yield from _parts(child)
