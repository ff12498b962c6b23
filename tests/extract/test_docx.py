from __future__ import annotations

import pytest

from protokollgraf.errors import UnreadableError
from protokollgraf.extract import docx_text
from protokollgraf.extract.docx import docx_pages
from protokollgraf.tests.extract.word_files import SPACES, W, p, packed, r, style, table, word

BREAK = '<w:r><w:br w:type="page"/></w:r>'
SEEN = "<w:r><w:lastRenderedPageBreak/></w:r>"
SPACED = '<w:spacing w:before="{}" w:after="{}"/>'


def field(result: str, code: str = "PAGE") -> str:
    marks = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        marks.format("begin") + f"<w:r><w:instrText>{code}</w:instrText></w:r>" + marks.format("separate")
        + r(result) + marks.format("end")
    )  # fmt: skip


def box(text: str) -> str:
    new = f"<wps:txbx><w:txbxContent>{p(text)}</w:txbxContent></wps:txbx>"
    old = f"<w:pict><v:textbox><w:txbxContent>{p(text)}</w:txbxContent></v:textbox></w:pict>"
    both = f"<mc:Choice>{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>"


def control(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (p("§ 1 Upprop") + p("Beslut"), ["§ 1 Upprop\nBeslut"]),
        (p("Ett") + p() + p() + p("Två"), ["Ett\n\nTvå"]),
        (p(r("Ada ") + r("Ek (S)")), ["Ada Ek (S)"]),
        (p(r("§ 1") + "<w:r><w:tab/></w:r>" + r("Dnr 2")), ["§ 1\tDnr 2"]),
        (p(r("Ada Ek,") + "<w:r><w:br/></w:r>" + r("ordförande")), ["Ada Ek,\nordförande"]),
        (p(r("e") + "<w:r><w:noBreakHyphen/></w:r>" + r("post")), ["e-post"]),
        (p(f'<w:hyperlink r:id="x">{r("länk")}</w:hyperlink>'), ["länk"]),
        (p('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'), ["\uf0fc"]),
        # changes that were tracked: what stands is what was inserted
        (
            p(r("bifalla") + f"<w:ins>{r(' motionen')}</w:ins><w:del><w:r><w:delText> inte</w:delText></w:r></w:del>"),
            ["bifalla motionen"],
        ),
        (p(f"<w:moveFrom>{r('förr')}</w:moveFrom><w:moveTo>{r('nu')}</w:moveTo>"), ["nu"]),
        (p("Ett ", "<w:rPr><w:del/></w:rPr>") + p("stycke"), ["Ett stycke"]),
        (p(r("syns") + r(" inte", "<w:vanish/>") + r(" här", '<w:vanish w:val="0"/>')), ["syns här"]),
        # fields: their results, not their codes
        (p(r("Sida ") + field("3")), ["Sida 3"]),
        (p(field("ja", f"IF {field('x')} ")), ["ja"]),
        (p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("kod")) + p("text"), ["text"]),  # never ends
        # content controls
        (control(p("Ordförande")), ["Ordförande"]),
        (p(r("Datum: ") + control(r("2031-03-04"))), ["Datum: 2031-03-04"]),
        (p(r("Datum: ") + control(r("Klicka här"), "<w:showingPlcHdr/>")), ["Datum: "]),
        (p(f"{r('Text')}{box('Ruta')}") + p("Mer"), ["Text\n\nRuta\n\nMer"]),
        (p("Text") + "<w:p><w:commentRangeStart/><w:r><w:commentReference/></w:r></w:p>", ["Text"]),
        # pages
        (p("Ett") + p(BREAK) + p("Två"), ["Ett", "Två"]),
        (p("Ett") + p(BREAK) + p(SEEN + r("Två")), ["Ett", "Två"]),  # one page break, told twice
        (p("Ett") + p(SEEN + r("Två")), ["Ett", "Två"]),
        (p("Ett") + p(r("Två") + SEEN + r(" går vidare")) + p("Tre"), ["Ett\nTvå går vidare", "Tre"]),
        (p("Ett") + p("Två", "<w:pageBreakBefore/>"), ["Ett", "Två"]),
        (p("Ett", "<w:sectPr/>") + p("Två"), ["Ett", "Två"]),
        (p("Ett", '<w:sectPr><w:type w:val="continuous"/></w:sectPr>') + p("Två"), ["Ett\nTvå"]),
        # space between paragraphs reads as a blank line
        (p("Ett", SPACED.format(0, 120)) + p("Två") + p("Tre", SPACED.format(240, 0)), ["Ett\n\nTvå\n\nTre"]),
        (p("Ett", SPACED.format(0, 40)) + p("Två"), ["Ett\nTvå"]),
        (p("Ett", SPACED.format(0, 120) + "<w:contextualSpacing/>") + p("Två", "<w:contextualSpacing/>"), ["Ett\nTvå"]),
        (p("Beslut", '<w:outlineLvl w:val="1"/>') + p("Ja"), ["## Beslut\nJa"]),
        ('<w:altChunk r:id="x"/>' + p("Text"), ["Text"]),
    ],
)
def test_paragraphs(body: str, expected: list[str]) -> None:
    assert docx_pages(word(body), "x.docx") == expected


NAMES = "Ada Ek (S), ordförande|Bo Alm (M)|Cia Dal (C)"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["Beslutande", NAMES]], "Beslutande\tAda Ek (S), ordförande\n\tBo Alm (M)\n\tCia Dal (C)"),
        (
            [["Plats och tid", "Salen|kl. 10"], ["Justerare", "Bo Alm"]],
            "Plats och tid\tSalen\n\tkl. 10\nJusterare\tBo Alm",
        ),
        (
            [["Ledamöter|Ada Ek (S)|Bo Alm (M)", "Ersättare|Cia Dal (C)"]],
            "Ledamöter\nAda Ek (S)\nBo Alm (M)\nErsättare\nCia Dal (C)",
        ),
        (
            [["Ledamöter", "Ersättare"], ["Ada Ek (S)", "Bo Alm (M)"], ["", "Cia Dal (C)"]],
            "Ledamöter\tErsättare\nAda Ek (S)\tBo Alm (M)\n\tCia Dal (C)",
        ),
        ([["Ada Ek|Bo Alm", "S|M"]], "Ada Ek\tS\nBo Alm\tM"),  # line by line
        (
            [["Beslutande||Övriga", "Ada Ek (S)|Bo Alm (M)|Cia Dal"]],
            "Beslutande\tAda Ek (S)\n\tBo Alm (M)\nÖvriga\tCia Dal",
        ),
        ([["Namn", "Ja", "Nej"], ["Ada Ek", "X", ""], ["Bo Alm", "", "X"]], "Namn\tJa\tNej\nAda Ek\tX\t\nBo Alm\t\tX"),
        ([["", "Ja", "Nej"], ["Ada Ek|ordförande", "", "X"]], "\tJa\tNej\nAda Ek\t\tX\nordförande\t\t"),
        ([[NAMES]], "Ada Ek (S), ordförande\nBo Alm (M)\nCia Dal (C)"),
        ([["Beslutande", table(["Ada Ek", "S"], ["Bo Alm", "M"])]], "Beslutande\tAda Ek\tS\n\tBo Alm\tM"),
        ([["", ""], ["", "Ort"]], "\tOrt"),
        ([[p("Beslut", '<w:outlineLvl w:val="1"/>'), "Ja"]], "Beslut\tJa"),  # no mark within a line
    ],
)
def test_tables(rows: list[list[str]], expected: str) -> None:
    assert docx_pages(word(table(*rows)), "x.docx") == [expected]


def test_a_table_stands_in_its_place_and_its_cells_may_span_others() -> None:
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("§ 5") + "</w:tc>"
    below = "".join(f"<w:tc>{p(text)}</w:tc>" for text in ("Ada Ek", "", "X"))
    rows = f"<w:tr><w:tc>{p('Namn')}</w:tc>{wide}</w:tr><w:tr>{below}</w:tr>"
    gone = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('Struken')}</w:tc></w:tr>"
    body = p("Före") + f"<w:tbl>{control(rows)}{gone}</w:tbl>" + p("Efter")
    assert docx_pages(word(body), "x.docx") == ["Före\n\nNamn\t§ 5\t\nAda Ek\t\tX\n\nEfter"]


def test_styles_tell_space_headings_and_tables_of_contents() -> None:
    styles = (
        style("Normal", SPACED.format(0, 160), more='w:default="1"')
        + style("Rubrik2", '<w:basedOn w:val="Normal"/>', title="heading 2")
        + style("Innehll1", '<w:basedOn w:val="Normal"/>', title="toc 1")
        + style("Tt", SPACED.format(0, 0))
    )
    body = (
        p("§ 1 Upprop", '<w:pStyle w:val="Innehll1"/>') + p("§ 1 Upprop", '<w:pStyle w:val="Rubrik2"/>') + p("Beslut")
        + p("Ada Ek", '<w:pStyle w:val="Tt"/>') + p("Bo Alm", '<w:pStyle w:val="Tt"/>')
    )  # fmt: skip
    assert docx_pages(word(body, styles=styles), "x.docx") == ["## § 1 Upprop\n\nBeslut\n\nAda Ek\nBo Alm"]


def test_notes_stand_at_the_end_and_comments_nowhere() -> None:
    note = '<w:{0} w:id="{1}">' + p("{2}") + "</w:{0}>"
    foot = note.format("footnote", 1, "ej använd") + note.format("footnote", 2, "Se bilaga.")
    end = note.format("endnote", 1, "Slutnot.")
    body = p(r("Text") + '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r>') + p(
        "Mer"
    )
    pages = docx_pages(word(body, footnotes=foot, endnotes=end, comments=p("Kommentar")), "x.docx")
    assert pages == ["Text\nMer\n\nSe bilaga.\n\nSlutnot."]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (p("Ekby kommun"), "Ekby kommun\n\nKommunstyrelsen\nUpprop"),
        (p("KOMMUNSTYRELSEN"), "Kommunstyrelsen\nUpprop"),  # stands in the text
        (
            p(r("Protokoll 2031-03-04 Sida ") + field("1") + r(" (") + field("9") + r(")")),
            "Protokoll 2031-03-04\n\nKommunstyrelsen\nUpprop",
        ),
        (p("Sida 3"), "Kommunstyrelsen\nUpprop"),
        (table(["Ekby kommun", "Protokoll"]), "Ekby kommun\tProtokoll\n\nKommunstyrelsen\nUpprop"),
    ],
)
def test_the_page_head_tells_what_the_text_lacks(header: str, expected: str) -> None:
    body = (
        p("Kommunstyrelsen")
        + p("Upprop")
        + '<w:sectPr><w:headerReference r:id="rheader"/><w:footerReference r:id="rfooter"/></w:sectPr>'
    )
    assert docx_pages(word(body, header=header, footer=p("Justerandes sign")), "x.docx") == [expected]


def test_other_names_of_the_parts_and_strict_word() -> None:
    assert docx_pages(word(p("Text"), main="word/document2.xml"), "x.docx") == ["Text"]
    strict = SPACES.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/", "http://purl.oclc.org/ooxml/wordprocessingml/"
    )
    body = f"<w:document {strict}><w:body>{p('Text')}</w:body></w:document>"
    assert docx_pages(packed({"word/document.xml": body}), "x.docx") == ["Text"]


def test_what_lies_outside_of_the_file_is_not_asked_for() -> None:
    body = p("Text") + '<w:sectPr><w:headerReference r:id="x"/></w:sectPr>'
    assert docx_pages(word(body, external="http://127.0.0.1:9/x.xml"), "x.docx") == ["Text"]


BODY = f'<w:document xmlns:w="{W}"><w:body>{p("&e;")}</w:body></w:document>'
XXE = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>{BODY}'
MORE = "".join(f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>" for i in range(1, 10))
LAUGHS = f"<!DOCTYPE x [<!ENTITY a0 'ha'>{MORE}<!ENTITY e '&a9;'>]>{BODY}"
WHOLE = word("".join(p(f"rad {n}") for n in range(3000)))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (word(p("hej") * 300_000), "200 times"),
        (packed({"word/document.xml": LAUGHS}), "broken XML"),
        (packed({"word/document.xml": XXE}), "no text"),
        (packed({"word/document.xml": "<w:document"}), "broken XML"),
        (packed({"word/document.xml": f"<w:document {SPACES}/>"}), "no Word document"),
        (packed({"other.xml": "<x/>"}), "no Word document"),
        (word("<w:tbl><w:tr><w:tc>" * 45 + p("hej") + "</w:tc></w:tr></w:tbl>" * 45), "40 tables"),
        (word("<w:sdt><w:sdtContent>" * 200 + p("hej") + "</w:sdtContent></w:sdt>" * 200), "broken XML"),
        (word(p()), "no text"),
        (WHOLE[:2000], "no whole ZIP"),
        (WHOLE[: len(WHOLE) // 3] + b"x" * 20 + WHOLE[len(WHOLE) // 3 + 20 :], "broken"),
        (packed({f"{n}": "" for n in range(10_001)}), "10,000 parts"),
    ],
    ids=["bomb", "laughs", "outside", "cut", "no body", "other", "tables", "deep", "empty", "half", "damaged", "parts"],
)
def test_unreadable(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableError, match=why) as caught:
        docx_pages(data, "x.docx")
    assert str(caught.value).startswith("x.docx: ")
    assert "\n" not in str(caught.value)


def test_the_limit_of_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_text, "MAX_CHARACTERS", 10)
    with pytest.raises(UnreadableError, match="more than 10 characters"):
        docx_pages(word(p("hejsan") * 2), "x.docx")
