"""Front matter: finds it, reads it safely, and knows on which line each value stands.

YAML is read by its 1.2 core schema: ``1:30`` and a date stay text, ``06`` is no octal number, a key ``no`` is "no".
Aliases are refused and so is deep nesting: a small file must not grow when it is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import yaml
from frontmatter.default_handlers import YAMLHandler

from recipekit.diagnostics import AMBIGUOUS_KEY, AMBIGUOUS_VALUE, FRONT_MATTER_LIST, Diagnostic
from recipekit.errors import UnreadableRecipeError
from recipekit.parse.markdown import MAX_DEPTH
from recipekit.source import Source

try:
    from yaml import CSafeLoader as _SafeLoader
except ImportError:  # pragma: no cover - PyYAML without its C library
    from yaml import SafeLoader as _SafeLoader  # type: ignore[assignment]

_YAML_FENCE = YAMLHandler.FM_BOUNDARY
_TOO_MANY = 10**100
_TOML_FENCE = re.compile(r"^\+{3,}[ \t]*$", re.MULTILINE)
_TOML_VALUE = re.compile(r"[ \t]*(?:[\w-]+|\"[^\"\n]+\")[ \t]*=[ \t]*[\"']?")
_KEY = re.compile(r"\s*[\w\"'-]+[ \t]*[:=]")
_YAML_11 = (
    r"[-+]?\d+(?::[0-5]?\d)+(?:\.\d*)?"  # sexagesimal: 1:30 is 90
    r"|\d{4}-\d\d?-\d\d?(?:[Tt \t].*)?"  # a date
    r"|[-+]?0[0-7_]+"  # octal: 010 is 8
    r"|(?i:[-+]?\.inf|\.nan)"
)
_YAML_11_BOOLEANS = frozenset(("y", "yes", "n", "no", "on", "off", "true", "false"))


class _CoreLoader(_SafeLoader):
    """YAML 1.2's core schema: what looks like a date or a sexagesimal number is text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own way to give a loader its schema


for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?(?:0|[1-9][0-9]*)", "-+0123456789"),
    (
        "float",
        r"[-+]?(?:0|[1-9][0-9]*)?\.[0-9]+|[-+]?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?[eE][-+]?[0-9]{1,3}",
        "-+.0123456789",
    ),
    ("null", r"~|null|Null|NULL|", "~nN\0"),
):
    _CoreLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_pattern})\Z"), [*_first.replace("\0", ""), ""]
    )


class Value(NamedTuple):
    """A scalar of the front matter: its text, and its place in the source where it stands there as is."""

    text: str
    offset: int | None
    line: int


class FrontMatter(NamedTuple):
    """The front matter: its values, where the body begins, and where each top-level value stands."""

    values: dict[str, object]
    body: int
    nodes: dict[str, Any]
    lines: dict[str, int]
    diagnostics: tuple[Diagnostic, ...] = ()


def read_front_matter(source: Source) -> FrontMatter:
    """Return the front matter of *source*, empty where there is none.

    Raises:
        UnreadableRecipeError: it does not end, does not parse, holds aliases, or is nested too deep.
    """
    text = source.text
    if text.startswith("---") and _YAML_FENCE is not None:
        return _fenced(source, _YAML_FENCE, "---", _read_yaml)
    if text.startswith("+++"):
        return _fenced(source, _TOML_FENCE, "+++", _read_toml)
    return FrontMatter({}, 0, {}, {})


def _fenced(source: Source, fence: re.Pattern[str], mark: str, read: Any) -> FrontMatter:
    text = source.text
    opening = fence.match(text)
    if opening is None:
        return FrontMatter({}, 0, {}, {})
    start = text.index("\n", 0) + 1 if "\n" in text else len(text)
    closing = fence.search(text, start)
    if closing is None:
        if not _KEY.match(text, start):
            return FrontMatter({}, 0, {}, {})  # a thematic break opens the file
        problem = "the front matter that opens here never ends"
        raise UnreadableRecipeError(source.path, problem, f"close it with a line {mark}", line=1, column=1)
    end = text.find("\n", closing.start())
    body = len(text) if end < 0 else end + 1
    values: FrontMatter = read(source, start, closing.start())
    return values._replace(body=body)


def _read_toml(source: Source, start: int, end: int) -> FrontMatter:
    import tomllib  # noqa: PLC0415 - few recipes have TOML, and the import costs as much as reading one

    for number, row in enumerate(source.text[start:end].split("\n"), source.line_at(start)):
        if row.partition("=")[0].count(".") > MAX_DEPTH:
            problem = f"the front matter is nested deeper than {MAX_DEPTH} levels"
            raise UnreadableRecipeError(source.path, problem, "flatten it", line=number, column=1)
    try:
        values = tomllib.loads(source.text[start:end])
    except (ValueError, RecursionError) as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        line = source.line_at(start) + (int(place[1]) - 1 if place else 0)
        said = str(error).partition(" (at ")[0] if place or "end of document" in str(error) else "a value is too large"
        problem = f"the TOML front matter does not parse: {said[:1].lower()}{said[1:]}"
        raise UnreadableRecipeError(
            source.path, problem, "mend it there", line=line, column=int(place[2]) if place else 1
        ) from error
    _refuse_deep(source, values)
    lines: dict[str, int] = {}
    for found in re.finditer(r"^([\w-]+|\"[^\"]+\")[ \t]*=", source.text[start:end], re.MULTILINE):
        lines.setdefault(found[1].strip('"'), source.line_at(start + found.start()))
    return FrontMatter(values, 0, {}, lines)


def _refuse_deep(source: Source, values: object) -> None:
    """Refuse tables in tables in tables, and numbers of a thousand digits, which no JSON reader takes."""
    level = [values]
    for _ in range(MAX_DEPTH):
        if any(isinstance(item, int) and abs(item) >= _TOO_MANY for item in level):
            raise UnreadableRecipeError(source.path, "the front matter holds an endless number", "mend it", line=2)
        inner = [list(item.values()) if isinstance(item, dict) else item for item in level]
        level = [child for item in inner if isinstance(item, list) for child in item]
        if not level:
            return
    problem = f"the front matter is nested deeper than {MAX_DEPTH} levels"
    raise UnreadableRecipeError(source.path, problem, "flatten it", line=2, column=1)


def _read_yaml(source: Source, start: int, end: int) -> FrontMatter:
    text = source.text[start:end]
    first = source.line_at(start)
    try:
        _refuse_bombs(source, text, start)
        loader = _CoreLoader(text)
        try:
            node = loader.get_single_node()
            value = loader.construct_document(node) if node is not None else None
        finally:
            loader.dispose()
    except (yaml.YAMLError, ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise _unparseable(source, start, error) from error
    if not isinstance(node, yaml.MappingNode) or not isinstance(value, dict):
        notes = () if node is None else (
            Diagnostic(FRONT_MATTER_LIST, "the front matter holds no key: value pairs and was left out", first, 1,
                       "write it as lines of key: value"),
        )  # fmt: skip
        return FrontMatter({}, 0, {}, {}, notes)
    _refuse_deep(source, value)
    nodes = {str(key.value): child for key, child in node.value if isinstance(key, yaml.ScalarNode)}
    lines = {key: first + child.start_mark.line for key, child in nodes.items()}
    return FrontMatter({str(key): item for key, item in value.items()}, 0, nodes, lines, tuple(_ambiguous(node, first)))


def _refuse_bombs(source: Source, text: str, start: int) -> None:
    """Look through the events before anything is built, where the text could hold an alias or deep nesting."""
    nesting = text.count("[") + text.count("{") + text.count("- ") + text.count("? ")
    indented = max((len(row) - len(row.lstrip(" ")) for row in text.split("\n")), default=0)
    if "*" not in text and nesting <= MAX_DEPTH and indented <= MAX_DEPTH:
        return
    depth = 0
    for event in yaml.parse(text, Loader=_SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent):
            problem, hint = f"the front matter uses the YAML alias *{event.anchor}", "write the value out"
        elif depth > MAX_DEPTH:
            problem, hint = f"the front matter is nested deeper than {MAX_DEPTH} levels", "flatten it"
        else:
            continue
        place = start + event.start_mark.index  # type: ignore[union-attr]
        line, column = source.line_at(place), source.column_at(place)
        raise UnreadableRecipeError(source.path, problem, hint, line=line, column=column)


def _unparseable(source: Source, start: int, error: Exception) -> UnreadableRecipeError:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    too_long = "int_max_str_digits" in str(error)  # Python's own advice is for programmers
    told = "a number has too many digits" if too_long else "a value is not what its tag says"
    problem = str(getattr(error, "problem", None) or told)
    place = start + (mark.index if mark else 0)
    return UnreadableRecipeError(
        source.path,
        f"the YAML front matter does not parse: {problem.partition(chr(10))[0]}",
        "mend it there, or put the value in quotes",
        line=source.line_at(place),
        column=source.column_at(place),
    )


def _ambiguous(node: Any, first: int) -> Iterator[Diagnostic]:
    """Name what YAML 1.1 reads as something else than the text it looks like; what is plain has no style, or ""."""
    for key, value in node.value:
        line, column = first + key.start_mark.line, key.start_mark.column + 1
        if isinstance(key, yaml.ScalarNode) and not key.style and key.value.lower() in _YAML_11_BOOLEANS:
            message = f'the key "{key.value}" was read as text; older YAML readers take it for true or false'
            yield Diagnostic(AMBIGUOUS_KEY, message, line, column, "put it in quotes")
        if isinstance(value, yaml.ScalarNode) and not value.style and re.fullmatch(_YAML_11, value.value):
            line, column = first + value.start_mark.line, value.start_mark.column + 1
            message = f'"{value.value}" was kept as text; older YAML readers take it for a number or a date'
            yield Diagnostic(AMBIGUOUS_VALUE, message, line, column, "put it in quotes")


def facts(front: FrontMatter, source: Source, wanted: Callable[[str], object]) -> Iterator[tuple[str, Value]]:
    """Yield the plain values whose keys are *wanted*, with them, those one level down (``recipe:``) among them."""
    for key, value in front.values.items():
        if isinstance(value, dict):
            yield from _nested(front, source, key, value, wanted)
        elif value is not None and not isinstance(value, (bool, list)) and wanted(key):
            found = scalars(front, key, source)
            yield key, found[0] if found else Value(str(value), None, front.lines.get(key, 1))


def _nested(
    front: FrontMatter, source: Source, key: str, values: dict[Any, Any], wanted: Callable[[str], object]
) -> Iterator[tuple[str, Value]]:
    node = front.nodes.get(key)
    children = {str(name.value): child for name, child in node.value} if isinstance(node, yaml.MappingNode) else {}
    for name, item in values.items():
        if item is None or isinstance(item, (bool, list, dict)) or not wanted(str(name)):
            continue
        child = children.get(str(name))
        placed = scalar(child, source) if isinstance(child, yaml.ScalarNode) else None
        yield str(name), placed or _in_toml(front, str(name), str(item), source, front.lines.get(key, 1))


def scalars(front: FrontMatter, key: str, source: Source) -> list[Value]:
    """Return the scalars of the list (or the one scalar) under *key*, with their places.

    A place is known for YAML written plainly on one line; elsewhere it is None.
    """
    node = front.nodes.get(key)
    if node is None:
        value = front.values.get(key)
        if isinstance(value, list):
            return [Value(str(item), None, front.lines.get(key, 1)) for item in value if item is not None]
        return [] if value is None else [_in_toml(front, key, str(value), source, front.lines.get(key, 1))]
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    return [scalar(child, source) for child in nodes if isinstance(child, yaml.ScalarNode)]


def scalar(node: Any, source: Source) -> Value:
    """Return one scalar node with its place in *source*."""
    line = 2 + node.start_mark.line
    offset = source.start_of_line(line) + node.start_mark.column + (node.style in ("'", '"'))
    text = str(node.value)
    return Value(text, offset if source.text.startswith(text, offset) else None, line)


def _in_toml(front: FrontMatter, key: str, text: str, source: Source, line: int) -> Value:
    """Return a value of TOML, with its place where it stands as is behind ``key =``."""
    line = front.lines.get(key, line)
    start = source.start_of_line(line)
    opening = _TOML_VALUE.match(source.text, start)
    placed = opening is not None and source.text.startswith(text, opening.end())
    return Value(text, opening.end() if opening and placed else None, line)
