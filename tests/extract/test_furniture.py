from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokollgraf.extract.furniture import furniture, page_of, pages_from_numbers


def marked(text: str, pages: tuple[int, ...] = (0,)) -> list[str]:
    return [text[start:end] for start, end in furniture(text, pages)]


def paged(*pages: str) -> tuple[str, tuple[int, ...]]:
    offsets, text = [], ""
    for page in pages:
        offsets.append(len(text))
        text += page + "\n"
    return text, tuple(offsets)


FOOT_NUMBER = (
    "\n\n".join(
        f"§ {n} Ärende {word}\nBeslut\n{word} antas.\n\n{n} (5)\n\n\n"
        "Byrådet\n\nProtokoll nr 3\nSammanträdesdatum: 2031-02-03"
        for n, word in enumerate(("ett", "två", "tre", "fyra"), 1)
    )
    + "\n\n§ 5 Sist\nSlut.\n\n5 (5)\n"
)
HEAD_NUMBER = "\n\n".join(
    "Protokoll\n\nRådet för vatten\n\nSammanträdesdatum\n\n2031-02-03\n\n"
    f"Sida {n} av 4\n\n§ {n}\n\nText på sida {n} här.\n\nBeslut"
    for n in range(1, 5)
)


def test_foot_numbers_and_the_head_that_follows() -> None:
    head = ["Byrådet", "Protokoll nr 3", "Sammanträdesdatum: 2031-02-03"]
    assert marked(FOOT_NUMBER) == [w for n in range(1, 5) for w in (f"{n} (5)", *head)] + ["5 (5)"]


def test_head_that_ends_with_the_number() -> None:
    head = ["Protokoll", "Rådet för vatten", "Sammanträdesdatum", "2031-02-03"]
    assert marked(HEAD_NUMBER) == [w for n in range(1, 5) for w in (*head, f"Sida {n} av 4")]


def test_a_line_with_the_meeting_and_its_date_that_recurs() -> None:
    text = "\n\n".join(f"{n}. Ärende\nDIREKTIONSMÖTE 2031-03-04\n\nOrd om saken." for n in range(1, 4))
    assert marked(text) == ["DIREKTIONSMÖTE 2031-03-04"] * 3


def test_heading_drawn_into_the_head_is_kept_and_only_the_nearest_name_is_marked() -> None:
    text = "\n".join(
        f"Skickas till\nByrådet\n\nByrådet\n\n{heading}\n\n"
        f"Protokoll nr 3\nSammanträdesdatum: 2031-02-03\n\n{n} kronor anslås."
        for n, heading in enumerate(("Omröstning", "Handlingar", "Reservation", "Protokollsutdrag skickas till"))
    )
    assert marked(text) == ["Byrådet", "Protokoll nr 3", "Sammanträdesdatum: 2031-02-03"] * 4
    second = text.index("Byrådet", text.index("Byrådet") + 1)
    assert furniture(text, (0,))[0] == (second, second + len("Byrådet"))


@pytest.mark.parametrize(
    "text",
    [
        "Sammanträdesdatum\n2031-02-03\nByrådet\n§ 1\nBeslut",  # a title page, once
        "Byrådet\n§ 1\nBeslut\nJa\nByrådet\n§ 2\nBeslut\nNej\nByrådet\n§ 3\nBeslut\nAda Alm (S)",  # no anchor
        "Ja\n7 (13)\nNej\n9 (13)\nAvstår\n11 (13)",  # numbers close together: a tally
        "Beslut\nÄrendet bordläggs.\n" * 9,
        "Underskrift\nSignatur\nAda Alm\nSignatur\nBo Bark",
        "3/8\ntext\ntext\ntext\n4/8\ntext\ntext\ntext\n5/8",
        "Signerat 2031-02-03 10:11:12 Scrive\n" * 3,  # moments of signatures are facts
    ],
)
def test_nothing_is_marked(text: str) -> None:
    assert marked(text) == []


@pytest.mark.parametrize(
    ("line", "times"),
    [("Justerandes sign", 2), ("Justerandes sign\tUtdragsbestyrkande", 1), ("Utdragsbestyrkande", 2), ("Signatur", 3)],
)
def test_feet(line: str, times: int) -> None:
    text = "".join(f"§ {n} Ärende\nText {n} som löper.\n{line}\n" for n in range(times))
    assert marked(text) == [line] * times


def test_two_numbers_in_markdown_and_a_recurring_date() -> None:
    date = "SAMMANTRÄDESDATUM  \n2031-02-03"
    text = (
        f"## § 1\n\nA löper.\n\n11 (29)\n\n{date}\n\nB löper.\n\n18 (29)\n\nC löper.\n\n{date}\n\nD löper.\n\n{date}\n"
    )
    expected = ["SAMMANTRÄDESDATUM  ", "2031-02-03"]
    assert marked(text) == ["11 (29)", *expected, "18 (29)", *expected, *expected]
    assert pages_from_numbers(text) == (0,)  # two of twenty-nine tell no pages


def test_edges_of_known_pages() -> None:
    text, pages = paged(
        "Byrådet i Åby\nTitelsida\nPlats\tSalen\nAda Alm (S)\nPostadress 1",
        *(
            f"Byrådet\tSida {n}\nNamn\tJa\tNej\n§ {n} Ärende\nBeslut\n"
            f"Vi antar {n}.\nHandling\n20{n}1 nr {n}\nPostadress 1"
            for n in range(2, 8)
        ),
    )
    found = marked(text, pages)
    assert found == ["Postadress 1", *(w for n in range(2, 8) for w in (f"Byrådet\tSida {n}", "Postadress 1"))]


def test_short_document_with_page_numbers() -> None:
    text, pages = paged("§ 1 Ett\nBeslut\n1(2)", "§ 2 Två\nBeslut\n2(2)")
    assert marked(text, pages) == ["1(2)", "2(2)"]


def test_pages_from_numbers_at_the_foot() -> None:
    pages = pages_from_numbers(FOOT_NUMBER)
    assert len(pages) == 5
    assert [page_of(pages, FOOT_NUMBER.index(f"§ {n}")) for n in range(1, 6)] == [1, 2, 3, 4, 5]


def test_pages_from_numbers_in_the_head() -> None:
    pages = pages_from_numbers(HEAD_NUMBER)
    assert [page_of(pages, HEAD_NUMBER.index(f"§ {n}")) for n in range(1, 5)] == [1, 2, 3, 4]
    assert all(HEAD_NUMBER[start:].startswith("Protokoll") for start in pages)


def test_missing_page_counts_with_the_one_before() -> None:
    text = HEAD_NUMBER.replace("Sida 3 av 4", "")
    pages = pages_from_numbers(text)
    assert len(pages) == 4
    assert [page_of(pages, text.index(f"§ {n}")) for n in range(1, 5)] == [1, 2, 2, 4]


@pytest.mark.parametrize("text", ["", "text", "4 (3)\n\n\n5 (3)", "§ 3 (4)\n\n\n\n§ 4 (4)"])
def test_no_pages_to_tell(text: str) -> None:
    assert pages_from_numbers(text) == (0,)


LINES = st.sampled_from(
    ["Byrådet", "3 (9)", "4 (9)", "Sida 2 av 3", "Protokoll nr 3", "§ 4 Ett", "Beslut", "", "Ada Alm (S)", "7"]
)


@given(st.lists(st.one_of(LINES, st.text(max_size=20)), max_size=60), st.lists(st.integers(0, 300), max_size=8))
def test_spans_are_whole_lines_inside_the_text(lines: list[str], breaks: list[int]) -> None:
    text = "\n".join(lines)
    spans = furniture(text, tuple(sorted({0, *breaks})))
    assert list(spans) == sorted(set(spans))
    for start, end in spans:
        assert 0 <= start < end <= len(text)
        assert "\n" not in text[start:end]
        assert start == 0 or text[start - 1] == "\n"
        assert not text[start:end].lstrip(" #*").startswith("§")
    pages = pages_from_numbers(text)
    assert pages[0] == 0
    assert list(pages) == sorted(pages)


def test_hostile_line_takes_linear_time() -> None:
    furniture("sign." * 20_000 + "!\n" + "utdragsbestyrk" * 9 + "!\n" + "1 (2) " * 9_000, (0,))
