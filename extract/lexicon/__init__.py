"""Word lists: names, places, parties, roles, organisations. Complete classes of words, as data files with examples.

Everything is loaded once, at its first use, and looked up in constant time.
"""

from .names import ambiguous_given_names, given_names, is_ambiguous_given_name, is_given_name, not_names
from .organisations import ambiguous_organisations, body_kind, company_ending, known_organisations
from .parties import PARTIES, is_party, national_parties, party_code, party_codes, party_forms, party_name
from .places import (
    counties,
    genitive,
    municipalities,
    municipality_code,
    municipality_of,
    municipality_organisation,
    region_of,
    regions,
)
from .roles import base_title, is_title, lower_title, one_title, role_of, title_kind

__all__ = [
    "PARTIES",
    "ambiguous_given_names",
    "ambiguous_organisations",
    "base_title",
    "body_kind",
    "company_ending",
    "counties",
    "genitive",
    "given_names",
    "is_ambiguous_given_name",
    "is_given_name",
    "is_party",
    "is_title",
    "known_organisations",
    "lower_title",
    "municipalities",
    "municipality_code",
    "municipality_of",
    "municipality_organisation",
    "national_parties",
    "not_names",
    "one_title",
    "party_code",
    "party_codes",
    "party_forms",
    "party_name",
    "region_of",
    "regions",
    "role_of",
    "title_kind",
]
