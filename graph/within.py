"""Who is who within one document, where a name is strong evidence: minutes name a person in full once, then shorter.

- The same normal form is one person, unless the attendance list has it in rows that differ in party or municipality.
- A spelling variant is the same person, unless both spellings stand on the list, or the parties differ: a list names
  people one by one, so two spellings on it are two people till somebody judges otherwise.
- An abridged name (initial, middle name or second surname left out) is the one person whom it fits, if it is one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from .names import abridges, blocks, is_abbreviated, key, normal, parse, similarity
from .organisation_names import slug as town_slug
from .people import LocalPerson, PersonMention

_MUNICIPALITY = re.compile(r"(.+)-(?:kommun|stad)$")
CROWD = 200
"""More names in one block than this are not compared pair by pair: no real meeting has them."""

Marks = Mapping[str, frozenset[str]]
"""Node of a mention → the sides of judgements that it stands on."""
Profile = tuple[str, str]
"""Party and municipality as the list prints them."""
Group = list[PersonMention]


def people_within(mentions: Iterable[PersonMention], marks: Marks) -> list[LocalPerson]:
    """The people of one document. The result does not depend on the order of the mentions."""
    by_name: dict[tuple[str, tuple[str, ...]], Group] = defaultdict(list)
    for mention in sorted(mentions, key=lambda m: m.node):
        by_name[normal(mention.name), tuple(sorted(marks.get(mention.node, ())))].append(mention)
    groups = [group for _, named in sorted(by_name.items()) for group in _by_rows(named)]
    groups = _join_variants(groups, marks)
    groups = _join_abridged(groups, marks)
    return sorted((_local(group, marks) for group in groups), key=lambda person: person.node)


def opposed(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether some judgement holds the bearers of these marks to be different."""
    other = frozenset(right)
    return any(mark[:-1] + ("<" if mark.endswith(">") else ">") in other for mark in left)


def _by_rows(named: Group) -> list[Group]:
    """Mentions of one name: one group, or one for each person that the list tells apart (and one for the undecided)."""
    people: list[Profile] = []
    profiles = {(m.party, m.municipality) for m in named if m.listed}
    for profile in sorted(profiles, key=lambda p: (-sum(map(bool, p)), p)):
        fitting = [n for n, known in enumerate(people) if _agree(profile, known)]
        if len(fitting) == 1:
            known = people[fitting[0]]
            people[fitting[0]] = (known[0] or profile[0], known[1] or profile[1])
        elif not fitting:
            people.append(profile)
    if len(people) < 2:
        return [named]
    groups: list[Group] = [[] for _ in (*people, "undecided")]
    for mention in named:
        fitting = [n for n, known in enumerate(people) if _agree((mention.party, mention.municipality), known)]
        groups[fitting[0] if len(fitting) == 1 else -1].append(mention)
    return [group for group in groups if group]


def _agree(a: Profile, b: Profile) -> bool:
    return all(not x or not y or x == y for x, y in zip(a, b, strict=True))


def _join_variants(groups: list[Group], marks: Marks) -> list[Group]:
    """Put together what is one name in two spellings, the most alike first; what fits two listed people stays alone."""
    block: dict[str, list[int]] = defaultdict(list)
    for n, group in enumerate(groups):
        for word in blocks(group[0].name):
            block[word].append(n)
    pairs = {pair for members in block.values() if len(members) <= CROWD for pair in combinations(members, 2)}
    alike = {
        (a, b): comparison.weaker
        for a, b in pairs
        if (comparison := similarity(groups[a][0].name, groups[b][0].name)).same
        and not _kept_apart(groups[a], groups[b], marks)
    }
    anchors: dict[int, set[int]] = defaultdict(set)
    for a, b in alike:
        anchors[a] |= {b} if _listed(groups[b]) else set()
        anchors[b] |= {a} if _listed(groups[a]) else set()
    joined = _Joined(groups)
    for a, b in sorted(alike, key=lambda pair: (-alike[pair], pair)):
        if len(anchors[a]) < 2 and len(anchors[b]) < 2:
            joined.join(a, b, marks)
    return joined.groups()


def _join_abridged(groups: list[Group], marks: Marks) -> list[Group]:
    """Put each shorter name to the one person that it fits; the longest name first."""
    by_word: dict[str, set[int]] = defaultdict(set)
    for n, group in enumerate(groups):
        for mention in group:
            for word in _words(mention.name):
                by_word[word].add(n)
    joined = _Joined(groups)
    for n in sorted(range(len(groups)), key=lambda n: (-len(normal(groups[n][0].name)), n)):
        name = groups[n][0].name
        near = by_word[_words(name)[-1]] - {n} if _words(name) else set()
        if len(near) > CROWD:
            continue
        fitting = {
            joined.find(other)
            for other in sorted(near)
            if any(abridges(name, mention.name) for mention in groups[other])
            and not _kept_apart(groups[n], groups[other], marks)
        }
        if len(fitting) == 1:
            joined.join(fitting.pop(), n, marks)
    return joined.groups()


class _Joined:
    """Groups being put together, never two wholes that are kept apart."""

    def __init__(self, groups: list[Group]) -> None:
        self._root = list(range(len(groups)))
        self._whole = [list(group) for group in groups]

    def find(self, n: int) -> int:
        while self._root[n] != n:
            n = self._root[n]
        return n

    def join(self, left: int, right: int, marks: Marks) -> None:
        a, b = self.find(left), self.find(right)
        if a != b and not _kept_apart(self._whole[a], self._whole[b], marks):
            self._root[b] = a
            self._whole[a] += self._whole[b]

    def groups(self) -> list[Group]:
        """Each sorted by node, so that its first mention does not depend on the order of joining."""
        roots = [n for n, root in enumerate(self._root) if n == root]
        return sorted((sorted(self._whole[n], key=lambda m: m.node) for n in roots), key=lambda group: group[0].node)


def _kept_apart(a: Group, b: Group, marks: Marks) -> bool:
    marked = _marks(a, marks), _marks(b, marks)
    if _names(a) & _names(b) and not any(marked):
        return True  # the rows of the list told them apart
    listed = _names(m for m in a if m.listed), _names(m for m in b if m.listed)
    if all(listed) and not listed[0] & listed[1]:
        return True
    for told in (lambda m: m.party, lambda m: m.municipality):
        left, right = set(filter(None, map(told, a))), set(filter(None, map(told, b)))
        if left and right and not left & right:
            return True
    return opposed(*marked)


def _words(name: str) -> list[str]:
    return [key(word) for word in str(parse(name)).replace("-", " ").split()]


def _listed(group: Group) -> bool:
    return any(mention.listed for mention in group)


def _marks(group: Group, marks: Marks) -> frozenset[str]:
    return frozenset().union(*(marks.get(mention.node, frozenset()) for mention in group))


def _names(group: Iterable[PersonMention]) -> set[str]:
    return {normal(mention.name) for mention in group}


def _local(group: Group, marks: Marks) -> LocalPerson:
    names = {mention.name for mention in group}
    full = {name for name in names if not is_abbreviated(name)}
    supports = {f"body {m.body}" for m in group if m.body}
    if full:  # an initial needs more than an organisation in common
        supports |= {f"organisation {m.organisation}" for m in group if m.organisation}
        supports |= {f"municipality {_town(m.municipality)}" for m in group if m.municipality}
        supports |= {f"municipality {_town(found[1])}" for m in group if (found := _MUNICIPALITY.match(m.organisation))}
    return LocalPerson(
        document=group[0].document,
        mentions=tuple(group),
        names=frozenset(map(normal, full or names)),
        party=_printed((m.party for m in group if m.listed), (m.party for m in group)),
        municipality=_printed((m.municipality for m in group if m.listed), (m.municipality for m in group)),
        supports=frozenset(supports),
        marks=_marks(group, marks),
    )


def _town(name: str) -> str:
    """`Ekstads` and `Ekstad` are one, so that who sits for Ekstad fits a person of `Ekstads kommun`."""
    return town_slug(name).removesuffix("s")


def _printed(*sources: Iterable[str]) -> str:
    """The value printed most often in the first source that has any, the first in the alphabet of several."""
    for source in sources:
        if counts := Counter(filter(None, source)):
            return min(counts, key=lambda value: (-counts[value], value))
    return ""
