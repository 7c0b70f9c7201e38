"""How ``search`` answers: a line for each recipe, the best first."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import typer

from recipekit.cli.library import opened, query_of, report_passed, shown_path
from recipekit.cli.listing import line_width, write_lines
from recipekit.cli.output import write_error, write_paths
from recipekit.errors import UsageError
from recipekit.library.entry import Entry
from recipekit.library.searching import Found
from recipekit.render.entries import cells, cut, kcal, minutes, record, serves
from recipekit.render.safe import one_line


class Sought(NamedTuple):
    """What ``search`` is to find, and how to print it."""

    expression: str | None
    foods: Sequence[str]
    most: int | None
    json: bool
    paths: bool
    null: bool
    verbose: bool


class Hit(NamedTuple):
    """A recipe that was found: where it answers, what to say of it, and what else its record holds."""

    entry: Entry
    line: int | None
    text: str
    more: dict[str, object]


def search_recipes(sought: Sought) -> None:
    """Print the recipes that are sought.

    Raises:
        UsageError: nothing is sought, or what is sought cannot be read.
        Exit: a file of the library cannot be read; the others have been searched.
    """
    if sought.expression is None and not sought.foods:
        raise UsageError('say what to look for, as in "recipekit search lentils" or --with "rice, lime"')
    if sought.json and sought.paths:
        raise UsageError("say one of --json and --paths, not both")
    query = query_of(sought.expression)
    library = opened(verbose=sought.verbose)
    if sought.foods:
        hits = _cookable(library.entries(query, details=True), sought.foods)
    else:
        assert query is not None
        hits = [_hit(found) for found in library.search(query, details=sought.json)]
    _print(hits[: sought.most], sought, lambda path: shown_path(library, path))
    failed = report_passed(library, verbose=sought.verbose)
    library.close()
    if not hits and sys.stderr.isatty():
        write_error("no recipe was found; a word ending in * finds all that begin so")
    if failed:
        raise typer.Exit(failed)


def _hit(found: Found) -> Hit:
    if found.line is None:
        return Hit(found.entry, None, figures(found.entry), {"match": None})
    return Hit(
        found.entry, found.line.number, found.line.text,
        {"match": {"line": found.line.number, "text": found.line.text}},
    )  # fmt: skip


def figures(entry: Entry) -> str:
    """Return what a list says of a recipe beside its name."""
    said = (serves(entry), minutes(entry.total), kcal(entry.kcal), ", ".join(entry.tags))
    return ", ".join(one for one in said if one)


def _cookable(entries: Sequence[Entry], foods: Sequence[str]) -> list[Hit]:
    from recipekit.config import load_config  # noqa: PLC0415 - only for what is in the house
    from recipekit.library.cooking import cookable, foods_in, unused  # noqa: PLC0415

    have = foods_in(foods)
    if not have:
        raise UsageError('--with wants foods between commas, like "chicken, rice, lime"')
    for food in unused(entries, have):
        write_error(f'no recipe uses "{food[:40]}"')
    return [
        Hit(one.entry, None, _missing(one.missing), {"used": list(one.used), "missing": list(one.missing)})
        for one in cookable(entries, have, load_config().check_free)
    ]


def _missing(foods: Sequence[str]) -> str:
    return f"{len(foods)} missing: {', '.join(foods)}" if foods else "nothing is missing"


def _print(hits: Sequence[Hit], sought: Sought, shown: Callable[[str], str]) -> None:
    if sought.paths:
        write_paths((shown(hit.entry.path) for hit in hits), "\0" if sought.null else "\n")
    elif sought.json:
        write_lines(record(hit.entry._replace(path=shown(hit.entry.path)), **hit.more) for hit in hits)
    else:
        write_lines(_lines(hits, shown, line_width()))


def _lines(hits: Iterable[Hit], shown: Callable[[str], str], width: int | None) -> Iterator[str]:
    """Yield a line for each hit, as grep has them; two on a terminal, where the eye looks for the name."""
    for hit in hits:
        place = one_line(shown(hit.entry.path)) + (f":{hit.line}" if hit.line is not None else "")
        name, text = one_line(hit.entry.name), one_line(hit.text)
        if width is not None and text == name:
            text = one_line(figures(hit.entry))
        if width is None:
            yield f"{place}: {name}: {text}" if text != name else f"{place}: {name}"
        else:
            yield f"\033[1m{cut(name, width)}\033[0m" + _place_beside(place, width - cells(name) - 2)
            yield f"    {cut(text, width - 4)}"


def _place_beside(place: str, width: int) -> str:
    return f"  \033[2m{cut(place, width, start=True)}\033[0m" if width > 8 else ""
