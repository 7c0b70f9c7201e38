"""Which rules run: codes, the beginnings of codes, and names, chosen and left out, for all files or for some."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from recipekit.check.ignoring import names
from recipekit.check.rule import Rule
from recipekit.check.rules import RULES
from recipekit.errors import UsageError

DEFAULT, ALL = "default", "ALL"
"""Words that choose every rule that is on without being chosen, and every rule there is."""


class Selection(NamedTuple):
    """The *codes* that run, and which of them do not for files whose path matches a pattern.

    Patterns are about paths as they are given, and as they are seen from the folder *home*.
    """

    codes: frozenset[str]
    per_file: tuple[tuple[str, frozenset[str]], ...] = ()
    home: str | None = None

    def of(self, path: str | None) -> frozenset[str]:
        """Return the codes that run for the file *path*."""
        if path is None or not self.per_file:
            return self.codes
        ways = (path,) if self.home is None else (path, os.path.relpath(path, self.home))
        left_out = (codes for pattern, codes in self.per_file if any(matches(each, pattern) for each in ways))
        return self.codes.difference(*left_out)


def matches(path: str, pattern: str) -> bool:
    """Tell whether *path* matches a pattern, as a whole, by its name alone, or below a folder of that name.

    >>> [matches("drafts/soup.md", each) for each in ("drafts/*.md", "soup.md", "drafts", "stew.md")]
    [True, True, True, False]
    """
    plain = path.replace("\\", "/").removeprefix("./")
    pattern = pattern.replace("\\", "/").removeprefix("./").rstrip("/")
    return any(fnmatchcase(each, pattern) for each in (plain, plain.rpartition("/")[2])) or fnmatchcase(
        plain, f"{pattern}/*"
    )


def selection(
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    per_file: Mapping[str, Iterable[str]] | None = None,
    home: Path | None = None,
) -> Selection:
    """Return what runs where *select* is chosen (nothing: the default) and *ignore* left out.

    *per_file* leaves out more for files that its patterns match, as seen from the folder *home*.

    >>> sorted(selection(["RK306", "total-not-the-sum"]).codes)
    ['RK303', 'RK306']

    Raises:
        UsageError: a word names no rule.
    """
    chosen = frozenset[str]().union(*map(_meant, select)) if select else _meant(DEFAULT)
    codes = chosen.difference(*map(_meant, ignore))
    patterns = tuple(
        (pattern, frozenset[str]().union(*map(_meant, words))) for pattern, words in (per_file or {}).items()
    )
    return Selection(codes, patterns, None if home is None else str(home))


def _meant(word: str) -> frozenset[str]:
    if word.lower() == DEFAULT:
        return frozenset(rule.problem.code for rule in RULES if rule.on)
    if word.upper() == ALL:
        return frozenset(rule.problem.code for rule in RULES)
    meant = frozenset(rule.problem.code for rule in RULES if word.strip() and names(word.strip(), rule.problem))
    if not meant:
        raise _unknown(word)
    return meant


def rule_named(word: str) -> Rule:
    """Return the one rule of a code or a name.

    Raises:
        UsageError: there is none.
    """
    for rule in RULES:
        if word.upper() == rule.problem.code or word.lower() == rule.problem.name:
            return rule
    raise _unknown(word)


def _unknown(word: str) -> UsageError:
    from difflib import get_close_matches  # noqa: PLC0415 - only a wrong word needs it

    if word[:2].upper() == "RK":
        return UsageError(
            f'there is no rule "{word[:40]}"; codes are {RULES[0].problem.code} to {RULES[-1].problem.code}, '
            "and `recipekit rules` lists them"
        )
    known = [each for rule in RULES for each in rule.problem[:2]]
    near = get_close_matches(word[:40], known, 1, 0.6)
    hint = f"did you mean {near[0]}?" if near else "`recipekit rules` lists them"
    return UsageError(f'there is no rule "{word[:40]}"; {hint}')
