from __future__ import annotations

import csv
import io
import json

import pytest

from protokollgraf.queries.catalogue import catalogue
from protokollgraf.queries.formats import TABLES, as_csv, as_json
from protokollgraf.tests.factories import HOSTILE


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("Ada Ek", "Ada Ek"),
        ("", ""),
        ("Ek, Ada", '"Ek, Ada"'),
        ('"Händer som saknas"', '"""Händer som saknas"""'),
        ("två\nrader", '"två\nrader"'),
        ("=1+1", "'=1+1"),
        ("+46", "'+46"),
        ("-", "'-"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("1-7,9", '"1-7,9"'),
    ],
)
def test_a_cell_in_csv(cell: str, written: str) -> None:
    assert as_csv(["a", "b"], [{"b": "x", "a": cell}]) == f"a,b\n{written},x\n"


def test_tsv() -> None:
    assert as_csv(["a", "b"], [{"a": "1,5", "b": "två\tord"}], delimiter="\t") == 'a\tb\n1,5\t"två\tord"\n'


@pytest.mark.parametrize("cell", HOSTILE)
def test_hostile_cells_come_back_as_they_were(cell: str) -> None:
    ((found,),) = list(csv.reader(io.StringIO(as_csv(["a"], [{"a": cell}]), newline="")))[1:]
    assert found.removeprefix("'") == cell
    assert json.loads(as_json([{"a": cell}])) == [{"a": cell}]


def test_every_table_is_a_named_query() -> None:
    assert set(TABLES) <= set(catalogue())
