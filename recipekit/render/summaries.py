"""The calories of many recipes: as a table for a terminal, and as records for other programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from recipekit.ops.overview import Summary
from recipekit.ops.stated import round_half_up
from recipekit.parse.figures import KJ_PER_KCAL

SCHEMA = "recipekit.calories/1"


def record(summary: Summary) -> str:
    """Return one recipe as a line of JSON, schema ``recipekit.calories/1``."""
    document: dict[str, Any] = {
        "schema": SCHEMA,
        "path": summary.path,
        "title": summary.title,
        "serves": _number(summary.serves),
        "unit": summary.unit,
        "per_serving_kcal": _number(summary.per_serving),
        "total_kcal": _number(summary.total),
        "stated": {
            "per_serving_kcal": _number(summary.stated_per_serving),
            "total_kcal": _number(summary.stated_total),
        },
        "difference_kcal": _number(summary.difference),
        "unknown": list(summary.unknown),
    }
    return json.dumps(document, ensure_ascii=True, separators=(",", ":"))


def lines(summaries: Sequence[Summary], *, kj: bool) -> list[tuple[str, ...]]:
    """Return the cells of the table, titles first."""
    unit = "kJ" if kj else "kcal"
    rows: list[tuple[str, ...]] = [("Recipe", "Serves", f"{unit}/serving", f"Total {unit}", "Stated", "Difference")]
    for one in summaries:
        figures = (one.per_serving, one.total, one.stated_total)
        rows.append((one.name, _count(one), *(_figure(value, kj=kj) for value in figures), _difference(one, kj=kj)))
    return rows


def closing(summaries: Sequence[Summary]) -> str:
    """Return the line below the table: how many recipes there are, and how many of them have no calories."""
    count = f"{len(summaries):,} recipe{'s' if len(summaries) != 1 else ''}"
    silent = sum(one.total is None for one in summaries)
    return f"{count}, {silent:,} of them without calories" if silent else count


def _number(value: Fraction | None) -> int | float | None:
    return None if value is None else int(value) if value.denominator == 1 else float(value)


def _count(one: Summary) -> str:
    if one.serves is None:
        return ""
    number = f"{float(one.serves):g}"
    return number if one.unit == "serving" else f"{number} {one.unit}"


def _figure(kcal: Fraction | None, *, kj: bool) -> str:
    return "" if kcal is None else f"{round_half_up(kcal * KJ_PER_KCAL if kj else kcal):,}"


def _difference(one: Summary, *, kj: bool) -> str:
    if one.difference is None or abs(one.difference) < 1:
        return ""
    return f"{'+' if one.difference > 0 else '−'}{_figure(abs(one.difference), kj=kj)}"
