"""Which titles are of one matter. All are made up."""

from __future__ import annotations

import pytest

from protokollgraf.graph.titles import alike


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Ny simhall", "Ny simhall", True),
        ("Ny simhall", "NY SIMHALL", True),
        ("Svar på motion om gratis simskola", "Motion om gratis simskola", True),
        ("Ny simhall (återremitterat ärende)", "Ny simhall", True),
        ("Bordlagt ärende: Ny simhall", "Ny simhall i Sjövalla", True),
        ("Antagande av detaljplan för Kvarnen", "Detaljplan för Kvarnen, antagande", True),
        ("Hovby förskolas framtid", "Framtiden för Hovby förskola", True),
        ("Budget 2031", "Budget 2031 och plan 2032-2033", True),
        ("Taxa för vatten och avlopp samt avfall", "Taxa för vatten, avlopp, avfall och slam", True),
        ("Svar på motion", "Svar på motion", True),
        # looks alike
        ("Taxa för bygglov", "Taxa för vatten", False),
        ("Budgetuppföljning mars", "Budgetuppföljning april", False),
        ("Budget 2031", "Budget 2032", False),
        ("Detaljplan för Kvarnen 1", "Detaljplan för Kvarnen 2", False),
        ("Svar på motion", "Svar på remiss", False),
        ("Svar på motion", "Ny simhall", False),
        ("Ärende 7", "Fråga 7", False),
        ("", "Ny simhall", False),
        ("", "", False),
    ],
)
def test_alike(left: str, right: str, same: bool) -> None:
    assert alike(left, right) is same
    assert alike(right, left) is same
