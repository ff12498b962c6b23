"""Files that are whole or not there: GraphML and GEXF for other programs, and the replacing that the page uses too."""

from __future__ import annotations

import io
import os
import re
import tempfile
from contextlib import suppress
from pathlib import Path

import networkx as nx

from ..errors import ExportError

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WRITERS = {".graphml": nx.write_graphml_xml, ".gexf": nx.write_gexf}


def write_graph(graph: nx.Graph, path: str | os.PathLike[str]) -> None:
    """Write a network as `.graphml` or `.gexf`, by the name's ending.

    Lists become text, one row on each line; characters that XML cannot hold are left out; the same network gives the
    same bytes. Raises ExportError for another ending or a place that cannot be written to.
    """
    path = Path(path)
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise ExportError(f"Cannot write {path.name!r} as a network: let the name end in .graphml or .gexf.")
    flat = nx.Graph()
    flat.add_nodes_from((node, _flat(data)) for node, data in graph.nodes(data=True))
    flat.add_edges_from((one, other, _flat(data)) for one, other, data in graph.edges(data=True))
    held = io.BytesIO()
    writer(flat, held)
    # networkx stamps a GEXF file with the day of writing
    replace_file(path, re.sub(rb' lastmodifieddate="[\d-]*"', b"", held.getvalue(), count=1))


def replace_file(path: Path, content: bytes) -> None:
    """Put `content` at `path` in one step: a reader sees the old file or the new one, never a half.

    Raises ExportError when the folder is missing or may not be written to.
    """
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part")
    except OSError as error:
        raise ExportError(f"Cannot write {path}: {error.strerror}. Choose another place.") from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(temporary).chmod(_mode(path))
        Path(temporary).replace(path)
    except OSError as error:
        raise ExportError(f"Cannot write {path}: {error.strerror}. Choose another place.") from None
    finally:
        with suppress(FileNotFoundError):
            Path(temporary).unlink()


def _mode(path: Path) -> int:
    """The old file's permissions, or what a new file gets (mkstemp gives 0600, which nobody else could open)."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _flat(attributes: dict[str, object]) -> dict[str, str | int]:
    return {key: value if isinstance(value, int) else _text(value) for key, value in attributes.items()}


def _text(value: object) -> str:
    if isinstance(value, (list, tuple)):
        rows = (" | ".join(map(str, row)) if isinstance(row, tuple) else str(row) for row in value)
        return _text("\n".join(rows))
    return _NOT_XML.sub("", str(value))
