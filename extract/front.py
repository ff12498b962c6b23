"""The title page and the signature pages as fields: a label (`Beslutande`, `Plats och tid`) and the lines below it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from .lines import Block, Line, block

SEPARATOR = re.compile(r"\s*(?::|\t|\s{3,}|\|)\s*")
STRONG = frozenset(["member", "substitute", "nonvoting", "other", "absent", "guest", "placetime", "adjuster", "adjusting"])
PEOPLE = ("member", "substitute", "nonvoting", "other", "guest", "absent")


@dataclass(frozen=True, slots=True)
class Field:
    """A label of the title page and what stands beside and below it. `kind` as in `lexicon/labels.tsv`, or `head`."""

    kind: str
    label: Block
    values: tuple[Block, ...]


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The kinds of label and their patterns, from `lexicon/labels.tsv`."""
    text = files("protokollgraf.extract.lexicon").joinpath("labels.tsv").read_text("utf-8")
    rows = list(csv.DictReader(text.splitlines(), delimiter="\t"))
    order = ["nonvoting", "substitute", "absent", "adjusting", "adjuster", "placetime", "signatures", "other", "guest", "date",
             "member", "place", "time", "paragraphs", "signing", "protocol", "notice", "distribution"]  # fmt: skip
    rows.sort(key=lambda row: order.index(row["kind"]))
    return tuple((row["kind"], re.compile(rf"(?:{row['pattern']})", re.I)) for row in rows)


def label(text: str) -> tuple[str, int]:
    """The kind of the label that a line begins with and where its value begins; ("", 0) for none.

    >>> label("Utses att justera: Ada Ek"), label("Ada Ek (S)")
    (('adjuster', 19), ('', 0))
    """
    head = SEPARATOR.search(text)
    whole = text[: head.start()] if head else text
    if len(whole) <= 60 and whole[:1].isupper():
        for kind, pattern in patterns():
            if pattern.fullmatch(whole.strip(" *")):
                return kind, head.end() if head else len(text)
    if text[:1].isupper():
        for kind, pattern in patterns():
            if kind in STRONG and (match := pattern.match(text)) and re.match(r" (?=[A-ZÅÄÖ][a-zåäöé]+ [A-ZÅÄÖ])", text[match.end() :]):
                longest = max((m.end() for k, p in patterns() if k in STRONG and (m := p.match(text))), default=0)
                if longest == match.end():
                    return kind, match.end() + 1
    return "", 0


def cells(line: Line, text: str) -> Iterator[Block]:
    """The cells of a line, parted at tabs and wide gaps."""
    for match in re.finditer(r"(?:(?!\t| {4,}).)+", line.text):
        words = match[0].strip()
        if words:
            start = line.start + match.start() + match[0].index(words[0])
            yield block(text, start, start + len(words))


def fields(lines: Iterable[Line], text: str) -> list[Field]:
    """The lines of a title page or signature page as fields, in order. `text` is the masked text."""
    found: list[Field] = []
    kind, name, values = "head", Block(0, 0, ""), list[Block]()

    def close() -> None:
        if values or kind != "head":
            found.append(Field(kind, name, tuple(values)))

    for line in lines:
        for cell in cells(line, text):
            known, at = label(cell.text)
            if known and not (known == "signing" and kind in PEOPLE and at < len(cell.text)):
                close()
                kind, name, values = known, cell.clip(0, at), []
                rest = cell.text[at:].strip()
                if rest:
                    begin = cell.text.index(rest, at)
                    values.append(cell.clip(begin, begin + len(rest)))
            else:
                values.append(cell)
    close()
    return found
