"""The meeting: which body of which organisation met, when and where."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from .evidence import evidence
from .facts import Meeting
from .front import Field
from .layout import Layout
from .lexicon import body_kind
from .lines import fold
from .meeting_organisation import TOWN, WIDE, organisation_of, stem, without_paper
from .meeting_place import when_and_where
from .organisation import Organisation
from .organisations import organisation_at

TITLED = re.compile(
    r"^(?:(?:sammanträdes)?protokoll(?:et)?|minnesanteckningar|beslutsprotokoll|möte)\s+(?:från|för|"
    r"fört vid|över|vid|med)\s+(?P<body>[\wåäöÅÄÖ ,-]+?)s?(?:\s+(?:sammanträde|möte|"
    r"styrelsemöte)\w*)?(?:\s+(?:den\s+)?\d.*)?$"
    r"|^(?P<compound>styrelse|direktions|nämnds|förbundsstyrelse)(?:n|s)?(?:mötes)?protokoll\b.*$"
    r"|^(?:protokoll\s+)?(?P<met>styrelse|direktions|nämnds|förbundsstyrelse)möte\b.*$",
    re.I,
)
ASSEMBLED = re.compile(
    r"(?:(?:mötes)?protokoll\s+)?(?:(?:fört\s+)?(?:vid|från|för)\s+)?(?:ordinarie |extra |konstituerande )?"
    r"(?P<what>års(?:möte|stämma)|(?:förenings|förbunds|bolags|medlems)(?:möte|stämma))t?n?"
    r"(?:\s+(?:med|i|för|hos|\d{4})\b.*)?",
    re.I,
)
"""A meeting of all members: the body is the meeting itself."""
SUBJECT = re.compile(
    r"^(?:\W*)((?:[A-ZÅÄÖ][\wåäö-]*)(?:(?:,)? [\wåäö-]+){0,6}?) (?:beslutar|avslår|bifaller|godkänner|antar|"
    r"fastställer|föreslår kommunfullmäktige|föreslår regionfullmäktige)\b"
)
DOCUMENT = re.compile(r"(?:sammanträdes)?protokoll|(?:minnes|mötes)?anteckningar|kallelse|justerat protokoll", re.I)
OFFICE = re.compile(r"(?:kontor|förvaltning|kansli)(?:et|en)?$", re.I)
SHORT = re.compile(r"(?:sammanträdes)?protokoll,? (?:från )?(K[FS]|R[FS])\b", re.I)
SHORT_NAMES = {
    "KF": "Kommunfullmäktige",
    "KS": "Kommunstyrelsen",
    "RF": "Regionfullmäktige",
    "RS": "Regionstyrelsen",
}
ABOUT = re.compile(r"(?:förvaringsplats|underskrift|datum|anslag|justering|utdrag)", re.I)
GENERIC = ("nämnden", "styrelsen", "utskottet", "arbetsutskottet", "beredningen", "fullmäktige", "direktionen", "rådet")


def meeting(page: Layout, fields: Sequence[Field], named: Sequence[Organisation]) -> Meeting:
    """The meeting of a document; what the minutes do not state is empty."""
    body, start, end = body_of(page, fields)
    date, begin, finish, place = when_and_where(page, fields)
    return Meeting(
        body,
        organisation_of(page, fields, named, body),
        date,
        begin,
        finish,
        place,
        evidence(page, start, end, "meeting"),
    )


def body_of(page: Layout, fields: Sequence[Field]) -> tuple[str, int, int]:
    """The organ that met, as printed most prominently, and where it stands."""
    scores: Counter[str] = Counter()
    places: dict[str, tuple[int, int]] = {}
    for weight, line, start, end in candidates(page, fields):
        name = body_name(line)
        if name:
            key = stem(name)
            scores[key] += weight
            if key not in places or (weight >= 4 > scores[key] - weight):
                places.setdefault(key, (start, end))
    names: dict[str, str] = {}
    for weight, line, _, _ in candidates(page, fields):
        name = body_name(line)
        if name and (stem(name) not in names or (weight >= 4 and len(name) > len(names[stem(name)]))):
            names.setdefault(stem(name), name)
    if not scores:
        titles = (line for line in page.front[:4] if not DOCUMENT.fullmatch(line.text))
        head = next(titles, page.lines[0])
        if (
            re.search(r"\d|protokoll|@|:|^\W", head.text, re.I)
            or TOWN.fullmatch(head.text)
            or len(head.text) > 90
            or organisation_at(head.text) == head.text
        ):
            return "", head.start, head.end
        return fold(head.text), head.start, head.end
    best = max(scores, key=lambda key: (scores[key], -places[key][0]))
    if len(names[best].split()) == 1 and names[best].casefold() in GENERIC:
        headed = [key for key in scores if key.endswith(best) or f"{best} " in key]  # its name in full, in the head
        best = max(headed, key=lambda key: (len(key) > len(best), scores[key]))
    return names[best], *places[best]


def candidates(page: Layout, fields: Sequence[Field]) -> Iterator[tuple[int, str, int, int]]:
    """Lines that may name the body: (weight, words, start, end)."""
    for field in fields:
        if field.kind in ("head", "date", "protocol", "notice"):
            for value in field.values[:12]:
                yield 4, fold(value.text), value.start, value.end
                if (bare := without_paper(fold(value.text))) != fold(value.text):
                    yield 4, bare, value.start, value.end
        elif field.kind == "signing" and re.search(r"organ", field.label.text, re.I):
            yield 4, fold(field.values[0].text), field.values[0].start, field.values[0].end
    for start, end in page.reading.furniture:
        for match in WIDE.finditer(page.reading.text[start:end]):
            yield 1, fold(match[0].strip(" *#")), start + match.start(), start + match.end()
    for section in page.sections:
        for part in section.parts:
            if part.kind != "decision":
                continue
            for block in [*([part.heading] if part.heading else []), *part.blocks]:
                words = block.text.capitalize() if block.text.isupper() else block.text
                if subject := SUBJECT.match(words):
                    yield 1, fold(subject[1]), block.start + subject.start(1), block.start + subject.end(1)
                elif owner := re.match(r"(\w+(?: \w+)?)s beslut\b", block.text, re.I):
                    yield 1, fold(owner[1]).capitalize(), block.start, block.start + owner.end(1)


def body_name(line: str) -> str:
    """The body that a line names, or empty: the line is little more than its name."""
    if short := SHORT.match(line):
        return SHORT_NAMES[short[1].upper()]
    if ABOUT.match(line):
        return ""
    if assembled := ASSEMBLED.fullmatch(line):
        what = assembled["what"].capitalize()
        return f"{what}t" if what.endswith("möte") else f"{what[:-1]}an"
    if match := TITLED.match(line):
        if compound := match["compound"] or match["met"]:
            return {"styrelse": "Styrelsen", "direktions": "Direktionen", "nämnds": "Nämnden"}.get(
                compound.casefold(), "Förbundsstyrelsen"
            )
        line = match["body"]
    line = re.sub(
        r"^(?:sammanträdes)?protokoll\s+|"
        r"[\s–-]+(?:sammanträdes)?protokoll(?:\s+(?:nr )?\d+[/:-]\d{2,4})?$|\s*\d+ ?\(\d+\)$",
        "",
        line.strip(" :"),
        flags=re.I,
    ).strip()
    line = re.sub(r"\s*/\d+$", "", line)
    line = re.sub(r"(?<=fullmäktige) i (?:Region )?[A-ZÅÄÖ].*$", "", line)
    words = line.split()
    if not 1 <= len(words) <= 12 or len(line) > 100 or re.search(r"[()§:.]|\d{2}", line):
        return ""
    at = next((i for i, word in enumerate(words) if body_kind(word.strip(",")) == "body"), None)
    if (
        at is None
        or OFFICE.search(words[-1])
        or any(re.fullmatch(r"(?:har|är|ska|att|som|beslut|justerat|från|av|till|den)", w, re.I) for w in words)
    ):
        return ""
    if (
        at < len(words) - 1
        and words[at + 1].casefold() not in ("för", "i", "inom")
        and not words[at + 1][0].isupper()
        and not words[at].endswith("s")
    ):
        return ""
    if line.isupper():
        line = line.capitalize()
    if words[at].casefold().endswith(("ens", "ets")) and at == len(words) - 1:
        line = line[:-1]
    return line[0].upper() + line[1:]


def own_names(page: Layout, fields: Sequence[Field], body: str) -> frozenset[str]:
    """The names, in small letters, by which this text calls the meeting's own body."""
    names = {body.casefold()}
    word = next(
        (w.strip(",") for w in reversed(re.split(r"\s+för\s+", body)[0].split()) if body_kind(w.strip(","))), body
    ).casefold()
    for ending, generic in (
        ("styrelse", "styrelsen"),
        ("nämnd", "nämnden"),
        ("utskott", "utskottet"),
        ("beredning", "beredningen"),
        ("fullmäktige", "fullmäktige"),
        ("direktion", "direktionen"),
        ("råd", "rådet"),
        ("mötet", "mötet"),
        ("möte", "mötet"),
    ):
        if re.search(rf"{ending}(?:n|en|et)?$", word):
            names |= {generic, re.sub(rf"{ending}(?:n|en|et)?$", generic, word)}
    subjects = Counter(
        fold(words).casefold() for weight, words, _, _ in candidates(page, fields) if weight == 1 and words
    )
    key = stem(body)
    names |= {
        name
        for name, n in subjects.items()
        if name and (stem(name) == key or (n >= 2 and key and stem(name).split()[-1:] == key.split()[-1:]))
    }
    return frozenset(name for name in names if name and not name.startswith("ordförande"))
