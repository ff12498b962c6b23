"""The labels of title pages and signature pages: `Beslutande`, `Plats och tid`, whole or broken over lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from .lexicon.tables import rows
from .lines import Block, Line, block

SEPARATOR = re.compile(r"\s*(?::|\t|\s{3,}|\||…{2,}|\.{4,}|_{4,})\s*")
CELL = re.compile(
    r"(?:(?!\t| {3,}| ?\| | (?=(?:Övriga (?:deltagande|deltagare|närvarande)|Utses att justera|Ej tjänstgörande "
    r"ersättare)\b|Ersättare [A-ZÅÄÖ][\w-]+ [A-ZÅÄÖ][\w-]+ \()).)+"
)
STRONG = frozenset(
    ["member", "substitute", "nonvoting", "other", "absent", "guest", "placetime", "adjuster", "adjusting"]
)
SCOPE = re.compile(r"\s*(?:§§?\s*\d+.*|\d+\s*[-–]\s*\d+\s*§§)$")


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The kinds of label and their patterns, from `lexicon/labels.tsv`."""
    order = [
        "nonvoting", "substitute", "absent", "adjusting", "adjuster", "placetime", "signatures", "other", "guest",
        "date", "member", "place", "time", "paragraphs", "signing", "protocol", "notice", "distribution",
    ]  # fmt: skip
    listed = sorted(rows("labels.tsv"), key=lambda row: order.index(row["kind"]))
    return tuple((row["kind"], re.compile(rf"(?:{row['pattern']})", re.I)) for row in listed)


@lru_cache(maxsize=16384)
def label(text: str) -> tuple[str, int]:
    """The kind of the label that a line begins with and where its value begins; ("", 0) for none.

    >>> label("Utses att justera: Ada Ek"), label("Ada Ek (S)")
    (('adjuster', 19), ('', 0))
    """
    head = SEPARATOR.search(text)
    whole = SCOPE.sub("", text[: head.start()] if head else text).strip(" *")
    whole = " ".join(whole.split()) if "  " in whole else whole
    if 2 <= len(whole) <= 60 and whole[:1].isupper():
        for kind, pattern in patterns():
            if pattern.fullmatch(whole):
                return kind, head.end() if head else len(text)
    if text[:1].isupper():
        for kind, pattern in patterns():
            if (
                (kind in ("placetime", "adjusting", "date") or text.startswith("Organ "))
                and (match := pattern.match(text))
                and text[match.end() : match.end() + 1] == " "
            ):
                return kind, match.end() + 1
        found = [(m.end(), k) for k, p in patterns() if (k in STRONG or k == "signing") and (m := p.match(text))]
        length, kind = max(found, default=(0, ""), key=lambda row: row[0])
        if length and (
            gap := re.match(r" {1,2}(?=[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)? [A-ZÅÄÖ])", text[length:])
        ):
            return kind, length + gap.end()
    return "", 0


def whole_labels(lines: Sequence[Line], text: str) -> tuple[dict[int, Block], set[int]]:
    """The labels of a left column that break over lines (`När-` / `varande` / `ledamöter`): where each begins → the
    label whole, and where its further pieces begin.
    """
    whole: dict[int, Block] = {}
    pieces: set[int] = set()
    firsts = [next(cells(line, text), None) for line in lines]
    for i, first in enumerate(firsts):
        if first is None or first.start in pieces or len(first.text) > 24 or first.text.endswith(":"):
            continue
        words, taken = first.text, list[int]()
        for line, piece in zip(lines[i + 1 : i + 3], firsts[i + 1 : i + 3], strict=True):
            if piece is None or line.gap or not goes_below(text, first, piece):
                break
            words = words[:-1] + piece.text if words.endswith("-") else f"{words} {piece.text}"
            taken.append(piece.start)
            if label(words)[1] == len(words):
                whole[first.start] = Block(first.start, first.end, words)
                pieces |= set(taken)
    return whole, pieces


def goes_below(text: str, first: Block, piece: Block) -> bool:
    """Whether a cell goes on with the label piece above it: it stands below it, and begins small or is all capitals."""
    columns = [cell.start - text.rfind("\n", 0, cell.start) for cell in (first, piece)]
    capitals = first.text.isupper() and piece.text.isupper() and piece.text.endswith(":")
    return columns[0] == columns[1] and len(piece.text) <= 30 and (piece.text[0].islower() or capitals)


def cells(line: Line, text: str) -> Iterator[Block]:
    """The cells of a line, parted at tabs, bars and wide gaps."""
    for match in CELL.finditer(line.text):
        words = match[0].strip(" |")
        if words:
            start = line.start + match.start() + match[0].index(words[0])
            yield block(text, start, start + len(words))
