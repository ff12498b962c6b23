"""Minutes as a PDF as Word prints one: wrapped lines, columns, hanging points, a head and a foot on each page."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path

import reportlab
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from protokollgraf.tests.measure.made import Made, Table, Text

SIZE, LEADING = 9.5, 12.0
LEFT, RIGHT, TOP, BOTTOM = 70.0, A4[0] - 60.0, A4[1] - 100.0, 80.0
INDENT = 18.0
BETWEEN = 14.0
"""Points between columns."""


def paged(made: Made) -> bytes:
    """The whole document."""
    fonts = [Path("/usr/share/fonts/truetype/dejavu"), Path(reportlab.__file__).parent / "fonts"]
    for name, files in (("Vera", ("DejaVuSans.ttf", "Vera.ttf")), ("VeraBd", ("DejaVuSans-Bold.ttf", "VeraBd.ttf"))):
        # Those of reportlab lack letters such as ń
        pdfmetrics.registerFont(
            TTFont(name, next(p / f for p, f in zip(fonts, files, strict=True) if (p / f).exists()))
        )
    count = Sheet(made, 0).drawn()[1]
    return Sheet(made, count).drawn()[0]


class Sheet:
    """A canvas that keeps its place, and draws head and foot on each new page."""

    def __init__(self, made: Made, count: int) -> None:
        self.made, self.count, self.page = made, count, 0
        self.buffer = io.BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=A4, invariant=1)
        self.turn()

    def drawn(self) -> tuple[bytes, int]:
        """The file, and how many pages it has."""
        for block in self.made.blocks:
            if block.gap:
                self.y -= 0.8 * LEADING
            if isinstance(block, Table):
                self.table(block)
            else:
                self.text(block)
        self.canvas.save()
        return self.buffer.getvalue(), self.page

    def turn(self) -> None:
        if self.page:
            self.canvas.showPage()
        self.page += 1
        self.y = TOP
        self.canvas.setFont("Vera", 8)
        for i, line in enumerate(self.made.head[:5] or ["Protokoll"]):
            for j, cell in enumerate(line.split("\t")):
                self.canvas.drawString(LEFT + 190 * j, A4[1] - 40 - 10 * i, cell)
        self.canvas.drawRightString(RIGHT, A4[1] - 40, f"Sida {self.page} ({self.count or 1})")
        self.canvas.drawString(LEFT, 45, "Justerandes sign")
        self.canvas.drawString(LEFT + 250, 45, "Utdragsbestyrkande")

    def line(self, *cells: tuple[float, str], font: str = "Vera") -> None:
        """One line of text, each cell at its place."""
        if self.y < BOTTOM:
            self.turn()
        self.canvas.setFont(font, SIZE)
        for x, words in cells:
            self.canvas.drawString(x, self.y, words)
        self.y -= LEADING

    def text(self, block: Text) -> None:
        head = block.head is not None or block.level > 0
        font = "VeraBd" if head else "Vera"
        if head and self.y < BOTTOM + 3 * LEADING:
            self.turn()
        indent = INDENT if block.mark else 0.0
        parts = block.words.split("\t")
        if head and len(parts) > 1:  # the diarienummer stands at the right
            self.line((LEFT, parts[0]), (RIGHT - 150, " ".join(parts[1:])), font=font)
            return
        for i, words in enumerate(simpleSplit(block.words, font, SIZE, RIGHT - LEFT - indent)):
            mark = [(LEFT, block.mark)] if block.mark and not i else []
            self.line(*mark, (LEFT + indent, words), font=font)

    def table(self, block: Table) -> None:
        places = self.places(block)
        for row in block.rows:
            lines = [self.wrapped(cell, places, i) for i, cell in enumerate(row)]
            for parts in zip_longest(*lines, fillvalue=""):
                self.line(*((places[i], words) for i, words in enumerate(parts) if words))

    def places(self, block: Table) -> list[float]:
        """Where the columns begin: as wide as their longest line, the widest ones cut to what is there."""
        count = max(map(len, block.rows))
        wide = [0.0] * count
        for row in block.rows:
            for i, cell in enumerate(row):
                for line in cell:
                    wide[i] = max(wide[i], pdfmetrics.stringWidth(line, "Vera", SIZE) + BETWEEN)
        room = RIGHT - LEFT
        while sum(wide) > room:
            widest = max(range(count), key=lambda i: wide[i])
            others = sum(wide) - wide[widest]
            second = max((w for i, w in enumerate(wide) if i != widest), default=0.0)
            wide[widest] = max(room - others, min(second - 1, room / count), 40.0)
        return [LEFT + sum(wide[:i]) for i in range(count)]

    def wrapped(self, cell: Sequence[str], places: Sequence[float], i: int) -> list[str]:
        right = places[i + 1] - BETWEEN / 2 if i + 1 < len(places) else RIGHT
        return [part for line in cell for part in simpleSplit(line, "Vera", SIZE, max(right - places[i], 30))]
