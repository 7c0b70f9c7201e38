"""Amounts of every shape come back from JSON as they were read."""

import json

import pytest

import recipekit
from recipekit.parse.document import parse_document

LINES = [
    "1 lb 8 oz beef", "¼ cup + 1 tbsp oil", "2# potatoes", "1 (16 oz) container yogurt", "a 400g tin of tomatoes",
    "Salt: a pinch", "juice of half a lemon", "1 glass red wine", "one and a half cups milk", "1 000 g flour",
    "2 imperial pints milk", "1 large (800 g) cauliflower", "a couple of eggs", "2 lb 3 oz (1 kg) lamb",
]  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_a_line_comes_back_from_json_as_it_was_read(line: str) -> None:
    recipe = recipekit.read_recipe(f"# Dish\n\nServes 2\n\n## Ingredients\n\n- {line}\n\n## Method\n\n1. Add {line}.\n")
    again = parse_document(json.dumps(recipekit.to_document(recipe)), None)
    assert again.ingredients[0].items[0].quantities == recipe.ingredients[0].items[0].quantities
    assert again.instructions[0].steps[0].quantities == recipe.instructions[0].steps[0].quantities
