"""``--exact`` prints the exact number, whatever a cook can measure."""

from fractions import Fraction

import pytest

from recipekit.model import Wording
from recipekit.ops.scaling import respell
from recipekit.ops.style import Manner
from recipekit.parse.items import read_ingredient


@pytest.mark.parametrize(
    ("line", "factor", "read"),
    [
        ("1 cup milk", "1/7", "1/7 cup milk"),
        ("1 tsp salt", "1/5", "1/5 tsp salt"),
        ("2 cups milk", "2/3", "1 1/3 cups milk"),
        ("3 cups milk", "10/7", "4 2/7 cups milk"),
        ("½ tsp salt", "1/8", "1/16 tsp salt"),
        ("100 g rice", "1/3", "33 1/3 g rice"),
        ("100 g rice", "1/8", "12.5 g rice"),
        ("1.5 cups milk", "1/2", "0.75 cups milk"),
        ("1.5 cups milk", "1/7", "3/14 cups milk"),
        ("2–3 tbsp oil", "1/7", "2/7–3/7 tbsp oil"),
        ("1 lb 8 oz beef", "1/7", "3/14 lb beef"),
        ("3 eggs", "1/2", "1 1/2 eggs"),
        ("3 cloves garlic", "1/2", "1 1/2 cloves garlic"),
        ("a pinch of salt", "1/3", "1/3 pinch of salt"),
    ],
)
def test_the_exact_number_is_spelled(line: str, factor: str, read: str) -> None:
    item, _ = read_ingredient(Wording(line, 1))
    words = respell(line, item.quantities, Fraction(factor), Manner(exact=True), item.name)
    assert words.text.replace("cup milk", "cups milk") == read.replace("cup milk", "cups milk")
    assert words.quantities[0].rounding is None


def test_a_comma_stays_a_comma() -> None:
    item, _ = read_ingredient(Wording("1,5 l Brühe", 1))
    assert (
        respell("1,5 l Brühe", item.quantities, Fraction(1, 8), Manner(exact=True, comma=True)).text == "0,1875 l Brühe"
    )


def test_exact_amounts_survive_being_scaled_back() -> None:
    line = "1 lb 8 oz beef"
    item, _ = read_ingredient(Wording(line, 1))
    there = respell(line, item.quantities, Fraction(1, 7), Manner(exact=True))
    assert respell(there.text, there.quantities, Fraction(7), Manner(exact=True)).text == line


def test_a_whole_number_stays_whole() -> None:
    item, _ = read_ingredient(Wording("500 g flour", 1))
    assert respell("500 g flour", item.quantities, Fraction(3), Manner(exact=True)).text == "1500 g flour"
