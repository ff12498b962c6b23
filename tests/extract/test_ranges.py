from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokollgraf.extract.ranges import compress, expand, item_range
from protokollgraf.tests.extract.minutes import wrong

NUMBERS = ["1", "2", "3", "4", "5", "6", "7"]


@pytest.mark.parametrize(
    ("printed", "items"),
    [
        ("§ 5", "5"),
        ("§5", "5"),
        ("§§ 1-7", "1-7"),
        ("§ 1–7, 9", "1-7,9"),
        ("§§ 12 – 18 och 20", "12-18,20"),
        ("§§ 1, 3 samt 5", "1,3,5"),
        ("§ 1, § 3", "1,3"),
        ("§ 2 - § 4", "2-4"),
        ("12-18 §§", "12-18"),
        ("12–18, 20 §§", "12-18,20"),
        ("33 §", "33"),
        ("§ 3a", "3a"),
        ("ej § 2", "1,3-7"),
        ("ej §§ 2-3", "1,4-7"),
        ("utom § 7", "1-6"),
        ("inte § 1 och § 7", "2-6"),
        ("ej närvarande § 4", "1-3,5-7"),
        ("fr.o.m. § 5", "5-7"),
        ("fr o m § 5", "5-7"),
        ("fr. o. m. § 5", "5-7"),
        ("från och med § 5", "5-7"),
        ("t.o.m. § 3", "1-3"),
        ("till och med § 3", "1-3"),
        ("§ 5-", "5-7"),
        ("§ 5 –, Ekby", "5-7"),
        ("del av § 4", "4"),
        ("under § 4", "4"),
        ("§ 5 kl. 13.00", "5"),
        ("§ 5, 13.30-14.00", "5"),  # a time
        ("§§ 2 till 4", "2-4"),
        ("§§ 2 t.o.m. 4", "2-4"),
        ("fr.o.m. § 3 t.o.m. § 5", "3-5"),
        wrong("§§ 1-3 och fr.o.m. § 6", "1-3,6-7", reason="an open range behind a closed one"),
        ("fr.o.m. § 7", "7"),
        ("t.o.m. § 1", "1"),
        ("§ 5 - 5", "5"),
    ],
)
def test_ranges(printed: str, items: str) -> None:
    assert item_range(printed, NUMBERS)[0] == items


@pytest.mark.parametrize(
    "printed", ["", "Ekby", "5", "1-7", "kl. 13-15", "Elin Ek § 5", "§ kommunallagen", "§", "5 kap. 2", "(S)", "ej"]
)
def test_what_is_no_range(printed: str) -> None:
    assert item_range(printed, NUMBERS) == ("", 0)


@pytest.mark.parametrize(
    ("printed", "rest"), [("§§ 1-3, Ekby", ", Ekby"), ("ej § 2 (S)", " (S)"), ("3-4 §§, ordf", ", ordf")]
)
def test_how_far_a_range_reaches(printed: str, rest: str) -> None:
    assert printed[item_range(printed, NUMBERS)[1] :] == rest


def test_an_open_range_without_items() -> None:
    assert item_range("fr.o.m. § 5", [])[0] == ""


@pytest.mark.parametrize(
    ("span", "numbers"),
    [("3-5", [3, 4, 5]), ("7", [7]), ("5-3", [5, 3]), ("1-99999", [1, 99999]), ("3a", [3]), ("", [])],
)
def test_expand(span: str, numbers: list[int]) -> None:
    assert expand(span) == numbers


@given(st.sets(st.integers(1, 400), max_size=40))
def test_compress_loses_nothing(numbers: set[int]) -> None:
    spans = compress(sorted(numbers))
    assert sorted(n for span in spans for n in expand(span)) == sorted(numbers)
    assert item_range("§§ " + ", ".join(spans), [])[0] == ",".join(spans)


@given(st.text(alphabet="§ 0123456789-–,.aoch ejutomfr", max_size=40))
def test_any_words_give_a_range_within_them(text: str) -> None:
    items, length = item_range(text, NUMBERS)
    assert 0 <= length <= len(text)
    assert not items or length
