"""Wrong figures are rewritten in their own style, from the rows, and nothing else is."""

import pytest

from recipekit.edits.correcting import correct, corrections
from recipekit.parse.recipe import parse_recipe
from recipekit.source import Source

HEAD = "# Beans\n\nServes 4\n\n## Calories\n\n| Food | Calories |\n| --- | --- |\n"
ROWS = "| Beans | 1,600 kcal |\n| Oil | 420 kcal |\n"
CASES = {
    "a-total": ("Total: 2,000 kcal\n", "Total: 2,020 kcal\n"),
    "its-style": ("**Total (approx): ~1,900 kcal**  \n", "**Total (approx): ~2,020 kcal**  \n"),
    "without-thousands": ("Total: 1900\n", "Total: 2020\n"),
    "and-one-serving-with-it": (
        "Total: 1,900 kcal\n\nPer serving (4 servings): ~475 kcal\n", "Total: 2,020 kcal\n\nPer serving (4 servings): ~505 kcal\n",
    ),
    "one-serving-that-was-right-stays": (
        "Total: 1,900 kcal\n\nPer serving: 505 kcal\n", "Total: 2,020 kcal\n\nPer serving: 505 kcal\n",
    ),
    "one-serving": ("Total: 2,020 kcal\n\nPer serving: 450 kcal\n", "Total: 2,020 kcal\n\nPer serving: 505 kcal\n"),
    "a-label": ("Per serving (5 servings): 505 kcal\n", "Per serving (4 servings): 505 kcal\n"),
    "both-units": ("Total: 1,900 kcal (7,950 kJ)\n", "Total: 2,020 kcal (8,452 kJ)\n"),
    "what-is-right": ("Total: 2,020 kcal\n\nPer serving: 500 kcal\n", "Total: 2,020 kcal\n\nPer serving: 500 kcal\n"),
    "what-may-be-right": ("Total: 1,600 kcal\n\nTotal: 420 kcal\n", "Total: 1,600 kcal\n\nTotal: 420 kcal\n"),
}  # fmt: skip


@pytest.mark.parametrize(("was", "wanted"), CASES.values(), ids=CASES)
def test_figures_below_the_table(was: str, wanted: str) -> None:
    revision = correct(parse_recipe(Source(HEAD + ROWS + "\n" + was)))
    assert revision.raw == HEAD + ROWS + "\n" + wanted
    assert len(list(corrections(revision))) == sum(
        a != b for a, b in zip(was.split("\n"), wanted.split("\n"), strict=True)
    )


def test_rows_of_nothing_add_up_to_nothing() -> None:
    raw = HEAD + "| Water | 0 |\n| **Total** | **7** |\n| **Per serving** | **7** |\n"
    assert correct(parse_recipe(Source(raw))).raw == raw.replace("**7**", "**0**")


def test_a_point_before_three_digits_parts_thousands_of_kcal() -> None:
    raw = "# Brot\n\nPortionen: 4\n\n## Kalorien\n\n| Zutat | Kalorien |\n| --- | --- |\n| Mehl | 1.475 kcal |\n| Butter | 741 kcal |\n\n"
    recipe = parse_recipe(Source(f"{raw}Gesamt: 2.200 kcal\n"))
    assert recipe.calories is not None
    assert [row.kcal for row in recipe.calories.rows] == [1475, 741]
    assert correct(recipe).raw == f"{raw}Gesamt: 2.216 kcal\n"
