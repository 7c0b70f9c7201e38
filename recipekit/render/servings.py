"""For how many a recipe is: in words, and in a document."""

from __future__ import annotations

from typing import Any

from recipekit.amounts import spell_number
from recipekit.grammar import plural
from recipekit.model import Servings
from recipekit.render.document import number


def servings_text(serves: Servings | None) -> str:
    """Return for how many a recipe is: "4", "4–6", "12 buns"; "" where it does not say so."""
    if serves is None:
        return ""
    ends = "–".join(spell_number(end) for end in dict.fromkeys((serves.low, serves.high)))
    if serves.unit == "serving":
        return ends
    return f"{ends} {plural(serves.unit) if serves.high > 1 else serves.unit}"


def servings_document(serves: Servings | None) -> dict[str, Any] | None:
    """Return for how many a recipe is as JSON has it; None where it does not say so."""
    return serves and {"low": number(serves.low), "high": number(serves.high), "unit": serves.unit}
