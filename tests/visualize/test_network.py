from __future__ import annotations

import networkx as nx
import pytest
from rdflib import Dataset

from protokollgraf.errors import QueryError
from protokollgraf.tests.visualize.conftest import TRIG
from protokollgraf.visualize.network import network


def named(graph: nx.Graph) -> dict[str, str]:
    return {data["label"]: node for node, data in graph.nodes(data=True)}


def tie(graph: nx.Graph, one: str, other: str) -> dict[str, object]:
    of = named(graph)
    return dict(graph.edges[of[one], of[other]])


def test_nodes_are_numbered_by_kind_and_name(small: nx.Graph) -> None:
    assert [(node, data["kind"], data["label"]) for node, data in small.nodes(data=True)] == [
        ("n0", "body", "Nämnden"),
        ("n1", "person", "Ada Ek"),
        ("n2", "person", "Bo Alm"),
        ("n3", "person", "Cia Lind"),
        ("n4", "person", "Dan Ås"),
        ("n5", "organisation", "Dalby kommun"),
        ("n6", "organisation", "Nordbolaget"),
        ("n7", "municipality", "Dalby"),
        ("n8", "party", "M"),
        ("n9", "party", "Socialdemokraterna"),
    ]


def test_edges_are_ties_with_roles_and_days(small: nx.Graph) -> None:
    label = nx.get_node_attributes(small, "label")
    assert [(label[a], label[b], d["kind"], d["periods"]) for a, b, d in small.edges(data=True)] == [
        ("Nämnden", "Ada Ek", "seat", [("ordförande", "2021-03-01", "2021-09-01", 2)]),
        (
            "Nämnden",
            "Bo Alm",
            "seat",
            [("ersättare", "2021-03-01", "2021-03-01", 1), ("ledamot", "2021-09-01", "2021-09-01", 1)],
        ),
        ("Nämnden", "Cia Lind", "attendance", [("sekreterare", "2021-03-01", "2021-03-01", 1)]),
        ("Nämnden", "Dan Ås", "attendance", [("föredragande", "2021-09-01", "2021-09-01", 1)]),
        ("Nämnden", "Dalby kommun", "owner", [("", "", "", 0)]),
        ("Ada Ek", "Nordbolaget", "affiliation", [("ledamot", "2021-03-01", "2021-03-01", 1)]),
        ("Ada Ek", "Dalby", "municipality", [("", "2021-03-01", "2021-03-01", 1)]),
        ("Ada Ek", "Socialdemokraterna", "party", [("", "2021-03-01", "2021-09-01", 2)]),
        ("Bo Alm", "M", "party", [("", "2021-03-01", "2021-09-01", 2)]),
        ("Dalby kommun", "Dalby", "territory", [("", "", "", 0)]),
    ]
    held = tie(small, "Bo Alm", "Nämnden")
    assert (held["roles"], held["first"], held["last"]) == (["ersättare", "ledamot"], "2021-03-01", "2021-09-01")
    assert held["weight"] == 2


def test_a_node_says_what_is_known_and_where_it_is_said(small: nx.Graph) -> None:
    ada = small.nodes["n1"]
    assert ada["iri"] == "https://w3id.org/protokollgraf/id/ada"
    assert ada["party"] == "S"
    assert ada["facts"] == [
        ("Parti", "S"),
        ("Skrivs även", "Ada Eek"),
        ("Protokoll", "2"),
        ("Tid", "2021-03-01 – 2021-09-01"),
    ]
    assert ada["quotes"] == [
        ("Ada Ek (S), ordförande", "var", 1),
        ("Ada Ek sitter i Nordbolaget", "var", 3),
        ("Ada Eek (S), ordförande", "host", 1),
    ]
    assert small.nodes["n0"]["quotes"][:2] == [("Nämnden, 1 mars", "var", 1), ("Nämnden, 1 september", "host", 1)]
    assert small.nodes["n7"]["facts"][0] == ("Kommunkod", "9999")
    assert ("Slag", "företag") in small.nodes["n6"]["facts"]


EVERYONE = {"Ada Ek", "Bo Alm", "Cia Lind", "Dan Ås"}


@pytest.mark.parametrize(
    ("filters", "people", "others"),
    [
        ({"person": "ada  EK"}, EVERYONE, {"Nämnden", "Dalby kommun", "Nordbolaget", "Dalby", "Socialdemokraterna"}),
        ({"person": "Ada Eek", "end": "2021-06-30"}, EVERYONE - {"Dan Ås"}, {"Nämnden", "Nordbolaget"}),
        ({"person": "Cia Lind"}, EVERYONE, {"Nämnden", "Dalby kommun"}),
        ({"body": "nämnden"}, EVERYONE, {"Nämnden", "Dalby kommun", "Dalby", "M"}),
        ({"municipality": "DALBY"}, EVERYONE, {"Nämnden", "Dalby kommun", "M"}),
        ({"start": "2021-06-01"}, EVERYONE - {"Cia Lind"}, {"Nämnden", "Dalby kommun", "Dalby", "M"}),
        ({"start": "2021-03-01", "end": "2021-03-01"}, EVERYONE - {"Dan Ås"}, {"Nordbolaget"}),
        ({"start": "2023-01-01"}, set(), set()),
    ],
)
def test_filters(dataset: Dataset, filters: dict[str, str], people: set[str], others: set[str]) -> None:
    graph = network(dataset, **filters)
    kinds = {data["label"]: data["kind"] for _, data in graph.nodes(data=True)}
    assert {label for label, kind in kinds.items() if kind == "person"} == people
    assert others <= set(kinds)


def test_a_window_narrows_ties_too(dataset: Dataset) -> None:
    later = network(dataset, start="2021-06-01")
    assert tie(later, "Bo Alm", "Nämnden")["roles"] == ["ledamot"]
    assert "Nordbolaget" not in named(later)


def test_a_party_leads_no_further(dataset: Dataset) -> None:
    entities = dataset.graph("https://w3id.org/protokollgraf/id/graph/entities")
    entities.parse(
        data="""@prefix id: <https://w3id.org/protokollgraf/id/> .
        @prefix pg: <https://w3id.org/protokollgraf/ontology#> .
        @prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix v: <https://w3id.org/protokollgraf/id/document/var/> .
        id:fia a foaf:Person ; foaf:name "Fia Berg" ; pg:party id:S . v:f2 pg:person id:fia ; pg:organisation id:other .
        id:other a <http://www.w3.org/ns/org#FormalOrganization> .""",
        format="turtle",
    )
    var = dataset.graph("https://w3id.org/protokollgraf/id/graph/document/var")
    var.parse(
        data="""@prefix pg: <https://w3id.org/protokollgraf/ontology#> .
        @prefix v: <https://w3id.org/protokollgraf/id/document/var/> .
        v:f2 a pg:Affiliation ; pg:document <https://w3id.org/protokollgraf/id/document/var> .""",
        format="turtle",
    )
    assert "Fia Berg" in named(network(dataset))
    assert "Fia Berg" not in named(network(dataset, person="Ada Ek"))


@pytest.mark.parametrize(
    ("filters", "says"),
    [
        ({"person": "Ada Ekk"}, "No person in the graph is called 'Ada Ekk': did you mean 'Ada Ek'?"),
        ({"person": "alm"}, "No person in the graph is called 'alm': did you mean 'Bo Alm'?"),
        ({"body": "Styrgruppen x"}, "No body in the graph is called 'Styrgruppen x': see"),
        ({"municipality": "Dalbyy"}, "'Dalby'"),
        ({"person": "Eva Ö"}, "Nothing ties 'Eva Ö' to anything here"),
        ({"person": "Ada Ek", "start": "2023-01-01"}, "Nothing ties 'Ada Ek'"),
        ({"start": "i fjol"}, "'i fjol' is not a date"),
        ({"start": "2021-02-30"}, "is not a date"),
        ({"start": "2022-01-01", "end": "2021-01-01"}, "ends (2021-01-01) before it begins"),
        ({"person": 'x" } DROP ALL #\n' * 20}, "No person in the graph is called"),
    ],
)
def test_what_cannot_be_found_says_so_in_one_line(dataset: Dataset, filters: dict[str, str], says: str) -> None:
    with pytest.raises(QueryError) as raised:
        network(dataset, **filters)
    assert says in str(raised.value)
    assert "\n" not in str(raised.value)


def test_an_empty_graph_gives_an_empty_network() -> None:
    assert len(network(Dataset(store="Oxigraph"))) == 0


def test_the_answer_does_not_hang_on_the_store(small: nx.Graph) -> None:
    memory = Dataset()
    memory.parse(data=TRIG, format="trig")
    assert nx.utils.graphs_equal(network(memory), small)
