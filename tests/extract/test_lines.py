from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokollgraf.extract.lines import blocks_of, fold, lines_of, masked, plain, width_of
from protokollgraf.tests.extract.minutes import reading


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("  planen \n antas\t nu ", "planen antas nu"),
        ("kommun-\nstyrelsen", "kommunstyrelsen"),
        ("för-\nskola och för-\nskoleklass", "förskola och förskoleklass"),
        ("vård- och\nomsorgsnämnden", "vård- och omsorgsnämnden"),  # a hyphen that stands for a word
        ("in- eller\nutpendling", "in- eller utpendling"),
        ("drift- respektive investering", "drift- respektive investering"),
        ("2031-\n03-04", "2031-03-04"),
        ("Elin Ek , ordförande ; ja", "Elin Ek, ordförande; ja"),
        ("SD- gruppen", "SD- gruppen"),  # behind a capital the hyphen may be meant
        ("5 - 7 år", "5 - 7 år"),
        ("", ""),
        ("\n \t", ""),
    ],
)
def test_fold(printed: str, folded: str) -> None:
    assert fold(printed) == folded


@pytest.mark.parametrize(
    ("printed", "cell"),
    [
        ("att godkänna planen", "godkänna planen"),
        ("Att godkänna planen", "godkänna planen"),
        ("- att godkänna planen", "godkänna planen"),
        ("– godkänna planen", "godkänna planen"),
        ("•godkänna planen", "•godkänna planen"),  # no space and no capital: not told from a mark within a word
        ("•Planen godkänns", "Planen godkänns"),
        ("\uf0b7 planen godkänns", "planen godkänns"),  # Word's own bullet
        ("1. att godkänna planen", "godkänna planen"),
        ("1. a) att godkänna planen", "godkänna planen"),
        ("(2) Planen godkänns", "Planen godkänns"),
        ("b) planen godkänns", "planen godkänns"),
        ("3 Planen godkänns", "Planen godkänns"),
        ("12 månader är för kort", "12 månader är för kort"),
        ("2031 års budget", "2031 års budget"),
        ("3 500 kronor beviljas", "3 500 kronor beviljas"),
        ("10.30 öppnas mötet", "10.30 öppnas mötet"),
        ("attestera fakturor", "attestera fakturor"),
        ("Attundavägen byggs om", "Attundavägen byggs om"),
        ("att", "att"),
        ("", ""),
    ],
)
def test_plain(printed: str, cell: str) -> None:
    assert plain(printed) == cell


@given(st.text(alphabet="abÅä -–•.:;()12§\n\tAt", max_size=80))
def test_fold_is_idempotent(words: str) -> None:
    assert fold(fold(words)) == fold(words)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("## § 5 Budget", "   § 5 Budget"),
        ("**Beslut**", "  Beslut  "),
        ("*Elin Ek* läste", " Elin Ek  läste"),
        ("_Elin Ek_ läste", " Elin Ek  läste"),
        ("se [planen](https://ekby.example/p) nu", "se  planen" + " " * 25 + " nu"),
        ("Elin_Ek@ekby.example", "Elin_Ek@ekby.example"),  # within a word it is no mark
        ("# 5", "  5"),
        ("A#5", "A#5"),
        ("<b>Beslut</b>", "   Beslut    "),
        ("5 < 7 och 7 > 5", "5 < 7 och 7 > 5"),
        ("Läns-\nstyrelsen säger", "Länsstyrelsen\n  säger"),  # a broken word stands whole on the upper line
        ("vård- \noch skola", "vård- \noch skola"),
        ("vård-\noch skola", "vård-\noch skola"),
        ("Läns-\nstyrelsen", "Läns-\nstyrelsen"),  # nothing would be left of the lower line
    ],
)
def test_markup_is_blanked(text: str, seen: str) -> None:
    assert masked(reading(text)) == seen


@given(st.text(alphabet="aB #*_[]()<>/bi\n", max_size=120), st.lists(st.integers(0, 120), max_size=6))
def test_masking_keeps_every_place(text: str, edges: list[int]) -> None:
    cuts = sorted({min(edge, len(text)) for edge in edges})
    spans = tuple(zip(cuts[::2], cuts[1::2], strict=False))
    seen = masked(reading(text, furniture=spans))
    assert len(seen) == len(text)
    assert [i for i, c in enumerate(seen) if c == "\n"] == [i for i, c in enumerate(text) if c == "\n"]
    assert all(a in (b, " ") for a, b in zip(seen, text, strict=True))
    for line in lines_of(reading(text, furniture=spans)):
        assert seen[line.start : line.end] == line.text != ""


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("  Beslut  \n\nPlanen antas.", [("Beslut", 0, False), ("Planen antas.", 1, False)]),
        ("Beslut\n-----\nPlanen antas.", [("Beslut", 0, False), ("Planen antas.", 1, False)]),  # a rule counts as blank
        ("Beslut\n3 (12)\nPlanen antas.", [("Beslut", 0, False), ("Planen antas.", 0, False)]),  # a page number is not
        ("Beslut\nSida 3 av 12\nPlanen antas.", [("Beslut", 0, False), ("Planen antas.", 0, False)]),
        ("3 (12) ledamöter", [("3 (12) ledamöter", 0, False)]),
        ("## Beslut", [("Beslut", 0, True)]),
        ("**Beslut**", [("Beslut", 0, True)]),
        ("**Beslut** i dag", [("Beslut   i dag", 0, False)]),
        ("\n\n", []),
    ],
)
def test_lines_of(text: str, lines: list[tuple[str, int, bool]]) -> None:
    assert [(line.text, line.gap, line.marked) for line in lines_of(reading(text))] == lines


def test_a_sentence_goes_on_over_a_page_head() -> None:
    text = "Planen ska\nEkby kommun 3\n\ngälla från maj.\n\nEkby kommun 4\n\nNytt stycke."
    heads = [(text.index(words), text.index(words) + len(words)) for words in ("Ekby kommun 3", "Ekby kommun 4")]
    assert [line.gap for line in lines_of(reading(text, furniture=tuple(heads)))] == [0, 0, 3]


def paragraphs(text: str) -> list[str]:
    lines = lines_of(reading(text))
    return [fold(block.text) for block in blocks_of(lines, masked(reading(text)), width_of(lines))]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        (
            "Kommunstyrelsen beslutar att anta planen för vatten och\navlopp i hela kommunen.",
            ["Kommunstyrelsen beslutar att anta planen för vatten och avlopp i hela kommunen."],
        ),
        ("Planen antas.\n\nMotionen avslås.", ["Planen antas.", "Motionen avslås."]),
        ("- Planen antas\n- Motionen avslås", ["- Planen antas", "- Motionen avslås"]),
        ("1. Planen antas\n2. Motionen avslås", ["1. Planen antas", "2. Motionen avslås"]),
        (
            "Kommunstyrelsen beslutar efter debatt:\natt anta planen\natt avslå motionen",
            ["Kommunstyrelsen beslutar efter debatt:", "att anta planen", "att avslå motionen"],
        ),
        (
            "Kommunstyrelsen godkänner förslaget till ny taxa för\nRenhållning i Ekby.",  # the line was full
            ["Kommunstyrelsen godkänner förslaget till ny taxa för Renhållning i Ekby."],
        ),
        (
            "Planen antas.\nKommunstyrelsen godkänner förslaget till ny taxa för sophämtning.",  # and here it was not
            ["Planen antas.", "Kommunstyrelsen godkänner förslaget till ny taxa för sophämtning."],
        ),
        (
            "Elin Ek (S), Erik Alm (M) och\nSara Lindal (C) yrkar bifall till förslaget om den nya taxan.",
            ["Elin Ek (S), Erik Alm (M) och Sara Lindal (C) yrkar bifall till förslaget om den nya taxan."],
        ),
    ],
)
def test_paragraphs(text: str, blocks: list[str]) -> None:
    assert paragraphs(text) == blocks


def test_a_text_that_is_spaced_out_gets_its_paragraphs_back() -> None:
    text = "\n\n".join(["Kommunstyrelsen beslutar att", "anta planen för", "vatten i byn.\n\n"] * 12)
    assert paragraphs(text)[0] == "Kommunstyrelsen beslutar att anta planen för vatten i byn."
