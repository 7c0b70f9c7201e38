"""Amounts that a recipe gives for exactly the servings that are wanted take the place of those beside them."""

from fractions import Fraction

import pytest

import recipekit
from recipekit.model import Recipe
from recipekit.parse.document import parse_document
from recipekit.render.document import dump


def recipe(step: str) -> Recipe:
    return recipekit.read_recipe(
        f"# Rice\n\nServes 6\n\n## Ingredients\n\n- 2 cups rice\n- 1 tsp sugar\n- 2 limes\n\n## Steps\n\n1. {step}\n"
    )


def for_servings(step: str, servings: int) -> str:
    return recipekit.scale_to(recipe(step), servings).instructions[0].steps[0].wording.text


SWAPPED = [
    ("Add 1¼ cups water (2¼ cups for 4 servings).", "Add 2¼ cups water."),
    ("Add 1¼ cups water (2¼ cups for four servings).", "Add 2¼ cups water."),
    ("Add 1¼ cups (2¼ cups for 4 people) of water.", "Add 2¼ cups of water."),
    ("Melt 1 tbsp butter (or 2 tbsp for 4 servings).", "Melt 2 tbsp butter."),
    ("Melt **1 tbsp** butter (*2 tbsp for 4 servings*) gently.", "Melt 2 tbsp butter gently."),
    (
        "Stir in ½ cup pasta water and ½ tsp sugar (for 4 servings, use 2/3 cup pasta water and 1 tsp sugar).",
        "Stir in 2/3 cup pasta water and 1 tsp sugar.",
    ),
    ("Add chili flakes (we used ½ tsp; 1 tsp for 4).", "Add chili flakes (we used 1 tsp)."),
    ("Add 2 limes (3 for 4 servings).", "Add 3 limes."),
    ("Add 1 cup water, or 2 cups for 4 servings.", "Add 2 cups water."),
    ("Reserve 1 cup water (1½ cups for 4 servings), then drain.", "Reserve 1½ cups water, then drain."),
    ("1 cup Wasser zugeben (2 cups für 4 Personen).", "2 cups Wasser zugeben."),
    (
        "Add 1 cup water (2 cups for 4 servings; 5 cups for 10 servings).",
        "Add 2 cups water (2 cups for 4 servings; 5 cups for 10 servings).",
    ),
    (
        "Add 1 cup water (2 cups for 4 servings if the lid is loose).",
        "Add 2 cups water (2 cups for 4 servings if the lid is loose).",
    ),
]


@pytest.mark.parametrize(("step", "read"), SWAPPED, ids=[step for step, _ in SWAPPED])
def test_the_written_alternative_takes_the_place(step: str, read: str) -> None:
    assert for_servings(step, 4) == read


@pytest.mark.parametrize("servings", [2, 3, 8, 12])
@pytest.mark.parametrize("step", [step for step, _ in SWAPPED[:4]])
def test_for_other_servings_neither_is_touched_and_a_note_names_the_place(step: str, servings: int) -> None:
    scaled = recipekit.scale_to(recipe(step), servings)
    assert scaled.instructions[0].steps[0].wording.text == step
    assert [problem.problem.code for problem in scaled.diagnostics if problem.problem.code == "RK407"] == ["RK407"]


@pytest.mark.parametrize(
    "step",
    [
        "Add ⅔ cup coconut milk (use 1 1/3 cups for larger portions).",
        "Add 1 tsp sugar (2 tsp for larger servings).",
        "Add 300 ml [600 ml] water.",
        "Add 1 cup water (500 g for 4 servings).",
        "Add 1 cup water (2 cups and 1 egg for 4 servings).",
    ],
)
def test_what_is_for_no_number_of_servings_or_does_not_fit_stays(step: str) -> None:
    assert for_servings(step, 4) == step


def test_where_it_was_swapped_no_note_says_that_it_was_left() -> None:
    scaled = recipekit.scale_to(recipe(SWAPPED[0][0]), 4)
    assert "RK407" not in [problem.problem.code for problem in scaled.diagnostics]
    [quantity] = scaled.instructions[0].steps[0].quantities
    assert (quantity.text, quantity.low, quantity.scales) == ("2¼ cups", Fraction(9, 4), True)


def test_an_ingredient_is_swapped_too() -> None:
    text = "# Rice\n\nServes 2\n\n## Ingredients\n\n- 1 cup rice, rinsed (1½ cups for 4 servings)\n"
    item = recipekit.scale_to(recipekit.read_recipe(text), 4).ingredients[0].items[0]
    assert (item.wording.text, item.name, item.note) == ("1½ cups rice, rinsed", "rice", "rinsed")


@pytest.mark.parametrize(("step", "_read"), SWAPPED, ids=[step for step, _ in SWAPPED])
@pytest.mark.parametrize(("first", "second"), [(4, 6), (4, 8), (12, 4), (4, 4)])
def test_scaling_on_begins_from_the_text_as_it_was(step: str, _read: str, first: int, second: int) -> None:
    once = recipekit.scale_to(recipe(step), first)
    through = parse_document(dump(recipekit.to_document(once), compact=True), None)
    for start in (once, through):
        twice = recipekit.scale_to(start, second)
        assert twice.instructions[0].steps[0].wording.text == for_servings(step, second)
    assert recipekit.to_document(through) == recipekit.to_document(once)


def test_a_document_that_nests_texts_as_written_is_refused() -> None:
    document = recipekit.to_document(recipekit.scale_to(recipe(SWAPPED[0][0]), 4))
    step = document["instructions"][0]["steps"][0]
    step["as_written"] = {**step["as_written"], "as_written": dict(step["as_written"])}
    with pytest.raises(recipekit.RecipeKitError, match="one text alone"):
        parse_document(dump(document, compact=True), None)


def test_what_was_left_beside_what_was_swapped_has_its_note() -> None:
    step = "Boil 3 cups water (4 cups for 4 servings). Heat 1 cup milk (2 cups for larger portions)."
    scaled = recipekit.scale_to(recipe(step), 4)
    assert scaled.instructions[0].steps[0].wording.text.startswith("Boil 4 cups water. Heat 1 cup milk")
    [problem] = [problem for problem in scaled.diagnostics if problem.problem.code == "RK407"]
    assert problem.message.startswith('"1 cup" was left')
