"""The lexer finds every number of a text with its unit, and joins what says one amount."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from recipekit.amounts import Fractions, NumberStyle, spell_number
from recipekit.model import Kind, Wording
from recipekit.parse.cells import read_amounts
from recipekit.parse.prose.reading import read_prose
from recipekit.parse.prose.sentences import NOTHING_LISTED
from recipekit.parse.quantities import find_quantities
from recipekit.units import METRIC, size_of


def found(text: str, lang: str = "") -> list[str]:
    """Return the numbers of a text with their units: ``["2..3 tbsp", "30 g"]``."""
    numbers, _ = find_quantities(text, lang)
    return [f"{n.low if n.low == n.high else f'{n.low}..{n.high}'} {n.unit or ''}".strip() for n in numbers]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2 lb 3 oz", "35/16 lb"),
        ("1 lb. 8 oz.", "3/2 lb"),
        ("1lb 8oz", "3/2 lb"),
        ("1 lb, plus 8 oz", "3/2 lb"),
        ("1 pound and 4 ounces", "5/4 lb"),
        ("¼ cup + 1 tbsp", "5/16 cup"),
        ("1 cup plus 2 tablespoons", "9/8 cup"),
        ("1 cup and 2 tbsp", "9/8 cup"),
        ("1 cup & 2 tbsp", "9/8 cup"),
        ("1 cup + 2 tbsp + 1 tsp", "55/48 cup"),
        ("2 tbsp 1 tsp", "7/3 tbsp"),
        ("2 EL und 1 TL", "7/3 tbsp"),
        ("1 kg 200 g", "6/5 kg"),
        ("1 l 250 ml", "5/4 l"),
        ("1 pint 4 fl oz", "5/4 pint"),
        ("one pound two ounces", "9/8 lb"),
        ("1 quart + 1 cup", "5/4 quart"),
        ("1 cup minus 1 tbsp", "15/16 cup"),
        ("½ tbsp + 2 tsp", "7/6 tbsp"),
    ],
)
def test_a_compound_is_one_number_in_its_first_unit(text: str, wanted: str) -> None:
    assert found(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "1 cup 240 ml", "1 oz 28 g", "1 lb 450 g", "8 oz 225 g", "1 lb 16 oz", "2 tbsp + 1/4 cup", "1 cup / 2 tbsp",
        "1 cup (2 tbsp)", "1 cup, 2 tbsp", "1 cup or 2 tbsp", "1 cup 2 oz", "1 lb 2 tbsp", "1 hour 15 minutes",
        "1 ft 2 inches", "2-3 lb 4 oz", "1 lb 2-3 oz", "1 cup 1 cup", "2 cups flour 1 tbsp", "1 clove and 2 tsp",
        "1 tbsp 2 cloves", "1 cup sugar and 2 tbsp", "1 tsp + 1 egg", "¼ cup minus 4 tbsp", "1 m 20 cm", "1 cup 0 tbsp",
    ],
)  # fmt: skip
def test_what_is_no_sum_of_a_unit_and_a_smaller_one_is_no_compound(text: str) -> None:
    assert len(found(text)) == 2


@pytest.mark.parametrize("text", ["1 lb 8 oz", "¼ cup + 1 tbsp", "about 2 lb 3 oz"])
def test_a_compound_has_no_unit_word_of_its_own(text: str) -> None:
    [cell] = read_amounts(Wording(text, 1))
    assert (cell.text, cell.number_end, cell.word) == (text.removeprefix("about "), len(text), None)
    sentence = f"Add {text} of it."
    [quantity] = read_prose(Wording(sentence, 1), NOTHING_LISTED, None)[0]
    assert (quantity.text, quantity.word, quantity.kind) == (cell.text, None, Kind.AMOUNT)
    assert quantity.number_end == quantity.end == sentence.index(" of it")
    assert quantity.approximate is cell.approximate is text.startswith("about")


@given(
    st.integers(1, 40), st.sampled_from(["kg", "l", "lb", "cup", "tbsp", "pint"]),
    st.fractions(Fraction(1, 8), 900, max_denominator=8), st.sampled_from(["g", "ml", "oz", "tsp", "tbsp", "fl oz"]),
    st.sampled_from([" ", " + ", " plus ", " and ", " & "]),
)  # fmt: skip
def test_a_compound_is_worth_the_sum_of_its_parts(outer: int, unit: str, inner: Fraction, part: str, link: str) -> None:
    text = f"{outer} {unit}{link}{spell_number(inner, NumberStyle(Fractions.ASCII, ' '))} {part}"
    parts = [number for one in text.split(link, 1) for number in find_quantities(one)[0]]
    numbers, _ = find_quantities(text)
    total = sum(number.low * (size_of(number.unit) or 0) for number in numbers)
    if link != " ":
        assert total == sum(number.low * (size_of(number.unit) or 0) for number in parts)
    if len(numbers) == 1:
        assert (numbers[0].unit, numbers[0].end) == (unit, len(text))
        assert outer < numbers[0].low < outer + 1
        assert link != " " or (unit in METRIC) is (part in METRIC)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1 000 g", ["1000 g"]),
        ("1 000", ["1000"]),
        ("10 000 g", ["10000 g"]),
        ("1 500 g flour", ["1500 g"]),
        ("1 200 ml stock", ["1200 ml"]),
        ("1 500 g flour, 2 tins beans", ["1500 g", "2 tin"]),
        ("2 400 g tins tomatoes", ["2", "400 g"]),
        ("2 400 g (14 oz) tins", ["2", "400 g", "14 oz"]),
        ("4 150 g salmon fillets", ["4", "150 g"]),
        ("2 400-g tins", ["2", "400 g"]),
        ("2 250 g steaks", ["2", "250 g"]),
        ("2 500 g potatoes", ["2500 g"]),
        ("1 500 kg", ["1", "500 kg"]),
        ("4 100% beef patties", ["4", "100 %"]),
        ("2 14-oz cans", ["2", "14 oz"]),
        ("1 0001 g", ["1", "1 g"]),
    ],
)
def test_a_blank_parts_the_thousands_where_no_count_can_be_meant(text: str, wanted: list[str]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    ("text", "lang", "wanted"),
    [
        ("1.000 g", "", "1 g"),
        ("1.000 g", "en", "1 g"),
        ("1.000 g", "de", "1000 g"),
        ("1.000 g", "de-AT", "1000 g"),
        ("1.500,5 g", "de", "3001/2 g"),
        ("1,250 kg", "de", "5/4 kg"),
        ("1,250 kg", "", "1250 kg"),
        ("1,5 l", "de", "3/2 l"),
        ("1.5 l", "de", "3/2 l"),
        ("0,125 l", "de", "1/8 l"),
        ("1.000–1.200 g", "de", "1000..1200 g"),
        ("1 1/2 EL", "de", "3/2 tbsp"),
    ],
)
def test_the_language_says_what_a_point_is(text: str, lang: str, wanted: str) -> None:
    assert found(text, lang) == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("two and a half cups", ["5/2 cup"]),
        ("two-and-a-half cups", ["5/2 cup"]),
        ("one and one-half cups", ["3/2 cup"]),
        ("two and three quarters cups", ["11/4 cup"]),
        ("1 and a half cups", ["3/2 cup"]),
        ("one-half cup", ["1/2 cup"]),
        ("two-thirds of a cup", ["2/3 cup"]),
        ("twenty-five minutes", ["25 minute"]),
        ("twenty-five to thirty minutes", ["25..30 minute"]),
        ("two or three and a half", ["2..7/2"]),
        ("a couple of eggs", ["2"]),
        ("a couple of minutes", ["2 minute"]),
        ("one hundred grams", ["100 g"]),
        ("a hundred grams", ["100 g"]),
        ("anderthalb Liter", ["3/2 l"]),
        ("ein und ein halber Liter", ["3/2 l"]),
        ("two and three eggs", ["2", "3"]),
        ("an all-in-one pot", []),
        ("a stone-ground flour", []),
        ("five-spice powder", ["5"]),
        ("one and one and one half cup", ["1", "3/2 cup"]),
    ],
)
def test_number_words_are_read(text: str, wanted: list[str]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("3- to 4-pound", "3..4 lb"),
        ("1 to 1 1/2 cups", "1..3/2 cup"),
        ("1-1/2 to 2 cups", "3/2..2 cup"),
        ("½–¾ tsp", "1/2..3/4 tsp"),
        ("4 - 5", "4..5"),
        ("2 bis 3 EL", "2..3 tbsp"),
        ("4-3 cups", "4"),
    ],
)
def test_a_range_rises(text: str, wanted: str) -> None:
    assert found(text)[0] == wanted


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("2# potatoes", "lb"),
        ("2 # potatoes", "lb"),
        ("2 fl. oz. milk", "fl_oz"),
        ("2 Fl Oz milk", "fl_oz"),
        ("2 fluid ounces", "fl_oz"),
        ("2 fl eggs", None),
        ("1 metric cup", "metric_cup"),
        ("1 US cup", "us_cup"),
        ("1 U.S. cup", "us_cup"),
        ("2 uk pints", "imperial_pint"),
        ("3 imperial fluid ounces", "imperial_fl_oz"),
        ("1 Australian tablespoon", "au_tbsp"),
        ("2 tea spoons", "tsp"),
        ("2 tea bags", None),
        ("2 imperial mints", None),
        ("1 dessert spoon", "dessertspoon"),
        ("1 dessert apple", None),
        ("3 smidges", "smidgen"),
        ("180 ºC", "°C"),
        ("180C", "°C"),
        ("2 C", "cup"),
        ("2 T", "tbsp"),
        ("2 t", "tsp"),
        ("20 dkg", "dag"),
        ("1 Pfd.", "pfund"),
        ("1 #10 can", None),
        ("2 thumb-sized pieces", None),
    ],
)
def test_a_unit_is_read_as_cooks_write_it(text: str, unit: str | None) -> None:
    assert find_quantities(text)[0][0].unit == unit


@pytest.mark.parametrize("text", ["#2 potatoes", "1½½ cups", "1.000,5 g", "1/0 cup", "1.000.000 g"])
def test_what_nobody_can_mean_gets_no_unit_of_weight(text: str) -> None:
    numbers, unreadable = find_quantities(text)
    assert unreadable or all(number.unit is None for number in numbers)


@pytest.mark.parametrize(
    "piece", ["1 ", "1/1/", "½", "1,", "1 111 ", "1 and ", "one and ", "one half-", "1 lb 1 oz ", "1 lb + ", "(1 g "]
)
def test_a_very_long_line_is_read_to_its_end(piece: str) -> None:
    text = piece * (20_000 // len(piece)) + "= 7 cups"
    numbers, unreadable = find_quantities(text)
    assert numbers[-1].low == 7
    assert numbers[-1].unit == "cup"
    assert all(first.end <= second.start for first, second in pairwise(numbers))
    assert all(place.start < place.end for place in unreadable)


@given(st.fractions(0, 1000, max_denominator=16), st.fractions(0, 1000, max_denominator=16), st.sampled_from("-–—−"))
def test_the_ends_of_a_range_keep_their_order(one: Fraction, other: Fraction, dash: str) -> None:
    assume(one != other)
    low, high = sorted((one, other))
    style = NumberStyle(Fractions.ASCII, " ")
    [number] = find_quantities(f"{spell_number(low, style)} {dash} {spell_number(high, style)} cups")[0]
    assert (number.low, number.high, number.unit) == (low, high, "cup")
