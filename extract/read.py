"""Bytes → one text with its pages: the door through which every document comes in.

Whatever the file holds, the outcome is a `Reading` or an `UnreadableError` of one line. Nothing in a file is executed,
followed or fetched.
"""

from __future__ import annotations

import hashlib
import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import IO

from ..errors import UnreadableError
from .archive import open_member, zip_of
from .dashes import hyphened
from .facts import Reading
from .formats import form_of, shown
from .furniture import furniture, pages_from_numbers
from .ocr_faults import repaired
from .ocr_reading import as_printed

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LINE_ENDS = frozenset("\r\v\x85\u2028\u2029")
_SYMBOL_BULLETS = frozenset("\uf02d\uf06f\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc")
"""Bullets of the fonts Symbol and Wingdings, in the private use area."""


def read(path: Path, *, document: str | None = None) -> Reading:
    """Read a file, or a member of a zip (`minutes.zip/a.pdf`); `document` is its name in the tables, else the file's
    name without its ending.

    Raises UnreadableError: unknown ending, no plain file, no permission, too large, empty, or what its reader finds
    wrong with it.
    """
    form = form_of(path)
    return read_bytes(_bytes(path, form.max_bytes), shown(path), path.name, document=document)


def read_bytes(data: bytes, name: str, source: str, *, document: str | None = None) -> Reading:
    """Read what a file holds: `name` is for the messages, `source` the file's name with its ending. UnreadableError."""
    path = Path(source)
    if not data.strip(b"\0 \t\r\n\f"):
        raise UnreadableError(f"{name}: the file is empty; save or download it again")
    text, pages = _join(as_printed([clean(part) for part in form_of(path).pages(data, name)]))
    text = hyphened(text)
    if not text.strip():
        raise UnreadableError(f"{name}: the file holds white space only; save or download it again")
    if len(pages) == 1:
        pages = pages_from_numbers(repaired(text))
    return Reading(
        document=_storable(path.stem if document is None else document),
        source=_storable(source),
        sha256=hashlib.sha256(data).hexdigest(),
        format=path.suffix.lower()[1:],
        text=text,
        pages=pages,
        furniture=furniture(repaired(text), pages),
    )


def sha256(path: Path) -> str:
    """The hash of a file's bytes as in `Reading.sha256`, read piece by piece. Raises UnreadableError."""
    with _opened(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]


def clean(text: str) -> str:
    """Text as all later steps see it: NFC, \\n as the only line end, plain spaces, nothing invisible.

    A soft hyphen at a line's end becomes a hyphen (the word was broken there), elsewhere it goes.
    """
    found = set(text)
    if not found.isdisjoint(_LINE_ENDS):
        text = re.sub(r"\r\n?|[\v\x85\u2028\u2029]", "\n", text)
    if "\xad" in found:
        text = re.sub(r"\xad(?=[ \t]*\n)", "-", text)
    table = {ord(char): new for char in found if (new := _replacement(char)) != char}
    text = text.translate(table) if table else text
    marks = re.escape("".join([char for char in found if unicodedata.combining(char)]))
    if marks:  # to put a long run of them in order takes quadratic time; thirty is Unicode's own limit (UAX 15)
        text = re.sub(f"([{marks}]{{30}})[{marks}]+", r"\1", text)
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=4096)
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
    with _opened(path) as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise UnreadableError(f"{shown(path)}: larger than the limit of {limit // 1_000_000} MB; split the file")
    return data


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    if zip_of(path):
        with open_member(path) as file:
            yield file
        return
    _check(path)
    try:
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise _unreadable(path, error) from None


def _check(path: Path) -> None:
    """Refuse what is no plain file: a folder, or a pipe, which would block for ever."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None
    if stat.S_ISDIR(mode):
        raise UnreadableError(f"{shown(path)}: is a folder; name a file in it")
    if not stat.S_ISREG(mode):
        raise UnreadableError(f"{shown(path)}: is no plain file; copy its content to one")


def _unreadable(path: Path, error: Exception) -> UnreadableError:
    match error:
        case FileNotFoundError():
            return UnreadableError(f"{shown(path)}: no such file; check the path")
        case PermissionError():
            return UnreadableError(f"{shown(path)}: no permission to read it; change its rights")
        case OSError(strerror=str(reason)):
            return UnreadableError(f"{shown(path)}: cannot be read ({reason}); check the disk and the path")
    return UnreadableError(f"{shown(path)}: cannot be read; check the path")


def _storable(name: str) -> str:
    """A file's name as a literal: composed (macOS takes å apart), no control characters or lone surrogates."""
    return "".join(char if char.isprintable() else "\ufffd" for char in unicodedata.normalize("NFC", name))
