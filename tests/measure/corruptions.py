"""Faults that converters, scanners and other templates bring into minutes: pure functions text → text.

Each takes a text, in which a form feed stands for a page break, and a source of chance, and is deterministic by its
seed. `CORRUPTIONS` has them by name, each with the seeds of its variants.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from random import Random

from protokollgraf.extract.furniture import furniture
from protokollgraf.graph.names import parse

GAP = re.compile(r"(?<=\S)(?:\t| {3,})[\t ]*(?=\S)")
ROW = re.compile(GAP.pattern + r"|\.{4,}|…{2,}")
MARK = re.compile(r"[xX×✓]")
POINT = re.compile(r"(?P<indent>[ \t]*)(?P<mark>[-–•*]|\(?(?:\d{1,2}|[a-h])[.)])(?P<space>[ \t]+)(?P<text>\S.*)")
ATT = re.compile(r"(?P<indent>[ \t]*)(?P<text>att[ \t]+\S.*)", re.I)
HEAD = re.compile(r"^\W*(?:[A-ZÅÄÖ]\w* )?§+ ?\d|^\W*\d+ ?§", re.M)
DASHES = "-–—−‑"
PAGE = 40
"""Lines of a page in a text that has no page heads."""
WIDTH = 90
"""Characters of a line where lines are whole paragraphs."""

Corruption = Callable[[str, Random], str]


@dataclass(frozen=True, slots=True)
class Printed:
    """One line and whether it is the paper's (`furniture`), a row or heading that stands alone, or running text."""

    text: str
    furniture: bool
    alone: bool


def printed(text: str) -> list[Printed]:
    """The lines of a text; a page break stands at the beginning of its page's first line."""
    text = re.sub(r"(?<!\n)\f", "\n\f", text)
    bare = text.replace("\f", "")
    pages = [0, *(match.start() - i for i, match in enumerate(re.finditer("\f", text)))]
    spans = {start for start, _ in furniture(bare, pages)}
    lines, at = [], 0
    for raw in text.split("\n"):
        words = raw.lstrip("\f")
        lines.append(Printed(raw, at in spans, stands_alone(words)))
        at += len(words) + 1
    return lines


def stands_alone(line: str) -> bool:
    """Whether a line is a row of a table, a heading or empty: a converter never joins it with another."""
    bare = line.strip()
    indented = len(line) - len(line.lstrip()) >= 8
    return not bare or indented or bare[0] in "#|" or bool(ROW.search(line)) or not re.search(r"\w", bare)


def paragraphs(lines: Sequence[Printed]) -> list[Printed]:
    """Lines put together to paragraphs, as far as their length tells: a line goes on where the next word did not fit.

    List points, rows of tables, headings and page heads stay apart.
    """
    lengths = sorted(len(one.text.strip()) for one in lines if not one.alone and not one.furniture)
    width = lengths[len(lengths) * 95 // 100] if lengths else 0
    if width > 160:
        return list(lines)  # they are whole paragraphs already
    found: list[Printed] = []
    above = ""
    for one in lines:
        words = one.text.strip()
        if above and not (one.alone or one.furniture) and goes_on(above, words, width):
            broken = re.search(r"[a-zåäö]-$", above) and re.match(r"(?!och\b|eller\b|samt\b)[a-zåäö]", words)
            before = found[-1].text[:-1] if broken else found[-1].text + " "
            found[-1] = Printed(before + words, False, False)
        else:
            found.append(Printed(one.text.rstrip(), one.furniture, one.alone))
        above = "" if one.alone or one.furniture else words
    return found


def goes_on(above: str, below: str, width: int) -> bool:
    """Whether running text goes on in the line below."""
    if POINT.match(below) or ATT.match(below) or HEAD.match(below):
        return False
    if re.search(r"[.:;!?]$", above) and below[0].isupper() and len(below) < 0.6 * width and below[-1] not in ".,":
        return False  # a heading
    return len(above) + 1 + len(below.split()[0]) > 0.9 * width


def rewrapped(text: str, _: Random, *, width: int) -> str:
    """Paragraphs wrapped at another width; 0 for one line each."""
    lines = []
    for one in paragraphs(printed(text)):
        lines += [one.text] if not width or one.alone or one.furniture else wrapped(one.text, width)
    return "\n".join(lines)


def wrapped(paragraph: str, width: int) -> list[str]:
    """A paragraph in lines of at most so many characters, broken between words."""
    lines = [""]
    for word in re.findall(r"\s*\S+", paragraph):
        if lines[-1] and len(lines[-1]) + len(word) > width:
            lines.append(word.lstrip())
        else:
            lines[-1] += word
    return lines


def run_together(text: str, _: Random) -> str:
    """Gaps between cells become one space. Rows of crosses stay: without their gaps nobody could read them."""
    return "\n".join(line if crossed(line) else GAP.sub(" ", line) for line in text.split("\n"))


def interleaved(text: str, _: Random) -> str:
    """The two cells of a row on lines of their own, one below the other. Rows of crosses stay."""
    lines = text.split("\n")
    two = (len(GAP.findall(line)) == 1 and not crossed(line) and not ATT.match(line) for line in lines)
    return "\n".join(GAP.sub("\n", line) if apart else line for line, apart in zip(lines, two, strict=True))


def crossed(line: str) -> bool:
    """Whether a line is a row of marks, or the heading above such: `Namn    Parti    Närv.    Ja    Nej`."""
    cells = [cell.strip(" .") for cell in GAP.split(line.strip())]
    heads = sum(re.fullmatch("närv|frånv|ja|nej|avst(?:år)?", cell, re.I) is not None for cell in cells)
    return heads > 1 or (len(cells) > 1 and any(MARK.fullmatch(cell) for cell in cells))


def heads_moved(text: str, chance: Random) -> str:
    """Page heads, and the page breaks before them, moved into the middle of sentences.

    A text without any gets heads of its own, one every forty lines, with page breaks or without.
    """
    lines = printed(text)
    groups, body = heads_of(lines)
    if not groups:
        total = sum(1 + len(line) // WIDTH for line in body) // PAGE + 1
        feed = chance.choice(["", "\f"])
        heads = [[f"{feed}Sammanträdesprotokoll", f"Sida {n} ({total})"] for n in range(2, total + 1)]
        return put(body, [(n * PAGE, head) for n, head in enumerate(heads, 1)])
    heights = [sum(1 + len(line) // WIDTH for line in body[:at]) for at, _ in groups]
    moved = [(height + chance.randint(3, 12), head) for height, (_, head) in zip(heights, groups, strict=True)]
    return put(body, moved)


def heads_of(lines: Sequence[Printed]) -> tuple[list[tuple[int, list[str]]], list[str]]:
    """The page heads below the first page's, each with the number of lines of text above it, and the text's lines."""
    groups: list[tuple[int, list[str]]] = []
    body: list[str] = []
    open_, started = False, False
    for one in lines:
        words = one.text.strip()
        if one.furniture and started:
            if not open_:
                groups.append((len(body), []))
            groups[-1][1].append(one.text)
            open_ = True
        elif open_ and not words:
            groups[-1][1].append(one.text)
        else:
            body.append(one.text.lstrip("\f") if started else one.text)
            open_, started = False, started or (bool(words) and not one.furniture)
    return groups, body


def put(body: Sequence[str], heads: Sequence[tuple[int, list[str]]]) -> str:
    """The lines with each head at its height, in the next place where a sentence goes on."""
    found: list[str] = []
    waiting = list(heads)
    height = 0
    for line, below in zip(body, [*body[1:], ""], strict=True):
        height += 1 + len(line) // WIDTH
        found.append(line)
        if not waiting or height < waiting[0][0]:
            continue
        if len(line) > 2 * WIDTH and (place := re.search(r"(?<=[a-zåäö,]) (?=[a-zåäö])", line[WIDTH:])):
            at = WIDTH + place.start()
            found[-1:] = [line[:at], *waiting.pop(0)[1], line[at + 1 :]]
        elif height > waiting[0][0] + 10 or (re.search(r"[a-zåäö,]$", line.rstrip()) and below[:1].islower()):
            found += waiting.pop(0)[1]
    return "\n".join([*found, *(line for _, head in waiting for line in head)])


BULLETS = {
    1: {"dash": "1.", "number": "-", "att": "•"},
    2: {"dash": "•", "number": "a)", "att": "–"},
    3: {"dash": "*", "number": "1)", "att": "1."},
}
"""Variant → what stands for each kind of mark."""


def bullets_changed(text: str, _: Random, *, variant: int) -> str:
    """The marks of lists swapped among themselves, the same everywhere; `- att` loses its mark.

    Only from the first § on: before it they may be marks of presence, or the numbers of the agenda. Without any § the
    numbers are those of the items, and stay.
    """
    head = HEAD.search(text)
    body = text[head.start() :] if head else text
    lines, count = [], 0
    for line in body.split("\n"):
        point, att = POINT.fullmatch(line), ATT.fullmatch(line)
        found = point or att
        kind = "att" if att else "" if not point else "dash" if point["mark"] in "-–•*" else "number"
        if found is None or (kind == "number" and not head) or (kind == "dash" and GAP.search(line)):
            headed = line[:1].isupper() and len(line) < 60 and not re.search(r"[.,;]$", line)
            count = 0 if headed else count
            lines.append(line)
            continue
        count += 1
        mark = numbered(BULLETS[variant][kind], count)
        bare = kind == "dash" and ATT.fullmatch(found["text"])
        lines.append(found["indent"] + ("" if bare else f"{mark} ") + found["text"])
    return text[: len(text) - len(body)] + "\n".join(lines)


def numbered(mark: str, count: int) -> str:
    """The mark of the point with this number: `1.` → `3.`, `a)` → `c)`; others as they are."""
    return mark.replace("1", str(count)).replace("a", chr(96 + (count - 1) % 26 + 1))


FAULTS = {
    "rn": "m", "cl": "d", "m": "rn|n", "d": "cl", "l": "1|I|i", "1": "l|I", "I": "l|1", "i": "l|j|í", "O": "0",
    "0": "O|o", "o": "0|c|ó", "e": "c|o|é", "c": "e|o", "å": "a|ä|a°|ā", "ä": "a|å|à", "ö": "o|ó|õ", "Å": "A|Ä|A°",
    "Ä": "A|Å", "Ö": "O|0", "§": "$|8|S|§ ", "é": "e|è", "S": "5|$", "5": "S", "B": "8", "8": "B", "6": "G|b",
    "G": "6|C", "2": "Z", "Z": "2", "g": "q|9", "h": "b|li", "b": "h|6", "n": "u|ri", "u": "n|ii", "t": "f|l",
    "f": "t", "v": "y", "y": "v", "a": "å|ä|o", "r": "t|n", "s": "5|S", ".": ",|", ",": ".|;", ":": ";|.",
    "-": "–|~", "–": "-|—", "(": "{|[", ")": "}|]", " ": "|  ",
}  # fmt: skip
"""What a scanner reads instead of a letter or sign, or of two; the other letters it reads right."""


def misread(text: str, chance: Random, *, rate: float = 0.01) -> str:
    """Each character misread with that probability, where there is a fault for it."""
    found: list[str] = []
    at = 0
    while at < len(text):
        pair = text[at : at + 2]
        if chance.random() < rate:
            taken = pair if pair in FAULTS else text[at]
            found.append(chance.choice(FAULTS[taken].split("|")) if taken in FAULTS else taken)
            at += len(taken)
        else:
            found.append(text[at])
            at += 1
    return "".join(found)


def dashes_swapped(text: str, chance: Random) -> str:
    """Each kind of dash printed as another, the same one everywhere. Rules of dashes alone stay."""
    others = {dash: chance.choice([other for other in DASHES if other != dash]) for dash in DASHES}
    table = str.maketrans(others)
    return "\n".join(line.translate(table) if re.search(r"\w", line) else line for line in text.split("\n"))


def capitals(text: str, _: Random, *, names: Sequence[str], whole: bool) -> str:
    """The surnames of people in capitals wherever their full name is printed, or their whole names on the lists before
    the first § and behind the last.
    """
    heads = [match.start() for match in HEAD.finditer(text)]
    first, last = (heads[0], heads[-1]) if heads else (len(text), len(text))
    for name in sorted({name for name in names if " " in name}, key=len, reverse=True):
        given = 0 if whole else len(name) - len(" ".join(parse(name).surname))
        for match in re.finditer(re.escape(name), text):
            if not whole or match.start() < first or match.start() > last:
                start = match.start() + given
                text = text[:start] + text[start : match.end()].upper() + text[match.end() :]
    return text


def corruptions(names: Sequence[str]) -> dict[str, tuple[Corruption, ...]]:
    """Every corruption by its name with its variants. `names` are those of the people on the document's lists."""
    return {
        "rewrapped": tuple(partial(rewrapped, width=width) for width in (60, 100, 0)),
        "columns merged": (run_together, interleaved),
        "page heads moved": (heads_moved, heads_moved),
        "bullets changed": tuple(partial(bullets_changed, variant=variant) for variant in BULLETS),
        "1 % OCR noise": (misread, misread, misread),
        "dashes swapped": (dashes_swapped, dashes_swapped),
        "upper-case names": tuple(partial(capitals, names=names, whole=whole) for whole in (False, True)),
    }


NAMES = tuple(corruptions(()))


def corrupted(text: str, name: str, variant: int, names: Sequence[str]) -> str:
    """The text under a variant (from 0) of a corruption."""
    return corruptions(names)[name][variant](text, Random(variant + 1))
