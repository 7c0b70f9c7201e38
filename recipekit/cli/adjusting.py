"""What a cook wants of a recipe, and the recipe as they want it: its cups, scaled, in other units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from recipekit.cli.options import one_of, positive
from recipekit.units import CUPS, SYSTEMS

if TYPE_CHECKING:
    from recipekit.diagnostics import Diagnostic
    from recipekit.edits.revising import Revision
    from recipekit.model import Recipe
    from recipekit.ops.style import Manner


class Wish(NamedTuple):
    """What a cook wants of a recipe: at most one of the first five, which scale it, and how it is to be written."""

    serves: str | None = None
    times: str | None = None
    makes: str | None = None
    have: str | None = None
    pan: str | None = None
    units: str | None = None
    cups: str | None = None
    exact: bool = False

    @property
    def scalings(self) -> int:
        """How many of the options that scale were given."""
        return sum(value is not None for value in self[:5])


class Adjuster:
    """Adjusts recipes as *wish* and the configuration say.

    Raises:
        UsageError: an option or the configuration cannot be meant.
    """

    def __init__(self, wish: Wish) -> None:
        from recipekit.config import load_config  # noqa: PLC0415 - `schema` and `--version` need none

        one_of("--cups", wish.cups, CUPS)
        one_of("--units", wish.units, SYSTEMS)
        config = load_config()
        self.wish = wish
        self.units = wish.units or config.units
        self.cups = config.cups if config.cups != CUPS[0] else None
        self.weights = tuple(path for path in (config.densities, config.pieces) if path is not None)

    def adjusted(self, recipe: Recipe) -> Recipe:
        """Return *recipe* as it is wanted.

        Raises:
            RecipeKitError: it cannot meet the wish.
        """
        recipe = self._with_cups(recipe)
        if not self.wish.scalings and self.units is None:
            return recipe
        manner = self._manner(recipe)
        if self.wish.scalings:
            recipe = _scaled(recipe, self.wish, manner)
        return self._in_units(recipe, manner)

    def revise(self, recipe: Recipe) -> tuple[Revision, tuple[Diagnostic, ...], str]:
        """Return what becomes of the file of *recipe*, what is worth knowing of that, and what was done.

        Units that were only set for the eye, in the configuration, do not change a file.

        Raises:
            RecipeKitError: the recipe cannot meet the wish, or cannot be written.
        """
        from recipekit.edits.notes import notes_on, summary  # noqa: PLC0415 - few commands write
        from recipekit.edits.returning import WayBack, with_way_back  # noqa: PLC0415
        from recipekit.edits.revising import revise, source_of  # noqa: PLC0415

        source_of(recipe)
        recipe = self._with_cups(recipe)
        manner = self._manner(recipe)
        result = _scaled(recipe, self.wish, manner) if self.wish.scalings else recipe
        if self.wish.units is not None:
            way = WayBack(self._in_units(result, manner))
        else:
            way = with_way_back(recipe, result, manner)
        revision = revise(way.scaled)
        notes = notes_on(recipe, way, revision) if revision.changed else ()
        return revision, (*way.scaled.diagnostics, *notes), summary(way.scaled, revision, notes)

    def _with_cups(self, recipe: Recipe) -> Recipe:
        return recipe._replace(cups=self.wish.cups or recipe.cups or self.cups)

    def _manner(self, recipe: Recipe) -> Manner:
        from recipekit.ops.style import manner_of  # noqa: PLC0415 - a recipe shown as written needs no spelling

        return manner_of(recipe)._replace(exact=self.wish.exact, weights=self.weights)

    def _in_units(self, recipe: Recipe, manner: Manner) -> Recipe:
        if self.units is None:
            return recipe
        from recipekit.ops.conversion import to_units  # noqa: PLC0415 - pint takes 130 ms
        from recipekit.ops.larder import Larder  # noqa: PLC0415

        return to_units(recipe, self.units, manner, Larder(self.weights))


def adjusted(recipes: Iterable[Recipe], wish: Wish) -> Iterator[Recipe]:
    """Yield each of *recipes* as *wish* wants it.

    Raises:
        RecipeKitError: an option or the configuration cannot be meant, or a recipe cannot meet the wish.
    """
    adjuster = Adjuster(wish)
    yield from map(adjuster.adjusted, recipes)


def _scaled(recipe: Recipe, wish: Wish, manner: Manner) -> Recipe:
    from recipekit.ops.scaling import checked_factor, scale, scale_to, scale_to_yield  # noqa: PLC0415

    if wish.serves is not None:
        return scale_to(recipe, positive(wish.serves, "--serves"), manner)
    if wish.makes is not None:
        return scale_to_yield(recipe, positive(wish.makes, "--yield"), manner)
    if wish.times is not None:
        return scale(recipe, positive(wish.times, "--times"), manner)
    from recipekit.ops.wishes import factor_for_stock, pan_factor, with_pan_note  # noqa: PLC0415

    if wish.have is not None:
        return scale(recipe, checked_factor(factor_for_stock(recipe, wish.have, manner), "--have"), manner)
    factor = checked_factor(pan_factor(wish.pan or ""), "--pan")
    return with_pan_note(scale(recipe, factor, manner), wish.pan or "")
