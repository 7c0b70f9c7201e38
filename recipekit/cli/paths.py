"""Names on the command line → the files meant, a folder for all below it; a bar where work on them takes long."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from typing import TypeVar

from recipekit.files import is_folder

T = TypeVar("T")
PATIENCE = 1.0
"""How long a command works before it shows how far it is, in seconds."""


def files_of(names: Sequence[str]) -> list[str]:
    """Return the files that *names* mean: a folder stands for the Markdown files below it; none twice.

    Raises:
        UnreadableRecipeError: a folder may not be listed.
    """
    found: dict[str, str] = {}
    for name in names:
        for path in _files(name):
            found.setdefault(os.path.abspath(path), path)  # noqa: PTH100 - a Path for each of 10,000 takes its time
    return list(found.values())


def _files(name: str) -> Iterator[str]:
    if is_folder(name):
        from recipekit.library.finding import recipes_below  # noqa: PLC0415 - a file is named more often

        yield from (spot.path.removeprefix("./") for spot in recipes_below(name))
    else:
        from recipekit.cli.recipes import resolved  # noqa: PLC0415 - as above

        yield resolved(name)


def watched(items: Sequence[T], doing: str, patience: float = PATIENCE) -> Iterator[T]:
    """Yield *items*; on a terminal a bar on standard error shows how far they are, after *patience* seconds."""
    until = time.monotonic() + patience
    for index, item in enumerate(items):
        if time.monotonic() > until and sys.stderr.isatty():
            yield from _with_bar(items, index, doing)
            return
        yield item


def _with_bar(items: Sequence[T], done: int, doing: str) -> Iterator[T]:
    from rich.console import Console  # noqa: PLC0415 - only for what takes long, and only on a terminal
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(file=sys.stderr, stderr=True), transient=True) as progress:
        task = progress.add_task(doing, total=len(items), completed=done)
        for item in items[done:]:
            yield item
            progress.advance(task)
