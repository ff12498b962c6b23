"""A file → what is said of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protokollgraf.extract.diagnose import diagnose, diagnosed
from protokollgraf.extract.diagnosis import Diagnosis
from protokollgraf.extract.diagnosis_text import as_json, as_text
from protokollgraf.tests.conftest import ROOT
from protokollgraf.tests.extract.minutes import FRONT, minutes, reading

TEXTS = sorted(
    path
    for folder in ("examples", *(f"tests/data/{name}" for name in ("layouts", "torn", "municipalities", "federations")))
    for path in (ROOT / folder).iterdir()
    if path.suffix in (".txt", ".md", ".pdf")
)
LOST = minutes(
    "Beslut\nPlanen antas.\n\nOrd.\n\nResultatet blev sju röster hit och fyra röster dit.\n\n§ 7 Slut\n\nTack.\n"
)


def whole(found: Diagnosis) -> None:
    """What holds for every diagnosis of a text that was read."""
    assert all(1 <= one.line <= one.last <= found.file.lines + 10_000 for one in found.unread)
    assert [one.rank for one in found.unread] == sorted(one.rank for one in found.unread)
    assert all(0 <= one.read + one.running <= one.lines for one in found.shares)
    assert all(one.why and one.around for one in found.unread)
    assert all("\n" not in line for line in as_text([found]))
    assert json.loads("\n".join(as_json([found])))[0]["file"]["source"] == found.file.source


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_made_up_text(path: Path) -> None:
    found = diagnosed(path)
    whole(found)
    text = path.read_text(encoding="utf-8").split("\n") if path.suffix != ".pdf" else []
    for one in found.unread if text else ():
        first = one.text.split()[0]
        assert first[:3] in text[one.line - 1] or "  " in text[one.line - 1], "the line is where it is said to be"


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=300), minutes_around=st.booleans())
def test_any_text(text: str, minutes_around: bool) -> None:
    whole(diagnose(reading(minutes(text, front=FRONT + text) if minutes_around else text + "\n.")))


def test_a_text_as_lines() -> None:
    lines = list(as_text([diagnose(reading(LOST))]))
    assert lines[0] == f"2031-03-04-ekby.txt: txt, 1 page, {len(LOST)} characters, 24 lines"
    for expected in (
        "layout",
        "  items       3, § 4 to § 7; missing: 6",
        "meeting",
        "people present or absent: 5 member, 2 other",
        "  § 5 (line 24) Ansökan om medel: 1 decision; headings Beslut (decision)",
        "  § 7 (line 33) Slut: no decision",
        "signatures: none",
        "  missing: chair, adjuster, secretary",
        "  lists of people       9 of 9",
        "look here: what may have been missed, the likeliest first",
        "  counts votes, and gave no votering (1)",
        "    line 31 § 5: Resultatet blev sju röster hit och fyra röster dit.",
    ):
        assert expected in lines


def test_minutes_without_members_say_so() -> None:
    text = minutes("Planen antas.", front="Ekby kommun\nKommunstyrelsen\nProtokoll 2031-03-04\n\n")
    assert "  no members: the list of those present is lacking, or was not read" in as_text([diagnose(reading(text))])


def test_lines_that_follow_each_other_are_one() -> None:
    front = FRONT.replace("Övriga", "Ersättare:\n?? utan namn\n?? utan namn heller\n\nÖvriga")
    (one,) = diagnose(reading(minutes("Beslut\nPlanen antas.", front=front))).unread
    assert (one.line, one.last, one.text, one.item) == (15, 16, "?? utan namn", "")
    assert one.around == ("Ersättare:", "?? utan namn", "?? utan namn heller", "")


def test_many_of_a_kind_are_counted() -> None:
    listed = "\n".join(f"?? {'utan ' * n}" for n in range(1, 30))
    front = FRONT.replace("Övriga", f"Ersättare:\n{listed}\n\nÖvriga")
    one = diagnose(reading(minutes("Beslut\nPlanen antas.", front=front.replace("\n??", "\n\n\n??"))))
    lines = list(as_text([one]))
    assert "  stands among the people: gave nobody (29)" in lines
    assert "    and 21 more" in lines


@pytest.mark.parametrize(
    ("name", "content", "why", "layout"),
    [
        ("recept.txt", "Pannkakor\n\nVispa 3 ägg och 6 dl mjölk.\n", "no minutes found in it", True),
        ("streck.txt", "-----\n", "no minutes found in it", False),
        ("tom.txt", "", "the file is empty", False),
        ("bok.xyz", "Ord", "unknown ending", False),
    ],
)
def test_what_is_refused(tmp_path: Path, name: str, content: str, why: str, layout: bool) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    one = diagnosed(path)
    assert one.refused.startswith(why)
    assert (one.layout is not None) == layout
    assert list(as_text([one]))[1] == f"  not read: {one.refused}"


def test_a_masked_file_has_no_name(tmp_path: Path) -> None:
    path = tmp_path / "ekby-protokoll-2031.txt"
    path.write_text(LOST, encoding="utf-8")
    assert diagnosed(path, masked=True).file.source == "xxxx-protokoll-9999.txt"
    assert diagnosed(tmp_path / "ekby.xyz", masked=True).file.source == "xxxx"
