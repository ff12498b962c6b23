"""Word files for the tests, from the XML of their parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
KINDS = ("styles", "numbering", "footnotes", "endnotes", "header", "footer", "comments")


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """A ZIP of these files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def word(body: str, *, main: str = "word/document.xml", external: str = "", **parts: str) -> bytes:
    """A .docx whose body and other parts hold this XML; `external` is a target outside of the file."""
    relations = "".join(
        f'<Relationship Id="r{kind}" Type="{R}/{kind}" Target="{kind}.xml"/>' for kind in KINDS if kind in parts
    )
    if external:
        relations += f'<Relationship Id="x" Type="{R}/image" Target="{external}" TargetMode="External"/>'
    folder, _, name = main.rpartition("/")
    own = "http://schemas.openxmlformats.org/package/2006/relationships"
    roots = {"styles": "styles", "numbering": "numbering", "header": "hdr", "footer": "ftr"}
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'<Relationships xmlns="{own}"><Relationship Id="r1" Type="{R}/officeDocument" '
            f'Target="{main}"/></Relationships>',
            main: f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
            f"{folder}/_rels/{name}.rels": f'<Relationships xmlns="{own}">{relations}</Relationships>',
            **{
                f"{folder}/{kind}.xml": f"<w:{roots.get(kind, kind)} {SPACES}>{xml}</w:{roots.get(kind, kind)}>"
                for kind, xml in parts.items()
            },
        }
    )


def p(text: str = "", properties: str = "") -> str:
    """A paragraph; `text` may be runs."""
    runs = text if text.startswith("<") else f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: list[str]) -> str:
    """A table; a cell is XML, or lines that become paragraphs."""
    cells = (
        "".join(f"<w:tc>{cell if cell.startswith('<') else ''.join(map(p, cell.split('|')))}</w:tc>" for cell in row)
        for row in rows
    )
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def point(text: str, list_id: int = 1, level: int | None = 0) -> str:
    """A paragraph of a list."""
    at = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    return p(text, f'<w:numPr>{at}<w:numId w:val="{list_id}"/></w:numPr>')


def lvl(at: int, text: str, form: str = "decimal", start: int = 1, more: str = "") -> str:
    """How a level of a list counts."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*kinds: str, numbers: str = "") -> str:
    """numbering.xml: each kind of list is one list, numbered from 1; `numbers` are further `w:num`."""
    ids = range(1, len(kinds) + 1)
    return (
        "".join(
            f'<w:abstractNum w:abstractNumId="{i}">{kind}</w:abstractNum>' for i, kind in zip(ids, kinds, strict=True)
        )
        + "".join(f'<w:num w:numId="{i}"><w:abstractNumId w:val="{i}"/></w:num>' for i in ids)
        + numbers
    )


def style(name: str, properties: str = "", title: str = "", more: str = "") -> str:
    """A paragraph style."""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}" {more}><w:name w:val="{title or name}"/>'
        f"{properties if properties.startswith('<w:basedOn') else f'<w:pPr>{properties}</w:pPr>'}</w:style>"
    )
