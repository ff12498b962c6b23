"""`make docs`: writes into the pages what commands print, so that no page shows what is not true.

In a page, what stands between

    <!-- begin: protokollgraf query seats --graph out/graph | head -n 12 -->
    <!-- end -->

is the command as one would type it and its output (or its first lines). A block of text that follows a block of Python
is what that prints. Everything runs in a folder that holds only `examples`, in the order of the page.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path

from protokollgraf.cli import main as command_line

ROOT = Path(__file__).resolve().parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
_BLOCK = re.compile(r"(?P<begin><!-- begin: (?P<command>.+?) -->\n).*?(?P<end><!-- end -->)", re.DOTALL)
_PYTHON = re.compile(r"(?P<begin>```python\n(?P<code>.*?)```\n\n```text\n).*?(?P<end>```\n)", re.DOTALL)
_HEAD = re.compile(r" \| head -n (\d+)$")


def main() -> int:
    with workplace() as folder:
        for page in PAGES:  # README.md, the first one, builds the graph
            old = page.read_text(encoding="utf-8")
            new = regenerated(old, folder)
            if new != old:
                page.write_text(new, encoding="utf-8")
                sys.stdout.write(f"written: {page.relative_to(ROOT)}\n")
    return 0


@contextmanager
def workplace() -> Iterator[Path]:
    """A folder that holds the examples, and in out/graph the graph of them once a page has built it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "examples").symlink_to(ROOT / "examples")
        yield folder


def regenerated(page: str, folder: Path) -> str:
    """The page with the output of its commands as it is now."""

    def block(found: re.Match[str]) -> str:
        shown = f"$ {found['command']}\n{output_of(found['command'], folder)}"
        return f"{found['begin']}```console\n{shown}```\n{found['end']}"

    return _PYTHON.sub(
        lambda found: f"{found['begin']}{printed(found['code'], folder)}{found['end']}", _BLOCK.sub(block, page)
    )


def commands(page: str) -> list[str]:
    """The commands whose output a page shows."""
    return [found["command"] for found in _BLOCK.finditer(page)]


def output_of(command: str, folder: Path) -> str:
    """What a command prints when it runs in a folder; RuntimeError when it fails."""
    limit = _HEAD.search(command)
    program, *arguments = shlex.split(_HEAD.sub("", command))
    if program != "protokollgraf":
        raise ValueError(f"{command}: only protokollgraf is run")
    out = io.StringIO()
    columns = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = "100"
    try:
        with chdir(folder), redirect_stdout(out), redirect_stderr(out):
            command_line(arguments)
    except SystemExit as end:
        if end.code:
            raise RuntimeError(f"{command}: exit status {end.code}: {out.getvalue()}") from None
    finally:
        os.environ.pop("COLUMNS")
        if columns is not None:
            os.environ["COLUMNS"] = columns
    lines = [f"{line.rstrip()}\n" for line in out.getvalue().splitlines()]
    number = int(limit[1]) if limit else len(lines)
    more = [f"… ({len(lines) - number} more lines)\n"] if len(lines) > number else []
    return "".join([*lines[:number], *more])


def printed(code: str, folder: Path) -> str:
    """What Python code prints when it runs in a folder."""
    out = io.StringIO()
    with chdir(folder), redirect_stdout(out):
        exec(code, {"__name__": "__main__"})
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main())
