"""Short factories for facts, so that an expected object is one short call: `attendance(person="Ada Ek", party="S")`.

Import them as `from protokollgraf.tests.factories import …`. Every name is made up.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Any, TypeVar

from protokollgraf.extract import facts
from protokollgraf.extract.facts import Evidence, Fact, Minutes, Reading

Made = TypeVar("Made")

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "\"; DROP ALL; # ' ''' \"\"\" \\u0022",
    "två\nrader\r\noch\ttabb",
    "http://ond.example/> <x",
    '=HYPERLINK("x")|{}[]^`\\',
    "\x00\x01\x0b\x7f\x85\u2028\ufffe\ud800",
    "Åsa Ö\u0308berg \U0001f600 \u202etxt",
]
"""What a document may hold where a name is expected."""


def evidence(
    start: int = 0, end: int = 8, words: str = "Ada Ek S", page: int = 1, rule: str = "test", **where: Any
) -> Evidence:
    return Evidence(start=start, end=end, words=words, page=page, rule=rule, **where)


def reading(document: str = "protokoll", text: str = "Ada Ek (S), ordförande", **cells: Any) -> Reading:
    digest = sha256(text.encode(errors="surrogatepass")).hexdigest()
    return Reading(**{"source": f"{document}.txt", "sha256": digest, "format": "txt", "pages": (0,)} | cells
                   | {"document": document, "text": text})  # fmt: skip


def meeting(**cells: Any) -> facts.Meeting:
    usual = {"body": "Byggnadsnämnden", "organisation": "Tallviks kommun", "date": "2024-03-06"}
    return _fact(facts.Meeting, **usual | cells)


def attendance(person: str = "Ada Ek", **cells: Any) -> facts.Attendance:
    return _fact(facts.Attendance, person=person, **{"capacity": "member"} | cells)


def signature(person: str = "Ada Ek", **cells: Any) -> facts.Signature:
    return _fact(facts.Signature, person=person, **{"role": "chair"} | cells)


def item(item: str = "1", title: str = "Mötet öppnas", **cells: Any) -> facts.Item:
    return _fact(facts.Item, item=item, title=title, **cells)


def presenter(item: str = "1", person: str = "Ada Ek", **cells: Any) -> facts.Presenter:
    return _fact(facts.Presenter, item=item, person=person, **cells)


def proposal(item: str = "1", text: str = "godkänna taxan", **cells: Any) -> facts.Proposal:
    return _fact(facts.Proposal, item=item, text=text, **cells)


def motion(item: str = "1", person: str = "Ada Ek", stance: str = "approve", **cells: Any) -> facts.Motion:
    return _fact(facts.Motion, item=item, person=person, stance=stance, **cells)


def decision(item: str = "1", text: str = "godkänna taxan", kind: str = "approved", **cells: Any) -> facts.Decision:
    return _fact(facts.Decision, item=item, text=text, kind=kind, **cells)


def vote(item: str = "1", round: int = 1, **cells: Any) -> facts.Vote:
    return _fact(facts.Vote, item=item, round=round, **{"yes": 2, "no": 1, "abstain": None} | cells)


def voting_proposition(item: str = "1", round: int = 1, **cells: Any) -> facts.VotingProposition:
    return _fact(facts.VotingProposition, item=item, round=round, **{"yes": "bifall", "no": "avslag"} | cells)


def ballot(item: str = "1", person: str = "Ada Ek", vote: str = "yes", **cells: Any) -> facts.Ballot:
    return _fact(facts.Ballot, item=item, person=person, vote=vote, **{"round": 1} | cells)


def reservation(item: str = "1", person: str = "Ada Ek", **cells: Any) -> facts.Reservation:
    return _fact(facts.Reservation, item=item, person=person, **{"kind": "reservation"} | cells)


def recusal(item: str = "1", person: str = "Ada Ek", **cells: Any) -> facts.Recusal:
    return _fact(facts.Recusal, item=item, person=person, **cells)


def assignment(item: str = "1", assignee: str = "Miljöchef", **cells: Any) -> facts.Assignment:
    return _fact(facts.Assignment, item=item, assignee=assignee, **{"task": "utreda frågan"} | cells)


def reference(item: str = "1", kind: str = "sou", value: str = "SOU 1999:1", **cells: Any) -> facts.Reference:
    return _fact(facts.Reference, item=item, kind=kind, value=value, **cells)


def case_number(item: str = "1", number: str = "BN 2024/00012", **cells: Any) -> facts.CaseNumber:
    return _fact(facts.CaseNumber, item=item, number=number, **cells)


def person_mention(person: str = "Ada Ek", **cells: Any) -> facts.PersonMention:
    return _fact(facts.PersonMention, person=person, **cells)


def organisation_mention(
    organisation: str = "Tallviks kommun", kind: str = "municipality", **cells: Any
) -> facts.OrganisationMention:
    return _fact(facts.OrganisationMention, organisation=organisation, kind=kind, **cells)


def affiliation(person: str = "Ada Ek", **cells: Any) -> facts.Affiliation:
    return _fact(facts.Affiliation, person=person, **cells)


def minutes(document: str = "protokoll", facts: Iterable[Fact] | None = None, **cells: Any) -> Minutes:
    """Minutes of two people and one item, with one fact of each class; or of the facts that are given."""
    return Minutes(reading(document, **cells), tuple(one_of_each() if facts is None else facts))


def one_of_each() -> list[Fact]:
    return [
        meeting(start="10:00", end="11:45", place="Digitalt"),
        attendance("Ada Ek", party="S", municipality="Tallvik", role="ordförande", organisation="Tallviks kommun"),
        attendance("Bo Alm", party="M", capacity="substitute", items="1-2", replaces="Cia Dal",
                   evidence=evidence(20, 40, "Bo Alm (M) för Cia Dal §§ 1-2")),
        signature("Ada Ek", signed="2024-03-07T10:00:00+01:00"),
        item("1", "Taxa för bygglov"),
        item("2", "Mötet avslutas", evidence=evidence(90, 104, "Mötet avslutas")),
        presenter(),
        proposal(proposer="ordföranden"),
        motion(party="S"),
        decision(),
        vote(kind="main", outcome="yes", casting=True, lot=True, minority=True, ballot="open"),
        voting_proposition(),
        ballot("1", "Ada Ek", "yes", party="S"),
        ballot("1", "Bo Alm", "no", party="M"),
        ballot("1", "", "abstain", party="V"),
        reservation(person="Bo Alm", party="M"),
        recusal(person="Cia Dal"),
        assignment(due="2024-09-01"),
        reference(),
        case_number(),
        person_mention(party="S"),
        organisation_mention(),
        affiliation(role="styrelseledamot", organisation="Granbo energi AB"),
    ]  # fmt: skip


def _fact(class_: type[Made], **cells: Any) -> Made:
    """A fact whose other cells are empty."""
    cells.setdefault("evidence", evidence())
    return class_(**dict.fromkeys(class_.__dataclass_fields__, "") | cells)  # type: ignore[attr-defined]
