"""Where each node stands: springs within what hangs together, and the parts packed beside each other.

Computed here and not in the browser, so that a page opens at once and looks the same each time.
"""

from __future__ import annotations

import math
from collections import defaultdict
from itertools import combinations

import networkx as nx
import rustworkx as rx

Positions = dict[str, tuple[float, float]]
_Weights = dict[tuple[str, str], float]
_Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_MARGIN = 40.0
_SCREEN = 1.6
_STRETCH = 1.25
"""Screens and names are wider than high."""
_LARGE = 300
_GOLDEN = math.pi * (3 - math.sqrt(5))
_PULL = {"seat": 1.0, "owner": 1.0, "territory": 1.0, "affiliation": 0.6, "represents": 0.4, "attendance": 0.4}
_WEAK = 0.03
"""A large party's or municipality's: its hundreds of ties would pull everyone into one ball."""
_SEED = 7


def positions(graph: nx.Graph, radius: dict[str, float]) -> Positions:
    """node → (x, y), for nodes of those radii; the same graph gives the same places."""
    parts = [sorted(part, key=_number) for part in nx.connected_components(graph)]
    parts.sort(key=lambda part: (-len(part), _number(part[0])))
    return _packed([_apart(_springs(graph, part), radius) for part in parts], radius)


def _number(node: str) -> tuple[int, str]:
    return len(node), node


def _springs(graph: nx.Graph, part: list[str]) -> Positions:
    if len(part) == 1:
        return {part[0]: (0.0, 0.0)}
    weights = {
        (one, other): _PULL.get(kind) or max(_WEAK, min(0.6, 2 / max(graph.degree(one), graph.degree(other))))
        for one, other, kind in graph.subgraph(part).edges(data="kind")
    }
    start = _start(graph, part, weights) if len(part) > _LARGE else None
    places = _sprung(part, weights, rounds=_rounds(len(part)), start=start)
    size = _spacing(len(graph)) * math.sqrt(len(part))
    middle = [sum(axis) / len(part) for axis in zip(*places.values(), strict=True)]
    reach = 1.5 * math.sqrt(sum(math.dist(place, middle) ** 2 for place in places.values()) / len(part)) or 1.0
    wide, high = size / reach * _STRETCH, size / reach
    return {node: ((x - middle[0]) * wide, (y - middle[1]) * high) for node, (x, y) in places.items()}


def _sprung(nodes: list[str], weights: _Weights, rounds: int, start: Positions | None = None) -> Positions:
    inner = rx.PyGraph(multigraph=False)
    index = dict(zip(nodes, inner.add_nodes_from(nodes), strict=True))
    inner.extend_from_weighted_edge_list([(index[one], index[other], pull) for (one, other), pull in weights.items()])
    given = {index[node]: place for node, place in start.items()} if start else None
    k = 1.6 / math.sqrt(len(nodes))
    found = rx.spring_layout(inner, pos=given, k=k, num_iter=rounds, weight_fn=float, seed=_SEED)
    return {node: (found[number][0], found[number][1]) for node, number in index.items()}


def _start(graph: nx.Graph, part: list[str], weights: _Weights) -> Positions:
    """A first guess for many nodes: all but people by the people whom they share, people around what they belong to.

    With it a few rounds of springs are enough, each of which costs the square of the number of nodes.
    """
    hubs = [node for node in part if graph.nodes[node]["kind"] != "person"]
    among = set(hubs)
    pull: _Weights = defaultdict(float)
    around: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for (one, other), weight in weights.items():
        if one in among and other in among:
            pull[one, other] += weight
        elif one in among or other in among:
            person, hub = (other, one) if one in among else (one, other)
            around[person].append((hub, weight))
    for each in around.values():
        for (one, first), (other, second) in combinations(sorted(each), 2):
            pull[one, other] += first * second / len(each)
    places = _sprung(hubs, pull, rounds=200)
    for number, node in enumerate(node for node in part if node not in among):
        total = sum(weight for _, weight in around[node]) or 1.0
        angle, away = number * _GOLDEN, 0.5 / math.sqrt(len(hubs) + 1)
        places[node] = (
            sum(places[hub][0] * weight for hub, weight in around[node]) / total + away * math.cos(angle),
            sum(places[hub][1] * weight for hub, weight in around[node]) / total + away * math.sin(angle),
        )
    return places


def _rounds(nodes: int) -> int:
    """Fewer for more nodes: a round costs the square of their number (40 ms for 2,000)."""
    return 400 if nodes <= _LARGE else max(12, min(100, 120_000_000 // nodes**2))


def _spacing(nodes: int) -> float:
    """A small network has room for every name; a large one would be all gaps, and shows names as one comes nearer."""
    return 36.0 + 44.0 * min(1.0, 30 / nodes)


def _apart(places: Positions, radius: dict[str, float], rounds: int = 40) -> Positions:
    """Push nodes off each other until none overlaps (or the rounds are over); a grid finds who is near whom."""
    nodes = sorted(places, key=_number)
    x = {node: places[node][0] for node in nodes}
    y = {node: places[node][1] for node in nodes}
    cell = 2 * max(radius[node] for node in nodes) + 1
    for _ in range(rounds):
        grid = defaultdict(list)
        for node in nodes:
            grid[int(x[node] // cell), int(y[node] // cell)].append(node)
        moved = False
        for node in nodes:
            column, row = int(x[node] // cell), int(y[node] // cell)
            for other in (n for i in (-1, 0, 1) for j in (-1, 0, 1) for n in grid.get((column + i, row + j), ())):
                if _number(other) <= _number(node):
                    continue
                dx, dy = x[other] - x[node], (y[other] - y[node]) or 0.01
                gap = radius[node] + radius[other] - math.hypot(dx, dy)
                if gap > 0.5:
                    moved = True
                    push = gap / 2 / math.hypot(dx, dy)
                    x[node], y[node] = x[node] - dx * push, y[node] - dy * push
                    x[other], y[other] = x[other] + dx * push, y[other] + dy * push
        if not moved:
            break
    return {node: (x[node], y[node]) for node in nodes}


def _packed(parts: list[Positions], radius: dict[str, float]) -> Positions:
    """The parts side by side in rows, the largest first, in the rows that fill a screen best."""
    boxes = [_box(part, radius) for part in parts]
    widest = max((right - left for left, _, right, _ in boxes), default=0.0)
    tried = [_rows(boxes, widest * more) for more in (1.01, 1.2, 1.4, 1.6, 1.8, 2.1, 2.5, 3.0, 4.0)]
    corners, _, _ = min(tried, key=lambda rows: max(rows[1] / _SCREEN, rows[2]))
    packed: Positions = {}
    for part, (left, top, _, _), (across, down) in zip(parts, boxes, corners, strict=True):
        packed |= {node: (round(x - left + across, 1), round(y - top + down, 1)) for node, (x, y) in part.items()}
    return packed


def _rows(boxes: list[_Box], most: float) -> tuple[list[tuple[float, float]], float, float]:
    """The corner of each box when rows are at most so wide, and how wide and high that gets."""
    corners = []
    across = down = deep = wide = 0.0
    for left, top, right, bottom in boxes:
        if across and across + right - left > most:
            across, down, deep = 0.0, down + deep, 0.0
        corners.append((across, down))
        across, deep = across + right - left, max(deep, bottom - top)
        wide = max(wide, across)
    return corners, wide, down + deep


def _box(part: Positions, radius: dict[str, float]) -> _Box:
    return (
        min(x - radius[node] for node, (x, _) in part.items()) - _MARGIN,
        min(y - radius[node] for node, (_, y) in part.items()) - _MARGIN,
        max(x + radius[node] for node, (x, _) in part.items()) + _MARGIN,
        max(y + radius[node] for node, (_, y) in part.items()) + _MARGIN,
    )
