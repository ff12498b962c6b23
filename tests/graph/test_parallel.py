from __future__ import annotations

import os
from operator import neg

import pytest

from protokollgraf.graph.parallel import in_order


@pytest.mark.parametrize("many", [100, 2], ids=["here", "in other processes"])
def test_results_come_in_order(many: int) -> None:
    assert list(in_order(neg, range(8), many=many)) == [0, -1, -2, -3, -4, -5, -6, -7]


def test_an_error_of_the_work_is_raised() -> None:
    with pytest.raises(TypeError):
        list(in_order(neg, [1, "x", 2], many=1))


def test_a_task_that_kills_its_process_costs_itself_only() -> None:
    # `os._exit` of 0 … 4 would kill, of a string it would raise: so `_exit_or_negate` of the C library is os._exit itself
    results = list(in_order(_work, ["1", "2", "3", "os._exit(3)", "4", "5"], many=1))
    assert results[:3] == [1, 2, 3]
    assert results[3:] == [None, 4, 5]


_work = eval
"""Of the standard library, so that another process can import it."""


def test_nothing_to_do() -> None:
    assert list(in_order(os.getenv, [])) == []
