"""Which files to read, and what their documents are called. Knows folders and names, not what a file says."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import file_digest
from itertools import count
from pathlib import Path

from ..extract.formats import ENDINGS
from .literals import writable


def collect(paths: Sequence[Path]) -> list[tuple[Path, str]]:
    """The files to read, in order, each once: a path and an empty string, or a path and why it cannot be read.

    Folders are searched to the bottom, sorted by name; what is hidden is left out, and so are other endings.
    """
    found: dict[Path, tuple[Path, str]] = {}
    for path in map(Path, paths):
        for file, problem in _below(path) if path.is_dir() else [_named(path)]:
            found.setdefault(file.resolve(), (file, problem))
    return list(found.values())


def _named(path: Path) -> tuple[Path, str]:
    if not path.exists():
        return path, "there is no such file or folder; check how it is spelt"
    if path.suffix.lower() not in ENDINGS:
        return path, f"its ending is none of {', '.join(ENDINGS)}; convert it first"
    if not path.is_file():
        return path, "is no file"
    return path, ""


def _below(folder: Path) -> Iterator[tuple[Path, str]]:
    problems: list[tuple[Path, str]] = []

    def unreadable(error: OSError) -> None:
        problems.append((Path(error.filename), f"cannot be listed ({error.strerror})"))

    files = []
    for here, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files += [Path(here, name) for name in names if not name.startswith(".") and not _named(Path(here, name))[1]]
    yield from ((file, "") for file in sorted(files))
    yield from problems
    if not files and not problems:
        yield folder, f"holds no minutes (files that end in {', '.join(ENDINGS)})"


def digest(path: Path) -> str:
    """The SHA-256 of a file's bytes. OSError."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def name_documents(
    files: Iterable[tuple[Path, str]], *, held: Mapping[str, str], origins: Mapping[str, str]
) -> Iterator[str]:
    """A document name for each (path, sha256): the file's name without its ending, unless that is another file's.

    `held` says which documents the graph has (with their sha256), `origins` which path each came from. A file whose
    name is taken gets its folder's name in front (`b/protokoll`), so that nothing is overwritten. It is no other file
    if it has the same content, or if the other one is gone: then it was moved.
    """
    known = {path: document for document, path in origins.items()}
    given: dict[str, str] = {}
    for path, sha256 in files:
        here = os.fspath(path.resolve())
        for name in _candidates(path, known.get(here)):
            origin = origins.get(name, here)
            ours = given.get(name, sha256) == sha256 and (
                origin == here or held.get(name, sha256) == sha256 or not Path(origin).exists()
            )
            if ours:
                given[name] = sha256
                yield name
                break


def _candidates(path: Path, known: str | None) -> Iterator[str]:
    if known is not None:
        yield known
    parts = [writable(part) for part in path.resolve().with_suffix("").parts[1:]]
    for i in range(len(parts)):
        yield "/".join(parts[-1 - i :])
    full = writable("/".join([*parts[:-1], path.name]))  # the same but for the ending
    yield full
    yield from (f"{full} {n}" for n in count(2))
