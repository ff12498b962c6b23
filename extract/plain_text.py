"""Plain text files in whichever encoding → the text of each page."""

from __future__ import annotations

import codecs
import logging
import re

from ..errors import UnreadableError

log = logging.getLogger(__name__)

_SIGNATURES = (
    (b"%PDF-", "a PDF; name it .pdf"),
    (b"PK\x03\x04", "a ZIP or Word file; name it .docx if it is one"),
    (b"\xd0\xcf\x11\xe0", "an old Word file; name it .doc"),
    (b"{\\rtf", "an RTF file; name it .rtf"),
    (b"\x89PNG", "a picture; it needs OCR first"),
    (b"\xff\xd8\xff", "a picture; it needs OCR first"),
    (b"GIF8", "a picture; it needs OCR first"),
    (b"II*\x00", "a picture; it needs OCR first"),
    (b"MM\x00*", "a picture; it needs OCR first"),
    (b"\x1f\x8b", "a compressed file; unpack it first"),
    (b"\x7fELF", "a program"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: it begins with the same bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def text_pages(data: bytes, name: str) -> list[str]:
    """The pages of a text file, one where it has no form feeds; exports end with one that begins no page."""
    parts = decoded(data, name).split("\f")
    return parts[:-1] if len(parts) > 1 and not parts[-1].strip() else parts


def decoded(data: bytes, name: str) -> str:
    """The text of a text file in whichever encoding it has. UnreadableError when it is no text."""
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableError(f"{name}: is no text but {what}")
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), None) or _utf16(data)
    if encoding is not None:
        text = data.decode(encoding, errors="replace")
    else:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text = _not_quite_utf8(data, name)
    if len(_CONTROL.findall(text)) > 0.01 * len(text) or text.count("\ufffd") > 0.1 * len(text):
        raise UnreadableError(f"{name}: is a binary file, not text; save it as PDF or plain text")
    return text


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: in Swedish text nearly every other byte is NUL."""
    head = data[:4096]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > 0.4 * len(head) and even < 0.02 * len(head):
        return "utf-16-le"
    if even > 0.4 * len(head) and odd < 0.02 * len(head):
        return "utf-16-be"
    return None


def _not_quite_utf8(data: bytes, name: str) -> str:
    """Windows-1252, unless nearly all letters with marks are right in UTF-8 (a file cut off, a stray byte)."""
    text = data.decode("utf-8", errors="replace")
    wrong = text.count("\ufffd")
    if sum(char > "\x7f" for char in text) > 10 * wrong:
        log.warning("%s: %d characters are broken and shown as \ufffd", name, wrong)
        return text
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")
