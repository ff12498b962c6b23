from __future__ import annotations

import pytest

from protokollgraf.extract.facts import Recusal, Reservation
from protokollgraf.tests.extract.minutes import FRONT, facts, found

ERIK, EVA = ("Erik Alm", "M"), ("Eva Rönn", "SD")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Erik Alm (M) reserverar sig mot beslutet.", [(*ERIK, "reservation")]),
        (
            "Mot beslutet reserverar sig Erik Alm (M) och Eva Rönn (SD).",
            [(*ERIK, "reservation"), (*EVA, "reservation")],
        ),
        ("Reservation\nErik Alm (M) och Eva Rönn (SD)", [(*ERIK, "reservation"), (*EVA, "reservation")]),
        ("Reservation: Erik Alm (M)", [(*ERIK, "reservation")]),
        ("Erik Alm (M) reserverar sig skriftligt, bilaga 1.", [(*ERIK, "reservation")]),
        ("Vice ordföranden reserverar sig.", [(*ERIK, "reservation")]),
        ("Erik Alm reserverar sig till förmån för Eva Rönns (SD) förslag.", [(*ERIK, "reservation")]),
        ("Reservation\nErik Alm (M)\n\nVi anser att Elin Ek (S) har fel.", [(*ERIK, "reservation")]),
        ("Ledamöterna för Moderaterna reserverar sig mot beslutet.", [("", "M", "reservation")]),
        ("Erik Alm (M) lämnar en protokollsanteckning.", [(*ERIK, "statement")]),
        ("Eva Rönn (SD) antecknar till protokollet att kartan är fel.", [(*EVA, "statement")]),
        ("Särskilt yttrande från V och MP", [("", "V", "statement"), ("", "MP", "statement")]),
        (
            "Representanterna från M och KD antecknar som yttrande att tiden är kort.",
            [("", "M", "statement"), ("", "KD", "statement")],
        ),
        ("Protokollsanteckning\nErik Alm (M): Vi hade velat mer.", [(*ERIK, "statement")]),
        ("Reservation\nModeraterna", [("", "M", "reservation")]),
        ("Reservation\nM och KD", [("", "M", "reservation"), ("", "KD", "reservation")]),
        ("S-ledamöterna reserverar sig till förmån för Erik Alms yrkande.", [("", "S", "reservation")]),
        ("Reservation\nErik Alm (M) till förmån för eget förslag.", [(*ERIK, "reservation")]),
        ('Protokollsanteckning\nErik Alm (M): "Vi hade velat mer."', [(*ERIK, "statement")]),
        ("Mot beslutet anmäler Erik Alm (M) reservation.", [(*ERIK, "reservation")]),
        ("Erik Alm och Eva Rönn anmälde avvikande åsikt.", [(*ERIK, "reservation"), (*EVA, "reservation")]),
        ("Erik Alm lämnade reservation mot beslutet.", [(*ERIK, "reservation")]),
        ("Mot beslutet reserverar sig V-gruppen och Erik Alm (M).", [(*ERIK, "reservation"), ("", "V", "reservation")]),
        ("Den socialdemokratiska gruppen reserverar sig muntligt.", [("", "S", "reservation")]),
        ("Erik Alm vill ha antecknat till protokollet att tiden är kort.", [(*ERIK, "statement")]),
        ("Erik Alm lämnade ett uttalande till protokollet.", [(*ERIK, "statement")]),
        ("Erik Alm antecknade till protokollet att tiden är kort.", [(*ERIK, "statement")]),
        ("Erik Alm (M) hänvisar till ett ersättaryttrande.", [(*ERIK, "statement")]),
        ("Särskilt uttalande\nErik Alm (M)", [(*ERIK, "statement")]),
        # nothing reserved
        ("Erik Alm anmäler en avvikelse.", []),
        ("Erik Alm vill ha kaffe.", []),
        ("Deltar ej i beslutet\nErik Alm (M)", []),
        ("Ingen reservation lämnas.", []),
        ("Rummet reserveras för Elin Ek (S).", []),
        ("Handlingar\nReservation från Erik Alm (M)", []),
        ("Elin Ek (S) yttrar sig.", []),
        ("Beslut\nPlanen antas.", []),
        ("Erik Alm (M) medges lämna ett särskilt yttrande.", [(*ERIK, "statement")]),
        ('Erik Alm (M) låter anteckna följande: "Bra."', [(*ERIK, "statement")]),
        ("Protokollsanteckning\nErik Alm (M) hänvisar till ett uttalande.", [(*ERIK, "statement")]),
    ],
)
def test_reservations(body: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(body, Reservation) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Erik Alm (M) deltar inte på grund av jäv.", [ERIK]),
        ("Erik Alm deltar ej i beslutet p.g.a. jäv.", [ERIK]),
        ("Erik Alm (M) anmäler jäv och lämnar salen.", [ERIK]),
        ("Elin Ek (S) och Erik Alm (M) är jäviga och deltar inte.", [("Elin Ek", "S"), ERIK]),
        ("Vice ordföranden deltar ej p.g.a. jäv.", [ERIK]),
        ("Jäv: Erik Alm (M) anmäler jäv.", [ERIK]),
        ("Erik Alm (M) anmäler jäv. I stället tjänstgör Eva Rönn (SD).", [ERIK]),
        ("Erik Alm (M) anmäler jäv, i stället tjänstgör Eva Rönn (SD).", [ERIK]),
        ("Jäv\nErik Alm (M)", [ERIK]),
        ("Jäv\nErik Alm (M) deltar inte i ärendet.", [ERIK]),
        ("Ingen anmäler jäv.", []),
        ("Jävsreglerna presenteras av Erik Alm (M).", []),
        ("Erik Alm (M) deltar inte i mötet.", []),
        ("Bakgrund\nErik Alm (M) anmälde jäv 2029.", []),
        ("Erik Alm (M) deltar inte i ärendet eftersom han är kassör i Ekby IF.", [ERIK]),
        ("Jäv: Erik Alm (M) deltog varken i överläggning eller beslut.", [ERIK]),
        ("Erik Alm (M) deltar inte i mötet.", []),
    ],
)
def test_recusals(body: str, expected: list[tuple[str, str]]) -> None:
    assert found(body, Recusal) == expected


@pytest.mark.parametrize(
    ("words", "item"),
    [
        ("Erik Alm (M) anmäler jäv i § 3.", "3"),
        ("Erik Alm (M) anmäler jäv för paragraf 3.", "3"),
        ("Erik Alm (M) anmäler jäv i § 99.", "1"),  # there is no such item
        ("Erik Alm (M) anmäler jäv.", "1"),
    ],
)
def test_a_recusal_counts_at_the_item_that_it_concerns(words: str, item: str) -> None:
    text = f"{FRONT}§ 1 Mötets öppnande\n\n{words}\n\n§ 2 Två\n\nOrd.\n\n§ 3 Tre\n\nOrd.\n"
    assert facts(text, Recusal) == [(item, *ERIK)]
