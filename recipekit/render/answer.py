"""A converted amount as a line for a cook and as a document for a script."""

from __future__ import annotations

import json
from fractions import Fraction

from recipekit.ops.convert import Converted
from recipekit.render.safe import visible

SCHEMA = "recipekit.converted/1"


def answer_line(answer: Converted) -> str:
    r"""Return *answer* as one line: the amount, and behind a tab what it rests on.

    >>> from recipekit.ops.convert import convert_amount
    >>> answer_line(convert_amount("1 cup", "ml"))
    '237 ml\tUS cups'
    """
    assumed = f"assumed: {answer.assumed}" if answer.assumed else None
    other = f"{answer.other.text} by {answer.other.source}" if answer.other else None
    grounds = [ground for ground in (answer.cups, assumed, answer.food, answer.source, other) if ground]
    parts = (answer.text, "; ".join(grounds)) if grounds else (answer.text,)
    return "\t".join(visible(part) for part in parts)


def answer_document(answer: Converted) -> str:
    """Return *answer* as JSON on one line, its exact ends as fractions beside the numbers."""
    other = answer.other
    return json.dumps(
        {
            "schema": SCHEMA,
            "given": answer.given,
            **_ends(answer.low, answer.high),
            "unit": answer.unit,
            "text": answer.text,
            "approximate": answer.approximate,
            "food": answer.food,
            "source": answer.source,
            "other": other and {**_ends(other.low, other.high), "text": other.text, "source": other.source},
            "assumed": answer.assumed,
            "cups": answer.cups,
        }
    )


def _ends(low: Fraction, high: Fraction) -> dict[str, object]:
    return {"low": _number(low), "high": _number(high), "exact": [str(low), str(high)]}


def _number(value: Fraction) -> int | float:
    return int(value) if value.denominator == 1 else float(value)
