"""Private copies of a store, for readers.

Oxigraph lets one process open a store, and its read-only mode is undefined while another process writes. But the files
are RocksDB's: the big ones (`.sst`) are made and deleted, never changed. So a copy is hard links to them and copies of
the few small ones. If no file came or went and the manifest did not grow meanwhile, the store was really in that state.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

_PREFIX = ".reading-"
_PATIENCE = 10.0
"""Seconds to wait for a moment without a change of files; a busy writer leaves one every few hundredths."""
_YOUNG = 60.0
"""Seconds during which a copy that nobody has locked is taken to be in the making, not abandoned."""


@contextmanager
def private_copy(directory: Path) -> Iterator[ox.Store]:
    """A copy of `directory/store`, open; its files are deleted at the end. OSError, RuntimeError."""
    copy = _new_folder(directory)
    try:
        _copy(directory / "store", copy)
        yield ox.Store(copy)
    finally:
        _remove(copy)


def sweep(directory: Path) -> None:
    """Delete the copies that readers left behind when they were killed."""
    for copy in directory.glob(f"{_PREFIX}*"):
        if time.time() - copy.stat().st_mtime > _YOUNG and not _is_open(copy):
            _remove(copy)


def _remove(copy: Path) -> None:
    # more than once: Oxigraph may be tidying up in the background, and a file that it makes meanwhile keeps the folder
    for _ in range(20):
        shutil.rmtree(copy, ignore_errors=True)
        if not copy.exists():
            return
        time.sleep(0.02)


def is_lock_error(error: Exception) -> bool:
    """Does Oxigraph refuse a store because somebody has it open?"""
    return re.search(r"lock hold by|While lock file", str(error)) is not None


def _is_open(copy: Path) -> bool:
    try:
        ox.Store(copy)
    except (OSError, RuntimeError) as error:
        return is_lock_error(error)
    return False


def _new_folder(directory: Path) -> Path:
    try:
        return Path(tempfile.mkdtemp(prefix=_PREFIX, dir=directory))
    except OSError:  # a folder that we may read and not write
        return Path(tempfile.mkdtemp(prefix="protokollgraf"))


def _copy(source: Path, copy: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while True:
        before = _state(source)
        try:
            for path in source.iterdir():
                if path.name != "LOCK":
                    _link_or_copy(path, copy / path.name)
            if _state(source) == before:
                return
        except FileNotFoundError:
            if not source.is_dir():
                raise
        if time.monotonic() > end:
            raise TimeoutError(f"{source}: changes too fast to be copied")
        for path in copy.iterdir():
            path.unlink()


def _state(source: Path) -> list[tuple[str, int]]:
    """What must stand still: the files' names and the manifest's size. A log may grow: a cut end is dropped."""
    return sorted((path.name, path.stat().st_size if "MANIFEST" in path.name else 0) for path in source.iterdir())


def _link_or_copy(path: Path, target: Path) -> None:
    if path.suffix == ".sst":
        try:
            os.link(path, target)
            return
        except FileNotFoundError:
            raise
        except OSError:  # another file system, or one without links
            pass
    shutil.copyfile(path, target)
