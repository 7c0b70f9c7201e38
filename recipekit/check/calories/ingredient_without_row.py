"""A listed ingredient has no row in the calories table.

What is not in the table is not in the total, and whoever counts on it counts too little. Names are compared
generously: "Olive Oil/Butter (for pan)" counts the oil and the butter, "Potatoes" the baby potatoes, and a row like
"Vegetables" or "Pizza dough" may count anything, so that nothing is said then.

Let pass is what has hardly any calories: water, salt, vinegar, leavening, extracts, spices up to 2 tbsp, herbs up to a
bunch, half a litre of stock, a tablespoon of mustard or soy sauce. So is what is optional, to taste, for garnish, for
serving or for greasing, what has no amount, and utensils. A table in which more than half of the list is missing is
about something else.

Bad:

    ## Ingredients

    - 500 g beans
    - 2 onions
    - 45 g butter

    ## Calories

    | Food  | Quantity | Calories   |
    | ----- | -------- | ---------- |
    | Beans | 500 g    | 1,600 kcal |
    | Onion | 200 g    | 80 kcal    |

Good:

    ## Ingredients

    - 500 g beans
    - 2 onions
    - 45 g butter

    ## Calories

    | Food   | Quantity | Calories   |
    | ------ | -------- | ---------- |
    | Beans  | 500 g    | 1,600 kcal |
    | Onion  | 200 g    | 80 kcal    |
    | Butter | 45 g     | 323 kcal   |

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

from collections.abc import Iterator

from recipekit.check.calories.naming import says
from recipekit.check.calories.pairing import Listed, pairing_of
from recipekit.check.calories.telling_rows import short
from recipekit.check.calories.trifles import is_trifle
from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import INGREDIENT_WITHOUT_ROW, Diagnostic
from recipekit.model import Kind


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every ingredient with an amount that the calories table leaves out."""
    if subject.recipe.calories is None:
        return
    pairing = pairing_of(subject)
    if not pairing.is_usable or not pairing.items_left:
        return
    counting = [item for item in pairing.listed if _counts(item, pairing.cups)]
    left = [item for item in pairing.items_left if item in counting]
    twins = [pairing.twin_of(row) for row in pairing.rows_left]
    if 2 * len(left) > len(counting):
        return
    said = set()
    for item in left:
        one = item.ingredient
        if any(one is twin for twin in twins) or item.name.words in said:
            continue
        said.add(item.name.words)
        message = f'"{short(one.name)}" has no row in the calories table'
        start, end = one.name_span or (0, None)
        hint = "add a row with its amount and its calories"
        yield subject.finding(INGREDIENT_WITHOUT_ROW, message, hint, one.wording, start, end)


def _counts(item: Listed, cups: str) -> bool:
    """Tell whether an ingredient should have a row: it has an amount, is no extra, and has calories to speak of."""
    one = item.ingredient
    if one.optional or not any(quantity.kind is Kind.AMOUNT for quantity in one.quantities):
        return False
    if item.group and says(item.group, "aside_groups"):
        return False
    return not says(one.wording.text, "asides") and not is_trifle(one.name, one.quantities, cups)


RULE = Rule(INGREDIENT_WITHOUT_ROW, check)
