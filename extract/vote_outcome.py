"""What is said around a votering: which kind of round it is, who won, and what decided where the count did not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .layout import Section
from .lines import Block
from .people import People
from .propositions import side_of
from .rounds import UNSPOKEN, Round
from .sentences import sentences

MAIN = re.compile(
    r"^\W*(?:(?:i|vid|därefter|sedan|genomför\w*|begäran om)\s+)*huvud(?:votering|omröstning|proposition)|"
    r"huvud(?:votering|omröstning)\w*\s+(?:genomförs|verkställs|begärs|mellan|utfaller|företas|görs)",
    re.I,
)
AGAINST = r"(?:mot|kontra)-?(?:förslag|proposition)"
COUNTER = re.compile(
    rf"(?:votering|omröstning)\w*\s+(?:om|för|angående|rörande|kring)(?: att)?(?: utse| välja)?(?: vilket| vilka| ett)?"
    rf"(?: \w+)? ?{AGAINST}|motförslagsvotering|kontrapropositions?(?:votering|omröstning)|"
    rf"^\W*{AGAINST}(?:en|et|svotering|somröstning)?\W*$|^\W*(?:mot|kontra)proposition\w*\b(?!ens)|"
    rf"motpropositions?(?:votering|omröstning)|"
    rf"förberedande (?:votering|omröstning)|för att (?:utse|få fram|välja|bestämma)(?: ett)? {AGAINST}",
    re.I,
)
IN_MAIN = re.compile(r"\bi huvud(?:voteringen|omröstningen)\b", re.I)
CHOSEN = re.compile(rf"\b(?:utses|utsågs|blir|blev|antas|antogs|utgör|väljs)\b[^.]{{0,120}}\b{AGAINST}", re.I)
CASTING = re.compile(
    r"utslagsröst|(?:ordföranden?s|ordf\.?s?) röst (?:avgör|avgjorde|fäller|fällde|är avgörande|var avgörande|gäller)|"
    r"ordföranden? (?:har|hade) (?:den )?avgörande röst",
    re.I,
)
CASTING_SIDE = re.compile(r"utslagsröst[^.]{0,60}?\b(?P<choice>ja|nej)\b|\b(?P<before>ja|nej) (?:genom|med|tack vare) "
r"(?:ordföranden?s )?utslagsröst", re.I)  # fmt: skip
LOT = re.compile(
    r"\blott(?:ning|dragning|en avgör|en avgjorde|as\b|ades\b)|(?:avgörs?|skilj\w+) (?:med|genom) lott", re.I
)
MINORITY = re.compile(r"minoritetsåterremi|minoritetsbordlägg|(?:minst|mer än|över|fler än) en tredjedel", re.I)
TOLD = re.compile(r"\bvann\b|\bdärmed\b|\bsåledes\b|\bbeslut(?:ar|ade|at)\b", re.I)
DEFERS = re.compile(r"återremi|bordlägg|uppskov", re.I)
QUALIFIED = re.compile(r"kvalificerad majoritet|två tredjedel|tre fjärdedel", re.I)
NOT = re.compile(r"\b(?:inte|ej|inga|ingen|icke)\b", re.I)
BALLOT = re.compile(
    r"\b(?P<secret>sluten|slutna)\s+(?:votering|omröstning|röstning)|\b(?P<open>öpp(?:en|na))\s+(?:votering|omröstning)|"
    r"(?:votering|omröstning)\w*\s+(?:sker|görs|genomförs|företas)\s+(?:(?P<secretly>slutet)|(?P<openly>öppet))\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is said of one votering besides its tally."""

    kind: str = ""
    """`main`, `counter`, or empty where the minutes do not say."""
    winner: str = ""
    """`yes` or `no`."""
    casting: bool = False
    lot: bool = False
    minority: bool = False
    ballot: str = ""
    """`secret` or `open`."""
    start: int = -1
    """Where the words begin that tell the kind; -1 for none."""
    end: int = -1
    """Where the words end that tell who won besides the count; -1 for none."""


def outcomes(section: Section, found: Sequence[Round], people: People) -> list[Outcome]:
    """The outcome of each votering of an item, in the same order."""
    said = spoken(section) if found else []
    bounds = [one.start for one in found[1:]] + [section.end + 1]
    before = section.head.start
    results = []
    for one, following in zip(found, bounds, strict=False):
        lead = [s for s in said if before <= s.start < one.start]
        own = [s for s in said if one.start <= s.start < one.end]
        tail = [s for s in said if one.end <= s.start < following]
        results.append(outcome(one, lead, own, tail, people))
        before = one.end
    return results


def spoken(section: Section) -> list[Block]:
    """The headings and sentences of an item that can tell of its voteringar, in order."""
    found = []
    for part in section.parts:
        if part.kind not in (*UNSPOKEN, "reservation", "statement"):
            found += [part.heading] if part.heading else []
            found += [sentence for block in part.blocks for sentence in sentences(block)]
    return sorted(found, key=lambda one: one.start)


def outcome(one: Round, lead: Sequence[Block], own: Sequence[Block], tail: Sequence[Block], people: People) -> Outcome:
    """What is said of a votering in the sentences before it, in its own, and behind it up to the next."""
    kind, start = kind_of(one, lead, own)
    form = next((m for s in (*reversed(lead), *own) if (m := BALLOT.search(s.text))), None)
    ballot = ("secret" if form["secret"] or form["secretly"] else "open") if form else ""
    means = {choice: said.words for choice, said in one.means.items()}
    yes, no = one.tally.get("yes"), one.tally.get("no")
    after = [*own, *tail]
    if minority := minority_in(yes, no, after):
        deferring = [choice for choice, words in means.items() if DEFERS.search(words)]
        fewer = "no" if (no or 0) < (yes or 0) else "yes"
        winner = deferring[0] if len(deferring) == 1 else fewer
        return Outcome(kind, winner, minority=True, ballot=ballot, start=start, end=minority.end)
    counted = yes is not None and no is not None
    if counted and yes != no and not any(QUALIFIED.search(s.text) for s in after):
        return Outcome(kind, "yes" if (yes or 0) > (no or 0) else "no", ballot=ballot, start=start)
    if counted and yes != no:
        return Outcome(kind, ballot=ballot, start=start)
    for i, sentence in enumerate(after):
        casting, lot = CASTING.search(sentence.text), LOT.search(sentence.text)
        if (casting or (lot and counted)) and not NOT.search(sentence.text):
            following = after[i : i + 2]
            side = "" if lot and not casting else chair_side(sentence, one, people)
            winner = next((w for s in following if (w := side_of(s.text, means))), side)
            end = following[-1].end if not side_of(sentence.text, means) and winner != side else sentence.end
            return Outcome(kind, winner, bool(casting), bool(lot and not casting), ballot=ballot, start=start, end=end)
    winner = next((w for s in after if TOLD.search(s.text) and (w := side_of(s.text, means))), "")
    return Outcome(kind, winner, ballot=ballot, start=start)


def kind_of(one: Round, lead: Sequence[Block], own: Sequence[Block]) -> tuple[str, int]:
    """Main or counter round, and where the words begin that say so: the last of them before the tally counts."""
    for sentence in (*reversed(own), *reversed(lead)):
        main, counter = MAIN.search(sentence.text), COUNTER.search(sentence.text)
        if counter or (main is None and sentence in own and CHOSEN.search(sentence.text)):
            return "counter", sentence.start
        if main:
            return "main", sentence.start
    if any(re.search(AGAINST, said.words, re.I) for said in one.means.values()):
        return "counter", -1
    weak = next((s for s in reversed(lead) if IN_MAIN.search(s.text)), None)
    return ("main", weak.start) if weak else ("", -1)


def minority_in(yes: int | None, no: int | None, said: Sequence[Block]) -> Block | None:
    """The sentence by which a minority of at least a third sent the matter back; None where it did not."""
    for sentence in said:
        if MINORITY.search(sentence.text) and not NOT.search(sentence.text) and DEFERS.search(sentence.text):
            enough = yes is None or no is None or 3 * min(yes, no) >= yes + no
            return sentence if enough and yes != no else None
    return None


def chair_side(sentence: Block, one: Round, people: People) -> str:
    """The side of the chair's casting vote: as printed, or the chair's own ballot."""
    if match := CASTING_SIDE.search(sentence.text):
        return "yes" if (match["choice"] or match["before"]).casefold() == "ja" else "no"
    chair = people.roles.get("ordförande", "")
    own = [choice for name, choice, *_ in one.ballots if name.text == chair]
    return own[0] if own and own[0] in ("yes", "no") else ""
