from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from unittest.mock import Mock

import pyoxigraph as ox
import pytest
import rdflib.plugins.sparql
from rdflib import RDF, Dataset

from protokollgraf.errors import GraphError
from protokollgraf.graph import copies, store
from protokollgraf.ontology.terms import ENTITIES, ID, PG
from protokollgraf.tests.factories import HOSTILE, attendance, evidence, item, minutes

QUAD = ox.Quad(ox.NamedNode(ID["x"]), ox.NamedNode(RDF.type), ox.NamedNode(PG.Body), ox.NamedNode(ENTITIES))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "graf"


def quads(target: ox.Store) -> set[ox.Quad]:
    return set(target)


def test_documents_and_texts(folder: Path) -> None:
    target = store.open_for_writing(folder)
    store.replace_document(target, minutes("b", text="text b"), extractor="1")
    store.replace_document(target, minutes("a", text="text a"))
    assert list(store.documents(target)) == ["a", "b"]
    assert store.documents(target)["b"] == ("b.txt", minutes(text="text b").reading.sha256, "1")
    assert store.documents(target)["a"].extractor == ""
    assert store.text_of(target, "a") == "text a"
    with pytest.raises(GraphError, match="c: no such document"):
        store.text_of(target, "c")


@pytest.mark.parametrize("name", HOSTILE)
def test_replacing_leaves_just_the_new(folder: Path, name: str) -> None:
    before = minutes(facts=[attendance(name, evidence=evidence(words=name)), item("1", name)], text=name)
    after = minutes(facts=[attendance("Ny " + name), item("1", name)], text="ny")
    target, fresh = store.open_for_writing(folder), ox.Store()
    for version in (before, after, before, after):
        store.replace_document(target, version)
    store.replace_document(fresh, after)
    assert quads(target) == quads(fresh)


def test_replacing_a_document_touches_no_other(folder: Path) -> None:
    target = store.open_for_writing(folder)
    for name in ("a", "b"):
        store.replace_document(target, minutes(name))
    store.replace_entities(target, [QUAD])
    before = {quad for quad in target if "/b" in str(quad.graph_name)} | {QUAD}
    store.replace_document(target, minutes("a", facts=[]))
    assert before < quads(target)
    store.remove_document(target, "a")
    assert before == quads(target)
    assert len(list(target.named_graphs())) == 3
    with pytest.raises(GraphError, match="a: no such document"):
        store.remove_document(target, "a")


def test_a_failed_update_changes_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = store.open_for_writing(folder)
    store.replace_document(target, minutes("a"))
    before = quads(target)
    monkeypatch.setattr(store, "_lines", lambda some: "GRAPH <x> { broken" if len(some) > 5 else "")
    with pytest.raises(SyntaxError):
        store.replace_document(target, minutes("a", facts=[item(str(n)) for n in range(9)]))
    assert quads(target) == before


def test_entities(folder: Path) -> None:
    target = store.open_for_writing(folder)
    store.replace_entities(target, [QUAD])
    store.replace_entities(target, [])
    assert quads(target) == set()
    assert list(target.named_graphs()) == []


def test_dataset_answers_over_the_union_in_oxigraph(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = store.open_for_writing(folder)
    store.replace_document(target, minutes("a"))
    store.replace_entities(target, [QUAD])
    rdf = store.dataset(target)
    assert isinstance(rdf, Dataset)
    monkeypatch.setattr("rdflib.plugins.sparql.processor.SPARQLProcessor.query", None)  # rdflib's own engine
    ((count,),) = rdf.query("SELECT (COUNT(*) AS ?n) { { ?s a pg:Body } UNION { ?s a pg:Attendance } }")  # type: ignore[misc]
    assert int(count) == 3
    assert {prefix: str(iri) for prefix, iri in rdf.namespaces()}["schema"] == "https://schema.org/"


def test_queries_read_no_files() -> None:
    assert rdflib.plugins.sparql.SPARQL_LOAD_GRAPHS is False


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: path.write_text("x"), "is a file"),
        (lambda path: [path.mkdir(), (path / "brev.txt").write_text("x")], "not a graph folder"),
        (lambda path: [path.mkdir(), (path / store.MARKER).write_text("{")], "damaged"),
        (lambda path: [path.mkdir(), (path / store.MARKER).write_text("[]")], "damaged"),
        (lambda path: [path.mkdir(), (path / store.MARKER).write_text('{"format": 99}')], "has format 99"),
        (lambda path: [(path / "store").mkdir(parents=True), store.write_marker(path, {}),  # type: ignore[func-returns-value]
                       (path / "store/CURRENT").write_text("x")], "cannot be opened"),
    ],
)  # fmt: skip
def test_what_is_no_graph_folder(folder: Path, make: Callable[[Path], object], message: str) -> None:
    make(folder)
    with pytest.raises(GraphError, match=message) as error:
        store.open_for_writing(folder)
    assert str(folder) in str(error.value)
    assert "\n" not in str(error.value)
    with pytest.raises(GraphError), store.open_for_reading(folder):
        pass


def test_reading_what_is_not_there(folder: Path) -> None:
    with pytest.raises(GraphError, match="no such graph folder"), store.open_for_reading(folder):
        pass
    assert not folder.exists()
    folder.mkdir()
    with pytest.raises(GraphError, match="is not a graph folder"), store.open_for_reading(folder):
        pass
    store.write_marker(folder, {})
    with pytest.raises(GraphError, match="is empty"), store.open_for_reading(folder):
        pass


def test_an_empty_folder_and_one_with_judgements_become_graph_folders(folder: Path) -> None:
    folder.mkdir()
    (folder / "judgements.csv").write_text("left,right,judgement\n")
    assert len(store.open_for_writing(folder)) == 0


def test_one_writer_at_a_time(folder: Path) -> None:
    target = store.open_for_writing(folder)
    with pytest.raises(GraphError, match="in use by another process"):
        store.open_for_writing(folder)
    del target
    store.open_for_writing(folder)


def test_readers_see_a_graph_that_another_process_writes(folder: Path) -> None:
    code = f"""if True:
        import sys
        from pathlib import Path
        sys.path.insert(0, {os.fspath(Path(store.__file__).parent.parent / ".links")!r})
        from protokollgraf.graph import store
        from protokollgraf.tests.factories import minutes
        target = store.open_for_writing(Path({os.fspath(folder)!r}))
        store.replace_document(target, minutes("a"))
        print("written", flush=True)
        sys.stdin.read()
    """
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", code], stdin=pipe, stdout=pipe, text=True) as other:
        assert other.stdout and other.stdin
        assert other.stdout.readline() == "written\n"
        with pytest.raises(GraphError, match="in use by another process"):
            store.open_for_writing(folder)
        with store.open_for_reading(folder) as one, store.open_for_reading(folder) as two:
            assert list(store.documents(one)) == list(store.documents(two)) == ["a"]
        other.stdin.close()


def test_a_reader_hinders_no_writer_and_sees_no_change(folder: Path) -> None:
    target = store.open_for_writing(folder)
    store.replace_document(target, minutes("a"))
    del target
    with store.open_for_reading(folder) as reader:
        target = store.open_for_writing(folder)
        store.replace_document(target, minutes("b"))
        target.flush()
        target.optimize()
        assert list(store.documents(reader)) == ["a"]
        assert len(list(folder.glob(".reading-*"))) == 1
    assert list(folder.glob(".reading-*")) == []


def test_a_folder_that_one_may_not_write_to_can_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.replace_document(store.open_for_writing(folder), minutes("a"))
    real = copies.tempfile.mkdtemp  # type: ignore[attr-defined]

    def refuse(prefix: str, dir: Path | None = None) -> str:
        if dir is not None:
            raise PermissionError(13, "Permission denied")
        return real(prefix=prefix, dir=folder.parent)  # type: ignore[no-any-return]

    monkeypatch.setattr(copies.tempfile, "mkdtemp", refuse)  # type: ignore[attr-defined]
    monkeypatch.setattr(copies.os, "link", Mock(side_effect=OSError(18, "Invalid cross-device link")))  # type: ignore[attr-defined]
    with store.open_for_reading(folder) as reader:
        assert list(store.documents(reader)) == ["a"]


def test_copies_left_behind_are_swept_and_those_in_use_not(folder: Path) -> None:
    store.replace_document(store.open_for_writing(folder), minutes("a"))
    (folder / ".reading-young").mkdir()
    (folder / ".reading-old").mkdir()
    with store.open_for_reading(folder) as reader:
        hour_ago = time.time() - 3600
        for copy in folder.glob(".reading-*"):
            if copy.name != ".reading-young":
                os.utime(copy, (hour_ago, hour_ago))
        store.open_for_writing(folder)
        left = {copy.name for copy in folder.glob(".reading-*")}
        assert ".reading-young" in left
        assert ".reading-old" not in left
        assert len(left) == 2
        assert list(store.documents(reader)) == ["a"]


def test_origins_survive_names_that_are_not_utf8(folder: Path) -> None:
    folder.mkdir()
    store.write_marker(folder, {"å": "/a/\udcff.txt"})
    assert store.read_origins(folder) == {"å": "/a/\udcff.txt"}
    assert store.read_origins(folder / "nowhere") == {}
