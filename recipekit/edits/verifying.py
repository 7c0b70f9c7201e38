"""Whether a recipe reads back as it was meant, and where it does not."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from recipekit.model import Instruction, Note, Quantity, Recipe, Step, Wording
from recipekit.units import Dimension, dimension_of, size_of

_MEASURED = (Dimension.MASS, Dimension.VOLUME, Dimension.LENGTH, Dimension.TIME)


class Said(NamedTuple):
    """A text of a recipe with its numbers; *kind* tells where in a recipe it stands."""

    kind: str
    wording: Wording
    quantities: tuple[Quantity, ...]


class Mismatch(NamedTuple):
    """A place that would not read back as meant: its line, what was meant, and what would be read."""

    line: int
    meant: str
    read: str


def texts_of(recipe: Recipe) -> Iterator[Said]:
    """Yield every text of *recipe* that may hold amounts, in a fixed order: one walk for editing and for comparing."""
    for serves in (recipe.serves, *recipe.also_serves):
        if serves is not None:
            yield Said("serves", serves.wording, (serves.quantity,))
    for row in recipe.calories.rows if recipe.calories else ():
        yield Said("row", row.wording, row.quantities)
    for group in recipe.ingredients:
        yield Said("group", Wording(group.title or "", 1), ())
        yield from (Said("ingredient", item.wording, item.quantities) for item in group.items)
    for instruction in recipe.instructions:
        yield Said("step heading", _heading(instruction), ())
        for step in instruction.steps:
            yield from _steps(step)
    yield from _notes(recipe.notes)


def _heading(instruction: Instruction) -> Wording:
    return Wording(f"{instruction.number} {instruction.title}", 1)


def _steps(step: Step) -> Iterator[Said]:
    yield Said("step", step.wording, step.quantities)
    for nested in step.steps:
        yield from _steps(nested)
    yield from _notes(step.notes)


def _notes(notes: tuple[Note, ...]) -> Iterator[Said]:
    yield from (Said("note", note.wording, note.quantities) for note in notes)


def mismatch(meant: Recipe, read: Recipe) -> Mismatch | None:
    """Return the first place where *read* is not as *meant*: another text, another amount, something more or less."""
    wanted, found = list(texts_of(meant)), list(texts_of(read))
    for one, other in zip(wanted, found, strict=False):
        if (one.kind, one.wording.text) != (other.kind, other.wording.text):
            return Mismatch(one.wording.line, one.wording.text, other.wording.text)
        for quantity in one.quantities:
            if quantity.scales and not _is_a_pinch(quantity) and not _reads_back(quantity, other.quantities):
                read_as = ", ".join(each.text for each in other.quantities) or "no amount"
                return Mismatch(one.wording.line, quantity.text, read_as)
    if len(wanted) != len(found):
        return Mismatch(1, f"{len(wanted)} texts", f"{len(found)} texts")
    for name in ("id", "title", "description", "tags", "image", "links"):
        if getattr(meant, name) != getattr(read, name):
            return Mismatch(1, f"{name} {getattr(meant, name)}", str(getattr(read, name)))
    return None


def _is_a_pinch(quantity: Quantity) -> bool:
    """Tell whether an amount became "a pinch", which is no number in a sentence and grows no more."""
    return quantity.rounding is not None and quantity.text[:1].isalpha()


def _reads_back(quantity: Quantity, read: tuple[Quantity, ...]) -> bool:
    """Tell whether an amount is read as what its words were meant to say; two measures of a sentence add up."""
    ends = (quantity.rounding.low, quantity.rounding.high) if quantity.rounding else (quantity.low, quantity.high)
    wanted = tuple(_size(end, quantity.unit) for end in ends)
    within = [other for other in read if quantity.start <= other.start < quantity.end or other.start == quantity.start]
    if any(_close(wanted, other) for other in within):
        return True
    sizes = [_size(other.low, other.unit) for other in within]
    return bool(sizes) and _alike(sum(sizes, Fraction(0)), wanted[0])


def _close(wanted: tuple[Fraction, ...], other: Quantity) -> bool:
    return all(_alike(_size(end, other.unit), size) for end, size in zip((other.low, other.high), wanted, strict=True))


def _alike(one: Fraction, other: Fraction) -> bool:
    return abs(one - other) <= max(one, other) / 1000  # thirds in decimals


def _size(value: Fraction, unit: str | None) -> Fraction:
    size = size_of(unit) if dimension_of(unit) in _MEASURED else None
    return value * size if size is not None else value
