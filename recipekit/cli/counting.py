"""How ``tags`` and ``ingredients`` count what the recipes of the library have."""

from __future__ import annotations

import json as writer
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple

import typer

from recipekit.cli.library import opened, query_of, report_passed
from recipekit.cli.listing import write_lines
from recipekit.library.entry import Entry, folded, folded_words
from recipekit.render.safe import one_line


class Named(NamedTuple):
    """A tag or a food: what is the same for all its spellings, and how it is spelled here."""

    key: str
    spelled: str


class Count(NamedTuple):
    """How many recipes have a thing, under its commonest spelling."""

    spelled: str
    recipes: int


def tags_of(entry: Entry) -> Iterable[Named]:
    """Return the tags of a recipe."""
    return [Named(folded_words(tag) or tag, tag) for tag in entry.tags]


def foods_of(entry: Entry) -> Iterable[Named]:
    """Return the foods of a recipe."""
    return [Named(food.key, food.written) for food in entry.foods]


def counts(entries: Iterable[Entry], names_of: Callable[[Entry], Iterable[Named]]) -> list[Count]:
    """Return how many of *entries* have each thing, once a recipe, the commonest first."""
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for entry in entries:
        for key, spelled in {each.key: each.spelled for each in names_of(entry)}.items():
            spellings[key][spelled] += 1
    found = [Count(_commonest(spelled), spelled.total()) for spelled in spellings.values()]
    return sorted(found, key=lambda each: (-each.recipes, folded(each.spelled)))


def _commonest(spelled: Counter[str]) -> str:
    return min(spelled, key=lambda one: (-spelled[one], len(one), one))


def print_counts(
    names_of: Callable[[Entry], Iterable[Named]], where: str | None, noun: str, *, json: bool, verbose: bool
) -> None:
    """Print what the recipes of the library have, a line a thing, called *noun* in JSON.

    Raises:
        Exit: a file of the library cannot be read; the others have been counted.
    """
    query = query_of(where)
    library = opened(verbose=verbose)
    found = counts(library.entries(query, details=True), names_of)
    if json:
        records = ({noun: each.spelled, "recipes": each.recipes} for each in found)
        write_lines(writer.dumps(record, separators=(",", ":")) for record in records)
    else:
        width = max((len(f"{each.recipes:,}") for each in found), default=0)
        write_lines(f"{each.recipes:>{width},}  {one_line(each.spelled)}" for each in found)
    failed = report_passed(library, verbose=verbose)
    library.close()
    if failed:
        raise typer.Exit(failed)
