from __future__ import annotations

import pytest
from rdflib import Dataset

from protokollgraf.errors import QueryError
from protokollgraf.queries.run import Rows, run
from protokollgraf.tests.factories import HOSTILE


def _rows(answer: Rows) -> list[tuple[str, ...]]:
    return [tuple(row.values()) for row in answer]


# case, date, organisation, body, document, item, title, decided, votes, comes_from, returns_in, words, note
HERE = ("TK 2021/7", "2021-03-04", "Tallviks kommun", "Nämnden", "a", "2", "Ny skola", "approved", "", "", "b § 5",
        "godkänna planen", "same case, same body; put off to 2021-05-06")  # fmt: skip
LATER = ("TK 2021/7", "2021-06-03", "Tallviks kommun", "Nämnden", "b", "5", "Skolan igen", "", "", "a § 2", "", "", "")
ELSEWHERE = ("TK 2021/7", "2021-03-04", "Gransviks kommun", "Styrelsen", "c", "2", "Skolan på andra sidan ån",
             *[""] * 5, "put off to 2021-05-07")  # fmt: skip
VOTED = ("", "2021-03-04", "", "Nämnden", "a", "10", "Vägen till bryggan", "noted", "2-1; ?-?", "", "",
         "lägga informationen till handlingarna", "")  # fmt: skip


@pytest.mark.parametrize(
    ("query", "params", "expected"),
    [
        ("meetings", {}, [
            ("a", "Nämnden", "Tallviks kommun", "2021-03-04", "10:00", "11:30", "Sal 1"),
            ("b", "Nämnden", "Tallviks kommun", "2021-06-03", "", "", ""),
            ("c", "Styrelsen", "Gransviks kommun", "2021-03-04", "", "", ""),
        ]),
        ("attendance", {}, [
            ("a", "Ada Ek", "S", "Tallvik", "", "ordförande", "member", "", ""),
            ("a", "Bo Ask", "M", "", "Region Nord", "", "substitute", "1-7,9", "Cia Alm"),
            ("b", "Ada Ek", "", "", "", "", "member", "", ""),
        ]),
        ("signatures", {}, [
            ("a", "Ada Ek", "chair", "2021-03-05T13:40:14+02:00"), ("a", "Bo Ask", "adjuster", ""),
        ]),
        ("items", {}, [
            ("a", "2", "Ny skola"), ("a", "2a", ""), ("a", "10", "Vägen till bryggan"), ("b", "5", "Skolan igen"),
            ("c", "2", "Skolan på andra sidan ån"),
        ]),
        ("presenters", {}, [("a", "2", "Dan Alm"), ("a", "10", "Dan Alm")]),
        ("proposals", {}, [
            ("a", "2", "ordföranden", "bygga en skola"), ("a", "2", "Ada Ek", "måla den röd"),
            ("a", "10", "", "asfaltera vägen"),
        ]),
        ("motions", {}, [
            ("a", "2", "Ada Ek", "S", "approve"), ("a", "2", "Bo Ask", "M", "approve"),
            ("a", "10", "Ada Ek", "S", "approve"), ("a", "10", "Bo Ask", "M", "reject"), ("a", "10", "", "V", "add"),
        ]),
        ("decisions", {}, [
            ("a", "2", "godkänna planen", "approved"), ("a", "10", "lägga informationen till handlingarna", "noted"),
        ]),
        ("votes", {}, [("a", "10", "1", "2", "1", ""), ("a", "10", "2", "", "", "")]),
        ("voting-rounds", {}, [
            ("a", "2021-03-04", "Nämnden", "10", "Vägen till bryggan", "1", "main", "2", "1", "", "bifall", "avslag",
             "yes", "true", "", "", "secret"),
            ("a", "2021-03-04", "Nämnden", "10", "Vägen till bryggan", "2", *[""] * 11),
        ]),
        ("voting-rounds", {"document": "b"}, []),
        ("ballots", {}, [
            ("a", "10", "1", "Ada Ek", "S", "yes"), ("a", "10", "1", "Bo Ask", "M", "yes"),
            ("a", "10", "1", "Cia Alm", "M", "no"), ("a", "10", "2", "", "V", "no"),
        ]),
        ("reservations", {}, [("a", "10", "Cia Alm", "M", "reservation"), ("a", "10", "", "V", "statement")]),
        ("recusals", {}, [("a", "2", "Cia Alm")]),
        ("assignments", {}, [("a", "2", "Rektor", "räkna på taket", "2021-12-01")]),
        ("references", {}, [
            ("a", "2", "sou", "SOU 2020:73"), ("a", "2", "case", "TK 2021/7"), ("b", "5", "decision", "2021-03-04 § 2"),
            ("b", "5", "decision", "2020-01-01 § 9"), ("b", "5", "case", "tk 2021/7"), ("c", "2", "case", "TK 2021/7"),
        ]),
        ("people", {}, [
            ("a", "Ada Ek", "S"), ("a", "Bo Ask", "M"), ("a", "Cia Alm", "M"), ("a", "Dan Alm", ""),
            ("a", "Eva Rot", ""), ("b", "Ada Ek", ""),
        ]),
        ("organisations", {}, [("a", "Bryggan AB", "company"), ("a", "Tallviks kommun", "municipality")]),
        ("affiliations", {}, [("a", "Dan Alm", "VD", "Bryggan AB")]),
        ("seats", {}, [
            ("Ada Ek", "S", "Nämnden", "Tallviks kommun", "ordförande", "Tallvik", "2021-03-04", "2021-06-03"),
            ("Ada Ek", "", "Styrelsen", "Gransviks kommun", "ledamot", "", "", ""),
            ("Bo Ask", "M", "Nämnden", "Tallviks kommun", "ersättare", "", "2021-03-04", "2021-03-04"),
        ]),
        ("person", {"person": "CIA ALM"}, [
            ("a", "2021-03-04", "Nämnden", "replaced", "", "by Bo Ask", "Bo Ask (M)"),
            ("a", "2021-03-04", "Nämnden", "recusal", "2", "", "§ 2 Skolan"),
            ("a", "2021-03-04", "Nämnden", "ballot", "10", "no", "röstar ja"),
            ("a", "2021-03-04", "Nämnden", "reservation", "10", "reservation", "röstar ja"),
        ]),
        ("find-person", {"word": "A E"}, [
            ("Ada Ek", "S", "2", "Nämnden, Tallviks kommun (ordförande); Styrelsen, Gransviks kommun (ledamot)",
             "https://w3id.org/protokollgraf/id/person/ada-ek"),
        ]),
        ("body", {"body": "nämnden"}, [
            ("Nämnden", "Tallviks kommun", "Ada Ek", "S", "ordförande", "Tallvik", "2021-03-04", "2021-06-03"),
        ]),
        ("body", {"body": "Nämnden", "date": "2021-03-04", "organisation": "tallviks KOMMUN"}, [
            ("Nämnden", "Tallviks kommun", "Ada Ek", "S", "ordförande", "Tallvik", "2021-03-04", "2021-06-03"),
            ("Nämnden", "Tallviks kommun", "Bo Ask", "M", "ersättare", "", "2021-03-04", "2021-03-04"),
        ]),
        ("body", {"body": "Nämnden", "organisation": "Gransviks kommun"}, []),
        ("shared-seats", {}, [("Ada Ek", "Bo Ask", "Nämnden", "Tallviks kommun", "2021-03-04", "2021-03-04")]),
        ("shared-seats", {"person": "bo ask"}, [
            ("Bo Ask", "Ada Ek", "Nämnden", "Tallviks kommun", "2021-03-04", "2021-03-04"),
        ]),
        ("multi-seat", {}, [("Ada Ek", "S", "2", "Nämnden, Tallviks kommun; Styrelsen, Gransviks kommun")]),
        ("case-trail", {"case": "TK 2021/07"}, [ELSEWHERE, HERE, LATER]),
        ("case-trail", {"case": "dnr tk2021-7", "organisation": "tallviks KOMMUN"}, [HERE, LATER]),
        ("case-trail", {"case": "b § 5"}, [HERE, LATER]),
        ("case-trail", {"case": "b § 6"}, []),
        ("case-trail", {"case": "c"}, [ELSEWHERE]),
        ("case-trail", {"case": "TK 2021/70"}, []),
        ("case-trail", {"organisation": "Gransviks kommun"}, [ELSEWHERE]),
        ("case-trail", {}, [VOTED, ELSEWHERE, HERE, LATER]),
        # c has § 2 on the same day and the same case number, but is another organisation's
        ("decision-trail", {}, [
            ("b", "5", "2021-06-03", "Skolan igen", "case", "tk 2021/7", "2021-03-04", "2", "a", "Ny skola",
             "same case"),
            ("b", "5", "2021-06-03", "Skolan igen", "decision", "2020-01-01 § 9", "2020-01-01", "9", "", "", ""),
            ("b", "5", "2021-06-03", "Skolan igen", "decision", "2021-03-04 § 2", "2021-03-04", "2", "a", "Ny skola",
             "same body"),
        ]),
        ("decision-trail", {"document": "c"}, []),
        ("agreements", {}, [("Ada Ek", "S", "Bo Ask", "M", "1", "1")]),
        ("agreements", {"person": "Bo Ask"}, [("Bo Ask", "M", "Ada Ek", "S", "1", "1")]),
        ("evidence", {"document": "a", "fact": "decisions"}, [
            ("decisions", "2", "§ 2 Skolan", "2", "100", "109", "headings, items", "", "1"),
            ("decisions", "10", "§ 10 Vägen", "2", "200", "209", "items", "72.0,700.1,180.5,712.4", "0.87"),
        ]),
        ("statistics", {}, [("3", "3", "4", "2", "3", "2", "3")]),
        ("decisions-about", {"word": "SKOLA"}, [
            ("a", "2021-03-04", "Nämnden", "2", "Ny skola", "godkänna planen", "approved"),
        ]),
        ("voting-record", {"person": "https://w3id.org/protokollgraf/id/person/ada-ek"}, [
            ("a", "2021-03-04", "Nämnden", "10", "Vägen till bryggan", "1", "S", "yes", "2", "1", "", "bifall"),
        ]),
        ("party-lines", {"party": "m"}, [
            ("a", "2021-03-04", "Nämnden", "10", "Vägen till bryggan", "1", "M", "1", "1", "0", "0", "yes", ""),
        ]),
        ("party-lines", {"party": "V"}, [
            ("a", "2021-03-04", "Nämnden", "10", "Vägen till bryggan", "2", "V", "0", "0", "0", "0", "no", "no"),
        ]),
    ],
)  # fmt: skip
def test_answers(dataset: Dataset, query: str, params: dict[str, str], expected: list[tuple[str, ...]]) -> None:
    assert _rows(run(dataset, query, **params)) == expected


@pytest.mark.parametrize("value", [*HOSTILE, '" } DROP ALL #', '")) || true #', '\n\\"', "\\u0022 . ?s ?p ?o"])
def test_hostile_values_find_nothing(dataset: Dataset, value: str) -> None:
    assert len(run(dataset, "person", person=value)) == 0


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ASK { ?s a pg:Minutes }", Rows(("answer",), ({"answer": "true"},))),
        ("ASK { ?s a pg:Nothing }", Rows(("answer",), ({"answer": "false"},))),
        ("SELECT ?a ?b { VALUES (?a ?b) { (1 UNDEF) } }", Rows(("a", "b"), ({"a": "1", "b": ""},))),
        (
            "CONSTRUCT { ?s foaf:name ?n } WHERE { ?s foaf:name ?n ; skos:altLabel ?other }",
            Rows(("subject", "predicate", "object"), (
                {"subject": "https://w3id.org/protokollgraf/id/person/ada-ek",
                 "predicate": "http://xmlns.com/foaf/0.1/name", "object": "Ada Ek"},
            )),
        ),
    ],
)  # fmt: skip
def test_sparql(dataset: Dataset, query: str, expected: Rows) -> None:
    assert run(dataset, query) == expected


def test_sparql_takes_parameters_at_their_places(dataset: Dataset) -> None:
    answer = run(dataset, 'SELECT ?p { ?p a foaf:Person ; foaf:name "{name}" }', name="Ada Ek")
    assert _rows(answer) == [("https://w3id.org/protokollgraf/id/person/ada-ek",)]


@pytest.mark.parametrize(
    ("query", "params", "message"),
    [
        ("peopel", {}, "peopel: no such query; did you mean people"),
        ("zzzzzz", {}, "no such query; the queries are affiliations"),
        ("", {}, "an empty text: no such query"),
        ("person", {}, "person: needs person .*person=Ada Ek"),
        ("person", {"person": ""}, "person: needs person"),
        ("people", {"person": "Ada Ek"}, "people: no parameter 'person'; it takes none"),
        ("body", {"body": "Nämnden", "day": "x"}, "no parameter 'day'; it takes body, organisation, date"),
        ("body", {"body": "Nämnden", "date": "2021-02-30"}, "'2021-02-30' is no date"),
        ("body", {"body": "Nämnden", "date": "3 juni"}, "'3 juni' is no date"),
        ("SELECT * {}", {"name": "x"}, "name: the query has no such parameter"),
        ("SELECT ?x WHERE { ?x ?y }", {}, r"the query fails: .*(1:|line:1|col)"),
        ("SELECT ?x { ?x zz:p ?y }", {}, "the query fails: "),
        ("SELEKT ?x { ?x ?p ?y }", {}, "the query fails: "),
        ("DROP ALL", {}, "DROP: queries only read"),
        ("SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }", {}, "SERVICE: queries ask this graph only"),
    ],
)
def test_errors_are_one_line(dataset: Dataset, query: str, params: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        run(dataset, query, **params)
    assert "\n" not in str(caught.value)


def test_a_local_file_is_not_read(dataset: Dataset) -> None:
    assert len(run(dataset, "SELECT ?s FROM <file:///etc/hostname> { ?s a pg:NoSuchClass }")) == 0
