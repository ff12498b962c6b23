from __future__ import annotations

import pytest

from protokollgraf.extract.facts import Decision, Proposal
from protokollgraf.tests.extract.minutes import FRONT, facts, found

BOTH = [("Planen antas.", "approved"), ("Motionen avslås.", "rejected")]
SENT_ON = [("Planen antas.", "recommended"), ("Motionen avslås.", "recommended")]


AS_PROPOSED = [("Styrelsen beslutar enligt utskottets förslag.", "approved")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Beslut\nPlanen antas.\n\nMotionen avslås.", BOTH),
        ("Kommunstyrelsens beslut\n1. Planen antas.\n2. Motionen avslås.", BOTH),
        ("Beslut:\n- Planen antas.\n- Motionen avslås.", BOTH),
        ("**Beslut**\n\n* Planen antas.\n* Motionen avslås.", BOTH),
        ("Beslut: Planen antas.", BOTH[:1]),
        ("Beslut\nStyrelsen beslutar med 15 röster mot 8 att anta planen.", [("anta planen.", "approved")]),
        ("Till ordförande omvaldes Elin Ek.", [("Till ordförande omvaldes Elin Ek.", "elected")]),
        (  # by commas, one of them with a subject of its own
            "Kommunstyrelsen beslutar att anta planen, att planen gäller från 1 maj, att avslå motionen.",
            [("anta planen", "approved"), ("planen gäller från 1 maj", "other"), ("avslå motionen.", "rejected")],
        ),
        (
            "Beslut\nPlanen antas. Medel tas ur anslaget för oförutsedda behov.",
            [("Planen antas.", "approved"), ("Medel tas ur anslaget för oförutsedda behov.", "other")],
        ),
        ("Beslut\nPlanen antas. Beslutet återges i ett annat protokoll.", BOTH[:1]),
        (
            "Ärendet om gungor fick vänta. Beslut: Styrelsen godkände planen.",
            [("Styrelsen godkände planen.", "approved")],
        ),
        (
            "Beslut\nKommunstyrelsen beslutar att anta planen, att planen följs upp i maj.",
            [("anta planen", "approved"), ("planen följs upp i maj.", "other")],
        ),
        ("Beslut\nStyrelsen beslutade anta planen.", [("Styrelsen beslutade anta planen.", "approved")]),
        ("Beslut\nStyrelsen beslutar enligt utskottets förslag.", AS_PROPOSED),
        (
            "Kommunstyrelsen beslutar enligt utskottets förslag.",
            [("Kommunstyrelsen beslutar enligt utskottets förslag.", "approved")],
        ),
        (
            "Beslut\nStyrelsen beslutar enligt utskottets förslag.\nParagrafen justeras omedelbart.",
            [*AS_PROPOSED, ("Paragrafen justeras omedelbart.", "other")],
        ),
        ("Beslut\nStyrelsen beslutar enligt utskottets förslag\natt anta planen.", [("anta planen.", "approved")]),
        ("Kommunstyrelsen beslutar att anta planen.", [("anta planen.", "approved")]),
        (
            "Kommunstyrelsen beslutar\n\natt anta planen\natt avslå motionen",
            [("anta planen", "approved"), ("avslå motionen", "rejected")],
        ),
        (
            "Beslut\nKommunstyrelsen beslutar\na) att anta planen\nb) att avslå motionen",
            [("anta planen", "approved"), ("avslå motionen", "rejected")],
        ),
        (  # two att-satser in one sentence
            "Beslut\nKommunstyrelsen beslutar att anta planen samt att avslå motionen.",
            [("anta planen", "approved"), ("avslå motionen.", "rejected")],
        ),
        (
            "Beslut\nKommunstyrelsen föreslår kommunfullmäktige besluta\n\n1. Planen antas.\n2. Motionen avslås.",
            SENT_ON,
        ),
        (
            "Beslut\nKommunstyrelsen föreslår att kommunfullmäktige beslutar:\n1. Planen antas.\n2. Motionen avslås.",
            SENT_ON,
        ),
        ("Kommunstyrelsens förslag till kommunfullmäktige\nPlanen antas.\n\nMotionen avslås.", SENT_ON),
        ("Beslut\nPå förslag av Elin Ek (S): Erik Alm utses till ombud.", [("Erik Alm utses till ombud.", "elected")]),
        ("Beslut\nEnligt ordförandens förslag: Planen antas.", BOTH[:1]),
        ("Informationen läggs till handlingarna.", [("Informationen läggs till handlingarna.", "noted")]),  # no heading
        # what stands below a decision and is none
        ("Beslut\nPlanen antas.\n\nReservation\nErik Alm (M) reserverar sig mot beslutet.", BOTH[:1]),
        ("Beslut\nPlanen antas.\n\nErik Alm (M) reserverar sig mot beslutet.", BOTH[:1]),
        ("Beslut\nPlanen antas.\n\nBeslutet skickas till\nSocialnämnden", BOTH[:1]),
        ("Beslut\nPlanen antas.\n\nHanna Gren har arbetat med planen länge och redogjorde för den.", BOTH[:1]),
        (
            "Arbetsutskottets förslag till beslut\n1. Planen antas.\n2. Motionen avslås.\n\nBeslut\n1. Planen antas.",
            BOTH[:1],
        ),
        ("Bakgrund\nKommunfullmäktige beslutade 2029 att avslå motionen.\n\nBeslut\nPlanen antas.", BOTH[:1]),
        # nothing decided
        ("Kommunfullmäktige beslutade den 4 februari att anta planen.", []),
        ("Kommunfullmäktige beslutar att anta planen.", []),  # another organ
        ("Ordföranden tackar och avslutar mötet.", []),
        ("Planen ställdes ut i maj.", []),
        ("Beslut\nErik Alm (M) deltar inte i beslutet på grund av jäv.", []),
        ("Förslag till beslut\nPlanen antas.", []),
        ("Beslut", []),
        ("", []),
        ("Beslut\nKlicka här för att skriva text.", []),
        (
            "Kommunstyrelsen väljer\n\na) Elin Ek (S) till ersättare i nämnden,\n\nb) Erik Alm (M) till revisor.",
            [("Elin Ek (S) till ersättare i nämnden", "elected"), ("Erik Alm (M) till revisor.", "elected")],
        ),
        (
            "Beslut\nBygglov beviljas.\n\nAvgiften ska betalas till Ekby kommun.",
            [("Bygglov beviljas.", "approved"), ("Avgiften ska betalas till Ekby kommun.", "other")],
        ),
        (
            "Kommunstyrelsen föreslår kommunfullmäktige besluta\n1. Planen antas.\n"
            "För egen del beslutar kommunstyrelsen\n2. Kommunchefen ges i uppdrag att följa planen.",
            [("Planen antas.", "recommended"), ("Kommunchefen ges i uppdrag att följa planen.", "assigned")],
        ),
        (
            "Beslut\nAnmälan läggs till handlingarna.\n\n- Protokoll från Ekby IF\n- Delegationsbeslut juni",
            [("Anmälan läggs till handlingarna.", "noted")],
        ),
    ],
)
def test_decisions(body: str, expected: list[tuple[str, str]]) -> None:
    assert found(body, Decision) == expected


@pytest.mark.parametrize(
    ("body", "proposals"),
    [
        ("Beslut\nPå förslag av Elin Ek (S): Erik Alm utses till ombud.", [("Elin Ek", "Erik Alm utses till ombud.")]),
        ("Beslut\nEnligt ordförandens förslag: Planen antas.", [("ordföranden", "Planen antas.")]),
        ("Beslut\nPlanen antas.", []),
    ],
)
def test_a_decision_that_follows_a_proposal_is_one_too(body: str, proposals: list[tuple[str, str]]) -> None:
    assert found(body, Proposal) == proposals


def test_each_item_has_its_own_decisions() -> None:
    text = f"{FRONT}§ 5 Ett\n\nBeslut\nPlanen antas.\n\n§ 6 Två\n\nBeslut\nMotionen avslås.\n\n§ 7 Tre\n\nOrd.\n"
    assert facts(text, Decision) == [("5", "Planen antas.", "approved"), ("6", "Motionen avslås.", "rejected")]
