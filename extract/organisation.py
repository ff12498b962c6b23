"""The noun that the steps for organisations share, and the nominative of a name."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation as named at one place: the span, its name in the nominative, and its kind."""

    start: int
    end: int
    name: str
    kind: str


def nominative(name: str) -> str:
    """A name without the genitive s: `exploateringsnämndens` → `exploateringsnämnden`; names that end in s by
    nature stay.
    """
    if re.search(
        r"(?:en|et|an|tén|nämnd|råd|rätt|fullmäktige|styrelse|fond|stiftelse|utskott|beredning|förbund)s$", name
    ):
        return name[:-1]
    return name
