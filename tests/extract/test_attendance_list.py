"""The list at the end of the minutes: who was there, and how they voted."""

from __future__ import annotations

import pytest

from protokollgraf.extract.facts import Attendance, Ballot
from protokollgraf.tests.extract.minutes import facts, minutes

VOTES = """\
Votering begärs. Omröstningen utfaller med 2 ja-röster, 1 nej-röst och 1 som avstår. Se voteringslista.
"""
FRONT = """\
Ekby kommun
Kommunfullmäktige
Sammanträdesprotokoll 2031-03-04

Plats och tid: Stora salen, Ekby, kl. 13.00-15.30

Beslutande: Enligt bifogad närvaro- och voteringslista

"""
SPACED = """\
NÄRVARO- OCH VOTERINGSLISTA

                                         § 5
Ledamot               Parti   Närv    Ja  Nej  Avst
Elin Ek               S       X       X
  ordförande
Erik Alm              M       X           X
Sara Lindal           C       X                X
Eva Rönn              SD      -
Tjänstgörande ersättare
Nils Holmfelt         SD      X       X
  för Eva Rönn
Summa                                 2   1    1
"""
BARRED = """\
## Närvaro- och omröstningslista

| Namn | Parti | Närv. | Tjg. för | § 5:1 Ja | § 5:1 Nej | § 5:1 Avst. |
|---|---|---|---|---|---|---|
| **Ledamöter** | | | | | | |
| Elin Ek, ordförande | S | x | | x | | |
| Erik Alm | M | x, ej § 5 | | | x | |
| Sara Lindal | C | x | | | | x |
| Eva Rönn | SD | - | | | | |
| **Ersättare** | | | | | | |
| Nils Holmfelt | SD | x | Eva Rönn | x | | |
| Hanna Gren | V | x | | | | |
| Karin Björk | L | - | | | | |
"""
BALLOTS = [
    ("Elin Ek", "S", "yes"),
    ("Erik Alm", "M", "no"),
    ("Sara Lindal", "C", "abstain"),
    ("Nils Holmfelt", "SD", "yes"),
]
SEATS = [
    ("Elin Ek", "S", "ordförande", "member", ""),
    ("Erik Alm", "M", "", "member", ""),
    ("Sara Lindal", "C", "", "member", ""),
    ("Eva Rönn", "SD", "", "absent", ""),
    ("Nils Holmfelt", "SD", "", "substitute", "Eva Rönn"),
]


def attendance(tail: str) -> list[tuple[object, ...]]:
    """Person, party, role, capacity, replaces."""
    rows = facts(minutes(VOTES, front=FRONT, tail=tail), Attendance)
    return [(row[0], row[1], row[4], row[5], row[7]) for row in rows]


def ballots(tail: str) -> list[tuple[object, ...]]:
    """Person, party, choice."""
    return [tuple(row[2:5]) for row in facts(minutes(VOTES, front=FRONT, tail=tail), Ballot)]


@pytest.mark.parametrize(
    ("tail", "expected"), [(SPACED, SEATS), (BARRED, [*SEATS, ("Hanna Gren", "V", "", "nonvoting", "")])]
)
def test_who_was_there(tail: str, expected: list[tuple[object, ...]]) -> None:
    assert attendance(tail) == expected


@pytest.mark.parametrize("tail", [SPACED, BARRED, BARRED.replace("|", "\t")])
def test_how_they_voted(tail: str) -> None:
    assert ballots(tail) == BALLOTS


@pytest.mark.parametrize(
    "tail",
    [
        SPACED.replace("§ 5", "§ 9"),  # another item's votering
        SPACED.replace("§ 5", ""),  # nothing says whose the columns are
        SPACED.replace("Närv", ""),
        "",
    ],
)
def test_no_ballots(tail: str) -> None:
    assert ballots(tail) == []


def test_a_row_that_cannot_be_read_takes_its_lines_with_it() -> None:
    """The substitute's `för Eva Rönn` is not given to the person above."""
    rows = attendance(SPACED.replace("Nils Holmfelt", "??? ?????????"))
    assert [row[0] for row in rows] == ["Elin Ek", "Erik Alm", "Sara Lindal", "Eva Rönn"]
    assert {row[4] for row in rows} == {""}


LETTERED = """\
Närvaro- och voteringslista           J = ja   N = nej   A = avstår

Ledamöter                 Parti  Anmärkning                § 5 nr 1
                                                           J  N  A
Elin Ek                   S      ordförande                X
Erik Alm                  M                                   X
Sara Lindal               C                                      X
Eva Rönn                  SD     frånvarande

Ersättare
Nils Holmfelt             SD     för Eva Rönn              X
Hanna Gren                V

Summa                                                      2  1  1

"""
FRONT_TABLE = """\
NÄRVAROLISTA OCH OMRÖSTNINGSLISTA
\t\t\t\tOmröstning § 5
Ledamöter\tParti\tNärv.\tFrånv.\tJa\tNej\tAvst.
Elin Ek, ordförande\tS\tX\t\tX
Erik Alm\tM\tX\t\t\tX
Sara Lindal\tC\tX\t\t\t\tX
Eva Rönn\tSD\t\tX
Ersättare\tParti\tNärv.\tFrånv.\tJa\tNej\tAvst.
Nils Holmfelt, ersätter Eva Rönn\tSD\tX\t\tX
Hanna Gren\tV\tX
Summa\t\t\t\t2\t1\t1

Övriga närvarande\t
Karin Björk\tnämndsekreterare

"""


@pytest.mark.parametrize("table", [LETTERED, FRONT_TABLE])
def test_a_list_with_votes_on_the_title_page(table: str) -> None:
    text = minutes(VOTES, front=FRONT.replace("Enligt bifogad", "Se") + table)
    listed = [(row[0], row[1], row[4], row[5], row[7]) for row in facts(text, Attendance) if row[5] != "other"]
    assert listed == [*SEATS, ("Hanna Gren", "V", "", "nonvoting", "")]
    assert [tuple(row[2:5]) for row in facts(text, Ballot)] == BALLOTS
