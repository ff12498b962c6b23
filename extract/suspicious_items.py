"""Where the text of the items may say a decision, votering, yrkande … that was not read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from .decisions import OWN_VERB
from .facts import (
    Assignment,
    Ballot,
    Decision,
    Fact,
    Motion,
    Presenter,
    Proposal,
    Recusal,
    Reservation,
    Vote,
)
from .kinds import decision_kind
from .layout import Layout, Part, Section
from .lexicon import body_kind
from .lines import BULLET, Block
from .presenters import DOES
from .sentences import sentences
from .suspicions import Rule, Suspicion
from .suspicious_lists import DAY, NAMED
from .unread import CHAIR, Piece, Spans, evidence_of

PAST = ("documents", "history", "background", "distribution")
"""Parts that tell of what others did or of earlier meetings."""
NUMBER = r"(?:\d{1,3}|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv)"
COUNTED = re.compile(
    rf"\b{NUMBER}(?: st\.?)? (?:(?:ja|nej)\b|(?:ja-?|nej-?)?röst(?:er)?\b)|\bröst(?:ar|ade) \d|"
    r"\b(?:ja|nej)(?:-?röster)?\s*[:=(]?\s*\d{1,3}\b|\bröst(?:siffror\w*|etal\w*)\b[^.]{0,60}\b\d{1,3}\b|"
    r"\b\d{1,3}\s*[-–]\s*\d{1,3}\b[^.]{0,20}\bröst",
    re.I,
)
NO_COUNT = re.compile(r"\bJa(?:-röst)? (?:för|innebär|till)|rösträtt|\bbilaga \d", re.I)
MOVES = re.compile(
    r"\byrk(?:ar|ade|ande av|ande från)\b|\binstämm(?:er|de)\b|\bunderstödd\b|\b(?:lade|lägger) fram\b|"
    r"\bföresl(?:år|og) (?:bifall|avslag|återremiss|att)\b|:\s*(?:bifall|avslag|återremiss)\b",
    re.I,
)
DISSENTS = re.compile(
    r"\breserver(?:ar|ade|at) sig\b|\banmäl(?:er|de)\b[^.]{0,60}\breservation|\bsärskil(?:t|da) (?:yttrande|uttalande)|"
    r"\bersättaryttrande|\bavvikande (?:åsikt|mening)|\bprotokolls?anteckning|"
    r"(?<!as )(?<!tas )\btill protokollet\b.{0,200}(?::|att)",
    re.I,
)
RECUSES = re.compile(r"\bjäv(?:ig|iga)?\b", re.I)
DENIES = re.compile(r"\b(?:ingen|inga|inget|inte någon)\b", re.I)
TELLS = re.compile(
    DOES.pattern + r"|\b(?:lämnade|gick igenom|beskriver|beskrev|svarar på|svarade på|medverkar|medverkade)\b", re.I
)
TASK = re.compile(r"\bi uppdrag\b|\buppdra(?:r|s)?\b", re.I)
DECIDES = re.compile(r"\bbeslut(?:ar|ade|as|ades|at)?\b|\bbeslöt\b", re.I)
WITHIN = re.compile(
    r"\breserver(?:ar|ade) sig|\banmäl(?:er|de)\b.{0,60}\breservation|\bavvikande (?:åsikt|mening)", re.I
)
"""What no decision says."""
PEOPLE = re.compile(
    rf"(?:[\wåäöÅÄÖ: -]{{2,40}}: )?{NAMED.pattern}(?:[\s,|]+{NAMED.pattern.replace('<party>', '<next>')})*[.,]?"
)
HEADING = re.compile(r"[A-ZÅÄÖ][^.,;?!|]{2,58}[^.,;?!|\d)]")


def of_items(doc: Doc, without: Sequence[str] = PAST) -> Iterator[tuple[Section, Part, Block]]:
    """The sentences of the items, but of parts of these kinds."""
    page: Layout = doc._.layout
    for section in page.sections:
        for part in section.parts:
            if part.kind not in without:
                for block in part.blocks:
                    for sentence in sentences(block):
                        yield section, part, sentence


def places(doc: Doc, *kinds: type) -> Spans:
    """The evidence of the facts of these kinds."""
    facts: list[Fact] = doc._.facts
    return evidence_of(fact for fact in facts if type(fact) in kinds)


def counts(doc: Doc, pieces: Sequence[Piece]) -> Iterator[Suspicion]:
    """Numbers of votes that gave no votering."""
    read = places(doc, Vote, Ballot)
    for _, _, sentence in of_items(doc):
        if COUNTED.search(sentence.text) and not (
            NO_COUNT.search(sentence.text) or read.touch(sentence.start, sentence.end)
        ):
            yield Suspicion(1, "counts votes, and gave no votering", sentence.start, sentence.end)
    ballots: dict[tuple[str, int], list[Ballot]] = {}
    for fact in doc._.facts:
        if isinstance(fact, Ballot):
            ballots.setdefault((fact.item, fact.round), []).append(fact)
    for fact in doc._.facts:
        if not isinstance(fact, Vote):
            continue
        at = fact.evidence
        if not ballots.get((fact.item, fact.round)):
            if len(doc._.people.within(at.start, at.end)) > 2:
                yield Suspicion(2, "a votering that names people, and no votes of theirs", at.start, at.end)
        elif disagrees(fact, ballots[fact.item, fact.round]):
            yield Suspicion(1, "the votes cast do not add up to the tally", at.start, at.end)


def disagrees(vote: Vote, ballots: Sequence[Ballot]) -> bool:
    """Whether the votes of people in a votering do not add up to its tally; a side that names nobody may."""
    cast = Counter(ballot.vote for ballot in ballots)
    tally = {"yes": vote.yes, "no": vote.no, "abstain": vote.abstain}
    return bool(cast) and any(count is not None and cast[choice] not in (0, count) for choice, count in tally.items())


def decided(doc: Doc, pieces: Sequence[Piece]) -> Iterator[Suspicion]:
    """Sentences that decide, and gave no decision."""
    read = places(doc, Decision, Proposal, Motion)
    having = {fact.item for fact in doc._.facts if isinstance(fact, Decision)}
    told: set[str] = set()
    for section, part, sentence in of_items(doc):
        text = sentence.text.rstrip()
        if read.touch(sentence.start, sentence.end) or DAY.search(text) or text.endswith((":", " att", "beslutar")):
            continue
        aside = part.kind in ("motions", "proposal", "procedure", "vote")
        if decides(doc, text) and not (aside and section.item in having):
            yield Suspicion(2, "the body decides, and no decision was read", sentence.start, sentence.end)
        elif not aside and section.item not in having and section.item not in told and DECIDES.search(text):
            told.add(section.item)
            yield Suspicion(3, "speaks of a decision in an item that has none", sentence.start, sentence.end)


def decides(doc: Doc, text: str) -> bool:
    """Whether a sentence says that the meeting's own body decides; where no body is known, any will do."""
    if re.match(r"Beslut(?:as|ades)\b", text):
        return True
    verb = OWN_VERB.match(text)
    if not verb:
        return False
    subject = verb["subject"].casefold()
    return subject in doc._.own or (not doc._.meeting.body and (body_kind(subject) == "body" or subject == "mötet"))


def without(doc: Doc, pieces: Sequence[Piece]) -> Iterator[Suspicion]:
    """Headings for decisions in items that have none, and decisions that say what no decision says."""
    having = {fact.item for fact in doc._.facts if isinstance(fact, Decision)}
    for section in doc._.layout.sections:
        for part in section.parts:
            if part.kind == "decision" and part.heading and section.item not in having:
                yield Suspicion(2, "a heading for a decision, and none was read", part.heading.start, part.heading.end)
    for fact in doc._.facts:
        if isinstance(fact, Decision) and WITHIN.search(fact.text):
            yield Suspicion(2, "a reservation, read as a decision", fact.evidence.start, fact.evidence.end)
        nobodys = isinstance(fact, Proposal) and not fact.proposer and MOVED.search(fact.text)
        if nobodys and doc._.people.within(fact.evidence.start, fact.evidence.end):
            yield Suspicion(2, "somebody moves, read as a proposal of nobody", fact.evidence.start, fact.evidence.end)


MOVED = re.compile(r"\bföreslog\b|\b(?:lade|lägger) fram\b|\byrkar\b", re.I)


def moved(doc: Doc, pieces: Sequence[Piece]) -> Iterator[Suspicion]:
    """Sentences in which somebody moves, without a motion."""
    read = places(doc, Motion, Proposal)
    for _, _, sentence in of_items(doc, (*PAST, "decision", "reservation", "statement", "procedure", "vote")):
        if not MOVES.search(sentence.text) or CHAIR.match(sentence.text) or read.touch(sentence.start, sentence.end):
            continue
        if doc._.people.holders(sentence) or re.search(r"\b(?:ledamot|ledamoten) [A-ZÅÄÖ]", sentence.text):
            yield Suspicion(3, "somebody moves, and no motion was read", sentence.start, sentence.end)


def dissented(doc: Doc, pieces: Sequence[Piece]) -> Iterator[Suspicion]:
    """Sentences in which somebody reserves himself, makes a statement or leaves for jäv, without a fact of it."""
    read = places(doc, Reservation, Recusal)
    for _, part, sentence in of_items(doc):
        text = sentence.text
        if read.touch(sentence.start, sentence.end) or DENIES.search(text) or BULLET.match(text):
            continue
        if DISSENTS.search(text):
            yield Suspicion(2, "speaks of a reservation or statement, and none was read", sentence.start, sentence.end)
        elif RECUSES.search(text) and (part.kind == "recusal" or doc._.people.inside(sentence) or len(text) < 60):
            yield Suspicion(2, "speaks of jäv, and nobody was read", sentence.start, sentence.end)


def presented(doc: Doc, pieces: Sequence[Piece]) -> Iterator[Suspicion]:
    """Sentences in which somebody presents something, and tasks, without a fact of it."""
    presenters = {(fact.item, fact.person) for fact in doc._.facts if isinstance(fact, Presenter)}
    tasks = {fact.item for fact in doc._.facts if isinstance(fact, Assignment)}
    for section, part, sentence in of_items(doc, ("documents", "history", "distribution", "procedure", "vote")):
        verb = TELLS.search(sentence.text)
        before = doc._.people.within(sentence.start, sentence.start + verb.start()) if verb else []
        silent = part.kind in ("motions", "reservation", "statement", "proposal") or CHAIR.match(sentence.text)
        if before and not silent and not any((section.item, name.text) in presenters for name in before):
            yield Suspicion(4, "somebody tells of something, and is no presenter", sentence.start, sentence.end)
        if part.kind == "decision" and TASK.search(sentence.text) and section.item not in tasks:
            yield Suspicion(4, "gives a task, and none was read", sentence.start, sentence.end)


def headings(doc: Doc, pieces: Sequence[Piece]) -> Iterator[Suspicion]:
    """Lines that stand as a heading in an item and are none that is known; those of several items first."""
    page: Layout = doc._.layout
    lines = {line.start: i for i, line in enumerate(page.lines)}
    found: list[Piece] = []
    for piece in pieces:
        i = lines.get(piece.start, -1)
        if piece.part != "item" or piece.status not in ("text", "unread") or i < 0 or i + 1 >= len(page.lines):
            continue
        line, below = page.lines[i], page.lines[i + 1]
        if piece.kind in ("documents", "distribution", "annex") or not HEADING.fullmatch(line.text.rstrip(":")):
            continue
        if line.gap and not BULLET.match(line.text) and (below.text[0].isupper() or BULLET.match(below.text)):
            found.append(piece)
    times = Counter(piece.text for piece in found)
    for piece in found:
        rank = 4 if times[piece.text] > 1 or piece.status == "unread" else 6
        yield Suspicion(rank, "stands as a heading, and is none that is known", piece.start, piece.end)


def listed(doc: Doc, pieces: Sequence[Piece]) -> Iterator[Suspicion]:
    """Lines of an item that are nothing but people with their parties, as in an election, and that gave nothing."""
    for piece in pieces:
        if piece.part == "item" and piece.status in ("text", "unread") and PEOPLE.fullmatch(piece.text):
            yield Suspicion(3, "a list of people in an item, and nothing was read of them", piece.start, piece.end)


def unread(doc: Doc, pieces: Sequence[Piece]) -> Iterator[Suspicion]:
    """What is left: lines below a heading for decisions, motions, votes … that gave nothing."""
    for piece in pieces:
        if piece.status == "unread" and piece.part == "item":
            telling = piece.kind in ("reservation", "statement", "recusal", "vote") or (
                piece.kind == "decision" and decision_kind(piece.text) != "other"
            )
            why = f"stands below a heading of the kind {piece.kind}, and gave nothing"
            yield Suspicion(3 if telling else 5, why, piece.start, piece.end)


ITEM_RULES: tuple[Rule, ...] = (counts, decided, without, moved, dissented, presented, listed, headings, unread)
