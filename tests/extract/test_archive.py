from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protokollgraf.errors import UnreadableError
from protokollgraf.extract import archive, formats
from protokollgraf.extract.archive import has_member, members, zip_of
from protokollgraf.extract.read import read, sha256

TEXT = "Socialnämnden\nProtokoll\n§ 1 Mötet öppnas\n"


def packed(path: Path, *files: tuple[str | zipfile.ZipInfo, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as target:
        for name, content in files:
            target.writestr(name, content)
    return path


def inside(path: Path) -> list[tuple[str, str]]:
    return [(str(member.relative_to(path.parent)), problem) for member, problem in members(path)]


def linked(name: str, kind: int = stat.S_IFLNK) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = (kind | 0o644) << 16
    return info


def test_members_are_read_in_place(tmp_path: Path) -> None:
    path = packed(tmp_path / "möten.ZIP", ("b/möte.txt", TEXT), ("a.txt", TEXT * 2), ("tom/", ""), ("bild.bmp", "x"))
    assert inside(path) == [("möten.ZIP/a.txt", ""), ("möten.ZIP/b/möte.txt", "")]
    reading = read(path / "b" / "möte.txt")
    assert (reading.document, reading.source, reading.format, reading.text) == ("möte", "möte.txt", "txt", TEXT)
    assert reading.sha256 == sha256(path / "b" / "möte.txt")
    assert list(tmp_path.iterdir()) == [path]  # nothing is unpacked


def test_a_folder_may_be_called_like_a_zip(tmp_path: Path) -> None:
    (tmp_path / "a.zip").mkdir()
    (tmp_path / "a.zip" / "b.txt").write_text(TEXT, encoding="utf-8")
    assert zip_of(tmp_path / "a.zip" / "b.txt") is None
    assert read(tmp_path / "a.zip" / "b.txt").text == TEXT


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("../../etc/a.txt", "leads out of the zip"),
        ("a/../../b.txt", "leads out of the zip"),
        ("/etc/a.txt", "leads out of the zip"),
        ("C:\\Windows\\a.txt", "leads out of the zip"),
        ("c:a.txt", "leads out of the zip"),
        ("\\\\server\\a.txt", "leads out of the zip"),
        ("å" * 501 + ".txt", "longer than 500 characters"),
        ("mer.zip", "is a zip in a zip"),
        (linked("länk.txt"), "is a link"),
        (linked("enhet.txt", stat.S_IFCHR), "is a link or another thing"),
    ],
)
def test_members_that_are_left_out_with_a_reason(name: str | zipfile.ZipInfo, problem: str, tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("före.txt", TEXT), (name, "/etc/passwd"), ("öfter.txt", TEXT))
    first, second, (shown, why) = inside(path)
    assert (first, second) == (("a.zip/före.txt", ""), ("a.zip/öfter.txt", ""))
    assert shown.startswith("a.zip/")
    assert problem in why
    assert not has_member(tmp_path / shown)


@pytest.mark.parametrize(
    "name", ["__MACOSX/._a.txt", "__MACOSX/a.txt", ".dold.txt", ".git/a.txt", "brev.bmp", "a.txt/"]
)
def test_members_that_are_passed_over(name: str, tmp_path: Path) -> None:
    assert inside(packed(tmp_path / "a.zip", (name, "x"), ("p.txt", TEXT))) == [("a.zip/p.txt", "")]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_rare_methods_are_not_unpacked(method: int, tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("a.txt", "a" * 10_000_000), method=method)
    assert inside(path) == [("a.zip/a.txt", f"is packed in a rare way (method {method}); pack it as an ordinary zip")]


def test_of_two_members_of_one_name_the_last_one_is_read(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        path = packed(tmp_path / "a.zip", ("a.txt", "gammal"), ("./a.txt", "äldre"), ("a.txt", TEXT))
    twice = "is in the zip twice, and the last one is read; pack it again"
    assert inside(path) == [("a.zip/a.txt", ""), ("a.zip/a.txt", twice), ("a.zip/a.txt", twice)]
    assert read(path / "a.txt").text == TEXT


def test_an_encrypted_member(tmp_path: Path) -> None:
    path = patched(packed(tmp_path / "a.zip", ("a.txt", TEXT)), flags=0x1)
    assert inside(path) == [("a.zip/a.txt", "is encrypted; pack it without a password")]


@pytest.mark.parametrize(
    ("stored", "utf8", "shown"),
    [
        ("Årsmöte § 1.txt".encode(), True, "Årsmöte § 1.txt"),
        ("Årsmöte 🗳.txt".encode(), False, "Årsmöte 🗳.txt"),
        ("A\u030arsmo\u0308te.txt".encode(), True, "Årsmöte.txt"),  # macOS takes letters apart
        ("Årsmöte.txt".encode("cp437"), False, "Årsmöte.txt"),
        ("Årsmöte § 1.txt".encode("cp850"), False, "Årsmöte § 1.txt"),
        ("ÅRSMÖTE på ön.txt".encode("cp1252"), False, "ÅRSMÖTE på ön.txt"),
        (b"a\xb0\xb1\xdb.txt", False, "a░▒█.txt"),
        ("möten\\möte.txt".encode("cp850"), False, "möten/möte.txt"),
    ],
)
def test_names_in_any_encoding(stored: bytes, utf8: bool, shown: str, tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("x" * len(stored), TEXT))
    data = path.read_bytes().replace(b"x" * len(stored), stored)
    path.write_bytes(data)
    if utf8:
        patched(path, flags=0x800)
    assert inside(path) == [(f"a.zip/{shown}", "")]
    assert read(path / shown).text == TEXT


def test_a_name_that_is_not_what_it_says_is_one_clear_line(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("xxxx.txt", TEXT))
    path.write_bytes(path.read_bytes().replace(b"xxxx", b"\xff\xfe\xff\xfe"))
    ((shown, problem),) = inside(patched(path, flags=0x800))
    assert shown == "a.zip"
    assert problem.startswith("the zip cannot be read ('utf-8' codec can't decode")


def patched(path: Path, *, flags: int | None = None, size: int | None = None, crc: int | None = None) -> Path:
    """The zip with flags, a size or a checksum written over those of its members."""
    data = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        start = data.find(mark)
        while start >= 0:
            if flags is not None:
                struct.pack_into("<H", data, start + at, flags)
            if crc is not None:
                struct.pack_into("<I", data, start + at + 8, crc)
            if size is not None:
                struct.pack_into("<I", data, start + at + 16, size)
            start = data.find(mark, start + 4)
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("damage", "why"),
    [
        (lambda path: patched(path, size=10), "Bad CRC-32"),  # says less than there is: no more than that comes out
        (lambda path: patched(path, crc=1), "Bad CRC-32"),
        (lambda path: path.write_bytes(path.read_bytes().replace(b"PK\x03\x04", b"PK\x03\x05")), "Bad magic number"),
        (lambda path: path.write_bytes(path.read_bytes().replace(b"a.txt", b"b.txt", 1)), "differ"),
    ],
)
def test_a_damaged_member(damage: Callable[[Path], object], why: str, tmp_path: Path) -> None:
    path = packed(tmp_path / "z.zip", ("a.txt", TEXT * 100))
    damage(path)
    assert inside(path) == [("z.zip/a.txt", "")]
    for function in (read, sha256):
        with pytest.raises(UnreadableError, match=rf"z\.zip/a\.txt: is damaged \(.*{why}"):
            function(path / "a.txt")


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"no zip", b"PK\x05\x06" + bytes(18), b"PK\x05\x06" + b"\xff" * 18]
)
def test_what_is_no_zip(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    assert [problem.startswith("the zip cannot be read (") for _, problem in members(path)] == (
        [] if data.endswith(bytes(18)) else [True]
    )


def test_bombs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = packed(tmp_path / "en.zip", ("a.txt", b"a" * 21_000_000), ("b.txt", TEXT))
    assert inside(one) == [("en.zip/b.txt", ""), ("en.zip/a.txt", "larger than the limit of 20 MB; split the file")]
    many = packed(tmp_path / "många.zip", *((f"{n}.txt", b"a" * 20_000_000) for n in range(4)))
    ((shown, problem),) = inside(many)
    assert shown == "många.zip"
    assert "0.1 MB that unpack to 80 MB" in problem
    monkeypatch.setattr(archive, "MAX_MEMBERS", 2)
    crowd = packed(tmp_path / "fler.zip", *((f"{n}.bmp", b"") for n in range(3)))
    assert inside(crowd) == [("fler.zip", "holds more than 2 files; split it")]


def test_one_place_in_the_zip_for_many_members_is_a_bomb_too(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("a.txt", b"a" * 19_000_000))
    data = path.read_bytes()
    start, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entries = b"".join(data[start:end].replace(b"a.txt", f"{n}.txt".encode()) for n in range(9))
    tail = bytearray(data[end:])
    struct.pack_into("<HHI", tail, 8, 9, 9, len(entries))
    path.write_bytes(data[:start] + entries + tail)
    assert [problem[:30] for _, problem in members(path)] == ["0.0 MB that unpack to 171 MB; "]


def test_a_list_of_members_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "_MAX_DIRECTORY", 1_000)
    path = packed(tmp_path / "a.zip", *((f"{n}.txt", TEXT) for n in range(30)))
    ((_, problem),) = members(path)
    assert problem == "the zip cannot be read (its list of members is too long); pack or download it again"


def test_the_limit_of_a_member_is_that_of_its_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(formats.FORMS, ".txt", formats.FORMS[".txt"]._replace(max_bytes=2_000_000))
    path = packed(tmp_path / "a.zip", ("a.txt", b"a" * 2_000_001))
    assert inside(path) == [("a.zip/a.txt", "larger than the limit of 2 MB; split the file")]


def test_a_zip_that_was_changed_is_opened_again(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("a.txt", "ett"))
    assert read(path / "a.txt").text == "ett\n"
    packed(path, ("a.txt", "nummer två"))
    assert read(path / "a.txt").text == "nummer två\n"


def whole() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in ("a.txt", "under/b.md", "c.pdf", "d.zip"):
            target.writestr(name, TEXT * 3)
    return buffer.getvalue()


WHOLE = whole()


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=8),
    st.integers(0, len(WHOLE)),
    st.binary(max_size=40),
)
def test_whatever_a_zip_holds(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[int, int]], cut: int, end: bytes
) -> None:
    path = tmp_path_factory.mktemp("zip") / "a.zip"
    data = bytearray(WHOLE)
    for at, value in changes:
        data[at] = value
    path.write_bytes(bytes(data[: cut if cut % 3 == 0 else None]) + end)
    for member, problem in members(path):
        assert "\n" not in problem
        if not problem:
            try:
                assert len(read(member).text) < 10_000
            except UnreadableError as error:
                assert "\n" not in str(error)
