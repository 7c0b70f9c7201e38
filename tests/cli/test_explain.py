"""`--explain` lists every number with its sentence, decision and reason; marks, and the line that counts."""

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from program import recipekit, terminal

from recipekit.cli.app import main

RECIPE = """\
# Dumplings

Serves 4

## Ingredients

- 24 round wrappers (3 inches wide)
- 200 g pork

## Steps

1. Place 1 tsp of filling in the centre of each wrapper.
2. Add 1 cup stock and simmer 5 minutes; divide among 4 plates. Use 2 bowls.

## Notes

- Add 1 tbsp soy sauce to 3 of something.
"""

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def path(tmp_path: Path) -> str:
    file = tmp_path / "dumplings.md"
    file.write_text(RECIPE)
    return str(file)


def rows(text: str) -> list[list[str]]:
    """Return the columns of the lines that explain a number."""
    return [line.strip().split("  ") for line in text.splitlines() if line.startswith(" " * 9)]


def test_show_lists_every_number_with_its_decision_and_reason(path: str, capsys: Capture) -> None:
    assert main(["show", path, "--explain"]) == 0
    found = [[cell.strip() for cell in row if cell.strip()] for row in rows(capsys.readouterr().out)]
    assert found == [
        ["4", "changes", "how many it serves"],
        ["24", "changes", "amount of an ingredient"],
        ["3 inches", "stays", "a length"],
        ["200 g", "changes", "amount of an ingredient"],
        ["1 tsp", "stays", "for each one"],
        ["1 cup", "changes", "amount of an ingredient"],
        ["5 minutes", "stays", "a time"],
        ["4 plates", "changes", "as many as it serves"],
        ["2", "unsure", "how many plates or vessels"],
        ["1 tbsp", "changes", "amount of an ingredient"],
        ["3", "unsure", "nothing tells what it counts"],
    ]


def test_each_sentence_stands_above_its_numbers_with_its_line(path: str, capsys: Capture) -> None:
    main(["show", path, "--explain"])
    out = capsys.readouterr().out
    assert "  12   Place 1 tsp of filling in the centre of each wrapper.\n         1 tsp" in out


def test_scale_says_what_each_number_was(path: str, capsys: Capture) -> None:
    assert main(["scale", path, "--serves", "8", "--explain"]) == 0
    out = capsys.readouterr().out
    assert "2 cups (was 1 cup)" in out
    assert "48 (was 24)" in out
    assert "Scaled from 4 to 8 servings (× 2)." in out


def test_one_line_counts_what_changed_was_left_and_is_unsure(path: str, capsys: Capture) -> None:
    main(["scale", path, "--serves", "8"])
    line = "Numbers in steps and notes: 3 changed, 2 left, 2 unsure (--explain lists them)."
    assert line in capsys.readouterr().out.splitlines()
    main(["show", path])
    assert "Numbers in" not in capsys.readouterr().out


def test_the_document_lists_them_only_where_asked(path: str, capsys: Capture) -> None:
    main(["scale", path, "--serves", "8", "--json"])
    assert "numbers" not in json.loads(capsys.readouterr().out)
    main(["scale", path, "--serves", "8", "--explain", "--json"])
    document = json.loads(capsys.readouterr().out)
    assert document["numbers"][5] == {
        "where": "step",
        "line": 13,
        "sentence": "Add 2 cups stock and simmer 5 minutes; divide among 8 plates.",
        "text": "2 cups",
        "span": [4, 10],
        "was": "1 cup",
        "kind": "amount",
        "decision": "changes",
        "why": "amount of an ingredient",
    }
    for number in document["numbers"]:
        start, end = number["span"]
        assert number["sentence"][start:end] == number["text"]


def test_the_document_is_as_the_schema_says_and_reads_back(path: str) -> None:
    schema = json.loads(recipekit("schema").out)
    explained = recipekit("scale", path, "--serves", "8", "--explain", "--json")
    Draft202012Validator(schema).validate(json.loads(explained.out))
    again = recipekit("scale", "--serves", "4", "--json", given=explained.out)
    assert json.loads(again.out)["instructions"][0]["steps"][1]["text"].startswith("Add 1 cup stock")


def test_it_holds_back_control_characters(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "evil.md"
    file.write_text("# A\n\n## Steps\n\n1. Add 1 cup \x1b]0;owned\x07 [bold]oil[/bold].\n")
    main(["show", str(file), "--explain"])
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "[bold]oil[/bold]" in out


def test_a_recipe_without_numbers_says_so(tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "air.md"
    file.write_text("# Air\n\n## Steps\n\n1. Breathe.\n")
    assert main(["show", str(file), "--explain"]) == 0
    assert "There is no number in this recipe." in capsys.readouterr().out


def test_changed_numbers_are_underlined_in_a_terminal_unless_marks_are_unwanted(path: str, tmp_path: Path) -> None:
    assert "\x1b[4m2 cups\x1b[0m" in terminal("scale", path, "--serves", "8", folder=tmp_path)
    assert "\x1b[4m" not in terminal("scale", path, "--serves", "8", "--no-marks", folder=tmp_path)
    assert "\x1b[4m" not in terminal("show", path, "--no-marks", folder=tmp_path)


@pytest.mark.parametrize("width", ["40", "80", "120"])
def test_no_line_of_the_table_is_wider_than_the_terminal(path: str, tmp_path: Path, width: str) -> None:
    lines = terminal("show", path, "--explain", folder=tmp_path, COLUMNS=width, NO_COLOR="1").split("\r\n")
    assert max(len(re.sub(r"\x1b\[[0-9;]*m", "", line)) for line in lines) <= int(width)


def test_only_names_the_parts_that_are_explained(path: str, capsys: Capture) -> None:
    assert main(["show", path, "--explain", "--only", "notes"]) == 0
    found = [row[0].strip() for row in rows(capsys.readouterr().out)]
    assert found == ["1 tbsp", "3"]
