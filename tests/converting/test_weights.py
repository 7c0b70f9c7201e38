"""The tables of weights load whole, a cook's own adds to them, and names find the row that is meant."""

from fractions import Fraction
from pathlib import Path

import pytest

from recipekit.errors import RecipeKitError
from recipekit.ops.convert import convert_amount
from recipekit.ops.weighing import Said, density_of, known_foods, piece_weight
from recipekit.units import size_of
from recipekit.units.weights import Density, Piece, densities, pieces

CUP = size_of("us_cup") or Fraction(0)


def own(folder: Path, text: str, name: str = "own.csv") -> tuple[Path, ...]:
    """Return a cook's own file that holds *text*."""
    (folder / name).write_text(text, encoding="utf-8")
    return (folder / name,)


def test_the_tables_are_whole() -> None:
    assert len(densities()) == 250
    assert len(pieces()) == 140
    assert len(known_foods()) > 300


@pytest.mark.parametrize("row", densities(), ids=lambda row: row.food)
def test_a_food_is_lighter_than_syrup_is_heavy(row: Density) -> None:
    assert Fraction(3, 100) < row.g_per_ml < Fraction(5, 2)
    assert row.source.startswith(("USDA SR28", "King Arthur", "physical"))
    assert (row.other is None) == (row.other_source is None)
    if row.other is not None:
        assert abs(row.other / row.g_per_ml - 1) > Fraction(1, 10)


@pytest.mark.parametrize("row", pieces(), ids=lambda row: f"{row.food} {row.piece}")
def test_a_piece_weighs_something(row: Piece) -> None:
    assert Fraction(1, 2) < row.grams <= 3000
    assert row.source


def test_every_name_of_a_density_means_one_row() -> None:
    names = [name for row in densities() for name in row.names]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("row", densities(), ids=lambda row: row.food)
def test_every_name_finds_its_row(row: Density) -> None:
    assert {density_of(name) for name in row.names} == {row}


@pytest.mark.parametrize(
    ("food", "grams"),
    [
        ("flour", "120"),
        ("water", "236.115060027"),
        ("milk", "244"),
        ("sugar", "200"),
        ("salt", "288"),
        ("honey", "339"),
        ("instant yeast", "448/3"),
        ("oil", "218"),
    ],
)
def test_a_us_cup_weighs_what_the_source_says(food: str, grams: str) -> None:
    found = density_of(food)
    assert found is not None
    assert found.g_per_ml * CUP == Fraction(grams)


@pytest.mark.parametrize(
    ("name", "note", "food"),
    [
        ("flour", "", "all-purpose flour"),
        ("Flour", "sifted", "all-purpose flour"),
        ("onions", "chopped", "onion, chopped"),
        ("onions", "finely chopped", "onion, chopped"),
        ("chopped onion", "", "onion, chopped"),
        ("onions", "sliced", "onion, sliced"),
        ("brown sugar", "packed", "brown sugar, packed"),
        ("brown sugar", "unpacked", "brown sugar, unpacked"),
        ("icing sugar", "", "powdered/icing sugar, unsifted"),
        ("powdered sugar", "sifted", "powdered/icing sugar, sifted"),
        ("rice", "", "long-grain white rice, raw"),
        ("rice", "cooked", "rice, white, cooked"),
        ("cooked rice", "", "rice, white, cooked"),
        ("ground cinnamon", "", "cinnamon, ground"),
        ("grated parmesan", "", "parmesan, grated"),
        ("broth", "", "stock/broth"),
        ("black pepper", "", "pepper, black, ground"),
        ("Morton kosher salt", "", "salt, kosher (Morton)"),
        ("green onions", "", "scallions, chopped"),
        ("almonds", "ground", "almond flour"),
        ("black beans", "canned, drained", "black beans, cooked"),
        ("organic flour", "", "all-purpose flour"),
        ("organic brown sugar", "", "brown sugar, packed"),
        ("raw almonds", "", "almonds, whole"),
        ("finely diced yellow onions", "", "onion, chopped"),
        ("light brown sugar, packed", "", "brown sugar, packed"),
        ("Kartoffeln (festkochend)", "", "potato, diced"),
        ("passierte Tomaten (1 Dose)", "", "tomato purée/passata"),
        ("extra virgin olive oil", "", "olive oil"),
        ("Mehl", "", "all-purpose flour"),
        ("Zucker", "", "granulated sugar"),
        ("2% milk", "", "milk, whole"),
    ],
)
def test_words_find_the_density_that_is_meant(name: str, note: str, food: str) -> None:
    found = density_of(name, note)
    assert found is not None
    assert found.food == food


@pytest.mark.parametrize(
    "name",
    [
        "",
        "almond milk",
        "unobtainium",
        "kosher salt",
        "chicken",
        "flour tortillas",
        "sugar snap peas",
        "of the",
        "milk chocolate",
        "butter beans",
        "oyster mushrooms",
    ],
)
def test_other_foods_have_no_density(name: str) -> None:
    assert density_of(name) is None


@pytest.mark.parametrize(
    ("said", "piece", "food", "which"),
    [
        (Said("onions"), None, "onion", "medium"),
        (Said("large onions"), None, "onion", "large"),
        (Said("onion", "small"), None, "onion", "small"),
        (Said("eggs"), None, "egg, whole (no shell)", "large"),
        (Said("extra-large eggs"), None, "egg, whole (no shell)", "extra large"),
        (Said("egg yolks"), None, "egg yolk", "large"),
        (Said("garlic"), "clove", "garlic", "clove"),
        (Said("garlic cloves"), None, "garlic", "clove"),
        (Said("garlic"), "head", "garlic", "head"),
        (Said("celery"), "stalk", "celery", "stalk medium"),
        (Said("celery", "", "large stalks"), "stalk", "celery", "stalk large"),
        (Said("butter"), "stick", "butter", "stick"),
        (Said("tortillas"), None, "flour tortilla", "medium 8 inch"),
        (Said("10-inch tortillas"), None, "flour tortilla", "large 10 inch"),
        (Said("cherry tomatoes"), None, "tomato, cherry", "each"),
        (Said("cucumbers"), None, "cucumber, with peel", "each"),
        (Said("spring onions"), None, "scallion / spring onion", "medium"),
        (Said("bacon"), "slice", "bacon", "slice"),
        (Said("mango"), None, "mango", "each"),
        (Said("chickpeas"), "can", "chickpeas, canned, drained", "can (15 oz)"),
    ],
)
def test_words_find_the_piece_that_is_meant(said: Said, piece: str | None, food: str, which: str) -> None:
    found = piece_weight(said, piece)
    assert found is not None
    assert (found.food, found.piece) == (food, which)


@pytest.mark.parametrize(
    ("said", "piece"),
    [
        (Said("garlic"), None),
        (Said("spinach"), None),
        (Said("butter"), None),
        (Said("cinnamon"), "stick"),
        (Said("onion"), "clove"),
        (Said("12-inch tortillas"), None),
        (Said(""), None),
    ],
)
def test_other_pieces_have_no_weight(said: Said, piece: str | None) -> None:
    assert piece_weight(said, piece) is None


@pytest.mark.parametrize(
    ("text", "amount", "read", "source"),
    [
        ("ingredient,g_per_us_cup\nteff,160\n", "1 cup teff", "160 g", "own.csv:2"),
        ("ingredient,g_per_ml\nflour,0.6\n", "100 ml flour", "60 g", "own.csv:2"),
        ("ingredient,g_per_ml\nflour,1/2\n", "100 ml flour", "50 g", "own.csv:2"),
        ("Ingredient;g_per_ml\nÄpfel;0,5\n", "100 ml Äpfel", "50 g", "own.csv:2"),
        ("\ufeffingredient,g_per_us_cup,source\r\n\r\nteff,160,my scale\r\n", "1 cup teff", "160 g", "my scale"),
        ("ingredient,piece,grams\nonion,medium,90\n", "2 onions", "180 g", "own.csv:2"),
        ("ingredient,piece,grams\ndumpling,,25\n", "4 dumplings", "100 g", "own.csv:2"),
        ("ingredient,also,piece,grams\nsourdough,bread,slice,50\n", "2 slices bread", "100 g", "own.csv:2"),
    ],
)
def test_a_cooks_own_file_adds_to_the_tables(tmp_path: Path, text: str, amount: str, read: str, source: str) -> None:
    answer = convert_amount(amount, "g", extra=own(tmp_path, text))
    assert answer.text == read
    assert (answer.source or "").endswith(source)


def test_what_a_file_does_not_name_stays(tmp_path: Path) -> None:
    extra = own(tmp_path, "ingredient,g_per_us_cup\nteff,160\n")
    assert convert_amount("1 cup flour", "g", extra=extra).text == "120 g"
    assert convert_amount("2 onions", "g", extra=extra).text == "220 g"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "own.csv:1: this is no table of weights"),
        ("flour,120\n", "own.csv:1: this is no table"),
        ("ingredient,weight\nflour,120\n", "own.csv:1: this is no table"),
        ("ingredient,grams\nonion,90\n", "own.csv:1: this is no table"),
        ("ingredient,g_per_ml\nflour,much\n", 'own.csv:2: g_per_ml is "much"'),
        ("ingredient,g_per_ml\nflour,0\n", "own.csv:2"),
        ("ingredient,g_per_ml\nflour,-1\n", "own.csv:2"),
        ("ingredient,g_per_ml\nflour,1/0\n", "own.csv:2"),
        ("ingredient,g_per_ml\nflour,\n", 'own.csv:2: "flour" has no figure'),
        ("ingredient,g_per_ml\nflour\n", 'own.csv:2: "flour" has no figure'),
        ("ingredient,g_per_ml\nrye,0.5\n,0.5\n", "own.csv:3: this line names no ingredient"),
        ('ingredient,g_per_ml\n"flour,0.5\n', "own.csv:2"),
        ("ingredient,piece,grams\nonion,medium,\n", 'own.csv:2: "onion" has no weight'),
        ("\x00\x00", "binary"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_its_line(tmp_path: Path, text: str, says: str) -> None:
    amount = "2 onions" if "piece" in text else "2 cups onions"
    with pytest.raises(RecipeKitError) as caught:
        convert_amount(amount, "g", extra=own(tmp_path, text))
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(RecipeKitError, match=r"gone\.csv: there is no such table of weights"):
        convert_amount("2 cups onions", "g", extra=(tmp_path / "gone.csv",))


@pytest.mark.parametrize(
    ("name", "note"), [("spinach", "cooked"), ("mushrooms", "dried"), ("milk", "powdered"), ("lentils", "cooked")]
)
def test_cooking_and_drying_make_another_weight(name: str, note: str) -> None:
    assert density_of(name, note) != density_of(name)
