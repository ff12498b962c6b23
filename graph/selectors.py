"""The words that a fact rests on, as RDF: where they stand in the text, and where on the page."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode
from rdflib import DCTERMS, RDF, XSD

from ..extract.facts import Evidence, Reading
from ..extract.places import Box, Sheet, viewrect
from ..ontology.terms import MEDIA_FRAGMENTS, NIF, OA, PDF_FRAGMENTS, PG
from .literals import literal

Triple = tuple[NamedNode, NamedNode, NamedNode | Literal]

_TYPE = NamedNode(RDF.type)
_PG = {name: NamedNode(PG[name]) for name in ("page", "start", "end", "rule", "quote", "box")}
_OA = {
    name: NamedNode(OA[name])
    for name in (
        "SpecificResource", "hasSource", "hasSelector",
        "TextPositionSelector", "start", "end", "TextQuoteSelector", "exact", "FragmentSelector",
    )
}  # fmt: skip
_CONFIDENCE = NamedNode(NIF["confidence"])
_CONFORMS_TO, _VALUE = NamedNode(DCTERMS.conformsTo), NamedNode(RDF.value)


def evidence_triples(evidence: Evidence, node: NamedNode, document: NamedNode, reading: Reading) -> Iterator[Triple]:
    """Our short forms for queries, and the same as a Web Annotation target for programs that read those."""
    yield node, _TYPE, _OA["SpecificResource"]
    yield node, _OA["hasSource"], document
    yield node, _PG["page"], Literal(evidence.page)
    yield node, _PG["start"], Literal(evidence.start)
    yield node, _PG["end"], Literal(evidence.end)
    yield node, _PG["rule"], literal(evidence.rule)
    yield node, _PG["quote"], literal(evidence.words)
    position, quote = NamedNode(f"{node.value}/position"), NamedNode(f"{node.value}/quote")
    yield node, _OA["hasSelector"], position
    yield position, _TYPE, _OA["TextPositionSelector"]
    yield position, _OA["start"], Literal(evidence.start)
    yield position, _OA["end"], Literal(evidence.end)
    yield node, _OA["hasSelector"], quote
    yield quote, _TYPE, _OA["TextQuoteSelector"]
    yield quote, _OA["exact"], literal(evidence.words)
    if evidence.confidence < 1:
        yield node, _CONFIDENCE, Literal(f"{evidence.confidence:.2f}", datatype=NamedNode(XSD.decimal))
    if evidence.box is not None and evidence.page <= len(reading.sheets):
        yield from _on_the_page(node, evidence.box, evidence.page, reading)


def _on_the_page(node: NamedNode, box: Box, page: int, reading: Reading) -> Iterator[Triple]:
    yield node, _PG["box"], literal(_numbers(box))
    fragment = NamedNode(f"{node.value}/fragment")
    yield node, _OA["hasSelector"], fragment
    yield fragment, _TYPE, _OA["FragmentSelector"]
    sheet = reading.sheets[page - 1]
    if reading.format == "pdf":
        yield fragment, _CONFORMS_TO, NamedNode(PDF_FRAGMENTS)
        yield fragment, _VALUE, literal(f"page={page}&viewrect={_numbers(viewrect(box, sheet))}")
    else:  # a picture has no points: parts of its width and height say the same at every size
        yield fragment, _CONFORMS_TO, NamedNode(MEDIA_FRAGMENTS)
        yield fragment, _VALUE, literal(f"xywh=percent:{_numbers(_percent(box, sheet))}")


def _percent(box: Box, sheet: Sheet) -> tuple[float, float, float, float]:
    left, top, width, height = viewrect(box, sheet)
    x0, y0, x1, y1 = sheet.box
    across, down = 100 / (x1 - x0), 100 / (y1 - y0)
    return left * across, top * down, width * across, height * down


def _numbers(values: tuple[float, float, float, float]) -> str:
    return ",".join(f"{value:.1f}" for value in values)
