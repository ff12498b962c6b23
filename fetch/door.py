"""The door to the network: which addresses may be reached, and until when.

A server decides where its redirects lead and how fast it answers. So each connection asks here: a public address does
not lead to one of this machine or of the network around it, and no answer, not even its head, takes longer than it may.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any

import httpcore
import httpx

from ..errors import FetchError

CONNECT_SECONDS = 15.0
READ_SECONDS = 30.0
"""Without a single byte."""
MAX_SECONDS = 600.0
"""For one file, from the first request to the last byte."""
_NAT64 = IPv6Network("64:ff9b::/96")
_ADDRESSES = 4
"""So many addresses of a host are tried."""


class PrivateAddressError(FetchError):
    """A server led to an address that is not of the internet."""


class Door(httpcore.SyncBackend):
    """Makes connections for one file after another; `open` begins the next one."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._until = 0.0
        self._private: bool | None = None

    def open(self) -> None:
        """The next connection is to what the list names, and the time begins to run."""
        self._until = self._now() + MAX_SECONDS
        self._private = None

    def left(self) -> float:
        """Seconds until the time is up."""
        return self._until - self._now()

    def rest(self, seconds: float) -> None:
        """Let time that was spent in waiting out of politeness not count."""
        self._until += seconds

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        addresses = resolved(host, port)
        private = not all(map(is_public, addresses))
        if self._private is None:
            self._private = private
        if private and not self._private:
            raise PrivateAddressError(
                f"leads to a private address ({host}); add that address to the list if you want it"
            )
        failure: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in addresses[:_ADDRESSES]:
            try:
                stream = super().connect_tcp(address, port, self._time(timeout), local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return _Stream(stream, self._time)
        raise failure

    def _time(self, timeout: float | None) -> float:
        left = self.left()
        if left <= 0:
            raise httpcore.ReadTimeout("the time is up")
        return left if timeout is None else min(timeout, left)


class _Stream(httpcore.NetworkStream):
    """A connection on which nothing takes longer than there is time."""

    def __init__(self, stream: httpcore.NetworkStream, time: Callable[[float | None], float]) -> None:
        self._stream, self._time = stream, time

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._time(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._time(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, self._time(timeout)), self._time)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class Transport(httpx.BaseTransport):
    """httpx's own transport, but for the door: that one cannot be told how to connect."""

    def __init__(self, door: Door) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(), network_backend=door, max_keepalive_connections=0
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        response = self._pool.handle_request(
            httpcore.Request(request.method, url, headers=request.headers.raw, extensions=request.extensions)
        )
        return httpx.Response(
            response.status, headers=response.headers, stream=_Body(response), extensions=response.extensions
        )

    def close(self) -> None:
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Any:
        yield from self._response.iter_stream()

    def close(self) -> None:
        self._response.close()


def resolved(host: str, port: int) -> list[str]:
    """The addresses of a host, each once, in the order in which to try them. ConnectError."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpcore.ConnectError(f"{host} is not found: {error}") from None
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def is_public(address: str) -> bool:
    """Is this an address of the internet, and not of this machine or of a network of its own?"""
    ip: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    if isinstance(ip, IPv6Address):
        ip = IPv4Address(int(ip) & 0xFFFF_FFFF) if ip in _NAT64 else ip.ipv4_mapped or ip.sixtofour or ip
    return ip.is_global and not ip.is_multicast
