"""A `Diagnosis` without the document's words: letters become x, digits 9, and the words of the form stay.

Layout survives, content does not, so that it can be pasted into a public bug report. What stays are the words of
`lexicon/structural_words.tsv` (labels, headings, roles, verbs of procedure, small words), white space and plain marks.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from .diagnosis import Diagnosis
from .lexicon.tables import rows

WORDS = re.compile(r"[^\W\d_]+")
KEPT = frozenset(" \t\n.,;:!?()[]{}<>/\\|+-–—=_*#@&%'\"’‘”“»«§…•·▪●○►■×✓✔✗√")


def anonymous(diagnosis: Diagnosis) -> Diagnosis:
    """The diagnosis with every word of the document masked; our own words and the numbers of lines stay."""
    ending = re.search(r"\.\w{1,5}$", diagnosis.file.source)
    source = masked(diagnosis.file.source.removesuffix(ending[0] if ending else ""))
    hidden: Diagnosis = _hidden(diagnosis)
    file = replace(hidden.file, source=source + (f".{diagnosis.file.format}" if diagnosis.file.format else ""))
    return replace(hidden, file=file, anonymous=True)


def _hidden(value: Any) -> Any:
    if isinstance(value, str):
        return masked(value)
    if isinstance(value, tuple):
        return tuple(map(_hidden, value))
    if is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: _hidden(getattr(value, f.name)) for f in fields(value) if not f.metadata.get("ours")}
        return replace(value, **changed)
    return value


def masked(text: str) -> str:
    """The text with its letters as x and X and its digits as 9; words that only tell the form stay.

    >>> masked("Utses att justera: Ada Ek (S), 2 maj")
    'Utses att justera: Xxx Xx (X), 9 xxx'
    """
    parts, at = [], 0
    for word in WORDS.finditer(text):
        alone = text[at : word.start()].endswith("(") and text.startswith(")", word.end())  # perhaps a party
        parts += [_marks(text[at : word.start()]), word[0] if _kept(word[0], alone) else _letters(word[0])]
        at = word.end()
    return "".join([*parts, _marks(text[at:])])


def _kept(word: str, alone: bool) -> bool:
    kind = structural_words().get(word.casefold(), "")
    return kind != "" and (kind != "lower" or (word.islower() and not alone))


def _letters(word: str) -> str:
    return "".join("X" if char.isupper() else "x" for char in word)


def _marks(text: str) -> str:
    return "".join(char if char in KEPT else "9" if char.isnumeric() else "?" for char in text)


@cache
def structural_words() -> dict[str, str]:
    """The words, in small letters, that tell the form of minutes and nothing of what they say, and of what kind they
    are; those of the kind `lower` are names too and count in small letters only.
    """
    return {row["word"]: row["kind"] for row in rows("structural_words.tsv")}
