"""What a cook wishes for: so many servings, so many pieces; and what the page then says."""

import json
from fractions import Fraction

import pytest

import recipekit
from recipekit.parse.document import parse_document

DISH = "# Dish\n\nServes {}\n\n## Ingredients\n\n- {}\n\n## Method\n\n1. {}\n"


def scaled(servings: str, item: str, step: str, factor: str) -> recipekit.Recipe:
    """Return a dish of one ingredient and one step times a factor."""
    return recipekit.scale(recipekit.read_recipe(DISH.format(servings, item, step)), Fraction(factor))


def test_a_yield_is_not_taken_from_the_servings() -> None:
    with pytest.raises(recipekit.RecipeKitError, match="not what it makes; use --serves"):
        recipekit.scale_to_yield(recipekit.read_recipe(DISH.format(4, "1 egg", "Boil.")), 12)


def test_a_second_count_of_servings_is_not_lost() -> None:
    recipe = recipekit.read_recipe("# Q\n\nServes 4\n\nYield: 24 cookies\n\n## Ingredients\n\n- 1 cup flour\n")
    assert recipe.overview == "Yield: 24 cookies"


@pytest.mark.parametrize(("factor", "serves"), [("1/3", "1⅓"), ("5/8", "2½"), ("1/2", "2")])
def test_the_page_says_for_how_many_it_is(factor: str, serves: str) -> None:
    recipe = scaled("4", "1 egg", "Boil.", factor)
    assert recipe.serves is not None
    assert recipe.serves.wording.text == serves


@pytest.mark.parametrize(
    ("step", "factor", "read"),
    [
        ("Use one and a half cups of flour.", "1/3", "Use half a cup of flour."),
        ("Add two and a half cups milk.", "1/2", "Add 1¼ cups milk."),
        ("Add a quarter cup oil.", "2", "Add half a cup oil."),
        ("Use 1 tsp. salt per pound of beef.", "1/3", "Use 1 tsp. salt per pound of beef."),
    ],
)
def test_a_sentence_reads_right(step: str, factor: str, read: str) -> None:
    assert scaled("4", "1 egg", step, factor).instructions[0].steps[0].wording.text == read


@pytest.mark.parametrize("item", ["1 tsp salt per litre water", "500 g flour per person"])
def test_an_amount_per_something_stays(item: str) -> None:
    assert scaled("4", item, "Boil.", "1/2").ingredients[0].items[0].wording.text == item


def test_a_note_in_two_parts_scales_through_json() -> None:
    recipe = recipekit.read_recipe(DISH.format(4, "1 large onion, diced (about 2 cups)", "Fry."))
    third = parse_document(json.dumps(recipekit.to_document(recipekit.scale(recipe, Fraction(1, 3)))), None)
    assert recipekit.scale(third, 3).ingredients[0].items[0].note == "diced, about 2 cups"


def test_a_callout_is_no_group() -> None:
    text = "# T\n\n## Ingredients\n\n- 1 egg\n\n> [!tip] Broth\n> Use 350 ml:\n"
    groups = recipekit.read_recipe(text).ingredients
    assert [(group.title, group.text) for group in groups] == [(None, "[!tip] Broth Use 350 ml:")]
