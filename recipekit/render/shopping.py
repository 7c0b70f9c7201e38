"""A shopping list as text: Markdown with check boxes, plain lines for a phone, CSV for a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from recipekit.model import Recipe
from recipekit.ops.shopping.values import Amount, Item, Need, Reason, ShoppingList
from recipekit.ops.shopping.wording import amount_text, amounts_text, item_text, need_line, size_text
from recipekit.ops.style import PLAIN, Manner, manner_of
from recipekit.render.safe import one_line
from recipekit.render.servings import servings_text
from recipekit.render.spreadsheet import csv_text
from recipekit.words import list_word, words

REASONS = {
    Reason.STAPLE: "every kitchen has it",
    Reason.PANTRY: "in the pantry",
    Reason.UTENSIL: "no food",
}
_MARKUP = re.compile(r"([\\`*_\[\]<>|~#&$]|^[-+=]|(?<=^\d)[.)]|(?<=^\d\d)[.)])")
_COLUMNS = (
    "part", "item", "amount", "low", "high", "unit", "size", "some", "optional", "notes", "left_out", "recipes",
)  # fmt: skip


def common_manner(found: ShoppingList) -> Manner:
    """Return how the recipes of a list spell their amounts, as far as all of them do so alike."""
    manners = [manner_of(recipe) for recipe in found.recipes]
    langs = {manner.lang[:2] for manner in manners}
    comma = bool(manners) and all(manner.comma for manner in manners)
    return PLAIN._replace(comma=comma, lang=langs.pop() if len(langs) == 1 else "", system=found.units)


def recipe_text(recipe: Recipe) -> str:
    """Return a recipe of the list with its servings: "Lentil Soup for 2", "Buns for 12 buns"."""
    served = servings_text(recipe.serves)
    return f"{recipe_name(recipe)} for {served}" if served else recipe_name(recipe)


def recipes_text(recipes: Sequence[Recipe]) -> str:
    """Return all recipes of the list, one that is cooked more than once with all its servings: "Soup for 2 + 4"."""
    cooked: dict[tuple[str, str | None], list[str]] = {}
    for recipe in recipes:
        cooked.setdefault((recipe_name(recipe), recipe.path), []).append(servings_text(recipe.serves))
    texts = []
    for (name, _), servings in cooked.items():
        known = [each for each in servings if each]
        times = f" ({len(servings)} times)" if len(servings) > 1 and not known else ""
        texts.append(f"{name} for {' + '.join(known)}" if known else name + times)
    return ", ".join(texts)


def recipe_name(recipe: Recipe) -> str:
    """Return what a recipe is called: its title, else its path."""
    return recipe.title or recipe.path or "a recipe"


def line_of(item: Item, *, manner: Manner = PLAIN) -> str:
    """Return an item as a line: "66 oz ground beef (85/15)", "salt (to taste)"."""
    return item_text(item, manner=manner) + remarks(item, manner=manner)


def remarks(item: Item, *, manner: Manner) -> str:
    """Return what stands behind the name of an item: its notes, what of it there is, that it is optional."""
    said = list(item.notes)
    if (
        not item.amounts
        and item.optional
        and not any(word in note.lower() for note in said for word in words("optional"))
    ):
        said.append(list_word(manner.lang, "optional"))
    if item.stock is not None and item.stock.amounts is not None and item.why is None:
        said += _of_stock(item, item.stock.text, manner)
    return f" ({'; '.join(said)})" if said else ""


def _of_stock(item: Item, there: str, manner: Manner) -> list[str]:
    """Return what is said of what the pantry has, where that is not all that is needed."""
    if item.untaken:
        return [f"in the pantry {there}, not taken off"]
    if not there:
        return []
    return [f"needed {amounts_text(item.needed, some=item.some, manner=manner)}, in the pantry {there}"]


def reason_text(item: Item) -> str:
    """Return why an item is set apart: "every kitchen has it", "in the pantry (2 kg)"."""
    if item.why is None:
        return ""
    stock = f" ({item.stock.text})" if item.stock and item.stock.text else ""
    return REASONS[item.why] + stock


def need_text(need: Need, recipes: Sequence[Recipe], *, manner: Manner) -> str:
    """Return which recipe needs how much, exactly: "Lentil Soup for 2: 2½ cloves garlic (minced)"."""
    return f"{recipe_text(recipes[need.recipe])}: {need_line(need, manner=manner)}"


def markdown(found: ShoppingList, *, why: bool) -> Iterator[str]:
    """Yield the lines of a list in Markdown, with a box to tick for each item; *why* adds which recipe needs it."""
    manner = common_manner(found)
    yield "# Shopping list"
    yield ""
    yield _escaped(recipes_text(found.recipes))
    for part in found.parts:
        yield from ("", f"## {_escaped(part.title)}") if part.title else ()
        yield ""
        for item in part.items:
            yield f"- [ ] {_escaped(line_of(item, manner=manner))}"
            yield from (f"  - {_escaped(need_text(need, found.recipes, manner=manner))}" for need in item.needs if why)
    if found.left_out:
        yield from ("", "## Left out", "")
        for item in found.left_out:
            yield f"- {_escaped(line_of(item, manner=manner))}: {_escaped(reason_text(item))}"
            yield from (f"  - {_escaped(need_text(need, found.recipes, manner=manner))}" for need in item.needs if why)


def plain(found: ShoppingList, *, why: bool) -> Iterator[str]:
    """Yield a list as plain lines, an item a line, as a message to a phone or a reminders app takes it."""
    manner = common_manner(found)
    for at, part in enumerate(found.parts):
        yield from ("",) if at else ()
        yield from (f"{one_line(part.title)}:",) if part.title else ()
        for item in part.items:
            yield one_line(line_of(item, manner=manner))
            yield from (f"  {one_line(need_text(need, found.recipes, manner=manner))}" for need in item.needs if why)
    for at, (why_not, apart) in enumerate(groupby(found.left_out, key=lambda item: item.why)):
        yield from ("",) if found.parts and not at else ()
        reason = REASONS[why_not] if why_not else ""
        named = [(one_line(item_text(item, manner=manner)), item.needs) for item in apart]
        yield f"Left out, {reason}:" if why else f"Left out, {reason}: {', '.join(name for name, _ in named)}"
        for name, needs in named if why else ():
            yield name
            yield from (f"  {one_line(need_text(need, found.recipes, manner=manner))}" for need in needs)


def sheet(found: ShoppingList, *, why: bool = False) -> str:
    """Return a list as CSV: a line for each amount of each item, one for an item without any.

    *why* adds to the recipes how much each needs.
    """
    manner = common_manner(found)
    lines: list[Sequence[object]] = [_COLUMNS]
    for title, item in _listed(found):
        lines += [
            _row(title, item, amount, _whose(item.needs, found.recipes, manner if why else None), manner=manner)
            for amount in item.amounts or (None,)
        ]
    return csv_text(lines)


def _listed(found: ShoppingList) -> Iterator[tuple[str | None, Item]]:
    for part in found.parts:
        for item in part.items:
            yield part.title, item
    for item in found.left_out:
        yield None, item


def _row(title: str | None, item: Item, amount: Amount | None, whose: str, *, manner: Manner) -> Sequence[object]:
    figures: tuple[object, ...] = (None,) * 5
    if amount is not None:
        size = amount.size and size_text(amount.size)
        figures = (amount_text(amount, manner=manner), amount.low, amount.high, amount.unit, size)
    optional = "yes" if (item.optional if amount is None else amount.optional) else None
    some = "yes" if item.some else None
    return (title, item.name, *figures, some, optional, "; ".join(item.notes), reason_text(item), whose)


def _whose(needs: Iterable[Need], recipes: Sequence[Recipe], manner: Manner | None) -> str:
    """Return the recipes that need an item; in a *manner*, with how much."""
    if manner is not None:
        return "; ".join(need_text(need, recipes, manner=manner) for need in needs)
    return "; ".join(dict.fromkeys(recipe_text(recipes[need.recipe]) for need in needs))


def _escaped(text: str | None) -> str:
    """Return *text* on one line, so that Markdown shows it as it is."""
    return _MARKUP.sub(r"\\\1", one_line(text or ""))
