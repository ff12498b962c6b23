"""The steps that read a document as a whole: where things stand, who and what is named, which meeting, who was
there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Doc, Span

from ..errors import NotMinutesError
from .adjusters import chosen_adjusters
from .agenda import agenda
from .attendance import attendance
from .attendance_lines import by_surname, turned, without_comma
from .attendance_list import listed
from .facts import Attendance, Reading
from .front import PEOPLE, fields
from .labels_first import dealt
from .layout import ANNEX, SERVICE, Layout, Part, layout
from .lexicon import known_organisations
from .lines import Block, block
from .meeting import meeting, own_names
from .names import Name, names_in
from .organisation import Organisation
from .organisations import organisations_in
from .people import People, parties_of, roles_of
from .roster import roster
from .signatures import role_pairs, signatures

SIGNING = ("signing", "signatures", "adjuster", "paragraphs", "notice")
ORGAN = re.compile(r"organ|(?:besluts)?instans|nämnd\b", re.I)
MINUTES = re.compile(r"protokoll|§|sammanträde|beslut|närvarande|justera|ledam[oö]t|ordförande", re.I)


def layout_step(doc: Doc) -> Doc:
    """Find the title page, the agenda, the items and what follows them."""
    reading: Reading = doc._.reading
    doc._.facts = []
    doc._.layout = layout(reading)
    page: Layout = doc._.layout
    words = {m[0].casefold() for m in MINUTES.finditer(reading.text[:20_000])}
    if len(words) < 2 or not (page.sections or any(f.kind in PEOPLE for f in fields(page.front, page.text))):
        raise NotMinutesError(
            f"{reading.source}: no minutes found in it (no § and nobody present); leave it out, or see docs/limits.md"
        )
    return doc


def title_page_step(doc: Doc) -> Doc:
    """Read the title page and the signature pages as fields, and the agenda that was sent out as points."""
    page: Layout = doc._.layout
    signed = takewhile(lambda line: not (ANNEX.match(line.text) or SERVICE.match(line.text)), page.tail)
    told = (f for f in fields(signed, page.text) if f.kind in SIGNING or ORGAN.match(f.label.text))
    doc._.fields = [*dealt(fields(page.front, page.text), page.text), *told]
    doc._.agenda = agenda(page)
    doc._.blocks = [b for section in page.sections for b in running(section.title, section.parts)]
    return doc


def running(title: Block | None, parts: Sequence[Part]) -> Iterator[Block]:
    """The blocks of an item in order: its title, headings and paragraphs."""
    if title:
        yield title
    for part in parts:
        if part.heading:
            yield part.heading
        yield from part.blocks


def people_step(doc: Doc) -> Doc:
    """Find the names of people: first those of lists and with a party, which are then known in running text."""
    page: Layout = doc._.layout
    listed: list[Name] = []
    turns = by_surname([without_comma(v) for field in doc._.fields if field.kind in PEOPLE for v in field.values])
    for field in doc._.fields:
        if field.kind in (*PEOPLE, "adjuster", "signing", "signatures"):
            for value in map(without_comma, field.values):
                for name in names_in(value.text, value.start, listed=field.kind in PEOPLE):
                    listed.append(replace(name, text=turned(name.text)) if turns and field.kind in PEOPLE else name)
    blocks = [*doc._.blocks, *(block(page.text, line.start, line.end) for line in page.agenda)]
    listed = [name for name in listed if name.text.split()[0] not in known_organisations()]
    known = {name.text for name in listed}
    known |= {n.text for b in blocks if "(" in b.text for n in names_in(b.text, b.start, known=known) if n.party}
    running_names = [n for b in blocks for n in names_in(b.text, b.start, known=known)]
    doc._.people = People(running_names, parties=parties_of([*listed, *running_names]), listed=listed)
    doc.spans["people"] = spans(doc, [(n.start, n.end) for n in running_names], "person")
    doc._.people.known = frozenset(known)
    return doc


def spans(doc: Doc, places: list[tuple[int, int]], kind: str) -> list[Span]:
    """Character ranges as spans of the Doc, widened to whole tokens."""
    found = (doc.char_span(start, end, label=kind, alignment_mode="expand") for start, end in places)
    return [span for span in found if span is not None]


def organisations_step(doc: Doc) -> Doc:
    """Find the organisations and bodies named in the items, the lists and the agenda."""
    page: Layout = doc._.layout
    found: list[Organisation] = []
    for field in doc._.fields:
        if field.kind not in ("place", "placetime", "time"):
            for value in field.values:
                found += organisations_in(value.text, value.start)
    for line in page.agenda:
        found += organisations_in(line.text, line.start)
    for b in doc._.blocks:
        found += organisations_in(b.text, b.start)
    parties = {code for code in doc._.people.parties.values() if len(code) > 2}
    found = [o for o in found if o.kind == "party" or page.text[o.start : o.end] not in parties]
    doc._.organisations = nominatives(sorted(found, key=lambda o: o.start))
    doc.spans["organisations"] = spans(doc, [(o.start, o.end) for o in found], "organisation")
    return doc


def nominatives(found: list[Organisation]) -> list[Organisation]:
    """The organisations under one name each: without the genitive s where the text has the bare form, known ones
    as printed in full.
    """
    names = {one.name for one in found}
    full: dict[str, str] = {}
    for name in sorted(names, key=len):
        full[known_organisations().get(name, (name, ""))[0]] = name
    committees = [name for name in names if name.endswith(" arbetsutskott")]
    if len(committees) == 1:
        full["Arbetsutskottet"] = committees[0]  # the short name of the only one
    bare = ((one, one.name[:-1] if one.name.endswith("s") and one.name[:-1] in names else one.name) for one in found)
    return [
        Organisation(one.start, one.end, full.get(known_organisations().get(name, (name, ""))[0], name), one.kind)
        for one, name in bare
    ]


def meeting_step(doc: Doc) -> Doc:
    """Read which body met, when and where."""
    page: Layout = doc._.layout
    doc._.meeting = meeting(page, doc._.fields, doc._.organisations)
    doc._.own = own_names(page, doc._.fields, doc._.meeting.body)
    doc._.facts.append(doc._.meeting)
    return doc


def attendance_step(doc: Doc) -> Doc:
    """Read who was present and who signed; their roles stand for their names from here on."""
    page: Layout = doc._.layout
    known = set(doc._.people.known)
    joint = not re.match(r"kommun(?:styrelse|fullmäktige)|.*nämnd|.*utskott", doc._.meeting.body, re.I)
    rows = list(attendance(page, doc._.fields, known, joint=joint))
    if of_table := list(listed(page, front=True)):
        rows = [*of_table, *(row for row in rows if isinstance(row, Attendance) and row.capacity in ("other", "guest"))]
    elif not any(isinstance(row, Attendance) and row.capacity in ("member", "substitute") for row in rows):
        rows = [*(list(roster(page)) or listed(page)), *rows]
    roles = {row.person: row.role for row in rows if isinstance(row, Attendance)}
    signers = signatures(page, doc._.fields, known, roles)
    doc._.facts += [*rows, *(signers or chosen_adjusters(page, doc._.people))]
    pairs = [(row.role, row.person) for row in rows if isinstance(row, Attendance)]
    chairs = [
        pair
        for pair in role_pairs(signers)
        if pair[0] == "ordförande" and not any(role == "ordförande" for role, _ in pairs)
    ]
    doc._.people.roles = roles_of([*pairs, *chairs, *spoken_chairs(doc)])
    doc._.people.parties |= {row.person: row.party for row in rows if row.party}
    return doc


def spoken_chairs(doc: Doc) -> list[tuple[str, str]]:
    """("ordförande", name) where the text itself says "ordföranden Ada Ek"."""
    text = doc._.layout.text
    return [
        ("ordförande", name.text)
        for name in doc._.people.names
        if re.search(r"(?i)(?<!tjänstgörande )(?<!vice )\bordföranden\s+$", text[max(0, name.start - 32) : name.start])
    ]
