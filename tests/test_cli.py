"""The command line, in this process (`run` of conftest.py)."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import version
from pathlib import Path

import pytest
import rdflib

import protokollgraf
from protokollgraf import cli
from protokollgraf.extract.anonymous import structural_words
from protokollgraf.queries.catalogue import catalogue
from protokollgraf.queries.formats import TABLES
from protokollgraf.tests.conftest import ROOT, Run

LAYOUT = ROOT / "tests" / "data" / "layouts" / "08-samordningsforbund.txt"


def test_build_says_what_happened_to_each_file(tmp_path: Path, run: Run) -> None:
    file, empty, graph = tmp_path / "ett protokoll.txt", tmp_path / "tom.txt", tmp_path / "graf"
    shutil.copy(LAYOUT, file)
    empty.touch()
    first = run("build", file, "--graph", graph)
    assert first.status == 0
    assert first.out.splitlines()[0] == f"new       {file}"
    assert first.out.splitlines()[1].startswith(f"{graph}: 1 document, ")
    assert run("build", file, "--graph", graph).out.splitlines()[0] == f"unchanged {file}"
    file.write_bytes(file.read_bytes() + b"\n")
    assert run("build", file, "--graph", graph).out.splitlines()[0] == f"changed   {file}"
    last = run("build", file, empty, "--graph", graph)
    assert last.status == 1
    assert last.out.splitlines()[1].startswith(f"failed    {empty}: the file is empty")
    assert last.out.splitlines()[-1] == "left out: 1 of 2 files, marked failed above"


def test_two_files_of_one_name_are_two_documents(tmp_path: Path, run: Run) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "protokoll.txt").write_bytes(LAYOUT.read_bytes() + name.encode())
    ran = run("build", tmp_path, "--graph", tmp_path / "graf")
    assert "b/protokoll.txt as b/protokoll" in ran.out


@pytest.mark.parametrize(
    ("form", "first"),
    [
        ("table", "person"),
        ("csv", "person,party,body,organisation,role,municipality,first,last"),
        ("tsv", "person\tparty\tbody\torganisation\trole\tmunicipality\tfirst\tlast"),
        ("json", "["),
    ],
)
def test_query_formats(run: Run, examples_graph: Path, form: str, first: str) -> None:
    ran = run("query", "seats", "--graph", examples_graph, "--format", form)
    assert ran.status == 0
    assert ran.out.splitlines()[0].startswith(first)
    assert "Elsa Brolin" in ran.out


def test_formats_hold_the_same_rows(run: Run, examples_graph: Path) -> None:
    def out(form: str) -> io.StringIO:
        return io.StringIO(run("query", "decisions", "--graph", examples_graph, "--format", form).out)

    rows = json.load(out("json"))
    assert rows
    for form, delimiter in (("csv", ","), ("tsv", "\t")):
        found = list(csv.DictReader(out(form), delimiter=delimiter))
        assert [{column: cell.removeprefix("'") for column, cell in row.items()} for row in found] == rows
    lines = out("table").getvalue().splitlines()[1:]
    assert [line for line, row in zip(lines, rows, strict=True) if row["text"] not in line] == []


def test_fetch_then_build(tmp_path: Path, run: Run) -> None:
    class Site(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    folder, graph, urls = tmp_path / "ut", tmp_path / "graf", tmp_path / "urls.txt"
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Site, directory=LAYOUT.parent)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/{LAYOUT.name}"
        urls.write_text(f"{address} möte.txt\n{address}x", encoding="utf-8")
        ran = run("fetch", urls, "--out", folder, "--delay", 0)
        assert ran.status == 1
        size = LAYOUT.stat().st_size / 1e6
        assert ran.out.splitlines() == [
            f"new       {address} -> möte.txt ({size:.1f} MB)",
            f"failed    {address}x: 404 Not Found",
            f"{folder}: 1 new, 1 failed",
        ]
        urls.write_text(address, encoding="utf-8")
        ran = run("fetch", urls, "--out", folder)
        assert (ran.status, ran.out.splitlines()[-1]) == (0, f"{folder}: 1 unchanged")
        server.shutdown()
    assert run("build", folder, "--graph", graph).out.splitlines()[0] == f"new       {folder / 'möte.txt'}"
    ran = run("fetch", tmp_path / "saknas.txt", "--out", folder)
    assert (ran.status, ran.out) == (1, "")
    assert "saknas.txt: cannot be read (No such file or directory)" in ran.err


def test_query_takes_parameters_and_sparql(
    tmp_path: Path, run: Run, examples_graph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = run("query", "person", "--param", "person=Elsa Brolin", "--graph", examples_graph, "--format", "json")
    assert {row["document"] for row in json.loads(ran.out)} > {"2023-11-22-styrelsen"}
    sparql = "SELECT (COUNT(?m) AS ?number) { ?m a pg:Minutes }"
    (tmp_path / "antal.rq").write_text(sparql, encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(sparql.encode())))
    for what in (sparql, tmp_path / "antal.rq", "-"):
        ran = run("query", what, "--graph", examples_graph, "--format", "csv")
        assert ran.out == f"number\n{len(list((ROOT / 'examples').iterdir()))}\n"


def test_nothing_is_cut_or_interpreted_in_a_pipe(run: Run, examples_graph: Path) -> None:
    text = "[red]" + "långt " * 100 + "[/red] slut"
    ran = run("query", f'SELECT ("{text}" AS ?a) ("två\\nrader" AS ?b) {{}}', "--graph", examples_graph)
    assert ran.out.splitlines()[1].split("  ") == [text, r"två\nrader"]


def test_queries_lists_every_query_with_its_parameters(run: Run) -> None:
    ran = run("queries")
    assert [line.split(":")[0] for line in ran.out.splitlines() if not line.startswith(" ")] == list(catalogue())
    assert "--param person='Ada Ek'" in ran.out


def test_tables(tmp_path: Path, run: Run, examples_graph: Path) -> None:
    assert run("tables", "--graph", examples_graph, "--out", tmp_path / "ut" / "tabeller").status == 0
    assert sorted(path.name for path in (tmp_path / "ut" / "tabeller").iterdir()) == sorted(
        f"{name}.csv" for name in TABLES
    )
    with (tmp_path / "ut" / "tabeller" / "meetings.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == len(list((ROOT / "examples").iterdir()))


@pytest.mark.parametrize("ending", [".ttl", ".trig", ".nt", ".nq", ".jsonld", ".rdf", ".graphml", ".gexf"])
def test_export(tmp_path: Path, run: Run, examples_graph: Path, ending: str) -> None:
    target = tmp_path / f"graf{ending}"
    assert run("export", "--graph", examples_graph, "-o", target) == (0, f"wrote {target}\n", "")
    text = target.read_text(encoding="utf-8")
    assert "Elsa Brolin" in text.encode().decode("unicode_escape" if ending == ".nt" else "utf-8")
    assert "ontology#text" not in text


def test_export_with_the_texts(tmp_path: Path, run: Run, examples_graph: Path) -> None:
    assert run("export", "--graph", examples_graph, "-o", tmp_path / "graf.nq", "--texts").status == 0
    data = rdflib.Dataset()
    data.parse(tmp_path / "graf.nq", format="nquads")
    query = "SELECT DISTINCT ?text { GRAPH ?g { ?a <https://w3id.org/protokollgraf/ontology#text> ?text } }"
    assert len(list(data.query(query))) == len(list((ROOT / "examples").iterdir()))


@pytest.mark.parametrize(
    "filters",
    [
        [],
        ["--person", "Elsa Brolin"],
        ["--body", "Styrelsen"],
        ["--municipality", "Hedvik"],
        ["--from", "2023-01-01", "--to", "2023-12-31"],
    ],
)
def test_view(tmp_path: Path, run: Run, examples_graph: Path, filters: list[str]) -> None:
    target = tmp_path / "n.html"
    ran = run("view", "--graph", examples_graph, "-o", target, *filters)
    assert ran.out.startswith(f"wrote {target}: ")
    assert target.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_full_disk_is_one_line(
    tmp_path: Path, run: Run, examples_graph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", str(tmp_path / "people.csv"))

    monkeypatch.setattr(cli, "write_tables", full)
    ran = run("tables", "--graph", examples_graph, "--out", tmp_path)
    assert ran == (1, "", f"protokollgraf: {tmp_path / 'people.csv'}: No space left on device\n")


def test_an_interruption_is_clean(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("protokollgraf.graph.build.build", interrupted)
    ran = run("build", LAYOUT, "--graph", tmp_path / "graf")
    assert ran.status == 130
    assert "Traceback" not in ran.err


def test_a_terminal_gets_a_bar_and_a_table_within_its_width(
    run: Run, tmp_path: Path, examples_graph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    assert "\x1b[" in run("build", LAYOUT, "--graph", tmp_path / "graf").out
    table = run("query", "decisions", "--graph", examples_graph).out
    assert "│" in table


def test_the_module_runs_too() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "protokollgraf", "--version"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT / ".links",
    )
    assert ran.stdout == f"protokollgraf {version('protokollgraf')}\n"


def test_what_the_command_line_and_python_say_is_the_same(run: Run, examples_graph: Path) -> None:
    with protokollgraf.open(examples_graph) as graph:
        assert json.loads(run("query", "seats", "--graph", examples_graph, "--format", "json").out) == graph.query(
            "seats"
        )


def test_diagnose(run: Run, tmp_path: Path) -> None:
    ran = run("diagnose", LAYOUT)
    assert ran.status == 0
    assert ran.out.startswith(f"{LAYOUT.name}: txt, ")
    assert "look here" in ran.out or "nothing looks missed" in ran.out
    recipe = tmp_path / "recept.txt"
    recipe.write_text("Vispa 3 ägg och 6 dl mjölk.\n", encoding="utf-8")
    both = run("diagnose", LAYOUT, recipe)
    assert both.status == 1
    assert "recept.txt: txt, " in both.out
    assert "  not read: no minutes found in it" in both.out


@pytest.mark.parametrize("option", ["--report", "--anonymous"])
def test_diagnose_without_the_words(run: Run, option: str) -> None:
    ran = run("diagnose", LAYOUT, option)
    assert ran.status == 0
    assert "\nthe text from its beginning, without its words\n" in ran.out
    words = set(re.findall(r"[A-ZÅÄÖ][a-zåäö]{3,}", LAYOUT.read_text(encoding="utf-8")))
    assert [word for word in words if word in ran.out and word.casefold() not in structural_words()] == []


def test_diagnose_as_json(run: Run) -> None:
    (found,) = json.loads(run("diagnose", LAYOUT, "--format", "json").out)
    assert found["file"]["source"] == LAYOUT.name
    assert [item["item"] for item in found["items"]]
