"""Page heads and feet: lines that belong to the paper, not to the minutes.

Precision first: a line is furniture only if it recurs where heads and feet stand, or its words can mean nothing else.
Headings of § and sections, names with parties, rows of votes and whole sentences never are. Three ways lead to it:

* page numbers that count upwards ("4 (136)", "Sida 3 av 10");
* lines that recur beside those, or beside "Protokoll nr 5", "Sammanträdesdatum: …": an export can put a section's
  heading into the midst of such a head, so up to two lines may stand between;
* lines that recur at the edge of many pages, where the pages are known.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from .furniture_lines import (
    DIGIT,
    FOOT,
    FOOT_PART,
    HEAD,
    LONE_NUMBER,
    LONGEST,
    MAYBE_NUMBER,
    NUMBER,
    SECTION,
    SIGNING,
    Line,
    fold,
    is_content,
    lines_of,
)

Numbers = dict[int, int]
"""Index of a line → the number of the page."""

EDGE = 6  # lines at the top or bottom of a page, or beside an anchor, that may belong to a head or foot
SHARE = 1 / 3  # of the pages on which a line at the edge must recur
CLOSE = 0.6  # of the anchors beside which a line must recur


def furniture(text: str, pages: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """The spans of `text`, whole lines without their line end, that are page heads and feet, in order.

    `pages` are the offsets at which pages begin, (0,) for a text without pages.
    """
    lines = lines_of(text)
    numbers = {index: n for group in _page_numbers(lines) for index, n in group.items()}
    marked = _recurring_feet(lines) | _heads(lines, numbers)
    if len(pages) > 1:
        marked |= _at_edges(lines, pages)
    return tuple((lines[i].start, lines[i].end) for i in sorted(marked))


def pages_from_numbers(text: str) -> tuple[int, ...]:
    """Where pages begin in a text that has no page breaks but page numbers; (0,) where they cannot be told.

    The n-th offset is that of the page numbered n. A page whose number is missing begins where the next one does, so
    its text counts with the page before it; `page_of` is made for that.
    """
    lines = lines_of(text)
    found: list[tuple[int, int]] = []
    for pair in max((sorted(group.items()) for group in _page_numbers(lines)), key=len, default=[]):
        if not found or pair[1] > found[-1][1]:
            found.append(pair)
    if len(found) < 2 or len(found) < 0.5 * (found[-1][1] - found[0][1] + 1):
        return (0,)
    marked = _heads(lines, dict(found))
    if _numbers_stand_at_foot(text, lines, found, marked):
        starts = {n + 1: lines[index + 1].start for index, n in found if index + 1 < len(lines)}
    else:
        starts = {n: lines[_top_of_head(index, marked, dict(found))].start for index, n in found}
    return _offsets(starts)


def page_of(pages: Sequence[int], offset: int) -> int:
    """The page, counted from 1, on which an offset stands."""
    return max(bisect_right(pages, offset), 1)


def _page_numbers(lines: Sequence[Line]) -> list[Numbers]:
    """Groups of lines that number pages: alike but for a number that counts upwards."""
    groups: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for index, line in enumerate(lines):
        if len(line.words) > LONGEST or "§" in line.words:
            continue
        if line.words[-1] in "0123456789-–" and (lone := LONE_NUMBER.fullmatch(line.words)):
            groups["", ""].append((index, int(lone[1] or lone[2])))
        elif MAYBE_NUMBER.search(line.words) and (match := NUMBER.search(line.words)):
            n, total = int(match["n"]), match["a"] or match["b"] or match["c"]
            rest = line.words[: match.start()] + line.words[match.end() :]
            # "3/8" alone is a date or a fraction as soon as a page number; so is a number in a sentence.
            if (
                0 < n <= int(total)
                and (match["word"] or not match["c"])
                and not (len(rest) > 3 and is_content(line.words))
            ):
                groups[rest.strip(), total + (match["word"] or "").lower()].append((index, n))
    return [dict(found) for (rest, kind), found in groups.items() if _counts_pages(rest, kind, found)]


def _counts_pages(rest: str, kind: str, found: Sequence[tuple[int, int]]) -> bool:
    worded = not kind.isdigit()
    if len(found) < (1 if worded and kind and not rest else 2 if kind and not rest else 3):
        return False
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(found)]
    upwards = sum(n > 0 and (worded or apart > 2) for apart, n in steps)  # close together they are a table's
    return upwards >= 0.9 * len(steps)


def _recurring_feet(lines: Sequence[Line]) -> set[int]:
    """Lines for signatures ("Justerandes sign   Utdragsbestyrkande") and the signing service's line on each page."""
    counts = Counter(line.words for line in lines)
    folded = ((words, words.casefold()) for words in counts)
    likely = [words for words, low in folded if "sign" in low or "bestyrk" in low or counts[words] >= 3]
    recurring = {words for words in likely if _is_recurring_foot(words, counts[words])}
    return {index for index, line in enumerate(lines) if line.words in recurring}


def _is_recurring_foot(words: str, count: int) -> bool:
    if len(words) > 2 * LONGEST:
        return False
    if FOOT.fullmatch(words):
        return bool(re.search(r"\w", words)) and count >= 3 - len(FOOT_PART.findall(words))
    # a moment is a signature's, and no mark
    return count >= 3 and bool(SIGNING.search(words)) and not re.search(r"\d\d[:.]\d\d", words)


def _heads(lines: Sequence[Line], numbers: Numbers) -> set[int]:
    """Page numbers, recurring lines such as "Protokoll nr 5", and the lines that recur beside either."""
    counts = Counter(line.words for line in lines)
    heads = {words for words, count in counts.items() if count >= 3 and HEAD.fullmatch(words)}
    anchors: dict[str, list[int]] = {"": sorted(numbers)}
    for index, line in enumerate(lines):
        if line.words in heads:
            anchors.setdefault(line.words, []).append(index)
    marked = {index for places in anchors.values() for index in places}
    for places in anchors.values():
        for step in (-1, 1):
            beside = Counter(words for at in places for words in {lines[i].words for i in _walk(lines, at, step)})
            recurring = {
                words
                for words, count in beside.items()
                if count >= CLOSE * len(places)
                and count >= 2
                and count >= (2 if HEAD.fullmatch(words) else 3)
                and not is_content(words)
            }
            for at in places:
                marked |= _chain(lines, at, step, recurring)
    return marked


def _walk(lines: Sequence[Line], at: int, step: int) -> range:
    return range(at + step, max(min(at + step * (EDGE + 1), len(lines)), -1), step)


def _chain(lines: Sequence[Line], at: int, step: int, recurring: set[str]) -> set[int]:
    """The recurring lines on one side of an anchor, each once; a heading or two may stand in between."""
    marked: set[int] = set()
    left, skipped = set(recurring), 0
    for index in _walk(lines, at, step):
        line = lines[index]
        if line.words in left:
            left.remove(line.words)
            marked.add(index)
        elif skipped < 2 and len(line.words) <= 60 and (not is_content(line.words) or SECTION.fullmatch(line.words)):
            skipped += 1
        else:
            break
    return marked


def _at_edges(lines: Sequence[Line], pages: Sequence[int]) -> set[int]:
    """Lines that recur at the top or the bottom of many pages: the same, or with the page's number."""
    starts = [line.start for line in lines]
    bounds = [0, *(bisect_left(starts, start) for start in pages[1:]), len(lines)]
    on_page = {page: range(*bound) for page, bound in enumerate(pairwise(bounds), 1) if bound[0] < bound[1]}
    marked: set[int] = set()
    for step in (1, -1):
        edges = {page: list(indexes[::step][:EDGE]) for page, indexes in on_page.items()}
        recurring = _recurring(lines, edges)
        for edge in edges.values():
            for index in edge:
                if index not in recurring:
                    break
                marked.add(index)
    return marked


def _recurring(lines: Sequence[Line], edges: dict[int, list[int]]) -> set[int]:
    need = max(3, SHARE * len(edges))
    same: dict[str, dict[int, int]] = defaultdict(dict)  # words → page → line
    alike: dict[str, list[tuple[int, int]]] = defaultdict(list)  # folded words → page and line
    for page, edge in edges.items():
        for index in edge:
            words = lines[index].words
            same[words].setdefault(page, index)
            if DIGIT.search(words):
                alike[fold(words)].append((page, index))
    recurring = {
        index
        for words, places in same.items()
        if len(places) >= need and not is_content(words)
        for index in places.values()
    }
    for found in alike.values():
        if len(found) > 1:
            recurring |= _numbered(lines, found, need)
    return recurring


def _numbered(lines: Sequence[Line], found: Sequence[tuple[int, int]], need: float) -> set[int]:
    """Of lines at the edge that are alike but for digits those that tell the page's number."""
    places: dict[int, int] = {}
    for page, index in found:
        words = lines[index].words
        if NUMBER.fullmatch(words) or not is_content(words):
            places.setdefault(page, index)
    if not places:
        return set()
    explicit = NUMBER.search(lines[next(iter(places.values()))].words)
    return _counting(lines, places) if len(places) >= (2 if explicit else need) else set()


def _counting(lines: Sequence[Line], places: dict[int, int]) -> set[int]:
    """Of lines that are alike but for digits those in which one number counts the pages and the others stand still."""
    figures = {page: [int(d) for d in re.findall(r"\d{1,9}", lines[index].words)] for page, index in places.items()}
    for k in range(min(map(len, figures.values()))):
        (offset, count), *_ = Counter(f[k] - page for page, f in figures.items()).most_common(1)
        fitting = [page for page, f in figures.items() if f[k] - page == offset]
        others = {(*figures[page][:k], *figures[page][k + 1 :]) for page in fitting}
        if count >= 0.8 * len(figures) and len(others) == 1:
            return {places[page] for page in fitting}
    return set()


def _top_of_head(index: int, marked: set[int], numbers: Numbers) -> int:
    while index and index - 1 in marked and index - 1 not in numbers:
        index -= 1
    return index


def _numbers_stand_at_foot(
    text: str, lines: Sequence[Line], found: Sequence[tuple[int, int]], marked: set[int]
) -> bool:
    """Whether a page's number stands below its text: signs for it weighed against signs that it stands in the head."""
    (first, first_page), (last, last_page) = found[0], found[-1]
    before = any(i not in marked for i in range(first))
    after = any(i not in marked for i in range(last, len(lines)))
    gaps_above = sum(text.count("\n", lines[i - 1].end, lines[i].start) for i, _ in found if i)
    gaps_below = sum(text.count("\n", lines[i].end, lines[i + 1].start) for i, _ in found if i + 1 < len(lines))
    signs = (gaps_below > gaps_above) - (gaps_below < gaps_above)
    if first_page == 1:  # the text of page 1 stands above its number, or it is a head's
        signs += 2 if before else -2
    if not after:
        signs += 2
    elif f"{last_page}" in re.findall(r"\d+", lines[last].words)[1:]:  # text after "12 (12)"
        signs -= 1
    signs -= sum(i - 1 in marked for i, _ in found) > sum(i + 1 in marked for i, _ in found)
    return signs > 0


def _offsets(starts: dict[int, int]) -> tuple[int, ...]:
    """The starts of pages 1 to the last, from those that are known."""
    known = sorted(starts.items())
    (first, at), last = known[0], known[-1][0]
    lengths = sorted(b[1] - a[1] for a, b in pairwise(known))
    # What stands before the first known page is the page before it, unless it is much longer than a page.
    lead = not lengths or at <= 3 * lengths[len(lengths) // 2]
    pages = [0] * last
    for number in range(last, 0, -1):
        following = pages[number] if number < last else 0
        pages[number - 1] = starts.get(number, 0 if number < first and lead else following)
    pages[0] = 0
    return tuple(pages)
