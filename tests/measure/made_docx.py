"""Minutes as Word files: the simplest way to write them, and the way that Word's own templates do."""

from __future__ import annotations

import io
import subprocess
import tempfile
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from protokollgraf.tests.measure.made import Made, Table, Text

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FORMS = {".": "decimal", ")": "lowerLetter"}


def plain(made: Made) -> bytes:
    """Each line a paragraph, blank lines as empty paragraphs, numbers typed, columns with tabs."""
    document = docx.Document()
    for block in made.blocks:
        if block.gap:
            paragraph(document, "")
        if isinstance(block, Table):
            for row in block.rows:
                lines = [list(cell) for cell in row]
                paragraph(document, "\t".join(" ".join(cell[:1]) for cell in lines).rstrip("\t"))
                for cell in lines:
                    for line in cell[1:]:
                        paragraph(document, line)
        else:
            paragraph(document, f"{block.mark} {block.words}".strip())
    return saved(document, made)


def templated(made: Made) -> bytes:
    """Headings numbered by Word, lists as Word's lists, columns as tables, space instead of empty paragraphs."""
    document = docx.Document()
    lists = Lists(document)
    number, head_list = 0, ""
    for block, above in zip(made.blocks, [None, *made.blocks], strict=False):
        if isinstance(block, Table):
            add_table(document, block)
            continue
        added = paragraph(document, block.words, gap=block.gap)
        if block.head:
            rest = block.head["rest"] or ""
            added.runs[0].text = rest if rest else ""
            text = f"{block.head['before']}%1{block.head['behind']}"
            if not head_list or int(block.head["number"]) != number + 1 or lists.texts[head_list] != text:
                head_list = lists.add("decimal", text, int(block.head["number"]))
            number = int(block.head["number"])
            lists.set(added, head_list)
        elif block.mark:
            begins = not (isinstance(above, Text) and above.mark[-1:] == block.mark[-1:]) or first(block.mark)
            if begins:
                point_list = lists.of(block.mark)
            lists.set(added, point_list)
        elif block.level:
            added.style = document.styles[f"Heading {min(block.level, 6)}"]
            spaced(added, block.gap)
    return saved(document, made)


def first(mark: str) -> bool:
    return mark in ("1.", "1)", "a)")


class Lists:
    """The numbered lists of a document."""

    def __init__(self, document: Document) -> None:
        self.root = document.part.numbering_part.element
        self.count = 100
        self.texts: dict[str, str] = {}

    def add(self, form: str, text: str, start: int = 1) -> str:
        """A list of its own, counted from `start`."""
        self.count += 1
        kind = parse_xml(
            f'<w:abstractNum {W} w:abstractNumId="{self.count}"><w:lvl w:ilvl="0"><w:start w:val="{start}"/>'
            f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
        )
        self.root.insert(0, kind)
        self.root.append(
            parse_xml(f'<w:num {W} w:numId="{self.count}"><w:abstractNumId w:val="{self.count}"/></w:num>')
        )
        self.texts[str(self.count)] = text
        return str(self.count)

    def of(self, mark: str) -> str:
        """A list whose first point has this mark."""
        if not mark[0].isalnum():
            return self.add("bullet", mark)
        start = int(mark[:-1]) if mark[0].isdigit() else ord(mark[0]) - ord("a") + 1
        return self.add("decimal" if mark[0].isdigit() else "lowerLetter", f"%1{mark[-1]}", start)

    def set(self, added: Paragraph, list_id: str) -> None:
        """Make a paragraph a point of a list."""
        properties = added._p.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {W}><w:ilvl w:val="0"/><w:numId w:val="{list_id}"/></w:numPr>'))


def paragraph(document: Document, words: str, gap: bool = False) -> Paragraph:
    added = document.add_paragraph(words)
    spaced(added, gap)
    return added


def spaced(added: Paragraph, gap: bool) -> None:
    added.paragraph_format.space_before = Pt(12 if gap else 0)
    added.paragraph_format.space_after = Pt(0)


def add_table(document: Document, block: Table) -> None:
    table = document.add_table(rows=0, cols=max(map(len, block.rows)))
    for row in block.rows:
        cells = table.add_row().cells
        for cell, lines in zip(cells, row, strict=False):
            for i, line in enumerate(lines):
                added = cell.paragraphs[0] if i == 0 else cell.add_paragraph()
                added.add_run(line)


def saved(document: Document, made: Made) -> bytes:
    if made.head:
        document.sections[0].header.paragraphs[0].text = "\n".join(made.head)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def saved_as(made: Made, ending: str) -> bytes:
    """The templated document as LibreOffice writes it in an older or another format."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "in.docx")
        path.write_bytes(templated(made))
        return converted(path, ending)


def converted(path: Path, ending: str) -> bytes:
    """A Word file in another format: `doc`, `odt` or `rtf`. CalledProcessError, FileNotFoundError."""
    form = {"doc": "doc:MS Word 97", "rtf": "rtf:Rich Text Format"}.get(ending, ending)
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, timeout=120, capture_output=True)
    return path.with_suffix(f".{ending}").read_bytes()
