"""The calories table, recomputed: each row's kcal, its share as a bar, and kcal per 100 g where a mass is known."""

from __future__ import annotations

from fractions import Fraction

from rich.console import Group, RenderableType
from rich.text import Text

from recipekit.model import CalorieRow, CalorieTable, Recipe
from recipekit.ops.calories import (
    differences,
    grams_of,
    kcal_per_100g,
    per_serving_kcal,
    share,
    total_kcal,
    unknown_rows,
)
from recipekit.render.layout import Columns, Hanging, linked
from recipekit.render.safe import visible

_MIDDLE = 72
_BAR = 12
_EIGHTHS = " ▏▎▍▌▋▊▉"


def calories_table(recipe: Recipe, *, width: int, links: bool, bars: bool = False) -> RenderableType | None:
    """Return the table with total and per serving; None where the recipe has none. *bars* draws the shares."""
    calories = recipe.calories
    if calories is None:
        return None
    titles = ["Ingredient", "Quantity", "kcal", "Share"]
    wide = width >= _MIDDLE
    titles += [""] if bars else []
    titles += ["kcal/100 g" if bars else "Source"] if wide else []
    rows = [[Text(title, style="dim") for title in titles]]
    for row in calories.rows:
        cells = [visible(row.ingredient), visible(row.wording.text), _kcal(row), _percent(row, calories)]
        rows.append([Text(cell) for cell in cells])
        if bars:
            rows[-1].append(Text(visible(bar(share(row, calories)))))
        if wide:
            rows[-1].append(Text(_density(row)) if bars else _source(row, links=links))
    table = Columns(
        rows, indent=2, right=(2, 3, 5) if bars else (2, 3), give=(0, 1) if bars else (4, 0, 1)[width < _MIDDLE :]
    )
    totals = [Hanging(Text("  "), line) for line in _totals(recipe, calories)]
    return Group(Text("Calories", style="bold"), table, *totals)


def bar(part: Fraction | None, width: int = _BAR) -> str:
    """Return *part* of the whole (0 to 1) as a bar of at most *width* columns.

    >>> bar(Fraction(1, 2), 4), bar(None)
    ('██', '')
    """
    if part is None:
        return ""
    eighths = round(part * width * 8)
    whole, rest = divmod(eighths, 8)
    return "█" * whole + (_EIGHTHS[rest] if rest else "")


def _kcal(row: CalorieRow) -> str:
    if row.kcal is None:
        return "unknown"
    return f"{'~' if row.approximate else ''}{round(row.kcal):,}"


def _percent(row: CalorieRow, table: CalorieTable) -> str:
    part = share(row, table)
    if part is None:
        return ""
    percent = round(part * 100)
    return "<1 %" if part > 0 and not percent else f"{percent} %"


def _density(row: CalorieRow) -> str:
    density = kcal_per_100g(row)
    return "" if density is None or grams_of(row) is None else f"{round(density):,}"


def _source(row: CalorieRow, *, links: bool) -> Text:
    source = row.source
    if source is None:
        return Text("")
    url = source.url
    if not url:
        return Text(visible(source.text), style="dim")
    if links:
        return linked(source.text, url, clickable=True)
    return Text(visible(f"{source.text} <{url}>" if source.text != url else url))


def _totals(recipe: Recipe, table: CalorieTable) -> list[Text]:
    total = Text(f"Total {round(total_kcal(table)):,} kcal", style="bold")
    each = per_serving_kcal(recipe)
    if each is not None:
        unit = recipe.serves.unit if recipe.serves else "serving"
        total.append(f" · {round(each):,} kcal per {visible(unit)}")
    lines = [Text(""), total]
    unknown = unknown_rows(table)
    if unknown:
        lines.append(Text(visible(f"Not counted, because no number is given: {', '.join(unknown)}."), style="dim"))
    return lines + [Text(visible(f"But {said}."), style="bold") for said in differences(recipe)]
