"""Mentions → organisations and bodies, and which mention names which. Pure.

An organisation is its name: the normal form, or that of the lexicon's own name for it. A body is its name *and* whose
it is: `Kommunstyrelsen` in the minutes of two municipalities is two bodies. What a name means in its document says
`organisation_keys.py`; whose body met where the minutes do not print it, `meeting_bodies.py`.

Slugs: an organisation's is its normal form (`nora-kommun`), a body's its own and its organisation's
(`kommunstyrelse.nora-kommun`), else its own alone, with six digits of a hash where several share it.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..extract.lexicon import body_kind, company_ending, municipality_organisation, party_code, party_forms, region_of
from . import organisation_names as names
from .meeting_bodies import MeetingMention, meeting_bodies
from .organisation_keys import Key, OrganisationMention, key_of_meeting, keys, with_kinds

__all__ = ["Body", "MeetingMention", "Organisation", "OrganisationMention", "Organisations", "resolve_organisations"]

FORM_OF_MEETING = 1000
"""How many mentions the name of a body on its own minutes outweighs."""


@dataclass(frozen=True, slots=True)
class Organisation:
    slug: str
    label: str
    """The preferred form."""
    labels: tuple[str, ...]
    """Other printed forms, sorted."""
    kind: str
    """As most mentions read it, else told from the name; may be empty."""
    municipality: str = ""
    """Base name of the territory, of a municipality."""


@dataclass(frozen=True, slots=True)
class Body:
    slug: str
    label: str
    labels: tuple[str, ...]
    organisation: str = ""
    """Slug; empty when not known, or when no minutes of that organisation show that it has such a body."""


@dataclass(frozen=True, slots=True)
class Organisations:
    """Everything sorted by slug."""

    organisations: tuple[Organisation, ...]
    bodies: tuple[Body, ...]
    organisation_of: Mapping[str, str]
    """Node of a mention of an organisation, or of a meeting that prints one → its slug."""
    body_of: Mapping[str, str]
    """Node of a meeting, or of a mention of a body → slug of the body."""
    party_of: Mapping[str, str]
    """Node of a mention of a party → its code."""
    host_of: Mapping[str, str]
    """Document → slug of the organisation whose body met, where that is known."""


def resolve_organisations(mentions: Iterable[OrganisationMention], meetings: Iterable[MeetingMention]) -> Organisations:
    """Tell organisations and bodies apart. The result does not depend on the order of the input."""
    named = with_kinds(sorted((m for m in mentions if names.normal(m.name)), key=lambda m: m.node))
    held = sorted(meetings, key=lambda m: m.node)
    party_of = {m.node: code for m in named if m.kind == "party" and (code := _party(m.name))}
    named = [m for m in named if m.node not in party_of]
    printed = {m.node: names.canonical(m.organisation, "") for m in held if names.normal(m.organisation)}
    met = meeting_bodies(
        [m for m in held if names.normal(m.body)],
        {m.document: printed[m.node] for m in reversed(held) if m.node in printed},
    )
    met_in = {m.document: met[m.node] for m in reversed(held) if m.node in met}
    hosts = {d: body.host for d, body in met_in.items() if body.host}
    hosts |= {m.document: printed[m.node] for m in reversed(held) if m.node in printed}

    seen = _Seen()
    bodies = {
        m.node: seen.see(key_of_meeting(met[m.node]), m.body, times=FORM_OF_MEETING) for m in held if m.node in met
    }
    own = {m.node: seen.see(Key(printed[m.node]), m.organisation) for m in held if m.node in printed}
    key_of = keys(named, hosts, met_in)
    for mention in named:
        seen.see(key_of[mention.node], mention.name, mention.kind)
    slugs = _slugs(seen.forms)
    shown = set(bodies.values())
    return Organisations(
        tuple(sorted((seen.organisation(key, slugs[key]) for key in seen.forms if not key.body), key=lambda o: o.slug)),
        tuple(sorted((seen.body(key, slugs, shown) for key in seen.forms if key.body), key=lambda b: b.slug)),
        organisation_of={n: slugs[k] for n, k in {**own, **key_of}.items() if not k.body},
        body_of={n: slugs[k] for n, k in {**bodies, **key_of}.items() if k.body},
        party_of=party_of,
        host_of={document: slugs[Key(host)] for document, host in hosts.items()},
    )


class _Seen:
    """How each organisation and body has been printed."""

    def __init__(self) -> None:
        self.forms: dict[Key, Counter[str]] = defaultdict(Counter)
        self._kinds: dict[Key, Counter[str]] = defaultdict(Counter)
        self._towns: dict[Key, str] = {}

    def see(self, key: Key, name: str, kind: str = "", *, times: int = 1) -> Key:
        self.forms[key][names.split_abbreviation(name)[0]] += times
        self._kinds[key][kind] += 1
        self._towns[key] = self._towns.get(key) or names.municipality(name, kind)
        return key

    def organisation(self, key: Key, slug: str) -> Organisation:
        forms = names.preferred(self.forms[key])
        town = self._towns[key]
        if town:  # the bare place is no name of an organisation, and never the only one
            forms = [form for form in forms if form.casefold() != town.casefold()] or [municipality_organisation(town)]
        kinds = Counter({kind: count for kind, count in self._kinds[key].items() if kind})
        kind = min(kinds, key=lambda kind: (-kinds[kind], kind)) if kinds else _kind(forms[0], town)
        return Organisation(slug, forms[0], tuple(sorted(forms[1:])), kind, town)

    def body(self, key: Key, slugs: Mapping[Key, str], shown: set[Key]) -> Body:
        forms = names.preferred(self.forms[key])
        return Body(
            slugs[key], forms[0], tuple(sorted(forms[1:])), slugs.get(Key(key.place), "") if key in shown else ""
        )


def _party(name: str) -> str:
    return party_forms().get(names.tidy(name), "") or party_code(name)


def _kind(form: str, town: str) -> str:
    """The kind that the name itself tells."""
    if town:
        return "municipality"
    if region_of(form):
        return "region"
    return "company" if company_ending(form) else body_kind(form.split()[-1])


def _slugs(forms: Iterable[Key]) -> dict[Key, str]:
    """A slug for each key; bodies and organisations have each their own, as they have each their own kind of IRI."""
    wanted = {key: _wanted(key) for key in forms}
    bearers = Counter((key.body, slug) for key, slug in wanted.items())
    return {
        key: slug if bearers[key.body, slug] == 1 else f"{slug}-{_hash(f'{key.name}@{key.place}')}"
        for key, slug in wanted.items()
    }


def _wanted(key: Key) -> str:
    slug = names.slug(key.name)
    if key.place.startswith("?"):
        return slug if key.body else f"{slug}-{_hash(key.place)}"
    return f"{slug}.{names.slug(key.place)}" if key.place else slug


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]
