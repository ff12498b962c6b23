from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import FOAF, Dataset, Literal, URIRef

from protokollgraf.errors import ExportError
from protokollgraf.extract.facts import Fact
from protokollgraf.graph import store
from protokollgraf.graph.export import FORMATS, export
from protokollgraf.ontology.terms import ENTITIES, ID
from protokollgraf.tests.factories import HOSTILE, attendance, evidence, item, minutes

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib's parsers use its own old names

WITH_GRAPHS = {".trig", ".nq", ".jsonld"}


def hostile_store() -> ox.Store:
    target = ox.Store()
    facts: list[Fact] = [
        attendance(name, role=name, evidence=evidence(n, 99, name, rule=name)) for n, name in enumerate(HOSTILE)
    ]
    facts += [item(name, name) for name in HOSTILE]
    store.replace_document(target, minutes("<b> &\"'", facts=facts, text="".join(HOSTILE)))
    store.replace_document(target, minutes("a"))
    name = ox.Literal("<img src=x onerror=alert(1)>")
    person = ox.NamedNode(ID["person/img"])
    store.replace_entities(target, [ox.Quad(person, ox.NamedNode(FOAF.name), name, ox.NamedNode(ENTITIES))])
    return target


def held(target: ox.Store, *, texts: bool, graphs: bool) -> Counter[tuple[str, ...]]:
    quads = [quad for quad in target if texts or "/graph/text/" not in quad.graph_name.value]
    rows = [(q.subject.value, q.predicate.value, q.object.value, q.graph_name.value) for q in quads]
    return Counter(row if graphs else row[:3] for row in rows)


def parsed(path: Path, *, graphs: bool) -> Counter[tuple[str, ...]]:
    dataset = Dataset()
    dataset.parse(path)
    rows = [(str(s), str(p), str(o), str(g)) for s, p, o, g in dataset.quads()]
    return Counter(row if graphs else row[:3] for row in rows)


@pytest.mark.parametrize("texts", [False, True])
@pytest.mark.parametrize("ending", FORMATS)
def test_another_library_reads_back_just_what_was_written(ending: str, texts: bool, tmp_path: Path) -> None:
    target, path, graphs = hostile_store(), tmp_path / f"graf{ending}", ending in WITH_GRAPHS
    export(target, path, texts=texts)
    assert parsed(path, graphs=graphs) == held(target, texts=texts, graphs=graphs)


@pytest.mark.parametrize("ending", FORMATS)
def test_numbers_and_dates_keep_their_datatypes(ending: str, tmp_path: Path) -> None:
    export(hostile_store(), tmp_path / f"graf{ending}")
    dataset = Dataset(default_union=True)
    dataset.parse(tmp_path / f"graf{ending}")
    node = URIRef(ID["document/a/meeting/1"])
    date = URIRef("https://w3id.org/protokollgraf/ontology#date")
    assert [value.datatype for value in dataset.objects(node, date)] == [  # type: ignore[attr-defined]
        URIRef("http://www.w3.org/2001/XMLSchema#date")
    ]
    pages = dataset.objects(URIRef(ID["document/a"]), URIRef("https://w3id.org/protokollgraf/ontology#pageCount"))
    assert list(pages) == [Literal(1)]


@pytest.mark.parametrize("ending", FORMATS)
def test_same_bytes_whatever_the_order_of_building(ending: str, tmp_path: Path) -> None:
    contents = set()
    for n, names in enumerate((["a", "b", "c"], ["c", "a", "b"], ["b", "a", "b", "c"])):
        target = ox.Store()
        for name in names:
            store.replace_document(target, minutes(name))
        export(target, tmp_path / f"{n}{ending}")
        contents.add((tmp_path / f"{n}{ending}").read_bytes())
    assert len(contents) == 1


def test_lines_are_sorted(tmp_path: Path) -> None:
    export(hostile_store(), tmp_path / "graf.nq")
    lines = (tmp_path / "graf.nq").read_text(encoding="utf-8").split("\n")
    assert len(lines) == len(set(lines)) > 300


def test_prefixes_are_bound(tmp_path: Path) -> None:
    export(hostile_store(), tmp_path / "graf.TTL")
    text = (tmp_path / "graf.TTL").read_text(encoding="utf-8")
    assert text.startswith("@prefix besluit:")
    assert "\tpg:capacity pg:capacity-member" in text


@pytest.mark.parametrize("name", ["graf.docx", "graf", "graf.ttl.gz", "graf.graphml"])
def test_unknown_ending(name: str, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"\.ttl, \.nt, \.rdf, \.trig, \.nq, \.jsonld"):
        export(ox.Store(), tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="cannot be written"):
        export(ox.Store(), tmp_path / "nowhere" / "graf.ttl")
    (tmp_path / "folder.ttl").mkdir()
    with pytest.raises(ExportError, match="cannot be written"):
        export(ox.Store(), tmp_path / "folder.ttl")
    assert [path.name for path in tmp_path.iterdir()] == ["folder.ttl"]


def test_a_failed_export_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "graf.nt"
    path.write_text("old")
    monkeypatch.setattr(os, "fdopen", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(ExportError, match="No space left"):
        export(hostile_store(), path)
    assert path.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["graf.nt"]


def test_an_empty_graph(tmp_path: Path) -> None:
    for ending in FORMATS:
        export(ox.Store(), tmp_path / f"graf{ending}")
        assert parsed(tmp_path / f"graf{ending}", graphs=True) == Counter()
