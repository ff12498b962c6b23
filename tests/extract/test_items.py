from __future__ import annotations

import pytest

from protokollgraf.extract.facts import Item, Reference
from protokollgraf.extract.items import heads_of
from protokollgraf.extract.lines import lines_of
from protokollgraf.tests.extract.minutes import FRONT, facts, reading


@pytest.mark.parametrize(
    ("head", "case", "title"),
    [
        ("KS 31/140 Ny lekplats", "KS 31/140", "Ny lekplats"),
        ("Ny lekplats (LS 88/2031)", "LS 88/2031", "Ny lekplats"),
        ("Dnr KS 31/00112 Ny lekplats", "KS 31/00112", "Ny lekplats"),
        ("Ny lekplats 2031/KS 0214 041", "2031/KS 0214 041", "Ny lekplats"),
    ],
)
def test_cases_of_heads(head: str, case: str, title: str) -> None:
    text = f"{FRONT}§ 5 {head}\n\nBeslut\nPlanen antas.\n"
    assert facts(text, Item) == [("5", title)]
    assert facts(text, Reference) == [("5", "case", case)]


def test_a_contents_list_after_which_the_items_are_told_by_their_case() -> None:
    contents = "Innehåll\n\n§ 5 Ny lekplats\n\n§ 6 Mötet avslutas\n\n§ 7 Slut\n\n"
    text = f"{FRONT}{contents}§ 5 Dnr KS 31-154 041\n\nNy lekplats\n\nPlanen antas.\n\n§ 6\n\nMötet avslutas\n\nTack.\n"
    assert facts(text, Item)[:2] == [("5", "Ny lekplats"), ("6", "Mötet avslutas")]


def test_items_without_a_sign_whose_titles_end_with_a_full_stop() -> None:
    text = "1. Mötet öppnas.\n\nOrd.\n\n2. Val av ordförande.\n\nOrd.\n\n3. Mötet avslutas.\n\nTack.\n"
    contents = "Innehållsförteckning\n\nMötet öppnas 2\nVal av ordförande 3\nMötet avslutas 4\n\n"
    titles = ["Mötet öppnas", "Val av ordförande", "Mötet avslutas"]
    assert [row[1] for row in facts(FRONT + contents + text, Item)] == titles


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("Ny lekplats.", "Ny lekplats"),
        ("Lekplatser m.m.", "Lekplatser m.m."),
        ("Ny lekplats. Elin Ek redovisade planen.", "Ny lekplats"),  # the text runs on
        ("Lekplatser. Köp av nya gungor till parken", "Lekplatser. Köp av nya gungor till parken"),
        ("Val av ledamot\nValberedningen nominerar till styrelsen:", "Val av ledamot"),  # a lead-in is no title
        ("Sand, gungor etc.", "Sand, gungor etc."),
    ],
)
def test_titles(printed: str, title: str) -> None:
    assert facts(f"{FRONT}§ 5 {printed}\n\nBeslut\nPlanen antas.\n", Item) == [("5", title)]


def heads(text: str) -> list[tuple[str, str]]:
    return [(head.item, head.rest) for head in heads_of(lines_of(reading(text)))]


@pytest.mark.parametrize(
    ("line", "item", "rest"),
    [
        ("§ 12 Ny lekplats", "12", "Ny lekplats"),
        ("§12 Ny lekplats", "12", "Ny lekplats"),
        ("Ks au § 12 Ny lekplats", "12", "Ny lekplats"),
        ("au § 12   Ny lekplats", "12", "Ny lekplats"),
        ("Regionfullmäktige            § 12     Ny lekplats", "12", "Ny lekplats"),
        ("§ 12. Ny lekplats", "12", "Ny lekplats"),
        ("§ 12: Ny lekplats", "12", "Ny lekplats"),
        ("§ 12", "12", ""),
        ("§ 12/31 Ny lekplats", "12", "Ny lekplats"),
        ("§ 12/2031 Ny lekplats", "12", "Ny lekplats"),
        ("§ 3a Ny lekplats", "3a", "Ny lekplats"),
        ("§ 3 b. Ny lekplats", "3b", "Ny lekplats"),
        ("12 § Ny lekplats", "12", "Ny lekplats"),
        ("12§ Ny lekplats", "12", "Ny lekplats"),
        ("Paragraf 12 Ny lekplats", "12", "Ny lekplats"),
        ("KS § 12 Ny lekplats", "12", "Ny lekplats"),
        ("KSAU § 12 Ny lekplats", "12", "Ny lekplats"),
        ("Au § 12 Ny lekplats", "12", "Ny lekplats"),
        ("KS 2031:7 § 12 Ny lekplats", "12", "Ny lekplats"),
        ("## § 12 Ny lekplats", "12", "Ny lekplats"),
        ("**§ 12 Ny lekplats**", "12", "Ny lekplats"),
        ("§ 12 – Ny lekplats", "12", "Ny lekplats"),
        ("§ 12 - Ny lekplats", "12", "Ny lekplats"),
        ("§ 12 AI i skolan", "12", "AI i skolan"),
        ("§ 12 E-arkiv", "12", "E-arkiv"),
    ],
)
def test_heads(line: str, item: str, rest: str) -> None:
    assert heads(f"{line}\n\nText om saken.") == [(item, rest)]


@pytest.mark.parametrize(
    "line",
    [
        "§ 12 och 13 justeras omedelbart",
        "§§ 12-18",
        "§ 12-18",
        "§ 12, den 4 mars",
        "§ 12 punkt 3",
        "§ 12 kommunallagen",
        "§ 12 i protokollet",
        "§ 12) finns kvar",
        "enligt § 12 Reglementet",
        "Enligt § 12 Reglementet",
        "Se § 12 Reglementet",
        "§ tolv Ny lekplats",
        "12 Ny lekplats",
        "12 kap. Ny lekplats",
    ],
)
def test_what_is_no_head(line: str) -> None:
    assert heads(f"Text om saken.\n{line}\nmer text.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("§ 1 Ett\n\nA\n\n§ 2 Två\n\nB\n\n§ 3 Tre\n\nC", ["1", "2", "3"]),
        ("§ 1 Ett .... 3\n§ 2 Två .... 4\n\n§ 1 Ett\n\nA\n\n§ 2 Två\n\nB", ["1", "2"]),  # a table of contents first
        ("§ 4 Ett\n\nSe\n§ 2 Mom\n\n§ 5 Två\n\nB\n\n§ 6 Tre", ["4", "5", "6"]),  # a number that goes back
        ("§ 4 Ett\n\nA\n\n§ 4a Två\n\nB\n\n§ 5 Tre", ["4", "4a", "5"]),
        ("§ 9 Ett\n\nA\n\n§ 11 Två\n\nB", ["9", "11"]),  # a gap
        ("Ekby\n\n1. Mötet öppnas\n\nA\n\n2. Ny lekplats\n\nB\n\n3. Mötet avslutas\n\nC", ["1", "2", "3"]),  # without §
        ("Ekby\n\n1. Mötet öppnas\n\nA\n\n2. Mötet avslutas\n\nB", []),  # too few to tell from a list
        ("1. Planen antas.\n\n2. Motionen avslås.\n\n3. Frågan bordläggs.", []),  # sentences
        ("", []),
    ],
)
def test_chains(text: str, expected: list[str]) -> None:
    assert [item for item, _ in heads(text)] == expected


def test_the_later_of_two_equal_chains() -> None:
    text = "§ 1 Ett\n§ 2 Två\n\n§ 1 Ett\n\nA\n\n§ 2 Två\n\nB"
    found = heads_of(lines_of(reading(text)))
    assert [head.index for head in found] == [2, 4]


@pytest.mark.parametrize(
    ("head", "title", "case"),
    [
        ("§ 5 Ny lekplats", "Ny lekplats", ""),
        ("§ 5\nNy lekplats", "Ny lekplats", ""),
        ("§ 5\n\nNy lekplats", "Ny lekplats", ""),
        ("§ 5 Ny lekplats\nDnr KS 2031/45", "Ny lekplats", "KS 2031/45"),
        ("§ 5 Ny lekplats\nDnr: KS2031/45", "Ny lekplats", "KS2031/45"),
        ("§ 5 Dnr KS 2031/45\n\nNy lekplats", "Ny lekplats", "KS 2031/45"),
        ("§ 5 Ny lekplats (KS 2031/45)", "Ny lekplats", "KS 2031/45"),
        ("§ 5 Ny lekplats, Dnr KS 2031/45", "Ny lekplats", "KS 2031/45"),
        ("§ 5 Ny lekplats.", "Ny lekplats", ""),
        ("**§ 5 Ny lekplats**", "Ny lekplats", ""),
        ("§ 5 Val av ledamot efter Elin\nEk i styrelsen", "Val av ledamot efter Elin Ek i styrelsen", ""),
        ("§ 5 Budget 2032", "Budget 2032", ""),
        ("§ 5 Svar på SOU 2031:4", "Svar på SOU 2031:4", ""),
        ("§ 5 Ny lekplats          Sekretess", "Ny lekplats", ""),
        ("§ 5          MBN.2031.12\nNy lekplats", "Ny lekplats", "MBN.2031.12"),
        ("§ 5 Ny lekplats          Dnr KS 2031/45\nPlatsen ligger vid Ekån", "Ny lekplats", "KS 2031/45"),
        ("§ 5 Ny lekplats\nElin Ek informerar om lekplatsen vid Ekån och vad", "Ny lekplats", ""),
    ],
)
def test_title_and_case(head: str, title: str, case: str) -> None:
    text = f"{FRONT}{head}\n\nBeslut\nPlanen antas.\n\n§ 6 Mötet avslutas\n\nTack.\n"
    assert facts(text, Item) == [("5", title), ("6", "Mötet avslutas")]
    assert [row[2] for row in facts(text, Reference) if row[1] == "case"] == [case] * bool(case)
