from __future__ import annotations

import math

import networkx as nx
import pytest

from protokollgraf.visualize.layout import positions


def wheel(number: int, spokes: int) -> nx.Graph:
    graph = nx.Graph()
    graph.add_node(f"n{number}", kind="body")
    for spoke in range(1, spokes + 1):
        graph.add_node(f"n{number + spoke}", kind="person")
        graph.add_edge(f"n{number}", f"n{number + spoke}", kind="seat")
    return graph


GRAPHS = {
    "empty": nx.Graph(),
    "alone": wheel(0, 0),
    "one": wheel(0, 20),
    "many apart": nx.compose_all([wheel(100 * part, 3 * part) for part in range(8)]),
    "large": wheel(0, 400),
}


@pytest.mark.parametrize("graph", GRAPHS.values(), ids=GRAPHS.keys())
def test_every_node_has_a_place_of_its_own(graph: nx.Graph) -> None:
    places = positions(graph, dict.fromkeys(graph, 12.0))
    assert set(places) == set(graph)
    assert all(math.isfinite(x) and math.isfinite(y) for x, y in places.values())
    nodes = sorted(places)
    near = [(a, b) for i, a in enumerate(nodes) for b in nodes[:i] if math.dist(places[a], places[b]) < 20]
    assert not near
    assert positions(graph, dict.fromkeys(graph, 12.0)) == places


def test_what_does_not_hang_together_lies_side_by_side() -> None:
    graph = GRAPHS["many apart"]
    places = positions(graph, dict.fromkeys(graph, 12.0))
    boxes = []
    for part in nx.connected_components(graph):
        xs, ys = zip(*(places[node] for node in part), strict=True)
        boxes.append((min(xs), min(ys), max(xs), max(ys)))
    for i, a in enumerate(boxes):
        for b in boxes[:i]:
            assert a[2] < b[0] or b[2] < a[0] or a[3] < b[1] or b[3] < a[1]
