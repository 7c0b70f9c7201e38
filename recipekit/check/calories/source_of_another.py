"""The source of a row is the page of another food.

The link was copied with the row above it, and so, perhaps, were the calories. Two rows of different foods with one and
the same link are reported at the second, or at the one that the link does not name; and so is a row whose link ends in
the name of another food, like "cream-cheese" for butter.

Let pass are links to a home page, a search, a list or a recipe, a page that three or more rows share, sources that say
"estimated" or "similar", and foods that commonly stand in for each other: bacon for pancetta, olive oil for any oil.

Bad:

    ## Calories

    | Food   | Quantity | Calories | Source                                        |
    | ------ | -------- | -------- | --------------------------------------------- |
    | Pasta  | 500 g    | 1,855    | [FatSecret](https://www.fatsecret.com/pasta)  |
    | Butter | 45 g     | 323      | [FatSecret](https://www.fatsecret.com/pasta)  |

Good:

    ## Calories

    | Food   | Quantity | Calories | Source                                        |
    | ------ | -------- | -------- | --------------------------------------------- |
    | Pasta  | 500 g    | 1,855    | [FatSecret](https://www.fatsecret.com/pasta)  |
    | Butter | 45 g     | 323      | [FatSecret](https://www.fatsecret.com/butter) |

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from recipekit.check.calories.naming import named, says, share_a_word
from recipekit.check.calories.pages_of_foods import food_of_page, is_about_a_food, may_stand_in
from recipekit.check.calories.telling_rows import about_row, short
from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import SOURCE_OF_ANOTHER, Diagnostic
from recipekit.foods import Likeness, compare
from recipekit.model import CalorieRow

_HINT = "link the page of this food, and see whether the calories are those of the other too"


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every row whose link belongs to another food."""
    table = subject.recipe.calories
    by_url: dict[str, list[CalorieRow]] = {}
    for row in table.rows if table else ():
        if row.source is not None and row.source.url and row.ingredient:
            by_url.setdefault(row.source.url.strip(), []).append(row)
    for url, rows in by_url.items():
        if len(rows) > 2 or not is_about_a_food(url) or any(_says_estimated(row) for row in rows):
            continue
        wrong = _of_two(url, rows[0], rows[1]) if len(rows) == 2 else None
        if wrong is not None:
            other = rows[0] if wrong is rows[1] else rows[1]
            message = f'"{short(wrong.ingredient)}" has the same source as "{short(other.ingredient)}"'
            yield about_row(subject, SOURCE_OF_ANOTHER, message, _HINT, wrong)
            continue
        for row in rows:
            page = food_of_page(url)
            if page is not None and _is_another(row.ingredient, page):
                message = f'the source of "{short(row.ingredient)}" is a page about {page}'
                yield about_row(subject, SOURCE_OF_ANOTHER, message, _HINT, row)


def _of_two(url: str, first: CalorieRow, second: CalorieRow) -> CalorieRow | None:
    """Return which of two rows with one link has it wrongly; None where they may be one food."""
    if not _are_apart(first.ingredient, second.ingredient):
        return None
    page = food_of_page(url)
    names_second = page is not None and not _are_apart(page, second.ingredient)
    return first if page is not None and names_second and _are_apart(page, first.ingredient) else second


def _are_apart(one: str, other: str) -> bool:
    """Tell whether two names mean different foods without a word in common."""
    if compare(one, other).likeness is not Likeness.DIFFERENT:
        return False
    a, b = named(one), named(other)
    return not (share_a_word(a, b) or a.inside & b.families or a.families & b.inside)


@lru_cache(maxsize=4096)
def _is_another(name: str, page: str) -> bool:
    """Tell whether a page is plainly about another food, and not one that may stand in for it."""
    one, other = named(name), named(page)
    alone = len(one.readings) == len(other.readings) == 1
    return alone and one.known and other.known and _are_apart(name, page) and not may_stand_in(one, other)


def _says_estimated(row: CalorieRow) -> bool:
    return row.source is not None and says(row.source.text, "estimates")


RULE = Rule(SOURCE_OF_ANOTHER, check)
