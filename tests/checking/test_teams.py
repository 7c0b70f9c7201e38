"""What teams are told works: the hooks, the job, the patterns for editors, the configuration."""

import json
import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from program import recipekit
from recipes import ROOT

from recipekit.check.selecting import selection
from recipekit.cli.app import main
from recipekit.config import load_config

PAGE = (ROOT / "docs" / "check-for-teams.md").read_text(encoding="utf-8")
LINE = re.compile(r"recipekit check[^>\n\"]*")
SOUP = "# Soup\n\n## Calories\n\n| Food | kcal |\n|---|---|\n| Oil | 400 |\n\nTotal: 300 kcal\n"


def block(name: str) -> str:
    """Return the code block behind the comment *name*."""
    found = re.search(rf"<!-- {name} -->\n```\w+\n(.*?)```", PAGE, re.DOTALL)
    assert found, name
    return found[1]


def concise(folder: Path) -> str:
    """Return a finding in the concise format."""
    (folder / "pea soup.md").write_text(SOUP, encoding="utf-8")
    return recipekit("check", "--select", "RK303", "--format", "concise", "-q", folder=folder).out.decode().rstrip("\n")


def test_the_hooks_run_commands_that_there_are(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert {hook["id"] for hook in hooks} == {"recipekit-check", "recipekit-fix"}
    for hook in hooks:
        program, *words = shlex.split(hook["entry"])
        assert program == "recipekit"
        assert main([*words, "examples/lentil-soup.md", "--diff"]) == 0
    assert capsys.readouterr().out == ""
    used = yaml.safe_load(block("pre-commit"))["repos"][0]["hooks"]
    assert {hook["id"] for hook in used} <= {hook["id"] for hook in hooks}


def test_the_job_runs_commands_that_there_are(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    steps: list[dict[str, Any]] = yaml.safe_load(block("workflow"))["jobs"]["check"]["steps"]
    lines = [found[0] for step in steps if (found := LINE.search(step.get("run", "")))]
    assert len(lines) == 2
    for line in lines:
        assert main(shlex.split(line.replace(" recipes", " examples"))[1:]) == 0
    assert json.loads(capsys.readouterr().out)["version"] == "2.1.0"


def test_the_editors_read_the_concise_format(tmp_path: Path) -> None:
    line = concise(tmp_path)
    pattern = json.loads(block("vscode"))["tasks"][0]["problemMatcher"]["pattern"]
    found = re.match(pattern["regexp"], line)
    assert found
    read = {name: found[group] for name, group in pattern.items() if name != "regexp"}
    assert (read["file"], read["line"], read["column"], read["code"]) == ("pea soup.md", "9", "8", "RK303")
    assert r"errorformat=%f:%l:%c:\ %m" in block("vim")
    assert re.match(r".+?:\d+:\d+: .+", line)


def test_the_configuration_is_one(tmp_path: Path) -> None:
    text = block("configuration")
    (tmp_path / "recipekit.toml").write_text(text, encoding="utf-8")
    config = load_config(tmp_path)
    chosen = selection(config.check_select, config.check_ignore, config.check_per_file_ignores, tmp_path)
    assert "RK106" not in chosen.codes
    assert {"RK105", "RK601"} <= chosen.codes
    assert "RK105" not in chosen.of(str(tmp_path / "drafts" / "soup.md"))
    assert set(tomllib.loads(text)["check"]) == {"select", "ignore", "free", "site-root", "per-file-ignores"}
