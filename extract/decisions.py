"""What was decided, point by point, and whose proposal a decision says that it follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .evidence import evidence
from .facts import Decision, Proposal
from .kinds import decision_kind
from .layout import Layout, Part, Section
from .lines import ATT, BULLET, Block, plain
from .people import People
from .proposals import organ, to_another
from .sentences import sentences

SUBJECT = r"(?:[A-ZÅÄÖ][\wåäö-]*)(?:(?:,| och| samt| för| i| inom)? [\wåäöÅÄÖ-]+){0,9}?"
DECIDES = re.compile(
    rf"^(?P<subject>{SUBJECT})\s+(?:beslutar|beslöt|har beslutat|beslutade)(?P<rest>(?:,| enligt|"
    rf" i enlighet| därmed| således| också| först| härefter| om| för egen del| enhälligt)?.*)",
    re.S,
)
DECIDES_ATT = re.compile(
    r"(?:\s*(?:därmed|således|också|även|enhälligt|följande|(?:i enlighet med|enligt|på|"
    r"utifrån)[^:]{3,140}?|,[^:]{3,100},))*\s*(?:att(?=\s|:|,|$)|:|$)\s*:?\s*",
    re.I,
)
FOLLOWS = re.compile(
    r"^(?:på förslag (?:av|från)|enligt|i enlighet med|med bifall till|efter förslag (?:av|"
    r"från))\s+(?P<who>[^:]{3,160}?)(?:s förslag|s yrkande|s återremissyrkande)?\s*:\s*",
    re.I,
)
RECOMMENDS = re.compile(
    r"(?:föreslår|föreslås|föreslå|hemställer hos|hemställa hos|rekommenderar|"
    r"tillstyrker [^.:]{3,160}? och föreslår)\s+(?:att\s+)?"
    r"(?P<whom>(?:\w+s )?(?:kommun|region|förbunds|landstings)?(?:fullmäktige|styrelsen|direktionen|"
    r"nämnden)\b(?: \w+)?)\s*(?:att\s+)?(?:besluta(?:r)?)?\s*(?:för egen del)?\s*(?:att\b|"
    r"följande)?\s*:?\s*",
    re.I,
)
FIRST = re.compile(r"(?<=[a-zåäö)]\.) (?=[A-ZÅÄÖ])")
OWN_BULLET = re.compile(r"^(?:[-–—•·▪●○*\uf000-\uf0ff]|\(?\d{1,2}[.)])\s+")
NOT_DECIDED = re.compile(
    r"reserverar sig|^(?:beslutet (?:är|var|skickas|fattas)|inga? (?:anmälningar|beslut)|"
    r"ärendet (?:utgår\.?$|är)|ordföranden? (?:tackar|avslutar|förklarar|hälsar|ställer|finner|"
    r"frågar)|protokollsanteckning|deltar (?:ej|inte) i beslutet|.{0,80}deltar (?:ej|inte) i beslut)",
    re.I,
)
OWN_PROPOSAL = re.compile(
    r"^(?P<who>[\wåäöÅÄÖ -]+?)s (?:förslag till (?:beslut (?:i|till|för) )?(?:kommun|region|förbunds|"
    r"landstings)?fullmäktige|förslag till beslut|förslag)",
    re.I,
)
OWN_ADVICE = re.compile(r"^(?P<who>[\wåäöÅÄÖ -]+?) (?:föreslår|hemställer|tillstyrker)\b", re.I)
OWN_VERB = re.compile(
    r"(?P<subject>[A-ZÅÄÖ][\wåäöÅÄÖ, -]{2,80}?) (?:beslutar|beslöt|godkänner|godkände|fastställer|"
    r"fastställde|antar|antog|antecknar|noterar|noterade|tar del av|har tagit del av|tog del av|"
    r"utser|utsåg|väljer|valde|lägger|lade|avslår|avslog|bifaller|biföll|tackar för|tackade för|"
    r"ställer sig bakom|uppdrar|ger|beviljar|medger|bordlägger|återremitterar|"
    r"föreslår (?=kommunfullmäktige|regionfullmäktige|förbundsfullmäktige|landstingsfullmäktige)|"
    r"rekommenderar|tillstyrker|överlämnar|översänder|avstår|förklarar)\b"
)
VERBLESS = re.compile(
    r"[A-ZÅÄÖ][\wåäö -]{0,60}(?:nämnden|styrelsen|beredningen|utskottet|fullmäktige|direktionen|"
    r"rådet)\s+att\s+(?=\w+a\b)"
)
INFINITIVE = re.compile(
    r"(?:godkänna|fastställa|anta|bifalla|avslå|bevilja|utse|välja|uppdra|återremittera|bordlägga|"
    r"entlediga|anteckna|lägga|överlämna|föreslå|rekommendera)$"
)
JUSTIFIED = re.compile(r"(?:Paragrafen|Punkten|Beslutet|Ärendet) (?:förklaras |ska )?(?:omedelbart )?juster")
SUBPOINT = re.compile(r"^\(?[a-z][.)]\s")
PASSIVE_POINT = re.compile(
    r"\b(?:väljs|utses|fastställs|godkänns|antas|avslås|bifalls|bordläggs|noteras|antecknas|"
    r"återremitteras|remitteras|utgår och tas upp|valdes|utsågs|fastställdes|godkändes|antogs|avslogs|"
    r"bifölls|bordlades|noterades|antecknades|återremitterades)\b|(?:läggs?|"
    r"lades) (?:med godkännande )?till handlingarna"
)


@dataclass(slots=True)
class Reading:
    """What lead-ins have said so far about the points that follow."""

    recommended: bool = False
    proposer: str = ""
    follows: bool = False


def decisions(page: Layout, section: Section, people: People, own: frozenset[str]) -> Iterator[Decision | Proposal]:
    """The decided points of an item in order; a point with a lead-in such as "På förslag av X:" gives a `Proposal` too.

    `own` holds the names of the meeting's own body, in small letters: only its decisions are this meeting's.
    """
    parts = [part for part in section.parts if part.kind == "decision" or recommends(part, own)]
    for part in parts:
        yield from part_decisions(page, section, part, people, own)
    if not parts:
        yield from loose_decisions(page, section, own)


def recommends(part: Part, own: frozenset[str]) -> bool:
    """Whether a part holds what the meeting's own body proposes to another: "Kommunstyrelsens förslag till
    kommunfullmäktige".
    """
    if part.kind != "proposal" or part.heading is None:
        return False
    match = OWN_PROPOSAL.match(part.heading.text) or OWN_ADVICE.match(part.heading.text)
    return match is not None and match["who"].casefold() in own and to_another(part.heading.text, own)


def part_decisions(
    page: Layout, section: Section, part: Part, people: People, own: frozenset[str]
) -> Iterator[Decision | Proposal]:
    """The points of one part."""
    state = Reading(recommended=recommends(part, own))
    if part.heading and (lead := RECOMMENDS.search(part.heading.text)):
        state.recommended = bool(lead)
    points: list[tuple[Block, Reading]] = []
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
            if rest is not None and not NOT_DECIDED.search(rest.text):
                points += [(one, Reading(state.recommended, state.proposer, state.follows)) for one in att_points(rest)]
        parent = block.text.rstrip().endswith(":") or (
            parent and bool(points) and points[-1][0].text.rstrip().endswith(":")
        )
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
            or (verb is not None and verb["subject"].casefold() in own)
        )
        if start >= 0 and (alone or begins):
            yield block.clip(start - block.start, end - block.start)
            start = -1
        if not alone:
            start, end = (sentence.start if start < 0 else start), sentence.end
    if start >= 0:
        yield block.clip(start - block.start, end - block.start)


def att_points(block: Block) -> Iterator[Block]:
    """The att-satser that run on in one sentence: `bevilja 5 000 kronor samt att avslå ansökan i övrigt` is two."""
    at = 0
    if decision_kind(plain(block.text)) != "other":
        for match in re.finditer(r"(?:,? samt|,? och|,) att (?=(\w+))", block.text):
            if INFINITIVE.match(match[1]):
                yield block.clip(at, match.start())
                at = match.end()
    yield block.clip(at, len(block.text))


def ends_decision(part: Part, index: int, points: list[tuple[Block, Reading]]) -> bool:
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
    if ATT.match(block.text) or BULLET.match(block.text):
        return False
    if lead_only(block.text):
        return False
    return decision_kind(plain(block.text)) == "other" or bool(re.search(r"\bhar\b|\bhade\b", block.text))


def lead_only(text: str) -> bool:
    """Whether a block is nothing but a lead-in."""
    return bool(FOLLOWS.match(text) or RECOMMENDS.search(text) or re.search(r"\bbeslutar\b", text))


def lead_in(block: Block, state: Reading, people: People) -> Block | None:
    """The block without its lead-in, which goes into `state`; None when nothing is left."""
    text = block.text
    bullet = OWN_BULLET.match(text)
    at = bullet.end() if bullet else 0
    if match := FOLLOWS.match(text[at:]):
        state.follows, state.proposer = True, proposer_of(block.clip(0, match.end()), match["who"], people)
        at += match.end()
    advice = RECOMMENDS.search(text[at:])
    if (
        not (advice and advice.start() < 200 and ends_lead(advice, text[at:]))
        and (match := DECIDES.match(text[at:]))
        and (verb := DECIDES_ATT.match(match["rest"]))
    ):
        begin = at + match.start("rest")
        state.recommended = False
        if follows := re.search(r"(?:i enlighet med|enligt|på) (?P<who>[\wåäöÅÄÖ ]{3,60}?)s? förslag", verb[0]):
            state.proposer = organ(follows["who"])
        at = begin + verb.end()
        if verb.end() == 0:
            at = begin
    if match := VERBLESS.match(text[at:]):
        at += match.end()
    if match := RECOMMENDS.search(text[at:]):
        before = text[at : at + match.start()]
        if len(before) < 200 and ends_lead(match, text[at:]):
            state.recommended = True
            if re.search(r"besluta|:\s*$", match[0]) or match.end() + at == len(text):
                at += match.end()
    if not text[at:].strip(" .:"):
        return None
    if at == (len(bullet[0]) if bullet else 0):
        return block
    return block.clip(at + len(text[at:]) - len(text[at:].lstrip()), len(text))


def ends_lead(match: re.Match[str], text: str) -> bool:
    """Whether a lead-in that recommends is one: it ends with att, a colon, besluta, or the block."""
    return match[0].rstrip().endswith((":", "att", "besluta", "beslutar")) or match.end() == len(text)


def proposer_of(block: Block, who: str, people: People) -> str:
    """The person or organ whose proposal is followed; empty for parties, which move (yrkar) rather than propose."""
    names = people.inside(block)
    if names:
        return names[0].text
    if re.search(r"yrkande|återremiss", who, re.I):
        return ""
    return organ(re.sub(r"s? förslag$", "", who.strip()))


def loose_decisions(page: Layout, section: Section, own: frozenset[str]) -> Iterator[Decision]:
    """The decisions of an item without a heading for them: sentences in which the own body decides, or short
    passive points.
    """
    short = sum(len(block.text) for block in section.blocks()) < 500
    for part in section.parts:
        if part.kind not in ("opening", "background", "other", "procedure", "discussion"):
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
        state = Reading()
        rest = lead_in(sentence, state, People([]))
        if rest is None:
            return
        text = plain(rest.text)
        yield Decision(section.item, text, "recommended" if state.recommended else decision_kind(text), words)
    elif (
        short and part.kind in ("opening", "other") and PASSIVE_POINT.search(sentence.text) and len(sentence.text) < 200
    ):
        if re.search(r"\bföreslå|\byrka|\bhar\b|\bhade\b|\bmotion(?:en)? av\b|\bom att\b.*\bska\b", sentence.text):
            return
        yield Decision(section.item, plain(sentence.text), decision_kind(plain(sentence.text)), words)
