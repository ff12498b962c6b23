"""Organisations told by one word of their name."""

from __future__ import annotations

import pytest

from protokollgraf.extract.organisation_patterns import told_by_word


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ekstads tingsrätts beslut", [("Ekstads tingsrätt", "authority")]),
        ("Ekby hembygdsförenings jubileum", [("Ekby hembygdsförening", "association")]),
        ("Almsta byalag", [("Almsta byalag", "association")]),
        ("Sveriges Brandbefäls förening", [("Sveriges Brandbefäls förening", "association")]),
        ("studieförbundet Eken", [("Studieförbundet Eken", "association")]),
        ("Pensionärernas Riksorganisation i Ekby", [("Pensionärernas Riksorganisation i Ekby", "association")]),
        ("Skickas till kommunens revisorer", [("Kommunens revisorer", "body")]),
        ("Ab Eknäs Gästhamn Oy och Nordek Oy", [("Ab Eknäs Gästhamn Oy", "company"), ("Nordek Oy", "company")]),
        ("Inrikesministeriets brev", [("Inrikesministeriet", "authority")]),
        ("Västra Eklands välfärdsområde", [("Västra Eklands välfärdsområde", "authority")]),
        ("Föreningen Sveriges förvaltare", [("Föreningen Sveriges förvaltare", "association")]),
        ("revisorer och byalag", []),
        ("Ekstads tingsrätt har dömt.", [("Ekstads tingsrätt", "authority")]),
        ("Åklagarkammaren i Ekstad svarar.", [("Åklagarkammaren i Ekstad", "authority")]),
        ("Polisregion Ekland", [("Polisregion Ekland", "authority")]),
        ("Eklands läns museum", [("Eklands läns museum", "other")]),
        ("Advokatfirman Alm företräder kommunen.", [("Advokatfirman Alm", "company")]),
        ("Föreningen Ekbadet ansöker.", [("Föreningen Ekbadet", "association")]),
        ("Kommunchefsnätverket har mötts.", [("Kommunchefsnätverket", "body")]),
        ("styrgruppen för Vision 2050", [("Styrgruppen för Vision 2050", "body")]),
        ("Ekby Vatten och Avfall AB", [("Ekby Vatten och Avfall AB", "company")]),
        ("Rådet för trygghet och hälsa", [("Rådet för trygghet och hälsa", "body")]),
        ("nämnden för vatten och socialnämnden", [("Nämnden för vatten", "body")]),
        ("anslag till nämnden för 2031", []),
        ("Samverkansnämnden Ekland", [("Samverkansnämnden Ekland", "body")]),
        ("stadsdelsnämnden Ekdal och Almdal", [("Stadsdelsnämnden Ekdal", "body")]),
        ("riksdagen och regeringen", [("Regeringen", "authority"), ("Riksdagen", "authority")]),
        ("Avtalet med Familjecentrum", [("Familjecentrum", "other")]),
        ("Parkering vid Stadscentrum", []),
        ("rätt till insyn", []),
        ("Rådet för att stärka", []),
        ("i nätverket och i gruppen", []),
        ("Föreningen ansöker om medel.", []),
        ("Elin Ek och Alm AB", []),
        ("Styrgruppen för Vux i Ekby", [("Styrgruppen för Vux i Ekby", "body")]),
        ("Vattenrådet för Ekån", [("Vattenrådet för Ekån", "association")]),
        ("Barnahus Ekby län", [("Barnahus Ekby län", "other")]),
        ("Yrkeshögskolan Eken", [("Yrkeshögskolan Eken", "other")]),
    ],
)
def test_told_by_word(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(found.name, found.kind) for found in told_by_word(text)] == expected
