"""What a cook reads after scaling: the table of amounts, and what holds for every amount.

`amounts.txt` names for each amount what a cook should read at × ⅓, ½, ⅔, 1.5, 2, 3 and 7. Sources: the "Guide for
rounding off weights and measures" of quantity cookery, and the spoons, cups and scales that are sold.
"""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from recipekit.model import Quantity, Wording
from recipekit.ops.marking import mark
from recipekit.ops.rewording import Respelled
from recipekit.ops.scaling import respell
from recipekit.parse.items import read_ingredient
from recipekit.units import size_of

TABLE = Path(__file__).with_name("amounts.txt").read_text(encoding="utf-8").splitlines()
FACTORS = [Fraction(text) for text in TABLE[0].split("|")[1:]]
ROWS = [line.split("|") for line in TABLE[1:]]
SPOONS = st.sampled_from(["tsp", "tbsp", "cup"])
MEASURES = st.sampled_from(["tsp", "tbsp", "cup", "fl oz", "pint", "quart", "g", "kg", "ml", "l", "oz", "lb"])
AMOUNTS = st.fractions(min_value=Fraction(1, 8), max_value=50, max_denominator=8)
SCALES = st.fractions(min_value=Fraction(1, 12), max_value=12, max_denominator=12).filter(lambda factor: factor != 1)
TSP = size_of("tsp") or Fraction(1)


def scaled(line: str, factor: Fraction) -> Respelled:
    item, _ = read_ingredient(Wording(line, 1))
    return respell(line, item.quantities, factor, food=item.name)


def first(line: str) -> Quantity:
    return read_ingredient(Wording(line, 1))[0].quantities[0]


def written(value: Fraction, unit: str) -> str:
    whole, part = divmod(value, 1)
    number = f"{whole} {part}" if whole and part else str(value)
    return f"{number} {unit} oats"


def test_the_table_names_at_least_a_hundred_and_fifty_amounts() -> None:
    assert len({row[0] for row in ROWS}) >= 150
    assert all(len(row) == 8 for row in ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_cook_reads(row: list[str]) -> None:
    read = [scaled(row[0], factor) for factor in FACTORS]
    assert [mark(words.text, words.quantities, None).text for words in read] == row[1:]


@given(AMOUNTS, SPOONS, SCALES)
def test_spoons_and_cups_are_as_near_as_a_cook_can_measure(value: Fraction, unit: str, factor: Fraction) -> None:
    quantity = scaled(written(value, unit), factor).quantities[0]
    size = (size_of(quantity.unit) or Fraction(0)) / TSP
    exact = quantity.low * size
    said = quantity.rounding.low * size if quantity.rounding else exact
    assert exact * TSP == value * factor * (size_of(unit) or 0)
    if exact >= 3:
        assert abs(said - exact) <= exact / 20
    elif exact >= Fraction(1, 2):
        assert abs(said - exact) <= exact / 8
    else:
        assert abs(said - exact) <= Fraction(1, 16)


@given(AMOUNTS, MEASURES, SCALES)
@example(Fraction(1, 8), "tsp", Fraction(1, 12))
@example(Fraction(1, 8), "oz", Fraction(1, 12))
def test_a_printed_amount_parses_back_to_itself(value: Fraction, unit: str, factor: Fraction) -> None:
    words = scaled(written(value, unit), factor)
    quantity, again = words.quantities[0], first(words.text)
    said = quantity.rounding.low if quantity.rounding else quantity.low
    assert again.low * (size_of(again.unit) or 0) == said * (size_of(quantity.unit) or 0)
    assert words.text.endswith(" oats")


@given(AMOUNTS, st.sampled_from(["", "cloves", "cans", "bunches", "sheets", "packets", "pinches"]), SCALES)
def test_a_printed_count_parses_back_to_itself(value: Fraction, unit: str, factor: Fraction) -> None:
    words = scaled(written(value, unit).replace("  ", " "), factor)
    quantity, again = words.quantities[0], first(words.text)
    said = quantity.rounding.low if quantity.rounding else quantity.low
    assert (again.low * (size_of(again.unit) or 1), again.low > 0) == (said * (size_of(quantity.unit) or 1), True)


@given(AMOUNTS, AMOUNTS, MEASURES, SCALES)
def test_a_range_keeps_its_order_and_its_ends(low: Fraction, more: Fraction, unit: str, factor: Fraction) -> None:
    high = low + more
    line = f"{written(low, '').strip().removesuffix(' oats').strip()}–{written(high, unit)}"
    words = scaled(line, factor)
    quantity, again = words.quantities[0], first(words.text)
    assert 0 < again.low <= again.high
    said = quantity.rounding or quantity
    size = size_of(quantity.unit) or Fraction(0)
    assert again.low * (size_of(again.unit) or 0) == said.low * size
    assert again.high * (size_of(again.unit) or 0) in (said.high * size, said.low * size)


@given(AMOUNTS, MEASURES, SCALES, SCALES)
def test_scaling_twice_reads_like_scaling_once(value: Fraction, unit: str, one: Fraction, other: Fraction) -> None:
    line = written(value, unit)
    half_way = scaled(line, one)
    assert respell(half_way.text, half_way.quantities, other).text == scaled(line, one * other).text


@given(AMOUNTS, MEASURES, SCALES)
def test_no_amount_vanishes_and_none_is_in_sixteenths(value: Fraction, unit: str, factor: Fraction) -> None:
    text = scaled(written(value, unit), factor).text
    assert first(text).low > 0
    assert not any(part in text for part in ("/16", "/12", "/9", "milli", "e-"))
