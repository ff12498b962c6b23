"""Named questions to the graph, and how to ask them: `run(dataset, "people")` → rows of plain strings."""

from .catalogue import NamedQuery, Parameter, catalogue
from .formats import FORMATS, write
from .run import Rows, run

__all__ = ["FORMATS", "NamedQuery", "Parameter", "Rows", "catalogue", "run", "write"]
