from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from protokollgraf.extract.formats import ENDINGS
from protokollgraf.graph.files import collect, digest, name_documents


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")


def collected(folder: Path, *paths: str) -> list[tuple[str, str]]:
    return [(os.path.relpath(path, folder), problem) for path, problem in collect([folder / path for path in paths])]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["."], ["a.txt", "b.PDF", "under/c.md", "under/deep/d.txt"]),
        (["under", "a.txt"], ["under/c.md", "under/deep/d.txt", "a.txt"]),
        (["a.txt", "./a.txt", "."], ["a.txt", "b.PDF", "under/c.md", "under/deep/d.txt"]),
    ],
)
def test_collect(paths: list[str], expected: list[str], tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b.PDF", "bild.png", ".hidden.txt", ".git/x.md", "under/c.md", "under/deep/d.txt")
    assert collected(tmp_path, *paths) == [(path, "") for path in expected]


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("nowhere.txt", "there is no such file or folder; check how it is spelt"),
        ("brev.pages", f"its ending is none of {', '.join(ENDINGS)}; convert it first"),
        ("empty", f"holds no minutes (files that end in {', '.join(ENDINGS)})"),
        ("pipe.txt", "is no file"),
    ],
)
def test_collect_says_what_is_wrong(path: str, problem: str, tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "brev.pages", "empty/bild.png")
    os.mkfifo(tmp_path / "pipe.txt")
    assert collected(tmp_path, path, "a.txt") == [(path, problem), ("a.txt", "")]


def test_a_pipe_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "b.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    assert collected(tmp_path, ".") == [("a.txt", "")]


def test_digest(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    assert digest(tmp_path / "a").startswith("e3b0c44298fc1c14")


def names(files: Iterable[tuple[Path, str]], held: dict[str, str], origins: dict[str, Path]) -> list[str]:
    return list(name_documents(files, held=held, origins={name: str(path) for name, path in origins.items()}))


def test_names(tmp_path: Path) -> None:
    make(tmp_path, "a/p.txt", "b/p.txt", "b/p.pdf", "b/q.txt")
    a, b, pdf, q = (tmp_path / name for name in ("a/p.txt", "b/p.txt", "b/p.pdf", "b/q.txt"))
    # the first has the name, the others their folders in front; the same whatever is in the graph already
    files = [(a, "1"), (b, "2"), (q, "3")]
    given = names(files, {}, {})
    assert given == ["p", "b/p", "q"]
    origins = dict(zip(given, (a, b, q), strict=True))
    held = {"p": "1", "b/p": "2", "q": "3"}
    assert names(files, held, origins) == given
    assert names([(b, "2")], held, origins) == ["b/p"]
    # a new version of a file keeps its name
    assert names([(a, "1 new"), (b, "2 new")], held, origins) == ["p", "b/p"]
    # two files that differ in their endings
    assert names([(pdf, "4"), (b, "2")], {}, {}) == ["p", "b/p"]
    assert names([(a, "1"), (pdf, "4"), (b, "2")], {}, {}) == ["p", "b/p", f"{tmp_path.name}/b/p"]


def test_a_file_of_another_folder_overwrites_nothing(tmp_path: Path) -> None:
    make(tmp_path, "a/p.txt", "b/p.txt")
    held, origins = {"p": "1"}, {"p": tmp_path / "a/p.txt"}
    assert names([(tmp_path / "b/p.txt", "2")], held, origins) == ["b/p"]
    # but the same file, copied, is the same document
    assert names([(tmp_path / "b/p.txt", "1")], held, origins) == ["p"]
    assert names([(tmp_path / "a/p.txt", "1"), (tmp_path / "b/p.txt", "1")], {}, {}) == ["p", "p"]


def test_a_folder_that_was_moved_keeps_its_names(tmp_path: Path) -> None:
    make(tmp_path, "new/p.txt")
    assert names([(tmp_path / "new/p.txt", "2")], {"p": "1"}, {"p": tmp_path / "old/p.txt"}) == ["p"]


def test_a_document_of_unknown_origin_is_taken_over(tmp_path: Path) -> None:
    make(tmp_path, "p.txt")
    assert names([(tmp_path / "p.txt", "2")], {"p": "1"}, {}) == ["p"]


def test_names_hold_only_what_rdf_holds(tmp_path: Path) -> None:
    assert names([(tmp_path / "a\x01b\udcff.txt", "1")], {}, {}) == ["a\ufffdb\ufffd"]
    assert names([(tmp_path / "p.v2.txt", "1")], {}, {}) == ["p.v2"]
