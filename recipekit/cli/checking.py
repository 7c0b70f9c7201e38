"""How ``calories --check`` answers: a line for each finding, and how many there are."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

import typer

from recipekit.check.running import FIGURES, findings_in
from recipekit.cli.output import counted, write_error, write_out
from recipekit.cli.paths import files_of, watched
from recipekit.errors import ExitCode, RecipeKitError
from recipekit.files import read_piped, read_source
from recipekit.render.findings import Placed, concise, json_line
from recipekit.source import Source


def check_calories(names: Sequence[str] | None, *, json: bool, quiet: bool) -> None:
    """Print what is wrong with the calories of the files and folders *names*; of this folder, or a pipe, without any.

    Raises:
        Exit: something was found, or a file is not there to be read.
    """
    found = files = 0
    failed = 0
    for path, source in _sources(names):
        if isinstance(source, RecipeKitError):
            write_error(f"recipekit: {source}")
            failed = failed or source.exit_code
            continue
        files += 1
        for problem in findings_in(source, FIGURES):
            found += 1
            write_out((json_line if json else concise)(Placed(path, problem)) + "\n")
    if not quiet:
        write_error(f"{counted(found, 'finding')} in {counted(files, 'file')}")
    if failed or found:
        raise typer.Exit(failed or ExitCode.FINDINGS)


def _sources(names: Sequence[str] | None) -> Iterator[tuple[str | None, Source | RecipeKitError]]:
    if names == ["-"] or (not names and not sys.stdin.isatty() and _is_piped()):
        yield None, read_piped()
        return
    for path in watched(files_of(names or (".",)), "Checking"):
        try:
            yield path, read_source(path)
        except RecipeKitError as error:
            yield path, error


def _is_piped() -> bool:
    from recipekit.cli.recipes import has_input  # noqa: PLC0415

    return has_input()
