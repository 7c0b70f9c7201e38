"""What a cook reads for an amount in another unit; each figure checked by hand against the sizes and densities named."""

from contextlib import suppress
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recipekit.errors import ExitCode, RecipeKitError
from recipekit.ops.convert import convert_amount
from recipekit.units import CUPS

SAME_KIND = [
    ("1 cup", "ml", "237 ml"),
    ("1 cup", "l", "0.237 l"),
    ("1 cup", "tbsp", "16 tbsp"),
    ("1 cup", "tsp", "48 tsp"),
    ("1 cup", "fl oz", "8 fl oz"),
    ("½ cup", "ml", "118 ml"),
    ("1 tbsp", "tsp", "3 tsp"),
    ("4 tbsp", "cups", "¼ cup"),
    ("1 pint", "cups", "2 cups"),
    ("1 quart", "cups", "4 cups"),
    ("1 gallon", "l", "3.79 l"),
    ("100 ml", "cups", "0.423 cup"),
    ("250 ml", "metric cups", "1 metric cup"),
    ("1 l", "us cups", "4¼ US cups"),
    ("1 l", "metric_cup", "4 metric cups"),
    ("1 l", "imperial pints", "1¾ imperial pints"),
    ("60 ml", "Australian tablespoons", "3 Australian tbsp"),
    ("5 dl", "cl", "50 cl"),
    ("1,5 dl", "l", "0,15 l"),
    ("3 EL", "ml", "44 ml"),
    ("2-3 cups milk", "l", "0.473–0.71 l"),
    ("2–3 tbsp", "tsp", "6–9 tsp"),
    ("half a cup", "tbsp", "8 tbsp"),
    ("1 1/2 cups", "ml", "355 ml"),
    ("1 cup + 2 tbsp", "tbsp", "18 tbsp"),
    ("about 2 cups water", "ml", "~473 ml"),
    ("1 oz", "g", "28 g"),
    ("8 oz", "g", "227 g"),
    ("1 lb", "g", "454 g"),
    ("2 lb 3 oz", "kg", "0.992 kg"),
    ("2 lb 3 oz", "oz", "35 oz"),
    ("500 g", "lb", "1.1 lb"),
    ("500 g", "oz", "17⅝ oz"),
    ("1.5 kg", "g", "1500 g"),
    ("250 mg", "g", "0.25 g"),
    ("9 inch", "cm", "22.9 cm"),
    ("20 cm", "inches", "7⅞ inches"),
    ("1/2 inch", "mm", "13 mm"),
    ("90 minutes", "hours", "1½ hours"),
    ("1 hour", "minutes", "60 minutes"),
    ("100 kcal", "kJ", "418 kJ"),
    ("1 tsp", "pinches", "~16 pinches"),
    ("1 (14.5 oz) can tomatoes", "g", "411 g"),
    ("2 x 400 g tins tomatoes", "oz", "28¼ oz"),
    ("2 (15 oz) cans beans", "lb", "1⅞ lb"),
]
TEMPERATURES = [
    ("350 F", "C", "177 °C"),
    ("350°F", "celsius", "177 °C"),
    ("180 C", "F", "356 °F"),
    ("180 °C", "°F", "356 °F"),
    ("212 degrees F", "c", "100 °C"),
    ("180-200 C", "F", "356–392 °F"),
    ("-18 C", "F", "0 °F"),
    ("0 F", "C", "-18 °C"),
    ("5 C", "F", "41 °F"),
    ("gas mark 6", "C", "200 °C"),
    ("gas 4", "F", "350 °F"),
    ("gas mark ½", "C", "120 °C"),
    ("425 F", "gas mark", "gas mark 7"),
    ("180 C", "gas", "gas mark 4"),
]
WEIGHED = [
    ("1 1/2 cups flour", "g", "180 g"),
    ("1 cup all-purpose flour", "oz", "4¼ oz"),
    ("1 cup sugar", "g", "200 g"),
    ("1 cup brown sugar (packed)", "g", "220 g"),
    ("1 cup packed brown sugar", "g", "220 g"),
    ("1 cup butter", "g", "227 g"),
    ("1 cup honey", "g", "339 g"),
    ("2 tbsp honey", "g", "42 g"),
    ("1 tbsp soy sauce", "g", "16 g"),
    ("1 tsp salt", "g", "6 g"),
    ("1 tsp baking powder", "g", "4.6 g"),
    ("1 tsp ground cinnamon", "g", "2.6 g"),
    ("1 cup onions, chopped", "g", "160 g"),
    ("1 cup chopped walnuts", "g", "117 g"),
    ("1 cup milk", "g", "244 g"),
    ("1 cup + 2 tbsp flour", "g", "135 g"),
    ("8 oz milk", "ml", "220 ml"),
    ("200 g flour", "cups", "1⅔ cups"),
    ("100 g sugar", "cup", "½ cup"),
    ("1 cup (240 ml) milk", "g", "244 g"),
    ("1 cup (125 g) flour", "oz", "4⅜ oz"),
    ("a pinch of salt", "g", "~0.4 g"),
]
PIECES = [
    ("2 sticks butter", "tbsp", "16 tbsp"),
    ("1 stick of butter", "cup", "½ cup"),
    ("2 sticks butter", "g", "227 g"),
    ("3 medium onions", "g", "330 g"),
    ("3 onions", "g", "330 g"),
    ("2 large onions", "g", "300 g"),
    ("2 eggs", "g", "100 g"),
    ("2 medium eggs", "g", "88 g"),
    ("3 garlic cloves", "g", "9 g"),
    ("3 cloves garlic", "g", "9 g"),
    ("2 stalks celery", "g", "80 g"),
    ("1 large head cauliflower", "g", "588 g"),
    ("2 8-inch tortillas", "g", "98 g"),
    ("2 10-inch tortillas", "g", "144 g"),
    ("500 g onions", "onions", "4½ medium onions"),
    ("500 g onions", "large", "3½ large onions"),
    ("30 g garlic", "cloves", "10 cloves"),
    ("226 g butter", "sticks", "2 sticks"),
]
OTHER_CUPS = [
    ("1 cup", "ml", "metric", "250 ml"),
    ("1 cup", "ml", "imperial", "284 ml"),
    ("1 cup", "ml", "au", "250 ml"),
    ("1 tbsp", "ml", "au", "20 ml"),
    ("1 tbsp", "tsp", "au", "4 tsp"),
    ("1 cup", "tbsp", "au", "12½ tbsp"),
    ("1 pint", "ml", "metric", "568 ml"),
    ("1 pint", "fl oz", "imperial", "20 fl oz"),
    ("1 cup flour", "g", "metric", "127 g"),
    ("1 cup honey", "g", "au", "358 g"),
    ("2 sticks butter", "tbsp", "metric", "15¾ tbsp"),
    ("1 oz", "g", "metric", "28 g"),
    ("350 F", "C", "au", "177 °C"),
]


@pytest.mark.parametrize(("amount", "unit", "read"), [*SAME_KIND, *TEMPERATURES, *WEIGHED, *PIECES])
def test_a_cook_reads_an_amount_in_another_unit(amount: str, unit: str, read: str) -> None:
    assert convert_amount(amount, unit).text == read


@pytest.mark.parametrize(("amount", "unit", "cups", "read"), OTHER_CUPS)
def test_cups_are_those_of_the_country(amount: str, unit: str, cups: str, read: str) -> None:
    assert convert_amount(amount, unit, cups).text == read


@pytest.mark.parametrize(
    ("amount", "unit", "low", "high"),
    [
        ("1 cup", "ml", "236.5882365", "236.5882365"),
        ("1 1/2 cups flour", "g", "180", "180"),
        ("2-3 cups", "cups", "2", "3"),
        ("350 F", "C", "530/3", "530/3"),
        ("2 sticks butter", "tbsp", "16", "16"),
        ("1/3 cup", "tbsp", "16/3", "16/3"),
        ("2 1/4 tsp instant yeast", "g", "7", "7"),
        ("23 almonds", "g", "28.35", "28.35"),
    ],
)
def test_the_value_is_exact(amount: str, unit: str, low: str, high: str) -> None:
    answer = convert_amount(amount, unit)
    assert (answer.low, answer.high) == (Fraction(low), Fraction(high))


@pytest.mark.parametrize(
    ("amount", "unit"), [("1 cup", "ml"), ("1 tbsp", "tsp"), ("1 cup flour", "g"), ("100 ml", "tsp")]
)
def test_whose_cups_is_named_where_it_matters(amount: str, unit: str) -> None:
    assert (convert_amount(amount, unit).cups or "").startswith("US ")
    assert (convert_amount(amount, unit, "au").cups or "").startswith("Australian ")


@pytest.mark.parametrize(
    ("amount", "unit"),
    [
        ("1 oz", "g"),
        ("350 F", "C"),
        ("3 onions", "g"),
        ("1 quart", "pints"),
        ("1 l", "ml"),
        ("1 tsp", "dash"),
        ("1 cup", "cups"),
        ("200 ml", "metric cups"),
    ],
)
def test_whose_cups_is_not_named_where_it_makes_no_difference(amount: str, unit: str) -> None:
    assert convert_amount(amount, unit).cups is None


@pytest.mark.parametrize(
    ("amount", "unit", "food", "source"),
    [
        ("1 cup flour", "g", "all-purpose flour", "King Arthur"),
        ("1 cup milk", "g", "milk, whole", "USDA SR28 NDB 01077"),
        ("3 onions", "g", "onion", "1 medium"),
        ("2 sticks butter", "g", "butter", "1 stick = 1/2 cup"),
    ],
)
def test_an_answer_names_its_source(amount: str, unit: str, food: str, source: str) -> None:
    answer = convert_amount(amount, unit)
    assert answer.food == food
    assert source in (answer.source or "")


@pytest.mark.parametrize(
    ("amount", "unit", "text", "source"),
    [
        ("1 tsp baking soda", "g", "6 g", "King Arthur"),
        ("1 cup bread flour", "g", "137 g", "USDA"),
        ("1 cup cornstarch", "g", "112 g", "King Arthur"),
        ("128 g cornstarch", "cups", "1⅛ cups", "King Arthur"),
    ],
)
def test_authorities_that_differ_are_both_named(amount: str, unit: str, text: str, source: str) -> None:
    other = convert_amount(amount, unit).other
    assert other is not None
    assert other.text == text
    assert source in other.source


@pytest.mark.parametrize("amount", ["1 cup flour", "1 cup milk", "1 tbsp salt", "1 cup rolled oats"])
def test_authorities_that_agree_within_a_tenth_are_not(amount: str) -> None:
    assert convert_amount(amount, "g").other is None


@pytest.mark.parametrize(
    ("amount", "unit", "assumed"),
    [
        ("3 onions", "g", "medium onion"),
        ("2 eggs", "g", "large egg"),
        ("2 stalks celery", "g", "medium stalk of celery"),
        ("1 jumbo carrot", "g", "medium carrot"),
        ("3 medium onions", "g", None),
        ("2 large eggs", "g", None),
        ("3 cloves garlic", "g", None),
        ("1 mango", "g", None),
        ("1 cup flour", "g", None),
    ],
)
def test_what_was_assumed_is_said(amount: str, unit: str, assumed: str | None) -> None:
    assert convert_amount(amount, unit).assumed == assumed


@pytest.mark.parametrize(
    ("amount", "unit", "code", "says"),
    [
        ("1 cup unobtainium", "g", ExitCode.IMPOSSIBLE, 'no density is known for "unobtainium"'),
        ("1 cup almond flower", "g", ExitCode.IMPOSSIBLE, 'for "almond flower"; the nearest known are almond flour'),
        ("1 cup almond milk", "g", ExitCode.IMPOSSIBLE, "almond meal"),
        ("2 heads carrot", "g", ExitCode.IMPOSSIBLE, "medium carrot"),
        ("2 cinnamon sticks", "tbsp", ExitCode.IMPOSSIBLE, "no weight"),
        ("3 sticks cinnamon", "tbsp", ExitCode.IMPOSSIBLE, "no weight of a stick"),
        ("1 cup", "g", ExitCode.IMPOSSIBLE, "without a food"),
        ("3", "g", ExitCode.IMPOSSIBLE, "without a food"),
        ("100 kcal", "g", ExitCode.IMPOSSIBLE, "cannot turn kcal into g"),
        ("350 F", "g", ExitCode.IMPOSSIBLE, "cannot turn °F into g"),
        ("1 cup flour", "F", ExitCode.IMPOSSIBLE, "cannot turn cup into °F"),
        ("1 month", "days", ExitCode.IMPOSSIBLE, "cannot turn month"),
        ("9x13 inch", "cm", ExitCode.IMPOSSIBLE, "cannot turn"),
        ("60 C", "gas mark", ExitCode.IMPOSSIBLE, "no gas mark for 60 °C"),
        ("gas mark 12", "C", ExitCode.IMPOSSIBLE, "no gas mark 12"),
        ("1 cup flour", "gramz", ExitCode.USAGE, "the nearest are gram"),
        ("1 cup flour", "", ExitCode.USAGE, "there is no unit"),
        ("1 cup flour", "x" * 5000, ExitCode.USAGE, "there is no unit"),
        ("1/0 cup", "ml", ExitCode.USAGE, "no cook can mean"),
        ("9" * 5000, "g", ExitCode.USAGE, "no cook can mean"),
        ("9" * 5000 + " C", "F", ExitCode.USAGE, "no cook can mean"),
        ("", "g", ExitCode.USAGE, "there is no amount"),
        ("  ", "C", ExitCode.USAGE, "there is no amount"),
        ("flour", "g", ExitCode.USAGE, "says no amount"),
        ("to taste", "g", ExitCode.USAGE, "says no amount"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_cannot_be_converted_is_said_in_a_sentence(amount: str, unit: str, code: ExitCode, says: str) -> None:
    with pytest.raises(RecipeKitError) as caught:
        convert_amount(amount, unit)
    assert caught.value.exit_code is code
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 300


def test_there_is_no_fifth_system_of_cups() -> None:
    with pytest.raises(RecipeKitError, match="us, metric, imperial, au"):
        convert_amount("1 cup", "ml", "martian")


@given(st.text(max_size=60), st.sampled_from(["g", "ml", "C", "cups", "onions", "gas mark", "inch", "sticks"]))
def test_no_text_is_met_with_a_traceback(text: str, unit: str) -> None:
    with suppress(RecipeKitError):
        assert convert_amount(text, unit).text


@given(st.sampled_from(["1 cup flour", "2 onions", "350 F"]), st.text(max_size=40))
def test_no_unit_is_met_with_a_traceback(amount: str, unit: str) -> None:
    with suppress(RecipeKitError):
        assert convert_amount(amount, unit).text


@given(
    st.integers(1, 5000),
    st.integers(1, 16),
    st.sampled_from(CUPS),
    st.sampled_from(["tsp", "tbsp", "cup", "ml", "pint"]),
)
def test_weight_and_volume_of_a_food_are_exact_there_and_back(many: int, part: int, cups: str, unit: str) -> None:
    grams = convert_amount(f"{many}/{part} {unit} flour", "g", cups)
    back = convert_amount(f"{grams.low} g flour", unit, cups) if grams.low.denominator < 10000 else None
    assert back is None or back.low == Fraction(many, part)
