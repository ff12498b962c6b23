"""Items → cases: which items are steps of one case, by their numbers and by what they explicitly refer to. Pure.

A number is a case within one organisation: `KS 2024/123` of two municipalities are two cases. Only numbers of the
Government Offices are one case everywhere. What a text merely names joins a case only where the titles agree; a wrong
link is worse than none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..extract.case_numbers import normal, parse
from .titles import alike

Owner = tuple[str, ...]
"""Whose diary: `("organisation", slug)`, where that is not known `("body", slug)` or `("document", IRI)`."""
Key = tuple[str, ...]
"""Of a case: its owner and its number in normal form, or `("item", node)` of its first item where it has no number."""
NATIONAL: Owner = ("national",)
MANY = 200
"""Of a case with more items than this, only so many are compared: such a number is none of one matter."""


@dataclass(frozen=True, slots=True)
class Step:
    """An item of a meeting, with what it says of its case. Names are slugs or IRIs; what is not known is empty."""

    node: str
    document: str
    number: str
    """Of the paragraf."""
    title: str
    date: str
    """Of the meeting, ISO 8601."""
    body: str
    owner: Owner
    own: tuple[str, ...] = ()
    """Its diarienummer, as printed."""
    named: tuple[str, ...] = ()
    """Other diarienummer that its text names."""
    cites: tuple[tuple[str, str], ...] = ()
    """(date, §) of the decisions that it refers to."""
    decided: tuple[tuple[str, str], ...] = ()
    """(kind, words) of its decisions that put the matter off or send it on."""

    @property
    def place(self) -> tuple[str, str, int, str]:
        """For sorting: by date, document and § (a step without a date comes last)."""
        digits = "".join(c for c in self.number if c.isdigit())
        return self.date or "9", self.document, int(digits or 0), self.node


@dataclass(frozen=True, slots=True)
class Case:
    key: Key
    number: str
    """Normal form; empty for a case that its items' references make."""
    printed: tuple[str, ...]
    title: str
    """Of its first item that has one."""
    owner: Owner
    steps: tuple[str, ...]
    """Nodes, in order of time."""
    first: str
    last: str


@dataclass(slots=True)
class Joined:
    """Steps being put together into cases."""

    of: dict[str, list[Key]] = field(default_factory=lambda: defaultdict(list))
    """Node of a step → its cases."""
    steps: dict[Key, list[Step]] = field(default_factory=lambda: defaultdict(list))
    printed: dict[Key, set[str]] = field(default_factory=lambda: defaultdict(set))

    def join(self, step: Step, key: Key) -> None:
        if key not in self.of[step.node]:
            self.of[step.node].append(key)
            self.steps[key].append(step)


def join(steps: Iterable[Step]) -> tuple[Joined, dict[str, list[Step]]]:
    """The cases of some steps, and to which earlier steps each refers. The result does not depend on the order."""
    ordered = sorted(steps, key=lambda step: step.place)
    joined = Joined()
    numbered(ordered, joined)
    named(ordered, joined)
    cited = citations(ordered, joined)
    by_reference(ordered, cited, joined)
    return joined, cited


def cases(joined: Joined) -> Iterator[Case]:
    """The cases, sorted by key."""
    for key, members in sorted(joined.steps.items()):
        steps = sorted(members, key=lambda step: step.place)
        dates = [step.date for step in steps if step.date]
        number = "" if key[0] == "item" else key[-1]
        yield Case(
            key=key,
            number=number,
            printed=tuple(sorted(joined.printed[key] - {number})),
            title=next((step.title for step in steps if step.title), ""),
            owner=steps[0].owner if key[0] == "item" else key[:-1],
            steps=tuple(step.node for step in steps),
            first=dates[0] if dates else "",
            last=dates[-1] if dates else "",
        )


def numbered(steps: Sequence[Step], joined: Joined) -> None:
    """Join the steps that print a number as their own."""
    bare: list[tuple[Step, Key, str]] = []
    prefixed: dict[tuple[Owner, str], set[Key]] = defaultdict(set)
    for step in steps:
        for printed in step.own:
            key = key_of(step, printed)
            number = parse(printed, year_of(step))
            if number and not number.prefix:
                bare.append((step, key, printed))
                continue
            joined.join(step, key)
            joined.printed[key].add(printed)
            if number:
                prefixed[step.owner, f"{number.year}/{number.number}"].add(key)
    for step, key, printed in bare:
        # `2024/123` and `KS 2024/123` may be of two diaries: they are one where the titles say so
        near = [k for k in sorted(prefixed.get((step.owner, key[-1]), ())) if of_matter(step, joined.steps[k])]
        key = near[0] if len(near) == 1 else key
        joined.join(step, key)
        joined.printed[key].add(printed)


def named(steps: Sequence[Step], joined: Joined) -> None:
    """Join the steps whose text names the number of a case, where a step of that case has their title.

    A step with a number of its own belongs to that one; a national number is what several answer under their own.
    """
    wanted: dict[Key, list[Step]] = defaultdict(list)
    for step in steps:
        for printed in step.named:
            key = key_of(step, printed)
            if key[0] == NATIONAL[0] or not step.own:
                wanted[key].append(step)
    for key, naming in sorted(wanted.items()):
        own = list(joined.steps.get(key, ()))
        others = own or (naming if key[0] == NATIONAL[0] else [])
        for step in naming:
            if of_matter(step, [other for other in others[: MANY + 1] if other is not step]):
                joined.join(step, key)


def citations(steps: Sequence[Step], joined: Joined) -> dict[str, list[Step]]:
    """Node of a step → the earlier steps that it refers to by date and §, oldest first.

    In the own body, or else in another of the organisation; of several such the one of the same case or title, if it is
    one.
    """
    places: dict[tuple[Owner, str, str], list[Step]] = defaultdict(list)
    for step in steps:
        if step.date:
            places[step.owner, step.date, step.number].append(step)
    found: dict[str, list[Step]] = {}
    for step in steps:
        targets = []
        for date, number in step.cites:
            there = [s for s in places.get((step.owner, date, number), ()) if date < step.date]
            near = [s for s in there if s.body == step.body] or there
            same = [s for s in near if set(joined.of.get(s.node, ())) & set(joined.of.get(step.node, ()))]
            fitting = same or [s for s in near if alike(s.title, step.title)]
            targets += fitting if len(fitting) == 1 else []
        if targets:
            found[step.node] = sorted({t.node: t for t in targets}.values(), key=lambda s: s.place)
    return found


def by_reference(steps: Sequence[Step], cited: Mapping[str, Sequence[Step]], joined: Joined) -> None:
    """Join the steps that a reference with a like title ties to one another.

    Two with numbers of their own are steps of both cases. One without has the case of those that it is tied to, if it
    is one; several without any are a case without a number.
    """
    known = {step.node: step for step in steps}
    ties: dict[str, list[str]] = defaultdict(list)
    own = {node: tuple(keys) for node, keys in joined.of.items()}
    for node, targets in cited.items():
        for target in targets:
            if not alike(known[node].title, target.title):
                continue
            ties[node].append(target.node)
            ties[target.node].append(node)
            if own.get(node) and own.get(target.node):
                for one, other in ((node, target.node), (target.node, node)):
                    for key in own[other]:
                        joined.join(known[one], key)
    reached = [node for node in sorted(own) if node in ties]
    while reached:
        offered: dict[str, set[tuple[Key, ...]]] = defaultdict(set)
        for node in reached:
            for other in ties[node]:
                if other not in own:
                    offered[other].add(own[node])
        own |= {node: next(iter(keys)) if len(keys) == 1 else () for node, keys in offered.items()}
        reached = sorted(node for node in offered if own[node])
        for node in reached:
            for key in own[node]:
                joined.join(known[node], key)
    for step in steps:
        if step.node in ties and step.node not in own:
            key = ("item", step.node)
            for node in component(step.node, ties, own):
                own[node] = (key,)
                joined.join(known[node], key)


def component(node: str, ties: Mapping[str, Sequence[str]], taken: Mapping[str, object]) -> list[str]:
    """The nodes that are tied to one another, beginning at one."""
    found, seen = [node], {node}
    for one in found:
        for other in ties[one]:
            if other not in seen and other not in taken:
                seen.add(other)
                found.append(other)
    return found


def key_of(step: Step, printed: str) -> Key:
    """The case that a number means when a step prints it."""
    number = parse(printed, year_of(step))
    owner = NATIONAL if number and number.national else step.owner
    return (*owner, normal(printed, year_of(step)))


def year_of(step: Step) -> int:
    """The year of the meeting, 0 where it is not known."""
    return int(step.date[:4]) if step.date else 0


def of_matter(step: Step, others: Sequence[Step]) -> bool:
    """Whether the title of one of the others is like that of the step."""
    return any(alike(step.title, other.title) for other in others[:MANY])
