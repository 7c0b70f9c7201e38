"""Folders stand for the Markdown below them, and a bar shows how far a long run is."""

import os
import sys
from pathlib import Path

import pytest
from program import on_terminal

from recipekit.cli.paths import files_of, watched
from recipekit.errors import UnreadableRecipeError


def test_a_folder_stands_for_what_is_below_it_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in (
        "b.md",
        "a.markdown",
        "a.txt",
        ".hidden.md",
        "README.md",
        "x/z.md",
        "x/y/w.md",
        ".git/g.md",
        "node_modules/n.md",
    ):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).touch()
    Path("loop").symlink_to(".")
    wanted = ["a.markdown", "b.md", "x/z.md", "x/y/w.md"]
    assert [os.path.normpath(path) for path in files_of(["."])] == wanted
    assert files_of(["x/z.md", "x"]) == ["x/z.md", "x/y/w.md"]
    assert files_of(["gone.md"]) == ["gone.md"]


def test_a_folder_that_may_not_be_listed_is_refused(tmp_path: Path) -> None:
    (tmp_path / "shut").mkdir(mode=0o000)
    if os.geteuid() == 0:
        pytest.skip("root may list everything")
    with pytest.raises(UnreadableRecipeError):
        files_of([str(tmp_path / "shut")])


LONG = """
import time
from recipekit.cli.paths import watched
for number in watched(range(5), "Reading", patience={patience}):
    time.sleep(0.1)
    print("item", number)
"""


@pytest.mark.parametrize(("patience", "bar"), [(0, True), (60, False)], ids=["long", "short"])
def test_a_long_run_shows_a_bar_and_loses_no_item(patience: int, bar: bool, tmp_path: Path) -> None:
    shown = on_terminal(sys.executable, "-c", LONG.format(patience=patience), folder=tmp_path)
    assert all(f"item {number}" in shown for number in range(5))
    assert ("Reading" in shown) is bar


def test_without_a_terminal_there_is_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(watched(range(5), "Reading", patience=0)) == list(range(5))
    assert capsys.readouterr().err == ""
