"""How much there is of each food, in the list and in the calories table, so that the two can be held together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple, TypeVar

from recipekit.check.dual_measures import LEAST, says_more
from recipekit.foods.reading import LONGEST_NAME, alternatives
from recipekit.foods.splitting import split_foods
from recipekit.grammar import lower_singular
from recipekit.model import CalorieRow, Ingredient, Kind, Quantity, Recipe, Wording
from recipekit.parse.items import head_noun
from recipekit.source import Span
from recipekit.units import METRIC, ROUGH, Dimension, dimension_of, size_of, unit_named
from recipekit.words import checked, words

MASS, VOLUME = str(Dimension.MASS), str(Dimension.VOLUME)
BARE = ""
"""The measure of what is counted and has no noun but its own: "3 shallots"."""

_MOST_LINES = 200
_WORD = re.compile(r"[^\W\d_]+")
_OPEN = re.compile(
    r"\+|\bplus\b|\b(?:or|and|etwas) (?:more|mehr)\b|\b(?:more|extra|mehr) (?:for|to|as|zum)\b|\bto taste\b"
    r"|\bas (?:needed|required|desired|much)\b|\bif\b|\bto serve\b|\bfor serving\b"
    r"|\bnach (?:bedarf|geschmack|belieben)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"\b(?:or|oder|and|und)\b", re.IGNORECASE)
_ROUGHLY, _MIXED, _EXACT = Fraction(3, 20), Fraction(1, 10), Fraction(1, 20)

Key = frozenset[object]
Sum = tuple[Quantity, ...]
Said = TypeVar("Said")


class Line(NamedTuple):
    """An item of the list or a row of the table: its *amounts* by what they measure, "mass" or "slice".

    It *leaves open* how much there is in words like "plus more" or "optional", or where it is weighed otherwise.
    """

    name: str
    wording: Wording
    amounts: dict[str, tuple[Quantity, ...]]
    group: int
    leaves_open: Callable[[], bool]

    @property
    def purpose(self) -> bool:
        """Whether it says what it is for."""
        said = f"{self.name} {self.wording.text}".lower().replace("(", " ")
        return any(f" {word} " in said for word in checked("amounts", "purposes"))


class Tally(NamedTuple):
    """All lines of one food. *amounts* holds by measure what it may be: each one a sum over all lines."""

    lines: tuple[Line, ...]
    amounts: dict[str, tuple[Sum, ...]]

    @property
    def name(self) -> str:
        """What the food is called."""
        return self.lines[0].name


def tallies(recipe: Recipe) -> Iterator[tuple[Tally, Tally]]:
    """Yield every food that stands in the list and in the calories table, as either has it."""
    rows = recipe.calories.rows if recipe.calories else ()
    items = [(item, index) for index, group in enumerate(recipe.ingredients) for item in group.items]
    if max(len(rows), len(items)) > _MOST_LINES:
        return
    tabled, listed = _by_food((row.ingredient, row) for row in rows), _by_food((pair[0].name, pair) for pair in items)
    for key, pairs in listed.items():
        if key in tabled:
            item = tally(_item(*pair) for pair in pairs)
            yield item, tally(_row(row) for row in tabled[key])


def _by_food(named: Iterable[tuple[str, Said]]) -> dict[Key, list[Said]]:
    found: dict[Key, list[Said]] = {}
    for name, line in named:
        if name and len(name) <= LONGEST_NAME:
            found.setdefault(_key(name), []).append(line)
    return found


def _item(item: Ingredient, group: int) -> Line:
    text, end = item.wording.text, item.name_span.end if item.name_span else 0
    first = item.quantities[0].end if item.quantities else 0
    another = _ANOTHER.search(text, max(end, first))
    kept = [each for each in item.quantities if another is None or each.start < another.start()]

    def leaves_open() -> bool:
        """Tell whether the words leave open how much it is."""
        weighed = checked("amounts", "weighs_otherwise").intersection(_WORD.findall(text.lower()))
        return item.optional or bool(weighed) or _OPEN.search(text, first) is not None

    return Line(item.name, item.wording, _amounts(item.name, kept), group, leaves_open)


def _row(row: CalorieRow) -> Line:
    amounts = _amounts(row.ingredient, row.quantities)
    return Line(row.ingredient, row.wording, amounts, 0, lambda: says_more(row.wording.text))


def _amounts(name: str, quantities: Sequence[Quantity]) -> dict[str, tuple[Quantity, ...]]:
    amounts: dict[str, tuple[Quantity, ...]] = {}
    for quantity in quantities:
        if quantity.kind is Kind.AMOUNT and quantity.scales:
            for measure, each in _measured(name, quantity):
                amounts[measure] = (*amounts.get(measure, ()), each)
    return amounts


def _measured(name: str, quantity: Quantity) -> Iterator[tuple[str, Quantity]]:
    """Yield what *quantity* may be compared by."""
    unit, dimension = quantity.unit, dimension_of(quantity.unit)
    if dimension in (Dimension.MASS, Dimension.VOLUME):
        if unit not in ROUGH:
            yield str(dimension), quantity
    elif dimension in (None, Dimension.COUNT):
        for noun in _nouns(name, unit):
            yield noun, quantity


def _nouns(name: str, unit: str | None) -> Iterator[str]:
    """Yield the nouns that a count may be one of: its unit, the noun of the name, or none in particular."""
    if unit is not None and unit not in words("sizes") and unit not in ("piece", "unit"):
        yield unit
        if unit_named(unit) is None and unit in {lower_singular(word.lower()) for word in _WORD.findall(name)}:
            yield BARE
        return
    head = head_noun(name, Span(0, len(name)))
    noun = name[head.start : head.end].lower() if head else ""
    counted = unit_named(noun)
    if counted is None or dimension_of(counted) is not Dimension.COUNT:
        yield BARE
    if noun:
        yield counted or lower_singular(noun)


def tally(lines: Iterable[Line]) -> Tally:
    """Return what lines about one food come to."""
    found = tuple(lines)
    return Tally(found, _summed(found))


@lru_cache(maxsize=4096)
def _key(name: str) -> Key:
    """Return what is the same for all names of a food, or of several foods in one line."""
    return frozenset(frozenset(reading.key for reading in alternatives(part)) for part in split_foods(name))


def _summed(lines: Sequence[Line]) -> dict[str, tuple[Sum, ...]]:
    if len(lines) == 1:
        return {measure: tuple((each,) for each in amounts) for measure, amounts in lines[0].amounts.items()}
    shared = set(lines[0].amounts).intersection(*(line.amounts for line in lines[1:]))
    return {measure: (tuple(line.amounts[measure][0] for line in lines),) for measure in shared}


def size(amount: Sum, cups: str) -> tuple[Fraction, Fraction]:
    """Return the least and the most that *amount* is, in grams, millilitres or pieces."""
    sizes = [size_of(each.unit, cups) or Fraction(1) for each in amount]
    low = sum((each.low * of for each, of in zip(amount, sizes, strict=True)), Fraction(0))
    return low, sum((each.high * of for each, of in zip(amount, sizes, strict=True)), Fraction(0))


def agree(one: Sum, other: Sum, cups: str) -> bool:
    """Tell whether two amounts of one measure are the same but for rounding."""
    if len(one) == len(other) == 1 and (one[0].low, one[0].unit) == (other[0].low, other[0].unit):
        return True
    (low, high), (least, most) = size(one, cups), size(other, cups)
    said = (*one, *other)
    leeway = _ROUGHLY if any(each.approximate for each in said) else _EXACT
    measured = {each.unit in METRIC for each in said if size_of(each.unit, cups)}
    leeway = max(leeway, _MIXED) if len(measured) > 1 else leeway
    rounding = LEAST if measured and len({each.unit for each in said}) > 1 else Fraction(0)
    return max(low - most, least - high) <= max(leeway * max(high, most), rounding)


def agrees_with_itself(tally: Tally, cups: str) -> bool:
    """Tell whether the volumes that one line gives are the same where its spoons are those of *cups*."""
    said = tally.amounts.get(VOLUME, ()) if len(tally.lines) == 1 else ()
    return all(agree(said[0], other, cups) for other in said[1:])


def sizes_differ(one: Sum, other: Sum, names: tuple[str, str]) -> bool:
    """Tell whether both say how large the pieces are, and not the same: half a large onion may be a small one."""
    said = [
        {word.lower() for word in _WORD.findall(f"{each[0].text} {name}")} & words("count_sizes")
        for each, name in zip((one, other), names, strict=True)
    ]
    return bool(said[0] and said[1]) and said[0] != said[1]
