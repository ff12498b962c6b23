"""What minutes lose whose text is corrupted: each set is built again with each fault, and compared with its gold.

The gold stays as it is. Kinds of dashes and upper case never count (`score.fold`); under OCR noise the text cells agree
at a similarity of 0.9, after letters that a scanner takes for each other have been made one: the words that are printed
there are wrong, and nobody could know better. Numbers of items, dates, parties and kinds must be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from rapidfuzz import fuzz

from protokollgraf.extract.facts import Reading
from protokollgraf.extract.read import read
from protokollgraf.tests.measure.corruptions import NAMES, corrupted, corruptions
from protokollgraf.tests.measure.score import Agree, Cell, Row, agree, fold, mean, read_gold, score_all
from protokollgraf.tests.measure.sets import Tables, tables_of, wrong

NOISE = "1 % OCR noise"
WORDS = (
    "assignee", "body", "municipality", "organisation", "person", "place", "proposer", "replaces", "role", "task",
    "text", "title", "value",
)  # fmt: skip
"""The columns that hold words of the text."""
SIMILAR = 90
LETTERS = str.maketrans("1|ijíåäàāã0öóõcéè5z9qy6", "lllllaaaaaoooeeesggggvb")
PAIRS = (("rn", "m"), ("cl", "d"), ("ii", "u"), ("ri", "n"), ("li", "h"))

Gold = Mapping[str, Mapping[str, Sequence[Row]]]
Task = tuple[Path, Path, str, int]
"""Folder of minutes, folder of gold, corruption (empty for none), variant."""


@dataclass(frozen=True, slots=True)
class Loss:
    """What one corruption costs one set, as the mean over its variants."""

    loss: float
    """Of the set's score: the mean over the tables of the exact F1."""
    worst: float
    """Of the score of the document that loses most."""
    document: str
    lost: dict[str, str]
    """The rows that were right without the corruption, and are not in some variant: digest → how it is shown."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The scores of a set and of its documents, and the gold rows that are not right."""

    exact: float
    documents: dict[str, float]
    wrong: dict[str, str]


def noisy(column: str, gold: Cell, given: str) -> bool:
    """Whether a cell agrees where single letters may be misread."""
    if agree(column, gold, given):
        return True
    if column not in WORDS or not given:
        return False
    options = gold if isinstance(gold, list) else [gold]
    return any(fuzz.ratio(form(one), form(given)) >= SIMILAR for one in options if one for form in (fold, plain))


@cache
def plain(cell: str) -> str:
    """A cell without what a scanner takes for each other."""
    cell = fold(cell)
    for pair, letter in PAIRS:
        cell = cell.replace(pair, letter)
    return re.sub(r"[\s.,;:°-]", "", cell.translate(LETTERS))


def losses(sets: Mapping[str, tuple[Path, Path]], names: Sequence[str] = NAMES) -> Iterator[tuple[str, str, Loss]]:
    """(set, corruption, loss) for each of both, in order. Two processes build the graphs."""
    tasks: dict[tuple[str, str, int], Task] = {}
    for label, (minutes, gold) in sets.items():
        for name in ("", *names):
            first = -1 if name == NOISE else 0  # -1: no noise, but its comparison
            tasks |= {(label, name, v): (minutes, gold, name, v) for v in range(first, len(variants(name)))}
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        outcomes = dict(zip(tasks, pool.map(outcome, tasks.values()), strict=True))
    for label in sets:
        for name in names:
            clean = outcomes[(label, NOISE, -1) if name == NOISE else (label, "", 0)]
            yield label, name, compared(clean, [outcomes[label, name, variant] for variant in variants(name)])


def variants(name: str) -> range:
    """The numbers of a corruption's variants."""
    return range(len(corruptions(())[name]) if name else 1)


def compared(clean: Outcome, others: Sequence[Outcome]) -> Loss:
    """The loss of a corruption from the outcomes of its variants."""
    documents = {
        document: score - sum(other.documents[document] for other in others) / len(others)
        for document, score in clean.documents.items()
    }
    worst = max(documents, key=lambda document: documents[document])
    lost = {
        digest: f"{variant + 1}: {shown}"
        for variant, other in enumerate(others)
        for digest, shown in other.wrong.items()
        if digest not in clean.wrong
    }
    loss = clean.exact - sum(other.exact for other in others) / len(others)
    return Loss(round(loss, 4), round(documents[worst], 4), worst, lost)


def outcome(task: Task) -> Outcome:
    """Build a set with one variant of a corruption, and compare it with the gold."""
    minutes, folder, name, variant = task
    gold = read_gold(folder)
    with TemporaryDirectory() as made:
        paths = list(written(minutes, gold, name, variant, Path(made)))
        return outcome_of(gold, tables_of(paths), noisy if name == NOISE else agree)


def outcome_of(gold: Gold, tables: Tables, agree: Agree) -> Outcome:
    """The scores of tables, and their wrong rows of gold under one name each, missed or not quite right."""
    scores = score_all(gold, tables, agree)
    documents = {one: mean(score_all({one: rows}, tables, agree))[1] for one, rows in gold.items()}
    rows: dict[str, str] = {}
    for one in scores:
        for row in one.missed:
            digest, shown = wrong(one.table, "lost", row)
            rows[digest] = f"{shown} missed"
        for row, cells in one.differs:
            digest, shown = wrong(one.table, "lost", row)
            rows[digest] = f"{shown} given as {cells}"
    return Outcome(mean(scores)[1], documents, rows)


def written(minutes: Path, gold: Gold, name: str, variant: int, folder: Path) -> Iterator[Path]:
    """The files of a set, those with gold written anew with the corruption."""
    for path in sorted(minutes.iterdir()):
        if path.suffix not in (".txt", ".md", ".pdf"):
            continue
        if path.stem not in gold:
            yield path
            continue
        text = source(read(path))
        if name and variant >= 0:
            text = corrupted(text, name, variant, listed(gold[path.stem]))
        target = folder / f"{path.stem}{path.suffix if path.suffix == '.md' else '.txt'}"
        target.write_text(text, encoding="utf-8")
        yield target


def source(reading: Reading) -> str:
    """The text of a document as read; the pages of a PDF begin with form feeds."""
    text = reading.text
    if reading.format == "pdf":
        text = "\f".join(text[a:b] for a, b in pairwise([*reading.pages, len(text)]))
    return text


def listed(tables: Mapping[str, Sequence[Row]]) -> list[str]:
    """The people of the lists of a document, by all their spellings in the gold."""
    cells: list[Cell] = [row["person"] for table in ("attendance", "signatures") for row in tables.get(table, ())]
    return [name for cell in cells for name in (cell if isinstance(cell, list) else [cell])]
