from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from rdflib import Dataset

import protokollgraf
from protokollgraf.errors import GraphError
from protokollgraf.graph import store
from protokollgraf.tests.factories import minutes


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    store.replace_document(store.open_for_writing(tmp_path / "graf"), minutes("a"))
    return tmp_path / "graf"


def test_open_gives_the_rdflib_dataset(folder: Path) -> None:
    with protokollgraf.open(str(folder)) as graph:
        assert isinstance(graph.dataset, Dataset)
        ((name,),) = graph.dataset.query(  # type: ignore[misc]
            "SELECT ?name { ?a a pg:Attendance ; pg:capacity pg:capacity-member ; pg:personName ?name }"
        )
        assert str(name) == "Ada Ek"
        assert list(store.documents(graph.store)) == ["a"]


def test_query_and_network_hand_over_to_their_rooms(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def stand_in(name: str, function: str, answer: object) -> None:
        module = ModuleType(name)
        setattr(module, function, lambda dataset, *arguments, **named: asked.append((*arguments, named)) or answer)  # type: ignore[func-returns-value]
        monkeypatch.setitem(sys.modules, name, module)

    stand_in("protokollgraf.queries.run", "run", SimpleNamespace(rows=[{"person": "Ada Ek"}]))
    stand_in("protokollgraf.visualize.network", "network", "a network")
    with protokollgraf.open(folder) as graph:
        assert graph.query("attendance", municipality="Tallvik") == [{"person": "Ada Ek"}]
        assert graph.network(person="Ada Ek") == "a network"
    assert asked == [("attendance", {"municipality": "Tallvik"}), ({"person": "Ada Ek"},)]


def test_the_files_are_given_back(folder: Path) -> None:
    graph = protokollgraf.open(folder)
    graph.close()
    graph.close()
    assert list(folder.glob(".reading-*")) == []
    graph = protokollgraf.open(folder)
    del graph
    gc.collect()
    assert list(folder.glob(".reading-*")) == []


def test_what_is_no_graph(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="no such graph folder"):
        protokollgraf.open(tmp_path / "nowhere")


def test_the_import_brings_nothing_heavy() -> None:
    links = Path(store.__file__).parent.parent / ".links"
    code = f"import sys; sys.path.insert(0, {str(links)!r}); import protokollgraf; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"rdflib", "networkx", "spacy", "pyoxigraph"} & set(done.stdout.split()) == set()
