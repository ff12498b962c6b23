"""A site on loopback that answers as a test tells it to, and a clock that only goes when somebody sleeps."""

from __future__ import annotations

import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

from protokollgraf.fetch.run import Report

PDF = b"%PDF-1.4 made up"


class Page(NamedTuple):
    """What a path answers."""

    body: bytes = PDF
    status: int = 200
    headers: dict[str, str] = {}  # noqa: RUF012


Answer = Page | Callable[[BaseHTTPRequestHandler], None]


class Site:
    """A web site; `asked` holds each request as `host path`, `heads` its headers."""

    def __init__(self) -> None:
        self.pages: dict[str, Answer | list[Answer]] = {}
        self.asked: list[str] = []
        self.heads: list[dict[str, str]] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.port = self._server.server_port
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self._thread.start()

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def files(self) -> list[str]:
        """What was asked for, without robots.txt."""
        return [one.split()[1] for one in self.asked if not one.endswith("/robots.txt")]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _handler(site) -> type[BaseHTTPRequestHandler]:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                host = self.headers["Host"].partition(":")[0]
                site.asked.append(f"{host} {self.path}")
                site.heads.append(dict(self.headers))
                page = site.pages.get(f"{host}{self.path}", site.pages.get(self.path, Page(b"", 404)))
                if isinstance(page, list):
                    page = page.pop(0) if len(page) > 1 else page[0]
                if not isinstance(page, Page):
                    page(self)
                    return
                self.send_response(page.status)
                for name, value in ({"Content-Length": str(len(page.body))} | page.headers).items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(page.body)

            def log_message(self, *_: object) -> None:
                pass

        return Handler


class Clock:
    """Time that passes only while somebody sleeps."""

    def __init__(self) -> None:
        self.time = 1_000.0
        self.slept: list[float] = []

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds


Get = Callable[..., list[Report]]
"""The fixture `get` of conftest.py."""


def outcomes(reports: list[Report]) -> list[tuple[str, str]]:
    return [(report.outcome, report.file or report.reason) for report in reports]
