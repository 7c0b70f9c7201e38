"""What the rules about an id and a title that two recipes share have in common."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from recipekit.check.rule import Across, Card, Placed, Rule
from recipekit.diagnostics import Diagnostic, Problem

_LANGUAGES = (
    "ar", "cs", "da", "de", "el", "en", "es", "fi", "fr", "he", "hu", "it",
    "ja", "ko", "nb", "nl", "pl", "pt", "ro", "ru", "sv", "tr", "uk", "zh",
)  # fmt: skip
_LANGUAGE = re.compile(r"(?:^|/)([a-z]{2})(?:[-_][A-Za-z]{2})?(?=/)|[._]([a-z]{2})(?:[-_][A-Za-z]{2})?\.\w+$")


def doubled(
    problem: Problem, what: str, of: Callable[[Card], Placed | None], plain: Callable[[str], str], hint: str
) -> Rule:
    """Return the rule that reports every recipe *of* which something is, made *plain*, that of an earlier one.

    Translations of one recipe share an id, and often a title.
    """

    def compare(cards: Sequence[Card]) -> Iterator[Across]:
        """Yield a finding for every such recipe."""
        first: dict[tuple[str, str], str | None] = {}
        for number, card in enumerate(cards):
            placed = of(card)
            said = plain(placed.text) if placed is not None else ""
            if placed is None or not said:
                continue
            key = said, language_of(card.path or "")
            if key in first:
                message = f'the {what} "{placed.text}" is that of {first[key] or "another recipe"} too'
                yield Across(number, Diagnostic(problem, message, placed.line, placed.column, hint, _end(placed)))
            else:
                first[key] = card.path

    return Rule(problem, compare=compare)


def language_of(path: str) -> str:
    """Return the language that a folder or the end of a translated recipe's name says, "" where there is none.

    >>> language_of("docs/de/soup.md"), language_of("soup.en-GB.md"), language_of("notes/it.md"), language_of("soup.md")
    ('de', 'en', '', '')
    """
    found = (each[1] or each[2] for each in _LANGUAGE.finditer(path.replace("\\", "/")))
    return next((code for code in found if code in _LANGUAGES), "")


def _end(placed: Placed) -> int | None:
    return None if placed.offset is None else placed.column + len(placed.text)
