from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from protokollgraf.extract.front import fields, label
from protokollgraf.extract.lines import lines_of, masked
from protokollgraf.tests.extract.minutes import reading

ROWS = list(
    csv.DictReader(
        files("protokollgraf.extract.lexicon").joinpath("labels.tsv").read_text("utf-8").splitlines(), delimiter="\t"
    )
)


@pytest.mark.parametrize("row", ROWS, ids=[row["kind"] for row in ROWS])
def test_every_row_is_found_by_its_own_example(row: dict[str, str]) -> None:
    example = row["example"]
    assert label(example) == (row["kind"], len(example))
    for mark in (": ", "\t", "    ", " | "):
        assert label(f"{example}{mark}x") == (row["kind"], len(example + mark))
    assert label(example[0].lower() + example[1:])[0] == ""


@pytest.mark.parametrize(
    ("line", "kind", "value"),
    [
        ("Beslutande: Elin Ek (S)", "member", "Elin Ek (S)"),
        ("Beslutande Elin Ek (S)", "member", "Elin Ek (S)"),  # the label is followed by a name
        ("NÄRVARANDE", "member", ""),
        ("Ledamöter:", "member", ""),
        ("Tjänstgörande ersättare", "substitute", ""),
        ("Tjg ers:", "substitute", ""),
        ("Ersättare", "nonvoting", ""),
        ("Ej tjänstgörande ersättare:", "nonvoting", ""),
        ("Övriga deltagare", "other", ""),
        ("Tjänstepersoner", "other", ""),
        ("Frånvarande", "absent", ""),
        ("Förhinder:", "absent", ""),
        ("Gäster", "guest", ""),
        ("Plats och tid   Stora salen", "placetime", "Stora salen"),
        ("Tid: 13.00", "time", "13.00"),
        ("Utses att justera: Elin Ek", "adjuster", "Elin Ek"),
        ("Paragrafer: 1-7", "paragraphs", "1-7"),
        ("Underskrifter §§ 1-7", "signatures", ""),  # the range belongs to the label
        ("Sekreterare: Karin Björk", "signing", "Karin Björk"),
        ("ANSLAG/BEVIS", "notice", ""),
        ("Beslutande ledamöter §§ 1-7", "member", ""),
        ("Närvarande ersättare som inte tjänstgör", "nonvoting", ""),
        ("Från kansliet m.fl.", "other", ""),
        ("Deltagare för länets kommuner", "member", ""),
        ("Protokollet undertecknas av Elin Ek, ordförande", "signing", "Elin Ek, ordförande"),
        ("Tjänstgörande  Elin Ek (S)", "member", "Elin Ek (S)"),
    ],
)
def test_labels(line: str, kind: str, value: str) -> None:
    found, at = label(line)
    assert (found, line[at:]) == (kind, value)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Elin Ek (S)",
        "beslutande: Elin Ek",
        "Beslutande har varit många denna gång",
        "Ledamöterna samlas i salen",
        "Platsen är hemlig",
        "Tiden går",
        "Ersättare för Elin Ek",
        "Kommunstyrelsen",
        "Samtliga: Elin Ek",
    ],
)
def test_what_is_no_label(line: str) -> None:
    assert label(line)[0] == ""


def read(text: str) -> list[tuple[str, list[str]]]:
    source = reading(text)
    return [(f.kind, [v.text for v in f.values]) for f in fields(lines_of(source), masked(source))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ekby kommun\nBeslutande:\nElin Ek (S)\nErik Alm (M)",
            [("head", ["Ekby kommun"]), ("member", ["Elin Ek (S)", "Erik Alm (M)"])],
        ),
        ("Beslutande    Elin Ek (S)\n              Erik Alm (M)", [("member", ["Elin Ek (S)", "Erik Alm (M)"])]),
        ("Beslutande\tElin Ek (S)\tErik Alm (M)", [("member", ["Elin Ek (S)", "Erik Alm (M)"])]),
        ("Beslutande | Elin Ek (S)", [("member", ["Elin Ek (S)"])]),
        (
            "Beslutande:                  Ersättare:\nElin Ek (S)                  Sara Lindal (C)\nErik Alm (M)",
            [("member", ["Elin Ek (S)", "Erik Alm (M)"]), ("nonvoting", ["Sara Lindal (C)"])],
        ),
        (  # in a list of those present a role is no label
            "Beslutande:\nOrdförande Elin Ek (S)\nErik Alm (M)",
            [("member", ["Ordförande Elin Ek (S)", "Erik Alm (M)"])],
        ),
        (
            "Beslutande:\nElin Ek (S)\n\nJusterare: Erik Alm\nSekreterare: Karin Björk",
            [("member", ["Elin Ek (S)"]), ("signing", ["Erik Alm"]), ("signing", ["Karin Björk"])],
        ),
        ("", []),
        (  # a label in two lines beside its names
            "Beslutande    Elin Ek (S)\nledamöter     Erik Alm (M)",
            [("member", ["Elin Ek (S)", "Erik Alm (M)"])],
        ),
        (  # the heads of a table are nobody
            "Beslutande:\nNamn             Parti     Funktion\nElin Ek          S         ordförande",
            [("member", ["Elin Ek          S         ordförande"])],
        ),
    ],
)
def test_fields(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        (
            "När-        Elin Ek (S)\nvarande     Erik Alm (M)\nledamöter   Sara Lindal (C)",
            [("member", ["Elin Ek (S)", "Erik Alm (M)", "Sara Lindal (C)"])],
        ),
        (
            "TJÄNSTGÖRANDE      Elin Ek (S)\nERSÄTTARE:         Erik Alm (M)",
            [("substitute", ["Elin Ek (S)", "Erik Alm (M)"])],
        ),
        (  # two labels of their own
            "Beslutande:      Elin Ek (S)\nErsättare:      Erik Alm (M)",
            [("member", ["Elin Ek (S)"]), ("nonvoting", ["Erik Alm (M)"])],
        ),
        (  # a heading in the column of the values belongs to nobody above it
            "Beslutande      Elin Ek (S)\n                Ekby kommun\n                Erik Alm (M)",
            [("member", ["Elin Ek (S)", "Ekby kommun", "Erik Alm (M)"])],
        ),
    ],
)
def test_labels_that_break_over_lines(front: str, expected: list[tuple[str, list[str]]]) -> None:
    read = reading(front + "\n")
    found = fields(lines_of(read), masked(read))
    assert [(f.kind, [value.text for value in f.values]) for f in found if f.kind != "head"] == expected
