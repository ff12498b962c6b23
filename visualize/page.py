"""networkx → one HTML file that draws the network with no network at all.

pyvis serves as the builder of what vis-network reads, and carries vis-network itself; its own page is not used (it
asks a CDN for a style sheet, and lets a name from a document run as script). Ours is made from `page.html`, `page.css`,
`map.js` (what is drawn) and `page.js` (panel, search, legend).
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import math
import os
from importlib import resources
from pathlib import Path
from string import Template
from typing import Any

import networkx as nx

from .files import replace_file
from .layout import positions

PARTY_COLOURS = {
    "V": "#b01217", "S": "#e4312b", "MP": "#6bb23c", "C": "#0a8a3f", "L": "#1779c4", "KD": "#3d55b8", "M": "#57b5e6",
    "SD": "#e0c200",
}  # fmt: skip
"""The parties of the Riksdag from left to right, near the colours that they use themselves."""
_SHAPES = {"person": "dot", "body": "square", "organisation": "diamond", "municipality": "hexagon", "party": "star"}
_SIZES = {
    "person": (5.0, 1.5), "body": (9.0, 1.7), "organisation": (8.0, 1.2), "municipality": (9.0, 0.9),
    "party": (9.0, 0.9),
}  # fmt: skip
"""How large a node of a kind is: so much, and so much more with the square root of its ties."""
_QUOTED = 400
_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {"borderWidth": 2, "borderWidthSelected": 4, "labelHighlightBold": False},
    "edges": {"smooth": False, "selectionWidth": 0, "hoverWidth": 0.5},
    "interaction": {
        "hover": True, "tooltipDelay": 150, "multiselect": False, "selectConnectedEdges": False,
        "hoverConnectedEdges": False,
        "keyboard": {"enabled": True, "bindToWindow": False},
    },
}  # fmt: skip


def write_page(graph: nx.Graph, path: str | os.PathLike[str], *, title: str = "protokollgraf") -> None:
    """Write the page of a network (as `network` gives it) to `path`, in one step.

    The file asks nothing of any other place: its policy allows the scripts and the style sheet in it, by their hashes.
    Raises ExportError when `path` cannot be written to.
    """
    replace_file(Path(path), page(graph, title=title).encode("utf-8", "replace"))


def page(graph: nx.Graph, *, title: str = "protokollgraf") -> str:
    """The page as text."""
    style, vis = _own("page.css"), _vis_network()
    script = "(() => {\n" + _own("map.js") + _own("page.js") + "})();\n"
    policy = [
        "default-src 'none'",
        f"script-src {_hash(vis)} {_hash(script)}",
        f"style-src {_hash(style)}",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]
    return Template(_own("page.html")).substitute(
        csp="; ".join(policy), title=html.escape(title), style=style, vis=vis, script=script, data=_json(_data(graph))
    )


def _own(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


def _vis_network() -> str:
    return resources.files("pyvis").joinpath("lib/vis-9.1.2/vis-network.min.js").read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def _json(data: object) -> str:
    """JSON that no browser can take for the end of a script: ASCII only, without <, > and &."""
    text = json.dumps(data, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _data(graph: nx.Graph) -> dict[str, object]:
    from pyvis.edge import Edge  # pyvis takes half a second to import, and only pages need it
    from pyvis.network import Network
    from pyvis.node import Node

    kinds = dict(graph.nodes(data="kind"))
    sizes = {node: _size(kind, graph.degree(node)) for node, kind in kinds.items()}
    places = positions(graph, {node: size + (5 if kinds[node] == "person" else 14) for node, size in sizes.items()})
    built = Network()
    built.set_options(json.dumps(_OPTIONS))
    # add_node and add_edge look through every id and edge so far: the lists that they fill are filled here
    for node, data in graph.nodes(data=True):
        party = data["party"] if data["kind"] in ("person", "party") and data["party"] in PARTY_COLOURS else ""
        x, y = places[node]
        group = f"{data['kind']} {party}".strip()
        made = Node(node, _SHAPES[data["kind"]], data["label"], x=x, y=y, size=sizes[node], group=group)
        built.nodes.append(made.options)
    for number, (one, other, data) in enumerate(graph.edges(data=True)):
        width = round(min(4.0, 0.8 + 0.4 * math.log2(max(1, data["weight"]))), 1)
        made = Edge(one, other, id=f"e{number}", width=width, kind=data["kind"], periods=data["periods"])
        built.edges.append(made.options)
    nodes, edges, _, _, _, options = built.get_network_data()
    about = {node: _about(data) for node, data in graph.nodes(data=True)}
    return {"nodes": nodes, "edges": edges, "options": json.loads(options), "about": about, "parties": PARTY_COLOURS}


def _about(data: dict[str, Any]) -> dict[str, object]:
    quoted = [(_cut(words), document, page) for words, document, page in data["quotes"]]
    return {key: data[key] for key in ("kind", "party", "iri", "facts")} | {"quotes": quoted}


def _size(kind: str, ties: int) -> float:
    least, more = _SIZES[kind]
    return round(min(30.0, least + more * math.sqrt(ties)), 1)


def _cut(words: str) -> str:
    return words if len(words) <= _QUOTED else words[: _QUOTED - 2] + " …"
