"""Where a matter that was put off or sent back came up again. Everything is made up."""

from __future__ import annotations

import pytest

from protokollgraf.graph.cases import Step, join
from protokollgraf.graph.returns import expected_day, next_year, returns
from protokollgraf.tests.graph.test_cases import GRAN, step

NAMES = {"ks": "Kommunstyrelsen", "kf": "Kommunfullmäktige", "bun": "Barn- och utbildningsnämnden", "au": "Utskottet"}
OFF = (("postponed", "Ärendet bordläggs."),)
BACK = (("referred", "Ärendet återremitteras för att kostnaden ska utredas."),)
ON = (("referred", "Ärendet överlämnas till kommunfullmäktige."),)
NUMBER = "KS 2031/1"
BODY, PREPARING = "same case, same body", "same case, preparing body"


def found(*steps: Step) -> list[tuple[str, str, str, str]]:
    joined, cited = join(steps)
    return [(one.step, one.to, one.reason, one.expected) for one in returns(joined, cited, NAMES)]


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([step("a/1", "2031-03-04", NUMBER, decided=OFF), step("b/1", "2031-04-08", NUMBER)],
         [("a/1", "b/1", BODY, "")]),
        # twice
        ([step("a/1", "2031-03-04", NUMBER, decided=OFF), step("b/1", "2031-04-08", NUMBER, decided=OFF),
          step("c/1", "2031-05-06", NUMBER)], [("a/1", "b/1", BODY, ""), ("b/1", "c/1", BODY, "")]),
        ([step("a/1", "2031-03-04", NUMBER, decided=BACK), step("b/1", "2031-04-08", NUMBER)],
         [("a/1", "b/1", BODY, "")]),
        # the council sends back to the executive, which had prepared it, or which the decision names
        ([step("a/1", "2031-03-04", NUMBER), step("b/1", "2031-04-08", NUMBER, body="kf", decided=BACK),
          step("c/1", "2031-05-06", NUMBER), step("d/1", "2031-06-10", NUMBER, body="kf")],
         [("b/1", "c/1", PREPARING, "")]),
        ([step("b/1", "2031-04-08", NUMBER, body="kf", decided=(("referred", "återremittera till kommunstyrelsen"),)),
          step("c/1", "2031-05-06", NUMBER)], [("b/1", "c/1", PREPARING, "")]),
        # one of several that day, which says so
        ([step("a/1", "2031-03-04", NUMBER, decided=OFF), step("b/1", "2031-04-08", NUMBER),
          step("b/2", "2031-04-08", NUMBER, cites=(("2031-03-04", "1"),))],
         [("a/1", "b/2", f"{BODY}, refers back", "")]),
        # a title of its own, but it says that it goes back
        ([step("a/1", "2031-03-04", NUMBER, decided=OFF),
          step("b/1", "2031-04-08", NUMBER, title="Bad", cites=(("2031-03-04", "1"),))],
         [("a/1", "b/1", f"{BODY}, refers back", "")]),
        # without a number
        ([step("a/1", "2031-03-04", decided=OFF), step("b/1", "2031-04-08", cites=(("2031-03-04", "1"),))],
         [("a/1", "b/1", f"{BODY}, refers back", "")]),
        # looks alike
        ([step("a/1", "2031-03-04", NUMBER, decided=OFF), step("b/1", "2031-04-08", NUMBER, body="kf")], []),
        ([step("a/1", "2031-03-04", NUMBER, decided=OFF), step("b/1", "2031-04-08", NUMBER, title="Taxa")], []),
        ([step("a/1", "2031-03-04", NUMBER, decided=OFF), step("b/1", "2031-04-08", "KS 2031/2")], []),
        ([step("a/1", "2031-03-04", NUMBER, decided=OFF), step("b/1", "2031-04-08", NUMBER, owner=GRAN)], []),
        ([step("a/1", "2031-03-04", NUMBER, decided=OFF), step("a/2", "2031-03-04", NUMBER)], []),
        ([step("a/1", "2031-03-04", NUMBER, decided=OFF), step("b/1", "2031-04-08", NUMBER),
          step("b/2", "2031-04-08", NUMBER)], []),  # which of the two?
        ([step("a/1", "2031-03-04", NUMBER, decided=ON), step("b/1", "2031-04-08", NUMBER)], []),  # passed on
        ([step("a/1", "2031-03-04", NUMBER, decided=(("approved", "godkänna"),)), step("b/1", "2031-04-08", NUMBER)],
         []),
        ([step("a/1", "2031-03-04", NUMBER, decided=BACK), step("b/1", "2031-04-08", NUMBER, body="kf")], []),
        ([step("a/1", "", NUMBER, decided=OFF), step("b/1", "2031-04-08", NUMBER)], []),
    ],
)  # fmt: skip
def test_returns(steps: list[Step], expected: list[tuple[str, str, str, str]]) -> None:
    assert found(*steps) == expected


TO = (("postponed", "Ärendet bordläggs till den 8 april 2031."),)


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        (["2031-04-08"], [("a/1", "n0/1", BODY, "2031-04-08")]),
        (["2031-03-18", "2031-04-08"], [("a/1", "n1/1", BODY, "2031-04-08")]),  # the day that was named
        (["2031-04-22"], [("a/1", "n0/1", BODY, "2031-04-08")]),  # another day: the trail notes it
        ([], [("a/1", "", "", "2031-04-08")]),
    ],
)
def test_the_day_that_the_decision_names(later: list[str], expected: list[tuple[str, str, str, str]]) -> None:
    steps = [step(f"n{n}/1", date, NUMBER) for n, date in enumerate(later)]
    assert found(step("a/1", "2031-03-04", NUMBER, decided=TO), *steps) == expected


@pytest.mark.parametrize(
    ("kind", "words", "day"),
    [
        ("postponed", "bordlägga ärendet till 2031-05-02", "2031-05-02"),
        ("postponed", "Ärendet bordläggs till nästa sammanträde den 2 maj.", "2031-05-02"),
        ("postponed", "Ärendet bordläggs till den 14 januari.", "2032-01-14"),  # the next one
        ("referred", "Ärendet återremitteras och tas upp på nämndens möte den 2 maj 2031.", "2031-05-02"),
        ("postponed", "Ärendet bordläggs. Utredningen ska vara klar senast den 2 maj 2031.", ""),
        ("postponed", "bordlägga förslaget daterat 2031-02-01", ""),
        ("referred", "Ärendet återremitteras; utredningen börjar 2031-05-02.", ""),
        ("referred", "Ärendet överlämnas till fullmäktiges möte den 2 maj 2031.", ""),
        ("approved", "Taxan gäller till den 2 maj 2031.", ""),
        ("postponed", "bordlägga ärendet", ""),
    ],
)
def test_expected_day(kind: str, words: str, day: str) -> None:
    assert expected_day(step("a/1", "2031-03-04", decided=((kind, words),))) == day


@pytest.mark.parametrize(("day", "later"), [("2031-05-02", "2032-05-02"), ("2032-02-29", "2033-02-28")])
def test_next_year(day: str, later: str) -> None:
    assert next_year(day) == later
