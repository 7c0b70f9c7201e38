"""One list for the recipes at hand at mixed servings, against amounts that people have labelled by hand."""

import json
from fractions import Fraction
from itertools import cycle
from typing import Any

import pytest
from recipes import SHARED
from shopped import items

from recipekit.api import read_recipe
from recipekit.ops.shopping import Reason, ShoppingList, shopping_list
from recipekit.ops.shopping.adding import base_of, kind_of
from recipekit.ops.shopping.portions import portion, to_buy
from recipekit.ops.shopping.values import Amount

LABELLED = sorted((SHARED / "golden").glob("*.json")) if SHARED.is_dir() else []
SERVINGS = (2, 4, 6, 3, 8, 1, 5, 6, 12, 2, 4, 7)

pytestmark = pytest.mark.skipif(not LABELLED, reason="the recipes at hand are not here")
Line = tuple[str, int, Fraction]


@pytest.fixture(scope="module", name="answers")
def labelled() -> list[tuple[dict[str, Any], int]]:
    """Return the labelled recipes, each with the servings that it is wanted for."""
    known = [json.loads(path.read_text(encoding="utf-8")) for path in LABELLED]
    recipes = [answer for answer in known if isinstance(answer, dict) and {"file", "ingredients"} <= set(answer)]
    return list(zip(recipes, cycle(SERVINGS)))


@pytest.fixture(scope="module", name="found")
def listed(answers: list[tuple[dict[str, Any], int]]) -> ShoppingList:
    """Return the list for all of them."""
    read = [read_recipe(SHARED / "recipes" / answer["file"]) for answer, _ in answers]
    return shopping_list(
        portion(to_buy(recipe), Fraction(servings)) for recipe, (_, servings) in zip(read, answers, strict=True)
    )


def lines_of(answers: list[tuple[dict[str, Any], int]]) -> dict[tuple[str, str], dict[str, Any]]:
    """Return the labelled lines by the title of their recipe and their text, scaled."""
    return {
        (answer["title"], line["text"]): {**line, "factor": Fraction(servings, answer["serves"])}
        for answer, servings in answers
        for group in answer["ingredients"]
        for line in group["items"]
    }


def test_every_labelled_line_is_on_the_list(answers: list[tuple[dict[str, Any], int]], found: ShoppingList) -> None:
    needed = {(found.recipes[need.recipe].title, need.line) for item in items(found) for need in item.needs}
    listed = {
        (recipe.title, line.wording.line)
        for recipe in found.recipes
        for group in recipe.ingredients
        for line in group.items
    }
    assert needed == listed
    assert len(listed) == len(lines_of(answers))


def test_every_sum_is_that_of_the_labelled_amounts(
    answers: list[tuple[dict[str, Any], int]], found: ShoppingList
) -> None:
    """Where one measure will do; what a density turned into another one is marked."""
    lines = lines_of(answers)
    compared = 0
    for item in items(found):
        ends = [Fraction(0), Fraction(0)]
        for need in item.needs:
            line = lines.get((found.recipes[need.recipe].title or "", need.text))
            if line is None or line["low"] is None:
                continue
            for at, end in enumerate((line["low"], line["high"] or line["low"])):
                exact = Fraction(end).limit_denominator(100) * line["factor"]
                one = Amount(exact, exact, need.amounts[0].unit, cups=need.amounts[0].cups)
                ends[at] += exact * base_of(one, need.called)
        kinds = {kind_of(need.amounts[0], need.called) for need in item.needs if need.amounts}
        whole = all((found.recipes[need.recipe].title or "", need.text) in lines for need in item.needs)
        if whole and len(kinds) == 1 and item.why is not Reason.UTENSIL:
            sums = [[getattr(each, end) * base_of(each, item.name) for each in item.needed] for end in ("low", "high")]
            assert [sum(each) for each in sums] == ends, item.name
            compared += 1
    assert compared >= 50
