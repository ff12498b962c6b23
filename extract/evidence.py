"""The words that a fact rests on."""

from __future__ import annotations

from bisect import bisect_right

from .facts import Evidence
from .layout import Layout
from .places import placed


def evidence(page: Layout, start: int, end: int, rule: str) -> Evidence:
    """The evidence of a span: its words exactly as in the text as read, the page on which it begins, and its box."""
    reading = page.reading
    words = reading.text[start:end]
    number = max(1, bisect_right(reading.pages, start))
    box, confidence = placed(reading.places, reading.text, start, end, number)
    return Evidence(start, end, words, number, rule, box, confidence)
