"""Where the foods of a list stand."""

from shopped import soup

from recipekit.api import read_recipe
from recipekit.ops.shopping import Settings, shopping_list
from recipekit.render.shopping import line_of

GROUPED = "# {}\n\n## Ingredients\n\n### {}\n\n- 1 onion\n\n### {}\n\n- 1 cup milk\n"


def test_foods_stand_under_the_headings_of_most_recipes() -> None:
    one = read_recipe(GROUPED.format("A", "Produce", "Dairy"))
    other = read_recipe(GROUPED.format("B", "PRODUCE:", "Fridge"))
    third = read_recipe(GROUPED.format("C", "Produce", "Dairy"))
    found = shopping_list([other, one, third])
    assert [(part.title, [item.name for item in part.items]) for part in found.parts] == [
        ("Produce", ["onions"]),
        ("Dairy", ["milk"]),
    ]


def test_what_stands_under_no_heading_in_most_recipes_stands_under_none() -> None:
    one = read_recipe(GROUPED.format("A", "For the sauce", "Dairy"))
    found = shopping_list([one, soup("1 onion"), soup("2 onions")])
    assert [(part.title, [item.name for item in part.items]) for part in found.parts] == [
        ("Dairy", ["milk"]), ("Other", ["onions"]),
    ]  # fmt: skip


def test_aisles_go_before_headings() -> None:
    aisles = {"Cold": ["cheese", "milk"], "Dry": ["rice"], "Produce": []}
    recipe = read_recipe(GROUPED.format("A", "produce", "Dairy"))
    other = soup("1 cup parmesan", "1 cup jasmine rice", "1 cup coconut milk", "1 egg")
    found = shopping_list([recipe, other], Settings(aisles))
    assert [(part.title, [item.name for item in part.items]) for part in found.parts] == [
        ("Cold", ["milk", "parmesan"]),
        ("Dry", ["jasmine rice"]),
        ("Produce", ["onion"]),
        ("Other", ["coconut milk", "egg"]),
    ]


def test_no_canned_tomato_is_fresh() -> None:
    found = shopping_list(
        [soup("5 tomatoes", "1 can tomatoes")], Settings({"Tins": ["canned tomatoes"], "Veg": ["tomatoes"]})
    )
    assert [(part.title, [line_of(item) for item in part.items]) for part in found.parts] == [
        ("Tins", ["1 can tomatoes"]), ("Veg", ["5 tomatoes"]),
    ]  # fmt: skip


def test_an_aisle_called_other_takes_the_others() -> None:
    found = shopping_list([soup("1 egg", "1 cup rice")], Settings({"Other": ["rice"]}))
    assert [(part.title, [item.name for item in part.items]) for part in found.parts] == [("Other", ["egg", "rice"])]


def test_the_first_aisle_that_names_a_kind_has_it() -> None:
    found = shopping_list([soup("1 cup parmesan")], Settings({"Cold": ["cheese"], "Cheese": ["dairy"]}))
    assert [part.title for part in found.parts] == ["Cold"]


def test_an_aisle_of_canned_tomatoes_has_no_fresh_ones() -> None:
    found = shopping_list([soup("2 tomatoes")], Settings({"Tins": ["canned tomatoes"]}))
    assert [part.title for part in found.parts] == [None]


def test_a_heading_of_as_many_lines_as_none_counts() -> None:
    one = read_recipe(GROUPED.format("A", "Produce", "Dairy"))
    found = shopping_list([one, soup("1 onion")])
    assert [part.title for part in found.parts] == ["Produce", "Dairy"]


def test_headings_stand_in_the_order_of_most_recipes() -> None:
    long = "# L\n\n## Ingredients\n\n### A\n\n- 1 egg\n\n### B\n\n- 1 leek\n\n### C\n\n- 1 cup milk\n"
    short = "# S\n\n## Ingredients\n\n### C\n\n- 1 cup milk\n\n### B\n\n- 1 leek\n\n### A\n\n- 1 egg\n"
    many = [read_recipe(long), read_recipe(long), read_recipe(short)]
    assert [part.title for part in shopping_list(many).parts] == ["A", "B", "C"]


def test_headings_of_several_recipes_come_first_and_parts_of_a_dish_last() -> None:
    head = (
        "## Ingredients\n\n### For the sauce\n\n- 1 cup soy sauce\n\n### {}\n\n- 1 leek\n\n### Dairy\n\n- 1 cup milk\n"
    )
    one = read_recipe(f"# A\n\n{head.format('Basket')}")
    other = read_recipe(f"# B\n\n{head.format('Produce')}")
    parts = shopping_list([one, other]).parts
    assert [part.title for part in parts] == ["Dairy", "Basket", "For the sauce"]


def test_what_stands_under_an_optional_heading_is_optional() -> None:
    text = "# Chili\n\n## Ingredients\n\n### Stew\n\n- 1 avocado\n\n### For serving (optional)\n\n- 2 avocados\n- cheddar\n"
    parts = shopping_list([read_recipe(text)]).parts
    assert [(part.title, [line_of(item) for item in part.items]) for part in parts] == [
        ("Stew", ["1 + 2 optional avocados"]), ("For serving (optional)", ["cheddar (optional)"]),
    ]  # fmt: skip
