"""The source at a quantity's place, markup stripped and white space collapsed, is the quantity's text."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from recipes import ALL

import recipekit
from recipekit.model import Note, Quantity, Wording

MARKUP = re.compile(r"[*_`\[\]\\]|\(https?:[^)]*\)")


def stripped(text: str) -> str:
    """Return *text* without markup, white space collapsed."""
    return " ".join(MARKUP.sub("", text).split())


def sentences(recipe: recipekit.Recipe) -> Iterator[tuple[Wording, tuple[Quantity, ...]]]:
    """Yield every wording of a recipe with its quantities."""
    for group in recipe.ingredients:
        yield from ((item.wording, item.quantities) for item in group.items)
    pending = [step for instruction in recipe.instructions for step in instruction.steps]
    notes: list[Note] = list(recipe.notes)
    while pending:
        step = pending.pop()
        yield step.wording, step.quantities
        pending += step.steps
        notes += step.notes
    yield from ((note.wording, note.quantities) for note in notes)
    for row in recipe.calories.rows if recipe.calories else ():
        yield row.wording, row.quantities


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_a_quantity_stands_where_it_says(path: Path) -> None:
    recipe = recipekit.read_recipe(path)
    assert recipe.source is not None
    seen = 0
    for wording, quantities in sentences(recipe):
        for quantity in quantities:
            assert wording.text[quantity.start : quantity.end] == quantity.text
            place = wording.span(quantity.start, quantity.end)
            if place is None:
                continue
            seen += 1
            assert stripped(recipe.source.text[place.start : place.end]) == stripped(quantity.text)
            assert recipe.source.line_at(place.start) >= wording.line
    assert seen or not any(quantities for _, quantities in sentences(recipe)) or path.suffix != ".md"


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_every_quantity_of_the_body_has_a_place(path: Path) -> None:
    recipe = recipekit.read_recipe(path)
    unplaced = [wording.text for wording, quantities in sentences(recipe) if quantities and not wording.places]
    listed = {item for value in recipe.front_matter.values() if isinstance(value, list) for item in value}
    assert [text for text in unplaced if text not in listed] == []
