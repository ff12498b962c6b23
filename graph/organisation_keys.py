"""What a mention of an organisation or body means in its document: its key. Pure.

A name stands for itself, everywhere; but a body, and an organisation under a general word (`Regionen`), is one of the
place where it is named: of the organisation whose body met, else of the body that met, else of the document.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from . import organisation_names as names
from .meeting_bodies import MetBody, full_name


@dataclass(frozen=True, slots=True)
class OrganisationMention:
    """One place where a document names an organisation or a body (other than as the body that met)."""

    node: str
    document: str
    name: str
    kind: str = ""
    """As read; empty where the fact has none."""


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """An organisation or body: mentions with equal keys name one."""

    name: str
    """Normal form."""
    place: str = ""
    """Empty for an organisation whose name says who it is; the host's name; what begins with ? if that is unknown."""
    body: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """What a document tells about names in it that mean something else elsewhere."""

    document: str
    host: str
    """Normal form of the organisation whose body met; empty if unknown."""
    met: MetBody | None
    organisations: frozenset[str]
    """Normal forms of the organisations that it names in full."""

    @property
    def name(self) -> str:
        if self.host:
            return self.host
        return f"?{self.met.document}@{self.met.name}" if self.met else f"?{self.document}"


def key_of_meeting(body: MetBody) -> Key:
    """The key of a body that met."""
    return Key(body.name, body.host or f"?{body.document}@{body.name}", body=True)


def keys(
    mentions: Sequence[OrganisationMention], hosts: Mapping[str, str], met: Mapping[str, MetBody]
) -> dict[str, Key]:
    """Each mention's node → its key. `hosts` has the host of a document, `met` the body that met there, if known."""
    full = _abbreviations(mentions)
    plain = {m.node: full.get(names.tidy(m.name)) or names.canonical(m.name, m.kind) for m in mentions}
    places = _places(mentions, plain, hosts, met)
    bodies: dict[str, set[str]] = defaultdict(set)
    for body in met.values():
        bodies[key_of_meeting(body).place].add(body.name)
    return {
        m.node: _body(names.normal(m.name), places[m.document], bodies)
        if names.is_body(m.name, m.kind)
        else _organisation(plain[m.node], places[m.document])
        for m in mentions
    }


def with_kinds(mentions: Sequence[OrganisationMention]) -> list[OrganisationMention]:
    """The mentions, each with a kind where that document, or else most documents, read the name as one of a kind."""
    here: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for m in mentions:
        if m.kind:
            here[m.document, names.normal(m.name)][m.kind] += 1
            here["", names.normal(m.name)][m.kind] += 1

    def kind(mention: OrganisationMention) -> str:
        name = names.normal(mention.name)
        kinds = here.get((mention.document, name)) or here.get(("", name)) or Counter()
        return mention.kind or min(kinds, key=lambda kind: (-kinds[kind], kind), default="")

    return [replace(mention, kind=kind(mention)) for mention in mentions]


def _abbreviations(mentions: Iterable[OrganisationMention]) -> dict[str, str]:
    """Each abbreviation that the documents explain as one organisation only → that organisation's normal form."""
    explained: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        full, short = names.split_abbreviation(mention.name)
        if short:
            explained[short].add(names.canonical(full, mention.kind))
    return {short: full.pop() for short, full in explained.items() if len(full) == 1}


def _places(
    mentions: Iterable[OrganisationMention],
    plain: Mapping[str, str],
    hosts: Mapping[str, str],
    met: Mapping[str, MetBody],
) -> dict[str, Place]:
    named: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        known = named[mention.document]
        if not names.is_generic(plain[mention.node]) and not names.is_body(mention.name, mention.kind):
            known.add(plain[mention.node])
    return {d: Place(d, hosts.get(d, ""), met.get(d), frozenset(known)) for d, known in named.items()}


def _body(form: str, place: Place, bodies: Mapping[str, set[str]]) -> Key:
    """The body that met, if the name or a general word for it (`nämnden`) fits; else one of the same organisation."""
    form = names.without_organisation(form, place.host)
    if place.met:
        met = place.met.name
        head = met.partition(" för ")[0].split()
        general = names.is_generic(form) and any(word.endswith(form) for word in head)
        if form == met or names.extends(met, form) or general:
            return key_of_meeting(place.met)
    return Key(full_name(form, bodies.get(place.name, ())), place.name, body=True)


def _organisation(form: str, place: Place) -> Key:
    if not names.is_generic(form):
        return Key(form)
    fits = Counter(name for name in place.organisations if name.startswith(f"{form} ") or name.endswith(f" {form}"))
    if place.host.startswith(f"{form} ") or place.host.endswith(f" {form}"):
        return Key(place.host)
    return Key(next(iter(fits))) if len(fits) == 1 else Key(form, place.name)
