"""Who is who across documents, where a name is weak evidence: two people are merged only with support.

Support is a body, an organisation or a municipality that both documents show the name with. (The same role in the
same organisation needs no rule of its own: the organisation is enough.) Against a merge stands another party, another
printed municipality, two people whom one document tells apart, or a judgement. What fits several people that differ
is left open.

First equal normal forms are put together, then similar ones. Nothing depends on the order of the input: everything is
gone through in the order of its content, what is printed most fully first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, islice, product

from .names import Comparison, blocks, normal, similarity
from .people import LocalPerson
from .within import CROWD, opposed

RIVALS = 20
"""Whoever fits more people than this is not looked at further: it stays open."""
REVIEWED = 50
"""At most so many pairs of people of one name are candidates: nobody reviews the square of a common name's bearers."""


class Clusters:
    """The people of the graph while they are being put together: local persons by their index, merged by `join`."""

    def __init__(self, locals_: Sequence[LocalPerson]) -> None:
        self.locals = locals_
        self._root = list(range(len(locals_)))
        self.members = [[n] for n in range(len(locals_))]
        self.documents = [{local.document} for local in locals_]
        self.parties = [{local.party} - {""} for local in locals_]
        self.places = [{local.municipality} - {""} for local in locals_]
        self.supports = [set(local.supports) for local in locals_]
        self.marks = [set(local.marks) for local in locals_]

    def find(self, n: int) -> int:
        """The cluster that a local person belongs to."""
        while self._root[n] != n:
            self._root[n] = self._root[self._root[n]]
            n = self._root[n]
        return n

    def join(self, a: int, b: int) -> int:
        """Merge two clusters without asking; the larger one keeps its number."""
        a, b = sorted((self.find(a), self.find(b)), key=lambda n: (-len(self.members[n]), n))
        if a != b:
            self._root[b] = a
            self.members[a] += self.members[b]
            for sets in (self.documents, self.parties, self.places, self.supports, self.marks):
                sets[a] |= sets[b]
                sets[b] = set()
        return a

    def roots(self) -> list[int]:
        return [n for n, root in enumerate(self._root) if n == root]

    def against(self, a: int, b: int) -> str:
        """What stands against a merge, in words; empty if nothing does."""
        for what, values in (("parties", self.parties), ("municipalities", self.places)):
            if values[a] and values[b] and not values[a] & values[b]:
                return f"{what} differ: {', '.join(sorted(values[a] | values[b]))}"
        if shared := _shared(self.documents[a], self.documents[b]):
            return f"told apart in {min(shared)}"
        return "judged to be different" if opposed(self.marks[a], self.marks[b]) else ""

    def supported(self, a: int, b: int) -> bool:
        return bool(_shared(self.supports[a], self.supports[b]))

    def fullness(self, n: int) -> int:
        """How much of party and municipality is known."""
        return bool(self.parties[n]) + bool(self.places[n])


def _shared(a: set[str], b: set[str]) -> set[str]:
    return a & b if len(a) < len(b) else b & a


def cluster(locals_: Sequence[LocalPerson]) -> Clusters:
    """Merge the people of all documents as far as names and support go. `locals_` must be sorted by node."""
    clusters = Clusters(locals_)
    by_name = _by_name(clusters)
    for _, members in sorted(by_name.items()):
        if len(members) > 1:
            _join_equal(clusters, members)
    for _, pair in _similar(by_name, locals_):
        _join_similar(clusters, by_name[pair[0]], by_name[pair[1]])
    return clusters


def open_pairs(clusters: Clusters) -> Iterator[tuple[int, int, Comparison, str]]:
    """The pairs of people of equal or similar names that are not one, with the comparison and what keeps them apart."""
    by_name = _by_name(clusters)
    seen: set[tuple[int, int]] = set()
    alike = [(name, name) for name in sorted(by_name)] + [pair for _, pair in _similar(by_name, clusters.locals)]
    for left, right in alike:
        ours, theirs = ({clusters.find(n) for n in by_name[name]} for name in (left, right))
        pairs = combinations(sorted(ours), 2) if left == right else product(sorted(ours), sorted(theirs))
        for a, b in islice(pairs, REVIEWED):
            if a == b or (min(a, b), max(a, b)) in seen:
                continue
            seen.add((min(a, b), max(a, b)))
            why = clusters.against(a, b)
            if why != "judged to be different":
                supported = "fits several people" if clusters.supported(a, b) else "nothing but the name in common"
                yield a, b, similarity(_spelling(clusters, a, left), _spelling(clusters, b, right)), why or supported


def _by_name(clusters: Clusters) -> dict[str, list[int]]:
    by_name: dict[str, list[int]] = defaultdict(list)
    for n, local in enumerate(clusters.locals):
        for name in local.names:
            by_name[name].append(n)
    return by_name


def _join_equal(clusters: Clusters, members: Sequence[int]) -> None:
    """Merge people of one name: each joins those that share support with it, unless those are at odds."""
    people = sorted({clusters.find(n) for n in members}, key=lambda n: (-clusters.fullness(n), clusters.members[n][0]))
    with_support: dict[str, set[int]] = defaultdict(set)
    for person in people:
        near = {clusters.find(other) for support in clusters.supports[person] for other in with_support[support]}
        fitting = sorted(other for other in near if not clusters.against(person, other))
        if len(fitting) > RIVALS or any(clusters.against(a, b) for a, b in combinations(fitting, 2)):
            continue  # left open, and nobody else is compared with it: that would be the square of a common name
        supports = set(clusters.supports[person])
        for other in fitting:
            person = clusters.join(person, other)
        for support in supports:
            with_support[support].add(person)


def _similar(by_name: dict[str, list[int]], locals_: Sequence[LocalPerson]) -> list[tuple[float, tuple[str, str]]]:
    """Pairs of different normal forms that are one name in two spellings, the most alike first."""
    printed = {name: _printed(locals_[members[0]], name) for name, members in by_name.items()}
    block: dict[str, list[str]] = defaultdict(list)
    for name in sorted(by_name):
        for word in blocks(printed[name]):
            block[word].append(name)
    pairs = {pair for names in block.values() if len(names) <= CROWD for pair in combinations(names, 2)}
    scored = ((similarity(printed[a], printed[b]), (a, b)) for a, b in pairs)
    return sorted((-comparison.weaker, pair) for comparison, pair in scored if comparison.same)


def _join_similar(clusters: Clusters, left: Sequence[int], right: Sequence[int]) -> None:
    """Merge people of two spellings, of whom each is the only one that fits the other."""
    ours, theirs = ({clusters.find(n) for n in members} for members in (left, right))
    if len(ours) * len(theirs) > CROWD:
        return
    fits = [
        (a, b)
        for a, b in product(sorted(ours), sorted(theirs))
        if a != b and clusters.supported(a, b) and not clusters.against(a, b)
    ]
    for a, b in fits:
        if sum(a == other for other, _ in fits) == 1 == sum(b == other for _, other in fits):
            clusters.join(a, b)


def _spelling(clusters: Clusters, person: int, name: str) -> str:
    return next(_printed(local, name) for n in clusters.members[person] if name in (local := clusters.locals[n]).names)


def _printed(local: LocalPerson, name: str) -> str:
    """How the person's first mention under that normal form spells it."""
    return next(mention.name for mention in local.mentions if normal(mention.name) == name)
