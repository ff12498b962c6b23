from __future__ import annotations

import pytest

from protokollgraf.extract.docx import docx_pages
from protokollgraf.tests.extract.word_files import lists, lvl, p, point, style, word

SECTIONS = lvl(0, "§ %1", start=12)
POINTS = lvl(0, "%1.")
BULLETS = lvl(0, "\uf0b7", "bullet")


def lines(body: str, numbering: str, styles: str = "") -> list[str]:
    (page,) = docx_pages(word(body, numbering=numbering, styles=styles), "x.docx")
    return page.split("\n")


@pytest.mark.parametrize(
    ("kinds", "body", "expected"),
    [
        ([SECTIONS], [point("Upprop"), point("Val")], ["§ 12 Upprop", "§ 13 Val"]),
        (
            [SECTIONS],
            [point("Upprop"), p("Beslut"), point("")],
            ["§ 12 Upprop", "Beslut", "§ 13 "],
        ),  # its title is below
        ([POINTS], [point("att anta"), point("att avslå")], ["1. att anta", "2. att avslå"]),
        ([BULLETS], [point("att anta"), point("")], ["• att anta"]),
        ([lvl(0, "–", "bullet")], [point("att anta")], ["- att anta"]),
        ([lvl(0, "o", "bullet")], [point("att anta")], ["• att anta"]),
        ([lvl(0, "", "none")], [point("Inget")], ["Inget"]),
        ([lvl(0, "%1)", "lowerLetter")], [point("x")] * 3, ["a) x", "b) x", "c) x"]),
        ([lvl(0, "%1)", "upperLetter", 26)], [point("x")] * 2, ["Z) x", "AA) x"]),
        ([lvl(0, "%1.", "lowerRoman", 3)], [point("x")] * 2, ["iii. x", "iv. x"]),
        ([lvl(0, "%1.", "upperRoman", 49)], [point("x")], ["XLIX. x"]),
        ([lvl(0, "%1.", "ordinalText")], [point("x")], ["1. x"]),  # unknown forms count in digits
        ([lvl(0, "%1.", more='<w:suff w:val="nothing"/>')], [point("x")], ["1.x"]),
        (
            [POINTS + lvl(1, "%1.%2")],
            [point("a"), point("b", level=1), point("c", level=1), point("d"), point("e", level=1)],
            ["1. a", "1.1 b", "1.2 c", "2. d", "2.1 e"],
        ),
        (  # goes on below the next point
            [POINTS + lvl(1, "%2)", more='<w:lvlRestart w:val="0"/>')],
            [point("a"), point("b", level=1), point("c"), point("d", level=1)],
            ["1. a", "1) b", "2. c", "2) d"],
        ),
        (
            [lvl(0, "%1.", "upperRoman") + lvl(1, "%1.%2", more="<w:isLgl/>")],
            [point("a"), point("b", level=1)],
            ["I. a", "1.1 b"],
        ),
        ([lvl(0, "Kap %1") + lvl(1, "%1.%2")], [point("b", level=1)], ["1.1 b"]),  # nothing above yet
        ([POINTS, POINTS], [point("a"), point("b", 2), point("c")], ["1. a", "1. b", "2. c"]),
        ([POINTS], [point("a", 7), p("b", '<w:numPr><w:ilvl w:val="5"/><w:numId w:val="1"/></w:numPr>')], ["a", "b"]),
    ],
)
def test_numbers(kinds: list[str], body: list[str], expected: list[str]) -> None:
    assert lines("".join(body), lists(*kinds)) == expected


def test_two_lists_of_one_kind_count_on_unless_one_begins_anew() -> None:
    number = '<w:num w:numId="{}"><w:abstractNumId w:val="1"/>{}</w:num>'
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'
    numbering = lists(
        SECTIONS, numbers=number.format(2, "") + number.format(3, anew.format(40)) + number.format(4, anew.format(1))
    )
    body = point("a") + point("b", 2) + point("c", 3) + point("d", 3) + point("e", 4)
    assert lines(body, numbering) == ["§ 12 a", "§ 13 b", "§ 40 c", "§ 41 d", "§ 1 e"]


def test_a_list_may_print_its_own_level() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{lvl(0, "Ks § %1")}</w:lvlOverride>'
    number = f'<w:num w:numId="2"><w:abstractNumId w:val="1"/>{own}</w:num>'
    assert lines(point("a", 2), lists(SECTIONS, numbers=number)) == ["Ks § 1 a"]


def styled(text: str, name: str, properties: str = "") -> str:
    return p(text, f'<w:pStyle w:val="{name}"/>{properties}')


HEADED = lists(
    lvl(0, "§ %1", more='<w:pStyle w:val="Paragraf"/>') + lvl(1, "%1.%2", more='<w:pStyle w:val="Punkt"/>'),
)
STYLES = (
    style("Paragraf", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    + style("Punkt", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    + style("Egen", '<w:basedOn w:val="Paragraf"/>')
    + style("Ring", '<w:basedOn w:val="Ring"/>')
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ([styled("Upprop", "Paragraf"), styled("Val", "Paragraf")], ["§ 1 Upprop", "§ 2 Val"]),
        (
            [styled("Upprop", "Paragraf"), styled("Val", "Punkt")],
            ["§ 1 Upprop", "1.1 Val"],
        ),  # the level names the style
        ([styled("Upprop", "Egen"), styled("Val", "Paragraf")], ["§ 1 Upprop", "§ 2 Val"]),  # inherited
        ([styled("Upprop", "Paragraf", '<w:numPr><w:numId w:val="0"/></w:numPr>')], ["Upprop"]),  # taken off
        ([styled("Upprop", "Ring")], ["Upprop"]),
    ],
)
def test_numbers_of_styles(body: list[str], expected: list[str]) -> None:
    assert lines("".join(body), HEADED, STYLES) == expected


def test_a_list_that_a_style_stands_for() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Lista"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="Lista"/>{POINTS}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    )
    assert lines(point("a") + point("b", 2), numbering) == ["1. a", "2. b"]
