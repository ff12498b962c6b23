"""The only file that knows the PDF library: bytes → the text of each page.

PDFium gives text in the order in which a file draws it, which need not be the order of reading. So each word
is asked for its place, and `pdf_order` puts the words in order. Two or four calls a word, none for a single character.
"""

from __future__ import annotations

import ctypes
import logging
import math
import re
from collections import defaultdict

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ..errors import UnreadableError
from .pdf_order import Word, lines

log = logging.getLogger(__name__)

MAX_PAGES = 5_000
MAX_CHARACTERS = 20_000_000

_EM = 0.85  # of the height that PDFium gives a font's box
NEAR = 0.5  # of that height: words with a smaller gap are sure to stand in one cell
_FAR = 1e5  # points: what stands further out is a broken coordinate
_HYPHENS = "\x02\ufffe"  # PDFium's marks for a hyphen at a line's end, after which it draws the lines together
_HYPHEN = str.maketrans(dict.fromkeys(_HYPHENS, "-"))
_PIECE = re.compile(rf"[^\s{_HYPHENS}]+[{_HYPHENS}]?|[{_HYPHENS}]|\n")


def pdf_pages(data: bytes, name: str) -> list[str]:
    """The text of each page of a PDF file, in reading order; `name` is for the messages.

    Raises UnreadableError when the file is broken, encrypted, too long, or has no text at all.
    """
    if b"%PDF-" not in data[:1024]:
        raise UnreadableError(f"{name}: is no PDF in spite of its name; download it again")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise UnreadableError(f"{name}: the PDF is encrypted; save a copy without password and read that") from None
        raise UnreadableError(f"{name}: the PDF is broken ({error}); download it again or repair it") from None
    try:
        count = len(document)
        if count > MAX_PAGES:
            raise UnreadableError(f"{name}: {count} pages, more than the limit of {MAX_PAGES}; split the PDF")
        pages, size = [], 0
        for number in range(count):
            pages.append(_page(document, number, name))
            size += len(pages[-1])
            if size > MAX_CHARACTERS:
                raise UnreadableError(f"{name}: more than {MAX_CHARACTERS} characters of text; split the PDF")
    finally:
        document.close()
    empty = sum(not page.strip() for page in pages)
    if empty == len(pages):
        raise UnreadableError(f"{name}: the PDF has no text layer; it needs OCR first, e.g. with ocrmypdf")
    if empty:
        log.info("%s: %d of %d pages have no text layer", name, empty, len(pages))
    return pages


def _page(document: pdfium.PdfDocument, number: int, name: str) -> str:
    try:
        page = document[number]
        textpage = page.get_textpage()
    except pdfium.PdfiumError as error:
        raise UnreadableError(
            f"{name}: page {number + 1} of the PDF is broken ({error}); download it again or repair it"
        ) from None
    try:
        by_angle = _words(textpage)
    finally:
        textpage.close()
        page.close()
    if not by_angle:
        return ""
    sizes = {angle: sum(len(word[5]) for word in words) for angle, words in by_angle.items()}
    main = max(sizes, key=lambda angle: (sizes[angle], -angle))
    # Stamps up the margin and watermarks across the page are no text of the minutes; a page half of which is
    # turned (a wide table) is read in two parts.
    kept = [main] + [angle for angle in sorted(sizes) if angle != main and sizes[angle] > 0.2 * sum(sizes.values())]
    return "\n\n".join(lines(by_angle[angle]) for angle in kept)


def _words(textpage: pdfium.PdfTextPage) -> dict[int, list[Word]]:
    """The words of a page by their direction in quarter turns, as if each direction were upright; -1 is askew.

    Words that follow each other on a line without a large gap come as one: a line of prose is one "word".
    """
    page = textpage.raw
    words: dict[int, list[Word]] = defaultdict(list)
    first, last = raw.FS_RECTF(), raw.FS_RECTF()
    box = raw.FPDFText_GetLooseCharBox
    run: list[str] = []  # the upright words gathered so far, and their place
    left = right = bottom = top = base = 0.0

    def finish() -> None:
        if run:
            _add(words[0], (left, right, base, top - bottom), " ".join(run))
            run.clear()

    for match in _PIECE.finditer(_characters(textpage)):
        piece = match.group()
        start, end = match.span()
        if piece == "\n":
            finish()
        elif box(page, start, first) and box(page, end - 1, last):
            # A word that goes on in the same font on the same line, which most do, is not asked for its baseline.
            if run and first.bottom == bottom and first.top == top and 0 <= first.left - right <= NEAR * (top - bottom):
                run.append(piece)
                right = last.right
            else:
                finish()
                angle, x, y = _direction(page, start)
                if angle == 0:
                    left, right, bottom, top, base = first.left, last.right, first.bottom, first.top, y
                    run.append(piece)
                else:
                    _add(words[angle], _upright(first, last, x, y, angle), piece.translate(_HYPHEN))
            if run and piece[-1] in _HYPHENS:
                run[-1] = piece[:-1] + "-"
                finish()
    finish()
    return {angle: found for angle, found in words.items() if found}


def _add(words: list[Word], place: tuple[float, float, float, float], text: str) -> None:
    left, right, baseline, height = place
    if all(-_FAR < value < _FAR for value in place):  # false for nan, too
        words.append((left, right, baseline, max(height * _EM, 1.0), len(words), text))


def _direction(page: raw.FPDF_TEXTPAGE, index: int) -> tuple[int, float, float]:
    """The direction of a character in quarter turns, or -1, and its place on the baseline."""
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(page, index, x, y)
    angle = raw.FPDFText_GetCharAngle(page, index)
    if not 0 <= angle < 7:
        return 0, x.value, y.value
    turns = round(angle / (math.pi / 2))
    return (turns % 4 if abs(angle - turns * math.pi / 2) < 0.1 else -1), x.value, y.value


def _characters(textpage: pdfium.PdfTextPage) -> str:
    """The page's characters, one for each of PDFium's indexes."""
    count = textpage.count_chars()
    text: str = textpage.get_text_range() if count else ""
    if len(text) == count:
        return text
    # Characters outside of the basic plane, or left out by PDFium, shift the indexes: ask one by one.
    codes = (raw.FPDFText_GetUnicode(textpage.raw, index) for index in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 else " " for code in codes)


def _upright(
    first: raw.FS_RECTF, last: raw.FS_RECTF, x: float, y: float, angle: int
) -> tuple[float, float, float, float]:
    """Left, right, baseline and height of a word, turned so that it reads from left to right."""
    match angle:
        case 1:  # PDFium counts clockwise: reads downwards
            return -first.top, -last.bottom, x, first.right - first.left
        case 2:
            return -first.right, -last.left, -y, first.top - first.bottom
        case 3:
            return first.bottom, last.top, -x, first.right - first.left
        case _:
            return first.left, last.right, y, first.top - first.bottom
