"""TOML as cooks write it, settings and menus: read with a limit, and every wrong value named with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from os import PathLike
from typing import Any, NamedTuple

from recipekit.errors import PlacedError, UnreadableRecipeError
from recipekit.files import decode, is_folder, read_bytes

Key = str | int
Trouble = Callable[..., PlacedError]
"""The error that something is wrong with a file: its path, the problem, what helps, and the place."""
_DEEPEST = 32  # dotted parts of a key; tomllib takes quadratic time on many
_MOST_TRIES = 100  # to find the end of one value
_MAY_END = re.compile(r"\]|\"\"\"|\'\'\'|\}")
_STRINGS = re.compile(r'"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*', re.DOTALL)
_PYTHON = re.compile(r"\('.*',?\)")  # the path of a table, in tomllib's words
_LARGE = 10**18  # beyond, a number is not spelled out
_NO_KEY = re.compile(r"[^\w.\- \t]")


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
        for statement in _statements(self.text.split("\n")):
            rest = keys[len(statement.table) :]
            found = _reached(statement.values, rest)
            if keys[: len(statement.table)] == statement.table and found is not None:
                place = _followed(statement, rest, named=named)
                if place is not None:
                    return place
                value = {} if named else found[0]
                return _within(statement, next(key for key in reversed(keys) if isinstance(key, str)), value)
        return 1, 1


class _Statement(NamedTuple):
    """A header or a key with its value: its lines from the *first* one, the table it is in, and what it says there."""

    first: int
    lines: Sequence[str]
    table: tuple[Key, ...]
    values: dict[str, Any]


def _statements(lines: Sequence[str]) -> Iterator[_Statement]:
    """Yield the statements of TOML that parses, each parsed by itself."""
    table: tuple[Key, ...] = ()
    counted: dict[tuple[Key, ...], int] = {}
    at = 0
    while at < len(lines):
        end, values = _statement(lines, at)
        if values:
            if lines[at].lstrip().startswith("["):
                table = _path(values)
                if lines[at].lstrip().startswith("[["):
                    counted[table] = counted.get(table, -1) + 1
                    table = (*table, counted[table])
                yield _Statement(at, lines[at:end], (), _nested(table))
            else:
                yield _Statement(at, lines[at:end], table, values)
        at = end


def _statement(lines: Sequence[str], at: int) -> tuple[int, dict[str, Any] | None]:
    """Return where the statement ends that begins at a line, and what it says by itself."""
    tries = 0
    for end in range(at + 1, len(lines) + 1):
        if end > at + 1 and not _MAY_END.search(lines[end - 1]):
            continue  # only these close what goes over several lines
        values = _values("\n".join(lines[at:end]))
        if values is not None:
            return end, values
        tries += 1
        if tries > _MOST_TRIES:
            break
    return at + 1, None


def _path(values: Any) -> tuple[Key, ...]:
    """Return the keys of a header."""
    keys: list[Key] = []
    while isinstance(values, (dict, list)) and values:
        if isinstance(values, list):
            values = values[0]
            continue
        key, values = next(iter(values.items()))
        keys.append(key)
    return tuple(keys)


def _nested(keys: Sequence[Key]) -> Any:
    """Return a table in a table for each of *keys*."""
    if not keys:
        return {}
    inner = _nested(keys[1:])
    return {keys[0]: inner} if isinstance(keys[0], str) else [inner] * (keys[0] + 1)


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
        folder = is_folder(str(path))
        problem, hint = error.problem.removesuffix(", no recipe"), "mend it, or move it away"
        raise trouble(path, problem, "name a file in it" if folder else hint) from error
    if b"\x00" in data:
        raise trouble(path, "this is a binary file", "move it away")
    try:
        return decode(data, str(path)).text.removeprefix("\ufeff")
    except UnreadableRecipeError as error:
        raise trouble(path, error.problem, error.hint, line=error.line, column=error.column) from error


def parsed(path: str | PathLike[str], text: str, trouble: Trouble) -> dict[str, Any]:
    """Return the values of the TOML *text*; what is wrong with it is raised as *trouble*."""
    import tomllib  # noqa: PLC0415 - most cooks have no such file, and the import costs a start-up 3 ms

    keys = _STRINGS.sub(lambda found: "x" + "\n" * found[0].count("\n"), text)
    for number, row in enumerate(keys.split("\n") if text.count(".") > _DEEPEST else (), 1):
        if any(part.count(".") > _DEEPEST for part in _NO_KEY.split(row)):
            raise trouble(path, "this key has too many parts", "mend it there", line=number, column=1)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        said, _, place = str(error).partition(" (at ")
        end = (text.count("\n") + 1, len(text) - text.rfind("\n"))
        line, column = (int(number) for number in re.findall(r"\d+", place) or end)
        said = _PYTHON.sub(lambda path: ".".join(re.findall(r"'([^']*)'", path[0])), said)
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


def _followed(statement: _Statement, keys: Sequence[Key], *, named: bool) -> tuple[int, int] | None:
    """Return where the value stands that *keys* lead to from the start of a statement; None where they are dotted."""
    text = "\n".join(statement.lines)
    at = begin = 0
    for depth, key in enumerate(keys):
        if isinstance(key, int):
            members = list(_members(text, at))
            begin = at = members[key] if key < len(members) else -1
        else:
            starts = _members(text, at) if depth else iter((0,))
            found = next((found for start in starts if (found := _named(key).match(text, start))), None)
            at, begin = (found.end(), found.start("key")) if found else (-1, -1)
        if at < 0:
            return None
    if not keys or (named and isinstance(keys[-1], int)):
        return None
    at = begin if named else at
    return statement.first + 1 + text.count("\n", 0, at), at - text.rfind("\n", 0, at)


def _named(key: str) -> re.Pattern[str]:
    return re.compile(rf"\s*(?P<key>[\"']?{re.escape(key)}[\"']?)\s*=\s*")


def _members(text: str, at: int) -> Iterator[int]:
    """Yield where the members of the list or the table begin that begins at a place of *text*."""
    depth, waiting = 0, True
    while at < len(text):
        string = _STRINGS.match(text, at)
        sign = text[at]
        if waiting and depth == 1 and not sign.isspace() and sign not in "#]}":
            yield at
            waiting = False
        if sign in "[{":
            depth += 1
            waiting = depth == 1
        elif sign in "]}":
            depth -= 1
            if depth <= 0:
                return
        elif sign == "," and depth == 1:
            waiting = True
        at = string.end() if string else at + 1


def _within(statement: _Statement, key: str, value: Any) -> tuple[int, int]:
    """Return where in a statement the *value* of *key* stands, else its key."""
    number = statement.first + 1
    for pattern in _patterns(key, value):
        for at, line in enumerate(statement.lines):
            found = re.search(pattern, line)
            if found:
                return number + at, found.start(1) + 1
    key_at = re.search(rf"[\"']?{re.escape(key)}", statement.lines[0])
    return number, key_at.start() + 1 if key_at else 1


def _patterns(key: str, value: Any) -> Iterator[str]:
    """Yield what to look for, the best first: the value, then its key."""
    behind = rf"(?:^|[\s{{,.\"']){re.escape(key)}[\"']?\s*=\s*"
    if isinstance(value, str):
        yield rf"([\"']{{1,3}}{re.escape(value)}[\"'])"
    elif not isinstance(value, (dict, list)):
        if isinstance(value, float) or (isinstance(value, int) and abs(value) < _LARGE):
            yield rf"{behind}({re.escape(str(value).lower())}(?![\w.]))"
        yield rf"{behind}(\S)"
    yield rf"(?:^|[\s{{,.\[])([\"']?{re.escape(key)}[\"']?)\s*(?:[=.\]])"
