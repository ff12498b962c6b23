"""Terms of vocabularies that rdflib does not know, each seen in the vocabulary's own file or in public data."""

from __future__ import annotations

from rdflib import DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SKOS, XSD
from rdflib.namespace import DefinedNamespace

from protokollgraf.ontology import terms

CLOSED: tuple[type[DefinedNamespace], ...] = (DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SKOS, XSD)

LISTED = {
    terms.BESLUIT: """
        Agendapunt Artikel BehandelingVanAgendapunt Besluit Bestuurseenheid Bestuursorgaan Stemming Zitting
        aantalOnthouders aantalTegenstanders aantalVoorstanders heeftAanwezige heeftNotulen heeftOntwerpbesluit
        isGehoudenDoor
    """,
    terms.ELI: "cites countersigned_by refers_to",
    terms.ELI_DL: """
        Activity AmendmentToDraftLegislationWork Decision DecisionOutcome-Adopted DecisionOutcome-Rejected
        ForeseenActivity LegislativeProcessWork Participation Process Vote
        activity_end_date activity_start_date had_excused_person had_participant_person had_responsible_organization
        number_of_votes_abstention number_of_votes_against number_of_votes_favor participation_role process_number
        was_submitted_by
    """,
    terms.NIF: "confidence",
    terms.MANDAAT: "Fractie Mandataris einde isTijdelijkVervangenDoor start",
    terms.OA: """
        Annotation FragmentSelector SpecificResource TextPositionSelector TextQuoteSelector
        end exact hasSelector hasSource hasTarget start
    """,
    terms.OPENGOV: "Motion Vote VoteEvent onBehalfOf politicalGroup",
    terms.PERSON: "Person",
}


def is_defined(iri: str) -> bool:
    """Is the IRI a term of the vocabulary that it claims to be of?"""
    for namespace, names in LISTED.items():
        if iri.startswith(namespace):
            return iri.removeprefix(namespace) in names.split()
    if iri.startswith(terms.PG):
        return iri.removeprefix(terms.PG) in dir(terms.PG)
    if iri in (str(terms.PDF_FRAGMENTS), str(terms.MEDIA_FRAGMENTS)):
        return True
    return any(iri.startswith(str(closed)) and iri in closed for closed in CLOSED)
