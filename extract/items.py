"""The heads of the paragraphs (§): which lines begin an item of the minutes, and which only mention one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .lines import Line

SMALL = (
    "och|av|i|på|till|från|enl|se|jfr|med|vid|kap|samt|mom|för|om|ur|den|det|de|sid|nr|ej|utom|from|tom|fom|ang|dnr|mot"
)
"""Words before a § in running text, which are no short names of a body."""
HEAD = re.compile(
    r"(?:(?!(?:Enligt|Se|Jfr|Jämför|Med|Av|I|På|Till|Från|Under|Även|Och)\b)"
    r"(?P<organ>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,9}[./]?|[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,3} [A-Za-zÅÄÖåäö]{2})\s?"
    r"(?P<case>\d{4}[:/-]\d+)?\s*|"
    r"[A-ZÅÄÖ][\w-]*(?: [\w-]+){0,3}?(?:fullmäktige|styrelsen?|nämnden|utskott(?:et)?|direktionen|beredningen)"
    r"(?:\t| {3,})\s*|"
    rf"(?!(?:{SMALL})\b)[a-zåäö]{{2,4}} (?=§ ?\d+(?:/\d+)?(?:$|\t| {{2,}}| [A-ZÅÄÖ])))?"
    r"§\s*(?P<number>\d{1,4})(?P<letter> ?[a-e](?=[\s.:]|$))?"
    r"(?:/(?:19|20)?\d\d)?[.:]?(?:\s+|$)(?P<rest>.*)"
    r"|(?P<before>\d{1,4})\s?§[.:]?(?:\s+|$|(?=[A-ZÅÄÖ]))(?P<rest2>.*)"
    r"|Paragraf\s+(?P<word>\d{1,4})[.:]?(?:\s+|$)(?P<rest3>.*)"
)
NUMBERED = re.compile(r"(?P<number>\d{1,3})[.)]?\s+(?P<rest>[A-ZÅÄÖ].*)")
MENTION = re.compile(r"[-–](?=\s*[\d§])|[,;)]|(?:och|punkt|i|samt|till|tom|t\.o\.m|kommunallagen|forts)\b")
COLUMNS = re.compile(r"(?:namn|ledam[oö]t\w*)\b.*\b(?:närv|ja\b)", re.I)  # a voting list prints its § above them
CASE = re.compile(r"\b(?:dnr|diarienr|diarienummer|ärendenummer)\b", re.I)
LEADERS = re.compile(r"[.…]{3,}\s*\d*$|\s\d{1,3}$|\t\d{1,3}$")


@dataclass(frozen=True, slots=True)
class Head:
    """A line that begins an item."""

    index: int
    """Of the line in the document."""
    item: str
    number: int
    rest: str
    """What stands on the line behind the number."""


def heads_of(lines: Sequence[Line]) -> list[Head]:
    """The lines that begin the items, in order, each number once.

    A table of contents names the same numbers first, and sentences break so that a line begins with "§ 107 och":
    so the heads are the best ascending chain of candidates, counting unbroken steps, and the later of two equal chains.
    """
    found = [
        head
        for i, line in enumerate(lines)
        if (head := candidate(i, line.text)) and not (i + 1 < len(lines) and COLUMNS.match(lines[i + 1].text))
    ]
    if not found:
        found = numbered(lines)
    following = [head.index for head in found[1:]] + [-1] * bool(found)
    return chain(
        found,
        [
            (LEADERS.search(head.rest) is not None and not CASE.search(head.rest)) or below == head.index + 1
            for head, below in zip(found, following, strict=True)
        ],
    )


def candidate(index: int, text: str) -> Head | None:
    """The line as a head, when it is shaped like one."""
    match = HEAD.match(text)
    if not match or len(text) > 300:
        return None
    number = match["number"] or match["before"] or match["word"]
    rest = (match["rest"] or match["rest2"] or match["rest3"] or "").strip().lstrip("-–— ")
    if MENTION.match(rest) or (rest and rest[0].islower()):
        return None
    letter = (match["letter"] or "").strip()
    if match["case"]:
        rest = f"{match['organ']}{match['case']} {rest}".strip() if rest.startswith("Dnr") else rest
    return Head(index, number + letter, int(number), rest)


def key(title: str) -> str:
    """A title as it is compared: letters only."""
    return re.sub(r"\W+", "", title.casefold())


def numbered(lines: Sequence[Line]) -> list[Head]:
    """Heads of minutes that number their items without §: `1. Mötet öppnas` on a line of its own, below a blank
    line.
    """
    titles = {key(re.sub(r"[\s.…]*\d+$", "", line.text)) for line in lines if LEADERS.search(line.text)}
    found = []
    for i, line in enumerate(lines):
        match = NUMBERED.match(line.text)
        alone = i + 1 == len(lines) or lines[i + 1].gap or line.marked
        if (
            match
            and (line.gap or line.marked)
            and alone
            and len(line.text) < 120
            and not line.text.endswith(",")
            and (not line.text.endswith(".") or key(match["rest"]) in titles)
        ):
            found.append(Head(i, match["number"], int(match["number"]), match["rest"]))
    return found if len(found) >= 3 else []


def chain(heads: Sequence[Head], listed: Sequence[bool]) -> list[Head]:
    """The ascending chain with the most unbroken steps and the fewest lines of a table of contents."""
    best: list[tuple[float, int]] = []
    for i, head in enumerate(heads):
        own = 0.1 if listed[i] else 1.0
        score, before = own, -1
        for j in range(max(0, i - 400), i):
            step = (head.number, head.item) > (heads[j].number, heads[j].item)
            if step:
                gained = best[j][0] + own + (0.5 if 0 <= head.number - heads[j].number <= 1 else -0.2)
                if gained >= score:
                    score, before = gained, j
        best.append((score, before))
    if not best:
        return []
    at = max(range(len(best)), key=lambda i: (best[i][0], i))
    found = []
    while at >= 0:
        found.append(heads[at])
        at = best[at][1]
    return found[::-1]
