from __future__ import annotations

import pytest

from protokollgraf.extract.facts import Ballot, Vote
from protokollgraf.extract.rounds import tally_of
from protokollgraf.tests.extract.minutes import facts, found, minutes

Tally = tuple[int, int | None, int | None, int | None]


@pytest.mark.parametrize(
    ("text", "tally"),
    [
        ("Omröstningen utfaller med 43 Ja mot 29 Nej.", {"yes": 43, "no": 29}),
        ("7 ja-röster, 4 nej-röster och 2 som avstår", {"yes": 7, "no": 4, "abstain": 2}),
        ("Ja: 7, Nej: 4, Avstår: 2", {"yes": 7, "no": 4, "abstain": 2}),
        ("Ja (7), nej (4)", {"yes": 7, "no": 4}),
        ("sju ja-röster mot fyra nej-röster", {"yes": 7, "no": 4}),
        ("en ledamot avstår", {"abstain": 1}),
        ("Elin Ek (S) röstar Ja (7).", {"yes": 7}),
        ("0 ja och 11 nej", {"yes": 0, "no": 11}),
        ("Ja, planen antas.", {}),
        ("Nej, 7 träd fälls.", {}),
        ("Förslag 7 jagas upp", {}),
        ("Jan röstar", {}),
        ("Ja 20, nej 15, avstår 4.", {"yes": 20, "no": 15, "abstain": 4}),
        ("sex (6) ja-röster mot fem (5) nej-röster", {"yes": 6, "no": 5}),
        ("Tjugotvå ledamöter röstar ja och sjutton röstar nej", {"yes": 22, "no": 17}),
        ("Ja 2 veckor, nej 3 veckor", {}),
        ("", {}),
        ("fyra ledamöter röstar ja och fem röstar nej", {"yes": 4, "no": 5}),
    ],
)
def test_tally_of(text: str, tally: dict[str, int]) -> None:
    assert tally_of(text) == tally


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Votering\nOmröstningen utfaller med 7 ja mot 4 nej.", [(1, 7, 4, None)]),
        ("Med 7 ja-röster mot 4 nej-röster beslutar kommunstyrelsen att anta planen.", [(1, 7, 4, None)]),
        ("Omröstning\nMed sju ja-röster mot fyra nej-röster och en som avstår antas planen.", [(1, 7, 4, 1)]),
        ("Votering 1\n7 ja och 4 nej.\n\nVotering 2\n5 ja och 6 nej.", [(1, 7, 4, None), (2, 5, 6, None)]),
        ("Votering\nElin Ek (S) röstar ja. Erik Alm (M) röstar nej.", [(1, 1, 1, None)]),  # counted
        ("Votering begärs. Ja-röst för bifall, nej-röst för avslag.", []),  # how to vote
        ("Omröstning\nDen som vill bifalla förslaget röstar ja, den som vill avslå röstar nej.", []),
        ("Ingen votering begärs.", []),
        ("Ja, planen antas. Nej, motionen avslås.", []),
        ("Votering\nJa för bilaga A, nej för bilaga B.\n7 ja, 4 nej.\nJa för bilaga A, nej för avslag.\n7 ja, 4 nej.",
         [(1, 7, 4, None), (2, 7, 4, None)]),  # the same count twice
        ("Motproposition\n5 ja och 6 nej.\n\nHuvudvotering\n7 ja och 4 nej.", [(1, 5, 6, None), (2, 7, 4, None)]),
        ("Votering\nJa: Elin Ek och Sara Lindal (2 röster)\nNej: Erik Alm (1)", [(1, 2, 1, None)]),
        ("Bakgrund\nI fullmäktige vann ja med 7 ja mot 4 nej.\n\nBeslut\nPlanen antas.", []),
    ],
)  # fmt: skip
def test_votes(body: str, expected: list[Tally]) -> None:
    assert [row[:4] for row in found(body, Vote)] == expected


YES = [(1, "Elin Ek", "S", "yes"), (1, "Sara Lindal", "C", "yes")]
NO = [(1, "Erik Alm", "M", "no")]
AWAY = [(1, "Eva Rönn", "SD", "abstain")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Omröstning\nElin Ek (S) och Sara Lindal (C) röstar ja. Erik Alm (M) röstar nej. Eva Rönn (SD) avstår.",
            YES + NO + AWAY,
        ),
        ("Omröstningsresultat\n\nJa: Elin Ek (S), Sara Lindal (C)\n\nNej: Erik Alm (M)", YES + NO),
        ("Omröstning\n\nJa-röster: Elin Ek (S) och Sara Lindal (C)\n\nAvstår: Eva Rönn (SD)", YES + AWAY),
        (
            "Votering\n\nElin Ek (S) Ja\n\nSara Lindal (C) Ja\n\nErik Alm (M) Nej\n\nEva Rönn (SD) Avstår",
            YES + NO + AWAY,
        ),
        ("Votering\nElin Ek (S) och Sara Lindal (C) röstar Ja (2).\n\nErik Alm (M) röstar Nej (1).", YES + NO),
        ("Votering\nTjänstgörande ersättaren Sara Lindal (C) röstar ja.", YES[1:]),  # a title is no part of the name
        ("Votering\nOrdföranden Elin Ek (S) röstar ja.", YES[:1]),
        (
            "Votering 1\nElin Ek (S) röstar ja.\n\nVotering 2\nElin Ek (S) röstar nej.",
            [(1, "Elin Ek", "S", "yes"), (2, "Elin Ek", "S", "no")],
        ),
        ("Votering\nOmröstningen utfaller med 7 ja mot 4 nej.", []),
        ("Elin Ek (S) yrkar ja till livet.", []),
        ("Elin Ek (S) röstar enligt sitt samvete.", []),
        ("Omröstningsresultat\nJa: Elin Ek (S), Sara Lindal (C)\nNej: Erik Alm (M)", YES + NO),
        (
            "Omröstningsresultat\nJa: ledamöterna för en ny lekplats, som är två till antalet, "
            "Elin Ek (S) och Sara Lindal (C)\nNej: Erik Alm (M)",
            YES + NO,
        ),
        (  # a count of those who abstain is no vote of the person in the sentence above, cut short by its abbreviation
            "Votering\nNej för bifall till yrkandet från Elin Ek m fl\nOmröstningen utfaller med 4 ja mot 2 nej. "
            "3 ledamöter avstår från att rösta.",
            [],
        ),
        ("Votering\nMed 4 ja mot 2 nej och 7 som avstår utses Elin Eks yrkande till motförslag.", []),
        ("Votering\n2 ledamöter avstår: Erik Alm (M), Eva Rönn (SD). Ja röstar Elin Ek (S), nej röstar Sara Lindal.",
         [(1, "Erik Alm", "M", "abstain"), *AWAY, *YES[:1], (1, "Sara Lindal", "C", "no")]),
    ],
)  # fmt: skip
def test_ballots(body: str, expected: list[tuple[int, str, str, str]]) -> None:
    assert found(body, Ballot) == expected


def test_ballots_of_an_annex_that_a_sentence_of_its_own_names() -> None:
    body = "Votering begärs.\nOmröstningen utfaller med 1 ja mot 1 nej. Hur var och en röstar framgår av bilaga 2."
    annex = (
        "Bilaga 2\nAntal Ja: 1\nAntal Nej: 1\nNamn\nParti\nElin Ek\nS\n1 Ordförande\nJa\nErik Alm\nM\n2 Ledamot\nNej\n"
    )
    rows = facts(minutes(body, tail=annex), Ballot)
    assert [row[2:5] for row in rows] == [("Elin Ek", "S", "yes"), ("Erik Alm", "M", "no")]


def test_two_lists_in_one_paragraph_where_the_party_ends_the_first() -> None:
    text = "Votering begärs. Ja röstar Elin Ek, s, och Sara Lindal, c. Nej röstar Erik Alm, m, och Nils Holmfelt, v."
    assert [row[-1] for row in found(text, Ballot)] == ["yes", "yes", "no", "no"]
