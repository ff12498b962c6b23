"""What was downloaded: a file of lines in the folder, one for each thing that became known of an address.

Lines are only added, so a fetch may be stopped at any moment; the last line of an address counts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import IO

from ..errors import FetchError

FILE = "fetched.jsonl"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of an address."""

    key: str
    """`Target.key`."""
    url: str
    """As shown: without user, password and keys."""
    status: str
    """`done`, `partial` (its first bytes are in the folder), `failed`."""
    file: str = ""
    etag: str = ""
    modified: str = ""
    """The server's Last-Modified."""
    sha256: str = ""
    size: int = 0
    reason: str = ""
    """Why it failed."""

    @property
    def version(self) -> str:
        """By what the server knows this version, byte for byte; empty when it did not say."""
        return self.modified if self.etag.startswith("W/") else self.etag or self.modified


class Manifest:
    """The entries of a folder, by key; `add` writes one down at once."""

    def __init__(self, file: IO[str], entries: dict[str, Entry]) -> None:
        self.entries = entries
        self._file = file

    def add(self, entry: Entry) -> None:
        self.entries[entry.key] = entry
        self._file.write(json.dumps(asdict(entry)) + "\n")
        self._file.flush()


@contextmanager
def open_manifest(folder: Path) -> Iterator[Manifest]:
    """The manifest of a folder, which is made if need be; for one process at a time. FetchError."""
    if folder.exists() and not folder.is_dir():
        raise FetchError(f"{folder}: is a file; name a folder for what is downloaded")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / FILE).open("a+", encoding="utf-8") as file:
            _lock(file, folder)
            file.seek(0)
            text = file.read()
            if text and not text.endswith("\n"):  # the last run was stopped in the middle of a line
                file.write("\n")
            yield Manifest(file, {entry.key: entry for entry in map(_entry, text.splitlines()) if entry})
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise FetchError(f"{folder}: cannot be written or read ({reason})") from None


def _lock(file: IO[str], folder: Path) -> None:
    with suppress(ImportError):  # Windows has none
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise FetchError(f"{folder}: is in use by another fetch; wait until it is done") from None


def _entry(line: str) -> Entry | None:
    """The entry on a line; None for a line that was not written to its end, or by somebody else."""
    with suppress(ValueError, TypeError, AttributeError, RecursionError):
        cells = json.loads(line)
        cells = {field.name: cells[field.name] for field in fields(Entry) if field.name in cells}
        entry = Entry(**cells)
        right = all(isinstance(getattr(entry, name), int if name == "size" else str) for name in cells)
        if right and not re.search(r"^\.|[/\\]", entry.file):  # it is joined to a folder
            return entry
    return None
