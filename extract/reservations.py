"""Reservations, statements to the minutes, and people who take no part because of jäv."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .evidence import evidence
from .facts import Recusal, Reservation
from .layout import Layout, Section
from .lexicon import party_forms
from .lines import Block, fold
from .people import People
from .sentences import parties_sending, sentences

RESERVES = re.compile(
    r"\breserver(?:ar|ade|at) sig\b|\banmäl(?:er|de) (?:en )?(?:skriftlig )?(?:reservation|avvikande (?:åsikt|mening))|"
    r"\banmäler [^.:]{5,120}\)(?: en| sin)? reservation\b|"
    r"\b(?:lämnar|lämnade|inlämnar|inlämnade|inkommer med|har lämnat)(?: in)? (?:en )?(?:skriftlig )?reservation|"
    r"\bskriftlig reservation från",
    re.I,
)
STATES = re.compile(
    r"\banteckna(?:r|de)\b.{0,40}\b(?:yttrande|till protokollet|protokollet)|\b(?:lämnar|inlämnar|"
    r"inkommer med|inkomma med|lägger|gör|avger|begär|lämnade|önskar|anmäler|anmälde|hänvisar till|hänvisade till)\b"
    r".{0,30}\b(?:protokolls?anteckning|särskilt (?:yttrande|uttalande)|anteckning till protokollet|"
    r"ersättaryttrande|uttalande till protokollet|röstförklaring)|"
    r"\b(?:särskilt yttrande|protokolls?anteckning)(?:ar)? (?:från|av|lämnas av)|"
    r"\bantecknas? till protokollet\b|\btill protokollet\b.{0,30}\bantecknas?\b|"
    r"\b(?:vill|får|låter) (?:till protokollet )?anteckna\b|\bvill(?:e)? ha (?:till protokollet )?antecknat\b|"
    r"\bmedges (?:att )?(?:lämna .{0,20}\b(?:anteckning|yttrande)|anteckna)",
    re.I,
)
NONE = re.compile(
    r"\b(?:ingen|inga|inte någon) (?:skriftlig )?(?:reservation|protokolls?anteckning|särskilda? yttrande)", re.I
)
RECUSED = re.compile(
    r"\bjäv\w*\b|"
    r"\bdelt(?:ar|og) (?:inte|ej|varken) i [^.]{5,60}?,? (?:eftersom|då|på grund av att) (?:hon|han|hen) är\b",
    re.I,
)
LEAVES = re.compile(
    r"\binte heller deltar\b|"
    r"\b(?:delt(?:ar|og|agit) (?:inte|ej|varken)|deltar således|anmäler|anmälde|anmält|lämnar|lämnade|"
    r"på grund av jäv|p\.?\s?g\.?\s?a\.? jäv|jävig|är jäviga?)\b",
    re.I,
)
BESIDE = re.compile(
    r"(?:^|, |\boch |\bsamt |\bsig )(?:([A-ZÅÄÖ][a-zåäö]+(?:erna|partiet))|([A-ZÅÄÖ]{1,4})-(?:gruppen|ledamöterna))"
    r"(?=,| och | samt | reserver|\W*$)"
)
"""A party beside people: `V-gruppen och Ada Ek (S) reserverar sig`."""
LIST = re.compile(r"[^.()]{5,40}\([A-ZÅÄÖ]{1,4}\)(?:(?:, | och )[^.()]{5,40}\([A-ZÅÄÖ]{1,4}\))*\.?")
AT_ITEM = re.compile(r"(?:paragraf(?:erna)?|§{1,2})\s*(\d+)(?:\s*(?:[-–]|och|,)\s*(\d+))?", re.I)


def reservations(page: Layout, section: Section, people: People) -> Iterator[Reservation]:
    """The reservations and statements of an item, one for each person, or for each party where no person is named."""
    seen: set[tuple[str, str, str]] = set()
    for part in section.parts:
        if part.kind in ("documents", "history", "distribution", "annex"):
            continue
        own = {"reservation": "reservation", "statement": "statement"}.get(part.kind, "")
        for i, block in enumerate(part.blocks):
            for j, sentence in enumerate(sentences(block)):
                kind = kind_of(fold(sentence.text), own, first=i == 0 and j == 0)
                if not kind:
                    continue
                for person, party in authors(sentence, kind, people):
                    if (person, party, kind) not in seen:
                        seen.add((person, party, kind))
                        yield Reservation(
                            section.item,
                            person,
                            party,
                            kind,
                            evidence(page, sentence.start, sentence.end, "reservations"),
                        )


def kind_of(text: str, own: str, *, first: bool) -> str:
    """`reservation`, `statement` or empty for a sentence; below a heading of its own a list of names is enough."""
    if NONE.search(text):
        return ""
    if RESERVES.search(text):
        return "reservation"
    if STATES.search(text) and not RECUSED.search(text):
        return "statement"
    if (
        own
        and (first or len(text) < 80)
        and re.search(
            r"\([A-ZÅÄÖa-zåäö]{1,5}\)\s*[,.:]?\s*(?:$|och |,|[A-ZÅÄÖ]|[\"”]|till förmån|mot beslutet|med )|från\b|"
            r"^[A-ZÅÄÖ]{1,4}(?:, | och |$)|gruppen",
            text,
        )
        and not re.search(r"\b(?:är|har|vill|anser|ska|yrkar|kommer|hade|blev)\b", text.partition(":")[0])
    ):
        return own
    if own == "statement" and first and re.match(r"[^.:()]{5,40}\([A-ZÅÄÖ]{1,5}\) (?!är|anser|yrkar)", text):
        return own
    if own and text.strip(" .") in party_forms():
        return own
    return ""


def authors(sentence: Block, kind: str, people: People) -> list[tuple[str, str]]:
    """The people who reserve themselves or make a statement; where there is none, the parties."""
    text = sentence.text
    head = re.search(r"\b(?:mot beslutet(?=[^:]*$)|till förmån|med (?:hänvisning|följande)|enligt|: ?[\"”])", text)
    stop = sentence.start + (head.start() if head and head.start() > 10 else len(text))
    names = people.within(sentence.start, stop)
    if not names and (codes := parties_sending(text[: stop - sentence.start])):
        return [("", code) for code in dict.fromkeys(codes)]
    names = names or people.within(sentence.start, sentence.end)
    if names and not re.search(
        r"\b(?:ledamöterna|representanterna|samtliga|ledamöter|företrädarna) (?:från|för)\b",
        text[: names[0].start - sentence.start],
        re.I,
    ):
        beside = [party_forms().get(m[1] or "", m[2]) for m in BESIDE.finditer(text, 0, stop - sentence.start)]
        return [*((name.text, people.party(name)) for name in names), *(("", code) for code in beside if code)]
    codes = (
        parties_sending(text[: stop - sentence.start])
        or parties_sending(text)
        or re.findall(r"(?:^|[ (])([A-ZÅÄÖ]{1,4})(?=[,) ]|$)", text[:40])
    )
    if own := party_forms().get(text.strip(" .")):
        codes = [own]
    if codes:
        return [("", code) for code in dict.fromkeys(codes)]
    holders = people.holders(sentence)
    return [(name.text, people.party(name)) for name in holders]


def recusals(page: Layout, section: Section, people: People, numbers: list[str]) -> Iterator[Recusal]:
    """Who takes no part because of jäv; a jäv announced for another § counts there."""
    for part in section.parts:
        if part.kind in ("documents", "history", "distribution"):
            continue
        for block in part.blocks:
            for sentence in sentences(block):
                if part.kind == "background" and not re.search(r"\b(?:anmäler|deltar)\b", sentence.text):
                    continue  # of an earlier meeting
                headed = part.kind == "recusal" and (LEAVES.search(sentence.text) or LIST.fullmatch(sentence.text))
                if not (headed or (RECUSED.search(sentence.text) and LEAVES.search(sentence.text))):
                    continue
                if re.search(r"\b(?:ingen|inget|inga)\b", sentence.text, re.I):
                    continue
                at = AT_ITEM.search(sentence.text)
                item = at[1] if at and at[1] in numbers else section.item
                stop = min(
                    (
                        m.start()
                        for m in re.finditer(
                            r"\b(?:lämnar ordförandeskapet|i ?stället|ersätt\w*|tjänstgör\w*|inträder|tar över)\b",
                            sentence.text,
                        )
                    ),
                    default=len(sentence.text),
                )
                for name in people.holders(sentence.clip(0, stop)):
                    yield Recusal(
                        item, name.text, people.party(name), evidence(page, sentence.start, sentence.end, "recusals")
                    )
