"""The file that configures recipekit: finding the nearest one upwards, reading it, and naming lines of it."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from recipekit.errors import ConfigurationError, UnreadableRecipeError
from recipekit.files import MAX_RECIPE, decode, read_bytes

OWN = "recipekit.toml"
SHARED = "pyproject.toml"
TABLES = ("check",)
"""The tables that a configuration file may have."""
_DEEPEST = 32  # dotted parts of a key; tomllib takes quadratic time on many


class Found(NamedTuple):
    """A configuration file: the values it gives, and its text for naming lines of it."""

    path: Path
    text: str
    values: Mapping[str, object]


def nearest_file(start: Path | None) -> Found | None:
    """Return the nearest file upwards that configures recipekit; None where there is none, or no folder."""
    try:
        folder = os.path.abspath(start or ".")  # noqa: PTH100 - two stats a folder is all that looking upwards costs
    except OSError:  # the current folder is gone
        return None
    for upper in _upwards(folder):
        for name in (OWN, SHARED):
            path = os.path.join(upper, name)  # noqa: PTH118 - as above
            try:
                mode = os.stat(path).st_mode  # noqa: PTH116 - as above
            except (OSError, ValueError):
                continue
            found = _own(Path(path), mode) if name == OWN else _shared(Path(path), mode)
            if found is not None:
                return found
    return None


def _upwards(folder: str) -> Iterator[str]:
    """Yield *folder* and every folder above it."""
    while True:
        yield folder
        upper = os.path.dirname(folder)  # noqa: PTH120 - as in `_find`
        if upper == folder:
            return
        folder = upper


def _own(path: Path, mode: int) -> Found:
    if not stat.S_ISREG(mode):
        raise ConfigurationError(path, "this is no file", "rename it, or write settings into a file of this name")
    text = _text(path, _read(path))
    return Found(path, text, _parsed(path, text))


def _shared(path: Path, mode: int) -> Found | None:
    """Return the ``[tool.recipekit]`` of a Python project, None where it has none; it may be anything but ours."""
    if not stat.S_ISREG(mode):
        return None
    try:
        with path.open("rb") as file:
            if b"recipekit" not in file.read(MAX_RECIPE):
                return None  # no other project's file is parsed, and none is found fault with
    except OSError:
        return None
    text = _text(path, _read(path))
    tools = _parsed(path, text).get("tool")
    values = tools.get("recipekit") if isinstance(tools, dict) else None
    if values is not None and not isinstance(values, dict):
        raise ConfigurationError(path, "tool.recipekit is no table", "write its keys below a line [tool.recipekit]")
    return None if values is None else Found(path, text, values)


def _read(path: Path) -> bytes:
    try:
        return read_bytes(str(path), MAX_RECIPE)
    except UnreadableRecipeError as error:
        raise ConfigurationError(path, error.problem, "mend it, or move it away") from error


def _text(path: Path, data: bytes) -> str:
    if b"\x00" in data:
        raise ConfigurationError(path, "this is a binary file, no configuration", "move it away")
    try:
        return decode(data, str(path)).text
    except UnreadableRecipeError as error:
        raise ConfigurationError(path, error.problem, error.hint, line=error.line, column=error.column) from error


def _parsed(path: Path, text: str) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - most cooks have no configuration, and the import costs a start-up 3 ms

    for number, row in enumerate(text.split("\n"), 1):
        if row.partition("=")[0].count(".") > _DEEPEST:
            raise ConfigurationError(path, "this key has too many parts", "mend it there", line=number, column=1)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        said, _, place = str(error).partition(" (at ")
        end = (text.count("\n") + 1, len(text) - text.rfind("\n"))
        line, column = (int(number) for number in re.findall(r"\d+", place) or end)
        problem = f"the TOML does not parse: {said[:1].lower()}{said[1:]}"
        raise ConfigurationError(path, problem, "mend it there", line=line, column=column) from error
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits, lists in lists in lists
        raise ConfigurationError(path, "the TOML does not parse: no setting is so large", "mend it") from error


def wrong(found: Found, name: str, problem: str, hint: str) -> ConfigurationError:
    """Return the error about the key *name*, on its line where that is plain to find."""
    shared = found.path.name == SHARED
    table, _, own = name.rpartition(".") if name.partition(".")[0] in TABLES else ("", "", name)
    start = _below(found.text, "tool.recipekit") if shared else 0
    if table:
        inner = _below(found.text, f"tool.recipekit.{table}" if shared else table)
        start, own = (inner, own) if inner else (start, name)
    key = re.compile(rf"^[ \t]*\[*[ \t]*([\"']?{re.escape(own)}(?![\w-]))", re.MULTILINE).search(found.text, start)
    if key is None:
        return ConfigurationError(found.path, problem, hint)
    line = found.text.count("\n", 0, key.start(1)) + 1
    column = key.start(1) - found.text.rfind("\n", 0, key.start(1))
    return ConfigurationError(found.path, problem, hint, line=line, column=column)


def _below(text: str, table: str) -> int:
    """Return where the line ``[table]`` of a file ends; 0 where it has none."""
    name = r"[ \t]*\.[ \t]*".join(map(re.escape, table.split(".")))
    found = re.search(rf"^[ \t]*\[[ \t]*{name}[ \t]*\]", text, re.MULTILINE)
    return found.end() if found else 0
