"""Yrkanden: who moves, and which way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from .evidence import evidence
from .facts import Motion
from .layout import Layout, Section
from .lines import Block, block, fold
from .people import People
from .sentences import named_parties, parties_sending, sentences

MOVES = re.compile(
    r"\b(?:yrkar|yrkade|yrka|tilläggsyrkar|ändringsyrkar|framställer yrkande|"
    r"föreslår (?=(?:ett |följande |som )?tillägg)|(?:lämnar|lägger(?: fram)?) (?:ett )?\w*yrkande)\b",
    re.I,
)
SECONDS = re.compile(
    r"\b(?:instämmer|biträder|ansluter sig|ställer sig bakom|tillstyrker|bifaller|med instämmande (?:av|från))\b", re.I
)
SUPPORTS = re.compile(r"tillstyrker|bifaller", re.I)
BARE = re.compile(
    r"^(?:[^.:]{2,160}:|[^.:]{0,120}?\)\s*[–-]?)?\s*"
    r"(?:i (?:första|andra|tredje) hand )?(?:bifall|avslag|återremiss|bordläggning|tillägg)\b",
    re.I,
)
SAID = re.compile(r"^[^.:]{3,160}\([A-Za-zÅÄÖåäö-]{1,6}\)(?: med flera| m\. ?fl\.?)?\s*:\s+(?=\w)")
"""Who moves, and behind a colon what: `Ada Ek (S) och Bo Alm (C): Motionen ska anses besvarad.`"""
SECOND_CHOICE = re.compile(r"I (?:andra|tredje) hand (?=(?:bifall|avslag|återremiss|bordläggning)\b)")
CHANGES = re.compile(
    r"\b(?:höj[ae]?s|sänk[ae]?s|minskas|ökas|begränsas|oförändra\w+|stannar vid|sätts (?:ned|till)|räknas (?:upp|ned)|"
    r"skrivs (?:upp|ned)|undantas|utgår|stryks|i ?stället|tas bort|kortas|förlängs|flyttas fram|"
    r"utökas|ska(?:ll)? vara \d)\b",
    re.I,
)
JOINED = re.compile(r"\bmed (?:instämmande|bifall) (?:av|från) .{3,200}?(?=, att\b|,? att\b|\.|$)")
STANCES = (
    ("refer", re.compile(r"återremi(?:ss(?!yrkande)|tter)", re.I)),
    ("postpone", re.compile(r"bordlägg|\bska skjutas upp|skjuts upp", re.I)),
    ("reject", re.compile(r"\bavslag\b|\b(?:att (?:\w+ ){0,8})?(?:avslås|avslå)\b", re.I)),
    ("amend", re.compile(r"bifall\w*\b[^.;]{0,160}?\bmed (?:följande |den )?(?:\w+ )?"
r"(?:justering|ändring|redaktionell)\w*|"
r"\bändringsyrk\w+|\bmed (?:justering(?:en)?|ändring(?:en)?) (?:av|att)|\bändringen\b|ändra[s]?\b|"
r"\bpunkt(?:en)? [^.]{0,20}(?:stryks|utgår)\b|\bersätts med\b", re.I)),
    ("approve", re.compile(r"\bbifall(?:er|s|a|es)?\b|\benligt (?:\w+s )?förslag|\bgodkänn|\bantas\b", re.I)),
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
        if part.kind in ("documents", "history", "distribution", "vote", "recusal", "reservation"):
            continue
        headed = (
            [block(page.text, part.heading.start, part.blocks[0].end)]
            if part.heading and MOVES.search(part.heading.text) and part.blocks
            else []
        )
        for paragraph in [*headed, *part.blocks]:
            movers: list[tuple[str, str]] = []
            for sentence in sentences(paragraph):
                verb = MOVES.search(sentence.text)
                if part.kind == "motions" and not verb:
                    verb = SECONDS.search(sentence.text) or re.search(
                        r"\bföreslår(?= (?:bifall|avslag|återremiss|bordläggning)| att\b)",
                        sentence.text,
                    )
                    verb = verb or (BARE.match(sentence.text) if people.inside(sentence) or movers else None)
                if not verb and part.kind in ("motions", "proposal"):
                    verb = SAID.match(sentence.text) or (SECOND_CHOICE.match(sentence.text) if movers else None)
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
    if re.match(r"(?:yrkar|yrkade|föreslår)(?:, med [^.]{3,200}?,)? (?:även |också )?att\b", words) and not found:
        return [own]
    if not found and (SAID.match(words) or re.match(r"yrkar (?:på )?(?!på\b|om\b)\w+ \w+", words)):
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
