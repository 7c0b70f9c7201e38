"""What holds for every recipe that is written back: those at hand, and those that hypothesis makes.

Hypothesis runs a short profile; ``--hypothesis-profile=long`` runs 2,000 examples of each.
"""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from generated import recipes
from hypothesis import given, reject
from hypothesis import strategies as st
from patched import patched
from recipes import ALL

from recipekit.edits.correcting import correct
from recipekit.edits.diff import unified_diff
from recipekit.edits.notes import notes_on
from recipekit.edits.returning import WayBack, with_way_back
from recipekit.edits.revising import Revision, reread, revise
from recipekit.errors import UnwritableRecipeError
from recipekit.model import Recipe
from recipekit.ops.scaling import scale
from recipekit.ops.stated import wrong_figures
from recipekit.ops.style import manner_of
from recipekit.parse.recipe import parse_recipe
from recipekit.source import Edit, Source, Span, apply_edits

FACTORS = [Fraction(1, 3), Fraction(1, 2), Fraction(2), Fraction(3), Fraction(5, 6), Fraction(4, 3)]
factors = st.sampled_from(FACTORS)
HARD = sorted((Path(__file__).parents[1] / "scaling" / "recipes").glob("*.md"))


def read(raw: str) -> Recipe:
    return parse_recipe(Source(raw, "dish.md"))


def written(recipe: Recipe, factor: Fraction) -> tuple[WayBack, Revision]:
    """Return the recipe scaled as ``scale -i`` scales it, and what becomes of its file."""
    way = with_way_back(recipe, scale(recipe, factor), manner_of(recipe))
    return way, revise(way.scaled)


def raw_of(path: Path) -> str:
    return path.read_bytes().decode()


def outside(text: str, spans: list[Span]) -> Iterator[str]:
    """Yield what stands between *spans*."""
    done = 0
    for start, end in spans:
        yield text[done:start]
        done = end
    yield text[done:]


def check_writing(raw: str, factor: Fraction) -> None:
    """Hold every promise of a scaled file to one recipe and one factor."""
    recipe = read(raw)
    assert revise(scale(recipe, 1)).raw == raw
    try:
        way, revision = written(recipe, factor)
    except UnwritableRecipeError:
        reject()  # another test counts how seldom that is
    kept = list(outside(Source(raw).text, [edit.span for edit in revision.edits]))
    undone = apply_edits(Source(raw).text, [Edit(span, "\0") for span, _ in revision.edits])
    assert undone.split("\0") == kept
    assert Source(revision.raw).text == apply_edits(Source(raw).text, revision.edits)
    assert revision.raw.count("\r\n") == raw.count("\r\n")
    assert patched(raw, unified_diff("dish.md", raw, revision.raw)) == revision.raw
    again = reread(revision)
    assert revise(scale(again, 1)).raw == revision.raw
    if not notes_on(recipe, way, revision):
        assert written(again, 1 / factor)[1].raw == raw


@pytest.mark.parametrize("path", ALL + HARD, ids=lambda path: path.stem)
@pytest.mark.parametrize("factor", FACTORS, ids=str)
def test_the_recipes_at_hand_are_written_as_promised(path: Path, factor: Fraction) -> None:
    check_writing(raw_of(path), factor)


@given(recipes(), factors)
def test_every_recipe_is_written_as_promised(raw: str, factor: Fraction) -> None:
    check_writing(raw, factor)


@given(recipes(), factors)
def test_hardly_a_recipe_is_refused(raw: str, factor: Fraction) -> None:
    written(read(raw), factor)


@pytest.mark.parametrize("path", ALL + HARD, ids=lambda path: path.stem)
def test_no_recipe_at_hand_is_refused(path: Path) -> None:
    for factor in FACTORS:
        written(read(raw_of(path)), factor)


def check_fixing(raw: str) -> None:
    """Hold the promises of ``calories --fix`` to one recipe."""
    fixed = correct(read(raw))
    assert wrong_figures(reread(fixed)) == ()
    assert correct(reread(fixed)).raw == fixed.raw
    if not wrong_figures(read(raw)):
        assert fixed.raw == raw


@given(recipes())
def test_wrong_figures_are_put_right_once(raw: str) -> None:
    check_fixing(raw)


@pytest.mark.parametrize("path", ALL + HARD, ids=lambda path: path.stem)
def test_wrong_figures_at_hand_are_put_right_once(path: Path) -> None:
    check_fixing(raw_of(path))
