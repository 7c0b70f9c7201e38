"""A number that the author wrote in words stays in words where the new one has a plain word, else it is a figure."""

from fractions import Fraction

import pytest

import recipekit
from recipekit.parse.document import parse_document
from recipekit.render.document import dump

LISTED = "- 2 limes\n- 3 onions\n- 6 eggs\n- 6 large leaves\n- 500 g flour\n- 1 l stock\n- 12 almonds\n"


def recipe(sentence: str) -> recipekit.Recipe:
    return recipekit.read_recipe(f"# T\n\n## Ingredients\n\n{LISTED}\n## Steps\n\n1. {sentence}\n")


def scaled(sentence: str, factor: str) -> str:
    return recipekit.scale(recipe(sentence), Fraction(factor)).instructions[0].steps[0].wording.text


CASES = [
    ("Add juice from half a lime.", "2", "Add juice from one lime."),
    ("Add juice from half a lime.", "1/2", "Add juice from a quarter of a lime."),
    ("Add juice from half a lime.", "3/2", "Add juice from three quarters of a lime."),
    ("Add juice from half a lime.", "3", "Add juice from 1½ limes."),
    ("Add juice from half a lime.", "4", "Add juice from two limes."),
    ("Add juice from half a lime.", "30", "Add juice from 15 limes."),
    ("Add juice from half a lime.", "1/4", "Add juice from ⅛ lime."),
    ("Grate a quarter of an onion.", "2", "Grate half an onion."),
    ("Grate a quarter of an onion.", "8", "Grate two onions."),
    ("Half a lime goes in.", "2", "One lime goes in."),
    ("Mince one onion wedge.", "1/2", "Mince half an onion wedge."),
    ("Mince one onion wedge.", "2", "Mince two onion wedges."),
    ("Pour in half a cup of stock.", "2", "Pour in one cup of stock."),
    ("Pour in a cup of stock.", "3", "Pour in three cups of stock."),
    ("Pour in a cup of stock.", "1/2", "Pour in half a cup of stock."),
    ("Pour in one and a half cups of stock.", "2", "Pour in three cups of stock."),
    ("Stir in two tablespoons of flour.", "1/6", "Stir in 1 tsp of flour."),
    ("Beat two or three eggs.", "2", "Beat four or six eggs."),
    ("Beat two to three eggs.", "1/2", "Beat 1 to 1½ eggs."),
    ("Chop a dozen almonds.", "1/2", "Chop six almonds."),
    ("Chop a dozen almonds.", "2", "Chop 24 almonds."),
    ("Form into 18 meatballs.", "1/18", "Form into 1 meatball."),
    ("Lay out 6 large leaves.", "1/6", "Lay out 1 large leaf."),
    ("Open two 14-oz cans of stock.", "1/2", "Open one 14-oz can of stock."),
    ("Beat 2 eggs.", "2", "Beat 4 eggs."),
]


@pytest.mark.parametrize(("sentence", "factor", "read"), CASES, ids=[f"{case[0]} × {case[1]}" for case in CASES])
def test_words_stay_words_where_there_is_a_plain_one(sentence: str, factor: str, read: str) -> None:
    assert scaled(sentence, factor) == read


@pytest.mark.parametrize(("first", "second"), [("1/3", "3"), ("2", "1/2"), ("3", "4"), ("1/4", "2")])
@pytest.mark.parametrize("sentence", sorted({case[0] for case in CASES}))
def test_scaling_on_through_json_is_scaling_once(sentence: str, first: str, second: str) -> None:
    once = recipekit.scale(recipe(sentence), Fraction(first))
    through = parse_document(dump(recipekit.to_document(once), compact=True), None)
    both = scaled(sentence, str(Fraction(first) * Fraction(second)))
    assert recipekit.scale(through, Fraction(second)).instructions[0].steps[0].wording.text == both


def test_the_list_keeps_its_figures() -> None:
    text = "# T\n\n## Ingredients\n\n- Half a lime\n- Two onions\n"
    items = recipekit.scale(recipekit.read_recipe(text), Fraction(4)).ingredients[0].items
    assert [item.wording.text for item in items] == ["2 limes", "8 onions"]
