from __future__ import annotations

import pytest

from protokollgraf.extract.facts import Affiliation
from protokollgraf.tests.extract.minutes import FRONT, facts, minutes, wrong

Rows = list[tuple[str, str, str]]
BYGG = "Ekby Bygg AB"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"Olof Stjern, VD, {BYGG}, informerar.", [("Olof Stjern", "VD", BYGG)]),
        (f"Olof Stjern, VD {BYGG}, informerar.", [("Olof Stjern", "VD", BYGG)]),
        (f"Olof Stjern, projektledare på {BYGG}, informerar.", [("Olof Stjern", "projektledare", BYGG)]),
        (
            f"Olof Stjern, styrelseledamot i {BYGG} och Ekby Vatten AB, informerar.",
            [("Olof Stjern", "styrelseledamot", BYGG), ("Olof Stjern", "styrelseledamot", "Ekby Vatten AB")],
        ),
        ("riksdagsledamot Olof Stjern (L) talar.", [("Olof Stjern", "riksdagsledamot", "")]),
        ("Olof Stjern från Region Ekdal talar.", [("Olof Stjern", "", "Region Ekdal")]),
        ("Olof Stjern, Region Ekdal, talar.", [("Olof Stjern", "", "Region Ekdal")]),
        (
            "Vi möter från Region Ekdal Olof Stjern och Anna Ström.",
            [("Olof Stjern", "", "Region Ekdal"), ("Anna Ström", "", "Region Ekdal")],
        ),
        (
            "Tredje vice ordföranden Olof Stjern (L) justerar protokollet.",
            [("Olof Stjern", "3:e vice ordförande", "Kommunstyrelsen")],
        ),
        (
            "Socialnämndens förste vice ordförande Olof Stjern (L) talar.",
            [("Olof Stjern", "1:e vice ordförande", "Socialnämnden")],
        ),
        ("socialnämndens ordförande Olof Stjern (L) talar.", [("Olof Stjern", "ordförande", "Socialnämnden")]),
        (f"Beslut\nTill ledamot i {BYGG} utses Olof Stjern (L).", [("Olof Stjern", "ledamot", BYGG)]),
        (f"Beslut\nOlof Stjern (L) utses till ombud vid {BYGG}.", [("Olof Stjern", "ombud", BYGG)]),
        (f"Beslut\nTill ombud i {BYGG} efter Olof Stjern (L) väljs Anna Ström (C).", [("Anna Ström", "ombud", BYGG)]),
        ("Länsstyrelsens Olof Stjern talar.", [("Olof Stjern", "", "Länsstyrelsen")]),
        ("Ekby kommun anställer en ny ekonomichef, Olof Stjern.", [("Olof Stjern", "ekonomichef", "Ekby kommun")]),
        (f"Vi leds av Olof Stjern, i dag projektledare på {BYGG}.", [("Olof Stjern", "projektledare", BYGG)]),
        (
            "Olof Stjern (L) har avsagt sig uppdraget som ersättare i socialnämnden.",
            [("Olof Stjern", "ersättare", "Socialnämnden")],
        ),
        ("Olof Stjern anhåller om avsked som ledamot i socialnämnden.", [("Olof Stjern", "ledamot", "Socialnämnden")]),
        # belongs to none
        ("Olof Stjern talar om Region Ekdal.", []),
        (f"{BYGG} och Olof Stjern är oense.", []),
        ("Beslut\nOlof Stjern (L) utses att justera.", []),
        ("Olof Stjern (L) yrkar bifall.", []),
        ("Anna Ström (C), Olof Stjern (L) och andra talar.", []),
        wrong(
            "Från Region Ekdal Olof Stjern och Anna Ström.",
            [("Olof Stjern", "", "Region Ekdal"), ("Anna Ström", "", "Region Ekdal")],
            reason="a capital `Från` at the beginning",
        ),
    ],
)
def test_affiliations_of_the_text(body: str, expected: Rows) -> None:
    rows = facts(minutes(body), Affiliation)
    assert [row for row in rows if row[0] in ("Olof Stjern", "Anna Ström")] == expected


LISTED = [
    ("Elin Ek", "ordförande", "Kommunstyrelsen"),
    ("Erik Alm", "vice ordförande", "Kommunstyrelsen"),
    ("Hanna Gren", "kommunchef", "Ekby kommun"),
    ("Karin Björk", "nämndsekreterare", "Ekby kommun"),
]


def test_affiliations_of_the_list() -> None:
    """Plain members of the meeting's own body have none."""
    assert facts(minutes("Ord."), Affiliation) == LISTED


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Olof Stjern, VD Ekby Bygg AB", [("Olof Stjern", "VD", BYGG)]),
        ("Olof Stjern, Ekby Bygg AB", [("Olof Stjern", "", BYGG)]),
        ("Olof Stjern", []),
        ("Olof Stjern, revisionens ordförande", [("Olof Stjern", "ordförande", "Revisionen")]),
        ("Olof Stjern, socialnämndens vice ordförande", [("Olof Stjern", "vice ordförande", "Socialnämnden")]),
        ("Olof Stjern, ordförande i kommunrevisionen", [("Olof Stjern", "ordförande", "Kommunrevisionen")]),
    ],
)
def test_guests(line: str, expected: Rows) -> None:
    rows = facts(minutes("Ord.", front=f"{FRONT}Gäster:\n{line}\n\n"), Affiliation)
    assert [row for row in rows if row not in LISTED] == expected
