"""Tasks that a decision gives to somebody, and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .dates import dates_in
from .evidence import evidence
from .facts import Assignment, Decision
from .layout import Layout
from .lexicon import base_title, is_title
from .lines import fold, plain

WHO = r"(?P<who>[^.;:]{2,140}?)"
GIVEN = (
    re.compile(
        r"\b(?:återremitteras|remitteras|överlämnas|överlämna|"
        r"återremittera)(?: ärendet)? till (?P<who>[^.;:,]{3,90}?),? (?:som|vilken) (?:får|ges|"
        r"erhåller) i uppdrag att\s+(?P<task>.+)$",
        re.I | re.S,
    ),
    re.compile(
        rf"(?:^|[.:;]\s+|\batt\s+)(?:att )?{WHO},? (?:får|ges|erhåller|gavs|"
        rf"fick),?(?: [^.,;]{{2,40}},)?(?: härmed| även| också|"
        rf" därmed)? i uppdrag,?(?: att)?(?=\W)\s*(?P<task>.+)$",
        re.I | re.S,
    ),
    re.compile(
        rf"\b(?:ge|ger|lämna|lämnar|lämnas) (?:även |också )?{WHO} i uppdrag,? (?:att\s+)?(?P<task>.+)$", re.I | re.S
    ),
    re.compile(
        rf"\b(?:uppdra(?:r|s)?|uppdrogs|uppdrages)(?: därför| även| också)?(?: åt|"
        rf" till)? {WHO} (?:att\s+)(?P<task>.+)$",
        re.I | re.S,
    ),
    re.compile(rf"(?:^|[.:;]\s+){WHO} uppdras (?:att\s+)(?P<task>.+)$", re.I | re.S),
    re.compile(rf"(?:^|[.:;]\s+){WHO} har till uppgift att\s+(?P<task>[^.]+\.?)", re.I | re.S),
    re.compile(rf"\btillsätta (?:en |ett )?{WHO} (?:som|med uppdrag att|för att)\s+(?P<task>.+)$", re.I | re.S),
    re.compile(rf"(?:^|[.:;]\s+)(?:be|ber|uppmana(?:r)?) {WHO} (?:att\s+)(?P<task>.+)$", re.I | re.S),
)
NOT_WHO = re.compile(
    r"^(?:detta|det|han|hon|de|vilket|som|redovisning|kommun\w*s uppdrag|uppdrag\w*)\b|\b(?:som|vilket)$", re.I
)
DUE = re.compile(
    r"\b(?:senast(?: (?:vid|till|på|i) [\w ]{3,60}?)?|till (?:nästa |\w+s )?\w*(?:möte|sammanträde)t?|"
    r"före|innan|till och med|t\.?o\.?m\.?|återrapporteras?\b.{0,60}|återredovisas?\b.{0,60}|"
    r"redovisas?\b.{0,60}|återkomma\b.{0,60}|klart?\b.{0,20}|vid sammanträdet|till sammanträdet|"
    r"till (?:nämndens |styrelsens |kommunstyrelsens )?\w*sammanträde\w*)\s*(?:den |i |vid |på )*$",
    re.I,
)
LATER = re.compile(
    r"\W*(?:\d\.\s*)?(?:uppdraget|underlaget|utredningen|återrapportering|redovisningen|uppföljningen|"
    r"förslaget|detta)\b[^.]*",
    re.I,
)
SENT = re.compile(
    r"^(?P<who>[A-ZÅÄÖ][^.;:]{2,60}?) (?P<task>(?:skriver under|kontaktar|återkommer|tar fram|"
    r"bjuder in|undersöker|utreder|sammanställer|skickar ut|ansvarar för att|bevakar|bokar|"
    r"kallar)\b.+)$",
    re.S,
)


def assignments(page: Layout, decision: Decision, date: str) -> Iterator[Assignment]:
    """The tasks in one decided point; the sentence behind it may say by when. `date` is the meeting's."""
    following = fold(page.text[decision.evidence.end : decision.evidence.end + 240])
    for who, task in given(decision.text):
        due = due_date(decision.text, date) or due_date(following if LATER.match(following) else "", date)
        words = decision.evidence
        yield Assignment(
            decision.item, base_form(who), task, due, evidence(page, words.start, words.end, "assignments")
        )


def given(text: str) -> Iterator[tuple[str, str]]:
    """Who gets which task in a decided point."""
    for rule in GIVEN:
        match = rule.search(text)
        if match and not NOT_WHO.search(match["who"].strip()):
            who = re.sub(r"^(?:att|även|också|därför|samt)\s+", "", fold(match["who"]), flags=re.I)
            task = plain(match["task"])
            task = re.sub(r"^,?\s*(?:att\s+)?", "", task)
            if len(task) > 5 and len(who.split()) <= 14:
                yield who, task
            return
    if match := SENT.match(text):
        yield fold(match["who"]), plain(match["task"])


def base_form(who: str) -> str:
    """The doer in its base form: `förbundschefen` → `Förbundschef`, `kommunstyrelsen` → `Kommunstyrelsen`."""
    words = who.split()
    if is_title(words[0]):
        words[0] = base_title(words[0])
    elif re.fullmatch(r"(?:arbets|styr|projekt|referens)gruppen", words[0], re.I) or (
        re.search(r"(?:kansliet|ombudet|kontoret)$", words[0], re.I)
        and len(words) == 1
        and not words[0].casefold().startswith("stads")
    ):
        words[0] = words[0][:-2]
    name = re.sub(r"\s*\([A-ZÅÄÖ]{1,5}\)", "", " ".join(words))
    return name[:1].upper() + name[1:]


def due_date(text: str, date: str) -> str:
    """The date by which a task is due, where the text says so."""
    for found in dates_in(text, date[:4]):
        if DUE.search(text[: found.start]):
            return found.iso
    return ""
