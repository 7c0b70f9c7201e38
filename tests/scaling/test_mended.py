"""What once went wrong in sentences, alternatives and documents stays mended."""

import json
from fractions import Fraction

import pytest

import recipekit
from recipekit.ops.conversion import to_units
from recipekit.ops.larder import Larder
from recipekit.ops.style import manner_of
from recipekit.parse.document import parse_document
from recipekit.render.document import dump

HEAD = "# T\n\nServes 6\n\n## Ingredients\n\n- 2 eggs\n- 3 limes\n- 1 tin coconut milk\n\n## Steps\n\n"


def recipe(step: str) -> recipekit.Recipe:
    return recipekit.read_recipe(f"{HEAD}1. {step}\n")


def text_of(recipe: recipekit.Recipe) -> str:
    return recipe.instructions[0].steps[0].wording.text


@pytest.mark.parametrize(
    ("step", "factor", "read"),
    [
        ("3 two or three <!-- recipekit: scale -->", "2", "3 two or three"),
        ("Take 5 one to two eggs <!-- recipekit: scale -->", "2", "Take 5 two to four eggs"),
        ("Add 4 large or 5 small eggs. <!-- recipekit: scale -->", "2", "Add 4 large or 10 small eggs."),
        ("Preheat to 350 and roll it. <!-- recipekit: scale -->", "2", "Preheat to 350 and roll it."),
        ("Use three 8 oz. packages of cheese.", "2", "Use six 8 oz. packages of cheese."),
        ("Add half a 14-oz can of beans.", "2", "Add half a 14-oz can of beans."),
        ("Add 3, 4 or 5 eggs.", "2", "Add 6, 8 or 10 eggs."),
        ("Add one cup plus two tbsp flour.", "2", "Add 2¼ cups flour."),
        ("Add a third of a cup of stock.", "3", "Add one cup of stock."),
        ("Add half a tin of coconut milk.", "1/2", "Add a quarter of a tin of coconut milk."),
        ("Divide between 6 plates.", "1/3", "Divide between 2 plates."),
        ("Divide between 6 plates.", "3/4", "Divide between ≈5 plates."),
        ("Add one lb beef.", "1/2", "Add half a lb beef."),
        ("Beat half of a dozen eggs.", "2", "Beat one dozen eggs."),
        ("Use 2 cups and a half of stock.", "2", "Use 5 cups of stock."),
        ("Pour in a cup and a half of stock.", "2", "Pour in 3 cups of stock."),
        (
            "Add ¾ cup milk (1½ cups for 8 servings). <!-- recipekit: scale -->",
            "2",
            "Add 1½ cups milk (1½ cups for 8 servings).",
        ),
    ],
)
def test_a_sentence_scales_as_a_cook_expects(step: str, factor: str, read: str) -> None:
    assert text_of(recipekit.scale(recipe(step), Fraction(factor))) == read.replace("≈", "")


@pytest.mark.parametrize("factor", ["2", "1/3", "7"])
@pytest.mark.parametrize(
    "step",
    [
        "Add 1 2-3 lb chicken.",
        "Cut 12 2-3 lb fish.",
        "Add 180 two flour.",
        "2 2.5 limes and 4[12 eggs.",
        "Use 2 * 3 eggs <!-- recipekit: scale -->",
        "Open 2 14-oz cans of İsot peppers.",
        "Boil 2 1 to 2 pound lobsters.",
    ],
)
def test_what_it_writes_it_reads_back(step: str, factor: str) -> None:
    scaled = recipekit.scale(recipe(step), Fraction(factor))
    through = parse_document(dump(recipekit.to_document(scaled), compact=True), None)
    assert recipekit.to_document(through) == recipekit.to_document(scaled)
    again = recipekit.scale(through, Fraction(2))
    assert text_of(again) == text_of(recipekit.scale(recipe(step), Fraction(factor) * 2))


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("1 Tbsp. oil (2 Tbsp. for 4 servings)", "2 Tbsp oil"),
        (
            "two 14-oz cans tomatoes (one 28-oz can for 4 servings)",
            "two 14-oz cans tomatoes (one 28-oz can for 4 servings)",
        ),
        ("1½ cups (2 cups for 4 servings) rice", "2 cups rice"),
        ("1 egg (for 4 servings: 2 eggs)", "2 eggs"),
        ("Juice of 1 lemon (2 lemons for 4 servings)", "Juice of 2 lemons"),
    ],
)
def test_an_alternative_in_the_list_is_swapped_whole_or_not_at_all(line: str, read: str) -> None:
    text = f"# T\n\nServes 6\n\n## Ingredients\n\n- {line}\n"
    item = recipekit.scale_to(recipekit.read_recipe(text), 4).ingredients[0].items[0]
    assert item.wording.text.replace("Tbsp.", "Tbsp") == read
    assert item.name == item.name.strip()


def test_a_second_alternative_in_a_bracket_is_found_too() -> None:
    step = "Add 1 cup milk (2 cups for 4 servings; 3 cups for 8 servings)."
    assert text_of(recipekit.scale_to(recipe(step), 8)).startswith("Add 3 cups milk")
    assert text_of(recipekit.scale_to(recipe(step), 4)).startswith("Add 2 cups milk")


@pytest.mark.parametrize("step", ["Add 1 lb beef and 2 cups (480 ml) milk.", "Add 4 oz butter, 1 cup (240 ml) milk."])
def test_what_weighs_is_no_volume_of_what_stands_farther_away(step: str) -> None:
    read = recipe(step)
    metric = text_of(to_units(read, "metric", manner_of(read), Larder()))
    assert " g " in metric
    assert metric.count("ml") == 1


@pytest.mark.parametrize(
    ("line", "serves"),
    [("Makes 12, serves 6", 6), ("Makes 12 · Serves 6", 6), ("Serves 6, makes 12", 6), ("Makes 12", 12)],
)
def test_whom_it_serves_goes_before_what_it_makes(line: str, serves: int) -> None:
    read = recipekit.read_recipe(f"# T\n\n{line}\n\n## Ingredients\n\n- 2 eggs\n").serves
    assert read is not None
    assert read.low == serves


def test_a_plural_stays_the_plural_that_its_author_wrote() -> None:
    text = "# T\n\n## Zutaten\n\n- 6 altbackene Semmeln\n- 3 Eiern\n"
    items = recipekit.scale(recipekit.read_recipe(text), Fraction(2)).ingredients[0].items
    assert [item.wording.text for item in items] == ["12 altbackene Semmeln", "6 Eiern"]


def test_a_comment_on_the_line_below_speaks_for_the_whole_paragraph() -> None:
    read = recipe("Add 2 eggs. Add 3 eggs. Add 4 eggs.\n\n   <!-- recipekit: fixed -->")
    assert text_of(recipekit.scale(read, Fraction(3))) == "Add 2 eggs. Add 3 eggs. Add 4 eggs."


@pytest.mark.parametrize("factor", ["0", "-1"])
def test_a_document_scaled_by_nothing_is_refused(factor: str) -> None:
    document = recipekit.to_document(recipekit.scale(recipe("Add 2 eggs."), Fraction(2)))
    document["scaled"]["factor"] = factor
    with pytest.raises(recipekit.RecipeKitError, match="more than 0"):
        parse_document(json.dumps(document), None)


def test_an_explanation_does_not_repeat_a_whole_page_for_every_number() -> None:
    document = recipekit.to_document(recipe("2 cups flour and " * 2000), explain=True)
    assert len(document["numbers"]) <= 310
    assert max(len(number["sentence"]) for number in document["numbers"]) < 1200
