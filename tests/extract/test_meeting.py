from __future__ import annotations

import pytest

from protokollgraf.extract.facts import Meeting
from protokollgraf.extract.meeting import body_name
from protokollgraf.tests.extract.minutes import facts

REST = (
    "Beslutande:\nElin Ek (S), ordförande\n\n§ 5 Ny lekplats\n\nBeslut\nPlanen antas.\n\n§ 6 Mötet avslutas\n\nTack.\n"
)


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        (
            "Ekby kommun\nSocialnämnden\nProtokoll\n2031-03-04\n\nPlats och tid: Stora salen, kl. 13.00-15.30",
            ("Socialnämnden", "Ekby kommun", "2031-03-04", "13:00", "15:30", "Stora salen"),
        ),
        (
            "PROTOKOLL\nEKBY KOMMUN\nKOMMUNSTYRELSEN\nMötesdatum: 2031-03-04\n\nPlats: Stora salen\nTid: 13.00-15.30",
            ("Kommunstyrelsen", "Ekby kommun", "2031-03-04", "13:00", "15:30", "Stora salen"),
        ),
        (
            "Ekby kommun\nKommunstyrelsen\nPlats och tid: Stora salen, Ekby, tisdagen den 4 mars 2031, klockan 9-12",
            ("Kommunstyrelsen", "Ekby kommun", "2031-03-04", "09:00", "12:00", "Stora salen, Ekby"),
        ),
        (
            "Ekby Kommun\nKommunstyrelsen\nBeslutande:\nSocialdemokraterna\nElin Ek\nModeraterna\nErik Alm",
            ("Kommunstyrelsen", "Ekby kommun", "", "", "", ""),
        ),
        ("Protokoll KF 2031-03-04", ("Kommunfullmäktige", "", "2031-03-04", "", "", "")),
        (
            "Protokoll fört vid ordinarie årsmöte med Ekby hembygdsförening\nDatum: 2031-03-04",
            ("Årsmötet", "Ekby hembygdsförening", "2031-03-04", "", "", ""),
        ),
        ("Direktionsmöte den 4 mars 2031", ("Direktionen", "", "2031-03-04", "", "", "")),
        (
            "Direktionen\nTid: 20310304 13.0015.30",  # the dash between them got lost
            ("Direktionen", "", "2031-03-04", "13:00", "15:30", ""),
        ),
        (
            "Protokoll från Kommunstyrelsens sammanträde den 4 mars 2031",
            ("Kommunstyrelsen", "", "2031-03-04", "", "", ""),
        ),
        (
            "Ekdals kommunalförbund\nDirektionen\nProtokoll 2031-03-04",
            ("Direktionen", "Ekdals kommunalförbund", "2031-03-04", "", "", ""),
        ),
        (
            "Region Ekdal\nRegionstyrelsen\nPlats: Digitalt via Teams",
            ("Regionstyrelsen", "Region Ekdal", "", "", "", "Digitalt via Teams"),
        ),
        (
            "Ekby kommun\nKommunstyrelsens arbetsutskott\nSammanträdesdatum: 4 mars 2031",
            ("Kommunstyrelsens arbetsutskott", "Ekby kommun", "2031-03-04", "", "", ""),
        ),
        (
            "Ekby kommun\nVård- och omsorgsnämnden\nTid: kl. 13",
            ("Vård- och omsorgsnämnden", "Ekby kommun", "", "13:00", "", ""),
        ),
        (
            "Ekby kommun\nKommunstyrelsen\nTid: den 4 mars",
            ("Kommunstyrelsen", "Ekby kommun", "", "", "", ""),
        ),  # no year
        ("Protokoll", ("", "", "", "", "", "")),  # nothing is guessed
        (
            "Ekby kommun\nJusterat 2031-03-11\nKommunstyrelsen\nSammanträdesdatum: 2031-03-04",
            ("Kommunstyrelsen", "Ekby kommun", "2031-03-04", "", "", ""),
        ),
        (
            "Ekby kommun\nKommunstyrelsen\nSammanträdesdatum: 2031-02-30",
            ("Kommunstyrelsen", "Ekby kommun", "", "", "", ""),
        ),
    ],
)
def test_meeting(front: str, expected: tuple[str, ...]) -> None:
    assert facts(f"{front}\n\n{REST}", Meeting) == [expected]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Kommunstyrelsen", "Kommunstyrelsen"),
        ("KOMMUNSTYRELSEN", "Kommunstyrelsen"),
        ("Kommunstyrelsens arbetsutskott", "Kommunstyrelsens arbetsutskott"),
        ("Protokoll från socialnämndens sammanträde", "Socialnämnden"),
        ("Sammanträdesprotokoll Kommunfullmäktige", "Kommunfullmäktige"),
        ("Nämnden för vatten och avlopp", "Nämnden för vatten och avlopp"),
        ("Direktionens protokoll 4 mars 2031", ""),
        ("Ekby kommun", ""),
        ("Elin Ek (S)", ""),
        ("Kommunstyrelsen beslutar att anta planen", ""),
        ("Kommunstyrelsen har justerat protokollet", ""),
        ("Sida 3", ""),
        ("", ""),
    ],
)
def test_body_name(line: str, name: str) -> None:
    assert body_name(line) == name


def test_the_page_head_has_the_full_name_of_the_body_that_decides() -> None:
    page = "Ekby kommun\nKommunstyrelsens arbetsutskott\nProtokoll 2031-03-04\nSida {} av 3\n\n"
    items = "".join(
        f"{page.format(n)}§ {n} Ärende {n}\nArbetsutskottets beslut\nPlan {n} antas.\n\n" for n in (1, 2, 3)
    )
    text = page.format(1) + "Ledamöter      Elin Ek (S), ordförande\n               Erik Alm (M)\n\n" + items
    assert [row[0] for row in facts(text, Meeting)] == ["Kommunstyrelsens arbetsutskott"]
