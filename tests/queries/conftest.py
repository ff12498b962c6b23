"""The same small graph (`graph.trig`) in both stores that answer queries: rdflib's own in memory, and Oxigraph."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from oxrdflib import OxigraphStore
from rdflib import Dataset

_TRIG = Path(__file__).with_name("graph.trig")


@pytest.fixture(scope="module", params=["rdflib", "oxigraph"])
def dataset(request: pytest.FixtureRequest) -> Dataset:
    if request.param == "rdflib":
        memory = Dataset(default_union=True)
        memory.parse(_TRIG, format="trig")
        return memory
    store = ox.Store()
    store.load(path=_TRIG, format=ox.RdfFormat.TRIG)
    return Dataset(store=OxigraphStore(store=store), default_union=True)
