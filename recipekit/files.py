"""Reads files; the only module that opens a recipe, and only as bytes."""

from __future__ import annotations

import errno
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from recipekit.errors import UnreadableRecipeError
from recipekit.source import Source

MAX_RECIPE = 1 << 20
"""The largest recipe that is read, in bytes: a hundred times the longest real one."""
MAX_DOCUMENT = 1 << 25
"""The largest JSON document that is read, in bytes."""


def read_source(path: str) -> Source:
    """Return the recipe file *path* as text with its line ends and byte order mark.

    Raises:
        UnreadableRecipeError: it is missing, a folder, not permitted, not UTF-8, binary, or over 1 MiB.
    """
    return decode(read_bytes(path, MAX_RECIPE), path)


def read_bytes(path: str, most: int) -> bytes:
    """Return the bytes of *path*, at most *most* of them.

    Raises:
        UnreadableRecipeError: it cannot be opened, or is longer.
    """
    try:
        if Path(path).is_dir():
            raise UnreadableRecipeError(path, "this is a folder, no recipe", "name a file in it")
        with Path(path).open("rb") as file:
            return read_stream(file, path, most)
    except (OSError, ValueError) as error:
        raise UnreadableRecipeError(path, *_trouble(error)) from error


def read_either(path: str) -> bytes:
    """Return the bytes of a recipe, or of a JSON document, which may be longer and begins with a brace.

    Raises:
        UnreadableRecipeError: it cannot be opened, or is longer than its kind may be.
    """
    try:
        if Path(path).is_dir():
            return read_bytes(path, MAX_RECIPE)
        with Path(path).open("rb") as file:
            brace = file.peek(64).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
            return read_stream(file, path, MAX_DOCUMENT if brace else MAX_RECIPE)
    except (OSError, ValueError) as error:
        raise UnreadableRecipeError(path, *_trouble(error)) from error


def _trouble(error: OSError | ValueError) -> tuple[str, str]:
    number = error.errno if isinstance(error, OSError) else None
    if number in (errno.ENOENT, errno.ENOTDIR):
        return "there is no such file", "check the name, or run recipekit in the folder of the recipe"
    if number in (errno.EACCES, errno.EPERM):
        return "the file may not be read", "check its permissions"
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return f"the file cannot be read: {reason.lower()}", "check the name"


def read_stream(stream: BinaryIO, path: str | None, most: int) -> bytes:
    """Return what *stream* holds.

    Raises:
        UnreadableRecipeError: it is longer than *most* bytes.
    """
    data = stream.read(most + 1)
    if len(data) > most:
        size = f"{most >> 20} MiB" if most >= 1 << 20 else f"{most >> 10} KiB"
        raise UnreadableRecipeError(path, f"this is longer than {size}", "split it, or name a recipe")
    return data


def looks_like_document(text: str) -> bool:
    """Tell whether *text* begins like a JSON object, and not like Markdown (or Hugo's ``{{< … >}}``)."""
    return re.match(r'\ufeff?\s*(?:\[\s*)?\{\s*"', text) is not None


def decode(data: bytes, path: str | None) -> Source:
    """Return *data* as text.

    Raises:
        UnreadableRecipeError: it is not UTF-8, or binary.
    """
    if b"\x00" in data[:8192]:
        raise UnreadableRecipeError(path, "this is a binary file, no recipe", "name a Markdown file")
    try:
        return Source(data.decode("utf-8"), path)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        start = data.rfind(b"\n", 0, error.start) + 1
        column = len(data[start : error.start].decode("utf-8", "replace")) + 1
        problem = f"the byte 0x{data[error.start]:02x} is not UTF-8"
        raise UnreadableRecipeError(path, problem, "save the file as UTF-8", line=line, column=column) from error


def is_folder(name: str) -> bool:
    """Tell whether *name* is a folder."""
    try:
        return Path(name).is_dir()
    except (OSError, ValueError):
        return False


def recipes_in(folder: str) -> list[str]:
    """Return the names of the Markdown files right in *folder*, sorted; READMEs and hidden files are none."""
    try:
        names = [entry.name for entry in Path(folder).iterdir() if entry.is_file()]
    except OSError as error:
        raise UnreadableRecipeError(folder, "the folder may not be listed", "name a recipe") from error
    found = sorted(name for name in names if _is_recipe_alone(name))
    return found or [BUNDLE] * (BUNDLE in names)


def _is_recipe_alone(name: str) -> bool:
    return name.endswith(SUFFIXES) and name[0] != "." and not is_about_folder(name) and name.lower() != BUNDLE


BUNDLE = "index.md"
"""The recipe of a folder that holds it with its pictures, as Hugo has them."""
SUFFIXES = (".md", ".markdown")
_NO_RECIPES = ("readme.md", "changelog.md", "contributing.md", "license.md", "_index.md")


def is_about_folder(name: str) -> bool:
    """Tell whether a file of this *name* is about the folder that it stands in, and no recipe.

    >>> [name for name in ("soup.md", "README.md", "_index.md", "index.md") if is_about_folder(name)]
    ['README.md', '_index.md']
    """
    return name.lower() in _NO_RECIPES


def read_piped() -> Source:
    """Return the recipe on standard input.

    Raises:
        UnreadableRecipeError: it is closed, cannot be read, is no text, or is longer than a file may be.
    """
    data = b""
    for line in piped_lines():
        data += line
        if len(data) > MAX_RECIPE:
            raise UnreadableRecipeError(None, f"this is longer than {MAX_RECIPE >> 20} MiB", "split it, or name a file")
    return decode(data, None)


def piped_lines() -> Iterator[bytes]:
    """Yield the lines of standard input one by one, so that a long stream of documents need not fit in memory.

    Raises:
        UnreadableRecipeError: it is closed, cannot be read, or a line of it is longer than 32 MiB.
    """
    stream = sys.stdin.buffer if sys.stdin is not None else None
    if stream is None:
        raise UnreadableRecipeError(None, "standard input is closed", "pipe a recipe in, or name one")
    try:
        while line := stream.readline(MAX_DOCUMENT + 1):
            if len(line) > MAX_DOCUMENT:
                raise UnreadableRecipeError(None, f"a line is longer than {MAX_DOCUMENT >> 20} MiB", "split it")
            yield line
    except (OSError, ValueError) as error:
        raise UnreadableRecipeError(None, *_trouble(error)) from error
