"""What git ignores, as its ``.gitignore`` files say: nearer ones before farther ones, the last line that fits.

They hold in a repository and outside one alike, and no git need be there. Files that git has been told to follow in
spite of a pattern are ignored here all the same. The rules are those of gitignore(5); a test asks git itself.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import NamedTuple

NAME = ".gitignore"
_MOST = 1 << 20  # bytes of a .gitignore that are read

Verdict = Callable[[str], bool | None]
"""Tells of a path below its folder, a folder's with a slash behind, whether it is ignored; None where none says so."""


class Level(NamedTuple):
    """A ``.gitignore``: what stands before the path of a file to see it from there, and how much of it is cut off."""

    before: str
    cut: int
    verdict: Verdict


class Ignoring(NamedTuple):
    """The ``.gitignore`` files that hold in a folder, the nearest one last. Paths count from where the walk began."""

    levels: tuple[Level, ...] = ()

    def within(self, folder: str, below: str, before: str = "") -> Ignoring:
        """Return what holds in *folder*, which has a ``.gitignore`` of its own, and is *below* where the walk began.

        *below* ends in a slash, and is empty for the folder of the walk itself; for one above that, *before* is the way
        from it to there.
        """
        verdict = _read(os.path.join(folder, NAME))  # noqa: PTH118 - a Path for every folder takes its time
        return self if verdict is None else Ignoring((*self.levels, Level(before, len(below), verdict)))

    def ignores(self, path: str) -> bool:
        """Tell whether *path* is ignored; the path of a folder ends in a slash."""
        for level in reversed(self.levels):
            said = level.verdict(level.before + path[level.cut :])
            if said is not None:
                return said
        return False


def ignoring_above(folder: str) -> Ignoring:
    """Return what the folders above *folder*, an absolute path, say of it, up to the one that holds the repository."""
    uppers: list[tuple[str, str]] = []
    place, way = folder, ""
    while not os.path.lexists(os.path.join(place, ".git")):  # noqa: PTH118 - as above
        upper, name = os.path.split(place)
        if not name:
            return Ignoring()  # no repository: what lies above is none of its business
        place, way = upper, f"{name}/{way}"
        uppers.append((place, way))
    found = Ignoring()
    for upper, way in reversed(uppers):
        found = found.within(upper, "", way)
    return found


def _read(path: str) -> Verdict | None:
    """Return what the file *path* says; None where it says nothing, or cannot be read."""
    from recipekit.library.patterns import verdict_of  # noqa: PLC0415 - most folders have no such file

    try:
        with open(path, "rb") as file:  # noqa: PTH123 - as above
            text = file.read(_MOST).decode("utf-8", "surrogateescape")
    except (OSError, ValueError):
        return None
    return verdict_of(text.removeprefix("\ufeff").splitlines())
