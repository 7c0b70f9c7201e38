"""Exit codes, and the few exceptions a cook can meet."""

from __future__ import annotations

from enum import IntEnum, unique
from os import PathLike


@unique
class ExitCode(IntEnum):
    """What the process returns; the README has the same table."""

    DONE = 0  #: the command did what was asked; also a closed pipe
    FINDINGS = 1  #: a check found something
    USAGE = 2  #: the command line itself is wrong
    IMPOSSIBLE = 3  #: the recipe cannot be read, or cannot meet the wish
    INTERRUPTED = 130  #: stopped from the keyboard


class RecipeKitError(Exception):
    """Something recipekit cannot go on from, told as one sentence with the way out."""

    exit_code = ExitCode.IMPOSSIBLE


class UsageError(RecipeKitError):
    """The command line asks for something that cannot be meant (``--serves 0``)."""

    exit_code = ExitCode.USAGE


class PlacedError(RecipeKitError):
    """Something is wrong at a place of a file: where (``soup.md:3:1``), what is wrong, and what helps."""

    def __init__(
        self,
        where: str | PathLike[str] | None,
        problem: str,
        hint: str,
        *,
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        self.where = "<stdin>" if where is None else str(where) or '""'
        self.problem = problem
        self.hint = hint
        self.line = line
        self.column = column
        place = ":".join(str(part) for part in (self.where, line, column) if part is not None)
        super().__init__(f"{place}: {problem}; {hint}")


class UnreadableRecipeError(PlacedError):
    """A recipe cannot be read."""


class UnwritableRecipeError(PlacedError):
    """A file cannot be written, or may not be changed."""


class MenuError(PlacedError):
    """A menu cannot be read, or asks for a recipe or for servings that there are not."""


class ConfigurationError(PlacedError, UsageError):
    """A configuration file does not say what it may."""


class ImpossibleWishError(RecipeKitError):
    """This recipe cannot meet the wish: it names no servings to scale from, say."""
