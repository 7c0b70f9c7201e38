"""A shopping list on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.text import Text

from recipekit.model import Recipe
from recipekit.ops.shopping.values import Item, ShoppingList
from recipekit.ops.shopping.wording import amounts_text, name_text
from recipekit.ops.style import Manner
from recipekit.render.layout import Hanging
from recipekit.render.safe import one_line
from recipekit.render.shopping import common_manner, need_text, reason_text, recipes_text, remarks

HEADING, AMOUNT, QUIET = "bold", "bold", "dim"
_WIDEST_AMOUNT = 24  # columns; a longer one pushes the name aside
_BELOW = 6  # columns between the widest amount and what stands below a name
_LEFT_OUT = "Left out"


def shopping_view(found: ShoppingList, *, why: bool) -> RenderableType:
    """Return the list by its parts, and below them what is left out; *why* adds which recipe needs what."""
    manner = common_manner(found)
    views: list[RenderableType] = [Text("Shopping list", style=HEADING)]
    if found.recipes:
        views.append(Text(one_line(recipes_text(found.recipes)), style=QUIET))
    rows = [_row(item, manner=manner)[0].plain for part in found.parts for item in part.items]
    wide = min(max(map(cell_len, rows), default=0), _WIDEST_AMOUNT)
    for part in found.parts:
        views += [Text(""), *([Text(one_line(part.title), style=HEADING)] if part.title else [])]
        views += _rows(part.items, found.recipes, wide, manner=manner, why=why)
    if found.left_out:
        views += [Text(""), Text(_LEFT_OUT, style=QUIET)]
        views += _rows(found.left_out, found.recipes, wide, manner=manner, why=why)
    if not found.parts:
        views += [Text(""), Text("There is nothing to buy.")]
    return Group(*views)


def _row(item: Item, *, manner: Manner) -> tuple[Text, Text]:
    said = amounts_text(item.amounts, some=item.some, manner=manner)
    name = Text(one_line(name_text(item, manner=manner)), style=QUIET if item.why else "")
    reason = reason_text(item)
    behind = remarks(item, manner=manner) + (f": {reason}" if reason else "")
    return Text(one_line(said), style=QUIET if item.why else AMOUNT), name.append(one_line(behind), style=QUIET)


def _rows(
    items: Sequence[Item], recipes: Sequence[Recipe], wide: int, *, manner: Manner, why: bool
) -> Iterator[Hanging]:
    """Yield a row for each item, its amount flush right, and below it which recipes need how much."""
    for item in items:
        amount, name = _row(item, manner=manner)
        blank = " " * (2 + max(0, wide - cell_len(amount.plain)))
        yield Hanging(Text(blank).append_text(amount).append("  "), name)
        for need in item.needs if why else ():
            yield Hanging(
                Text(" " * (wide + _BELOW)), Text(one_line(need_text(need, recipes, manner=manner)), style=QUIET)
            )
