"""robots.txt: what a site wants not to be fetched, and how fast (RFC 9309; the parser is Protego)."""

from __future__ import annotations

import re
from typing import NamedTuple

from protego import Protego

MAX_BYTES = 500 * 1024
"""What stands further down is not read; the RFC asks for 500 KiB at least."""
MAX_DELAY = 120.0
"""Seconds between two requests that a site may ask for."""
_AGENT = re.compile(r"([ \t]*user[- ]?agent[ \t]*[: \t])(.*)", re.I | re.S)


class Rules(NamedTuple):
    """What a site asks of us."""

    protego: Protego | None
    """None where the site asks nothing."""
    delay: float = 0.0
    """Seconds between two requests."""
    problem: str = ""
    """Why nothing may be fetched at all; empty where something may."""

    def allow(self, url: str, token: str) -> bool:
        """May we fetch this address?"""
        return not self.problem and (self.protego is None or self.protego.can_fetch(url, token))


def token_of(agent: str) -> str:
    """The name by which robots.txt knows an agent: `protokollgraf` for `protokollgraf/0.1 (…)`; perhaps empty."""
    found = re.match(r"[A-Za-z_-]+", agent)
    return found[0].lower() if found else ""


def rules_of(data: bytes, token: str) -> Rules:
    """The rules of a robots.txt that was found."""
    text = data[:MAX_BYTES].decode("utf-8-sig", errors="replace")
    if len(data) > MAX_BYTES:
        text = text.rpartition("\n")[0]
    protego = Protego.parse("\n".join(_sparing(line, token) for line in text.splitlines()))
    rate = protego.request_rate(token)
    delay = max(protego.crawl_delay(token) or 0.0, rate.seconds / rate.requests if rate else 0.0)
    if delay > MAX_DELAY:
        return Rules(protego, delay, f"asks for {delay:,.0f} seconds between two requests; ask the site for its files")
    return Rules(protego, delay)


def rules_without(status: int) -> Rules:
    """The rules of a site whose robots.txt cannot be had: 4xx means that it has none, else nothing may be fetched."""
    if 400 <= status < 500 and status != 429:
        return Rules(None)
    return Rules(None, problem=f"its robots.txt cannot be had (status {status}); run again later")


def _sparing(line: str, token: str) -> str:
    """The groups of all others become one: thousands of agents with thousands of lines would fill the memory."""
    found = _AGENT.match(line)
    if not found:
        return line
    name = re.split(r"[#/]", found[2], maxsplit=1)[0].strip().lower()
    return found[1] + (name if name in ("*", token) else token if name == f"{token}*" else "-")
