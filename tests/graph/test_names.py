"""Tables of names: what is one name, what is not. All names are made up."""

from __future__ import annotations

import pytest

from protokollgraf.graph.names import SAME, Name, abridges, blocks, is_abbreviated, key, normal, parse, similarity, tidy
from protokollgraf.graph.names import slug as slug_of


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("Thore", "tore"),
        ("Christin", "kristin"),
        ("Kristin", "kristin"),
        ("Öhrn", "örn"),
        ("Öman", "öman"),
        ("Johan", "johan"),  # h between vowels is heard
        ("Johnsson", "jonson"),
        ("Philip", "filip"),
        ("Wiklund", "viklund"),
        ("Carlson", "karlson"),
        ("Karlsson", "karlson"),
        ("Cecilia", "cecilia"),
        ("Ericsson", "erikson"),
        ("Lindquist", "lindkvist"),
        ("Lindqvist", "lindkvist"),
        ("Anna–Lena", "ana-lena"),
        ("Linné", "line"),
        ("O'Hara", "ohara"),
        ("GRÖN", "grön"),
        ("<script>", "skript"),
        ("", ""),
    ],
)
def test_key(part: str, expected: str) -> None:
    assert key(part) == expected


@pytest.mark.parametrize(
    ("name", "given", "surname"),
    [
        ("Anna Ek", ("Anna",), ("Ek",)),
        ("Ek, Anna", ("Anna",), ("Ek",)),
        ("Anna-Karin Ek", ("Anna-Karin",), ("Ek",)),
        ("Anna – Karin Ek", ("Anna-Karin",), ("Ek",)),
        ("Anna Maria Ek", ("Anna", "Maria"), ("Ek",)),
        ("Ebba von Tall", ("Ebba",), ("von", "Tall")),
        ("Louis de la Gran", ("Louis",), ("de", "la", "Gran")),
        ("Mona El Barr", ("Mona",), ("El", "Barr")),
        ("Al Barr", ("Al",), ("Barr",)),
        ("Kajsa Tallberg Alm", ("Kajsa",), ("Tallberg", "Alm")),
        ("Kajsa Tallberg-Alm", ("Kajsa",), ("Tallberg-Alm",)),
        ("A. Ek", ("A.",), ("Ek",)),
        ("Ek", (), ("Ek",)),
        ("", (), ()),
        (" ,;- ", (), ()),
    ],
)
def test_parse(name: str, given: tuple[str, ...], surname: tuple[str, ...]) -> None:
    assert parse(name) == Name(given, surname)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Ek,  Anna", "Anna Ek"), ("Bo−Erik\u00a0Ek", "Bo-Erik Ek"), ("Anna Ek,", "Anna Ek"), ("A. Ek", "A. Ek")],
)
def test_tidy(name: str, expected: str) -> None:
    assert tidy(name) == expected


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Beata Åman", "Beata Åhman"),
        ("Tomas Grankvist", "Thomas Granqvist"),
        ("Ann-Christin Dalvik", "Ann-Kristin Dalwik"),
        ("Pia Karlsson", "Pia Carlson"),
        ("Bo–Erik Alm", "Bo-Erik Alm"),
        ("Anna-Karin Ek", "Anna Karin Ek"),
        ("Anna-Karin Ek", "Annakarin Ek"),
        ("Anna Tallberg-Alm", "Anna Tallberg Alm"),
        ("Ek, Anna", "ANNA EK"),
    ],
)
def test_normal_form_is_one(a: str, b: str) -> None:
    assert normal(a) == normal(b)
    assert similarity(a, b).weaker == 100


@pytest.mark.parametrize(
    ("a", "b", "weaker"),
    [
        ("Emma Tångelmark", "Emma Tångemark", 90.0),
        ("Ivar Stengelby", "Ivar Stengeby", 88.9),
        ("Margaretha Ek", "Margareta Ek", 100.0),
        ("Alexsandra Ek", "Alexandra Ek", 90.0),
    ],
)
def test_similar_names_are_one_name_in_two_spellings(a: str, b: str, weaker: float) -> None:
    assert similarity(a, b).weaker == weaker >= SAME
    assert similarity(a, b).same
    assert set(blocks(a)) & set(blocks(b)), "a variant must share a block, or it is never compared"


@pytest.mark.parametrize(
    ("a", "b", "at_most"),
    [
        ("Anna Ek", "Anna Alm", 62.5),
        ("Anna Ek", "Anne Ek", 75),
        ("Anna Lindström", "Anna Lundström", 85),  # other vowels, another name
        ("Bo Sandqvist", "Bo Sundqvist", 85),
        ("Kristian Ek", "Kristina Ek", 85),
        ("Anna-Maria Ek", "Anna-Marie Ek", 85),
        ("Lars Persson", "Lars Larsson", 85),
        ("Eva Hansson", "Eva Jansson", 85),
        ("Per Ek", "Pär Ek", 85),
        ("Josefin Ek", "Josefina Ek", 87.5),
        ("Anna Ek", "Anna Maria Ek", 50),
        ("A. Ek", "Anna Ek", 50),
    ],
)
def test_different_persons_score_lower(a: str, b: str, at_most: float) -> None:
    assert similarity(a, b).weaker <= at_most < SAME


def test_comparison_explains_itself() -> None:
    result = similarity("Emma Tångelmark", "Emma Tångemark")
    assert str(result) == "Emma Tångelmark ~ Emma Tångemark: given name 100.0, surname 90.0"


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("A. Ek", "Anna Ek", True),
        ("A Ek", "Anna Maria Ek", True),
        ("Anna Ek", "Anna Maria Ek", True),
        ("Anna M. Ek", "Anna Maria Ek", True),
        ("A-K Ek", "Anna-Karin Ek", True),
        ("A.-K. Ek", "Anna-Karin Ek", True),
        ("Kajsa Tall", "Kajsa Tall Alm", True),
        ("Kajsa Alm", "Kajsa Tall-Alm", True),
        ("Anna", "Anna Ek", True),
        ("Ek", "Anna Ek", True),
        ("B. Ek", "Anna Ek", False),
        ("Anna Ek", "Anna-Karin Ek", False),
        ("Anna Maria Ek", "Anna Ek", False),
        ("Anna Ek", "Anna Ek", False),
        ("Anna Alm", "Anna Maria Ek", False),
        ("A. Ek", "Ek", False),
    ],
)
def test_abridges(short: str, full: str, expected: bool) -> None:
    assert abridges(short, full) is expected


@pytest.mark.parametrize(("name", "expected"), [("A. Ek", True), ("Ek", True), ("Anna Ek", False), ("Bo Ek", False)])
def test_is_abbreviated(name: str, expected: bool) -> None:
    assert is_abbreviated(name) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Anna-Karin Öhman", "ana-karin-oman"), ("Ek, Anna", "ana-ek"), ("<>/#", "unnamed"), ("x" * 500, "x")],
)
def test_slug(name: str, expected: str) -> None:
    assert slug_of(name) == expected
