"""What a cell of a table holds, for those who lay out text before any rule reads it: a person, a cross, a label."""

from __future__ import annotations

import re

PERSON = re.compile(r"(?:\(\s*[^\W\d_]{1,5}\s*\)|[,(]\s*[A-ZÅÄÖ]{1,4}\)?)(?:\W|$)")
"""A name with its party: `Ada Ek (S)`, `Ada Ek, S`."""
CROSS = re.compile(r"[xX×✓✗√]")
ROSTER = re.compile(
    r"(?:ej |icke )?(?:beslutande|närvarande|tjänstgörande|frånvarande|ledamöter|ersättare|suppleanter|övriga)\b", re.I
)
"""The label of a list of people."""
