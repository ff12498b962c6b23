"""What a report shows of a document: its form, and none of its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from protokollgraf.extract import lexicon
from protokollgraf.extract.anonymous import WORDS, anonymous, masked, structural_words
from protokollgraf.extract.diagnose import diagnose
from protokollgraf.extract.diagnosis import Diagnosis
from protokollgraf.extract.diagnosis_text import as_json, as_text
from protokollgraf.extract.headings import heading_kind
from protokollgraf.extract.labels import label
from protokollgraf.extract.lexicon.tables import rows
from protokollgraf.tests.extract.minutes import FRONT, minutes, reading


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Ada Ek (S), ordförande", "Xxx Xx (X), ordförande"),
        ("EK, ADA", "XX, XXX"),
        ("§ 12   Dnr KS 2031/44", "§ 99   Dnr XX 9999/99"),
        ("Kommunstyrelsen beslutar att godkänna planen.", "Kommunstyrelsen beslutar att godkänna xxxxxx."),
        ("ada.ek@ekby.se, 070-123 45 67", "xxx.xx@xxxx.se, 999-999 99 99"),
        ("Ja\tNej\tX", "Ja\tNej\tX"),
        ("Åsa Öst-Ælm é", "Xxx Xxx-Xxx x"),
        ("Ekby kommun", "Xxxx kommun"),
        ("med Med (med) Tom tom Av av", "med Xxx (xxx) Xxx tom Xx av"),  # names too: kept in small letters only
        ("½ Ⅳ ٣ 三 ☎ €", "x X 9 x ? ?"),
        ("ordförandeskapet_2031", "xxxxxxxxxxxxxxxx_9999"),
        ("", ""),
    ],
)
def test_masked(text: str, kept: str) -> None:
    assert masked(text) == kept


@pytest.mark.parametrize("word", structural_words())
def test_structural_words_are_no_names(word: str) -> None:
    name = word.capitalize()
    names = (
        lexicon.is_given_name(name)
        or lexicon.municipality_of(name)
        or word.upper() in lexicon.party_codes()
        or word in {one.casefold() for one in lexicon.known_organisations()}
    )
    assert len(word) > 1 or structural_words()[word] == "lower"
    assert not names or structural_words()[word] == "lower"


@pytest.mark.parametrize("row", rows("labels.tsv"), ids=lambda row: row["example"])
def test_labels_are_still_told_apart(row: dict[str, str]) -> None:
    assert label(masked(row["example"]))[0] == label(row["example"])[0]


@pytest.mark.parametrize("row", rows("headings.tsv"), ids=lambda row: row["example"])
def test_headings_are_still_told_apart(row: dict[str, str]) -> None:
    assert heading_kind(masked(row["example"])) == heading_kind(row["example"])


def words_of_the_document(value: Any) -> Iterator[str]:
    """All that a diagnosis says in the words of the document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from words_of_the_document(one)
    elif is_dataclass(value):
        for field in fields(value):
            if not field.metadata.get("ours"):
                yield from words_of_the_document(getattr(value, field.name))


def report(text: str) -> Diagnosis:
    return anonymous(diagnose(reading(text)))


def tells_nothing(found: Diagnosis) -> bool:
    """Whether each word is one of the form, or masked, and each digit a 9. The file's ending stays."""
    words = [word for text in words_of_the_document(found) for word in WORDS.findall(text) if word != "txt"]
    digits = [digit for text in words_of_the_document(found) for digit in re.findall(r"\d", text)]
    return set(digits) <= {"9"} and all(set(w) <= {"x", "X"} or w.casefold() in structural_words() for w in words)


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=300), place=st.sampled_from(["front", "title", "body", "tail", "alone"]))
def test_a_report_of_any_text_holds_only_words_of_the_form(text: str, place: str) -> None:
    text = {
        "front": minutes("Planen antas.", front=FRONT + text + "\n\n"),
        "title": minutes("Planen antas.", title=text.replace("\n", " ")),
        "body": minutes(f"Beslut\n{text}"),
        "tail": minutes("Planen antas.", tail=f"Justeras\n{text}\n"),
        "alone": text,
    }[place]
    assert tells_nothing(report(text))


@settings(max_examples=60, deadline=None)
@given(
    secret=st.text("abdefghijklmnoprstuvyåäö", min_size=5, max_size=12),
    number=st.integers(10_000, 99_998),
    upper=st.booleans(),
)
def test_nothing_secret_is_printed(secret: str, number: int, upper: bool) -> None:
    assume(secret not in structural_words() and secret not in OWN)
    name = secret.upper() if upper else secret.capitalize()
    text = (
        f"{name}s kommun\n{name}nämnden\nProtokoll {number}\n\nPlats och tid: {name}, kl. 13.00\n\n{name}: Ada\n\n"
        f"Beslutande:\nAda {name} (S), {secret}\n{name} {name} ({name[:4]})\nVakant\n{secret}\n\n"
        f"§ 1 {name} {number}\n\n{name}\n\n{secret} yrkar att {name} avslås.\n\nBeslut\n{name}nämnden beslutar\n"
        f"att anta {secret}en\n\n§ 3 Om {secret}\n\n{number} röster för {name}\n\n"
        f"Justeras\n\n{name} {name}\n\nSe {secret}@{secret}.se, {number}\n"
    )
    printed = "\n".join([*as_text([report(text)]), *as_json([report(text)])]).casefold()
    assert secret not in printed
    assert str(number) not in printed


OWN = frozenset(WORDS.findall("\n".join([*as_text([report(minutes("Ord."))]), *as_json([report("x")])]).casefold()))
"""The words of ours that a report holds."""


def test_a_report_keeps_the_columns_and_the_lines_around() -> None:
    text = minutes("Planen antas.", front=FRONT + "Ledamöter        Kim Alm (S)\n                 ?? Dahl\n\n")
    found = report(text)
    assert "Ledamöter        Xxx Xxx (X)" in found.title_page
    assert found.anonymous
    assert found.file.source == "9999-99-99-xxxx.txt"
    printed = list(as_text([found]))
    assert "  |Ledamöter        Xxx Xxx (X)" in printed
    assert [line for line in printed if "      |                 ?? Xxxx" in line]
