from __future__ import annotations

from pathlib import Path

import pytest

from protokollgraf.errors import GraphError
from protokollgraf.graph.judgements import FILE, Judgement, append, holding, read

ONE = Judgement("Emma Tångelmark", "Emma Tångemark", "same", 'one "person", misspelt', "Ada", "2024-01-02")
TWO = Judgement("https://w3id.org/protokollgraf/id/person/ana-ek", "Anna Ek", "different")


def test_what_is_appended_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / FILE
    append(path, ONE)
    append(path, TWO)
    assert read(path) == (ONE, TWO)


def test_a_line_left_open_by_an_editor_stays_whole(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_text("left,right,judgement\nA,B,same", encoding="utf-8")
    append(path, TWO)
    assert [j.left for j in read(path)] == ["A", TWO.left]


def test_no_file_is_no_judgement(tmp_path: Path) -> None:
    assert read(tmp_path / FILE) == ()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("a,b\n1,2\n", "no column judgement, left, right"),
        ("", "no column"),
        ("left,right,judgement\nA,B,perhaps\n", "line 2: judgement is 'perhaps'; write same or different"),
        ("left,right,judgement\nA,,same\n", "line 2: left or right is empty"),
        ("left,right,judgement\nA\n", "line 2: judgement is ''"),
    ],
)
def test_a_broken_file_is_a_named_error(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / FILE
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GraphError, match=message):
        read(path)


def test_bytes_that_are_no_text_are_a_named_error(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_bytes(b"left,right,judgement\n\xff\xfe,B,same\n")
    with pytest.raises(GraphError, match="UTF-8"):
        read(path)


def test_a_judgement_that_is_none_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="write same or different"):
        append(tmp_path / FILE, Judgement("A", "B", "maybe"))
    assert not (tmp_path / FILE).exists()


def test_the_later_line_holds() -> None:
    assert holding([Judgement("A", "B", "same"), Judgement("B", "A", "different")]) == (
        Judgement("B", "A", "different"),
    )
