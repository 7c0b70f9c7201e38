"""The calories table, recomputed: each row's kcal, its share as a bar, and kcal per 100 g where a mass is known."""

from __future__ import annotations

from fractions import Fraction

from rich.console import Group, RenderableType
from rich.text import Text

from recipekit.model import CalorieRow, CalorieTable, Recipe
from recipekit.ops.calories import (
    grams_of,
    kcal_per_100g,
    per_serving_kcal,
    share,
    total_kcal,
    unknown_rows,
)
from recipekit.ops.stated import differences, round_half_up
from recipekit.render.layout import Columns, Hanging, linked
from recipekit.render.safe import visible
from recipekit.render.view import AS_WRITTEN, View, energy, energy_of, sorted_rows

_MIDDLE = 72
_BAR = 12
_EIGHTHS = " ▏▎▍▌▋▊▉"


def calories_table(
    recipe: Recipe, *, width: int, links: bool, bars: bool = False, view: View = AS_WRITTEN
) -> RenderableType | None:
    """Return the table with total and per serving; None where the recipe has none. *bars* draws the shares."""
    calories = recipe.calories
    if calories is None:
        return None
    figure = {"recipe": view.unit, "serving": f"{view.unit}/{_one(recipe)}", "100g": f"{view.unit}/100 g"}[view.per]
    wide = width >= _MIDDLE and not (bars and view.per == "100g")
    titles = ["Ingredient", "Quantity", figure, "Share", *([""] if bars else [])]
    titles += [f"{view.unit}/100 g" if bars else "Source"] if wide else []
    rows = [[Text(visible(title), style="dim") for title in titles]]
    for row in sorted_rows(calories, view.sort):
        known = _known(row, recipe, view)
        cells = [visible(row.ingredient), visible(row.wording.text), known, _percent(row, calories)]
        rows.append([Text(cell) for cell in cells])
        if bars:
            rows[-1].append(Text(visible(bar(share(row, calories)))))
        if wide:
            rows[-1].append(Text(_density(row, view)) if bars else _source(row, links=links))
    table = Columns(
        rows, indent=2, right=(2, 3, 5) if bars else (2, 3), give=(0, 1) if bars else (4, 0, 1)[width < _MIDDLE :]
    )
    totals = [Hanging(Text("  "), line) for line in _totals(recipe, calories, view)]
    return Group(Text("Calories", style="bold"), table, *totals)


def _one(recipe: Recipe) -> str:
    return recipe.serves.unit if recipe.serves else "serving"


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


def _known(row: CalorieRow, recipe: Recipe, view: View) -> str:
    value = energy_of(row, recipe, view)
    if value is None:
        return "unknown"
    return f"{'~' if row.approximate else ''}{round_half_up(value):,}"


def _percent(row: CalorieRow, table: CalorieTable) -> str:
    part = share(row, table)
    if part is None:
        return ""
    percent = round(part * 100)
    return "<1 %" if part > 0 and not percent else f"{percent} %"


def _density(row: CalorieRow, view: View) -> str:
    density = energy(kcal_per_100g(row), view)
    return "" if density is None else f"{round_half_up(density):,}"


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


def _totals(recipe: Recipe, table: CalorieTable, view: View) -> list[Text]:
    said = [f"Total {_figure(total_kcal(table), view)}"]
    each = per_serving_kcal(recipe)
    said += [] if each is None else [f"{_figure(each, view)} per {visible(_one(recipe))}"]
    if view.per == "serving":
        said.reverse()
    lines = [Text(""), Text(" · ".join(said), style="bold"), *_of_100_g(table, view)]
    unknown = unknown_rows(table)
    if unknown:
        lines.append(Text(visible(f"Not counted, because no number is given: {', '.join(unknown)}."), style="dim"))
    return lines + [Text(visible(f"But {wrong}."), style="bold") for wrong in differences(recipe)]


def _figure(kcal: Fraction, view: View) -> str:
    return f"{round_half_up(energy(kcal, view) or kcal):,} {view.unit}"


def _of_100_g(table: CalorieTable, view: View) -> list[Text]:
    """Return a line about 100 g of all that is weighed, where *view* is per 100 g."""
    weighed = [(row.kcal, grams) for row in table.rows if row.kcal is not None and (grams := grams_of(row))]
    if view.per != "100g" or not weighed:
        return []
    kcal, grams = (sum(values, Fraction(0)) for values in zip(*weighed, strict=True))
    others = len(table.rows) - len(weighed)
    left_out = f"; {others} row{'s' if others > 1 else ''} without a weight left out" if others else ""
    return [Text(f"{_figure(kcal / grams * 100, view)} in 100 g of all that is weighed{left_out}")]
