"""Diarienummer as printed, and their normal form. All made up, in the ways of real ones."""

from __future__ import annotations

import pytest

from protokollgraf.extract.case_numbers import normal, parse
from protokollgraf.extract.facts import CaseNumber
from protokollgraf.tests.extract.minutes import facts, found, minutes

SAME = [
    # printed, normal form
    ("KS 2024/123", "KS 2024/123"),
    ("KS 2024/00123", "KS 2024/123"),
    ("KS/2024:123", "KS 2024/123"),
    ("KS2024-123", "KS 2024/123"),
    ("KS-2024/123", "KS 2024/123"),
    ("KS-2024-00123", "KS 2024/123"),
    ("KS 2024-0123", "KS 2024/123"),
    ("KS.2024.123", "KS 2024/123"),
    ("KS2024/0123", "KS 2024/123"),
    ("ks 2024/123", "KS 2024/123"),
    ("Ks 2024:123", "KS 2024/123"),
    ("Dnr KS 2024/123", "KS 2024/123"),
    ("Dnr: KS 2024/123", "KS 2024/123"),
    ("Diarienummer: KS 2024/123", "KS 2024/123"),
    ("Ärendenummer KS 2024/123", "KS 2024/123"),
    ("(KS 2024/123)", "KS 2024/123"),
    ("KS 2024/\n123", "KS 2024/123"),
    ("KS 2024/123 012", "KS 2024/123"),  # the filing plan's code
    ("KS 2024/123-012", "KS 2024/123"),
    ("2024/123 012 KS", "KS 2024/123"),
    ("2024/KS 0123 041", "KS 2024/123"),
    ("2024/KS 0123", "KS 2024/123"),
    ("KS 123/2024", "KS 2024/123"),
    ("KS 1.2.3-123/2024", "KS 2024/123"),
    ("KS 24/00123", "KS 2024/123"),
    ("KS 24/123", "KS 2024/123"),
    ("KS 123/24", "KS 2024/123"),
    ("KS123-24 101", "KS 2024/123"),
    ("KS 24-123 041", "KS 2024/123"),
    ("KS24-0123", "KS 2024/123"),
    ("24KS123", "KS 2024/123"),
    ("KS240123", "KS 2024/123"),
    ("Dnr: 2024.123-012", "2024/123"),
    ("2024/123", "2024/123"),
    ("2024:123", "2024/123"),
    ("2024-0123", "2024/123"),
    ("2024-123-400", "2024/123"),
    ("2024-31/880", "2024/31"),
    ("2024/5-2.2.0.1", "2024/5"),
    ("3.5.1-20114/2024", "2024/20114"),
    ("403-33871-2024", "2024/33871"),
    ("5211-2024", "2024/5211"),
    ("0123/24", "2024/123"),
    ("RS-LED24-0402", "RS-LED 2024/402"),
    ("SoN 2024/123", "SON 2024/123"),
    ("BoUN 2024/123", "BOUN 2024/123"),
    ("Kfn 2024/123", "KFN 2024/123"),
    ("BYGG 2024-123", "BYGG 2024/123"),
    ("SLK-2024-00074", "SLK 2024/74"),
    ("LD 655/03", "LD 2003/655"),
    ("Mål nr P 1187-21", "P 2021/1187"),
    ("S2023/02109", "S 2023/2109"),
    ("Fi2023/00417", "FI 2023/417"),
]


@pytest.mark.parametrize(("printed", "form"), SAME)
def test_normal_form(printed: str, form: str) -> None:
    assert str(parse(printed)) == form
    assert str(parse(form)) == form, "the normal form is its own"


@pytest.mark.parametrize(
    "printed",
    [
        "2024-05-02", "20240502", "2024", "KS", "§ 45", "KS § 45", "kl. 13.00-15.30", "12", "Bilaga 1", "1-7", "07/88",
        "KS 07/88", "2024-2027", "2024/2025", "Budget 2024-2027", "Plan 2024/25", "år 2024/25", "Bilaga 2024/1",
        "2024/123 och 2024/124", "Tomten 2:14 i Ekby 2024/1", "", "lagen (2017:612)",
    ],
)  # fmt: skip
def test_what_is_no_number_or_not_certain(printed: str) -> None:
    assert parse(printed) is None


@pytest.mark.parametrize(
    ("printed", "year", "form"),
    [
        ("KS 07/88", 2009, "KS 2007/88"),
        ("KS 88/07", 2009, "KS 2007/88"),
        ("KS 07/08", 2009, "KS07/08"),  # either may be the year
        ("KS 07/88", 2060, "KS07/88"),
        ("KS 07/88", 0, "KS07/88"),
    ],
)
def test_two_digits_on_both_sides(printed: str, year: int, form: str) -> None:
    assert normal(printed, year) == form


@pytest.mark.parametrize(
    ("printed", "document"),
    [("KS 2024/123-5", "5"), ("KS 2024/123:12", "12"), ("KS 2024/123-012", ""), ("KS 2024/123", "")],
)
def test_the_document_of_a_case(printed: str, document: str) -> None:
    number = parse(printed)
    assert number is not None
    assert (str(number), number.document) == ("KS 2024/123", document)


@pytest.mark.parametrize(
    ("printed", "national"),
    [("S2023/02109", True), ("KN2023/02109", True), ("KS2023/02109", False), ("S 2023/02109", False),
     ("S2023/2109", False)],
)  # fmt: skip
def test_numbers_of_the_government_are_national(printed: str, national: bool) -> None:
    number = parse(printed)
    assert number is not None
    assert number.national is national


def test_different_cases_have_different_forms() -> None:
    printed = ["KS 2024/123", "KS 2024/124", "KS 2023/123", "KF 2024/123", "2024/123", "KS 2024/1230", "KS-AU 2024/123"]
    assert len({normal(one) for one in printed}) == len(printed)


@pytest.mark.parametrize(
    ("body", "numbers"),
    [
        ("Dnr KS 2031/45\n\nBeslut\nPlanen antas.", ["KS 2031/45"]),
        ("KS-LED31-0045\n\nPlanen gäller en lekplats.\n\nBeslut\nPlanen antas.", ["KS-LED31-0045"]),
        # the text names another case, or several
        ("Planen antas enligt KS 2031/45.", []),
        ("Beslut\nKS 2031/45\n\nKS 2031/46", []),
        ("Beslut\nPlanen antas.\n\nHandlingar\nKS 2031/45", []),
    ],
)
def test_own_numbers(body: str, numbers: list[str]) -> None:
    assert [row[0] for row in found(body, CaseNumber)] == numbers


def test_the_number_of_the_head() -> None:
    rows = facts(minutes("Beslut\nPlanen antas. Se även KS 2030/9.", title="Ny lekplats Dnr KS 2031/45"), CaseNumber)
    assert rows == [("5", "KS 2031/45")]
