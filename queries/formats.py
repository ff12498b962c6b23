"""Rows as text that other programs read: CSV, TSV, JSON; and the tables that are a public interface."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import TextIO

from .run import Rows

TABLES = (
    "meetings", "attendance", "signatures", "items", "presenters", "proposals", "motions", "decisions", "votes",
    "ballots", "reservations", "recusals", "assignments", "references", "people", "organisations", "affiliations",
    "seats",
)  # fmt: skip
"""The named queries whose names and columns other programs rely on."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


FORMATS = ("csv", "tsv", "json")


def write(rows: Rows, form: str, file: TextIO) -> None:
    """Write an answer to a file that is open for text, in one of FORMATS. ValueError for another."""
    match form:
        case "csv":
            file.write(as_csv(rows.columns, rows.rows))
        case "tsv":
            file.write(as_csv(rows.columns, rows.rows, delimiter="\t"))
        case "json":
            file.write(as_json(rows.rows))
        case _:
            raise ValueError(f"{form}: no such format; one of {', '.join(FORMATS)}")


def as_csv(columns: Sequence[str], rows: Sequence[Mapping[str, str]], *, delimiter: str = ",") -> str:
    """The rows under their columns' names.

    A cell that a spreadsheet would run as a formula gets an apostrophe in front: minutes are written by anybody.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_harmless(row[column]) for column in columns] for row in rows)
    return text.getvalue()


def as_json(rows: Sequence[Mapping[str, str]]) -> str:
    """The rows as a list of objects."""
    return json.dumps([dict(row) for row in rows], ensure_ascii=False, indent=1) + "\n"


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
