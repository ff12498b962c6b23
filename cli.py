"""The command line: open things, call one function, print. Named errors become one line and exit status 1."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from . import open as open_graph
from .errors import ExportError, ProtokollgrafError, QueryError
from .queries.catalogue import catalogue
from .queries.formats import TABLES, as_csv, as_lines, printable, write
from .queries.run import Rows, run

# What takes long to import (networkx, spaCy) is imported by the command that needs it.
if TYPE_CHECKING:
    from . import Graph
    from .graph.build import FileReport

app = typer.Typer(
    name="protokollgraf",
    help="A knowledge graph of people, bodies and decisions from Swedish municipal minutes.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # plain help, the same on every terminal: docs/cli.md shows it
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

NETWORKS = (".graphml", ".gexf")


class Format(StrEnum):
    """How `query` prints its rows."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"


class DiagnosisFormat(StrEnum):
    """How `diagnose` prints."""

    TEXT = "text"
    JSON = "json"


GraphFolder = Annotated[Path, typer.Option("--graph", metavar="DIR", help="The graph folder.")]


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a command and exit: 0 done, 1 something was wrong (one line says what), 2 used wrongly, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError):  # a test's stand-in may lack it
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        app(args=arguments, prog_name="protokollgraf")
    except ProtokollgrafError as error:
        _fail(str(error))
    except OSError as error:
        _fail(f"{error.filename}: {error.strerror}" if error.filename else str(error))
    raise SystemExit(0)


def _fail(message: str) -> NoReturn:
    sys.stderr.write(f"protokollgraf: {printable(message)}\n")
    raise SystemExit(1)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"protokollgraf {version('protokollgraf')}")
        raise typer.Exit


@app.callback()
def _options(
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    pass


@app.command()
def build(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Files, folders and zips of minutes.")],
    graph: GraphFolder,
) -> None:
    """Read minutes (.txt, .md, .pdf, .docx, .doc, .odt, .rtf, .html, or a .zip of them) into a graph folder.

    .doc, .odt and .rtf are read through LibreOffice, where it is installed.
    Folders and zips are searched to the bottom. Building again skips what is unchanged and replaces what has changed.
    A file that cannot be read is left out and named; then the exit status is 1.

    \b
    protokollgraf build minutes/ --graph graph
    """
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    from .graph.build import build as build_graph
    from .graph.files import collect

    console = Console(highlight=False, soft_wrap=True)
    columns = TextColumn("reading"), BarColumn(), MofNCompleteColumn()
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        bar = progress.add_task("", total=len(collect(paths)))

        def done(report: FileReport) -> None:
            console.print(_line(report))
            progress.advance(bar)

        summary = build_graph(paths, graph, progress=done)
    console.print(
        f"{graph}: {_count(summary.documents, 'document')}, {_count(summary.people, 'person', 'people')}, "
        f"{_count(summary.bodies, 'body', 'bodies')}, {_count(summary.decisions, 'decision')}",
        markup=False,
    )
    if summary.failed:
        console.print(f"left out: {len(summary.failed)} of {_count(len(summary.files), 'file')}, marked failed above")
        raise typer.Exit(1)


@app.command()
def fetch(
    urls: Annotated[Path, typer.Argument(metavar="FILE", help="A text file with a URL on each line.")],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder for the files.")],
    delay: Annotated[float, typer.Option(metavar="SECONDS", help="Between two requests to one host.")] = 2.0,
    agent: Annotated[
        str, typer.Option(help="Who asks: better with an address, as in 'ada/1.0 (ada@example.org)'.")
    ] = "",
    update: Annotated[bool, typer.Option("--update", help="Ask again for what is there already.")] = False,
) -> None:
    """Download minutes politely; a second run goes on where it stopped.

    A line may name the file behind the URL; what follows a # is a comment. Then `build` reads the folder.

    \b
    protokollgraf fetch urls.txt --out minutes
    """
    from .fetch.run import AGENT, line, total
    from .fetch.run import fetch as fetch_all

    reports = []
    for report in fetch_all(urls, out, delay=delay, agent=agent or AGENT, update=update):
        reports.append(report)
        typer.echo(printable(line(report)))
    typer.echo(printable(total(out, reports)))
    if any(report.outcome == "failed" for report in reports):
        raise typer.Exit(1)


def _line(report: FileReport) -> Text:
    """`failed  path: why`, and the document's name in the graph where it is not the file's own."""
    style = {"failed": "red", "unchanged": "dim"}.get(report.outcome, "green")
    line = Text(f"{report.outcome:10}", style=style).append(printable(str(report.path)), style="default")
    if report.reason:
        line.append(f": {printable(_without_path(report.reason, report.path))}", style="default")
    elif report.document != report.path.stem:
        line.append(f" as {printable(report.document)}", style="default")
    return line


def _without_path(reason: str, path: Path) -> str:
    """A reason that begins with the file's name (where it may stand masked) without it: the line has it already."""
    for name in (str(path), path.name):
        words = ("".join(re.escape(char) if char.isprintable() else "." for char in word) for word in name.split(" "))
        reason = re.sub(rf"\A{' *'.join(words)}: ", "", reason)
    return reason


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


@app.command()
def diagnose(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Files of minutes.")],
    report: Annotated[
        bool, typer.Option("--report", "--anonymous", help="Without the document's words, to send with a bug report.")
    ] = False,
    form: Annotated[DiagnosisFormat, typer.Option("--format", help="How to print it.")] = DiagnosisFormat.TEXT,
) -> None:
    """Tell what was understood of minutes and what was not: which lines no rule read.

    The exit status is 1 when a file cannot be read or is no minutes.

    \b
    protokollgraf diagnose minutes.pdf
    protokollgraf diagnose minutes.pdf --report > report.txt
    """
    from .extract.diagnose import diagnosed
    from .extract.diagnosis_text import as_json, as_text

    found = [diagnosed(path, masked=report) for path in files]
    for line in (as_json if form == DiagnosisFormat.JSON else as_text)(found):
        typer.echo(printable(line))
    if any(one.refused for one in found):
        raise typer.Exit(1)


@app.command()
def query(
    what: Annotated[
        str,
        typer.Argument(metavar="NAME|FILE.rq|-", help="A named query, a file of SPARQL, or - for stdin."),
    ],
    graph: GraphFolder,
    param: Annotated[
        list[str] | None, typer.Option("--param", "-p", metavar="NAME=VALUE", help="A parameter; may be repeated.")
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="How to print the rows.")] = Format.TABLE,
) -> None:
    """Ask the graph: a named query (see `protokollgraf queries`) or any SPARQL.

    \b
    protokollgraf query seats --graph graph
    protokollgraf query person --graph graph --param person="Ada Ek" --format csv
    echo "SELECT * { ?s ?p ?o } LIMIT 5" | protokollgraf query - --graph graph
    """
    parameters = dict(map(_parameter, param or ()))
    with open_graph(graph) as opened:
        rows = run(opened.dataset, _query_text(what), **parameters)
    _print_rows(rows, form)
    if not rows:
        hint = "; `protokollgraf query find-person` finds how a name is written" if "person" in parameters else ""
        typer.echo(f"no rows{hint}", err=True)


def _parameter(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name.isidentifier():
        raise QueryError(f"--param {text!r}: write it as name=value, as in --param person='Ada Ek'")
    return name, value


def _query_text(what: str) -> str:
    if what != "-" and not what.endswith(".rq"):
        return what
    try:
        return (sys.stdin.buffer.read() if what == "-" else Path(what).read_bytes()).decode()
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{what}: cannot be read ({getattr(error, 'strerror', '') or 'it is not UTF-8'})") from None


def _print_rows(rows: Rows, form: Format) -> None:
    console = Console(highlight=False)
    if form != Format.TABLE:
        write(rows, form, sys.stdout)
    elif not console.is_terminal:  # as wide as it is: no cell is cut or broken
        typer.echo(as_lines(rows.columns, rows.rows), nl=False)
    else:
        table = Table(*rows.columns)
        for row in rows:
            table.add_row(*(Text(printable(row[column]), overflow="fold") for column in rows.columns))
        console.print(table)


@app.command()
def queries() -> None:
    """List the named queries, what each answers, and its parameters."""
    for named in catalogue().values():
        typer.echo(f"{named.name}: {named.title}\n  {named.answers}")
        for one in named.parameters:
            optional = "" if one.required else " (may be left out)"
            typer.echo(f"  --param {one.name}={one.example!r}: {one.meaning}{optional}")


@app.command()
def tables(
    graph: GraphFolder,
    out: Annotated[Path, typer.Option("--out", metavar="DIR2", help="The folder for the tables.")],
) -> None:
    """Write every table as NAME.csv into a folder.

    \b
    protokollgraf tables --graph graph --out tables
    """
    with open_graph(graph) as opened:
        write_tables(opened, out)
    typer.echo(f"wrote {len(TABLES)} tables to {printable(str(out))}")


def write_tables(graph: Graph, folder: Path) -> None:
    """Write the tables of the public interface, each file whole or not at all. ExportError, OSError."""
    from .visualize.files import replace_file

    if folder.exists() and not folder.is_dir():
        raise ExportError(f"{folder}: is a file; name a folder for the tables")
    folder.mkdir(parents=True, exist_ok=True)
    for name in TABLES:
        rows = run(graph.dataset, name)
        replace_file(folder / f"{name}.csv", as_csv(rows.columns, rows.rows).encode())


@app.command()
def export(
    graph: GraphFolder,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The file; its ending is the format.")],
    texts: Annotated[bool, typer.Option("--texts", help="With the texts of the minutes as they were read.")] = False,
) -> None:
    """Write the graph as .ttl, .trig, .nt, .nq, .jsonld or .rdf, or its network as .graphml or .gexf.

    \b
    protokollgraf export --graph graph -o graph.ttl
    """
    from .graph.export import FORMATS
    from .graph.export import export as export_graph
    from .visualize.network import write_graph

    ending = output.suffix.lower()
    if ending not in (*FORMATS, *NETWORKS):
        known = ", ".join((*FORMATS, *NETWORKS))
        raise ExportError(f"{output}: the ending {output.suffix!r} is no known format; use one of {known}")
    with open_graph(graph) as opened:
        if ending in NETWORKS:
            write_graph(opened.network(), output)
        else:
            export_graph(opened.store, output, texts=texts)
    typer.echo(f"wrote {printable(str(output))}")


@app.command()
def view(
    graph: GraphFolder,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE.html", help="The page.")],
    person: Annotated[str, typer.Option(help="Only around this person.")] = "",
    body: Annotated[str, typer.Option(help="Only around this body.")] = "",
    municipality: Annotated[str, typer.Option(help="Only around this municipality.")] = "",
    start: Annotated[str, typer.Option("--from", metavar="DATE", help="Only meetings from this day on.")] = "",
    end: Annotated[str, typer.Option("--to", metavar="DATE", help="Only meetings until this day.")] = "",
) -> None:
    """Draw the network of people, bodies, municipalities and parties: one page, which works without a network.

    \b
    protokollgraf view --graph graph -o network.html
    protokollgraf view --graph graph -o ada.html --person "Ada Ek" --from 2024-01-01
    """
    from .visualize.page import write_page

    with open_graph(graph) as opened:
        network = opened.network(person=person, body=body, municipality=municipality, start=start, end=end)
    write_page(network, output)
    size = f"{_count(len(network), 'node')}, {_count(network.number_of_edges(), 'tie')}"
    typer.echo(f"wrote {printable(str(output))}: {size}")
