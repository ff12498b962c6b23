from __future__ import annotations

import pytest

from protokollgraf.extract.facts import Attendance
from protokollgraf.tests.extract.minutes import facts

HEAD = "Ekby kommun\nKommunfullmäktige\nSammanträdesprotokoll 2031-03-04\n\n"
ITEMS = "§ 5 Ny lekplats\n\nBeslut\nPlanen antas.\n\n§ 6 Mötet avslutas\n\nTack.\n\n"
SEATS = """\
Bilaga 1

Närvaro
Plats
Ledamot
Ersättare

1
Ek, Elin
2
Alm, Erik
Lindal, Sara
3
af Holm, Nils
"""
VOTES = """\
Bilaga 2

Hugo Stenlid V 9 Ledamot
Ja
Elin Ek S 1 Ledamot
Ja
Sara Lindal C 2 Ersättare
Nej
Nils af Holm KD 3 2:e v ordf
Avstår
"""
ELIN = ("Elin Ek", "S", "", "member", "")
SARA = ("Sara Lindal", "C", "", "substitute", "Erik Alm")
NILS = ("Nils af Holm", "KD", "2:e vice ordförande", "member", "")
AWAY = ("Erik Alm", "", "", "absent", "")


def rows(annexes: str, front: str = "") -> list[tuple[object, ...]]:
    """Person, party, role, capacity, replaces."""
    return [(r[0], r[1], r[4], r[5], r[7]) for r in facts(HEAD + front + ITEMS + annexes, Attendance)]


@pytest.mark.parametrize(
    ("annexes", "expected"),
    [
        (SEATS + VOTES, [ELIN, AWAY, SARA, NILS]),  # Erik Alm's seat was voted from by somebody else
        (SEATS.replace("Ek, Elin", "Ek,\nElin") + VOTES, [ELIN, AWAY, SARA, NILS]),  # torn at the comma
        (SEATS + VOTES.replace("Elin Ek S 1 Ledamot", "Elin Ek S\n1 Ledamot"), [ELIN, AWAY, SARA, NILS]),
        (SEATS + VOTES.replace("Hugo Stenlid V 9 Ledamot\nJa\n", ""), [ELIN, AWAY, SARA, NILS]),
        (  # two cells that ran together
            SEATS.replace("Alm, Erik\nLindal, Sara", "Alm, Erik Lindal, Sara") + VOTES,
            [ELIN, AWAY, SARA, NILS],
        ),
        (SEATS.replace("Lindal, Sara", "Lindal, Sara C") + VOTES, [ELIN, AWAY, SARA, NILS]),  # with her party
        (  # she votes from another seat later on
            SEATS + VOTES + VOTES.replace("Bilaga 2", "Bilaga 3").replace("C 2 Ers", "C 1 Ers"),
            [ELIN, AWAY, SARA, ("Sara Lindal", "C", "", "substitute", "Elin Ek"), NILS],
        ),
        (SEATS, []),  # the annex alone does not say as what
        (VOTES, []),
        (SEATS.replace("Ledamot", "Ort") + VOTES, []),  # another list
        (SEATS.replace("Bilaga 1", "Förteckning") + VOTES, []),
        ("", []),
    ],
)
def test_roster(annexes: str, expected: list[tuple[str, ...]]) -> None:
    assert rows(annexes) == expected


def test_a_list_of_those_present_goes_before_the_annex() -> None:
    front = "Beslutande:\nHanna Gren (L)\n\n"
    assert rows(SEATS + VOTES, front) == [("Hanna Gren", "L", "", "member", "")]
