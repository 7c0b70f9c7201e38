"""The bytes of a file → its card in the library: a pure function that any pool of processes can map."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator

from recipekit.errors import RecipeKitError
from recipekit.files import MAX_RECIPE, decode, read_bytes
from recipekit.foods.reading import alternatives
from recipekit.foods.splitting import split_foods
from recipekit.library.entry import Card, Entry, Food, Line, Texts, stem_of
from recipekit.model import Duration, Recipe, Step
from recipekit.ops.overview import is_recipe, summary_of
from recipekit.parse.recipe import parse_recipe

_TELLING = 40  # characters of a text that tell where it stands
_MOST_FOODS = 200  # of one recipe
_URL = re.compile(r"https?://[^\s)>\]\"']+")


def read_card(data: bytes, path: str) -> Card:
    r"""Return the card of the recipe whose file holds *data*; *path* is the one that it has in the library.

    >>> card = read_card(b"# Toast\n\nServes 2\n\n## Ingredients\n\n- 4 slices bread\n", "toast.md")
    >>> card.entry.title, card.entry.serves_from, card.entry.foods
    ('Toast', 2.0, (Food(key='bread', written='bread', optional=False),))
    >>> read_card(b"---\ntitle: [\n---\n", "toast.md").unread
    True
    """
    digest = digest_of(data)
    try:
        recipe = parse_recipe(decode(data, path))
    except RecipeKitError as error:
        return Card(path, why=str(error), unread=True, digest=digest)
    if not is_recipe(recipe):
        return Card(path, why="no ingredients, steps or calories are in it", digest=digest)
    return Card(path, _entry(recipe, path), _texts(recipe, path), digest=digest)


def digest_of(data: bytes) -> bytes:
    """Return what tells the bytes of one file from those of another."""
    return hashlib.blake2b(data, digest_size=16).digest()


def card_of_file(task: tuple[str, str, bytes | None]) -> Card | None:
    """Return the card of a file on the disk, None where it has gone.

    *task* is where it is, its path in the library, and the digest of what is known of it: where that is still so, the
    card has a digest and nothing else.
    """
    place, path, known = task
    try:
        data = read_bytes(place, MAX_RECIPE)
    except RecipeKitError as error:
        gone = isinstance(error.__cause__, FileNotFoundError) and not os.path.lexists(place)
        return None if gone else Card(path, why=str(error).replace(place, path, 1), unread=True)
    return Card(path, digest=known) if known is not None and digest_of(data) == known else read_card(data, path)


def _entry(recipe: Recipe, path: str) -> Entry:
    summary = summary_of(recipe)
    kcal = summary.per_serving if summary.per_serving is not None else summary.stated_per_serving
    serves = recipe.serves
    prep, cook, total = (_minutes(each) for each in recipe.times)
    return Entry(
        path=path,
        id=recipe.id,
        title=recipe.title,
        serves_from=float(serves.low) if serves else None,
        serves_to=float(serves.high) if serves else None,
        unit=serves.unit if serves else None,
        prep=prep,
        cook=cook,
        total=total if total is not None or prep is cook is None else (prep or 0) + (cook or 0),
        kcal=None if kcal is None else float(kcal),
        tags=tuple(tag for tag in (" ".join(tag.split()) for tag in recipe.tags) if tag),
        description=recipe.description,
        foods=tuple(dict.fromkeys(_foods(recipe)))[:_MOST_FOODS],
    )


def _minutes(duration: Duration | None) -> float | None:
    return None if duration is None else float(duration.high)


def _foods(recipe: Recipe) -> Iterator[Food]:
    for group in recipe.ingredients:
        for item in group.items:
            for part in split_foods(item.name):
                written = " ".join(part.split()).lower()
                readings = alternatives(part)
                if written:
                    key = " ".join((readings[0].name if readings else "").split()) or written
                    yield Food(key, written, item.optional)


def _texts(recipe: Recipe, path: str) -> Texts:
    front = [_found(recipe, text) for text in (recipe.description, recipe.overview) if text]
    columns: tuple[Iterable[Line], ...] = (
        [_found(recipe, recipe.title) if recipe.title else Line(1, stem_of(path))],
        [_found(recipe, tag) for tag in recipe.tags],
        _listed(recipe),
        _steps(recipe),
        (*front, *_notes(recipe)),
        _sources(recipe),
    )
    return Texts(tuple(tuple(_lines(column)) for column in columns))


def _lines(column: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines of *column*, each without a line end in it and with no more than one blank between words."""
    for number, text in column:
        for below, row in enumerate(text.split("\n")):
            plain = " ".join(row.split())
            if plain:
                yield Line(number + below, plain)


def _found(recipe: Recipe, text: str) -> Line:
    """Return *text* with the first line on which it stands; 1 where it is written otherwise than it is read."""
    source = recipe.source
    at = -1 if source is None else source.text.find(text.split("\n", maxsplit=1)[0][:_TELLING])
    return Line(1 if source is None or at < 0 else source.line_at(at), text)


def _notes(recipe: Recipe) -> Iterator[Line]:
    for note in recipe.notes:
        yield Line(note.wording.line, note.wording.text)
    for part in recipe.sections:
        if part.title:
            yield Line(part.line, part.title)
        yield _found(recipe, part.text)


def _listed(recipe: Recipe) -> Iterator[Line]:
    for group in recipe.ingredients:
        for item in group.items:
            yield Line(item.wording.line, item.wording.text)


def _steps(recipe: Recipe) -> Iterator[Line]:
    for part in recipe.instructions:
        for step in part.steps:
            if part.title and step is part.steps[0]:
                yield Line(step.wording.line, part.title)
            yield from _step(step)


def _step(step: Step) -> Iterator[Line]:
    yield Line(step.wording.line, step.wording.text)
    for note in step.notes:
        yield Line(note.wording.line, note.wording.text)
    for inner in step.steps:
        yield from _step(inner)


def _sources(recipe: Recipe) -> Iterator[Line]:
    """Yield where a recipe comes from: its links and addresses, and what its front matter says of it."""
    yield from (_found(recipe, text) for text, _ in recipe.links)
    for key in ("source", "author", "url"):
        value = recipe.front_matter.get(key)
        if isinstance(value, str):
            yield _found(recipe, value)
    source = recipe.source
    seen = set()
    for url in _URL.finditer(source.text) if source is not None else ():
        if url[0] not in seen and source is not None:
            seen.add(url[0])
            yield Line(source.line_at(url.start()), url[0])
