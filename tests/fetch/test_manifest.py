from __future__ import annotations

from pathlib import Path

import pytest

from protokollgraf.errors import FetchError
from protokollgraf.fetch.manifest import FILE, Entry, open_manifest

ENTRY = Entry("0" * 20, "https://ekby.example/å.pdf", "done", "å.pdf", '"1"', "igår", "ab", 5)


def test_the_last_line_of_an_address_counts(tmp_path: Path) -> None:
    folder = tmp_path / "ny" / "mapp"
    with open_manifest(folder) as manifest:
        manifest.add(Entry(ENTRY.key, ENTRY.url, "partial"))
        manifest.add(ENTRY)
    with open_manifest(folder) as manifest:
        assert manifest.entries == {ENTRY.key: ENTRY}


@pytest.mark.parametrize("end", ['{"key": "1", "ur', "\n\nhej\n[1]\n", '{"key": 5, "url": "", "status": ""}'])
def test_lines_that_are_no_entries(end: str, tmp_path: Path) -> None:
    with open_manifest(tmp_path) as manifest:
        manifest.add(ENTRY)
    with (tmp_path / FILE).open("a", encoding="utf-8") as file:
        file.write(end)
    other = Entry("1" * 20, "b", "failed", reason="404")
    with open_manifest(tmp_path) as manifest:
        assert list(manifest.entries.values()) == [ENTRY]
        manifest.add(other)
    with open_manifest(tmp_path) as manifest:
        assert list(manifest.entries.values()) == [ENTRY, other]


@pytest.mark.parametrize("name", ["../a.pdf", "/etc/passwd", "b\\\\a.pdf", ".dold"])
def test_an_entry_does_not_lead_out_of_the_folder(name: str, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(f'{{"key": "1", "url": "", "status": "done", "file": "{name}"}}\n', encoding="utf-8")
    with open_manifest(tmp_path) as manifest:
        assert manifest.entries == {}


def test_folders_that_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "fil").touch()
    (tmp_path / "annan").mkdir()
    (tmp_path / "annan" / FILE).write_bytes(b"\xff\xff")
    for name, why in (("fil", "is a file"), ("fil/x", "cannot be written or read"), ("annan", "it is not UTF-8")):
        with pytest.raises(FetchError, match=why), open_manifest(tmp_path / name):
            pass


def test_one_fetch_at_a_time(tmp_path: Path) -> None:
    with open_manifest(tmp_path), pytest.raises(FetchError, match="in use by another fetch"), open_manifest(tmp_path):
        pass
