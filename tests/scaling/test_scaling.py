"""Scaling a recipe scales its amounts and nothing else, and scaling twice is scaling once."""

import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import recipekit
from recipekit.errors import ExitCode, ImpossibleWishError, UsageError
from recipekit.model import Recipe
from recipekit.parse.document import parse_document
from recipekit.parse.measures import with_article
from recipekit.parse.quantities import find_quantities

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.md"))
FACTORS = st.builds(Fraction, st.integers(1, 16), st.integers(1, 16))

PIE = """\
# Leek Pie

> - **Serves:** 6
> - **Prep Time:** 20 minutes
> - **Cook Time:** 40–45 minutes

## Calories

| Ingredient | Quantity        | Calories  |
| ---------- | --------------- | --------- |
| Leeks      | 3 large (270 g) | ~165 kcal |
| Butter     | 6 tbsp (85 g)   | 609 kcal  |
| Salt       | To taste        | Negligible |

**Total: 774 kcal**
**Per serving (6 servings): 129 kcal**

## Ingredients

### Filling

- 3 large leeks (sliced ½ inch thick)
- 6 tbsp (85 g) butter, divided
- 2 (13.4 oz) cans white beans
- 1½–3 tsp mustard
- 100 g 80/20 mince
- Salt, to taste

## Instructions

### Step 1: Cook

1. Preheat the oven to 400°F (200°C) and butter a 9x13-inch dish.
2. Melt 3 tbsp butter and cook the leeks for 8–10 minutes, in 2 batches.
3. Use stock and cream at 2:1; add 1½ cups stock, ½ cup at a time.
4. Shape into 18 croquettes (about 3 inches long, 3 per serving).
5. Go back to step 2 and add half the butter.

## Notes

- Loosen it with 2 tbsp water. Keeps 3 days; 215 kcal per serving.
"""


def pie(factor: str) -> dict[str, Any]:
    return document(recipekit.scale(recipekit.read_recipe(PIE), Fraction(factor)))


def document(recipe: Recipe) -> dict[str, Any]:
    return recipekit.to_document(recipe)


def through_json(recipe: Recipe) -> Recipe:
    return parse_document(json.dumps(document(recipe)), recipe.path)


def yielding(fact: str) -> Recipe:
    return recipekit.read_recipe(f"# Dish\n\n{fact}\n\n## Ingredients\n\n- 12 tbsp oil\n")


def every_quantity(node: object) -> Iterator[dict[str, Any]]:
    """Yield every quantity of a document, wherever it stands."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from value if key == "quantities" else every_quantity(value)
    elif isinstance(node, list):
        for value in node:
            yield from every_quantity(value)


def test_the_ingredients_read_scaled() -> None:
    assert [item["text"] for item in pie("1/3")["ingredients"][0]["items"]] == [
        "1 large leek (sliced ½ inch thick)",
        "2 tbsp (28 g) butter, divided",
        "½ (13.4 oz) can white beans",
        "½–1 tsp mustard",
        "33 g 80/20 mince",
        "Salt, to taste",
    ]


def test_the_exact_value_is_not_rounded() -> None:
    butter = pie("1/3")["ingredients"][0]["items"][1]["quantities"]
    assert [quantity["exact"] for quantity in butter] == [["2", "2"], ["85/3", "85/3"]]


@pytest.mark.parametrize("factor", ["1/3", "1/2", "2", "7"])
@pytest.mark.parametrize(
    ("step", "kept"),
    [
        (0, "Preheat the oven to 400°F (200°C) and butter a 9x13-inch dish."),
        (1, "butter and cook the leeks for 8–10 minutes, in 2 batches."),
        (2, "Use stock and cream at 2:1; add"),
        (2, "stock, ½ cup at a time."),
        (3, "(about 3 inches long, 3 per serving)."),
        (4, "Go back to step 2 and add half the butter."),
    ],
    ids=["temperature-and-pan", "time-and-batches", "ratio", "increment", "size-and-per-serving", "step-and-share"],
)
def test_what_is_no_amount_stays(factor: str, step: int, kept: str) -> None:
    assert kept in pie(factor)["instructions"][0]["steps"][step]["text"]


@pytest.mark.parametrize(
    ("factor", "step", "read"),
    [
        ("1/3", 1, "Melt 1 tbsp butter"),
        ("2", 1, "Melt 6 tbsp butter"),
        ("1/3", 2, "add ½ cup stock"),
        ("1/3", 3, "Shape into 6 croquettes"),
        ("1/18", 3, "Shape into 1 croquette ("),
    ],
)
def test_an_amount_in_a_step_scales(factor: str, step: int, read: str) -> None:
    assert read in pie(factor)["instructions"][0]["steps"][step]["text"]


def test_notes_scale_their_amounts_only() -> None:
    assert pie("2")["notes"][0]["text"] == "Loosen it with 4 tbsp water. Keeps 3 days; 215 kcal per serving."


def test_times_stay() -> None:
    assert pie("3")["times"] == pie("1")["times"]
    assert pie("3")["times"]["cook"]["text"] == "40–45 minutes"


def test_total_calories_scale_and_those_of_a_serving_stay() -> None:
    before, after = pie("1")["calories"], pie("1/3")["calories"]
    assert (before["total_kcal"], after["total_kcal"]) == (774, 258)
    assert (before["stated"]["total_kcal"], after["stated"]["total_kcal"]) == (774, 258)
    assert before["per_serving_kcal"] == after["per_serving_kcal"] == 129
    assert before["stated"]["per_serving_kcal"] == after["stated"]["per_serving_kcal"] == 129
    assert [row["text"] for row in after["rows"]] == ["1 large (90 g)", "2 tbsp (28 g)", "To taste"]
    assert after["unknown"] == ["Salt"]


def test_shares_and_kcal_per_100_g_do_not_change() -> None:
    def ratios(factor: str) -> list[tuple[object, object]]:
        return [(row["share"], row["kcal_per_100g"]) for row in pie(factor)["calories"]["rows"]]

    assert ratios("1/3") == ratios("1") == ratios("7")


def test_a_scaled_recipe_says_by_how_much() -> None:
    assert pie("1/3")["scaled"] == {"factor": "1/3", "from": 6, "to": 2}
    assert pie("1")["scaled"] is None
    assert pie("1/3")["serves"]["text"] == "2"


def test_a_line_is_still_that_of_the_file() -> None:
    lines = [item["line"] for item in pie("2")["ingredients"][0]["items"]]
    assert lines == [item["line"] for item in pie("1")["ingredients"][0]["items"]]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_scaling_by_one_is_the_recipe_itself(path: Path) -> None:
    recipe = recipekit.read_recipe(path)
    assert recipekit.scale(recipe, 1) is recipe


@settings(deadline=None, max_examples=25)
@given(FACTORS, FACTORS)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_scaling_by_a_and_then_b_is_scaling_by_ab(path: Path, first: Fraction, second: Fraction) -> None:
    recipe = recipekit.read_recipe(path)
    twice = recipekit.scale(recipekit.scale(recipe, first), second)
    assert document(twice) == document(recipekit.scale(recipe, first * second))


@settings(deadline=None, max_examples=25)
@given(FACTORS, FACTORS)
@example(Fraction(1, 3), Fraction(3))
@example(Fraction(1, 7), Fraction(2, 3))
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_scaling_twice_through_json_is_scaling_once(path: Path, first: Fraction, second: Fraction) -> None:
    recipe = recipekit.read_recipe(path)
    twice = recipekit.scale(through_json(recipekit.scale(recipe, first)), second)
    assert document(twice) == document(recipekit.scale(recipe, first * second))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_document_read_back_is_itself(path: Path) -> None:
    recipe = recipekit.read_recipe(path)
    assert document(through_json(recipe)) == document(recipe)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_third_of_it_three_times_is_the_recipe_again(path: Path) -> None:
    recipe = recipekit.read_recipe(path)
    third = recipekit.scale(recipe, Fraction(1, 3))
    assert document(recipekit.scale(third, 3)) == document(recipe)


LINES = [
    "2 large eggs",
    "2 (13.4 oz) cans beans",
    "1½–2 cups stock",
    "1 heaping tbsp cocoa",
    "flour: 500 g",
    "2 chicken breasts (about 6 oz each)",
    "a pinch of salt",
    "4 garlic cloves",
    "juice of 1 lemon",
    "3 fl oz rum",
    "7 tbsp tahini",
    "½ a lemon",
]


@pytest.mark.parametrize(
    "line",
    LINES,
)
def test_an_ingredient_scaled_twice_through_json_reads_as_scaled_once(line: str) -> None:
    recipe = recipekit.read_recipe(f"# Dish\n\n## Ingredients\n\n- {line}\n")
    for first, second in [(Fraction(1, 3), Fraction(3)), (Fraction(2), Fraction(3, 2)), (Fraction(3), Fraction(1, 3))]:
        twice = recipekit.scale(through_json(recipekit.scale(recipe, first)), second)
        wanted = document(recipekit.scale(recipe, first * second))
        assert document(twice)["ingredients"] == wanted["ingredients"]


def test_a_step_scaled_from_json_reads_as_scaled_from_the_file() -> None:
    text = "# Dish\n\n## Ingredients\n\n- 2 limes\n\n## Method\n\n- Squeeze over the juice from half a lime.\n"
    recipe = recipekit.read_recipe(text)
    assert document(recipekit.scale(through_json(recipe), 3)) == document(recipekit.scale(recipe, 3))


@pytest.mark.parametrize("factor", ["1/3", "2", "3"])
def test_half_an_onion_keeps_its_place(factor: str) -> None:
    recipe = recipekit.scale(recipekit.read_recipe("# Dish\n\n## Ingredients\n\n- half an onion\n"), Fraction(factor))
    [quantity] = recipe.ingredients[0].items[0].quantities
    assert quantity.number_end <= quantity.end
    assert quantity.text == recipe.ingredients[0].items[0].wording.text[: quantity.number_end]


def test_half_a_dozen_eggs_through_json_do_not_crash() -> None:
    text = "# Dish\n\n## Ingredients\n\n- 6 eggs\n\n## Method\n\n- Beat half a dozen eggs.\n"
    seventh = recipekit.scale(recipekit.read_recipe(text), Fraction(1, 7))
    assert recipekit.scale(through_json(seventh), Fraction(2, 3))


@settings(deadline=None, max_examples=25)
@given(FACTORS)
@example(Fraction(1, 1000))
@example(Fraction(1000))
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_no_amount_vanishes_and_every_printed_one_reads_back(path: Path, factor: Fraction) -> None:
    before = list(every_quantity(document(recipekit.read_recipe(path))))
    after = list(every_quantity(document(recipekit.scale(recipekit.read_recipe(path), factor))))
    assert len(after) == len(before)
    for quantity in after:
        text = quantity["text"]
        found, unreadable = find_quantities(text)
        found = with_article(text, found)
        assert found, text
        assert not unreadable, text
        assert found[0].start == 0
        assert found[0].low > 0, text


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("factor", ["1/3", "2", "7/5"])
def test_a_span_holds_its_quantity(path: Path, factor: str) -> None:
    def check(node: object) -> None:
        if isinstance(node, dict):
            for quantity in node.get("quantities", ()):
                start, end = quantity["span"]
                assert node["text"][start:end] == quantity["text"]
            node = list(node.values())
        if isinstance(node, list):
            for value in node:
                check(value)

    check(document(recipekit.scale(recipekit.read_recipe(path), Fraction(factor))))


def test_servings_from_a_range_count_from_its_low_end() -> None:
    half = document(recipekit.scale_to(yielding("Serves 4–6"), 2))
    assert half["scaled"]["factor"] == "1/2"
    assert half["serves"]["text"] == "2–3"
    assert half["ingredients"][0]["items"][0]["text"] == "6 tbsp oil"


def test_cookies_are_no_servings() -> None:
    with pytest.raises(ImpossibleWishError, match="makes 24 cookie") as refused:
        recipekit.scale_to(yielding("Makes 24 cookies"), 4)
    assert "--yield" in str(refused.value)
    assert "--times" in str(refused.value)
    assert refused.value.exit_code is ExitCode.IMPOSSIBLE


def test_a_refusal_counts_in_the_plural() -> None:
    with pytest.raises(ImpossibleWishError, match="makes 24 cookies and"):
        recipekit.scale_to(yielding("Makes 24 cookies"), 4)


def test_cookies_can_be_made_by_number() -> None:
    made = document(recipekit.scale_to_yield(yielding("Makes 24 cookies"), 8))
    assert made["serves"]["text"] == "8 cookies"
    assert made["ingredients"][0]["items"][0]["text"] == "4 tbsp oil"


@pytest.mark.parametrize("wish", [recipekit.scale_to, recipekit.scale_to_yield], ids=["servings", "yield"])
def test_a_recipe_that_does_not_say_is_scaled_by_times(wish: Any) -> None:
    with pytest.raises(ImpossibleWishError, match="--times"):
        wish(yielding("A fine dish."), 2)
    doubled = document(recipekit.scale(yielding("A fine dish."), 2))
    assert doubled["scaled"] == {"factor": "2", "from": None, "to": None}


@pytest.mark.parametrize("wish", [0, -1, Fraction(-1, 2), 10**6 + 1])
@pytest.mark.parametrize("scale", [recipekit.scale, recipekit.scale_to, recipekit.scale_to_yield])
def test_a_number_that_cannot_be_meant_is_refused(scale: Any, wish: Fraction) -> None:
    with pytest.raises(UsageError, match="above 0 and at most a million"):
        scale(yielding("Serves 4"), wish)


@pytest.mark.parametrize(
    ("fact", "kind", "count"),
    [
        ("Makes 6 (8-inch) tortillas", "tortilla", 6),
        ("Makes 24 2-inch cookies", "cookie", 24),
        ("Makes one 9-inch pie", "pie", 1),
        ("Makes 1 dozen cookies", "cookie", 12),
    ],
)
def test_what_a_recipe_makes_is_no_number_of_people(fact: str, kind: str, count: int) -> None:
    serves = yielding(fact).serves
    assert serves is not None
    assert (serves.low, serves.unit) == (Fraction(count), kind)


RICE = """\
# Rice

Serves {serves}

## Ingredients

- 2 cups rice

## Method

- Pour in 1 cup water (2 cups for 4 servings) and 1 tsp salt.
"""


@pytest.mark.parametrize("factor", ["1/3", "2"])
def test_amounts_for_other_servings_stay_and_are_reported(factor: str) -> None:
    recipe = recipekit.scale(recipekit.read_recipe(RICE.format(serves=6)), Fraction(factor))
    assert "1 cup water (2 cups for 4 servings)" in recipe.instructions[0].steps[0].wording.text
    found = [problem for problem in recipe.diagnostics if problem.problem.code == "RK407"]
    assert [(problem.line, problem.column) for problem in found] == [(11, 11)]


def test_amounts_for_other_servings_are_reported_only_when_it_matters() -> None:
    recipe = recipekit.read_recipe(RICE.format(serves=6))
    assert not [problem for problem in recipe.diagnostics if problem.problem.code == "RK407"]
    back = recipekit.scale(recipekit.scale(recipe, 2), Fraction(1, 2))
    assert document(back) == document(recipe)


def test_an_amount_for_the_recipes_own_servings_scales() -> None:
    recipe = recipekit.scale(recipekit.read_recipe(RICE.format(serves=4)), 2)
    assert "(4 cups for" in recipe.instructions[0].steps[0].wording.text
