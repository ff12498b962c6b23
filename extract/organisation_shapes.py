"""Organisations that their name tells: `Nora kommun`, `Region X`, `X AB`, `Stiftelsen X`, `X folkhögskola`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .lexicon import body_kind, is_title, municipality_of, municipality_organisation, not_names, region_of
from .lines import fold
from .names import UPPER, WORD, given
from .organisation import Organisation, nominative
from .organisation_patterns import told_by_word

PLACED = re.compile(rf"({WORD}(?: {WORD})?) +(kommun|stad|Stad|Kommuner|kommuner|landsting|läns landsting)(s?)\b")
REGION = re.compile(rf"\bRegion {WORD}(?: (?:Härjedalen|län\b|{WORD}(?= län\b) län))?(?: län\b)?|\b{WORD}regionen\b")
COMPANY = re.compile(
    rf"\bAB +(?:(?:{WORD}|\d+:\d+) *)+|\b(?:{WORD}|\d[\w]*)(?: +(?:&|i|of|{WORD}))*? +"
    rf"(?:AB(?: +(?!(?:[^\W\d_][\w&-]* +){{1,4}}AB\b){WORD})?|HB|"
    rf"KB|Aktiebolag|[Ee]konomisk [Ff]örening|ek\.? ?för\.?)(?=[\s,.:;)s]|$)"
)
FOUNDATION = re.compile(
    rf"\b[Ss]tiftelsen(?= +{WORD})(?: +(?:och|{WORD}))+(?: +\w*(?:gård|museum|park|kyrka|hem|fond|fonden|stiftelse|"
    rf"stiftelsen|minne)\b)?"
)
NOUNS = (
    "handelskammare|universitet|högskola|folkhögskola|institut|akademi|räddningstjänst|polismyndighet|länsstyrelse|kommunförbund|"
    "kommunalförbund|samordningsförbund|gymnasieförbund|räddningstjänstförbund|räddningsförbund|turistförening|hembygdsförening|"
    "idrottsförening|idrottsförbund|museum|teater|sparbank|församling|pastorat|föreningsråd|bibliotek|gymnasium|energikontor|resurscentrum"
)
NOUN = re.compile(rf"\b(?:{WORD} +){{1,3}}(?i:{NOUNS})\b")
NAMED = rf"(?!Protokoll|Sammanträde|Sida\b|Direktion|Styrelse){WORD}"
ALLIANCE = re.compile(
    rf"\b[{UPPER}]\w*(?:förbundet|förbund|förening|föreningen|energikontor|pool|"
    rf"nätverk) +(?:för +\w+ +i +)?{NAMED}(?: +{NAMED}){{0,2}}(?: +(?:kommuners?|län)\b)?"
)
DIRECTION = re.compile(rf"\b(?!Region|Väg|Polis)(?:{WORD}) +(?:Nord|Norr|Syd|Väst|Öst|Mitt)\b(?! +(?:och|om))")
SHORT = re.compile(rf"(?P<full>{WORD}(?: [\wåäö-]+){{0,5}}) \((?P<short>[A-ZÅÄÖ]{{2,6}})\)")
OWNED = re.compile(
    r"(?<!s)s (?!kommun|(?:ansöker|arbetar|att|av|begär|beslutar|bör|får|föreslår|genom|ger|godkänner|gör|har|inbjuder|"
    r"informerar|lämnar|meddelar|med|och|om|på|redovisar|samt|ska|som|svarar|tar|vid|vill|yttrar|är|önskar)\b)[a-zåäö]{3}"
)
BRACKETED = re.compile(r" \([A-ZÅÄÖ]{2,6}\)")
HEADED = re.compile(
    r"(?:organisation|strukturer|nätverket|centrum|forumet|rådet|förening|institutet|center|forum|nätverk|förvaltning)$"
)
PARTY_TO = re.compile(r"(?:Leverantör|Entreprenör|Konsult|Bolaget|Företaget|Byggherre|Exploatör|Sökande)\w*$")
LOCAL_PARTY = re.compile(r"\b([A-ZÅÄÖ]\w{3,}(?:partiet|demokraterna))s?\b")


# What must stand in a text for the slower pattern to be worth a try.
HINTS = {
    NOUN: re.compile("|".join(noun[1:] for noun in NOUNS.split("|")), re.I),
    ALLIANCE: re.compile(r"förbund|förening|energikontor|pool|nätverk"),
    DIRECTION: re.compile(r" (?:Nord|Norr|Syd|Väst|Öst|Mitt)\b"),
}


def shaped(text: str) -> Iterator[Organisation]:
    """Organisations that their name tells: `Nora kommun`, `Region X`, `X AB`, `Stiftelsen X`, `X folkhögskola`."""
    if " kommun" in text or " stad" in text or " Stad" in text or "Kommuner" in text or "landsting" in text:
        for m in PLACED.finditer(text):
            yield from placed(m)
    if "egion" in text:
        for m in REGION.finditer(text):
            name = (
                region_of(fold(m[0]))
                or region_of(fold(m[0]).removesuffix("s"))
                or (fold(m[0]) if m[0].startswith("Region ") else "")
            )
            if name and not text[: m.start()].endswith("Business "):
                yield Organisation(m.start(), m.end(), name, "region")
    if " AB" in text or "AB " in text or "HB" in text or "förening" in text or "Aktiebolag" in text:
        for m in COMPANY.finditer(text):
            yield from companies(m)
    if "tiftelsen" in text:
        for m in FOUNDATION.finditer(text):
            name = "S" + nominative(fold(m[0]))[1:]
            genitive = name.endswith("s") and re.match(r" +[a-zåäö]{4}", text[m.end() :])
            yield Organisation(m.start(), m.end(), name[:-1] if genitive else name, "other")
    for pattern, kind in ((NOUN, ""), (ALLIANCE, ""), (DIRECTION, "company")):
        for m in pattern.finditer(text) if pattern not in HINTS or HINTS[pattern].search(text) else ():
            words = fold(m[0])
            if pattern is DIRECTION and any(given(w) for w in [*text[: m.start()].split()[-1:], words.split()[0]]):
                continue  # a person: `Ada Ek Öst`
            start = m.start()
            if is_title(words.split()[0]):
                start, words = m.end() - len(m[0].split(None, 1)[1]), words.split(None, 1)[1]
                if " " not in words:
                    continue
            head = next((w for w in reversed(words.split()) if body_kind(w)), "")
            if (
                not kind
                and not head
                and pattern is NOUN
                and not words.split()[-1].islower()
                and not words.split()[-1][0].isupper()
            ):
                continue
            if pattern is ALLIANCE and OWNED.match(text, m.end() - 1):
                words = words[:-1]
            yield Organisation(start, m.end(), words, kind or body_kind(head) or "other")
    yield from told_by_word(text)
    if "(" in text:
        yield from abbreviated(text)
    for m in LOCAL_PARTY.finditer(text) if "partiet" in text or "demokraterna" in text else ():
        yield Organisation(m.start(), m.end(), m[1], "party")


def abbreviated(text: str) -> Iterator[Organisation]:
    """`Gemensam familjehemsorganisation (GFO)`: a phrase with the word for an organisation, and its abbreviation."""
    for m in SHORT.finditer(text) if BRACKETED.search(text) else ():
        if not HEADED.search(m["full"]):
            continue
        words = [w for w in re.split(r"[\s-]+", m["full"]) if w not in ("och", "i", "för", "av", "samt")]
        if m["full"][0].casefold() == m["short"][0].casefold() and len(words) <= 7:
            yield Organisation(m.start("full"), m.end("full"), fold(m["full"]), "other")


def companies(match: re.Match[str]) -> Iterator[Organisation]:
    """The companies of a match: a title before the name is taken off, and `A AB och B AB` are two."""
    at = match.start()
    for words in re.split(r"(?<=AB)( +och +)(?=[A-ZÅÄÖ])", match[0]):
        end = at + len(words)
        name = words
        while (
            (first := name.split(None, 1))
            and len(first) == 2
            and (
                is_title(first[0])
                or (body_kind(first[0]) == "body" and first[1][0].isupper())
                or PARTY_TO.match(first[0])
                or first[0].endswith("protokoll")
                or first[0] in ("Och", "Till", "Från", "För", "I", "Av")
            )
        ):
            name = first[1]
        if len(name.split()) > 1 and words.strip() != "och":
            yield Organisation(end - len(name), end - (len(name) - len(name.rstrip())), fold(name), "company")
        at = end


def placed(match: re.Match[str]) -> Iterator[Organisation]:
    """`Nora kommun` as the municipality's organisation, `Eklands Kommuner` as an association."""
    owner, noun = match[1], match[2]
    for start, name in ((0, owner), (owner.find(" ") + 1, owner[owner.find(" ") + 1 :])):
        if noun in ("kommun", "stad", "Stad"):
            base = municipality_of(f"{name} {noun}")
            if base:
                yield Organisation(match.start() + start, match.end(), municipality_organisation(base), "municipality")
                return
    if noun in ("kommun", "stad", "Stad") and owner.split(" ")[-1].casefold() not in not_names():
        name = owner.split(" ")[-1]
        yield Organisation(match.end(1) - len(name), match.end(), f"{name} {noun}", "municipality")
    name = owner.split(" ")[-1]
    if noun == "Kommuner" and (name.endswith("s") or name[0].isupper()):
        yield Organisation(match.end(1) - len(name), match.end(), f"{name} Kommuner", "association")
    elif "landsting" in noun and owner.endswith("s"):
        yield Organisation(match.start(), match.end(), f"{owner} {noun}", "region")
