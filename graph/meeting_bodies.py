"""Whose body met: told apart by name and organisation, or by the people on their lists. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .organisation_names import extends, normal, without_organisation

SHARED_PEOPLE = 2
SHARED_PART = 1 / 3
"""Minutes without a printed organisation belong with a body if so many of their listed people, and so great a part of
them, stand on its other lists: two names in common may be a coincidence, a third of a list is none."""


@dataclass(frozen=True, slots=True)
class MeetingMention:
    node: str
    document: str
    body: str
    organisation: str = ""
    people: frozenset[str] = frozenset()
    """Normal forms of the names on the attendance list."""


@dataclass(frozen=True, slots=True)
class MetBody:
    """A body that met: the same for all its meetings."""

    name: str
    """Normal form, the longest of its meetings, without the organisation's name."""
    host: str
    """Key of its organisation; empty when no minutes print it."""
    document: str
    """The first of its documents, which tells bodies without an organisation apart."""


@dataclass(slots=True)
class _Draft:
    name: str
    host: str
    documents: set[str]


class _Drafts:
    """Bodies being put together."""

    def __init__(self) -> None:
        self.drafts: list[_Draft] = []
        self._root: list[int] = []
        self._seen: dict[tuple[str, str], set[int]] = defaultdict(set)

    def find(self, n: int) -> int:
        while self._root[n] != n:
            n = self._root[n]
        return n

    def add(self, name: str, host: str) -> int:
        self.drafts.append(_Draft(name, host, set()))
        self._root.append(len(self._root))
        return len(self._root) - 1

    def meet(self, n: int, meeting: MeetingMention) -> None:
        """Count a meeting as one of the body's."""
        self.drafts[n].documents.add(meeting.document)
        for person in meeting.people:
            self._seen[_stem(self.drafts[n].name), person].add(n)

    def join(self, a: int, b: int) -> int:
        """One body of two; the one whose organisation is known, or the older draft, keeps its number."""
        a, b = sorted((self.find(a), self.find(b)), key=lambda n: (not self.drafts[n].host, n))
        if a != b:
            self._root[b] = a
            self.drafts[a].documents |= self.drafts[b].documents
            self.drafts[a].name = max(self.drafts[a].name, self.drafts[b].name, key=lambda name: (len(name), name))
        return a

    def near(self, name: str, people: frozenset[str]) -> list[int]:
        """The bodies of that name, or else of a name that extends it, which share enough people."""
        shared: Counter[int] = Counter()
        for person in people:
            shared.update({self.find(n) for n in self._seen.get((_stem(name), person), ())})
        enough = max(SHARED_PEOPLE, SHARED_PART * len(people))
        found = sorted(n for n, count in shared.items() if count >= enough)
        equal = [n for n in found if self.drafts[n].name == name]
        longer = [n for n in found if extends(self.drafts[n].name, name)]
        return equal or (longer if len(longer) == 1 else [])


def meeting_bodies(meetings: Iterable[MeetingMention], own: Mapping[str, str]) -> dict[str, MetBody]:
    """Each meeting's node → the body that met. `own` has the key of the organisation that a document prints, if any."""
    ordered = sorted(meetings, key=lambda m: m.node)
    drafts = _Drafts()
    met: dict[str, int] = {}
    printed = [m for m in ordered if own.get(m.document)]
    names = _names_by_host(printed, own)
    by_key: dict[tuple[str, str], int] = {}
    for meeting in printed:
        host = own[meeting.document]
        name = full_name(without_organisation(normal(meeting.body), host), names[host])
        if (name, host) not in by_key:
            by_key[name, host] = drafts.add(name, host)
        met[meeting.node] = by_key[name, host]
        drafts.meet(by_key[name, host], meeting)
    unprinted = [m for m in ordered if not own.get(m.document)]
    for meeting in sorted(unprinted, key=lambda m: (-len(normal(m.body)), m.node)):
        body = drafts.add(normal(meeting.body), "")
        near = drafts.near(normal(meeting.body), meeting.people)
        drafts.meet(body, meeting)
        met[meeting.node] = body
        if len({drafts.drafts[n].host for n in near} - {""}) < 2:
            for other in near:
                body = drafts.join(body, other)
    found = {n: drafts.drafts[drafts.find(n)] for n in set(met.values())}
    return {node: MetBody(found[n].name, found[n].host, min(found[n].documents)) for node, n in met.items()}


def full_name(name: str, names: Iterable[str]) -> str:
    """The one of an organisation's names of bodies that extends this one; else the name itself."""
    longer = [other for other in names if extends(other, name)]
    return longer[0] if len(longer) == 1 else name


def _names_by_host(printed: Sequence[MeetingMention], own: Mapping[str, str]) -> dict[str, set[str]]:
    names: dict[str, set[str]] = defaultdict(set)
    for meeting in printed:
        host = own[meeting.document]
        names[host].add(without_organisation(normal(meeting.body), host))
    return names


def _stem(name: str) -> str:
    """What a short and a full form have in common."""
    stem = name.partition(" för ")[0]
    return stem if " " in stem else name
