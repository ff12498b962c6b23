"""Organisations and bodies named in the text: known ones by their names, unknown ones by how Swedish names them.

A name is given in the nominative, as printed; which names are the same organisation is decided in `graph/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from .lexicon import (
    ambiguous_organisations,
    body_kind,
    is_title,
    known_organisations,
    municipality_of,
    municipality_organisation,
    not_names,
    region_of,
)
from .lines import Block, fold
from .names import UPPER, WORD, given

WORDS = re.compile(r"[\w&][\w&’']*(?:[-–:][\w&]+)*-?")
PLACED = re.compile(rf"({WORD}(?: {WORD})?) +(kommun|stad|Stad|Kommuner|kommuner|landsting|läns landsting)(s?)\b")
REGION = re.compile(rf"\bRegion {WORD}(?: (?:Härjedalen|län\b|{WORD}(?= län\b) län))?(?: län\b)?|\b{WORD}regionen\b")
COMPANY = re.compile(
    rf"\bAB +(?:(?:{WORD}|\d+:\d+) *)+|\b(?:{WORD}|\d[\w]*)(?: +(?:&|{WORD}))*? +(?:AB(?: +{WORD})?|HB|"
    rf"KB|Aktiebolag|[Ee]konomisk [Ff]örening|ek\.? ?för\.?)(?=[\s,.:;)s]|$)"
)
FOUNDATION = re.compile(rf"\bStiftelsen(?: +(?:och|{WORD}))+(?: +\w*(?:fond|fonden|stiftelse|stiftelsen|minne)\b)?")
NOUNS = (
    "handelskammare|universitet|högskola|folkhögskola|institut|akademi|räddningstjänst|polismyndighet|länsstyrelse|kommunförbund|"
    "kommunalförbund|samordningsförbund|gymnasieförbund|räddningstjänstförbund|räddningsförbund|turistförening|hembygdsförening|"
    "idrottsförening|idrottsförbund|museum|teater|sparbank|församling|pastorat|föreningsråd|bibliotek|gymnasium|energikontor|resurscentrum"
)
NOUN = re.compile(rf"\b(?:{WORD} +){{1,3}}(?i:{NOUNS})\b")
ALLIANCE = re.compile(
    rf"\b[{UPPER}]\w*(?:förbundet|förbund|förening|föreningen|energikontor|pool|"
    rf"nätverk) +(?:för +\w+ +i +)?{WORD}(?: +{WORD})?"
)
DIRECTION = re.compile(rf"\b(?!Region|Väg)(?:{WORD}) +(?:Nord|Norr|Syd|Väst|Öst|Mitt)\b(?! +(?:och|om))")
COUNTY = re.compile(rf"\bLänsstyrelsen(?: i)? +(?:{WORD})(?: +{WORD})?(?: +län)?|\b{WORD} +länsstyrelse\b")
COMMITTEE = re.compile(
    r"\b[Nn]ämnden för +(?!beslut|att|den|det|de\b|en\b|ett\b|sin|sitt|yttrande|åtgärd|kännedom|"
    r"godkännande|vidare)\w+(?:, \w+)*(?: (?:och|samt) (?:\w+- och )?\w+)?"
)
AGENCY = re.compile(r"\b[Mm]yndigheten för +(?!att|den|det)[a-zåäö]+(?: (?:och|samt) [a-zåäö]+)?\b")
SCHOOL = re.compile(rf"\b(?:Högskolan|Universitetet|Folkhögskolan)(?: i)? +{WORD}")
LISTED = re.compile(rf" *, *(?:{WORD}(?: {WORD})?(?: *, *| +och +))+")
ADJECTIVES = re.compile(
    r"\b((?:politisk|regional|gemensam|lokal|nationell|teknisk|allmän|social|interkommunal|"
    r"kommungemensam|länsgemensam|mellankommunal|"
    r"personalpolitisk|ekonomisk)(?:a|t|ma|na)?) +$",
    re.I,
)
GENERIC = frozenset(
    "nämnden nämnd styrelsen styrelse utskottet utskott beredningen beredning direktionen direktion rådet råd fullmäktige arbetsgruppen arbetsgrupp "
    "styrgruppen styrgrupp projektgruppen projektgrupp referensgruppen referensgrupp presidiet presidium kansliet kansli förvaltningen förvaltning "
    "kontoret kontor föreningen förening stiftelsen stiftelse bolaget bolag koncernen koncern förbundet förbund kommittén kommitté kommissionen "
    "delegationen departementet departement myndigheten myndighet domstolen domstol universitetet universitet högskolan högskola regionen region "
    "landstinget landsting länsstyrelse stämman stämma årsstämman årsstämma bolagsstämman bolagsstämma utredningen utredning "
    "kommunförbund kommunalförbund ledningsgruppen ledningsgrupp samverkansgruppen arbetsutskott revisionen revision sekretariatet partigruppen "
    "folkhögskolan expertgruppen beredningsgruppen kommunalförbundet kommunförbundet samordningsförbundet bolagsstyrelsen koncernstyrelsen "
    "kommundelsnämnd facknämnden facknämnd hovrätten kammarrätten dotterbolaget moderbolaget aktiebolaget aktiebolag bostadsbolaget".split()
)


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation as named at one place: the span, its name in the nominative, and its kind."""

    start: int
    end: int
    name: str
    kind: str


def organisations_in(text: str, offset: int = 0, *, own: frozenset[str] = frozenset()) -> list[Organisation]:
    """The organisations named in a piece of text, in order, none within another.

    `own` holds generic words (`Styrelsen`) that name the meeting's own body here.
    """
    found = [*known_in(text), *shaped(text), *bodies(text, own)]
    found.sort(key=lambda o: (o.start, -o.end))
    kept: list[Organisation] = []
    for one in found:
        if kept and one.start < kept[-1].end:
            if one.end - one.start > kept[-1].end - kept[-1].start:
                kept[-1] = one
            continue
        kept.append(one)
    kept += between(text, kept)
    kept.sort(key=lambda o: o.start)
    return [Organisation(o.start + offset, o.end + offset, o.name, o.kind) for o in kept]


def between(text: str, found: list[Organisation]) -> list[Organisation]:
    """Unknown names in a list of organisations: in `LKAB, Ekbolaget och SSAB` the middle one is of the same kind."""
    more = []
    for left, right in zip(found, found[1:], strict=False):
        gap = text[left.end : right.start]
        if left.kind in ("company", "association", "university") and LISTED.fullmatch(gap):
            for m in re.finditer(rf"{WORD}(?: {WORD})?", gap):
                if not given(m[0].split()[0]):
                    more.append(Organisation(left.end + m.start(), left.end + m.end(), m[0], left.kind))
    return more


@lru_cache(maxsize=4096)
def organisation_at(text: str) -> str:
    """The organisation that a heading or a comma-separated piece of a list names, or empty.

    >>> organisation_at("Region Norrbotten"), organisation_at("Ada Ek (S)")
    ('Region Norrbotten', '')
    """
    found = organisations_in(text)
    return max(found, key=lambda o: o.end - o.start).name if found else ""


@cache
def index() -> dict[str, list[tuple[list[str], str, str]]]:
    """Known organisations by the first word of each printed form, longest form first."""
    table: dict[str, list[tuple[list[str], str, str]]] = {}
    for form, (name, kind) in known_organisations().items():
        if kind == "party":
            continue
        words = WORDS.findall(form)
        if words and not (len(words) == 1 and len(form) < 3):
            table.setdefault(words[0], []).append((words, name, kind))
            if not form.endswith("s") and len(words) == 1:
                table.setdefault(form + "s", []).append(([form + "s"], name, kind))
    for forms in table.values():
        forms.sort(key=lambda row: -len(row[0]))
    return table


def known_in(text: str) -> Iterator[Organisation]:
    """The organisations of the lexicon; a form that is a common word too counts only beside another organisation."""
    table = index()
    words = [(m.start(), m.end(), m[0]) for m in WORDS.finditer(text)]
    found, doubtful = [], []
    i = 0
    while i < len(words):
        for form, name, kind in table.get(words[i][2], ()):
            last = i + len(form) - 1
            if last < len(words) and matches(words[i : last + 1], form):
                printed = " ".join(form)
                one = Organisation(
                    words[i][0],
                    words[last][1],
                    printed if len(printed) > len(name) and kind != "municipality" and len(form) > 1 else name,
                    kind,
                )
                (
                    doubtful
                    if text[one.start : one.end].rstrip("s") in ambiguous_organisations()
                    or text[one.start : one.end] in ambiguous_organisations()
                    else found
                ).append(one)
                i = last
                break
        i += 1
    yield from found
    for one in doubtful:
        if any(
            0 < one.start - o.end < 8 or 0 < o.start - one.end < 8
            for o in [*found, *doubtful]
            if o.kind in ("company", one.kind)
        ):
            yield one


def matches(words: list[tuple[int, int, str]], form: list[str]) -> bool:
    """Whether the words are the form, its last word perhaps in the genitive."""
    printed = [word for _, _, word in words]
    return printed[:-1] == form[:-1] and printed[-1] in (form[-1], form[-1] + "s")


def shaped(text: str) -> Iterator[Organisation]:
    """Organisations that their name tells: `Bodens kommun`, `Region X`, `X AB`, `Stiftelsen X`, `X folkhögskola`."""
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
    if "Stiftelsen" in text:
        for m in FOUNDATION.finditer(text):
            name = nominative(fold(m[0]))
            genitive = name.endswith("s") and re.match(r" +[a-zåäö]{4}", text[m.end() :])
            yield Organisation(m.start(), m.end(), name[:-1] if genitive else name, "other")
    if "änsstyrelse" in text:
        for m in COUNTY.finditer(text):
            yield Organisation(m.start(), m.end(), nominative(fold(m[0])), "authority")
    for pattern, kind in ((NOUN, ""), (ALLIANCE, ""), (DIRECTION, "company")):
        for m in pattern.finditer(text):
            words = fold(m[0])
            if pattern is DIRECTION and given(words.split()[0]):
                continue
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
            yield Organisation(start, m.end(), words, kind or body_kind(head) or "other")
    if "skolan" in text or "niversitetet" in text:
        for m in SCHOOL.finditer(text):
            yield Organisation(
                m.start(), m.end(), nominative(fold(m[0])), "university" if "olkhögskolan" not in m[0] else "other"
            )
    if "yndigheten för" in text:
        for m in AGENCY.finditer(text):
            yield Organisation(m.start(), m.end(), fold(m[0])[0].upper() + fold(m[0])[1:], "authority")
    if "ämnden för" in text:
        for m in COMMITTEE.finditer(text):
            name = fold(m[0])
            yield Organisation(m.start(), m.end(), name[0].upper() + name[1:], "body")


def companies(match: re.Match[str]) -> Iterator[Organisation]:
    """The companies of a match: a title before the name is taken off, and `A AB och B AB` are two."""
    at = match.start()
    for words in re.split(r"(?<=AB)( +och +)(?=[A-ZÅÄÖ])", match[0]):
        end = at + len(words)
        name = words
        while (
            (first := name.split(None, 1))
            and len(first) == 2
            and (is_title(first[0]) or first[0] in ("Och", "Till", "Från", "För", "I", "Av"))
        ):
            name = first[1]
        if len(name.split()) > 1 and words.strip() != "och":
            yield Organisation(end - len(name), end - (len(name) - len(name.rstrip())), fold(name), "company")
        at = end


def placed(match: re.Match[str]) -> Iterator[Organisation]:
    """`Bodens kommun` as the municipality's organisation, `Skånes Kommuner` as an association."""
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


BODY = re.compile(
    r"(?<![\w-])(?:\w+-)?[\wåäö]*(?:nämnd(?:en)?|styrelsen?|utskott(?:et)?|beredning(?:en)?|"
    r"fullmäktige|direktion(?:en)?|råd(?:et)?|kommittén?|delegation(?:en)?|"
    r"kommission(?:en)?|grupp(?:en)?|departement(?:et)?|domstol(?:en)?|rätt(?:en)?|myndighet(?:en)?|"
    r"förbund(?:et)?|presidi(?:um|et)|revisionen|förbundsmöte(?:t)?|kammare(?:n)?)s?\b",
    re.I,
)
COMPOUND = re.compile(r"(?:[\w]+-,? +)*(?:(?:Äldre|äldre) samt )?[\w]+-,? +(?:och|samt|,) +$")
OWNER = re.compile(rf"(?:{WORD}s? +Stads|{WORD}s) +$")


def bodies(text: str, own: frozenset[str]) -> Iterator[Organisation]:
    """Bodies told by the ending of their word: `socialnämnden`, `Politiska samverkansberedningen`, `Kommunstyrelsens trygghetsråd`."""
    for m in BODY.finditer(text):
        word = m[0]
        kind = body_kind(word) or ("body" if re.search(r"-råd(?:et)?s?$", word) else "")
        if not kind or (
            word.casefold().rstrip("s").endswith("revisionen")
            and not re.match(r"(?:kommun|region|landstings|förbunds)?revisionen", word, re.I)
        ):
            continue
        start, end, name = m.start(), m.end(), nominative(word)
        before = text[max(0, start - 60) : start]
        definite = bool(re.search(r"(?:en|et|än|fullmäktige|tén|sen)$", name))
        if compound := COMPOUND.search(before):
            start -= len(before) - compound.start()
        if adjective := ADJECTIVES.search(text[max(0, start - 30) : start]):
            start -= len(adjective[0])
        elif not definite and (owner := OWNER.search(text[max(0, start - 40) : start])):
            start -= len(owner[0])
        if (
            not definite
            and (place := re.match(rf" +({WORD})(?! +\()", text[end:]))
            and kind == "body"
            and municipality_of(place[1]) == ""
            and word.lower().endswith("nämnd")
        ):
            end += place.end()
            name = nominative(text[m.start() : end])
        name = fold(text[start : m.start()] + name)
        bare = start == m.start() and name.casefold() in GENERIC
        capital = text[start].isupper()
        if bare and name.casefold() not in own:
            continue
        if not capital and (not definite or kind not in ("body", "authority")):
            continue
        if not definite and not capital:
            continue
        if (
            re.search(
                r"(?:arbets|styr|projekt|referens)grupp(?:en)?$|utredning(?:en)?$|förvaltning(?:en)?$|kontor(?:et)?$",
                name,
                re.I,
            )
            and not name[0].isupper()
        ):
            continue
        if name.isupper() and len(name) > 5:
            name = nominative(name.lower())
        yield Organisation(start, end, name[0].upper() + name[1:], kind)


def nominative(name: str) -> str:
    """A name without the genitive s: `exploateringsnämndens` → `exploateringsnämnden`; names that end in s by nature stay."""
    if re.search(r"(?:en|et|an|tén|nämnd|råd|fullmäktige|styrelse|fond|stiftelse|utskott|beredning|förbund)s$", name):
        return name[:-1]
    return name


def block_organisations(block: Block, own: frozenset[str]) -> list[Organisation]:
    """The organisations of one block, with the offsets of the document."""
    return organisations_in(block.text, block.start, own=own)
