from __future__ import annotations

import pytest

from protokollgraf.extract.assignments import base_form, due_date
from protokollgraf.extract.facts import Assignment
from protokollgraf.tests.extract.minutes import found

Rows = list[tuple[str, str, str]]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Kommunchefen får i uppdrag att utreda frågan.", [("Kommunchef", "utreda frågan.", "")]),
        ("att uppdra åt kommunchefen att utreda frågan", [("Kommunchef", "utreda frågan", "")]),
        ("att ge Hanna Gren i uppdrag att ta fram en plan", [("Hanna Gren", "ta fram en plan", "")]),
        ("Socialnämnden ges i uppdrag att återkomma i maj.", [("Socialnämnden", "återkomma i maj.", "")]),
        ("Kommunchefen fick i uppdrag att utreda frågan.", [("Kommunchef", "utreda frågan.", "")]),
        ("Elin Ek (S) får i uppdrag att kalla till mötet.", [("Elin Ek", "kalla till mötet.", "")]),
        ("Styrelsen enas om att kommunchefen tar fram en plan.", [("Kommunchef", "tar fram en plan.", "")]),
        ("Arbetsgruppen får i uppdrag att utreda frågan.", [("Arbetsgrupp", "utreda frågan.", "")]),
        (
            "Kommunchefen får i uppdrag att utreda frågan senast den 1 juni 2031.",
            [("Kommunchef", "utreda frågan senast den 1 juni 2031.", "2031-06-01")],
        ),
        (  # the sentence behind it says by when
            "Kommunchefen får i uppdrag att utreda frågan.\n\nUppdraget redovisas senast 2031-06-01.",
            [("Kommunchef", "utreda frågan.", "2031-06-01")],
        ),
        (
            "Kommunstyrelsen och nämnden för vatten får i uppdrag att utreda frågan.",
            [("Kommunstyrelsen", "utreda frågan.", ""), ("Nämnden för vatten", "utreda frågan.", "")],
        ),
        (
            "Kultur- och fritidsnämnden får i uppdrag att utreda frågan.",
            [("Kultur- och fritidsnämnden", "utreda frågan.", "")],
        ),
        (
            "Ekby Bygg AB, Ekby Vatten AB samt Eks AB får i uppdrag att utreda frågan.",
            [(f"{who} AB", "utreda frågan.", "") for who in ("Ekby Bygg", "Ekby Vatten", "Eks")],
        ),
        (
            "Planen antas.\natt kommunchefen ska återrapportera senast den 1 juni 2031.",
            [("Kommunchef", "återrapportera senast den 1 juni 2031.", "2031-06-01")],
        ),
        (
            "Ärendet återremitteras till kommunchefen, som ska återkomma senast den 1 maj 2031.",
            [("Kommunchef", "återkomma senast den 1 maj 2031.", "2031-05-01")],
        ),
        ("Socialnämnden uppmanas att återkomma med en plan.", [("Socialnämnden", "återkomma med en plan.", "")]),
        (
            "Kommunchefen får i uppdrag att till den 9 maj 2031 redovisa läget.",
            [("Kommunchef", "till den 9 maj 2031 redovisa läget.", "2031-05-09")],
        ),
        (  # a date that is no date by which
            "Kommunchefen får i uppdrag att utreda frågan enligt beslut den 1 maj 2029.",
            [("Kommunchef", "utreda frågan enligt beslut den 1 maj 2029.", "")],
        ),
        ("1. Planen antas.\n2. Kommunchefen får i uppdrag att utreda frågan.", [("Kommunchef", "utreda frågan.", "")]),
        ("Planen antas.", []),
        ("Uppdraget avslutas.", []),
        ("Detta får i uppdrag att vila.", []),
        ("Kommunchefens uppdrag godkänns.", []),
        ("Redovisning av givna uppdrag läggs till handlingarna.", []),
        (
            "Vård- och omsorgschefen ska senast den 1 juni presentera en plan.",
            [("Vård- och omsorgschef", "senast den 1 juni presentera en plan.", "2031-06-01")],
        ),
    ],
)
def test_assignments_of_decisions(body: str, expected: Rows) -> None:
    assert found(f"Beslut\n{body}", Assignment) == expected


def test_what_was_decided_before_gives_no_task_now() -> None:
    body = "Bakgrund\nKommunchefen fick i uppdrag att utreda frågan.\n\nBeslut\nPlanen antas."
    assert found(body, Assignment) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Elin Ek tar upp frågan. Kommunchefen får i uppgift att kontakta regionen.",
            [("Kommunchef", "kontakta regionen.", "")],
        ),
        ("Mötet uppdrog åt Elin Ek att byta lås.", [("Elin Ek", "byta lås.", "")]),
        ("Kommunchefen fick i uppdrag den 4 maj 2030, § 12, att utreda frågan.", []),
        ("Kommunchefen har fått i uppdrag att utreda frågan.", []),
        ("Uppgift saknas.", []),
    ],
)
def test_an_item_without_a_decision_may_give_a_task(body: str, expected: Rows) -> None:
    assert found(body, Assignment) == expected


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("förbundschefen", "Förbundschef"),
        ("kommundirektören", "Kommundirektör"),
        ("kommunstyrelsen", "Kommunstyrelsen"),
        ("styrgruppen", "Styrgrupp"),
        ("kansliet", "Kansli"),
        ("Elin Ek (S)", "Elin Ek"),
        ("presidiet", "Presidiet"),
    ],
)
def test_base_form(printed: str, name: str) -> None:
    assert base_form(printed) == name


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("senast den 1 juni 2031", "2031-06-01"),
        ("senast 2031-06-01", "2031-06-01"),
        ("senast den 1 juni", "2031-06-01"),  # the year of the meeting
        ("före den 1 juni 2031", "2031-06-01"),
        ("redovisas den 1 juni 2031", "2031-06-01"),
        ("till mötet den 1 juni 2031", "2031-06-01"),
        ("enligt beslut den 1 juni 2029", ""),
        ("från den 1 juni 2031", ""),
        ("senast i juni", ""),
        ("", ""),
    ],
)
def test_due_date(text: str, due: str) -> None:
    assert due_date(text, "2031-03-04") == due
