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
FORMATS = ("csv", "tsv", "json")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


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


def as_lines(columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> str:
    """The rows as aligned columns for people to read: each row one line, no cell cut."""
    lines = [list(columns), *([printable(row[column]) for column in columns] for row in rows)]
    widths = [max(map(len, cells)) for cells in zip(*lines, strict=True)]
    aligned = ("  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)) for cells in lines)
    return "".join(f"{line.rstrip()}\n" for line in aligned)


def printable(text: str) -> str:
    """The text as a terminal may show it, on one line: a line break becomes `\\n`, an escape `\\x1b`."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
