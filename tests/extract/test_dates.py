from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokollgraf.extract.dates import dates_in, times_in

MONTHS = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
]


def iso(text: str, year: str = "") -> list[str]:
    return [found.iso for found in dates_in(text, year)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2031-03-04", ["2031-03-04"]),
        ("2031-03- 04", ["2031-03-04"]),  # torn apart by a converter
        ("20310304", ["2031-03-04"]),
        ("den 4 mars 2031", ["2031-03-04"]),
        ("den 4:e mars 2031", ["2031-03-04"]),
        ("tisdagen den 4 MARS 2031", ["2031-03-04"]),
        ("4 sept. 2031", ["2031-09-04"]),
        ("4/3 2031", ["2031-03-04"]),
        ("4/3-2031", ["2031-03-04"]),
        ("4.3.2031", ["2031-03-04"]),
        ("den 4 mars 2031 och den 11 april 2031", ["2031-03-04", "2031-04-11"]),
        ("2031-03-04, § 8", ["2031-03-04"]),
        ("4 mars", []),  # no year
        ("4/3", []),
        ("mars 2031", []),
        ("2031", []),
        ("31 13 2031", []),
        ("32 mars 2031", []),
        ("4/13 2031", []),
        ("2031-13-04", []),
        ("KS 2031-03-0411", []),
        ("dnr 2031/0304", []),
        ("010-203 10 304", []),
        ("12,5 mars", []),
        ("SFS 2017:725", []),
        ("2031-02-30", []),
        ("den 31 april 2031", []),
        ("29 februari 2031", []),
        ("29 februari 2032", ["2032-02-29"]),
    ],
)
def test_dates(text: str, expected: list[str]) -> None:
    assert iso(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("den 4 mars", ["2031-03-04"]),
        ("29/11", ["2031-11-29"]),
        ("senast 1 maj", ["2031-05-01"]),
        ("den 4 mars 2029", ["2029-03-04"]),
        ("3.5 procent", []),
        ("2,5 %", []),
        ("5.10 mnkr", []),
        ("kl. 10.11", []),
        ("kl. 9.10-11.12", []),
        ("punkt 3.2 i planen", []),
        ("2/3 av kostnaden", []),
        ("version 1.2.3", []),
        ("150/12", []),
        ("maj månad", []),
    ],
)
def test_dates_with_the_year_of_the_meeting(text: str, expected: list[str]) -> None:
    assert iso(text, "2031") == expected


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)))
def test_every_way_of_printing_gives_the_same_date(day: date) -> None:
    long = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    for printed in (day.isoformat(), long, f"den {long},", long.upper(), f"{day.day}/{day.month} {day.year}"):
        assert iso(printed) == [day.isoformat()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kl. 13.00-15.30", ("13:00", "15:30")),
        ("Kl 13:00 – 15:30", ("13:00", "15:30")),
        ("klockan 9–12", ("09:00", "12:00")),
        ("kl. 08.30 till kl. 16.00", ("08:30", "16:00")),
        ("Stora salen, 13.00-15.30", ("13:00", "15:30")),
        ("kl. 9.00", ("09:00", "")),
        ("kl 9", ("09:00", "")),
        ("09.00-12.00 och 13.00-15.00", ("09:00", "15:00")),
        ("kl. 13.00-15.30, ajournering kl. 14.00-14.10", ("13:00", "15:30")),
        ("kl. 13.00-15.30, paus 14.00-15.45", ("13:00", "15:30")),  # the break is misprinted
        ("tisdagen den 4 mars 2031 kl. 13.00-15.30", ("13:00", "15:30")),
        ("", ("", "")),
        ("Stora salen", ("", "")),
        ("2031-03-04", ("", "")),
        ("rum 3-5", ("", "")),
        ("0123-45 67 89", ("", "")),
        ("§§ 1-7", ("", "")),
    ],
)
def test_times(text: str, expected: tuple[str, str]) -> None:
    assert times_in(text) == expected
