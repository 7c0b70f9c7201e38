"""Mends what was found: edits on the text as it was read, made only where the result reads as the same recipe."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from recipekit.check.rule import Settings
from recipekit.check.running import report_on
from recipekit.diagnostics import Diagnostic, Fix
from recipekit.edits.correcting import correct
from recipekit.edits.padding import padded
from recipekit.edits.revising import reread, revision_of
from recipekit.edits.verifying import texts_of
from recipekit.errors import RecipeKitError
from recipekit.model import Recipe
from recipekit.parse.recipe import parse_recipe
from recipekit.source import Edit, Source

_MOST_ROUNDS = 10  # one fix may make place for another, and a line may need several


class Mended(NamedTuple):
    """The new text of a file as it is written, and what was mended in it."""

    raw: str
    done: tuple[Diagnostic, ...]


def fixed(
    source: Source,
    found: Iterable[Diagnostic],
    codes: frozenset[str],
    settings: Settings = Settings(),  # noqa: B008 - a value
    *,
    unsafe: bool = False,
) -> Mended:
    """Return *source* with the fixes of *found* made, and of what is found then, until nothing is left to mend.

    *codes* are the rules that look again. Without *unsafe* only safe fixes are made. A fix after which the file would
    read as another recipe is left out.
    """
    done: list[Diagnostic] = []
    raw = source.raw
    for _ in range(_MOST_ROUNDS):
        current = Source(raw, source.path)
        wanted = [each for each in found if each.fix is not None and (each.fix.safe or unsafe)]
        raw, made = _round(current, wanted)
        done += made
        if not made:
            break
        found = report_on(Source(raw, source.path), codes, settings).findings
    return Mended(raw, tuple(done))


def fixable(found: Iterable[Diagnostic], *, unsafe: bool) -> bool:
    """Tell whether any of *found* can be mended."""
    return any(each.fix is not None and (each.fix.safe or unsafe) for each in found)


def _round(source: Source, wanted: list[Diagnostic]) -> tuple[str, list[Diagnostic]]:
    """Return the text with as many fixes made as do not touch each other and leave the recipe as it is."""
    made = _makeable(source, _apart(wanted))
    raw = _made(source, made) if made else None
    return (source.raw, []) if raw is None or raw == source.raw else (raw, made)


def _makeable(source: Source, wanted: list[Diagnostic]) -> list[Diagnostic]:
    """Return those of *wanted* that can be made together: all, or else what can be made of either half."""
    if not wanted or _made(source, wanted) is not None:
        return wanted
    if len(wanted) == 1:
        return []
    half = len(wanted) // 2
    first, second = _makeable(source, wanted[:half]), _makeable(source, wanted[half:])
    both = [*first, *second]
    return both if _made(source, both) is not None else first


def _apart(wanted: list[Diagnostic]) -> list[Diagnostic]:
    """Return the findings whose fixes do not touch each other's places; several may have the very same fix."""
    taken: list[Edit] = []
    kept = []
    for each in wanted:
        edits = each.fix.edits if each.fix is not None else ()
        if not any(_clashes(edit, taken) for edit in edits):
            for edit in edits:
                insort(taken, edit)
            kept.append(each)
    return kept


def _clashes(edit: Edit, taken: list[Edit]) -> bool:
    """Tell whether *edit* touches one of those *taken*, which are in order and apart, and is not the same."""
    at = bisect_left(taken, edit)
    near = taken[max(at - 1, 0) : at + 1]
    return edit not in near and any(
        edit.span.start <= other.span.end and other.span.start <= edit.span.end for other in near
    )


def _made(source: Source, wanted: list[Diagnostic]) -> str | None:
    """Return the text with the fixes of *wanted* made; None where it would not read as the same recipe."""
    fixes = [each.fix for each in wanted if each.fix is not None]
    try:
        anew = correct(parse_recipe(source)).edits if any(not fix.edits for fix in fixes) else ()
        edits = sorted({*anew, *(edit for fix in fixes for edit in fix.edits)})
        revision = revision_of(source, padded(source.text, edits))
        if not revision.changed:
            return source.raw
        before, after = parse_recipe(source), reread(revision)
    except RecipeKitError:
        return None
    return revision.raw if _same(before, after, fixes) else None


def _same(before: Recipe, after: Recipe, fixes: list[Fix]) -> bool:
    """Tell whether two readings have the same texts in the same places, and after safe fixes the same amounts."""
    ones, others = list(texts_of(before)), list(texts_of(after))
    if [said.kind for said in ones] != [said.kind for said in others]:
        return False
    if not all(fix.safe for fix in fixes):
        return True
    edits = [edit for fix in fixes for edit in fix.edits]
    now = _amounts(after, [])
    return now in (_amounts(before, []), _amounts(before, edits))


def _amounts(recipe: Recipe, edits: list[Edit]) -> list[tuple[Fraction | str | None, ...]]:
    """Return the amounts of *recipe*, those that stand within a text that *edits* take out left out."""
    gone = [edit.span for edit in edits]
    amounts: list[tuple[Fraction | str | None, ...]] = []
    for said in texts_of(recipe):
        for quantity in said.quantities:
            span = said.wording.span(quantity.start, quantity.end) if gone else None
            if span is None or not any(each.start <= span.start and span.end <= each.end for each in gone):
                amounts.append((quantity.low, quantity.high, quantity.unit))
    return amounts + [(row.kcal,) for row in (recipe.calories.rows if recipe.calories else ())]
