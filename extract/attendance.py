"""Who was there: the list of those present on the title page, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from .attendance_lines import by_surname, entries, marks_below, parties_below, turned, without_comma, zipped
from .attendance_row import Entry, people_of, rows
from .facts import Attendance, Recusal
from .front import CROSS, PEOPLE, Field
from .labels_first import groups, parted
from .layout import Layout
from .lexicon import is_party, is_title, municipality_of, not_names, party_forms, region_of, role_of
from .names import WORD
from .organisations import organisation_at

EXCEPT = re.compile(
    r"\b(?:samtliga|alla|hela)\b.*?\b(?:med undantag (?:för|av)|utom|förutom)\b|"
    r"\b(?:med undantag (?:för|av)|utom|förutom)\s*:?\s*$",
    re.I,
)
Row = Attendance | Recusal
PARAGRAPHS = re.compile(r"\b(?:paragraf(?:er)?|§§)\W*(\d{1,3})\s*[-–—]\s*§?\s*(\d{1,3})\b(?!-\d)", re.I)
SENDER = re.compile(rf"Från ({WORD}(?: {WORD})*)")
TICK = re.compile(r"[\t ][xX×✓](?=[\s,]|$)")
PERSONAL = re.compile(r"(?P<mark>[xX–-]?)[ \t]*(?:personlig ers(?:ättare|\.)?|pers\. ?ers\.?)\s*:?\s*[xX–-]?\s*$", re.I)
ABSENT_MARK = re.compile(r"[-–—] +(?=[A-ZÅÄÖ])")


def attendance(page: Layout, fields: Sequence[Field], known: set[str], *, joint: bool = False) -> Iterator[Row]:
    """The rows of the list of those present, in order; a jäv that the list notes for some § is a `Recusal`.

    `joint` says that the body joins several municipalities, so that a place behind a name is one of them.
    """
    numbers = numbers_of(page)
    places = places_of(page, fields, joint)
    above = heading = ""
    people = [without_comma(value) for field in fields if field.kind in PEOPLE for value in field.values]
    surname_first = by_surname(people)
    ordinary: list[Row] = []
    fields = serving(fields)
    holding = dict(groups(fields))
    for field in fields:
        if kinds := holding.get(field):
            capacity = "member" if "member" in kinds and len(kinds) > 1 else field.kind
            if municipality_of(above) or field.label.text.casefold().strip(" :") not in ("ordinarie", "ersättare"):
                heading = above
            found = list(field_rows(page, field, capacity, known, numbers, places, heading, surname_first))
            if capacity != field.kind:
                found = parted(found, field.kind, kinds)
            if "personlig" in field.label.text.casefold() and len(found) == len(ordinary):
                found = [stands_in(row, member) for row, member in zip(found, ordinary, strict=True)]
            yield from found
            ordinary = found
        above = field.values[-1].text if field.values else above


def field_rows(
    page: Layout,
    field: Field,
    capacity: str,
    known: set[str],
    numbers: Sequence[str],
    places: Mapping[str, str],
    above: str,
    surname_first: bool,
) -> Iterator[Row]:
    """The rows of one field. A line that names nobody may be a heading for those below: an organisation, a place,
    a party. `above` is the last line of the field above: a municipality there is the heading of this one.
    """
    municipality, party = municipality_of(above), ""
    organisation = organisation_at(above) if municipality else ""
    if of := re.search(r"\b(?:för|från) (.+)", field.label.text):
        organisation = organisation_at(of[1].strip(" :")) or organisation  # `Deltagare för Region Ekland`
    crossed = any(re.match(r"[xX×+✓] +[A-ZÅÄÖ]|.*\t[xX]$", value.text) for value in field.values)
    field = replace(field, values=tuple(without_comma(value) for value in field.values))
    marked = marks_below(field.values)
    ticked = sum(TICK.search(value.text) is not None for value in field.values) > 1
    for value in entries([v for v in parties_below(zipped(field.values)) if not (marked and CROSS.fullmatch(v.text))]):
        people = list(people_of(value, known))
        excepted = EXCEPT.search(value.text)
        if excepted and not people:
            capacity = "absent"
        elif code := party_heading(value.text, bool(people)):
            party = code
        elif not people:
            place = municipality_of(value.text) or places.get(value.text, "")
            allied = re.fullmatch(rf"{WORD}s kommuner", value.text)
            sender = SENDER.fullmatch(value.text)
            heading = value.text if allied else sender[1] if sender else organisation_at(value.text)
            if heading or place:
                above = "" if region_of(organisation) else organisation  # a municipality is no part of a region's own
                organisation, municipality, party = heading or above, place, ""
        else:
            lead = people[0].before.strip(" ,:–-")
            if people[0].before.rstrip().endswith(":") and (code := party_heading(lead, False)):
                party, people[0] = code, replace(people[0], before="")
            elif lead and (organisation_at(lead) or municipality_of(lead)):
                organisation, municipality = organisation_at(lead), municipality_of(lead)
                people[0] = replace(people[0], before="")
            away = (
                (crossed and ABSENT_MARK.match(value.text))
                or (marked and value.start not in marked)
                or (ticked and not TICK.search(value.text))
            )
            line = "absent" if away and capacity != "guest" else capacity
            for entry, now, member in with_personal_substitutes(people, line):
                if excepted and entry.name.start >= value.start + excepted.end():
                    now = "absent"
                for row in rows(page, now, entry, organisation, municipality, numbers, places):
                    if isinstance(row, Attendance):
                        named = turned(row.person, entry.before) if surname_first else row.person
                        row = replace(row, person=named, replaces=row.replaces or member)
                    yield replace(row, party=row.party or party)


def with_personal_substitutes(people: Sequence[Entry], capacity: str) -> Iterator[tuple[Entry, str, str]]:
    """Each person of a line, the capacity, and whom a personal substitute on the line of the member serves for:
    `- Ada Ek   x personlig ersättare: Bo Alm`.
    """
    member = personal = ""
    for entry in people:
        mark = PERSONAL.search(entry.behind)
        yield replace(entry, behind=entry.behind[: mark.start()]) if mark else entry, personal or capacity, member
        serves = mark is not None and (mark["mark"] in ("x", "X") or (capacity == "absent" and not mark["mark"]))
        member = entry.name.text if serves else ""
        personal = "" if mark is None else "substitute" if serves else "absent" if mark["mark"] else "nonvoting"


def serving(fields: Sequence[Field]) -> Sequence[Field]:
    """The fields, the first of two lists `Ersättare` as substitutes who serve where the second stands among the others
    present.
    """
    lists = [i for i, f in enumerate(fields) if f.kind == "nonvoting" and f.label.text.strip(" :") == "Ersättare"]
    if len(lists) != 2 or not any(f.kind == "other" for f in fields[lists[0] : lists[1]]):
        return fields
    return [replace(f, kind="substitute") if i == lists[0] else f for i, f in enumerate(fields)]


def numbers_of(page: Layout) -> list[str]:
    """The numbers of the items: those found, and those of the range on the title page (`Paragrafer 43–51`)."""
    found = [section.item for section in page.sections]
    words = "\n".join(line.text for line in page.front)
    if match := PARAGRAPHS.search(words):
        first, last = int(match[1]), int(match[2])
        found = sorted({*found, *map(str, range(first, min(last, first + 300) + 1))}, key=by_number)
    return found


def by_number(item: str) -> tuple[int, str]:
    """`3a` stands between 3 and 4."""
    digits = re.match(r"\d*", item)
    return int(digits[0] or 0) if digits else 0, item


def stands_in(row: Row, member: Row) -> Row:
    """A personal substitute on the line of the member: serves where the member is absent."""
    if isinstance(row, Recusal) or isinstance(member, Recusal):
        return row
    after = bool(row.items and member.items)  # each was there for a part of the items
    serves = row.capacity == "nonvoting" and (member.capacity == "absent" or after)
    return replace(row, capacity="substitute", replaces=member.person) if serves else row


def party_heading(line: str, names_somebody: bool) -> str:
    """The party that a line stands for as a heading: `Moderaterna`, `S`, `Munkforspartiet (MUP)`; or empty."""
    if line in party_forms():
        return party_forms()[line]
    if re.fullmatch(r"[A-ZÅÄÖ]{1,4}", line) or (is_party(line) and len(line) < 6):
        return line.upper()
    match = re.fullmatch(r"[^()]{4,60}\(([A-ZÅÄÖ]{1,5})\)", line)
    return match[1] if match and not names_somebody else ""


def places_of(page: Layout, fields: Sequence[Field], joint: bool) -> dict[str, str]:
    """The places of this document that no list knows, printed form → base form: old, Finnish or misspelt
    municipalities.

    A place counts where the text calls it a municipality (`Eks kommun`), and in a body of several municipalities
    where the
    list of those present prints it as it prints a municipality.
    """
    found: dict[str, str] = {}
    for match in re.finditer(rf"({WORD}) (?:kommun|stad)\b", page.text):
        name = match[1]
        if name.casefold() not in not_names():
            bare = name.removesuffix("s")
            base = bare if name.endswith("s") and re.search(rf"\b{re.escape(bare)}\b", page.text) else name
            found |= {name: base, base: base}
    if joint:
        for field in fields:
            if field.kind in ("member", "substitute", "nonvoting", "absent"):
                for value in field.values:
                    for match in re.finditer(
                        rf"(?:\(\w{{1,5}}\)|, \(\w{{1,5}}\)|, [A-ZÅÄÖ]{{1,4}}), *({WORD})(?= *(?:,|$|§|\())|^({WORD})$",
                        value.text,
                    ):
                        name = match[1] or match[2]
                        if (
                            name.casefold() not in not_names()
                            and not role_of(name)[0]
                            and not is_title(name)
                            and len(name) > 2
                        ):
                            found.setdefault(name, name)
    return found
