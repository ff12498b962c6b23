"""What the words around a name in the list of those present say: role, place, organisation, party."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from .facts import Attendance
from .lexicon import (
    body_kind,
    is_party,
    is_title,
    known_organisations,
    lower_title,
    municipality_of,
    party_forms,
    role_of,
)
from .lines import fold
from .names import WORD, organisation_like
from .organisations import organisation_at

NOISE = re.compile(
    r"\b(?:på distans|digitalt|via (?:teams|länk)|deltar (?:på distans|digitalt|via \w+)|"
    r"\d\d?[.:]\d\d\s?[-–]\s?\d\d?[.:]\d\d|kl(?:ockan)?\.? ?\d[\d.:]*(?: ?[-–] ?(?:kl\.? ?)?\d[\d.:]*)?|"
    r"(?:del av )?(?:sammanträdet|mötet)|närvarande|frånvarande|förhindrad|(?:anmält )?förhinder|"
    r"anmäld frånvaro|(?:p\.?\s?g\.?\s?a\.?|"
    r"på grund av)\s?jäv|närv\.?|delt(?:ar|og) (?:vid|under|på)|under|anmälde jäv|"
    r"(?:ankom|lämnade|kom|gick|anlände)\b[^,)]*|(?<=[ \t])[xX](?=[ \t]|$)|\d\d?[.:]\d\d ?-|-\d\d?[.:]\d\d)",
    re.I,
)
ENDS_CAPITAL = re.compile(r"(\S.*?)\s+((?:[A-ZÅÄÖ][\w&-]*\s?)+)$")
NAMED = re.compile(rf"{WORD}(?: {WORD})+")
SEAT = re.compile(r"(\w+) (?:i|på|vid|för|hos) ([A-ZÅÄÖ][^,]{2,60})")
VICE = re.compile(r"\b(?:v|vice)(?:\. ?|-?)(?=ordf)", re.I)
PARTY_CELL = re.compile(r"(?<=,)\s*([A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5})\s{3,}(?=[A-ZÅÄÖ])")
LOCAL_PARTY = re.compile(rf"{WORD}(?: {WORD})?(?:parti|partiet|demokraterna|listan)", re.I)
NOT_SERVING = re.compile(r"(?:ej|icke|inte) (?:tjänstgörande|tjg\.?)(?: ers(?:ättare|\.)?)?", re.I)
UNIT = re.compile(r"(?:avdelning|förvaltning|enhet|kontor|kansli|sektion|stab)(?:en|et)$", re.I)


def describe(row: Attendance, before: str, behind: str, places: Mapping[str, str]) -> Attendance:
    """The row with role, place, organisation and party read from the words around the name."""
    roles: list[str] = []
    title = before.strip(" ,:;-–\t0123456789.)")
    if title and len(title) < 60 and (role_of(title)[0] or is_title(title.split()[-1].casefold())):
        roles.append(role_of(title)[0] or lower_title(title))
    behind = PARTY_CELL.sub(r" \1, ", VICE.sub("vice ", NOISE.sub(" ", behind)))
    for piece in re.split(r"[,;()|\t]|\s[-–]\s|\.\s|\.$", behind):
        piece = fold(re.sub(r"^(?:och|samt)\b|\b(?:och|samt)$|(?<=\w{3})\s+[a-z]$", "", piece.strip())).strip(" :")
        if piece.casefold() == "sekretess" or (len(piece) < 2 and not is_party(piece.upper())):
            continue
        row = read_piece(row, piece, roles, places)
    if roles and row.capacity == "substitute" and roles[0] in ("ersättare", "tjänstgörande ersättare"):
        roles = roles[1:]
    role = ", ".join(
        dict.fromkeys(r for r in roles if r not in ("ledamot", "medlem", "ersättare", "tjänstgörande ersättare"))
    )
    return replace(row, role=role)


def read_piece(row: Attendance, piece: str, roles: list[str], places: Mapping[str, str]) -> Attendance:
    """The row with one comma-separated piece taken in: party, municipality, organisation, or role."""
    if not row.party and len(piece) <= 5 and is_party(piece.upper()):
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
    if (
        not row.party
        and (head := re.fullmatch(r"([A-ZÅÄÖ]{1,4}) (.+)", piece))
        and is_party(head[1])
        and role_of(head[2])[0]
    ):
        row, piece = replace(row, party=head[1]), head[2]
    if not row.party and (tail := re.fullmatch(r"(.*[a-zåäö.]) ([A-ZÅÄÖ]{1,4})", piece)) and is_party(tail[2]):
        row, piece = replace(row, party=tail[2]), tail[1]
    if NOT_SERVING.fullmatch(piece) or (row.capacity not in ("other", "guest") and body_kind(piece) == "body"):
        return row
    if row.party and LOCAL_PARTY.fullmatch(piece):
        return row
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
