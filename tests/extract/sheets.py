"""Made-up minutes as PDF files: a list of parts, drawn by reportlab or printed by Chromium or LibreOffice.

A part is a paragraph, a table or a new page. reportlab is always there and draws the cells of a table in any order; the
other two draw as they do for real minutes and are skipped, with a reason, where they are not installed.
"""

from __future__ import annotations

import html
import io
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

MARGIN = 62.0
SIZE, LEADING = 11.0, 13.5
BREAK = "\f"
"""The part that begins a new page."""


@dataclass(frozen=True)
class Table:
    """Rows of cells, a cell one or more lines; `widths` in points, `ruled` with lines around each cell."""

    widths: Sequence[float]
    rows: Sequence[Sequence[str]]
    ruled: bool = False
    align: str = "top"
    """Up and down: `middle` is for the programs that print a page."""


Part = str | Table
"""A paragraph (bold where it begins with `*`), a table, or BREAK."""
Order = str
"""`rows`: cell by cell; `columns`: column by column from the right; `backwards`: everything from the end."""


def drawn(parts: Sequence[Part], order: Order = "rows") -> bytes:
    """The parts drawn by reportlab, line by line."""
    pages: list[list[tuple[float, float, str, str]]] = [[]]
    rules: list[list[tuple[float, float, float, float]]] = [[]]
    y = A4[1] - MARGIN
    for part in parts:
        if part == BREAK:
            pages.append([])
            rules.append([])
            y = A4[1] - MARGIN
        elif isinstance(part, str):
            font = "Helvetica-Bold" if part.startswith("*") else "Helvetica"
            for line in simpleSplit(part.lstrip("*"), font, SIZE, A4[0] - 2 * MARGIN) or [""]:
                pages[-1].append((MARGIN, y, line, font))
                y -= LEADING
        else:
            cells, y = _cells(part, y, rules[-1])
            if order == "columns":
                cells.sort(key=lambda cell: -cell[0])
            pages[-1] += cells
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    for words, lines in zip(pages, rules, strict=True):
        for x0, y0, x1, y1 in lines:
            canvas.line(x0, y0, x1, y1)
        for x, baseline, text, font in words[::-1] if order == "backwards" else words:
            canvas.setFont(font, SIZE)
            canvas.drawString(x, baseline, text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _cells(
    table: Table, y: float, rules: list[tuple[float, float, float, float]]
) -> tuple[list[tuple[float, float, str, str]], float]:
    """The lines of a table's cells with their places, and where the table ends; its rules are added."""
    cells = []
    lefts = [MARGIN + sum(table.widths[:i]) for i in range(len(table.widths) + 1)]
    for row in table.rows:
        top, depth = y + SIZE, 1
        for left, width, cell in zip(lefts, table.widths, row, strict=False):
            lines = [
                line
                for one in cell.split("\n")
                for line in simpleSplit(one, "Helvetica", SIZE, width - 2 * 5.4 + 0.1) or [""]
            ]
            cells += [(left + 5.4, y - i * LEADING, line, "Helvetica") for i, line in enumerate(lines) if line]
            depth = max(depth, len(lines))
        y -= depth * LEADING
        if table.ruled:
            rules += [(lefts[0], at, lefts[-1], at) for at in (top, y + SIZE)]
            rules += [(x, top, x, y + SIZE) for x in lefts]
    return cells, y


def as_html(parts: Sequence[Part]) -> str:
    """The parts as a web page, for the programs that print one."""
    body = []
    for part in parts:
        if part == BREAK:
            body.append('<p style="page-break-before:always"></p>')
        elif isinstance(part, str):
            words = html.escape(part.lstrip("*")) or "<br>"
            body.append(f"<p>{f'<b>{words}</b>' if part.startswith('*') else words}</p>")
        else:
            rows = "".join(
                "<tr>"
                + "".join(
                    f'<td valign="{part.align}" width="{width / 0.75:.0f}">{_escaped(cell)}</td>'
                    for width, cell in zip(part.widths, row, strict=False)
                )
                + "</tr>"
                for row in part.rows
            )
            width = sum(part.widths) / 0.75
            body.append(
                f'<table border="{int(part.ruled)}" cellspacing="0" cellpadding="5" width="{width:.0f}">{rows}</table>'
            )
    style = "@page{size:A4;margin:20mm} body{font:11pt 'Liberation Serif'} p{margin:0} td{vertical-align:top}"
    style += " table{table-layout:fixed;border-collapse:collapse}"
    return f'<html><head><meta charset="utf-8"><style>{style}</style></head><body>{"".join(body)}</body></html>'


def _escaped(cell: str) -> str:
    return html.escape(cell).replace("\n", "<br>") or "&nbsp;"


def by_chromium(page: str, folder: Path) -> bytes:
    """A web page as Chromium prints it: each letter drawn by itself."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("needs chromium")
    (folder / "page.html").write_text(page, encoding="utf-8")
    target = folder / "chromium.pdf"
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={folder}/me"]
    command = [program, *options, f"--print-to-pdf={target}", str(folder / "page.html")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return target.read_bytes()


def by_libreoffice(page: str, folder: Path) -> bytes:
    """A web page as LibreOffice Writer exports it: text with kerning, a font without ascent."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("needs libreoffice-writer-nogui")
    (folder / "page.html").write_text(page, encoding="utf-8")
    command = [program, f"-env:UserInstallation=file://{folder}/office", "--headless"]
    command += ["--convert-to", "pdf:writer_web_pdf_Export", "--outdir", str(folder), str(folder / "page.html")]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return (folder / "page.pdf").read_bytes()
