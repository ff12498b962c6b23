from __future__ import annotations

import shutil
import stat
import subprocess
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import docx
import pytest

from protokollgraf.errors import UnreadableError
from protokollgraf.extract import office
from protokollgraf.extract.office import office_pages
from protokollgraf.tests.extract.word_files import p, packed, word
from protokollgraf.tests.measure.made_docx import Lists, converted

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0")
RTF = rb"{\rtf1\ansi\ansicpg1252 \'a7 12 Upprop\par Ada Ek (S)\par}"
HTML = "<html><body><p>§ 12 Upprop</p></body></html>".encode()
MANIFEST = "META-INF/manifest.xml"


def stream(name: str, head: bytes = b"") -> bytes:
    """Something like an old Office file: the head of one of its streams, and the stream's name."""
    return OLE + head.ljust(512, b"\0") + name.encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (word(p("§ 12 Upprop")), ["§ 12 Upprop"]),
        (HTML, ["§ 12 Upprop"]),  # what document systems call .doc
        (b"\xef\xbb\xbf\r\n" + HTML, ["§ 12 Upprop"]),
    ],
)
def test_what_is_in_the_file_tells_how_to_read_it(data: bytes, expected: list[str]) -> None:
    assert office_pages(data, "x.doc") == expected


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"%PDF-1.7", "a PDF; name it .pdf"),
        (b"\x89PNG\r\n", "a picture"),
        (b"MIME-Version: 1.0\r\n", "web archive"),
        (b"Kommunstyrelsen", "name it .txt"),
        (packed({"xl/workbook.xml": "<x/>"}), "Excel"),
        (packed({"ppt/presentation.xml": "<x/>"}), "PowerPoint"),
        (packed({"bild.png": "x"}), "ZIP of other files"),
        (b"PK\x03\x04broken", "no whole ZIP"),
        (packed({"content.xml": "<x/>", MANIFEST: "<manifest:encryption-data/>"}), "encrypted"),
        (packed({"content.xml": "<x/>" * 800_000, MANIFEST: "<x/>"}), "200 times"),
        (stream("EncryptedPackage"), "encrypted"),
        (stream("WordDocument", b"\xec\xa5" + b"\0" * 9 + b"\1"), "encrypted"),
        (stream("Workbook"), "no Word document"),
    ],
)
def test_unreadable(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableError, match=why) as caught:
        office_pages(data, "x.docx")
    assert str(caught.value).startswith("x.docx: ")
    assert "\n" not in str(caught.value)


def test_without_libreoffice_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableError, match=r"not installed; install LibreOffice .*libreoffice-writer-nogui"):
        office_pages(RTF, "x.rtf")


def program(folder: Path, script: str) -> None:
    """A program that stands in for LibreOffice."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def test_it_is_killed_with_all_that_it_started_when_it_takes_too_long(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program(tmp_path, f"sleep 300 & echo $! > {tmp_path}/child; wait")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(office, "SECONDS", 1)
    with pytest.raises(UnreadableError, match="more than 1 seconds"):
        office_pages(RTF, "x.rtf")
    child = (tmp_path / "child").read_text().strip()
    state = subprocess.run(["ps", "-o", "stat=", "-p", child], capture_output=True, text=True, check=False).stdout
    assert state.strip() in ("", "Z")  # gone, or only waiting to be collected


@pytest.mark.parametrize(
    ("script", "why"),
    [
        (
            "echo 'Error: source file could not be loaded' >&2",
            "cannot read it .Error: source file could not be loaded.",
        ),
        ("exit 3", r"cannot read it \(it says nothing\)"),
    ],
)
def test_what_libreoffice_says_is_passed_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str, why: str
) -> None:
    program(tmp_path, script)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(UnreadableError, match=why) as caught:
        office_pages(RTF, "x.rtf")
    assert "\n" not in str(caught.value)


@needs_office
@pytest.mark.parametrize("ending", ["doc", "odt", "rtf"])
def test_old_and_open_formats_give_the_text_of_the_docx(tmp_path: Path, ending: str) -> None:
    document = docx.Document()
    lists = Lists(document)
    sections, points = lists.add("decimal", "§ %1", 12), lists.add("decimal", "%1.")
    for text, list_id in (("Upprop", sections), ("att anta", points), ("att avslå", points), ("Val", sections)):
        lists.set(document.add_paragraph(text), list_id)
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text, cells[1].text = "Beslutande", "Ada Ek (S)"
    cells[1].add_paragraph("Bo Alm (M)")
    document.add_paragraph("Slut").paragraph_format.page_break_before = True
    path = tmp_path / "in.docx"
    document.save(str(path))
    expected = [
        "§ 12 Upprop\n\n1. att anta\n\n2. att avslå\n\n§ 13 Val\n\nBeslutande\tAda Ek (S)\n\tBo Alm (M)",
        "Slut",
    ]
    assert office_pages(path.read_bytes(), "x.docx") == expected
    assert office_pages(converted(path, ending), f"x.{ending}") == expected


@needs_office
def test_a_broken_old_file_is_said_to_be_broken() -> None:
    with pytest.raises(UnreadableError, match=r"LibreOffice cannot read it|no text"):
        office_pages(stream("WordDocument", b"\xec\xa5"), "x.doc")


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """The address of a server, and what it is asked for."""
    paths: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            paths.append(self.path)
            self.send_error(404)

        do_GET = do_HEAD = do_OPTIONS = do_PROPFIND = answer

        def log_message(self, format: str, *args: object) -> None:
            return

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", paths
    server.shutdown()
    server.server_close()


@needs_office
def test_nothing_that_a_document_names_is_asked_for(asked: tuple[str, list[str]]) -> None:
    address, paths = asked
    spaces = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in (("office", "office"), ("text", "text"), ("draw", "drawing"), ("svg", "svg-compatible"))
    )
    content = (
        f'<office:document-content{spaces} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">'
        '<office:body><office:text><text:section text:name="s">'
        f'<text:section-source xlink:href="{address}/s.odt"/></text:section>'
        '<text:p>Hej<draw:frame svg:width="2cm" svg:height="2cm">'
        f'<draw:image xlink:href="{address}/bild.png" xlink:type="simple"/></draw:frame></text:p>'
        "</office:text></office:body></office:document-content>"
    )
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    kind = "application/vnd.oasis.opendocument.text"
    entries = "".join(
        f'<m:file-entry m:full-path="{path}" m:media-type="{media}"/>'
        for path, media in (("/", kind), ("content.xml", "text/xml"))
    )
    manifest = f'<m:manifest xmlns:m="{space}">{entries}</m:manifest>'
    data = packed({"mimetype": kind, "content.xml": content, MANIFEST: manifest})
    assert office_pages(data, "x.odt")[0].strip().endswith("Hej")
    time.sleep(0.2)
    assert paths == []
