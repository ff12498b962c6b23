"""Minutes as web pages: a page of a municipality's website, and what Word saves as one."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from protokollgraf.tests.measure.made import Made, Table, Text

SITE = """<!DOCTYPE html>
<html lang="sv"><head><meta charset="utf-8"><title>{title}</title>
<style>p {{ color: black }}</style><script>var beslut = "<p>§ 99 Inget</p>";</script></head>
<body><a class="skip-link" href="#innehall">Hoppa till innehåll</a>
<div id="cookie-banner"><p>Vi använder kakor för att webbplatsen ska fungera.</p><button>Godkänn alla</button></div>
<header class="site-header"><a href="/">Startsidan</a><form><input name="q"><button>Sök</button></form></header>
<nav><ul><li><a href="/a">Kommun och politik</a></li><li><a href="/b">Bygga och bo</a></li></ul></nav>
<div class="breadcrumbs"><a href="/">Start</a> / <a href="/p">Protokoll</a></div>
<main id="innehall">
{body}
<div class="share"><a href="https://example.org/">Dela på Facebook</a></div></main>
<aside><h2>Kontakt</h2><p>Kommunens växel, 0123-45 67 89</p></aside>
<footer><p>Box 1, 123 45 Orten</p><a href="/tillganglighet">Tillgänglighet</a></footer></body></html>
"""
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta http-equiv=Content-Type content="text/html; charset=windows-1252"><title>{title}</title>
<style><!-- p.MsoNormal {{margin:0cm;}} --></style></head>
<body lang=SV><div class=WordSection1>
{body}
</div></body></html>
"""


def site(made: Made) -> bytes:
    """A page with a menu, a cookie notice and the rest of a website around the minutes."""
    parts = [_table(head_table(made)), *_blocks(made)] if made.head else list(_blocks(made))
    return SITE.format(title="Protokoll", body="\n".join(parts)).encode()


def word(made: Made) -> bytes:
    """Each line a paragraph, blank ones with a hard space, as Word writes them, in Windows-1252."""
    parts = [_table(head_table(made), word=True)] if made.head else []
    for block in made.blocks:
        if block.gap:
            parts.append(_normal(""))
        if isinstance(block, Table):
            parts.append(_table(block, word=True))
        else:
            parts.append(_normal(f"{block.mark} {block.words}".strip()))
    return WORD.format(title="Protokoll", body="\n".join(parts)).encode("cp1252", "xmlcharrefreplace")


def head_table(made: Made) -> Table:
    """The page head as a table."""
    return Table([[[cell] if cell else [] for cell in line.split("\t")] for line in made.head])


def _normal(words: str) -> str:
    return f"<p class=MsoNormal><span lang=SV>{escape(words) or '<o:p>&nbsp;</o:p>'}</span></p>"


def _blocks(made: Made) -> Iterator[str]:
    lines: list[str] = []
    points: list[Text] = []
    for block in made.blocks:
        point = isinstance(block, Text) and bool(block.mark)
        if points and (not isinstance(block, Text) or not _goes_on(points[-1], block)):
            yield _list(points)
            points = []
        plain = isinstance(block, Text) and not (point or block.head or block.level) and not block.gap
        if lines and not plain:
            yield f"<p>{'<br>'.join(lines)}</p>"
            lines = []
        if isinstance(block, Table):
            yield _table(block)
        elif point:
            points.append(block)
        elif block.head or block.level:
            yield f"<h{min(block.level, 6) or 2}>{escape(block.words)}</h{min(block.level, 6) or 2}>"
        else:
            lines.append(escape(block.words))
    if points:
        yield _list(points)
    if lines:
        yield f"<p>{'<br>'.join(lines)}</p>"


def _goes_on(above: Text, block: Text) -> bool:
    """Whether a point is the next one of the same list."""
    if not block.mark or block.mark[-1] != above.mark[-1]:
        return False
    return not above.mark[0].isdigit() or int(block.mark[:-1]) == int(above.mark[:-1]) + 1


def _list(points: list[Text]) -> str:
    mark = points[0].mark
    items = "\n".join(f"<li>{escape(point.words)}" for point in points)
    if not mark[0].isalnum():
        return f"<ul>{items}</ul>"
    if mark[0].isdigit():
        return f'<ol start="{mark[:-1]}">{items}</ol>'
    return f'<ol type="a" start="{ord(mark[0]) - 96}">{items}</ol>'


def _table(block: Table, *, word: bool = False) -> str:
    rows = []
    for row in block.rows:
        if word:
            cells = ["".join(map(_normal, cell)) or _normal("") for cell in row]
        else:
            cells = ["<br>".join(map(escape, cell)) for cell in row]
        rows.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
    return f"<table>{''.join(rows)}</table>"
