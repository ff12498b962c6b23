"""Bordläggning and återremiss: where a matter that was put off or sent back came up again. Pure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ..extract.dates import dates_in
from .cases import MANY, Joined, Step
from .organisation_names import normal
from .titles import alike

_BACK = re.compile(r"återremi|återförvis|åter till", re.I)
"""A decision of the kind `referred` that expects the matter back; others pass it on."""
_DEADLINE = re.compile(r"\b(?:senast|före|innan|från|daterad\w*)\s+(?:den\s+)?$", re.I)
_MEETS = re.compile(r"samm?anträd|möte|nämnd|styrelse|fullmäktige|\btill\s+(?:den\s+)?$", re.I)


@dataclass(frozen=True, slots=True)
class Return:
    """Of a step that put the matter off or sent it back."""

    step: str
    """Node."""
    to: str = ""
    """Node of the step that took it up again; empty where the graph shows none."""
    reason: str = ""
    expected: str = ""
    """The day that the decision names, ISO 8601."""


def returns(joined: Joined, cited: Mapping[str, Sequence[Step]], names: Mapping[str, str]) -> Iterator[Return]:
    """The returns of all steps of the cases, sorted by step. `names` has the names of bodies by their slugs."""
    members = {key: sorted(steps, key=lambda s: s.place) for key, steps in joined.steps.items()}
    places = {key: [step.place for step in steps] for key, steps in members.items()}
    told = {step.node: step for steps in members.values() for step in steps if step.date and put_off(step)}
    for node, step in sorted(told.items()):
        expected = expected_day(step)
        offered: dict[str, tuple[Step, str]] = {}
        for key in joined.of[node]:
            at = bisect_right(places[key], step.place)
            before = {s.body for s in members[key][max(0, at - MANY) : at]} - {"", step.body}
            for other in members[key][at : at + MANY]:
                reason = taken_up(step, other, before, names, cited)
                if reason and other.date > step.date:
                    offered.setdefault(other.node, (other, reason))
        chosen = choose(list(offered.values()), expected)
        if chosen or expected:
            yield Return(node, *((chosen[0].node, chosen[1]) if chosen else ("", "")), expected)


def choose(offered: Sequence[tuple[Step, str]], expected: str) -> tuple[Step, str] | None:
    """The step of the day that was named, else of the first day; of several that day the one that refers back."""
    days = {step.date for step, _ in offered}
    day = expected if expected in days else min(days, default="")
    there = [pair for pair in offered if pair[0].date == day]
    there = [pair for pair in there if pair[1].endswith("refers back")] or there
    return there[0] if len(there) == 1 else None


def put_off(step: Step) -> str:
    """`postponed` or `referred`, when a decision of the step expects the matter back; else empty."""
    kinds = {
        kind for kind, words in step.decided if kind == "postponed" or (kind == "referred" and _BACK.search(words))
    }
    return "referred" if "referred" in kinds else "postponed" if kinds else ""


def taken_up(
    step: Step, other: Step, before: set[str], names: Mapping[str, str], cited: Mapping[str, Sequence[Step]]
) -> str:
    """Why a later step of the case takes the matter up again; empty where it does not.

    After bordläggning the same body does. After återremiss also a body that prepared the matter before, or that the
    decision names.
    """
    back = any(target.node == step.node for target in cited.get(other.node, ()))
    if other.owner != step.owner or not other.body or not (back or alike(step.title, other.title)):
        return ""
    behind = ", refers back" if back else ""
    if other.body == step.body:
        return f"same case, same body{behind}"
    if put_off(step) == "referred" and (other.body in before or called(names.get(other.body, ""), step)):
        return f"same case, preparing body{behind}"
    return ""


def called(body: str, step: Step) -> bool:
    """Whether a decision of the step names a body."""
    name = normal(body)
    return bool(name) and any(f" {name} " in f" {normal(words)} " for _, words in step.decided)


def expected_day(step: Step) -> str:
    """The day on which the matter is to be taken up again, as a decision that puts it off names it."""
    for kind, words in step.decided:
        if kind != "postponed" and not (kind == "referred" and _BACK.search(words)):
            continue
        for found in dates_in(words, step.date[:4]):
            before = words[: found.start]
            if _DEADLINE.search(before) or not (_MEETS.search(before) or kind == "postponed"):
                continue
            day = found.iso
            if not found.year and day <= step.date:  # `till den 14 januari`, said in December
                day = next_year(day)
            if day > step.date:
                return day
    return ""


def next_year(day: str) -> str:
    """The same day a year later; of 29 February the last of the month."""
    told = date.fromisoformat(day)
    later = date(told.year + 1, told.month, 1) + timedelta(days=told.day - 1)
    return later.isoformat() if later.month == told.month else (later - timedelta(days=1)).isoformat()
