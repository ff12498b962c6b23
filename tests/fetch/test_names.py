from __future__ import annotations

from pathlib import PurePosixPath

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protokollgraf.errors import FetchError
from protokollgraf.extract.formats import ENDINGS
from protokollgraf.fetch import names
from protokollgraf.fetch.names import ending_of, file_name, of_address, of_header, safe

PDF, TEXT, HTML = b"%PDF-1.7", "§ 1 Mötet öppnas".encode(), b"<!DOCTYPE html><html>"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("KS 2024-01-10.pdf", "KS 2024-01-10.pdf"),
        ("../../etc/passwd", "etc-passwd"),
        ("2024/ks.pdf", "2024-ks.pdf"),
        ("..\\..\\Windows\\a.pdf", "Windows-a.pdf"),
        ("C:\\a.pdf", "C_-a.pdf"),
        ("/etc/passwd", "etc-passwd"),
        (".dold.pdf", "dold.pdf"),
        ("--graph.pdf", "graph.pdf"),
        ("a\x00b\nc\x1b[31m\u202efdp.pdf", "a b c [31m fdp.pdf"),
        ("A\u030asa.pdf", "Åsa.pdf"),
        ('a<b>:"c|d?e*.pdf', "a_b_c_d_e_.pdf"),
        ("CON.pdf", "_CON.pdf"),
        ("com1", "_com1"),
        ("a. . .", "a"),
        ("...", ""),
        ("å" * 300 + ".pdf", "å" * 120 + ".pdf"),
        ("🗳" * 300 + ".pdf", "🗳" * 60 + ".pdf"),
        ("Beslut nr. 5 om något", "Beslut nr. 5 om något"),
    ],
)
def test_safe(name: str, expected: str) -> None:
    assert safe(name) == expected


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(max_size=400))
def test_whatever_a_name_is(name: str) -> None:
    made = file_name(PDF, "", [name, of_header(f"attachment; filename={name}")], lambda _: True)
    assert PurePosixPath(made).name == made
    assert len(made.encode()) <= 255
    assert made.isprintable()
    assert made.endswith(".pdf")
    assert made[0] not in ".- "


@pytest.mark.parametrize(
    ("wishes", "expected"),
    [
        (["", "", "protokoll.pdf"], "protokoll.pdf"),
        (["eget", "serverns.pdf", "adressens.pdf"], "eget.pdf"),
        (["eget.txt"], "eget.pdf"),  # the content tells
        (["handler.ashx"], "handler.pdf"),
        (["protokoll.pdf.aspx"], "protokoll.pdf"),
        (["v1.2"], "v1.2.pdf"),
        (["", ".."], "document.pdf"),
        ([], "document.pdf"),
        (["ta gen.pdf"], "ta gen-3.pdf"),
    ],
)
def test_file_name(wishes: list[str], expected: str) -> None:
    assert file_name(PDF, "", wishes, lambda name: name not in ("ta gen.pdf", "ta gen-2.pdf")) == expected


@pytest.mark.parametrize(
    ("head", "content_type", "wanted", "expected"),
    [
        (PDF, "text/html", [".pdf"], ".pdf"),
        (b"\n\n%PDF-1.4", "", [], ".pdf"),
        (TEXT, "text/plain; charset=utf-8", [], ".txt"),
        (TEXT, "text/markdown", [], ".md"),
        (TEXT, "application/octet-stream", ["", ".md"], ".md"),
        (b"\xff\xfea\0b\0", "text/plain", [], ".txt"),
        (b"PK\x03\x04" + bytes(26) + b"a.pdf", "application/zip", [], ".zip"),
        (b"PK\x03\x04" + bytes(26) + b"word/document.xml", "application/zip", [], ".zip"),
        (b"PK\x03\x04", "", [".zip"], ".zip"),
    ],
)
def test_ending(head: bytes, content_type: str, wanted: list[str], expected: str) -> None:
    assert ending_of(head, content_type, wanted) == expected


@pytest.mark.parametrize(
    ("head", "content_type", "wanted", "expected"),
    [
        (b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml", "", [], ".docx"),
        (b"PK\x03\x04" + bytes(26) + b"word/document.xml", "", [".zip"], ".zip"),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text", "", [], ".odt"),
        (b"PK\x03\x04", "application/vnd.oasis.opendocument.text", [], ".odt"),
        (HTML, "text/html", [], ".html"),
        (HTML, "text/html", [".htm"], ".htm"),
        (b"<p>Protokoll", "text/html", [], ".html"),
        (b"\xff\xd8\xff\xe0", "", [".jpeg"], ".jpeg"),
    ],
)
def test_ending_of_formats_that_may_be_read(
    head: bytes, content_type: str, wanted: list[str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(names, "READ", (".docx", ".odt", ".zip", ".html", ".htm", ".jpg", ".jpeg"))
    assert ending_of(head, content_type, wanted) == expected


@pytest.mark.parametrize(
    ("head", "content_type", "wanted", "why"),
    [
        (HTML, "text/html", [".pdf"], r"is a web page and no \.pdf: perhaps an error or a login"),
        (TEXT, "text/plain", [".pdf"], r"is a text and no \.pdf"),
        (b"\x00\x01\x02", "application/pdf", [".pdf"], r"is a binary file and no \.pdf"),
        (b"\x00\x01\x02", "", [], r"is a binary file, which is not read"),
        (b"GIF89a", "image/gif", [], r"is a picture, which is not read; protokollgraf reads \.txt"),
    ],
)
def test_what_is_not_kept(head: bytes, content_type: str, wanted: list[str], why: str) -> None:
    with pytest.raises(FetchError, match=why):
        ending_of(head, content_type, wanted)


def test_every_ending_that_is_read_can_be_downloaded() -> None:
    assert set(ENDINGS) <= names._KNOWN


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ('attachment; filename="KS 2024.pdf"', "KS 2024.pdf"),
        ("inline; filename*=UTF-8''%C3%A5rsm%C3%B6te.pdf", "årsmöte.pdf"),
        ("attachment; filename=\"x.pdf\"; filename*=UTF-8''%C3%A5.pdf", "å.pdf"),
        ('attachment; filename="C:\\\\Users\\\\ada\\\\a.pdf"', "a.pdf"),
        ('attachment; filename="../../a.pdf"', "a.pdf"),
        ("attachment; filename*=nosuch''%FF.pdf", "ÿ.pdf"),
        ("attachment", ""),
        ("", ""),
    ],
)
def test_of_header(header: str, expected: str) -> None:
    assert of_header(header) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://ekby.example/a/b%20%C3%A5.pdf?c=d.txt", "b å.pdf"),
        ("https://ekby.example/%E5.pdf", "å.pdf"),
        ("https://ekby.example/..%2F..%2Fetc%2Fpasswd", "../../etc/passwd"),
        ("https://ekby.example/", ""),
        ("https://ekby.example", ""),
    ],
)
def test_of_address(url: str, expected: str) -> None:
    assert of_address(httpx.URL(url)) == expected
