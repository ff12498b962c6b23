from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from protokollgraf.errors import UnreadableError
from protokollgraf.extract import pdf as module
from protokollgraf.extract.pdf import pdf_pages

Draw = Callable[[Canvas], None]


def made(*pages: Draw, **options: object) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), **options)
    for draw in pages:
        canvas.setFont("Helvetica", 11)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def at(*words: tuple[float, float, str]) -> Draw:
    """Draw words in the order given: (left, baseline, text)."""

    def draw(canvas: Canvas) -> None:
        for left, baseline, text in words:
            canvas.drawString(left, baseline, text)

    return draw


def lines(*pages: Draw) -> list[str]:
    return [line for page in pdf_pages(made(*pages), "x.pdf") for line in page.text.split("\n") if line]


def test_swedish_letters_survive() -> None:
    assert lines(at((70, 700, "§ 12 Återremiss på Östra ängen é"))) == ["§ 12 Återremiss på Östra ängen é"]


@pytest.mark.parametrize("backwards", [False, True], ids=["as read", "drawn backwards"])
def test_label_comes_before_its_values(backwards: bool) -> None:
    words = [
        (70, 700, "Plats och tid"),
        (200, 700, "Stora salen, kl. 10.00"),
        (70, 670, "Beslutande"),
        (200, 670, "Ada Alm (S), ordförande"),
        (200, 656, "Bo Bark (M)"),
        (200, 642, "Cia Ceder (C)"),
        (70, 612, "Övriga"),
        (200, 612, "Dan Dahl, sekreterare"),
    ]
    assert lines(at(*(words[::-1] if backwards else words))) == [
        "Plats och tid\tStora salen, kl. 10.00",
        "Beslutande\tAda Alm (S), ordförande",
        "Bo Bark (M)",
        "Cia Ceder (C)",
        "Övriga\tDan Dahl, sekreterare",
    ]


def test_columns_of_people_are_read_one_after_the_other() -> None:
    # The right column is drawn first and holds fewer; a label stands to the left of both.
    page = at(
        (380, 700, "Tjänstgörande ersättare"),
        (380, 686, "Eva Ek (S)"),
        (380, 672, "Fia Fura (V)"),
        (70, 700, "Beslutande"),
        (200, 700, "Ledamöter"),
        (200, 686, "Ada Alm (S)"),
        (200, 672, "Bo Bark (M)"),
        (200, 658, "Cia Ceder (C)"),
        (70, 620, "Utses att justera Bo Bark"),
    )
    assert lines(page) == [
        "Beslutande\tLedamöter",
        "Ada Alm (S)",
        "Bo Bark (M)",
        "Cia Ceder (C)",
        "Tjänstgörande ersättare",
        "Eva Ek (S)",
        "Fia Fura (V)",
        "Utses att justera Bo Bark",
    ]


def test_columns_of_prose_with_other_line_spacing() -> None:
    left = [(70.0, 700 - 14.0 * i, f"vänster spalt löper på här rad {i}") for i in range(6)]
    right = [(270.0, 703 - 15.5 * i, f"höger spalt löper på här med rad {i}") for i in range(6)]
    assert lines(at(*right, *left)) == [text for *_, text in left + right]


def test_table_rows_stay_together() -> None:
    rows = [("Namn", "Ja", "Nej"), ("Ada Alm (S)", "X", ""), ("Bo Bark (M)", "", "X"), ("Cia Ceder (C)", "X", "")]
    page = at(
        *((x, 700 - 15 * i, cell) for i, row in enumerate(rows) for x, cell in zip((70, 250, 300), row, strict=True))
    )
    assert lines(page) == ["Namn\tJa\tNej", "Ada Alm (S)\tX\t", "Bo Bark (M)\t\tX", "Cia Ceder (C)\tX\t"]


def test_wrapped_label_stands_whole() -> None:
    page = at(
        (70, 700, "Ej tjänstgörande"), (200, 700, "Ada Alm (S)"), (70, 686, "ersättare"), (200, 686, "Bo Bark (M)")
    )
    assert lines(page) == ["Ej tjänstgörande ersättare\tAda Alm (S)", "Bo Bark (M)"]


def test_paragraphs_raised_figures_and_turned_stamps() -> None:
    def draw(canvas: Canvas) -> None:
        at((70, 700, "Första raden"), (70, 686, "andra raden"), (70, 650, "Nytt stycke"))(canvas)
        at((70, 600, "En lång rad, så att stämpeln är en liten del av sidan, som den är i verkliga protokoll"))(canvas)
        canvas.setFont("Helvetica", 6)
        canvas.drawString(canvas.stringWidth("Nytt stycke", "Helvetica", 11) + 71, 654, "1")
        canvas.rotate(90)
        canvas.drawString(100, -30, "Transaktion 123")

    (page,) = pdf_pages(made(draw), "x.pdf")
    paragraphs = page.text.split("\n\n")
    assert [part.replace(" 1", "1") for part in paragraphs[:2]] == ["Första raden\nandra raden", "Nytt stycke1"]
    assert "Transaktion" not in page.text


def test_hyphen_at_a_line_end_stays() -> None:
    assert lines(at((70, 700, "vid dagens samman-"), (70, 686, "träde beslutas"))) == [
        "vid dagens samman-",
        "träde beslutas",
    ]


def test_turned_page_is_read_upright() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rotate(90)
        at((100, -100, "Första raden"), (100, -114, "andra raden"))(canvas)

    assert lines(draw) == ["Första raden", "andra raden"]


def test_page_without_text_is_kept_as_a_page() -> None:
    pages = pdf_pages(made(at((70, 700, "ett")), at(), at((70, 700, "tre"))), "x.pdf")
    assert [page.text for page in pages] == ["ett", "", "tre"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (made(at((70, 700, "hemligt")), encrypt=StandardEncryption("ord", strength=128)), "encrypted"),
        (made(lambda canvas: canvas.rect(50, 50, 300, 300, fill=1)), "ocrmypdf"),
        (made(at((70, 700, "avbrutet")))[:300], "broken"),
        (b"%PDF-1.7\nnothing", "broken"),
    ],
    ids=["encrypted", "no text", "truncated", "no body"],
)
def test_unreadable(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=words) as caught:
        pdf_pages(data, "x.pdf")
    assert str(caught.value).startswith("x.pdf: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("limit", "words"), [("MAX_PAGES", "2 pages"), ("MAX_CHARACTERS", "characters")])
def test_limits(limit: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, limit, 1)
    with pytest.raises(UnreadableError, match=words):
        pdf_pages(made(at((70, 700, "ett")), at((70, 700, "två"))), "x.pdf")
