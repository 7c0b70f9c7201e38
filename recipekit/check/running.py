"""Runs the rules: over one recipe, and over what all of them say in short."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from recipekit.check.cards import card_of
from recipekit.check.ignoring import Ignored, ignored_in
from recipekit.check.rule import Card, Rule, Settings, Subject
from recipekit.check.rules import RULES
from recipekit.diagnostics import UNREADABLE, Diagnostic
from recipekit.errors import UnreadableRecipeError
from recipekit.model import Recipe
from recipekit.parse.recipe import parse_recipe
from recipekit.source import Source

DEFAULT = frozenset(rule.problem.code for rule in RULES if rule.on)
"""The codes of the rules that run where nobody selects any."""
FIGURES = frozenset(("RK100", "RK301", "RK303", "RK304", "RK305", "RK306", "RK307", "RK308", "RK311"))
"""The codes of the rules about the figures of the calories, which ``calories --check`` runs."""


class Report(NamedTuple):
    """What was found in one file, its card for the rules that compare, and what its comments silence.

    *is_recipe* is False for Markdown that has nothing of a recipe; a file that cannot be read has no card.
    """

    path: str | None
    findings: tuple[Diagnostic, ...]
    card: Card | None
    ignored: Ignored
    is_recipe: bool = True


def report_on(source: Source, codes: frozenset[str] = DEFAULT, settings: Settings = Settings()) -> Report:  # noqa: B008
    """Return what the rules with *codes* that look at one recipe find in a file."""
    ignored = ignored_in(source)
    try:
        recipe = parse_recipe(source)
    except UnreadableRecipeError as error:
        broken = Diagnostic(UNREADABLE, error.problem, error.line or 1, error.column or 1, error.hint)
        found = ignored.kept([broken] if UNREADABLE.code in codes else [])
        return Report(source.path, found, None, ignored)
    subject = Subject(recipe, settings)
    found = ignored.kept(_found(subject, codes))
    compares = any(rule.compare and rule.problem.code in codes for rule in RULES)
    return Report(source.path, found, card_of(subject) if compares else None, ignored, _is_recipe(recipe))


def findings_in(source: Source, codes: frozenset[str] = DEFAULT) -> tuple[Diagnostic, ...]:
    """Return the findings in one file, in the order of lines; one that cannot be read as a recipe has just one."""
    return report_on(source, codes).findings


def _found(subject: Subject, codes: frozenset[str]) -> tuple[Diagnostic, ...]:
    running = (rule for rule in RULES if rule.problem.code in codes and rule.check is not None)
    return in_order(found for rule in running if rule.check for found in rule.check(subject))


def in_order(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return findings in the order of lines, columns and codes."""
    return tuple(sorted(found, key=lambda each: (each.line, each.column, each.problem.code, each.message)))


def _is_recipe(recipe: Recipe) -> bool:
    lists = any(group.items for group in recipe.ingredients)
    return bool(lists or recipe.instructions or recipe.calories or recipe.serves)


def compared(reports: Sequence[Report], codes: frozenset[str] = DEFAULT) -> list[Report]:
    """Return *reports* with what the rules that compare recipes find in each."""
    cards = [(index, report.card) for index, report in enumerate(reports) if report.card is not None]
    more: dict[int, list[Diagnostic]] = {}
    for rule in _comparing(codes):
        assert rule.compare is not None
        for found in rule.compare([card for _, card in cards]):
            more.setdefault(cards[found.card][0], []).append(found.diagnostic)
    return [
        report._replace(findings=in_order((*report.findings, *report.ignored.kept(more[index]))))
        if index in more
        else report
        for index, report in enumerate(reports)
    ]


def _comparing(codes: frozenset[str]) -> Iterable[Rule]:
    return (rule for rule in RULES if rule.compare is not None and rule.problem.code in codes)
