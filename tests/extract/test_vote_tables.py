from __future__ import annotations

import pytest

from protokollgraf.extract.facts import Ballot, Vote
from protokollgraf.tests.extract.minutes import FRONT, facts, found

ROWS = [
    (1, "Elin Ek", "S", "yes"),
    (1, "Erik Alm", "M", "no"),
    (1, "Sara Lindal", "C", "abstain"),
]
SPACED = """\
Omröstning

Namn                Parti   Ja    Nej   Avstår
Elin Ek             S       X
Erik Alm            M             X
Sara Lindal         C                   X
Summa                       1     1     1
"""
TABBED = """\
Omröstning

Namn\tParti\tJa\tNej\tAvstår
Elin Ek\tS\tX\t\t
Erik Alm\tM\t\tX\t
Sara Lindal\tC\t\t\tX
"""
BARRED = """\
Omröstning

| Namn | Parti | Ja | Nej | Avstår |
| Elin Ek | S | X | | |
| Erik Alm | M | | X | |
| Sara Lindal | C | | | X |
"""
RULED = BARRED.replace("| Elin", "|---|---|---|---|---|\n| Elin", 1)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (SPACED, ROWS),
        (SPACED.replace("X", "x"), ROWS),
        (SPACED.replace("Avstår", "Avst. "), ROWS),
        (SPACED.replace("Ja    Nej   Avstår", "JA    NEJ   AVSTÅR"), ROWS),
        (TABBED, ROWS),
        (TABBED.replace("Namn\tParti", "\t"), ROWS),
        (TABBED.replace("Namn\tParti\tJa", "\t\tJa").replace("X\t\t", "X"), ROWS),
        (BARRED, ROWS),
        (RULED, ROWS),
        (SPACED.replace("C       ", "C                   "), [*ROWS[:2]]),  # a cross below no heading
        (BARRED.replace("| Erik Alm | M | | X | |", "| Erik Alm | M | X |"), [ROWS[0], ROWS[2]]),  # lost its cells
        (SPACED.replace("Sara Lindal         C                   X", "Sara Lindal         C"), ROWS[:2]),  # no cross
        ("Omröstning\n\nNamn                Parti   Ja    Nej\n", []),
        (
            "Omröstning\n\nNamn                Parti   Ja    Nej\nElin Ek             S       X\n",
            [],
        ),  # one row is no table
        ("Beslut\nJa, det sägs nej till planen.\n\nElin Ek (S)\nErik Alm (M)", []),
    ],
)
def test_ballots_of_tables(body: str, expected: list[tuple[int, str, str, str]]) -> None:
    assert found(body, Ballot) == expected


def test_the_votes_of_a_table_are_counted() -> None:
    assert [row[:4] for row in found(SPACED, Vote)] == [(1, 1, 1, 1)]


@pytest.mark.parametrize(
    ("last", "outcome"),
    [
        ("Summa               6     3     1", "yes"),
        ("Totalt              3     6     0", "no"),
        ("Summa               6     3", ""),  # below which heading?
        ("Namnteckning        6     3     1", ""),
    ],
)
def test_a_printed_sum_tells_who_won(last: str, outcome: str) -> None:
    body = SPACED.replace("Summa                       1     1     1", last)
    assert [row[5] for row in found(body, Vote)] == [outcome]


def test_a_table_in_minutes_with_short_lines() -> None:
    assert [row[1:] for row in facts(f"{FRONT}§ 5 Ny lekplats\n\n{SPACED}\n", Ballot)] == ROWS


def test_a_table_behind_its_tally() -> None:
    body = "Omröstning\nMed 1 ja-röst mot 1 nej-röst antas planen.\n\n" + SPACED.removeprefix("Omröstning\n\n")
    assert [row[:4] for row in found(body, Vote)] == [(1, 1, 1, None)]
    assert found(body, Ballot) == ROWS


def test_a_sentence_with_a_tally_is_no_heading() -> None:
    text = (
        "Votering begärs.\nMed 2 ja-röster mot 1 nej-röst och 1 som avstår beslutar styrelsen enligt förslaget.\n\n"
        "                    Ja      Nej     Avstår\n"
        "Elin Ek (S)         X\nErik Alm (M)                X\n"
        "Sara Lindal (C)     X\nNils Holmfelt (V)                   X\n"
    )
    found_votes = [row[-1] for row in found(text, Ballot)]
    assert found_votes == ["yes", "no", "yes", "abstain"]
