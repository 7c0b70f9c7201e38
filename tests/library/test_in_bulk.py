"""Reading in bulk: a pure function that can be pickled, mapped on a local Dask as the documentation does."""

import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from libraries import KITCHEN, written
from program import environment

import recipekit
from recipekit.library.entry import Card

DOCUMENT = Path(__file__).parents[2] / "docs" / "library.md"


def test_the_documented_example_runs_on_a_local_dask(tmp_path: Path) -> None:
    example = re.search(r"<!-- dask -->\n```python\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    assert example is not None
    written(tmp_path / "kitchen", {**KITCHEN, "broken.md": b"\xff"})
    (tmp_path / "bulk.py").write_text(example[1])
    command = [sys.executable, "bulk.py", "kitchen"]
    ran = subprocess.run(
        command, capture_output=True, check=False, cwd=tmp_path, env=environment({"DASK_NUM_WORKERS": "2"}), text=True
    )
    assert ran.returncode == 0, ran.stderr
    assert sorted(ran.stdout.splitlines()) == [
        "kitchen/about.md None",
        "kitchen/broken.md None",
        "kitchen/mains/fried-rice.md 610.0",
        "kitchen/mains/jalapeno-chicken.md 700.0",
        "kitchen/sides/gurkensalat.md None",
        "kitchen/soups/lentil-soup.md 350.0",
        "kitchen/soups/tomato-soup.md 420.0",
    ]


def test_reading_is_pure_and_can_be_pickled() -> None:
    read = pickle.loads(pickle.dumps(recipekit.read_card))  # noqa: S301 - our own
    for path, text in KITCHEN.items():
        card = read(text.encode(), path)
        assert card == read(text.encode(), path)
        assert pickle.loads(pickle.dumps(card)) == card  # noqa: S301 - our own


@given(st.binary(max_size=200) | st.text(alphabet="-#\n :[]{}&*!|>'\"%@`1½ cupegsandtlr", max_size=200).map(str.encode))
def test_no_content_makes_it_raise(data: bytes) -> None:
    card = recipekit.read_card(data, "a.md")
    assert isinstance(card, Card)
    assert (card.entry is None) == (card.why is not None)


def test_reading_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    recipekit.read_card(KITCHEN["about.md"].encode(), "about.md")
    assert list(tmp_path.iterdir()) == []
