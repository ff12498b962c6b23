"""PDF files: bytes → the text of each page.

PDFium gives text in the order in which a file draws it, which need not be the order of reading. So each word
is asked for its place (`pdf_words`), and `pdf_order` puts the words in order.
"""

from __future__ import annotations

import logging

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ..errors import UnreadableError
from .pdf_order import lines
from .pdf_rows import Word
from .pdf_words import page_words
from .places import Page, Runs, Sheet

log = logging.getLogger(__name__)

MAX_PAGES = 5_000
MAX_CHARACTERS = 20_000_000


def pdf_pages(data: bytes, name: str) -> list[Page]:
    """The text of each page of a PDF file, in reading order, and where its words stand; `name` is for the messages.

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
            size += len(pages[-1].text)
            if size > MAX_CHARACTERS:
                raise UnreadableError(f"{name}: more than {MAX_CHARACTERS} characters of text; split the PDF")
    finally:
        document.close()
    empty = sum(not page.text.strip() for page in pages)
    if empty == len(pages):
        raise UnreadableError(f"{name}: the PDF has no text layer; it needs OCR first, e.g. with ocrmypdf")
    if empty:
        log.info("%s: %d of %d pages have no text layer", name, empty, len(pages))
    return pages


def _page(document: pdfium.PdfDocument, number: int, name: str) -> Page:
    try:
        page = document[number]
        textpage = page.get_textpage()
    except pdfium.PdfiumError as error:
        raise UnreadableError(
            f"{name}: page {number + 1} of the PDF is broken ({error}); download it again or repair it"
        ) from None
    try:
        by_angle = page_words(textpage)
        sheet = Sheet(page.get_bbox(), page.get_rotation() // 90)
    finally:
        textpage.close()
        page.close()
    return _ordered(by_angle, number + 1, sheet)


def _ordered(by_angle: dict[int, list[Word]], number: int, sheet: Sheet) -> Page:
    """The words of a page as text; what is turned comes last, or not at all."""
    sizes = {angle: sum(len(word[5]) for word in words) for angle, words in by_angle.items()}
    main = max(sizes, key=lambda angle: (sizes[angle], -angle), default=0)
    # Stamps up the margin and watermarks across the page are no text of the minutes; a page half of which is
    # turned (a wide table) is read in two parts.
    turned = [angle for angle in sorted(sizes) if angle != main and sizes[angle] > 0.2 * sum(sizes.values())]
    text, found = "", list[Runs]()
    for angle in [main, *turned] if by_angle else []:
        part, spans = lines(by_angle[angle])
        text += "\n\n" if text else ""
        found.append(Runs(len(text), number, angle, by_angle[angle], spans))
        text += part
    return Page(text, found, sheet)
