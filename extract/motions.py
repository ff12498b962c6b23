"""Yrkanden: who moves, and which way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .evidence import evidence
from .facts import Motion
from .layout import Layout, Part, Section
from .lines import BULLET, Block, block, fold
from .people import People
from .sentences import named_parties, parties_sending, sentences

MOVES = re.compile(
    r"\b(?:yrkar|yrkade|yrka|tilläggsyrkar|ändringsyrkar|framställer yrkande|"
    r"föresl(?:år|og) (?=(?:ett |följande |som )?(?:tillägg|ändring)\b)|"
    r"föreslog(?= [^.:]{3,60}, understödd av |, understödd av )|"
    r"(?:lämnar|lägger(?: fram)?) (?:ett )?\w*yrkande|"
    r"(?:lägger|lade|lägga) fram (?:ett )?eget förslag|vill(?:e)? (?=(?:avslå|bifalla|återremittera|bordlägga)\b))\b",
    re.I,
)
SECONDS = re.compile(
    r"\b(?:instämm(?:er|de)|instämde|biträd(?:er|de)|anslut(?:er|na) sig|anslöt sig|ställ(?:er|de) sig bakom|"
    r"tillstyrk(?:er|te)|bifaller|understöd(?:er|jer|de|des av|s av)|med instämmande (?:av|från)|likaså)\b",
    re.I,
)
SUPPORTS = re.compile(r"tillstyrk(?:er|te)|bifaller", re.I)
SUGGESTS = re.compile(
    r"\bföresl(?:år|og)(?= (?:bifall|avslag|återremiss|bordläggning|alternativ)|,? att\b)",
)
BARE = re.compile(
    r"^(?:[^.:]{2,160}:|[^.:]{0,120}?\)\s*[–-]?)?\s*"
    r"(?:i (?:första|andra|tredje) hand )?(?:bifall|avslag|återremiss|bordläggning|tillägg)\b",
    re.I,
)
BREAKS_OFF = re.compile(r"\byrkar(?: att)?\s*:?$")
LISTED = re.compile(rf"(?:dels|att)\b|{BULLET.pattern}")
AMONG_DOCUMENTS = re.compile(r"[^.:]{3,160}\([A-Za-zÅÄÖåäö-]{1,6}\) yrka(?:r|de) ")
SAID = re.compile(r"^[^.:]{3,160}\([A-Za-zÅÄÖåäö-]{1,6}\)(?: med flera| m\. ?fl\.?)?\s*:\s+(?=\w)")
"""Who moves, and behind a colon what: `Ada Ek (S) och Bo Alm (C): Motionen ska anses besvarad.`"""
SECOND_CHOICE = re.compile(r"I (?:andra|tredje) hand (?=(?:bifall|avslag|återremiss|bordläggning)\b)")
CHANGES = re.compile(
    r"\b(?:höj[ae]?s|sänk[ae]?s|minskas|ökas|begränsas|oförändra\w+|stannar vid|sätts (?:ned|till)|räknas (?:upp|ned)|"
    r"skrivs (?:upp|ned)|undantas|utgår|stryks|i ?stället|tas bort|kortas|förlängs|flyttas fram|"
    r"utökas|ska(?:ll)? vara \d+|ing(?:en|a|et) \w+ (?:görs|sker|införs|avsätts|tas ut))\b",
    re.I,
)
JOINED = re.compile(
    r"\b(?:med (?:instämmande|bifall) (?:av|från)|understödd av|likaså) .{3,200}?"
    r"(?=, att\b|,? att\b|, (?:yrkar|föreslår)|\.|$)"
)
"""Who joins a yrkande within its sentence: `yrkar, med instämmande av B, avslag`, `föreslog, understödd av B, att`."""
STANCES = (
    ("refer", re.compile(r"återremi(?:ss(?!yrkande)|tter)|remitteras? tillbaka", re.I)),
    ("postpone", re.compile(r"bordlägg|\bska skjutas upp|skjuts upp", re.I)),
    ("reject", re.compile(r"\bavslag\b|\b(?:att (?:\w+ ){0,8})?(?:avslås|avslå|förkastas)\b", re.I)),
    ("amend", re.compile(r"bifall\w*\b[^.;]{0,160}?\bmed (?:följande |den )?(?:\w+ )?"
r"(?:justering|ändring|redaktionell)\w*|"
r"\bändringsyrk\w+|\bsom (?:en )?ändring\b|\bmed (?:justering(?:en)?|ändring(?:en)?) (?:av|att)|"
r"\bändringen\b|ändra[s]?\b|"
r"\bpunkt(?:en)? [^.]{0,20}(?:stryks|utgår)\b|\bersätts med\b", re.I)),
    ("approve", re.compile(r"\bbifall(?:er|s|a|es)?\b|\b(?:enligt|i enlighet med) (?:\w+s )?förslag|"
r"\bgodkänn|\bantas\b", re.I)),
    ("add", re.compile(r"\btilläggsyrkar|\b(?:som|med) tillägg(?:et)?\b|\b(?:ett|följande) tillägg\b|\btillägget\b|"
r"\btillägg(?:et)? att\b|(?:^|:)\s*tillägg\b|\batt (?:även |också )?ytterligare\b", re.I)),
)  # fmt: skip
SUBORDINATE = re.compile(
    r"\bom att (?:bifalla|avslå|återremittera|bordlägga)\b[^.;]*?(?=\boch (?:avslag|bifall|återremiss|"
    r"tilläggsyrkande)\b|\bsamt\b|,|$)|\b(?:tilläggs|ändrings|avslags|återremiss)yrkande\w*|"
    r"(?<=avslag på )(?:såväl |både )?återremissen\b",
    re.I,
)
SENT_IN = re.compile(
    r"^\W*(?P<what>(?:Reviderat )?(?:Tilläggs|Ändrings|Återremiss|Avslags|"
    r"Bordläggnings)?yrkande)\w*\s+(?:från|av)\b(?P<rest>.*)",
    re.I | re.S,
)
HEADED = re.compile(r"(tilläggs|ändrings|återremiss|avslags)yrkande", re.I)
WRITTEN = {
    "tilläggs": "add",
    "återremiss": "refer",
    "ändrings": "amend",
    "avslags": "reject",
    "bordläggnings": "postpone",
}


def motions(page: Layout, section: Section, people: People) -> Iterator[Motion]:
    """The yrkanden of an item: those spoken at the meeting, and the written ones that parties sent in."""
    seen: set[tuple[str, str, str]] = set()
    for motion in [*spoken(page, section, people), *written(page, section)]:
        if motion.stance == "other" and motion.person:
            motion = replace(motion, stance=called(page, section, motion.person))
        key = (motion.person, motion.party, motion.stance)
        if key not in seen:
            seen.add(key)
            yield motion


def called(page: Layout, section: Section, person: str) -> str:
    """What the procedure calls a yrkande that says its matter only: "Ada Eks ändringsyrkande" is `amend`."""
    match = re.search(rf"{re.escape(person)}s? (\w+?)s?yrkande", fold(page.text[section.head.start : section.end]))
    return WRITTEN.get(match[1].casefold() + "s", "other") if match else "other"


def spoken(page: Layout, section: Section, people: People) -> Iterator[Motion]:
    """The yrkanden of the sentences that say so; below a heading for them, `Ada Ek (S): bifall` is one as well."""
    last: set[str] = set()
    for part in section.parts:
        if part.kind in ("history", "distribution", "vote", "recusal", "reservation"):
            continue
        for paragraph in paragraphs(page, part):
            movers: list[tuple[str, str]] = []
            for sentence in sentences(paragraph):
                verb = verb_of(sentence, part, people, follows=bool(movers))
                if not verb or re.search(r"\böverlägg|\bfinner\b|\bställer propos|\bproposition", sentence.text):
                    continue
                again = movers if SECOND_CHOICE.match(sentence.text) else []
                movers = (
                    again
                    or movers_of(sentence, verb, people)
                    or (movers if re.match(r"(?:Vidare|Dessutom|Även|Han|Hon|De)\b", sentence.text) else [])
                )
                found = stances(sentence, verb)
                if part.kind == "proposal" and SAID.match(sentence.text) and found == ["other"]:
                    continue  # `Ada Ek (S): Planen antas` there is a proposal in words of her own
                if found == ["other"] and part.heading and (kind := HEADED.match(part.heading.text)):
                    found = [WRITTEN[kind[1].casefold()]]
                if SECONDS.fullmatch(verb[0]) and not found:
                    found = list(last) if len(last) == 1 else ["approve"] if SUPPORTS.fullmatch(verb[0]) else []
                for person, party in movers:
                    for stance in found:
                        yield Motion(
                            section.item, person, party, stance, evidence(page, sentence.start, sentence.end, "motions")
                        )
                last = set(found) or last


def paragraphs(page: Layout, part: Part) -> Iterator[Block]:
    """The paragraphs of a part; one that breaks off behind `yrkar`, as a heading may, goes on with those below it."""
    if part.kind == "documents":
        yield from (b for b in part.blocks if AMONG_DOCUMENTS.match(b.text))
        return
    start = part.heading.start if part.heading and MOVES.search(part.heading.text) else -1
    for i, one in enumerate(part.blocks):
        begin = start if start >= 0 else one.start
        below = part.blocks[i + 1].text if i + 1 < len(part.blocks) else ""
        if below and (BREAKS_OFF.search(one.text) or (start >= 0 and LISTED.match(below))):
            start = begin
            continue
        yield block(page.text, begin, one.end) if start >= 0 else one
        start = -1


def verb_of(sentence: Block, part: Part, people: People, *, follows: bool) -> re.Match[str] | None:
    """The words with which a sentence moves something, or joins what was moved (`follows`: right before it)."""
    text = sentence.text
    if verb := MOVES.search(text):
        return verb
    if part.kind in ("motions", "discussion", "proposal") and (verb := SUGGESTS.search(text)):
        past = verb[0].endswith("g")
        if (past or part.kind == "motions") and people.within(sentence.start, sentence.start + verb.start()):
            return verb
    if (part.kind == "motions" or follows) and (verb := SECONDS.search(text)):
        return verb
    if part.kind == "motions" and (verb := BARE.match(text)) and (follows or people.inside(sentence)):
        return verb
    if part.kind in ("motions", "proposal"):
        return SAID.match(text) or (SECOND_CHOICE.match(text) if follows else None)
    return None


def movers_of(sentence: Block, verb: re.Match[str], people: People) -> list[tuple[str, str]]:
    """The people, else the parties, that move: named before the verb, or right behind it ("Vidare yrkar Ada Ek (S)
    avslag").
    """
    before = sentence.clip(0, max(verb.start(), 1)) if verb.end() else sentence
    if verb.start() == 0 and (BARE.fullmatch(sentence.text[: verb.end()]) or verb.re is SAID):
        before = sentence.clip(0, verb.end())
    names = people.holders(before) if before.text.strip() else []
    if names:
        joining = JOINED.search(sentence.text, verb.end())
        if joining:
            names = [*names, *people.within(sentence.start + joining.start(), sentence.start + joining.end())]
        return [(name.text, people.party(name)) for name in names]
    codes = named_parties(before.text) or (
        parties_sending(before.text) if re.search(r"\b(?:från|för)\b", before.text) else []
    )
    if not codes and (
        match := re.fullmatch(r"\s*([A-ZÅÄÖ]{1,4}(?:(?:, | och | samt )[A-ZÅÄÖ]{1,4})*)\s*", before.text)
    ):
        codes = re.findall(r"[A-ZÅÄÖ]{1,4}", match[1])
    if codes:
        return [("", code) for code in codes]
    behind = [
        n
        for n in people.within(sentence.start + verb.end(), sentence.end)
        if n.start - sentence.start - verb.end() < 25
    ]
    if behind and re.match(
        r"\s+(?:\w+ordföranden?\s+)?$", sentence.text[verb.end() : behind[0].start - sentence.start]
    ):
        names = [behind[0]]
        for name in behind[1:]:
            if re.fullmatch(
                r"\s*(?:,|och|samt)\s*", sentence.text[names[-1].after - sentence.start : name.start - sentence.start]
            ):
                names.append(name)
        if joining := JOINED.search(sentence.text, names[-1].after - sentence.start):
            names += people.within(sentence.start + joining.start(), sentence.start + joining.end())
        return [(name.text, people.party(name)) for name in names]
    return []


def stances(sentence: Block, verb: re.Match[str]) -> list[str]:
    """Which ways a sentence moves, each once, in the order of the words."""
    words = sentence.text[verb.start() :] if not BARE.match(sentence.text) else sentence.text
    if called := re.match(
        r"l\w+(?: fram)? (?:ett )?(tilläggs|ändrings|återremiss|avslags|bordläggnings)yrkande", words
    ):
        return [WRITTEN[called[1]]]
    own = "amend" if CHANGES.search(words) else "other"
    kept = (
        SUBORDINATE.sub(lambda m: " " * len(m[0]), words)
        if not re.match(r"(?:tilläggs|ändrings)yrkar", words)
        else words
    )
    found: list[tuple[int, str]] = []
    for stance, rule in STANCES:
        match = rule.search(kept)
        if match:
            found.append((match.start(), stance))
    names = {stance for _, stance in found}
    if "amend" in names:
        found = [(at, s) for at, s in found if s not in ("approve", "add")]
    if "refer" in names and re.search(r"återremitteras? .{0,60}enligt", kept):
        found = [(at, s) for at, s in found if s != "approve"]
    if (
        "add" in names
        and "approve" in names
        and not re.search(r"tilläggsyrkar|(?:som|med) tillägg|följande tillägg", kept)
    ):
        found = [(at, s) for at, s in found if s != "add"]
    if (
        re.match(
            r"(?:yrkar|yrkade|föreslår|föreslog|lade fram|lägger fram)(?:, (?:med|understödd) [^.]{3,200}?,)? "
            r"(?:även |också )?(?:att|ett eget förslag)\b",
            words,
        )
        and not found
    ):
        return [own]
    if not found and (
        SAID.match(words) or re.match(r"(?:yrkar|yrkade|föreslår|föreslog) (?:på )?(?!på\b|om\b)\w+ \w+", words)
    ):
        return [own]  # a thing of its own: `yrkar åtta turer om dagen`
    return [stance for _, stance in sorted(found)]


def written(page: Layout, section: Section) -> Iterator[Motion]:
    """The yrkanden that parties sent in: among the documents of a matter that was decided, or as the matter itself."""
    if section.title and (match := SENT_IN.match(section.title.text)):
        for code in parties_sending(section.title.text):
            yield Motion(
                section.item, "", code, "other", evidence(page, section.title.start, section.title.end, "motions")
            )
    if postponed(section):
        return
    for line in (sentence for listed in section.blocks("documents") for sentence in sentences(listed)):
        match = SENT_IN.match(line.text)
        stance = WRITTEN.get(re.sub(r"yrkande$|^reviderat ", "", match["what"].casefold()).strip(), "") if match else ""
        if match and stance:
            for code in parties_sending(re.split(r"\bsärskilt yttrande\b", line.text)[0]):
                yield Motion(section.item, "", code, stance, evidence(page, line.start, line.end, "motions"))


def postponed(section: Section) -> bool:
    """Whether the matter was only put off or withdrawn at this meeting."""
    decided = " ".join(line.text for line in section.blocks("decision"))
    return bool(re.search(r"\bbordläggs\b|\båtertas\b|\bskjuts upp\b", decided))
