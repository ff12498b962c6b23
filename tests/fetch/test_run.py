from __future__ import annotations

import gzip
import hashlib
import socket
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from protokollgraf.errors import FetchError
from protokollgraf.fetch import download, session
from protokollgraf.fetch.manifest import FILE
from protokollgraf.fetch.run import AGENT, DELAY, Report, fetch, line, total
from protokollgraf.tests.fetch.site import PDF, Clock, Get, Page, Site, outcomes

LONG = PDF + b"\n%" + bytes(range(1, 256)) * 400


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "ut").iterdir() if path.name != FILE)


def test_files_come_into_the_folder_under_safe_names(tmp_path: Path, site: Site, get: Get) -> None:
    site.pages["/a.pdf"] = Page(PDF + b"a")
    site.pages["/visa.ashx?id=5"] = Page(headers={"Content-Disposition": "attachment; filename*=UTF-8''Ny%C3%A5r.pdf"})
    site.pages["/utan"] = Page("§ 1 Mötet öppnas".encode(), headers={"Content-Type": "text/plain"})
    site.pages["/b"] = Page(headers={"Content-Disposition": 'attachment; filename="../../etc/cron.d/x"'})
    reports = get(
        site.url("/a.pdf"),
        site.url("/visa.ashx?id=5"),
        site.url("/utan"),
        site.url("/b"),
        f"{site.url('/utan#1')}  x.txt",
    )
    assert outcomes(reports) == [("new", "a.pdf"), ("new", "Nyår.pdf"), ("new", "utan.txt"), ("new", "x.pdf")]
    assert files(tmp_path) == ["Nyår.pdf", "a.pdf", "utan.txt", "x.pdf"]
    assert (tmp_path / "ut" / "a.pdf").read_bytes() == PDF + b"a"
    assert site.heads[0]["User-Agent"] == AGENT
    assert line(reports[0]) == f"new       {site.url('/a.pdf')} -> a.pdf (0.0 MB)"
    assert total(tmp_path, reports) == f"{tmp_path}: 4 new"


def test_two_files_of_one_name(tmp_path: Path, site: Site, get: Get) -> None:
    for path in ("/1/p.pdf", "/2/P.pdf", "/3/p.pdf", "/4/p.txt"):
        site.pages[path] = Page(PDF + path.encode())
    (tmp_path / "ut").mkdir()
    (tmp_path / "ut" / "p.pdf").write_text("min egen", encoding="utf-8")
    urls = [site.url(path) for path in site.pages]
    expected = ["p-2.pdf", "P-3.pdf", "p-4.pdf", "p-5.pdf"]
    assert [report.file for report in get(*urls)] == expected
    assert [report.file for report in get(*urls[::-1], update=True)] == expected[::-1]
    assert (tmp_path / "ut" / "p.pdf").read_text(encoding="utf-8") == "min egen"


def test_what_is_there_is_not_asked_for_again(tmp_path: Path, site: Site, get: Get) -> None:
    site.pages |= {"/a.pdf": Page(headers={"ETag": '"1"'}), "/b.pdf": Page(PDF + b"b")}
    urls = site.url("/a.pdf"), site.url("/b.pdf")
    get(*urls)
    site.asked.clear()
    assert outcomes(get(*urls)) == [("unchanged", "a.pdf"), ("unchanged", "b.pdf")]
    assert site.asked == []
    (tmp_path / "ut" / "a.pdf").unlink()
    (tmp_path / "ut" / "b.pdf").write_bytes(b"half")
    assert outcomes(get(*urls)) == [("new", "a.pdf"), ("new", "b.pdf")]
    assert (tmp_path / "ut" / "b.pdf").read_bytes() == PDF + b"b"


def test_update_asks_whether_something_has_changed(site: Site, get: Get) -> None:
    site.pages["/a.pdf"] = [
        Page(headers={"ETag": '"1"', "Last-Modified": "Mon, 04 Mar 2024 10:00:00 GMT"}),
        Page(b"", 304),
        Page(PDF + b"2", headers={"ETag": '"2"'}),
    ]
    site.pages["/b.pdf"] = [Page(), Page(), Page(PDF + b"2")]  # its server tells no versions
    urls = site.url("/a.pdf"), site.url("/b.pdf")
    rounds = [[report.outcome for report in get(*urls, update=True)] for _ in range(3)]
    assert rounds == [["new", "new"], ["unchanged", "unchanged"], ["changed", "changed"]]
    asked = [head for head in site.heads if "If-None-Match" in head]
    assert [head["If-None-Match"] for head in asked] == ['"1"', '"1"']
    assert asked[0]["If-Modified-Since"] == "Mon, 04 Mar 2024 10:00:00 GMT"


def test_an_update_that_fails_keeps_the_file(tmp_path: Path, site: Site, get: Get) -> None:
    site.pages["/a.pdf"] = [Page(), Page(b"", 404)]
    get(site.url("/a.pdf"))
    assert outcomes(get(site.url("/a.pdf"), update=True)) == [("failed", "404 Not Found")]
    assert outcomes(get(site.url("/a.pdf"))) == [("unchanged", "a.pdf")]
    assert (tmp_path / "ut" / "a.pdf").read_bytes() == PDF


@pytest.mark.parametrize(
    ("page", "why"),
    [
        (Page(b"", 404), "404 Not Found"),
        (Page(b"", 410), "410 Gone"),
        (Page(b"", 500), "500 Internal Server Error"),
        (Page(b"", 799), "799"),
        (Page(b"", 204), "204 No Content"),
        (Page(b"", 304), "304 Not Modified"),
        (Page(PDF, 206, {"Content-Range": "bytes 0-5/9"}), "206 Partial Content"),
        (Page(b" \n"), "is empty"),
        (Page(b"<!doctype html><p>Logga in", headers={"Content-Type": "text/html"}), "is a web page and no .pdf"),
        (Page(b"GIF89a"), "is a picture, which is not read"),
        (Page(headers={"Content-Length": "200000001"}), "larger than the limit of 200 MB"),
        (Page(b"", 302, {"Location": "file:///etc/passwd"}), "leads to something that is no http or https URL"),
        (Page(b"", 302, {"Location": "http://[::1"}), "Invalid URL in location header"),
        (Page(headers={"Content-Encoding": "gzip, gzip, gzip"}), "is packed in a way that was not asked for"),
        (Page(headers={"Content-Encoding": "gzip"}), "broke off after 0 bytes: "),
        (Page(headers={"X": "y" * 300_000}), "Receive buffer too long"),
    ],
)
def test_what_goes_wrong_is_said_and_costs_no_other(page: Page, why: str, tmp_path: Path, site: Site, get: Get) -> None:
    site.pages |= {"/dålig.pdf": page, "/d%C3%A5lig.pdf": page, "/b.pdf": Page()}
    bad, good = get(site.url("/d%C3%A5lig.pdf"), site.url("/b.pdf"))
    assert (good.outcome, bad.outcome) == ("new", "failed")
    assert bad.reason.startswith(why)
    assert "\n" not in line(bad)
    assert [name for name in files(tmp_path) if not name.endswith(".part")] == ["b.pdf"]


def test_addresses_that_cannot_be_asked(get: Get, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    reports = get("ekby.example/a.pdf", "http://nosuch.example/a.pdf")
    assert [report.outcome for report in reports] == ["failed"] * 2
    assert reports[0].reason.endswith("(line 1 of the list)")
    assert reports[1].reason.startswith("its robots.txt cannot be had: nosuch.example is not found: ")


def test_a_port_where_nobody_answers(get: Get) -> None:
    assert get("http://127.0.0.1:1/a.pdf")[0].reason.startswith("its robots.txt cannot be had: ")


def test_robots_txt_is_obeyed_and_asked_for_once(site: Site, get: Get) -> None:
    site.pages |= {
        "127.0.0.1/robots.txt": Page(b"User-agent: *\nDisallow: /hemligt/\n"),
        "/a.pdf": Page(),
        "/b.pdf": Page(b"", 301, {"Location": "/hemligt/b.pdf"}),
        "localhost/robots.txt": Page(b"", 500),
    }
    reports = get(*(site.url(path) for path in ("/hemligt/a.pdf", "/a.pdf", "/b.pdf")), site.url("/a.pdf", "localhost"))
    assert {report.url.rpartition(":")[2].partition("/")[2]: report.reason for report in reports if report.reason} == {
        "hemligt/a.pdf": "the robots.txt of 127.0.0.1 does not allow it",
        "b.pdf": "the robots.txt of 127.0.0.1 does not allow it",
        "a.pdf": "its robots.txt cannot be had (status 500); run again later",
    }
    assert sorted(site.asked) == [
        *("127.0.0.1 /a.pdf", "127.0.0.1 /b.pdf", "127.0.0.1 /robots.txt"),
        "localhost /robots.txt",
    ]


def test_robots_txt_goes_by_the_agents_name(site: Site, get: Get) -> None:
    site.pages |= {"/robots.txt": Page(b"User-agent: adas-robot\nDisallow: /\n"), "/a.pdf": Page()}
    assert get(site.url("/a.pdf"), agent="Adas-robot/1.0 (ada@ekby.example)")[0].outcome == "failed"
    assert site.heads[0]["User-Agent"] == "Adas-robot/1.0 (ada@ekby.example)"
    assert get(site.url("/a.pdf"))[0].outcome == "new"


def test_robots_txt_may_be_elsewhere(site: Site, get: Get) -> None:
    site.pages |= {
        "/robots.txt": Page(b"", 301, {"Location": "/andra.txt"}),
        "/andra.txt": Page(b"User-agent: *\nDisallow: /a\n"),
    }
    assert outcomes(get(site.url("/a.pdf"))) == [("failed", "the robots.txt of 127.0.0.1 does not allow it")]


def test_a_robots_txt_without_end(site: Site, get: Get) -> None:
    site.pages |= {"/robots.txt": endless, "/a.pdf": Page()}
    assert get(site.url("/a.pdf"))[0].outcome == "new"


def test_hosts_take_turns_and_each_has_its_pause(site: Site, clock: Clock, get: Get) -> None:
    times: list[tuple[str, float]] = []

    def page(handler: BaseHTTPRequestHandler) -> None:
        times.append((handler.headers["Host"].partition(":")[0], clock.time))
        handler.wfile.write(b"HTTP/1.0 200 OK\r\n\r\n" + PDF)

    for n in range(3):
        site.pages[f"/{n}.pdf"] = page
    site.pages["localhost/robots.txt"] = Page(b"User-agent: *\nCrawl-delay: 5\n")
    urls = [site.url(f"/{n}.pdf", host) for host in ("127.0.0.1", "localhost") for n in range(3)]
    assert {report.outcome for report in get(*urls)} == {"new"}
    # robots.txt of both at 1000; then each as soon as its own pause is over
    assert times == [
        ("127.0.0.1", 1000 + DELAY),
        ("localhost", 1000 + DELAY + 5),
        ("127.0.0.1", 1000 + DELAY + 5),
        ("127.0.0.1", 1000 + 2 * DELAY + 5),
        ("localhost", 1000 + DELAY + 10),
        ("localhost", 1000 + DELAY + 15),
    ]


@pytest.mark.parametrize("delay", [0.0, 7.0])
def test_the_pause_may_be_chosen(delay: float, site: Site, clock: Clock, get: Get) -> None:
    site.pages |= {"/a.pdf": Page(), "/b.pdf": Page()}
    get(site.url("/a.pdf"), site.url("/b.pdf"), delay=delay)
    assert clock.slept == [delay] * 2 * (delay > 0)


@pytest.mark.parametrize(
    ("status", "headers", "waited"),
    [
        (429, {"Retry-After": "30"}, 30.0),
        (503, {}, 10.0),
        (
            503,
            {"Date": "Mon, 04 Mar 2024 10:00:00 GMT", "Retry-After": "Mon, 04 Mar 2024 10:01:30 GMT"},
            90.0,
        ),
        (503, {"Retry-After": "strax"}, 10.0),
        (429, {"Retry-After": "Mon, 04 Mar 2002 10:01:30 GMT"}, DELAY),
    ],
)
def test_a_busy_server_is_asked_again_later(
    status: int, headers: dict[str, str], waited: float, site: Site, clock: Clock, get: Get
) -> None:
    def busy(handler: BaseHTTPRequestHandler) -> None:
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        handler.wfile.write(f"HTTP/1.0 {status} Busy\r\n{lines}\r\n".encode())

    site.pages["/a.pdf"] = [busy, Page()]
    assert outcomes(get(site.url("/a.pdf"))) == [("new", "a.pdf")]
    assert clock.slept == [DELAY, waited]


def test_a_server_that_stays_busy_is_left_alone(site: Site, clock: Clock, get: Get) -> None:
    site.pages |= {"/a.pdf": Page(b"", 503), "/b.pdf": Page(), "localhost/a.pdf": Page()}
    reports = get(site.url("/a.pdf"), site.url("/b.pdf"), site.url("/a.pdf", "localhost"))
    assert sorted(outcomes(reports)) == [
        ("failed", "its server asks to wait; run again later"),
        ("failed", "the server asks to wait (status 503); run again later"),
        ("new", "a.pdf"),
    ]
    assert site.files() == ["/a.pdf"] * 5
    assert sum(clock.slept) < 100
    site.pages["/a.pdf"] = Page()
    assert [report.outcome for report in get(site.url("/a.pdf"), site.url("/b.pdf"))] == ["new", "new"]


def test_a_server_that_asks_for_an_hour(site: Site, clock: Clock, get: Get) -> None:
    site.pages["/a.pdf"] = Page(b"", 429, {"Retry-After": "3600"})
    assert (
        get(site.url("/a.pdf"))[0].reason
        == "the server asks to wait (status 429); it asks for 3,600 s; run again later"
    )
    assert max(clock.slept) == DELAY


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b'HTTP/1.0 200 OK\r\nETag: "1"\r\n\r\n' + PDF)
    try:
        while True:
            handler.wfile.write(b"# " + b"x" * 65_534)
    except OSError:
        handler.close_connection = True


def test_a_body_without_end(tmp_path: Path, site: Site, get: Get, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download, "MAX_BYTES", 1_000_000)
    site.pages |= {"/a.pdf": endless, "/b.pdf": Page()}
    assert outcomes(get(site.url("/a.pdf"), site.url("/b.pdf"))) == [
        ("failed", "larger than the limit of 1 MB"),
        ("new", "b.pdf"),
    ]
    assert files(tmp_path) == ["b.pdf"]


def test_a_body_that_takes_for_ever(tmp_path: Path, site: Site, clock: Clock, get: Get) -> None:
    def slow(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b'HTTP/1.0 200 OK\r\nETag: "1"\r\n\r\n' + LONG[:1000])
        handler.wfile.flush()
        clock.time += 700
        handler.wfile.write(LONG[1000:])

    site.pages["/a.pdf"] = [slow, Page(LONG)]
    assert outcomes(get(site.url("/a.pdf"))) == [("failed", "took longer than 600 s; run again to go on")]
    assert get(site.url("/a.pdf"))[0].outcome == "new"
    assert (tmp_path / "ut" / "a.pdf").read_bytes() == LONG


def test_a_server_that_says_nothing(site: Site, get: Get, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "READ_SECONDS", 0.1)
    hang = []

    def silent(handler: BaseHTTPRequestHandler) -> None:
        hang.append(handler.rfile.read(1))  # until the other side gives up

    site.pages |= {"/a.pdf": silent, "/b.pdf": Page()}
    assert outcomes(get(site.url("/a.pdf"), site.url("/b.pdf"))) == [
        ("failed", "was silent for 0 s"),
        ("new", "b.pdf"),
    ]


@pytest.mark.parametrize("steps", [5, 6])
def test_redirects_are_limited(steps: int, site: Site, get: Get) -> None:
    for n in range(steps):
        site.pages[f"/{n}"] = Page(b"", 302, {"Location": f"/{n + 1}"})
    site.pages[f"/{steps}"] = Page()
    assert outcomes(get(site.url("/0"))) == [("new", "0.pdf") if steps == 5 else ("failed", "more than 5 redirects")]


def test_a_loop_of_redirects(site: Site, get: Get) -> None:
    site.pages |= {"/a": Page(b"", 301, {"Location": "/b"}), "/b": Page(b"", 308, {"Location": "/a"})}
    assert outcomes(get(site.url("/a"))) == [("failed", "more than 5 redirects")]
    assert len(site.files()) == 6


def test_a_password_goes_to_its_own_site_only_and_is_never_shown(tmp_path: Path, site: Site, get: Get) -> None:
    site.pages |= {
        "/a.pdf?token=kod": Page(b"", 302, {"Location": "/b.pdf"}),
        "/b.pdf": Page(b"", 302, {"Location": site.url("/c.pdf", "localhost")}),
        "/c.pdf": Page(),
    }
    reports = get(
        f"http://ada:hemligt@127.0.0.1:{site.port}/a.pdf?token=kod", f"http://ada:hemligt@127.0.0.1:{site.port}/x"
    )
    sent = {one: "Authorization" in head for one, head in zip(site.asked, site.heads, strict=True)}
    assert sent["127.0.0.1 /b.pdf"]
    assert not sent["localhost /c.pdf"]
    said = "".join(map(line, reports)) + (tmp_path / "ut" / FILE).read_text(encoding="utf-8")
    assert "hemligt" not in said
    assert "kod" not in said


def ranged(etag: str = '"1"', body: bytes = LONG, **more: str):  # type: ignore[no-untyped-def]
    """A page that can be gone on with."""

    def page(handler: BaseHTTPRequestHandler) -> None:
        start = int(handler.headers.get("Range", "bytes=0-")[6:-1])
        if handler.headers.get("If-Range") != etag:
            start = 0
        head = f"HTTP/1.0 {206 if start else 200} OK\r\nETag: {etag}\r\n"
        head += f"Content-Range: bytes {start}-{len(body) - 1}/{len(body)}\r\n" if start else ""
        head += "".join(f"{name}: {value}\r\n" for name, value in more.items())
        handler.wfile.write(f"{head}Content-Length: {len(body) - start}\r\n\r\n".encode() + body[start:])

    return page


def broken(etag: str = '"1"', body: bytes = LONG):  # type: ignore[no-untyped-def]
    """A page that breaks off in the middle."""

    def page(handler: BaseHTTPRequestHandler) -> None:
        head = f"HTTP/1.0 200 OK\r\nContent-Length: {len(body)}\r\n" + (f"ETag: {etag}\r\n" if etag else "")
        handler.wfile.write(f"{head}\r\n".encode() + body[:1000])

    return page


@pytest.mark.parametrize(
    ("first", "then", "asked"),
    [
        (broken(), ranged(), "bytes=1000-"),
        (broken(), ranged('"2"'), "bytes=1000-"),  # changed meanwhile: from the start
        (broken(), Page(LONG), "bytes=1000-"),  # the server knows no ranges
        (broken(), [Page(b"", 416), Page(LONG)], None),
        (broken(), [Page(b"x", 206, {"Content-Range": "bytes 5-6/7", "ETag": '"1"'}), Page(LONG)], None),
        (broken(), [Page(b"x", 206, {"Content-Range": "bytes 1000-1001/1002", "ETag": '"2"'}), Page(LONG)], None),
        (broken('W/"1"'), Page(LONG), None),  # a weak tag says nothing of bytes
        (broken(""), Page(LONG), None),
    ],
)
def test_what_broke_off_is_gone_on_with(first, then, asked: str | None, tmp_path: Path, site: Site, get: Get) -> None:  # type: ignore[no-untyped-def]
    site.pages["/a.pdf"] = [first, *(then if isinstance(then, list) else [then])]
    assert outcomes(get(site.url("/a.pdf"))) == [("new", "a.pdf")]
    assert (tmp_path / "ut" / "a.pdf").read_bytes() == LONG
    assert files(tmp_path) == ["a.pdf"]
    assert site.heads[-1].get("Range") == asked


def test_what_breaks_off_each_time_is_given_up_until_the_next_run(tmp_path: Path, site: Site, get: Get) -> None:
    site.pages |= {"/a.pdf": broken(), "/b.pdf": Page()}
    bad, good = sorted(get(site.url("/a.pdf"), site.url("/b.pdf")), key=lambda report: report.outcome)
    assert (bad.outcome, good.outcome) == ("failed", "new")
    assert bad.reason.startswith("broke off after 1,000 bytes: ")
    assert site.files().count("/a.pdf") == 4
    site.pages["/a.pdf"] = ranged()
    assert outcomes(get(site.url("/a.pdf"))) == [("new", "a.pdf")]
    assert site.heads[-1]["Range"] == "bytes=1000-"
    assert (tmp_path / "ut" / "a.pdf").read_bytes() == LONG


def test_stopped_in_the_middle_it_goes_on(tmp_path: Path, site: Site, clock: Clock) -> None:
    """Ctrl-C in the second file: the first one is there, the second one is gone on with."""

    def stop(handler: BaseHTTPRequestHandler) -> None:
        broken()(handler)

    def interrupted(seconds: float) -> None:
        clock.sleep(seconds)
        if "/b.pdf" in site.files():
            raise KeyboardInterrupt

    site.pages |= {"/a.pdf": Page(), "/b.pdf": [stop, ranged()]}
    source = tmp_path / "urls.txt"
    source.write_text(f"{site.url('/a.pdf')}\n{site.url('/b.pdf')}\n", encoding="utf-8")
    done: list[Report] = []
    with pytest.raises(KeyboardInterrupt):
        done.extend(fetch(source, tmp_path / "ut", now=clock.now, sleep=interrupted))
    site.asked.clear()
    reports = list(fetch(source, tmp_path / "ut", now=clock.now, sleep=clock.sleep))
    assert outcomes(reports) == [("unchanged", "a.pdf"), ("new", "b.pdf")]
    assert site.files() == ["/b.pdf"]
    assert site.heads[-1]["Range"] == "bytes=1000-"
    assert (tmp_path / "ut" / "b.pdf").read_bytes() == LONG


def test_an_answer_packed_in_spite_of_everything(tmp_path: Path, site: Site, get: Get) -> None:
    packed = gzip.compress(LONG)
    site.pages["/a.pdf"] = Page(packed, headers={"Content-Encoding": "gzip", "ETag": '"1"'})
    (report,) = get(site.url("/a.pdf"))
    assert report.outcome == "new"
    assert hashlib.sha256((tmp_path / "ut" / "a.pdf").read_bytes()).digest() == hashlib.sha256(LONG).digest()
    assert site.heads[-1]["Accept-Encoding"] == "identity"


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ({"delay": -1.0}, "a delay of -1.0 s"),
        ({"delay": float("nan")}, "a delay of nan s"),
        ({"agent": ""}, "agent ''"),
        ({"agent": "a\r\nX: y"}, "agent 'a"),
        ({"agent": "ålder"}, "agent 'ålder'"),
        ({"agent": "1.0"}, "agent '1.0'"),
    ],
)
def test_settings_that_cannot_be_used(options: dict[str, object], why: str, get: Get) -> None:
    with pytest.raises(FetchError, match=why):
        get("http://127.0.0.1:1/", **options)


def test_a_full_disk_is_one_clear_error(site: Site, get: Get, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    site.pages["/a.pdf"] = Page()
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(FetchError, match="cannot be written or read \\(No space left on device\\)"):
        get(site.url("/a.pdf"))
