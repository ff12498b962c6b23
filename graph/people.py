"""The nouns of who-is-who: a mention, a person within one document, a person of the graph, a pair to review. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from .names import Comparison


@dataclass(frozen=True, slots=True)
class PersonMention:
    """One place where a document names a person. What is not printed is the empty string."""

    node: str
    """What stands for the place: the IRI of the fact node. Unique among the mentions."""
    document: str
    name: str
    """As printed."""
    party: str = ""
    municipality: str = ""
    """Base name, only as printed for this person."""
    organisation: str = ""
    """Key of the organisation that the person is printed with, else of the one whose body met."""
    body: str = ""
    """Key of the body that met (a body of that organisation: two bodies of one name have two keys)."""
    role: str = ""
    date: str = ""
    """Of the meeting, ISO 8601."""
    listed: bool = False
    """On the attendance list."""


@dataclass(frozen=True, slots=True)
class LocalPerson:
    """The mentions that are one person within one document; nothing else is known of other documents."""

    document: str
    mentions: tuple[PersonMention, ...]
    names: frozenset[str]
    """Normal forms; none that is abbreviated if another is not."""
    party: str
    municipality: str
    supports: frozenset[str]
    """`body …`, `organisation …`, `municipality …`: what another document must share, beside the name."""
    marks: frozenset[str]
    """Sides of judgements: `3<` and `3>` are the two that judgement 3 holds to be different."""

    @property
    def node(self) -> str:
        return self.mentions[0].node


@dataclass(frozen=True, slots=True)
class Person:
    slug: str
    name: str
    """The preferred spelling."""
    spellings: tuple[str, ...]
    """The other ones, sorted."""
    party: str
    """The latest printed."""
    nodes: tuple[str, ...]
    """Of its mentions, sorted."""
    aliases: tuple[str, ...] = ()
    """Other slugs under which a graph of fewer documents may have known this person; nobody else's."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two people that a reader should judge: alike in name, and nothing proves or forbids that they are one."""

    left: str
    """Slugs; left < right."""
    right: str
    comparison: Comparison
    why: str
    """What keeps them apart: `parties differ: M, S`."""


@dataclass(frozen=True)
class Resolution:
    """Who is who: people sorted by slug, candidates by slugs."""

    people: tuple[Person, ...]
    candidates: tuple[Candidate, ...]

    @cached_property
    def person_of(self) -> Mapping[str, Person]:
        """Each mention's node → its person."""
        return {node: person for person in self.people for node in person.nodes}
