"""What the list provides: whether a food that a step names is on it, by any name, or can be made of what is."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import NamedTuple

from recipekit.check.steps.collectives import class_of, classes_of
from recipekit.check.steps.mentions import Mentions
from recipekit.check.steps.telling import (
    Telling,
    family_of,
    foods_in,
    is_descriptive,
    parts_of_animals,
    relations_of,
    telling,
)
from recipekit.check.steps.texts import split
from recipekit.foods.lexicon import Role, lexicon
from recipekit.foods.likeness import Likeness, compare
from recipekit.words import checked

_OR = re.compile(r"\b(?:or|such as|e\.g\.|like|oder|z\. ?B\.)", re.IGNORECASE)


_CALLED_SO = ("bacons", "pastas", "breads", "garlics", "chocolates")  # classes by whose words cooks call each food


class _Line(NamedTuple):
    """A line of the list, and what the name of its food tells by."""

    text: str
    telling: Telling


class Cupboard:
    """The foods that a recipe lists, its free ones, and what it makes."""

    def __init__(self, mentions: Mentions) -> None:
        self.mentions = mentions
        self._lacks: dict[tuple[str, tuple[str, ...]], bool] = {}

    @cached_property
    def _lines(self) -> list[_Line]:
        return [_Line(item.ingredient.wording.text, item.telling) for item in self.mentions.listed]

    @cached_property
    def _foods(self) -> frozenset[str]:
        """The listed foods, those that the list leaves as a choice or tells of, and all that these are kinds of."""
        recipe = self.mentions.subject.recipe
        lines = [item.ingredient.wording.text for item in self.mentions.listed]
        texts = [said[1] for line in lines if len(said := _OR.split(line, maxsplit=1)) > 1]
        texts += [group.text for group in recipe.ingredients if group.text]
        texts += [section.text for section in recipe.sections]
        found = {line.telling.kind for line in self._lines}
        for words, bases, _ in map(split, texts):
            found.update(each.food for each in foods_in(words, bases, listed=True))
        return frozenset(other for food in found for other in family_of(food))

    @cached_property
    def _heads(self) -> frozenset[str]:
        """What the listed foods are in the end: flour, oil."""
        return frozenset(line.telling.head for line in self._lines)

    def lacks(self, food: str, said: tuple[str, ...]) -> bool:
        """Tell whether the list does not provide *food*, which a step calls by the words *said*, and should."""
        if (food, said) not in self._lacks:
            self._lacks[food, said] = not (self._names(said) or self._provides(food, said))
        return self._lacks[food, said]

    def _names(self, said: tuple[str, ...]) -> bool:
        """Tell whether the list has all the words *said*, or has them as one: "corn flour" for the listed cornflour."""
        names = self.mentions.names
        if len(said) > 1 and "".join(said) in names:
            return True
        return said[-1] in self._heads and names.issuperset(said)

    def _provides(self, food: str, said: tuple[str, ...]) -> bool:
        family = family_of(food)
        return (
            not family.isdisjoint(self.mentions.free)
            or food in self._foods
            or food in _foods_of("general_foods")
            or any(self._serves_for(line, food, said) for line in self._lines)
            or self._is_made(food)
        )

    def _serves_for(self, line: _Line, food: str, said: tuple[str, ...]) -> bool:
        """Tell whether a line of the list is *food* by another name, a kind of it, or goes with it."""
        listed = line.telling.foods
        if any(food in family_of(one) or one in family_of(food) for one in listed):
            return not self._only_says_of_what(line, food)
        if not relations_of(food).isdisjoint(listed):
            return True
        if self._is_class_of(line, food):
            return True
        return any(self._shares_a_word(line, food, name) for name in {food, " ".join(said)})

    def _only_says_of_what(self, line: _Line, food: str) -> bool:
        """Tell whether the line is a chicken stock and no chicken."""
        kind, head = line.telling.kind, line.telling.head
        return kind != food and not {kind, head}.isdisjoint(_foods_of("other_than_its_modifier"))

    def _is_class_of(self, line: _Line, food: str) -> bool:
        """Tell whether the line is "mixed vegetables", "stewing meat" or the like and the food belongs to it."""
        if any(each.name in _CALLED_SO and food in each.said for each in classes_of(line.telling)):
            return True
        for each in classes_of(telling(food)):
            if line.telling.kind and line.telling.kind in each.said and each.name != "fats":
                return True
            if each.name in ("meats", "fishes") and _names_but_a_cut(line):
                return True
        if food == "oil":
            return line.telling.kind in class_of("fats").members
        general = {line.telling.head} & _class_words()
        return any(each.said & general for each in classes_of(telling(food)))

    def _shares_a_word(self, line: _Line, food: str, name: str) -> bool:
        """Tell whether the step may call the line by the *name* of a food, one being the other's short name."""
        mine, yours = frozenset(name.split()), line.telling.words | line.telling.kinds
        tells = frozenset(word for word in mine if not is_descriptive(word)) & line.telling.words
        if not tells:
            return False
        head = name.rpartition(" ")[2]
        if head == line.telling.head:
            plain = frozenset(word for word in yours if word not in _sizes())
            return not (mine - yours and plain - mine) or compare(food, line.telling.kind).likeness is not (
                Likeness.DIFFERENT
            )
        if mine <= yours:  # "tomato" for the listed tomato paste, but no "chicken" for a chicken stock
            return not self._only_says_of_what(line, food)
        if head == "stock":
            return not tells.isdisjoint(_boiled())
        return not line.telling.kind or head not in _foods_of(
            "never_short_for"
        )  # "lemon peel" of the listed lemon, but no "onion powder"

    def _is_made(self, food: str) -> bool:
        """Tell whether the recipe may make *food* itself, as bread of flour."""
        if food in _foods_of("baked_foods"):
            return not self._heads.isdisjoint(_foods_of("baked_of"))
        return False


def may_be_made(food: str) -> bool:
    """Tell whether *food* is a sauce or a dish, which recipes make and name without listing it."""
    return food in _foods_of("made_foods")


def _names_but_a_cut(line: _Line) -> bool:
    """Tell whether a line says of a meat only which part it is: "2 lb chuck roast"."""
    return not line.telling.foods and not parts_of_animals().isdisjoint(split(line.text)[1])


@cache
def _foods_of(topic: str) -> frozenset[str]:
    key = lexicon().vocabulary.key
    return frozenset(key(food) for food in checked("steps", topic))


@cache
def _boiled() -> frozenset[str]:
    """Return what a recipe may boil a stock of."""
    return class_of("meats").members | class_of("fishes").members | {"vegetable"}


@cache
def _class_words() -> frozenset[str]:
    return frozenset(("vegetable", "veggie", "meat", "fish", "seafood", "herb", "spice", "green", "topping", "filling"))


@cache
def _sizes() -> frozenset[str]:
    return frozenset(word for word, (role, _) in lexicon().roles.items() if role is Role.LEFT_OUT)
