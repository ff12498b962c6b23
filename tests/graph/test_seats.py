from __future__ import annotations

import pytest

from protokollgraf.graph.seats import Presence, Seat, seat_role, seats


@pytest.mark.parametrize(
    ("role", "capacity", "expected"),
    [
        ("", "member", "ledamot"),
        ("", "absent", "ledamot"),
        ("", "substitute", "ersättare"),
        ("", "nonvoting", "ersättare"),
        ("ordförande", "member", "ordförande"),
        ("Ordförande", "absent", "ordförande"),
        ("2 v ordf", "member", "2:e vice ordförande"),
        ("vice ordförande", "member", "vice ordförande"),
        ("tjänstgörande ordförande", "member", "ledamot"),  # for the day, no seat
        ("ekonomichef", "member", "ledamot"),
        ("sekreterare", "other", ""),
        ("ordförande", "guest", ""),
        ("", "", ""),
    ],
)
def test_role_of_a_seat(role: str, capacity: str, expected: str) -> None:
    assert seat_role(role, capacity) == expected


def test_a_seat_spans_the_meetings_that_show_it() -> None:
    rows = [
        Presence("c", "ana-ek", "b", "", "absent", "L", "Dalby", "2024-03-01"),
        Presence("a", "ana-ek", "b", "", "member", "FP", "Bergby", "2014-01-01"),
        Presence("b", "ana-ek", "b", "", "member", date=""),
        Presence("d", "ana-ek", "b", "ordförande", "member", "L", "", "2020-01-01"),
        Presence("e", "ana-ek", "", "", "member", date="2020-01-01"),
        Presence("f", "bo-alm", "b", "sekreterare", "other", date="2020-01-01"),
        Presence("g", "bo-alm", "b", "", "nonvoting"),
    ]
    assert seats(rows) == [
        Seat("ana-ek", "b", "ledamot", "L", "Dalby", "2014-01-01", "2024-03-01", ("a", "b", "c")),
        Seat("ana-ek", "b", "ordförande", "L", "", "2020-01-01", "2020-01-01", ("d",)),
        Seat("bo-alm", "b", "ersättare", "", "", "", "", ("g",)),
    ]
    assert seats(reversed(rows)) == seats(rows)
