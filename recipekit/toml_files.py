"""TOML as cooks write it, settings and menus: read with a limit, and every wrong value named with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from os import PathLike
from typing import Any, NamedTuple

from recipekit.errors import PlacedError, UnreadableRecipeError
from recipekit.files import decode, read_bytes

Key = str | int
Trouble = Callable[..., PlacedError]
"""The error that something is wrong with a file: its path, the problem, what helps, and the place."""
_DEEPEST = 32  # dotted parts of a key; tomllib takes quadratic time on many
_MOST_LINES = 400  # that one value may take


class Toml(NamedTuple):
    """A TOML file: the values it gives, and its text for naming places of it."""

    path: str
    text: str
    values: Mapping[str, Any]

    def place_of(self, *keys: Key, named: bool = False) -> tuple[int, int]:
        r"""Return the line and the column, from 1, of the value that *keys* lead to.

        Of a table it is its key's place, and so it is of any value where *named* asks for that.

        >>> Toml("menu.toml", '[monday]\ndinner = ["soup", "bread"]\n', {}).place_of("monday", "dinner", 1)
        (2, 19)
        """
        lines = self.text.split("\n")
        names = [key for key in keys if isinstance(key, str)]
        for first in range(len(lines)):
            if names[-1] not in lines[first] and "\\" not in lines[first]:
                continue
            for last in range(first + 1, min(first + _MOST_LINES, len(lines)) + 1):
                values = _values("\n".join(lines[:last]))
                if values is not None:
                    found = _reached(values, keys)
                    if found is not None:
                        return _within(lines[first:last], first + 1, names[-1], {} if named else found[0])
                    break
        return 1, 1


def read_toml(path: str | PathLike[str], most: int, trouble: Trouble) -> Toml:
    """Return the TOML file *path* of at most so many bytes; what is wrong with it is raised as *trouble*.

    Raises:
        PlacedError: it cannot be read, is too long, no text, or no TOML.
    """
    text = read_text(path, most, trouble)
    return Toml(str(path), text, parsed(path, text, trouble))


def read_text(path: str | PathLike[str], most: int, trouble: Trouble) -> str:
    """Return the text of a file of at most so many bytes; what is wrong with it is raised as *trouble*."""
    try:
        data = read_bytes(str(path), most)
    except UnreadableRecipeError as error:
        raise trouble(path, error.problem, "mend it, or move it away") from error
    if b"\x00" in data:
        raise trouble(path, "this is a binary file", "move it away")
    try:
        return decode(data, str(path)).text.removeprefix("\ufeff")
    except UnreadableRecipeError as error:
        raise trouble(path, error.problem, error.hint, line=error.line, column=error.column) from error


def parsed(path: str | PathLike[str], text: str, trouble: Trouble) -> dict[str, Any]:
    """Return the values of the TOML *text*; what is wrong with it is raised as *trouble*."""
    import tomllib  # noqa: PLC0415 - most cooks have no such file, and the import costs a start-up 3 ms

    for number, row in enumerate(text.split("\n"), 1):
        if row.partition("=")[0].count(".") > _DEEPEST:
            raise trouble(path, "this key has too many parts", "mend it there", line=number, column=1)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        said, _, place = str(error).partition(" (at ")
        end = (text.count("\n") + 1, len(text) - text.rfind("\n"))
        line, column = (int(number) for number in re.findall(r"\d+", place) or end)
        problem = f"the TOML does not parse: {said[:1].lower()}{said[1:]}"
        raise trouble(path, problem, "mend it there", line=line, column=column) from error
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits, lists in lists in lists
        raise trouble(path, "the TOML does not parse: no value is so large", "mend it") from error


def _values(text: str) -> dict[str, Any] | None:
    import tomllib  # noqa: PLC0415

    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return None


def _reached(values: Any, keys: Sequence[Key]) -> list[Any] | None:
    """Return the value that *keys* lead to, in a list; None where they lead nowhere."""
    for key in keys:
        try:
            values = values[key]
        except (LookupError, TypeError):
            return None
    return [values]


def _within(lines: Sequence[str], number: int, key: str, value: Any) -> tuple[int, int]:
    """Return where in *lines*, of which the first has the *number*, the *value* of *key* stands, else its key."""
    for pattern in _patterns(key, value):
        for at, line in enumerate(lines):
            found = re.search(pattern, line)
            if found:
                return number + at, found.start(1) + 1
    key_at = re.search(rf"[\"']?{re.escape(key)}", lines[0])
    return number, key_at.start() + 1 if key_at else 1


def _patterns(key: str, value: Any) -> Iterator[str]:
    """Yield what to look for, the best first: the value, then its key."""
    if isinstance(value, str):
        yield rf"([\"']{{1,3}}{re.escape(value)}[\"'])"
    elif not isinstance(value, (dict, list)):
        yield rf"(?:^|[\s{{,.\"']){re.escape(key)}[\"']?\s*=\s*(\S)"
    yield rf"(?:^|[\s{{,.\[])([\"']?{re.escape(key)}[\"']?)\s*(?:[=.\]])"
