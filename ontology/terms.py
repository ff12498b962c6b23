"""Every IRI that the code may use, in one place: our own terms, those of others, and how IRIs for data are made.

Own terms are defined in `protokollgraf.ttl`, and `PG` knows no others: a misspelt one is an error where it is written.
A test holds that every IRI which the code emits is defined in the vocabulary that it claims.
"""

from __future__ import annotations

from urllib.parse import quote

from rdflib import DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SKOS, XSD, Namespace, URIRef
from rdflib.namespace import ClosedNamespace

SCHEMES: dict[str, tuple[str, ...]] = {
    "capacity": ("member", "substitute", "nonvoting", "other", "guest", "absent"),
    "stance": ("approve", "reject", "amend", "add", "refer", "postpone", "other"),
    "decision": (
        "noted", "approved", "elected", "assigned", "recommended", "postponed", "referred", "rejected", "other",
    ),
    "choice": ("yes", "no", "abstain", "absent"),
    "round": ("main", "counter"),
    "ballot": ("secret", "open"),
    "reservation": ("reservation", "statement"),
    "signature": ("chair", "adjuster", "secretary"),
    "reference": ("sou", "sfs", "bill", "case", "decision", "attachment"),
    "kind": ("municipality", "region", "association", "body", "authority", "company", "university", "party", "other"),
}  # fmt: skip
"""The concept schemes: the first part of a concept's local name → its notations, which the tables print."""

CLASSES = (
    "Minutes", "Fact", "Meeting", "Attendance", "Signature", "Item", "Presentation", "Proposal", "Yrkande",
    "Decision", "Vote", "VotingProposition", "Ballot", "Reservation", "Recusal", "Assignment", "Reference",
    "CaseNumber", "PersonMention", "OrganisationMention", "Affiliation", "Body", "Municipality", "Party", "Case",
)  # fmt: skip

PROPERTIES = (
    # the document and its evidence
    "sha256", "pageCount", "extractor", "text", "document", "evidence", "page", "start", "end", "rule", "quote", "box",
    # what is printed
    "item", "itemNumber", "bodyName", "organisationName", "date", "startTime", "endTime", "place", "personName",
    "partyCode", "municipalityName", "roleName", "capacity", "items", "replacesName", "duringItem",
    "signatureRole", "signedAt", "proposerName", "words", "stance", "decisionKind", "round", "yes", "no",
    "abstain", "voteKind", "outcome", "castingVote", "lot", "minority", "ballotForm", "yesMeans", "noMeans", "choice",
    "inVote", "reservationKind", "assigneeName", "due", "referenceKind", "value",
    "organisationKind",
    # what is derived
    "person", "replaces", "proposer", "organisation", "body", "municipality", "party", "territory", "firstDate",
    "lastDate", "shownBy", "basis", "case", "caseNumber", "comesFrom", "returnsIn", "returnReason", "expectedDate",
)  # fmt: skip

SCHEME_NAMES = {
    "capacity": "capacityScheme", "stance": "stanceScheme", "decision": "decisionKindScheme", "choice": "choiceScheme",
    "reservation": "reservationKindScheme", "signature": "signatureRoleScheme", "reference": "referenceKindScheme",
    "kind": "organisationKindScheme", "round": "voteKindScheme", "ballot": "ballotFormScheme",
}  # fmt: skip

PG = ClosedNamespace(
    "https://w3id.org/protokollgraf/ontology#",
    [
        *CLASSES,
        *PROPERTIES,
        *SCHEME_NAMES.values(),
        *(f"{scheme}-{notation}" for scheme, notations in SCHEMES.items() for notation in notations),
    ],
)
ID = Namespace("https://w3id.org/protokollgraf/id/")
"""Where data lives. `w3id.org/protokollgraf` is not registered yet: the IRIs name things, they do not resolve."""

BESLUIT = Namespace("http://data.vlaanderen.be/ns/besluit#")
ELI = Namespace("http://data.europa.eu/eli/ontology#")
ELI_DL = Namespace("http://data.europa.eu/eli/eli-draft-legislation-ontology#")
MANDAAT = Namespace("http://data.vlaanderen.be/ns/mandaat#")
NIF = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
OA = Namespace("http://www.w3.org/ns/oa#")
OPENGOV = Namespace("http://www.w3.org/ns/opengov#")
PERSON = Namespace("http://www.w3.org/ns/person#")
SCHEMA = Namespace("https://schema.org/")

PDF_FRAGMENTS = URIRef("https://www.rfc-editor.org/rfc/rfc8118")
MEDIA_FRAGMENTS = URIRef("http://www.w3.org/TR/media-frags/")
"""What the value of an `oa:FragmentSelector` conforms to: `page=3&viewrect=…` of a PDF, `xywh=…` of a picture."""

PREFIXES = {
    "pg": PG, "besluit": BESLUIT, "dcterms": DCTERMS, "eli": ELI, "eli-dl": ELI_DL, "foaf": FOAF, "mandaat": MANDAAT,
    "nif": NIF, "oa": OA, "opengov": OPENGOV, "org": ORG, "owl": OWL, "person": PERSON, "prov": PROV, "rdf": RDF,
    "rdfs": RDFS, "schema": SCHEMA, "skos": SKOS, "xsd": XSD,
}  # fmt: skip

ENTITIES = ID["graph/entities"]
"""The named graph of everything derived: people, organisations, bodies, seats, and which mention is whom."""


def data_iri(*parts: str | int) -> URIRef:
    """The IRI of a thing, `data_iri("person", "ada-ek")`. Each part is percent-encoded: names are hostile."""
    # "surrogatepass": a file name that is not UTF-8 reaches Python with lone surrogates in it
    return URIRef(ID + "/".join(quote(str(part), safe="", errors="surrogatepass") for part in parts))


def document_graph(document: str) -> URIRef:
    """The named graph that holds what one document says, and only that."""
    return data_iri("graph", "document", document)


def text_graph(document: str) -> URIRef:
    """The named graph that holds one document's text as read (one triple: `pg:text`)."""
    return data_iri("graph", "text", document)


def concept(scheme: str, notation: str) -> URIRef:
    """The concept that a cell of a table names: `concept("capacity", "member")`. ValueError for a stranger."""
    if notation not in SCHEMES[scheme]:
        raise ValueError(f"{scheme}: {notation!r} is none of {', '.join(SCHEMES[scheme])}")
    return PG[f"{scheme}-{notation}"]
