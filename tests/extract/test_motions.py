from __future__ import annotations

import pytest

from protokollgraf.extract.facts import Motion
from protokollgraf.tests.extract.minutes import facts, found, minutes

Rows = list[tuple[str, str, str]]
ELIN, ERIK, SARA = ("Elin Ek", "S"), ("Erik Alm", "M"), ("Sara Lindal", "C")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Elin Ek (S) yrkar bifall till förslaget.", [(*ELIN, "approve")]),
        ("Elin Ek (S) yrkade bifall till förslaget.", [(*ELIN, "approve")]),
        ("Elin Ek (S) yrkar att förslaget bifalls.", [(*ELIN, "approve")]),
        ("Elin Ek (S) yrkar avslag.", [(*ELIN, "reject")]),
        ("Elin Ek (S) yrkar att motionen avslås.", [(*ELIN, "reject")]),
        ("Elin Ek (S) yrkar återremiss.", [(*ELIN, "refer")]),
        ("Elin Ek (S) yrkar att ärendet återremitteras.", [(*ELIN, "refer")]),
        ("Elin Ek (S) yrkar att ärendet bordläggs.", [(*ELIN, "postpone")]),
        ("Elin Ek (S) yrkar bordläggning.", [(*ELIN, "postpone")]),
        ("Elin Ek (S) yrkar bifall med följande ändring: 5 ersätts av 6.", [(*ELIN, "amend")]),
        ("Elin Ek (S) yrkar som tillägg att planen följs upp.", [(*ELIN, "add")]),
        ("Elin Ek (S) tilläggsyrkar att planen följs upp.", [(*ELIN, "add")]),
        ("Elin Ek (S) yrkar att mötet spelas in.", [(*ELIN, "other")]),
        ("Elin Ek yrkar bifall till planen och avslag på motionen.", [(*ELIN, "approve"), (*ELIN, "reject")]),
        ("Elin Ek (S) yrkar i första hand återremiss och i andra hand avslag.", [(*ELIN, "refer"), (*ELIN, "reject")]),
        ("Elin Ek (S), Erik Alm (M) samt Sara Lindal (C) yrkar bifall.", [(*m, "approve") for m in (ELIN, ERIK, SARA)]),
        ("Vidare yrkar Elin Ek (S) avslag.", [(*ELIN, "reject")]),
        ("Ordföranden yrkar bifall.", [(*ELIN, "approve")]),
        ("Moderaterna yrkar återremiss.", [("", "M", "refer")]),
        ("Yrkanden\nV, S och MP yrkar bifall.", [("", "V", "approve"), ("", "S", "approve"), ("", "MP", "approve")]),
        ("Yrkanden\nElin Ek (S): bifall till planen.", [(*ELIN, "approve")]),
        ("Yrkanden\nElin Ek (S) yrkar avslag.\n\nErik Alm (M) instämmer.", [(*ELIN, "reject"), (*ERIK, "reject")]),
        ("Elin Ek (S) yrkar bifall. Elin Ek (S) yrkar bifall.", [(*ELIN, "approve")]),  # each stance once
        ("Handlingar\nTilläggsyrkande från V och MP\n\nBeslut\nPlanen antas.", [("", "V", "add"), ("", "MP", "add")]),
        ("Handlingar\nÅterremissyrkande från SD\n\nBeslut\nPlanen antas.", [("", "SD", "refer")]),
        ("Elin Ek (S) yrkar avslag. Erik Alm (M) instämmer.", [(*ELIN, "reject"), (*ERIK, "reject")]),
        ("Elin Ek yrkade återremiss. Erik Alm instämde i återremissen.", [(*ELIN, "refer"), (*ERIK, "refer")]),
        ("Elin Ek (S) yrkar bifall, likaså Erik Alm (M).", [(*ELIN, "approve"), (*ERIK, "approve")]),
        (
            "Elin Ek (S) yrkar bifall till planen. Ek yrkar dessutom avslag på motionen.",
            [(*ELIN, "approve"), (*ELIN, "reject")],
        ),
        (
            "Elin Ek (S) föreslog, understödd av Erik Alm (M), att ärendet återremitteras.",
            [(*ELIN, "refer"), (*ERIK, "refer")],
        ),
        (
            "Under mötet föreslog Elin Ek (S), understödd av Erik Alm (M), att ärendet bordläggs.",
            [(*ELIN, "postpone"), (*ERIK, "postpone")],
        ),
        (
            "Diskussion\nElin Ek föreslog att avgiften sänks. Förslaget understöddes av Erik Alm.",
            [(*ELIN, "amend"), (*ERIK, "amend")],
        ),
        (
            "Elin Ek föreslog som ändring att bänken målas. Erik Alm understödde förslaget.",
            [(*ELIN, "amend"), (*ERIK, "amend")],
        ),
        ("Diskussion\nElin Ek föreslog att planen förkastas.", [(*ELIN, "reject")]),
        ("Elin Ek (S) ville avslå ansökan.", [(*ELIN, "reject")]),
        (
            "Yrkanden\nElin Ek (S), med instämmande av Erik Alm (M), föreslår avslag.",
            [(*ELIN, "reject"), (*ERIK, "reject")],
        ),
        ("Yrkanden\nElin Ek (S) föreslår alternativ B.", [(*ELIN, "other")]),
        ("Elin Ek (S) yrkar att nämnden beslutar i enlighet med förvaltningens förslag.", [(*ELIN, "approve")]),
        ("Elin Ek m.fl. (S) yrkar bifall.", [(*ELIN, "approve")]),
        (
            "Yrkanden\nElin Ek (S) yrkar\ndels bifall till planen,\ndels avslag på motionen.",
            [(*ELIN, "approve"), (*ELIN, "reject")],
        ),
        ("Handlingar\nPlan för vatten\nElin Ek (S) yrkar avslag på planen.", [(*ELIN, "reject")]),
        ("Elin Ek (S) yrkar att priset ska vara 900 kronor.", [(*ELIN, "amend")]),
        # no yrkande
        ("Elin Ek (S) yrkar avslag. Förslaget fick inget understöd.", [(*ELIN, "reject")]),
        ("Erik Alm (M) instämmer i att läget är svårt.", []),
        ("Förslag till beslut på sammanträdet\nOrdföranden föreslår att nämnden godkänner planen.", []),
        ("Diskussion\nKommunchefen föreslog att frågan tas upp i maj.", []),
        ("Votering\nDen som vill avslå Elin Eks yrkande röstar nej.", []),
        ("Beslutsgång\nDen som vill bifalla Elin Eks (S) förslag röstar ja.", []),
        ("Yrkanden\nErik Alm (M) instämmer.", []),  # with what?
        ("Ingen yrkar avslag.", []),
        ("Ordföranden ställer proposition på Erik Alms yrkande om avslag.", []),
        ("Handlingar\nÅterremissyrkande från SD\n\nBeslut\nÄrendet bordläggs.", []),  # not dealt with at this meeting
        ("Handlingar\nYrkande från V\n\nBeslut\nPlanen antas.", []),  # a plain one
        ("Motion av Erik Alm (M) om bifall till bad.", []),
        ("Omröstning\nDen som bifaller Elin Ek (S) yrkande röstar ja.", []),
        ("Bakgrund\nElin Ek talar om yrket.", []),
        ("Yttranden och yrkanden\nElin Ek (S) tillstyrker kommunstyrelsens förslag.", [(*ELIN, "approve")]),
        ("Elin Ek (S) föreslår ett tillägg i punkt 2.", [(*ELIN, "add")]),
        ("Yrkande\nElin Ek (S): Tillägg - en panel inrättas.", [(*ELIN, "add")]),
        ("Yrkanden\nElin Ek (S) föreslår att höjningen stannar vid 4 procent.", [(*ELIN, "amend")]),
        ("Elin Ek (S) yrkar att avgiften lämnas oförändrad.", [(*ELIN, "amend")]),
        ("Elin Ek (S) lägger ett tilläggsyrkande om en mottagning.", [(*ELIN, "add")]),
        ("Yrkanden\nElin Ek (S): Motionen ska anses besvarad.", [(*ELIN, "other")]),
        (
            "Förslag till beslut\nElin Ek (S) och Erik Alm (M): Bifall till planen.",
            [(*ELIN, "approve"), (*ERIK, "approve")],
        ),
        (
            "Förslag till beslut\nElin Ek (S): I första hand återremiss för ny budget. I andra hand avslag på planen.",
            [(*ELIN, "refer"), (*ELIN, "reject")],
        ),
        ("Förslag till beslut\nElin Ek (S): Planen antas.", []),  # a proposal in words of her own
        ("Elin Ek (S) yrkar avslag på såväl återremissen som motionen.", [(*ELIN, "reject")]),
        ("Yrkanden\nElin Ek (S) yrkar åtta turer om dagen.", [(*ELIN, "other")]),
        ("Tilläggsyrkande\nElin Ek (S) föreslår att texten får en mening om byar.", [(*ELIN, "add")]),
    ],
)
def test_motions(body: str, expected: Rows) -> None:
    assert found(body, Motion) == expected


def test_a_yrkande_that_is_the_matter_itself() -> None:
    text = minutes("Beslut\nÄrendet bordläggs.", title="Yrkande från V om gratis bad")
    assert facts(text, Motion) == [("5", "", "V", "other")]


def test_a_mover_whose_given_name_is_in_no_list() -> None:
    assert found("Qvixo Dahl (L) yrkar avslag.", Motion) == [("Qvixo Dahl", "L", "reject")]


def test_a_mover_who_is_known_from_another_place() -> None:
    assert found("Qvixo Dahl (L) talar. Qvixo Dahl yrkar avslag.", Motion) == [("Qvixo Dahl", "L", "reject")]
