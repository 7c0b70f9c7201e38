"""Which numbers of a text other units can say: weights, volumes, lengths and temperatures, and not all of those.

Left alone is what a conversion would make wrong: "400°" without a scale, degrees below nought, differences ("by 25°F"),
"per 100 g", and measures that are names ("12-cup muffin tin", "a 12-oz glass").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from recipekit.grammar import singular
from recipekit.model import Kind, Quantity
from recipekit.units import ROUGH, Dimension, dimension_of
from recipekit.words import words

STICK = "stick"
SIDE = re.compile(r"\s*[-‐‑]?\s*(?:[x×]|by)\s*[-‐‑]?\s*", re.IGNORECASE)
"""What stands between the sides of a pan: "9x13-inch", "9 by 13"."""
FAN = re.compile(r"\s*(?:\(\s*)?(?:fan|convection|umluft|heißluft)\b(?:[- ](?:oven|assisted|forced))?", re.IGNORECASE)
"""An oven's fan, behind its temperature."""

_GAS = re.compile(r"\bgas(?:\s+mark)?\s*$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_KINDS = frozenset((Kind.AMOUNT, Kind.SIZE, Kind.TEMPERATURE, Kind.PER_SERVING, Kind.OTHER))
_SIZED = (Dimension.MASS, Dimension.VOLUME)
_MEASURED = (*_SIZED, Dimension.LENGTH, Dimension.TEMPERATURE)
_BELOW_NOUGHT = re.compile(r"(?:[-−±]|(?<!\d)\s[–-]|\bminus )$", re.IGNORECASE)
_SURELY_FAHRENHEIT = 250  # "degrees" alone may be either below
_NEAR = 12  # code points before a number that make it a gas mark or a difference
_BEHIND = 24  # code points behind a size, in which what is so large is named


class Measure(NamedTuple):
    """A quantity that other units can say: its *unit*, where it begins ("gas mark" included) and ends, fan or not."""

    quantity: Quantity
    unit: str
    start: int
    end: int
    fan: bool = False


def measures_of(text: str, quantities: Iterable[Quantity]) -> list[Measure]:
    """Return the quantities of *text* that other units can say, in order; a stick is one of butter only."""
    buttery = any(word in words("sold_in_sticks") for word in _WORD.findall(text.lower()))
    found: list[Measure] = []
    for quantity in sorted(quantities, key=lambda quantity: quantity.start, reverse=True):
        behind = found[-1] if found else None
        gas = _GAS.search(text, max(0, quantity.start - _NEAR), quantity.start)
        if gas and quantity.unit is None:
            found.append(Measure(quantity, "gas_mark", gas.start(), quantity.end))
        elif quantity.unit is None and behind and _is_side(text, quantity, behind):
            found.append(Measure(quantity, behind.unit, quantity.start, quantity.end))
        elif quantity.kind in _KINDS and quantity.unit and _can_be_said(text, quantity, buttery=buttery):
            fan = FAN.match(text, quantity.end) is not None
            found.append(Measure(quantity, quantity.unit, quantity.start, _end(text, quantity), fan))
    return found[::-1]


def _end(text: str, quantity: Quantity) -> int:
    """Return where a measure ends, with the dot of its unit before a bracket: "16 oz.)"."""
    return quantity.end + (text[quantity.end : quantity.end + 2] in (".)", ".]"))


def _is_side(text: str, side: Quantity, behind: Measure) -> bool:
    """Tell whether *side* is the 9 of "9x13-inch"."""
    return dimension_of(behind.unit) is Dimension.LENGTH and bool(SIDE.fullmatch(text, side.end, behind.start))


def _can_be_said(text: str, quantity: Quantity, *, buttery: bool) -> bool:
    if quantity.unit == STICK:
        return buttery
    dimension = dimension_of(quantity.unit)
    if dimension not in _MEASURED or quantity.unit in ROUGH:
        return False
    before = _WORD.findall(text, max(0, quantity.start - _NEAR), quantity.start)
    if before and before[-1].lower() in words("before_shares"):
        return False  # "per 100 g", "by 25°F"
    if dimension is Dimension.TEMPERATURE:
        return _is_a_temperature(text, quantity)
    return dimension not in _SIZED or not _is_a_name(text, quantity)


def _is_a_temperature(text: str, quantity: Quantity) -> bool:
    """Tell whether a number of degrees is a temperature whose scale is known: no angle and no difference."""
    said = text[quantity.word.start : quantity.word.end].strip() if quantity.word else "°C"
    alone = not any(letter.isalpha() for letter in said) or (said.lower().startswith("degree") and " " not in said)
    if alone and (said in "°º" or quantity.low < _SURELY_FAHRENHEIT):
        return False
    if _BELOW_NOUGHT.search(text, max(0, quantity.start - 6), quantity.start):
        return False
    behind = _WORD.match(text, quantity.end + 1)
    return behind is None or behind[0].lower() not in words("behind_differences")


def _is_a_name(text: str, quantity: Quantity) -> bool:
    """Tell whether a weight or volume only names a thing by its size: "12-cup muffin tin", "a 12-oz glass"."""
    if text[quantity.number_end : quantity.number_end + 1] not in ("-", "‐", "‑"):
        return False
    behind = _WORD.findall(text, quantity.end, quantity.end + _BEHIND)[:3]
    if behind and singular(behind[0].lower()) in words("containers"):
        return False  # "one 12-ounce bag"
    return any(word.lower() in words("equipment") for word in behind)
