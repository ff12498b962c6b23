"""One made-up case through a whole municipality, from the files to the trail: board, executive (which sends it back and
takes it up again), council, where it is voted on twice. Another municipality has a case of the same number.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import protokollgraf
from protokollgraf.graph import store
from protokollgraf.graph.build import build
from protokollgraf.graph.export import export

MINUTES = Path(__file__).parents[1] / "data" / "cases"
HALL = "Ny simhall i Sjövalla"
BOARD, SENT_BACK, AGAIN, COUNCIL, ELSEWHERE = (
    "2031-02-11-fritidsnamnden", "2031-03-04-kommunstyrelsen", "2031-04-08-kommunstyrelsen",
    "2031-05-06-kommunfullmaktige", "2031-04-10-granas-kommunstyrelsen",
)  # fmt: skip
BUILD_IT = "bygga en ny simhall vid Ängskolan."
TRAIL = [
    # date, organisation, body, document, item, decided, votes, comes_from, returns_in, words, note
    ("2031-02-11", "Sjövalla kommun", "Fritidsnämnden", BOARD, "12", "recommended", "", "", "", BUILD_IT, ""),
    ("2031-03-04", "Sjövalla kommun", "Kommunstyrelsen", SENT_BACK, "45", "referred", "2-3", f"{BOARD} § 12",
     f"{AGAIN} § 60", "Ärendet återremitteras för att kostnaden ska utredas.", "same case, same body, refers back"),
    ("2031-04-08", "Sjövalla kommun", "Kommunstyrelsen", AGAIN, "60", "recommended", "", f"{SENT_BACK} § 45", "",
     BUILD_IT, ""),
    ("2031-05-06", "Sjövalla kommun", "Kommunfullmäktige", COUNCIL, "33", "other", "1-1-4; 4-2", f"{AGAIN} § 60", "",
     BUILD_IT, ""),
]  # fmt: skip
COLUMNS = ["date", "organisation", "body", "document", "item", "decided", "votes", "comes_from", "returns_in", "words",
           "note"]  # fmt: skip


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("cases") / "graph"
    build([MINUTES], directory)
    return directory


def trail(graph: Path, **asked: str) -> list[dict[str, str]]:
    with protokollgraf.open(graph) as opened:
        return list(opened.query("case-trail", **asked))


@pytest.mark.parametrize("number", ["KS 2031/123", "KS 2031/00123", "ks/2031:123", "Dnr: KS2031-123", "KS 2031/123-4"])
def test_the_whole_trail(graph: Path, number: str) -> None:
    rows = trail(graph, case=number, organisation="Sjövalla kommun")
    assert [tuple(row[column] for column in COLUMNS) for row in rows] == TRAIL
    assert {row["case"] for row in rows} == {"KS 2031/123"}
    assert [row["title"].startswith(HALL) for row in rows] == [True] * 4


def test_the_same_number_elsewhere_is_another_case(graph: Path) -> None:
    rows = trail(graph, case="KS 2031/123", organisation="granås kommun")
    assert [(row["document"], row["item"], row["comes_from"]) for row in rows] == [(ELSEWHERE, "20", "")]
    assert len(trail(graph, case="KS 2031/123")) == 5


@pytest.mark.parametrize(
    ("asked", "steps"),
    [
        (f"{AGAIN} § 61", [(SENT_BACK, "46"), (AGAIN, "61")]),
        ("KS 2031/98", [(SENT_BACK, "46"), (AGAIN, "61")]),
        (ELSEWHERE, [(ELSEWHERE, "20")]),
        ("FRN 2031/17", [(BOARD, "12"), (SENT_BACK, "45")]),
        ("KS 2031/1", [(SENT_BACK, "47")]),  # the register of small decisions, which names the number of the hall
        ("KS 2031/1234", []),
        ("2031/123", []),
    ],
)
def test_a_trail_by_number_document_or_item(graph: Path, asked: str, steps: list[tuple[str, str]]) -> None:
    assert [(row["document"], row["item"]) for row in trail(graph, case=asked)] == steps


@pytest.mark.parametrize(
    ("case", "notes"),
    [
        ("KS 2031/98", ["same case, same body; put off to 2031-04-01", ""]),  # it came up a week later
        ("KS 2031/201", ["put off to 2031-06-03"]),  # that meeting is not in the graph
    ],
)
def test_a_day_that_was_named_and_another_one_are_noted(graph: Path, case: str, notes: list[str]) -> None:
    assert [row["note"] for row in trail(graph, case=case)] == notes


def test_every_case_without_a_question(graph: Path) -> None:
    rows = trail(graph)
    numbers = list(dict.fromkeys((row["organisation"], row["case"]) for row in rows))
    assert numbers == [
        ("Granås kommun", "KS 2031/123"), ("Sjövalla kommun", "FRN 2031/17"), ("Sjövalla kommun", "KS 2031/1"),
        ("Sjövalla kommun", "KS 2031/123"), ("Sjövalla kommun", "KS 2031/201"), ("Sjövalla kommun", "KS 2031/98"),
    ]  # fmt: skip


ROUND = ["document", "item", "round", "kind", "yes", "no", "abstain", "yes_means", "no_means", "outcome",
         "casting_vote"]  # fmt: skip
VOTERINGAR = [
    # document, item, round, kind, yes, no, abstain, yes_means, no_means, outcome, casting_vote
    (SENT_BACK, "45", "1", "", "2", "3", "", "ärendet avgörs i dag", "återremiss", "no", ""),
    (COUNCIL, "33", "1", "counter", "1", "1", "4", "avslag", "Olof Kvists yrkande", "yes", "true"),
    (COUNCIL, "33", "2", "main", "4", "2", "", "kommunstyrelsens förslag", "avslag", "yes", ""),
]


def test_the_voteringar_of_the_case(graph: Path) -> None:
    with protokollgraf.open(graph) as opened:
        rows = [tuple(row[column] for column in ROUND) for row in opened.query("voting-rounds")]
        record = [
            (row["document"], row["round"], row["vote"], row["means"])
            for row in opened.query("voting-record", person="Karin Hagstrand")
        ]
    assert rows == VOTERINGAR
    assert record == [
        (SENT_BACK, "1", "no", "återremiss"), (COUNCIL, "1", "yes", "avslag"), (COUNCIL, "2", "no", "avslag"),
    ]  # fmt: skip


def test_building_bit_by_bit_gives_the_same(graph: Path, tmp_path: Path) -> None:
    source = tmp_path / "minutes"
    source.mkdir()
    for document in (COUNCIL, ELSEWHERE, AGAIN, BOARD, SENT_BACK):  # the latest first
        shutil.copy(MINUTES / f"{document}.txt", source)
        build([source], tmp_path / "graph")
    texts = []
    for directory in (graph, tmp_path / "graph"):
        with store.open_for_reading(directory) as target:
            export(target, tmp_path / "all.nq")
        texts.append((tmp_path / "all.nq").read_bytes())
    assert texts[0] == texts[1]
