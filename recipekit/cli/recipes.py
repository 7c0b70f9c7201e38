"""Finds the recipes that a command is about: a file, a document, standard input, the one recipe of this folder."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from recipekit.errors import UnreadableRecipeError, UsageError
from recipekit.files import (
    BUNDLE,
    MAX_DOCUMENT,
    MAX_RECIPE,
    decode,
    is_folder,
    looks_like_document,
    piped_lines,
    read_bytes,
    read_either,
    read_source,
    recipes_in,
)

if TYPE_CHECKING:
    from recipekit.model import Recipe
    from recipekit.source import Source


def recipes(names: Sequence[str] | None) -> Iterator[Recipe]:
    """Yield the recipes that RECIPE names: one for a file, one a line for JSON Lines from a pipe.

    Raises:
        UnreadableRecipeError: a recipe cannot be read.
        UsageError: nothing is named, nothing is piped, and the folder does not hold exactly one recipe.
    """
    if not names:
        yield from _unnamed()
    for name in names or ():
        yield from _named(name)


def resolved(name: str) -> str:
    """Return the file that RECIPE means: *name* itself, or the one of the recipe of the library that is called so.

    Raises:
        UnreadableRecipeError: there is no such file, and nothing is called so.
        UsageError: several recipes are.
    """
    if name == "-" or (os.path.lexists(name) and not is_folder(name)):
        return name
    bundle = os.path.join(name, BUNDLE)  # noqa: PTH118 - what is no path stays as it is
    if os.path.lexists(bundle):
        return bundle
    from recipekit.cli.naming import path_of  # noqa: PLC0415 - most recipes are named by their file

    return path_of(name)


def _named(name: str) -> Iterator[Recipe]:
    name = resolved(name)
    if name == "-":
        yield from _piped(must=True)
    elif name.lower().endswith((".json", ".jsonl", ".ndjson")):
        yield from _documents(decode(read_bytes(name, MAX_DOCUMENT), name))
    else:
        yield from _file(name)


def _file(name: str) -> Iterator[Recipe]:
    """Yield the recipe in a file of any name: a document is known by how it begins."""
    source = decode(read_either(name), name)
    if looks_like_document(source.text):
        yield from _documents(source)
    else:
        yield _markdown(source)


def _unnamed() -> Iterator[Recipe]:
    if has_input():
        found = False
        for recipe in _piped(must=False):
            found = True
            yield recipe
        if found:
            return
    names = recipes_in(".")
    if len(names) != 1:
        count = f"{len(names)} recipes" if names else "no recipe"
        raise UsageError(f"this folder holds {count}: say which one, or pipe one in")
    yield _markdown(read_source(names[0]))


def has_input() -> bool:
    """Tell whether standard input is a pipe, a socket or a file, and not a keyboard or nothing."""
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except (AttributeError, OSError, ValueError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode) or stat.S_ISREG(mode)


def _piped(*, must: bool) -> Iterator[Recipe]:
    from recipekit.parse.document import parse_document  # noqa: PLC0415

    lines = piped_lines()
    blank = bytearray()
    first = b""
    for line in lines:
        if line.strip():
            first = line
            break
        blank += line[: MAX_RECIPE + 1 - len(blank)]
    if not first:
        if must:
            raise UnreadableRecipeError(None, "standard input is empty", "pipe a recipe in, or name one")
        return
    start = first.decode("utf-8", "replace")
    if looks_like_document(start) and start.rstrip().endswith("}"):
        yield from _json_lines(chain([first], lines), None)
        return
    brace = start.strip() == "{" or looks_like_document(start)
    most = MAX_DOCUMENT if brace else MAX_RECIPE
    data = blank + first
    while len(data) <= most and (line := next(lines, b"")):
        data += line
    if len(data) > most:
        raise UnreadableRecipeError(None, f"this is longer than {most >> 20} MiB", "split it, or name a recipe")
    source = decode(bytes(data), None)
    yield parse_document(source.text, None) if looks_like_document(source.text) else _markdown(source)


def _json_lines(lines: Iterable[bytes], path: str | None) -> Iterator[Recipe]:
    from recipekit.parse.document import parse_document  # noqa: PLC0415

    for number, line in enumerate(lines, 1):
        if line.strip():
            yield parse_document(decode(line, path).text, path, line=number)


def _documents(source: Source) -> Iterator[Recipe]:
    from recipekit.parse.document import parse_document  # noqa: PLC0415

    lines = [line for line in source.text.split("\n") if line.strip()]
    if len(lines) > 1 and lines[0].startswith("{") and lines[0].rstrip().endswith("}"):
        yield from _json_lines((line.encode() for line in source.text.split("\n")), source.path)
    else:
        yield parse_document(source.text, source.path)


def _markdown(source: Source) -> Recipe:
    from recipekit.parse.recipe import parse_recipe  # noqa: PLC0415

    return parse_recipe(source)
