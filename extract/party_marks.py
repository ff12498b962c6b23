"""A party in brackets behind a name."""

from __future__ import annotations

import re

PARTY = re.compile(
    r" *,? *[(\[] *([A-Za-zÅÄÖåäö]{1,6}|-|–|politiskt? (?:vilde|oberoende)|vilde|obunden|[a-zåäö]{1,3}-gruppen) *[)\]]"
)
NOT_PARTY = frozenset(
    [
        "ordf",
        "vordf",
        "ers",
        "tjg",
        "ej",
        "kl",
        "se",
        "fd",
        "adj",
        "vice",
        "sekr",
        "nr",
        "pm",
        "del",
        "jäv",
        "ca",
        "ledamot",
        "ny",
        "år",
        "mnkr",
        "tkr",
        "kr",
        "st",
        "nya",
        "vilde",
        "omval",
        "nyval",
    ]
)


def party_code(printed: str) -> str:
    """`(s)` → `S`; empty for what is no party: `-`, `(ordf)`."""
    code = printed.strip().removesuffix("-gruppen")
    if code in ("-", "–") or code.casefold() in NOT_PARTY or len(code) > 5:
        return ""
    return code.upper()
