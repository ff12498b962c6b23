"""Which items are steps of one case. A step is `a/1`, item 1 of document a; every number and title is made up."""

from __future__ import annotations

import random
from typing import Any

import pytest

from protokollgraf.graph.cases import Case, Owner, Step, cases, join

NORA: Owner = ("organisation", "nora")
GRAN: Owner = ("organisation", "gran")


def step(node: str, date: str, *own: str, title: str = "Ny simhall", body: str = "ks", **cells: Any) -> Step:
    document, _, number = node.partition("/")
    owner = cells.pop("owner", NORA)
    return Step(node, document, number, title, date, body, owner, own, **cells)


def of(*steps: Step) -> dict[str, list[str]]:
    """Number (or first item) of each case → its steps; the same in whatever order the steps are given."""
    found = [list(cases(join(random.Random(n).sample(steps, len(steps)))[0])) for n in range(4)]
    assert all(one == found[0] for one in found)
    return {"/".join(case.key) if len(case.key) < 3 else case.number: list(case.steps) for case in found[0]}


def origins(*steps: Step) -> dict[str, list[str]]:
    return {node: [target.node for target in targets] for node, targets in join(steps)[1].items()}


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        # one number, printed in several ways, in several bodies; in order of time
        ([step("b/2", "2031-04-08", "KS/2031:123"), step("a/1", "2031-03-04", "KS 2031/00123"),
          step("c/9", "2031-05-06", "KS2031-123-4", body="kf")], {"KS 2031/123": ["a/1", "b/2", "c/9"]}),
        ([step("a/1", "2031-03-04", "KS 2031/1"), step("a/2", "2031-03-04", "KS 2031/2")],
         {"KS 2031/1": ["a/1"], "KS 2031/2": ["a/2"]}),
        # the number alone joins, whatever the titles
        ([step("a/1", "2031-03-04", "KS 2031/1"), step("b/1", "2031-04-04", "KS 2031/1", title="Något annat")],
         {"KS 2031/1": ["a/1", "b/1"]}),
        # two numbers: a step of both
        ([step("a/1", "2031-03-04", "KS 2031/1", "BUN 2031/9"), step("b/1", "2031-02-04", "BUN 2031/9", body="bun")],
         {"BUN 2031/9": ["b/1", "a/1"], "KS 2031/1": ["a/1"]}),
        # what is no diarienummer joins where it is printed alike
        ([step("a/1", "2031-03-04", "Akt A-7"), step("b/1", "2031-04-04", "akt a-7")], {"AKTA-7": ["a/1", "b/1"]}),
        ([step("a/1", "2031-03-04")], {}),
        # no date: a step all the same
        ([step("a/1", "", "KS 2031/1"), step("b/1", "2031-04-04", "KS 2031/1")], {"KS 2031/1": ["b/1", "a/1"]}),
        # two digits on both sides are read by the year of the meeting
        ([step("a/1", "2009-03-04", "KS 07/88"), step("b/1", "2009-04-04", "KS 88/2007")],
         {"KS 2007/88": ["a/1", "b/1"]}),
    ],
)  # fmt: skip
def test_numbers(steps: list[Step], expected: dict[str, list[str]]) -> None:
    assert of(*steps) == expected


def test_a_number_is_one_case_within_an_organisation_only() -> None:
    here, there = step("a/1", "2031-03-04", "KS 2031/1"), step("b/1", "2031-04-04", "KS 2031/1", owner=GRAN)
    found = list(cases(join([here, there])[0]))
    assert [(case.owner, case.steps) for case in found] == [(GRAN, ("b/1",)), (NORA, ("a/1",))]


def test_a_number_of_the_government_is_one_case_everywhere() -> None:
    here, there = step("a/1", "2031-03-04", "S2031/00017"), step("b/1", "2031-04-04", "S2031/00017", owner=GRAN)
    assert of(here, there) == {"national/S 2031/17": ["a/1", "b/1"]}


@pytest.mark.parametrize(
    ("title", "number"),
    [("Simhall", "KS 2031/123"), ("Parkeringstaxa", "2031/123")],  # without its prefix it may be of another diary
)
def test_a_number_without_prefix_needs_the_title_too(title: str, number: str) -> None:
    found = of(step("a/1", "2031-03-04", "KS 2031/123"), step("b/1", "2031-04-04", "2031/0123", title=title))
    assert "b/1" in found[number]


def test_a_number_without_prefix_that_fits_two_diaries_is_its_own() -> None:
    both = step("a/1", "2031-03-04", "KS 2031/123"), step("b/1", "2031-03-05", "BUN 2031/123")
    assert of(*both, step("c/1", "2031-04-04", "2031/123"))["2031/123"] == ["c/1"]


HEAD = step("a/1", "2031-03-04", "KS 2031/123")


@pytest.mark.parametrize(
    ("other", "joins"),
    [
        (step("b/1", "2031-04-04", named=("KS 2031/123",)), True),
        (step("b/1", "2031-04-04", title="Delegationsbeslut", named=("KS 2031/123",)), False),
        (step("b/1", "2031-04-04", "KS 2031/9", named=("KS 2031/123",)), False),  # has its own
        (step("b/1", "2031-04-04", named=("KS 2031/123",), owner=GRAN), False),
    ],
)
def test_a_number_in_the_text_needs_the_title_too(other: Step, joins: bool) -> None:
    assert ("b/1" in of(HEAD, other)["KS 2031/123"]) is joins


def test_several_that_answer_the_government_are_one_case() -> None:
    asked = [
        step("a/1", "2031-03-04", "KS 2031/1", title="Remiss: Ny sociallag", named=("S2031/00017",)),
        step("b/1", "2031-04-04", "KS 2031/1", title="Yttrande över Ny sociallag", named=("S2031/00017",), owner=GRAN),
        step("c/1", "2031-04-05", "KS 2031/2", title="Inkomna skrivelser", named=("S2031/00017",), owner=GRAN),
    ]
    found = list(cases(join(asked)[0]))
    assert [case.steps for case in found if case.owner == ("national",)] == [("a/1", "b/1")]


BEFORE = step("a/45", "2031-03-04")
CITE = (("2031-03-04", "45"),)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        # without numbers: by the decision that the later one goes back to
        ([BEFORE, step("b/9", "2031-04-04", body="kf", cites=CITE)], {"item/a/45": ["a/45", "b/9"]}),
        ([BEFORE, step("b/9", "2031-04-04", cites=CITE),
          step("c/3", "2031-05-04", body="kf", cites=(("2031-04-04", "9"),))], {"item/a/45": ["a/45", "b/9", "c/3"]}),
        # one with a number gives it to those without
        ([BEFORE, step("b/9", "2031-04-04", "KS 2031/1", cites=CITE)], {"KS 2031/1": ["a/45", "b/9"]}),
        ([step("a/45", "2031-03-04", "KS 2031/1"), step("b/9", "2031-04-04", body="kf", cites=CITE)],
         {"KS 2031/1": ["a/45", "b/9"]}),
        # a board's number and the executive's
        ([step("a/45", "2031-03-04", "BUN 2031/7", body="bun"), step("b/9", "2031-04-04", "KS 2031/1", cites=CITE),
          step("c/3", "2031-05-04", "KS 2031/1", body="kf")],
         {"BUN 2031/7": ["a/45", "b/9"], "KS 2031/1": ["a/45", "b/9", "c/3"]}),
        # looks alike
        ([BEFORE, step("b/9", "2031-04-04", title="Parkeringstaxa", cites=CITE)], {}),
        ([BEFORE, step("b/9", "2031-04-04", owner=GRAN, cites=CITE)], {}),
        ([BEFORE, step("b/9", "2031-04-04", cites=(("2031-03-04", "46"),))], {}),
        ([BEFORE, step("b/9", "2031-03-04", cites=CITE)], {}),  # the same day is not later
        ([BEFORE, step("x/45", "2031-03-04"), step("b/9", "2031-04-04", cites=CITE)], {}),  # which of the two?
        # between two cases: none of them
        ([step("a/45", "2031-03-04", "KS 2031/1"), step("b/9", "2031-04-04", cites=CITE),
          step("c/3", "2031-05-04", "KS 2031/2", cites=(("2031-04-04", "9"),))],
         {"KS 2031/1": ["a/45"], "KS 2031/2": ["c/3"]}),
    ],
)  # fmt: skip
def test_references(steps: list[Step], expected: dict[str, list[str]]) -> None:
    assert of(*steps) == expected


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        # the own body's meeting that day, before another body's
        ([BEFORE, step("x/45", "2031-03-04", body="kf"), step("b/9", "2031-04-04", cites=CITE)], {"b/9": ["a/45"]}),
        # of two other bodies' the one of the same case
        ([step("a/45", "2031-03-04", "KS 2031/1", body="au"), step("x/45", "2031-03-04", "BUN 2031/1", body="bun"),
          step("b/9", "2031-04-04", "KS 2031/1", cites=CITE)], {"b/9": ["a/45"]}),
        # several, the latest last
        ([BEFORE, step("c/3", "2031-05-04", cites=(("2031-04-04", "9"), *CITE)), step("b/9", "2031-04-04")],
         {"c/3": ["a/45", "b/9"]}),
    ],
)  # fmt: skip
def test_what_a_step_refers_to(steps: list[Step], expected: dict[str, list[str]]) -> None:
    assert origins(*steps) == expected


def test_what_a_case_holds() -> None:
    first = step("a/1", "2031-03-04", "KS 2031/00123", title="")
    second = step("b/1", "2031-04-08", "KS 2031/123", title="Ny simhall i Nora")
    title, dates = "Ny simhall i Nora", ("2031-03-04", "2031-04-08")
    case = Case((*NORA, "KS 2031/123"), "KS 2031/123", ("KS 2031/00123",), title, NORA, ("a/1", "b/1"), *dates)
    assert list(cases(join([second, first])[0])) == [case]


def test_a_number_of_everything_does_not_take_for_ever() -> None:
    many = [step(f"a{n}/1", f"20{n % 80 + 10}-03-04", "KS 2031/1", title=f"Ärende {n}") for n in range(700)]
    bare = [step(f"b{n}/1", "2031-03-04", "2031/1", title=f"Fråga {n}") for n in range(700)]
    found = of(*many, *bare)
    assert (len(found["KS 2031/1"]), len(found["2031/1"])) == (700, 700)
