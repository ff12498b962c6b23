"""Text as all later steps see it, whatever file it was in."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LINE_ENDS = frozenset("\r\v\x85\u2028\u2029")
_SYMBOL_BULLETS = frozenset("\uf02d\uf06f\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc")
"""Bullets of the fonts Symbol and Wingdings, in the private use area."""


def clean(text: str) -> str:
    """Text as all later steps see it: NFC, \\n as the only line end, plain spaces, nothing invisible.

    A soft hyphen at a line's end becomes a hyphen (the word was broken there), elsewhere it goes.
    """
    found = set(text)
    if not found.isdisjoint(_LINE_ENDS):
        text = re.sub(r"\r\n?|[\v\x85\u2028\u2029]", "\n", text)
    if "\xad" in found:
        text = re.sub(r"\xad(?=[ \t]*\n)", "-", text)
    table = {ord(char): new for char in found if (new := _replacement(char)) != char}
    text = text.translate(table) if table else text
    marks = re.escape("".join([char for char in found if unicodedata.combining(char)]))
    if marks:  # to put a long run of them in order takes quadratic time; thirty is Unicode's own limit (UAX 15)
        text = re.sub(f"([{marks}]{{30}})[{marks}]+", r"\1", text)
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=4096)
def _replacement(char: str) -> str:
    if char in "\n\t " or char.isalnum():
        return _LIGATURES.get(char, char)
    match unicodedata.category(char):
        case "Cc" | "Zs":
            return " "
        case "Cf":  # soft hyphen, zero width, marks of writing direction
            return ""
        case "Cs":
            return "\ufffd"
        case "Co" if char in _SYMBOL_BULLETS:
            return "•"
    return char
