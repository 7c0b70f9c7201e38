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
        return _plain_lists(front.values.get(key), front.lines.get(key, 1))
    if isinstance(node, yaml.MappingNode):
        return [(str(name.value), list(_values(reading, child))) for name, child in node.value]
    loose = list(_values(reading, node, deep=False))
    lists: Lists = [(None, loose)] if loose else []
    for item in node.value if isinstance(node, yaml.SequenceNode) else ():
        if isinstance(item, yaml.MappingNode):
            named = [(name, child) for name, child in item.value if isinstance(child, yaml.SequenceNode)]
            lists += [(str(name.value), list(_values(reading, child))) for name, child in named]
    return lists


def _values(reading: Reading, node: Any, *, deep: bool = True) -> Iterator[Value]:
    """Yield the lines of a list; "flour: 500 g", which YAML takes for a mapping, is one."""
    if isinstance(node, yaml.ScalarNode):
        for line in str(node.value).splitlines() if node.style in ("|", ">") else [None]:
            yield scalar(node, reading.source) if line is None else Value(line, None, 2 + node.start_mark.line)
        return
    for child in node.value if isinstance(node, yaml.SequenceNode) else ():
        if isinstance(child, yaml.ScalarNode):
            yield scalar(child, reading.source)
        elif isinstance(child, yaml.MappingNode) and all(isinstance(item, yaml.ScalarNode) for _, item in child.value):
            text = ", ".join(f"{name.value}: {item.value}" for name, item in child.value)
            yield Value(text, None, 2 + child.start_mark.line)
        elif deep:
            yield from _values(reading, child)


def _plain_lists(value: object, line: int) -> Lists:
    """Return the lists of TOML, which gives no places."""
    if isinstance(value, dict):
        named = [(str(name), items) for name, items in value.items() if isinstance(items, list)]
        return [(name, [Value(str(item), None, line) for item in items]) for name, items in named]
    items = value if isinstance(value, list) else [] if value is None else [value]
    loose = [Value(str(item), None, line) for item in items]
    return [(None, loose)] if loose else []
