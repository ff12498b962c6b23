"""Which part of the network: around a person, a body, a municipality."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

import networkx as nx

from ..errors import QueryError


def select(
    graph: nx.Graph,
    kind_of: Mapping[str, str],
    names: Mapping[str, list[str]],
    *,
    person: str = "",
    body: str = "",
    municipality: str = "",
) -> nx.Graph:
    """The part of `graph` (nodes are IRIs with a `kind`) that all the names given select; a copy.

    A person brings what they are tied to and who shares a body or an organisation with them; a party or a municipality
    leads no further, or everyone would come along. A body brings its people and theirs; a municipality those
    who represent it, its own bodies, and who sits there.
    Raises QueryError when a name is not in the graph (with the names nearest to it) or has no ties there.
    """
    keep = set(graph)
    for kind, wanted, around in (
        ("person", person, _around_person),
        ("body", body, _around_body),
        ("municipality", municipality, _around_municipality),
    ):
        if wanted.strip():
            found = _find(wanted, kind, kind_of, names) & set(graph)
            if not found:
                raise QueryError(
                    f"Nothing ties {_shown(wanted)} to anything here: take another name or a longer period."
                )
            keep &= around(graph, found)
    if len(keep) < len(graph) and not keep:
        raise QueryError("Nothing is left after all those filters: take one of them away.")
    return graph.subgraph(sorted(keep)).copy()


def fold(name: str) -> str:
    """A name for comparison: case, composition and white space do not count."""
    return " ".join(unicodedata.normalize("NFC", name).split()).casefold()


def _find(wanted: str, kind: str, kind_of: Mapping[str, str], names: Mapping[str, list[str]]) -> set[str]:
    known: dict[str, set[str]] = {}
    spelt: dict[str, str] = {}
    for node, its_names in names.items():
        if kind_of[node] == kind:
            for name in its_names:
                known.setdefault(fold(name), set()).add(node)
                spelt.setdefault(fold(name), its_names[0])
    if fold(wanted) in known:
        return known[fold(wanted)]
    near = get_close_matches(fold(wanted)[:200], list(known), n=3, cutoff=0.6)
    near += sorted(name for name in known if fold(wanted) in name and name not in near)[:3]
    hint = ", ".join(dict.fromkeys(_shown(spelt[name]) for name in near))
    hint = f"did you mean {hint}?" if hint else "see the names with the query `people` or `seats`."
    raise QueryError(f"No {kind} in the graph is called {_shown(wanted)}: {hint}")


def _shown(name: str) -> str:
    return repr(name if len(name) <= 80 else name[:79] + "…")


def _near(graph: nx.Graph, nodes: Iterable[str], *wanted: str) -> set[str]:
    """The neighbours of `nodes` that are of one of the kinds wanted (of any kind, when none is given)."""
    return {other for node in nodes for other in graph[node] if not wanted or graph.nodes[other]["kind"] in wanted}


def _around_person(graph: nx.Graph, found: set[str]) -> set[str]:
    near = _near(graph, found)
    shared = {node for node in near if graph.nodes[node]["kind"] in ("body", "organisation")}
    return found | near | _near(graph, shared)


def _around_body(graph: nx.Graph, found: set[str]) -> set[str]:
    near = _near(graph, found)
    return found | near | _near(graph, near, "party", "municipality")


def _around_municipality(graph: nx.Graph, found: set[str]) -> set[str]:
    organisations = _near(graph, found, "organisation")
    bodies = _near(graph, organisations, "body")
    people = _near(graph, found | bodies, "person")
    return found | organisations | bodies | people | _near(graph, people, "body", "party")
