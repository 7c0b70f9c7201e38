"""Rows of calories tables find their line in the list of ingredients: measured over every recipe with both."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from recipes import ROOT, SHARED

from recipekit.api import read_recipe
from recipekit.foods import Likeness, compare, matching, split_foods

EXAMPLES = sorted((ROOT / "examples").glob("*.md"))
OTHERS = [SHARED / "seed.md", *sorted((SHARED / "recipes").rglob("*.md"))] if SHARED.is_dir() else []
RECALL = 1.0  # measured over 190 foods of 16 recipes, each match looked at: all are right


def matched(path: Path) -> Iterator[tuple[str, str | None]]:
    """Yield each food of a recipe's calories table with its line of the list: the same, or the only related one."""
    recipe = read_recipe(path)
    names = [item.name for group in recipe.ingredients for item in group.items]
    for row in recipe.calories.rows if recipe.calories else ():
        for food in split_foods(row.ingredient):
            listed = {part: name for name in names for part in (*split_foods(name), name)}
            found = matching(food, listed)
            sure = found and (len(found) == 1 or compare(food, found[0]).likeness is Likeness.SAME)
            yield food, listed[found[0]] if sure else None


@pytest.mark.parametrize(
    "paths",
    [EXAMPLES, pytest.param(OTHERS, marks=pytest.mark.skipif(not OTHERS, reason="no shared recipes"))],
    ids=["examples", "shared"],
)
def test_rows_find_their_ingredient(paths: list[Path]) -> None:
    pairs = [pair for path in paths for pair in matched(path)]
    assert len(pairs) > 30
    missing = [food for food, name in pairs if name is None]
    assert len(missing) <= (1 - RECALL) * len(pairs), missing
