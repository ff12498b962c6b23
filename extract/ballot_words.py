"""The words that votes are printed with: choices (`Ja`, `Nej`, `Avst.`, `Frånv.`), and how many (`sju`)."""

from __future__ import annotations

FORMS = {
    "yes": ("ja",),
    "no": ("nej",),
    "abstain": ("avst", "avstår", "avstod", "avstått", "avstående"),
    "absent": ("frånv", "frånvarande"),
}
CHOICES = {form: choice for choice, forms in FORMS.items() for form in forms}
NUMBERS = {
    "en": 1,
    "ett": 1,
    "två": 2,
    "tre": 3,
    "fyra": 4,
    "fem": 5,
    "sex": 6,
    "sju": 7,
    "åtta": 8,
    "nio": 9,
    "tio": 10,
    "elva": 11,
    "tolv": 12,
}
COUNT = r"(\d{1,3}|" + "|".join(NUMBERS) + r")"
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
