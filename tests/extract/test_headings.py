from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from protokollgraf.extract.headings import heading_kind, inline_heading

ROWS = list(
    csv.DictReader(
        files("protokollgraf.extract.lexicon").joinpath("headings.tsv").read_text("utf-8").splitlines(), delimiter="\t"
    )
)


@pytest.mark.parametrize("row", ROWS, ids=[row["example"] for row in ROWS])
def test_every_row_is_found_by_its_own_example(row: dict[str, str]) -> None:
    for form in ("{}", "{}:", "{}.", "- {} -"):
        assert heading_kind(form.format(row["example"])) == row["kind"]
    assert heading_kind(row["example"].upper()) == row["kind"]
    assert heading_kind(row["example"][0].lower() + row["example"][1:]) == ""
    assert heading_kind(f"{row['example']} som ingen hade väntat sig där") in ("", "annex")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Beslut", "decision"),
        ("Socialnämndens beslut", "decision"),
        ("Kommunfullmäktige beslutar", "decision"),
        ("Nämnden beslutar att", "decision"),
        ("Beslutet skickas till", "distribution"),
        ("Utdrag till:", "distribution"),
        ("Förslag till beslut", "proposal"),
        ("Arbetsutskottets förslag till beslut", "proposal"),
        ("Presidiet föreslår styrelsen besluta", "proposal"),
        ("Dagens yrkanden", "motions"),
        ("Tilläggsyrkande", "motions"),
        ("Yrkande och proposition", "motions"),
        ("Beslutsgång", "procedure"),
        ("Omröstningsresultat", "vote"),
        ("Votering 2", "vote"),
        ("Skriftlig reservation", "reservation"),
        ("Särskilt yttrande", "statement"),
        ("Jäv", "recusal"),
        ("Föredragande", "presenter"),
        ("Tidigare beslut", "history"),
        ("Handlingar i ärendet", "documents"),
        ("Bilagor", "documents"),
        ("Bilaga 2", "annex"),
        ("Barnkonsekvensanalys", "background"),
        ("Ärendet", "background"),
        ("Yttranden och yrkanden", "motions"),
        ("Yrkande i sak", "motions"),
        ("Under mötet", "discussion"),
        ("Kommunfullmäktige väljer", "decision"),
        ("Beredningens ställningstagande", "decision"),
        ("Ställningstagande", "procedure"),
        ("För egen del beslutar nämnden", "decision"),
        ("Presidiet föreslår styrelsen", "proposal"),
        ("Förslag av ordföranden", "proposal"),
        ("Kommunstyrelsens förslag till beslut, 2031-03-04 § 12", "proposal"),
        ("På förslag av presidiet beslutar styrelsen", "decision"),
        ("Revisionsnämndens beslutsförslag till stadsfullmäktige:", "proposal"),
        ("Deltar ej p.g.a. jäv", "recusal"),
        ("Protokollsutdrag till", "distribution"),
        ("Ersättaryttranden", "statement"),
        ("Beslutet i korthet", "background"),
        ("Informationsärende", "background"),
        ("Motivering till beslutet", "background"),
        ("Votering om återremiss", "vote"),
        ("Propositionsgång:", "procedure"),
    ],
)
def test_headings(line: str, kind: str) -> None:
    assert heading_kind(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Beslutet överklagades av en granne.",
        "Beslut om ny lekplats vid Ekvägen",  # the title of an item
        "1. Beslut",
        "2031 års beslut",
        "Bakgrunden är okänd",
        "Reservationen lämnades in efter mötet",
        "Handlingarna skickades ut i maj",
        "Yrkandet föll",
        "Elin Ek (S)",
        "Kommunstyrelsen",
        "Votering begärs och verkställs.",
        "Kommunstyrelsen beslutar att anta planen för vatten",
        "Beslut " * 20,
        "Direktören föreslår att planen antas",
        "Deltar i mötet",
        "Upplysningar om avgiften lämnas av kommunen",
        "Protokollsutdrag",
    ],
)
def test_what_is_no_heading(line: str) -> None:
    assert heading_kind(line) == ""


@pytest.mark.parametrize(
    ("line", "kind", "rest"),
    [
        ("Föredragande: Elin Ek", "presenter", "Elin Ek"),
        ("Beslut: Planen antas.", "decision", "Planen antas."),
        ("Jäv: Elin Ek deltar inte.", "recusal", "Elin Ek deltar inte."),
        ("Expedieras till: Socialnämnden", "distribution", "Socialnämnden"),
        ("Protokollsanteckning : Nej tack.", "statement", "Nej tack."),
        ("Förslag till beslut: Planen antas.", "proposal", "Planen antas."),
        ("Handlingar: Plan 2031", "documents", "Plan 2031"),
        ("Reservationer: Elin Ek (S)", "reservation", "Elin Ek (S)"),
        ("Beslut:", "", ""),  # alone on its line it is a heading of the other sort
        ("Beslut Planen antas.", "", ""),
        ("Ordförande: Elin Ek", "", ""),
        ("Planen antas. Beslut: nej", "", ""),
        ("Beslutsgång: Ordet är fritt.", "procedure", "Ordet är fritt."),
        ("Omröstningsresultat: 7 ja", "vote", "7 ja"),
        ("Arbetsutskottets förslag: Planen antas.", "proposal", "Planen antas."),
        ("Beslutet delges: sökanden", "distribution", "sökanden"),
    ],
)
def test_inline_headings(line: str, kind: str, rest: str) -> None:
    found, at = inline_heading(line)
    assert (found, line[at:] if found else "") == (kind, rest)
