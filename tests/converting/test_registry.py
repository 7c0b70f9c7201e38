"""pint's registry is made of our table and nothing else; every sum is exact."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recipekit.units import CUPS, UNITS, size_of
from recipekit.units.registry import GAS_MARKS, IncompatibleUnitsError, NoGasMarkError, convert

SIZED = [name for name, unit in UNITS.items() if unit.size is not None]
PAIRS = [(one, two) for one, two in product(SIZED, SIZED) if UNITS[one].dimension is UNITS[two].dimension]
AMOUNTS = st.fractions(min_value=Fraction(1, 1000), max_value=100000)


@given(st.sampled_from(PAIRS), AMOUNTS, st.sampled_from(CUPS))
def test_there_and_back_is_where_one_was(pair: tuple[str, str], value: Fraction, cups: str) -> None:
    unit, to = pair
    assert convert(convert(value, unit, to, cups), to, unit, cups) == value


@given(st.sampled_from(PAIRS), AMOUNTS, st.sampled_from(CUPS))
def test_pint_and_the_table_agree(pair: tuple[str, str], value: Fraction, cups: str) -> None:
    unit, to = pair
    assert convert(value, unit, to, cups) == value * (size_of(unit, cups) or 0) / (size_of(to, cups) or 1)


@given(st.fractions(min_value=-273, max_value=1000))
def test_temperatures_are_exact_there_and_back(degrees: Fraction) -> None:
    assert convert(degrees, "°C", "°F") == degrees * 9 / 5 + 32
    assert convert(convert(degrees, "°C", "°F"), "°F", "°C") == degrees


@pytest.mark.parametrize(("fahrenheit", "celsius"), [(32, 0), (212, 100), (-40, -40), (0, "-160/9"), (350, "530/3")])
def test_fahrenheit_is_celsius(fahrenheit: int, celsius: int | str) -> None:
    assert convert(Fraction(fahrenheit), "°F", "°C") == Fraction(celsius)


@pytest.mark.parametrize("unit", ["°C", "°F"])
@pytest.mark.parametrize("mark", GAS_MARKS, ids=str)
def test_a_gas_mark_comes_back_as_itself(mark: Fraction, unit: str) -> None:
    assert convert(convert(mark, "gas_mark", unit), unit, "gas_mark") == mark


@pytest.mark.parametrize(
    ("mark", "celsius", "fahrenheit"),
    [("1/4", 110, 225), ("1/2", 120, 250), ("1", 140, 275), ("4", 180, 350), ("6", 200, 400), ("9", 240, 475)],
)
def test_a_gas_mark_is_what_cookery_books_print(mark: str, celsius: int, fahrenheit: int) -> None:
    assert convert(Fraction(mark), "gas_mark", "°C") == celsius
    assert convert(Fraction(mark), "gas_mark", "°F") == fahrenheit


@pytest.mark.parametrize(
    ("degrees", "unit", "mark"),
    [(177, "°C", 4), (200, "°C", 6), (210, "°C", 7), (360, "°F", 4), (250, "°C", 9), (500, "°F", 9)],
)
def test_a_temperature_has_the_nearest_gas_mark(degrees: int, unit: str, mark: int) -> None:
    assert convert(Fraction(degrees), unit, "gas_mark") == mark


@pytest.mark.parametrize(
    ("value", "unit", "to"),
    [
        ("10", "gas_mark", "°C"),
        ("0", "gas_mark", "°C"),
        ("3/2", "gas_mark", "°F"),
        ("60", "°C", "gas_mark"),
        ("300", "°C", "gas_mark"),
    ],
)
def test_an_oven_has_no_other_gas_marks(value: str, unit: str, to: str) -> None:
    with pytest.raises(NoGasMarkError, match="gas marks are"):
        convert(Fraction(value), unit, to)


@pytest.mark.parametrize(
    ("unit", "to"),
    [
        ("kcal", "g"),
        ("cup", "g"),
        ("g", "ml"),
        ("°C", "ml"),
        ("minute", "cm"),
        ("clove", "g"),
        ("clove", "can"),
        ("month", "day"),
        ("%", "g"),
        ("serving", "g"),
        ("stick", "tbsp"),
    ],
)
def test_units_of_different_kinds_are_not_converted(unit: str, to: str) -> None:
    with pytest.raises(IncompatibleUnitsError, match=f"cannot turn {unit} into {to}"):
        convert(Fraction(1), unit, to)


@pytest.mark.parametrize("unit", [*SIZED, "clove", "month", "%"])
def test_a_unit_is_itself(unit: str) -> None:
    assert convert(Fraction(1, 3), unit, unit) == Fraction(1, 3)
