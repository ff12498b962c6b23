"""RDF → networkx: who sits where, for which municipality and party, and the words that show it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import networkx as nx
from rdflib import Dataset

from ..errors import QueryError
from .files import write_graph
from .pairs import Meeting, Showing, kinds, meetings, properties, quotes, showings, standing
from .select import select

__all__ = ["network", "write_graph"]

KINDS = ("body", "person", "organisation", "municipality", "party")
"""The kinds of nodes, in the order of their ids."""
TIES = ("seat", "affiliation", "represents", "attendance", "municipality", "party", "owner", "territory")
"""The kinds of edges; where a pair is tied in several ways, the first of them names the edge."""
QUOTES = 5
_ORGANISATION_KINDS = {
    "municipality": "kommun", "region": "region", "association": "förbund", "body": "organ", "authority": "myndighet",
    "company": "företag", "university": "lärosäte", "party": "parti", "other": "annan",
}  # fmt: skip
_Properties = Mapping[str, Mapping[str, list[str]]]
_Ties = dict[tuple[str, str], list[Showing]]


def network(
    dataset: Dataset, *, person: str = "", body: str = "", municipality: str = "", start: str = "", end: str = ""
) -> nx.Graph:
    """The network of the people, bodies, organisations, municipalities and parties of a graph.

    Nodes (`n0`, `n1` …, in a stable order) have `kind`, `label`, `iri`, `party` (a person's or party's code),
    `facts` (a list of (property, value)) and `quotes` (up to five (words, document, page) that show them). Edges have
    `kind`, `roles`, `periods` (a list of (role, first, last, meetings)), `first`, `last` and `weight` (documents).
    Who is named but tied to nothing is left out.

    `person`, `body` and `municipality` are names, in any spelling that the graph knows; several narrow each other.
    `start` and `end` are ISO dates: only what meetings from the one to the other show.
    Raises QueryError for a date that is none and for a name that nobody bears.
    """
    first, last = _day(start), _day(end)
    if first and last and first > last:
        raise QueryError(f"The period ends ({last}) before it begins ({first}): turn the two dates round.")

    def inside(day: str) -> bool:
        return not (first or last) or (bool(day) and first <= day and (not last or day <= last))

    kind_of, known = kinds(dataset), properties(dataset)
    held = {
        document: [meeting for meeting in all_held if inside(meeting.date)]
        for document, all_held in meetings(dataset).items()
    }
    ties: _Ties = defaultdict(list)
    for shown in showings(dataset, held):
        if inside(shown.date) and shown.one in kind_of and shown.other in kind_of:
            ties[shown.one, shown.other].append(shown)
    convened = {m.body for each in held.values() for m in each if m.body in kind_of}
    _add_standing(ties, standing(dataset), kind_of, convened)

    graph = nx.Graph()
    graph.add_nodes_from(sorted(convened.union(*ties)))
    graph.add_edges_from((*pair, _edge(ties[pair])) for pair in sorted(ties))
    nx.set_node_attributes(graph, {node: kind_of[node] for node in graph}, "kind")
    names = {node: _names(node, kind, known) for node, kind in kind_of.items()}
    graph = select(graph, kind_of, names, person=person, body=body, municipality=municipality)
    return _described(graph, dataset, ties, held, known, names)


def _day(text: str) -> str:
    if not text:
        return ""
    try:
        return date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        raise QueryError(f"{text[:40]!r} is not a date: write it as 2021-06-03.") from None


def _add_standing(ties: _Ties, undated: Iterable[Showing], kind_of: Mapping[str, str], convened: Iterable[str]) -> None:
    """Add the ties without a day to what is there already: a party, an owner or a territory draws nobody in alone."""
    by_kind = defaultdict(list)
    for shown in undated:
        if shown.one in kind_of and shown.other in kind_of:
            by_kind[shown.kind].append(shown)
    present = set(convened).union(*ties)
    for kind in ("owner", "territory", "party"):
        for shown in by_kind[kind]:
            if shown.one in present and (shown.one, shown.other) not in ties:
                ties[shown.one, shown.other].append(shown)
                present.add(shown.other)


def _edge(shown: Iterable[Showing]) -> dict[str, object]:
    by_role = defaultdict(list)
    documents = Counter()  # type: Counter[str]
    for one in shown:
        by_role[one.role].append(one)
        documents[one.document] += 1
    periods = sorted(
        (_first(each), role, _last(each), len({one.document for one in each if one.document}))
        for role, each in by_role.items()
    )
    everything = [one for each in by_role.values() for one in each]
    return {
        "kind": min({one.kind for one in everything}, key=TIES.index),
        "roles": [role for _, role, _, _ in periods if role],
        "periods": [(role, first, last, count) for first, role, last, count in periods],
        "first": _first(everything),
        "last": _last(everything),
        "weight": len(documents),
    }


def _first(shown: Iterable[Showing]) -> str:
    return min((one.date for one in shown if one.date), default="")


def _last(shown: Iterable[Showing]) -> str:
    return max((one.date for one in shown), default="")


def _names(node: str, kind: str, known: _Properties) -> list[str]:
    """The names that a node goes by, the preferred one first; never empty."""
    of = known.get(node, {})
    order = ("name", "prefLabel", "notation", "altLabel", "identifier" if kind == "party" else "")
    found = [name for key in order for name in of.get(key, ()) if name.strip()]
    return list(dict.fromkeys(found)) or [node.rsplit("/", 1)[-1]]


def _described(
    graph: nx.Graph,
    dataset: Dataset,
    ties: _Ties,
    held: Mapping[str, list[Meeting]],
    known: _Properties,
    names: Mapping[str, list[str]],
) -> nx.Graph:
    """The same graph with opaque ids, and on each node what is known of it and the words that show it."""
    meetings_of = defaultdict(list)
    for document, each in held.items():
        for meeting in each:
            meetings_of[meeting.body].append((meeting.date, document, meeting.fact))
    shown_at: dict[str, list[Showing]] = defaultdict(list)
    for (one, other), shown in ties.items():
        if graph.has_edge(one, other):
            shown_at[one] += shown
            shown_at[other] += shown
    chosen = {node: _chosen([fact for _, _, fact in sorted(meetings_of[node])], shown_at[node]) for node in graph}
    words = quotes(dataset, (fact for facts in chosen.values() for fact in facts))
    for node, attributes in graph.nodes(data=True):
        codes = known.get(node, {})
        attributes["label"] = names[node][0]
        attributes["iri"] = node
        attributes["party"] = (codes.get("partyCode") or codes.get("notation") or [""])[0]
        attributes["facts"] = list(_facts(attributes["kind"], names[node], codes, shown_at[node], meetings_of[node]))
        attributes["quotes"] = [tuple(words[fact]) for fact in chosen[node] if fact in words]
    order = sorted(graph, key=lambda node: (KINDS.index(graph.nodes[node]["kind"]), names[node][0].casefold(), node))
    return _numbered(graph, order)


def _numbered(graph: nx.Graph, order: list[str]) -> nx.Graph:
    """A copy whose nodes are called `n0`, `n1` … in the order given: an id never holds words from a document."""
    rank = {node: number for number, node in enumerate(order)}
    numbered = nx.Graph()
    numbered.add_nodes_from((f"n{number}", graph.nodes[node]) for node, number in rank.items())
    for one, other in sorted(sorted((rank[a], rank[b])) for a, b in graph.edges):
        numbered.add_edge(f"n{one}", f"n{other}", **graph.edges[order[one], order[other]])
    return numbered


def _chosen(convened: list[str], shown: Iterable[Showing]) -> list[str]:
    """Up to five facts to quote for a node: two of its meetings, then one for each tie in turn, so that they differ."""
    by_tie = defaultdict(list)
    for one in sorted(shown, key=lambda one: (TIES.index(one.kind), one.date, one.fact)):
        if one.fact:
            by_tie[TIES.index(one.kind), one.one, one.other].append(one.fact)
    in_turn = sorted((turn, tie, fact) for tie, facts in by_tie.items() for turn, fact in enumerate(facts[:QUOTES]))
    return list(dict.fromkeys([*convened[:2], *(fact for _, _, fact in in_turn)]))[:QUOTES]


def _facts(
    kind: str,
    names: list[str],
    known: Mapping[str, list[str]],
    shown: list[Showing],
    convened: list[tuple[str, str, str]],
) -> Iterator[tuple[str, str]]:
    """What the panel and the files say of a node, in Swedish, row by row."""
    documents = {one.document for one in shown} | {document for _, document, _ in convened}
    days = sorted(day for day in {one.date for one in shown} | {day for day, _, _ in convened} if day)
    spellings = [name for name in names[1:] if name not in known.get("notation", ())]
    if kind == "party":
        yield from (("Förkortning", code) for code in known.get("notation", ()))
    if kind == "person":
        yield from (("Parti", code) for code in known.get("partyCode", ()))
    if kind == "municipality":
        yield from (("Kommunkod", code) for code in known.get("identifier", ()) if code.isdecimal())
    for concept in known.get("organisationKind", ()) if kind == "organisation" else ():
        local = concept.rsplit("-", 1)[-1]
        yield "Slag", _ORGANISATION_KINDS.get(local, local)
    if spellings:
        yield "Skrivs även", ", ".join(spellings)
    if documents - {""}:
        yield "Protokoll", str(len(documents - {""}))
    if days:
        yield "Tid", days[0] if days[0] == days[-1] else f"{days[0]} – {days[-1]}"
