"""A RECIPE on the command line that is no file → the file of the recipe that is called so; names for the shell."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

import typer

from recipekit.cli.library import library_folder, opened, shown_path
from recipekit.errors import RecipeKitError, UnreadableRecipeError, UsageError
from recipekit.files import SUFFIXES
from recipekit.library.entry import Entry

_SHOWN = 8  # recipes that a sentence names
_LONGEST = 200  # characters of a name
_DOCUMENTS = (".json", ".jsonl", ".ndjson")


def path_of(name: str) -> str:
    """Return the path of the recipe that is called *name*: a file's own, else that of the recipe of the library.

    The ending of a recipe or a document says that a file is meant, of this folder or of the library.

    Raises:
        UnreadableRecipeError: nothing is called so.
        UsageError: several recipes are.
    """
    if name in ("", "-") or "\0" in name or len(name) > _LONGEST or os.path.isfile(name):  # noqa: PTH113 - no path yet
        return name
    if os.path.isdir(name) and (os.sep in name or name in (".", "..")):  # noqa: PTH112 - as above
        return name  # a folder is meant, and no recipe that is called so
    folder = library_folder()
    path = os.path.join(folder, name)  # noqa: PTH118 - what is no path stays as it is
    if os.path.isabs(name) and os.path.lexists(f"{name}.md"):  # noqa: PTH117 - as above
        return f"{name}.md"
    if name.lower().endswith((*SUFFIXES, *_DOCUMENTS)):
        return path if os.path.lexists(path) else _file_called(name, folder)
    try:
        return _called(name)
    except UnreadableRecipeError:
        if os.path.isdir(name):  # noqa: PTH112 - as above
            return name
        raise


def _file_called(name: str, folder: str) -> str:
    """Return the one file of the library that is called *name*, wherever in it; else *name*."""
    from recipekit.library.finding import recipes_below  # noqa: PLC0415 - most recipes are named by their file

    found = [spot.path for spot in recipes_below(folder) if os.path.basename(spot.path) == name]  # noqa: PTH119 - as above
    if len(found) > 1:
        raise UsageError(f'"{name[:40]}" may be {" or ".join(found[:_SHOWN])}: say which one')
    return found[0] if found else name


def _called(name: str) -> str:
    from recipekit.library.naming import named  # noqa: PLC0415 - most recipes are named by their file

    library = opened()
    entries = library.entries()
    library.close()
    found, near = named(name, entries)
    if len(found) == 1:
        return shown_path(library, found[0].path)
    if found:
        raise UsageError(f'"{name[:40]}" may be {_listed(found)}: say which one')
    if not entries:
        raise UnreadableRecipeError(
            name, "there is no such file", "check the name, or run recipekit in the folder of it"
        )
    hint = f"did you mean {_listed(near)}?" if near else "recipekit list shows those that there are"
    raise UnreadableRecipeError(name, "there is no such file, and no recipe is called so", hint)


def _listed(entries: tuple[Entry, ...]) -> str:
    """Return the recipes as one may name them: by their stem, or by their path where several share it."""
    stems = [entry.stem for entry in entries]
    names = [stem if stems.count(stem) == 1 else entry.path for stem, entry in zip(stems, entries, strict=True)]
    more = len(names) - _SHOWN
    if more > 0:
        return f"{', '.join(names[:_SHOWN])} or one of {more:,} others"
    return " or ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]


def complete(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Return the recipes whose names begin as *incomplete* does, with their titles: what is on the disk, unread.

    Titles are what the index last knew, so that nobody waits. A shell completes the names of files by itself.
    """
    if incomplete.startswith((".", "/", "~")):
        return []
    try:
        folder = ctx.params.get("library") or library_folder()
        return sorted(_completed(folder, incomplete))
    except RecipeKitError:
        return []


def _completed(folder: str, incomplete: str) -> Iterator[tuple[str, str]]:
    from collections import Counter  # noqa: PLC0415 - only a shell asks

    from recipekit.library.entry import folded, stem_of  # noqa: PLC0415
    from recipekit.library.finding import recipes_below  # noqa: PLC0415
    from recipekit.library.store import titles  # noqa: PLC0415

    known = titles(os.path.realpath(folder))
    start = folded(incomplete)
    below = len(os.path.join(folder, ""))  # noqa: PTH118 - what a path of the folder begins with
    stems = {spot.path[below:]: stem_of(spot.path[below:]) for spot in recipes_below(folder)}
    shared = Counter(map(folded, stems.values()))
    for path, stem in stems.items():
        name = stem if shared[folded(stem)] == 1 else os.path.splitext(path)[0]  # noqa: PTH122 - ten thousand names
        begins = folded(name).startswith(start) or (os.sep in start and folded(path).startswith(start))
        if known.get(path, "") is not None and begins and name.isprintable():
            offered = name if folded(name).startswith(start) else os.path.splitext(path)[0]  # noqa: PTH122 - as above
            yield _quoted(offered), " ".join((known.get(path) or "").split())


def _quoted(name: str) -> str:
    """Return *name* so that bash, which takes what it is offered as it is, takes it for one word."""
    if not os.environ.get("_RECIPEKIT_COMPLETE", "").endswith("bash"):
        return name
    return re.sub(r"[^\w@%+=:,./-]", lambda found: "\\" + found[0], name)
