from __future__ import annotations

import pytest

from protokollgraf.extract.front import fields
from protokollgraf.extract.lines import lines_of, masked
from protokollgraf.tests.extract.minutes import reading


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
