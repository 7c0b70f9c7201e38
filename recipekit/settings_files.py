"""The file that configures recipekit: finding the nearest one upwards, reading it, and naming lines of it."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from recipekit.errors import ConfigurationError
from recipekit.files import MAX_RECIPE
from recipekit.toml_files import parsed, read_text

OWN = "recipekit.toml"
SHARED = "pyproject.toml"
TABLES = ("check",)
"""The tables that a configuration file may have."""


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
    text = read_text(path, MAX_RECIPE, ConfigurationError)
    return Found(path, text, parsed(path, text, ConfigurationError))


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
    text = read_text(path, MAX_RECIPE, ConfigurationError)
    tools = parsed(path, text, ConfigurationError).get("tool")
    values = tools.get("recipekit") if isinstance(tools, dict) else None
    if values is not None and not isinstance(values, dict):
        raise ConfigurationError(path, "tool.recipekit is no table", "write its keys below a line [tool.recipekit]")
    return None if values is None else Found(path, text, values)


def wrong(found: Found, name: str, problem: str, hint: str, table: str = "") -> ConfigurationError:
    """Return the error about the key *name*, on its line where that is plain to find; *table* is the one it is in."""
    shared = found.path.name == SHARED
    own = name
    if not table and name.partition(".")[0] in TABLES:
        table, _, own = name.rpartition(".")
    start = _below(found.text, "tool.recipekit") if shared else 0
    if table:
        inner = _below(found.text, f"tool.recipekit.{table}" if shared else table)
        start, own = (inner, own) if inner else (start, name)
    key = re.compile(rf"^[ \t]*(?:\[+[ \t]*)?([\"']?{re.escape(own)}(?![\w-]))", re.MULTILINE).search(found.text, start)
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
