"""Ranges of paragraphs (§§) as lists of those present print them: `§§ 12–18`, `§ 1-7, 9`, `ej § 13`, `fr.o.m. § 5`."""

from __future__ import annotations

import re
from collections.abc import Sequence

RANGE = re.compile(
    r"\s*(?P<but>(?:ej(?: närvarande)?|utom|förutom|inte)\s*)?(?P<open>(?:fr\.?\s?o\.?\s?m|from|"
    r"från(?: och med)?|t\.?\s?o\.?\s?m|tom|till(?: och med)?|under|del av)\.?\s*)?"
    r"(?:§{1,2}|\bp(?:unkt(?:erna)?|kt)?\. ?(?=\d)|\bpunkt(?:erna)? )\s*(?P<list>\d+[a-e]?(?:\s*(?:[-–—,]|och|samt|§|"
    r"\s)+\s*\d+[a-e]?(?!\d*[.:]\d\d))*)(?P<onward>\s*[-–—](?=\s*(?:$|[,)])))?",
    re.I,
)

BEHIND = re.compile(
    r"\s*(?P<but>(?:ej(?: närvarande)?|utom|förutom|inte)\s*)?(?P<open>(?:fr\.?\s?o\.?\s?m|"
    r"från(?: och med)?|t\.?\s?o\.?\s?m|till(?: och med)?|under)\.?\s*)?"
    r"(?P<list>\d+[a-e]?(?:\s*(?:[-–—,]|och|samt|\s)+\s*\d+[a-e]?)*)\s*§{1,2}(?P<onward>(?!))?",
    re.I,
)


TO = re.compile(r"(?<=\d) *(?:till(?: och med)?|t\.? ?o\.? ?m\.?) *§? *(?=\d)")


def item_range(text: str, numbers: Sequence[str]) -> tuple[str, int]:
    """The range that a text begins with, as `1-7,9`, and how many characters it takes; ("", 0) for none.

    `numbers` are the items of the minutes: exceptions and open ranges are counted out with them.

    >>> item_range("§§ 12–18 och 20, Nora", []), item_range("ej § 2", ["1", "2", "3"])
    (('12-18,20', 16), ('1,3', 6))
    """
    text = TO.sub(lambda m: "-".ljust(len(m[0])), text)
    match = RANGE.match(text) or BEHIND.match(text)
    if not match:
        return "", 0
    listed = re.sub(r"\s*[-–—]\s*§?\s*", "-", match["list"])
    spans = re.findall(r"\d+[a-e]?(?:-\d+[a-e]?)?", listed)
    opening = (match["open"] or "").casefold().replace(" ", "")
    digits = [int(n) for n in numbers if n.isdigit()]
    if opening.startswith(("fr", "från")) or match["onward"]:
        spans = [spans[0] if "-" in spans[0] else f"{spans[0]}-{max(digits)}"] if digits else []
    elif opening.startswith(("t", "till")):
        spans = [f"{min(digits)}-{spans[-1]}"] if digits else []
    if match["but"]:
        out = {n for span in spans for n in expand(span)}
        spans = compress([n for n in digits if n not in out])
    if any(len(ends := expand(span)) == 2 and ends[0] > ends[1] for span in spans):
        return "", match.end()  # `fr.o.m. § 22` where the items end at 20: read wrong somewhere
    return ",".join(re.sub(r"^(\w+)-\1$", r"\1", span) for span in spans), match.end()


def expand(span: str) -> list[int]:
    """`3-5` → [3, 4, 5]; ranges longer than 2,000 are taken for a misprint and give their ends."""
    ends = [int(n) for n in re.findall(r"\d+", span)]
    if len(ends) == 2 and ends[0] <= ends[1] < ends[0] + 2000:
        return list(range(ends[0], ends[1] + 1))
    return ends


def compress(numbers: Sequence[int]) -> list[str]:
    """[1, 2, 3, 5] → ["1-3", "5"]."""
    found: list[list[int]] = []
    for n in numbers:
        if found and n == found[-1][1] + 1:
            found[-1][1] = n
        else:
            found.append([n, n])
    return [f"{a}-{b}" if a != b else str(a) for a, b in found]
