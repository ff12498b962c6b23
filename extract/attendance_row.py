"""One line of the list of those present: the person, party, place, role, capacity, range of §§, and whom they
replace.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from .evidence import evidence
from .facts import Attendance, Evidence, Recusal
from .layout import Layout
from .lexicon import is_party, is_title, known_organisations, lower_title, municipality_of, party_forms, role_of
from .lines import Block, fold
from .names import WORD, Name, names_in, organisation_like
from .organisations import organisation_at, organisations_in
from .ranges import item_range

SERVES = re.compile(
    r"\b(?:ersätter|tjänstgör(?:ande)?(?: ersättare)?|tjg\.?|ers\.? för|ersättare för|(?:i stället|"
    r"istället|i st\.?) för)\b",
    re.I,
)
REPLACES = re.compile(
    r"(?:ersätter|(?:tjänstgör(?:ande)?|tjg\.?|tj\.?|ers\.?|ersättare|suppleant|i stället|istället|"
    r"i st\.?|inträder)(?: (?:ers\.?|ersättare))? för|\bför)\s*:?\s*$",
    re.I,
)
ABSENT = re.compile(
    r"\b(?:deltar (?:ej|inte)|frånvarande|ej närvarande|förhindrad|(?:anmält )?förhinder|"
    r"anmäld frånvaro)\b(?! (?:§|i (?:beslut|handläggning|behandling)))",
    re.I,
)
RECUSED = re.compile(r"\b(?:ej|jäv(?:ig)?|deltar (?:ej|inte)[^§]*)\s*(?:p\.?g\.?a\.?\s*jäv)?\s*,?\s*(?=§)", re.I)
NOISE = re.compile(
    r"\b(?:på distans|digitalt|via (?:teams|länk)|deltar (?:på distans|digitalt|via \w+)|"
    r"kl(?:ockan)?\.? ?\d[\d.:]*(?: ?[-–] ?(?:kl\.? ?)?\d[\d.:]*)?|"
    r"(?:del av )?(?:sammanträdet|mötet)|närvarande|frånvarande|förhindrad|(?:anmält )?förhinder|"
    r"anmäld frånvaro|(?:p\.?\s?g\.?\s?a\.?|"
    r"på grund av)\s?jäv|närv\.?|delt(?:ar|og) (?:vid|under|på)|under|anmälde jäv|"
    r"(?:ankom|lämnade|kom|gick|anlände)\b[^,)]*|(?<= )[xX](?= |$)|\d\d?[.:]\d\d ?-|-\d\d?[.:]\d\d)",
    re.I,
)
CLOCK = re.compile(r"\bkl(?:ockan|\.)? ?\d[\d.:]*(?: ?[-–] ?(?:kl\.? ?)?\d[\d.:]*)?", re.I)
ENDS_CAPITAL = re.compile(r"(\S.*?)\s+((?:[A-ZÅÄÖ][\w&-]*\s?)+)$")
REPLACED_BY = re.compile(r",?\s*\b(?:ersatt|ersätts|ersattes) av\s+(?=[A-ZÅÄÖ])", re.I)
BARE_NUMBERS = re.compile(r"(?:^|[ ,])((?:\d{1,3}(?: ?[-–] ?|, ?))*\d{1,3}) *,? *$")
NAMED = re.compile(rf"{WORD}(?: {WORD})+")
SMALL_PARTY = re.compile(r"\s+([a-zåäö]{1,3})(?=\s+(?:[xX–-]|[Tt]jg)(?:\s|$)|\s*$)")
SEAT = re.compile(r"(\w+) (?:i|på|vid|för|hos) ([A-ZÅÄÖ][^,]{2,60})")
VICE = re.compile(r"\b(?:v|vice)\. ?(?=ordf)", re.I)
UNIT = re.compile(r"(?:avdelning|förvaltning|enhet|kontor|kansli|sektion|stab)(?:en|et)$", re.I)
TITLED = re.compile(r", *(?:kommun|förvaltnings|nämnd)?(?:chef|direktör|sekreterare)\b", re.I)
VACANT = re.compile(r"^\W*vakan(?:t|s)", re.I)


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
        if not any(a < n.end and n.start < b for a, b in taken)
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
    edge = value.start
    for i, name in enumerate(heads):
        stop = heads[i + 1].start if i + 1 < len(heads) else value.end
        before = value.text[edge - value.start : name.start - value.start] if i == 0 else ""
        yield Entry(name, before, value.text[name.after - value.start : stop - value.start], stop)
        edge = stop


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
    behind = CLOCK.sub(" ", entry.behind)
    replaced = ""
    for name in names_in(behind, listed=True):
        if REPLACES.search(behind[: name.start]):
            replaced = name.text
            behind = (
                re.sub(r"[(]?[^,(]*$", "", behind[: name.start])
                + " "
                + re.sub(r"^ *, *[a-zåäö]{1,3}\b", "", behind[name.after :]).lstrip(" )")
            )
            break
    serves = bool(SERVES.search(entry.behind)) and not re.search(
        r"\b(?:ej|icke|inte) tjänstgörande", entry.behind, re.I
    )
    if capacity in ("member", "nonvoting") and (replaced or serves):
        capacity = "substitute"
    if capacity == "nonvoting" and not entry.name.party and TITLED.search(behind):
        capacity = "other"
    if capacity == "other" and re.search(r", *(?:ej tjänstgörande )?ersättare\b(?! för)", behind):
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
    party = entry.name.party
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
    return items, rest


def describe(row: Attendance, before: str, behind: str, places: Mapping[str, str]) -> Attendance:
    """The row with role, place, organisation and party read from the words around the name."""
    roles: list[str] = []
    title = before.strip(" ,:;-–\t0123456789.)")
    if title and len(title) < 60 and (role_of(title)[0] or is_title(title.split()[-1].casefold())):
        roles.append(role_of(title)[0] or lower_title(title))
    behind = VICE.sub("vice ", NOISE.sub(" ", behind))
    for piece in re.split(r"[,;()|]|\s[-–]\s|\.\s|\.$", behind):
        piece = fold(re.sub(r"^(?:och|samt)\b|\b(?:och|samt)$|(?<=\w{3})\s+[a-z]$", "", piece.strip())).strip(" :")
        if len(piece) < 2 and not is_party(piece.upper()):
            continue
        row = read_piece(row, piece, roles, places)
    if roles and row.capacity == "substitute" and roles[0] in ("ersättare", "tjänstgörande ersättare"):
        roles = roles[1:]
    role = ", ".join(dict.fromkeys(r for r in roles if r not in ("ledamot", "ersättare", "tjänstgörande ersättare")))
    return replace(row, role=role)


def read_piece(row: Attendance, piece: str, roles: list[str], places: Mapping[str, str]) -> Attendance:
    """The row with one comma-separated piece taken in: party, municipality, organisation, or role."""
    if not row.party and len(piece) <= 4 and is_party(piece.upper()):
        return replace(row, party=piece.upper())
    if (
        not row.party
        and row.capacity not in ("other", "guest")
        and re.fullmatch(r"[A-ZÅÄÖ]{2,4}", piece)
        and not role_of(piece)[0]
    ):
        return replace(row, party=piece)
    if not row.party and row.capacity not in ("other", "guest") and piece in party_forms():
        return replace(row, party=party_forms()[piece])
    if not row.party and (tail := re.fullmatch(r"(.*[a-zåäö.]) ([A-ZÅÄÖ]{1,4})", piece)) and is_party(tail[2]):
        row, piece = replace(row, party=tail[2]), tail[1]
    place = municipality_of(piece) or places.get(piece, "")
    named = organisation_at(piece)
    if (
        (not named or piece.startswith(named))
        and row.capacity in ("other", "guest")
        and NAMED.fullmatch(piece)
        and not role_of(piece)[0]
    ):
        return replace(row, organisation=piece)
    if match := re.fullmatch(rf"({WORD}) kommun", piece):
        place = place or places.get(match[1], "")
    if not place and (match := re.fullmatch(rf"({WORD}(?: {WORD})?) (.+)", piece)) and role_of(match[2])[0]:
        place = municipality_of(match[1]) or places.get(match[1], "")
        if place:
            roles.append(role_of(match[2])[0])
            return replace(row, municipality=place)
    if place:
        return replace(row, municipality=place, organisation=named or row.organisation)
    if named and fold(named) == piece:
        return replace(row, organisation=named)
    if row.capacity in ("other", "guest") and piece in known_organisations():
        return replace(row, organisation=piece)
    role = role_of(piece)[0]
    if role:
        roles.append(role)
        return row
    if (seat := SEAT.fullmatch(piece)) and role_of(seat[1])[0] and not municipality_of(seat[2]):
        roles.append(role_of(seat[1])[0])
        return replace(row, organisation=seat[2])
    if roles and not row.organisation and row.capacity in ("other", "guest") and named_behind(piece):
        return replace(row, organisation=piece)
    if named and piece.endswith(named):
        row = replace(row, organisation=named)
        piece = re.sub(r"\b(?:vid|på|för|hos|från|i)$", "", piece[: -len(named)].strip()).strip()
    elif (
        (match := ENDS_CAPITAL.match(piece))
        and is_title(match[1].split()[-1])
        and (organisation_like(match[2]) or re.search(r"(?:skolan?|gymnasiet|biblioteket|museet)$", match[2]))
    ):
        row, piece = replace(row, organisation=match[2]), match[1]
    if UNIT.search(piece) and not any(is_title(word.casefold()) for word in piece.split()):
        return row
    if re.search(r"[a-zåäö]{2}|^[A-ZÅÄÖ]{2,4}$", piece) and not re.fullmatch(r"\W*(?:§|kl)\W*.*", piece):
        roles.append(role_of(piece)[0] or lower_title(piece))
    return row


def named_behind(piece: str) -> bool:
    """Whether a piece behind a title is where the person comes from: `Kommunal utveckling`, not `IT-chef`."""
    words = piece.split()
    return (
        bool(re.match(r"[A-ZÅÄÖ][a-zåäö]{2}", piece))
        and len(words) < 7
        and not any(is_title(word.casefold()) or role_of(word)[0] for word in words)
    )
