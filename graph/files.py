"""Which files to read, and what their documents are called. Knows folders, zips and names, not what a file says.

A file in a zip is a path below the zip: `minutes.zip/2024/a.pdf`.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import file_digest
from itertools import count
from pathlib import Path

from ..extract.archive import ZIP, has_member, members, open_member, zip_of
from ..extract.formats import ENDINGS
from .literals import writable


def collect(paths: Sequence[Path]) -> list[tuple[Path, str]]:
    """The files to read, in order, each once: a path and an empty string, or a path and why it cannot be read.

    Folders and zips are searched to the bottom, sorted by name; what is hidden is left out, and so are other endings.
    """
    found: dict[tuple[Path, str], tuple[Path, str]] = {}
    for path in map(Path, paths):
        for file, problem in _below(path) if path.is_dir() else _given(path):
            # the problem is part of the key: a name that leads out of its zip is no path to a file
            found.setdefault((file.resolve(), problem), (file, problem))
    return list(found.values())


def _given(path: Path) -> Iterator[tuple[Path, str]]:
    problem = _problem(path)
    if problem or path.suffix.lower() != ZIP or zip_of(path):
        yield path, problem
        return
    inside = list(members(path))
    yield from inside or [(path, f"holds no minutes (files that end in {', '.join(ENDINGS)})")]


def _problem(path: Path) -> str:
    """Why a path is no file to read; empty when it is one, or a zip."""
    if not exists(path):
        return "there is no such file or folder; check how it is spelt"
    if path.suffix.lower() not in (*ENDINGS, ZIP):
        return f"its ending is none of {', '.join((*ENDINGS, ZIP))}; convert it first"
    if not (path.is_file() or zip_of(path)):
        return "is no file"
    return ""


def exists(path: Path) -> bool:
    """Is there such a file or folder, or such a file in a zip?"""
    return has_member(path) if zip_of(path) else path.exists()


def _below(folder: Path) -> Iterator[tuple[Path, str]]:
    problems: list[tuple[Path, str]] = []

    def unreadable(error: OSError) -> None:
        problems.append((Path(error.filename), f"cannot be listed ({error.strerror})"))

    found = []
    for here, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(here, name) for name in names if not name.startswith(".") and not _problem(Path(here, name))]
    files = [one for file in sorted(found) for one in (members(file) if file.suffix.lower() == ZIP else [(file, "")])]
    yield from files
    yield from problems
    if not files and not problems:
        yield folder, f"holds no minutes (files that end in {', '.join(ENDINGS)})"


def digest(path: Path) -> str:
    """The SHA-256 of a file's bytes. OSError, UnreadableError."""
    with open_member(path) if zip_of(path) else path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]


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
                origin == here or held.get(name, sha256) == sha256 or not exists(Path(origin))
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
