"""Affiliations that lists tell: the list of those present, the chair, and the pages of a signing service."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .evidence import evidence
from .facts import Affiliation, Attendance, Meeting
from .layout import Layout
from .lexicon import role_of
from .moments import SIGNED
from .organisation import nominative
from .organisations import organisation_at, organisations_in
from .people import People

PRESIDIUM = re.compile(r"^(?:\d:[ea] |tjänstgörande )?(?:vice )?ordförande$")
LEADS = r"(?:(?:\d:[ea] )?vice ?)?ordförande"
LEADS_OTHER = re.compile(
    rf"(?P<of>[\wåäöÅÄÖ-]+s),? (?P<role>{LEADS})|"
    rf"(?P<lead>{LEADS}) i (?P<in>[\wåäö-]*(?:revisionen|fullmäktige|styrelsen|nämnden))",
    re.I,
)
"""Who leads another body: `socialnämndens ordförande`, `ordförande i kommunrevisionen`."""
VICE_CHAIR = re.compile(r"(?<!s )\b(?P<role>(?:första|förste|andra|andre|tredje|[123]:[ea]) vice ordföranden)\s$", re.I)


def of_list(rows: Sequence[Attendance], meeting: Meeting) -> Iterator[Affiliation]:
    """From the list of those present. Members' roles are in the meeting's body, officers' in the organisation that
    they come from.
    """
    for row in rows:
        if led := LEADS_OTHER.fullmatch(row.role):
            body = nominative(led["of"] or led["in"])
            yield Affiliation(row.person, led["role"] or led["lead"], body[0].upper() + body[1:], row.evidence)
        elif PRESIDIUM.match(row.role) and not (row.organisation and row.capacity in ("other", "guest")):
            yield Affiliation(row.person, row.role, meeting.body or meeting.organisation, row.evidence)
            if row.organisation and row.organisation != meeting.organisation:
                yield Affiliation(row.person, "", row.organisation, row.evidence)
        elif row.role and row.capacity in ("other", "guest"):
            own = meeting.organisation if row.capacity == "other" else ""
            for role in re.split(r" och (?=\w+$)", row.role) if row.capacity == "guest" else [row.role]:
                yield Affiliation(row.person, role, row.organisation or own, row.evidence)
        elif row.organisation:
            yield Affiliation(row.person, row.role, row.organisation, row.evidence)


def of_chair(page: Layout, rows: Sequence[Attendance], meeting: Meeting, people: People) -> Iterator[Affiliation]:
    """The chair and vice chairs whom only the text names: "Ordföranden Ada Ek (S) ställer proposition"."""
    chair = people.roles.get("ordförande", "")
    if chair and meeting.body and not any(row.person == chair and row.role for row in rows):
        name = next((n for n in people.names if n.text == chair), None)
        if name:
            yield Affiliation(chair, "ordförande", meeting.body, evidence(page, name.start, name.after, "affiliations"))
    for name in people.names:
        match = VICE_CHAIR.search(page.text[max(0, name.start - 40) : name.start])
        if match and meeting.body and not any(row.person == name.text and row.role for row in rows):
            words = evidence(page, name.start - len(match[0]), name.after, "affiliations")
            yield Affiliation(name.text, role_of(match["role"])[0], meeting.body, words)


def of_signatures(page: Layout) -> Iterator[Affiliation]:
    """From electronic signatures: `Namn: Ada Ek` with `Företag: Eks kommun` below it."""
    if not page.tail or not SIGNED.search(page.text, page.tail[0].start):
        return
    signer: tuple[str, int] = ("", 0)
    for line in page.tail:
        if match := re.match(r"Namn\s*:\s*(.+)", line.text):
            signer = (match[1].strip(), line.start)
        elif signer[0] and line.text == organisation_at(line.text):
            yield Affiliation(signer[0], "", line.text, evidence(page, signer[1], line.end, "affiliations"))
            signer = ("", 0)
        elif match := re.fullmatch(r"([^()]{5,50}) \([A-ZÅÄÖ]{2,5}\)", line.text):
            signer = (match[1], line.start)
        elif signer[0] and (match := re.match(r"(?:Företag|Organisation)\s*:\s*(.+)", line.text)):
            organisation = next((o.name for o in organisations_in(match[1])), match[1].strip())
            yield Affiliation(signer[0], "", organisation, evidence(page, signer[1], line.end, "affiliations"))
            signer = ("", 0)
