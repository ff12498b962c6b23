"""Texts whose line breaks a converter dropped: every page runs on in one line.

Line breaks go back in where labels, heads of items and headings say so. Nothing moves: a space becomes a line break,
and a § that got lost takes the place of the space beside its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from .bodies import bodies
from .headings import heading_kind
from .lexicon.tables import rows

SIGN = re.compile(r"^\W*§+ ?\d|^\d+ ?§", re.M)
LONG = 300  # characters: no printed line is as long
LABEL = 50  # characters: the longest label
FRONT = 4  # labels on one line: a title page that runs on
KINDS = frozenset(
    ["member", "substitute", "nonvoting", "other", "absent", "guest", "placetime", "adjuster", "adjusting", "signing",
     "signatures", "paragraphs", "notice"]
)  # fmt: skip
NOTICE = re.compile(r"\b(?:ANSLAG|BEVIS|[Bb]evis om anslag|tillkännagivits)\b")
CONTENTS = re.compile(r"\b(?:Innehåll(?:sförteckning)?|Dagordning|Föredragningslista|Ärendelista)\b")
PLACE = re.compile(r"( )(?:Plats:?(?= [A-ZÅÄÖ])|Tid:?(?= (?:[Kk]l|\d)))( )")
TITLE = re.compile(r"(?: |^)(?=(?i:(?:sammanträdes)?protokoll)\b)")
TOO_SHORT = frozenset(["ledamot", "upprop", "presidium", "samt", "närvaro", "justerat", "justering", "förvaltningen"])
CAPITAL = re.compile(r"(?<![^\s.])[A-ZÅÄÖ§][\w/]")
HEAD = re.compile(
    r"(?:(?<=[a-zåäö.!?:;)\d] )|^ *)(?:(?P<organ>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,7}) |§ ?)?(?P<number>\d{1,4}) "
    r"(?=(?:Dnr )?[A-ZÅÄÖ”\"])"
)
SURE = re.compile(r"[^.!?:]{0,90}$")  # what may stand above the first item of a page
PHRASE = re.compile(r"[A-ZÅÄÖ-]{3,}(?: [A-ZÅÄÖ-]{2,}){1,5}(?![a-zåäö])|[\w-]+(?: [a-zåäö-]+){0,4}")
MARKED = re.compile(r" (?=[x–-] [A-ZÅÄÖ][\w-]+,? [A-ZÅÄÖ])")
POINT = re.compile(r"(?<=[.:;]) (?=\d{1,2}[.)] [A-ZÅÄÖ])")
PARTY_FIRST = re.compile(r" (?=[A-ZÅÄÖ]{1,4} [A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ]?[a-zåäöé]+)? [A-ZÅÄÖ][a-zåäöé])")
SUBJECT = r"(?:nämnden|styrelsen|direktören|chefen|utskottet|fullmäktige)"
TITLE_ENDS = re.compile(
    r" (?=\d[).] )|(?<=\)) (?=[A-ZÅÄÖ])|(?<=[A-ZÅÄÖ]{3}) (?=[A-ZÅÄÖ][a-zåäö])|"
    rf" (?=(?:Dnr|Diarienr|Ordföranden?|\w+{SUBJECT}|Förvaltningen|Föreligger|Föredras)\b)|"
    r" (?=[A-ZÅÄÖ][a-zåäö]+ [A-ZÅÄÖ][a-zåäö-]+(?: \([A-ZÅÄÖa-z]{1,4}\)|, [a-zåäö]{1,3},))|"
    r"(?<=[a-zåäö0-9])(?<! i)(?<! på)(?<! av)(?<! för)(?<! till)(?<! från)(?<! vid)(?<! om)(?<! och)(?<! ur) "
    r"(?=[A-ZÅÄÖ][a-zåäö]+ (?:\S+ ){0,4}?(?:har|är|var|hade|ska|kan|får|[a-zåäö]{3,}(?:ade|rar|ller|gör|gjorde)|"
    r"fastställs|godkänns|läggs|antas|utses|förrättas|noteras)\b)"
)


def unrolled(text: str) -> str:
    """The text with its line breaks put back where it runs on, else as it is. Every character keeps its place."""
    lines = text.split("\n")
    if SIGN.search(text) or not any(runs_on(line) for line in lines):
        return text
    heads = dict(heads_of(lines))
    first = min(heads, default=len(lines))
    pages = (page(line, heads.get(i, []), i < first) if len(line) > 40 else line for i, line in enumerate(lines))
    return "\n".join(pages)


def runs_on(line: str) -> bool:
    """Whether a line is a whole page: it has the labels of a title page, or several headings."""
    return len(line) > LONG and (sum(1 for _ in labels(line)) >= FRONT or headed(line).count("\n") >= 2 * FRONT)


def heads_of(lines: list[str]) -> Iterator[tuple[int, list[re.Match[str]]]]:
    """The heads of the items by line: the longest chain of numbers that count upwards one by one."""
    chains: dict[int, list[tuple[int, re.Match[str]]]] = {}
    for i, line in enumerate(lines):
        if not CONTENTS.search(line[:120]) and sum(1 for _ in labels(line)) < FRONT:
            leaf = re.match(r" *(\d*)", line)
            for match in HEAD.finditer(line):
                n = int(match["number"])
                if leaf and match["number"] == leaf[1]:
                    continue  # the number of the page
                if (n - 1) in chains or SURE.match(line[: match.start()]):
                    longer = [*chains.get(n - 1, []), (i, match)]
                    if len(longer) > len(chains.get(n, [])):
                        chains[n] = longer
    best = max(chains.values(), key=len, default=[])
    for i in sorted({i for i, _ in best}):
        yield i, [match for at, match in best if at == i]


def page(line: str, heads: list[re.Match[str]], front: bool) -> str:
    """One page, which is a title page, a list or a notice where it has labels, and else holds items."""
    found = list(labels(line))
    if len(found) >= (2 if front else FRONT) or NOTICE.search(line[:200]):
        return title_page(line, found)
    if contents := CONTENTS.search(line[:120]):
        return line[: contents.start()] + line[contents.start() :].replace(" ", "\n", 1)
    return items(headed(line), heads)


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
    first = found[0][0] if found else 0
    for match in TITLE.finditer(line[:first]):
        chars[match.start()] = "\n" if match.start() else chars[0]
    for body in bodies(line[:first], frozenset()):
        chars[max(0, body.start - 1)] = "\n" if body.start else chars[0]
        chars[body.end] = "\n"
    for match in PLACE.finditer(line[:first]):
        chars[match.start(1)] = chars[match.start(2)] = "\n"
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
    lists = [line[end : end + 60] for _, end in found]
    for pattern in (PARTY_FIRST, MARKED):
        if len(pattern.findall(line)) >= 3 and any(pattern.match(words) for words in lists):
            for match in pattern.finditer(line):
                chars[match.start()] = "\n"
    return "".join(chars)


def items(line: str, heads: list[re.Match[str]]) -> str:
    """A page with a § at the heads of its items, and their titles on lines of their own."""
    chars = list(line)
    for match in heads:
        start, number, end = match.start(), match.start("number"), match.end()
        if match is heads[0] and SURE.match(line[:start]):
            chars[:start] = " " * start  # the head of the page
        if start:
            chars[start - 1] = "\n"
        if chars[end - 1] == " " and "§" not in match[0]:
            chars[number - 1 if match["organ"] else end - 1] = "§"
        if line.startswith("Dnr ", end):
            chars[end : end + 4] = " " * 4  # its number got lost
        stop = TITLE_ENDS.search(line, end + 4)
        if stop and stop.start() - end < 200 and "\n" not in line[end : stop.start()]:
            chars[stop.start()] = "\n"
    return "".join(chars)


def headed(text: str) -> str:
    """An item with its headings on lines of their own: `… bifalls. Yrkanden Ada Ek (S) …`."""
    chars = list(text)
    for match in POINT.finditer(text):
        chars[match.start()] = "\n"
    for match in CAPITAL.finditer(text):
        start = match.start()
        words = PHRASE.match(text, start)
        if not words or start == 0 or text[start - 1] != " ":
            continue
        pieces = words[0].split(" ")
        for n in range(len(pieces), 0, -1):
            phrase = " ".join(pieces[:n])
            after = text[start + len(phrase) : start + len(phrase) + 1]
            if heading_kind(phrase) and after in (" ", ":"):
                chars[start - 1] = "\n"
                if after == " ":
                    chars[start + len(phrase)] = "\n"
                break
    return "".join(chars)
