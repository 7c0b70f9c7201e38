"""A tag differs from another of the collection by case or hyphen only.

"Meal-Prep", "meal prep" and "Meal‑Prep" with a look-alike hyphen are three pages of a site with a third of the recipes
each. The spelling of most recipes is the right one; of several, one with plain hyphens, or else the first. The fix is
unsafe, because a page of the site loses its last recipe.

Bad:

    ==> pea-soup.md <==
    ---
    title: Pea Soup
    tags: [Meal Prep, Soup]
    ---

    ## Ingredients

    - 500 g peas
    ==> lentil-soup.md <==
    ---
    title: Lentil Soup
    tags: [meal-prep, Soup]
    ---

    ## Ingredients

    - 500 g lentils

Good:

    ==> pea-soup.md <==
    ---
    title: Pea Soup
    tags: [Meal Prep, Soup]
    ---

    ## Ingredients

    - 500 g peas
    ==> lentil-soup.md <==
    ---
    title: Lentil Soup
    tags: [Meal Prep, Soup]
    ---

    ## Ingredients

    - 500 g lentils

Fixable: yes, unsafely
Since: 0.3.0
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from recipekit.check.rule import Across, Card, Placed, Rule
from recipekit.diagnostics import TAG_VARIANT, Diagnostic, Fix
from recipekit.source import Edit, Span

_LOOK_ALIKE = re.compile(r"[‐‑‒–—−﹣－]")
_BETWEEN = re.compile(r"[\s_\-‐‑‒–—−﹣－]+")
_SAFE_IN_YAML = re.compile(r"\w(?:[\w &+/.’‐‑–-]*\w)?")  # what YAML reads as it stands, in quotes or not


def compare(cards: Sequence[Card]) -> Iterator[Across]:
    """Yield a finding for every tag that most other recipes spell in another way."""
    counts: dict[str, Counter[str]] = {}
    for card in cards:
        for tag in card.tags:
            if _plain(tag.text):
                counts.setdefault(_plain(tag.text), Counter())[tag.text.strip()] += 1
    usual = {key: max(spelled.items(), key=_worth) for key, spelled in counts.items() if len(spelled) > 1}
    for number, card in enumerate(cards):
        for tag in card.tags:
            best = usual.get(_plain(tag.text))
            if best is not None and tag.text.strip() != best[0]:
                yield Across(number, _finding(tag, *best))


def _worth(spelled: tuple[str, int]) -> tuple[int, bool]:
    """Return what makes one spelling better than another: more recipes, then no look-alike hyphen in it."""
    return spelled[1], _LOOK_ALIKE.search(spelled[0]) is None


def _plain(tag: str) -> str:
    return _BETWEEN.sub("", tag.casefold())


def _finding(tag: Placed, best: str, times: int) -> Diagnostic:
    recipes = "another recipe" if times == 1 else f"{times} recipes"
    message = f'the tag "{tag.text}" is "{best}" in {recipes}'
    if tag.offset is None or not _SAFE_IN_YAML.fullmatch(best):
        return Diagnostic(TAG_VARIANT, message, tag.line, tag.column, f"write {best}")
    edit = Edit(Span(tag.offset, tag.offset + len(tag.text)), best)
    end = tag.column + len(tag.text)
    return Diagnostic(
        TAG_VARIANT, message, tag.line, tag.column, f"write {best}", end, Fix((edit,), f"write {best}", safe=False)
    )


RULE = Rule(TAG_VARIANT, compare=compare, on=False)
