"""The JSON document, schema ``recipekit.recipe/1``: the contract with scripts."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from recipekit.diagnostics import Diagnostic
from recipekit.model import (
    CalorieRow,
    CalorieTable,
    Duration,
    Ingredient,
    IngredientGroup,
    Instruction,
    Note,
    Quantity,
    Recipe,
    Rounding,
    Servings,
    Step,
    Written,
)
from recipekit.ops.calories import grams_of, kcal_per_100g, per_serving_kcal, share, total_kcal, unknown_rows
from recipekit.parse.checked import exact_text
from recipekit.parse.document import SCHEMA

Document = dict[str, Any]


def to_document(recipe: Recipe, *, explain: bool = False) -> Document:
    """Return the document of *recipe*: plain dicts, lists, strings and numbers, ready for `json.dumps`.

    *explain* adds a list of all its numbers, each with its sentence, what was decided of it, and why.

    Raises:
        ImpossibleWishError: an exact amount has more digits than a document may hold.
    """
    scaled = recipe.scaled
    return {
        "schema": SCHEMA,
        "path": recipe.path,
        "id": recipe.id,
        "title": recipe.title,
        "description": recipe.description,
        "tags": list(recipe.tags),
        "image": recipe.image and {"alt": recipe.image.alt, "url": recipe.image.url},
        "overview": recipe.overview,
        "serves": recipe.serves and _serves(recipe.serves),
        "times": {name: _time(getattr(recipe.times, name)) for name in ("prep", "cook", "total")},
        "scaled": scaled
        and {"factor": exact_text(scaled.factor), "from": _optional(scaled.origin), "to": _optional(scaled.target)},
        "calories": recipe.calories and _calories(recipe, recipe.calories),
        "ingredients": [_group(group) for group in recipe.ingredients],
        "instructions": [_instruction(instruction) for instruction in recipe.instructions],
        "notes": [_note(note) for note in recipe.notes],
        "sections": [{"title": part.title, "text": part.text, "line": part.line} for part in recipe.sections],
        "links": dict(recipe.links),
        "front_matter": _plain(recipe.front_matter),
        "diagnostics": [_diagnostic(problem) for problem in recipe.diagnostics],
        **({"cups": recipe.cups} if recipe.cups else {}),
        **(_explanation(recipe) if explain else {}),
    }


def dump(document: Document, *, compact: bool, ascii_only: bool = False) -> str:
    """Return *document* as JSON text: one line where *compact*, else indented; no control character is left raw."""
    separators = (",", ":") if compact else None
    text = json.dumps(document, ensure_ascii=ascii_only, indent=None if compact else 2, separators=separators)
    return text if ascii_only else _escaped(text)


def _escaped(text: str) -> str:
    """Escape what `json.dumps` leaves: C1 controls, line separators, and characters that turn the text around."""
    if text.isascii() and "\x7f" not in text:
        return text
    return "".join(f"\\u{ord(c):04x}" if c in _RISKY else c for c in text) if not _RISKY.isdisjoint(text) else text


_RISKY = frozenset(
    chr(code)
    for block in (
        range(0x7F, 0xA0),  # C1 controls
        (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)),  # marks that turn the text around
        (0x2028, 0x2029),  # line ends
        range(0xD800, 0xE000),  # halves of a character
    )
    for code in block
)


def number(value: Fraction) -> int | float:
    """Return *value* as JSON writes it: an integer where it is one, else the nearest float.

    >>> number(Fraction(4, 2)), number(Fraction(1, 4))
    (2, 0.25)
    """
    return value.numerator if value.denominator == 1 else float(value)


def _optional(value: Fraction | None) -> int | float | None:
    return None if value is None else number(value)


def _rounded(value: Fraction | None, digits: int) -> int | float | None:
    if value is None:
        return None
    scale = 10**digits
    return number(Fraction(math.floor(value * scale + Fraction(1, 2)), scale))


def _exact(low: Fraction, high: Fraction) -> list[str]:
    return [exact_text(low), exact_text(high)]


def _serves(serves: Servings) -> Document:
    written = serves.quantity.written
    return {
        "low": number(serves.low),
        "high": number(serves.high),
        "exact": _exact(serves.low, serves.high),
        "unit": serves.unit,
        "text": serves.wording.text,
        "line": serves.wording.line,
        **({"written": _written(written)} if written else {}),
    }


def _time(duration: Duration | None) -> Document | None:
    return duration and {
        "low": number(duration.low),
        "high": number(duration.high),
        "approximate": duration.approximate,
        "text": duration.wording.text,
        "line": duration.wording.line,
    }


def _calories(recipe: Recipe, table: CalorieTable) -> Document:
    stated = table.stated
    return {
        "rows": [_row(row, table) for row in table.rows],
        "total_kcal": number(total_kcal(table)),
        "per_serving_kcal": _optional(per_serving_kcal(recipe)),
        "stated": {
            "total_kcal": _optional(stated.total),
            "per_serving_kcal": _optional(stated.per_serving),
            "line": stated.line,
        },
        "unknown": unknown_rows(table),
    }


def _row(row: CalorieRow, table: CalorieTable) -> Document:
    return {
        "ingredient": row.ingredient,
        "text": row.wording.text,
        "quantities": _quantities(row.quantities),
        "kcal": _optional(row.kcal),
        "kcal_exact": None if row.kcal is None else exact_text(row.kcal),
        "approximate": row.approximate,
        "source": row.source and {"text": row.source.text, "url": row.source.url},
        "grams": _optional(grams_of(row)),
        "kcal_per_100g": _rounded(kcal_per_100g(row), 2),
        "share": _rounded(share(row, table), 4),
        "line": row.wording.line,
    }


def _group(group: IngredientGroup) -> Document:
    return {"group": group.title, "text": group.text, "items": [_item(item) for item in group.items]}


def _item(item: Ingredient) -> Document:
    return {
        "text": item.wording.text,
        "quantities": _quantities(item.quantities),
        "name": item.name,
        "note": item.note,
        "optional": item.optional,
        "line": item.wording.line,
        **({"as_written": _item(item.unswapped)} if item.unswapped else {}),
    }


def _instruction(instruction: Instruction) -> Document:
    return {
        "number": instruction.number,
        "title": instruction.title,
        "steps": [_step(step) for step in instruction.steps],
    }


def _step(step: Step) -> Document:
    return {
        "text": step.wording.text,
        "quantities": _quantities(step.quantities),
        "steps": [_step(nested) for nested in step.steps],
        "notes": [_note(note) for note in step.notes],
        "line": step.wording.line,
        **({"marker": step.marker} if step.marker else {}),
        **({"as_written": _step(step.unswapped)} if step.unswapped else {}),
    }


def _note(note: Note) -> Document:
    return {
        "text": note.wording.text,
        "quantities": _quantities(note.quantities),
        "line": note.wording.line,
        **({"as_written": _note(note.unswapped)} if note.unswapped else {}),
    }


def _quantities(quantities: Iterable[Quantity]) -> list[Document]:
    return [_quantity(quantity) for quantity in quantities]


def _quantity(quantity: Quantity) -> Document:
    return {
        "text": quantity.text,
        "low": number(quantity.low),
        "high": number(quantity.high),
        "exact": _exact(quantity.low, quantity.high),
        "unit": quantity.unit,
        "approximate": quantity.approximate,
        "span": [quantity.start, quantity.end],
        "kind": quantity.kind.value,
        "scales": quantity.scales,
        "why": quantity.why,
        **({"written": _written(quantity.written)} if quantity.written else {}),
        **({"rounded": _rounding(quantity.rounding)} if quantity.rounding else {}),
    }


def _explanation(recipe: Recipe) -> Document:
    from recipekit.render.numbers import numbers  # noqa: PLC0415 - few documents explain themselves

    return {"numbers": numbers(recipe)}


def _rounding(rounding: Rounding) -> Document:
    """Return what stands in the text for an amount that no cook can measure, and the exact one in another measure."""
    return {"exact": _exact(rounding.low, rounding.high), "beside": rounding.beside}


def _written(written: Written) -> Document:
    """Return what the author wrote, from which the next command scales on, so that nothing is rounded twice."""
    return {
        "number": written.number,
        "exact": _exact(written.low, written.high),
        "unit": written.unit,
        "word": written.word,
        "factor": exact_text(written.factor),
    }


def _diagnostic(problem: Diagnostic) -> Document:
    return {
        "code": problem.problem.code,
        "name": problem.problem.name,
        "severity": problem.problem.severity.value,
        "line": problem.line,
        "column": problem.column,
        "message": problem.message,
        "hint": problem.hint,
    }


def _plain(value: object) -> Any:
    """Return a value of the front matter as JSON knows it; what JSON has no word for becomes text."""
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set)):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, float) and math.isfinite(value):
        return value
    return str(value)
