"""How the commands hand on what they found: as documents, as views, as calories tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from recipekit.cli.options import one_of
from recipekit.cli.output import report, show, write_document, write_out, write_sheet
from recipekit.errors import ImpossibleWishError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from recipekit.model import Recipe
    from recipekit.render.view import View


def documents(recipes: Iterable[Recipe], *, explain: bool = False, sort: str | None = None) -> None:
    """Print the document of each recipe: one alone indented, several as JSON Lines; *explain* lists its numbers too.

    *sort* puts the rows of the calories in another order.
    """
    from recipekit.render.document import to_document  # noqa: PLC0415

    for found, alone in _alone(recipes):
        recipe = _sorted(found, sort) if sort else found
        write_document(to_document(recipe, explain=explain), compact=not alone)


def _sorted(recipe: Recipe, sort: str) -> Recipe:
    from recipekit.render.view import SORTS, sorted_rows  # noqa: PLC0415 - few tables are sorted

    one_of("--sort", sort, SORTS)
    table = recipe.calories
    return recipe._replace(calories=table and table._replace(rows=tuple(sorted_rows(table, sort))))


def _alone(recipes: Iterable[Recipe]) -> Iterator[tuple[Recipe, bool]]:
    """Yield each recipe, and whether it is the only one, with one read ahead."""
    several = iter(recipes)
    first = next(several, None)
    if first is None:
        return
    second = next(several, None)
    yield first, second is None
    if second is not None:
        yield second, False
        for recipe in several:
            yield recipe, False


def views(recipes: Iterable[Recipe], only: Iterable[str] = (), *, quiet: bool = False, marks: bool = True) -> None:
    """Show each recipe, a blank line between two of them; *quiet* leaves the notes out.

    *marks* underlines in sentences what grows with the servings.
    """
    from recipekit.render.terminal import recipe_view  # noqa: PLC0415

    parts = tuple(only)
    for index, recipe in enumerate(recipes):

        def view(width: int, links: bool, recipe: Recipe = recipe) -> RenderableType:
            """Return what is shown of the recipe in *width* columns; *links* tells whether they are clickable."""
            return recipe_view(recipe, parts, width=width, links=links, marks=marks)

        _one(view, recipe, index, quiet=quiet)


def explanations(recipes: Iterable[Recipe], only: Iterable[str] = (), *, quiet: bool = False) -> None:
    """Show every number of each recipe, or of the parts that *only* names, with its sentence, decision and reason."""
    from recipekit.render.explanation import explanation_view  # noqa: PLC0415

    parts = tuple(only)
    for index, recipe in enumerate(recipes):

        def view(_width: int, _links: bool, recipe: Recipe = recipe) -> RenderableType:
            """Return the numbers of the recipe."""
            return explanation_view(recipe, parts)

        _one(view, recipe, index, quiet=quiet)


def tables(recipes: Iterable[Recipe], view: View, *, csv: bool = False) -> None:
    """Show the calories of each recipe, or print them as CSV; what matters at the stove only is left out.

    Raises:
        UsageError: the table cannot be sorted so.
        ImpossibleWishError: a recipe has no calories table, or no servings where *view* is per serving.
    """
    from recipekit.render.spreadsheet import rows_csv  # noqa: PLC0415
    from recipekit.render.view import SORTS  # noqa: PLC0415

    one_of("--sort", view.sort, SORTS)
    for index, recipe in enumerate(recipes):
        name = recipe.path or recipe.title or "this recipe"
        if recipe.calories is None:
            raise ImpossibleWishError(f"{name} has no calories table; add one under a heading Calories")
        if view.per == "serving" and recipe.serves is None:
            raise ImpossibleWishError(f"{name} does not say how many it serves; leave --per serving out")
        if csv:
            write_sheet(rows_csv(recipe, view, heading=not index))
            report(recipe.path, recipe.diagnostics, quiet=True)
        else:
            _table(recipe, view, index)


def _table(recipe: Recipe, looked_at: View, index: int) -> None:
    from rich.console import Group  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    from recipekit.render.safe import visible  # noqa: PLC0415
    from recipekit.render.table import calories_table  # noqa: PLC0415
    from recipekit.render.terminal import as_read_by_people, scaling_line  # noqa: PLC0415

    def view(width: int, links: bool) -> RenderableType:
        """Return what is shown of the recipe in *width* columns; *links* tells whether they are clickable."""
        table = calories_table(as_read_by_people(recipe), width=width, links=links, bars=True, view=looked_at)
        head = [Text(visible(recipe.title or ""), style="bold")]
        head += [Text(visible(scaling_line(recipe)), style="dim")] if recipe.scaled else []
        return Group(*head, Text(""), *([table] if table else []))

    _one(view, recipe, index, quiet=True)


def _one(view: Callable[[int, bool], RenderableType], recipe: Recipe, index: int, *, quiet: bool) -> None:
    if index:
        write_out("\n")
    show(view)
    report(recipe.path, recipe.diagnostics, quiet=quiet)
