from __future__ import annotations

import pytest

from protokollgraf.errors import UnreadableError
from protokollgraf.extract import html_tree
from protokollgraf.extract.html import html_pages

LONG = " ".join(["Nämnden godkänner dagordningen."] * 5)
NAMES = "Ada Ek (S)<br>Bo Alm (M)"


def pages(body: str) -> list[str]:
    return html_pages(f"<!DOCTYPE html><html><body>{body}</body></html>".encode(), "x.html")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Ett</p><p>Två</p>", "Ett\n\nTvå"),
        ("<div>Ett</div><div>Två</div>", "Ett\nTvå"),
        ("<p>Ett\n  ord<br>Två<br/>\nTre</p>", "Ett ord\nTvå\nTre"),
        ("<p>Ada <b>Ek</b> (<i>S</i>), <span>ordf&ouml;rande</span></p>", "Ada Ek (S), ordförande"),
        ("<h1>Protokoll</h1><h2>§ 1 <a href=x>Upprop</a></h2>Text", "# Protokoll\n\n## § 1 Upprop\nText"),
        ("<p>Plats&nbsp;&nbsp;&nbsp;&nbsp;Salen</p><p>&nbsp;</p>", "Plats\xa0\xa0\xa0\xa0Salen"),
        ("<p>5 m<sup>2</sup><sup><a href=#n>3</a></sup></p>", "5 m²"),
        ("<pre>Ada   Ek\n  (S)</pre>", "Ada   Ek\n  (S)"),
        ("Löst <p>Stycke</p> Mer<hr>Slut", "Löst\n\nStycke\n\nMer\n\nSlut"),
        # lists
        ("<ul><li>att anta<li>att avslå</ul>", "- att anta\n- att avslå"),
        ("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"),
        ("<ol start=4><li>a<li value=9>b<li>c</ol>", "4. a\n9. b\n10. c"),
        ("<ol type=a><li>a<li>b</ol><ol type=I><li>c</ol>", "a. a\nb. b\n\nI. c"),
        ("<ol reversed><li>a<li>b</ol>", "2. a\n1. b"),
        ("<ul><li>a<ol><li>b</ol></li></ul>", "- a\n1. b"),
        ("<ul><li><p>att anta</p></li></ul>", "- att anta"),
        (
            "<dl><dt>Plats</dt><dd>Salen</dd><dt>Beslutande<dd>Ada Ek (S)<dd>Bo Alm (M)</dl>",
            "Plats\tSalen\nBeslutande\tAda Ek (S)\nBo Alm (M)",
        ),
        ("<dl><div><dt>§ 1</dt><dd>Upprop</dd></div><dt>Ensam</dt></dl>", "§ 1\tUpprop\nEnsam"),
        # tables
        (
            f"<table><tr><th>Beslutande</th><td>{NAMES}</td></tr><tr><td>Justerare<td>Bo Alm</table>",
            "Beslutande\tAda Ek (S)\n\tBo Alm (M)\nJusterare\tBo Alm",
        ),
        (
            "<table><caption>Röster</caption><thead><tr><th><th>Ja<th>Nej<tbody><tr><td>Ada Ek<td><td>X</table>",
            "Röster\n\tJa\tNej\nAda Ek\t\tX",
        ),
        ("<table><tr><td rowspan=2>Ada Ek<td>x<td>1<tr><td>y<td>2</table>", "Ada Ek\tx\t1\n\ty\t2"),
        ("<table><tr><td colspan=2>Namn<td>Ja<tr><td>Ada<td>Ek<td>X</table>", "Namn\t\tJa\nAda\tEk\tX"),
        (f"<table><tr><td><table><tr><td>Ledamöter<td>{NAMES}</table></table>", "Ledamöter\tAda Ek (S)\n\tBo Alm (M)"),
        (
            f"<table><tr><td><p>Ledamöter</p>{NAMES}<td><p>Ersättare</p>Cia Dal (C)</table>",
            "Ledamöter\n\nAda Ek (S)\nBo Alm (M)\nErsättare\n\nCia Dal (C)",
        ),
    ],
)
def test_layout(body: str, expected: str) -> None:
    assert pages(body) == [expected]


@pytest.mark.parametrize(
    "around",
    [
        "<script>var a = '<p>§ 9 Inget</p>';</script>{}<style>p {{ color: red }}</style>",
        "<nav><a href=/a>Start</a> <a href=/b>Politik</a></nav>{}",
        "<header class=site-header><a href=/>Ekby kommun</a></header>{}<footer>Box 1</footer>",
        "<div class='cookie-banner'><p>Vi använder kakor</p><button>Godkänn</button></div>{}",
        "<div id=breadcrumbs>Start / Protokoll</div>{}",
        "<div role=navigation>Meny</div>{}<div role=contentinfo>Kontakt</div>",
        "<a class=skip-link href=#x>Hoppa till innehåll</a>{}<p>Dela på Facebook</p><p>Till toppen</p>",
        "<aside><h2>Kontakt</h2><p>Växel 0123</p></aside>{}",
        "<span hidden>Dold</span><i aria-hidden=true>x</i><div style='display: none'>Dold</div>{}",
        "<form><input name=q><select><option>Ett</select><button>Sök</button>{}</form>",
        "<ul><li><a href=#p1>§ 1 Upprop</a><li><a href=#p2>§ 2 Val</a></ul>{}",
        "<nav><ul><li><a href=/1>§ 1 Upprop</a><li><a href=/2>§ 2 Val</a></ul></nav>{}",
        "<p>Meny</p><main>{}</main><p>Kontakta oss</p>",
        "<noscript>Slå på JavaScript</noscript><iframe src=x>ram</iframe><svg><text>bild</text></svg>{}",
    ],
)
def test_the_website_around_the_minutes_is_left_out(around: str) -> None:
    minutes = "<p>§ 1 Upprop</p><p>Ada Ek (S) hälsar alla välkomna till mötet.</p>"
    assert pages(around.format(minutes)) == ["§ 1 Upprop\n\nAda Ek (S) hälsar alla välkomna till mötet."]


@pytest.mark.parametrize(
    "body",
    [
        f"<aside>{NAMES}</aside>",
        f"<div class=sidebar>{NAMES}</div>",
        f"<footer>{NAMES}</footer>",
        f"<form>{NAMES}</form>",
        f"<div hidden>{NAMES}</div>",
        f"<div style='display:none'>{NAMES}</div>",
        f"<div class='menu-item'>{NAMES}</div>",
    ],
)
def test_a_list_of_names_stays_wherever_it_stands(body: str) -> None:
    assert pages(body) == ["Ada Ek (S)\nBo Alm (M)"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<article><header><h2>Upprop</h2></header><p>Text</p></article>", "## Upprop\n\nText"),
        ("<h3><button aria-expanded=false>§ 1 Upprop</button></h3><div hidden>Beslut</div>", "### § 1 Upprop"),
        (
            f"<h3><button>§ 1</button></h3><div hidden><p>{LONG}</p></div>",
            f"### § 1\n\n{LONG}",
        ),
        ("<details><summary>§ 1 Upprop</summary><p>Beslut</p></details>", "§ 1 Upprop\n\nBeslut"),
        (
            "<h3>Beslutsunderlag</h3><ul><li><a href=a.pdf>Tjänsteskrivelse</a></ul>",
            "### Beslutsunderlag\n\n- Tjänsteskrivelse",
        ),
    ],
)
def test_what_a_page_folds_or_heads(body: str, expected: str) -> None:
    assert pages(body) == [expected]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            "<title>Kommunstyrelsen 2031-03-04 - Ekby kommun</title>",
            "Kommunstyrelsen 2031-03-04\nEkby kommun\n\n§ 1 Upprop",
        ),
        ("<title>Dokument</title>", "§ 1 Upprop"),
        ("<title>Nämnden | § 1 Upprop</title>", "Nämnden\n\n§ 1 Upprop"),
    ],
)
def test_the_title_tells_what_the_text_lacks(head: str, expected: str) -> None:
    data = f"<html><head>{head}</head><body><div>§ 1 Upprop</div></body></html>".encode()
    assert html_pages(data, "x.html") == [expected]


def test_what_word_saves_as_a_web_page() -> None:
    body = (
        "<p class=MsoNormal><span lang=SV>Beslutande<o:p></o:p></span></p><p class=MsoNormal>Ada Ek (S)<o:p></o:p></p>"
        "<p class=MsoNormal><o:p>&nbsp;</o:p></p><![if !supportLists]>"
        "<p class=MsoListParagraph>1.&nbsp;&nbsp; att anta</p><![endif]><span style='mso-hide:all'>dold</span>"
        "<br clear=all style='page-break-before:always'><p class=MsoNormal>Sida två</p>"
    )
    assert pages(body) == ["Beslutande\nAda Ek (S)\n\n1.\xa0\xa0 att anta", "Sida två"]


@pytest.mark.parametrize(
    "data",
    [
        "<html><p>Återremiss – 5 €</p>".encode(),
        "<html><p>Återremiss – 5 €</p>".encode("utf-8-sig"),
        "<html><p>Återremiss – 5 €</p>".encode("utf-16"),
        "<html><p>Återremiss – 5 €</p>".encode("cp1252"),
        '<html><meta charset="iso-8859-1"><p>Återremiss – 5 €</p>'.encode("cp1252"),  # as browsers read it
        '<html><meta charset="utf-8"><p>Återremiss – 5 €</p>'.encode("cp1252"),  # wrong
        '<html><meta charset="windows-1252"><p>Återremiss – 5 €</p>'.encode(),  # wrong
        '<html><meta charset="macintosh"><p>Återremiss – 5 €</p>'.encode("mac-roman").replace(b"\xdb", b"&euro;"),
        '<html><meta charset="punycode"><p>Återremiss – 5 €</p>'.encode(),
        '<?xml version="1.0" encoding="utf-8"?><html xml:lang="sv"><p>Återremiss – 5 €</p></html>'.encode(),
    ],
)
def test_every_encoding_gives_the_same_text(data: bytes) -> None:
    assert html_pages(data, "x.html") == ["Återremiss – 5 €"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"Kommunstyrelsen, \xc2\xa7 1", "no HTML"),
        (b"<html><body><script>x</script></body></html>", "no text"),
        (b"<html><!-- <p>hej", "no text"),
        (b"%PDF-1.7 <html>", "a PDF"),
        (b"PK\x03\x04 <html>", "ZIP"),
        (b"<html>" + b"<p>x" * 50, "more than 40 elements"),
    ],
)
def test_unreadable(data: bytes, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_tree, "MAX_ELEMENTS", 40)
    monkeypatch.setattr("protokollgraf.extract.html.MAX_ELEMENTS", 40)
    with pytest.raises(UnreadableError, match=why) as caught:
        html_pages(data, "x.html")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 20_000 + "hej",
        "<b>" * 20_000 + "hej",
        "<table><tr><td>" * 5_000 + "hej",
        "<ul><li>" * 10_000 + "hej",
        "<dl><dd>" * 10_000 + "hej",
        "<span hidden>" * 20_000 + "hej",
        "<p " + " ".join(f"a{n}" for n in range(50_000)) + ">hej",
        "<p class='" + "x-" * 100_000 + "'>hej",
        "<table><tr><td rowspan=999999999 colspan=999999999>hej" + "<tr><td>x" * 3_000 + "</table>",
        "<ol start=999999999 type=i><li>hej</ol>",
        "<!--" * 50_000 + "--><p>hej",
    ],
)
def test_hostile_pages_are_read_all_the_same(body: str) -> None:
    assert "hej" in "".join(pages(body))
