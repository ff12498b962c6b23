"""Reading the word lists: tab-separated files beside this module, with a header line, UTF-8, sorted.

A cell that holds several forms separates them with `|`. The files are part of the package and trusted.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

Row = dict[str, str]


@cache
def rows(name: str) -> tuple[Row, ...]:
    """The rows of the word list `name` (`roles.tsv`), each a mapping from column to cell. Do not change them.

    Raises ValueError when a line has another number of cells than the header, which a test would have caught.
    """
    header, *lines = raw_lines(name)
    columns = header.split("\t")
    return tuple(dict(zip(columns, line.split("\t"), strict=True)) for line in lines)


def raw_lines(name: str) -> list[str]:
    """The lines of the word list `name` as they stand, header first."""
    return files(__package__ or __name__).joinpath(name).read_text(encoding="utf-8").splitlines()


def forms(cell: str) -> tuple[str, ...]:
    """The forms that a cell lists: `"SKR|SKL"` → `("SKR", "SKL")`, an empty cell → `()`."""
    return tuple(form for form in cell.split("|") if form)


def fold(text: str) -> str:
    """Case and white space folded, for look-ups: `"  Vice  Ordförande"` → `"vice ordförande"`."""
    return " ".join(text.split()).casefold()
