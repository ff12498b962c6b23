"""`make quality`: how much of what hand-made answers hold is found and right, and what has changed since last time.

Measures the project's own made-up minutes and, where that folder is there, the real ones of ../shared. Writes
docs/quality.md; `--record` also makes this run the one that later runs are compared with (docs/quality.json).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from protokollgraf.tests.measure.score import COLUMNS, Score, mean, read_gold, score_all
from protokollgraf.tests.measure.sets import ROOT, SETS, SHARED, tables_of, wrong, wrong_rows

RECORD = ROOT / "docs" / "quality.json"
PAGE = ROOT / "docs" / "quality.md"
Figures = dict[str, list[float]]
"""Table → gold rows, rows given, found, exact; and `mean` → found, exact."""

say = sys.stdout.write


@dataclass(frozen=True, slots=True)
class Run:
    """What was measured of one set: the figures, and the digest of each wrong row → how it is shown."""

    figures: Figures
    wrong: dict[str, str]
    possible: dict[str, str]
    """The digests that a row of the gold would have, were it wrong: so that a gain can be shown."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--record", action="store_true", help="compare later runs with this one")
    parser.add_argument("--wrong", metavar="TABLE", help="show every wrong row of a table (`all`: of each)")
    arguments = parser.parse_args()
    recorded = json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.exists() else {}
    for name, (minutes, gold) in SETS.items():
        if not minutes.is_dir():
            say(f"{name}: not here; the figures of the last recorded run stand\n\n")
            continue
        run = measure(minutes, gold)
        say(f"{name}\n{_as_text(run.figures)}\n")
        _say_changes(run, recorded.get(name, {}).get("wrong", []))
        for shown in run.wrong.values():
            if arguments.wrong in ("all", shown.split(":")[0]):
                say(f"{shown}\n")
        recorded[name] = {"figures": run.figures, "wrong": sorted(run.wrong)}
    PAGE.write_text(_page({name: set_["figures"] for name, set_ in recorded.items()}), encoding="utf-8")
    if arguments.record:
        RECORD.write_text(json.dumps(recorded, indent=1) + "\n", encoding="utf-8")
        say(f"recorded: {RECORD.relative_to(ROOT)}\n")
    return 0


def measure(minutes: Path, gold_folder: Path) -> Run:
    """Build a graph of a folder, write its tables and compare them with the gold."""
    gold = read_gold(gold_folder)
    with tempfile.TemporaryDirectory() as name:
        tables = Path(name, "tables")
        scores = score_all(gold, tables_of([minutes], tables))
        if gold_folder.is_relative_to(SHARED):
            _check_against(SHARED / "score.py", tables, gold_folder, scores)
    possible = {
        digest: shown
        for tables_ in gold.values()
        for table, rows in tables_.items()
        for row in rows
        for how in ("missed", "differs")
        for digest, shown in [wrong(table, how, row)]
    }
    return Run(_figures(scores), dict(wrong_rows(scores)), possible)


def _check_against(scorer: Path, tables: Path, gold: Path, scores: Sequence[Score]) -> None:
    """Hold our figures against those of the scorer that others use."""
    command = [sys.executable, str(scorer), str(tables), str(gold), "--json"]
    theirs = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    for one in scores:
        if any(abs(theirs[one.table][key] - getattr(one, key)) > 1e-9 for key in ("gold", "given", "found", "exact")):
            say(f"warning: {scorer} gives other figures for {one.table}: {theirs[one.table]}\n")


def _figures(scores: Sequence[Score]) -> Figures:
    figures = {one.table: [one.gold, one.given, round(one.found, 4), round(one.exact, 4)] for one in scores}
    return figures | {"mean": [round(figure, 4) for figure in mean(scores)]}


def _say_changes(run: Run, before: Sequence[str]) -> None:
    gains = [digest for digest in before if digest not in run.wrong]
    shown = [run.possible[digest] for digest in gains if digest in run.possible]
    gone = len(gains) - len(shown)
    say(
        f"gains since the last recorded run: {len(gains)}"
        + (f" ({gone} of them rows that nobody asked for)\n" if gone else "\n")
    )
    for line in sorted(shown):
        say(f"  + {line}\n")
    losses = sorted(line for digest, line in run.wrong.items() if digest not in before)
    say(f"losses: {len(losses)}\n")
    for line in losses:
        say(f"  - {line}\n")
    say("\n")


def _as_text(figures: Mapping[str, Sequence[float]]) -> str:
    lines = [f"{'table':14} {'gold':>5} {'given':>6} {'found':>7} {'exact':>7}"]
    for table, (gold, given, found, exact) in ((name, row) for name, row in figures.items() if name != "mean"):
        lines.append(f"{table:14} {gold:5} {given:6} {found:7.3f} {exact:7.3f}")
    found, exact = figures["mean"]
    return "\n".join([*lines, f"{'mean':14} {'':5} {'':6} {found:7.3f} {exact:7.3f}"])


def _page(sets: Mapping[str, Figures]) -> str:
    lines = [
        "# How much is found, and how much is right",
        "",
        "Written by `make quality`; change nothing here by hand. F1 over the rows of each table of the public",
        "interface, against answers made by hand. Found: the columns that identify a row agree. Exact: all do.",
        "The rules were written with these documents at hand: minutes that nobody here has seen do worse.",
        "How much worse, the first run over each set tells (found / exact): examples 0.881 / 0.812 and layouts",
        "0.774 / 0.678 before any rule was written for them; later, when rules had been mended for some of their",
        "documents, municipalities 0.913 / 0.858 (the first run over all ten) and federations 0.887 / 0.833 (five);",
        "torn 0.661 / 0.590 (its first twelve) and 0.785 / 0.710 (the other twelve, when the first had been mended);",
        "ordinary 0.849 / 0.804 (its first eight) and 0.913 / 0.839 (the other eight); last systems 0.891 / 0.860",
        "(its first seven) and far 0.818 / 0.755 (its first eight).",
        "",
    ]
    about = {
        "real minutes": "Four real minutes of three kinds of organisations, in a graph with three more.",
        "examples": "The made-up minutes of `examples/`.",
        "layouts": "Made-up minutes in other layouts, in `tests/data/layouts/`.",
        "municipalities": "Ten made-up minutes of councils, boards and nämnder, in `tests/data/municipalities/`.",
        "federations": "Ten made-up minutes of federations, regions and joint bodies, in `tests/data/federations/`.",
        "ordinary": "16 made-up minutes of all kinds of bodies in plain layouts, in `tests/data/ordinary/`.",
        "systems": "12 made-up minutes as the document systems of municipalities print them, in `tests/data/systems/`.",
        "far": "12 made-up minutes of Åland, Finland, associations, web pages and scans, in `tests/data/far/`.",
        "torn": "24 made-up minutes as web pages and converters tear them: lines run together, columns come apart, "
        "signs are lost; in `tests/data/torn/`.",
    }
    names = [name for name in SETS if name in sets]
    lines += [f"- **{name}**: {about[name]}" for name in names]
    lines += ["", "| table | " + " | ".join(f"{name}: rows | found | exact" for name in names) + " |"]
    lines += ["|---|" + "---:|---:|---:|" * len(names)]
    for table in COLUMNS:
        cells = [
            f"{int(gold)} | {found:.3f} | {exact:.3f}" for gold, _, found, exact in (sets[n][table] for n in names)
        ]
        lines.append(f"| {table} | " + " | ".join(cells) + " |")
    means = [f" | **{found:.3f}** | **{exact:.3f}**" for found, exact in (sets[n]["mean"] for n in names)]
    lines.append("| **mean** | " + " | ".join(means) + " |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
