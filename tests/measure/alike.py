"""Whether a DOCX, an HTML page and a PDF made from each text give the same tables as the text.

    python -m protokollgraf.tests.measure.alike [--set examples] [--form docx] [--only NAME] [--keep DIR]

Lists every row that only the text (-) or only the file made from it (+) gives.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import protokollgraf
from protokollgraf.graph.build import build
from protokollgraf.queries.formats import TABLES
from protokollgraf.tests.measure import made_docx, made_html, made_pdf
from protokollgraf.tests.measure.made import Made, made
from protokollgraf.tests.measure.sets import SETS

Rows = Mapping[str, Counter[tuple[str, ...]]]
"""Table → its rows with how often each occurs."""

FORMS: Mapping[str, tuple[str, Callable[[Made], bytes]]] = {
    "docx-plain": (".docx", made_docx.plain),
    "docx": (".docx", made_docx.templated),
    "html": (".html", made_html.site),
    "html-word": (".htm", made_html.word),
    "pdf": (".pdf", made_pdf.paged),
    "doc": (".doc", lambda made: made_docx.saved_as(made, "doc")),
    "odt": (".odt", lambda made: made_docx.saved_as(made, "odt")),
    "rtf": (".rtf", lambda made: made_docx.saved_as(made, "rtf")),
}
"""Name → (ending, maker)."""

say = sys.stdout.write


def texts(folder: Path) -> list[Path]:
    """The minutes of a folder that are text."""
    return sorted(path for path in folder.iterdir() if path.suffix in (".txt", ".md"))


def tables(files: Iterable[Path], graph: Path) -> Rows:
    """The tables of a graph of these files."""
    summary = build(list(files), graph)
    if summary.failed:
        raise SystemExit("; ".join(f"{report.path}: {report.reason}" for report in summary.failed))
    with protokollgraf.open(graph) as opened:
        return {
            name: Counter(tuple(" ".join(cell.split()) for cell in row.values()) for row in opened.query(name))
            for name in TABLES
        }


def written(paths: Iterable[Path], form: str, folder: Path) -> list[Path]:
    """The files made from texts, in a folder."""
    ending, maker = FORMS[form]
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for path in paths:
        files.append(folder / f"{path.stem}{ending}")
        files[-1].write_bytes(maker(made(path)))
    return files


def differences(wanted: Rows, given: Rows) -> list[str]:
    """The rows that only one of both has, `-` those that are missing and `+` those that are too many."""
    return [
        f"{sign} {name}: {' | '.join(row)}"
        for name in TABLES
        for sign, only in (("-", wanted[name] - given[name]), ("+", given[name] - wanted[name]))
        for row in sorted(only.elements())
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", default="examples", choices=[name for name in SETS if name != "real minutes"])
    parser.add_argument("--form", choices=list(FORMS))
    parser.add_argument("--only", default="", help="a part of the file's name")
    parser.add_argument("--keep", type=Path, help="a folder for the files made")
    arguments = parser.parse_args()
    paths = [path for path in texts(SETS[arguments.set][0]) if arguments.only in path.name]
    with tempfile.TemporaryDirectory() as name:
        wanted = tables(paths, Path(name, "text"))
        rows = sum(sum(table.values()) for table in wanted.values())
        for form in [arguments.form] if arguments.form else FORMS:
            files = written(paths, form, (arguments.keep or Path(name)) / form)
            found = differences(wanted, tables(files, Path(name, f"{form}.graph")))
            missing = sum(line.startswith("-") for line in found)
            say("".join(f"{line}\n" for line in found))
            say(f"{form}: {len(paths)} documents, {rows} rows, {missing} missing, {len(found) - missing} too many\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
