"""What PDFium knows of a page's text → words with their places, for `pdf_order`.

PDFium gives characters in the order in which a file draws them, and knows the place of each. Asking is what takes time:
a word is asked twice (where it begins, where it ends), the font once for a run of words that stand close on one line.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise, repeat
from operator import sub
from typing import Any
from unicodedata import is_normalized

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from .clean import clean
from .pdf_rows import Word

NEAR = 0.5  # em: words with a smaller gap are sure to stand in one cell
LEVEL = 0.2  # points: words whose baselines differ by less stand on one line
_FAR = 1e5  # points: what stands further out is a broken coordinate
_HYPHENS = "\x02\ufffe"  # PDFium's marks for a hyphen at a line's end, after which it draws the lines together
_HYPHEN = re.compile(rf"[{_HYPHENS}]|\xad$")
_LIGATURES = frozenset(map(chr, range(0xFB00, 0xFB07)))
_PIECE = re.compile(rf"[^\s{_HYPHENS}]+[{_HYPHENS}]?|[{_HYPHENS}]")


def _quick(function: Any, result: Any = None) -> Callable[..., Any]:
    """The same function of PDFium without a check of its arguments, which takes twice the time of the call itself.

    Give it whole numbers and `byref(…)` only.
    """
    return ctypes.PYFUNCTYPE(result)(ctypes.cast(function, ctypes.c_void_p).value)  # type: ignore[arg-type]


_origin = _quick(raw.FPDFText_GetCharOrigin)
_box = _quick(raw.FPDFText_GetLooseCharBox)
_matrix = _quick(raw.FPDFText_GetMatrix)
_size = _quick(raw.FPDFText_GetFontSize, ctypes.c_double)
_consume = deque[None](maxlen=0).extend

_SLOTS = 1024
_X, _Y, _BOXES = (ctypes.c_double * _SLOTS)(), (ctypes.c_double * _SLOTS)(), (ctypes.c_float * (4 * _SLOTS))()
_TO_X, _TO_Y = ([ctypes.byref(numbers, 8 * slot) for slot in range(_SLOTS)] for numbers in (_X, _Y))
_TO_BOX = [ctypes.byref(_BOXES, 16 * slot) for slot in range(_SLOTS)]
"""Room for PDFium's answers, so many words at a time; PDFium serves one thread only."""
_MATRIX = (ctypes.c_float * 6)()
_TO_MATRIX = ctypes.byref(_MATRIX)


def page_words(textpage: pdfium.PdfTextPage) -> dict[int, list[Word]]:
    """The words of a page by their direction in quarter turns, as if each direction were upright; -1 is askew.

    Words that follow each other on a line without a large gap come as one: a line of prose is one "word".
    """
    page = ctypes.byref(textpage.raw.contents)
    text = _characters(textpage)
    spans = _spans(text)
    xs, ys, rights = _places(page, spans)
    gaps = list(map(sub, xs[1:], rights))
    lines = [i for i, step in enumerate(map(sub, ys[1:], ys), 1) if not -LEVEL < step < LEVEL]
    odd = not (_LIGATURES.isdisjoint(text) and is_normalized("NFC", text))
    turned: dict[int, list[Word]] = defaultdict(list)
    for begin, stop in pairwise([0, *lines, len(spans)]):
        while begin < stop:
            angle, em = _font(page, spans[begin][0])
            near, end = NEAR * em, begin + 1
            while end < stop and 0 <= gaps[end - 1] <= near:
                end += 1
            if angle == 0:
                place = xs[begin], rights[end - 1], ys[begin]
            else:
                end = begin + 1
                place = _upright(page, *spans[begin], angle)
            left, right, base = place
            piece = text[spans[begin][0] : spans[end - 1][1]]
            if odd or "  " in piece or not piece.isprintable():
                piece = " ".join(clean(_HYPHEN.sub("-", piece)).split())
            if piece and -_FAR < left < _FAR and -_FAR < right < _FAR and -_FAR < base < _FAR:  # false for nan, too
                words = turned[angle]
                words.append((left, right, base, em, len(words), piece, (xs, rights, begin, end)))
            begin = end
    return {angle: words for angle, words in turned.items() if words}


def _spans(text: str) -> list[tuple[int, int]]:
    """Where each word begins and ends in a page's characters."""
    if any(mark in text for mark in _HYPHENS):
        return [piece.span() for piece in _PIECE.finditer(text)]
    for space in "\r\n\t\xa0":
        text = text.replace(space, " ")
    words = text.split(" ")
    starts = accumulate([len(word) + 1 for word in words], initial=0)
    return [(start, start + len(word)) for start, word in zip(starts, words, strict=False) if word]


def _places(page: Any, spans: Sequence[tuple[int, int]]) -> tuple[list[float], list[float], list[float]]:
    """Where each word begins on its baseline, x and y, and the right edge of its last character."""
    xs, ys, rights = list[float](), list[float](), list[float]()
    for at in range(0, len(spans), _SLOTS):
        some = spans[at : at + _SLOTS]
        _consume(map(_origin, repeat(page), [start for start, _ in some], _TO_X, _TO_Y))
        _consume(map(_box, repeat(page), [end - 1 for _, end in some], _TO_BOX))
        xs += _X[: len(some)]
        ys += _Y[: len(some)]
        rights += _BOXES[2 : 4 * len(some) : 4]
    return xs, ys, rights


def _font(page: Any, index: int) -> tuple[int, float]:
    """A character's direction in quarter turns, or -1, and the size of its font on the page in points."""
    _matrix(page, index, _TO_MATRIX)
    a, b, c, d = _MATRIX[:4]
    em = _size(page, index) * math.hypot(c, d)
    if not 1 < em < _FAR:
        em = 1.0
    if b == c == 0 < a:
        return 0, em
    angle = math.atan2(c, a) % math.tau
    turns = round(angle / (math.pi / 2))
    askew = abs(angle - turns * math.pi / 2) >= 0.1
    return -1 if askew else turns % 4, em


def _characters(textpage: pdfium.PdfTextPage) -> str:
    """The page's characters, one for each of PDFium's indexes."""
    count = textpage.count_chars()
    text: str = textpage.get_text_range() if count else ""
    if len(text) == count:
        return text
    # Characters outside of the basic plane, or left out by PDFium, shift the indexes: ask one by one.
    codes = (raw.FPDFText_GetUnicode(textpage.raw, index) for index in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 else " " for code in codes)


def _upright(page: Any, start: int, end: int, angle: int) -> tuple[float, float, float]:
    """Left, right and baseline of a word, turned so that it reads from left to right."""
    _origin(page, start, _TO_X[0], _TO_Y[0])
    _box(page, end - 1, _TO_BOX[0])
    x, y, (left, top, right, bottom) = _X[0], _Y[0], _BOXES[:4]
    match angle:
        case 1:  # PDFium counts clockwise: reads downwards
            return -y, -bottom, x
        case 2:
            return -x, -left, -y
        case 3:
            return y, top, -x
        case _:
            return x, right, y
