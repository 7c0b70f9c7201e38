"""A shopping list on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from recipekit.model import Recipe
from recipekit.ops.shopping.values import Item, Need, ShoppingList
from recipekit.ops.shopping.wording import amounts_text, name_text
from recipekit.ops.style import Manner
from recipekit.render.layout import Columns
from recipekit.render.safe import one_line
from recipekit.render.shopping import common_manner, need_text, reason_text, recipes_text, remarks

HEADING, AMOUNT, QUIET = "bold", "bold", "dim"
_INDENT = 2
_LEFT_OUT = "Left out"


def shopping_view(found: ShoppingList, *, why: bool) -> RenderableType:
    """Return the list by its parts, and below them what is left out; *why* adds which recipe needs what."""
    manner = common_manner(found)
    views: list[RenderableType] = [Text("Shopping list", style=HEADING)]
    if found.recipes:
        views.append(Text(one_line(recipes_text(found.recipes)), style=QUIET))
    rows = [[_row(item, manner=manner) for item in part.items] for part in found.parts]
    wide = max((len(row[0].plain) for part in rows for row in part), default=0)
    for part in found.parts:
        views += [Text(""), *([Text(one_line(part.title), style=HEADING)] if part.title else [])]
        views.append(_table(part.items, found.recipes, wide, manner=manner, why=why))
    if found.left_out:
        views += [Text(""), Text(_LEFT_OUT, style=QUIET)]
        views.append(_table(found.left_out, found.recipes, wide, manner=manner, why=why))
    if not found.parts:
        views += [Text(""), Text("There is nothing to buy.")]
    return Group(*views)


def _row(item: Item, *, manner: Manner) -> list[Text]:
    said = amounts_text(item.amounts, some=item.some, manner=manner)
    name = Text(one_line(name_text(item)), style=QUIET if item.why else "")
    reason = reason_text(item)
    behind = remarks(item, manner=manner) + (f": {reason}" if reason else "")
    return [Text(one_line(said), style=QUIET if item.why else AMOUNT), name.append(one_line(behind), style=QUIET)]


def _table(items: Sequence[Item], recipes: Sequence[Recipe], wide: int, *, manner: Manner, why: bool) -> Columns:
    rows: list[list[Text]] = []
    for item in items:
        amount, name = _row(item, manner=manner)
        amount.pad_left(wide - len(amount.plain))
        rows.append([amount, name])
        rows += _reasons(item.needs, recipes, manner=manner) if why else ()
    return Columns(rows, indent=_INDENT, give=(1,))


def _reasons(needs: Sequence[Need], recipes: Sequence[Recipe], *, manner: Manner) -> Iterator[list[Text]]:
    for need in needs:
        yield [Text(""), Text(one_line(f"  {need_text(need, recipes, manner=manner)}"), style=QUIET)]
