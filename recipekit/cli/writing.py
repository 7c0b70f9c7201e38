"""How the commands write: to the file itself, to another one, as Markdown or as a diff on standard output."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from recipekit.cli.options import one_of
from recipekit.cli.output import report, write_error, write_raw
from recipekit.cli.recipes import recipes, resolved
from recipekit.diagnostics import AT_THE_STOVE
from recipekit.errors import RecipeKitError, UsageError

if TYPE_CHECKING:
    from recipekit.diagnostics import Diagnostic
    from recipekit.edits.revising import Revision
    from recipekit.model import Recipe

Revise = Callable[["Recipe"], tuple["Revision", tuple["Diagnostic", ...], str]]
"""Returns what becomes of a recipe's file, what is worth knowing of it, and what was done, in a few words."""


class Writing(NamedTuple):
    """Where a changed recipe goes; nowhere where none of them is set."""

    in_place: bool = False
    output: str | None = None
    to: str | None = None
    diff: bool = False

    @property
    def wanted(self) -> bool:
        """Whether anything is to be written."""
        return self.in_place or self.output is not None or self.to is not None or self.diff

    def checked(self, names: Sequence[str] | None, **others: bool) -> bool:
        """Tell whether anything is to be written.

        Raises:
            UsageError: it goes to two places at once, to one file from several, or beside *others*, options that print.
        """
        one_of("--to", self.to, ("markdown",))
        named = zip(("--in-place", "--output", "--to", "--diff"), self, strict=True)
        ways = [name for name, value in named if value not in (None, False)]
        clashing = [*ways, *(f"--{name}" for name, value in others.items() if value and ways)]
        if len(clashing) > 1:
            raise UsageError(f"say one of {' and '.join(clashing)}, not both")
        if self.output is not None and len(names or ()) > 1:
            raise UsageError("--output takes one recipe; several are written with --in-place")
        return self.wanted


def write(names: Sequence[str] | None, revise: Revise, writing: Writing, *, quiet: bool, terse: bool = False) -> None:
    """Write what *revise* makes of each recipe; one that cannot be written is reported and the others go on.

    *terse* says nothing of files with nothing to change.

    Raises:
        Exit: one or more could not be written.
    """
    failed = 0
    for find in _each(names):
        try:
            for recipe in find():
                _write(recipe, revise, writing, quiet=quiet, terse=terse)
        except UsageError:
            raise
        except RecipeKitError as error:
            write_error(f"recipekit: {error}")
            failed = failed or error.exit_code
    if failed:
        raise typer.Exit(failed)


def _each(names: Sequence[str] | None) -> Iterator[Callable[[], Iterator[Recipe]]]:
    """Yield what finds the recipes of each name, so that a name that leads nowhere does not stop the others."""
    if not names:
        yield lambda: recipes(None)
    for name in {_place(name): name for name in names or ()}.values():
        yield lambda name=name: recipes([name])  # type: ignore[misc]


def _place(name: str) -> str | Path:
    """Return what tells two files apart, of whatever names; one that leads nowhere is itself."""
    try:
        return Path(resolved(name)).absolute() if name != "-" else name
    except (RecipeKitError, ValueError):
        return name


def _write(recipe: Recipe, revise: Revise, writing: Writing, *, quiet: bool, terse: bool) -> None:
    path = recipe.path if recipe.source is not None else None
    if writing.in_place and recipe.source is not None and path is None:
        raise UsageError("--in-place changes a file, and this recipe came from a pipe; use --to markdown")
    revision, problems, done = revise(recipe)
    if writing.diff:
        from recipekit.edits.diff import unified_diff  # noqa: PLC0415 - few commands show one

        write_raw(unified_diff(path, revision.source.raw, revision.raw))
    elif writing.to is not None:
        write_raw(revision.raw)
    else:
        _save(revision, writing, path)
    report(path, (problem for problem in problems if problem.problem not in AT_THE_STOVE), quiet=quiet)
    if not quiet and (revision.changed or not terse) and (writing.in_place or writing.output is not None):
        where = writing.output or path
        write_error(f"{where}: {done if revision.changed else 'nothing to change'}")


def _save(revision: Revision, writing: Writing, path: str | None) -> None:
    from recipekit.saving import replace_file, sweep, write_file  # noqa: PLC0415 - few commands write

    target = writing.output if writing.output is not None else path
    assert target is not None
    own = path is not None and (writing.in_place or _is_same(path, target))
    if not own:
        write_file(target, revision.raw.encode())
    elif revision.changed:
        replace_file(target, revision.source.raw.encode(), revision.raw.encode())
    else:
        sweep(Path(target).parent)


def _is_same(path: str, target: str) -> bool:
    try:
        return Path(path).samefile(target)
    except OSError:
        return False
