"""What several rooms' tests share: the layout text that stands for "minutes", and the command line in this process."""

from __future__ import annotations

import fcntl
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from protokollgraf.cli import main
from protokollgraf.graph.build import build

ROOT = Path(__file__).resolve().parents[1]


class Ran(NamedTuple):
    """What a command did."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """The command line: `run("query", "seats", "--graph", folder)`."""

    def run(*arguments: object) -> Ran:
        with pytest.raises(SystemExit) as end:
            main([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return Ran(int(end.value.code or 0), out, err)

    return run


@pytest.fixture(scope="session")
def examples_graph(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A graph of examples/, built once for all workers. Only for reading."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "examples-graph"
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            build([ROOT / "examples"], folder)
    return folder
