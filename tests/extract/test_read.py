from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from protokollgraf.errors import UnreadableError
from protokollgraf.extract import formats
from protokollgraf.extract.facts import Reading
from protokollgraf.extract.formats import ENDINGS
from protokollgraf.extract.read import clean, read, sha256

SWEDISH = "§ 12 Återremiss på Östra ängen\nBeslut\n"


def written(folder: Path, data: bytes, name: str = "möte.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "data",
    [
        SWEDISH.encode(),
        SWEDISH.encode("utf-8-sig"),
        SWEDISH.encode("utf-16"),
        SWEDISH.encode("utf-16-le"),  # no mark: NULs tell
        SWEDISH.encode("utf-16-be"),
        SWEDISH.encode("utf-32"),
        SWEDISH.encode("cp1252"),
        SWEDISH.replace("\n", "\r\n").encode(),
        SWEDISH.replace("\n", "\r").encode(),
        SWEDISH.replace("Å", "A\u030a").encode(),  # taken apart
    ],
)
def test_every_encoding_gives_the_same_text(tmp_path: Path, data: bytes) -> None:
    assert read(written(tmp_path, data)).text == SWEDISH


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("sam\xadman\xad\nträde", "samman-\nträde"),  # soft: goes inside a line, a real hyphen at its end
        ("a\u200bb\ufeffc\u202e", "abc"),
        ("§\xa012", "§ 12"),
        ("a\x00b\x1bc", "a b c"),
        ("oﬃciell ﬂytt", "officiell flytt"),
        ("a\u2028b\vc\x85d", "a\nb\nc\nd"),
        ("\uf0b7 Suicidprevention", "• Suicidprevention"),
        ("½ m² å", "½ m² å"),  # no compatibility forms
    ],
)
def test_clean(raw: str, expected: str) -> None:
    assert clean(raw) == expected


def test_a_long_run_of_marks_is_cut() -> None:
    assert len(clean("a" + "\u0316\u0301" * 200_000)) < 40


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "a.txt", "empty"),
        (b" \n\f\n ", "a.md", "empty"),
        ("\xad\u200b".encode(), "a.md", "white space"),
        (b"PK\x03\x04" + b"a" * 50, "a.txt", ".docx"),
        (b"\x89PNG\r\n" + b"a" * 50, "a.txt", "picture"),
        (b"%PDF-1.4 text", "a.txt", "name it .pdf"),
        (b"{\\rtf1 hej}", "a.txt", "RTF"),
        (b"MZ" + bytes(range(256)) * 4, "a.txt", "binary"),
        (b"no pdf at all", "a.pdf", "is no PDF"),
        (b"text", "a.pages", "unknown ending"),
        (b"text", "a.docx", "no Word"),
        (b"text", "a.htm", "no HTML"),
        (b"text", "a", "unknown ending"),
    ],
)
def test_unreadable(tmp_path: Path, data: bytes, name: str, words: str) -> None:
    with pytest.raises(UnreadableError, match=words) as caught:
        read(written(tmp_path, data, name))
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_folder_missing_and_pipe(tmp_path: Path) -> None:
    (tmp_path / "x.txt").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    for name, words in (("x.txt", "folder"), ("none.txt", "no such file"), ("pipe.txt", "no plain file")):
        for function in (read, sha256):
            with pytest.raises(UnreadableError, match=words):
                function(tmp_path / name)


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, b"text")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableError, match="permission"):
        read(path)


def test_limit_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(formats.FORMS, ".txt", formats.FORMS[".txt"]._replace(max_bytes=2_000_000))
    with pytest.raises(UnreadableError, match="limit of 2 MB"):
        read(written(tmp_path, b"a" * 2_000_001))


def test_name_with_a_line_end_stays_on_one_line(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(written(tmp_path, b"", "a\nb.txt"))
    assert "\n" not in str(caught.value)


def test_fields(tmp_path: Path) -> None:
    data = b"Sida ett\fSida tv\xc3\xa5\n\f"
    path = written(tmp_path, data, "Nämnd.2024.TXT")
    reading = read(path)
    assert (reading.document, reading.source, reading.format) == ("Nämnd.2024", "Nämnd.2024.TXT", "txt")
    assert reading.sha256 == sha256(path) == hashlib.sha256(data).hexdigest()
    assert reading.pages == (0, 9)
    assert reading.text[9:] == "Sida två\n"
    assert read(path, document="annat").document == "annat"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.one_of(
        st.binary(max_size=400),
        st.text(max_size=300).map(lambda t: t.encode("utf-8", "surrogatepass")),
        st.binary(max_size=200).map(b"%PDF-1.4\n".__add__),
    ),
    ending=st.sampled_from(ENDINGS),
)
def test_any_bytes_give_a_reading_or_the_named_error(tmp_path: Path, data: bytes, ending: str) -> None:
    try:
        reading = read(written(tmp_path, data, f"x{ending}"))
    except UnreadableError as error:
        assert "\n" not in str(error)
        return
    assert isinstance(reading, Reading)
    assert reading.pages[0] == 0
    assert list(reading.pages) == sorted(reading.pages)
    assert all(0 <= start < end <= len(reading.text) for start, end in reading.furniture)
    assert not any(char in reading.text for char in "\r\f\x00\ufeff\xad")
