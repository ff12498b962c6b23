"""What was understood of a text, in words and numbers."""

from __future__ import annotations

import pytest

from protokollgraf.extract.diagnose import diagnose
from protokollgraf.extract.diagnosis import Diagnosis, MeetingFound, PeopleFound, SignersFound
from protokollgraf.tests.extract.minutes import FRONT, minutes, reading


def found(text: str) -> Diagnosis:
    return diagnose(reading(text))


PLAIN = minutes("Beslut\nPlanen antas.", tail="Vid protokollet\nKarin Björk\n\nJusteras\nElin Ek\nSara Lindal\n")


def people(text: str) -> PeopleFound:
    one = found(text).people
    assert one is not None
    return one


def test_file_and_layout() -> None:
    one = found(PLAIN)
    assert (one.file.source, one.file.format, one.file.pages) == ("2031-03-04-ekby.txt", "txt", 1)
    assert one.file.characters == len(PLAIN)
    assert one.file.lines == sum(1 for line in PLAIN.split("\n") if line.strip())
    assert one.layout is not None
    assert (one.layout.items, one.layout.first, one.layout.last) == (2, "4", "5")
    assert (one.layout.missing, one.layout.twice, one.layout.agenda) == ((), (), 0)
    assert [(label.line, label.label, label.kind, label.lines) for label in one.layout.labels] == [
        (5, "Plats och tid:", "placetime", 1),
        (7, "Beslutande:", "member", 5),
        (14, "Övriga deltagare:", "other", 2),
    ]


@pytest.mark.parametrize(
    ("text", "missing", "twice"),
    [
        (PLAIN.replace("Vid protokollet", "§ 8 Slut\n\nTack.\n\nVid protokollet"), ("6", "7"), ()),
        (PLAIN.replace("Plats och tid", "Paragrafer: 4-6\nPlats och tid"), ("6",), ()),
        (PLAIN.replace("Planen antas.", "Planen antas.\n\n§ 4 Upprop igen\n\nOrd."), (), ("4",)),
    ],
)
def test_the_run_of_the_items(text: str, missing: tuple[str, ...], twice: tuple[str, ...]) -> None:
    layout = found(text).layout
    assert layout is not None
    assert (layout.missing, layout.twice) == (missing, twice)


def test_meeting() -> None:
    told = ("Kommunstyrelsen", "Ekby kommun", "2031-03-04", "13:00", "15:30", "Stora salen, Ekby")
    assert found(PLAIN).meeting == MeetingFound(*told, missing=())
    without = found(PLAIN.replace("Plats och tid: Stora salen, Ekby, kl. 13.00-15.30\n", "")).meeting
    assert without is not None
    assert without.missing == ("start", "end", "place")


@pytest.mark.parametrize(
    ("listed", "body", "without_party", "for_nobody", "not_listed"),
    [
        ("", "", (), (), ()),
        ("Ersättare:\nKim Alm\n", "", ("Kim Alm",), (), ()),
        ("Tjänstgörande ersättare:\nKim Alm (S)\n", "", (), ("Kim Alm",), ()),
        ("Tjänstgörande ersättare:\nKim Alm (S) ersätter Bo Dahl (S)\n", "", (), (), ()),
        ("", "Yrkanden\nKim Alm (S) yrkar avslag.\nElin Ek (S) yrkar bifall.", (), (), ("Kim Alm",)),
    ],
)
def test_people(
    listed: str, body: str, without_party: tuple[str, ...], for_nobody: tuple[str, ...], not_listed: tuple[str, ...]
) -> None:
    one = people(minutes(body or "Ord.", front=FRONT.replace("Övriga", f"{listed}\nÖvriga")))
    assert (one.without_party, one.for_nobody, one.not_listed) == (without_party, for_nobody, not_listed)


def test_capacities() -> None:
    assert [(count.what, count.number) for count in people(PLAIN).capacities] == [("member", 5), ("other", 2)]


@pytest.mark.parametrize(
    ("body", "headings", "facts", "problems"),
    [
        ("Beslut\nPlanen antas.", [("Beslut", "decision")], {"decision": 1}, ()),
        ("Ord.", [], {}, ("no decision",)),
        ("Beslut\n", [("Beslut", "decision")], {}, ("no decision below its heading",)),
        (
            "Yrkanden\nElin Ek (S) yrkar bifall.\n\nVotering\nJa: Elin Ek (S), Erik Alm (M)\nNej: Sara Lindal (C)\n"
            "Utfallet blir 3 ja och 1 nej.\n\nBeslut\nPlanen antas.",
            [("Yrkanden", "motions"), ("Votering", "vote"), ("Beslut", "decision")],
            {"motion": 1, "vote": 1, "ballot": 3, "decision": 1},
            ("the ballots do not add up to the tally",),
        ),
        (
            "Beslut\nPlanen antas.\n\nReservation\nElin Ek (S) reserverar sig.\n\nJäv\nErik Alm (M) anmäler jäv.",
            [("Beslut", "decision"), ("Reservation", "reservation"), ("Jäv", "recusal")],
            {"decision": 1, "reservation": 1, "recusal": 1},
            (),
        ),
    ],
)
def test_items(body: str, headings: list[tuple[str, str]], facts: dict[str, int], problems: tuple[str, ...]) -> None:
    one = next(item for item in found(minutes(body)).items if item.item == "5")
    assert one.title == "Ansökan om medel"
    assert [(heading.words, heading.kind) for heading in one.headings] == headings
    assert {count.what: count.number for count in one.facts} == facts
    assert one.problems == problems


def test_signers() -> None:
    assert found(PLAIN).signers == SignersFound((), ("Elin Ek", "Sara Lindal"), ("Karin Björk",), missing=("chair",))
