"""Texts whose line breaks a converter dropped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokollgraf.extract.facts import Attendance, Decision, Item, Signature
from protokollgraf.extract.run_on import unrolled
from protokollgraf.tests.extract.minutes import facts

PEOPLE = "Elin Ek (s), ordförande Erik B Alm (m) Sara Lindal (c), tjänstgör för Nils Holmfelt (v)"
FRONT = (
    "1 3 Ekby kommun SAMMANTRÄDESPROTOKOLL 1(4) Plats och tid Stora salen, Ekby, kl. 13.00-15.30 "
    f"Beslutande {PEOPLE} Övriga deltagande Hanna Gren, kommunchef 12, 13 Olof Stjern Karin Björk, sekreterare "
    "Utses att justera Erik B Alm Justeringens plats och tid Kommunhuset Paragrafer 12-13 "
    "Underskrifter Sekreterare.. Ordförande.. Justerande.. Karin Björk Elin Ek Erik B Alm "
    "ANSLAG/BEVIS Protokollet är justerat. Organ Kommunstyrelsen Sammanträdesdatum 2031-03-04"
)
CONTENTS = "2 SAMMANTRÄDESPROTOKOLL 2(4) Innehållsförteckning KS 12 Ny lekplats... 3 KS 13 Mötet avslutas... 4"
ITEM = (
    "3 SAMMANTRÄDESPROTOKOLL 3(4) KS 12 Ny lekplats Ärendebeskrivning Förvaltningen har tagit fram en plan. "
    "Beslut Kommunstyrelsen antar planen. Yrkanden Elin Ek (s) yrkar bifall."
)
LAST = "4 SAMMANTRÄDESPROTOKOLL 4(4) KS 13 Mötet avslutas Ordföranden tackar."
TEXT = "\n\n".join([FRONT, CONTENTS, ITEM, LAST])
NUMBERED = TEXT.replace("KS 1", "1")  # heads without the letters of the body


def test_a_title_page_that_runs_on() -> None:
    rows = [(r[0], r[1], *r[4:]) for r in facts(TEXT, Attendance)]
    assert rows == [
        ("Elin Ek", "S", "ordförande", "member", "", ""),
        ("Erik B Alm", "M", "", "member", "", ""),
        ("Sara Lindal", "C", "", "substitute", "", "Nils Holmfelt"),
        ("Hanna Gren", "", "kommunchef", "other", "12,13", ""),
        ("Olof Stjern", "", "", "other", "", ""),
        ("Karin Björk", "", "sekreterare", "other", "", ""),
    ]
    assert [(r[0], r[2]) for r in facts(TEXT, Signature)] == [
        ("Karin Björk", "secretary"),
        ("Elin Ek", "chair"),
        ("Erik B Alm", "adjuster"),
    ]


@pytest.mark.parametrize("text", [TEXT, NUMBERED, TEXT.replace("KS 1", "§ 1")])
def test_items_that_run_on(text: str) -> None:
    assert facts(text, Item) == [("12", "Ny lekplats"), ("13", "Mötet avslutas")]
    assert facts(text, Decision) == [("12", "Kommunstyrelsen antar planen.", "approved")]


def test_the_party_before_the_name() -> None:
    text = TEXT.replace(PEOPLE, "S Elin Ek M Ing-Marie Alm C Sara Lindal EKBP Nils Holmfelt")
    rows = [(r[0], r[1]) for r in facts(text, Attendance)][:4]
    assert rows == [("Elin Ek", "S"), ("Ing-Marie Alm", "M"), ("Sara Lindal", "C"), ("Nils Holmfelt", "EKBP")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Beslutande\nElin Ek (S)\n\n§ 12 Ny lekplats\n\n"
        + "Planen antas av kommunstyrelsen. " * 40,  # long, but no labels
        "Beslutande Elin Ek (S) Ersättare Erik Alm (M)",  # labels, but a short line
    ],
)
def test_what_does_not_run_on_stays_as_it_is(text: str) -> None:
    assert unrolled(text) == text


@given(st.lists(st.sampled_from([*FRONT.split(), *ITEM.split(), "§", "KS", "12", "\n"]), max_size=120))
def test_every_character_keeps_its_place(words: list[str]) -> None:
    text = FRONT + "\n" + " ".join(words)
    seen = unrolled(text)
    assert len(seen) == len(text)
    assert all(a in (b, " ", "\n", "§", ":") for a, b in zip(seen, text, strict=True))
