"""A food has far other calories in 100 g than in the other recipes.

Five recipes give shallots some 36 kcal and one gives them 80: a number was misread, or the weight beside it was
guessed. A row is reported where it differs by more than a factor of 1.4 from the median of at least two other recipes
that agree within 20 % and are the majority of those with that food. Rows of less than 20 kcal are mostly rounding and
do not count; nor are raw and cooked food compared with each other, or dry and canned, lean and fat, sweetened and not.

Bad:

    ==> stew.md <==
    ## Calories

    | Food     | Quantity     | Calories |
    | -------- | ------------ | -------- |
    | Shallots | 3 (150 g)    | 120 kcal |

    ==> soup.md <==
    ## Calories

    | Food     | Quantity     | Calories |
    | -------- | ------------ | -------- |
    | Shallots | 200 g        | 72 kcal  |

    ==> salad.md <==
    ## Calories

    | Food     | Quantity     | Calories |
    | -------- | ------------ | -------- |
    | Shallots | 100 g        | 36 kcal  |

Good:

    ==> stew.md <==
    ## Calories

    | Food     | Quantity     | Calories |
    | -------- | ------------ | -------- |
    | Shallots | 3 (150 g)    | 54 kcal  |

    ==> soup.md <==
    ## Calories

    | Food     | Quantity     | Calories |
    | -------- | ------------ | -------- |
    | Shallots | 200 g        | 72 kcal  |

    ==> salad.md <==
    ## Calories

    | Food     | Quantity     | Calories |
    | -------- | ------------ | -------- |
    | Shallots | 100 g        | 36 kcal  |

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

from recipekit.check.calories.telling_rows import short
from recipekit.check.rule import Across, Card, Rule, Weighed
from recipekit.diagnostics import CALORIES_UNLIKE_OTHERS, Diagnostic

_LEAST = 20  # kcal; what a smaller row is rounded by is too much of it
_AGREE = 1.2
_FAR = 1.4
_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class _Found(NamedTuple):
    """A row of a card: the place of the card, and the row."""

    card: int
    food: Weighed


def compare(cards: Sequence[Card]) -> Iterator[Across]:
    """Yield a finding for every row whose food is far from what most other recipes say of it."""
    by_food: dict[str, list[_Found]] = {}
    for number, card in enumerate(cards):
        for food in card.foods:
            if food.kcal >= _LEAST:
                by_food.setdefault(food.key, []).append(_Found(number, food))
    for found in by_food.values():
        yield from _unlike(found, cards)


def _unlike(found: list[_Found], cards: Sequence[Card]) -> Iterator[Across]:
    densities: dict[int, list[float]] = {}
    for each in found:
        densities.setdefault(each.card, []).append(each.food.kcal_per_100g)
    said = sorted((median(values), card) for card, values in densities.items())
    if len(said) < 3 or said[-1][0] <= said[0][0] * _FAR:
        return
    most = _largest_group(said)
    if len(most) < 2 or 2 * len(most) <= len(said):
        return
    middle = median(value for value, _ in most)
    for card, food in found:
        far = max(food.kcal_per_100g, middle) > min(food.kcal_per_100g, middle) * _FAR
        others = [number for _, number in most if number != card]
        if far and len(others) > 1:
            yield Across(card, _finding(food, middle, [cards[number] for number in sorted(others)]))


def _largest_group(said: list[tuple[float, int]]) -> list[tuple[float, int]]:
    """Return the largest run of values of which the last is at most a fifth more than the first."""
    values = [value for value, _ in said]
    ends = [bisect_left(values, value * _AGREE + 1e-9, lo=start) for start, value in enumerate(values)]
    start = max(range(len(values)), key=lambda at: ends[at] - at)
    return said[start : ends[start]]


def _finding(food: Weighed, middle: float, others: list[Card]) -> Diagnostic:
    many = _WORDS[len(others)] if len(others) < len(_WORDS) else str(len(others))
    own = round(food.kcal_per_100g)
    one = next((name for card in others if (name := card.path or (card.title and card.title.text))), None)
    like = f", like {one}" if one else ""
    message = f"{own:,} kcal in 100 g of {short(food.name)}, {round(middle):,} in {many} other recipes{like}"
    hint = "mend the calories or the weight beside them"
    return Diagnostic(CALORIES_UNLIKE_OTHERS, message, food.line, food.column, hint)


RULE = Rule(CALORIES_UNLIKE_OTHERS, compare=compare)
