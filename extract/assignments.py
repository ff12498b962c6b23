"""Tasks that a decision gives to somebody, and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .dates import dates_in
from .evidence import evidence
from .facts import Assignment, Decision, Proposal
from .kinds import DOERS
from .layout import Layout, Section
from .lexicon import base_title, company_ending, is_title
from .lines import fold, plain
from .sentences import sentences

WHO = r"(?P<who>(?:[^.;:]|(?<=\d):(?=\d)){2,160}?)"
GIVEN = (
    re.compile(
        r"\b(?:återremitteras|remitteras|överlämnas|överlämna|"
        r"återremittera)(?: ärendet)? till (?P<who>[^.;:,]{3,90}?),? (?:som|vilken) (?:(?:får|ges|"
        r"erhåller) i uppdrag att|ska(?:ll)?)\s+(?P<task>.+)$",
        re.I | re.S,
    ),
    re.compile(
        rf"(?:^|[.:;]\s+|\batt\s+)(?:att )?{WHO},? (?:får|ges|erhåller|gavs|"
        rf"fick),?(?: [^.,;]{{2,40}},)?(?: härmed| även| också|"
        rf" därmed)? i (?:uppdrag|uppgift),?(?: att)?(?=\W)\s*(?P<task>.+)$",
        re.I | re.S,
    ),
    re.compile(
        rf"\b(?:ge|ger|lämna|lämnar|lämnas) (?:även |också )?{WHO} i uppdrag,? (?:att\s+)?(?P<task>.+)$", re.I | re.S
    ),
    re.compile(
        rf"\b(?:uppdra(?:r|s)?|uppdrogs|uppdrog|uppdrages)(?: därför| även| också)?(?: åt|"
        rf" till)? {WHO} (?:att\s+)(?P<task>.+)$",
        re.I | re.S,
    ),
    re.compile(rf"(?:^|[.:;]\s+){WHO} uppdras (?:att\s+)(?P<task>.+)$", re.I | re.S),
    re.compile(rf"(?:^|[.:;]\s+){WHO} uppmanas (?:att\s+)(?P<task>.+)$", re.I | re.S),
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
    r"till (?:nämndens |styrelsens |kommunstyrelsens )?\w*sammanträde\w*|\batt till)\s*(?:den |i |vid |på )*$",
    re.I,
)
LATER = re.compile(
    r"\W*(?:\d\.\s*)?(?:uppdraget|underlaget|utredningen|återrapportering|redovisningen|uppföljningen|"
    r"förslaget|detta)\b[^.]*",
    re.I,
)
DOES = (
    r"skriver under|kontaktar|återkommer|tar fram|bjuder in|undersöker|utreder|sammanställer|"
    r"skickar ut|ansvarar för att|"
    r"bevakar|bokar|kallar|redovisar|ger information"
)
DOER = re.compile(
    r"(?:kansliet|presidiet|förvaltningen|utskottet|nämnden|styrelsen|beredningen|gruppen|person)$|"
    r"^nämnden för [\wåäö ]+$",
    re.I,
)
SENT = re.compile(rf"^(?P<who>[^.;:]{{2,60}}?) (?P<task>(?:{DOES})\b.+)$", re.S)
WILL = re.compile(
    rf"(?:att )?(?P<who>(?:[\w-]+- och )?[\wåäöÅÄÖ-]+(?:{DOERS}|nämnden|gruppen)) ska(?:ll)? "
    r"(?P<task>(?:(?:senast|till|före|under|inför|vid) [^.,]{2,60} )?(?:åter(?:rapportera|redovisa|komma)|redovisa|"
    r"rapportera|presentera|lämna|överlämna|inkomma|ta fram|utreda|undersöka|sammanställa)\b.+)$",
    re.I | re.S,
)
AGREED = re.compile(
    rf"\b(?:landar|mynnar ut|enades|enas|kom överens|överenskoms|bestämdes|"
    rf"beslutas)\b.{{0,30}}?\batt (?P<who>[^.;:,]{{2,60}}?) "
    rf"(?P<task>(?:{DOES}|ska\b).+)$",
    re.S,
)
SHALL = re.compile(
    r"^(?P<who>[A-ZÅÄÖ][\wåäö]+(?: [A-ZÅÄÖ][\wåäö-]+){0,2}) (?:ska|"
    r"skall) (?P<task>(?:[\wåäö]+ ){0,6}?(?:ge information|återkomma|ta fram|redovisa|"
    r"kontakta|undersöka|bjuda in|skicka ut|sammanställa|bevaka|utreda|bereda|kalla)\b.+)$",
    re.S,
)


GIVES = re.compile(r"\b(?:får|fick|ges|gavs) i upp(?:drag|gift)\b|\buppdr(?:ar|og) åt\b")
EARLIER = re.compile(r"\b(?:19|20)\d\d-\d\d|§|\b(?:har|hade|tidigare)\b")


def assignments(page: Layout, decision: Decision, date: str) -> Iterator[Assignment]:
    """The tasks in one decided point; the sentence behind it may say by when. `date` is the meeting's."""
    following = fold(page.text[decision.evidence.end : decision.evidence.end + 240])
    for who, task in given(decision.text):
        due = due_date(decision.text, date) or due_date(following if LATER.match(following) else "", date)
        words = evidence(page, decision.evidence.start, decision.evidence.end, "assignments")
        for one in each(who):
            yield Assignment(decision.item, base_form(one), task, due, words)


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
    if match := WILL.match(text):
        yield fold(match["who"]), plain(match["task"])
        return
    match = AGREED.search(text) or SENT.match(text)
    if (
        match
        and not re.search(r"\batt\b", match["who"])
        and (match["who"][:1].isupper() or is_title(match["who"].split()[0]) or DOER.search(match["who"]))
    ):
        yield fold(match["who"]), plain(match["task"])


def each(who: str) -> list[str]:
    """Those who get a task together, each by its name: `Kommunstyrelsen och socialnämnden` are two; an organ that
    has its `och` in its name is one.
    """
    joined = re.fullmatch(r"(.+) (?:och|samt) (.+)", who)
    doers = [*joined[1].split(", "), joined[2]] if joined else [who]
    return doers if all(DOER.search(one) or company_ending(one) or is_title(one) for one in doers) else [who]


def agreed(page: Layout, section: Section, date: str, found: Sequence[Decision | Proposal]) -> Iterator[Assignment]:
    """The tasks that an item without a decision ends in: "Frågan landar i att Ada Ek kontaktar …", "Kansliet ska
    återkomma …", "Kansliet får i uppgift att …". `found` holds the decisions of the item, whose tasks are known.
    """
    silent = not found and not any(part.kind == "decision" for part in section.parts)
    for part in section.parts:
        if part.kind not in ("opening", "other", "discussion"):
            continue
        for block in part.blocks:
            for sentence in sentences(block):
                match = AGREED.search(sentence.text) or SHALL.match(sentence.text)
                if match and (is_title(match["who"]) or DOER.search(match["who"]) or " " in match["who"]):
                    words = evidence(page, sentence.start, sentence.end, "assignments")
                    task, due = plain(match["task"]), due_date(sentence.text, date)
                    yield Assignment(section.item, base_form(fold(match["who"])), task, due, words)
                elif silent and GIVES.search(sentence.text) and not EARLIER.search(sentence.text):
                    words = evidence(page, sentence.start, sentence.end, "assignments")
                    for who, task in given(sentence.text):
                        yield Assignment(section.item, base_form(who), task, due_date(sentence.text, date), words)


def base_form(who: str) -> str:
    """The doer in its base form: `förbundschefen` → `Förbundschef`, `kommunstyrelsen` → `Kommunstyrelsen`."""
    words = who.split()
    if words[0].endswith("-") and len(words) == 3 and is_title(words[2]):
        words[2] = base_title(words[2])
    elif is_title(words[0]):
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
