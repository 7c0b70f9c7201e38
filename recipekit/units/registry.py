"""Converts between units of one kind, exactly: pint does the sums, with our own table in its registry.

pint's own definitions are never loaded and recipe text never reaches it: it reads "pinch" as a pico-inch, "EL" as an
exalitre, "1 1/2 cup" as half a cup, and "C" as a coulomb.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from recipekit.errors import ExitCode, RecipeKitError
from recipekit.units import LOCAL, UNITS, Dimension, dimension_of, size_of

if TYPE_CHECKING:
    from pint import UnitRegistry

GAS_MARKS: dict[Fraction, tuple[Fraction, Fraction]] = {
    Fraction(mark): (Fraction(celsius), Fraction(fahrenheit))
    for mark, celsius, fahrenheit in (
        ("1/4", 110, 225), ("1/2", 120, 250), ("1", 140, 275), ("2", 150, 300), ("3", 160, 325), ("4", 180, 350),
        ("5", 190, 375), ("6", 200, 400), ("7", 220, 425), ("8", 230, 450), ("9", 240, 475),
    )
}  # fmt: skip
"""What °C and °F a British gas mark means. Source: the table of British cookery books, 25 °F a mark from 275 °F."""

_BASES = {
    Dimension.MASS: "g", Dimension.VOLUME: "ml", Dimension.TIME: "minute", Dimension.LENGTH: "cm",
    Dimension.ENERGY: "kcal", Dimension.TEMPERATURE: "kelvin",
}  # fmt: skip
_NAMES = {"°C": "degC", "°F": "degF"}
_OFFSETS = {
    "°C": "degC = kelvin; offset: 273.15",
    "°F": "degF = 5.0 / 9.0 * kelvin; offset: 45967.0 / 180.0",  # absolute nought is 459.67 °F below nought
}


class IncompatibleUnitsError(RecipeKitError):
    """Two units measure different things: kcal and g."""

    exit_code = ExitCode.IMPOSSIBLE

    def __init__(self, have: str, want: str) -> None:
        self.have = have
        self.want = want
        super().__init__(f"cannot turn {have} into {want}; they measure different things")


class NoGasMarkError(RecipeKitError):
    """A temperature or a number that no gas oven has a mark for."""

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(f"there is no {what}; gas marks are ¼, ½ and 1 to 9, from 110 °C (225 °F) to 240 °C (475 °F)")


def convert(value: Fraction, unit: str, to: str, cups: str = "us") -> Fraction:
    """Return *value* of *unit* in the unit *to*, exactly; to gas marks it is the nearest mark.

    Args:
        value: how many.
        unit: a canonical unit, as `unit_named` gives it.
        to: the canonical unit that is wanted.
        cups: whose cups and spoons they are, one of `CUPS`.

    Raises:
        IncompatibleUnitsError: the two measure different things, or one of them has no fixed size.
        NoGasMarkError: a gas mark that does not exist, or a temperature that has none.

    >>> convert(Fraction(1, 3), "cup", "tbsp"), convert(Fraction(1), "tbsp", "tsp", "au")
    (Fraction(16, 3), Fraction(4, 1))
    >>> convert(Fraction(350), "°F", "°C"), convert(Fraction(6), "gas_mark", "°C")
    (Fraction(530, 3), Fraction(200, 1))
    """
    if unit == to:
        return value
    if dimension_of(unit) is not dimension_of(to) or not (_is_known(unit) and _is_known(to)):
        raise IncompatibleUnitsError(unit, to)
    if unit == "gas_mark":
        return _from_gas(value, to)
    if to == "gas_mark":
        return _to_gas(value, unit)
    registry = _registry()
    return Fraction(registry.convert(value, _defined(unit, cups), _defined(to, cups)))


def _is_known(unit: str) -> bool:
    """Tell whether *unit* has a size, or is a temperature."""
    return unit in UNITS and (UNITS[unit].size is not None or UNITS[unit].dimension is Dimension.TEMPERATURE)


def definition(unit: str, cups: str = "us") -> str:
    """Return pint's definition of *unit*, made from the table; every number has a point, so that it stays a Fraction.

    >>> definition("tbsp", "au"), definition("dag")
    ('au_tbsp = 20.0 / 1.0 * ml', 'dag = 10.0 / 1.0 * g')
    """
    if unit in _OFFSETS:
        return _OFFSETS[unit]
    size = size_of(unit, cups)
    assert size is not None
    base = _BASES[UNITS[unit].dimension]
    return f"{_name(unit, cups)} = {size.numerator}.0 / {size.denominator}.0 * {base}"


def _name(unit: str, cups: str) -> str:
    """Return what *unit* is called in the registry: a local one by its country."""
    return _NAMES.get(unit) or (f"{cups}_{unit}" if unit in LOCAL else unit)


@cache
def _registry() -> UnitRegistry[Fraction]:
    """Return a registry that knows nothing; `_defined` adds a unit when it is asked for, 0.6 ms each."""
    from pint import UnitRegistry  # noqa: PLC0415 - 100 ms, and only conversions need it

    return UnitRegistry(None, non_int_type=Fraction)


def _defined(unit: str, cups: str) -> str:
    """Return the name of *unit* in the registry, after it has been defined there."""
    name, dimension = _name(unit, cups), UNITS[unit].dimension
    base = _BASES[dimension]
    _define(f"{base} = [{dimension.value}]")
    if name != base:
        _define(definition(unit, cups))
    return name


@cache
def _define(line: str) -> None:
    """Define a unit, once: asking the registry whether it knows one takes 1 ms."""
    _registry().define(line)


def _from_gas(mark: Fraction, to: str) -> Fraction:
    if mark not in GAS_MARKS:
        raise NoGasMarkError(f"gas mark {mark}")
    return GAS_MARKS[mark][to == "°F"]


def _to_gas(value: Fraction, unit: str) -> Fraction:
    column = unit == "°F"
    step = (25, 15)[not column]
    lowest, *_, highest = (temperatures[column] for temperatures in GAS_MARKS.values())
    if not lowest - step <= value <= highest + step:
        raise NoGasMarkError(f"gas mark for {float(value):g} {unit}")
    return min(GAS_MARKS, key=lambda mark: (abs(GAS_MARKS[mark][column] - value), -mark))
