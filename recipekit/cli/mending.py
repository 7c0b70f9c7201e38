"""How ``calories --fix`` and ``--add`` answer: what they make of a file, and what they say of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from recipekit.cli.output import write_error
from recipekit.cli.paths import files_of
from recipekit.cli.writing import Writing, write
from recipekit.files import is_folder

if TYPE_CHECKING:
    from recipekit.diagnostics import Diagnostic
    from recipekit.edits.revising import Revision
    from recipekit.model import Recipe


def mend(names: Sequence[str] | None, writing: Writing, *, fix: bool, add: bool, quiet: bool) -> None:
    """Put right the wrong figures of the files and folders *names*, add the missing ones, and say what was done.

    Raises:
        UsageError: the result is to go to two places at once.
        Exit: a file could not be read or written; the others have been.
    """
    writing = writing if writing.wanted else Writing(in_place=True)
    files = files_of(names) if names else None
    writing.checked(files)
    several = len(files or ()) > 1 or any(map(is_folder, names or ()))

    def mended(recipe: Recipe) -> tuple[Revision, tuple[Diagnostic, ...], str]:
        """Return what becomes of the file of *recipe*."""
        revision, said = _mended(recipe, fix=fix, add=add, optional=several)
        if not quiet:
            for line, words in said:
                write_error(f"{recipe.path or '<stdin>'}:{line}: {words}")
        return revision, (), f"{len(said)} figure{'s' if len(said) != 1 else ''} written"

    write(files, mended, writing, quiet=quiet, terse=several)


def _mended(recipe: Recipe, *, fix: bool, add: bool, optional: bool) -> tuple[Revision, list[tuple[int, str]]]:
    from recipekit.edits.adding import add as add_to  # noqa: PLC0415
    from recipekit.edits.adding import added, can_add  # noqa: PLC0415
    from recipekit.edits.correcting import correct, corrections  # noqa: PLC0415
    from recipekit.edits.revising import reread, source_of, unchanged  # noqa: PLC0415

    source = source_of(recipe)
    revision = correct(recipe) if fix else unchanged(source)
    said = list(corrections(revision))
    if add and (can_add(recipe) or not optional):
        more = add_to(reread(revision))
        said += added(more)
        revision = more._replace(source=source)
    return revision, said
