from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest

from protokollgraf.errors import ExportError
from protokollgraf.tests.factories import HOSTILE
from protokollgraf.visualize.files import replace_file
from protokollgraf.visualize.network import write_graph

READERS = [(".graphml", nx.read_graphml), (".gexf", nx.read_gexf)]


@pytest.mark.parametrize(("ending", "read"), READERS)
def test_a_network_can_be_read_back(small: nx.Graph, tmp_path: Path, ending: str, read: object) -> None:
    path = tmp_path / f"nät{ending}"
    write_graph(small, path)
    back = read(path)  # type: ignore[operator]
    assert set(back) == set(small)
    assert {frozenset(edge) for edge in back.edges} == {frozenset(edge) for edge in small.edges}
    assert back.nodes["n1"]["label"] == "Ada Ek"
    assert back.nodes["n1"]["facts"].splitlines()[:2] == ["Parti | S", "Skrivs även | Ada Eek"]
    assert back.edges["n0", "n2"]["roles"].splitlines() == ["ersättare", "ledamot"]
    assert back.edges["n0", "n2"]["weight"] == 2
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize(("ending", "read"), READERS)
def test_hostile_words_stay_words(tmp_path: Path, ending: str, read: object) -> None:
    graph = nx.Graph()
    for number, words in enumerate(HOSTILE):
        graph.add_node(f"n{number}", kind="person", label=words, facts=[(words, words)], quotes=[(words, words, 1)])
        graph.add_edge("n0", f"n{number}", kind="seat", roles=[words], weight=1)
    write_graph(graph, tmp_path / f"x{ending}")
    back = read(tmp_path / f"x{ending}")  # type: ignore[operator]
    assert len(back) == len(HOSTILE)
    assert back.nodes["n0"]["label"] == HOSTILE[0]


@pytest.mark.parametrize("ending", [".graphml", ".gexf"])
def test_the_same_network_gives_the_same_bytes(small: nx.Graph, tmp_path: Path, ending: str) -> None:
    one, other = tmp_path / f"a{ending}", tmp_path / f"b{ending}"
    write_graph(small, one)
    write_graph(small.copy(), other)
    assert one.read_bytes() == other.read_bytes()
    assert b"lastmodifieddate" not in one.read_bytes()


@pytest.mark.parametrize("name", ["x.csv", "x", "saknas/x.gexf"])
def test_where_it_cannot_write_it_says_so(small: nx.Graph, tmp_path: Path, name: str) -> None:
    with pytest.raises(ExportError):
        write_graph(small, tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_a_failure_leaves_the_old_file(tmp_path: Path) -> None:
    old = tmp_path / "page.html"
    old.write_text("old")
    with pytest.raises(TypeError):
        replace_file(old, "no bytes")  # type: ignore[arg-type]
    assert old.read_text() == "old"
    assert list(tmp_path.iterdir()) == [old]
