"""Who is who, as tables of mentions. All people and places are made up."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from protokollgraf.graph.judgements import Judgement
from protokollgraf.graph.people import Person
from protokollgraf.graph.resolve import PersonMention, resolve

ID = "https://w3id.org/protokollgraf/id/"


def mention(text: str, **more: str) -> PersonMention:
    """`d1 Anna Ek` is a mention in a text, `d1 * Anna Ek (S) Bergby` a row of an attendance list."""
    document, _, rest = text.partition(" ")
    listed = rest.startswith("* ")
    name, _, party = rest.removeprefix("* ").partition(" (")
    party, _, municipality = party.partition(") ")
    return PersonMention(
        f"{document}/{text}", document, name, party.rstrip(")"), municipality, listed=listed, **more
    )  # fmt: skip


def groups(mentions: list[PersonMention], *judgements: Judgement) -> set[frozenset[str]]:
    """Each person as the set of the texts of its mentions."""
    return {frozenset(node.split("/", 1)[1] for node in p.nodes) for p in resolve(mentions, judgements).people}


def only(mentions: list[PersonMention], *judgements: Judgement) -> Person:
    (person,) = resolve(mentions, judgements).people
    return person


@pytest.mark.parametrize(
    "texts",
    [
        ["a * Beata Åhman (S)", "a Beata Åman", "a BEATA ÅMAN"],
        ["a * Emma Tångemark (S)", "a Emma Tångelmark"],
        ["a Emma Tångemark", "a Emma Tångelmark"],
        ["a * Anna-Karin Ek", "a Anna Karin Ek", "a Annakarin Ek"],
        ["a * Anna Ek (S)", "a A. Ek"],
        ["a Anna Maria Ek", "a Anna Ek", "a A. Ek"],
        ["a * Kajsa Tall Alm (S)", "a Kajsa Tall"],
        ["a * Anna Ek (S)", "a Ek"],
        ["a * Anna Ek (S)", "a Anna Ek (M)"],  # one of the two is misprinted
        ["a * Anna Ek (S) Bergby", "a * Anna Ek (S)"],  # two capacities
    ],
)
def test_within_a_document_one_person(texts: list[str]) -> None:
    assert groups([mention(text) for text in texts]) == {frozenset(texts)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["a * Anna Ek (S)"], ["a * Anna Ek (M)"]),
        (["a * Anna Ek (S) Bergby"], ["a * Anna Ek (S) Dalby"]),
        (["a * Anna Ek (S)", "a Anna Ek (S)"], ["a * Anna Ek (M)", "a Anna Ek (M)"]),
        (["a * Emma Tångemark (S)"], ["a * Emma Tångelmark (M)"]),
        (["a * Emma Tångemark (S)"], ["a * Emma Tångelmark (S)"]),  # a list names people one by one
        (["a * Emma Tångemark (S)"], ["a Emma Tångelmark (M)"]),
        (["a * Anna Ek (S)"], ["a * Anna Maria Ek (S)"]),
        (["a * Anna Lindström (S)"], ["a Anna Lundström"]),
        (["a * Anna Ek"], ["a * Bo Ek"]),
        (["a * Anna Ek (S)"], ["a A. Ek (M)"]),
    ],
)
def test_within_a_document_two_people(one: list[str], other: list[str]) -> None:
    assert groups([mention(text) for text in one + other]) == {frozenset(one), frozenset(other)}


@pytest.mark.parametrize(
    ("sure", "undecided"),
    [
        (["a * Anna Ek", "a * Asta Ek"], "a A. Ek"),
        (["a * Anna Ek (S)", "a * Anna Ek (M)"], "a Anna Ek"),
        (["a * Emma Tångelmark (S)", "a * Emma Tångeemark (S)"], "a Emma Tångenmark"),
    ],
)
def test_what_fits_two_people_is_left_open(sure: list[str], undecided: str) -> None:
    assert groups([mention(text) for text in [*sure, undecided]]) == {frozenset({t}) for t in [*sure, undecided]}


SUPPORT = [{"body": "b1"}, {"organisation": "o1"}]


@pytest.mark.parametrize("support", SUPPORT)
@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("a * Anna Ek (S)", "b * Anna Ek (S)"),
        ("a * Anna Ek (S)", "b Anna Ek"),
        ("a Anna Ek", "b Anna Ek"),
        ("a * Emma Tångelmark (S)", "b * Emma Tångemark (S)"),
        ("a * Anna Ek (S) Bergby", "b * Anna Ek (S)"),
    ],
)
def test_across_documents_name_and_support_are_one_person(left: str, right: str, support: dict[str, str]) -> None:
    assert len(groups([mention(left, **support), mention(right, **support)])) == 1


@pytest.mark.parametrize(
    ("left", "right", "support", "why"),
    [
        ("a * Anna Ek (S)", "b * Anna Ek (S)", {}, "nothing but the name in common"),
        ("a * Emma Tångelmark", "b * Emma Tångemark", {}, "nothing but the name in common"),
        ("a * Anna Ek (S)", "b * Anna Ek (M)", {"body": "b1"}, "parties differ: M, S"),
        ("a * Anna Ek (S) Alby", "b * Anna Ek (S) Boby", {"body": "b1"}, "municipalities differ: Alby, Boby"),
    ],
)
def test_across_documents_name_alone_is_a_candidate(left: str, right: str, support: dict[str, str], why: str) -> None:
    resolution = resolve([mention(left, **support), mention(right, **support)])
    (candidate,) = resolution.candidates
    assert [candidate.left, candidate.right] == [person.slug for person in resolution.people]
    assert candidate.why == why
    assert candidate.comparison.same


@pytest.mark.parametrize(
    ("place", "organisation", "people"),
    [
        ("Bergby", "bergbys-kommun", 1),
        ("Älvnäs", "alvnas-kommun", 1),
        ("Dalby", "dalbys-stad", 1),
        ("Bergby", "dalbys-kommun", 2),
        ("Bergby", "bergbys-folkhogskola", 2),
        ("", "bergbys-kommun", 2),
    ],
)
def test_who_sits_for_a_municipality_fits_a_person_of_its_own_bodies(
    place: str, organisation: str, people: int
) -> None:
    federation = mention(f"a * Anna Ek (S) {place}".strip(), organisation="forbund")
    board = mention("b * Anna Ek (S)", organisation=organisation)
    assert len(resolve([federation, board], ()).people) == people


def test_municipality_is_support() -> None:
    assert len(groups([mention("a * Anna Ek (S) Bergby"), mention("b * Anna Ek (S) Bergby")])) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [("a * Anna Ek", "b * Anna Maria Ek"), ("a * A. Ek", "b * Anna Ek"), ("a * Anna Ek", "b * Anna Alm")],
)
def test_across_documents_other_names_stay_apart(left: str, right: str) -> None:
    assert len(groups([mention(left, body="b1"), mention(right, body="b1")])) == 2


def test_who_fits_two_different_people_elsewhere_is_left_open() -> None:
    texts = ["a * Anna Ek (S)", "b * Anna Ek (M)", "c Anna Ek"]
    assert groups([mention(text, body="b1") for text in texts]) == {frozenset({text}) for text in texts}


def test_two_people_of_one_document_are_not_merged_through_another() -> None:
    texts = ["a * Emma Tångelmark (S)", "a * Emma Tångemark (S)", "b * Emma Tångelmark (S)", "b Emma Tångemark"]
    people = groups([mention(text, body="b1") for text in texts])
    assert all(not {texts[0], texts[1]} <= person for person in people)


def test_the_order_of_the_mentions_does_not_matter() -> None:
    names = ["Anna Ek", "Anna Ek (S)", "* Anna Ek (M)", "* Emma Tångelmark (S)", "Emma Tångemark", "A. Ek", "Bo Ek (C)"]
    mentions = [
        mention(f"{document} {name}", body=body, date=f"2024-01-0{n + 1}")
        for n, (document, body) in enumerate([("a", "b1"), ("b", "b1"), ("c", "b2"), ("d", "b1")])
        for name in names[n:]
    ]
    expected = resolve(mentions)
    for seed in range(20):
        shuffled = mentions[:]
        random.Random(seed).shuffle(shuffled)
        assert resolve(shuffled) == expected


@pytest.mark.parametrize(
    ("texts", "name", "spellings"),
    [
        (["a Beata Åman", "b Beata Åhman", "c Beata Åman"], "Beata Åman", ("Beata Åhman",)),
        (["a Beata Åman", "b Beata Åhman"], "Beata Åhman", ("Beata Åman",)),  # a tie: the longer
        (["a ANNA EK", "b ANNA EK", "c Anna Ek"], "Anna Ek", ("ANNA EK",)),
        (["a A. Ek", "a  A. Ek", "a Anna Ek"], "Anna Ek", ("A. Ek",)),
        (["a Bo–Erik Ek"], "Bo-Erik Ek", ()),
        (["a Ek, Anna"], "Anna Ek", ()),
    ],
)
def test_preferred_name(texts: list[str], name: str, spellings: tuple[str, ...]) -> None:
    person = only([mention(text, body="b1") for text in texts])
    assert (person.name, person.spellings) == (name, spellings)


def test_the_party_is_the_latest_printed() -> None:
    party = mention("a * Anna Ek (FP)", body="b1", date="2014-01-01")
    later = mention("b * Anna Ek (L)", body="b1", date="2016-01-01")
    same = Judgement("Anna Ek", "Anna Ek", "same")
    assert only([party, later, mention("c Anna Ek", body="b1", date="2020-01-01")], same).party == "L"


def test_slugs_do_not_depend_on_counts_and_namesakes_get_a_hash() -> None:
    anna = mention("b * Anna Ek (S)", body="b1")
    assert only([anna]).slug == "ana-ek"
    assert only([anna, mention("a Anna Ek", body="b1")]).slug == "ana-ek"
    emma = [mention("a * Emma Tångemark", body="b1"), mention("b * Emma Tångelmark", body="b1")]
    assert (only(emma).slug, only(emma).aliases) == ("ema-tangelmark", ("ema-tangemark",))
    namesakes = resolve([anna, mention("a * Anna Ek (M)", body="b2")]).people
    slugs = sorted(person.slug for person in namesakes)
    assert len(set(slugs)) == 2 and all(slug.startswith("ana-ek-") and len(slug) == 13 for slug in slugs)
    more = resolve([anna, mention("a * Anna Ek (M)", body="b2"), mention("c Anna Ek", body="b1")]).people
    assert sorted(person.slug for person in more) == slugs


def test_two_namesakes_of_one_document_have_two_slugs() -> None:
    people = resolve([mention("a * Anna Ek (S)"), mention("a * Anna Ek (M)")]).people
    assert len({person.slug for person in people}) == 2


def test_a_judgement_by_name_wins() -> None:
    texts = ["a * Anna Ek (S)", "b * Anna Maria Ek (M)"]
    mentions = [mention(text) for text in texts]
    same = Judgement("anna ek", "Anna Maria Ek", "same", "maiden name")
    person = only(mentions, same)
    assert (person.slug, person.aliases) == ("ana-ek", ("ana-maria-ek",))
    assert len(groups(mentions, same, replace(same, judgement="different"))) == 2


@pytest.mark.parametrize("texts", [["a Beata Åman", "a Beata Åhman"], ["a Beata Åman", "b Beata Åhman"]])
def test_different_spellings_can_be_judged_to_be_different_people(texts: list[str]) -> None:
    mentions = [mention(text, body="b1") for text in texts]
    assert len(groups(mentions)) == 1
    different = Judgement("Beata Åman", "Beata Åhman", "different")
    assert len(groups(mentions, different)) == 2
    assert resolve(mentions, [different]).candidates == ()


def test_a_judgement_by_mention_splits_one_name() -> None:
    mentions = [replace(mention(f"{d} Anna Ek", body="b1"), node=f"{ID}document/{d}/meeting/1") for d in "abc"]
    different = Judgement(mentions[0].node, mentions[1].node, "different")
    assert len(resolve(mentions[:2], [different]).people) == 2
    assert len(resolve(mentions).people) == 1


def test_judgements_by_iri_survive_a_rebuild() -> None:
    mentions = [mention("a * Anna Ek (S)", body="b1"), mention("b * Anna Ek (M)", body="b2")]
    slugs = [person.slug for person in resolve(mentions).people]
    same = Judgement(f"{ID}person/{slugs[0]}", f"{ID}person/{slugs[1]}", "same")
    person = only(mentions, same)
    assert (person.slug, person.aliases) == (slugs[0], (slugs[1],))
    again = only([*mentions, mention("c Anna Ek", body="b2")], same)
    assert (again.slug, again.aliases) == (person.slug, person.aliases)


def test_different_holds_against_same_through_a_third() -> None:
    mentions = [mention(f"{d} * Anna {name}") for d, name in zip("abc", ["Ek", "Alm", "Tall"], strict=True)]
    judgements = [
        Judgement("Anna Ek", "Anna Tall", "different"),
        Judgement("Anna Ek", "Anna Alm", "same"),
        Judgement("Anna Alm", "Anna Tall", "same"),
    ]
    assert len(groups(mentions, *judgements)) == 2


@pytest.mark.parametrize(
    "judgement",
    [
        Judgement("Nobody Here", "Anna Ek", "same"),
        Judgement("Anna Ek", "Bo Alm", "same"),  # two people are called Anna Ek: which?
        Judgement(f"{ID}person/nobody", f"{ID}person/ana-ek", "different"),
    ],
)
def test_a_judgement_that_names_nobody_or_several_is_logged(
    judgement: Judgement, caplog: pytest.LogCaptureFixture
) -> None:
    mentions = [mention("a * Anna Ek (S)"), mention("b * Anna Ek (M)"), mention("c Bo Alm")]
    assert len(groups(mentions, judgement)) == 3
    assert "judgement" in caplog.text


@pytest.mark.parametrize("name", ["", "  ", ",;", "<b>", "x" * 10_000, "\u202eAnna Ek", "A'; DROP", "-", "."])
def test_hostile_names_do_not_break_it(name: str) -> None:
    people = resolve([mention("a Anna Ek"), replace(mention("a Bo Ek"), name=name)]).people
    assert all(len(person.slug) <= 100 for person in people)


def test_many_mentions_of_one_name_are_no_square() -> None:
    mentions = [mention(f"d{n} Anna Ek", body=f"b{n}") for n in range(3000)]
    resolution = resolve(mentions)
    assert len(resolution.people) == 3000
    assert len(resolution.candidates) == 50
