"""What was decided, point by point, and whose proposal a decision says that it follows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .evidence import evidence
from .facts import Decision, Proposal
from .kinds import decision_kind
from .layout import Layout, Part, Section
from .lead_ins import RECOMMENDS, Lead, lead_in, lead_only, proposer_of
from .lines import ATT, BULLET, Block, plain
from .people import People
from .points import att_points
from .proposals import advises
from .sentences import sentences

FIRST = re.compile(r"(?<=[a-zåäö)]\.) (?=[A-ZÅÄÖ])")
NOT_DECIDED = re.compile(
    r"reserverar sig|^(?:beslutet (?:är|var|skickas|fattas|återges|redovisas|framgår)|inga? (?:anmälningar|beslut)|"
    r"ärendet (?:utgår\.?$|är)|ordföranden? (?:tackar|avslutar|förklarar|hälsar|ställer|finner|"
    r"frågar)|protokollsanteckning|deltar (?:ej|inte) i beslutet|.{0,80}deltar (?:ej|inte) i beslut)",
    re.I,
)
OWN_VERB = re.compile(
    r"(?P<subject>[A-ZÅÄÖ][\wåäöÅÄÖ, -]{2,80}?) (?:beslutar|beslöt|beslutade|nominerar|nominerade|godkänner|godkände|"
    r"fastställer|"
    r"fastställde|antar|antog|antecknar|noterar|noterade|tar del av|har tagit del av|tog del av|"
    r"utser|utsåg|väljer|valde|lägger|lade|avslår|avslog|bifaller|biföll|tackar för|tackade för|"
    r"ställer sig bakom|uppdrar|ger|beviljar|medger|bordlägger|återremitterar|"
    r"föreslår (?=kommunfullmäktige|regionfullmäktige|förbundsfullmäktige|landstingsfullmäktige)|"
    r"rekommenderar|tillstyrker|överlämnar|översänder|avstår|förklarar)\b"
)
NARRATED = re.compile(
    r"\bhar (?:\w+ ){0,2}?\w+(?:it|at|tt|rt)\b|\b(?:redogör|redogjorde|redovisar|redovisade|informerar|informerade|"
    r"visar|yrkar|instämmer|anmäler|föredrar|föredrog|presenterar|presenterade|berättar|yttrar sig)\b"
)
JUSTIFIED = re.compile(r"(?:Paragrafen|Punkten|Beslutet|Ärendet) (?:förklaras |ska )?(?:omedelbart )?juster")
PROPOSED = re.compile(r"på förslag (?:av|från) (.{3,60}?) beslutar\b", re.I)
FINISHED = re.compile(r"^[A-ZÅÄÖ].*\.$", re.S)
AS_PROPOSED = re.compile(r"\b(?:enligt|i enlighet med)\b[^:]{0,60}?\bförslag(?:et)?\b[^:]{0,30}$", re.I | re.S)
"""A decision that says no more than whose proposal it follows."""
ORDERS = re.compile(
    r"\b(?:föreläggs|bemyndigas|(?:ska|skall) (?:betalas|vara|gälla|finansieras)|förenas med|får (?:inte )?\w+s|"
    r"(?i:medel|medlen|kostnad(?:en|erna)?|belopp(?:et)?|avgift(?:en)?) (?:\w+ ){0,4}?(?:tas|belastar|finansieras|"
    r"anvisas|debiteras|betalas|täcks|ryms))\b"
)
SUBPOINT = re.compile(r"^\(?[a-z][.)]\s")
PASSIVE_POINT = re.compile(
    r"\b(?:(?:om|ny)?väljs|utses|fastställs|godkänns|antas|avslås|bifalls|bordläggs|noteras|antecknas|"
    r"återremitteras|remitteras|skjuts upp till|utgår och tas upp|(?:om|ny)?valdes|utsågs|beviljades|"
    r"fastställdes|godkändes|antogs|avslogs|"
    r"bifölls|bordlades|noterades|antecknades|återremitterades)\b|(?:läggs?|"
    r"lades) (?:med godkännande )?till handlingarna"
)


def decisions(page: Layout, section: Section, people: People, own: frozenset[str]) -> Iterator[Decision | Proposal]:
    """The decided points of an item in order; a point with a lead-in such as "På förslag av X:" gives a `Proposal` too.

    `own` holds the names of the meeting's own body, in small letters: only its decisions are this meeting's.
    """
    parts = [part for part in section.parts if part.kind == "decision" or advises(part, own)]
    for part in parts:
        yield from part_decisions(page, section, part, people, own)
    if not parts:
        yield from loose_decisions(page, section, own)


def part_decisions(
    page: Layout, section: Section, part: Part, people: People, own: frozenset[str]
) -> Iterator[Decision | Proposal]:
    """The points of one part."""
    advised = advises(part, own)
    state = Lead(recommended=advised)
    if part.heading and (asked := PROPOSED.match(part.heading.text)):
        state.follows, state.proposer = True, proposer_of(part.heading, asked[1], people)
    if part.heading and (lead := RECOMMENDS.search(part.heading.text)):
        state.recommended = bool(lead)
    points: list[tuple[Block, Lead]] = []
    as_proposed: Block | None = None
    parent = False
    for index, block in enumerate(part.blocks):
        if part.kind == "decision" and index and ends_decision(part, index, points):
            break
        if points and parent and SUBPOINT.match(block.text):
            last, then = points[-1]
            points[-1] = (Block(last.start, block.end, page.text[last.start : block.end].replace("\n", " ")), then)
            continue
        for piece in pieces(block, own):
            rest = lead_in(piece, state, people)
            state.recommended |= advised
            if rest is None and AS_PROPOSED.search(piece.text):
                as_proposed = as_proposed or piece
            if rest is not None and not NOT_DECIDED.search(rest.text):
                points += [(one, Lead(state.recommended, state.proposer, state.follows)) for one in att_points(rest)]
        parent = block.text.rstrip().endswith(":") or (
            parent and bool(points) and points[-1][0].text.rstrip().endswith(":")
        )
    if as_proposed and all(JUSTIFIED.match(point.text) for point, _ in points):
        points.insert(0, (as_proposed, Lead()))
    for block, then in points:
        text = plain(re.sub(r"(?<=[:;.,]) +\(?[a-z][.)] +", " ", block.text))
        text = re.sub(r"(?:[,;]| samt| och|, samt)$", "", text).strip(" ,")
        if len(text) < 4:
            continue
        kind = "recommended" if then.recommended else decision_kind(FIRST.split(text, maxsplit=1)[0])
        words = evidence(page, block.start, block.end, "decisions")
        yield Decision(section.item, text, kind, words)
        if then.follows and not then.recommended:
            yield Proposal(section.item, then.proposer, text, words)


def pieces(block: Block, own: frozenset[str]) -> Iterator[Block]:
    """The decisions that stand in one block: a numbered or att-point is one, in prose each sentence that decides
    is one.
    """
    if BULLET.match(block.text) or ATT.match(block.text):
        yield block
        return
    start = end = -1
    for sentence in sentences(block):
        alone = NOT_DECIDED.search(sentence.text) or re.search(r"\bjäv\b", sentence.text)
        verb = OWN_VERB.match(sentence.text)
        begins = (
            decision_kind(sentence.text) != "other"
            or JUSTIFIED.match(sentence.text) is not None
            or ORDERS.search(sentence.text) is not None
            or (verb is not None and verb["subject"].casefold() in own)
        )
        told = start >= 0 and NARRATED.search(sentence.text) is not None and not begins
        if start >= 0 and (alone or begins or told):
            yield block.clip(start - block.start, end - block.start)
            start = -1
        if not (alone or told):
            start, end = (sentence.start if start < 0 else start), sentence.end
    if start >= 0:
        yield block.clip(start - block.start, end - block.start)


def ends_decision(part: Part, index: int, points: list[tuple[Block, Lead]]) -> bool:
    """Whether the decision ended above this block: a loose paragraph of narrative, or a list that does not begin
    at 1.
    """
    block = part.blocks[index]
    if not points:
        return False
    numbered = re.match(r"(\d{1,2})[.)]?\s", block.text)
    earlier = any(re.match(r"\d{1,2}[.)]?\s", b.text) for b in part.blocks[:index])
    if numbered:
        return numbered[1] != "1" and not earlier and not re.search(r":\s*$", part.blocks[index - 1].text)
    if BULLET.match(block.text) and FINISHED.search(part.blocks[index - 1].text):
        return decision_kind(plain(block.text)) == "other"
    if ATT.match(block.text) or BULLET.match(block.text):
        return False
    if lead_only(block.text):
        return False
    told = re.search(r"\bhar\b|\bhade\b", block.text) is not None
    return told or (
        decision_kind(plain(block.text)) == "other" and not (ORDERS.search(block.text) or JUSTIFIED.match(block.text))
    )


def loose_decisions(page: Layout, section: Section, own: frozenset[str]) -> Iterator[Decision]:
    """The decisions of an item without a heading for them: sentences in which the own body decides, or short
    passive points.
    """
    short = sum(len(block.text) for block in section.blocks()) < 500
    for part in section.parts:
        if part.kind not in ("opening", "background", "other", "procedure", "discussion", "recusal"):
            continue
        for block in part.blocks:
            for sentence in sentences(block):
                yield from loose(page, section, part, sentence, own, short)


def loose(
    page: Layout, section: Section, part: Part, sentence: Block, own: frozenset[str], short: bool
) -> Iterator[Decision]:
    """The decision of one sentence, when it is one."""
    words = evidence(page, sentence.start, sentence.end, "decisions")
    match = OWN_VERB.match(sentence.text)
    if match and match["subject"].casefold() in own and part.kind != "procedure":
        state = Lead()
        rest = lead_in(sentence, state, People([])) or (sentence if AS_PROPOSED.search(sentence.text) else None)
        if rest is None:
            return
        for point in att_points(rest):
            text = plain(point.text).rstrip(",")
            yield Decision(section.item, text, "recommended" if state.recommended else decision_kind(text), words)
    elif (
        short and part.kind in ("opening", "other") and PASSIVE_POINT.search(sentence.text) and len(sentence.text) < 200
    ):
        if re.search(r"\bföreslå|\byrka|\bhar\b|\bhade\b|\bmotion(?:en)? av\b|\bom att\b.*\bska\b", sentence.text):
            return
        yield Decision(section.item, plain(sentence.text), decision_kind(plain(sentence.text)), words)
