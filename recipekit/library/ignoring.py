"""What git ignores, as its ``.gitignore`` files say: nearer ones before farther ones, the last line that fits.

They hold in a repository and outside one alike, and no git need be there; in a repository its ``info/exclude`` and the
user's own file hold too. Files that git has been told to follow in spite of a pattern are ignored here all the same.
The rules are those of gitignore(5); a test asks git itself.
"""

from __future__ import annotations

import os
import stat
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
        """Return what holds in *folder*, with what its own ``.gitignore`` says.

        It is *below* where the walk began, with a slash behind it; empty is the folder of the walk itself. For one
        above that, *before* is the way from it to there.
        """
        return self.beside(os.path.join(folder, NAME), below, before)  # noqa: PTH118 - no Path for every folder

    def beside(self, file: str, below: str, before: str) -> Ignoring:
        """Return what holds with what *file* says, a farther one than those to come."""
        verdict = _read(file)
        return self if verdict is None else Ignoring((*self.levels, Level(before, len(below), verdict)))

    def of_repository(self, top: str, before: str) -> Ignoring:
        """Return what holds in the repository *top*: the user's own file for all of them, and its own for itself."""
        home = os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")  # noqa: PTH111 - no Path, as above
        everywhere = self.beside(os.path.join(home, "git", "ignore"), "", before)  # noqa: PTH118
        return everywhere.beside(os.path.join(top, ".git", "info", "exclude"), "", before)  # noqa: PTH118

    def ignores(self, path: str) -> bool:
        """Tell whether *path* is ignored; the path of a folder ends in a slash."""
        for before, cut, verdict in reversed(self.levels):
            said = verdict(before + path[cut:])
            if said is not None:
                return said
        return False


def ignoring_above(folder: str) -> Ignoring:
    """Return what holds in *folder*, an absolute path, before its own ``.gitignore``; nothing outside a repository."""
    uppers: list[tuple[str, str]] = []
    place, way = folder, ""
    while not os.path.lexists(os.path.join(place, ".git")):  # noqa: PTH118 - as above
        upper, name = os.path.split(place)
        if not name:
            return Ignoring()  # what lies above is none of its business
        place, way = upper, f"{name}/{way}"
        uppers.append((place, way))
    found = Ignoring().of_repository(place, way)
    for upper, before in reversed(uppers):
        found = found.within(upper, "", before)
    return found


def _read(path: str) -> Verdict | None:
    """Return what the file *path* says; None where it says nothing, or cannot be read."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 - reading a pipe with a name may never end
            return None
        with open(path, "rb") as file:  # noqa: PTH123 - as above
            text = file.read(_MOST).decode("utf-8", "surrogateescape")
    except (OSError, ValueError):
        return None
    from recipekit.library.patterns import verdict_of  # noqa: PLC0415 - most folders have no such file

    return verdict_of(text.removeprefix("\ufeff").splitlines())
