"""Zip files: a member is a path below its zip (`minutes.zip/2024/a.pdf`), and its bytes are read from there.

Nothing is unpacked to disk. What a zip says of itself is held against it: its list of members is read up to a limit, a
member gives no more bytes than the list says, and the list may not say more than is in proportion to the file's size.
"""

from __future__ import annotations

import re
import stat
import unicodedata
import weakref
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from io import BufferedReader, FileIO
from pathlib import Path
from typing import IO, NamedTuple

from ..errors import UnreadableError
from .formats import ENDINGS, FORMS, shown

ZIP = ".zip"
MAX_MEMBERS = 10_000
MAX_NAME = 500
MAX_UNPACKED = 4_000_000_000
"""Bytes of all members that are read."""
MAX_RATIO = 100
"""How many times as large as the zip its members may be; plain text is packed to a fifth or so."""
SMALL = 50_000_000
"""Bytes up to which the members may be as large as they like."""
_MAX_DIRECTORY = 20_000_000
"""Bytes of the list of members."""

_ENCRYPTED, _STRONGLY_ENCRYPTED, _UTF8 = 0x1, 0x40, 0x800
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Python unpacks the others in one go, however much comes out of them."""
_NOT_SWEDISH = re.compile(r"[^\x20-\x7eåäöÅÄÖéÉüÜèàáøØæÆçñ§–—’”…]")
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    RuntimeError,  # NotImplementedError is one
    ValueError,  # UnicodeDecodeError is one: a name that is not in UTF-8 though the zip says so
    OSError,
    OverflowError,
)
"""What zipfile raises for a zip that is damaged or made to do harm."""


class _Archive(NamedTuple):
    """An open zip."""

    file: zipfile.ZipFile
    members: dict[str, zipfile.ZipInfo]
    """Those that can be read, by name."""
    problems: list[tuple[str, str]]
    """Names of members that should be read and cannot, and why."""


class _File(BufferedReader):
    """A file that gives a limited number of bytes at once: zipfile reads the whole list of members so."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > _MAX_DIRECTORY:
            raise zipfile.BadZipFile("its list of members is too long")
        return super().read(size)


def zip_of(path: Path) -> Path | None:
    """The zip that a path leads into: `a.zip` for `a.zip/b/c.txt`, None for a path on disk."""
    with suppress(OSError):  # a folder that may not be entered
        return next((parent for parent in path.parents if parent.suffix.lower() == ZIP and parent.is_file()), None)
    return None


def members(path: Path) -> Iterator[tuple[Path, str]]:
    """The members of a zip that have a known ending, by name: a path and an empty string, or why it cannot be read.

    Passed over as in a folder: other endings, what is hidden, and what macOS adds.
    """
    try:
        archive = _open(path)
    except UnreadableError as error:
        yield path, str(error).removeprefix(f"{shown(path)}: ")
        return
    yield from ((path / name, "") for name in sorted(archive.members))
    yield from ((Path(f"{path}/{name}"), problem) for name, problem in archive.problems)


def has_member(path: Path) -> bool:
    """Is there such a member, and can it be read?"""
    archive = zip_of(path)
    try:
        return archive is not None and path.relative_to(archive).as_posix() in _open(archive).members
    except UnreadableError:
        return False


@contextmanager
def open_member(path: Path) -> Iterator[IO[bytes]]:
    """A member's bytes as a file. UnreadableError when it is opened and while it is read."""
    archive = zip_of(path)
    info = archive and _open(archive).members.get(path.relative_to(archive).as_posix())
    if not archive or not info:
        raise UnreadableError(f"{shown(path)}: there is no such file in the zip, or it cannot be read")
    try:
        with _open(archive).file.open(info) as file:
            yield file
    except _BROKEN as error:
        raise UnreadableError(f"{shown(path)}: is damaged ({_reason(error)}); pack or download the zip again") from None


def _open(path: Path) -> _Archive:
    try:
        here = path.stat()
        return _opened(path, here.st_size, here.st_mtime_ns)
    except _BROKEN as error:
        reason = _reason(error)
        raise UnreadableError(f"{shown(path)}: the zip cannot be read ({reason}); pack or download it again") from None


@lru_cache(maxsize=2)  # each member of a zip opens it, and to read its list takes a while
def _opened(path: Path, size: int, changed: int) -> _Archive:
    file = _File(FileIO(path))
    try:
        archive = zipfile.ZipFile(file)
    except BaseException:
        file.close()
        raise
    weakref.finalize(archive, file.close)
    if len(archive.filelist) > MAX_MEMBERS:
        raise UnreadableError(f"{shown(path)}: holds more than {MAX_MEMBERS:,} files; split it")
    found = _Archive(archive, {}, [])
    for info in archive.filelist:
        name = _name(info)
        if not _wanted(name):
            continue
        if problem := _problem(info, name):
            found.problems.append((name, problem))
            continue
        if _normal(name) in found.members:
            found.problems.append((name, "is in the zip twice, and the last one is read; pack it again"))
        found.members[_normal(name)] = info
    total = sum(info.file_size for info in found.members.values())
    if total > min(MAX_UNPACKED, max(SMALL, MAX_RATIO * size)):
        raise UnreadableError(
            f"{shown(path)}: {size / 1e6:.1f} MB that unpack to {total / 1e6:,.0f} MB; if that is right, split it"
        )
    return found


def _name(info: zipfile.ZipInfo) -> str:
    """A member's name as whoever packed it saw it: old zips do not say in which encoding their names are."""
    name = info.filename.replace("\\", "/")
    if not info.flag_bits & _UTF8 and not name.isascii():
        data = name.encode("cp437")
        for encoding in ("utf-8", "cp850", "cp1252"):
            try:
                decoded = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if encoding == "utf-8" or not _NOT_SWEDISH.search(decoded):
                name = decoded
                break
    return unicodedata.normalize("NFC", name)


def _wanted(name: str) -> bool:
    parts = [part for part in name.split("/") if part not in ("", ".", "..")]
    hidden = any(part.startswith(".") or part == "__MACOSX" for part in parts)
    return not name.endswith("/") and not hidden and Path(name).suffix.lower() in (*ENDINGS, ZIP)


def _normal(name: str) -> str:
    return "/".join(part for part in name.split("/") if part not in ("", "."))


def _problem(info: zipfile.ZipInfo, name: str) -> str:
    """Why a member cannot be read; empty when nothing speaks against it."""
    ending = Path(name).suffix.lower()
    kind = stat.S_IFMT(info.external_attr >> 16)
    if name.startswith("/") or re.match("[A-Za-z]:", name) or ".." in name.split("/"):
        return "its name leads out of the zip; pack it again"
    if len(name) > MAX_NAME:
        return f"its name is longer than {MAX_NAME} characters; pack it under a shorter one"
    if kind not in (0, stat.S_IFREG):
        return "is a link or another thing that is no file; pack the file itself"
    if ending == ZIP:
        return "is a zip in a zip; unpack the outer one"
    if info.flag_bits & (_ENCRYPTED | _STRONGLY_ENCRYPTED):
        return "is encrypted; pack it without a password"
    if info.compress_type not in _METHODS:
        return f"is packed in a rare way (method {info.compress_type}); pack it as an ordinary zip"
    if info.file_size > FORMS[ending].max_bytes:
        return f"larger than the limit of {FORMS[ending].max_bytes // 1_000_000} MB; split the file"
    return ""


def _reason(error: Exception) -> str:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return " ".join("".join(char if char.isprintable() else " " for char in reason).split())[:200]
