"""Bytes → one text with its pages: the door through which every document comes in.

Whatever the file holds, the outcome is a `Reading` or an `UnreadableError` of one line. Nothing in a file is executed,
followed or fetched.
"""

from __future__ import annotations

import hashlib
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from ..errors import UnreadableError
from .archive import open_member, zip_of
from .clean import clean as clean
from .dashes import hyphened
from .facts import Reading
from .formats import form_of, shown
from .furniture import furniture, pages_from_numbers
from .ocr_faults import repaired
from .ocr_reading import as_printed
from .places import Page, Runs


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
    parts = [_cleaned(page) for page in form_of(path).pages(data, name)]
    printed = as_printed([part.text for part in parts])
    parts = [moved(part, text) for part, text in zip(parts, printed, strict=True)]
    text, pages, places = _join(parts)
    text = hyphened(text)
    if not text.strip():
        raise UnreadableError(f"{name}: the file holds white space only; save or download it again")
    if len(pages) == 1 and parts[0].sheet is None:
        pages = pages_from_numbers(repaired(text))
    return Reading(
        document=_storable(path.stem if document is None else document),
        source=_storable(source),
        sha256=hashlib.sha256(data).hexdigest(),
        format=path.suffix.lower()[1:],
        text=text,
        pages=pages,
        furniture=furniture(repaired(text), pages),
        places=places,
        sheets=tuple(part.sheet for part in parts if part.sheet is not None),
    )


def sha256(path: Path) -> str:
    """The hash of a file's bytes as in `Reading.sha256`, read piece by piece. Raises UnreadableError."""
    with _opened(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]


def moved(page: Page, text: str) -> Page:
    """A page with another text: its words no longer stand where its places say, unless it is the same."""
    return page if text == page.text else page._replace(text=text, places=())


def _cleaned(page: Page) -> Page:
    """A page with its text clean.

    A reader cleans words before it places them; where the text changes all the same, their places are left out.
    """
    return moved(page, clean(page.text))


def _join(parts: Sequence[Page]) -> tuple[str, tuple[int, ...], tuple[Runs, ...]]:
    """The pages' texts as one, each page on new lines, where each begins, and where its words stand."""
    text: list[str] = []
    offsets, size = [], 0
    places: list[Runs] = []
    for part in parts:
        offsets.append(size)
        places += [runs._replace(start=runs.start + size) for runs in part.places]
        text.append(part.text if part.text.endswith("\n") else part.text + "\n")
        size += len(text[-1])
    return "".join(text), tuple(offsets), tuple(places)


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
