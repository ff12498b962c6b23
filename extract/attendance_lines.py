"""The lines of a list of those present before they are read: joined, brought together from columns, turned round."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .attendance_row import VACANT
from .front import CROSS
from .lexicon import is_title, municipality_of
from .lines import Block
from .names import PARTICLE, WORD, given, names_in
from .organisations import organisation_at
from .party_marks import PARTY

COMMA = re.compile(rf"(?:[xX–—-] )?({WORD}), ({WORD})(?=,|$| \(|\s)")
PERSONAL = re.compile(r"(?:[xX–-] *)?(?:personlig ers(?:ättare|\.)?|pers\. ?ers\.?)\s*:?\s*[xX–-]? *(?=[A-ZÅÄÖ])", re.I)
UNFINISHED = re.compile(rf"\b(?:ersätter|för) {WORD}$")
"""A line that breaks within the name of the person who is replaced."""
MARK = re.compile(rf"[xX×+✓–—-] +(?=(?:{PARTICLE} )*[A-ZÅÄÖ])")
REPLACING = re.compile(
    r"(?:(?:Tjänstgörande )?[Ee]rsättare|Tjänstgör(?:ande)?|Tjg\.?|Ers\.?) för [A-ZÅÄÖ]|Ersätter [A-ZÅÄÖ]"
)


def without_comma(value: Block) -> Block:
    """`x Ek, Ada, ordförande` with the comma between surname and given name blanked."""
    match = COMMA.match(value.text)
    if not match or given(match[1]) or not given(match[2]):
        return value
    at = match.end(1)
    return Block(value.start, value.end, value.text[:at] + " " + value.text[at + 1 :])


def marks_below(values: Sequence[Block]) -> set[int]:
    """Where the people begin who have a cross on a line of its own below them; empty where fewer than two have one."""
    found, start = set[int](), -1
    for value in values:
        if CROSS.fullmatch(value.text):
            found.add(start)
        elif value.text[0].isupper() and any(names_in(value.text, listed=True)):
            start = value.start
    return found if len(found) > 1 else set()


def by_surname(values: Sequence[Block]) -> bool:
    """Whether a list prints surnames first: most of its first words are no given names, and its second words are."""
    heads = (m for value in values for m in re.finditer(rf"(?<!\w\w )({WORD}) +({WORD})(?=,|$| *\()", value.text))
    words = [(head[1], head[2]) for head in heads if head]
    turned_round = sum(given(a) == 0 and given(b) > 0 for a, b in words)
    return len(words) >= 3 and turned_round * 2 > len(words)


def turned(name: str, before: str = "") -> str:
    """`Ek Ada` → `Ada Ek`; a name that begins with a given name and does not end in one stays. `before` is what stands
    before the name: a particle there belongs to the surname (`af Ek Ada` → `Ada af Ek`).
    """
    first, _, rest = name.partition(" ")
    if given(first) <= given(rest):
        first, rest = rest, first
    particle = re.search(rf"(?:^|[xX–-] +)((?:{PARTICLE} )+)$", before)
    return f"{first} {particle[1] if particle else ''}{rest}"


def zipped(values: Sequence[Block]) -> Sequence[Block]:
    """A column of names and the column of their parties or titles below it, brought together row by row."""
    half = len(values) // 2
    names, rest = values[:half], values[half:]
    if half < 2 or len(values) % 2 or not all(any(names_in(v.text, listed=True)) for v in names):
        return values
    if any(PARTY.search(v.text) or "," in v.text for v in names):
        return values
    parties = all(PARTY.fullmatch(v.text) for v in rest)
    if not parties and not all(v.text[0].islower() and is_title(v.text.split()[0].strip(",")) for v in rest):
        return values
    return [beside(name, tell, "" if parties else ",") for name, tell in zip(names, rest, strict=True)]


def parties_below(values: Sequence[Block]) -> Sequence[Block]:
    """A list in which the party of each person stands on a line of its own below the name, the two put together.

    Parties that stand as headings come before the names.
    """
    named = [any(names_in(value.text, listed=True)) and not PARTY.search(value.text) for value in values]
    lone = [re.fullmatch(r"\(?[A-ZÅÄÖ]{1,5}\)?", value.text) is not None for value in values]
    pairs = {i for i in range(len(values) - 1) if named[i] and lone[i + 1]}
    if len(pairs) < 2 or len(pairs) != sum(lone) or len(pairs) * 2 < sum(named):
        return values
    return [
        beside(value, values[i + 1], "") if i in pairs else value
        for i, value in enumerate(values)
        if i - 1 not in pairs
    ]


def beside(name: Block, tell: Block, comma: str) -> Block:
    """A name and what tells of it as one block that spans both, white space between them."""
    gap = tell.start - name.end - len(comma)
    return Block(name.start, tell.end, name.text + comma + " " * gap + tell.text)


def entries(values: Sequence[Block]) -> Iterator[Block]:
    """The lines of a list, a line that goes on with the one above joined to it."""
    current: Block | None = None
    for value in values:
        if current is not None and goes_on(current, value):
            current = Block(current.start, value.end, current.text + " " * (value.start - current.end) + value.text)
        else:
            if current is not None:
                yield current
            current = value
    if current is not None:
        yield current


def goes_on(above: Block, value: Block) -> bool:
    """Whether a line of a list belongs to the person on the line above."""
    if value.start - above.end > 400 or VACANT.match(value.text):
        return False
    if PERSONAL.match(value.text):
        return True
    if REPLACING.match(value.text):
        return True
    if MARK.match(value.text):
        return False
    if value.text[0] in "(,§" or value.text[0].islower():
        return True
    if UNFINISHED.search(above.text) and re.match(rf"{WORD}(?: \([^)]*\))?(?:,|$)", value.text):
        return True
    last = re.search(rf"(?<!\))(?:[:,]|\boch|\bsamt) ({WORD})$", above.text)
    if last and given(last[1]) and not municipality_of(last[1]):
        return True  # `Ada Ek, Bo` breaks before the surname
    starts = next((n for n in names_in(value.text, listed=True) if n.start == 0), None)
    if starts and not organisation_at(value.text):
        return False
    if re.search(r"(?:,|\bRegion|\boch|\w+s)$", above.text) and not starts:
        return bool(re.search(r",", above.text))
    return bool(re.search(r",\s*$", above.text)) and bool(organisation_at(value.text))
