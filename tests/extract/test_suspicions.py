"""What may have been missed: texts from which facts were taken away, so that the tests stay when rules get better."""

from __future__ import annotations

from dataclasses import replace

import pytest
from spacy.tokens import Doc

from protokollgraf.extract.facts import (
    Affiliation,
    Assignment,
    Attendance,
    Ballot,
    Decision,
    Evidence,
    Meeting,
    Motion,
    PersonMention,
    Presenter,
    Proposal,
    Recusal,
    Reservation,
    Signature,
    Vote,
)
from protokollgraf.extract.pipeline import annotated
from protokollgraf.extract.suspicions import suspicions
from protokollgraf.extract.suspicious_items import COUNTED, HEADING, PEOPLE
from protokollgraf.extract.suspicious_lists import known_role, lists, misread, numbered, people
from protokollgraf.extract.unread import Piece, pieces
from protokollgraf.tests.extract.minutes import FRONT, minutes, reading

MINUTES = minutes("Beslut\nPlanen antas.")


def read(text: str, without: tuple[type, ...] = (), lost: tuple[str, ...] = ()) -> Doc:
    """The Doc of a text, without the facts of these kinds, and without these items."""
    doc, _ = annotated(reading(text))
    doc._.facts = [fact for fact in doc._.facts if not isinstance(fact, without)]
    if lost:
        doc._.layout.sections = [section for section in doc._.layout.sections if section.item not in lost]
    return doc


def named(doc: Doc, but: int = 5) -> list[tuple[str, str]]:
    """(the first line's words, why) of what ranks below `but`, the likeliest first."""
    text = doc._.layout.text
    return [(text[s.start : s.end].split("\n")[0], s.why) for s in suspicions(doc, pieces(doc)) if s.rank < but]


def test_plain_minutes_name_nothing() -> None:
    assert named(read(MINUTES), but=99) == []


# heads

HEAD = "may begin an item (§), and begins none"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("§ 5 Val av gäster", [("§ 5 Val av gäster", HEAD)]),
        ("ks § 5", [("ks § 5", HEAD)]),
        ("$ 5", [("$ 5", HEAD)]),
        ("S 5", [("S 5", HEAD)]),
        ("5 Val av gäster", [("5 Val av gäster", "begins with the number of a § that is missing")]),
        ("Se protokollet § 5", []),
        ("§ 5-6", []),
        ("§ 12 Val av gäster", []),
        ("5 000 kronor", []),
        ("S 55", []),
    ],
)
def test_heads(line: str, expected: list[tuple[str, str]]) -> None:
    text = f"{FRONT}§ 4 Upprop\n\nTack.\n\n{line}\n\nTack.\n\n§ 6 Slut\n\nTack.\n"
    doc = read(text)
    parts = [piece for piece in pieces(doc) if piece.part == "item"]
    doc._.layout.sections = [section for section in doc._.layout.sections if section.item in ("4", "6")]
    found = [(s.why, s.start) for s in suspicions(doc, parts) if "§" in s.why]
    assert [(text[start:].split("\n")[0], why) for why, start in found] == expected


def test_a_number_that_the_title_page_promises() -> None:
    text = MINUTES.replace("Plats och tid", "Paragrafer: §§ 4-5\n\nPlats och tid")
    doc = read(text)
    parts = pieces(doc)
    doc._.layout.sections = doc._.layout.sections[:1]
    assert [s.why for s in suspicions(doc, parts) if s.rank == 0] == [HEAD]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["1. Mötet öppnas", "Tack.", "2. Val", "Tack.", "3 Slut"], ["1. Mötet öppnas", "2. Val", "3 Slut"]),
        (["1. Mötet öppnas", "Tack.", "3. Slut"], []),
        (["1. öl", "2. mjölk", "3. kaffe"], []),
    ],
)
def test_a_run_of_numbers_where_no_item_was_found(lines: list[str], expected: list[str]) -> None:
    parts = [Piece(i, i, line, "title page", "head", "unread") for i, line in enumerate(lines)]
    assert [lines[one.start] for one in numbered(parts)] == expected


# lists

LABEL = "stands among the people: a label or heading that is not known?"
NOBODY = "stands among the people: gave nobody"


@pytest.mark.parametrize(
    ("text", "part", "status", "expected"),
    [
        ("Folkvalda:", "people", "unread", [LABEL]),
        ("Ada Ek", "people", "unread", [NOBODY]),
        ("något annat 12", "people", "unread", [NOBODY]),
        ("GÄSTABUD OCH VÄNNER", "people", "fact", [LABEL]),
        ("EK, ADA (S)", "people", "fact", []),
        ("ERSÄTTARE FÖR LEDAMÖTER", "people", "fact", []),
        ("Ada Ek", "signatures", "unread", ["stands among the signatures, and gave no signer"]),
        ("Underskrifter", "agenda", "structure", ["a label of the title page, taken for a line of the agenda"]),
        ("Underrättelser", "agenda", "structure", []),
    ],
)
def test_lists(text: str, part: str, status: str, expected: list[str]) -> None:
    doc = read(MINUTES)
    assert [s.why for s in lists(doc, [Piece(0, len(text), text, part, "member", status)])] == expected


def test_people_whom_nobody_read() -> None:
    doc = read(MINUTES, without=(Affiliation, Attendance, PersonMention))
    assert ("Elin Ek (S)", "a name with a party, and nobody was read") in named(doc)
    assert ("Hanna Gren, kommunchef", NOBODY) in named(doc)


def row(words: str, role: str = "", items: str = "", replaces: str = "") -> Attendance:
    return Attendance("Ada Ek", "S", "", "", role, "member", items, replaces, Evidence(0, len(words), words, 1, "x"))


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (row("Ada Ek (S)"), []),
        (row("Ada Ek (S), nej", role="nej"), ["what was read as somebody's role is none"]),
        (row("Ada Ek (S), ordf lngrid Dahl (M)", role="ordförande"), ["may be two people, read as one"]),
        (row("Ada Ek (S) ersätter Bo Dahl (M)", replaces="Bo Dahl"), []),
        (row("Ada Ek (S), ersatt av Bo Dahl (M)"), []),
        (row("Ada Ek (S) 22-20", items="22-20"), ["somebody was there from a later § to an earlier one"]),
        (row("Ada Ek (S) 20-22", items="20-22"), []),
    ],
)
def test_rows(one: Attendance, expected: list[str]) -> None:
    assert list(misread(one)) == expected


@pytest.mark.parametrize("role", ["ordförande", "mark- och skogschef", "1:e vice ordförande", "ekonom, Region Ekland"])
def test_roles(role: str) -> None:
    assert known_role(role)


@pytest.mark.parametrize(
    "role", ["nej", "som ersättare", "för vakant", "samt sekreterare", "e vice ordförande", "chef, ledamöterna", "m fl"]
)
def test_what_is_no_role(role: str) -> None:
    assert not known_role(role)


SIGNED = minutes("Planen antas.", tail="Underskrifter\n\nSekreterare  Karin Björk\nOrdförande  Elin Ek\n")


def test_signers_of_another_role() -> None:
    why = "a signer of another role than the one beside the name"
    doc = read(SIGNED)
    assert why not in [reason for _, reason in named(doc)]
    doc._.facts = [replace(fact, role="adjuster") if isinstance(fact, Signature) else fact for fact in doc._.facts]
    assert [words for words, reason in named(doc) if reason == why] == ["Karin Björk", "Elin Ek"]


def test_signers_that_are_too_many() -> None:
    doc = read(SIGNED)
    (one, *_) = [fact for fact in doc._.facts if isinstance(fact, Signature)]
    doc._.facts += [replace(one, person=f"Kim {name}", role="chair") for name in ("Al", "Ek", "Alm")]
    assert "is signer number 4 of one role" in [s.why for s in people(doc, [])]


def test_a_meeting_without_a_date() -> None:
    doc = read(MINUTES)
    assert not any("date" in why or "time" in why for _, why in named(doc))
    doc._.meeting = Meeting("Kommunstyrelsen", "", "", "", "", "", doc._.meeting.evidence)
    assert [why for _, why in named(doc)] == [
        "tells a day, and the meeting has no date",
        "tells an hour, and the meeting has no time",
    ]


# items

COUNTS = "counts votes, and gave no votering"
DECIDES = "the body decides, and no decision was read"
SPEAKS = "speaks of a decision in an item that has none"
MOVES = "somebody moves, and no motion was read"
DISSENTS = "speaks of a reservation or statement, and none was read"
JAV = "speaks of jäv, and nobody was read"
TELLS = "somebody tells of something, and is no presenter"
HEADED = "a heading for a decision, and none was read"
LISTED = "a list of people in an item, and nothing was read of them"
VOTED = "Votering\nJa: Elin Ek (S), Erik Alm (M)\nNej: Sara Lindal (C)\nUtfallet blir 2 ja och 1 nej."


@pytest.mark.parametrize(
    ("body", "without", "expected"),
    [
        (VOTED, (Vote, Ballot), {COUNTS, LISTED}),
        (VOTED, (Ballot,), {"a votering that names people, and no votes of theirs"}),
        (VOTED, (), set()),
        (VOTED.replace("2 ja", "3 ja"), (), {"the votes cast do not add up to the tally"}),
        ("Votering\nUtfallet blir 2 ja och 1 nej. Nej röstar Sara Lindal (C). Övriga röstar ja.", (), set()),
        ("Bakgrund\nI fjol blev utfallet 2 ja och 1 nej.", (Vote,), set()),
        ("Hur var och en röstar framgår av bilaga 4.", (), set()),
        ("Kommunstyrelsen beslutar att anta planen.", (Decision,), {DECIDES}),
        ("Kommunstyrelsen beslutade 2030-02-03 att köpa en spis.", (Decision,), set()),
        ("De andra beslutade något.", (Decision,), {SPEAKS}),
        ("Beslut\nPlanen antas.", (Decision,), {HEADED}),
        ("Beslut\nPlanen antas.", (), set()),
        ("Yrkanden\nElin Ek (S) yrkar bifall.", (Motion,), {MOVES}),
        ("Yrkanden\nElin Ek (S) yrkar bifall.", (), set()),
        ("Reservation\nElin Ek (S) reserverar sig mot beslutet.", (Reservation,), {DISSENTS}),
        ("Reservation\nElin Ek (S) reserverar sig mot beslutet.", (), set()),
        ("Informationen noteras till protokollet.", (Decision,), set()),
        ("Ingen reservation anmäldes.", (), set()),
        ("Erik Alm (M) anmäler jäv och deltar inte.", (Recusal,), {JAV}),
        ("Erik Alm (M) anmäler jäv och deltar inte.", (), set()),
        ("Hanna Gren informerar om planen.", (Presenter,), {TELLS}),
        ("Hanna Gren informerar om planen.", (), set()),
        ("Beslut\natt ge kommunchefen i uppdrag att rita en plan", (Assignment,), {"gives a task, and none was read"}),
        ("Beslut\natt ge kommunchefen i uppdrag att rita en plan", (), set()),
    ],
)
def test_items(body: str, without: tuple[type, ...], expected: set[str]) -> None:
    found = {why for _, why in named(read(minutes(body), without=without))}
    assert expected <= found
    assert expected or not found


def test_facts_that_hold_what_is_none_of_theirs() -> None:
    doc = read(minutes("Beslut\nPlanen antas.\n\nElin Ek (S) yrkar bifall."))
    (decision,) = [fact for fact in doc._.facts if isinstance(fact, Decision)]
    motion = next(fact for fact in doc._.facts if isinstance(fact, Motion))
    doc._.facts += [
        replace(decision, text="planen antas. Bo Dahl reserverar sig."),
        Proposal("5", "", "Elin Ek (S) yrkar bifall.", motion.evidence),
    ]
    assert {"a reservation, read as a decision", "somebody moves, read as a proposal of nobody"} <= {
        why for _, why in named(doc)
    }


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Utfallet blir 3 ja och 1 nej", True),
        ("tre röster för och en emot", True),
        ("Ja-röster: 12", True),
        ("då röstade 2 för det ena", True),
        ("med rösterna 7-4", False),
        ("fem bilder", False),
        ("Ja till det", False),
    ],
)
def test_counts(text: str, fits: bool) -> None:
    assert (COUNTED.search(text) is not None) == fits


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Kim Alm (S)", True),
        ("För byn: Kim Alm (S)", True),
        ("Kim Alm (S)      Bo Dahl (M)", True),
        ("1:e vice ordförande: Kim Alm (S)", True),
        ("Kim Alm (S) yrkar bifall", False),
        ("Planen antas", False),
    ],
)
def test_lists_of_people(text: str, fits: bool) -> None:
    assert (PEOPLE.fullmatch(text) is not None) == fits


@pytest.mark.parametrize(
    ("text", "fits"),
    [("Villkor för bygget", True), ("Planen antas.", False), ("gäller från", False), ("År 2031", False)],
)
def test_what_may_be_a_heading(text: str, fits: bool) -> None:
    assert (HEADING.fullmatch(text) is not None) == fits
