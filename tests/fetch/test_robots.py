from __future__ import annotations

import pytest

from protokollgraf.fetch import robots
from protokollgraf.fetch.robots import rules_of, rules_without, token_of

SITE = "https://ekby.example"


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/a.pdf", True),
        ("User-agent: *\nDisallow: /", "/a.pdf", False),
        ("User-agent: *\nDisallow:", "/a.pdf", True),
        ("User-agent: *\nDisallow: /\nAllow: /protokoll/", "/protokoll/a.pdf", True),  # the longer one counts
        ("User-agent: *\nDisallow: /\n\nUser-agent: protokollgraf\nDisallow: /hemligt", "/a.pdf", True),
        ("User-agent: *\nAllow: /\n\nUser-agent: Protokollgraf\nDisallow: /", "/a.pdf", False),
        ("User-agent: protokollgraf/1.0\nDisallow: /", "/a.pdf", False),
        ("User-agent: protokollgraf*\nDisallow: /", "/a.pdf", False),
        ("User-agent: annan\nUser-agent: protokollgraf # vi\nDisallow: /", "/a.pdf", False),
        ("User-agent: annan\nDisallow: /", "/a.pdf", True),
        ("User-agent: annan\nDisallow: /\nUser-agent: *\nAllow: /", "/a.pdf", True),
        ("User-agent: proto\nDisallow: /", "/a.pdf", True),  # not our name
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf?b", True),
        ("User-agent: *\nDisallow: /*?id=", "/a?id=5", False),
        ("User-agent: *\nDisallow: /m%C3%B6te", "/m\u00f6te", False),
        ("\ufeffUser-agent: *\r\nDisallow: /", "/a.pdf", False),
        ("<html>hittas inte</html>", "/a.pdf", True),
    ],
)
def test_what_is_allowed(text: str, path: str, allowed: bool) -> None:
    assert rules_of(text.encode(), "protokollgraf").allow(SITE + path, "protokollgraf") is allowed


@pytest.mark.parametrize(
    ("text", "delay"),
    [
        ("User-agent: *\nCrawl-delay: 7.5", 7.5),
        ("User-agent: *\nRequest-rate: 1/10", 10.0),
        ("User-agent: *\nCrawl-delay: 3\nRequest-rate: 2/1m", 30.0),
        ("User-agent: annan\nCrawl-delay: 7", 0.0),
        ("User-agent: *\nCrawl-delay: -1", 0.0),
        ("User-agent: *\nCrawl-delay: nan", 0.0),
    ],
)
def test_delay(text: str, delay: float) -> None:
    rules = rules_of(text.encode(), "protokollgraf")
    assert (rules.delay, rules.problem) == (delay, "")


def test_a_delay_that_is_too_long_leaves_the_site_out() -> None:
    rules = rules_of(b"User-agent: *\nCrawl-delay: 86400", "protokollgraf")
    assert rules.problem == "asks for 86,400 seconds between two requests; ask the site for its files"
    assert not rules.allow(SITE, "protokollgraf")


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (410, True), (403, True), (429, False), (500, False)])
def test_without_robots_txt(status: int, allowed: bool) -> None:
    assert rules_without(status).allow(SITE, "protokollgraf") is allowed


def test_a_long_one_is_read_up_to_the_limit() -> None:
    rule = b"User-agent: *\nDisallow: /hemligt\n"
    filler = b"# " + b"x" * 97 + b"\n"
    text = rule + filler * (robots.MAX_BYTES // 100) + b"Disallow: /\n" * 100
    rules = rules_of(text, "protokollgraf")
    assert not rules.allow(f"{SITE}/hemligt", "protokollgraf")
    assert rules.allow(f"{SITE}/a.pdf", "protokollgraf")


def test_thousands_of_agents_with_thousands_of_rules() -> None:
    agents = "\x0b".join(f"User-agent: a{n}" for n in range(15_000))  # Protego parts lines at these too
    rules = rules_of((agents + "\nAllow: /a" * 20_000).encode(), "protokollgraf")
    assert rules.protego is not None
    assert len(rules.protego._user_agents) == 1


@pytest.mark.parametrize(
    ("agent", "token"), [("protokollgraf/0.1 (x)", "protokollgraf"), ("Min-läsare", "min-l"), ("1.0", ""), ("", "")]
)
def test_token(agent: str, token: str) -> None:
    assert token_of(agent) == token
