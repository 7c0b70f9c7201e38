"""The README tells the truth: its outputs are generated, its commands are what the gate runs."""

import re
from pathlib import Path

import pytest
from cogapp import Cog

from recipekit.errors import ExitCode

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_its_outputs_are_what_the_commands_print(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert Cog().main(["cog", "--check", "README.md"]) == 0
    assert Cog().main(["cog", "--check", "docs/numbers-in-sentences.md"]) == 0
    assert Cog().main(["cog", "--check", "docs/shopping.md"]) == 0


def test_the_gate_runs_its_test_line_and_the_linters() -> None:
    gate = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    test_line = next(line for line in README.split("\n") if line.startswith("python3 -m venv") and "pytest" in line)
    lint_line = next(line for line in README.split("\n") if "ruff check" in line)
    assert test_line in gate.split("\n")
    assert test_line in contributing.split("\n")
    assert lint_line in gate.split("\n")
    assert lint_line in contributing.split("\n")


def test_its_table_of_exit_codes_is_whole() -> None:
    codes = {int(code) for code in re.findall(r"^\| (\d+) \|", README, re.MULTILINE)}
    assert codes == {int(code) for code in ExitCode}


@pytest.mark.parametrize("target", re.findall(r"\]\(([^):]+)\)", README))
def test_its_links_lead_somewhere(target: str) -> None:
    assert (ROOT / target).exists()
