"""Who has a role in, or belongs to, an organisation: from the list of those present and from running text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from .affiliations_listed import of_chair, of_list, of_signatures
from .elections import TITLE, announced, appointed, elections, holders, pointed
from .evidence import evidence
from .facts import Affiliation, Attendance, Meeting
from .layout import Layout
from .lexicon import base_title, is_title, lower_title, role_of
from .lines import Block, fold
from .names import Name
from .organisation import Organisation
from .people import People
from .sentences import sentences

TITLE_BEFORE = re.compile(r"(?P<title>(?:(?:[\wåäöÅÄÖ]+- och )?[\wåäöÅÄÖ-]+))(?:,|:| är| blir| heter)? *$")
STATE = re.compile(r"(?:minister|ministern|statssekreterare|riksdagsledamot|riksdagsledamoten)$", re.I)
BESIDE = re.compile(r" *,? *(?:från|vid|på|för|hos|i)? *")
SMALL = ("sekreterare", "justerare", "ordförande", "ledamot", "ersättare")


def affiliations(
    page: Layout,
    rows: Sequence[Attendance],
    meeting: Meeting,
    blocks: Sequence[Block],
    people: People,
    named: Sequence[Organisation],
) -> Iterator[Affiliation]:
    """Every affiliation, each once."""
    seen: set[tuple[str, str, str]] = set()
    led: set[tuple[str, ...]] = set()
    for found in [
        *of_list(rows, meeting),
        *of_chair(page, rows, meeting, people),
        *of_signatures(page),
        *of_text(page, blocks, people, named, frozenset(row.person for row in rows), meeting.organisation),
    ]:
        key = (found.person, found.role, found.organisation)
        if key in seen or not (found.role or found.organisation) or (not found.role and key[::2] in led):
            continue  # that somebody belongs to what he leads is said with his role
        seen.add(key)
        led.add((found.person, found.organisation))
        yield found


def of_text(
    page: Layout,
    blocks: Sequence[Block],
    people: People,
    named: Sequence[Organisation],
    listed: frozenset[str],
    own: str,
) -> Iterator[Affiliation]:
    """From running text: `Ada Ek, vd, Eks Bygg AB`, `riksdagsledamot Ada Ek`, `Ada Ek från Region Ekland`,
    elections.
    """
    at = 0
    to = ("", "")
    for block in blocks:
        names = people.inside(block)
        if not names and not block.text.rstrip().endswith(":"):
            to = ("", "")
            continue
        while at < len(named) and named[at].start < block.start:
            at += 1
        here: list[Organisation] = []
        while at + len(here) < len(named) and named[at + len(here)].start < block.end:
            here.append(named[at + len(here)])
        for i, name in enumerate(names):
            stop = names[i + 1].start if i + 1 < len(names) else block.end
            titled = list(before(page, block, name, names[i - 1].after if i else block.start, here, listed))
            yield from titled
            for found in behind(page, block, name, stop, here):
                if found.role or not any(found.organisation == one.organisation for one in titled):
                    yield found
            yield from leads(page, block, name, here)
        yield from senders(page, block, names, here)
        seat = elected_to(page, block, named)
        yield from pointed(page, block, names, to)
        to = announced(block, here, seat) if not names else to
        for sentence in sentences(block):
            spoken = [o for o in here if sentence.start <= o.start < sentence.end]
            yield from elections(page, sentence, people.inside(sentence), spoken, seat)
        yield from holders(page, block, names, here)
        yield from appointed(page, block, names, here, own)


def elected_to(page: Layout, block: Block, named: Sequence[Organisation]) -> Organisation | None:
    """The organisation in the title of the block's item where the item is an election: `Val av ledamot i X`."""
    index = bisect_right(page.sections, block.start, key=lambda section: section.head.start) - 1
    title = page.sections[index].title if index >= 0 else None
    if title is None or not TITLE.match(title.text):
        return None
    first = bisect_left(named, title.start, key=lambda one: one.start)
    return next((one for one in named[first : first + 1] if one.start < title.end), None)


def behind(page: Layout, block: Block, name: Name, stop: int, here: Sequence[Organisation]) -> Iterator[Affiliation]:
    """`Ada Ek (S), VD, Eklands Handelskammare`: title and organisation right behind the name."""
    text = block.text[name.after - block.start : stop - block.start]
    words = re.match(r" *, *(?:i ?dag |nu |för närvarande )?(?P<title>[^,.;:()]{2,70})?", text)
    first = next((o for o in here if name.after <= o.start < min(stop, name.after + 90)), None)
    if not words or not words["title"]:
        if first and re.fullmatch(
            r" *,? *(?:från|vid|på|,)? *", block.text[name.after - block.start : first.start - block.start]
        ):
            yield Affiliation(name.text, "", first.name, evidence(page, name.start, first.end, "affiliations"))
        return
    gap = block.text[name.after - block.start : first.start - block.start] if first else ""
    if first and re.fullmatch(r" *, *(?:från|vid|på)? *", gap):
        yield Affiliation(name.text, "", first.name, evidence(page, name.start, first.end, "affiliations"))
        return
    title = fold(words["title"])
    head = title.split()[0]
    if (
        not (is_title(head.casefold()) or role_of(head)[0])
        or head.casefold() in ("vice",)
        or role_of(title)[1] == "presidium"
    ):
        return
    if (
        first
        and (pair := re.fullmatch(r" *, *(\w+) +((?:[A-ZÅÄÖ][\w-]+ ?){1,3})(?:,| *och) +", gap))
        and is_title(pair[1])
    ):
        for organisation_name in (pair[2].strip(), first.name):
            yield Affiliation(
                name.text,
                role_of(pair[1])[0] or lower_title(pair[1]),
                organisation_name,
                evidence(page, name.start, first.end, "affiliations"),
            )
        return
    if (
        first
        and re.fullmatch(r" *, *[^.;:()]{2,60}?,?(?: (?:vid|på|för|i|från|hos))? *", gap)
        and not re.search(r"\b(?:har|är|informerar|redogör|och i)\b", gap)
    ):
        role = re.sub(r"^(?:i ?dag|nu|för närvarande) |\b(?:vid|på|för|i|från|hos)$", "", fold(gap).strip(" ,")).strip(
            " ,"
        )
        for organisation in joined(block, first, here):
            yield Affiliation(
                name.text,
                role_of(role)[0] or lower_title(role),
                organisation.name,
                evidence(page, name.start, organisation.end, "affiliations"),
            )
    elif match := re.match(r"(\w+) ((?:[A-ZÅÄÖ][\w-]+ ?){1,3})(?: och ([A-ZÅÄÖ]\w+))?", title):
        for organisation in filter(None, (match[2], match[3])):
            yield Affiliation(
                name.text,
                role_of(match[1])[0] or lower_title(match[1]),
                organisation.strip(),
                evidence(page, name.start, name.after + words.end(), "affiliations"),
            )


def joined(block: Block, first: Organisation, here: Sequence[Organisation]) -> list[Organisation]:
    """An organisation and those joined to it by `och`."""
    found = [first]
    for one in here:
        if one.start > found[-1].end and re.fullmatch(
            r" *(?:,|och) *", block.text[found[-1].end - block.start : one.start - block.start]
        ):
            found.append(one)
    return found


def before(
    page: Layout, block: Block, name: Name, start: int, here: Sequence[Organisation], listed: frozenset[str]
) -> Iterator[Affiliation]:
    """`riksdagsledamot Ada Ek`, `överläkare Ada Ek, Region Ekland`: a title right before the name of a person
    who is
    not on the list of those present.
    """
    match = TITLE_BEFORE.search(block.text[start - block.start : name.start - block.start])
    if not match or name.text in listed:
        return
    title = match["title"]
    known, kind = role_of(base_title(title))
    last = title.split("- och ")[-1]
    if not (is_title(last) or STATE.search(last)) or kind == "presidium" or last.casefold() in SMALL:
        return
    role = base_title(lower_title(title)) if "- och" in title or not known else known
    follows = (
        o
        for o in here
        if o.start >= name.after and BESIDE.fullmatch(block.text[name.after - block.start : o.start - block.start])
    )
    organisation = next(follows, None) or through(block, start + match.start() - block.start, here)
    words = evidence(
        page,
        min(start + match.start("title"), organisation.start if organisation else block.end),
        max(name.after, organisation.end if organisation else 0),
        "affiliations",
    )
    yield Affiliation(name.text, role, organisation.name if organisation else "", words)


def through(block: Block, end: int, here: Sequence[Organisation]) -> Organisation | None:
    """`Ekstads universitet följer arbetet genom forskaren Ada Ek`: the organisation that acts through somebody."""
    for one in reversed(here):
        if one.end - block.start <= end:
            gap = block.text[one.end - block.start : end]
            return (
                one
                if re.fullmatch(
                    r" [^.;:]{0,60}\b(?:genom|företräd\w+ av|representera\w+ av|anställer|har anställt|har rekryterat)"
                    r"(?: en)?(?: ny)? ",
                    gap,
                )
                else None
            )
    return None


def leads(page: Layout, block: Block, name: Name, here: Sequence[Organisation]) -> Iterator[Affiliation]:
    """`socialnämndens ordförande Ada Ek`: the organisation in the genitive before a role of its presidium."""
    before_name = block.text[: name.start - block.start]
    owner = next((o for o in here if o.end in (name.start - 1, name.start - 2)), None)
    if (
        owner
        and block.text[owner.start - block.start : name.start - block.start].endswith("s ")
        and owner.kind != "party"
    ):
        yield Affiliation(name.text, "", owner.name, evidence(page, owner.start, name.after, "affiliations"))
        return
    match = re.search(r" +(?P<role>(?:(?:\d:[ea]|förste|andre|1:e|2:e) )?(?:vice )?ordförande),? +$", before_name)
    organisation = next((o for o in here if match and o.end - block.start == match.start()), None)
    if match and organisation and block.text[match.start() - 1] == "s":
        yield Affiliation(
            name.text,
            role_of(match["role"])[0] or match["role"],
            organisation.name,
            evidence(page, organisation.start, name.after, "affiliations"),
        )


def senders(page: Layout, block: Block, names: Sequence[Name], here: Sequence[Organisation]) -> Iterator[Affiliation]:
    """`från Region Ekland Ada Ek, Bo Ek och Cia Ek`, `från Eklands Kommuner av Ada Ek, Bo Ek`."""
    for organisation in here:
        lead = block.text[max(0, organisation.start - block.start - 6) : organisation.start - block.start]
        if not re.search(r"\bfrån $", lead):
            continue
        at = organisation.end
        for name in names:
            if name.start < at:
                continue
            gap = block.text[at - block.start : name.start - block.start]
            if not re.fullmatch(r"(?: av)? +| *, +| +och +", gap) or (
                at == organisation.end and not re.fullmatch(r"(?: av)? +", gap)
            ):
                break
            yield Affiliation(
                name.text, "", organisation.name, evidence(page, organisation.start, name.after, "affiliations")
            )
            at = name.after
