"""The words that votes are printed with: choices (`Ja`, `Nej`, `Avst.`, `Frånv.`), and how many (`sju`)."""

from __future__ import annotations

FORMS = {
    "yes": ("ja",),
    "no": ("nej",),
    "abstain": ("avst", "avstår", "avstod", "avstått", "avstående"),
    "absent": ("frånv", "frånvarande"),
}
CHOICES = {form: choice for choice, forms in FORMS.items() for form in forms}
UNITS = ["en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio"]
TEENS = ["tio", "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton"]
TENS = ["tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio"]
NUMBERS = {
    "ett": 1,
    **{word: n for n, word in enumerate([*UNITS, *TEENS], 1)},
    **{ten + unit: 10 * n + m for n, ten in enumerate(TENS, 2) for m, unit in enumerate(["", *UNITS])},
}
COUNT = r"(\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r")"
"""A number of votes, as one group of a pattern."""


def choice_of(word: str) -> str:
    """The choice that a word stands for: `yes`, `no`, `abstain` or `absent`; empty for any other word.

    >>> choice_of("Ja"), choice_of("Avst."), choice_of("Jaså")
    ('yes', 'abstain', '')
    """
    return CHOICES.get(word.casefold().strip("."), "")


def number_of(word: str) -> int:
    """`sju` or `7` → 7."""
    return int(NUMBERS.get(word.casefold(), word))
