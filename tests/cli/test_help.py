"""Help is documentation: every help text ends in a worked example, and it runs."""

import shlex
from pathlib import Path

import pytest

import recipekit
from recipekit.cli.app import COMMANDS, main

ROOT = Path(__file__).parents[2]
HELPS = [[], *([name] for name in COMMANDS)]


def help_of(argv: list[str], capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Return the lines of a command's help."""
    assert main([*argv, "--help"]) == 0
    return capsys.readouterr().out.rstrip().split("\n")


@pytest.mark.parametrize("argv", HELPS, ids=lambda argv: " ".join(argv) or "recipekit")
def test_help_ends_in_an_example_that_runs(
    argv: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    *_, title, example = help_of(argv, capsys)
    assert title.strip() == "Example:"
    program, *words = shlex.split(example.partition(" | ")[0])
    assert program == "recipekit"
    monkeypatch.chdir(ROOT)
    assert main(words) == 0
    assert capsys.readouterr().out


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_in_one_line_what_it_does(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    line = next(line for line in help_of([], capsys) if line.split()[:1] == [name])
    assert line.endswith(".")
    assert "..." not in line


def test_the_version_is_the_packages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"recipekit {recipekit.__version__}\n"


def test_completion_offers_the_commands(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_RECIPEKIT_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "recipekit sc")
    monkeypatch.setenv("COMP_CWORD", "1")
    assert main([]) == 0
    assert "scale" in capsys.readouterr().out.split()
