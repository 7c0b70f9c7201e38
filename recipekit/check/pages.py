"""The page of a rule, read from the docstring of its module."""

from __future__ import annotations

import re
from functools import cache
from textwrap import dedent
from types import ModuleType
from typing import NamedTuple

from recipekit.check import amounts, calories, form, links, steps, style
from recipekit.check.rule import Rule

FAMILIES = (form, amounts, calories, steps, links, style)
"""The folders of the rules, in the order of their codes."""
_EXAMPLE = re.compile(r"^(Bad|Good):\n\n((?:    .*\n|\n)+)", re.MULTILINE)
_FACT = re.compile(r"^(Fixable|Since|Source): (.+(?:\n {4}.+)*)", re.MULTILINE)
_FILE = re.compile(r"^==> (.+) <==\n", re.MULTILINE)


class Page(NamedTuple):
    """What a rule finds (*summary*), why that matters, a *bad* and a *good* recipe, and its facts."""

    rule: Rule
    summary: str
    why: str
    bad: str
    good: str
    fixable: str
    since: str
    source: str | None


def page_of(rule: Rule) -> Page:
    """Return the page of *rule*."""
    text = dedent(_modules()[rule.problem.code].__doc__ or "")
    text = text if text.endswith("\n") else text + "\n"
    summary, _, rest = text.partition("\n\n")
    examples = {found[1]: dedent(found[2]).strip("\n") + "\n" for found in _EXAMPLE.finditer(text)}
    facts = {found[1]: " ".join(found[2].split()) for found in _FACT.finditer(text)}
    first = _EXAMPLE.search(rest)
    why = rest[: first.start()].strip() if first else ""
    return Page(
        rule, summary, why, examples.get("Bad", ""), examples.get("Good", ""),
        facts.get("Fixable", ""), facts.get("Since", ""), facts.get("Source"),
    )  # fmt: skip


@cache
def _modules() -> dict[str, ModuleType]:
    """Return the module of every rule by its code."""
    found = (each for family in FAMILIES for each in vars(family).values() if isinstance(each, ModuleType))
    return {module.RULE.problem.code: module for module in found if isinstance(getattr(module, "RULE", None), Rule)}


def files_of(example: str) -> dict[str, str]:
    r"""Return the files that an example consists of, by name: ``==> stew.md <==`` stands above each of several.

    >>> files_of("- 2 eggs"), files_of("==> a.md <==\n# A\n==> b.md <==\n# B\n")
    ({'recipe.md': '- 2 eggs'}, {'a.md': '# A\n', 'b.md': '# B\n'})
    """
    pieces = _FILE.split(example)
    return dict(zip(pieces[1::2], pieces[2::2], strict=True)) if len(pieces) > 1 else {"recipe.md": example}
