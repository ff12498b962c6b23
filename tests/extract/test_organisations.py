from __future__ import annotations

import pytest

from protokollgraf.extract.facts import OrganisationMention
from protokollgraf.extract.organisations import organisation_at, organisations_in
from protokollgraf.tests.extract.minutes import facts, minutes

Rows = list[tuple[str, str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ekby kommun och Region Ekdal", [("Ekby kommun", "municipality"), ("Region Ekdal", "region")]),
        ("Ekby kommuns förslag", [("Ekby kommun", "municipality")]),
        ("Ekby Stad", [("Ekby Stad", "municipality")]),
        ("Region Skånes yttrande", [("Region Skåne", "region")]),
        ("socialnämnden i Ekby", [("Socialnämnden", "body")]),
        ("vård- och omsorgsnämnden", [("Vård- och omsorgsnämnden", "body")]),
        (
            "Miljö- och byggnadsnämnden samt socialnämnden",
            [("Miljö- och byggnadsnämnden", "body"), ("Socialnämnden", "body")],
        ),
        ("Kommunstyrelsens arbetsutskott", [("Kommunstyrelsens arbetsutskott", "body")]),
        ("Ekdals kommunalförbund", [("Ekdals kommunalförbund", "association")]),
        ("Samordningsförbundet Ekdal", [("Samordningsförbundet Ekdal", "association")]),
        ("Ekby Bygg AB", [("Ekby Bygg AB", "company")]),
        ("AB Ekbyhus", [("AB Ekbyhus", "company")]),
        ("Ekby Bygg AB och Ekby Vatten AB", [("Ekby Bygg AB", "company"), ("Ekby Vatten AB", "company")]),
        ("Länsstyrelsen i Ekdals län", [("Länsstyrelsen i Ekdals län", "authority")]),
        ("Myndigheten för vatten och avlopp", [("Myndigheten för vatten och avlopp", "authority")]),
        ("Högskolan i Ekdal", [("Högskolan i Ekdal", "university")]),
        ("Ekdals universitet", [("Ekdals universitet", "university")]),
        ("Ekdals folkhögskola", [("Ekdals folkhögskola", "other")]),
        ("Stiftelsen Ekdalen", [("Stiftelsen Ekdalen", "other")]),
        ("Socialdemokraterna", [("Socialdemokraterna", "party")]),
        ("stiftelsen Elin Eks fond", [("Stiftelsen Elin Eks fond", "other")]),
        ("Kommunförbundet Eklands stadgar", [("Kommunförbundet Ekland", "association")]),
        ("Kommunförbundet Eklands beslutar", [("Kommunförbundet Eklands", "association")]),  # the s is its own
        ("Polisregion Öst", [("Polisregion Öst", "authority")]),
        ("E.ON Energidistribution AB", [("E.ON Energidistribution AB", "company")]),
        (
            "Sala, Borås och Boden har anslutit sig.",
            [(x, "municipality") for x in ("Sala kommun", "Borås Stad", "Bodens kommun")],
        ),
        ("Boden har också gått med.", [("Bodens kommun", "municipality")]),
        (
            "Sala, Borås och Bodens kommuner",
            [(x, "municipality") for x in ("Sala kommun", "Borås Stad", "Bodens kommun")],
        ),
        ("I nuläget bidrar Boden med stöd.", [("Bodens kommun", "municipality")]),
        ("Berg har svarat.", []),  # may be a surname
        ("Boden är en stad.", []),
        # no organisation
        ("Nämnden beslutar", []),  # which?
        ("nämnderna och styrelserna", []),
        ("kommunen, en kommun och regionen", []),
        ("Ekby och Ekdal", []),  # places
        ("området och målgruppen", []),
        ("Elin Ek (S)", []),
        ("styrgruppen för vatten", []),
        ("", []),
    ],
)
def test_organisations_in(text: str, expected: Rows) -> None:
    assert [(one.name, one.kind) for one in organisations_in(text)] == expected


def test_where_they_stand() -> None:
    text = "Ekby kommuns avtal med Ekby Bygg AB"
    places = [(one.start, one.end) for one in organisations_in(text, 100)]
    assert [text[start - 100 : end - 100] for start, end in places] == ["Ekby kommuns", "Ekby Bygg AB"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Region Ekdal", "Region Ekdal"),
        ("från Ekby kommun", "Ekby kommun"),
        ("Elin Ek (S)", ""),
        ("ordförande", ""),
        ("", ""),
    ],
)
def test_organisation_at(text: str, name: str) -> None:
    assert organisation_at(text) == name


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Avtal med Almdals kommunalförbund.", [("Almdals kommunalförbund", "association")]),
        ("Ekby Bygg AB, Ekby Bygg AB och Ekby Bygg AB.", [("Ekby Bygg AB", "company")]),  # each once
        ("Avtal med Stiftelsen Almen. Stiftelsen Almens svar.", [("Stiftelsen Almen", "other")]),
        ("Ingen är där.", []),
    ],
)
def test_mentions_beside_those_of_the_front(body: str, expected: Rows) -> None:
    before = facts(minutes("Ord."), OrganisationMention)
    assert ("Kommunstyrelsen", "body") in before
    assert ("Ekby kommun", "municipality") in before
    assert [row for row in facts(minutes(body), OrganisationMention) if row not in before] == expected
