"""Who is who: mentions of people → people, with what is left for a reader to judge. Pure.

First within each document (`within.py`), then across documents (`across.py`), then what people judged
(`judgements.py`), which wins over both.

A person's IRI ends in a slug, chosen so that neither the order of building nor the number of mentions matters:

- It is the normal form of the longest spelling (`anna-karin-oman`): counts change with every document, spellings
  seldom. The slugs of the other spellings are aliases, which go on denoting the person.
- Only where people share a slug, each of them has instead that slug and six digits of a hash of the first document, in
  the alphabet, that names the person (of the first mention, where that document names both). Party, body and
  municipality are not in it: they change, and a misread one can be put right.
- A judgement merges people under the first of their slugs; the others become aliases.

So a document that is added changes an IRI only if it brings a longer spelling (the old IRI stays as an alias), a
namesake, or, for somebody who has a namesake, an earlier document.
"""

from __future__ import annotations

import hashlib
import logging
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import unquote

from ..ontology.terms import ID
from .across import Clusters, cluster, open_pairs
from .judgements import DIFFERENT, SAME, Judgement, holding
from .names import is_abbreviated, slug, tidy
from .people import Candidate, LocalPerson, Person, PersonMention, Resolution
from .within import opposed, people_within

__all__ = ["Candidate", "Person", "PersonMention", "Resolution", "resolve"]

log = logging.getLogger(__name__)

_PERSON = f"{ID}person/"


def resolve(mentions: Iterable[PersonMention], judgements: Iterable[Judgement] = ()) -> Resolution:
    """Tell the people apart. Takes near linear time; the result does not depend on the order of the mentions.

    A judgement that concerns nobody, or a name that several people bear, is logged and left out.
    """
    judged = holding(judgements)
    by_document: dict[str, list[PersonMention]] = defaultdict(list)
    for mention in mentions:
        if tidy(mention.name):
            by_document[mention.document].append(mention)
    marks = _marks(by_document, judged)
    locals_ = [person for _, named in sorted(by_document.items()) for person in people_within(named, marks)]
    locals_.sort(key=lambda person: person.node)
    clusters = cluster(locals_)
    slugs = _slugs(clusters)
    _obey(clusters, slugs, judged)
    people = {root: _person(clusters, root, slugs) for root in clusters.roots()}
    candidates = [
        Candidate(
            min(people[a].slug, people[b].slug), max(people[a].slug, people[b].slug), comparison=comparison, why=why
        )
        for a, b, comparison, why in open_pairs(clusters)
        if not _judged_apart(people[a], people[b], judged)
    ]
    return Resolution(
        tuple(sorted(people.values(), key=lambda person: person.slug)),
        tuple(sorted(candidates, key=lambda c: (c.left, c.right))),
    )


def _marks(
    by_document: Mapping[str, Sequence[PersonMention]], judged: Sequence[Judgement]
) -> dict[str, frozenset[str]]:
    """For each mention that a `different` names, by its spelling or its node, the side on which it stands."""
    sides: dict[str, set[str]] = defaultdict(set)
    for n, judgement in enumerate(judged):
        if judgement.judgement == DIFFERENT and judgement.left != judgement.right:
            sides[_spelt(judgement.left)].add(f"{n}<")
            sides[_spelt(judgement.right)].add(f"{n}>")
    if not sides:
        return {}
    found = {
        mention.node: frozenset(sides.get(mention.node, set()) | sides.get(_spelt(mention.name), set()))
        for named in by_document.values()
        for mention in named
    }
    return {node: marks for node, marks in found.items() if marks}


def _spelt(text: str) -> str:
    """A name as it is compared with what is printed (case, dashes and spaces folded); an IRI as it is."""
    return text if text.startswith(ID) else tidy(text).casefold()


def _slugs(clusters: Clusters) -> dict[int, tuple[str, ...]]:
    """For each cluster its own slug, then its aliases. No slug belongs to two clusters."""
    spelt = {root: _spelt_slugs(clusters, root) for root in clusters.roots()}
    bearers = Counter(name for slugs in spelt.values() for name in slugs)
    first = Counter((slugs[0], min(clusters.documents[root])) for root, slugs in spelt.items())
    taken = set(bearers)
    result = {}
    for root, slugs in sorted(spelt.items()):
        own = slugs[0]
        if bearers[own] > 1:
            document = min(clusters.documents[root])
            node = min(clusters.locals[n].node for n in clusters.members[root])
            own = _free(own, document if first[own, document] == 1 else node, taken)
        result[root] = (own, *(name for name in slugs[1:] if bearers[name] == 1))
    return result


def _spelt_slugs(clusters: Clusters, root: int) -> list[str]:
    """The slugs of the spellings, the longest first; of abbreviated ones only if there is no other."""
    names = {mention.name for n in clusters.members[root] for mention in clusters.locals[n].mentions}
    full = {name for name in names if not is_abbreviated(name)}
    return sorted({slug(name) for name in full or names}, key=lambda name: (-len(name), name))


def _free(name: str, source: str, taken: set[str]) -> str:
    digest = hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()
    found = next(f"{name}-{digest[:n]}" for n in range(6, len(digest)) if f"{name}-{digest[:n]}" not in taken)
    taken.add(found)
    return found


def _obey(clusters: Clusters, slugs: Mapping[int, tuple[str, ...]], judged: Sequence[Judgement]) -> None:
    """Merge what people judged to be the same, unless they judged it to be different too."""
    by_reference: dict[str, set[int]] = defaultdict(set)
    if judged:
        for root, names in slugs.items():
            for name in names:
                by_reference[_PERSON + name].add(root)
        for n, local in enumerate(clusters.locals):
            for mention in local.mentions:
                by_reference[_spelt(mention.name)].add(n)
                by_reference[mention.node].add(n)

    def denoted(reference: str) -> list[int]:
        iri = _PERSON + unquote(reference.removeprefix(_PERSON)) if reference.startswith(_PERSON) else reference
        return sorted({clusters.find(n) for n in by_reference.get(_spelt(iri), ())})

    for n, judgement in enumerate(judged):  # first of all: those who must not meet through the others
        if judgement.judgement == DIFFERENT and _PERSON in judgement.left + judgement.right:
            left, right = denoted(judgement.left), denoted(judgement.right)
            if not left or not right or set(left) & set(right):
                log.warning("judgement without effect: %s and %s are %s", judgement.left, judgement.right, DIFFERENT)
                continue
            for roots, mark in ((left, f"{n}<"), (right, f"{n}>")):
                for root in roots:
                    clusters.marks[root].add(mark)
    for judgement in judged:
        if judgement.judgement != SAME:
            continue
        left, right = denoted(judgement.left), denoted(judgement.right)
        everybody = _spelt(judgement.left) == _spelt(judgement.right)  # one name twice: all who bear it
        if not left or not right or (not everybody and max(len(left), len(right)) > 1):
            many = "is nobody" if not left or not right else "is several people, write an IRI"
            log.warning("judgement left out: %s or %s %s", judgement.left, judgement.right, many)
            continue
        for other in {*left, *right} - {left[0]}:
            a, b = clusters.find(left[0]), clusters.find(other)
            if opposed(clusters.marks[a], clusters.marks[b]):
                log.warning("judgement left out: %s and %s are judged different too", judgement.left, judgement.right)
            elif a != b:
                clusters.join(a, b)


def _person(clusters: Clusters, root: int, slugs: Mapping[int, tuple[str, ...]]) -> Person:
    members = [clusters.locals[n] for n in sorted(clusters.members[root])]
    parts = [slugs[n] for n in sorted(clusters.members[root]) if n in slugs]  # more than one: merged by judgement
    own = min(part[0] for part in parts)
    spellings = _spellings(members)
    return Person(
        slug=own,
        name=spellings[0],
        spellings=tuple(sorted(spellings[1:])),
        party=_latest_party(members),
        nodes=tuple(sorted(mention.node for local in members for mention in local.mentions)),
        aliases=tuple(sorted({name for part in parts for name in part} - {own})),
    )


def _spellings(members: Sequence[LocalPerson]) -> list[str]:
    """The spellings, the preferred first: printed in full, not in capitals, in most documents, most often, longest."""
    documents: dict[str, set[str]] = defaultdict(set)
    counts: Counter[str] = Counter()
    for local in members:
        for mention in local.mentions:
            name = tidy(mention.name)
            documents[name].add(local.document)
            counts[name] += 1
    return sorted(counts, key=lambda n: (is_abbreviated(n), n.isupper(), -len(documents[n]), -counts[n], -len(n), n))


def _latest_party(members: Sequence[LocalPerson]) -> str:
    """The party of the latest meeting that prints one; of several on one day the one printed in most documents."""
    dated = [(max(m.date for m in local.mentions), local.party) for local in members if local.party]
    if not dated:
        return ""
    latest = Counter(party for date, party in dated if date == max(dated)[0])
    return min(latest, key=lambda party: (-latest[party], party))


def _judged_apart(a: Person, b: Person, judged: Iterable[Judgement]) -> bool:
    """Whether a `different` names just these two, by whatever it calls them: they need no review."""
    called = [
        {_PERSON + name for name in (p.slug, *p.aliases)} | {_spelt(n) for n in (p.name, *p.spellings)} for p in (a, b)
    ]
    return any(
        {_spelt(j.left), _spelt(j.right)} & called[0] and {_spelt(j.left), _spelt(j.right)} & called[1]
        for j in judged
        if j.judgement == DIFFERENT
    )
