"""Files → graph: read what is new, keep the rest, then derive who is who.

What a file said before stays in the graph until its new version has been read in full; so a build may be stopped at any
moment, and the next one goes on from there.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

import pyoxigraph as ox
from rdflib import FOAF, RDF

from ..errors import GraphError, ProtokollgrafError, UnreadableError
from ..extract.facts import Minutes
from ..ontology.terms import ENTITIES, PG
from . import files, judgements
from .entities import entity_quads
from .parallel import in_order
from .store import MARKER, documents, open_for_writing, read_origins, replace_document, replace_entities, write_marker

log = logging.getLogger(__name__)

_ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file."""

    path: Path
    """For a file in a zip: `minutes.zip/a.pdf`."""
    outcome: str
    """`new`, `changed`, `unchanged`, `failed`."""
    document: str = ""
    """Its name in the graph; empty when it failed."""
    reason: str = ""
    """Why it failed, in one line."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of each file, and what the graph holds now."""

    files: tuple[FileReport, ...]
    documents: int = 0
    people: int = 0
    bodies: int = 0
    decisions: int = 0

    @property
    def new(self) -> list[FileReport]:
        return self._those("new")

    @property
    def changed(self) -> list[FileReport]:
        return self._those("changed")

    @property
    def unchanged(self) -> list[FileReport]:
        return self._those("unchanged")

    @property
    def failed(self) -> list[FileReport]:
        return self._those("failed")

    def _those(self, outcome: str) -> list[FileReport]:
        return [report for report in self.files if report.outcome == outcome]


def build(
    paths: Sequence[Path], directory: Path, *, progress: Callable[[FileReport], None] = lambda report: None
) -> Summary:
    """Bring the graph in `directory` up to date with files and folders of minutes. GraphError.

    A file that cannot be read is reported and hinders no other; `progress` hears of each file as it is done.
    """
    directory = Path(directory)
    found = files.collect(paths)
    reports = []
    if not (directory / MARKER).is_file() and all(problem for _, problem in found):
        for path, problem in found:  # nothing to make a graph of: leave no empty folder behind
            reports.append(FileReport(path, "failed", reason=problem))
            progress(reports[-1])
        return Summary(tuple(reports))
    store = open_for_writing(directory)
    decided = judgements.read(directory / judgements.FILE)
    try:
        for report in _update_documents(store, directory, found):
            reports.append(report)
            progress(report)
        _update_entities(store, decided)
        store.flush()
    except (OSError, RuntimeError) as error:
        raise GraphError(f"{directory}: cannot be written ({' '.join(str(error).split())[:200]})") from error
    return Summary(tuple(reports), **_counts(store))


def _update_documents(store: ox.Store, directory: Path, found: Sequence[tuple[Path, str]]) -> Iterator[FileReport]:
    """Read each file that is new, changed, or was read by another version of this program."""
    held, origins, extractor = documents(store), read_origins(directory), extractor_version()
    jobs = _jobs(found, {name: known.sha256 for name, known in held.items()}, origins)
    due: dict[str, _Job] = {}
    for job in jobs:
        if job.document and held.get(job.document, ("", "", ""))[1:] != (job.sha256, extractor):
            due.setdefault(job.document, job)
    results = in_order(read_and_extract, [(job.path, job.document) for job in due.values()])
    failed: dict[str, str] = {}
    try:
        for job in jobs:
            name, outcome = job.document, "unchanged"
            if due.get(name) is job:
                result = next(results)
                if isinstance(result, Minutes):
                    replace_document(store, result, extractor=extractor)
                    outcome = "changed" if name in held else "new"
                else:
                    failed[name] = result or "reading it killed the process; is the file broken?"
            reason = job.problem or failed.get(name, "")
            if reason:
                yield FileReport(job.path, "failed", reason=reason)
                continue
            if outcome != "unchanged" or not (name in origins and files.exists(Path(origins[name]))):
                origins[name] = str(job.path.resolve())
            yield FileReport(job.path, outcome, name)
    finally:
        write_marker(directory, origins)


@dataclass(frozen=True, slots=True)
class _Job:
    path: Path
    problem: str = ""
    document: str = ""
    sha256: str = ""


def _jobs(found: Iterable[tuple[Path, str]], held: Mapping[str, str], origins: Mapping[str, str]) -> list[_Job]:
    jobs = []
    for path, problem in found:
        try:
            jobs.append(_Job(path, problem) if problem else _Job(path, sha256=files.digest(path)))
        except OSError as error:
            jobs.append(_Job(path, error.strerror or str(error)))
        except UnreadableError as error:  # a damaged file in a zip
            jobs.append(_Job(path, str(error)))
    readable = [(job.path, job.sha256) for job in jobs if not job.problem]
    names = files.name_documents(readable, held=held, origins=origins)
    return [job if job.problem else replace(job, document=next(names)) for job in jobs]


def read_and_extract(task: tuple[Path, str]) -> Minutes | str:
    """The minutes in a file, under the document name given; or, in one line, why there are none."""
    # here and not above: a build that finds nothing new need not load a language pipeline
    from ..extract.pipeline import extract
    from ..extract.read import read

    path, document = task
    try:
        return extract(read(path, document=document))
    except ProtokollgrafError as error:
        return " ".join(str(error).split())
    except OSError as error:
        return error.strerror or " ".join(str(error).split())
    except Exception as error:  # one file that meets a bug of ours must not cost the others
        log.exception("%s: cannot be read because of a bug", path)
        message = " ".join(str(error).split())[:200]
        return f"a bug in protokollgraf ({type(error).__name__}: {message}); please report it"


def _update_entities(store: ox.Store, decided: Sequence[judgements.Judgement]) -> None:
    """Derive who is who, unless what it is derived from is what it was last time."""
    code = _version(
        "graph/*.py", "extract/lexicon/*.py", "extract/lexicon/*.tsv", "extract/case_numbers.py", "extract/dates.py",
        "ontology/terms.py",
    )  # fmt: skip
    now = _digest(code, *map(repr, documents(store).items()), *map(repr, decided))
    graph = ox.NamedNode(ENTITIES)
    basis = ox.Quad(graph, ox.NamedNode(PG.basis), ox.Literal(now), graph)
    if basis not in store:
        replace_entities(store, [*entity_quads(store, decided), basis])


def _counts(store: ox.Store) -> dict[str, int]:
    classes = {"documents": PG.Minutes, "people": FOAF.Person, "bodies": PG.Body, "decisions": PG.Decision}
    type_ = ox.NamedNode(RDF.type)
    typed = {name: store.quads_for_pattern(None, type_, ox.NamedNode(class_)) for name, class_ in classes.items()}
    return {name: sum(1 for _ in quads) for name, quads in typed.items()}


@cache
def extractor_version() -> str:
    """Changes with the code and the word lists that read documents: what an older version read is read again."""
    code = _version("extract/**/*.py", "extract/**/*.tsv", "ontology/terms.py", "graph/triples.py", "graph/nodes.py")
    return _digest(code, version("spacy"), version("pypdfium2"))


def _version(*patterns: str) -> str:
    paths = [path for pattern in patterns for path in sorted(_ROOT.glob(pattern))]
    return _digest(*(text for path in paths for text in (path.name, path.read_text(encoding="utf-8"))))


def _digest(*parts: str) -> str:
    return sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()[:16]
