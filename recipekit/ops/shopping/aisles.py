"""Where the foods of a list stand: in a cook's own aisles, else under the headings of the recipes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from recipekit.foods.groups import belongs_to
from recipekit.foods.identity import identity
from recipekit.foods.likeness import serves_as
from recipekit.model import Recipe
from recipekit.ops.shopping.values import Item, Part
from recipekit.words import words

Aisles = Mapping[str, Sequence[str]]
OTHER = "Other"


def in_parts(items: Iterable[Item], recipes: Sequence[Recipe], aisles: Aisles) -> tuple[Part, ...]:
    """Return *items* by parts: the *aisles* in their order, then what the *recipes* have as headings, then the rest.

    A food stands in the aisle that names it, else in the first that names what it is a kind of, else under the heading
    that most of its lines stand under; an aisle of that name takes it. The order of the recipes does not matter.
    """
    headings = _headings(recipes)
    names = {_key(name): name for name in aisles}
    titles = {**{key: title for key, title in headings.items() if key not in names}, **names}
    order = [*names, *(key for key in headings if key not in names)]
    exactly: dict[object, str] = {}
    for name, foods in aisles.items():
        for food in foods:
            exactly.setdefault(identity(food).key, _key(name))
    placed: dict[str | None, list[Item]] = {}
    for item in items:
        placed.setdefault(_aisle_of(item, aisles, exactly) or _heading_of(item, order), []).append(item)
    if _key(OTHER) in titles and None in placed:
        placed.setdefault(_key(OTHER), []).extend(placed.pop(None))
    parts = [Part(titles[key], _sorted(placed[key])) for key in order if key in placed]
    if None in placed:
        parts.append(Part(OTHER if parts else None, _sorted(placed[None])))
    return tuple(parts)


def _sorted(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=lambda item: (item.name.casefold(), item.name, item.food.word)))


def _key(title: str) -> str:
    return " ".join(title.casefold().rstrip(":").split())


def _headings(recipes: Iterable[Recipe]) -> dict[str, str]:
    """Return the headings of the ingredients by `_key`: first what several recipes have, parts of a dish last.

    Among those of one sort it is the order that they have in most recipes.
    """
    places: dict[str, list[int]] = {}
    spelled: dict[str, Counter[str]] = {}
    for recipe in recipes:
        titles = [group.title for group in recipe.ingredients if group.title]
        for place, title in enumerate(titles):
            places.setdefault(_key(title), []).append(place)
            spelled.setdefault(_key(title), Counter())[title.rstrip(":").strip()] += 1

    def rank(key: str) -> tuple[object, ...]:
        """Return what a heading is sorted by."""
        of_a_dish = key.partition(" ")[0] in words("parts_of_dishes")
        return of_a_dish, len(places[key]) < 2, Fraction(sum(places[key]), len(places[key])), key

    order = sorted(places, key=rank)
    return {key: min(spelled[key], key=lambda title: (-spelled[key][title], title)) for key in order}


def _aisle_of(item: Item, aisles: Aisles, exactly: Mapping[object, str]) -> str | None:
    if item.food.key in exactly:
        return exactly[item.food.key]
    called = item.name if item.food.word not in item.name else item.food.word
    for name, foods in aisles.items():
        if any(belongs_to(item.food.word, food) or _is_kind_of(called, food) for food in foods):
            return _key(name)
    return None


def _is_kind_of(called: str, food: str) -> bool:
    """Tell whether *food* names in general what is *called* so: cheese a parmesan, no canned tomatoes fresh ones."""
    return serves_as(food, called) and not (len(food.split()) > len(called.split()) and serves_as(called, food))


def _heading_of(item: Item, order: Sequence[str]) -> str | None:
    """Return the heading that most lines of an item stand under; None where most stand under none."""
    needs = [need for need in item.needs if not need.optional] or item.needs
    under = Counter(_key(need.group) if need.group else None for need in needs)
    known = max((key for key in order if under[key]), key=lambda key: under[key], default=None)
    return known if under[known] >= under[None] else None
