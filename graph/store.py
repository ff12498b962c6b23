"""The graph on disk: a folder with an Oxigraph store in it, and rdflib's view of the same store.

A graph folder holds `protokollgraf.json` (its format, and the file that each document came from) and `store/`. One
process at a time may write. A reader gets a copy of its own, so that it neither waits for a writer nor stops one.
Every write is one atomic update: a crash leaves the graph as it was before or as it is after.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox
import rdflib.plugins.sparql
from oxrdflib import OxigraphStore
from rdflib import DCTERMS, Dataset

from ..errors import GraphError
from ..extract.facts import Minutes
from ..ontology.terms import ENTITIES, PG, PREFIXES, data_iri, document_graph, text_graph
from . import judgements
from .copies import is_lock_error, private_copy, sweep
from .triples import document_quads

# Without this, `FROM <file:///…>` in a query makes rdflib read that file.
rdflib.plugins.sparql.SPARQL_LOAD_GRAPHS = False

FORMAT = 1
"""Of a graph folder. A folder of another format is refused, not guessed at."""
MARKER = "protokollgraf.json"
_REFUSALS = (OSError, RuntimeError)
"""What Oxigraph raises for a store that it cannot open: the second when the files are damaged."""


_DOCUMENTS = f"""
SELECT ?name ?source ?sha256 ?extractor WHERE {{
  ?document a <{PG.Minutes}> ; <{DCTERMS.identifier}> ?name ; <{DCTERMS.source}> ?source ; <{PG.sha256}> ?sha256 .
  OPTIONAL {{ ?document <{PG.extractor}> ?extractor }}
}}"""


class Held(NamedTuple):
    """What the graph knows of a document's file."""

    source: str
    sha256: str
    extractor: str
    """The version of the code that read it; empty when it is not known."""


def open_for_writing(directory: Path) -> ox.Store:
    """The store of a graph folder, which is made if need be; for one process at a time. GraphError."""
    directory = Path(directory)
    if not (directory / MARKER).is_file():
        _create(directory)
    _check(directory)
    sweep(directory)
    try:
        return ox.Store(directory / "store")
    except _REFUSALS as error:
        raise _in_use_or_broken(directory, error) from error


@contextmanager
def open_for_reading(directory: Path) -> Iterator[ox.Store]:
    """A private copy of the store as it is now, also while another process writes. GraphError."""
    directory = Path(directory)
    if not directory.exists():
        raise GraphError(f"{directory}: there is no such graph folder; make one with `protokollgraf build`")
    _check(directory)
    if not (directory / "store").is_dir():
        raise GraphError(f"{directory}: the graph folder is empty; fill it with `protokollgraf build`")
    with ExitStack() as stack:
        try:
            store = stack.enter_context(private_copy(directory))
        except _REFUSALS as error:
            raise _in_use_or_broken(directory, error) from error
        yield store


def _create(directory: Path) -> None:
    if directory.exists() and not directory.is_dir():
        raise GraphError(f"{directory}: is a file; name a folder for the graph")
    try:
        if directory.exists() and any(path.name != judgements.FILE for path in directory.iterdir()):
            raise GraphError(f"{directory}: is not a graph folder and not empty; name another folder for the graph")
        directory.mkdir(parents=True, exist_ok=True)
        write_marker(directory, {})
    except OSError as error:
        raise GraphError(f"{directory}: cannot make a graph folder here ({error.strerror})") from error


def _check(directory: Path) -> None:
    if not directory.is_dir():
        raise GraphError(f"{directory}: is a file, not a graph folder")
    try:
        form = json.loads((directory / MARKER).read_text(encoding="utf-8"))["format"]
    except FileNotFoundError as error:
        raise GraphError(
            f"{directory}: is not a graph folder (it has no {MARKER}); name the folder that `build --graph` wrote"
        ) from error
    except OSError as error:
        raise GraphError(f"{directory / MARKER}: cannot be read ({error.strerror})") from error
    except (ValueError, KeyError, TypeError) as error:
        raise GraphError(f"{directory / MARKER}: is damaged; build the graph anew in another folder") from error
    if form != FORMAT:
        raise GraphError(f"{directory}: has format {form}, this version reads {FORMAT}; build the graph anew")


def _in_use_or_broken(directory: Path, error: Exception) -> GraphError:
    if is_lock_error(error):
        return GraphError(f"{directory}: is in use by another process; wait until it is done")
    return GraphError(f"{directory}: the store cannot be opened ({' '.join(str(error).split())[:200]})")


def read_origins(directory: Path) -> dict[str, str]:
    """The path of the file that each document was read from. It stands beside the graph: a graph names no folders."""
    with suppress(OSError, ValueError, KeyError):
        origins = json.loads((directory / MARKER).read_text(encoding="utf-8"))["files"]
        return {str(document): str(path) for document, path in origins.items()}
    return {}


def write_marker(directory: Path, origins: dict[str, str]) -> None:
    """Write the marker file, whole or not at all."""
    text = json.dumps({"format": FORMAT, "files": dict(sorted(origins.items()))}, indent=1)
    temporary = directory / f"{MARKER}.new"
    temporary.write_text(text + "\n", encoding="utf-8")  # ASCII: json escapes names that are not UTF-8
    temporary.replace(directory / MARKER)


def dataset(store: ox.Store) -> Dataset:
    """The rdflib dataset over the store. Queries run in Oxigraph, over the union of the named graphs; pass strings."""
    rdf = Dataset(store=OxigraphStore(store=store), default_union=True)
    for prefix, namespace in PREFIXES.items():
        rdf.bind(prefix, str(namespace), override=True, replace=True)
    return rdf


def documents(store: ox.Store) -> dict[str, Held]:
    """Every document in the graph, by name, in order."""
    rows = store.query(_DOCUMENTS, use_default_graph_as_union=True)
    held = {}
    for row in rows:  # type: ignore[union-attr]
        name, source, sha256, extractor = (term.value if term else "" for term in row)
        held[name] = Held(source, sha256, extractor)
    return dict(sorted(held.items()))


def text_of(store: ox.Store, document: str) -> str:
    """A document's text as read, into which `pg:start` and `pg:end` count. GraphError when it is not in the graph."""
    graph = ox.NamedNode(text_graph(document))
    for quad in store.quads_for_pattern(None, ox.NamedNode(PG.text), None, graph):
        return str(quad.object.value)  # type: ignore[union-attr]
    raise GraphError(f"{document}: no such document in the graph")


def replace_document(store: ox.Store, minutes: Minutes, *, extractor: str = "") -> None:
    """Write what a document says, and its text, in place of what the graph held of it. One atomic update."""
    name = minutes.reading.document
    quads = set(document_quads(minutes))
    if extractor:
        by = ox.NamedNode(data_iri("document", name)), ox.NamedNode(PG.extractor), ox.Literal(extractor)
        quads.add(ox.Quad(*by, ox.NamedNode(document_graph(name))))
    _replace(store, (document_graph(name), text_graph(name)), quads)


def remove_document(store: ox.Store, document: str) -> None:
    """Take out what a document says, and its text. What was derived from it goes at the next build."""
    if document not in documents(store):
        raise GraphError(f"{document}: no such document in the graph")
    _replace(store, (document_graph(document), text_graph(document)), ())


def replace_entities(store: ox.Store, quads: Iterable[ox.Quad]) -> None:
    """Write everything derived in place of what was derived before. One atomic update."""
    _replace(store, (ENTITIES,), quads)


def _replace(store: ox.Store, graphs: Iterable[str], quads: Iterable[ox.Quad]) -> None:
    """Make the graphs hold just these quads. Only the difference is written, so building twice writes nothing."""
    old = {q for name in graphs for q in store.quads_for_pattern(None, None, None, ox.NamedNode(name))}
    new = set(quads)
    gone, come = old - new, new - old
    if not gone:
        store.extend(come)  # atomic too, and five times as fast as an update
        return
    parts = [f"DELETE DATA {{ {_lines(gone)} }}", f"INSERT DATA {{ {_lines(come)} }}"]
    # a graph that was emptied would otherwise live on as a name
    parts += [f"DROP SILENT GRAPH <{name}>" for name in graphs if all(q.graph_name != ox.NamedNode(name) for q in new)]
    store.update(";\n".join(parts))


def _lines(quads: Iterable[ox.Quad]) -> str:
    # the terms print themselves as N-Triples, escaped; N-Triples terms are SPARQL terms
    return "\n".join(f"GRAPH {q.graph_name} {{ {q.subject} {q.predicate} {q.object} }}" for q in quads)
