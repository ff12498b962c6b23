from __future__ import annotations

from pathlib import Path

import pytest

from protokollgraf.errors import FetchError
from protokollgraf.fetch import targets
from protokollgraf.fetch.targets import read_targets, shown


def listed(folder: Path, text: str) -> list[tuple[str, str]]:
    path = folder / "urls.txt"
    path.write_text(text, encoding="utf-8")
    return [(target.shown, target.problem or target.name) for target in read_targets(path)]


def test_a_list(tmp_path: Path) -> None:
    text = """\ufeff# Protokoll 2024
    https://ekby.example/a.pdf

    http://ekby.example/b?id=1#sida2\tKS 2024-01-10.pdf
    https://ekby.example/a.pdf   # en gång till
    https://ekby.example/c#d  c.pdf # med namn
    """
    assert listed(tmp_path, text) == [
        ("https://ekby.example/a.pdf", ""),
        ("http://ekby.example/b?id=1#sida2", "KS 2024-01-10.pdf"),
        ("https://ekby.example/c#d", "c.pdf"),
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("ekby.example/a.pdf", "is no http or https URL"),
        ("ftp://ekby.example/a.pdf", "is no http or https URL"),
        ("file:///etc/passwd", "is no http or https URL"),
        ("https:///a.pdf", "is no http or https URL"),
        ("http://[::1/a", "is no URL"),
        ("http://ekby.example:99999999/a", "has a port that does not exist"),
        ("https://ekby.example/" + "a" * 2_000, "is longer than 2,000 characters"),
    ],
)
def test_what_is_no_address(text: str, problem: str, tmp_path: Path) -> None:
    ((_, why),) = listed(tmp_path, text)
    assert why.startswith(problem)
    assert why.endswith("(line 1 of the list)")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (None, r"urls\.txt: cannot be read \(No such file"),
        (b"", "holds no URL"),
        (b"# https://ekby.example/a.pdf\n", "holds no URL"),
        (b"\xff\xfe\x00", "is not UTF-8 text"),
        (b"http://a/1\nhttp://a/2\nhttp://a/3\n", "holds more than 2 URLs"),
    ],
)
def test_what_is_no_list(content: bytes | None, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(targets, "MAX_URLS", 2)
    if content is not None:
        (tmp_path / "urls.txt").write_bytes(content)
    with pytest.raises(FetchError, match=why):
        read_targets(tmp_path / "urls.txt")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://ada:hemligt@ekby.example/a.pdf", "https://ekby.example/a.pdf"),
        ("https://ada@ekby.example:8080/a@b.pdf?c@d", "https://ekby.example:8080/a@b.pdf?c@d"),
        ("https://ada:h@mligt@ekby.example", "https://ekby.example"),
        ("ada:hemligt@ekby.example/a", "ada:hemligt@ekby.example/a"),
        ("https://ekby.example/a?id=5&access_token=abc&b=1", "https://ekby.example/a?id=5&access_token=***&b=1"),
        ("https://ekby.example/a?X-Amz-Signature=abc&sig=def", "https://ekby.example/a?X-Amz-Signature=***&sig=***"),
        ("https://ekby.example/a?designation=sig", "https://ekby.example/a?designation=sig"),
    ],
)
def test_what_is_secret_is_not_shown(url: str, expected: str) -> None:
    assert shown(url) == expected


def test_an_address_is_the_same_whoever_asks(tmp_path: Path) -> None:
    text = "https://ekby.example/a\nhttps://ada:hemligt@ekby.example/a\nhttps://ekby.example/a#b\n"
    assert listed(tmp_path, text) == [("https://ekby.example/a", "")]
