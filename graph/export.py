"""The graph as a file that other programs read. The same graph gives the same bytes, whatever the order of building."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import cast

import pyoxigraph as ox

from ..errors import ExportError
from ..ontology.terms import ID, PREFIXES

FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".trig": ox.RdfFormat.TRIG,
    ".nq": ox.RdfFormat.N_QUADS,
    ".jsonld": ox.RdfFormat.JSON_LD,
}
"""By the ending of the file. The first three know no named graphs: in them all graphs are one."""

_TEXTS = ID["graph/text/"]


def export(store: ox.Store, path: Path, *, texts: bool = False) -> None:
    """Write the graph to a file, in the format that its ending names; with the texts as read only if asked.

    The file appears when it is complete. Raises ExportError for an unknown ending or a place that cannot be written.
    """
    path = Path(path)
    if path.suffix.lower() not in FORMATS:
        raise ExportError(f"{path}: the ending {path.suffix!r} is no known format; use one of {', '.join(FORMATS)}")
    form = FORMATS[path.suffix.lower()]
    quads = sorted((quad for quad in store if texts or not _is_text(quad)), key=_order)
    statements: Iterable[ox.Quad] | Iterable[ox.Triple] = quads
    if not form.supports_datasets:
        statements = sorted({quad.triple for quad in quads}, key=_triple_order)
    try:
        _write(path, _serialize(statements, form))
    except OSError as error:
        raise ExportError(f"{path}: cannot be written ({error.strerror or error})") from error


def _serialize(statements: Iterable[ox.Quad] | Iterable[ox.Triple], form: ox.RdfFormat) -> bytes:
    prefixes = {prefix: str(namespace) for prefix, namespace in PREFIXES.items()}
    data = cast(bytes, ox.serialize(statements, None, form, prefixes=prefixes))
    # Oxigraph writes the prefixes in an order that differs from run to run
    if form in (ox.RdfFormat.TURTLE, ox.RdfFormat.TRIG):
        *head, body = data.split(b"\n", len(prefixes))
        return b"\n".join([*sorted(head), body])
    if form == ox.RdfFormat.RDF_XML:
        return re.sub(rb"(?<=<rdf:RDF )[^>]*", lambda found: b" ".join(sorted(found[0].split())), data, count=1)
    return data


def _write(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _is_text(quad: ox.Quad) -> bool:
    return isinstance(quad.graph_name, ox.NamedNode) and quad.graph_name.value.startswith(_TEXTS)


def _order(quad: ox.Quad) -> tuple[str, ...]:
    return str(quad.graph_name), *_triple_order(quad.triple)


def _triple_order(triple: ox.Triple) -> tuple[str, ...]:
    return str(triple.subject), str(triple.predicate), str(triple.object)
