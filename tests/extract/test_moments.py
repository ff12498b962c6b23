from __future__ import annotations

import pytest

from protokollgraf.extract.facts import Signature
from protokollgraf.tests.extract.minutes import FRONT, facts, minutes

ITEMS = "§ 5 Ny lekplats\n\nBeslut\nPlanen antas.\n\n§ 6 Mötet avslutas\n\nTack.\n\n"


@pytest.mark.parametrize(
    ("printed", "signed"),
    [
        ("Namn: Elin Ek\n2031-03-11 13:40:14 +01:00", "2031-03-11T13:40:14+01:00"),
        ("Elin Ek\n2031-03-11 13:40:14 (GMT+01:00)", "2031-03-11T13:40:14+01:00"),
        ("Elin Ek\n2031-03-11 13:40", "2031-03-11T13:40:00"),
        ("Signerat: Erik Alm 2031-03-10 08:00, Elin Ek 2031-03-11 13:40", "2031-03-11T13:40:00"),
        ("Elin Ek\n2031-03-11", ""),
        ("Olof Stjern\n2031-03-11 13:40:14 +01:00", ""),  # somebody else
    ],
)
def test_electronic_signatures(printed: str, signed: str) -> None:
    tail = f"Detta dokument är underskrivet elektroniskt\n{printed}\n"
    rows = facts(f"{FRONT}Justerare: Erik Alm\nOrdförande: Elin Ek\n\n{ITEMS}{tail}", Signature)
    assert [row[3] for row in rows if row[0] == "Elin Ek"] == [signed]


def test_moments_on_the_title_page() -> None:
    stamp = "Signerat digitalt:\n2031-03-06 15:22:10  Elin Ek, ordförande\n\n"
    rows = facts(minutes("Ord.", front=FRONT + stamp), Signature)
    assert [(row[0], row[2], row[3]) for row in rows] == [("Elin Ek", "chair", "2031-03-06T15:22:10")]
