"""protokollgraf: a knowledge graph of people, bodies and decisions from Swedish municipal minutes.

    import protokollgraf

    with protokollgraf.open("graf") as graph:
        for row in graph.query("attendance", municipality="Boden"):
            print(row["person"], row["party"])

`build`, `export` and the rest live in the rooms: `protokollgraf.graph.build.build` and so on.
"""

from __future__ import annotations

import os
import weakref
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

# What takes long to import (rdflib, networkx) is imported where it is used: `import protokollgraf` is quick.
if TYPE_CHECKING:
    import networkx
    import pyoxigraph
    import rdflib

__all__ = ["Graph", "open"]


class Graph:
    """A graph folder, opened for reading. It shows the graph as it was then, and hinders nobody who writes."""

    def __init__(self, directory: str | os.PathLike[str]) -> None:
        from .graph import store

        files = ExitStack()
        self.store: pyoxigraph.Store = files.enter_context(store.open_for_reading(Path(directory)))
        """The store itself. It is a private copy: what is changed in it is gone when the graph is closed."""
        self.dataset: rdflib.Dataset = store.dataset(self.store)
        """The same as rdflib knows it. Pass queries as strings: those run in Oxigraph, prepared ones do not."""
        self._close = weakref.finalize(self, files.close)

    def query(self, name_or_sparql: str, /, **parameters: str) -> list[dict[str, str]]:
        """The rows of a named query, or of a SPARQL query; every cell is a string. QueryError."""
        from .queries.run import run

        return list(run(self.dataset, name_or_sparql, **parameters).rows)

    def network(self, **filters: str) -> networkx.Graph:
        """The network of people, bodies and organisations; `filters` are those of `visualize.network.network`."""
        from .visualize.network import network

        return network(self.dataset, **filters)

    def close(self) -> None:
        """Give the files back; afterwards the graph cannot be used. Closing twice does no harm."""
        vars(self).pop("dataset", None), vars(self).pop("store", None)
        self._close()

    def __enter__(self) -> Graph:
        return self

    def __exit__(self, *exception: Any) -> None:
        self.close()


def open(directory: str | os.PathLike[str]) -> Graph:
    """Open a graph folder for reading. GraphError when it is none."""
    return Graph(directory)
