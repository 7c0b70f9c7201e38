"""What lines of recipes come to: a table of cases, and what holds for any recipes."""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from itertools import permutations
from pathlib import Path

import mistune
import pytest
from hypothesis import given
from hypothesis import strategies as st
from recipes import ALL
from shopped import apart, bought, items, soup

from recipekit.api import read_recipe
from recipekit.foods.identity import identity
from recipekit.foods.likeness import Likeness, compare
from recipekit.model import Recipe
from recipekit.ops.conversion import to_units
from recipekit.ops.larder import Larder
from recipekit.ops.scaling import scale, scale_amounts
from recipekit.ops.shopping import Settings, ShoppingList, shopping_list
from recipekit.ops.shopping.adding import base_of, kind_of
from recipekit.ops.shopping.stocked import stock_of
from recipekit.ops.style import PLAIN
from recipekit.render.shopping import common_manner, line_of, markdown, plain, recipes_text, sheet
from recipekit.render.shopping_document import shopping_document


def cases() -> list[tuple[str, list[str], list[str], list[str]]]:
    """Return the cases of the table: title, lines, what is bought, what is left out."""
    text = (Path(__file__).parent / "lists.txt").read_text(encoding="utf-8")
    found = []
    for block in text.split("\n\n")[1:]:
        title, *rows = block.strip().split("\n")
        given = [row for row in rows if not row.startswith(("=>", "out:"))]
        wanted = [row.removeprefix("=> ") for row in rows if row.startswith("=>")]
        found.append((title, given, wanted, [row.removeprefix("out: ") for row in rows if row.startswith("out:")]))
    return found


@pytest.mark.parametrize(("lines", "wanted", "out"), [case[1:] for case in cases()], ids=[case[0] for case in cases()])
def test_lines_come_to(lines: list[str], wanted: list[str], out: list[str]) -> None:
    of_one = shopping_list([soup(*lines)])
    of_many = shopping_list([soup(line, title=f"Soup {at}") for at, line in enumerate(lines)])
    for found in (of_one, of_many):
        assert sorted(bought(found)) == sorted(wanted)
        assert sorted(apart(found)) == sorted(out)


FOODS = (
    "garlic (minced)", "garlic", "rice", "rice, cooked", "cooked rice", "onions, diced", "red onion", "flour", "milk",
    "olive oil, divided", "butter", "ground beef (85/15)", "ground beef", "chickpeas", "moon dust", "salt", "water",
    "Zwiebeln", "butter or margarine", "tomatoes (optional)", "salt and pepper", "lime juice", "eggs",
)  # fmt: skip
AMOUNTS = ("", "1 ", "2 ", "½ ", "1 cup ", "2 tbsp ", "150 g ", "3 oz ", "1–2 tsp ", "1 can ", "1 (15 oz) can ", "1 kg ",
           "1 stick ", "a pinch of ", "about 2 cups ")  # fmt: skip
LINES = st.builds(lambda amount, food: f"{amount}{food}", st.sampled_from(AMOUNTS), st.sampled_from(FOODS))
RECIPES = st.lists(st.lists(LINES, min_size=1, max_size=6), min_size=1, max_size=4)
FACTORS = st.sampled_from([Fraction(1, 3), Fraction(1, 2), Fraction(1), Fraction(3, 2), Fraction(7, 5), Fraction(4)])


def recipes_of(lists: Sequence[Sequence[str]]) -> list[Recipe]:
    """Return a recipe for each of *lists* of lines."""
    return [soup(*lines, title=f"Soup {at}") for at, lines in enumerate(lists)]


def sums(found: ShoppingList) -> dict[object, tuple[Fraction, Fraction]]:
    """Return what each kind of each food comes to in its base unit."""
    return {
        (item.food.key, kind_of(amount, item.name), amount.optional): (
            amount.low * base_of(amount, item.name),
            amount.high * base_of(amount, item.name),
        )
        for item in items(found)
        for amount in item.needed
    }


@given(RECIPES)
def test_no_ingredient_is_lost(lists: list[list[str]]) -> None:
    found = shopping_list(recipes_of(lists))
    named = {(found.recipes[need.recipe].title, need.line, need.text) for item in items(found) for need in item.needs}
    for recipe in found.recipes:
        for group in recipe.ingredients:
            for item in group.items:
                assert (recipe.title, item.wording.line, item.wording.text) in named


JOINED = (
    "{a}, 1 cup {b}", "{a} plus 1 cup {b}", "{a} and 1 cup {b}", "{a} & 2 tbsp {b}", "1 cup {a}, plus {b}",
    "2 tbsp {a} plus extra {b}", "1 cup {a} plus a little {b}", "1 cup {a} plus more {b}", "For serving: {a}, 2 cups {b}",
    "{a}, {b}", "{a} and {b}", "1 cup {a} and 2 tbsp {b}", "1 cup {a}, 2 tbsp {b}", "1 cup {a}; 2 tbsp {b}",
    "1 cup {a} and {b}", "1 cup {a}, {b}", "2 cups {a} + 1 cup {b}", "1 cup each {a} and {b}", "1 cup {a} and {b} each",
    "1 cup {a} plus more for the pan, plus {b}", "1 cup {a} with {b}", "1 cup {a}, some {b}", "For it: 1 cup {a}, {b}",
    "1 cup {a} plus more, 1 tsp {b}",
)  # fmt: skip
APART = ("butter", "eggs", "salt", "oil", "limes", "rice", "cilantro", "guanciale", "flour", "pepper", "ground beef")


@pytest.mark.parametrize("pattern", JOINED)
def test_no_food_of_a_line_is_lost_where_a_cook_looks(pattern: str) -> None:
    for one, other in permutations(APART, 2):
        found = shopping_list([soup(pattern.format(a=one, b=other))])
        for shown in (plain(found, why=False), markdown(found, why=False), sheet(found).splitlines()):
            said = "\n".join(shown)
            assert one in said, (one, other)
            assert other in said, (one, other)


@given(RECIPES)
def test_every_amount_is_in_a_sum(lists: list[list[str]]) -> None:
    """What is counted and what is weighed or poured in one measure only comes to the sum of its lines."""
    for item in items(shopping_list(recipes_of(lists))):
        firsts = [(need.optional, need.amounts[0], need.called) for need in item.needs if need.amounts]
        if len({kind_of(amount, name).dimension for _, amount, name in firsts}) == 1:
            for end in ("low", "high"):
                wanted = sum((getattr(amount, end) * base_of(amount, name) for _, amount, name in firsts), Fraction(0))
                given = (getattr(amount, end) * base_of(amount, item.name) for amount in item.needed)
                assert sum(given, Fraction(0)) == wanted


HEADINGS = st.sampled_from(["Produce", "PRODUCE:", "For the sauce", "Dairy", "Pantry"])
GROUPS = st.lists(st.tuples(HEADINGS, st.lists(LINES, min_size=1, max_size=3)), min_size=1, max_size=3)
TABLES = st.sampled_from(["", "| Moon dust | 1 cup (100 g) | 5 kcal |\n", "| Moon dust | 1 cup (90 g) | 5 kcal |\n"])


def grouped(groups: Sequence[tuple[str, Sequence[str]]], table: str) -> Recipe:
    """Return a recipe with headings in its list, and a table that says what a cup weighs; all have one title."""
    said = "".join(f"### {title}\n\n" + "".join(f"- {line}\n" for line in lines) + "\n" for title, lines in groups)
    head = "## Calories\n\n| Food | Quantity | Calories |\n| --- | --- | --- |\n"
    return read_recipe(f"# Soup\n\nServes 4\n\n{head + table if table else ''}\n## Ingredients\n\n{said}")


@given(st.lists(st.builds(grouped, GROUPS, TABLES), min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_recipes_does_not_matter(recipes: list[Recipe], random: object) -> None:
    mixed = list(recipes)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    stocks = (stock_of("rice", "300 g"), stock_of("moon dust", "1 cup"), stock_of("butter", None))
    pantry = tuple(stock for stock in stocks if stock is not None)
    aisles = {"Green": ["vegetables"], "Cold": ["dairy", "eggs"], "Pantry": ["moon dust"]}
    for settings in (
        Settings(),
        Settings(round_up=True),
        Settings(aisles, pantry),
        Settings(aisles, pantry, round_up=True),
    ):
        assert shopping_document(shopping_list(recipes, settings)) == shopping_document(shopping_list(mixed, settings))


@given(RECIPES)
def test_only_the_same_food_is_added_up(lists: list[list[str]]) -> None:
    for item in items(shopping_list(recipes_of(lists))):
        for one in item.needs:
            for other in item.needs:
                names = [f"{need.called}, {need.note}" if need.note else need.called for need in (one, other)]
                assert compare(*names).likeness is Likeness.SAME


@given(RECIPES, FACTORS)
def test_a_list_of_scaled_recipes_is_a_scaled_list(lists: list[list[str]], factor: Fraction) -> None:
    bits = [[line for line in lines if "pinch" not in line] for lines in lists]  # four pinches are a quarter teaspoon
    recipes = recipes_of([lines for lines in bits if lines])
    scaled = sums(shopping_list([scale(recipe, factor) for recipe in recipes]))
    plain = sums(shopping_list(recipes))
    assert scaled == {kind: (low * factor, high * factor) for kind, (low, high) in plain.items()}


@given(RECIPES)
def test_weights_are_added_exactly(lists: list[list[str]]) -> None:
    grams = {"150 g ": Fraction(150), "1 kg ": Fraction(1000), "3 oz ": 3 * Fraction("28.349523125")}
    lines = [line for lines in lists for line in lines if line.endswith("moon dust")]
    wanted = sum((grams[line.removesuffix("moon dust")] for line in lines if line[:-9] in grams), Fraction(0))
    found = [item for item in items(shopping_list(recipes_of(lists))) if item.name == "moon dust"]
    weights = [amount for item in found for amount in item.amounts if amount.unit in ("g", "kg", "oz")]
    assert sum((each.low * base_of(each, "moon dust") for each in weights), Fraction(0)) == wanted


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_no_ingredient_of_any_recipe_at_hand_is_lost(path: Path) -> None:
    recipe = read_recipe(path)
    found = shopping_list([recipe, recipe])
    named = {(need.line, need.text) for item in items(found) for need in item.needs}
    assert named == {(item.wording.line, item.wording.text) for group in recipe.ingredients for item in group.items}
    assert all(len(item.needs) % 2 == 0 for item in items(found))


@pytest.mark.parametrize(
    ("name", "note", "other", "same"),
    [
        ("garlic", " (minced)", "Garlic cloves", True),
        ("rice", ", cooked", "rice", False),
        ("rice", ", cooked and cooled", "cooked rice", True),
        ("Mehl", " (Type 405)", "Mehl Type 405", True),
        ("Mehl", " (Type 405)", "Mehl Type 550", False),
        ("00 flour", "", "flour", False),
        ("ground beef", " (85% lean)", "ground beef", True),
        ("", "", "½", False),
        (f"{'very ' * 60}good beef", "", f"{'very ' * 60}good milk", False),
        (f"{'very ' * 60}good beef", "", f"{'very ' * 60}Good  beef", True),
    ],
)
def test_a_note_tells_which_food_it_is(name: str, note: str, other: str, same: bool) -> None:
    assert (identity(name, note).key == identity(other).key) is same


def test_cups_of_two_countries_are_added_in_millilitres() -> None:
    one = soup("1 cup milk")
    other = soup("1 cup milk", title="Other")._replace(cups="metric")
    (item,) = shopping_list([one, other]).parts[0].items
    assert item.amounts[0].unit == "ml"
    assert item.amounts[0].low == 250 + Fraction("236.5882365")


def test_a_german_list_is_in_german() -> None:
    text = "---\nlang: de\n---\n# Salat\n\n## Zutaten\n\n- 3 EL Öl\n- 3 Zehen Knoblauch\n- 1 Dose Mais (400 g)\n- 1,5 kg Kartoffeln\n- Saft von 2 Zitronen\n"
    found = shopping_list([read_recipe(text), read_recipe(text)])
    manner = common_manner(found)
    assert [line_of(item, manner=manner) for part in found.parts for item in part.items] == [
        "3 kg Kartoffeln", "6 Zehen Knoblauch", "2 Dosen (400 g) Mais", "4 Zitronen für Saft", "6 EL Öl",
    ]  # fmt: skip


@pytest.mark.parametrize(("line", "metric"), [
    ("14 oz tomatoes", "400 g tomatoes"), ("4 oz spinach", "115 g spinach"), ("113 g spinach", "113 g spinach"),
    ("4 lb potatoes", "1.8 kg potatoes"), ("4 cups stock", "950 ml stock"), ("1/8 oz yeast", "3.5 g yeast"),
    ("2-3 lb carrots", "0.9–1.35 kg carrots"),
])  # fmt: skip
def test_what_was_converted_has_the_steps_of_cookery_books(line: str, metric: str) -> None:
    """As `show --units metric` writes it; the exact amounts are those of the recipe."""
    converted = to_units(soup(line), "metric", PLAIN, Larder())
    found = shopping_list([converted], Settings(units="metric"))
    assert [line_of(item, manner=common_manner(found)) for item in items(found)] == [metric]
    (item,) = found.parts[0].items
    assert item.amounts[0].low == converted.ingredients[0].items[0].quantities[0].low


def test_a_table_of_ingredients_says_what_for() -> None:
    rows = "| Salt | to taste |\n| Onion | 1 large, diced |\n| Oil | for frying |\n"
    recipe = read_recipe(f"# T\n\nServes 2\n\n## Ingredients\n\n| Ingredient | Amount |\n| --- | --- |\n{rows}")
    found = shopping_list([scale_amounts(recipe, 2)])
    assert (bought(found), apart(found)) == (["2 large, diced Onions", "Oil"], ["Salt"])


def test_a_german_glass_has_its_s() -> None:
    text = "---\nlang: de\n---\n# S\n\n## Zutaten\n\n- 1 Glas Kirschen (720 ml)\n- 2 Knoblauchzehen, gepresst\n"
    recipe = read_recipe(text)
    for found, wanted in (
        (shopping_list([recipe]), ["1 Glas (720 ml) Kirschen", "2 Zehen Knoblauch"]),
        (shopping_list([scale_amounts(recipe, 2)]), ["2 Gläser (720 ml) Kirschen", "4 Zehen Knoblauch"]),
    ):
        assert [line_of(item, manner=common_manner(found)) for item in items(found)] == wanted


def test_a_package_is_as_large_as_a_shop_prints() -> None:
    converted = to_units(soup("1 (15 oz) can beans"), "metric", PLAIN, Larder())
    found = shopping_list([converted], Settings(units="metric"))
    assert [line_of(item, manner=common_manner(found)) for item in items(found)] == ["1 can (425 g) beans"]


def test_what_is_for_each_person_is_for_all() -> None:
    recipe = scale_amounts(soup("100 g noodles per serving", "1 egg per person"), 2)
    assert bought(shopping_list([recipe])) == ["8 eggs", "800 g noodles"]


@pytest.mark.parametrize(("line", "factor", "wanted"), [
    ("1 carrot", 4, "4 carrots"), ("½ lemon", 4, "2 lemons"), ("4 carrots", Fraction(1, 4), "1 carrot"),
    ("2 (13.4 oz) cans beans", 2, "4 cans (13.4 oz) beans"), ("1 can (400 g) beans", 3, "3 cans (400 g) beans"),
    ("2 eggs, plus 1 for brushing", 2, "6 eggs"), ("1 cup milk plus 2 tbsp", 2, "2¼ cups milk"),
    ("3 stock cubes (or 12 oz stock)", Fraction(1, 3), "1 stock cube (or 4 oz stock)"), ("1 can beans", Fraction(11, 10), "1.1 cans beans"),
    ("2 tbsp butter or 1 tbsp oil", 2, "4 tbsp butter or 2 tbsp oil"), ("1 banana, frozen", 2, "2 bananas, frozen"),
    ("1 boneless, skinless chicken breast", 2, "2 boneless, skinless chicken breasts"),
    ("1 large, diced onion", 2, "2 large, diced onions"), ("15-oz can corn", 2, "2 cans (15 oz) corn"), ("1 guanciale, cubed", 2, "2 guanciales"),
    ("1 onion or 2 shallots", 2, "2 onions or 4 shallots"), ("400g tin beans", 2, "2 cans (400 g) beans"), ("12 oz penne", 3, "2¼ lb penne"), ("40 oz penne", 2, "80 oz penne"), ("600 g rice", 2, "1.2 kg rice"),
    ("1 onion", Fraction(16, 7), "≈2.3 onions"), ("0.004 g saffron", Fraction(1, 28), "≈0.0001 g saffron"),
])  # fmt: skip
def test_names_and_sizes_at_other_servings(line: str, factor: Fraction, wanted: str) -> None:
    assert bought(shopping_list([scale_amounts(soup(line), factor)])) == [wanted]


def test_many_names_of_one_food_take_no_time() -> None:
    said = ["organic", "fresh", "large", "ripe", "good", "firm", "local"]
    lines = [f"1 {' '.join(said[at % 7 :] + said[: at % 7][: at // 7 % 7])} tomato" for at in range(400)]
    (item,) = shopping_list([soup(*lines)]).parts[0].items
    assert item.amounts[0].low == 400


@pytest.mark.parametrize("joint", ["plus salt ", "plus 1 tbsp salt ", "plus more ", ", 1 egg"])
def test_a_line_without_end_takes_no_time(joint: str) -> None:
    assert items(shopping_list([soup(f"1 cup oil {joint * 2000}")]))


def test_recipes_that_differ_in_servings_alone_have_an_order() -> None:
    one, other = (read_recipe(f"# Soup\n\nServes {serves}\n\n## Ingredients\n\n- 1 cup flour\n") for serves in (2, 4))
    assert recipes_text(shopping_list([one, other]).recipes) == recipes_text(shopping_list([other, one]).recipes)


@pytest.mark.parametrize("title", ["1. Soup", "- Soup", "+ Soup", "12) Soup", "AT&amp;T", "$x$", "*a* _b_ `c` [d](e)"])
def test_markdown_shows_text_as_it_is(title: str) -> None:
    recipe = soup("1 egg")._replace(title=title)
    line = list(markdown(shopping_list([recipe]), why=False))[2]
    parsed = mistune.create_markdown(renderer="ast")(line)
    assert [token["type"] for token in parsed] == ["paragraph"]  # type: ignore[index]
    assert "".join(child["raw"] for child in parsed[0]["children"]) == f"{title} for 4"  # type: ignore[index]


TABLED = (
    "# Dust\n\nServes 4\n\n## Calories\n\n| Food | Quantity | Calories |\n| --- | --- | --- |\n"
    "| Moon dust | 1 cup (100 g) | 5 kcal |\n\n## Ingredients\n\n- 1 cup moon dust\n- 50 g moon dust\n"
)


def test_the_table_of_a_recipe_says_what_its_cups_weigh() -> None:
    assert bought(shopping_list([read_recipe(TABLED)])) == ["≈150 g moon dust"]


def test_a_line_that_says_it_goes_before_the_table() -> None:
    """Flour is in the tables with 120 g a cup."""
    assert bought(shopping_list([soup("1 cup (200 g) flour", "1 cup flour", "100 g flour")])) == ["≈500 g flour"]


def test_a_cooks_own_table_weighs(tmp_path: Path) -> None:
    table = tmp_path / "mine.csv"
    table.write_text("ingredient,g_per_ml\nmoon dust,2\n", encoding="utf-8")
    recipe = soup("100 ml moon dust", "100 g moon dust")
    assert bought(shopping_list([recipe], Settings(weights=(table,)))) == ["≈300 g moon dust"]


def test_a_line_by_itself_stays_in_its_unit() -> None:
    assert bought(shopping_list([soup("1500 g rice")])) == ["1500 g rice"]
    assert bought(shopping_list([soup("1000 g rice", "500 g rice")])) == ["1.5 kg rice"]


def test_at_most_three_notes_are_said() -> None:
    lines = [f"1 cup milk (or {other})" for other in ("oat milk", "soy milk", "rice milk", "cream")]
    (line,) = bought(shopping_list([soup(line) for line in lines]))
    assert line.count("or ") == 3


def test_what_is_for_each_person_of_a_range_is_a_range() -> None:
    recipe = read_recipe("# Soup\n\nServes 4-6\n\n## Ingredients\n\n- 100 g noodles per person\n")
    assert bought(shopping_list([recipe])) == ["400–600 g noodles"]
    buns = read_recipe("# Buns\n\nMakes 12 buns\n\n## Ingredients\n\n- 100 g noodles per person\n")
    assert bought(shopping_list([buns])) == ["100 g noodles per person"]


@pytest.mark.parametrize("form", [markdown, plain])
def test_every_form_says_why(form: Callable[..., Iterable[str]]) -> None:
    said = list(form(shopping_list([soup("2 carrots", "1 tsp salt")]), why=True))
    assert any("Soup for 4: 2 carrots" in line for line in said)
    assert any("Soup for 4: 1 tsp salt" in line for line in said)
