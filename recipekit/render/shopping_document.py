"""A shopping list as a JSON document, schema ``recipekit.shopping/1``."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from recipekit.model import Recipe
from recipekit.ops.shopping.values import Amount, Item, Need, ShoppingList, Size
from recipekit.ops.shopping.wording import amount_text, item_text, need_line, size_text
from recipekit.ops.style import Manner
from recipekit.render.document import number
from recipekit.render.servings import servings_document
from recipekit.render.shopping import common_manner

SCHEMA = "recipekit.shopping/1"
"""The name and number of the schema; the number changes only when a field is renamed or removed."""


def shopping_document(found: ShoppingList) -> dict[str, Any]:
    """Return the document of a shopping list; ``recipekit schema shopping`` says what each field means."""
    manner = common_manner(found)
    return {
        "schema": SCHEMA,
        "recipes": [_recipe(recipe) for recipe in found.recipes],
        "parts": [
            {"title": part.title, "items": [_item(item, manner=manner) for item in part.items]} for part in found.parts
        ],
        "left_out": [{**_item(item, manner=manner), "why": item.why} for item in found.left_out],
    }


def _recipe(recipe: Recipe) -> dict[str, Any]:
    return {
        "id": recipe.id,
        "title": recipe.title,
        "path": recipe.path,
        "serves": servings_document(recipe.serves),
        "factor": str(recipe.scaled.factor) if recipe.scaled else "1",
    }


def _item(item: Item, *, manner: Manner) -> dict[str, Any]:
    stock = item.stock
    return {
        "name": item.name,
        "food": item.food.word,
        "text": item_text(item, manner=manner),
        "amounts": [_amount(amount, manner=manner) for amount in item.amounts],
        "some": item.some,
        "optional": item.optional,
        "notes": list(item.notes),
        "needed": [_amount(amount, manner=manner) for amount in item.needed],
        "pantry": stock and {"food": stock.called, "text": stock.text or None},
        "needs": [_need(need, manner=manner) for need in item.needs],
    }


def _need(need: Need, *, manner: Manner) -> dict[str, Any]:
    return {
        "recipe": need.recipe,
        "text": need_line(need, manner=manner),
        "line": need.line,
        "group": need.group,
        "amount": _amount(need.amounts[0], manner=manner) if need.amounts else None,
        "more": need.more,
        "optional": need.optional,
        "note": need.note,
    }


def _amount(amount: Amount, *, manner: Manner) -> dict[str, Any]:
    return {
        "text": amount_text(amount, manner=manner),
        **_ends(amount.low, amount.high),
        "unit": amount.unit,
        "size": amount.size and _size(amount.size, manner=manner),
        "approximate": amount.approximate,
        "optional": amount.optional,
    }


def _size(size: Size, *, manner: Manner) -> dict[str, Any]:
    return {"text": size_text(size, manner=manner), **_ends(size.low, size.high), "unit": size.unit}


def _ends(low: Fraction, high: Fraction) -> dict[str, Any]:
    return {"low": number(low), "high": number(high), "exact": [str(low), str(high)]}
