"""Texts whose line breaks a converter dropped: every page runs on in one line.

Line breaks go back in where labels, heads of items and headings say so. Nothing moves: a space becomes a line break,
and a § that got lost takes the place of a character of the page's number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from .headings import heading_kind
from .lexicon.tables import rows

LONG = 300  # characters: no printed line is as long
LABEL = 50  # characters: the longest label
FRONT = 4  # labels on one line: a title page that runs on
KINDS = frozenset(
    ["member", "substitute", "nonvoting", "other", "absent", "guest", "placetime", "adjuster", "adjusting", "signing",
     "signatures", "paragraphs", "notice"]
)  # fmt: skip
NOTICE = re.compile(r"\b(?:ANSLAG|BEVIS|[Bb]evis om anslag|tillkännagivits)\b")
TITLE = re.compile(r"(?: |^)(?=(?i:(?:sammanträdes)?protokoll)\b)")
TOO_SHORT = frozenset(["ledamot", "upprop", "presidium", "samt", "närvaro", "justerat", "justering", "förvaltningen"])
CAPITAL = re.compile(r"(?<![^\s.])[A-ZÅÄÖ§][\w/]")
PAGE = re.compile(
    r"\s*(?:\d{1,3} )?(?:[A-ZÅÄÖ][\wåäöÅÄÖ-]*,? (?:och )?){0,6}?"
    r"(?:(?:Sida|Blad|Sid) )?(?:\d{1,3} ?\(\d{1,3}\)|\(\d{1,3}\)) ?"
)
CONTENTS = re.compile(r"(?:Innehåll(?:sförteckning)?|Dagordning|Föredragningslista|Ärendelista)\b")
HEAD = re.compile(
    r"(?:(?P<organ>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,7}) (?P<number>\d{1,4})|(?P<bare>\d{1,4})|(?P<sign>§ ?\d{1,4})) "
)
PARTY_FIRST = re.compile(r" (?=[A-ZÅÄÖ]{1,4} [A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ]?[a-zåäöé]+)? [A-ZÅÄÖ][a-zåäöé])")
TITLE_ENDS = re.compile(
    r" (?=\d\) )| (?=(?:Dnr|Diarienr|Ordföranden?|\w+(?:nämnden|styrelsen|direktören|chefen|utskottet|fullmäktige)|"
    r"Förvaltningen|Föreligger|Föredras)\b)|(?<=[a-zåäö0-9]) (?=[A-ZÅÄÖ][a-zåäö]+ (?:har|är|kan|ska|får|"
    r"informer\w+|redogör\w*|föreslår|presenter\w+|beslut\w+|yrkar|anmäl\w+|öppna\w+|kommun)\b)"
)


def unrolled(text: str) -> str:
    """The text with its line breaks put back where it runs on, else as it is. Every character keeps its place."""
    lines = text.split("\n")
    if not any(len(line) > LONG and len(list(labels(line))) >= FRONT for line in lines):
        return text
    return "\n".join(page(line) if PAGE.match(line) or len(line) > LONG else line for line in lines)


def page(line: str) -> str:
    """One page, which is a title page or a notice where it has labels, and else holds items."""
    found = list(labels(line))
    if len(found) >= FRONT:
        return title_page(line, found)
    if NOTICE.search(line[:200]):
        return title_page(line, found)
    head = PAGE.match(line)
    at = head.end() if head else 0
    if contents := CONTENTS.match(line, at):
        line = blank(line, 0, at - 1, "\n") if at else line
        return line[: contents.end()] + "\n" + line[contents.end() + 1 :]
    return headed(items(line, at))


def labels(line: str) -> Iterator[tuple[int, int]]:
    """Where the labels of a title page stand, and those of a notice. A role behind a name and a comma is none."""
    end, kinds = 0, KINDS
    for match in CAPITAL.finditer(line):
        start = match.start()
        if start < end:
            continue
        found = [
            (m.end(), kind)
            for kind, pattern in patterns()
            if kind in kinds
            and not (kind == "signing" and line[:start].endswith(", "))
            and (m := pattern.match(line, start, start + LABEL))
            and ". " not in m[0]
        ]
        if found and line[start : max(found)[0]].casefold() not in TOO_SHORT:
            end, kind = max(found)
            if kind == "notice":
                kinds = KINDS | {"protocol", "date"}
            yield start, end


@cache
def patterns() -> list[tuple[str, re.Pattern[str]]]:
    """The labels of `lexicon/labels.tsv` by kind, as they stand in the middle of a line."""
    return [(row["kind"], re.compile(rf"(?:{row['pattern']})(?=[\s:.]|$)", re.I)) for row in rows("labels.tsv")]


def title_page(line: str, found: list[tuple[int, int]]) -> str:
    """A title page with each label on a line of its own, and each name whose party stands before it."""
    chars = list(line)
    for match in TITLE.finditer(line[: found[0][0]]) if found else ():
        chars[match.start()] = "\n" if match.start() else chars[0]
    if head := re.match(r"(?:\d{1,3} ){1,2}", line):
        chars[: head.end()] = " " * head.end()
    for start, end in found:
        if start and chars[start - 1] == " ":
            chars[start - 1] = "\n"
        while end < len(chars) and chars[end] in ".:":
            chars[end] = ":"
            end += 1
        if end < len(chars) and chars[end] == " ":
            chars[end] = "\n"
    if len(PARTY_FIRST.findall(line)) >= 3:
        for match in PARTY_FIRST.finditer(line):
            chars[match.start()] = "\n"
    return "".join(chars)


def items(line: str, at: int) -> str:
    """A page of items with a § before its first one, and the title on a line of its own."""
    match = HEAD.match(line, at)
    if not match or not (match.end() < len(line) and line[match.end()].isupper()):
        return line
    if match["organ"]:
        line = blank(line, 0, at - 1, "\n") if at else line
        line = line[: match.end("organ")] + "§" + line[match.end("organ") + 1 :]
    elif match["bare"]:
        if at < 2:
            return line
        line = blank(line, 0, at - 2, "\n§")
    else:
        line = blank(line, 0, at - 1, "\n") if at else line
    stop = TITLE_ENDS.search(line, match.end())
    if stop and stop.start() - match.end() < 200:
        line = line[: stop.start()] + "\n" + line[stop.start() + 1 :]
    return line


def headed(text: str) -> str:
    """An item with its headings on lines of their own: `… bifalls. Yrkanden Ada Ek (S) …`."""
    chars = list(text)
    for match in CAPITAL.finditer(text):
        start = match.start()
        words = re.match(r"\w+(?: [a-zåäö]+){0,3}", text[start:])
        if not words or start == 0 or text[start - 1] != " ":
            continue
        pieces = words[0].split(" ")
        for n in range(len(pieces), 0, -1):
            phrase = " ".join(pieces[:n])
            if heading_kind(phrase) and text[start + len(phrase) : start + len(phrase) + 1] in (" ", ":", "\n"):
                chars[start - 1] = "\n"
                if text[start + len(phrase)] == " ":
                    chars[start + len(phrase)] = "\n"
                break
    return "".join(chars)


def blank(line: str, start: int, end: int, then: str) -> str:
    """The line with a span blanked and `then` put over what follows it."""
    return line[:start] + " " * (end - start) + then + line[end + len(then) :]
