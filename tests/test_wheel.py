"""The wheel as a user gets it: built, installed apart from the repository, and tried there."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from protokollgraf.tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ROOMS = ("ontology", "extract", "fetch", "graph", "queries", "visualize")
pytestmark = pytest.mark.xdist_group("wheel")  # one worker builds it, once
DATA = (".py", ".tsv", ".rq", ".ttl", ".html", ".js", ".css")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the wheel is installed, without its dependencies."""
    work = tmp_path_factory.mktemp("wheel")
    source, target = work / "source", work / "installed"
    # a copy: building in the repository would leave build/ there, and two workers would be in each other's way
    shutil.copytree(ROOT, source, ignore=shutil.ignore_patterns(".*", "out", "build", "*.egg-info", "tests", "docs"))
    pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", work, source)
    (wheel,) = work.glob("*.whl")
    pip("install", "--no-deps", "--no-index", "--target", target, wheel)
    return target


def pip(*arguments: object) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *map(str, arguments)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


def python(installed: Path, folder: Path, *arguments: object) -> str:
    """What `python …` prints in a folder when it finds the installed package first."""
    command = [sys.executable, "-P", *map(str, arguments)]
    environment = {"PYTHONPATH": str(installed), "PYTHONUTF8": "1"}
    ran = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_nothing_is_missing_and_nothing_too_much(installed: Path) -> None:
    package = installed / "protokollgraf"
    wanted = {"py.typed", *(path.name for path in ROOT.glob("*.py"))}
    for room in ROOMS:
        files = (path for path in (ROOT / room).rglob("*") if path.suffix in DATA and "__pycache__" not in path.parts)
        wanted |= {path.relative_to(ROOT).as_posix() for path in files}
    files = (path for path in package.rglob("*") if path.is_file() and path.suffix != ".pyc")
    assert {path.relative_to(package).as_posix() for path in files} == wanted


def test_the_licence_and_the_readme_are_in_it(installed: Path) -> None:
    (about,) = installed.glob("protokollgraf-*.dist-info")
    assert (about / "licenses" / "LICENSE").is_file()
    assert "# protokollgraf" in (about / "METADATA").read_text(encoding="utf-8")


def test_it_works_outside_of_the_repository(installed: Path, tmp_path: Path) -> None:
    where = python(installed, tmp_path, "-c", "import protokollgraf; print(protokollgraf.__file__)")
    assert Path(where.strip()).is_relative_to(installed)
    version = python(installed, tmp_path, "-m", "protokollgraf", "--version")
    assert version == f"protokollgraf {PROJECT['project']['version']}\n"
    minutes = ROOT / "tests" / "data" / "layouts" / "08-samordningsforbund.txt"
    python(installed, tmp_path, "-m", "protokollgraf", "build", minutes, "--graph", "graf")
    assert python(installed, tmp_path, "-m", "protokollgraf", "query", "seats", "--graph", "graf").count("\n") > 1
    python(installed, tmp_path, "-m", "protokollgraf", "view", "--graph", "graf", "-o", "n.html")
    assert (tmp_path / "n.html").is_file()


def test_every_folder_with_code_is_packaged() -> None:
    folders = {path.parent.relative_to(ROOT) for room in ROOMS for path in (ROOT / room).rglob("*.py")}
    named = {".".join(("protokollgraf", *folder.parts)) for folder in folders} | {"protokollgraf"}
    assert named == set(PROJECT["tool"]["setuptools"]["packages"])
