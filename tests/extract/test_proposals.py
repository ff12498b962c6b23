from __future__ import annotations

import pytest

from protokollgraf.extract.facts import Proposal
from protokollgraf.extract.proposals import organ
from protokollgraf.tests.extract.minutes import found

Rows = list[tuple[str, str]]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Förslag till beslut\nPlanen antas.", [("", "Planen antas.")]),
        ("Förslag till beslut: Planen antas.", [("", "Planen antas.")]),
        (
            "Arbetsutskottets förslag till beslut\n1. Planen antas.\n2. Motionen avslås.",
            [("arbetsutskottet", "Planen antas."), ("arbetsutskottet", "Motionen avslås.")],
        ),
        (
            "Presidiet föreslår styrelsen besluta\n\natt anta planen\natt avslå motionen",
            [("presidiet", "anta planen"), ("presidiet", "avslå motionen")],
        ),
        ("Kommunchefens förslag till beslut\nPlanen antas.", [("kommunchefen", "Planen antas.")]),
        ("Ordförandens förslag\nPlanen antas.", [("ordföranden", "Planen antas.")]),
        (
            "Ordföranden föreslår att Erik Alm utses till justerare.",
            [("ordföranden", "Erik Alm utses till justerare.")],
        ),
        ("Elin Ek (S) föreslår att ärendet bordläggs.", [("Elin Ek", "ärendet bordläggs.")]),
        ("Förvaltningen föreslår nämnden besluta att anta planen.", [("förvaltningen", "anta planen.")]),
        ("Erik Alm (M) yrkar att planen kompletteras.", [("Erik Alm", "planen kompletteras.")]),
        (
            "Elin Ek (S) och Erik Alm (M) yrkar att planen kompletteras.",
            [("Elin Ek", "planen kompletteras."), ("Erik Alm", "planen kompletteras.")],
        ),
        ("Beslut\nPå förslag av Elin Ek: Planen antas.", [("Elin Ek", "Planen antas.")]),
        (
            "Förslag till beslut\nHanna Gren presenterar planen. Ordföranden föreslår att ärendet bordläggs.",
            [("ordföranden", "ärendet bordläggs.")],
        ),
        (
            "Direktören föreslår\natt planen antas,\natt motionen avslås.",
            [("direktören", "planen antas"), ("direktören", "motionen avslås.")],
        ),
        (
            "Förslag till beslut\nNämnden antar planen. Den gäller i år.\nParagrafen förklaras omedelbart justerad.",
            [("", "Nämnden antar planen. Den gäller i år."), ("", "Paragrafen förklaras omedelbart justerad.")],
        ),
        (
            "Kommunchefens förslag:\nKommunstyrelsen föreslår för kommunfullmäktige att planen antas.\n"
            "Kommunstyrelsen föreslår för kommunfullmäktige att taxan fastställs.",
            [("kommunchefen", "planen antas."), ("kommunchefen", "taxan fastställs.")],
        ),
        ("Elin Ek (S) föreslog som ändring att bänken flyttas.", [("Elin Ek", "bänken flyttas.")]),
        ("Styrelsen föreslog att avgiften höjs.", [("styrelsen", "avgiften höjs.")]),
        ("Elin Ek (S) yrkade att avgiften sänks.", [("Elin Ek", "avgiften sänks.")]),
        ("Elin Ek (S) yrkar, som tillägg till planen, att bänken målas.", [("Elin Ek", "bänken målas.")]),
        (
            "Valberedningen föreslår Erik Alm (M) till ny ledamot.",
            [("valberedningen", "Erik Alm (M) till ny ledamot.")],
        ),
        (
            "Ordföranden meddelar att Erik Alm (M) har en fråga och föreslår att den tas upp sist.",
            [("ordföranden", "den tas upp sist.")],
        ),
        (
            "Kommunchefens förslag\nPlanen antas.\n\nErik Alm (M) föreslog som ändring att bänken flyttas.",
            [("kommunchefen", "Planen antas."), ("Erik Alm", "bänken flyttas.")],
        ),
        (
            "Styrelsens förslag: Planen antas.\n\nErik Alm (M) yrkade bifall. Elin Ek (S) instämde.",
            [("styrelsen", "Planen antas.")],
        ),
        # what is proposed for nothing
        ("Nämnden föreslog 2029 att avgiften höjs.", []),  # history
        ("Elin Ek (S) yrkar att ärendet ska avgöras idag.", []),
        ("Elin Ek föreslår i ett medborgarförslag att stigen förses med belysning.", []),
        ("Förslag till beslut\nElin Ek (S): Bifall till planen.", []),
        ("Erik Alm (M) yrkar bifall.", []),
        ("Elin Ek föreslår bifall till planen.", []),
        ("Kommunstyrelsens förslag till kommunfullmäktige\nPlanen antas.", []),  # a decision of this meeting
        ("Planen föreslår en ny väg.", []),
        ("Ordföranden frågar om planen kan antas.", []),
        ("Förslag till beslut\nOrdföranden frågar om planen kan antas.", []),
        ("Förslag till beslut", []),
        ("Förslag till beslut\nPlanen antas.\nAvgift", [("", "Planen antas.")]),  # a heading with nothing below it
        ("Ordföranden föreslår att proposition först ställs på bifall.", []),  # how to vote, not what to decide
        ("Beslut\nPlanen antas.", []),
        (  # a row for each att-sats, as decisions have
            "Förslag till beslut\n\nElin Ek (S) föreslår att anta planen samt att avslå motionen.",
            [("Elin Ek", "anta planen"), ("Elin Ek", "avslå motionen.")],
        ),
        ("Förslag till beslut\nPlanen antas. Erik Alm (M) yrkar avslag.", [("", "Planen antas.")]),
        ("Förslag: Planen antas.\n\nBeslut: Enligt förslag.", [("", "Planen antas.")]),
        ("Presidiet föreslår styrelsen\natt anta planen\n\nBeslut\nPlanen antas.", [("presidiet", "anta planen")]),
        ("Förslag av ordföranden\natt anta planen\n\nBeslut\nPlanen antas.", [("ordföranden", "anta planen")]),
        ("Elin Ek (S) vill ha en plan och yrkar att så ska ske.", []),
    ],
)
def test_proposals(body: str, expected: Rows) -> None:
    assert found(body, Proposal) == expected


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Ordförande", "ordföranden"),
        ("Ordförandens", "ordföranden"),
        ("Presidiets", "presidiet"),
        ("Arbetsutskottets", "arbetsutskottet"),
        ("ARBETSUTSKOTTETS", "arbetsutskottet"),
        ("Förvaltningens", "förvaltningen"),
        ("kommunchefen", "kommunchefen"),
        ("Socialnämnden", "socialnämnden"),
        ("", ""),
    ],
)
def test_organ(printed: str, name: str) -> None:
    assert organ(printed) == name
