"""A recipe says in its front matter in which language its numbers are written."""

import recipekit


def test_the_language_of_the_recipe_is_that_of_its_numbers() -> None:
    text = (
        "---\nlang: de\n---\n\n# Brot\n\n## Zutaten\n\n- 1.000 g Mehl\n\n## Zubereitung\n\n1. 1.000 g Mehl sieben.\n\n"
        "## Kalorien\n\n| Zutat | Menge | kcal |\n|---|---|---|\n| Mehl | 1.000 g | 3.640 kcal |\n\nGesamt: 3.640 kcal\n"
    )
    recipe = recipekit.read_recipe(text)
    assert recipe.calories is not None
    rows = recipe.calories.rows
    read = [recipe.ingredients[0].items[0].quantities, recipe.instructions[0].steps[0].quantities, rows[0].quantities]
    assert [quantities[0].low for quantities in read] == [1000, 1000, 1000]
    assert rows[0].kcal == recipe.calories.stated.total == 3640
    english = recipekit.read_recipe(text.replace("lang: de", "lang: en"))
    assert english.ingredients[0].items[0].quantities[0].low == 1
