"""What a file states of its calories against what its rows add up to: which figure is wrong, one for each cause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from fractions import Fraction
from math import floor
from typing import NamedTuple

from recipekit.grammar import lower_singular
from recipekit.model import CalorieTable, Recipe, Statement, Wording
from recipekit.ops.calories import total_kcal
from recipekit.ops.energy import is_kilojoules
from recipekit.parse.figures import (
    Figure,
    figures_in_cell,
    figures_in_statement,
    is_negligible,
    servings_in_label,
)
from recipekit.words import words

_APPROXIMATE = re.compile(r"[~≈]|\b(?:about|approx|ca|etwa|est)\b", re.IGNORECASE)
_EACH = re.compile(r"\b(?:per|pro|je|each)\s+([^\W\d_]+)", re.IGNORECASE)
_MIXED = Fraction(1, 100)  # rows in kJ and a total in kcal are each rounded in their own unit


class What(StrEnum):
    """Which figure it is about."""

    TOTAL = "total"
    PER_SERVING = "per serving"
    LABEL = "label"


class Wrong(NamedTuple):
    """A figure of the file that the rest of the file contradicts: what it states, and what it should; in kcal.

    Of a label *stated* and *wanted* are servings.
    """

    what: What
    statement: Statement
    stated: Fraction
    wanted: Fraction


def wrong_figures(recipe: Recipe) -> tuple[Wrong, ...]:
    """Return the figures that are wrong as the file was written, however the recipe was scaled since.

    A total may differ from the sum of its rows by 1 kcal or by the rounding that it shows; one serving from the stated
    total by what `tolerance` says. A wrong total is not also a wrong figure per serving, nor is a wrong label.
    """
    table = recipe.calories
    if table is None:
        return ()
    factor = recipe.scaled.factor if recipe.scaled else Fraction(1)
    total = total_kcal(table) / factor
    wrong_totals = tuple(_wrong_totals(table, total))
    serves = counts_of(recipe)
    labels = tuple(_wrong_labels(table.stated.statements, serves))
    return (*wrong_totals, *labels, *_wrong_shares(table, total, serves, labels, wrong_total=bool(wrong_totals)))


def stated_total(table: CalorieTable) -> Fraction | None:
    """Return the first total in kcal that the file states, as it was written; None where it states none."""
    totals = (each for each in table.stated.statements if not each.per_serving and not each.part)
    return next((each.kcal for each in totals if each.kcal is not None), None)


class Count(NamedTuple):
    """How many servings, or how many of what it makes, as the file says."""

    low: Fraction
    high: Fraction
    unit: str


def counts_of(recipe: Recipe) -> tuple[Count, ...]:
    """Return how many *recipe* serves and makes, as the file says it, however it was scaled since."""
    factor = recipe.scaled.factor if recipe.scaled else 1
    said = (serves for serves in (recipe.serves, *recipe.also_serves) if serves is not None)
    return tuple(Count(serves.low / factor, serves.high / factor, serves.unit) for serves in said)


def _wrong_totals(table: CalorieTable, total: Fraction) -> Iterator[Wrong]:
    totals = [statement for statement in table.stated.statements if not statement.per_serving and not statement.part]
    stated = {statement.kcal for statement in totals if statement.kcal is not None}
    if not table.rows or len(stated) > 1 or all(row.kcal is None for row in table.rows):
        return  # several different totals are those of parts
    if any(statement.kcal and is_kilojoules(total, statement.kcal) for statement in totals):
        return  # that is the cause, and another finding
    uncounted = any(row.kcal is None and not is_negligible(row.cell) for row in table.rows)
    for statement in totals:
        if statement.kcal is None or (uncounted and statement.kcal > total):
            continue
        off = abs(statement.kcal - total)
        if off > max(Fraction(1), tolerance(statement.kcal)) and off > _allowed(table, statement, total):
            yield Wrong(What.TOTAL, statement, statement.kcal, total)


def _allowed(table: CalorieTable, statement: Statement, total: Fraction) -> Fraction:
    """Return by how much a total may be off that is no exact sum: it or its rows are rounded, or in other units."""
    mixed = total * _MIXED if _is_in_other_unit(table, statement) else 0
    figure = stated_figure(statement)
    own = (figure.high - figure.low) / 2 if figure else 0
    return max(Fraction(1), tolerance(statement.kcal or total), _shown(statement)) + _slack(table) + mixed + own


def _slack(table: CalorieTable) -> Fraction:
    """Return by how much the sum may be off because rows give a range."""
    cells = [row.cell.text for row in table.rows if row.cell is not None and row.kcal is not None]
    figures = [found[0] for text in cells if (found := figures_in_cell(text, "", table.unit))]
    return sum(((figure.high - figure.low) / 2 for figure in figures), Fraction(0))


def _shown(statement: Statement) -> Fraction:
    """Return half of the hundred that a total is rounded to, where it says that it is ("~4,300 kcal")."""
    number = re.search(r"\d", statement.figure.text)
    before = statement.figure.text[: number.start()] if number else ""
    own_cell = statement.figure is not statement.label
    approximate = _APPROXIMATE.search(before if own_cell else before.rpartition(":")[2])
    hundreds = statement.kcal is not None and statement.kcal % 100 == 0
    return Fraction(50) if approximate and hundreds else Fraction(0)


def _is_in_other_unit(table: CalorieTable, statement: Statement) -> bool:
    rows = [row.cell.text for row in table.rows if row.cell is not None]
    in_kilojoules = table.unit == "kJ" or any("kj" in text.lower() for text in rows)
    return ("kj" in statement.figure.text.lower() or statement.unit == "kJ") != in_kilojoules


def _wrong_labels(statements: Iterable[Statement], serves: tuple[Count, ...]) -> Iterator[Wrong]:
    people = [count for count in serves if count.unit == "serving"]
    if not people:
        return
    for statement in statements:
        label = servings_in_label(statement.label.text)
        if label and not any(count.low <= label.low and label.high <= count.high for count in people):
            yield Wrong(What.LABEL, statement, label.low, people[0].low)


def _wrong_shares(
    table: CalorieTable, total: Fraction, serves: tuple[Count, ...], labels: tuple[Wrong, ...], *, wrong_total: bool
) -> Iterator[Wrong]:
    stated = stated_total(table)
    bases = [stated] if stated is not None else [total]
    bases += [total] if wrong_total else []
    uncounted = any(row.kcal is None and not is_negligible(row.cell) for row in table.rows)
    if stated is None and (uncounted or not table.rows):
        return
    for statement in table.stated.statements:
        counts = counts_for(statement, serves)
        if not statement.per_serving or statement.kcal is None or not counts:
            continue
        if stated is None and abs(statement.kcal - total) <= tolerance(statement.kcal):
            continue  # the table itself is about one serving
        named = [Count(wrong.stated, wrong.stated, "serving") for wrong in labels]
        figure = stated_figure(statement)
        ends = (figure.low, figure.high) if figure and figure.low != figure.high and figure.unit == "kcal" else ()
        stated_ends = (statement.kcal, *ends)
        if not any(agrees(end, base, count) for end in stated_ends for base in bases for count in (*counts, *named)):
            yield Wrong(What.PER_SERVING, statement, statement.kcal, bases[-1] / counts[0].low)


def counts_for(statement: Statement, serves: tuple[Count, ...]) -> list[Count]:
    """Return the counts that a figure "per serving" or "per cookie" is about; without any it cannot be checked."""
    noun = _EACH.search(statement.label.text)
    unit = lower_singular(noun[1].lower()) if noun else "serving"
    unit = "serving" if unit in words("people") or unit in words("vessels") else unit
    known = [count for count in serves if count.unit == unit]
    label = servings_in_label(statement.label.text)
    if not known and not serves and label:
        return [Count(label.low, label.high, "serving")]
    return known


def agrees(stated: Fraction, total: Fraction, count: Count) -> bool:
    """Tell whether *stated* kcal for one serving fits a *total* for *count* of them, within `tolerance`."""
    allowed = tolerance(stated)
    return total / count.high - allowed <= stated <= total / count.low + allowed


def tolerance(kcal: Fraction) -> Fraction:
    """Return by how much a figure per serving may be off: half of the ten or five that it is rounded to, else 1 kcal.

    >>> str(tolerance(Fraction(810))), str(tolerance(Fraction(815))), str(tolerance(Fraction(813)))
    ('5', '5/2', '1')
    """
    if kcal % 10 == 0:
        return Fraction(5)
    return Fraction(5, 2) if kcal % 5 == 0 else Fraction(1)


def differences(recipe: Recipe) -> list[str]:
    """Return in words where what the file states differs from what its rows add up to, in the figures of the file."""
    return [said_of(wrong) for wrong in wrong_figures(recipe)]


def place_of(wrong: Wrong) -> tuple[Wording, int, int | None]:
    """Return the words in which a wrong figure stands, and where in them it begins and ends."""
    statement = wrong.statement
    if wrong.what is What.LABEL:
        label = servings_in_label(statement.label.text)
        return statement.label, *((label.start, label.end) if label else (0, None))
    figure = stated_figure(statement)
    return statement.figure, *((figure.start, figure.end) if figure else (0, None))


def stated_figure(statement: Statement, lang: str = "") -> Figure | None:
    """Return the number that *statement* gives with its place in ``statement.figure``; None where it gives none."""
    return next(iter(stated_figures(statement, lang)), None)


def stated_figures(statement: Statement, lang: str = "") -> tuple[Figure, ...]:
    """Return every number of energy that *statement* gives, with its place in ``statement.figure``."""
    if statement.kcal is None:
        return ()
    if statement.figure is not statement.label:
        return figures_in_cell(statement.figure.text, lang, statement.unit)
    return figures_in_statement(statement.figure.text, lang)


def said_of(wrong: Wrong) -> str:
    """Return in words what the file states and what it should: "the file states a total of 5,603 kcal, …"."""
    stated, wanted = f"{round_half_up(wrong.stated):,}", f"{round_half_up(wrong.wanted):,}"
    if wrong.what is What.TOTAL:
        return f"the file states a total of {stated} kcal, its rows add up to {wanted} kcal"
    if wrong.what is What.PER_SERVING:
        return f"the file states {stated} kcal per serving, it is {wanted} kcal"
    return f"the label says {stated} servings, the recipe {wanted}"


def round_half_up(value: Fraction) -> int:
    """Return *value* as the nearest whole number, the middle upwards.

    >>> round_half_up(Fraction(1901, 2))
    951
    """
    return floor(value + Fraction(1, 2))
