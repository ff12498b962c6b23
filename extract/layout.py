"""The rooms of a set of minutes: title page, agenda that was sent out, paragraphs (§) with their parts, and what
follows.

`layout(reading)` only finds where things stand; what they say is read by the steps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .facts import Reading
from .headings import OF_A_DAY, heading_kind, inline_heading
from .items import Head, heads_of
from .lines import BULLET, Block, Line, block, blocks_of, continues, lines_of, masked, width_of
from .run_on import unrolled

AGENDA = re.compile(
    r"(?:utsänd |preliminär )?(?:dagordning|föredragningslista|ärendelista|ärendeförteckning|innehåll(?:sförteckning)?|"
    r"ärenden|förteckning över ärenden|ärende)\s*:?",
    re.I,
)
CONTENTS = re.compile(r"\.{4,}\s*\d+$|…{2,}\s*\d+$|\t\d{1,3}$")
SUM = re.compile(r"\W*(?:summa|totalt)\b", re.I)
SPEAKS = re.compile(
    r"(?:information(?:en)?|föredragning|dragning|rapport) (?:lämnas|ges|av)\b|föredragande|föredras av", re.I
)
SERVICE = re.compile(
    r"(?:detta )?(?:dokumentet|protokoll(?:et)?|dokument) (?:är|har) .*(?:signer|underteckna|skrivits under)|"
    r"signerande parter|underskriftssida$|"
    r"undertecknat av|(?:signerat|undertecknat) (?:av|dokument)|detta (?:dokument|är ett elektroniskt)|verifikat\b|"
    r"deltagare$|elektronisk signatur",
    re.I,
)
"""The line with which the pages of a signing service begin."""
LIST = r"närvaro(?:-? och (?:voterings|omröstnings))?lista|(?:voterings|omröstnings)lista$"
TAIL = re.compile(
    rf"bilaga \d+$|anslag(?:/| och )bevis|bevis om (?:anslag|justering)|anslagsbevis|bevis/anslag|"
    rf"tillkännagivande av protokoll|{LIST}|"
    rf"underskrifter?(?: \d+)?$|signatursida|vid (?:protokollet|anteckningarna|pennan)|justera[st]s?(?: av)?:?$|"
    rf"transaktion \d+|{SERVICE.pattern}",
    re.I,
)
ANNEX = re.compile(r"bilaga (\d+)$", re.I)
BESIDE = re.compile(r"(?:\t| {3,})\S[^\t]*\d$")
"""A head with its diarienummer at the right margin: what goes on below it begins in small letters."""
SECRET = re.compile(r"(?:\t| {3,})Sekretess$", re.I)
TELLS = re.compile(
    r"\b(?:informerar|redogör|redovisar|föredrar|presenterar|föreslår|beslutade|beslutar|konstaterar|har|är|var|hade)\b"
)
DECIDED_HERE = re.compile(r"[.!?] +(?=Beslut: )")
RUN_ON_TITLE = re.compile(r"(?P<title>[^.]{3,90}?[a-zåäö)]{2})\. (?P<text>[A-ZÅÄÖ].{12,})")
HAPPENED = re.compile(
    r"\b(?:\w{3,}(?:ade|ades)|föreslog|valdes|utsågs|godkändes|höll|hölls?|låg|hade|gick|lades|föredrog|var|tyckte|fick|"
    r"har|är|hälsar|öppnar|förklarar|föreslår|beslutar)\b"
)
CASE = re.compile(
    r"(?:(?i:\b(?:ärende(?:nummer|nr)?|diarie(?:nummer|nr)?|dnr|"
    r"ärende)\b)\.?:?\s*)(?P<named>(?:19|20)\d\d/[A-ZÅÄÖ]{2,4} \d{3,5}\b|"
    r"(?:[A-ZÅÄÖ][A-Za-zåäö]{0,7}[ -])?[\w./:–-]*\d[\w./:–-]*(?: "
    r"\d{3}(?: [A-ZÅÄÖ]{2,4})?(?=\s*$))?)"
    r"|(?P<finnish>\b[A-ZÅÄÖ]{3,6}[ /]\d{1,5}/\d\d(?:\.\d\d){1,3}/(?:19|20)\d\d\b)"
    r"|(?P<bare>\b(?!SOU|SFS|Ds|DS|EU|ISO|PLAN|HD|Plan|Budget|"
    r"BUDGET)[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}[ -]?(?:[/ .-]?(?:19|20)\d\d[-/:.]\s?\d{1,6}(?:[:-]\d+)?|"
    r"\d{2,5}/\d{2}\b|\d{6}\b|"
    r"(?<= )\d{2}/\d{1,5}\b|(?<= )\d{1,5}/(?:19|20)\d\d\b)|\b(?:19|20)\d\d/[A-ZÅÄÖ]{2,4} \d{3,5}(?: \d{3})?\b)"
    r"|(?P<end>(?:(?<=   )|(?<=\t))[A-ZÅÄÖ]{2,4} \d\d-\d{2,5}(?=\s*$)|\b\d\d[A-ZÅÄÖ]{2,5}\d{3,6}(?=\)?\s*$))"
    r"|(?P<year>^\(?(?:19|20)\d\d[/:]\d{1,5}(?:-\d+)?\)?(?=\s|$))",
)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of an item below one heading."""

    kind: str
    """As in `lexicon/headings.tsv`; `opening` before the first heading, `other` below an unknown one."""
    heading: Block | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One paragraf (§) of the minutes."""

    item: str
    head: Block
    title: Block | None
    cases: tuple[Block, ...]
    """Where the diarienummer of the item stands."""
    parts: tuple[Part, ...]
    end: int

    def blocks(self, *kinds: str) -> list[Block]:
        """The blocks of the parts of these kinds; of all parts when none is named."""
        return [b for part in self.parts if not kinds or part.kind in kinds for b in part.blocks]


@dataclass(slots=True, eq=False)
class Layout:
    """Where everything stands in one document."""

    reading: Reading
    text: str
    """The masked text: page heads and feet and markup blanked, offsets as in the text as read."""
    lines: list[Line]
    width: int
    """How long a full line of the items is, in characters; 0 where lines are whole paragraphs."""
    front: list[Line] = field(default_factory=list)
    agenda: list[Line] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    tail: list[Line] = field(default_factory=list)


def layout(reading: Reading) -> Layout:
    """Find the title page, the agenda, the items and the tail of a document."""
    text = unrolled(masked(reading))
    lines = lines_of(reading, text)
    page = Layout(reading, text, lines, 0)
    heads = heads_of(lines)
    first = heads[0].index if heads else len(lines)
    page.front, page.agenda = front_and_agenda(lines[:first])
    if not heads:
        cut = tail_start(page.front, 1)
        page.front, page.tail = page.front[:cut], page.front[cut:]
        return page
    last = tail_start(lines, heads[-1].index + 1)
    page.tail = lines[last:]
    page.width = width_of(lines[first:last])  # lists of names and of votes are narrow: they say nothing of the items
    title_width = max(
        (len(h.rest or lines[h.index + 1].text) for h in heads if h.rest or h.index + 1 < len(lines)), default=0
    )
    bounds = [head.index for head in heads[1:]] + [last]
    for head, end in zip(heads, bounds, strict=True):
        page.sections.append(section(page, head, lines[head.index + 1 : end], min(title_width, page.width or 999)))
    return page


def front_and_agenda(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The title page, and the agenda or table of contents that follows on it."""
    for i, line in enumerate(lines):
        cells = re.split(r"\t|\s{3,}", line.text)
        labels = len(cells) > 1 and re.match(r"\W*\d", cells[1])  # `Ärenden   §§ 61–72` names no list
        if (not labels and any(AGENDA.fullmatch(cell) for cell in cells)) or (
            CONTENTS.search(line.text) and not SUM.match(line.text)
        ):
            return lines[:i], lines[i:]
    return lines, []


def tail_start(lines: Sequence[Line], after: int) -> int:
    """The index at which annexes, notices and signatures begin behind the last item."""
    for i in range(after, len(lines)):
        if TAIL.match(lines[i].text):
            return i
    return len(lines)


def section(page: Layout, head: Head, lines: list[Line], title_width: int) -> Section:
    """One item: its title, its diarienummer, and its parts."""
    head_line = page.lines[head.index]
    cases: list[Block] = []
    rest, rest_start = without_case(SECRET.sub("", head.rest), head_line.end - len(head.rest), page, cases)
    title: Block | None = block(page.text, rest_start, rest_start + len(rest)) if rest else None
    while lines and not title and heading_kind(lines[0].text) == "" and CASE.match(lines[0].text):
        text, _ = without_case(lines[0].text, lines[0].start, page, cases)
        if len(text) > 3:
            break
        lines = lines[1:]
    if title and (runs_on := RUN_ON_TITLE.match(title.text)) and told(runs_on["title"], runs_on["text"], lines):
        at = title.start + runs_on.start("text")
        lines = [Line(at, title.end, runs_on["text"], 0, False), *lines]
        title = block(page.text, title.start, title.start + runs_on.end("title"))
        taken = 0
    else:
        taken = title_lines(head_line if title else None, lines, title_width)
    if taken:
        title = block(page.text, title.start if title else lines[0].start, lines[taken - 1].end)
    lines = lines[taken:]
    while lines and len(cases) < 3 and (match := CASE.match(lines[0].text)) and match.end() >= len(lines[0].text) - 2:
        without_case(lines[0].text, lines[0].start, page, cases)
        lines = lines[1:]
    if title and not cases and (match := CASE.search(title.text)) and match.end() >= len(title.text) - 1:
        kept, _ = without_case(title.text, title.start, page, cases)
        title = block(page.text, title.start, title.start + len(kept))
    end = lines[-1].end if lines else (title.end if title else head_line.end)
    return Section(
        head.item, block(page.text, head_line.start, head_line.end), title, tuple(cases), parts(page, lines), end
    )


def told(title: str, text: str, lines: Sequence[Line]) -> bool:
    """Whether words behind the first sentence of a head tell what happened, there or on the line below; behind a title
    of one word (`Remiss. Ny väg`) only there.
    """
    below = lines[0].text if lines and lines[0].gap == 0 and len(re.findall(r"\w{3,}", title)) > 1 else ""
    return HAPPENED.search(f"{text} {below}") is not None


def without_case(text: str, start: int, page: Layout, cases: list[Block]) -> tuple[str, int]:
    """A head's text with the diarienummer taken off (noted in `cases`), and where the rest begins."""
    match = CASE.search(text)
    if not match:
        return text, start
    at = next(i for i, group in enumerate(match.groups(), 1) if group)
    cases.append(block(page.text, start + match.start(at), start + match.end(at)))
    before, after = text[: match.start()].rstrip(" ,(-–"), text[match.end() :].strip(" ,).-–:")
    if len(after) > len(before):
        return after, start + text.index(after, match.end())
    return before, start


def title_lines(head: Line | None, lines: list[Line], width: int) -> int:
    """How many of the lines below the § belong to its title."""
    taken = 0
    previous = head
    for line in lines[:6]:
        whole = CASE.match(line.text)
        if (whole and whole.end() >= len(line.text) - 2) or heading_kind(line.text) or inline_heading(line.text)[0]:
            break
        if BULLET.match(line.text) or SPEAKS.match(line.text):
            break
        if previous is not None:
            opened = sum(previous.text.count(c) for c in '”“"') % 2 == 1 or previous.text.endswith(
                ("-", "–", ",", " och")
            )
            if line.text.endswith((".", ":")) or len(line.text) > 1.6 * max(width, 40):
                break
            if line.text[0].isupper() and (TELLS.search(line.text) or BESIDE.search(previous.text)):
                break
            if not (
                continues(previous, line, width)
                or (opened and not line.gap)
                or (line.text[0].islower() and not line.gap)
            ):
                break
        elif len(line.text) > 250 or (
            line.text.endswith(".") and re.search(r"\b(?:beslutar|föreslår|informerar|redogör)\b", line.text)
        ):
            break
        taken += 1
        previous = line
        if line.marked:
            break
    return taken


def parted(lines: list[Line]) -> Iterator[Line]:
    """The lines, one that holds `… Beslut: …` behind a sentence as two."""
    for line in lines:
        match = DECIDED_HERE.search(line.text) if "Beslut:" in line.text else None
        if match:
            at = match.end()
            yield Line(
                line.start, line.start + match.start() + 1, line.text[: match.start() + 1], line.gap, line.marked
            )
            line = Line(line.start + at, line.end, line.text[at:], 0, False)
        yield line


def parts(page: Layout, lines: list[Line]) -> tuple[Part, ...]:
    """The lines of an item parted at its headings."""
    found: list[Part] = []
    kind, heading, body = "opening", None, list[Line]()
    brief = False  # below a heading with its text beside it, a new paragraph is no longer of that heading

    def close() -> None:
        blocks = tuple(blocks_of(body, page.text, page.width))
        if blocks or heading:
            found.append(Part(kind, heading, blocks))

    for line in parted(lines):
        known = "" if kind == "documents" and OF_A_DAY.search(line.text) else heading_kind(line.text)
        inline, at = inline_heading(line.text)
        if inline:
            close()
            kind, heading = inline, block(page.text, line.start, line.start + at)
            body = [Line(line.start + at, line.end, line.text[at:], line.gap, False)]
            brief = inline in ("documents", "presenter", "history")
            continue
        if brief and (line.gap or TELLS.search(line.text)) and not BULLET.match(line.text):
            close()
            kind, heading, body = "other", None, []
        if known or (line.marked and not line.text.endswith(".")):
            close()
            kind, heading, body, brief = known or "other", block(page.text, line.start, line.end), [], False
        else:
            body.append(line)
    close()
    return tuple(found)
