"""Organisations and bodies, as tables of printed names. Municipalities are real ones, what they do here is made up."""

from __future__ import annotations

import random

import pytest

from protokollgraf.graph import organisation_names as names
from protokollgraf.graph.organisations import MeetingMention, OrganisationMention, Organisations, resolve_organisations


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kulturberedningen", "Kulturberedning"),
        ("Styrelsen", "styrelse"),
        ("Sociala utskottet", "Socialt utskott"),
        ("Politiska samrådsberedningen för skola", "Politisk samrådsberedning för skola"),
        ("Miljö– och byggnämnden", "Miljö- och byggnämnd"),
        ("Kommunstyrelsens arbetsutskott", "kommunstyrelsens arbetsutskottet"),
        ("Presidiet", "Presidium"),
        ("Albyregionens Kommuner", "Albyregionens kommuner"),
        ("Kommunförbundet Alby", "Kommunförbund Alby"),
        ("Alby Samverkan (ALS)", "Alby samverkan"),
        ("det nationella nätverket", "Nationella nätverket"),
        ("*Valberedningen*,", "Valberedning"),
    ],
)
def test_normal_form_is_one(one: str, other: str) -> None:
    assert names.normal(one) == names.normal(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kommunstyrelsen", "Kommunstyrelsens arbetsutskott"),
        ("Socialnämnden", "Skolnämnden"),
        ("Socialnämnd Centrum", "Socialnämnd Hisingen"),
        ("Region Alby", "Regionen"),
    ],
)
def test_normal_form_is_another(one: str, other: str) -> None:
    assert names.normal(one) != names.normal(other)


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        (["Bodens kommun", "Boden kommun", "BODENS KOMMUN"], "Bodens kommun"),
        (["Göteborgs Stad", "Göteborgs stad", "Göteborgs kommun", "Göteborg Stad"], "Göteborgs Stad"),
        (["Luleå kommun"], "Luleå kommun"),
    ],
)
def test_a_municipality_is_one_organisation(forms: list[str], expected: str) -> None:
    mentions = [OrganisationMention(str(n), "a", form, "municipality") for n, form in enumerate([*forms, expected])]
    (organisation,) = resolve_organisations(mentions, []).organisations
    assert (organisation.label, organisation.kind) == (expected, "municipality")
    assert expected.startswith(organisation.municipality)


def test_a_municipality_under_its_bare_name() -> None:
    (organisation,) = resolve_organisations([OrganisationMention("1", "a", "Boden", "municipality")], []).organisations
    assert (organisation.slug, organisation.label, organisation.municipality) == (
        "bodens-kommun",
        "Bodens kommun",
        "Boden",
    )
    (place,) = resolve_organisations([OrganisationMention("1", "a", "Boden")], []).organisations
    assert place.municipality == ""  # a place alone is no organisation


def test_an_abbreviation_that_is_explained_is_one_with_its_full_form() -> None:
    mentions = [
        OrganisationMention("1", "a", "Alby Samverkan (ALS)", "association"),
        OrganisationMention("2", "b", "ALS", "other"),
        OrganisationMention("3", "b", "ALS", "association"),
        OrganisationMention("4", "b", "ALS", "association"),
    ]
    (organisation,) = resolve_organisations(mentions, []).organisations
    assert (organisation.label, organisation.labels, organisation.kind) == ("Alby Samverkan", ("ALS",), "association")


def test_a_party_is_its_code() -> None:
    found = resolve_organisations(
        [
            OrganisationMention("1", "a", "Moderaterna", "party"),
            OrganisationMention("2", "a", "S", "party"),
            OrganisationMention("3", "a", "Albylistan", "party"),
        ],
        [],
    )
    assert found.party_of == {"1": "M", "2": "S"}
    assert [(o.label, o.kind) for o in found.organisations] == [("Albylistan", "party")]


def meeting(document: str, body: str, organisation: str = "", people: str = "") -> MeetingMention:
    return MeetingMention(f"{document}/m", document, body, organisation, frozenset(people.split()))


def slugs(found: Organisations) -> list[str]:
    return [body.slug for body in found.bodies]


def test_bodies_of_one_name_in_two_organisations_are_two() -> None:
    found = resolve_organisations(
        [], [meeting("a", "Kommunstyrelsen", "Bodens kommun"), meeting("b", "Kommunstyrelsen", "Luleå kommun")]
    )
    assert slugs(found) == ["kommunstyrelse.bodens-kommun", "kommunstyrelse.lulea-kommun"]
    assert [body.organisation for body in found.bodies] == ["bodens-kommun", "lulea-kommun"]
    assert found.host_of == {"a": "bodens-kommun", "b": "lulea-kommun"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kommunstyrelsen", "Kommunstyrelse"),
        ("Kommunstyrelsen", "Bodens kommuns kommunstyrelse"),
        ("Politisk beredning för skola", "Politiska beredningen"),
        ("Styrelsen för Bodens kommun", "Styrelsen"),
    ],
)
def test_one_body_in_several_forms(one: str, other: str) -> None:
    found = resolve_organisations([], [meeting("a", one, "Bodens kommun"), meeting("b", other, "Boden kommun")])
    assert len(found.bodies) == 1
    assert found.body_of["a/m"] == found.body_of["b/m"]


@pytest.mark.parametrize(
    ("meetings", "bodies"),
    [
        ([meeting("a", "Styrelsen", "", "p q r"), meeting("b", "Styrelse", "", "q r s")], 1),
        ([meeting("a", "Styrelsen", "", "p q r"), meeting("b", "Styrelsen", "", "s t u")], 2),
        ([meeting("a", "Styrelsen"), meeting("b", "Styrelsen")], 2),
        ([meeting("a", "Styrelsen", "Alby Förbund", "p q r"), meeting("b", "Styrelsen", "", "p q s")], 1),
        ([meeting("a", "Styrelsen", "Alby Förbund", "p q r"), meeting("b", "Styrelsen", "", "s t u")], 2),
        ([meeting("a", "Politisk beredning för skola", "", "p q"), meeting("b", "Politisk beredning", "", "p q")], 1),
        ([meeting("a", "Nämnden för skola", "", "p q"), meeting("b", "Nämnden för vård", "", "p q")], 2),
        (
            [
                meeting("a", "Styrelsen", "Alby Förbund", "p q r"),
                meeting("b", "Styrelsen", "Boby Förbund", "p q r"),
                meeting("c", "Styrelsen", "", "p q r"),
            ],
            3,
        ),
    ],
)
def test_a_body_without_organisation_is_known_by_its_people(meetings: list[MeetingMention], bodies: int) -> None:
    assert len(resolve_organisations([], meetings).bodies) == bodies


def test_a_document_gets_its_organisation_from_the_body_that_its_people_share() -> None:
    found = resolve_organisations(
        [], [meeting("a", "Styrelsen", "Alby Förbund", "p q r"), meeting("b", "Styrelsen", "", "p q s")]
    )
    assert found.host_of == {"a": "alby-forbund", "b": "alby-forbund"}
    assert found.organisation_of == {"a/m": "alby-forbund"}, "what minutes do not print is not linked"


def test_bodies_and_general_words_belong_to_the_place_that_names_them() -> None:
    mentions = [
        OrganisationMention("1", "a", "Kommunstyrelsen", "body"),
        OrganisationMention("2", "b", "Kommunstyrelsen", "body"),
        OrganisationMention("3", "b", "Nämnden", "body"),
        OrganisationMention("4", "a", "Regionen", "region"),
        OrganisationMention("5", "a", "Region Skåne", "region"),
        OrganisationMention("6", "b", "Regionen", "region"),
        OrganisationMention("7", "b", "Kommunen", "municipality"),
    ]
    meetings = [meeting("a", "Kommunstyrelsen", "Eslövs kommun"), meeting("b", "Socialnämnden", "Luleå kommun")]
    found = resolve_organisations(mentions, meetings)
    assert found.body_of == {
        "a/m": "kommunstyrelse.eslovs-kommun",
        "b/m": "socialnamnd.lulea-kommun",
        "1": "kommunstyrelse.eslovs-kommun",
        "2": "kommunstyrelse.lulea-kommun",
        "3": "socialnamnd.lulea-kommun",
    }
    assert {n: found.organisation_of[n] for n in "4567"} == {
        "4": "region-skane",
        "5": "region-skane",
        "6": "region.lulea-kommun",
        "7": "lulea-kommun",
    }
    only_mentioned = next(body for body in found.bodies if body.slug == "kommunstyrelse.lulea-kommun")
    assert only_mentioned.organisation == "", "no minutes show that this body is of that organisation"


def test_a_name_has_the_kind_that_the_document_reads_elsewhere() -> None:
    mentions = [
        OrganisationMention("1", "a", "Translyftet", "body"),
        OrganisationMention("2", "a", "Translyftet"),
        OrganisationMention("3", "a", "Moderaterna", "party"),
        OrganisationMention("4", "b", "Moderaterna"),
    ]
    found = resolve_organisations(mentions, [])
    assert found.body_of["1"] == found.body_of["2"]
    assert found.party_of == {"3": "M", "4": "M"}


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        ({"SKR": 9, "Sveriges Kommuner": 1}, "Sveriges Kommuner"),
        ({"STYRELSEN": 3, "Styrelsen": 1}, "Styrelsen"),
        ({"Styrelse": 1, "Styrelsen": 2}, "Styrelsen"),
        ({"Alby kommun": 1, "Albys kommun": 1}, "Albys kommun"),
    ],
)
def test_preferred_form(forms: dict[str, int], expected: str) -> None:
    assert names.preferred(forms)[0] == expected


def test_order_does_not_matter() -> None:
    forms = [
        "Styrelsen",
        "Regionen",
        "Region Skåne",
        "Alby Samverkan (ALS)",
        "ALS",
        "Kulturberedningen",
        "M",
        "<b>",
        ".",
    ]
    mentions = [OrganisationMention(f"{d}{n}", d, form) for d in "abcd" for n, form in enumerate(forms)]
    meetings = [meeting(d, "Styrelsen", o, f"p q {d}") for d, o in zip("abcd", ["", "Alby", "", "Boby"], strict=True)]
    expected = resolve_organisations(mentions, meetings)
    for seed in range(10):
        rng = random.Random(seed)
        rng.shuffle(mentions)
        rng.shuffle(meetings)
        assert resolve_organisations(mentions, meetings) == expected
