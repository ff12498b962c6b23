"""Names of organisations and bodies: their normal form, and which of them mean something else in each place. Pure."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ..extract.lexicon import body_kind, known_organisations, municipality_of, municipality_organisation, region_of

LONGEST = 300
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_MARKS = re.compile(r"[”“„\"'’*_.,;:()\[\]<>]")
_ABBREVIATION = re.compile(r"^(?P<full>.+\s.+?)\s*\((?P<short>[A-ZÅÄÖ][\wÅÄÖåäö-]{1,9})\)$")
_HEADS = (
    "beredning", "bolag", "delegation", "departement", "direktion", "domstol", "enhet", "församling", "förbund",
    "fullmäktige", "förening", "förvaltning", "grupp", "högskola", "kammare", "kansli", "kommission", "kommitté",
    "kommun", "koncern", "kontor", "landsting", "myndighet", "möte", "nämnd", "organisation", "parti", "presidium",
    "region", "revision", "råd", "sekretariat", "stad", "stiftelse", "styrelse", "stämma", "universitet", "utredning",
    "utskott", "verk",
)  # fmt: skip
_HEAD = re.compile(rf"({'|'.join(_HEADS)})(?:[nts]|[nt]s|en|et|ens|ets)$")
_ADJECTIVE = re.compile(
    r"(..isk|social|regional|lokal|kommunal|central|digital|nationell|gemensam|allmän)(?:a|t|ma|na)$"
)
_PRESIDIUM = re.compile(r"presidi(?:ets?|ums)$")
_ARTICLE = re.compile(r"^(?:den|det) ")


@lru_cache(maxsize=65536)
def tidy(name: str) -> str:
    """The name as one would print it: white space and dashes unified, no marks around it."""
    text = _DASHES.sub("-", unicodedata.normalize("NFC", name[:LONGEST]))
    return " ".join(text.split()).strip(" .,;:*_\"”“'")


def split_abbreviation(name: str) -> tuple[str, str]:
    """A name and the abbreviation that it explains: `Alby Samverkan (ALS)` → `Alby Samverkan`, `ALS`; else none."""
    match = _ABBREVIATION.match(tidy(name))
    return (match["full"], match["short"]) if match else (tidy(name), "")


@lru_cache(maxsize=65536)
def normal(name: str) -> str:
    """The normal form: no capitals, marks or article, generic words and their adjectives without endings.

    `Politiska samverkansberedningen` → `politisk samverkansberedning`; genitives of generic words go the same way
    (`Kommunstyrelsens arbetsutskott` → `kommunstyrelse arbetsutskott`), those of places stay.
    """
    text = re.sub(r"\b(\w)-(?=\w)", r"\1", split_abbreviation(name)[0].casefold())  # e-nämnden, eNämnden
    text = _MARKS.sub(" ", text)
    words = _ARTICLE.sub("", " ".join(text.split())).split()
    return " ".join(_ADJECTIVE.sub(r"\1", _HEAD.sub(r"\1", _PRESIDIUM.sub("presidium", word))) for word in words)


@lru_cache(maxsize=65536)
def canonical(name: str, kind: str) -> str:
    """The normal form of the organisation's own name, where the lexicon knows it by several; else that of the name.

    `Nora` of the kind municipality, `Nora kommun` and `Noras kommun` are one; so are a region's names of all times.
    """
    text = split_abbreviation(name)[0]
    if town := municipality(text, kind):
        return normal(municipality_organisation(town))
    if region := region_of(text):
        return normal(region)
    return normal(known_organisations().get(text, (text, ""))[0])


def municipality(name: str, kind: str) -> str:
    """The base name of the municipality that an organisation is, else empty. A place alone is one only of that kind."""
    text = split_abbreviation(name)[0]
    found = municipality_of(text) if kind in ("", "municipality") else ""
    return "" if kind == "" and text.casefold() == found.casefold() else found


def is_body(name: str, kind: str) -> bool:
    """Whether this is a body of some organisation, rather than an organisation: by its kind, or else by its words."""
    if kind:
        return kind == "body"
    words = re.split(r" (?:för|i|av|vid) ", tidy(name))[0].split()
    return bool(words) and body_kind(words[-1]) == "body" and canonical(name, "") == normal(name)


def is_generic(form: str) -> bool:
    """Whether a normal form is one general word (`region`, `länsstyrelse`): who that is, the place tells."""
    return " " not in form and (form in _HEADS or form.startswith(("kommunalförb", "kommunförb", "länsstyrelse")))


def without_organisation(body: str, organisation: str) -> str:
    """The normal form of a body's name without that of its organisation: `alby kommuns styrelse` → `styrelse`."""
    if not organisation:
        return body
    name = re.escape(organisation)
    return re.sub(rf"^{name}s? (?=\S)|(?<=\S) (?:för|i|vid|av) {name}$", "", body)


def extends(long: str, short: str) -> bool:
    """Whether `long` is the full form of `short`: `politisk beredning för skola` of `politisk beredning`."""
    return " " in short and long.startswith(f"{short} för ")


def slug(form: str) -> str:
    """A readable piece of an IRI from a normal form."""
    text = unicodedata.normalize("NFD", form.casefold())
    text = re.sub(r"[^\w]+|_+", "-", "".join(c for c in text if not unicodedata.combining(c)))
    return text.strip("-")[:80].strip("-") or "unnamed"


def preferred(counts: dict[str, int]) -> list[str]:
    """Printed forms, the best first: no abbreviation, not in capitals, most frequent, longest."""
    return sorted(counts, key=lambda form: (_is_short(form), form.isupper(), -counts[form], -len(form), form))


def _is_short(form: str) -> bool:
    return " " not in form and len(form) < 7 and sum(c.isupper() for c in form) > 1
