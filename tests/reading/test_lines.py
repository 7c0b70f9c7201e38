"""Every line of ``lines.csv``, in the shapes found on web recipes, reads as its hand-made row says."""

import csv
from fractions import Fraction
from pathlib import Path

import pytest

from recipekit.model import Ingredient, Kind, Quantity, Wording
from recipekit.parse.items import read_ingredient

with Path(__file__).with_name("lines.csv").open(encoding="utf-8", newline="") as _table:
    ROWS = list(csv.DictReader(_table))


def spelled(quantities: list[Quantity]) -> str:
    """Return amounts in one line: "2..3 tbsp, 30 g"."""
    numbers = [str(q.low) if q.low == q.high else f"{q.low}..{q.high}" for q in quantities]
    return ", ".join(f"{number} {q.unit or ''}".strip() for number, q in zip(numbers, quantities, strict=True))


def as_row(item: Ingredient) -> dict[str, str]:
    """Return an ingredient as a row of the table."""
    amounts = [quantity for quantity in item.quantities if quantity.kind is Kind.AMOUNT]
    sizes = [quantity for quantity in item.quantities if quantity.kind is Kind.SIZE]
    first = amounts[0] if amounts else None
    return {
        "line": item.wording.text,
        "low": str(first.low) if first else "",
        "high": str(first.high) if first else "",
        "unit": (first.unit or "") if first else "",
        "name": item.name,
        "note": item.note or "",
        "also": spelled(amounts[1:]),
        "sizes": spelled(sizes),
        "approximate": "yes" if first and first.approximate else "",
    }


@pytest.mark.parametrize("row", ROWS, ids=[row["line"] for row in ROWS])
def test_a_line_of_the_web_reads_as_a_cook_reads_it(row: dict[str, str]) -> None:
    item, unreadable = read_ingredient(Wording(row["line"], 1))
    assert as_row(item) == row
    assert not unreadable


@pytest.mark.parametrize("row", ROWS, ids=[row["line"] for row in ROWS])
def test_a_quantity_of_a_line_stands_where_it_says(row: dict[str, str]) -> None:
    line = row["line"]
    item, _ = read_ingredient(Wording(line, 1))
    for quantity in item.quantities:
        assert line[quantity.start : quantity.end] == quantity.text
        assert quantity.start < quantity.number_end <= quantity.end
        assert quantity.word is None or line[slice(*quantity.word)]
    assert all(Fraction(quantity.low) <= quantity.high for quantity in item.quantities)
