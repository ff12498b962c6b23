from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from playwright.sync_api import BrowserContext, Dialog, Page

from protokollgraf.errors import ExportError
from protokollgraf.tests.factories import HOSTILE
from protokollgraf.visualize.page import page, write_page

ATTACKS = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "javascript:alert(1)",
    '<a href="javascript:alert(1)">href</a>',
    "\" onmouseover=alert(1) x='",
    "${alert(1)} {{ 7*7 }} $title",
    "constructor",
    "__proto__",
    "två\u2028rader",
    "x" * 5000,
    *HOSTILE,
]


def hostile() -> nx.Graph:
    graph = nx.Graph()
    kinds = ("person", "body", "organisation", "municipality", "party")
    for number, words in enumerate(ATTACKS):
        graph.add_node(
            f"n{number}", kind=kinds[number % 5], label=words, iri=words, party=words, facts=[(words, words)],
            quotes=[(words, words, 1)],
        )  # fmt: skip
        if number:
            graph.add_edge(
                "n0",
                f"n{number}",
                kind="seat",
                roles=[words],
                first="",
                last="",
                weight=1,
                periods=[(words, "", "", 1)],
            )
    return graph


class Seen:
    """What a page did: the requests that it made beyond its own file, its dialogs, its complaints."""

    def __init__(self, page: Page, file: Path) -> None:
        self.page = page
        self.requests: list[str] = []
        self.dialogs: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda r: self.requests.append(r.url) if r.url not in (file.as_uri(), "data:,") else None)
        page.on("dialog", self.dismiss)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda m: self.complaints.append(m.text) if m.type in ("error", "warning") else None)
        self.failures: list[str | None] = []
        page.on("requestfailed", lambda request: self.failures.append(request.failure))
        page.route(re.compile("^(?!file:|data:)"), lambda route: route.abort())
        page.goto(file.as_uri())
        page.wait_for_function("window.protokollgraf")

    def dismiss(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def assert_quiet(self) -> None:
        assert (self.requests, self.dialogs, self.complaints) == ([], [], [])


@pytest.fixture
def opened(browser: BrowserContext, tmp_path: Path) -> Iterator[Callable[[nx.Graph], Seen]]:
    pages = []

    def open_page(graph: nx.Graph, title: str = "protokollgraf") -> Seen:
        file = tmp_path / "nät.html"
        write_page(graph, file, title=title)
        pages.append(browser.new_page())
        return Seen(pages[-1], file)

    yield open_page
    for each in pages:
        each.close()


INK = """() => {
  const canvas = document.querySelector("#map canvas");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return new Set(new Uint32Array(data.buffer)).size;
}"""
PLACE = """(id) => {
  const { network } = window.protokollgraf, box = document.querySelector("#map").getBoundingClientRect();
  const at = network.canvasToDOM(network.getPositions([id])[id]);
  return [at.x + box.x, at.y + box.y];
}"""


def test_it_draws_and_asks_for_nothing(opened: Callable[..., Seen], small: nx.Graph) -> None:
    seen = opened(small)
    assert seen.page.evaluate(INK) > 20
    assert seen.page.locator("#count").inner_text() == "10 noder, 10 kanter"
    assert seen.page.locator("html").get_attribute("lang") == "sv"
    seen.assert_quiet()


def test_a_click_shows_what_is_known_and_the_words(opened: Callable[..., Seen], small: nx.Graph) -> None:
    seen = opened(small)
    panel = seen.page.locator("#panel")
    assert panel.is_hidden()
    seen.page.mouse.click(*seen.page.evaluate(PLACE, "n1"))
    panel.wait_for(state="visible", timeout=5000)
    text = panel.inner_text()
    for words in (
        "Ada Ek",
        "Nämnden",
        "ordförande, 2021-03-01 – 2021-09-01, 2 protokoll",
        "Ada Eek (S), ordförande",
        "host, s. 1",
    ):
        assert words in text
    panel.get_by_role("button", name="Nämnden").click()
    assert seen.page.locator("#name").inner_text() == "Nämnden"
    assert panel.get_by_role("button").all_inner_texts()[1].startswith("Ada Ek")  # who presides comes first
    seen.page.keyboard.press("Escape")
    assert panel.is_hidden()
    seen.assert_quiet()


@pytest.mark.parametrize(
    ("written", "expected"), [("eek", "Ada Ek"), ("dan as", "Dan Ås"), ("nordb", "Nordbolaget"), ("DALBY", "Dalby")]
)
def test_the_search_finds(opened: Callable[..., Seen], small: nx.Graph, written: str, expected: str) -> None:
    seen = opened(small)
    seen.page.keyboard.press("/")
    seen.page.keyboard.type(written)
    options = seen.page.get_by_role("option")
    names = [option.locator("bdi").inner_text() for option in options.all()]
    assert expected in names
    for _ in range(names.index(expected)):
        seen.page.keyboard.press("ArrowDown")
    seen.page.keyboard.press("Enter")
    assert seen.page.locator("#name").inner_text() == expected
    assert seen.page.locator("#results").is_hidden()
    seen.assert_quiet()


def test_the_search_says_when_it_finds_nothing(opened: Callable[..., Seen], small: nx.Graph) -> None:
    seen = opened(small)
    seen.page.get_by_role("combobox").fill("qqq")
    assert seen.page.locator("#results").inner_text() == "Inget namn liknar det"
    seen.page.keyboard.press("Enter")
    assert seen.page.locator("#panel").is_hidden()


def test_the_legend_takes_a_kind_away_and_back(opened: Callable[..., Seen], small: nx.Graph) -> None:
    seen = opened(small)
    box = seen.page.get_by_role("checkbox", name="Personer")
    box.uncheck()
    assert seen.page.locator("#count").inner_text() == "6 noder, 2 kanter"
    box.check()
    assert seen.page.locator("#count").inner_text() == "10 noder, 10 kanter"
    seen.assert_quiet()


def test_hostile_words_stay_words(opened: Callable[..., Seen]) -> None:
    graph = hostile()
    seen = opened(graph, ATTACKS[1])
    assert seen.page.evaluate(INK) > 20
    assert seen.page.locator("h1").inner_text() == ATTACKS[1]
    for number in range(len(ATTACKS)):
        seen.page.evaluate("(id) => window.protokollgraf.choose(id, false)", f"n{number}")
    seen.page.evaluate("window.protokollgraf.choose('n0', true)")
    seen.page.get_by_role("combobox").fill("alert")
    assert seen.page.locator("#name").inner_text() == ATTACKS[0]
    assert seen.page.get_by_role("option").count() >= 4
    seen.page.mouse.move(*seen.page.evaluate(PLACE, "n0"))
    seen.page.wait_for_timeout(300)  # the tip comes after a moment
    assert seen.page.locator("img, a, iframe, #panel script").count() == 0
    seen.assert_quiet()


def test_its_policy_lets_nothing_else_run(opened: Callable[..., Seen], small: nx.Graph) -> None:
    seen = opened(small)
    # in a timer: what the browser's own console runs is free of the policy
    tried = """() => new Promise((resolve) => setTimeout(async () => {
      const ran = [];
      window.note = (what) => ran.push(what);
      const attempt = async (deed) => { try { await deed(); } catch (error) { return; } };
      const add = (tag, set) => { const made = document.createElement(tag); set(made); document.body.append(made); };
      await attempt(() => { document.getElementById("iri").innerHTML = "<b>x</b>"; note("innerHTML"); });
      await attempt(() => eval("note('eval')"));
      await attempt(() => add("script", (made) => made.append("note('script')")));
      await attempt(() => add("button", (made) => { made.setAttribute("onclick", "note('handler')"); made.click(); }));
      await attempt(() => add("img", (made) => { made.src = "https://outside.invalid/x.png"; }));
      await attempt(async () => { await fetch("https://outside.invalid/"); note("fetch"); });
      setTimeout(() => resolve(ran), 50);
    }, 0))"""
    assert seen.page.evaluate(tried) == []
    assert set(seen.failures) <= {"csp"}
    assert len(seen.complaints) >= 5


@pytest.mark.parametrize("width", [320, 390])
def test_it_fits_a_telephone(opened: Callable[..., Seen], small: nx.Graph, width: int) -> None:
    seen = opened(small)
    seen.page.set_viewport_size({"width": width, "height": 700})
    seen.page.evaluate("window.protokollgraf.choose('n0', true)")
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= width
    box = seen.page.locator("#map").bounding_box()
    assert box and box["height"] > 150
    seen.assert_quiet()


def test_an_empty_network_says_so(opened: Callable[..., Seen]) -> None:
    seen = opened(nx.Graph())
    assert seen.page.locator("#empty").is_visible()
    assert seen.page.locator("#count").inner_text() == "0 noder, 0 kanter"
    seen.assert_quiet()


def test_the_file_names_no_other_place_and_holds_its_data_whole(small: nx.Graph) -> None:
    text = page(small)
    own = re.sub(r"<script>.*?</script>", "", text, flags=re.S)
    assert not re.findall(r"""(?:src|href|action)\s*=\s*["']?(?!data:)[^"'>\s]+|url\(|@import""", own)
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, flags=re.S)
    assert found
    assert json.loads(found[1])["nodes"][1]["label"] == "Ada Ek"
    assert text == page(small.copy())


def test_attacks_are_escaped_in_the_file() -> None:
    data: Any = re.search(r'id="data">(.*?)</script>', page(hostile()), flags=re.S)
    assert not re.search("[<>&\u2028\u2029]", data[1])
    assert [node["label"] for node in json.loads(data[1])["nodes"]] == ATTACKS


def test_a_folder_that_is_missing_is_named(small: nx.Graph, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="saknas"):
        write_page(small, tmp_path / "saknas" / "x.html")
