"""The calories table counts a food cooked that the list weighs raw, or the other way round.

30 oz of raw pork are some 22 oz when they are cooked, and a cup of dry rice becomes three: calories of the cooked food
taken for the raw weight are far off. A row that says "cooked" is reported where the list has the same food in the same
weight or volume and says "raw" or "dry", or says nothing and it is meat, fish, rice, pasta, lentils or another grain;
and a row that says "raw" or "dry" where the list says "cooked". Where the amounts differ, the author has converted.

Bad:

    ## Ingredients

    - 500 g ground pork
    - 2 onions

    ## Calories

    | Food                 | Quantity | Calories   |
    | -------------------- | -------- | ---------- |
    | Ground pork (cooked) | 500 g    | 1,485 kcal |
    | Onions               | 200 g    | 80 kcal    |

Good:

    ## Ingredients

    - 500 g ground pork
    - 2 onions

    ## Calories

    | Food              | Quantity | Calories   |
    | ----------------- | -------- | ---------- |
    | Ground pork (raw) | 500 g    | 1,315 kcal |
    | Onions            | 200 g    | 80 kcal    |

Fixable: no
Since: 0.3.0

Source: USDA SR28: ground pork has 263 kcal in 100 g raw and 297 cooked, white rice 365 dry and 130 cooked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache, lru_cache
from itertools import combinations

from recipekit.check.calories.naming import bases, says
from recipekit.check.calories.pairing import MOST_PAIRS, are_as_much
from recipekit.check.calories.states import bases_in, changes_when_cooked, is_always_ready, is_pulse
from recipekit.check.calories.telling_rows import about_row, short
from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import RAW_OR_COOKED, Diagnostic
from recipekit.foods import Likeness, compare, split_foods
from recipekit.model import CalorieRow, Ingredient, Kind, Quantity
from recipekit.units import CUPS, Dimension, dimension_of

_WORD = re.compile(r"[^\W\d_]+")
_SLACK = Fraction(1, 20)  # by how much two measures of one amount differ at most
_MEASURED = (Dimension.MASS, Dimension.VOLUME)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every row that weighs a food in another state than the list weighs as much of it."""
    recipe = subject.recipe
    items = [item for group in recipe.ingredients for item in group.items]
    rows = recipe.calories.rows if recipe.calories else ()
    for row in rows if len(rows) * len(items) <= MOST_PAIRS else ():
        state = _state_of(row)
        amounts = _measured(row.quantities) if state else []
        if state is None or not amounts or len(split_foods(row.ingredient)) != 1:
            continue
        name = _plain(row.ingredient)
        same = [item for item in items if compare(_plain(item.name), name).likeness is not Likeness.DIFFERENT]
        opposite = _is_raw if state == "cooked" else _is_cooked
        if not same or any(_agrees(item, state) for item in same):
            continue
        if any(
            opposite(item) and are_as_much(_measured(item.quantities), amounts, recipe.cups or CUPS[0]) for item in same
        ):
            yield _finding(subject, row, amounts[0], state)


def _finding(subject: Subject, row: CalorieRow, amount: Quantity, state: str) -> Diagnostic:
    other = "raw" if state == "cooked" else "cooked"
    message = f'"{short(row.ingredient)}" counts {amount.text} {state}, the list has as much {other}'
    hint = f"take the calories of the {other} food, or write what it weighs {state}"
    return about_row(subject, RAW_OR_COOKED, message, hint, row)


def _state_of(row: CalorieRow) -> str | None:
    """Return whether a row says "raw" or "cooked"; None where it says neither, or both."""
    text = f"{row.ingredient} {row.wording.text}"
    said = bases_in(text)
    raw = not said.isdisjoint(bases("raw_words")) or (is_pulse(row.ingredient) and "dried" in said)
    cooked = not said.isdisjoint(bases("cooked_words"))
    if raw == cooked or is_always_ready(row.ingredient):
        return None
    return "raw" if raw else "cooked"


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    """Return *name* without the words for raw and cooked."""
    return _WORD.sub(lambda word: "" if bases_in(word[0]) & _state_words() else word[0], name)


@cache
def _state_words() -> frozenset[str]:
    return bases("raw_words") | bases("cooked_words") | {"dried"}


def _agrees(item: Ingredient, state: str) -> bool:
    """Tell whether an ingredient says itself that it is in the *state* of the row."""
    said = bases_in(item.wording.text)
    if state == "raw":
        return not said.isdisjoint(bases("raw_words"))
    return says(item.wording.text, "bought_cooked") or not said.isdisjoint(bases("cooked_words"))


def _is_raw(item: Ingredient) -> bool:
    """Tell whether an ingredient is bought raw or dry: it says so, or nobody buys it otherwise."""
    if is_always_ready(item.name):
        return False
    said = bases_in(item.wording.text)
    dry = not said.isdisjoint(bases("raw_words"))
    return dry or (is_pulse(item.name) and "dried" in said) or changes_when_cooked(item.name)


def _is_cooked(item: Ingredient) -> bool:
    """Tell whether an ingredient is weighed cooked; "2 cups rice, cooked" may be either."""
    if is_pulse(item.name) and says(item.wording.text, "canned_words"):
        return True
    return not bases_in(item.name).isdisjoint(bases("plainly_cooked"))


def _measured(quantities: Iterable[Quantity]) -> list[Quantity]:
    """Return the measures by mass and volume; none where two of one kind say different amounts."""
    found = [each for each in quantities if each.kind is Kind.AMOUNT and dimension_of(each.unit) in _MEASURED]
    for one, other in combinations(found, 2):
        if dimension_of(one.unit) is dimension_of(other.unit) and not are_as_much([one], [other], slack=_SLACK):
            return []
    return found


RULE = Rule(RAW_OR_COOKED, check)
