from __future__ import annotations

import pytest

from protokollgraf.extract.facts import Reference
from protokollgraf.tests.extract.minutes import facts, found, minutes


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Enligt SOU 2029:12 krävs tillstånd.", [("sou", "SOU 2029:12")]),
        ("SOU 2029:12 och SOU 2029:12 igen", [("sou", "SOU 2029:12")]),  # each once
        ("Enligt lagen (2029:725) krävs det.", [("sfs", "SFS 2029:725")]),
        ("SFS 2029:900 gäller.", [("sfs", "SFS 2029:900")]),
        (
            "Se prop. 2029/30:11, bet. 2029/30:KU5 och rskr. 2029/30:7.",
            [("bill", "prop. 2029/30:11"), ("bill", "bet. 2029/30:KU5"), ("bill", "rskr. 2029/30:7")],
        ),
        ("Proposition 2029/30:11 antogs.", [("bill", "prop. 2029/30:11")]),
        ("Se ärendenummer KS 2031/77.", [("case", "KS 2031/77")]),
        ("Ärendet behandlades den 4 februari 2031, § 8.", [("decision", "2031-02-04 § 8")]),
        ("Arbetsutskottet 2031-02-11 § 14", [("decision", "2031-02-11 § 14")]),
        ("Kommunstyrelsens beslut § 14, 2031-02-11", [("decision", "2031-02-11 § 14")]),
        (
            "Tidigare behandling\nBordlagt den 24 januari 2031, § 45 och den 7 februari 2031, § 104",
            [("decision", "2031-01-24 § 45"), ("decision", "2031-02-07 § 104")],
        ),
        ("Ärendet bordläggs till mötet den 8 april.", [("decision", "2031-04-08")]),  # a coming meeting
        (
            "Handlingar\n- Plan för vatten\n- Tjänsteskrivelse den 1 mars 2031",
            [("attachment", "Plan för vatten"), ("attachment", "Tjänsteskrivelse den 1 mars 2031")],
        ),
        ("Bilaga: Plan för vatten", [("attachment", "Plan för vatten")]),
        ("Målet, mål M 1877-29, är avgjort.", [("case", "M 1877-29")]),
        ("Dom från Kammarrätten i Ekstad 2031-02-02 finns.", [("decision", "2031-02-02")]),
        ("- Beslut från Skolinspektionen 2031-02-02 om tillsyn", [("decision", "2031-02-02")]),
        ("Beslut av vice ordföranden 2031-02-02, avgift", [("decision", "2031-02-02")]),
        ("Samråd hölls 2031-02-12 i Ekby.", [("decision", "2031-02-12")]),
        ("Nämnden yttrade sig senast den 4 februari 2031, § 8.", [("decision", "2031-02-04 § 8")]),
        ("Kst § 131/31.10.2030", [("decision", "2030-10-31 § 131")]),
        ("Bilaga A - Kst § 147: Plan för vatten", [("attachment", "Plan för vatten")]),
        # no reference
        ("Lista över delegationsbeslut, 2031-02-01 - 2031-02-28", []),
        ("Handlingar\nElin Ek (S) yrkar att meningen om bad utgår.", []),
        ("Handlingar\n[Till sidans topp]", []),
        ("Målet är 1877-29 platser.", []),
        ("Föreningen bildades den 4 februari 2029.", []),
        ("Mötet 2031-03-04 öppnas.", []),  # this meeting
        ("Tjänsteutlåtande daterat 2031-02-01", []),
        ("Taxan gäller från och med 2032-01-01.", []),
        ("Handlingar\nInga", []),
        ("Handlingar\nPost\tBudget\tUtfall\nPersonal\t12\t13", []),  # a table
        ("Bilaga 1", []),
        ("Kvoten 2029:12 anges.", []),
        ("Skalan är 1:500.", []),
        ("Enligt § 8 krävs det.", []),
        ("Sammanträdet den 30 februari 2031, § 8", []),
        ("Styrelseprotokoll Ekby Bygg AB 2030-12-14", []),
        ("Ärendet bordläggs till den 5 maj 2031.", [("decision", "2031-05-05")]),
        ("Valberedningen har den 5 februari 2031 lämnat förslag.", [("decision", "2031-02-05")]),
        ("Svar till inspektionen, IVO 3.5.1-40122/2030.", [("case", "IVO 3.5.1-40122/2030")]),
        ("Ärendet MBN.2030.112 är avslutat.", [("case", "MBN.2030.112")]),
    ],
)
def test_references(body: str, expected: list[tuple[str, str]]) -> None:
    assert found(body, Reference) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Svar på SOU 2029:12", [("sou", "SOU 2029:12")]),
        ("Ny lekplats KS 2031/77", [("case", "KS 2031/77")]),
        ("Budget 2032", []),
        ("Plan 2031-2035", []),
    ],
)
def test_references_of_a_title(title: str, expected: list[tuple[str, str]]) -> None:
    assert [row[1:] for row in facts(minutes("Ord.", title=title), Reference)] == expected
