from __future__ import annotations

import pytest

from protokollgraf.extract.facts import Attendance, Recusal
from protokollgraf.tests.extract.minutes import FRONT, facts

HEAD = "Ekby kommun\nKommunstyrelsen\nSammanträdesprotokoll 2031-03-04\n\n"
ITEMS = "\n§ 5 Ny lekplats\n\nBeslut\nPlanen antas.\n\n§ 6 Mötet avslutas\n\nTack.\n\n§ 7 Slut\n\nTack.\n"


def listed(lines: str, label: str = "Beslutande") -> str:
    return f"{HEAD}{label}:\nElin Ek (S), ordförande\n{lines}\n{ITEMS}"


def rows(text: str) -> list[tuple[object, ...]]:
    """Person, party, role, capacity, items, replaces; without the first, who is always there."""
    return [(row[0], row[1], *row[4:]) for row in facts(text, Attendance)][1:]


ERIK = ("Erik Alm", "M")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Erik Alm (M)", (*ERIK, "", "member", "", "")),
        ("Erik Alm (m)", (*ERIK, "", "member", "", "")),
        ("Erik Alm, M", (*ERIK, "", "member", "", "")),
        ("Erik Alm M", (*ERIK, "", "member", "", "")),
        ("Erik Alm (-)", ("Erik Alm", "", "", "member", "", "")),
        ("Qvixo Alm (M)", ("Qvixo Alm", "M", "", "member", "", "")),
        ("Erik Alm (M), vice ordförande", (*ERIK, "vice ordförande", "member", "", "")),
        ("Erik Alm (M), v ordf", (*ERIK, "vice ordförande", "member", "", "")),
        ("Erik Alm (M), v. ordf.", (*ERIK, "vice ordförande", "member", "", "")),
        ("Erik Alm (M), 2:e v. ordf.", (*ERIK, "2:e vice ordförande", "member", "", "")),
        ("Ordf. Erik Alm (M)", (*ERIK, "ordförande", "member", "", "")),
        ("Erik Alm (M), § 5", (*ERIK, "", "member", "5", "")),
        ("Erik Alm (M) §§ 5-6", (*ERIK, "", "member", "5-6", "")),
        ("Erik Alm (M), ej § 6", (*ERIK, "", "member", "5,7", "")),
        ("Erik Alm (M), fr.o.m. § 6", (*ERIK, "", "member", "6-7", "")),
        ("Erik Alm (M), ordförande § 6", (*ERIK, "ordförande", "member", "", "")),  # he is there for all of them
        ("Erik Alm (M) kl. 13.00-14.00", (*ERIK, "", "member", "", "")),
        ("Erik Alm (M), på distans", (*ERIK, "", "member", "", "")),
        ("Erik Alm (M) ersätter Nils Holmfelt (V)", (*ERIK, "", "substitute", "", "Nils Holmfelt")),
        ("Erik Alm (M), tjänstgörande ersättare för Nils Holmfelt (V)", (*ERIK, "", "substitute", "", "Nils Holmfelt")),
        ("Erik Alm (M) tjg. ers. för Nils Holmfelt", (*ERIK, "", "substitute", "", "Nils Holmfelt")),
        ("Erik Alm (M), tjänstgörande ersättare", (*ERIK, "", "substitute", "", "")),
        ("Erik Alm (M) Anmält förhinder", (*ERIK, "", "absent", "", "")),
        ("Erik Alm (M), mötesordf. § 5", (*ERIK, "ordförande", "member", "", "")),
        ("Erik Alm (M) (kom kl 13.10)", (*ERIK, "", "member", "", "")),
        ("Erik B Alm (M)", ("Erik B Alm", "M", "", "member", "", "")),
        ("EKBP Erik Alm", ("Erik Alm", "EKBP", "", "member", "", "")),
        ("Erik Alm (m-gruppen)", (*ERIK, "", "member", "", "")),
        ("Erik Alm, vice ordförande M", (*ERIK, "vice ordförande", "member", "", "")),
        ("- Erik Alm (M)", (*ERIK, "", "member", "", "")),
        ("Erik Alm (M), frånvarande", (*ERIK, "", "absent", "", "")),
        ("Erik Alm, Moderaterna", (*ERIK, "", "member", "", "")),
        ("Erik Alm (M), vice ordförande §§ 5-6", (*ERIK, "vice ordförande", "member", "5-6", "")),
        ("x Erik Alm (M)", (*ERIK, "", "member", "", "")),
        ("Erik Alm (M), § 5, ordförande §§ 6-7", (*ERIK, "ordförande", "member", "5-7", "")),
        ("Erik Alm (M), § 5, ordförande § 7", (*ERIK, "ordförande", "member", "5,7", "")),
        ("Erik Alm (M) ers f Nils Holmfelt (V)", (*ERIK, "", "substitute", "", "Nils Holmfelt")),
        ("Erik Alm (M) ers Nils Holmfelt (V) § 5", (*ERIK, "", "substitute", "5", "Nils Holmfelt")),
        ("Erik Alm\tM\tersätter Nils Holmfelt (V)", (*ERIK, "", "substitute", "", "Nils Holmfelt")),
        ("Erik Alm\tM\tTjänstgörande ersättare för Nils Holmfelt", (*ERIK, "", "substitute", "", "Nils Holmfelt")),
        ("Erik Alm\tM\tvice ordförande\tX", (*ERIK, "vice ordförande", "member", "", "")),
    ],
)
def test_one_person(line: str, expected: tuple[str, ...]) -> None:
    assert rows(listed(line)) == [expected]


@pytest.mark.parametrize(
    ("label", "line", "capacity"),
    [
        ("Beslutande", "Erik Alm (M)", "member"),
        ("Ledamöter", "Erik Alm (M)", "member"),
        ("Närvarande", "Erik Alm (M)", "member"),
        ("Tjänstgörande ersättare", "Erik Alm (M)", "substitute"),
        ("Ersättare", "Erik Alm (M)", "nonvoting"),
        ("Ersättare", "Erik Alm (M), tjänstgörande", "substitute"),
        ("Ersättare", "Erik Alm (M), ej tjänstgörande", "nonvoting"),
        ("Ej tjänstgörande ersättare", "Erik Alm (M)", "nonvoting"),
        ("Övriga deltagare", "Erik Alm (M)", "other"),
        ("Tjänstepersoner", "Erik Alm, kommunchef", "other"),
        ("Gäster", "Erik Alm, Ekby IF", "guest"),
        ("Frånvarande", "Erik Alm (M)", "absent"),
        ("Förhinder", "Erik Alm (M)", "absent"),
        ("Närvarande", "Samtliga ledamöter med undantag för Erik Alm (M)", "absent"),
        ("Närvarande", "Alla utom Erik Alm (M)", "absent"),
        ("Tjänstgörande ersättare", "Ordförande: Erik Alm (M)", "member"),  # a line of its own below the list
    ],
)
def test_capacity(label: str, line: str, capacity: str) -> None:
    assert [row[3] for row in rows(f"{HEAD}Beslutande:\nElin Ek (S)\n\n{label}:\n{line}\n{ITEMS}")] == [capacity]


@pytest.mark.parametrize(
    ("lines", "people"),
    [
        ("Erik Alm (M)\nSara Lindal (C)", ["Erik Alm", "Sara Lindal"]),
        ("Erik Alm (M), Sara Lindal (C)", ["Erik Alm", "Sara Lindal"]),
        ("Erik Alm (M) och Sara Lindal (C)", ["Erik Alm", "Sara Lindal"]),
        ("Erik Alm (M),\nvice ordförande", ["Erik Alm"]),  # goes on
        ("Erik Alm\n(M)", ["Erik Alm"]),
        ("1. Erik Alm (M)\n2. Sara Lindal (C)", ["Erik Alm", "Sara Lindal"]),
        ("Vakant (M)", []),
        ("- (M) vakant", []),
        ("VAKANT", []),
        ("Ekby kommun", []),
        ("Ajournering kl. 14.00-14.15", []),
        ("§§ 5-6", []),
        ("", []),
    ],
)
def test_people_of_a_list(lines: str, people: list[str]) -> None:
    assert [row[0] for row in rows(listed(lines))] == people


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Moderaterna\nErik Alm\nSara Lindal", [("M", "", ""), ("M", "", "")]),
        ("Ekpartiet (EKBP)\nErik Alm", [("EKBP", "", "")]),
        ("Region Ekdal\nErik Alm, direktör\nSara Lindal", [("", "", "Region Ekdal"), ("", "", "Region Ekdal")]),
        ("Erik Alm (M), Ekby kommun", [("M", "Ekby", "Ekby kommun")]),
        ("Erik Alm, ekonomichef Ekby kommun", [("", "", "Ekby kommun")]),
        ("Erik Alm (M)", [("M", "", "")]),
    ],
)
def test_what_people_stand_for(lines: str, expected: list[tuple[str, str, str]]) -> None:
    found = [row[1:4] for row in facts(listed(lines), Attendance)][1:]
    assert found == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (  # a cross behind, and the party in small letters without brackets
            "Erik Alm m x\nSara Lindal c\nNils Holmfelt v x -10.30",
            [("Erik Alm", "M", "member"), ("Sara Lindal", "C", "absent"), ("Nils Holmfelt", "V", "member")],
        ),
        (  # a cross below
            "Erik Alm (M)\nX\nSara Lindal (C)\nNils Holmfelt (V)\nX",
            [("Erik Alm", "M", "member"), ("Sara Lindal", "C", "absent"), ("Nils Holmfelt", "V", "member")],
        ),
        (  # a column of names and one of parties that came apart
            "Erik Alm\nSara Lindal\n(M)\n(C)",
            [("Erik Alm", "M", "member"), ("Sara Lindal", "C", "member")],
        ),
    ],
)
def test_marks_and_columns(lines: str, expected: list[tuple[str, str, str]]) -> None:
    found = facts(f"{HEAD}Beslutande:\n{lines}\n{ITEMS}", Attendance)
    assert [(row[0], row[1], row[5]) for row in found] == expected


def test_a_table_with_present_absent_and_who_may_substitute() -> None:
    head = "Ledamöter          Parti   Närv.   Frånv.               Ersättare\n"
    lines = (
        "Elin Ek            (S)     X                            Hanna Gren\n"
        "Erik Alm           (M)             X                    Olof Stjern\n"
    )
    text = f"{HEAD}{head}{lines}\nErsättare\nOlof Stjern\n{ITEMS}"
    found = [(row[0], row[1], row[5]) for row in facts(text, Attendance)]
    assert found == [("Elin Ek", "S", "member"), ("Erik Alm", "M", "absent"), ("Olof Stjern", "", "nonvoting")]


def test_a_table_of_members_beside_substitutes_in_markdown() -> None:
    table = "| Beslutande | Ersättare |\n|---|---|\n| Elin Ek (S) | Erik Alm (M) |\n| Sara Lindal (C) | |\n"
    found = [(row[0], row[5]) for row in facts(f"{HEAD}{table}{ITEMS}", Attendance)]
    assert found == [("Elin Ek", "member"), ("Sara Lindal", "member"), ("Erik Alm", "nonvoting")]


def test_personal_substitutes_stand_in_for_the_member_on_their_line() -> None:
    head = "Ordinarie ledamöter          Personliga ersättare\n"
    lines = "x Ek Elin                    - Gren Hanna\n- Alm Erik                   x Stjern Olof\n"
    found = {row[0]: (row[5], row[7]) for row in facts(f"{HEAD}{head}{lines}{ITEMS}", Attendance)}
    assert found["Olof Stjern"] == ("substitute", "Erik Alm")
    assert found["Hanna Gren"] == ("absent", "")


def test_the_first_of_two_lists_of_substitutes_serves_where_the_second_stands_among_the_others() -> None:
    lists = "Beslutande\nElin Ek (S)\nErsättare\nErik Alm (M)\n\nÖvriga närvarande\nErsättare\n"
    lists += "Bo Lind (C)\nHanna Gren (V)\n"
    found = [(row[0], row[5]) for row in facts(f"{HEAD}{lists}{ITEMS}", Attendance)]
    rest = [("Bo Lind", "nonvoting"), ("Hanna Gren", "nonvoting")]
    assert found == [("Elin Ek", "member"), ("Erik Alm", "substitute"), *rest]


def test_municipalities_as_headings_go_on_to_the_next_list() -> None:
    lists = (
        "Sala kommun\nOrdinarie\nElin Ek (S)\nErsättare\nNora kommun\nOrdinarie\nErik Alm (M)\nErsättare\nBo Lind (C)\n"
    )
    found = [row[:4] for row in facts(f"{HEAD}Kallade\n{lists}{ITEMS}", Attendance)]
    nora = ("Nora", "Nora kommun")
    assert found == [("Elin Ek", "S", "Sala", "Sala kommun"), ("Erik Alm", "M", *nora), ("Bo Lind", "C", *nora)]


def test_surnames_first_with_a_particle_and_marks() -> None:
    lines = "x Alm Erik\nx Stjern Olof\nx Lindal Sara, viceordf.\nx af Holmfelt Nils"
    front = f"{HEAD}Beslutande:\n{lines}\n{ITEMS}"
    assert [(row[0], row[4]) for row in facts(front, Attendance)] == [
        ("Erik Alm", ""), ("Olof Stjern", ""), ("Sara Lindal", "vice ordförande"), ("Nils af Holmfelt", ""),
    ]  # fmt: skip


def test_a_table_with_times_and_functions() -> None:
    lines = (
        "Namn                     Kl.             Uppgift\n"
        "Elin Ek, SFP             18.00 - 20.47   Ordförande\n"
        "Erik Alm, Gröna          18.00 - 20.47   Medlem\n"
        "Sara Lindal, SDP         18.00 - 20.47   Ersättare för Nils Holmfelt, SDP"
    )
    front = f"{HEAD}Närvarande:\n{lines}\n{ITEMS}"
    assert [(row[0], row[1], row[4], row[5], row[7]) for row in facts(front, Attendance)] == [
        ("Elin Ek", "SFP", "ordförande", "member", ""),
        ("Erik Alm", "GRÖNA", "", "member", ""),
        ("Sara Lindal", "SDP", "", "substitute", "Nils Holmfelt"),
    ]


def test_surnames_first() -> None:
    lines = "Alm, Erik (M)\nLindal Sara (C)\nHolmfelt Nils (V)"
    text = f"{HEAD}Beslutande:\nEkstig Elin (S), ordförande\n{lines}\n{ITEMS}"
    assert [row[0] for row in facts(text, Attendance)] == ["Elin Ekstig", "Erik Alm", "Sara Lindal", "Nils Holmfelt"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Erik Alm (M), ej p.g.a. jäv § 6", [("6", *ERIK)]),
        ("Erik Alm (M), jäv § 6", [("6", *ERIK)]),
        ("Erik Alm (M), ej § 6", []),
        ("Erik Alm (M), deltar ej § 6 p.g.a. jäv", [("6", *ERIK)]),
    ],
)
def test_jav_in_the_list(line: str, expected: list[tuple[str, str, str]]) -> None:
    assert facts(listed(line), Recusal) == expected


def test_two_capacities_are_two_rows() -> None:
    text = f"{HEAD}Beslutande:\nElin Ek (S)\nErik Alm (M), § 5\n\nErsättare:\nErik Alm (M), §§ 6-7\n{ITEMS}"
    assert rows(text) == [(*ERIK, "", "member", "5", ""), (*ERIK, "", "nonvoting", "6-7", "")]


def test_names_of_the_text_are_not_on_the_list() -> None:
    text = f"{FRONT}§ 5 Ny lekplats\n\nOlof Stjern (L) talar.\n"
    assert len(facts(text, Attendance)) == 7


def test_crosses_make_a_dash_an_absence() -> None:
    """Where the list crosses those present, a dash says who was not; else it is the bullet of the list."""
    found = rows(listed("x Sara Lindal (C)\n- Erik Alm (M)"))
    assert [(row[0], row[3]) for row in found] == [("Sara Lindal", "member"), ("Erik Alm", "absent")]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Centerpartiet: Erik Alm, Sara Lindal\nV: Nils Holmfelt", ["Erik Alm C", "Sara Lindal C", "Nils Holmfelt V"]),
        ("Centerpartiet: Erik Alm, Sara\nLindal och Nils Holmfelt", ["Erik Alm C", "Sara Lindal C", "Nils Holmfelt C"]),
        ("Erik Alm (M) ersätter Sara\nLindal (C)", ["Erik Alm M"]),  # breaks within the name
        ("Erik Alm (M)                 Vice ordförande\nSara Lindal (C)", ["Erik Alm M", "Sara Lindal C"]),
        ("Vice ordförande      Erik Alm (M)\nSara Lindal (C)", ["Erik Alm M", "Sara Lindal C"]),
    ],
)
def test_lists_that_break_or_name_the_party_first(lines: str, expected: list[str]) -> None:
    assert [f"{row[0]} {row[1]}" for row in rows(listed(lines))] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "- Erik Alm   x personlig ersättare: Sara Lindal",
            [("Erik Alm", "absent", ""), ("Sara Lindal", "substitute", "Erik Alm")],
        ),
        (
            "x Erik Alm   - personlig ersättare: Sara Lindal",
            [("Erik Alm", "member", ""), ("Sara Lindal", "absent", "")],
        ),
        ("x Erik Alm   pers. ers. Sara Lindal", [("Erik Alm", "member", ""), ("Sara Lindal", "nonvoting", "")]),
    ],
)
def test_a_personal_substitute_on_the_line_of_the_member(line: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(row[0], row[5], row[7]) for row in facts(listed(f"x Nils Holmfelt\n{line}"), Attendance)][2:] == expected


def test_titles_before_names_in_a_line() -> None:
    found = rows(f"{HEAD}Beslutande:\nElin Ek (S)\n\nÖvriga: Ekonom Olof Stjern, jurist Lena Rosdahl § 5\n{ITEMS}")
    assert [(row[0], row[2], row[4]) for row in found] == [
        ("Olof Stjern", "ekonom", ""),
        ("Lena Rosdahl", "jurist", "5"),
    ]


@pytest.mark.parametrize(
    ("line", "roles"),
    [
        ("Rektorerna Erik Alm, Sara Lindal samt nämndsekreterare Hanna Gren", ["rektor", "rektor", "nämndsekreterare"]),
        ("Handläggarna Erik Alm och Sara Lindal, kommunchef Hanna Gren", ["handläggare", "handläggare", "kommunchef"]),
    ],
)
def test_a_title_that_several_share(line: str, roles: list[str]) -> None:
    text = f"{HEAD}Beslutande:\nElin Ek (S)\n\nTJÄNSTEPERSONER OCH INBJUDNA\n{line}\n{ITEMS}"
    assert [row[2] for row in rows(text)] == roles


def test_a_label_says_for_whom_they_sit() -> None:
    text = f"{HEAD}Deltagare för Region Ekland\nElin Ek (S)\nErik Alm (M)\n{ITEMS}"
    assert {row[3] for row in facts(text, Attendance)} == {"Region Ekland"}


def test_a_row_of_a_table_with_a_substitute_keeps_its_cells() -> None:
    text = f"{HEAD}Beslutande:\n| Elin Ek | S | Ekby | Tjänstgörande ersättare för Erik Alm |\n{ITEMS}"
    assert [(row[1], row[5], row[7]) for row in facts(text, Attendance)] == [("S", "substitute", "Erik Alm")]


def test_a_column_of_parties_beside_whom_they_replace() -> None:
    found = rows(listed("Erik Alm            M         ersätter Eva Rönn (SD)"))
    assert found == [(*ERIK, "", "substitute", "", "Eva Rönn")]
