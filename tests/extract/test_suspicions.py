"""What may have been missed: (text, the line that is named and why), and look-alikes that are not named."""

from __future__ import annotations

import pytest

from protokollgraf.extract.pipeline import annotated
from protokollgraf.extract.suspicions import suspicions
from protokollgraf.extract.unread import pieces
from protokollgraf.tests.extract.minutes import FRONT, minutes, reading


def named(text: str, but: int = 5) -> list[tuple[str, str]]:
    """(first words, why) of what ranks below `but`, the likeliest first."""
    doc, _ = annotated(reading(text))
    return [(text[s.start : s.end].split("\n")[0][:40], s.why) for s in suspicions(doc, pieces(doc)) if s.rank < but]


MINUTES = minutes("Beslut\nPlanen antas.")
HEAD = "may begin an item (§), and begins none"
LABEL = "stands among the people: a label or heading that is not known?"
ROLE = "what was read as somebody's role is none"


def test_plain_minutes_name_nothing() -> None:
    assert named(MINUTES, but=99) == []


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("Folkvalda:\nKim Alm (S)\n", [("Folkvalda:", LABEL)]),
        ("GÄSTABUD OCH VÄNNER\nKim Alm (S)\n", [("GÄSTABUD OCH VÄNNER", LABEL)]),
        ("Ersättare:\nKim Alm (S) för den som inte kom\n", [("Kim Alm (S) för den som inte kom", ROLE)]),
        ("Ersättare:\nKim Alm (S), nej\n", [("Kim Alm (S), nej", ROLE)]),
        ("Ersättare:\nKim Alm (S), mark- och skogschef\n", []),
        ("Ersättare:\nKim Alm (S), ledamot Ekby bolag AB\n", []),
        ("Ersättare:\nKim Alm (S), ordf\nlngrid Dahl (M)\n",
         [("Kim Alm (S), ordf", "may be two people, read as one")]),
        ("Ersättare:\nKim Alm (S) ersätter Bo Dahl (M)\n", []),
        ("Ersättare:\nVakant (S)\n", []),
        ("Ersättare:\nSe nästa sida\n", []),
    ],
)  # fmt: skip
def test_people(front: str, expected: list[tuple[str, str]]) -> None:
    assert named(MINUTES.replace("Övriga deltagare:", f"{front}\nÖvriga deltagare:")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (MINUTES + "§ 6 Slut\n\nTack.\n\nSe protokollet § 7\n\n§ 8 Sist\n", []),
        (MINUTES + "$ 6\nVal\n\nTack.\n\n§ 7 Slut\n\nTack.\n", [("$ 6", HEAD)]),
        (MINUTES.replace("§ 5 ", "Kommunstyrelsen i Ekby         § 5     ").replace("§ 4 ", "Kommunstyrelsen   § 4   "),
         [("§ 4", HEAD), ("§ 5", HEAD)]),
        (MINUTES.replace("Plats och tid", "Paragrafer: §§ 4-6\n\nPlats och tid") + "6 Val av gäster\n\nTack.\n",
         [("6 Val av gäster", "begins with the number of a § that is missing")]),
    ],
)  # fmt: skip
def test_heads(text: str, expected: list[tuple[str, str]]) -> None:
    assert [row for row in named(text) if "§" in row[1]] == expected


def test_a_run_of_numbers_where_no_item_was_found() -> None:
    text = FRONT + "1. Mötet öppnas\nTack.\n2. Val av justerare\nTack.\n3. Övriga frågor\nTack.\n"
    assert [words for words, why in named(text) if why == "is numbered like an item, and begins none"] == [
        "1. Mötet öppnas",
        "2. Val av justerare",
        "3. Övriga frågor",
    ]


COUNTS = "counts votes, and gave no votering"
DECIDES = "the body decides, and no decision was read"
MOVES = "somebody moves, and no motion was read"
DISSENTS = "speaks of a reservation or statement, and none was read"
TELLS = "somebody tells of something, and is no presenter"
HEADING = "stands as a heading, and is none that is known"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Diskussion\nDå röstade 2 för det ena och 3 för det andra förslaget.", [COUNTS]),
        ("Votering\nMed 3 ja-röster mot 2 nej-röster antas planen.", []),
        ("Bakgrund\nI fjol röstade 2 för det ena förslaget.", []),
        ("Hur var och en röstar framgår av bilaga 4.", []),
        ("Ja: Elin Ek (S), Erik Alm (M)\nNej: Sara Lindal (C)\nUtfallet blir 3 ja och 1 nej.",
         ["the votes cast do not add up to the tally"]),
        ("Utfallet blir 2 ja och 1 nej. Nej röstar Sara Lindal (C). Övriga röstar ja.", []),
        ("Beslutades att köpa en spis.\n\nBeslut\nPlanen antas.", [DECIDES]),
        ("Kommunstyrelsen beslutade 2030-02-03 att köpa en spis.\n\nBeslut\nPlanen antas.", []),
        ("Diskussion\nElin Ek (S) lade fram ett eget förslag.\n\nBeslut\nPlanen antas.", [MOVES]),
        ("Yrkanden\nElin Ek (S) yrkar bifall.\n\nBeslut\nPlanen antas.", []),
        ("Beslut\nPlanen antas.\n\nDe som ville lämnade en protokollsanteckning.", [DISSENTS]),
        ("Beslut\nPlanen antas.\n\nReservation\nElin Ek (S) reserverar sig mot beslutet.", []),
        ("Beslut\nInformationen noteras till protokollet.", []),
        ("Beslut\nPlanen antas.\n\nIngen reservation anmäldes.", []),
        ("Diskussion\nElin Ek (S) beskrev planen.\n\nBeslut\nPlanen antas.", [TELLS]),
        ("Diskussion\nHanna Gren informerar om planen.\n\nBeslut\nPlanen antas.", []),
        ("Beslut\nPlanen antas.\n\nVillkor för bygget\n\nHuset ska vara rött.", [HEADING]),
    ],
)  # fmt: skip
def test_items(body: str, expected: list[str]) -> None:
    assert [why for _, why in named(minutes(body))] == expected


def test_an_item_without_a_decision_that_has_a_heading_for_one() -> None:
    assert named(minutes("Beslut\n")) == [("Beslut", "a heading for a decision, and none was read")]


def test_signers_that_are_too_many() -> None:
    tail = "Vid protokollet\nKarin Björk\nKim Alm\nBo Dahl\nUlla Ek\n"
    names = ("Karin Björk", "Kim Alm", "Bo Dahl", "Ulla Ek")
    assert any("signer number" in why or words in names for words, why in named(minutes("Planen antas.", tail=tail)))


def test_a_meeting_without_a_date() -> None:
    text = MINUTES.replace("Sammanträdesprotokoll 2031-03-04", "Sammanträdesprotokoll").replace(
        "kl. 13.00-15.30", "lördag 3 maj"
    )
    found = named(text)
    assert [why for _, why in found if "date" in why] == ["tells a day, and the meeting has no date"]
