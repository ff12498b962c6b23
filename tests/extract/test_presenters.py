from __future__ import annotations

import pytest

from protokollgraf.extract.facts import Presenter
from protokollgraf.tests.extract.minutes import found


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Hanna Gren informerar om planen.", ["Hanna Gren"]),
        ("Kommunchef Hanna Gren redogör för planen.", ["Hanna Gren"]),
        ("Hanna Gren och Karin Björk presenterar planen.", ["Hanna Gren", "Karin Björk"]),
        ("Hanna Gren ger en lägesrapport.", ["Hanna Gren"]),
        ("Hanna Gren föredrog ärendet.", ["Hanna Gren"]),
        ("Kommunchefen informerar.", ["Hanna Gren"]),  # her title stands for her name
        ("Information lämnas av Hanna Gren och Karin Björk.", ["Hanna Gren", "Karin Björk"]),
        ("Planen presenteras av Hanna Gren.", ["Hanna Gren"]),
        ("Föredragande: Hanna Gren", ["Hanna Gren"]),
        ("Föredragande\nHanna Gren, kommunchef", ["Hanna Gren"]),
        ("Olof Stjern, Vattenbolaget, presenterar planen.", ["Olof Stjern"]),
        ("Hanna Gren informerar. Hanna Gren redogör igen.", ["Hanna Gren"]),  # each once
        ("Hanna Gren gick igenom offerterna.", ["Hanna Gren"]),
        ("a) Hanna Gren rapporterade om stigen.", ["Hanna Gren"]),
        ("Hanna Gren läste verksamhetsberättelsen.", ["Hanna Gren"]),
        ("Hanna Gren lämnade en lägesrapport.", ["Hanna Gren"]),
        ("Hanna Gren beskriver ärendet och svarar på frågor.", ["Hanna Gren"]),
        ("Revisorernas ordförande Hanna Gren höll ett inlägg om granskningen.", ["Hanna Gren"]),
        # nobody presents
        ("Hanna Gren yrkar bifall.", []),
        ("Beslut\nHanna Gren informerar i maj.", []),
        ("Elin Ek tackar Hanna Gren som informerar.", []),
        ("Ordföranden presenterar dagordningen.", []),
        ("Ordföranden redogör för propositionsordningen.", []),
        ("Hanna Gren har informerat pressen.", []),
        ("Information om att Elin Ek slutar.", []),
        ("Handlingar\nPresentation av Hanna Gren", []),
        ("Nämnden informeras.", []),
        ("Ordföranden gick igenom dagordningen.", []),
        ("Hanna Gren lämnade en anteckning.", []),
        ("Hanna Gren läste en bok.", []),
        ("Elin Ek höll ett inlägg för planen.", []),
        ("Mätningen som Hanna Gren gjort visade ett fel.", []),
    ],
)
def test_presenters(body: str, expected: list[str]) -> None:
    assert [row[0] for row in found(body, Presenter)] == expected
