"""The pages say what is so: what is generated in them is as it is now, and nothing is left out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from protokollgraf.cli import app
from protokollgraf.docs.generate import PAGES, commands, regenerated, workplace
from protokollgraf.extract.archive import MAX_MEMBERS, MAX_UNPACKED, SMALL
from protokollgraf.extract.archive import MAX_RATIO as MAX_ZIP_RATIO
from protokollgraf.extract.docx_text import MAX_DEPTH as MAX_TABLES
from protokollgraf.extract.formats import ENDINGS, MAX_BYTES, MAX_TEXT_BYTES
from protokollgraf.extract.html_tree import MAX_DEPTH as MAX_BLOCKS
from protokollgraf.extract.html_tree import MAX_ELEMENTS
from protokollgraf.extract.office import MAX_MEMORY, SECONDS
from protokollgraf.extract.ooxml import MAX_PARTS, MAX_RATIO, MAX_TAGS, MAX_XML
from protokollgraf.extract.pdf import MAX_CHARACTERS, MAX_PAGES
from protokollgraf.fetch import download, robots
from protokollgraf.fetch.door import CONNECT_SECONDS, MAX_SECONDS, READ_SECONDS
from protokollgraf.fetch.run import DELAY, MAX_WAIT, TRIES, WAIT
from protokollgraf.fetch.session import MAX_REDIRECTS
from protokollgraf.fetch.targets import MAX_URL, MAX_URLS
from protokollgraf.graph.parallel import MANY
from protokollgraf.queries.catalogue import catalogue
from protokollgraf.queries.formats import TABLES
from protokollgraf.queries.sparql import MAX_TOKENS
from protokollgraf.tests.conftest import ROOT

README, CLI, LIMITS = (
    (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "docs/cli.md", "docs/limits.md")
)
TEXTS = (*PAGES, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md")


def test_generated_parts_are_as_they_are_now() -> None:
    with workplace() as folder:  # in the order of PAGES: the first one builds the graph
        old = [page.name for page in PAGES if (text := page.read_text(encoding="utf-8")) != regenerated(text, folder)]
    assert old == [], "run `make docs`"


def test_every_command_has_its_help_in_the_page() -> None:
    names = [command.name or command.callback.__name__ for command in app.registered_commands if command.callback]
    assert [name for name in names if f"## {name}\n" not in CLI] == []
    shown = commands(CLI)
    assert [
        name for name in names if f"protokollgraf {name} --help" not in shown and f"protokollgraf {name}" not in shown
    ] == []


def test_every_query_and_table_is_named() -> None:
    assert [name for name in catalogue() if f"\n{name}: " not in CLI] == []
    assert [name for name in TABLES if f"`{name}`" not in CLI] == []


@pytest.mark.parametrize(
    "said",
    [
        ", ".join(ENDINGS),
        f"{MAX_BYTES // 1_000_000} MB",
        f"{MAX_TEXT_BYTES // 1_000_000} MB",
        f"{MAX_PAGES:,} pages",
        f"{MAX_CHARACTERS:,} characters",
        f"{MAX_ELEMENTS:,} elements, of which {MAX_BLOCKS} blocks",
        f"{MAX_PARTS:,} parts",
        f"{MAX_XML // 1_000_000} MB, {MAX_TAGS:,} tags and {MAX_RATIO} times",
        f"{MAX_TABLES} tables within each other",
        f"{SECONDS} seconds",
        f"{MAX_MEMORY // 1_000_000_000} GB of memory",
        f"{MAX_TOKENS:,} tokens",
        f"{MAX_MEMBERS:,} files, each as large as its format allows; together {MAX_UNPACKED // 1_000_000_000} GB",
        f"above {SMALL // 1_000_000} MB at most {MAX_ZIP_RATIO} times as large",
        f"from {MANY + 1} files on",
        f"{MAX_URLS:,} URLs of {MAX_URL:,} characters",
        f"{download.MAX_BYTES // 1_000_000} MB, {MAX_SECONDS:.0f} s, {MAX_REDIRECTS} redirects",
        f"{CONNECT_SECONDS:.0f} s for a connection, {READ_SECONDS:.0f} s without a byte",
        f"{DELAY:.0f} s apart; robots.txt may ask for up to {robots.MAX_DELAY:.0f} s",
        f"{robots.MAX_BYTES // 1024} KiB",
        f"{TRIES} tries, {WAIT:.0f} s apart",
        f"at most {MAX_WAIT:.0f} s",
    ],
)
def test_limits_are_those_of_the_code(said: str) -> None:
    assert said in LIMITS


@pytest.mark.parametrize("page", TEXTS, ids=lambda page: page.name)
def test_links_and_files_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)", text) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []
    named = re.findall(r"(?:extract|graph|queries|visualize|ontology|tests|docs)/[\w/-]+\.\w+", text)
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_make_target_is_explained() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.search(r"\.PHONY: (.+)", makefile)
    assert targets
    assert [name for name in targets[1].split() if name != "help" and f'"make {name} ' not in makefile] == []


def test_the_changelog_has_the_version() -> None:
    version = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert version
    assert f"## {version[1]}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"version {version[1]}" in README
