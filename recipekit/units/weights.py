"""What foods weigh: grams per millilitre, and grams a piece, each with the source of its figure.

The figures are data: `densities.csv` and `pieces.csv` beside this module, and files of the same form that a cook adds.
Which row a recipe means by "flour" is not decided here: `ops.weighing` does that.

Sources: USDA National Nutrient Database for Standard Reference, release 28 (public domain), for liquids, dairy, fats
and pieces; King Arthur Baking's ingredient weight chart for flours, starches and baking sugars, which are spooned and
levelled there as bakers do. Where both have a food, the other's figure stands beside the chosen one.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import NamedTuple

from recipekit.amounts import parse_number
from recipekit.errors import UnreadableRecipeError
from recipekit.files import read_source
from recipekit.units import size_of

_HERE = Path(__file__).parent
_FORMS = (
    'its first line names the columns: "ingredient,g_per_us_cup", "ingredient,g_per_ml" or "ingredient,piece,grams"'
)
DIFFER = Fraction(1, 10)
"""By how much two authorities may differ before the answer names both."""


class Density(NamedTuple):
    """How heavy a food is: grams per millilitre, exactly as *source* has it; *names* are all that the row goes by.

    *other* is another authority's figure where it is more than a tenth off.
    """

    food: str
    names: tuple[str, ...]
    g_per_ml: Fraction
    source: str
    other: Fraction | None = None
    other_source: str | None = None


class Piece(NamedTuple):
    """What one piece of a food weighs in grams; *piece* says which: "medium", "clove", "stalk medium", "each".

    *usual* is a piece that is meant where a recipe does not say which; without one that is the medium one.
    """

    food: str
    names: tuple[str, ...]
    piece: str
    grams: Fraction
    source: str
    usual: bool = False


class _Row(NamedTuple):
    """A line of a table: its cells by column, and where it stands."""

    cells: dict[str, str]
    path: str
    line: int

    def number(self, column: str) -> Fraction | None:
        """Return the number in *column*, None where the cell is empty.

        Raises:
            UnreadableRecipeError: the cell holds something else, or nothing above nought.
        """
        text = self.cells.get(column, "")
        if not text:
            return None
        value = parse_number(text)
        if value is None or value <= 0:
            raise self.trouble(f'{column} is "{text[:40]}"', "write a number above 0, like 120 or 0.5")
        return value

    def trouble(self, problem: str, hint: str) -> UnreadableRecipeError:
        """Return the error that this line cannot be read."""
        return UnreadableRecipeError(self.path, problem, hint, line=self.line)

    @property
    def food(self) -> str:
        """The food of the line.

        Raises:
            UnreadableRecipeError: it names none.
        """
        if not self.cells.get("ingredient"):
            raise self.trouble("this line names no ingredient", "write one, or delete the line")
        return self.cells["ingredient"]

    @property
    def names(self) -> tuple[str, ...]:
        """All that the food is called."""
        return (self.food, *(name.strip() for name in self.cells.get("also", "").split(";") if name.strip()))

    @property
    def source(self) -> str:
        """Where the figure comes from; for a cook's own that is the file."""
        return self.cells.get("source") or f"{self.path}:{self.line}"


@cache
def densities(extra: tuple[Path, ...] = (), containing: str = "") -> tuple[Density, ...]:
    """Return every known density, those of the files *extra* before our own.

    Args:
        extra: a cook's own files.
        containing: leave out those of ours whose names hold these letters nowhere; a lookup is 5 ms faster for it.

    Raises:
        UnreadableRecipeError: a file cannot be read.
    """
    return tuple(_density(row) for row in _chosen(extra, "densities.csv", containing) if "piece" not in row.cells)


@cache
def pieces(extra: tuple[Path, ...] = ()) -> tuple[Piece, ...]:
    """Return the weight of every known piece, those of the files *extra* before our own.

    Raises:
        UnreadableRecipeError: a file cannot be read.
    """
    return tuple(_piece(row) for row in _chosen(extra, "pieces.csv") if "piece" in row.cells)


def _chosen(extra: tuple[Path, ...], ours: str, containing: str = "") -> Iterator[_Row]:
    for path in extra:
        yield from _rows(path)
    for row in _rows(_HERE / ours):
        if containing in row.cells["ingredient"].lower() or containing in row.cells["also"].lower():
            yield row


def _density(row: _Row) -> Density:
    value = _per_ml(row, "g_per_ml", "g_per_us_cup")
    if value is None:
        raise row.trouble(f'"{row.food[:40]}" has no figure', "fill in g_per_us_cup or g_per_ml")
    other = _per_ml(row, "other_g_per_ml", "other_g_per_us_cup")
    if other is not None and abs(other - value) <= value * DIFFER:
        other = None
    return Density(row.food, row.names, value, row.source, other, row.cells.get("other_source") if other else None)


def _per_ml(row: _Row, per_ml: str, per_cup: str) -> Fraction | None:
    grams, cup = row.number(per_cup), size_of("us_cup")
    assert cup is not None
    return grams / cup if grams is not None else row.number(per_ml)


def _piece(row: _Row) -> Piece:
    grams = row.number("grams")
    if grams is None:
        raise row.trouble(f'"{row.food[:40]}" has no weight', "fill in grams")
    return Piece(row.food, row.names, row.cells["piece"] or "each", grams, row.source, bool(row.cells.get("usual")))


def _text(path: Path) -> str:
    hint = "mend it, or change densities and pieces in the configuration"
    if not path.is_file():
        raise UnreadableRecipeError(str(path), "there is no such table of weights", hint)
    try:
        return read_source(str(path)).text.removeprefix("\ufeff")
    except UnreadableRecipeError as error:
        problem = error.problem.removesuffix(", no recipe")
        raise UnreadableRecipeError(str(path), problem, hint, line=error.line, column=error.column) from error


def _rows(path: Path) -> Iterator[_Row]:
    """Yield the lines of a table; commas or, as German spreadsheets have it, semicolons part the cells.

    Raises:
        UnreadableRecipeError: it cannot be read, or is no such table.
    """
    text = _text(path)
    head = text.split("\n", 1)[0]
    reader = csv.reader(text.splitlines(), delimiter=";" if ";" in head and "," not in head else ",", strict=True)
    try:
        columns = [cell.strip().lower() for cell in next(reader, [])]
        known = {"ingredient"} < set(columns) and not {"g_per_ml", "g_per_us_cup", "grams"}.isdisjoint(columns)
        if not known or ("piece" in columns) != ("grams" in columns):
            raise UnreadableRecipeError(str(path), "this is no table of weights", _FORMS, line=1)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                named = dict(zip(columns, (cell.strip() for cell in cells), strict=False))
                yield _Row(named, str(path), reader.line_num)
    except csv.Error as error:
        raise UnreadableRecipeError(str(path), f"{error}", "check its quotes", line=reader.line_num) from error
