from __future__ import annotations

import httpcore
import pytest

from protokollgraf.errors import FetchError
from protokollgraf.fetch import door as door_module
from protokollgraf.fetch.door import Door, is_public
from protokollgraf.tests.fetch.site import Clock


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("127.0.0.1", False),
        ("10.0.0.1", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("2002:7f00:1::", False),
        ("64:ff9b::10.0.0.1", False),
        ("64:ff9b::93.184.216.34", True),
        ("ff0e::1", False),
    ],
)
def test_is_public(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.fixture
def door(monkeypatch: pytest.MonkeyPatch, clock: Clock) -> Door:
    """A door behind which no network is; names are numbers."""
    hosts = {"ekby.example": ["93.184.216.34"], "lan.example": ["10.0.0.1"], "lurig.example": ["93.184.216.34", "::1"]}
    monkeypatch.setattr(door_module, "resolved", lambda host, port: hosts[host])
    monkeypatch.setattr(
        httpcore.SyncBackend, "connect_tcp", lambda self, host, *rest: httpcore.MockStream([host.encode()])
    )
    door = Door(clock.now)
    door.open()
    return door


@pytest.mark.parametrize(
    ("hosts", "reached"),
    [
        (["ekby.example", "ekby.example"], True),
        (["lan.example", "lan.example", "ekby.example", "lan.example"], True),  # the list itself names it
        (["lurig.example", "lan.example"], True),
        (["ekby.example", "lan.example"], False),
        (["ekby.example", "lurig.example"], False),  # one of its addresses is enough
    ],
)
def test_a_public_address_leads_to_no_private_one(hosts: list[str], reached: bool, door: Door) -> None:
    *before, last = hosts
    for host in before:
        door.connect_tcp(host, 80)
    if reached:
        door.connect_tcp(last, 80)
        return
    with pytest.raises(FetchError, match=f"leads to a private address \\({last}\\)"):
        door.connect_tcp(last, 80)
    door.open()
    door.connect_tcp(last, 80)


def test_the_time_of_a_file_is_bounded(door: Door, clock: Clock) -> None:
    stream = door.connect_tcp("ekby.example", 80, timeout=5.0)
    assert door.left() == door_module.MAX_SECONDS
    clock.time += door_module.MAX_SECONDS - 1
    assert stream.read(100, timeout=30.0) == b"93.184.216.34"
    clock.time += 2
    with pytest.raises(httpcore.ReadTimeout):
        stream.read(100, timeout=30.0)
    with pytest.raises(httpcore.ReadTimeout):
        door.connect_tcp("ekby.example", 80)
    door.rest(60.0)  # waited out of politeness: that does not count
    stream.write(b"x", timeout=1.0)
