"""What is larger than any recipe is refused in one sentence before any time is spent on it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from program import RECIPE, is_one_sentence

import recipekit
from recipekit.cli.app import main
from recipekit.errors import UnreadableRecipeError
from recipekit.parse.document import parse_document
from recipekit.parse.limits import MAX_NUMBERS, refuse_length
from recipekit.source import Source

HEAD = "# Soup\n\n## Instructions\n\n"
FLOODS = {
    "figures": HEAD + ("1% " * 90 + "\n") * 3700,
    "fractions": HEAD + ("½ " * 90 + "\n") * 3700,
    "words": HEAD + ("- one cup and half a cup\n") * 9000,
    "other-words": HEAD + ("- eine Tasse und ein halber Liter Wasser\n") * 9000,
    "cells": "# Soup\n\n## Calories\n\n|Ingredient|Quantity|kcal|\n|---|---|---|\n" + ("|a|1 cup 1 cup|3|\n") * 9000,
    "servings": "# Soup\n\n> - **Serves:** " + "1 " * 20_000 + "\n\n> - " + "2 " * 20_000 + "\n",
    "no-recipe": ("1 " * 1000 + "\n") * 20,
}


@pytest.mark.parametrize("text", FLOODS.values(), ids=FLOODS)
def test_more_numbers_than_a_recipe_has_are_refused(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "soup.md"
    path.write_text(text)
    assert main(["show", str(path)]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert is_one_sentence(err)
    line = int(err.partition(f"{path}:")[2].partition(":")[0])
    assert err == f"recipekit: {path}:{line}: this holds more than 10,000 numbers; split it, or name a recipe\n"
    assert len(text.split("\n")) >= line > 1


def test_the_line_of_the_first_number_too_many_is_named() -> None:
    with pytest.raises(UnreadableRecipeError) as caught:
        refuse_length(Source("soup\n" + "1 2 3\n" * (MAX_NUMBERS // 3) + "4\n5\n6\n"))
    assert caught.value.line == 1 + MAX_NUMBERS // 3 + 2


FEW = {
    "as-many-as-allowed": "1 2\n" * (MAX_NUMBERS // 2) + "a long story " * 1000,
    "prose": "someone, tent, forty-one or weight\n" * 2000,
    "data-url": "![](data:image/png;base64," + "aB3dE5f7/" * 5000 + ")\n",
    "one-endless-number": "1" * 40_000 + "\n",
    "thousands": "1,000,000,000,000,000,000,000,000,000\n" * 1000,
}


@pytest.mark.parametrize("text", FEW.values(), ids=FEW)
def test_a_long_text_of_few_numbers_is_read(text: str) -> None:
    refuse_length(Source(text))


# -- documents


def document() -> Any:
    """Return the document of a recipe with a note that holds one number."""
    text = RECIPE + "\n## Notes\n\n- Keeps with 1 egg\n"
    return json.loads(json.dumps(recipekit.to_document(recipekit.read_recipe(text))))


def spanning(note: dict[str, Any], text: str, times: int) -> None:
    """Let *note* say *text* and hold as many quantities that all span it."""
    quantity = {**note["quantities"][0], "kind": "other", "scales": False, "span": [0, len(text)]}
    note.update(text=text, quantities=[quantity] * times)


Change = Callable[[Any], object]
HUGE: dict[str, Change] = {
    "notes": lambda made: made.update(notes=made["notes"] * 130_000),
    "groups": lambda made: made.update(ingredients=[{"group": None, "text": None, "items": []}] * 60_000),
    "nested-groups": lambda made: made.update(ingredients=[{"items": [{}] * 30_000}] * 10),
    "links": lambda made: made.update(links={str(number): "http://a" for number in range(60_000)}),
    "tags": lambda made: made.update(tags=["a"] * 60_000),
    "front-matter": lambda made: made.update(front_matter={"a": [[]] * 60_000}),
    "text": lambda made: made.update(overview="a" * (1 << 23)),
    "quantities": lambda made: made["notes"][0].update(quantities=made["notes"][0]["quantities"] * 10_001),
}


@pytest.mark.parametrize("change", HUGE.values(), ids=HUGE)
def test_a_document_larger_than_any_recipe_is_refused(change: Change) -> None:
    made = document()
    change(made)
    with pytest.raises(UnreadableRecipeError, match="no recipe is so large"):
        parse_document(json.dumps(made), "soup.json")


def test_quantities_that_lie_over_one_another_are_refused() -> None:
    made = document()
    spanning(made["notes"][0], "1% " * 130_000, 20)
    with pytest.raises(UnreadableRecipeError, match="quantities overlap"):
        parse_document(json.dumps(made), "soup.json")


def test_a_size_may_stand_within_its_amount() -> None:
    text = RECIPE.replace("2 cups beans", "one 15-ounce can beans")
    first = recipekit.to_document(recipekit.read_recipe(text))
    assert recipekit.to_document(parse_document(json.dumps(first), None)) == first


def test_a_quantity_may_be_as_long_as_a_word() -> None:
    text = RECIPE.replace("2 cups beans", f"2 {'b' * 3000}").replace("1 tbsp oil**", f"12 {'b' * 3000}**")
    first = recipekit.to_document(recipekit.read_recipe(text))
    assert recipekit.to_document(parse_document(json.dumps(first), None)) == first
