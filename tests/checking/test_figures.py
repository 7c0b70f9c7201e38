"""The figures of the calories: what is found, once each, and what is rounding."""

import json
from pathlib import Path

import pytest

from recipekit.check.running import FIGURES, findings_in
from recipekit.diagnostics import Diagnostic
from recipekit.source import Source

SHARED = Path(__file__).parents[3] / "shared"
HEAD = "# Beans\n\nServes 4\n\n## Calories\n\n| Food | Quantity | Calories |\n|---|---|---|\n"


def found(rows: str, head: str = HEAD) -> list[tuple[str, int, int]]:
    """Return code, line and column of what is found in a table of *rows*."""
    found = findings_in(Source(head + rows), FIGURES)
    return [(problem.problem.code, problem.line, problem.column) for problem in found]


def codes(rows: str, head: str = HEAD) -> list[str]:
    return [code for code, _, _ in found(rows, head)]


BEANS = "| Beans | 500 g | 1,600 kcal |\n| Oil | 45 g | 400 kcal |\n"

WRONG = {
    "a-total": (BEANS + "\n**Total: 2,100 kcal**\n", "RK303"),
    "a-total-in-a-row": (BEANS + "| **Total** | | **~2,100 kcal** |\n", "RK303"),
    "a-total-two-off": (BEANS + "\nTotal: 2,002 kcal\n", "RK303"),
    "a-row-without-a-number-that-the-total-may-count": (
        BEANS + "| Sauce | 1 jar | some |\n\nTotal: 2,300 kcal\n",
        "RK301",
    ),
    "one-serving": (BEANS + "\nTotal: 2,000 kcal\n\nPer serving: 452 kcal\n", "RK304"),
    "one-serving-by-six": (BEANS + "\nTotal: 2,000 kcal\n\nPer serving: 510 kcal\n", "RK304"),
    "one-serving-without-a-total": (BEANS + "\nPer serving: 452 kcal\n", "RK304"),
    "a-label": (BEANS + "\nTotal: 2,000 kcal\n\nPer serving (5 servings): 400 kcal\n", "RK305"),
    "a-label-of-a-total": (BEANS + "\nTotal (for 6 servings): 2,000 kcal\n", "RK305"),
    "ounces-and-grams": ("| Pork | 12 oz (500 g) | 900 kcal |\n", "RK306"),
    "cups-and-millilitres": ("| Milk | 2 cups (300 ml) | 200 kcal |\n", "RK306"),
    "fluid-ounces": ("| Milk | 8 fl oz (300 ml) | 200 kcal |\n", "RK306"),
    "a-weightless-oil": ("| Oil | 1 tbsp (1.4 g) | 120 kcal |\n", "RK307"),
    "butter-in-kilojoules": ("| Butter | 100 g | 3,000 kcal |\n", "RK308"),
    "rows-in-kilojoules": ("| Beans | 500 g | 2,510 kcal |\n\nTotal: 600 kcal\n", "RK308"),
    "a-sum": ("| Eggs | 3 | 3 × 78 = 234 |\n", "RK301"),
    "a-number-below-nought": ("| Beans | 500 g | -120 kcal |\n", "RK301"),
}
RIGHT = {
    "all-in-step": BEANS + "\nTotal: 2,000 kcal\n\nPer serving (4 servings): 500 kcal\n",
    "a-total-one-off": BEANS + "\nTotal: 2,001 kcal\n",
    "a-total-rounded-to-ten": "| Beans | 500 g | 1,604 kcal |\n\nTotal: 1,600 kcal\n",
    "a-total-said-to-be-round": "| Beans | 500 g | 1,640 kcal |\n\nTotal: ~1,600 kcal\n",
    "totals-of-parts": BEANS + "| Total beans | | 1,600 kcal |\n\nTotal: 1,600 kcal\n\nTotal: 400 kcal\n",
    "a-range-in-a-row": "| Beans | 500 g | 100–200 kcal |\n\nTotal: 180 kcal\n",
    "one-serving-rounded-to-ten": "| Beans | 500 g | 2,017 kcal |\n\nPer serving: 500 kcal\n",
    "one-serving-rounded-to-five": "| Beans | 500 g | 2,028 kcal |\n\nPer serving: 505 kcal\n",
    "one-cookie": BEANS + "\nPer cookie: 85 kcal\n",
    "servings-that-nobody-states": "| Beans | 500 g | 100 kcal |\n\nPer serving: 5 kcal\n",
    "small-roundings": "| Cilantro | ¾ oz (20 g) | 7 kcal |\n",
    "fluid-ounces-without-saying-so": "| Stock | 16.5 oz (490 ml) | 60 kcal |\n",
    "ounces-of-honey-by-volume": "| Honey | 6 tbsp (4.5 oz) | 390 kcal |\n",
    "drained": "| Beans | 400 g (240 g drained) | 250 kcal |\n",
    "added-up": "| Flour | 1 lb + 200 g | 2,000 kcal |\n",
    "an-imperial-pint": "| Milk | 1 pint (568 ml) | 350 kcal |\n",
    "a-spoonful-of-oil": "| Oil | 1 tbsp (13 g) | 120 kcal |\n",
    "lard": "| Lard | 100 g | 902 kcal |\n",
    "kilojoules-that-say-so": "| Butter | 100 g | 3,000 kJ |\n",
    "negligible": "| Salt | 5 g | Negligible |\n",
}


@pytest.mark.parametrize(("rows", "code"), WRONG.values(), ids=WRONG)
def test_it_is_found_once(rows: str, code: str) -> None:
    assert codes(rows) == [code]


@pytest.mark.parametrize("rows", RIGHT.values(), ids=RIGHT)
def test_it_is_left_alone(rows: str) -> None:
    head = HEAD.replace("Serves 4\n\n", "") if rows == RIGHT["servings-that-nobody-states"] else HEAD
    assert codes(rows, head) == []


def test_a_wrong_total_is_not_also_a_wrong_serving() -> None:
    of_the_total = BEANS + "\nTotal: 2,400 kcal\n\nPer serving: 600 kcal\n"
    of_the_rows = BEANS + "\nTotal: 2,400 kcal\n\nPer serving: 500 kcal\n"
    assert codes(of_the_total) == codes(of_the_rows) == ["RK303"]


def test_a_total_below_the_rows_is_wrong_whatever_else_is_in_it() -> None:
    assert codes(BEANS + "| Sauce | 1 jar | some |\n\nTotal: 1,900 kcal\n") == ["RK301", "RK303"]


def test_a_wrong_label_is_not_also_a_wrong_serving() -> None:
    assert codes(BEANS + "\nTotal: 2,000 kcal\n\nPer serving (8 servings): 250 kcal\n") == ["RK305"]


def test_a_range_of_servings_takes_any_figure_within() -> None:
    head = HEAD.replace("Serves 4", "Serves 4–6")
    assert codes(BEANS + "\nPer serving (4–6 servings): 400 kcal\n", head) == []
    assert codes(BEANS + "\nPer serving: 300 kcal\n", head) == ["RK304"]


def test_a_finding_has_the_place_of_the_number() -> None:
    assert found(BEANS + "\n**Total: 2,100 kcal**\n") == [("RK303", 12, 10)]
    assert found("| Pork | 12 oz (500 g) | 900 kcal |\n") == [("RK306", 9, 17)]


def test_what_cannot_be_read_is_one_finding() -> None:
    (problem,) = findings_in(Source("---\na: b: c\n---\n\n# Soup\n"), FIGURES)
    assert (problem.problem.code, problem.line) == ("RK100", 2)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared recipes are not here")
def test_the_shared_recipes_state_two_wrong_totals() -> None:
    wrong, labelled = set(), set()
    for path in sorted((SHARED / "golden").glob("*.json")):
        label = json.loads(path.read_bytes())
        if "calories" not in label:
            continue
        source = Source((SHARED / "recipes" / label["file"]).read_bytes().decode())
        problems: tuple[Diagnostic, ...] = findings_in(source, FIGURES)
        if any(problem.problem.code in ("RK303", "RK304", "RK305") for problem in problems):
            wrong.add(label["file"])
        if label["calories"]["stated_total"] != label["calories"]["sum_of_rows"]:
            labelled.add(label["file"])
    assert wrong == labelled
    assert len(labelled) == 2
