from __future__ import annotations

import pytest

from protokollgraf.extract.facts import Signature
from protokollgraf.extract.signatures import role_in
from protokollgraf.tests.extract.minutes import FRONT, facts, minutes, wrong

KARIN, ELIN, ERIK = ("Karin Björk", "secretary"), ("Elin Ek", "chair"), ("Erik Alm", "adjuster")
ITEMS = "§ 5 Ny lekplats\n\nBeslut\nPlanen antas.\n\n§ 6 Mötet avslutas\n\nTack.\n\n"


def signers(tail: str = "", front: str = "") -> list[tuple[object, object]]:
    return [(row[0], row[2]) for row in facts(FRONT + front + ITEMS + tail, Signature)]


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ("Underskrifter\nSekreterare: Karin Björk\nOrdförande: Elin Ek\nJusterare: Erik Alm\n", [KARIN, ELIN, ERIK]),
        ("Underskrifter\nSekreterare\nKarin Björk\nOrdförande\nElin Ek\nJusterare\nErik Alm\n", [KARIN, ELIN, ERIK]),
        (
            "Underskrifter\n\nKarin Björk\nSekreterare\n\nElin Ek\nOrdförande\n\nErik Alm\nJusterare\n",
            [KARIN, ELIN, ERIK],
        ),
        ("Underskrifter\nKarin Björk, sekreterare\nElin Ek, ordförande\nErik Alm, justerare\n", [KARIN, ELIN, ERIK]),
        (
            "Underskrifter\nKarin Björk    Elin Ek    Erik Alm\nSekreterare    Ordförande    Justerare\n",
            [KARIN, ELIN, ERIK],
        ),
        (
            "Underskrifter\nSekreterare    Ordförande    Justerare\nKarin Björk    Elin Ek    Erik Alm\n",
            [KARIN, ELIN, ERIK],
        ),
        ("Sekreterare\n\nKarin Björk\n\nJusteras\n\nElin Ek    Erik Alm\nOrdförande    Justerare\n", [ELIN, ERIK]),
        ("Underskrifter\nSekreterare ........................\n            Karin Björk\n", [KARIN]),
        ("Underskrifter\nTjänstgörande ordförande: Elin Ek\n", [ELIN]),
        (
            "Underskrifter\nSekreterare     Karin Björk\nOrdförande      Elin Ek\nJusterare       Erik Alm\n",
            [KARIN, ELIN, ERIK],
        ),
        (
            "Vid anteckningarna              Justeras\n\nKarin Björk                     Elin Ek\n"
            "sekreterare                     ordförande\n\n"
            "Signerat: Karin Björk 2031-03-10 08:00, Elin Ek 2031-03-11 09:00",
            [KARIN, ELIN],
        ),
        ("Underskrifter\nVice ordförande: Elin Ek\n", []),  # signs as nothing that the table has
        ("ANSLAG/BEVIS\nUnderskrift\nKarin Björk\n", []),  # she signs that the notice was put up
        ("Bilaga 1\n\nPlan av Olof Stjern\n", []),
        ("", []),
        (
            "Vid protokollet\n\nKarin Björk\nSekreterare\n\nElin Ek\nOrdförande\n\nErik Alm\nJusterare\n",
            [KARIN, ELIN, ERIK],
        ),
        wrong(
            "Vid protokollet\n\nKarin Björk\n\nJusteras\n\nElin Ek    Erik Alm\nOrdförande    Justerare\n",
            [KARIN, ELIN, ERIK],
            reason="`Vid protokollet` is a label of the list of those present, so that she is lost",
        ),
        ("Vid protokollet\n\nKarin Björk\n\nUnderskrifter\nOrdförande: Elin Ek\n", [KARIN, ELIN]),
    ],
)
def test_signature_pages(tail: str, expected: list[tuple[str, str]]) -> None:
    assert signers(tail) == expected


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("Utses att justera: Erik Alm\n\n", [ERIK]),
        ("Justerare: Erik Alm\n\n", [ERIK]),
        (
            "Underskrifter\nSekreterare   Karin Björk\nOrdförande   Elin Ek\nJusterare   Erik Alm\n\n",
            [KARIN, ELIN, ERIK],
        ),
        ("Utses att justera: Erik Alm (M) och Sara Lindal (C)\n\n", [ERIK, ("Sara Lindal", "adjuster")]),
        ("Justerare: Erik Alm (M) och Sara Lindal (C)\n\n", [ERIK, ("Sara Lindal", "adjuster")]),
        ("Utses att justera: Erik Alm\n\nUnderskrifter\nJusterare   Sara Lindal\n\n", [("Sara Lindal", "adjuster")]),
    ],
)
def test_signers_of_the_title_page(front: str, expected: list[tuple[str, str]]) -> None:
    assert signers(front=front) == expected


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ordförande", "chair"),
        ("Tjg. ordf.", "chair"),
        ("Vice ordförande", ""),
        ("Sekreterare", "secretary"),
        ("Nämndsekreterare", "secretary"),
        ("Vid protokollet", "secretary"),
        ("Justerare", "adjuster"),
        ("Justeringsperson", "adjuster"),
        ("Sekreterare och justerare", "secretary"),  # the one named first
        ("Kommunchef", ""),
        ("", ""),
    ],
)
def test_role_in(text: str, role: str) -> None:
    assert role_in(text) == role


def test_roles_right_of_the_names() -> None:
    signed = "Elin Ek (S)                ordförande\nErik Alm (M)               justerare\n"
    text = minutes("Ord.", front=f"{FRONT}Paragrafer: 4-5\n\n{signed}Karin Björk                sekreterare\n\n")
    assert [row[:3] for row in facts(text, Signature)] == [
        ("Elin Ek", "S", "chair"),
        ("Erik Alm", "M", "adjuster"),
        ("Karin Björk", "", "secretary"),
    ]


def test_adjusters_of_the_title_page_do_not_turn_the_signers_round() -> None:
    tail = "Underskrifter\nSekreterare     Karin Björk\nOrdförande      Elin Ek\nJusterare       Erik Alm\n"
    assert signers(tail, "Justering\nErik Alm (M) och Sara Lindal (C)\n\n") == [KARIN, ELIN, ERIK]
