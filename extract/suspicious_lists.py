"""Where the title page, the lists of people, the signatures or the heads of items may have been misread."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc

from .attendance import numbers_of
from .attendance_row import VACANT
from .facts import Attendance, Ballot, Meeting, Signature
from .headings import heading_kind
from .labels import label
from .layout import Layout
from .lexicon import is_party, is_title, role_of
from .names import PARTICLE, WORD, names_in
from .organisations import organisation_at
from .signatures import ROLES
from .suspicions import Rule, Suspicion
from .unread import TELLING, Piece, Spans, evidence_of, told

NAMED = re.compile(
    rf"{WORD}(?:[ \t]+(?:{PARTICLE}[ \t]+)?{WORD}){{1,3}}[ \t]*,?[ \t]*[(\[] ?(?P<party>[A-Za-zÅÄÖåäö]{{1,5}}) ?[)\]]"
)
HEAD = re.compile(
    r"(?:(?P<before>(?:[^\W\d_][\w.-]*,?\s+){0,5})§|\$|[S5&](?=\s\d{1,3}\s*$))\s?(?P<number>\d{1,4})\b(?!\s?[-–,/])"
)
"""A § with the body's name before it, or what character recognition makes of one."""
NUMBERED = re.compile(r"(?P<number>\d{1,3})[.)]?\s+[A-ZÅÄÖ]")
LABEL = re.compile(r"(?P<label>[A-ZÅÄÖ][\wåäöÅÄÖ/., -]{2,45}?)(?::| {3,}|\t)\s*(?=\S|$)")
CLOCK = re.compile(r"\bkl(?:\.|ockan)? ?\d{1,2}|\b\d{1,2}[.:]\d\d ?[-–] ?\d{1,2}[.:]\d\d\b")
MONTH = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
DAY = re.compile(rf"\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d{{1,2}} (?:{MONTH})\b", re.I)
SIGNED = re.compile(r"(?:underskrift\w*|sekreterare|ordförande|justera(?:re|nde)|beslutande|paragrafer)\b", re.I)
NO_ROLE = re.compile(
    r"(?:e|ej|nej|ja|som|med|för|från|ers\.?|samt|tjg|utan|del av|utses|ersätter|närv\w*)\b|"
    r".*(?:§|\(\w{1,5}\)|\bm ?fl\b)|(?:.* )?[a-zåäö]+(?:arna|erna)$",
    re.S,
)
"""What a role neither begins with nor holds."""
REFERS = re.compile(r"\b(?:enligt|se|jfr|bilaga|protokoll\w*|beslut\w*|punkt|kap)\b", re.I)
UNKNOWN_LABEL = "stands among the people: a label or heading that is not known?"
MANY = {"chair": 3, "adjuster": 6, "secretary": 2}
"""More signers of a role than these are hardly signers."""


def heads(doc: Doc, pieces: Sequence[Piece]) -> Iterator[Suspicion]:
    """Lines that may begin an item and do not."""
    page: Layout = doc._.layout
    known = {section.head.start for section in page.sections}
    numbers = {int(m[0]) for section in page.sections if (m := re.match(r"\d+", section.item))}
    expected = {int(m[0]) for item in numbers_of(page) if (m := re.match(r"\d+", item))}
    missing = {n for a, b in pairwise(sorted(numbers)) for n in range(a + 1, min(b, a + 20))} | (expected - numbers)
    following = {max(numbers) + 1} if numbers else set()
    for piece in pieces:
        if piece.part in ("agenda", "notice", "end") or piece.start in known:
            continue
        if (head := HEAD.match(piece.text)) and not REFERS.search(head["before"] or ""):
            lost = int(head["number"]) in missing | following or not numbers
            if lost and (piece.part == "item" or piece.status != "fact" or not numbers):
                yield Suspicion(0, "may begin an item (§), and begins none", piece.start, piece.end)
        elif piece.part == "item" and (m := NUMBERED.match(piece.text)) and int(m["number"]) in missing:
            yield Suspicion(1, "begins with the number of a § that is missing", piece.start, piece.end)
    if not numbers:
        yield from numbered(pieces)


def numbered(pieces: Sequence[Piece]) -> Iterator[Suspicion]:
    """A run of numbered lines in a text in which no item was found."""
    run: list[Piece] = []
    for piece in pieces:
        match = NUMBERED.match(piece.text)
        if match and int(match["number"]) == len(run) + 1:
            run.append(piece)
    if len(run) > 2:
        yield from (Suspicion(0, "is numbered like an item, and begins none", one.start, one.end) for one in run)


def nobody(doc: Doc, pieces: Sequence[Piece]) -> Iterator[Suspicion]:
    """A name with a party where nobody was read, and whom nothing else in the document tells of either."""
    acting = told(doc, Meeting)
    named = Spans((name.start, name.after) for name in doc._.people.names)
    parties = {code.casefold() for code in doc._.people.parties.values()}
    there = [fact for fact in doc._.facts if isinstance(fact, Attendance | Signature | Ballot)]
    present, persons = evidence_of(there), {fact.person for fact in there}
    for piece in pieces:
        for match in NAMED.finditer(piece.text):
            start, end = piece.start + match.start(), piece.start + match.end()
            code = match["party"]
            if VACANT.match(match[0]) or not (is_party(code) or code.casefold() in parties):
                continue
            if piece.part in ("item", "agenda"):
                known = acting.touch(start, end) or named.touch(start, end)
            else:
                names = [name.text for name in names_in(match[0], listed=True)]
                known = present.touch(start, end) or any(name in persons for name in names)
            if not known:
                yield Suspicion(1, "a name with a party, and nobody was read", start, end)


def lists(doc: Doc, pieces: Sequence[Piece]) -> Iterator[Suspicion]:
    """Lines among the people and the signatures that gave nobody, and labels that stand where none is looked for."""
    for piece in pieces:
        words = piece.text.strip(" :")
        bare = len(words) < 45 and words[:1].isupper() and not re.search(r"[\d(),]", words)
        if piece.part == "people" and piece.status == "unread":
            known = UNKNOWN_LABEL if bare and not names_in_list(words) else "stands among the people: gave nobody"
            yield Suspicion(2, known, piece.start, piece.end)
        elif piece.part == "people" and piece.status == "fact":
            if bare and words.isupper() and len(words) > 12 and not label(piece.text)[0]:
                yield Suspicion(2, UNKNOWN_LABEL, piece.start, piece.end)
        elif piece.part == "signatures" and piece.status == "unread":
            yield Suspicion(3, "stands among the signatures, and gave no signer", piece.start, piece.end)
        elif piece.part == "agenda" and SIGNED.match(piece.text):
            yield Suspicion(1, "a label of the title page, taken for a line of the agenda", piece.start, piece.end)


def names_in_list(words: str) -> bool:
    """Whether a line of a list may be a name: a given name, or two capitalised words and no more."""
    return any(names_in(words)) or re.fullmatch(rf"{WORD} (?:{PARTICLE} )?{WORD}", words) is not None


def people(doc: Doc, pieces: Sequence[Piece]) -> Iterator[Suspicion]:
    """Rows of the list of those present, and signers, that look misread."""
    signers: dict[str, list[Signature]] = {}
    for fact in doc._.facts:
        if isinstance(fact, Attendance):
            for why in misread(fact):
                yield Suspicion(2, why, fact.evidence.start, fact.evidence.end)
        elif isinstance(fact, Signature):
            signers.setdefault(fact.role, []).append(fact)
            if other_role(doc._.layout, fact):
                at = fact.evidence
                yield Suspicion(2, "a signer of another role than the one beside the name", at.start, at.end)
    for role, found in signers.items():
        if len(found) > MANY.get(role, 9):
            at = found[-1].evidence
            yield Suspicion(2, f"is signer number {len(found)} of one role", at.start, at.end)


def other_role(page: Layout, signer: Signature) -> bool:
    """Whether a line that names a signer begins with another role than the one that was read."""
    at = signer.evidence
    start, end = page.text.rfind("\n", 0, at.start) + 1, page.text.find("\n", at.end)
    line = page.text[start : end if end >= 0 else len(page.text)].strip()
    beside = {role for role, rule in ROLES if rule.match(line)}
    return not signer.signed and len(line) < 120 and bool(beside) and signer.role not in beside


def misread(row: Attendance) -> Iterator[str]:
    """What is odd about a row of the list of those present."""
    if row.role and not known_role(row.role):
        yield "what was read as somebody's role is none"
    parties = [code for code in re.findall(r"\((\w{1,5})\)", row.evidence.words)[1:] if is_party(code)]
    if parties and not row.replaces and not re.search(r"\bers[aä]tt", row.evidence.words):
        yield "may be two people, read as one"
    if any(int(first) > int(last) for first, last in re.findall(r"(\d+)-(\d+)", row.items)):
        yield "somebody was there from a later § to an earlier one"


def known_role(role: str) -> bool:
    """Whether a role of the list may be one: it holds a role, a title or an organisation, and no name or verb."""
    parts = role.split(", ")
    if any(NO_ROLE.match(one) for one in parts if not organisation_at(one)):
        return False
    return any(role_of(one)[0] or organisation_at(one) for one in parts) or any(
        map(is_title, re.findall(r"[\w-]+", role))
    )


def title_page(doc: Doc, pieces: Sequence[Piece]) -> Iterator[Suspicion]:
    """Labels that nobody knows, and the meeting's day or hour where none was read."""
    meeting: Meeting = doc._.meeting
    for piece in pieces:
        if piece.part not in ("title page", "people", "signatures"):
            continue
        if not meeting.date and DAY.search(piece.text) and piece.kind != "adjusting":
            yield Suspicion(2, "tells a day, and the meeting has no date", piece.start, piece.end)
        elif not meeting.start and CLOCK.search(piece.text) and piece.kind not in ("adjusting", "adjuster"):
            yield Suspicion(3, "tells an hour, and the meeting has no time", piece.start, piece.end)
        elif piece.status == "unread" and piece.part == "title page":
            if (match := LABEL.match(piece.text)) and not label(piece.text)[0]:
                yield Suspicion(4, "may be a label that is not known", piece.start, piece.start + match.end("label"))
            elif heading_kind(piece.text) in TELLING:
                yield Suspicion(
                    1, "a heading of an item on the title page: where does the item begin?", piece.start, piece.end
                )
            else:
                yield Suspicion(6, "on the title page, below no label", piece.start, piece.end)


def behind(doc: Doc, pieces: Sequence[Piece]) -> Iterator[Suspicion]:
    """Lines behind the last item that no label claims."""
    for piece in pieces:
        if piece.part == "end" and piece.status == "unread":
            yield Suspicion(6, "behind the last §, below no label", piece.start, piece.end)


LIST_RULES: tuple[Rule, ...] = (heads, nobody, lists, people, title_page, behind)
