from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from protokollgraf.extract.labels import label

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
