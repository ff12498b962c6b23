"""A `Diagnosis` as lines of text for people, or as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import groupby

from .diagnosis import Diagnosis, ItemFound, LayoutFound, MeetingFound, PeopleFound, Share, SignersFound, UnreadLine

WIDTH = 120
"""Characters of the document that a line shows; the rest is cut."""
SHOWN = 8
"""Lines shown for one reason; JSON has them all."""


def as_json(diagnoses: Iterable[Diagnosis]) -> Iterator[str]:
    """A list of diagnoses as JSON, line by line."""
    text = json.dumps([asdict(one) for one in diagnoses], ensure_ascii=False, indent=1)
    yield from text.split("\n")


def as_text(diagnoses: Iterable[Diagnosis]) -> Iterator[str]:
    """The diagnoses in plain words, one after another, line by line."""
    for number, one in enumerate(diagnoses):
        yield from [""] * bool(number)
        yield from of_document(one)


def of_document(one: Diagnosis) -> Iterator[str]:
    """The lines of one document."""
    file = one.file
    size = f"{file.format}, {_n(file.pages, 'page')}, {file.characters} characters, {_n(file.lines, 'line')}"
    yield f"{file.source}: {size}" if file.format else f"{file.source}"
    if one.refused:
        yield f"  not read: {one.refused}"
    if one.layout:
        yield from of_layout(one.layout, file.heads_and_feet)
    if one.meeting:
        yield from of_meeting(one.meeting)
    if one.people:
        yield from of_people(one.people)
    if one.items:
        yield "items"
        yield from map(of_item, one.items)
    if one.signers:
        yield from of_signers(one.signers)
    if one.shares:
        yield "lines read (as a fact, or a known label or heading)"
        yield from map(of_share, one.shares)
    if one.layout:
        yield from of_unread(one.unread, one.anonymous)
    if one.anonymous and one.title_page:
        yield "the text from its beginning, without its words"
        yield from (f"  |{_cut(line, 2 * WIDTH)}" for line in one.title_page)


def of_layout(found: LayoutFound, heads_and_feet: int) -> Iterator[str]:
    """The rooms of the document."""
    yield "layout"
    labels = (f"{one.label.strip(' :')} ({one.kind}, {one.lines})" for one in found.labels)
    yield f"  title page  {_n(found.title_page, 'line')}; labels, what each was taken for, lines below: {_list(labels)}"
    yield f"  agenda      {_n(found.agenda, 'line') if found.agenda else 'none'}"
    span = f", § {found.first} to § {found.last}" if found.items else ""
    missing = f"; missing: {_list(found.missing)}" if found.missing else ""
    twice = f"; heads more than one line: {_list(found.twice)}" if found.twice else ""
    yield f"  items       {found.items or 'none'}{span}{missing}{twice}"
    yield f"  behind them {_n(found.tail, 'line')}; page heads and feet taken off: {_n(heads_and_feet, 'line')}"


def of_meeting(found: MeetingFound) -> Iterator[str]:
    """Which body met, when and where."""
    yield "meeting"
    told = ("body", "organisation", "date", "start", "end", "place")
    known = [f"{name} {getattr(found, name)}" for name in told if getattr(found, name)]
    yield f"  {_cut('; '.join(known), 3 * WIDTH) or 'nothing known'}"
    if found.missing:
        yield f"  missing: {_list(found.missing)}"


def of_people(found: PeopleFound) -> Iterator[str]:
    """Who was there, and who lacks something."""
    counts = ", ".join(f"{one.number} {one.what}" for one in found.capacities)
    yield f"people present or absent: {counts or 'nobody'}"
    if not any(one.what == "member" for one in found.capacities):
        yield "  no members: the list of those present is lacking, or was not read"
    if found.without_party:
        yield f"  without a party: {_list(found.without_party)}"
    if found.for_nobody:
        yield f"  serve as substitutes, for whom is not known: {_list(found.for_nobody)}"
    if found.not_listed:
        yield f"  act in items, and are not on the list: {_list(found.not_listed)}"


def of_item(found: ItemFound) -> str:
    """An item in one line."""
    headings = _list(
        f"{one.words.strip(' :')} ({'not known' if one.kind == 'other' else one.kind})" for one in found.headings
    )
    counts = ", ".join(_n(one.number, one.what) for one in found.facts)
    parts = [counts, headings and f"headings {headings}", _list(found.problems)]
    return f"  § {found.item} (line {found.line}) {_cut(found.title, 60)}: {'; '.join(filter(None, parts))}"


def of_signers(found: SignersFound) -> Iterator[str]:
    """Who signed."""
    roles = {"chair": found.chairs, "adjuster": found.adjusters, "secretary": found.secretaries}
    known = [f"{role} {_list(people)}" for role, people in roles.items() if people]
    yield f"signatures: {'; '.join(known) or 'none'}"
    if found.missing:
        yield f"  missing: {_list(found.missing)}"


def of_share(share: Share) -> str:
    """How many lines of a part were read; the rest of running text is no error."""
    if share.part == "running text":
        return f"  {share.part:21} {share.read} of {share.lines}; the rest says nothing that is looked for"
    running = f", and {_n(share.running, 'line')} of running text" if share.running else ""
    return f"  {share.part:21} {share.read} of {share.lines - share.running}{running}"


def of_unread(found: Iterable[UnreadLine], around: bool) -> Iterator[str]:
    """The lines that look as if something was missed, reason by reason."""
    groups = [(why, list(lines)) for (_, why), lines in groupby(found, key=lambda one: (one.rank, one.why))]
    yield "look here: what may have been missed, the likeliest first" if groups else "nothing looks missed"
    for why, lines in groups:
        yield f"  {why} ({len(lines)})"
        for one in lines[:SHOWN]:
            last = f"-{one.last}" if one.last > one.line else ""
            item = f" § {one.item}" if one.item else ""
            yield f"    line {one.line}{last}{item}: {_cut(one.text)}"
            if around:
                yield from (f"      |{_cut(line)}" for line in one.around)
        if len(lines) > SHOWN:
            yield f"    and {len(lines) - SHOWN} more"


def _list(words: Iterable[str]) -> str:
    found = list(words)
    return ", ".join(found[:30]) + (f" and {len(found) - 30} more" if len(found) > 30 else "")


def _n(number: int, one: str) -> str:
    return f"{number} {one}{'' if number == 1 else 's'}"


def _cut(text: str, width: int = WIDTH) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
