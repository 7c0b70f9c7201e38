"""Chains of commands compose exactly, for every recipe at hand: through JSON, scaled twice, in other units."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import recipekit
from recipekit.model import Recipe
from recipekit.ops.conversion import to_units
from recipekit.ops.larder import Larder
from recipekit.ops.style import manner_of
from recipekit.parse.document import parse_document
from recipekit.render.document import dump

ROOT = Path(__file__).parents[2]
OWN = [
    *(ROOT / "examples").glob("*.md"),
    *(ROOT / "tests").glob("*/cases/*.md"),
    *(ROOT / "tests").glob("*/recipes/*.md"),
]
SHARED = [*(ROOT.parent / "shared" / "recipes").glob("*/*.md"), *(ROOT.parent / "shared").glob("seed.md")]
FACTORS = [("1/3", "3"), ("2/3", "9/4"), ("7", "1/7"), ("5/4", "2")]


def through_json(recipe: Recipe) -> Recipe:
    return parse_document(dump(recipekit.to_document(recipe), compact=True), None)


def texts(recipe: Recipe) -> list[Any]:
    document = recipekit.to_document(recipe)
    return [document[part] for part in ("ingredients", "instructions", "notes", "calories")]


@pytest.mark.parametrize("path", sorted([*OWN, *SHARED]), ids=lambda path: path.stem)
def test_scaling_twice_through_json_is_scaling_once(path: Path) -> None:
    recipe = recipekit.read_recipe(path)
    for first, second in ((Fraction(one), Fraction(other)) for one, other in FACTORS):
        there = through_json(recipekit.scale(recipe, first))
        assert texts(recipekit.scale(there, second)) == texts(recipekit.scale(recipe, first * second)), (first, second)


@pytest.mark.parametrize("system", ["metric", "us", "imperial"])
@pytest.mark.parametrize("path", sorted([*OWN, *SHARED]), ids=lambda path: path.stem)
def test_a_recipe_in_other_units_reads_back_as_it_is(path: Path, system: str) -> None:
    recipe = recipekit.read_recipe(path)
    converted = to_units(recipe, system, manner_of(recipe), Larder())
    assert recipekit.to_document(through_json(converted)) == recipekit.to_document(converted)
