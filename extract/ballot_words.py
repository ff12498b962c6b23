"""The words that a ballot is printed with: `Ja`, `Nej`, `Avst.`, `Frånv.`."""

from __future__ import annotations

FORMS = {
    "yes": ("ja",),
    "no": ("nej",),
    "abstain": ("avst", "avstår", "avstod", "avstått", "avstående"),
    "absent": ("frånv", "frånvarande"),
}
CHOICES = {form: choice for choice, forms in FORMS.items() for form in forms}


def choice_of(word: str) -> str:
    """The choice that a word stands for: `yes`, `no`, `abstain` or `absent`; empty for any other word.

    >>> choice_of("Ja"), choice_of("Avst."), choice_of("Jaså")
    ('yes', 'abstain', '')
    """
    return CHOICES.get(word.casefold().strip("."), "")
