from __future__ import annotations

import pytest

from protokollgraf.extract.layout import layout
from protokollgraf.tests.extract.minutes import FRONT, minutes, reading


def parts(text: str) -> list[tuple[str, str, list[tuple[str, int]]]]:
    """Items with number, title and (kind, number of blocks) of their parts."""
    return [
        (s.item, s.title.text if s.title else "", [(p.kind, len(p.blocks)) for p in s.parts])
        for s in layout(reading(text)).sections
    ]


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ("Elin Ek öppnar mötet.", [("opening", 1)]),
        ("Beslut\nPlanen antas.\n\nMotionen avslås.", [("decision", 2)]),
        ("Beslut: Planen antas.", [("decision", 1)]),
        (
            "Inledning\n\nOrd.\n\nBeslut\n\nPlanen antas.\n\nBeslutet skickas till\n\nSocialnämnden",
            [("background", 1), ("decision", 1), ("distribution", 1)],
        ),
        (
            "## Yrkanden\n\nElin Ek (S) yrkar bifall.\n\n## Reservation\n\nErik Alm (M)",
            [("motions", 1), ("reservation", 1)],
        ),
        ("**Ovanlig rubrik**\n\nOrd.\n\n**Beslut**\n\nPlanen antas.", [("other", 1), ("decision", 1)]),
        ("Beslut", [("decision", 0)]),  # nothing below its heading
        ("", []),
    ],
)
def test_parts_of_an_item(body: str, kinds: list[tuple[str, int]]) -> None:
    assert parts(minutes(body))[1:] == [("5", "Ansökan om medel", kinds)]


def rooms(text: str) -> tuple[str, str, list[str], str]:
    """First words of title page, agenda and tail, and the numbers of the items."""
    page = layout(reading(text))
    first = [lines[0].text if lines else "" for lines in (page.front, page.agenda, page.tail)]
    return first[0], first[1], [section.item for section in page.sections], first[2]


ITEMS = "§ 1 Mötet öppnas\n\nOrd.\n\n§ 2 Ny lekplats\n\nBeslut\nPlanen antas.\n\n"


@pytest.mark.parametrize(
    ("text", "agenda", "items", "tail"),
    [
        (f"{FRONT}{ITEMS}", "", ["1", "2"], ""),
        (f"{FRONT}Dagordning\n1. Mötet öppnas\n2. Ny lekplats\n\n{ITEMS}", "Dagordning", ["1", "2"], ""),
        (f"{FRONT}Innehåll\n§ 1 Mötet öppnas ..... 3\n§ 2 Ny lekplats ..... 4\n\n{ITEMS}", "Innehåll", ["1", "2"], ""),
        (f"{FRONT}{ITEMS}Bilaga 1\n\nPlan", "", ["1", "2"], "Bilaga 1"),
        (f"{FRONT}{ITEMS}Vid protokollet\n\nKarin Björk", "", ["1", "2"], "Vid protokollet"),
        (f"{FRONT}{ITEMS}Underskrifter\n\nKarin Björk", "", ["1", "2"], "Underskrifter"),
        (f"{FRONT}{ITEMS}ANSLAG/BEVIS\n\nAnslaget 2031-03-11", "", ["1", "2"], "ANSLAG/BEVIS"),
        (f"{FRONT}{ITEMS}Detta dokument är underskrivet", "", ["1", "2"], "Detta dokument är underskrivet"),
        (FRONT, "", [], ""),
    ],
)
def test_rooms(text: str, agenda: str, items: list[str], tail: str) -> None:
    assert rooms(text) == ("Ekby kommun", agenda, items, tail)


def test_what_follows_the_last_item_is_not_in_it() -> None:
    page = layout(reading(f"{FRONT}{ITEMS}Vid protokollet\n\nKarin Björk"))
    assert "Karin" not in " ".join(block.text for block in page.sections[-1].blocks())


def test_narrow_lists_in_the_annexes_say_nothing_of_how_wide_the_items_are() -> None:
    votes = "Bilaga 1\n" + "Elin Ek\nJa\n" * 200
    page = layout(reading(minutes("Skickas till\nSocialnämnden\nEkby Bygg AB", tail=votes)))
    assert page.width > 80
    assert [block.text for block in page.sections[-1].blocks("distribution")] == ["Socialnämnden", "Ekby Bygg AB"]


def test_page_heads_are_in_no_item() -> None:
    text = f"{FRONT}§ 5 Ny lekplats\n\nBeslut\nPlanen ska\nEkby kommun 3 (9)\ngälla från maj.\n"
    at = text.index("Ekby kommun 3")
    page = layout(reading(text, furniture=((at, at + len("Ekby kommun 3 (9)")),)))
    assert [" ".join(block.text.split()) for block in page.sections[0].blocks()] == ["Planen ska gälla från maj."]
