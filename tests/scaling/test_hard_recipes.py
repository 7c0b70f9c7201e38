"""Ten recipes written to be hard, at a third, at half as much again, and in other units, as a cook would write them.

``NAME.third``, ``NAME.half-more`` and ``NAME.units`` hold what is shown; each was read against what a cook wrote down for
the recipe before the code was there. ``UPDATE_GOLDEN=1`` writes them anew: read the difference like code.
"""

import os
from fractions import Fraction
from pathlib import Path

import pytest

import recipekit
from recipekit.model import Recipe, Step
from recipekit.ops.conversion import to_units
from recipekit.ops.larder import Larder
from recipekit.ops.marking import marked
from recipekit.ops.style import manner_of

RECIPES = sorted(Path(__file__).with_name("recipes").glob("*.md"))
METRIC_ALREADY = ("03", "04", "06", "07", "09")
VIEWS = ("third", "half-more", "units")


def shown(path: Path, view: str) -> str:
    recipe = recipekit.read_recipe(path)
    if view == "units":
        system = "us" if path.name[:2] in METRIC_ALREADY else "metric"
        recipe = to_units(recipe, system, manner_of(recipe), Larder())
    else:
        recipe = recipekit.scale(recipe, Fraction(1, 3) if view == "third" else Fraction(3, 2))
    return "\n".join(lines(marked(recipe))) + "\n"


def lines(recipe: Recipe) -> list[str]:
    """Return every text of *recipe* that has an amount."""
    found = [f"Serves: {recipe.serves.wording.text}"] if recipe.serves else []
    found += [f"- {item.wording.text}" for group in recipe.ingredients for item in group.items]
    found += [line for each in recipe.instructions for step in each.steps for line in sentences(step)]
    found += [f"Note: {note.wording.text}" for note in recipe.notes if note.quantities]
    rows = recipe.calories.rows if recipe.calories else ()
    return found + [f"| {row.ingredient} | {row.wording.text}" for row in rows]


def sentences(step: Step) -> list[str]:
    own = [f"Step: {step.wording.text}"] if step.quantities else []
    own += [f"Note: {note.wording.text}" for note in step.notes if note.quantities]
    return own + [line for nested in step.steps for line in sentences(nested)]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_it_reads_as_a_cook_would_write_it(path: Path, view: str) -> None:
    golden = path.with_suffix(f".{view}")
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(shown(path, view), encoding="utf-8")
    assert shown(path, view) == golden.read_text(encoding="utf-8")


def test_there_are_ten_of_them() -> None:
    assert len(RECIPES) == 10
