"""Lines and paragraphs of a text as read, without losing where they stand.

Every span is a half-open range of characters in `Reading.text`. Page heads and feet and markup are blanked with
spaces of the same length, so that a word has the same offset in the masked text and in the text as read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .facts import Reading
from .ocr_faults import repaired

MARKUP = re.compile(
    r"^[ \t]*#{1,6}(?=[ \t])|\*{1,3}|\\?_{1,}(?=\W|$)|(?<!\w)_(?=\w)|</?(?:b|i|u|strong|em|br)/?>|"
    r"Klicka (?:eller tryck )?här för att (?:skriva|ange|lägga till|fylla i) \w+\.?",
    re.M,
)
LINK = re.compile(r"(\[)[^\]\n]{1,200}(\]\([^)\n]*\))")
RULE = re.compile(r"^[\s\-–—_.…=]{3,}$|^[—–-]$")
NUMBERING = re.compile(r"^(?:sid(?:a|an)?\.? ?)?\d{1,3} ?(?:\(\d{1,3}\)|av \d{1,3})$", re.I)
BULLET = re.compile(
    r"^(?:[-–—•·▪●○►■*\uf000-\uf0ff]|\(?(?:\d{1,2}|[a-z])[.)])(?:\s+|(?=[A-ZÅÄÖ]))|^\d{1,2}\s+(?=[A-ZÅÄÖ][a-zåäö])"
)
ATT = re.compile(r"^att\s", re.I)
HANGING = re.compile(r"att(?:\t| {2,})\S", re.I)
NO_WORD_BREAK = r"(?!(?:och|eller|samt|respektive|till|som|men|än|mellan)\b)"
HYPHENATED = re.compile(rf"(?<=[a-zåäöé]{{2}})- (?=[a-zåäö]){NO_WORD_BREAK}")
BROKEN = re.compile(rf"(?<=[a-zåäöé]{{2}})-\n( *){NO_WORD_BREAK}([a-zåäöé]+[.,;:)]*)(?= +\S)")
COMPLETE = re.compile(r"(?:\d{4}-\d\d-\d\d|§ ?\d+)\)?$")
VOTES = re.compile(r"(?:ja|nej|avstår|avstod)(?:-?röst\w*)?\s*(?:\(?\d+\)?)?\s*:", re.I)
JOINED = re.compile(r" (?:och|samt|eller|från|av|den|till|för|om|med|på|i|vid|mellan|enligt|under|senast)$")
ENDED = re.compile(r"[.:;!?…][\"”)]?$")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its span, its text without space at the ends, and the blank lines above it."""

    start: int
    end: int
    text: str
    gap: int
    marked: bool
    """Marked as a heading in markdown (`## …` or `**…**`)."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list point or heading; `text` is as long as the span, line breaks made spaces."""

    start: int
    end: int
    text: str

    def clip(self, start: int, end: int) -> Block:
        """The part of the block between two offsets of its own text."""
        return Block(self.start + start, self.start + end, self.text[start:end])


def fold(words: str) -> str:
    """White space folded to single spaces, hyphenation at line ends undone, space before punctuation taken off."""
    words = " ".join(words.split())
    if "- " in words:
        words = HYPHENATED.sub("", words)
        words = re.sub(r"(?<=\d-)\s(?=\d)", "", words)
    words = words.replace("\u030a", "")
    return re.sub(r" +([,.;:)])", r"\1", words)


def plain(words: str) -> str:
    """`fold`, and without a bullet or a leading att: what a table cell holds."""
    words = fold(words)
    words = BULLET.sub("", BULLET.sub("", words, count=1).strip(), count=1).strip()
    return ATT.sub("", words, count=1).strip()


def masked(reading: Reading) -> str:
    """The text with page furniture and markup blanked and a scanner's faults put right, character for character; a word
    broken at the end of a line stands whole on the upper one.
    """
    chars = repaired(reading.text)
    parts, at = [], 0
    for start, end in reading.furniture:
        parts += [chars[at:start], re.sub(r"[^\n]", " ", chars[start:end])]
        at = end
    chars = "".join([*parts, chars[at:]])
    chars = MARKUP.sub(lambda m: " " * len(m[0]), chars)
    chars = BROKEN.sub(r"\2\n\1 ", chars)
    return LINK.sub(lambda m: " " + chars[m.start() + 1 : m.start(2)] + " " * len(m[2]), chars)


def lines_of(reading: Reading, text: str | None = None) -> list[Line]:
    """The printed lines that are not blank, in order; rules such as `-----` count as blank. `text` is the masked text
    where it is at hand.
    """
    text = masked(reading) if text is None else text
    found: list[Line] = []
    gap, at = 0, 0
    edges = {start for start, _ in reading.furniture}
    turned = False
    for raw in text.split("\n"):
        stripped = raw.strip()
        if NUMBERING.match(stripped):
            at += len(raw) + 1
            continue
        if not stripped or RULE.match(stripped):
            gap += 1
            turned = turned or at in edges
        else:
            if turned and found and goes_over(found[-1].text, stripped):
                gap = 0
            turned = False
            start = at + raw.index(stripped[0])
            source = reading.text[at : at + len(raw)].strip()
            marked = source.startswith("#") or (source.startswith("**") and source.endswith("**"))
            found.append(Line(start, start + len(stripped), stripped, gap, marked))
            gap = 0
        at += len(raw) + 1
    return single_spaced(found)


def goes_over(above: str, below: str) -> bool:
    """Whether a sentence goes on over a page head: it has not ended above, and what stands below does not begin one."""
    return not ENDED.search(above) and (below[0].islower() or below[0] in "(,") and not ATT.match(below)


def single_spaced(lines: list[Line]) -> list[Line]:
    """Some converters put a blank line after every line: such a text gets its spacing back.

    It is told by its sentences: they go on, in small letters, below a blank line.
    """
    pairs = [(above, line) for above, line in pairwise(lines) if line.gap == 1]
    if len(pairs) < 20 or len(pairs) < 2 * sum(line.gap == 0 for line in lines[1:]):
        return lines
    broken = sum(goes_over(above.text, line.text) and not BULLET.match(line.text) for above, line in pairs)
    if broken * 12 < len(pairs):
        return lines
    wide = sum(line.gap >= 3 for line in lines[1:]) * 12 >= len(lines)
    return [
        Line(x.start, x.end, x.text, x.gap - 1 if x.gap > 0 and (x.gap < 3 or not wide) else x.gap, x.marked)
        for x in lines
    ]


def width_of(lines: Sequence[Line]) -> int:
    """How long a full line is, in characters (the 90th percentile); 0 where lines are whole paragraphs."""
    lengths = sorted(len(line.text) for line in lines)
    if not lengths:
        return 0
    width = lengths[len(lengths) * 9 // 10]
    return width if lengths[len(lengths) * 99 // 100] <= 160 else 0


def continues(previous: Line, line: Line, width: int) -> bool:
    """Whether `line` goes on with the sentence of `previous`: printed directly below it, and it did not fit there."""
    if line.gap or line.marked or previous.marked or BULLET.match(line.text):
        return False
    if VOTES.match(line.text):
        return False
    first = line.text.split(None, 1)[0]
    fitted = len(previous.text) + 1 + len(first) <= width * 0.88 or not width
    if COMPLETE.search(previous.text) and line.text[0].isupper():
        return False
    if ATT.match(line.text):
        return not (fitted or HANGING.match(line.text)) and not re.search(r"[.:;,]$|beslutar?$|besluta$", previous.text)
    if line.text[0].islower():
        return not (ENDED.search(previous.text) and fitted)
    return not fitted or JOINED.search(previous.text) is not None


def blocks_of(lines: Sequence[Line], text: str, width: int) -> Iterator[Block]:
    """Lines joined to paragraphs. `text` is the masked text."""
    start = end = -1
    previous: Line | None = None
    for line in lines:
        if previous is not None and continues(previous, line, width):
            end = line.end
        else:
            if previous is not None:
                yield block(text, start, end)
            start, end = line.start, line.end
        previous = line
    if previous is not None:
        yield block(text, start, end)


def block(text: str, start: int, end: int) -> Block:
    """The block of a span of the masked text."""
    return Block(start, end, text[start:end].replace("\n", " "))


def place(line: Line, start: int, text: str) -> int:
    """Where on its line a cell begins, to compare it with cells of other lines: the number of tabs before it, times
    ten, or its distance from the margin. `text` is the masked text.
    """
    begin = text.rfind("\n", 0, line.start) + 1
    return 10 * text.count("\t", begin, start) if "\t" in line.text else start - begin
