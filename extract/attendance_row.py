"""One line of the list of those present: the person, party, place, role, capacity, range of §§, and whom they
replace.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .attendance_piece import describe
from .evidence import evidence
from .facts import Attendance, Evidence, Recusal
from .layout import Layout
from .lexicon import is_party, is_title, one_title, role_of
from .lines import Block
from .names import Name, names_in
from .organisations import organisations_in
from .ranges import compress, expand, item_range

SERVES = re.compile(
    r"\b(?:ersätter|tjänstgör(?:ande)?(?: ersättare)?|tjg\.?|ers\.? för|ersättare för|(?:i stället|"
    r"istället|i st\.?) för)\b",
    re.I,
)
REPLACES = re.compile(
    r"(?:ersätter|ers\.? f\.?|(?:tjänstgör(?:ande)?|tjg\.?|tj\.?|ers\.?|ersättare|suppleant|i stället|istället|"
    r"i st\.?|inträder)(?: (?:ers\.?|ersättare))? för|\bför|(?<!pers\. )(?<!pers )(?<!pers\.)\bers\.?)\s*:?\s*$",
    re.I,
)
ABSENT = re.compile(
    r"\b(?:deltar (?:ej|inte)|frånvarande|ej närvarande|förhindrad|(?:anmält )?förhinder|"
    r"anmäld frånvaro)\b(?! (?:§|i (?:beslut|handläggning|behandling)))",
    re.I,
)
RECUSED = re.compile(r"\b(?:ej|jäv(?:ig)?|deltar (?:ej|inte)[^§]*)\s*(?:p\.?g\.?a\.?\s*jäv)?\s*,?\s*(?=§)", re.I)
CLOCK = re.compile(r"\bkl(?:ockan|\.)? ?\d[\d.:]*(?: ?[-–] ?(?:kl\.? ?)?\d[\d.:]*)?", re.I)
REPLACED_BY = re.compile(r",?\s*\b(?:ersatt|ersätts|ersattes) av\s+(?=[A-ZÅÄÖ])", re.I)
BARE_NUMBERS = re.compile(r"(?:^|[ ,])((?:\d{1,3}(?: ?[-–] ?|, ?))*\d{1,3}) *,? *$")
PARTY_COLUMN = re.compile(r"(?: {2,}|\t)([A-ZÅÄÖ]{1,5})(?= {2,}|\t)")
SMALL_PARTY = re.compile(r"\s+([a-zåäö]{1,3})(?=\s+(?:[xX–-]|[Tt]jg)(?:\s|$)|\s*$)")
TITLED = re.compile(r", *(?:kommun|förvaltnings|nämnd)?(?:chef|direktör|sekreterare)\b", re.I)
TITLE = re.compile(r"(?:^|(?<=,)|(?<= och)|(?<= samt))[^,]{3,60} $")
TICKS = re.compile(r"\t[xX×✓✔](?=\s|$)")
CHAIRS = re.compile(r"\b(?:mötes)?(?:ordförande|ordf\.?)\s*(?=§)", re.I)
PRESIDES = re.compile(r"(?:mötes)?ordf(?:örande|\.)?\s*:\s*$", re.I)
VACANT = re.compile(r"^\W*(?:\([A-ZÅÄÖa-zåäö]{1,5}\)\W*)?vakan(?:t|s)", re.I)


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of the list with the words that belong to it."""

    name: Name
    before: str
    behind: str
    end: int


def people_of(value: Block, known: set[str]) -> Iterator[Entry]:
    """The people of one entry, each with the words before and behind the name."""
    if VACANT.match(value.text):
        return
    taken = [(o.start, o.end) for o in organisations_in(value.text, value.start)]
    names = [
        n
        for n in names_in(value.text, value.start, known=known, listed=True)
        if n.party or not any(a < n.end and n.start < b for a, b in taken)
    ]
    heads = [
        n
        for i, n in enumerate(names)
        if not (
            i
            and (
                REPLACES.search(value.text[: n.start - value.start])
                or value.text[: n.start - value.start].endswith(" av ")
            )
        )
    ]
    before = value.text[: heads[0].start - value.start] if heads else ""
    titled = TITLE.search(before) is not None and titles(before)
    for i, name in enumerate(heads):
        stop = heads[i + 1].start if i + 1 < len(heads) else value.end
        behind, ahead = value.text[name.after - value.start : stop - value.start], ""
        if titled and i + 1 < len(heads) and (match := TITLE.search(behind)) and titles(match[0]):
            # `ekonom Ada Ek, jurist Bo Al`: titles before names
            behind, ahead = behind[: match.start()], re.sub(r"^\W*(?:samt|och) ", "", match[0])
        yield Entry(name, singular(before), behind, stop)
        shared = before if before != singular(before) and re.fullmatch(r"\W*(?:och|samt)?\W*", behind) else ""
        before = ahead or shared  # `rektorerna Ada Ek, Bo Al`: both are


def singular(words: str) -> str:
    """Words before a name with a title in the definite plural as one person's: `rektorerna ` → `rektor `."""
    head, space, last = words.rstrip(" ").rpartition(" ")
    return f"{head}{space}{one_title(last)} " if words.endswith(" ") else words


def titles(words: str) -> bool:
    """Whether words before a name end with a title."""
    last = singular(words).split()[-1] if words.split() else ""
    return is_title(last.casefold()) or bool(role_of(last)[0])


def rows(
    page: Layout,
    capacity: str,
    entry: Entry,
    organisation: str,
    municipality: str,
    numbers: Sequence[str],
    places: Mapping[str, str],
) -> Iterator[Attendance | Recusal]:
    """The row of one person, and one `Recusal` for each § that the list excepts because of jäv."""
    column = party_column(entry.behind) if not entry.name.party else None
    behind = entry.behind[: column.start()] + entry.behind[column.end() :] if column else entry.behind
    behind = TICKS.sub(" ", CLOCK.sub(" ", behind))
    replaced = ""
    for name in names_in(behind, listed=True):
        if REPLACES.search(behind[: name.start]):
            replaced = name.text
            behind = (
                re.sub(r"[(]?[^,(|\t]*$", "", behind[: name.start])
                + " "
                + re.sub(r"^ *, *[a-zåäö]{1,3}\b", "", behind[name.after :]).lstrip(" )")
            )
            break
    serves = bool(SERVES.search(entry.behind)) and not re.search(
        r"\b(?:ej|icke|inte) tjänstgörande", entry.behind, re.I
    )
    if capacity in ("member", "nonvoting") and (replaced or serves):
        capacity = "substitute"
    if capacity in ("substitute", "nonvoting") and PRESIDES.match(entry.before):
        capacity = "member"  # a line of its own below the list
    if capacity == "nonvoting" and not entry.name.party and TITLED.search(behind):
        capacity = "other"
    if capacity == "other" and re.search(
        r", *(?:(?:ej|icke) (?:tjänstgörande|tjg\.?) )?ers(?:ättare\b|\b\.?)(?! för)", behind
    ):
        capacity = "nonvoting"
    if capacity in ("member", "substitute", "nonvoting") and ABSENT.search(behind):
        capacity = "absent"
    words = evidence(page, entry.name.start, entry.end, "attendance")
    if "jäv" in behind.casefold() and (match := RECUSED.search(behind)):
        excepted, stop = item_range(behind[match.end() :], numbers)
        for item in [n for n in excepted.split(",") if n.isalnum()]:
            yield Recusal(item, entry.name.text, entry.name.party, words)
        behind = behind[: match.start()] + behind[match.end() + stop :]
    if replacing := REPLACED_BY.search(behind):
        yield from replaced_by(page, entry, behind[replacing.end() :], numbers, words)
        behind = behind[: replacing.start()]
    items, behind = ranges_of(behind, numbers)
    if not items and (listed := BARE_NUMBERS.search(behind)) and not any("§" in line.text for line in page.front):
        items, _ = item_range("§ " + listed[1], numbers)  # a converter lost the signs
        behind = behind[: listed.start()]
    party = column[1] if column else entry.name.party
    if not party and (small := SMALL_PARTY.match(behind)) and is_party(small[1].upper()):
        party, behind = small[1].upper(), behind[small.end() :]
    lead = entry.before.strip(" ,:–-")
    leads = re.fullmatch(r"[A-ZÅÄÖ]{1,4}", lead) and not role_of(lead)[0] and not is_title(lead)
    row = Attendance(
        entry.name.text,
        party or (lead if leads else ""),
        municipality,
        organisation,
        "",
        capacity,
        items,
        replaced,
        words,
    )
    yield describe(row, entry.before, behind, places)


def party_column(behind: str) -> re.Match[str] | None:
    """The party in a column of its own: right behind the name, or behind what is told of the person beside it."""
    return PARTY_COLUMN.match(behind) or next((m for m in PARTY_COLUMN.finditer(behind) if is_party(m[1])), None)


def replaced_by(
    page: Layout, entry: Entry, behind: str, numbers: Sequence[str], words: Evidence
) -> Iterator[Attendance]:
    """The substitute of `Ada Ek (S), ersatt av Bo Ek (S), §§ 1–5`."""
    for name in names_in(behind, listed=True):
        items, _ = ranges_of(behind[name.after :], numbers)
        yield Attendance(name.text, name.party, "", "", "", "substitute", items, entry.name.text, words)
        return


def ranges_of(behind: str, numbers: Sequence[str]) -> tuple[str, str]:
    """The range of §§ of a person, and the words without it. A range that ends with a role (`ordförande §§ 51–59`)
    is no limit of presence.
    """
    match = re.search(
        r"(?P<role>(?<!vice )(?<!v )(?<!v\. )\b(?:mötes)?(?:ordförande|ordf\.?)\s*)?"
        r"(?P<but>(?:ej|utom|förutom|ej närvarande|inte)\s*)?"
        r"(?:(?:fr\.?o\.?m|from|från(?: och med)?|t\.?o\.?m|tom|till(?: och med)?|under|del av)\.?\s*)?"
        r"(?:§|\bp(?:unkt(?:erna)?|kt)?\.? (?=\d)|(?:\d+[a-e]?[-–, och]*)+\s*§)",
        behind,
        re.I,
    )
    if not match:
        return "", behind
    items, length = item_range(behind[match.start() + len(match["role"] or "") :], numbers)
    rest = behind[: match.start()] + behind[match.start() + len(match["role"] or "") + length :]
    if match["role"]:
        return "", rest + ", " + match["role"]
    if chairs := CHAIRS.search(rest):  # `§§ 46–50, ordförande §§ 51–59`: there for both
        more, length = item_range(rest[chairs.end() :], numbers)
        if more:
            rest = rest[: chairs.end()] + rest[chairs.end() + length :]
            items = joined(items, more)
    return items, rest


def joined(items: str, more: str) -> str:
    """Two ranges as one: `46-50` and `51-59` are `46-59`.

    >>> joined("12-17", "19")
    '12-17,19'
    """
    spans = [*items.split(","), *more.split(",")]
    if any(not span.replace("-", "").isdigit() for span in spans):
        return ",".join(spans)
    return ",".join(compress(sorted({n for span in spans for n in expand(span)})))
