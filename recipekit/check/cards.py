"""A recipe → its card: what the rules that compare recipes with each other know of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from recipekit.check.calories.states import state_of
from recipekit.check.rule import Card, Placed, Subject, Weighed
from recipekit.foods.reading import alternatives
from recipekit.foods.splitting import split_foods
from recipekit.model import CalorieRow
from recipekit.ops.calories import kcal_per_100g

_IMAGE = re.compile(r"!\[[^\]\n]*\]\(\s*<?([^)\s>]+)")


def card_of(subject: Subject) -> Card:
    """Return the card of a recipe."""
    recipe = subject.recipe
    return Card(
        path=recipe.path,
        id=placed_key(subject, "id", recipe.id),
        title=placed_key(subject, "title", recipe.title) or _of_heading(subject),
        tags=tuple(_tags(subject)),
        cover=_cover(subject),
        foods=tuple(_weighed(subject)),
    )


def placed_key(subject: Subject, key: str, value: str | None) -> Placed | None:
    """Return the value of a key of the front matter with its place: on the line of the key, or else at the top."""
    front = subject.source.text[: subject.outline.body]
    if value is None:
        return None
    line = re.search(rf"^[\"']?{key}[\"']?[ \t]*[:=][ \t]*", front, re.MULTILINE | re.IGNORECASE)
    if line is None:
        return None if key == "title" else Placed(value, 1)
    quote = front[line.end() : line.end() + 1]
    start = line.end() + (quote in ('"', "'") and bool(quote))
    return _placed(subject, value, start if front.startswith(value, start) else None, line.start())


def _placed(subject: Subject, text: str, offset: int | None, near: int) -> Placed:
    at = near if offset is None else offset
    return Placed(text, subject.source.line_at(at), subject.source.column_at(at), offset)


def _of_heading(subject: Subject) -> Placed | None:
    title = subject.recipe.title
    headings = subject.outline.headings
    return Placed(title, headings[0].line if headings else 1) if title else None


def _tags(subject: Subject) -> Iterator[Placed]:
    """Yield the tags, each where it stands in the front matter, looked for downwards from the last one."""
    front = subject.source.text[: subject.outline.body]
    key = re.search(r"^[\"']?(?:tags|keywords|categories)[\"']?[ \t]*[:=]", front, re.MULTILINE | re.IGNORECASE)
    at = key.end() if key else 0
    for tag in subject.recipe.tags:
        found = re.compile(rf"(?<![\w-]){re.escape(tag)}(?![\w-])").search(front, at) if key and tag else None
        yield _placed(subject, tag, found.start() if found else None, key.start() if key else 0)
        at = found.end() if found else at


def _cover(subject: Subject) -> Placed | None:
    cover = subject.recipe.image
    if cover is None or not cover.url:
        return None
    for found in _IMAGE.finditer(subject.source.text):
        if found[1] == cover.url:
            return _placed(subject, cover.url, found.start(1), found.start(1))
    start = subject.source.text.find(cover.url)
    return _placed(subject, cover.url, start if start >= 0 else None, max(start, 0))


def _weighed(subject: Subject) -> Iterator[Weighed]:
    table = subject.recipe.calories
    for row in table.rows if table is not None else ():
        density = kcal_per_100g(row)
        key = _key_of(row) if density is not None and row.kcal else None
        if key and density is not None and row.kcal:
            line, column = _place_of(subject, row)
            yield Weighed(key, row.ingredient, float(row.kcal), float(density), line, column)


def _place_of(subject: Subject, row: CalorieRow) -> tuple[int, int]:
    span = row.cell.span(0, 1) if row.cell is not None and row.cell.text else None
    if span is None:
        return row.wording.line, 1
    return subject.source.line_at(span.start), subject.source.column_at(span.start)


def _key_of(row: CalorieRow) -> str | None:
    return food_key(row.ingredient, row.wording.text, _words_of_source(row))


def _words_of_source(row: CalorieRow) -> str:
    if row.source is None:
        return ""
    return f"{row.source.text} {(row.source.url or '').partition('?')[0].rpartition('/')[2]}"


@lru_cache(maxsize=8192)
def food_key(name: str, quantity: str = "", source: str = "") -> str | None:
    """Return a word for the one food that *name* means, the same for all its names; None for several, or none.

    The same food raw and cooked, dry and drained, or lean and fat has different keys; *quantity* and *source* are the
    other cells of its row, which may say it too.

    >>> food_key("Garlic (minced)") == food_key("3 garlic cloves"), food_key("Olive Oil & Butter")
    (True, None)
    >>> food_key("rice (dry)") == food_key("rice, cooked"), food_key("Zucchini (raw)") == food_key("zucchini")
    (False, True)
    """
    readings = alternatives(name) if len(split_foods(name)) == 1 else ()
    if len(readings) != 1 or not readings[0].foods:
        return None
    states = state_of(name, quantity, source)
    plain = " ".join(word for word in readings[0].name.split() if word not in states)
    return ", ".join((plain, *sorted(states)))
