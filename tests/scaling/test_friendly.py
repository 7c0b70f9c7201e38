"""A scaled amount is one that a cook can measure, in the unit nearest to what the author wrote."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recipekit.model import Wording
from recipekit.ops.friendly import friendly
from recipekit.ops.scaling import respell
from recipekit.parse.cells import read_amounts
from recipekit.units import size_of


def scaled(cell: str, factor: str) -> str:
    return respell(cell, read_amounts(Wording(cell, 1)), Fraction(factor)).text


SPOONS = [
    ("3 tsp", "1/3", "1 tsp"),
    ("3 tsp", "1/2", "1½ tsp"),
    ("3 tsp", "2/3", "2 tsp"),
    ("1 tsp", "1/2", "½ tsp"),
    ("1 tsp", "3/2", "1½ tsp"),
    ("½ tsp", "1/2", "¼ tsp"),
    ("½ tsp", "3", "1½ tsp"),
    ("½ tsp", "7", "3½ tsp"),
    ("1/2 tsp", "1/2", "1/4 tsp"),
    ("¼ tsp", "1/2", "⅛ tsp"),
    ("¾ tsp", "1/3", "¼ tsp"),
    ("¾ tsp", "2", "1½ tsp"),
    ("⅛ tsp", "2", "¼ tsp"),
    ("¼ tsp", "1/3", "a pinch"),
    ("⅛ tsp", "1/2", "a pinch"),
    ("⅛ tsp", "2/3", "a pinch"),
    ("1 tbsp", "1/3", "1 tsp"),
    ("1 tbsp", "2/3", "2 tsp"),
    ("1 tbsp", "3/2", "1½ tbsp"),
    ("2 tbsp", "1/3", "2 tsp"),
    ("2 tbsp", "2/3", "4 tsp"),
    ("2 tbsp", "7", "¾ cup + 2 tbsp"),
    ("3 tbsp", "1/3", "1 tbsp"),
    ("4 tbsp", "1/3", "4 tsp"),
    ("4 tbsp", "2/3", "2 tbsp + 2 tsp"),
    ("4 tbsp", "7", "1¾ cups"),
    ("5 tbsp", "1/3", "5 tsp"),
    ("5 tbsp", "2/3", "3 tbsp + 1 tsp"),
    ("6 tbsp", "1/3", "2 tbsp"),
    ("6 tbsp", "1/2", "3 tbsp"),
    ("6 tbsp", "2", "12 tbsp"),
    ("12 tbsp", "2", "1½ cups"),
    ("12 tbsp", "3", "2¼ cups"),
]
CUPS = [
    ("1 cup", "1/3", "⅓ cup"),
    ("1 cup", "1/2", "½ cup"),
    ("1 cup", "2/3", "⅔ cup"),
    ("1 cup", "3/2", "1½ cups"),
    ("1 cup", "7", "7 cups"),
    ("½ cup", "1/2", "¼ cup"),
    ("½ cup", "1/3", "2 tbsp + 2 tsp"),
    ("¼ cup", "1/2", "2 tbsp"),
    ("¼ cup", "1/3", "4 tsp"),
    ("⅓ cup", "1/2", "2 tbsp + 2 tsp"),
    ("⅓ cup", "3/2", "½ cup"),
    ("⅓ cup", "3", "1 cup"),
    ("⅔ cup", "1/2", "⅓ cup"),
    ("¾ cup", "1/3", "¼ cup"),
    ("¾ cup", "2/3", "½ cup"),
    ("1½ cups", "1/3", "½ cup"),
    ("1.5 cups", "1/3", "0.5 cup"),
    ("1 1/2 cups", "1/2", "3/4 cup"),
    ("2¼ cups", "1/3", "¾ cup"),
    ("2¼ cups", "1/2", "1 cup + 2 tbsp"),
    ("4 cups", "1/3", "1⅓ cups"),
    ("4 cups", "7", "28 cups"),
    ("3/8 cup", "1/3", "2 tbsp"),
    ("5/8 cup", "1/2", "1/4 cup + 1 tbsp"),
    ("2 fl oz", "1/2", "1 fl oz"),
    ("1 fl oz", "1/2", "½ fl oz"),
    ("1 pint", "1/2", "½ pint"),
    ("1 quart", "1/3", "1⅓ cups"),
    ("1 quart", "3", "3 quarts"),
    ("1 gallon", "3/2", "1½ gallons"),
]
METRIC = [
    ("855 g", "1/3", "285 g"),
    ("180 g", "1/3", "60 g"),
    ("100 g", "1/3", "33 g"),
    ("500 g", "3/2", "750 g"),
    ("500g", "1/2", "250g"),
    ("340 g", "3", "1020 g"),
    ("1,020 g", "2", "2,040 g"),
    ("7 g", "1/2", "3.5 g"),
    ("5 g", "1/3", "1.7 g"),
    ("1 g", "1/2", "0.5 g"),
    ("0.5 g", "1/2", "0.25 g"),
    ("250 ml", "1/2", "125 ml"),
    ("250 ml", "2/3", "170 ml"),
    ("120 ml", "1/3", "40 ml"),
    ("1.5 kg", "1/3", "0.5 kg"),
    ("1.5 kg", "3/2", "2.25 kg"),
    ("1 l", "1/2", "0.5 l"),
    ("1,5 l", "1/3", "0,5 l"),
    ("1.5 dl", "2", "3 dl"),
    ("4 cl", "1/2", "2 cl"),
]
OUNCES = [
    ("3/4 oz", "1/3", "1/4 oz"),
    ("8 oz", "1/2", "4 oz"),
    ("8 oz", "3/2", "12 oz"),
    ("14 oz", "1/2", "7 oz"),
    ("30 oz", "1/3", "10 oz"),
    ("1½ oz", "1/2", "¾ oz"),
    ("1 lb", "1/2", "½ lb"),
    ("1 lb", "3", "3 lb"),
    ("1½ lbs", "1/3", "½ lb"),
    ("1½ lbs", "2", "3 lbs"),
    ("2 lb", "1/3", "10½ oz"),
    ("2.5 lb", "1/2", "1.25 lb"),
]
COUNTS = [
    ("3 Cloves", "1/3", "1 Clove"),
    ("3 Cloves", "2", "6 Cloves"),
    ("3 medium (363 g)", "1/3", "1 medium (121 g)"),
    ("1 large", "2", "2 large"),
    ("18 tortillas", "1/3", "6 tortillas"),
    ("1 tortilla", "7", "7 tortillas"),
    ("1 can", "1/2", "½ can"),
    ("1 can", "3/2", "1½ cans"),
    ("2 stalks", "1/2", "1 stalk"),
    ("1 head", "1/2", "½ head"),
    ("4 leaves", "1/2", "2 leaves"),
    ("2 leaves", "1/2", "1 leaf"),
    ("3", "1/3", "1"),
    ("1 bunch", "2", "2 bunches"),
    ("1 pinch", "1/3", "1 pinch"),
    ("1 pinch", "3", "3 pinches"),
    ("2 (13.4 oz) cans", "2", "4 (13.4 oz) cans"),
]
TWICE = [
    ("12 tbsp (180 g)", "1/3", "4 tbsp (60 g)"),
    ("1 cup (240 ml)", "1/3", "⅓ cup (80 ml)"),
    ("8 oz / 225 g", "2", "16 oz / 450 g"),
    ("1 lb / 450 g", "1/2", "½ lb / 225 g"),
    ("4 large (~2 lbs / 900 g)", "1/2", "2 large (~1 lb / 450 g)"),
    ("1½ cups (115 g)", "2", "3 cups (230 g)"),
    ("12 tbsp (¾ cup)", "1/3", "4 tbsp (¼ cup)"),
]


@pytest.mark.parametrize(("cell", "factor", "read"), [*SPOONS, *CUPS, *METRIC, *OUNCES, *COUNTS, *TWICE])
def test_a_cook_reads_a_measurable_amount(cell: str, factor: str, read: str) -> None:
    assert scaled(cell, factor) == read


@pytest.mark.parametrize(
    ("cell", "factor", "read"),
    [
        pytest.param("2 fl oz", "2", "4 fl oz"),
        pytest.param("1 pint", "2", "2 pints"),
        pytest.param("1 dozen", "2", "24"),
        pytest.param(
            "¾ cup", "1/2", "¼ cup + 2 tbsp",
        ),
        pytest.param("1 lb 8 oz", "1/3", "½ lb"),
        pytest.param("1 lb 8 oz", "2", "3 lb"),
        pytest.param("1 lb 8 oz", "7/4", "2 lb 10 oz"),
        pytest.param("2lb 3oz", "2", "4lb 6oz"),
        pytest.param("1 cup plus 2 tbsp", "2", "2¼ cups"),
        pytest.param("1 cup plus 1 tablespoon", "3", "3 cups plus 3 tablespoons"),
        pytest.param("¼ cup + 1 tbsp", "1/2", "2½ tbsp"),
        pytest.param(
            "2 tbsp", "1/4", "1½ tsp",
        ),
    ],
)  # fmt: skip
def test_a_cook_reads_no_clumsy_amount(cell: str, factor: str, read: str) -> None:
    assert scaled(cell, factor) == read


@pytest.mark.parametrize(("cell", "factor"), [("3/4 oz", "3/2"), ("3½ oz", "1/3")])
def test_nobody_weighs_a_fifth_of_an_ounce(cell: str, factor: str) -> None:
    assert not re.search(r"⅕|⅒|/5|/10", scaled(cell, factor))


@pytest.mark.parametrize(
    ("cell", "factor", "read"),
    [("3 cloves", "1/2", "2 cloves"), ("1 bay leaf", "1/3", "1 bay leaf"), ("5 tortillas", "1/2", "3 tortillas")],
)
def test_what_nobody_cuts_stays_whole(cell: str, factor: str, read: str) -> None:
    assert scaled(cell, factor) == read


@pytest.mark.parametrize(
    "cell",
    ["To taste", "", "As needed", "Pinch", "n/a", "—", "some", "1/0 cup", "0 g"],
    ids=lambda cell: cell or "empty",
)
def test_a_cell_without_an_amount_is_left_alone(cell: str) -> None:
    assert scaled(cell, "1/3") == cell


@pytest.mark.parametrize("cell", [cell for cell, _, _ in (*SPOONS, *CUPS, *METRIC, *OUNCES, *COUNTS, *TWICE)])
def test_an_amount_times_one_is_left_alone(cell: str) -> None:
    assert scaled(cell, "1") == cell


@pytest.mark.parametrize(
    ("cell", "factor"),
    [("⅛ tsp", "1/7"), ("1 pinch", "1/7"), ("1 drop", "1/7"), ("1 g", "1/1000"), ("1 egg", "1/100"), ("1 lb", "1/999")],
)
def test_however_small_no_amount_vanishes(cell: str, factor: str) -> None:
    assert not scaled(cell, factor).startswith(("0 ", "0.0 "))
    assert scaled(cell, factor)[0].isnumeric() or scaled(cell, factor).startswith("a pinch")


@given(
    st.fractions(min_value=1, max_value=200, max_denominator=24),
    st.sampled_from(["tsp", "tbsp", "cup", "g", "ml", "kg", "l", "oz", "lb"]),
)
def test_from_a_teaspoon_up_rounding_stays_within_six_per_cent(value: Fraction, unit: str) -> None:
    said = sum(term.value * (size_of(term.unit) or 0) for term in friendly(value, unit, value))
    meant = value * (size_of(unit) or 0)
    assert abs(said - meant) <= meant * Fraction(6, 100)


@given(
    st.fractions(min_value=0, max_value=100, max_denominator=24).filter(bool), st.sampled_from([None, "clove", "can"])
)
def test_a_count_is_never_nought(value: Fraction, unit: str | None) -> None:
    assert all(term.value > 0 for term in friendly(value, unit, value))


@given(st.fractions(min_value=0, max_value=100, max_denominator=24).filter(bool))
def test_spoons_come_in_at_most_two_measures_the_larger_first(value: Fraction) -> None:
    terms = friendly(value, "tbsp", value)
    sizes = [size_of(term.unit) or Fraction(0) for term in terms]
    assert len(terms) <= 2
    assert sizes == sorted(sizes, reverse=True)
