"""A quantity cell holds amounts only; a kcal cell holds a number, or none at all, which is not nought."""

from fractions import Fraction

import pytest

from recipekit.model import Stated, Wording
from recipekit.parse.cells import read_amounts, read_kcal, read_statement


def measures(cell: str) -> list[str]:
    """Return the amounts of a quantity cell: ``["2..3 tbsp", "~30 g"]``."""
    spelled = []
    for quantity in read_amounts(Wording(cell, 1)):
        number = str(quantity.low) if quantity.low == quantity.high else f"{quantity.low}..{quantity.high}"
        spelled.append(f"{'~' * quantity.approximate}{number} {quantity.unit or ''}".strip())
    return spelled


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("12 tbsp (180 g)", ["12 tbsp", "180 g"]),
        ("4 large (~2 lbs / 900 g)", ["4 large", "~2 lb", "900 g"]),
        ("3 medium (363 g)", ["3 medium", "363 g"]),
        ("1 large", ["1 large"]),
        ("24 wrappers (216 g)", ["24 wrapper", "216 g"]),
        ("18 tortillas", ["18 tortilla"]),
        ("6 large flour tortillas (300 g)", ["6 tortilla", "300 g"]),
        ("4 breasts (~24 oz / 680 g)", ["4 breast", "~24 oz", "680 g"]),
        ("8 oz (225 g)", ["8 oz", "225 g"]),
        ("14 oz / 397 g", ["14 oz", "397 g"]),
        ("1 lb 8 oz (680 g)", ["3/2 lb", "680 g"]),
        ("1½ cups (115 g)", ["3/2 cup", "115 g"]),
        ("4 cups / 960 ml", ["4 cup", "960 ml"]),
        ("2–3 tbsp (27–41 g)", ["2..3 tbsp", "27..41 g"]),
        ("1,020 g", ["1020 g"]),
        ("200g", ["200 g"]),
        ("~30 g", ["~30 g"]),
        ("about 30 g", ["~30 g"]),
        ("5 oz (142 g, about 4 cups)", ["5 oz", "142 g", "~4 cup"]),
        ("1 can (13.4 oz)", ["1 can", "67/5 oz"]),
        ("2 (13.4 oz) cans", ["2 can"]),
        ("2 cans (13.4 oz each)", ["2 can"]),
        ("1 (400 g) tin", ["1 tin"]),
        ("1 big stalk", ["1 stalk"]),
        ("1 cup, packed (200 g)", ["1 cup", "200 g"]),
        ("a pinch", ["1 pinch"]),
        ("3", ["3"]),
        ("½ (75 g)", ["1/2", "75 g"]),
        ("6 (600 g)", ["6", "600 g"]),
        ("4 large, 900 g", ["4 large", "900 g"]),
        ("2 onions 300 g", ["2 onion", "300 g"]),
        ("2 x 400 g tins", ["2 tin"]),
        ("a 400 g tin", ["1 tin"]),
        ("¼ cup + 1 tbsp (75 ml)", ["5/16 cup", "75 ml"]),
        ("1 kg 200 g", ["6/5 kg"]),
        ("8 oz|225 g", ["8 oz", "225 g"]),
    ],
)
def test_a_quantity_cell_says_one_amount_in_its_measures(cell: str, wanted: list[str]) -> None:
    assert measures(cell) == wanted


@pytest.mark.parametrize(
    "cell", ["", "To taste", "As needed", "Pinch", "n/a", "—", "1/0 g"], ids=lambda cell: cell or "empty"
)
def test_a_quantity_cell_without_a_number_is_empty(cell: str) -> None:
    assert measures(cell) == []


def test_two_times_400_g_are_no_2_g() -> None:
    assert measures("2 x 400 g")[0] != "2 g"


@pytest.mark.parametrize("cell", ["5 g per serving", "30 oz, 5 oz per serving"])
def test_what_is_for_one_serving_is_no_amount_that_scales(cell: str) -> None:
    quantities = read_amounts(Wording(cell, 1))
    assert not any(quantity.scales for quantity in quantities if quantity.text.startswith("5 "))


@pytest.mark.parametrize(
    ("cell", "kcal", "approximate"),
    [
        ("704 kcal", "704", False),
        ("704kcal", "704", False),
        ("704", "704", False),
        ("1,900", "1900", False),
        ("2,310 kcal", "2310", False),
        ("2\u202f310 kcal", "2310", False),
        ("~1,518 kcal", "1518", True),
        ("~ 300", "300", True),
        ("≈300", "300", True),
        ("about 300", "300", True),
        ("300 kcal*", "300", True),
        ("300 calories", "300", False),
        ("0 kcal", "0", False),
        ("1.5", "3/2", False),
        ("120–150 kcal", "135", True),
        ("120 kcal (502 kJ)", "120", False),
        ("4184 kJ", "1000", False),
    ],
)
def test_a_kcal_cell_is_read(cell: str, kcal: str, approximate: bool) -> None:
    assert read_kcal(cell) == (Fraction(kcal), approximate)


@pytest.mark.parametrize(
    "cell", ["", "Negligible", "trace", "—", "n/a", "unknown", "?"], ids=lambda cell: cell or "empty"
)
def test_no_number_is_not_nought(cell: str) -> None:
    assert read_kcal(cell)[0] is None


@pytest.mark.parametrize("cell", ["2 310 kcal", "2 310"])
def test_a_blank_between_thousands_is_no_end_of_the_number(cell: str) -> None:
    assert read_kcal(cell)[0] in (Fraction(2310), None)


def test_grams_are_no_kcal() -> None:
    assert read_kcal("12 g")[0] is None


@pytest.mark.parametrize(
    ("line", "total", "each"),
    [
        ("Total: 100 kcal", "100", None),
        ("Total (approx): 4,026 kcal", "4026", None),
        ("Total (for 6 servings): ~5,412 kcal", "5412", None),
        ("Estimated total: 1,200 kcal", "1200", None),
        ("Sum: 300", "300", None),
        ("Per serving (6 servings): ~671 kcal", None, "671"),
        ("Calories per serving: 300", None, "300"),
        ("Per person: 300", None, "300"),
        ("Pro Portion: 300 kcal", None, "300"),
        pytest.param(
            "Per serving: 300 kcal (1,255 kJ)", None, "300",
        ),
    ],
)  # fmt: skip
def test_a_line_below_the_table_states_its_calories(line: str, total: str | None, each: str | None) -> None:
    said = read_statement(Stated(), Wording(line, 9))
    assert said is not None
    assert (said.total, said.per_serving, said.line) == (total and Fraction(total), each and Fraction(each), 9)


@pytest.mark.parametrize(
    "line",
    ["Total fat: 12 g", "Whole milk", "Serves 6", "Total time: 30 minutes", "Total", "Values from the USDA, 2020"],
)
def test_another_line_states_nothing(line: str) -> None:
    assert read_statement(Stated(), Wording(line, 9)) is None


def test_the_first_statement_stands() -> None:
    first = read_statement(Stated(), Wording("Total: 600 kcal", 8))
    assert first is not None
    second = read_statement(first, Wording("Total: 700 kcal", 9))
    assert second is not None
    assert second[:3] == first[:3]
    assert [statement.kcal for statement in second.statements] == [600, 700]
