"""Title pages whose labels come first and whose names follow in one block."""

from __future__ import annotations

import pytest

from protokollgraf.extract.facts import Attendance
from protokollgraf.tests.extract.minutes import facts

HEAD = "Ekby kommun\nKommunstyrelsen\nSammanträdesprotokoll 2031-03-04\n\n"
ITEMS = "\n§ 5 Ny lekplats\n\nBeslut\nPlanen antas.\n"
MEMBERS = "Elin Ek (S), ordförande\nErik Alm (M), vice ordförande\nSara Lindal (S)\nNils Holmfelt (V)\nEva Rönn (M)\n"
FIVE = [(name, "member") for name in ("Elin Ek", "Erik Alm", "Sara Lindal", "Nils Holmfelt", "Eva Rönn")]
HANNA = ("Hanna Gren", "other")


def capacities(text: str) -> list[tuple[object, object]]:
    return [(row[0], row[5]) for row in facts(HEAD + text + ITEMS, Attendance)]


def test_as_many_blocks_as_labels_are_dealt_in_order() -> None:
    text = (
        "Beslutande ledamöter\nTjänstgörande ersättare\nNärvarande ersättare\nJusterare\n\n"
        "Elin Ek (S), ordförande\nErik Alm (M) § 5\n\nOlof Stjern (S) ersätter Bo Lind (S)\n\n"
        "Karin Björk (V)\n\nErik Alm\n"
    )
    assert capacities(text) == [
        ("Elin Ek", "member"), ("Erik Alm", "member"), ("Olof Stjern", "substitute"), ("Karin Björk", "nonvoting"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Beslutande\nÖvriga deltagande\n{MEMBERS}Hanna Gren, kommunchef", [*FIVE, HANNA]),
        (  # the parties begin anew with the substitutes
            "Beslutande\nErsättare\nÖvriga deltagande\n"
            f"{MEMBERS}Olof Stjern (S)\nKarin Björk (V)\nHanna Gren, kommunchef",
            [*FIVE, ("Olof Stjern", "nonvoting"), ("Karin Björk", "nonvoting"), HANNA],
        ),
        (  # who serves is told beside the name
            f"Beslutande\nErsättare\nUtses att justera\n{MEMBERS}Olof Stjern (S) ersätter Bo Lind (S)\nElin Ek",
            [*FIVE, ("Olof Stjern", "substitute")],
        ),
        (  # no parties: officials have a title
            "Beslutande\nÖvriga deltagande\nElin Ek, ordförande\nErik Alm\nHanna Gren, kommunchef",
            [("Elin Ek", "member"), ("Erik Alm", "member"), HANNA],
        ),
        (  # without a chair at its head the list is that of the label right above
            "Beslutande\nÖvriga deltagande\nHanna Gren, kommunchef\nKarin Björk, sekreterare",
            [HANNA, ("Karin Björk", "other")],
        ),
        (f"Beslutande\n{MEMBERS}\nÖvriga deltagande\nHanna Gren, kommunchef", [*FIVE, HANNA]),
    ],
)
def test_which_label_each_person_belongs_to(text: str, expected: list[tuple[str, str]]) -> None:
    assert capacities(text) == expected
