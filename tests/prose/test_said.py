"""The author has the last word: a comment behind a sentence fixes its numbers, or lets them scale."""

from fractions import Fraction

import pytest

import recipekit
from recipekit.model import Recipe, Step

HEAD = "# Soup\n\nServes 4\n\n## Ingredients\n\n- 2 onions\n\n## Steps\n\n"


def read(steps: str) -> Recipe:
    return recipekit.read_recipe(HEAD + steps)


def step(text: str) -> Step:
    return read(text).instructions[0].steps[0]


def doubled(text: str) -> str:
    return recipekit.scale(read(text), Fraction(2)).instructions[0].steps[0].wording.text


@pytest.mark.parametrize(
    ("written", "twice"),
    [
        ("- Salt the water with 2 tbsp salt. <!-- recipekit: fixed -->", "Salt the water with 2 tbsp salt."),
        ("- Salt it with 2 tbsp salt. <!--recipekit:fixed-->", "Salt it with 2 tbsp salt."),
        ("- Salt it with 2 tbsp salt. <!-- RecipeKit: Fixed (always) -->", "Salt it with 2 tbsp salt."),
        ("- Add 1 cup oil. <!-- recipekit: fixed --> Add 2 onions.", "Add 1 cup oil. Add 4 onions."),
        ("- Add 2 onions. Add 1 cup oil. <!-- recipekit: fixed -->", "Add 4 onions. Add 1 cup oil."),
        ("- Add 1 cup oil <!-- recipekit: fixed --> and 2 onions.", "Add 1 cup oil and 4 onions."),
        ("- Add **1 cup** oil.\n  <!-- recipekit: fixed -->", "Add 1 cup oil."),
        ("Add 1 cup oil.\n<!-- recipekit: fixed -->", "Add 1 cup oil."),
        ("- Divide among 4 plates. <!-- recipekit: scale -->", "Divide among 8 plates."),
        ("- Serve with 1 roll. <!-- recipekit: scale -->", "Serve with 2 rolls."),
        ("- Put 1 tbsp jam on each scone. <!-- recipekit: scale -->", "Put 2 tbsp jam on each scone."),
        (
            "- Bake 2 trays at 200 °C for 20 minutes. <!-- recipekit: scale -->",
            "Bake 4 trays at 200 °C for 20 minutes.",
        ),
        ("- Use half the dough, as in step 3. <!-- recipekit: scale -->", "Use half the dough, as in step 3."),
        ("- Add 1 cup oil. <!-- buy more of it -->", "Add 2 cups oil."),
    ],
)
def test_a_comment_speaks_for_the_sentence_before_it(written: str, twice: str) -> None:
    assert doubled(written) == twice


def test_the_reason_names_the_author() -> None:
    assert [quantity.why for quantity in step("- Add 1 cup oil. <!-- recipekit: fixed -->").quantities] == [
        "the author says that it stays"
    ]


def test_a_note_and_an_ingredient_can_be_fixed_too() -> None:
    text = "# Rice\n\n## Ingredients\n\n- 1 tsp salt <!-- recipekit: fixed -->\n\n## Notes\n\n- Use 1 cup. <!-- recipekit: fixed -->\n"
    twice = recipekit.scale(recipekit.read_recipe(text), Fraction(2))
    assert twice.ingredients[0].items[0].wording.text == "1 tsp salt"
    assert twice.notes[0].wording.text == "Use 1 cup."


def test_a_comment_below_the_notes_speaks_for_the_last() -> None:
    text = "# Rice\n\n## Notes\n\nUse 1 cup.\n\n<!-- recipekit: fixed -->\n"
    assert not recipekit.read_recipe(text).notes[0].quantities[0].scales


def test_a_misspelt_comment_is_reported_with_its_line() -> None:
    [problem] = list(read("- Add 1 cup oil. <!-- recipekit: fixd -->").diagnostics)
    assert (problem.problem.code, problem.line) == ("RK115", 11)
    assert "fixd" in problem.message


def test_it_comes_back_from_json() -> None:
    recipe = read("- Add 1 cup oil. <!-- recipekit: fixed -->")
    document = recipekit.to_document(recipekit.scale(recipe, Fraction(2)))
    assert document["instructions"][0]["steps"][0]["quantities"][0]["scales"] is False
