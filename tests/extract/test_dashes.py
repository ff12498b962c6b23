"""Which dash stands for the hyphen."""

from __future__ import annotations

import pytest

from protokollgraf.extract.dashes import hyphened

LIST = "Ann–Marie Ek, Bo–Göran Al, Eva–Lotta By"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann‑Marie Ek", "Ann-Marie Ek"),  # U+2011
        ("Ann‐Marie Ek", "Ann-Marie Ek"),  # U+2010
        ("Ann−Marie Ek", "Ann-Marie Ek"),  # the minus sign
        ("− Planen antas", "- Planen antas"),
        ("ett resultat på −3 mnkr", "ett resultat på −3 mnkr"),  # a minus stays one
        ("den 2031−03−04", "den 2031-03-04"),
        ("den 2031–03–04", "den 2031-03-04"),
        ("den 2031—03—04", "den 2031-03-04"),
        ("§§ 4–9 och 2031–2034", "§§ 4–9 och 2031–2034"),  # ranges stay
        ("Ann—Marie Ek", "Ann-Marie Ek"),
        ("vård– och omsorg, barn— och", "vård- och omsorg, barn- och"),
        ("Ett – två — tre", "Ett – två — tre"),
        ("banan Nora–Ekby", "banan Nora–Ekby"),  # a dash between two places is right
        (LIST, LIST.replace("–", "-")),  # unless the text has no other hyphen
        (LIST + " – ordförande", LIST.replace("–", "-") + " – ordförande"),
        (LIST + ", vård– och omsorg", LIST.replace("–", "-") + ", vård- och omsorg"),
        (LIST + ", Åke-Olof Ås, Per-Erik Ö", LIST + ", Åke-Olof Ås, Per-Erik Ö"),
    ],
)
def test_hyphened(text: str, expected: str) -> None:
    assert hyphened(text) == expected
    assert len(expected) == len(text)
