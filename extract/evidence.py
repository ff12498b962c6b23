"""The words that a fact rests on."""

from __future__ import annotations

from bisect import bisect_right

from .facts import Evidence
from .layout import Layout


def evidence(page: Layout, start: int, end: int, rule: str) -> Evidence:
    """The evidence of a span: its words exactly as in the text as read, and the page on which it begins."""
    words = page.reading.text[start:end]
    return Evidence(start, end, words, max(1, bisect_right(page.reading.pages, start)), rule)
