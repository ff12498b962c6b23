from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from protokollgraf.fetch.run import Report, fetch
from protokollgraf.tests.fetch.site import Clock, Get, Site


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    yield site
    site.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def get(tmp_path: Path, clock: Clock) -> Get:
    """`get("http://…", "http://… name.pdf")` downloads into tmp_path/ut, under the fake clock."""

    def get(*lines: str, **options: object) -> list[Report]:
        source = tmp_path / "urls.txt"
        source.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return list(fetch(source, tmp_path / "ut", now=clock.now, sleep=clock.sleep, **options))  # type: ignore[arg-type]

    return get
