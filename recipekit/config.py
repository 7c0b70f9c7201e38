"""The cook's own settings: ``recipekit.toml``, or ``[tool.recipekit]`` of a ``pyproject.toml``, found upwards.

The nearest file counts and no other: settings of two files are never mixed. A key of `Config` is all there is to a
setting: its name, its type with the values it may have, what holds without it, and a sentence of help.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from recipekit.errors import ConfigurationError
from recipekit.settings_files import OWN, TABLES, Found, nearest_file, wrong

_LARGE = 10**12  # no kitchen holds as many


class Config(NamedTuple):
    """What holds: each key with its type, its help and its default. Adding a key is adding a line here.

    A field ``check_site_root`` is the key ``site-root`` of the table ``[check]``.
    """

    cups: Annotated[Literal["us", "metric", "imperial", "au"], "Whose cups and spoons a recipe means."] = "us"
    units: Annotated[Literal["metric", "us", "imperial"] | None, "Units to show every amount in."] = None
    densities: Annotated[Path | None, "A CSV file of more densities, in grams per millilitre."] = None
    pieces: Annotated[Path | None, "A CSV file of more piece weights, in grams."] = None
    library: Annotated[Path | None, "The folder of the recipes; else the one of this file."] = None
    aisles: Annotated[
        Mapping[str, tuple[str, ...]], "A table of the parts of your shop, with the foods that each has."
    ] = MappingProxyType({})
    pantry: Annotated[
        dict[str, str | None],
        "A table of the foods that are in the house, with how much; true for always enough, false for none.",
    ] = {}  # noqa: RUF012 - read, never written
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
    only = meaning if get_origin(meaning) in (tuple, dict, Mapping) else parts[0] if parts else meaning
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
    found = nearest_file(start)
    return Config() if found is None else Config(**_checked(found))


def settings(start: Path | None = None) -> tuple[Setting, ...]:
    """Return what holds in the folder *start* for every key, and which file says so.

    Raises:
        ConfigurationError: as for `load_config`.
    """
    found = nearest_file(start)
    said = {} if found is None else _checked(found)
    values = Config(**said)._asdict()
    return tuple(
        Setting(_name(field), value, found.path if found and field in said else None) for field, value in values.items()
    )


def library_folder(start: Path | None = None) -> Path | None:
    """Return the folder that the configuration names as the library, else the one that it stands in; None without one.

    Raises:
        ConfigurationError: as for `load_config`.
    """
    found = nearest_file(start)
    return found and (Config(**_checked(found)).library or found.path.parent)


def _checked(found: Found) -> dict[str, Any]:
    """Return the values of *found* as `Config` wants them, by field."""
    known = {key.name: key for key in keys()}
    checked = {}
    for name, value in _flat(found):
        if name not in known:
            raise wrong(found, name, f'there is no key "{name[:40]}"', _nearest(name, known))
        checked[known[name].field] = _value(found, known[name], value)
    return checked


def _flat(found: Found) -> Iterator[tuple[str, object]]:
    """Yield the keys that a file sets, those of our tables with the table's name before a point."""
    for name, value in found.values.items():
        if name not in TABLES:
            yield name, value
        elif isinstance(value, dict):
            yield from ((f"{name}.{key}", inner) for key, inner in value.items())
        else:
            raise wrong(found, name, f"{name} is no table", f"write its keys below a line [{name}]")


def _value(found: Found, key: Key, value: object) -> object:
    if key.allowed and value not in key.allowed:
        said = f'"{value[:40]}"' if isinstance(value, str) else "this"
        raise wrong(found, key.name, f"{key.name} cannot be {said}", f"write one of {_listed(key.allowed)}")
    if key.kind is Path:
        if not isinstance(value, str) or not value.strip() or "\x00" in value:
            what, like = ("file", "my.csv") if key.name in ("densities", "pieces") else ("folder", "recipes")
            own = key.name.rpartition(".")[2]
            raise wrong(found, key.name, f"{key.name} names no {what}", f'write it like {own} = "{like}"')
        return found.path.parent / os.path.expanduser(value)  # noqa: PTH111 - Path's own fails for "~nobody"
    if key.kind is tuple:
        return _list(found, key, value)
    if key.kind is dict:
        return _stocks(found, key, value)
    if key.kind is Mapping:
        if not isinstance(value, dict):
            like = '"Dairy" = ["milk", "cheese"]' if key.name == "aisles" else '"drafts/*.md" = ["RK1"]'
            raise wrong(found, key.name, f"{key.name} is no table", f"write it like {like}")
        return {pattern: _list(found, key, listed, pattern) for pattern, listed in value.items()}
    if type(value) is not key.kind:
        raise wrong(found, key.name, f"{key.name} is no {key.kind.__name__}", "mend it there")
    return value


def _list(found: Found, key: Key, value: object, pattern: str | None = None) -> tuple[str, ...]:
    """Return a list of words; *pattern* is the key of a table that holds it."""
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        said, hint = key.name if pattern is None else f'"{pattern[:40]}"', 'write it like ["one", "two"]'
        if pattern is not None:
            raise wrong(found, pattern, f"{said} is no list of words", hint, table=key.name)
        raise wrong(found, key.name, f"{said} is no list of words", hint)
    return tuple(value)


def _stocks(found: Found, key: Key, value: object) -> dict[str, str | None]:
    """Return how much there is of each food, None for always enough, "0" for none."""
    if not isinstance(value, dict):
        raise wrong(found, key.name, f"{key.name} is no table", 'write it like "rice" = "2 kg" or "olive oil" = true')
    stocks: dict[str, str | None] = {}
    for food, amount in value.items():
        if isinstance(amount, bool) or amount == 0:
            stocks[food] = None if amount else "0"
        elif isinstance(amount, (str, float)) or (isinstance(amount, int) and abs(amount) < _LARGE):
            stocks[food] = str(amount)
        else:
            raise wrong(found, food, f'"{food[:40]}" has no amount', 'write it like "2 kg", or true', table=key.name)
    return stocks


def wrong_value(table: str, name: str, problem: str, hint: str) -> ConfigurationError:
    """Return the error that the key *name* of a *table* says what it may not, in the file that holds here."""
    found = nearest_file(None)
    if found is None:  # it has gone meanwhile
        return ConfigurationError(OWN, problem, hint)
    return wrong(found, name, problem, hint, table=table)


def _nearest(name: str, known: Mapping[str, Key]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only a wrong key needs it

    if name == "tool":
        return f"{OWN} is all ours: write its keys without [tool.recipekit]"
    near = get_close_matches(name[:40].lower(), known, 1, 0.5)
    return f"did you mean {near[0]}?" if near else f"the keys are {_listed(known)}"


def _listed(names: Mapping[str, object] | tuple[str, ...]) -> str:
    return ", ".join(names)
