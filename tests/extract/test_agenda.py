from __future__ import annotations

import pytest

from protokollgraf.extract.agenda import agenda
from protokollgraf.extract.facts import Decision, Item, Presenter, Reference
from protokollgraf.extract.items import key
from protokollgraf.extract.layout import layout
from protokollgraf.tests.extract.minutes import FRONT, facts, reading

ITEMS = "§ 11 Mötet öppnas\n\nOrd.\n\n§ 12 Ny lekplats\n\nBeslut\nPlanen antas.\n\n§ 13 Mötet avslutas\n\nTack.\n"
POINTS = """\
Dagordning

1. Mötet öppnas

2. Ny lekplats
Information av Olof Stjern
Handlingar: Karta över lekplatsen

3. Mötet avslutas

"""
SENT = FRONT + POINTS + ITEMS


def points(text: str) -> dict[str, tuple[int, str, int, int]]:
    """Item → number, title, and how many documents and lines of presenters its point has."""
    found = agenda(layout(reading(text)))
    return {item: (p.number, p.title, len(p.documents), len(p.presented)) for item, p in found.items()}


LEKPLATS = (2, "Ny lekplats", 1, 1)


@pytest.mark.parametrize(
    ("agenda_words", "expected"),
    [
        (POINTS, {"11": (1, "Mötet öppnas", 0, 0), "12": LEKPLATS, "13": (3, "Mötet avslutas", 0, 0)}),
        (POINTS.replace("3. Mötet avslutas", ""), {"11": (1, "Mötet öppnas", 0, 0), "12": LEKPLATS}),  # by the title
        (
            POINTS.replace("2. Ny", "2) Ny"),
            {"11": (1, "Mötet öppnas", 0, 0), "12": LEKPLATS, "13": (3, "Mötet avslutas", 0, 0)},
        ),
        (  # another title: by its number, as there are as many points as items
            POINTS.replace("Mötet öppnas", "Upprop"),
            {"11": (1, "Upprop", 0, 0), "12": LEKPLATS, "13": (3, "Mötet avslutas", 0, 0)},
        ),
        ("Dagordning\n\n2. Bidrag till Ekby IF\n\n", {}),  # became no item
        ("Dagordning\n\nMötet öppnas\n\n", {}),  # no numbers
        ("", {}),
    ],
)
def test_points_and_the_items_that_they_became(
    agenda_words: str, expected: dict[str, tuple[int, str, int, int]]
) -> None:
    assert points(FRONT + agenda_words + ITEMS) == expected


def test_the_agenda_gives_presenters_and_documents_to_the_item() -> None:
    assert facts(SENT, Presenter) == [("12", "Olof Stjern")]
    assert facts(SENT, Reference) == [("12", "attachment", "Karta över lekplatsen")]


@pytest.mark.parametrize(
    ("documents", "expected"),
    [
        ("Handlingar:\n• Karta över byn\n• Plan för vatten", ["Karta över byn", "Plan för vatten"]),
        ("Handlingar: Karta över byn\n• Frågan om vatten", ["Karta över byn"]),  # the next matter of the point
    ],
)
def test_documents_of_the_agenda_in_a_list(documents: str, expected: list[str]) -> None:
    sent = SENT.replace("Handlingar: Karta över lekplatsen", documents)
    assert facts(sent, Reference) == [("12", "attachment", title) for title in expected]


def test_the_agenda_is_no_item_and_decides_nothing() -> None:
    assert [row[0] for row in facts(SENT, Item)] == ["11", "12", "13"]
    assert facts(SENT, Decision) == [("12", "Planen antas.", "approved")]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ny lekplats", "NY LEKPLATS.", True),
        ("Ny lekplats", "Ny  lek-plats", True),
        ("Ny lekplats", "Nya lekplatser", False),
    ],
)
def test_titles_are_compared_by_their_letters(one: str, other: str, same: bool) -> None:
    assert (key(one) == key(other)) is same
