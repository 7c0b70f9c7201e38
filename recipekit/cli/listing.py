"""How ``list``, ``search``, ``tags`` and ``ingredients`` print the recipes that they find."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import typer

from recipekit.cli.library import opened, query_of, report_passed, seen_from_here, shown_folder
from recipekit.cli.options import one_of
from recipekit.cli.output import write_error, write_out, write_paths, write_sheet
from recipekit.errors import UsageError
from recipekit.library.entry import Entry, folded, folded_words
from recipekit.render.entries import COLUMNS, LISTED, record, sheet, table
from recipekit.render.safe import one_line

_AT_ONCE = 500  # lines in one write
_HERE = "."
_IN_A_SHEET = ("path", "title", "serves", "unit", "time", "kcal", "tags")


class Wanted(NamedTuple):
    """What ``list`` is to print, and how."""

    where: str | None
    sort: str
    reverse: bool
    columns: tuple[str, ...] | None
    group: str | None
    json: bool
    csv: bool
    paths: bool
    null: bool
    verbose: bool


def list_recipes(wanted: Wanted) -> None:
    """Print the recipes of the library.

    Raises:
        UsageError: options that cannot be meant together, or a word that an option does not know.
        Exit: a file of the library cannot be read; the others have been listed.
    """
    _refuse_clashes(wanted)
    query = query_of(wanted.where)
    library = opened(verbose=wanted.verbose)
    entries = sorted_entries(
        library.entries(query, details=wanted.json or "description" in (wanted.columns or ())),
        wanted.sort,
        reverse=wanted.reverse,
    )
    wide = wanted.json or wanted.csv or wanted.paths or "path" in (wanted.columns or ())
    _print([*seen_from_here(library, entries)] if wide else entries, wanted)
    if not entries and sys.stderr.isatty():
        write_error(f"there is no such recipe in {shown_folder(library)}")
    failed = report_passed(library, verbose=wanted.verbose)
    library.close()
    if failed:
        raise typer.Exit(failed)


def _refuse_clashes(wanted: Wanted) -> None:
    one_of("--sort", wanted.sort, SORTS)
    one_of("--group", wanted.group, GROUPS)
    for name in wanted.columns or ():
        one_of("--columns", name, COLUMNS)
    ways = {"--json": wanted.json, "--csv": wanted.csv, "--paths": wanted.paths}
    named = [name for name, value in ways.items() if value]
    if len(named) > 1:
        raise UsageError(f"say one of {' and '.join(named)}, not both")
    for option, given in (("--columns", wanted.columns), ("--group", wanted.group)):
        if given is not None and (wanted.paths or wanted.json):
            raise UsageError(f"{option} is for lines and CSV: leave it out, or {named[0]}")


SORTS: dict[str, Callable[[Entry], float | None] | None] = {
    "title": None, "path": None, "serves": lambda entry: entry.serves_from, "time": lambda entry: entry.total,
    "kcal": lambda entry: entry.kcal,
}  # fmt: skip


def sorted_entries(entries: Iterable[Entry], key: str, *, reverse: bool = False) -> list[Entry]:
    """Return *entries* sorted by *key*, those without it last; those that are equal in it by title and path."""
    if key == "path":
        found = sorted(entries, key=lambda entry: entry.path)
    else:
        found = sorted(entries, key=lambda entry: (folded(entry.title or entry.stem), entry.path))
    figure = SORTS[key]
    if figure is None:
        return found[::-1] if reverse else found
    known = [entry for entry in found if figure(entry) is not None]
    known.sort(key=lambda entry: figure(entry) or 0.0, reverse=reverse)
    return [*known, *(entry for entry in found if figure(entry) is None)]


GROUPS: dict[str, Callable[[Entry], Sequence[str]]] = {
    "folder": lambda entry: (os.path.dirname(entry.path) or _HERE,),  # noqa: PTH120 - ten thousand at once
    "tag": lambda entry: entry.tags or ("no tag",),
}


def _print(entries: Sequence[Entry], wanted: Wanted) -> None:
    if wanted.paths:
        write_paths((entry.path for entry in entries), "\0" if wanted.null else "\n")
        return
    groups = _grouped(entries, GROUPS[wanted.group]) if wanted.group is not None else None
    if wanted.csv:
        columns = wanted.columns or _IN_A_SHEET
        if groups is None:
            write_sheet(sheet(entries, columns))
        else:
            pairs = [(name, entry) for name, inner in groups.items() for entry in inner]
            write_sheet(sheet([entry for _, entry in pairs], columns, [name for name, _ in pairs]))
    elif wanted.json:
        write_lines(map(record, entries))
    else:
        _print_table(entries, groups, wanted.columns or LISTED)


def _print_table(entries: Sequence[Entry], groups: dict[str, list[Entry]] | None, columns: Sequence[str]) -> None:
    width = line_width()
    if groups is None:
        write_lines(table(entries, columns, width))
        return
    for at, (name, inner) in enumerate(groups.items()):
        heading = f"{one_line(name)} ({len(inner):,})"
        write_out(("\n" if at else "") + heading + "\n")
        write_lines(f"  {line}" for line in table(inner, columns, width and width - 2))


def _grouped(entries: Iterable[Entry], names_of: Callable[[Entry], Sequence[str]]) -> dict[str, list[Entry]]:
    """Return *entries* by group, those whose names differ in capitals and signs alone together, the groups by name."""
    groups: dict[str, tuple[str, list[Entry]]] = {}
    for entry in entries:
        for name in names_of(entry):
            groups.setdefault(folded_words(name) or name, (name, []))[1].append(entry)
    return {groups[key][0]: groups[key][1] for key in sorted(groups)}


def line_width() -> int | None:
    """Return how wide a line may be on this terminal; None for a pipe, where nothing is cut."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def write_lines(lines: Iterable[str]) -> None:
    """Write *lines*, some hundred at a time."""
    each: Iterator[str] = iter(lines)
    while batch := [*islice(each, _AT_ONCE)]:
        write_out("\n".join(batch) + "\n")
