"""Who signed the minutes, or is named as their signer, in which role, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from .adjusters import ADJUST, roles_of
from .evidence import evidence
from .facts import Signature
from .front import Field
from .layout import Layout
from .lexicon import role_of
from .lines import Block
from .moments import SIGNED, electronic
from .names import Name, names_in

ROLES = (
    ("chair", re.compile(r"\b(?:tjänstgörande |tjg\.? |mötes)?(?:ordförande[n]?|ordf\.?)\b", re.I)),
    ("adjuster", re.compile(r"\b(?:justera(?:re|nde|s)|justeringsman|justeringsmän|justeringsperson(?:er)?|"
r"protokolls?justerare|att justera|justeras? av|justera(?= dagens| protokollet))\b", re.I)),
    ("secretary", re.compile(r"\b(?:\w*sekreterare|sekr\.?|protokollförare|"
r"vid (?:protokollet|pennan|anteckningarna))\b", re.I)),
)  # fmt: skip
AT_MINUTES = re.compile(r"vid (?:protokollet|pennan|anteckningarna)\W*", re.I)
"""Stands above a secretary whose role stands below the name too."""
NOTICED = re.compile(r"intyga|framlag|påseende|anslag|utdrag", re.I)
"""A notice behind the adjusters: whoever it names adjusted nothing."""
VICE = re.compile(r"\bvice\s+$|\bv\.?\s+$", re.I)


def signatures(
    page: Layout, fields: Sequence[Field], known: set[str], roles: Mapping[str, str] = MappingProxyType({})
) -> list[Signature]:
    """The signers in order, each role of a person once, with the moment of an electronic signature where one is
    printed. `roles` are those of the people present: they tell as what somebody signed of whom only a signing
    service speaks.
    """
    found: dict[tuple[str, str], Signature] = {}
    printed = list(of_fields(page, fields, known))
    adjusted = any(role == "adjuster" for _, role, _, _ in printed)
    for name, role, start, end in [*printed, *of_adjusters(fields, known)]:
        if adjusted and start < 0:
            continue
        found.setdefault(
            (name.text, role), Signature(name.text, name.party, role, "", evidence(page, abs(start), end, "signatures"))
        )
    moments = electronic(page, [row.person for row in found.values()], roles)
    for person, (_, start, end) in moments.items():
        if (role := role_in(roles.get(person, ""))) and not any(r == role or p == person for p, r in found):
            found[person, role] = Signature(person, "", role, "", evidence(page, start, end, "signatures"))
    rows = []
    for row in found.values():
        signed, start, end = moments.get(row.person, ("", 0, 0))
        rows.append(
            Signature(
                row.person,
                row.party,
                row.role,
                signed,
                evidence(page, start, end, "signatures") if signed else row.evidence,
            )
        )
    return rows


def role_in(text: str) -> str:
    """The signer's role that a piece of text names; of several the one named first."""
    found = [
        (m.start(), role)
        for role, rule in ROLES
        for m in rule.finditer(text)
        if not (role == "chair" and VICE.search(text[: m.start()]))
    ]
    return min(found)[1] if found else ""


def of_fields(page: Layout, fields: Sequence[Field], known: set[str]) -> Iterator[tuple[Name, str, int, int]]:
    """Signers of the signature blocks: `Sekreterare: Ada Ek`, `Ada Ek | Sekreterare`, or role and name on lines of
    their own.
    """
    stream: list[Block] = []
    noticed = False
    for i, field in enumerate(fields):
        if field.kind == "notice":
            noticed = True
        elif field.kind == "signatures":
            noticed = noticed and field.label.text.casefold().strip(" :.") == "underskrift"
            if not noticed:
                stream += field.values
        elif noticed:
            continue
        elif field.kind == "signing" or (field.kind == "adjuster" and "justeras av" in field.label.text.casefold()):
            stream += [field.label, *field.values]
        elif field.kind == "paragraphs" or (field.kind == "adjusting" and roles_below(fields[i + 1 : i + 3])):
            stream += field.values
    if sum(role == "secretary" for block in stream for role, _ in marks(block, known)) > 1:
        stream = [block for block in stream if not AT_MINUTES.fullmatch(block.text)]
    stream = [block for block in stream if len(SIGNED.findall(block.text)) < 2]  # moments alone tell no role
    stream, rows = by_rows(sorted(stream, key=lambda block: block.start), known, page.text)
    yield from rows
    loose: list[Block] = []
    for block in stream:
        if ADJUST.search(block.text) and len(block.text.split()) > 8:
            names = list(names_in(block.text, block.start, known=known))
            yield from ((name, role, name.start, name.after) for name, role in roles_of(block, names))
        elif len({bool(name) for _, name in marks(block, known)}) == 2:
            yield from paired(loose, known)
            yield from paired([block], known)
            loose = []
        else:
            loose.append(block)
    yield from paired(loose, known)


def roles_below(fields: Sequence[Field]) -> bool:
    """Whether two labels without a value follow: a row of roles, whose names stand above them."""
    return len(fields) == 2 and all(field.kind == "signing" and not field.values for field in fields)


def by_rows(stream: list[Block], known: set[str], text: str) -> tuple[list[Block], list[tuple[Name, str, int, int]]]:
    """A row of names above or below a row of as many roles, taken out of the stream as pairs."""
    rows: list[list[Block]] = []
    for block in stream:
        if rows and rows[-1][-1].end <= block.start and "\n" not in text[rows[-1][-1].end : block.start]:
            rows[-1].append(block)
        else:
            rows.append([block])
    kept: list[Block] = []
    found: list[tuple[Name, str, int, int]] = []
    pairs = [(row, name_beside_role(row, known)) for row in rows]
    beside = [pair for _, pair in pairs if pair]
    if len(beside) > 1:  # `Ada Ek (S)      ordförande` or `Ordförande      Ada Ek (S)`, a signer on each line
        return [block for row, pair in pairs if not pair for block in row], beside
    i = 0
    while i < len(rows):
        upper = [mark for block in rows[i] for mark in marks(block, known)]
        lower = [mark for block in rows[i + 1] for mark in marks(block, known)] if i + 1 < len(rows) else []
        names, roles = (upper, lower) if upper and upper[0][1] else (lower, upper)
        if len(upper) == len(lower) >= 2 and all(n[1] for n in names) and not any(r[1] for r in roles):
            found += [
                (name, role, name.start, name.after) for (_, name), (role, _) in zip(names, roles, strict=True) if name
            ]
            i += 2
        else:
            kept += rows[i]
            i += 1
    return kept, found


def name_beside_role(row: Sequence[Block], known: set[str]) -> tuple[Name, str, int, int] | None:
    """The signer of a row of two cells: a name and a role, whichever comes first."""
    if len(row) != 2:
        return None
    left, right = marks(row[0], known), marks(row[1], known)
    if len(left) != 1 or len(right) != 1 or (left[0][1] is None) == (right[0][1] is None):
        return None
    (_, name), (role, _) = (left[0], right[0]) if left[0][1] else (right[0], left[0])
    return (name, role, name.start, name.after) if name else None


def marks(block: Block, known: set[str]) -> list[tuple[str, Name | None]]:
    """The names and the roles of a block in order of place: (role, None) or ("", name)."""
    found: list[tuple[int, str, Name | None]] = [
        (n.start, "", n) for n in names_in(block.text, block.start, known=known, listed=True)
    ]
    for role, rule in ROLES:
        for m in rule.finditer(block.text):
            if not (role == "chair" and VICE.search(block.text[: m.start()])):
                found.append((block.start + m.start(), role, None))
    found.sort(key=lambda mark: mark[0])
    return [(role, name) for _, role, name in found]


def paired(blocks: Sequence[Block], known: set[str]) -> Iterator[tuple[Name, str, int, int]]:
    """Names and roles brought together in the order in which they are printed: role first or name first, one by
    one or row by row.
    """
    runs: list[list[tuple[str, Name | None]]] = []
    for block in blocks:
        for mark in marks(block, known):
            if runs and (runs[-1][0][1] is None) == (mark[1] is None):
                runs[-1].append(mark)
            else:
                runs.append([mark])
    if runs and runs[0][0][1] is None:
        couples = list(zip(runs[1::2], runs[0::2], strict=False))
    else:
        couples = list(zip(runs[0::2], runs[1::2], strict=False))
    for names, roles in couples:
        if len(names) == len(roles):
            picked = zip(names, roles, strict=True)
        elif runs[0][0][1] is None and len(names) > len(roles) > 1 and roles[-1][0] == "adjuster":
            picked = zip(names, [*roles, *[roles[-1]] * (len(names) - len(roles))], strict=True)
        elif runs[0][0][1] is None:
            picked = ((name, roles[-1]) for name in names)  # type: ignore[assignment]
        else:
            picked = ((name, roles[0]) for name in (names if roles[0][0] == "adjuster" else names[-1:]))  # type: ignore[assignment]
        for (_, name), (role, _) in picked:
            if name is not None:
                yield name, role, name.start, name.after


def of_adjusters(fields: Sequence[Field], known: set[str]) -> Iterator[tuple[Name, str, int, int]]:
    """Those whom the title page names to adjust; a negative start says that a signature block would be the better
    source.
    """
    for field in fields:
        told = field.label.text.casefold()
        if (field.kind == "adjuster" and "justeras av" not in told) or told.startswith("protokolljustering"):
            for value in field.values[:3]:
                notice = NOTICED.search(value.text)
                words = value.text[: notice.start()] if notice else value.text
                for name in names_in(words, value.start, known=known, listed=True):
                    yield name, "adjuster", -name.start, name.after
                if notice:
                    break


def role_pairs(rows: Sequence[Signature]) -> Iterator[tuple[str, str]]:
    """(role, person) of the signers, for names that the text leaves out."""
    for row in rows:
        if row.role in ("chair", "secretary"):
            yield role_of({"chair": "ordförande", "secretary": "sekreterare"}[row.role])[0], row.person
