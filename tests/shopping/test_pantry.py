"""What the pantry takes off a list, and what whole packages add to it."""

import pytest
from shopped import apart, bought, soup

from recipekit.ops.shopping import Settings, shopping_list
from recipekit.ops.shopping.stocked import NONE, stock_of


def pantry(**stocks: str | None) -> Settings:
    """Return settings with a pantry."""
    found = [stock_of(food.replace("_", " "), amount) for food, amount in stocks.items()]
    return Settings(pantry=tuple(stock for stock in found if stock is not None))


@pytest.mark.parametrize(
    ("line", "there", "wanted", "out"),
    [
        ("500 g flour", "200 g", "300 g flour (needed 500 g, in the pantry 200 g)", None),
        ("500 g flour", "500 g", None, "500 g flour"),
        ("500 g flour", "1 kg", None, "500 g flour"),
        ("500 g flour", None, None, "500 g flour"),
        ("flour", "200 g", None, "flour"),
        ("2 cups flour", "120 g", "≈1 cup flour (needed 2 cups, in the pantry 120 g)", None),
        ("2–3 cups flour", "1 cup", "1–2 cups flour (needed 2–3 cups, in the pantry 1 cup)", None),
        ("½–2 cups flour", "1 cup", "0–1 cup flour (needed ½–2 cups, in the pantry 1 cup)", None),
        ("3 cans flour", "1 can", "2 cans flour (needed 3 cans, in the pantry 1 can)", None),
        ("2 flour", "200 g", "2 flour (in the pantry 200 g, not taken off)", None),
    ],
)
def test_the_pantry_is_taken_off(line: str, there: str | None, wanted: str | None, out: str | None) -> None:
    found = shopping_list([soup(line)], pantry(flour=there))
    assert (bought(found), apart(found)) == ([wanted] if wanted else [], [out] if out else [])


def test_the_pantry_is_used_up_once() -> None:
    found = shopping_list([soup("300 g moon dust", "2 cups moon dust")], pantry(moon_dust="400 g"))
    assert bought(found) == ["2 cups moon dust (needed 300 g + 2 cups, in the pantry 400 g)"]


def test_of_a_pantry_in_grams_cans_of_a_size_are_taken_off() -> None:
    found = shopping_list([soup("3 (400 g) cans chickpeas")], pantry(chickpeas="2 cans"))
    assert bought(found)[0].startswith("1 can (400 g) chickpeas")


def test_an_amount_that_is_none_is_no_stock() -> None:
    assert stock_of("rice", "plenty") is None
    assert stock_of("rice", "") is None


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (["½ can chickpeas"], ["1 can chickpeas"]),
        (["1⅓ bunches parsley"], ["2 bunches parsley"]),
        (["2–2½ onions"], ["3 onions"]),
        (["1 (400 g) can tomatoes", "200 g canned tomatoes"], ["2 cans (400 g) tomatoes"]),
        (["½ (400 g) can tomatoes", "200 g canned tomatoes"], ["1 can (400 g) tomatoes"]),
        (["1 packet (7 g) dry yeast", "10 g dry yeast"], ["3 packets (7 g) dry yeast"]),
        (["850 g potatoes"], ["850 g potatoes"]),
        (["2 cups rice"], ["2 cups rice"]),
        (["1 can chickpeas", "1 (400 g) can chickpeas"], ["1 can (400 g) + 1 can chickpeas"]),
        (
            ["1 (400 g) can beans", "1 (800 g) can beans", "500 g canned beans"],
            ["2 cans (800 g) + 1 can (400 g) beans"],
        ),
        (["1 (500 g) tub yogurt", "3 cups yogurt"], ["3 tubs (500 g) yogurt"]),
        (["1 (500 ml) tub yogurt", "1 kg yogurt"], ["3 tubs (500 ml) yogurt"]),
        (["1 (400 g) can beans", "200 g canned beans (optional)"], ["1 can (400 g) + 1 can (400 g) optional beans"]),
        (["30g pack basil", "15 g basil"], ["2 packs (30 g) basil"]),
        (["½ can beans", "½ can beans (optional)"], ["1 can + 1 can optional beans"]),
    ],
)
def test_rounding_up_buys_whole_packages(lines: list[str], wanted: list[str]) -> None:
    found = shopping_list([soup(*lines)], Settings(round_up=True))
    names = [line.replace("canned tomatoes", "tomatoes") for line in bought(found)]
    assert names == wanted


@pytest.mark.parametrize(("cups", "wanted"), [("us", "2 tubs (2 cup) yogurt"), ("metric", "2 tubs (2 cup) yogurt")])
def test_a_package_is_measured_in_the_cups_of_its_recipe(cups: str, wanted: str) -> None:
    recipe = soup("1 (2 cup) tub yogurt", "2 cups yogurt")._replace(cups=cups)
    assert bought(shopping_list([recipe], Settings(round_up=True))) == [wanted]


@pytest.mark.parametrize(("lines", "there", "wanted", "out"), [
    (["500 g flour", "flour, for dusting"], "500 g", ["flour (needed 500 g + some, in the pantry 500 g)"], []),
    (["500 g flour", "flour, for dusting"], "600 g", [], ["500 g + some flour"]),
    (["500 g flour", "1 cup flour"], "about 600 g", ["≈20 g flour (needed ≈620 g, in the pantry about 600 g)"], []),
    (["1–2 cups flour", "1 flour"], "1 cup", ["0–1 cup + 1 flour (needed 1–2 cups + 1, in the pantry 1 cup)"], []),
    (["2 flour", "500 g flour"], "800 g", ["2 flour (needed 500 g + 2, in the pantry 800 g)"], []),
])  # fmt: skip
def test_a_pantry_that_is_not_enough(lines: list[str], there: str, wanted: list[str], out: list[str]) -> None:
    found = shopping_list([soup(*lines)], pantry(flour=there))
    assert (bought(found), apart(found)) == (wanted, out)


def test_a_stock_is_used_up_once() -> None:
    """What the cups took of it is not there for the grams; two grams are a millilitre here."""
    recipe = soup("1 cup (236.588 g) moon dust", "1 (1 kg) bag moon dust", "1 (1 kg) bag moon dust")
    found = shopping_list([recipe], pantry(moon_dust="1236.588 g"))
    assert bought(found) == ["1 bag (1 kg) moon dust (needed 1 cup + 2 bags (1 kg), in the pantry 1236.588 g)"]


def test_the_cups_of_the_pantry_are_its_own() -> None:
    stock = stock_of("milk", "1 cup", "metric")
    assert stock is not None
    (item,) = shopping_list([soup("300 ml milk")], Settings(pantry=(stock,))).parts[0].items
    assert item.amounts[0].low == 50


def test_cans_of_what_is_poured_are_taken_off() -> None:
    found = shopping_list([soup("3 cans chicken stock")], pantry(chicken_stock="2 cans"))
    assert bought(found) == ["1 can chicken stock (needed 3 cans, in the pantry 2 cans)"]


def test_of_a_choice_one_that_is_always_there_is_enough() -> None:
    recipe = soup("2 tbsp olive oil or sunflower oil")
    assert apart(shopping_list([recipe], pantry(olive_oil=None))) == ["2 tbsp olive oil or sunflower oil"]
    assert bought(shopping_list([recipe], pantry(olive_oil="1 cup"))) == ["2 tbsp olive oil or sunflower oil"]


def test_the_cups_of_each_recipe_weigh_their_own() -> None:
    recipes = [soup("1 cup (100 g) flour", title="A"), soup("3 cups flour", title="B")]
    found = shopping_list(recipes, pantry(flour="400 g"))
    assert bought(found) == ["≈60 g flour (needed 4 cups, in the pantry 400 g)"]
    assert apart(shopping_list(recipes, pantry(flour="460 g"))) == ["≈460 g flour"]


def test_a_pantry_may_have_all_of_a_group() -> None:
    recipe = soup("1 tsp cumin", "1 tsp dried thyme", "1 bunch thyme", "salt")
    found = shopping_list([recipe], pantry(spices=None))
    assert (bought(found), apart(found)) == (["1 bunch thyme"], ["salt", "1 tsp cumin", "1 tsp dried thyme"])
    assert len(bought(shopping_list([recipe], pantry(spices="1 kg")))) == 3


def test_a_staple_that_is_not_there_is_bought() -> None:
    found = shopping_list([soup("1 tsp salt", "pepper")], pantry(salt=NONE))
    assert (bought(found), apart(found)) == (["1 tsp salt"], ["pepper"])


def test_everything_is_everything() -> None:
    settings = pantry(rice=None)._replace(everything=True)
    found = shopping_list([soup("1 cup rice", "salt", "1 baking tray")], settings)
    assert not found.left_out
    assert len(bought(found)) == 3


def test_cans_of_two_sizes_are_taken_off_by_what_they_hold() -> None:
    small = stock_of("canned tomatoes", "2 (200 g) cans")
    assert small is not None
    found = shopping_list([soup("2 (800 g) cans tomatoes")], Settings(pantry=(small,)))
    assert bought(found)[0].startswith("1½ cans (800 g) tomatoes")


def test_a_pantry_and_a_package_of_nothing() -> None:
    stock = stock_of("canned tomatoes", "400 g")
    assert stock is not None
    recipe = soup("1 can (0 g) tomatoes", "400 g canned tomatoes")
    assert not apart(shopping_list([recipe], Settings(pantry=(stock,), round_up=True)))[1:]
