"""What the rules about an id and a title that two recipes share have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from recipekit.check.rule import Across, Card, Placed, Rule
from recipekit.diagnostics import Diagnostic, Problem


def doubled(
    problem: Problem, what: str, of: Callable[[Card], Placed | None], plain: Callable[[str], str], hint: str
) -> Rule:
    """Return the rule that reports every recipe *of* which something is, made *plain*, that of an earlier one."""

    def compare(cards: Sequence[Card]) -> Iterator[Across]:
        """Yield a finding for every such recipe."""
        first: dict[str, str | None] = {}
        for number, card in enumerate(cards):
            placed = of(card)
            key = plain(placed.text) if placed is not None else ""
            if placed is None or not key:
                continue
            if key in first:
                message = f'the {what} "{placed.text}" is that of {first[key] or "another recipe"} too'
                yield Across(number, Diagnostic(problem, message, placed.line, placed.column, hint, _end(placed)))
            else:
                first[key] = card.path

    return Rule(problem, compare=compare)


def _end(placed: Placed) -> int | None:
    return None if placed.offset is None else placed.column + len(placed.text)
