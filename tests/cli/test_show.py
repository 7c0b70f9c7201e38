"""What `show` prints of a recipe's own words."""

from pathlib import Path

import pytest

from recipekit.cli.app import main

Capture = pytest.CaptureFixture[str]


def shown(tmp_path: Path, capsys: Capture, text: str) -> list[str]:
    """Return the lines that `show` prints of a recipe."""
    path = tmp_path / "soup.md"
    path.write_text(text)
    assert main(["show", str(path)]) == 0
    return capsys.readouterr().out.splitlines()


def test_the_overview_is_shown_below_the_description(tmp_path: Path, capsys: Capture) -> None:
    text = "---\ntitle: Soup\ndescription: A warm soup.\n---\n\nMy aunt's.\n\n## Ingredients\n\n- 1 egg\n"
    assert shown(tmp_path, capsys, text)[:5] == ["Soup", "A warm soup.", "", "My aunt's.", ""]


def test_an_overview_that_repeats_the_description_is_shown_once(tmp_path: Path, capsys: Capture) -> None:
    text = "---\ntitle: Soup\ndescription: A warm soup.\n---\n\nA warm soup.\n\n## Ingredients\n\n- 1 egg\n"
    assert shown(tmp_path, capsys, text)[:3] == ["Soup", "A warm soup.", ""]


def test_servings_that_are_no_number_are_shown(tmp_path: Path, capsys: Capture) -> None:
    text = "# Soup\n\n> - **Serves:** a crowd\n\n## Ingredients\n\n- 1 egg\n"
    assert "crowd" in " ".join(shown(tmp_path, capsys, text))
