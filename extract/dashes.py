"""One hyphen: which of the many dashes stands for it in a text."""

from __future__ import annotations

import re

_ALIKE = str.maketrans("‐‑﹣－", "----")
"""Signs that look like a hyphen and mean one."""
_MINUS = re.compile(r"(?<=\w)−|−(?!\d)")
_WITHIN = re.compile(r"(?<=\w)—|(?<=[^\W\d_])–(?= (?:och|eller|samt|respektive)\b)")
"""The long dash stands between words, never at one; `vård– och` is a word that is left open."""
_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[–—](\d\d)[–—](?=\d\d(?!\d))")
_LETTER = r"(?<=[^\W\d_])"


def hyphened(text: str) -> str:
    """The text with a plain hyphen wherever a hyphen is meant; every character keeps its place.

    Some templates and converters print a dash for every hyphen (`Ann–Christin`, `2031–03–04`). Where a text does so,
    which it shows by having hardly any hyphen behind a letter, the dash behind a letter or digit is one.

    >>> hyphened("Ann‑Christin, 2031–03–04"), hyphened("Nora–Ekby, Ann-Christin")
    ('Ann-Christin, 2031-03-04', 'Nora–Ekby, Ann-Christin')
    """
    if not any(dash in text for dash in "‐‑﹣－−–—"):
        return text
    text = _WITHIN.sub("-", _MINUS.sub("-", text.translate(_ALIKE)))
    text = _DATE.sub(r"\1-\2-", text)
    hyphens = len(re.findall(_LETTER + r"-(?=\w)", text))
    for dash in "–—":
        if len(re.findall(_LETTER + dash + r"(?=\w)", text)) > max(2, 3 * hyphens):
            text = re.sub(rf"(?<=\w){dash}", "-", text)
    return text
