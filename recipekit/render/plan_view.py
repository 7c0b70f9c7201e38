"""A week on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from recipekit.menu import Menu
from recipekit.ops.planning import Planned
from recipekit.render.layout import Columns
from recipekit.render.plan import against, closing, day_figure, day_name, dish_rows, heading

HEADING, QUIET = "bold", "dim"
NOTHING = "nothing planned"
_NARROW = 60  # columns, below which for how many a dish is cooked has no room


def plan_view(menu: Menu, days: Sequence[Planned], width: int) -> RenderableType:
    """Return the week, a line a dish, in *width* columns."""
    rows: list[list[Text]] = []
    for day in days:
        rows += [[Text("")] * 4] if rows else []
        figure = Text(day_figure(day), style=HEADING) if day.served else Text("")
        silent = Text("" if day.served else NOTHING, style=QUIET)
        rows.append([Text(day_name(day.day), style=HEADING), silent, Text(""), figure])
        rows += [
            [Text(f"  {meal}"), Text(name), Text(of, style=QUIET), Text(kcal)]
            for course in day.courses
            for meal, name, of, kcal in dish_rows(course)
        ]
        said = "" if day.against(menu.goal) is None else against(day.kcal, menu.goal)
        rows += [[Text(""), Text(""), Text(""), Text(said, style=QUIET)]] if said else []
    if width < _NARROW:
        rows = [[row[0], row[1], row[3]] for row in rows]
    views: list[RenderableType] = [Text(heading(menu), style=QUIET), Text("")]
    if rows:
        views.append(Columns(rows, right=(len(rows[0]) - 1,), give=(1,)))
    else:
        views.append(Text("There is no day in this menu yet."))
    lines = closing(days, menu.goal)
    views += [Text(""), *(Text(line, style=QUIET) for line in lines)] if lines else []
    return Group(*views)
