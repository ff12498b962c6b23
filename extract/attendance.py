"""Who was there: the list of those present on the title page, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from .attendance_row import VACANT, people_of, rows
from .facts import Attendance, Recusal
from .front import PEOPLE, Field
from .layout import Layout
from .lexicon import is_party, is_title, municipality_of, not_names, party_forms, region_of, role_of
from .lines import Block
from .names import WORD, given, names_in
from .organisations import organisation_at

EXCEPT = re.compile(r"\b(?:med undantag (?:för|av)|utom|förutom)\s*:?\s*$", re.I)
ABSENT_MARK = re.compile(r"[-–—] +(?=[A-ZÅÄÖ])")


def attendance(
    page: Layout, fields: Sequence[Field], known: set[str], *, joint: bool = False
) -> Iterator[Attendance | Recusal]:
    """The rows of the list of those present, in order; a jäv that the list notes for some § is a `Recusal`.

    `joint` says that the body joins several municipalities, so that a place behind a name is one of them.
    """
    numbers = [section.item for section in page.sections]
    places = places_of(page, fields, joint)
    above = ""
    for field in fields:
        if field.kind in PEOPLE:
            yield from field_rows(page, field, known, numbers, places, above)
        above = field.values[-1].text if field.values else above


def field_rows(
    page: Layout, field: Field, known: set[str], numbers: Sequence[str], places: Mapping[str, str], above: str
) -> Iterator[Attendance | Recusal]:
    """The rows of one field. A line that names nobody may be a heading for those below: an organisation, a place,
    a party. `above` is the last line of the field above: a municipality there is the heading of this one.
    """
    municipality, party = municipality_of(above), ""
    organisation = organisation_at(above) if municipality else ""
    capacity = field.kind
    surname_first = by_surname(field.values)
    crossed = any(re.match(r"[xX×+✓] +[A-ZÅÄÖ]|.*\t[xX]$", value.text) for value in field.values)
    for value in entries(field.values):
        people = list(people_of(value, known))
        if EXCEPT.search(value.text):
            capacity = "absent"
        elif code := party_heading(value.text, bool(people)):
            party = code
        elif not people:
            place = municipality_of(value.text) or places.get(value.text, "")
            allied = re.fullmatch(rf"{WORD}s kommuner", value.text)
            heading = value.text if allied else organisation_at(value.text)
            if heading or place:
                above = "" if region_of(organisation) else organisation  # a municipality is no part of a region's own
                organisation, municipality, party = heading or above, place, ""
        else:
            lead = people[0].before.strip(" ,:–-")
            if lead and (organisation_at(lead) or municipality_of(lead)):
                organisation, municipality = organisation_at(lead), municipality_of(lead)
                people[0] = replace(people[0], before="")
            now = "absent" if crossed and capacity != "guest" and ABSENT_MARK.match(value.text) else capacity
            for entry in people:
                for row in rows(page, now, entry, organisation, municipality, numbers, places):
                    named = turned(row.person) if surname_first and isinstance(row, Attendance) else row.person
                    yield replace(row, person=named, party=row.party or party)


def party_heading(line: str, names_somebody: bool) -> str:
    """The party that a line stands for as a heading: `Moderaterna`, `S`, `Munkforspartiet (MUP)`; or empty."""
    if line in party_forms():
        return party_forms()[line]
    if re.fullmatch(r"[A-ZÅÄÖ]{1,4}", line) or (is_party(line) and len(line) < 6):
        return line.upper()
    match = re.fullmatch(r"[^()]{4,60}\(([A-ZÅÄÖ]{1,5})\)", line)
    return match[1] if match and not names_somebody else ""


def by_surname(values: Sequence[Block]) -> bool:
    """Whether a list prints surnames first: most of its first words are no given names, and its second words are."""
    heads = (re.match(rf"(?:[xX–-] )?({WORD}) ({WORD})(?=,|$| *\()", value.text) for value in values)
    words = [(head[1], head[2]) for head in heads if head]
    turned_round = sum(given(a) == 0 and given(b) > 0 for a, b in words)
    return len(words) >= 3 and turned_round * 2 > len(words)


def turned(name: str) -> str:
    """`Ek Ada` → `Ada Ek`."""
    first, _, rest = name.partition(" ")
    return f"{rest} {first}"


def entries(values: Sequence[Block]) -> Iterator[Block]:
    """The lines of a list, a line that goes on with the one above joined to it."""
    current: Block | None = None
    for value in values:
        if current is not None and goes_on(current, value):
            current = Block(current.start, value.end, current.text + " " * (value.start - current.end) + value.text)
        else:
            if current is not None:
                yield current
            current = value
    if current is not None:
        yield current


def goes_on(above: Block, value: Block) -> bool:
    """Whether a line of a list belongs to the person on the line above."""
    if value.start - above.end > 400 or VACANT.match(value.text):
        return False
    if value.text[0] in "(,§" or value.text[0].islower():
        return True
    starts = next((n for n in names_in(value.text, listed=True) if n.start == 0), None)
    if starts and not organisation_at(value.text):
        return False
    if re.search(r"(?:,|\bRegion|\boch|\w+s)$", above.text) and not starts:
        return bool(re.search(r",", above.text))
    return bool(re.search(r",\s*$", above.text)) and bool(organisation_at(value.text))


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
