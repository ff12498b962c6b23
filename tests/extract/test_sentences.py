from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokollgraf.extract.lines import Block
from protokollgraf.extract.sentences import named_parties, parties_sending, sentences


def parted(text: str) -> list[str]:
    return [one.text for one in sentences(Block(0, len(text), text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Planen antas. Motionen avslås.", ["Planen antas.", "Motionen avslås."]),
        ("Planen antas! Varför? Motionen avslås", ["Planen antas!", "Varför?", "Motionen avslås"]),
        ("Elin Ek m.fl. Alm och andra talar.", ["Elin Ek m.fl. Alm och andra talar."]),
        ("Mötet börjar kl. 13.00 Salen öppnas.", ["Mötet börjar kl. 13.00 Salen öppnas."]),
        ("T.ex. Ekby och bl.a. Ekdal nämns.", ["T.ex. Ekby och bl.a. Ekdal nämns."]),
        ("Elin K. Ek talar.", ["Elin K. Ek talar."]),
        ("Det kostar 5 kr. Det är dyrt.", ["Det kostar 5 kr.", "Det är dyrt."]),
        ("Planen antas. och gäller", ["Planen antas. och gäller"]),  # a small letter goes on
        ("Hon säger ”nej.” Han säger ja.", ["Hon säger ”nej.”", "Han säger ja."]),
        ("Planen antas (nu.) Motionen avslås.", ["Planen antas (nu.)", "Motionen avslås."]),
        ("Planen antas", ["Planen antas"]),
        ("", []),
        ("   ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert parted(text) == expected


@given(st.text(alphabet='AbÅ .!?"” )kl1', max_size=60), st.integers(0, 20))
def test_sentences_stand_where_they_say(text: str, offset: int) -> None:
    found = list(sentences(Block(offset, offset + len(text), text)))
    assert all(text[one.start - offset : one.end - offset] == one.text != "" for one in found)
    assert "".join("".join(one.text.split()) for one in found) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Yrkande från V, S och MP den 5 mars", ["V", "S", "MP"]),
        ("Yttrande av SD", ["SD"]),
        ("Reservation från EKBP", ["EKBP"]),
        ("Yrkande från Moderaterna och Centerpartiet", ["M", "C"]),
        ("Yttrande från SD-gruppen", ["SD"]),
        ("Skrivelse från Ekby kommun", []),
        ("Skrivelse från Elin Ek", []),
        ("Yttrande från hela nämnden", []),
        ("Skrivelse från VD", []),
        ("Skrivelse från AB Ekbolaget", []),
        ("", []),
    ],
)
def test_parties_sending(text: str, codes: list[str]) -> None:
    assert parties_sending(text) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Moderaterna yrkar avslag", ["M"]),
        ("Socialdemokraternas förslag", ["S"]),
        ("Vänsterpartiet, Centerpartiet och Vänsterpartiet", ["V", "C"]),
        ("KD-ledamöterna och M-gruppen", ["KD", "M"]),
        ("Miljöpartiet de gröna yrkar bifall", ["MP"]),
        ("Ledamöterna talar", []),
        ("Moderata åsikter", []),
        ("A-laget", []),
        ("", []),
    ],
)
def test_named_parties(text: str, codes: list[str]) -> None:
    assert named_parties(text) == codes
