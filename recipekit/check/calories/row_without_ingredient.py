"""A row of the calories table is of no listed ingredient.

Either the list lost it, and whoever shops by it comes home without, or the table kept a food that the recipe no longer
has. A food that only a step names is found too: it is listed nowhere.

Names are compared generously. Let pass are up to 3 tbsp of oil or butter to cook with where a step names them, what
has hardly any calories, what is optional or for serving, and what is made of a listed food, like whipped cream. A list
that says "toppings of your choice" may mean any row, and a table of which more than half is listed nowhere is about
something else.

Bad:

    ## Ingredients

    - 500 g beans
    - 2 onions

    ## Calories

    | Food    | Quantity | Calories   |
    | ------- | -------- | ---------- |
    | Beans   | 500 g    | 1,600 kcal |
    | Onion   | 200 g    | 80 kcal    |
    | Walnuts | 100 g    | 654 kcal   |

Good:

    ## Ingredients

    - 500 g beans
    - 2 onions
    - 100 g walnuts

    ## Calories

    | Food    | Quantity | Calories   |
    | ------- | -------- | ---------- |
    | Beans   | 500 g    | 1,600 kcal |
    | Onion   | 200 g    | 80 kcal    |
    | Walnuts | 100 g    | 654 kcal   |

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

from collections.abc import Iterator

from recipekit.check.calories.naming import bases, named, says
from recipekit.check.calories.pairing import Counted, pairing_of
from recipekit.check.calories.telling_rows import about_row, short
from recipekit.check.calories.trifles import foods_of, is_trifle
from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import ROW_WITHOUT_INGREDIENT, Diagnostic
from recipekit.foods.lexicon import lexicon, words_of
from recipekit.model import CalorieRow
from recipekit.units import Dimension, dimension_of, size_of

_HARDLY_ANY = 5  # kcal
_SPOONFULS = 48  # g or ml; three tablespoons


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every row whose food the list does not have."""
    if subject.recipe.calories is None:
        return
    pairing = pairing_of(subject)
    if not pairing.is_usable or not pairing.rows_left or 2 * len(pairing.rows_left) > len(pairing.rows):
        return
    for counted in pairing.rows_left:
        if _may_be_unlisted(counted, subject, pairing.cups):
            continue
        message = f'"{short(counted.row.ingredient)}" is counted in the calories table, but not listed'
        twin = pairing.twin_of(counted)
        hint = f'or is it the "{short(twin.name)}" of the list?' if twin else "or take the row out"
        yield about_row(subject, ROW_WITHOUT_INGREDIENT, message, f"list it with its amount, {hint}", counted.row)


def _may_be_unlisted(counted: Counted, subject: Subject, cups: str) -> bool:
    """Tell whether nobody would list the food of a row: it hardly counts, is an extra, or greases the pan."""
    row = counted.row
    if is_trifle(row.ingredient, row.quantities, cups) or (row.kcal is not None and row.kcal <= _HARDLY_ANY):
        return True
    free = {reading.name for name in subject.settings.free for reading in named(name).readings}
    if any(not free.isdisjoint((reading.name, reading.head)) for reading in counted.name.readings):
        return True
    aside = says(f"{row.ingredient} {row.wording.text}", "asides")
    if _is_cooking_fat(counted):
        return (aside or _is_spoonful(row, cups)) and _is_told(counted, subject)
    return aside


def _is_spoonful(row: CalorieRow, cups: str) -> bool:
    """Tell whether a row has so little of a fat, or nobody knows how much, that it may be the one in the pan."""
    amounts = [
        quantity for quantity in row.quantities if dimension_of(quantity.unit) in (Dimension.MASS, Dimension.VOLUME)
    ]
    return all(quantity.low * (size_of(quantity.unit, cups) or 0) <= _SPOONFULS for quantity in amounts)


def _is_cooking_fat(counted: Counted) -> bool:
    above = lexicon().ancestors
    fats = foods_of("cooking_fats")
    readings = counted.name.readings
    return bool(readings) and all(not fats.isdisjoint((one.head, *above.get(one.head, ()))) for one in readings)


def _is_told(counted: Counted, subject: Subject) -> bool:
    """Tell whether a step or a note names the fat of a row."""
    recipe = subject.recipe
    texts = [step.wording.text for step in subject.steps]
    texts += [note.wording.text for step in subject.steps for note in step.notes]
    texts += [note.wording.text for note in recipe.notes]
    texts += [group.text for group in recipe.ingredients if group.text]
    base = lexicon().vocabulary.base
    wanted = counted.name.every | bases("fat_words")
    return any(not wanted.isdisjoint(map(base, words_of(text))) for text in texts)


RULE = Rule(ROW_WITHOUT_INGREDIENT, check)
