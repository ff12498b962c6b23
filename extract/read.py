"""Bytes → one text with its pages: the door through which every document comes in.

Whatever the file holds, the outcome is a `Reading` or an `UnreadableError` of one line. Nothing in a file is executed,
followed or fetched.
"""

from __future__ import annotations

import codecs
import hashlib
import logging
import re
import stat
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from ..errors import UnreadableError
from .facts import Reading
from .furniture import furniture, pages_from_numbers

log = logging.getLogger(__name__)

ENDINGS = (".txt", ".md", ".pdf")
MAX_BYTES = 50_000_000
MAX_TEXT_BYTES = 20_000_000
"""For .txt and .md; thousands of times the longest minutes seen."""

_SIGNATURES = (
    (b"%PDF-", "a PDF; name it .pdf"),
    (b"PK\x03\x04", "a ZIP or Word file (.docx); save it as PDF or plain text"),
    (b"\xd0\xcf\x11\xe0", "an old Word file (.doc); save it as PDF or plain text"),
    (b"{\\rtf", "an RTF file; save it as PDF or plain text"),
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
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_SYMBOL_BULLETS = frozenset("\uf02d\uf06f\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc")
"""Bullets of the fonts Symbol and Wingdings, in the private use area."""


def read(path: Path, *, document: str | None = None) -> Reading:
    """Read a file; `document` is its name in the tables, else the file's name without its ending.

    Raises UnreadableError: unknown ending, no plain file, no permission, too large, empty, binary, or a PDF that is
    broken, encrypted or without text.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise UnreadableError(f"{_shown(path)}: unknown ending; protokollgraf reads {', '.join(ENDINGS)}")
    limit = MAX_BYTES if ending == ".pdf" else MAX_TEXT_BYTES
    data = _bytes(path, limit)
    if not data.strip(b"\0 \t\r\n\f"):
        raise UnreadableError(f"{_shown(path)}: the file is empty; save or download it again")
    parts = _pdf_parts(data, path) if ending == ".pdf" else _text_parts(data, path)
    text, pages = _join(clean(part) for part in parts)
    if not text.strip():
        raise UnreadableError(f"{_shown(path)}: the file holds white space only; save or download it again")
    if len(pages) == 1:
        pages = pages_from_numbers(text)
    return Reading(
        document=_storable(path.stem if document is None else document),
        source=_storable(path.name),
        sha256=hashlib.sha256(data).hexdigest(),
        format=ending[1:],
        text=text,
        pages=pages,
        furniture=furniture(text, pages),
    )


def sha256(path: Path) -> str:
    """The hash of a file's bytes as in `Reading.sha256`, read piece by piece. Raises UnreadableError."""
    _check(path)
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise _unreadable(path, error) from None


def clean(text: str) -> str:
    """Text as all later steps see it: NFC, \\n as the only line end, plain spaces, nothing invisible.

    A soft hyphen at a line's end becomes a hyphen (the word was broken there), elsewhere it goes.
    """
    text = re.sub(r"\r\n?|[\v\x85\u2028\u2029]", "\n", text)
    text = re.sub(r"\xad(?=[ \t]*\n)", "-", text)
    table = {ord(char): new for char in set(text) if (new := _replacement(char)) != char}
    text = text.translate(table) if table else text
    marks = re.escape("".join(char for char in set(text) if unicodedata.combining(char)))
    if marks:  # to put a long run of them in order takes quadratic time; thirty is Unicode's own limit (UAX 15)
        text = re.sub(f"([{marks}]{{30}})[{marks}]+", r"\1", text)
    return unicodedata.normalize("NFC", text)


def _replacement(char: str) -> str:
    if char in "\n\t " or char.isalnum():
        return _LIGATURES.get(char, char)
    match unicodedata.category(char):
        case "Cc" | "Zs":
            return " "
        case "Cf":  # soft hyphen, zero width, marks of writing direction
            return ""
        case "Cs":
            return "\ufffd"
        case "Co" if char in _SYMBOL_BULLETS:
            return "•"
    return char


def _join(parts: Iterable[str]) -> tuple[str, tuple[int, ...]]:
    """The pages' texts as one, each page on new lines, and where each begins."""
    text: list[str] = []
    offsets, size = [], 0
    for part in parts:
        offsets.append(size)
        text.append(part if part.endswith("\n") else part + "\n")
        size += len(text[-1])
    return "".join(text), tuple(offsets)


def _bytes(path: Path, limit: int) -> bytes:
    _check(path)
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise _unreadable(path, error) from None
    if len(data) > limit:
        raise UnreadableError(f"{_shown(path)}: larger than the limit of {limit // 1_000_000} MB; split the file")
    return data


def _check(path: Path) -> None:
    """Refuse what is no plain file: a folder, or a pipe, which would block for ever."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None
    if stat.S_ISDIR(mode):
        raise UnreadableError(f"{_shown(path)}: is a folder; name a file in it")
    if not stat.S_ISREG(mode):
        raise UnreadableError(f"{_shown(path)}: is no plain file; copy its content to one")


def _unreadable(path: Path, error: Exception) -> UnreadableError:
    match error:
        case FileNotFoundError():
            return UnreadableError(f"{_shown(path)}: no such file; check the path")
        case PermissionError():
            return UnreadableError(f"{_shown(path)}: no permission to read it; change its rights")
        case OSError(strerror=str(reason)):
            return UnreadableError(f"{_shown(path)}: cannot be read ({reason}); check the disk and the path")
    return UnreadableError(f"{_shown(path)}: cannot be read; check the path")


def _pdf_parts(data: bytes, path: Path) -> list[str]:
    if b"%PDF-" not in data[:1024]:
        raise UnreadableError(f"{_shown(path)}: is no PDF in spite of its name; download it again")
    from .pdf import pdf_pages  # PDFium is loaded for those who read a PDF only

    return pdf_pages(data, _shown(path))


def _text_parts(data: bytes, path: Path) -> list[str]:
    """The pages of a text file, one where it has no form feeds; exports end with one that begins no page."""
    parts = _decode(data, path).split("\f")
    return parts[:-1] if len(parts) > 1 and not parts[-1].strip() else parts


def _decode(data: bytes, path: Path) -> str:
    """The text of a text file in whichever encoding it has."""
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableError(f"{_shown(path)}: is no text but {what}")
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), None) or _utf16(data)
    if encoding is not None:
        text = data.decode(encoding, errors="replace")
    else:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text = _not_quite_utf8(data, path)
    if len(_CONTROL.findall(text)) > 0.01 * len(text) or text.count("\ufffd") > 0.1 * len(text):
        raise UnreadableError(f"{_shown(path)}: is a binary file, not text; save it as PDF or plain text")
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


def _not_quite_utf8(data: bytes, path: Path) -> str:
    """Windows-1252, unless nearly all letters with marks are right in UTF-8 (a file cut off, a stray byte)."""
    text = data.decode("utf-8", errors="replace")
    wrong = text.count("\ufffd")
    if sum(char > "\x7f" for char in text) > 10 * wrong:
        log.warning("%s: %d characters are broken and shown as \ufffd", _shown(path), wrong)
        return text
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _shown(path: Path) -> str:
    """The path for a message: one line, whatever the name holds."""
    return "".join(char if char.isprintable() else "?" for char in str(path))


def _storable(name: str) -> str:
    """A file's name as a literal: composed (macOS takes å apart), no control characters or lone surrogates."""
    return "".join(char if char.isprintable() else "\ufffd" for char in unicodedata.normalize("NFC", name))
