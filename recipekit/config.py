"""The cook's own settings: ``recipekit.toml``, or ``[tool.recipekit]`` of a ``pyproject.toml``, found upwards.

The nearest file counts and no other: settings of two files are never mixed. A key of `Config` is all there is to a
setting: its name, its type with the values it may have, what holds without it, and a sentence of help.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from recipekit.errors import ConfigurationError, UnreadableRecipeError
from recipekit.files import MAX_RECIPE, decode, read_bytes

OWN = "recipekit.toml"
SHARED = "pyproject.toml"
TABLES = ("check",)
"""The tables that a configuration file may have."""
_DEEPEST = 32  # dotted parts of a key; tomllib takes quadratic time on many


class Config(NamedTuple):
    """What holds: each key with its type, its help and its default. Adding a key is adding a line here.

    A field ``check_site_root`` is the key ``site-root`` of the table ``[check]``.
    """

    cups: Annotated[Literal["us", "metric", "imperial", "au"], "Whose cups and spoons a recipe means."] = "us"
    units: Annotated[Literal["metric", "us", "imperial"] | None, "Units to show every amount in."] = None
    densities: Annotated[Path | None, "A CSV file of more densities, in grams per millilitre."] = None
    pieces: Annotated[Path | None, "A CSV file of more piece weights, in grams."] = None
    check_select: Annotated[tuple[str, ...], "The rules that check runs: codes, beginnings of codes, or names."] = ()
    check_ignore: Annotated[tuple[str, ...], "The rules that check leaves out."] = ()
    check_per_file_ignores: Annotated[
        Mapping[str, tuple[str, ...]], "A table of rules that are left out for the files that a pattern matches."
    ] = MappingProxyType({})
    check_free: Annotated[tuple[str, ...], "Foods that a step may use without listing them."] = (
        "water", "salt", "pepper",
    )  # fmt: skip
    check_site_root: Annotated[Path | None, "The folder in which paths of images like /img/soup.jpg begin."] = None


class Key(NamedTuple):
    """A key as a cook may set it: *kind* is the type of its value, *allowed* the words it may be, () for any.

    The *name* of a key in a table has the table's before a point: ``check.select``. A *field* is its name in `Config`.
    """

    name: str
    field: str
    kind: type
    allowed: tuple[str, ...]
    help: str


class Setting(NamedTuple):
    """What holds for one key, and the file that says so; None where nobody does and it is the default."""

    key: str
    value: object
    origin: Path | None


class _Found(NamedTuple):
    """A configuration file: the values it gives, and its text for naming lines of it."""

    path: Path
    text: str
    values: Mapping[str, object]


def keys() -> tuple[Key, ...]:
    """Return every key that a configuration file may set.

    >>> [(key.name, key.allowed) for key in keys()][1]
    ('units', ('metric', 'us', 'imperial'))
    """
    return tuple(_key(name, hint) for name, hint in get_type_hints(Config, include_extras=True).items())


def _key(field: str, hint: Any) -> Key:
    name = _name(field)
    meaning, sentence = get_args(hint)
    parts = [part for part in get_args(meaning) if part is not type(None)]
    if get_origin(meaning) is Literal:
        return Key(name, field, str, get_args(meaning), sentence)
    only = meaning if get_origin(meaning) in (tuple, Mapping) else parts[0] if parts else meaning
    if get_origin(only) is Literal:
        return Key(name, field, str, get_args(only), sentence)
    return Key(name, field, get_origin(only) or only, (), sentence)


def _name(field: str) -> str:
    table, _, rest = field.partition("_")
    return f"{table}.{rest.replace('_', '-')}" if table in TABLES and rest else field


def load_config(start: Path | None = None) -> Config:
    """Return the configuration that holds in the folder *start*, the current one where it is None.

    Raises:
        ConfigurationError: the file that holds cannot be read, or does not say what it may.
    """
    found = _find(start)
    return Config() if found is None else Config(**_checked(found))


def settings(start: Path | None = None) -> tuple[Setting, ...]:
    """Return what holds in the folder *start* for every key, and which file says so.

    Raises:
        ConfigurationError: as for `load_config`.
    """
    found = _find(start)
    said = {} if found is None else _checked(found)
    values = Config(**said)._asdict()
    return tuple(
        Setting(_name(field), value, found.path if found and field in said else None) for field, value in values.items()
    )


def _find(start: Path | None) -> _Found | None:
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


def _own(path: Path, mode: int) -> _Found:
    if not stat.S_ISREG(mode):
        raise ConfigurationError(path, "this is no file", "rename it, or write settings into a file of this name")
    text = _text(path, _read(path))
    return _Found(path, text, _parsed(path, text))


def _shared(path: Path, mode: int) -> _Found | None:
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
    return None if values is None else _Found(path, text, values)


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


def _checked(found: _Found) -> dict[str, Any]:
    """Return the values of *found* as `Config` wants them, by field."""
    known = {key.name: key for key in keys()}
    checked = {}
    for name, value in _flat(found):
        if name not in known:
            raise _wrong(found, name, f'there is no key "{name[:40]}"', _nearest(name, known))
        checked[known[name].field] = _value(found, known[name], value)
    return checked


def _flat(found: _Found) -> Iterator[tuple[str, object]]:
    """Yield the keys that a file sets, those of our tables with the table's name before a point."""
    for name, value in found.values.items():
        if name not in TABLES:
            yield name, value
        elif isinstance(value, dict):
            yield from ((f"{name}.{key}", inner) for key, inner in value.items())
        else:
            raise _wrong(found, name, f"{name} is no table", f"write its keys below a line [{name}]")


def _value(found: _Found, key: Key, value: object) -> object:
    if key.allowed and value not in key.allowed:
        said = f'"{value[:40]}"' if isinstance(value, str) else "this"
        raise _wrong(found, key.name, f"{key.name} cannot be {said}", f"write one of {_listed(key.allowed)}")
    if key.kind is Path:
        if not isinstance(value, str) or not value.strip() or "\x00" in value:
            raise _wrong(found, key.name, f"{key.name} names no file", f'write it like {key.name} = "my.csv"')
        return found.path.parent / os.path.expanduser(value)  # noqa: PTH111 - Path's own fails for "~nobody"
    if key.kind is tuple:
        return _list(found, key, value)
    if key.kind is Mapping:
        if not isinstance(value, dict):
            raise _wrong(found, key.name, f"{key.name} is no table", 'write it like "drafts/*.md" = ["RK1"]')
        return {pattern: _list(found, key, listed) for pattern, listed in value.items()}
    if type(value) is not key.kind:
        raise _wrong(found, key.name, f"{key.name} is no {key.kind.__name__}", "mend it there")
    return value


def _list(found: _Found, key: Key, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise _wrong(found, key.name, f"{key.name} is no list of words", 'write it like ["one", "two"]')
    return tuple(value)


def _nearest(name: str, known: Mapping[str, Key]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only a wrong key needs it

    if name == "tool":
        return f"{OWN} is all ours: write its keys without [tool.recipekit]"
    near = get_close_matches(name[:40].lower(), known, 1, 0.5)
    return f"did you mean {near[0]}?" if near else f"the keys are {_listed(known)}"


def _listed(names: Mapping[str, object] | tuple[str, ...]) -> str:
    return ", ".join(names)


def _wrong(found: _Found, name: str, problem: str, hint: str) -> ConfigurationError:
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
