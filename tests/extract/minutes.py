"""Short made-up minutes for the tests of the extraction: the smallest text that the steps take for minutes."""

from __future__ import annotations

from dataclasses import fields
from functools import cache

import pytest
from _pytest.mark.structures import ParameterSet

from protokollgraf.extract.facts import Minutes, Reading
from protokollgraf.extract.pipeline import extract

Row = tuple[object, ...]

FRONT = """\
Ekby kommun
Kommunstyrelsen
Sammanträdesprotokoll 2031-03-04

Plats och tid: Stora salen, Ekby, kl. 13.00-15.30

Beslutande:
Elin Ek (S), ordförande
Erik Alm (M), vice ordförande
Sara Lindal (C)
Nils Holmfelt (V)
Eva Rönn (SD)

Övriga deltagare:
Hanna Gren, kommunchef
Karin Björk, nämndsekreterare

"""


def reading(text: str, *, pages: tuple[int, ...] = (0,), furniture: tuple[tuple[int, int], ...] = ()) -> Reading:
    """A text as if read from a file."""
    return Reading("2031-03-04-ekby", "2031-03-04-ekby.txt", "0" * 64, "txt", text, pages, furniture)


WIDE = """\
§ 4 Upprop

Kommunstyrelsen samlas i den stora salen, där mötet börjar med upprop och där dagens ärenden gås igenom ett
för ett innan var och en får säga något om hur saken ser ut från just sitt håll och vad som nu bör följa på
detta i byn och i bygden runt omkring den, så att alla vet vad som väntar och ingen blir överraskad av det.

"""
"""An item whose lines are as long as those of real minutes: it tells how wide the text is."""


def minutes(body: str, *, title: str = "Ansökan om medel", front: str = FRONT, tail: str = "") -> str:
    """Minutes whose only item of interest, § 5, holds `body`."""
    return f"{front}{WIDE}§ 5 {title}\n\n{body}\n\n{tail}"


@cache
def extracted(text: str) -> Minutes:
    return extract(reading(text))


def facts(text: str, kind: type) -> list[Row]:
    """The facts of one kind as tuples, without their evidence, in order."""
    columns = [field.name for field in fields(kind) if field.name != "evidence"]
    return [tuple(getattr(fact, name) for name in columns) for fact in extracted(text).facts if isinstance(fact, kind)]


def found(body: str, kind: type) -> list[Row]:
    """The facts of one kind in § 5 with this body, without the number of the item."""
    return [row[1:] for row in facts(minutes(body), kind) if row[0] == "5"]


def wrong(*row: object, reason: str) -> ParameterSet:
    """A row that is right and that the extraction does not get right yet."""
    return pytest.param(*row, marks=pytest.mark.xfail(strict=True, reason=reason))
