"""Bad input: one clear line, an exit status that is not 0, the other files built, nothing lost."""

from __future__ import annotations

import io
import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

import protokollgraf
from protokollgraf.tests.conftest import Ran, Run
from protokollgraf.tests.extract.word_files import p, word

DATA = Path(__file__).parent / "data" / "layouts"
GOOD = DATA / "08-samordningsforbund.txt"
SHORT = """Socialnämnden
Protokoll 2024-03-06

Närvarande
Ada Ek (S), ordförande
Bo Alm (M)

§ 1 Mötet öppnas

Beslut
Nämnden godkänner dagordningen.
"""
RECIPE = "Pannkakor\n\nVispa ihop 3 ägg, 6 dl mjölk och 3 dl mjöl. Stek i smör tills de är gyllene.\n" * 5
MEGABYTE = 1_000_000


def pdf(draw: Callable[[Canvas], None], **options: object) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, **options)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def written(canvas: Canvas) -> None:
    canvas.drawString(70, 700, "Protokoll, § 1 Beslut")


def drawn(canvas: Canvas) -> None:
    canvas.rect(70, 70, 400, 600, fill=1)


WHOLE_PDF = pdf(written)
WHOLE_WORD = word(p("Protokoll, § 1 Beslut"))
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0")


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("tom.txt", b"", "the file is empty"),
        ("blank.txt", b" \n\n\t", "the file is empty"),
        ("binär.txt", bytes(range(256)) * 40, "binary"),
        ("bild.txt", b"\x89PNG\r\n\x1a\n" + bytes(200), "picture"),
        ("word.txt", b"PK\x03\x04" + bytes(200), "Word"),
        ("recept.txt", RECIPE.encode(), "no minutes"),
        ("trasig.pdf", WHOLE_PDF[:300], "PDF"),
        ("ingen.pdf", RECIPE.encode(), "no PDF"),
        ("hemlig.pdf", pdf(written, encrypt=StandardEncryption("lösen")), "encrypted"),
        ("skannad.pdf", pdf(drawn), "OCR"),
        ("protokoll.pages", b"PK\x03\x04", ".txt, .md, .pdf"),
        ("trasig.docx", WHOLE_WORD[:300], "no whole ZIP"),
        ("bomb.docx", word(p("hej") * 300_000), "200 times"),
        ("hemlig.docx", OLD_WORD + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        ("bild.docx", b"\x89PNG\r\n\x1a\n" + bytes(200), "picture"),
        ("recept.docx", RECIPE.encode(), "no Word"),
        ("recept.html", RECIPE.encode(), "no HTML"),
        ("skript.html", b"<html><script>document.write('\xc2\xa7 1')</script></html>", "no text"),
        ("kalkyl.doc", OLD_WORD + "Workbook".encode("utf-16-le"), "no Word"),
    ],
)
def test_a_file_that_is_no_minutes(tmp_path: Path, run: Run, name: str, content: bytes, why: str) -> None:
    bad = tmp_path / name
    bad.write_bytes(content)
    ran = run("build", GOOD, bad, "--graph", tmp_path / "graph")
    assert ran.status == 1
    assert why in failed_line(ran)
    assert "left out: 1 of 2 files" in ran.out
    assert documents(tmp_path / "graph") == [GOOD.stem]


@pytest.mark.parametrize("ending", [".txt", ".pdf", ".docx", ".html"])
def test_a_file_that_is_too_large(tmp_path: Path, run: Run, ending: str) -> None:
    large = tmp_path / f"stor{ending}"
    with large.open("wb") as file:
        file.write(b"%PDF-1.4\n")
        file.truncate(51 * MEGABYTE)  # sparse: takes no room on the disk
    ran = run("build", GOOD, large, "--graph", tmp_path / "graph")
    assert ran.status == 1
    assert "MB" in failed_line(ran)
    assert documents(tmp_path / "graph") == [GOOD.stem]


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-16", "utf-16-le", "utf-8-sig"])
def test_another_encoding_is_read_all_the_same(tmp_path: Path, run: Run, encoding: str) -> None:
    text = GOOD.read_bytes().decode().encode("latin-1", errors="replace").decode("latin-1")  # what all can write
    folders = tmp_path / "utf-8", tmp_path / encoding
    for folder, name in zip(folders, ("utf-8", encoding), strict=True):
        folder.mkdir()
        (folder / "protokoll.txt").write_bytes(text.encode(name))
        assert run("build", folder, "--graph", folder / "graph").status == 0
    expected, found = (rows(folder / "graph", "attendance") for folder in folders)
    assert found == expected != []


ODD_NAMES = {  # how it is called → how a line shows it
    "rad\nbryt": r"rad\nbryt",
    "emoji 🗳": "emoji 🗳",
    "[red]fet": "[red]fet",
    "[bold": "[bold",
    "-rf": "-rf",
    ";rm x": ";rm x",
    "$(id)`id`": "$(id)`id`",
    "\x1b[31mfärg": r"\x1b[31mfärg",
    "<img src=x onerror=alert(1)>": "<img src=x onerror=alert(1)>",
    "två  blanka ": "två  blanka ",
    "%2e%2e": "%2e%2e",
}


def test_odd_file_names(tmp_path: Path, run: Run) -> None:
    folder, graph = tmp_path / "protokoll", tmp_path / "graph"
    folder.mkdir()
    for number, name in enumerate(ODD_NAMES):
        (folder / f"{name}.txt").write_text(SHORT + "\n" * number, encoding="utf-8")
        (folder / f"{name}2.txt").touch()
    ran = run("build", folder, "--graph", graph)
    lines = ran.out.splitlines()
    assert ran.status == 1
    assert all(line.isprintable() for line in lines)
    for shown in ODD_NAMES.values():
        assert sum(f"{folder}/{shown}.txt" in line for line in lines if line.startswith("new ")) == 1
        (line,) = (line for line in lines if line.startswith(f"failed    {folder}/{shown}2.txt: "))
        assert line.removeprefix(f"failed    {folder}/{shown}2.txt: ").startswith("the file is empty")
    assert len(documents(graph)) == len(ODD_NAMES)
    for ending in (".ttl", ".rdf", ".graphml", ".html"):
        command = "view" if ending == ".html" else "export"
        assert run(command, "--graph", graph, "-o", tmp_path / f"graf{ending}").status == 0
    with protokollgraf.open(graph) as opened:
        held = {quad.triple for quad in opened.store if not quad.predicate.value.endswith("ontology#text")}
    assert {quad.triple for quad in ox.parse(path=tmp_path / "graf.ttl")} == held


def test_a_file_name_like_an_option(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(GOOD, tmp_path / "--graph.txt")
    monkeypatch.chdir(tmp_path)
    ran = run("build", "--graph", "graph", "--", "--graph.txt")
    assert ran.status == 0
    assert documents(tmp_path / "graph") == ["--graph"]


def test_a_file_name_that_is_not_utf8(tmp_path: Path, run: Run) -> None:
    shutil.copy(GOOD, os.fsdecode(bytes(tmp_path) + b"/f\xf6rsta.txt"))
    ran = run("build", tmp_path, "--graph", tmp_path / "graph")
    assert ran.status == 0
    assert "rsta.txt" in ran.out


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["build", "{tmp}/saknas.txt", "--graph", "{tmp}/ny"], "saknas.txt: there is no such file"),
        (["build", "{tmp}/tomt", "--graph", "{tmp}/ny"], "holds no minutes"),
        (["build", str(GOOD), "--graph", "{tmp}/annat"], "not a graph folder"),
        (["build", str(GOOD), "--graph", "{tmp}/annat/fil"], "is a file"),
        (["build", str(GOOD), "--graph", "/dev/null/x"], "/dev/null/x"),
        (["query", "seats", "--graph", "{tmp}/saknas"], "no such graph folder"),
        (["query", "seats", "--graph", "{tmp}/annat"], "is not a graph folder"),
        (["query", "seats", "--graph", "{tmp}/annat/fil"], "is a file"),
        (["query", "seat", "--graph", "{graph}"], "seats"),
        (["query", "{tmp}/saknas.rq", "--graph", "{graph}"], "saknas.rq"),
        (["query", "{tmp}/fel.rq", "--graph", "{graph}"], "no SPARQL at line 1, column 23"),
        (["query", "person", "--graph", "{graph}"], "needs person"),
        (["query", "person", "--graph", "{graph}", "--param", "person"], "name=value"),
        (["query", "seats", "--graph", "{graph}", "--param", "nosuch=1"], "nosuch"),
        (["tables", "--graph", "{graph}", "--out", "{tmp}/annat/fil"], "annat/fil"),
        (["tables", "--graph", "{tmp}/saknas", "--out", "{tmp}/ut"], "no such graph folder"),
        (["export", "--graph", "{graph}", "-o", "{tmp}/graf.doc"], ".ttl"),
        (["export", "--graph", "{graph}", "-o", "{tmp}/graf"], ".ttl"),
        (["export", "--graph", "{graph}", "-o", "{tmp}/saknas/graf.ttl"], "graf.ttl"),
        (["export", "--graph", "{graph}", "-o", "{tmp}/saknas/graf.gexf"], "graf.gexf"),
        (["view", "--graph", "{graph}", "-o", "{tmp}/saknas/n.html"], "n.html"),
        (["view", "--graph", "{graph}", "-o", "{tmp}/n.html", "--person", "Ingen Alls"], "Ingen Alls"),
        (["view", "--graph", "{graph}", "-o", "{tmp}/n.html", "--from", "igår"], "igår"),
    ],
)
def test_a_wrong_command(tmp_path: Path, run: Run, examples_graph: Path, arguments: list[str], line: str) -> None:
    (tmp_path / "tomt").mkdir()
    (tmp_path / "annat").mkdir()
    (tmp_path / "annat" / "fil").write_text("något annat", encoding="utf-8")
    (tmp_path / "fel.rq").write_text("SELECT * WHERE { ?s ?p", encoding="utf-8")
    ran = run(*(one.format(tmp=tmp_path, graph=examples_graph) for one in arguments))
    said = [one for one in (ran.out + ran.err).splitlines() if line in one]
    assert ran.status == 1
    assert len(said) == 1
    assert "Traceback" not in ran.err
    assert (tmp_path / "annat" / "fil").read_text(encoding="utf-8") == "något annat"
    assert not (tmp_path / "ny").exists()


@pytest.mark.parametrize("arguments", [[], ["build"], ["build", "x.txt"], ["nosuch"], ["query", "seats", "--nosuch"]])
def test_wrong_usage_has_its_own_status(run: Run, arguments: list[str]) -> None:
    assert run(*arguments).status == 2


def test_a_zip_of_good_and_bad(tmp_path: Path, run: Run) -> None:
    with zipfile.ZipFile(tmp_path / "protokoll.zip", "w", zipfile.ZIP_DEFLATED) as target:
        names = ("bra.txt", "../../ut.txt", "mer.zip", "rad\nbryt.txt", "bild.bmp", "__MACOSX/._bra.txt")
        for number, name in enumerate(names):
            target.writestr(name, SHORT + "\n" * number)
        target.writestr("tom.txt", "")
        target.writestr("stor.txt", "a" * 21 * MEGABYTE)
    (tmp_path / "trasig.zip").write_bytes(b"PK\x03\x04")
    ran = run("build", tmp_path / "protokoll.zip", tmp_path / "trasig.zip", GOOD, "--graph", tmp_path / "graph")
    assert ran.status == 1
    assert "Traceback" not in ran.err
    lines = [line.replace(str(tmp_path), "") for line in ran.out.splitlines()]
    assert lines[:-2] == [
        "new       /protokoll.zip/bra.txt",
        r"new       /protokoll.zip/rad\nbryt.txt",
        "failed    /protokoll.zip/tom.txt: the file is empty; save or download it again",
        "failed    /protokoll.zip/../../ut.txt: its name leads out of the zip; pack it again",
        "failed    /protokoll.zip/mer.zip: is a zip in a zip; unpack the outer one",
        "failed    /protokoll.zip/stor.txt: larger than the limit of 20 MB; split the file",
        "failed    /trasig.zip: the zip cannot be read (File is not a zip file); pack or download it again",
        f"new       {GOOD}",
    ]
    assert lines[-1] == "left out: 5 of 8 files, marked failed above"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["graph", "protokoll.zip", "trasig.zip"]


def test_nothing_is_lost_when_a_new_version_cannot_be_read(tmp_path: Path, run: Run) -> None:
    file, graph = tmp_path / "protokoll.txt", tmp_path / "graph"
    file.write_text(SHORT, encoding="utf-8")
    assert run("build", file, "--graph", graph).status == 0
    before = rows(graph, "attendance")
    file.write_bytes(b"")
    assert run("build", file, "--graph", graph).status == 1
    assert run("build", tmp_path / "saknas.txt", "--graph", graph).status == 1
    assert rows(graph, "attendance") == before != []


def failed_line(ran: Ran) -> str:
    """The one line about the file that failed."""
    (line,) = (line for line in ran.out.splitlines() if line.startswith("failed "))
    assert "Traceback" not in ran.err
    return line


def documents(graph: Path) -> list[str]:
    return sorted(row["document"] for row in rows(graph, "meetings"))


def rows(graph: Path, query: str) -> list[dict[str, str]]:
    with protokollgraf.open(graph) as opened:
        return opened.query(query)
