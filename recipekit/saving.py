"""Replaces a recipe file: atomically, and only while it is still the one that was read.

The new bytes go into a temporary file beside the old one, which takes the old one's name in a single step: a reader, or
a process killed at any moment, finds all of the old recipe or all of the new one. Two locks guard this, both on files
that are there anyway. A recipe is locked while it is compared and replaced, so that of two recipekits the second finds
what the first has written. A temporary file is locked as long as its writer lives: what a sweep can lock is a stray.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path

from recipekit.errors import UnwritableRecipeError

PATIENCE = 10.0
"""How long a save waits for another program that has locked the file, in seconds."""

_AS_OWNER_WISHES = "check the permissions of the file and of its folder"
_IS_THERE = ("there is such a file already", "name another one, or move it away")
_MORE_ROOM = "make room, and run the command again"
_WAYS_OUT = {
    errno.EACCES: _AS_OWNER_WISHES,
    errno.EPERM: _AS_OWNER_WISHES,
    errno.EROFS: "copy it to a disk that can be written",
    errno.ENAMETOOLONG: "choose a shorter name",
    errno.ENOSPC: _MORE_ROOM,
    errno.EDQUOT: _MORE_ROOM,
    errno.EFBIG: "raise the limit on the size of files, and run the command again",
}


def replace_file(path: str, was: bytes, new: bytes) -> None:
    r"""Put *new* in the place of the file *path*, which must still hold *was*.

    Its permissions stay, and where the system allows it so do its owner and its extended attributes.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     soup = Path(folder, "soup.md")
    ...     write_file(str(soup), b"- 2 cups beans\n")
    ...     replace_file(str(soup), b"- 2 cups beans\n", b"- 4 cups beans\n")
    ...     soup.read_bytes()
    b'- 4 cups beans\n'

    Raises:
        UnwritableRecipeError: it is gone, has changed, is no regular file, or it or its folder cannot or may not be
            written. The file is then as it was.
    """
    _save(path, new, was)


def write_file(path: str, new: bytes) -> None:
    """Put *new* into the file *path*: a new one, or in the place of the regular file that is there.

    Raises:
        UnwritableRecipeError: there is something that is no regular file, or it or its folder cannot or may not be
            written. What was there is then as it was.
    """
    _save(path, new, None)


def create_file(path: str, new: bytes) -> None:
    """Put *new* into the file *path*, which is not there yet; else `UnwritableRecipeError` is raised."""
    try:
        with FileIO(path, "x") as file:
            _fill(file, new, None)
    except (OSError, ValueError) as error:
        trouble = _IS_THERE if isinstance(error, FileExistsError) else _trouble(error)
        raise UnwritableRecipeError(path, *trouble) from error


def sweep(folder: str | os.PathLike[str]) -> None:
    """Remove the temporary files that killed runs have left in *folder*, and none that a living one still writes.

    Nothing is wrong where that cannot be done; where files cannot be locked, none can be told to be left over.
    """
    with suppress(OSError, ValueError):
        if _is_closed(Path(folder)):
            return
        with os.scandir(folder) as entries:
            names = [
                Path(entry.path) for entry in entries if _is_ours(entry.name) and entry.is_file(follow_symlinks=False)
            ]
        for name in names:
            with suppress(OSError), FileIO(name, opener=_open_as_it_is) as file:
                if _lock(file) and _names(name, file):
                    name.unlink()


def _is_ours(name: str) -> bool:
    """Tell whether a temporary file of ours may have this name.

    >>> [_is_ours(name) for name in (".recipekit-0a1b2c3d.tmp", "recipekit-0a1b2c3d.tmp", ".recipekit-soup.tmp")]
    [True, False, False]
    """
    return re.fullmatch(r"\.recipekit-[0-9a-z]{8}\.tmp", name) is not None


def _save(path: str, new: bytes, was: bytes | None) -> None:
    if _is_ours(Path(path).name):
        raise UnwritableRecipeError(path, "recipekit sweeps files of such names away", "choose another name")
    try:
        sweep(Path(path).parent)
        with _held(path) as target:
            if target is None and was is not None:
                raise UnwritableRecipeError(path, "the file is gone", "check the name")
            _check_unchanged(path, target, was)
            _check_folder(path)
            while not _swap(path, target, new, was):
                pass
    except (OSError, ValueError) as error:
        raise UnwritableRecipeError(path, *_trouble(error)) from error


def _trouble(error: OSError | ValueError) -> tuple[str, str]:
    number = error.errno if isinstance(error, OSError) else None
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return f"the file cannot be written: {reason.lower()}", _WAYS_OUT.get(number or 0, "write it elsewhere")


@contextmanager
def _held(path: str) -> Iterator[FileIO | None]:
    """Hold the regular file *path* open, and locked where that can be done; None if there is no file."""
    until = time.monotonic() + PATIENCE
    while True:
        file = _opened(path)
        if file is None:
            yield None
            return
        with file:
            while _lock(file) is False:
                if time.monotonic() > until:
                    raise UnwritableRecipeError(
                        path, "another program has locked the file", "try again when it is done"
                    )
                time.sleep(0.005)
            # Who held the lock before us may have put another file there, and that one is to be locked then.
            if _names(Path(path), file):
                yield file
                return


def _opened(path: str) -> FileIO | None:
    place = Path(path)
    try:
        mode = place.lstat().st_mode
        _check_kind(path, mode)
        # Root may write whatever it likes, but who took all write permission away wanted the file to stay.
        if not mode & 0o222 or not os.access(place, os.W_OK):
            raise UnwritableRecipeError(path, "the file may not be written", "check its permissions")
        return FileIO(place, opener=_open_as_it_is)
    except (FileNotFoundError, NotADirectoryError):
        return None


def _check_kind(path: str, mode: int) -> None:
    if stat.S_ISLNK(mode):
        aim = Path(path).parent / Path(path).readlink()
        raise UnwritableRecipeError(path, "this is a symbolic link", f"name the file that it points to, {aim}")
    if stat.S_ISDIR(mode):
        raise UnwritableRecipeError(path, "this is a folder", "name a file in it")
    if not stat.S_ISREG(mode):
        raise UnwritableRecipeError(path, "this is no regular file", "name one, or print to standard output")


def _open_as_it_is(name: str, flags: int) -> int:
    """Open a file for reading that may have become a link or a pipe just now, neither following nor waiting."""
    return os.open(name, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))


def _check_folder(path: str) -> None:
    folder = Path(path).parent
    if not folder.is_dir():
        raise UnwritableRecipeError(path, "there is no such folder", "make it first, or name another one")
    if path.endswith(("/", os.sep)):
        raise UnwritableRecipeError(path, "this names a folder", "name a file in it")
    if _is_closed(folder):
        raise UnwritableRecipeError(path, "its folder may not be written", "check the permissions of the folder")


def _is_closed(folder: Path) -> bool:
    """Tell whether *folder* takes no file; its bits count too, as those of a file do."""
    # Windows marks folders as read-only that only look special.
    locked = os.name == "posix" and not folder.stat().st_mode & 0o222
    return locked or not os.access(folder, os.W_OK | os.X_OK)


def _check_unchanged(path: str, target: FileIO | None, was: bytes | None) -> None:
    if target is None or was is None:
        return
    target.seek(0)
    # One byte more than there were, so that a file that has grown without end is not read to its end.
    with open(target.fileno(), "rb", closefd=False) as reader:
        if reader.read(len(was) + 1) != was:
            raise UnwritableRecipeError(path, "the file changed since it was read", "run the command again")


def _lock(file: FileIO) -> bool | None:
    """Lock *file* without waiting; False if another process has locked it, None where no file can be locked."""
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock  # noqa: PLC0415 - Windows has none

        flock(file, LOCK_EX | LOCK_NB)
    except BlockingIOError:
        return False
    except (ImportError, OSError):
        return None
    return True


def _names(name: Path, file: FileIO) -> bool:
    """Tell whether *name* is still the name of the open *file*, a regular one."""
    try:
        there, held = name.lstat(), os.fstat(file.fileno())
    except FileNotFoundError:
        return False
    return os.path.samestat(there, held) and stat.S_ISREG(held.st_mode)


def _swap(path: str, target: FileIO | None, new: bytes, was: bytes | None) -> bool:
    """Put a file with *new* in the place of *target*; False if its temporary name is to be another one."""
    # What is read by nobody else stays so while it is written; a file that was not there is made like any other one.
    mode = 0o666 if target is None else 0o600
    name = Path(path).parent / f".recipekit-{os.urandom(4).hex()}.tmp"
    # The name is known before the file is there: an interrupt at any moment from here on finds it, and removes it.
    try:
        with FileIO(name, "x", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            if _lock(file) is False or not _names(name, file):
                return False  # a sweep came between the first two steps, and takes it for a stray file
            _fill(file, new, target)
            _check_unchanged(path, target, was)
            if os.name == "nt":  # where an open file keeps its name
                file.close()
                if target is not None:
                    target.close()
            name.replace(path)
            _sync_folder(name.parent)
    except FileExistsError:
        return False  # another process has just that name
    except BaseException:
        with suppress(OSError):
            name.unlink()
        raise
    return True


def _fill(file: FileIO, new: bytes, like: FileIO | None) -> None:
    left = memoryview(new)
    while left:
        left = left[os.write(file.fileno(), left) :]
    if like is not None and os.name == "posix":
        _dress(file.fileno(), like.fileno())
    os.fsync(file.fileno())


def _dress(file: int, like: int) -> None:
    """Give *file* the owner, the extended attributes and the permissions of *like*."""
    kept = os.fstat(like)
    try:
        os.fchown(file, kept.st_uid, kept.st_gid)
    except OSError:
        with suppress(OSError):  # only root gives files away, but their group is its members' choice
            os.fchown(file, -1, kept.st_gid)
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            _copy_attributes(file, like)
    # Last, because a new owner takes some of the bits away.
    if stat.S_IMODE(os.fstat(file).st_mode) != stat.S_IMODE(kept.st_mode):
        os.fchmod(file, stat.S_IMODE(kept.st_mode))


def _copy_attributes(file: int, like: int) -> None:
    wanted = set(os.listxattr(like))
    # A folder can give its new files an access list, which would let in whom the old file did not.
    for name in set(os.listxattr(file)) - wanted:
        with suppress(OSError):
            os.removexattr(file, name)
    for name in wanted:
        with suppress(OSError):
            os.setxattr(file, name, os.getxattr(like, name))


def _sync_folder(folder: Path) -> None:
    """Have the new name on the disk as well, where a folder can be opened at all."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
