"""How ``index`` answers."""

from __future__ import annotations

import os
import time

import typer

from recipekit.cli.library import library_folder, opened, report_passed, shown_folder
from recipekit.cli.output import counted, write_out
from recipekit.library.index import VERSION
from recipekit.library.store import index_file, remove, strays, summary
from recipekit.render.safe import one_line


def update_index() -> None:
    """Bring the index up to the disk, and say what it holds.

    Raises:
        Exit: a file of the library cannot be read.
    """
    library = opened()
    count = len(library.entries())
    failed = report_passed(library, verbose=False)
    kept = "" if library.is_stored else "; the index cannot be written, so that each command reads them anew"
    write_out(f"{counted(count, 'recipe')} in {one_line(shown_folder(library))}{kept}\n")
    library.close()
    if failed:
        raise typer.Exit(failed)


def describe_index() -> None:
    """Say where the index is, how large, and of what."""
    folder = os.path.realpath(library_folder())
    path = index_file(folder)
    found = summary(path)
    rows = [("library", folder), ("index", str(path))]
    if found is None:
        rows.append(("state", "there is none yet; the next list or search makes it"))
    else:
        when = time.strftime("%Y-%m-%d %H:%M", time.localtime(found.changed))
        rows += [
            ("state", "ready" if found.version == VERSION else "of another version; the next list or search renews it"),
            ("files", f"{found.files:,}, {counted(found.recipes, 'recipe')} among them"),
            ("size", f"{found.size / 1e6:,.1f} MB"), ("changed", when), ("version", found.version),
        ]  # fmt: skip
    write_out("".join(f"{name:8} {one_line(value)}\n" for name, value in rows))


def clear_index() -> None:
    """Remove the index of the library, and those of libraries that are there no more."""
    path = index_file(os.path.realpath(library_folder()))
    gone = [one for one in strays() if one != path]
    there = path.exists()
    for one in (path, *gone):
        remove(one)
    said = "removed" if there else "there was none"
    write_out(f"{said}: {one_line(str(path))}\n" + "".join(f"removed: {one_line(str(one))}\n" for one in gone))
