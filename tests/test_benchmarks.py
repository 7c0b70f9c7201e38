"""The benchmarks run to their end; what they measure is for people to read, and no test depends on a clock."""

import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


@pytest.mark.parametrize(
    ("script", "count", "lines"),
    [
        ("shopping.py", 4, ["4 recipes, ", "first list of a process", "second list"]),
        ("library.py", 20, ["20 recipes, ", "first index", "recipekit list", "after one change"]),
    ],
)
def test_a_benchmark_runs_and_says_what_it_measured(script: str, count: int, lines: list[str]) -> None:
    command = [sys.executable, str(BENCHMARKS / script), "--count", str(count), "--runs", "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    printed = done.stdout.splitlines()
    assert all(any(line.startswith(begin) for line in printed) for begin in lines)
