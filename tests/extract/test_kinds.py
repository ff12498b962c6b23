from __future__ import annotations

import pytest

from protokollgraf.extract.kinds import decision_kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("lägga informationen till handlingarna", "noted"),
        ("Informationen läggs till handlingarna.", "noted"),
        ("Informationen läggs, med tack till Elin Ek, till handlingarna.", "noted"),
        ("anteckna informationen till protokollet", "noted"),
        ("Informationen antecknas.", "noted"),
        ("notera rapporten", "noted"),
        ("Kommunstyrelsen tar del av rapporten.", "noted"),
        ("Nämnden tackar för informationen.", "noted"),
        ("godkänna dagordningen", "approved"),
        ("Dagordningen godkänns.", "approved"),
        ("Kommunstyrelsen godkänner dagordningen.", "approved"),
        ("fastställa taxan", "approved"),
        ("Planen antas.", "approved"),
        ("anta planen och upphäva den gamla", "approved"),
        ("bifalla motionen", "approved"),
        ("Motionen bifölls.", "approved"),
        ("bevilja Ekby IF 5 000 kronor", "approved"),
        ("ställa sig bakom yttrandet", "approved"),
        ("utse Elin Ek till ombud", "elected"),
        ("välja Elin Ek", "elected"),
        ("Elin Ek utses att justera protokollet.", "elected"),
        ("Till ledamot väljs Elin Ek.", "elected"),
        ("ge kommunchefen i uppdrag att utreda frågan", "assigned"),
        ("uppdra åt kommunchefen att utreda frågan", "assigned"),
        ("Kommunchefen får i uppdrag att utreda frågan.", "assigned"),
        ("Kommunchefen ska återkomma med en plan.", "assigned"),
        ("föreslå kommunfullmäktige att anta planen", "recommended"),
        ("rekommendera medlemmarna att anta planen", "recommended"),
        ("tillstyrka förslaget", "recommended"),
        ("bordlägga ärendet", "postponed"),
        ("Ärendet bordläggs.", "postponed"),
        ("Frågan skjuts upp till hösten.", "postponed"),
        ("flytta ärendet till nästa möte", "postponed"),
        ("återremittera ärendet", "referred"),
        ("Ärendet återremitteras för att utreda kostnaden.", "referred"),
        ("överlämna motionen till socialnämnden", "referred"),
        ("Motionen remitteras till socialnämnden.", "referred"),
        ("avslå motionen", "rejected"),
        ("Motionen avslås.", "rejected"),
        ("Motionen bifalls inte.", "rejected"),
        ("inte bifalla motionen", "rejected"),
        ("förklara paragrafen omedelbart justerad", "other"),
        ("Motionen anses besvarad.", "other"),
        ("lägga ut planen på samråd", "other"),
        ("Nästa möte hålls i maj.", "other"),
        ("bemyndiga ordföranden att skriva under", "other"),
        ("", "other"),
        # the first verb decides
        ("godkänna rapporten och lägga den till handlingarna", "approved"),
        ("Ansökan avslås och ärendet läggs till handlingarna.", "rejected"),
        ("att godkänna att ärendet bordläggs", "approved"),
        ("att avslå förslaget att återremittera ärendet", "rejected"),
        # words that only look like the verbs
        ("flytta 2 mnkr från drift till investering", "other"),
        ("notariatet stängs", "other"),
        ("Antalet platser ökas.", "other"),
        ("Utsikten bevaras.", "other"),
        ("Beslutsgången förtydligas.", "other"),
        ("tackla frågan om skadegörelse", "other"),
        ("Avslaget överklagas inte.", "other"),
        ("i övrigt fastställa dagordningen", "approved"),
        ("Enhetschefen ska redovisa läget.", "assigned"),
        ("Elin Ek får i uppgift att skicka svaret.", "assigned"),
        ("Informationen tas till protokollet.", "noted"),
        ("Direktionen valde Elin Ek att justera.", "elected"),
        ("Elin Ek befrias från uppdraget som ersättare i styrelsen.", "approved"),
    ],
)
def test_decision_kind(text: str, kind: str) -> None:
    assert decision_kind(text) == kind


@pytest.mark.parametrize("text", ["planen antas", "motionen avslås", "ärendet bordläggs"])
def test_the_case_of_letters_does_not_matter(text: str) -> None:
    assert decision_kind(text) == decision_kind(text.upper()) == decision_kind(text.capitalize())
