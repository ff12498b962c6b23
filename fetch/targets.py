"""The list of what to download: one address on each line, and perhaps the name that its file is to have."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import httpx

from ..errors import FetchError

MAX_URLS = 100_000
MAX_URL = 2_000
"""Characters of an address."""
_COMMENT = re.compile(r"(?:^|\s)#.*")
_SECRET = re.compile(
    r"([?&;](?:[^=&;#]*(?:token|passw|secret|signature|credential|api[-_]?key)[^=&;#]*|sig|pwd|auth)=)[^&;#]+", re.I
)


@dataclass(frozen=True, slots=True)
class Target:
    """An address to download from."""

    url: httpx.URL
    """With what it holds of user and password: never print it, print `shown`."""
    shown: str
    name: str = ""
    """What the list wants the file to be called; empty when it does not say."""
    problem: str = ""
    """Why this is no address to download from; empty when it is one."""

    @property
    def key(self) -> str:
        """What the address is known by: the same whoever asks, and safe as a file's name."""
        return sha256(str(public(self.url)).encode()).hexdigest()[:20]


def read_targets(path: Path) -> list[Target]:
    """The addresses of a list, in order, each once. FetchError when there is no such list, or nothing in it."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_URLS * MAX_URL)
        lines = data.decode("utf-8-sig").splitlines()
    except OSError as error:
        raise FetchError(
            f"{path}: cannot be read ({error.strerror}); name a text file with one URL on each line"
        ) from None
    except UnicodeDecodeError:
        raise FetchError(f"{path}: is not UTF-8 text; save the list as such") from None
    found: dict[str, Target] = {}
    for number, line in enumerate(lines, 1):
        if words := _COMMENT.sub("", line).split(maxsplit=1):
            target = _target(words[0], " ".join(words[1:]).strip(), number)
            found.setdefault(target.problem or target.key, target)
    if not found:
        raise FetchError(f"{path}: holds no URL; write one on each line")
    if len(found) > MAX_URLS:
        raise FetchError(f"{path}: holds more than {MAX_URLS:,} URLs; split the list")
    return list(found.values())


def _target(text: str, name: str, line: int) -> Target:
    try:
        url = address(text)
    except FetchError as error:
        return Target(httpx.URL(), shown(text), problem=f"{error} (line {line} of the list)")
    return Target(url, shown(text), name)


def address(text: str, base: httpx.URL | None = None) -> httpx.URL:
    """An http or https address without its fragment, perhaps relative to another one. FetchError when it is none."""
    try:
        url = httpx.URL(text) if base is None else base.join(text)
    except (httpx.InvalidURL, ValueError, TypeError):
        raise FetchError("is no URL; check how it is written") from None
    if url.scheme not in ("http", "https") or not url.host:
        raise FetchError("is no http or https URL; write it in full, as in https://example.org/a.pdf")
    if not 0 < (url.port or 80) < 65_536:
        raise FetchError("has a port that does not exist; check how it is written")
    if len(str(url)) > MAX_URL:
        raise FetchError(f"is longer than {MAX_URL:,} characters")
    return url.copy_with(fragment=None)


def public(url: httpx.URL) -> httpx.URL:
    """The address without user and password."""
    return url.copy_with(userinfo=b"")


def shown(url: str) -> str:
    """An address for a line on the screen or in a file: without user, password and keys."""
    before, scheme, rest = url.partition("://")
    end = re.search(r"[/?#]", rest)
    host = rest[: end.start() if end else None]
    return _SECRET.sub(r"\1***", before + scheme + host.rpartition("@")[2] + rest[len(host) :])
