"""When a host may be asked next."""

from __future__ import annotations

from collections.abc import Callable


class Pace:
    """The times of the hosts; `now` and `sleep` are the clock."""

    def __init__(self, delay: float, now: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self._usual = delay
        self._now, self._sleep = now, sleep
        self._delays: dict[str, float] = {}
        self._next: dict[str, float] = {}

    def slow_down(self, host: str, delay: float) -> None:
        """Let at least so many seconds pass between two requests to a host, from the one that told it on."""
        self._delays[host] = max(delay, self._delays.get(host, 0.0))
        self.hold(host, delay)

    def asked(self, host: str) -> None:
        """A request to a host has ended."""
        self.hold(host, max(self._usual, self._delays.get(host, 0.0)))

    def hold(self, host: str, seconds: float) -> None:
        """Do not ask a host for so many seconds."""
        self._next[host] = max(self._now() + seconds, self._next.get(host, 0.0))

    def due(self, host: str) -> float:
        """When a host may be asked; in the past if at once."""
        return self._next.get(host, 0.0)

    def wait(self, host: str) -> float:
        """Wait until a host may be asked, and say how many seconds that took."""
        seconds = max(0.0, self.due(host) - self._now())
        if seconds:
            self._sleep(seconds)
        return seconds
