"""A list of addresses → files in a folder: whom to ask next, and what became of each address."""

from __future__ import annotations

import logging
import math
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

from ..errors import FetchError
from .door import Door
from .download import download
from .manifest import FILE, Entry, open_manifest
from .pace import Pace
from .robots import token_of
from .session import Later, Session, client
from .targets import Target, read_targets

log = logging.getLogger(__name__)

DELAY = 2.0
"""Seconds between two requests to one host."""
TRIES = 4
"""For one address, when its server asks to wait or breaks off."""
WAIT = 10.0
"""Seconds to wait for a server that does not say how long; twice as long each time."""
MAX_WAIT = 300.0
"""Seconds that a server may ask to wait; a host that asks for more is left for another run."""
AGENT = f"protokollgraf/{version('protokollgraf')} (reads public minutes)"


@dataclass(frozen=True, slots=True)
class Report:
    """What became of one address."""

    url: str
    """Without user, password and keys."""
    outcome: str
    """`new`, `changed`, `unchanged`, `failed`."""
    file: str = ""
    """Its name in the folder; empty when it failed."""
    size: int = 0
    reason: str = ""
    """Why it failed, in one line."""


def fetch(
    source: Path,
    folder: Path,
    *,
    delay: float = DELAY,
    agent: str = AGENT,
    update: bool = False,
    now: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Report]:
    """Download what a list names into a folder, and say of each address what became of it, as it is done.

    What is there from an earlier run is kept, or with `update` asked for again; what broke off is gone on with. One
    request at a time; hosts take turns, and `delay` seconds pass between two requests to one host. Raises FetchError
    when the list, the folder or a setting cannot be used.
    """
    if not (math.isfinite(delay) and delay >= 0):
        raise FetchError(f"a delay of {delay} s: give seconds, 0 or more")
    if not (agent.isascii() and agent.isprintable() and token_of(agent)):
        raise FetchError(f"agent {agent!r}: give a name in plain letters, as in 'minutes-reader/1.0 (ada@example.org)'")
    targets = read_targets(source)
    with open_manifest(folder) as manifest:
        door, pace = Door(now), Pace(delay, now, sleep)
        with client(door, agent) as asking:
            session = Session(folder, manifest, pace, door, asking, token_of(agent))
            session.names.update(_names(folder, manifest.entries.values()))
            yield from _fetched(session, targets, update=update, now=now)


def _names(folder: Path, entries: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    yield FILE, ""
    yield from ((path.name.casefold(), "") for path in folder.iterdir())
    yield from ((entry.file.casefold(), entry.key) for entry in entries if entry.file)


def _fetched(
    session: Session, targets: Iterable[Target], *, update: bool, now: Callable[[], float]
) -> Iterator[Report]:
    queues: dict[str, deque[tuple[Target, int]]] = {}
    for target in targets:
        if target.problem:
            yield Report(target.shown, "failed", reason=target.problem)
        elif not update and _is_there(session.folder, entry := _known(session, target)):
            yield Report(target.shown, "unchanged", entry.file, entry.size)
        else:
            queues.setdefault(target.url.host, deque()).append((target, 1))
    while queues:
        host = min(queues, key=lambda host: max(session.pace.due(host), now()))
        queue = queues.pop(host)
        target, tries = queue.popleft()
        try:
            outcome, entry = download(session, target, _known(session, target))
            yield Report(target.shown, outcome, entry.file, entry.size)
        except FetchError as error:
            yield _failed(session, target, str(error))
        except Later as later:
            wait = later.seconds if later.seconds is not None else WAIT * 2 ** (tries - 1)
            if tries < TRIES and wait <= MAX_WAIT:
                queue.appendleft((target, tries + 1))
                session.pace.hold(host, wait if later.busy else 0.0)
            else:
                hint = f"; it asks for {wait:,.0f} s" if wait > MAX_WAIT else ""
                yield _failed(session, target, f"{later}{hint}; run again later")
                if later.busy:  # it will not be less busy for the others
                    yield from (_failed(session, one, "its server asks to wait; run again later") for one, _ in queue)
                    queue.clear()
        if queue:
            queues[host] = queue  # behind the others


def _known(session: Session, target: Target) -> Entry:
    """What is known of an address; of a file that is gone or was changed, only its name."""
    known = session.manifest.entries.get(target.key, Entry(target.key, target.shown, ""))
    if known.status == "done" and not _is_there(session.folder, known):
        return Entry(target.key, target.shown, "", known.file)
    return known


def _is_there(folder: Path, entry: Entry) -> bool:
    path = folder / entry.file
    return entry.status == "done" and path.is_file() and path.stat().st_size == entry.size


def _failed(session: Session, target: Target, reason: str) -> Report:
    known = _known(session, target)
    if known.status in ("", "failed"):
        session.manifest.add(replace(known, status="failed", reason=reason))
    return Report(target.shown, "failed", reason=reason)


def line(report: Report) -> str:
    """A report as one line."""
    if report.outcome == "failed":
        return f"{report.outcome:10}{report.url}: {report.reason}"
    return f"{report.outcome:10}{report.url} -> {report.file} ({report.size / 1e6:.1f} MB)"


def total(folder: Path, reports: Iterable[Report]) -> str:
    """What became of all addresses, as one line."""
    counts = Counter(report.outcome for report in reports)
    parts = [f"{counts[outcome]} {outcome}" for outcome in ("new", "changed", "unchanged", "failed") if counts[outcome]]
    return f"{folder}: {', '.join(parts)}"
