"""A folder → the Markdown files below it that may be recipes, with what tells whether one has changed."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from typing import NamedTuple

from recipekit.errors import UnreadableRecipeError
from recipekit.files import SUFFIXES, is_about_folder
from recipekit.library.ignoring import NAME, Ignoring, ignoring_above

_DEEPEST = 200  # folders in folders


class Spot(NamedTuple):
    """A file: where it is, its size in bytes, and when it and its entry in the folder changed, in nanoseconds.

    A link that leads nowhere has the *size* -1: reading it says what is wrong.
    """

    path: str
    size: int
    mtime: int
    ctime: int


class Skipped(NamedTuple):
    """A file or folder that is passed by, and why; *unread* where that is not as it should be."""

    path: str
    why: str
    unread: bool = False


Note = Callable[[Skipped], object]


def recipes_below(folder: str, note: Note = bool) -> list[Spot]:
    """Return the Markdown files in *folder* and the folders in it, in the order of their names; *note* hears of others.

    Left out are hidden files and folders, ``node_modules``, READMEs and their like, and what git ignores. Links to
    folders are not followed, so that no circle of them is walked.

    Raises:
        UnreadableRecipeError: *folder* may not be listed; of the folders in it, those that may not are noted.
    """
    try:
        above = ignoring_above(os.path.abspath(folder))  # noqa: PTH100 - no Path: 10,000 of them take their time
        entries = _listed(folder)
    except OSError as error:
        raise UnreadableRecipeError(folder, "the folder may not be listed", "name a recipe") from error
    found: list[Spot] = []
    _walk(_Folder(folder, "", entries), above, note, found)
    return found


class _Folder(NamedTuple):
    """A folder of the walk: its path, the one from where the walk began with a slash behind it, and what is in it."""

    path: str
    below: str
    entries: list[os.DirEntry[str]]


def _walk(folder: _Folder, ignoring: Ignoring, note: Note, found: list[Spot]) -> None:
    if any(entry.name == NAME for entry in folder.entries):
        ignoring = ignoring.within(folder.path, folder.below)
    folders = []
    for entry in folder.entries:
        is_folder = _is_folder(entry)
        if not is_folder and not entry.name.endswith(SUFFIXES):
            _note_what_may_be_meant(entry, note)
            continue
        name = entry.name
        why = _why_passed(name, is_folder=is_folder) if name[0] == "." or is_folder or is_about_folder(name) else None
        if why is None and ignoring.levels and ignoring.ignores(f"{folder.below}{entry.name}{'/' * is_folder}"):
            why = "git ignores it"
        if why is not None:
            note(Skipped(entry.path, why))
        elif is_folder:
            folders.append(entry)
        else:
            spot = _spot(entry, note)
            if spot is not None:
                found.append(spot)
    for entry in folders:
        inner = _opened(entry, folder, note)
        if inner is not None:
            _walk(inner, ignoring, note, found)


def _listed(folder: str) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: entry.name)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _note_what_may_be_meant(entry: os.DirEntry[str], note: Note) -> None:
    """Note what a cook may take for a recipe, or for a folder of them, and is none here."""
    if entry.is_symlink():
        if os.path.isdir(entry.path):  # noqa: PTH112 - as above
            note(Skipped(entry.path, "a link to a folder is not followed"))
    elif entry.name.lower().endswith((*SUFFIXES, ".mdx")):
        note(Skipped(entry.path, "the names of recipes end in .md or .markdown"))


def _why_passed(name: str, *, is_folder: bool) -> str | None:
    """Return why a folder of this name is passed by, None where it is not; or a file that is hidden or no recipe."""
    if name[0] == ".":
        return "it is hidden"
    if is_folder:
        return "packages are no recipes" if name == "node_modules" else None
    return "by its name it is no recipe"


def _spot(entry: os.DirEntry[str], note: Note) -> Spot | None:
    """Return where a file is; None for what is none, or has gone since the folder was listed."""
    try:
        found = entry.stat()
    except (OSError, ValueError):
        return Spot(entry.path, -1, 0, 0) if entry.is_symlink() else None
    if stat.S_ISREG(found.st_mode):
        return Spot(entry.path, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
    # what is read from a pipe with a name may never end, and a folder of such a name is none of ours
    note(Skipped(entry.path, "a link to a folder is not followed" if stat.S_ISDIR(found.st_mode) else "it is no file"))
    return None


def _opened(entry: os.DirEntry[str], outer: _Folder, note: Note) -> _Folder | None:
    below = f"{outer.below}{entry.name}/"
    if below.count("/") > _DEEPEST:
        note(Skipped(entry.path, f"this folder is {_DEEPEST} folders deep", unread=True))
        return None
    try:
        return _Folder(entry.path, below, _listed(entry.path))
    except FileNotFoundError:  # it has gone since
        return None
    except OSError:
        note(Skipped(entry.path, "the folder may not be listed", unread=True))
        return None
