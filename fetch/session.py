"""Asking a server: politely, with its redirects, and with a clear word when it does not answer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

import httpcore
import httpx

from ..errors import FetchError
from .door import CONNECT_SECONDS, MAX_SECONDS, READ_SECONDS, Door, PrivateAddressError, Transport
from .manifest import Manifest
from .pace import Pace
from .robots import MAX_BYTES, Rules, rules_of, rules_without
from .targets import address, public

MAX_REDIRECTS = 5
NETWORK = (
    httpcore.TimeoutException,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.UnsupportedProtocol,
    httpx.HTTPError,
)
"""What goes wrong on the way."""
_REDIRECTS = (301, 302, 303, 307, 308)
_BUSY = (429, 503)


class Later(Exception):
    """Not now, but perhaps later: a server asks to wait (`busy`), or a connection broke off."""

    def __init__(self, reason: str, *, busy: bool = False, seconds: float | None = None) -> None:
        super().__init__(reason)
        self.busy = busy
        self.seconds = seconds
        """How long the server asks to wait; None when it does not say."""


@dataclass(slots=True)
class Session:
    """What the downloads of one run share."""

    folder: Path
    manifest: Manifest
    pace: Pace
    door: Door
    client: httpx.Client
    token: str
    rules: dict[str, Rules] = field(default_factory=dict)
    """What each site asks of us, by its scheme, host and port."""
    names: dict[str, str] = field(default_factory=dict)
    """The casefolded names of the folder's files, and of which address each is: a key, or empty."""


def client(door: Door, agent: str) -> httpx.Client:
    """A client that asks plainly: each request on a connection of its own, and nothing packed."""
    return httpx.Client(
        transport=Transport(door),
        headers={"User-Agent": agent, "Accept": "*/*", "Accept-Encoding": "identity", "Connection": "close"},
        timeout=httpx.Timeout(READ_SECONDS, connect=CONNECT_SECONDS),
        follow_redirects=False,
        trust_env=False,
    )


@contextmanager
def answer(session: Session, url: httpx.URL, headers: dict[str, str]) -> Iterator[tuple[httpx.Response, httpx.URL]]:
    """The answer to a request, after its redirects, each of which robots.txt must allow; and where it came from."""
    for _ in range(MAX_REDIRECTS + 1):
        rules = _rules(session, url)
        if not rules.allow(str(public(url)), session.token):
            raise FetchError(rules.problem or f"the robots.txt of {url.host} does not allow it")
        with _asked(session, url, headers) as answer:
            if not _leads_on(answer):
                yield answer, url
                return
            url = _next(url, answer)
    raise FetchError(f"more than {MAX_REDIRECTS} redirects")


def _rules(session: Session, url: httpx.URL) -> Rules:
    """What a site asks of us; it is asked for that once."""
    site = f"{url.scheme}://{url.netloc.decode('ascii')}"
    if site not in session.rules:
        rules = _robots(session, url.copy_with(raw_path=b"/robots.txt"))
        session.rules[site] = rules
        session.pace.slow_down(url.host, rules.delay)
    return session.rules[site]


def _robots(session: Session, url: httpx.URL) -> Rules:
    try:
        for _ in range(MAX_REDIRECTS + 1):
            with _asked(session, url, {}) as answer:
                if _leads_on(answer):
                    url = _next(url, answer)
                    continue
                if answer.status_code != 200:
                    return rules_without(answer.status_code)
                data = bytearray()
                for chunk in answer.iter_bytes():
                    data += chunk
                    if len(data) > MAX_BYTES:
                        break
                return rules_of(bytes(data), session.token)
    except PrivateAddressError:  # said of who led here, not of the site
        raise
    except FetchError as error:
        return Rules(None, problem=f"its robots.txt cannot be had: {error}")
    return rules_without(404)  # so the RFC: too many redirects mean that there is none


@contextmanager
def _asked(session: Session, url: httpx.URL, headers: dict[str, str]) -> Iterator[httpx.Response]:
    """The answer to one request, made when its host may be asked. Later when the host is busy."""
    session.door.rest(session.pace.wait(url.host))
    try:
        answer = session.client.send(session.client.build_request("GET", url, headers=headers), stream=True)
        try:
            if answer.status_code in _BUSY:
                raise Later(
                    f"the server asks to wait (status {answer.status_code})", busy=True, seconds=_patience(answer)
                )
            if answer.headers.get("content-encoding", "identity").lower() not in ("identity", "gzip", "deflate", ""):
                raise FetchError("is packed in a way that was not asked for")
            yield answer
        finally:
            answer.close()
    except NETWORK as error:
        raise FetchError(failure(session, error)) from None
    finally:
        session.pace.asked(url.host)


def _leads_on(answer: httpx.Response) -> bool:
    return answer.status_code in _REDIRECTS and "location" in answer.headers


def _next(url: httpx.URL, answer: httpx.Response) -> httpx.URL:
    """Where a redirect leads. User and password go along only within a site."""
    try:
        onward = public(address(answer.headers["location"], url))
    except FetchError as error:
        raise FetchError(f"leads to something that {error}") from None
    same = (onward.scheme, onward.host, onward.port) == (url.scheme, url.host, url.port)
    return onward.copy_with(userinfo=url.userinfo) if same else onward


def _patience(answer: httpx.Response) -> float | None:
    """The seconds of a Retry-After header: a number, or a date, which is held against the server's own."""
    asked = answer.headers.get("retry-after", "")
    if asked.isdecimal():
        return float(asked[:9])
    until, now = _date(asked), _date(answer.headers.get("date", "")) or datetime.now(UTC)
    return max(0.0, (until - now).total_seconds()) if until else None


def _date(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def failure(session: Session, error: Exception) -> str:
    """What went wrong on the way, in a few words; some are the server's."""
    if session.door.left() <= 0:
        return f"took longer than {MAX_SECONDS:.0f} s; run again to go on"
    match error:
        case httpcore.ConnectTimeout():
            return f"does not answer within {CONNECT_SECONDS:.0f} s"
        case httpcore.ReadTimeout():
            return f"was silent for {READ_SECONDS:.0f} s"
    words = "".join(char if char.isprintable() else " " for char in str(error)) or type(error).__name__
    return " ".join(words.split())[:200]
