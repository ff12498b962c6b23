"""Write examples/2024-10-15-kommunstyrelsen-alvnas.pdf: made-up minutes with columns, page heads and a voting table.

    python tests/data/examples/make_pdf.py [PDF]

The same bytes each time, so that a change of the file is a change of this script.
"""

from __future__ import annotations

import sys
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

NAME = "2024-10-15-kommunstyrelsen-alvnas"
TARGET = Path(__file__).resolve().parents[3] / "examples" / f"{NAME}.pdf"
WIDTH, HEIGHT = A4
LEFT, RIGHT, TOP, BOTTOM = 25 * mm, WIDTH - 22 * mm, HEIGHT - 40 * mm, 25 * mm
MIDDLE = LEFT + 88 * mm
"""Where the right column of the front page begins."""
LEADING = 5.1 * mm
PAGES = 5

MEMBERS = [
    "Göran Hedbäck (C), ordförande",
    "Mustafa Demirel (S), 1:e vice ordförande",
    "Lena Grahnqvist (V), 2:e vice ordförande",
    "Ida Thörnblad (S)",
    "Anna-Karin Löfstrand (M), ej § 116",
    "Johannes Kvist (M)",
    "Klas Hammarbäck (M) för Hans von Rahden (M)",
    "Ewa-Lotta Spjuth (ÄD)",
    "Bengt Ivarsson Hjort (SD)",
    "Siv Östman (C) för Anna-Karin Löfstrand (M) § 116",
]
SUBSTITUTES = ["Nour Al-Khatib (S)", "Bo Sjöö (V), §§ 112–119", "Anders de Verdier (L)"]
OTHERS = [
    "Henrik Sundelöf, kommundirektör",
    "Maria Tengblad, ekonomichef, § 114",
    "Olof Bergvall-Ström, planarkitekt, § 115",
    "Agneta Roos, kommunsekreterare",
]
SIGNERS = [("Sekreterare", "Agneta Roos"), ("Ordförande", "Göran Hedbäck"), ("Justerande", "Ida Thörnblad")]
BALLOTS = [
    ("Göran Hedbäck (C)", "ja"),
    ("Mustafa Demirel (S)", "ja"),
    ("Lena Grahnqvist (V)", "nej"),
    ("Ida Thörnblad (S)", "ja"),
    ("Anna-Karin Löfstrand (M)", "ja"),
    ("Johannes Kvist (M)", "ja"),
    ("Klas Hammarbäck (M)", "ja"),
    ("Ewa-Lotta Spjuth (ÄD)", "nej"),
    ("Bengt Ivarsson Hjort (SD)", "avstår"),
]
BODY = (Path(__file__).parent / "make_pdf_body.txt").read_text("utf-8")
"""One paragraph a line; a line with `=` before it is the heading of a §, with `-` a heading within one."""


class Sheet:
    """A canvas that keeps its place on the page and draws head and foot on each new one."""

    def __init__(self, path: Path) -> None:
        self.canvas = Canvas(str(path), pagesize=A4, invariant=1)
        self.canvas.setTitle("Sammanträdesprotokoll kommunstyrelsen 2024-10-15")
        self.page = 0
        self.turn()

    def turn(self) -> None:
        if self.page:
            self.canvas.showPage()
        self.page += 1
        self.y = TOP
        self.canvas.setFont("Helvetica", 9)
        self.canvas.drawString(LEFT, HEIGHT - 18 * mm, "Älvnäs kommun")
        self.canvas.drawString(LEFT, HEIGHT - 23 * mm, "Kommunstyrelsen")
        self.canvas.drawString(MIDDLE, HEIGHT - 18 * mm, "SAMMANTRÄDESPROTOKOLL")
        self.canvas.drawString(MIDDLE, HEIGHT - 23 * mm, "Sammanträdesdatum")
        self.canvas.drawString(MIDDLE, HEIGHT - 28 * mm, "2024-10-15")
        self.canvas.drawRightString(RIGHT, HEIGHT - 18 * mm, f"Sida {self.page} ({PAGES})")
        self.canvas.drawString(LEFT, 15 * mm, "Justerandes sign")
        self.canvas.drawString(MIDDLE, 15 * mm, "Utdragsbestyrkande")

    def line(self, *cells: tuple[float, str], bold: bool = False) -> None:
        """One line of text, each cell at its place."""
        if self.y < BOTTOM:
            self.turn()
        self.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", 10.5)
        for x, text in cells:
            self.canvas.drawString(x, self.y, text)
        self.y -= LEADING

    def paragraph(self, text: str, x: float = LEFT, bold: bool = False) -> None:
        font = "Helvetica-Bold" if bold else "Helvetica"
        for line in simpleSplit(text, font, 10.5, RIGHT - x):
            self.line((x, line), bold=bold)

    def gap(self, share: float = 0.5) -> None:
        self.y -= share * LEADING


def front(sheet: Sheet) -> None:
    """The title page: two columns, drawn line by line as a table's rows are."""
    label = LEFT + 38 * mm
    sheet.line((LEFT, "Plats och tid"), (label, "Kommunhuset, sammanträdesrum Bruket, kl. 09.00–12.20"))
    sheet.gap()
    sheet.line((LEFT, "Beslutande"), (MIDDLE + 12 * mm, "Ersättare"), bold=True)
    for i, member in enumerate(MEMBERS):
        right = [(MIDDLE + 12 * mm, SUBSTITUTES[i])] if i < len(SUBSTITUTES) else []
        sheet.line((LEFT, member), *right)
    sheet.gap()
    sheet.line((LEFT, "Övriga deltagare"), bold=True)
    for other in OTHERS:
        sheet.line((LEFT, other))
    sheet.gap()
    sheet.line((LEFT, "Utses att justera"), (label, "Ida Thörnblad"))
    sheet.line((LEFT, "Justeringens plats"), (label, "Kommunhuset, 2024-10-21 kl. 08.30"))
    sheet.gap(2)
    sheet.line((LEFT, "Underskrifter"), bold=True)
    for role, name in SIGNERS:
        sheet.gap()
        where = [(RIGHT - 45 * mm, "Paragrafer 112–121")] if role == "Sekreterare" else []
        sheet.line((LEFT, role), (label, "." * 40), *where)
        sheet.line((label, name))
    sheet.gap(2)
    sheet.line((label, "ANSLAG/BEVIS"), bold=True)
    sheet.line((LEFT, "Protokollet är justerat. Justeringen har tillkännagivits genom anslag."))
    up, down = (LEFT, "Anslaget sätts upp"), (MIDDLE, "Anslaget tas ned")
    sheet.line(up, (label, "2024-10-22"), down, (RIGHT - 30 * mm, "2024-11-13"))
    sheet.turn()


def votes(sheet: Sheet) -> None:
    """The voting table: a cross in one of three columns, and the sums."""
    columns = {"ja": LEFT + 80 * mm, "nej": LEFT + 100 * mm, "avstår": LEFT + 120 * mm}
    if sheet.y < BOTTOM + 12 * LEADING:
        sheet.turn()
    sheet.line((LEFT, "Ledamot"), *((x, name.capitalize()) for name, x in columns.items()), bold=True)
    for name, vote in BALLOTS:
        sheet.line((LEFT, name), (columns[vote], "X"))
    sums = {name: sum(vote == name for _, vote in BALLOTS) for name in columns}
    sheet.line((LEFT, "Summa"), *((x, str(sums[name])) for name, x in columns.items()), bold=True)
    sheet.gap()


def write(path: Path) -> None:
    sheet = Sheet(path)
    front(sheet)
    for text in BODY.splitlines():
        if not text:
            sheet.gap()
        elif text == "TABLE":
            votes(sheet)
        elif text[0] in "=-":
            sheet.gap(0.9 if text[0] == "=" else 0.3)
            if sheet.y < BOTTOM + 2 * LEADING:
                sheet.turn()
            sheet.paragraph(text[1:], bold=True)
        elif text.startswith("att "):
            sheet.paragraph(text, LEFT + 6 * mm)
        else:
            sheet.paragraph(text)
    if sheet.page != PAGES:
        raise SystemExit(f"{path.name} has {sheet.page} pages: set PAGES")
    sheet.canvas.save()


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
