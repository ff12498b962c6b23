"""`make bench`: how fast documents are read, against plain tokenising; one process, one core.

It measures over ../shared/minutes where that folder is there, else over the project's own made-up minutes.
`--record` writes docs/performance.md.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import resource
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median
from time import perf_counter

import pypdfium2
import spacy

from protokollgraf.extract.facts import Item, Reading
from protokollgraf.extract.pipeline import extract
from protokollgraf.extract.read import clean, read
from protokollgraf.graph.build import build

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "minutes"
OWN = (ROOT / "examples", ROOT / "tests" / "data" / "layouts")
PAGE = ROOT / "docs" / "performance.md"
RUNS = 5
LIMIT = 4.0
"""The whole extraction may take so many times as long as tokenising."""
SIZES = (1, 4, 16)

say = sys.stdout.write


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--record", action="store_true", help=f"write {PAGE.relative_to(ROOT)}")
    record = parser.parse_args().record
    _one_core()
    folders = [SHARED] if SHARED.is_dir() else [*OWN]
    paths = [path for folder in folders for path in sorted(folder.iterdir()) if path.suffix in (".txt", ".md", ".pdf")]
    rows = [*_extraction([read(path) for path in paths]), *_growth(_longest(ROOT / "examples"))]
    rows += [*_building(paths), *_pdf(sorted((ROOT / "examples").glob("*.pdf")))]
    for what, figure in rows:
        say(f"{what:66} {figure}\n")
    if record:
        PAGE.write_text(_page(rows, of_shared=SHARED.is_dir()), encoding="utf-8")
        say(f"written: {PAGE.relative_to(ROOT)}\n")
    return 0


def _one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def _extraction(readings: Sequence[Reading]) -> Iterable[tuple[str, str]]:
    blank = spacy.blank("sv")
    blank.max_length = 60_000_000
    times = _alternating(
        lambda: [blank.make_doc(reading.text) for reading in readings],
        lambda: [extract(reading) for reading in readings],
    )
    tokenising, extracting = times
    words = sum(len(reading.text.split()) for reading in readings)
    pages = sum(len(reading.pages) for reading in readings)
    yield "documents, pages, words", f"{len(readings)}, {pages}, {words:,}"
    yield 'tokenising with spacy.blank("sv")', f"{tokenising:.3f} s"
    yield "whole extraction", f"{extracting:.3f} s"
    yield f"extraction as a multiple of tokenising (at most {LIMIT:g})", f"{extracting / tokenising:.2f}"
    yield "documents a second", f"{len(readings) / extracting:.1f}"
    yield "pages a second", f"{pages / extracting:.0f}"
    yield "words a second", f"{words / extracting:,.0f}"
    yield "peak memory of the process until here", f"{_peak_megabytes():.0f} MB"


def _growth(reading: Reading) -> Iterable[tuple[str, str]]:
    """The time for one document whose items are repeated under new numbers."""
    first = 0.0
    for times in SIZES:
        longer = _repeated(reading, times)
        taken = median(_time(lambda longer=longer: extract(longer)) for _ in range(3))  # type: ignore[misc]
        first = first or taken
        items = sum(isinstance(fact, Item) for fact in extract(longer).facts)
        length = f"{len(longer.text.split()):,} words, {items} items"
        yield f"one document at {times}× its items ({length})", f"{taken:.3f} s = {taken / first:.1f}×"


def _repeated(reading: Reading, times: int) -> Reading:
    starts = [fact.evidence.start for fact in extract(reading).facts if isinstance(fact, Item)]
    head, body, tail = (reading.text[i:j] for i, j in ((0, starts[0]), (starts[0], starts[-1]), (starts[-1], None)))
    copies = [_renumbered(body, i * len(starts)) for i in range(times)]
    text = clean("".join([head, *copies, _renumbered(tail, (times - 1) * len(starts))]))
    return Reading(reading.document, reading.source, reading.sha256, "txt", text, pages=(0,))


def _renumbered(text: str, more: int) -> str:
    return re.sub(r"(?m)^(\W*§\s*)(\d+)", lambda found: f"{found[1]}{int(found[2]) + more}", text)


def _longest(folder: Path) -> Reading:
    texts = [read(path) for path in sorted(folder.iterdir()) if path.suffix in (".txt", ".md")]
    return max(texts, key=lambda reading: len(reading.text))


def _building(paths: Sequence[Path]) -> Iterable[tuple[str, str]]:
    with tempfile.TemporaryDirectory() as folder:
        graph = Path(folder, "graph")
        first = _time(lambda: build(paths, graph))
        again = _time(lambda: build(paths, graph))
    yield f"building a graph of {len(paths)} documents", f"{first:.2f} s"
    yield "building it again with nothing changed", f"{again:.2f} s"


def _pdf(paths: Sequence[Path]) -> Iterable[tuple[str, str]]:
    if paths:
        plain, ours = _alternating(lambda: [_plain(path) for path in paths], lambda: [read(path) for path in paths])
        yield "reading PDF as a multiple of PDFium's plain text", f"{ours / plain:.1f}"


def _plain(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def _alternating(one: Callable[[], object], other: Callable[[], object]) -> tuple[float, float]:
    """The median time of each, run in turn, after a first run that is not counted."""
    one(), other()
    taken = [(_time(one), _time(other)) for _ in range(RUNS)]
    return median(first for first, _ in taken), median(second for _, second in taken)


def _time(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _peak_megabytes() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak / 1e3


def _page(rows: Iterable[tuple[str, str]], *, of_shared: bool) -> str:
    what = "real minutes" if of_shared else "the project's own made-up minutes"
    lines = [
        "# Speed",
        "",
        "Written by `make bench RECORD=1`; change nothing here by hand.",
        f"Over {what}, in one process on one core, after one run that is not counted; times are medians.",
        f"Python {platform.python_version()}, spaCy {version('spacy')}, {platform.machine()}.",
        "",
        "| what | figure |",
        "|---|---|",
        *(f"| {what} | {figure} |" for what, figure in rows),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
