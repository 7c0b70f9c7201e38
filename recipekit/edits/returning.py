"""The way back: a recipe whose file is scaled and scaled back reads as before, as far as nothing was rounded.

A cook likes "¾ cup" better than "12 tbsp", but nobody can tell from "¾ cup" that its author counts in tablespoons. So
in a file an amount becomes a friendly one only where the inverse factor turns it back into the very words; else it
stays in its author's own unit, where it is exact in that.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from recipekit.edits.revising import reread, revise, source_of
from recipekit.edits.verifying import texts_of
from recipekit.model import Recipe
from recipekit.ops.scaling import scale
from recipekit.ops.style import Manner, manner_of
from recipekit.source import Source


class WayBack(NamedTuple):
    """A scaled recipe as its file is to have it, and what the inverse factor would make of that.

    *lost* are the texts, as the author wrote them, that were rounded nowhere and yet would not come back, each with the
    place in it that would not. *manner* is None where there is no way back, as behind a conversion.
    """

    scaled: Recipe
    lost: Mapping[str, int] = MappingProxyType({})
    manner: Manner | None = None
    back: Recipe | None = None

    def lines_that_differ(self) -> list[int]:
        """Return the lines of the file that would be others, by a blank perhaps, were it written and scaled back."""
        if self.manner is None:
            return []
        old = source_of(self.scaled).text.split("\n")
        back = self.back or _scaled_back(self.scaled, self.manner)
        new = Source(revise(back).raw).text.split("\n")
        return [number for number, pair in enumerate(zip(old, new, strict=False), 1) if pair[0] != pair[1]]


def with_way_back(recipe: Recipe, scaled: Recipe, manner: Manner) -> WayBack:
    """Return *scaled*, which is *recipe* as it was read times a factor, with what would lose its unit in its own.

    Raises:
        UnwritableRecipeError: what is scaled cannot be written.
    """
    if scaled.scaled is None:
        return WayBack(scaled)
    own, kept = _in_own_units(recipe, scaled, manner)
    back: Recipe | None = _scaled_back(own, manner)
    assert back is not None
    lost = _lost(recipe, own, back)
    in_vain = kept & lost.keys()
    if in_vain:  # then rather as a cook likes it
        own, back = scale(recipe, scaled.scaled.factor, manner._replace(kept=kept - in_vain)), None
    return WayBack(own._replace(diagnostics=scaled.diagnostics), lost, manner, back)


def _in_own_units(recipe: Recipe, scaled: Recipe, manner: Manner) -> tuple[Recipe, frozenset[str]]:
    """Return *scaled* with own units where friendly ones would not come back, and the texts that have them."""
    assert scaled.scaled is not None
    kept = frozenset(_lost(recipe, scaled, _friendly_back(scaled, manner)[1]))
    return (scale(recipe, scaled.scaled.factor, manner._replace(kept=kept)) if kept else scaled), kept


def _scaled_back(scaled: Recipe, manner: Manner) -> Recipe:
    """Return the file of *scaled*, read again and scaled by the inverse factor, in own units where it is needed."""
    read, back = _friendly_back(scaled, manner)
    return _in_own_units(read, back, _manner(read, manner))[0]


def _friendly_back(scaled: Recipe, manner: Manner) -> tuple[Recipe, Recipe]:
    assert scaled.scaled is not None
    read = reread(revise(scaled))
    return read, scale(read, 1 / scaled.scaled.factor, _manner(read, manner))


def _manner(read: Recipe, manner: Manner) -> Manner:
    return manner_of(read)._replace(exact=manner.exact, weights=manner.weights)


def _lost(recipe: Recipe, scaled: Recipe, back: Recipe) -> dict[str, int]:
    """Return the texts that were not rounded and do not come back, each with the first place that differs."""
    found = {}
    for one, other, last in zip(texts_of(recipe), texts_of(scaled), texts_of(back), strict=True):
        was, now = one.wording.text, last.wording.text
        if was != now and not any(quantity.is_rounded for quantity in other.quantities):
            found[was] = next(
                (place for place, pair in enumerate(zip(was, now, strict=False)) if pair[0] != pair[1]), 0
            )
    return found
