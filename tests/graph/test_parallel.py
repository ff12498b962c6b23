from __future__ import annotations

import os
import subprocess
import sys
from operator import neg
from pathlib import Path

import pytest

from protokollgraf.graph import parallel
from protokollgraf.graph.parallel import in_order


@pytest.mark.parametrize("many", [100, 2], ids=["here", "in other processes"])
def test_results_come_in_order(many: int) -> None:
    assert list(in_order(neg, range(8), many=many)) == [0, -1, -2, -3, -4, -5, -6, -7]


def test_an_error_of_the_work_is_raised() -> None:
    with pytest.raises(TypeError):
        list(in_order(neg, [1, "x", 2], many=1))  # type: ignore[arg-type]


def test_a_task_that_kills_its_process_costs_itself_only() -> None:
    # `eval`, since another process can import it; a function of this file it could not
    assert list(in_order(eval, ["1", "2", "__import__('os')._exit(3)", "4", "5"], many=1)) == [1, 2, None, 4, 5]


def test_where_no_process_can_be_started_the_work_is_done_here(tmp_path: Path) -> None:
    script = tmp_path / "unguarded.py"
    script.write_text(f"""import sys
sys.path.insert(0, {str(Path(parallel.__file__).parent.parent / ".links")!r})
from operator import neg
from protokollgraf.graph.parallel import in_order
print(list(in_order(neg, [1, 2, 3], many=1)))
""")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)
    assert done.stdout == "[-1, -2, -3]\n"


def test_nothing_to_do() -> None:
    assert list(in_order(os.getenv, [])) == []
