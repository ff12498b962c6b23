"""A Word file, a web page and a PDF made from each example give the same tables as its text."""

from __future__ import annotations

from pathlib import Path

import pytest

from protokollgraf.tests.measure.alike import FORMS, Rows, differences, tables, texts, written
from protokollgraf.tests.measure.sets import SETS

EXAMPLES = texts(SETS["examples"][0])


@pytest.fixture(scope="module")
def wanted(tmp_path_factory: pytest.TempPathFactory) -> Rows:
    """The tables of the texts."""
    return tables(EXAMPLES, tmp_path_factory.mktemp("text") / "graph")


@pytest.mark.xdist_group("alike")
@pytest.mark.parametrize("form", [form for form in FORMS if form not in ("doc", "odt", "rtf")])
def test_every_format_gives_the_tables_of_the_text(form: str, wanted: Rows, tmp_path: Path) -> None:
    files = written(EXAMPLES, form, tmp_path / "files")
    assert sum(sum(rows.values()) for rows in wanted.values()) > 900
    assert differences(wanted, tables(files, tmp_path / "graph")) == []
