"""Which lines gave something: each line of a text with its part and status."""

from __future__ import annotations

import pytest

from protokollgraf.extract.pipeline import annotated
from protokollgraf.extract.unread import Piece, Spans, pieces
from protokollgraf.tests.extract.minutes import FRONT, minutes, reading


def told(text: str, line: str) -> list[tuple[str, str]]:
    """(part, status) of the pieces of the line that begins with these words, in order."""
    start = text.index(f"\n{line}") + 1
    end = text.index("\n", start)
    return [(one.part, one.status) for one in every(text) if start <= one.start < end]


def every(text: str) -> list[Piece]:
    return pieces(annotated(reading(text))[0])


@pytest.mark.parametrize(
    ("added", "line", "expected"),
    [
        ("", "Elin Ek (S), ordförande", [("people", "fact")]),
        ("", "Beslutande:", [("people", "structure")]),
        ("", "Plats och tid: Stora", [("title page", "structure"), ("title page", "fact")]),
        ("", "Kommunstyrelsen", [("title page", "fact")]),
        ("Inbjudna föredragande:\nLyckoslanten\n", "Lyckoslanten", [("people", "unread")]),
        ("Ersättare:\nSe bifogad lista\n", "Se bifogad lista", [("people", "structure")]),
        ("Ersättare:\nVakant (M)\n", "Vakant (M)", [("people", "structure")]),
        ("Justerare: Sara Lindal\n", "Justerare", [("signatures", "structure"), ("signatures", "fact")]),
        ("Underskrifter:\nLyckoslanten delas ut till dem som kan visa att de har gjort något gott för bygden, och "
         "det är många\n", "Lyckoslanten", [("signatures", "unread")]),
        ("ANSLAG/BEVIS\nProtokollet är justerat\n", "Protokollet är", [("notice", "structure")]),
        ("Dagordning\n1. Upprop\n", "1. Upprop", [("agenda", "structure")]),
    ],
)  # fmt: skip
def test_of_the_title_page(added: str, line: str, expected: list[tuple[str, str]]) -> None:
    assert told(minutes("Planen antas.", front=FRONT + added + "\n"), line) == expected


@pytest.mark.parametrize(
    ("body", "line", "status"),
    [
        ("Beslut\nPlanen antas.", "Beslut\n", "structure"),
        ("Beslut\nPlanen antas.", "Planen", "fact"),
        ("Bakgrund\nByn är gammal.", "Byn", "text"),
        ("Yrkanden\nElin Ek (S) yrkar bifall.", "Elin Ek (S) yrkar", "fact"),
        ("Yrkanden\nDet var en gång en by.", "Det var", "unread"),
        ("Yrkanden\nOrdföranden ställer proposition på förslaget och finner att det bifalls.", "Ordföranden", "text"),
        ("Beslut\nEnligt kontorets förslag:\natt anta planen", "Enligt", "structure"),
        ("Beslut\nPlanen antas.\nSara Lindal (C) lämnar sammanträdet.", "Sara Lindal (C) lämnar", "text"),
        ("Votering\nNamn    Ja    Nej\nElin Ek (S)    X", "Namn", "structure"),
        ("Reservation\nElin Ek (S) reserverar sig mot beslutet.\nPlanen är dålig.", "Planen", "text"),
        ("Reservation\nPlanen är dålig.", "Planen", "unread"),
        ("Handlingar\n| Post | Utfall |", "| Post", "text"),
    ],
)
def test_of_the_items(body: str, line: str, status: str) -> None:
    assert told(minutes(body), line) == [("item", status)]


@pytest.mark.parametrize(
    ("tail", "line", "expected"),
    [
        ("Vid protokollet\nKarin Björk\n", "Karin Björk\n", [("signatures", "fact")]),
        ("Bilaga 2\nEn lång berättelse om byn\n", "En lång", [("end", "text")]),
    ],
)
def test_behind_the_items(tail: str, line: str, expected: list[tuple[str, str]]) -> None:
    assert told(minutes("Planen antas.", tail=tail), line) == expected


def test_every_line_is_told_once_and_in_order() -> None:
    text = minutes("Beslut\nPlanen antas.", tail="Vid protokollet\nKarin Björk\n")
    found = every(text)
    assert [one.start for one in found] == sorted({one.start for one in found})
    printed = {i for i, line in enumerate(text.split("\n")) if line.strip()}
    assert {text.count("\n", 0, one.start) for one in found} == printed
    assert all(one.text == text[one.start : one.end] for one in found)


@pytest.mark.parametrize(
    ("start", "end", "touched"),
    [(0, 2, False), (0, 3, True), (4, 5, True), (8, 9, True), (9, 12, False), (12, 13, True)],
)
def test_spans(start: int, end: int, touched: bool) -> None:
    assert Spans([(5, 9), (2, 6), (12, 13)]).touch(start, end) is touched
