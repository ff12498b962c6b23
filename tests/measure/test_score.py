"""The scorer of `make quality`."""

from __future__ import annotations

import pytest

from protokollgraf.tests.measure.score import Row, mean, score

ADA = {"document": "a", "person": "Ada Ek", "party": "S"}
BO = {"document": "a", "person": "Bo Alm", "party": "M"}


@pytest.mark.parametrize(
    ("gold", "given", "found", "exact"),
    [
        ([], [], 1.0, 1.0),
        ([ADA], [ADA], 1.0, 1.0),
        ([ADA], [], 0.0, 0.0),
        ([], [ADA], 0.0, 0.0),
        ([ADA, BO], [ADA], 2 / 3, 2 / 3),
        ([ADA], [ADA | {"party": "V"}], 1.0, 0.0),
        ([ADA], [ADA | {"document": "b"}], 0.0, 0.0),
        ([ADA], [ADA | {"person": " ada  EK."}], 1.0, 1.0),  # case and white space do not count
        ([ADA | {"person": ["Ada Eek", "Ada Ek"]}], [ADA], 1.0, 1.0),  # alternatives
        ([ADA, BO | {"_optional": True}], [ADA], 1.0, 1.0),  # optional: missed …
        ([ADA, BO | {"_optional": True}], [ADA, BO], 1.0, 1.0),  # … or found
        ([ADA], [ADA, ADA], 2 / 3, 2 / 3),  # each row counts once
        ([ADA, ADA | {"party": ""}], [ADA | {"party": ""}, ADA], 1.0, 1.0),  # the row that agrees best
    ],
)
def test_score(gold: list[Row], given: list[Row], found: float, exact: float) -> None:
    result = score("people", gold, given)
    assert (result.found, result.exact) == pytest.approx((found, exact))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("godkänna taxan för bygglov", 1.0),
        ("godkänna taxan för bygglov.", 1.0),
        ("godkänna taxa för bygglov", 1.0),  # 90 % is enough for a long text
        ("godkänna förslaget", 0.0),
        ("", 0.0),
    ],
)
def test_long_texts_need_not_be_the_same(text: str, found: float) -> None:
    gold = {"document": "a", "item": "1", "text": "godkänna taxan för bygglov", "kind": "approved"}
    assert score("decisions", [gold], [gold | {"text": text}]).found == found


def test_wrong_rows_are_told_apart() -> None:
    result = score("people", [ADA, BO], [ADA | {"party": "V"}, ADA | {"person": "Cia Dal"}])
    assert result.missed == [BO]
    assert result.differs == [(ADA, {"party": "V"})]
    assert [row["person"] for row in result.spurious] == ["Cia Dal"]


def test_mean_leaves_out_tables_without_rows() -> None:
    assert mean([score("people", [ADA], [ADA]), score("votes", [], [])]) == (1.0, 1.0)
    assert mean([score("people", [ADA], []), score("recusals", [ADA], [ADA])]) == (0.5, 0.5)
