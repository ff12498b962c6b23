"""What was proposed for decision, point by point, and by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .evidence import evidence
from .facts import Proposal
from .kinds import decision_kind
from .layout import Layout, Part, Section
from .lines import ATT, BULLET, Block, plain
from .people import People
from .points import att_points
from .sentences import sentences

PROPOSES = re.compile(
    r"^(?P<subject>[A-ZÅÄÖ][^.:]{2,120}?)\s+föresl(?:år|og)(?P<rest>.*)$",
    re.S,
)
OBJECT = re.compile(
    r"^\s*(?:,[^,]{3,200},)?\s*(?:som (?:ett )?(?:tillägg|ändring)\s+)?(?:för )?"
    r"(?:(?!att\b)(?:den |det )?(?:\w+ ){0,3}?\w*(?:styrelsen|nämnden|fullmäktige|beredningen|"
    r"utskottet|direktionen|mötet|rådet|gruppen)\s+)?(?:att\s+)?"
    r"(?:(?:(?:den )?(?:\w+ ){0,2}?\w*(?:styrelsen|nämnden|fullmäktige|beredningen|utskottet|"
    r"direktionen|mötet|rådet)\s+)?besluta[r]?\b(?! om))?\s*(?:att\b)?\s*(?:följande)?\s*:?\s*",
    re.I | re.S,
)
NOT_PROPOSED = re.compile(
    r"\s*(?:i (?:en|ett|sin|sitt) (?:skriftlig )?(?:motion|medborgarförslag|e-förslag|skrivelse)|"
    r"bifall|avslag|återremiss|justering av|ändring)\b"
)
MOVES = re.compile(
    r"\byrka(?:r|de)\b|\b(?:instäm|understöd)\w+|"
    r"\bställer (?:sig bakom (?:\w+ )?(?:förslag|yrkand)|förslag|yrkand|proposition)|"
    r"\bjäv\b|\breserverar sig\b|deltar (?:inte|ej)|^Ordförande\w* (?:frågar|finner|ställer|"
    r"konstaterar|presenterar)|"
    r"^[^.:]{3,160}\([A-Za-zÅÄÖåäö-]{1,6}\)\s*:\s+(?:I första hand )?(?i:bifall|avslag|återremiss|bordläggning)\b"
)
JUSTIFIED = re.compile(r"(?:Paragrafen|Punkten|Beslutet|Ärendet) (?:förklaras |ska )?(?:omedelbart )?juster")
NARRATES = re.compile(r"^[^.:]{3,80} (?:presenterar|redogör|informerar|föredrar|redovisar)\b")
EARLIER = re.compile(r"\b(?:19|20)\d\d\b|\btidigare\b|\bhade\b")
TO_POST = re.compile(
    r" (?:till|som) (?:ny |nya |ordinarie )?(?:ledam|ersätt|ordförande|vice|ombud|revisor|justerare|representant)"
)
ABOUT_ORDER = re.compile(r"\bproposition", re.I)
MOVES_THAT = re.compile(
    r"\byrka(?:r|de)(?: även| också| i första hand| som tillägg|, som tillägg[^,]{0,80},)? att\s+(?:motionen |"
    r"förslaget )?(?!(?:bifalls|avslås)\b|ärendet (?:ska(?:ll)? )?avgör(?:s|as)\b)|"
    r"\byrka(?:r|de)(?= (?:följande )?(?:tillägg|ändring)\w*:)"
)
DECIDES = re.compile(r"^[A-ZÅÄÖ][\wåäöÅÄÖ -]{2,80} (?:föreslås )?beslutar?\b\s*(?:att)?\s*:?\s*")
SAYS = re.compile(r"Ordföranden (?:meddelar|konstaterar|påpekar|informerar)\b")
SO = re.compile(r"(?:så|detta|det) (?:ska|skall|sker)\b")
HEADED = re.compile(r"^(?:förslag (?:av|från) (\w+)|(.+?)s? (?:förslag|beslutsförslag)\b)", re.I)
ORGANS = re.compile(
    r"(?:nämnd|styrelse|utskott|beredning|direktion|förvaltning|kontor|presidi|kansli|ordförande|"
    r"fullmäktige|direktör|chef|råd)",
    re.I,
)
OWN_PROPOSAL = re.compile(
    r"^(?P<who>[\wåäöÅÄÖ -]+?)s (?:förslag till (?:beslut (?:i|till|för) )?(?:kommun|region|förbunds|"
    r"landstings|stads)?fullmäktige|förslag till beslut|förslag)",
    re.I,
)
OWN_ADVICE = re.compile(r"^(?P<who>[\wåäöÅÄÖ -]+?) (?:föreslår|hemställer|tillstyrker|förordar|rekommenderar)\b", re.I)
LIST_OPENS = re.compile(r"(?P<who>[A-ZÅÄÖ][\w-]*(?: [\w-]+)?) föreslår\s*:?")
OTHER_BODY = re.compile(r"\b(?:\w*(?:fullmäktige|styrelsen|nämnden|direktionen)|K[FS]|R[FS])\b", re.I)


def organ(words: str) -> str:
    """An organ in the form of the tables: definite and small, `Ordförande` → `ordföranden`, `Presidiets` →
    `presidiet`.
    """
    words = plain(words)
    if words.isupper():
        words = words.lower()
    if re.fullmatch(r"ordförandens?|ordförande", words, re.I):
        return "ordföranden"
    words = (
        re.sub(r"(?<=(?:en|et|te|ts))s$", "", words) if not words.endswith("ts") else re.sub(r"(?<=et)s$", "", words)
    )
    return words[0].lower() + words[1:] if words else ""


def proposals(page: Layout, section: Section, people: People, own: frozenset[str]) -> Iterator[Proposal]:
    """The proposals of an item, in order; what the meeting's own body proposes to another is a decision, not a
    proposal.
    """
    for part in section.parts:
        if part.kind == "proposal" and not advises(part, own):
            yield from headed(page, section, part, people)
        elif part.kind in ("opening", "background", "other", "discussion", "motions", "procedure"):
            who = ""
            for block in part.blocks:
                if who and (ATT.match(block.text) or BULLET.match(block.text)):
                    words = evidence(page, block.start, block.end, "proposals")
                    yield Proposal(section.item, who, re.sub(r"(?:[,;]| samt| och)$", "", plain(block.text)), words)
                    continue
                who = opens_list(block, own)
                for sentence in sentences(block):
                    yield from spoken(page, section, sentence, people)
                    yield from moved(page, section, sentence, people)


def opens_list(block: Block, own: frozenset[str]) -> str:
    """Who proposes what is listed below a line that says no more: `Direktören föreslår`; empty for any other line."""
    match = LIST_OPENS.fullmatch(block.text)
    if match is None or match["who"].casefold() in own or not ORGANS.search(match["who"]):
        return ""
    return organ(match["who"])


def advises(part: Part, own: frozenset[str]) -> bool:
    """Whether a part holds what the meeting's own body proposes to another: `Kommunstyrelsens förslag till
    kommunfullmäktige`.
    """
    if part.kind != "proposal" or part.heading is None:
        return False
    heading = part.heading.text
    match = OWN_PROPOSAL.match(heading) or OWN_ADVICE.match(heading)
    others = (m[0].casefold() for m in OTHER_BODY.finditer(heading.split(" ", 1)[-1]))
    return match is not None and match["who"].casefold() in own and any(body not in own for body in others)


def headed(page: Layout, section: Section, part: Part, people: People) -> Iterator[Proposal]:
    """The points below a heading such as "Ordföranden föreslår styrelsen besluta" or "Förslag till beslut"."""
    proposer = ""
    heading = part.heading
    if heading is not None:
        match = PROPOSES.match(heading.text) or HEADED.match(heading.text)
        if match:
            names = people.inside(heading)
            proposer = names[0].text if names else organ(match[1] or match[2])
    over = False  # behind the first yrkande prose is no longer of the proposal
    for block in part.blocks:
        said = next(iter(sentences(block)), block)
        moves = MOVES.search(said.text) is not None
        over = over or moves
        listed = BULLET.match(block.text) or ATT.match(block.text)
        if moves or (over and not listed) or NARRATES.search(said.text) or proposed_by_person(said, people):
            for sentence in sentences(block):
                yield from spoken(page, section, sentence, people)
                yield from moved(page, section, sentence, people)
            continue
        for piece in stated(block):
            text, who = piece.text, proposer
            if (match := PROPOSES.match(text)) and (
                names_or_organ := subject(piece.clip(0, match.end("subject")), match["subject"], people)
            ):
                who = proposer or names_or_organ
                text = match["rest"][OBJECT.match(match["rest"]).end() :]  # type: ignore[union-attr]
            else:
                text = DECIDES.sub("", text)
            if text.rstrip().endswith(":"):
                continue
            for point in points(piece, text):
                if len(point) > 3 and (" " in point or point.endswith(".")):  # a word alone is a heading: `Avgift`
                    yield Proposal(section.item, who, point, evidence(page, piece.start, piece.end, "proposals"))


def proposed_by_person(sentence: Block, people: People) -> bool:
    """Whether somebody makes a proposal of his own: `Ada Ek föreslog som ändring att …` below another's proposal."""
    match = PROPOSES.match(sentence.text)
    return match is not None and bool(people.within(sentence.start, sentence.start + match.end("subject")))


def stated(block: Block) -> Iterator[Block]:
    """The proposals that stand in one block: a numbered or att-point is one, in prose each sentence that would decide
    is one; up to a sentence in which somebody moves something.
    """
    if BULLET.match(block.text) or ATT.match(block.text):
        yield block
        return
    start, end = 0, 0
    for sentence in sentences(block):
        at = sentence.start - block.start
        if at > 0 and MOVES.search(sentence.text):
            break
        if end and (decision_kind(sentence.text) != "other" or JUSTIFIED.match(sentence.text)):
            yield block.clip(start, end)
            start = at
        end = sentence.end - block.start
    if end:
        yield block.clip(start, end)


def points(block: Block, text: str) -> Iterator[str]:
    """The points proposed in the last words of a block, up to a sentence in which somebody moves something."""
    if not text.strip():
        return
    rest = block.clip(block.text.rindex(text), len(block.text)) if text in block.text else block
    ends = (s.start - rest.start for s in sentences(rest) if s.start > rest.start and MOVES.search(s.text))
    for point in att_points(rest.clip(0, next(ends, len(rest.text)))):
        yield re.sub(r"(?:[,;]| samt| och)$", "", plain(point.text))


def spoken(page: Layout, section: Section, sentence: Block, people: People) -> Iterator[Proposal]:
    """The proposal of a sentence such as "Ordföranden föreslår att Ada Ek utses till justerare."."""
    words = evidence(page, sentence.start, sentence.end, "proposals")
    if match := re.match(r"Förslaget är (?:därför |att |således )+(?:att )?", sentence.text):
        yield Proposal(section.item, "", plain(sentence.text[match.end() :]), words)
    match = PROPOSES.match(sentence.text)
    if not match or NOT_PROPOSED.match(match["rest"]) or sentence.text.endswith(":"):
        return
    told = "föreslog" in sentence.text[match.end("subject") : match.start("rest")]
    if ABOUT_ORDER.search(match["rest"]) or (told and EARLIER.search(sentence.text)):
        return
    who = subject(sentence.clip(0, match.end("subject")), match["subject"], people)
    rest = match["rest"]
    if who and (
        elected := people.within(sentence.start + match.start("rest"), sentence.start + match.start("rest") + 2)
    ):
        if TO_POST.match(sentence.text, elected[0].after - sentence.start):
            yield Proposal(section.item, who, plain(rest), words)
        return
    tail = OBJECT.match(rest)
    text = plain(rest[tail.end() :]) if tail else ""
    if who and tail and len(text) >= 8 and re.match(r"\s*(?:,.*,)?.{0,80}?\b(?:att|besluta)\b", rest, re.S):
        for point in points(sentence, rest[tail.end() :]):
            yield Proposal(section.item, who, point, words)


def moved(page: Layout, section: Section, sentence: Block, people: People) -> Iterator[Proposal]:
    """What people move in words of their own: "Ada Ek (S) yrkar att planen kompletteras." proposes that too."""
    match = MOVES_THAT.search(sentence.text)
    if not match:
        return
    text = re.split(r"(?:,| och| samt) (?:bifall|avslag|i andra hand)\b|\. Vidare\b", sentence.text[match.end() :])[0]
    if SO.match(plain(text)):
        return
    for name in people.within(sentence.start, sentence.start + match.start()):
        words = evidence(page, sentence.start, sentence.end, "proposals")
        yield Proposal(section.item, name.text, plain(text).rstrip(","), words)


def subject(block: Block, words: str, people: People) -> str:
    """Who proposes: a person named in the subject, or an organ; empty when it is neither."""
    names = people.inside(block)
    if names and not SAYS.match(words):
        return names[0].text
    words = re.split(
        r"\s+(?:presenterar|meddelar|konstaterar|påpekar|redogör|informerar|redovisar|föredrar|går igenom)\b",
        plain(words),
    )[0]
    if len(words.split()) <= 4 and ORGANS.search(words):
        return organ(words)
    return ""
