"""Ingredients and steps that a recipe site keeps as lists in the front matter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from recipekit.model import IngredientGroup, Instruction, Step, Wording
from recipekit.parse.front import FrontMatter, Value, scalar
from recipekit.parse.items import read_ingredient
from recipekit.parse.markdown import Line
from recipekit.parse.reading import Reading
from recipekit.parse.sections import step_heading


def read_listed_ingredients(reading: Reading, front: FrontMatter, key: str | None) -> list[IngredientGroup]:
    """Return the groups of ``ingredients:`` in the front matter: a list, or lists under names."""
    groups = []
    for title, values in _lists(reading, front, key):
        items = []
        for value in values:
            ingredient, unreadable = read_ingredient(_wording(reading, value), reading.lang)
            reading.report(ingredient.wording, unreadable)
            items.append(ingredient)
        groups.append(IngredientGroup(title, None, tuple(items)))
    return groups


def read_listed_steps(reading: Reading, front: FrontMatter, key: str | None) -> list[Instruction]:
    """Return the steps of ``directions:`` in the front matter."""
    instructions = []
    for title, values in _lists(reading, front, key):
        wordings = [_wording(reading, value) for value in values]
        steps = tuple(Step(wording, reading.prose(wording)) for wording in wordings)
        instructions.append(Instruction(*(step_heading(title) if title else (None, None)), steps))
    return instructions


def _wording(reading: Reading, value: Value) -> Wording:
    text = " ".join(value.text.split())
    placed = value.offset if text == value.text.strip() else None
    return reading.inline([Line(text, placed, value.line)]).wording if text else Wording("", value.line)


Lists = list[tuple[str | None, list[Value]]]


def _lists(reading: Reading, front: FrontMatter, key: str | None) -> Lists:
    if key is None:
        return []
    node = front.nodes.get(key)
    if node is None:
        return _placed(reading, front, _plain_lists(front.values.get(key), front.lines.get(key, 1)))
    if isinstance(node, yaml.MappingNode):
        return _named(reading, node)
    loose: list[Value] = []
    lists: Lists = []
    for item in node.value if isinstance(node, yaml.SequenceNode) else [node]:
        if isinstance(item, yaml.MappingNode) and any(isinstance(child, yaml.SequenceNode) for _, child in item.value):
            lists += _named(reading, item)
        else:
            loose += _values(reading, item)
    return [(None, loose), *lists] if loose else lists


def _named(reading: Reading, node: yaml.MappingNode) -> Lists:
    named = [(str(name.value), list(_values(reading, child))) for name, child in node.value]
    return [(name, values) for name, values in named if values]


def _values(reading: Reading, node: Any) -> Iterator[Value]:
    """Yield the lines of a list; "flour: 500 g", which YAML takes for a mapping, is one."""
    line = 2 + node.start_mark.line
    if isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _values(reading, child)
    elif isinstance(node, yaml.MappingNode):
        if all(isinstance(item, yaml.ScalarNode) for _, item in node.value):
            yield Value(", ".join(f"{name.value}: {item.value}" for name, item in node.value), None, line)
        else:
            start, end = (
                reading.source.start_of_line(2 + mark.line) + mark.column for mark in (node.start_mark, node.end_mark)
            )
            yield Value(reading.source.text[start:end], None, line)
    elif node.style in ("|", ">"):
        for index, row in enumerate(str(node.value).split("\n"), 1):
            if row.strip():
                yield _row(reading, row.strip(), line + index) if node.style == "|" else Value(row, None, line)
    elif not node.tag.endswith(":null"):
        yield scalar(node, reading.source)


def _row(reading: Reading, text: str, line: int) -> Value:
    """Return a row of a literal block, with its place where nothing else stands on its line."""
    rows = reading.rows
    written = rows[line - 1] if line <= len(rows) else ""
    if written.strip() != text:
        return Value(text, None, line)
    return Value(text, reading.source.start_of_line(line) + written.index(text), line)


def _placed(reading: Reading, front: FrontMatter, lists: Lists) -> Lists:
    """Return the lists of TOML with the places of those strings that stand there as they are, one behind the other."""
    source = reading.source
    at = source.start_of_line(lists[0][1][0].line) if lists and lists[0][1] else 0
    placed: Lists = []
    for title, values in lists:
        found = []
        for value in values:
            offset = _quoted(source.text, value.text, at, front.body)
            at = at if offset is None else offset + len(value.text)
            found.append(value if offset is None else Value(value.text, offset, source.line_at(offset)))
        placed.append((title, found))
    return placed


def _quoted(text: str, words: str, start: int, end: int) -> int | None:
    """Return where *words* stand in quotes between two places of *text*; None where they do not."""
    places = [text.find(f"{quote}{words}{quote}", start, end) for quote in "\"'"]
    return min((place + 1 for place in places if place >= 0), default=None)


def _plain_lists(value: object, line: int) -> Lists:
    """Return the lists of TOML, which gives no places."""
    if isinstance(value, dict):
        named = [(str(name), list(_plain_values(items, line))) for name, items in value.items()]
        return [(name, values) for name, values in named if values]
    loose = list(_plain_values(value, line))
    return [(None, loose)] if loose else []


def _plain_values(value: object, line: int) -> Iterator[Value]:
    if isinstance(value, list):
        for item in value:
            yield from _plain_values(item, line)
    elif isinstance(value, dict):
        yield Value(", ".join(f"{name}: {item}" for name, item in value.items()), None, line)
    elif value is not None:
        yield from (Value(row, None, line) for row in str(value).split("\n") if row.strip())
