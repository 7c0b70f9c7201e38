"""What the steps say of the listed foods: which of them they name, and where first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from recipekit.check.rule import Subject
from recipekit.check.steps.telling import Named, Telling, family_of, foods_in, relations_of, telling
from recipekit.check.steps.texts import SENTENCE_ENDS, Text, based, bases_of, split, texts_of
from recipekit.foods.lexicon import lexicon
from recipekit.foods.splitting import split_foods
from recipekit.model import Ingredient, IngredientGroup

_MOST_LISTED = 300
_MOST_WORDS = 30_000
_WIDE = 4  # words to either side in which "garlic and onion powder" may go on


class Place(NamedTuple):
    """A word of a text, by the place of the text in the instructions."""

    text: int
    word: int


class Listed(NamedTuple):
    """An ingredient, the group that it is in, and what its name tells by."""

    ingredient: Ingredient
    group: int
    telling: Telling

    @property
    def names(self) -> frozenset[str]:
        """Every word of its name."""
        return self.telling.words | self.telling.kinds


class Mentions:
    """The listed foods and the texts of the instructions, and what the ones are called in the others."""

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        self.texts = texts_of(subject)
        self.groups: tuple[IngredientGroup, ...] = subject.recipe.ingredients
        self.listed = tuple(
            Listed(item, number, telling(item.name)) for number, group in enumerate(self.groups) for item in group.items
        )
        self.free = frozenset(food for name in subject.settings.free for food in telling(name).foods | {name})
        self._foods: dict[int, list[Named]] = {}

    @property
    def is_one_recipe(self) -> bool:
        """Whether there is a list and a text to compare it with, and neither is that of a whole book."""
        length = sum(len(text.bases) for text in self.texts)
        return 0 < len(self.listed) <= _MOST_LISTED and 0 < length <= _MOST_WORDS

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the texts."""
        return frozenset(base for text in self.texts for base in text.bases)

    @cached_property
    def by_word(self) -> dict[str, list[int]]:
        """The numbers of the ingredients by the words that tell them."""
        found: dict[str, list[int]] = {}
        for number, item in enumerate(self.listed):
            for word in item.telling.words:
                found.setdefault(word, []).append(number)
        return found

    @cached_property
    def names(self) -> frozenset[str]:
        """Every word of the names of the list."""
        return frozenset(word for item in self.listed for word in item.names)

    @cached_property
    def first(self) -> dict[int, Place]:
        """Where an ingredient is named first; none where no step names it by a word of its name."""
        found: dict[int, Place] = {}
        by_word = self.by_word
        for place, text in enumerate(self.texts):
            for at, base in [(at, base) for at, base in enumerate(text.bases) if base in by_word]:
                meant = by_word[base]
                if not all(number in found for number in meant):
                    for number in self.meant(text, at, meant):
                        found.setdefault(number, Place(place, at))
        return found

    def meant(self, text: Text, at: int, among: Sequence[int]) -> list[int]:
        """Return those of the ingredients *among* which the word *at* may mean: the ones that say most of its words."""
        if text.bases[at] in _seasonings() and self._is_seasoning(text, at):
            among = [number for number in among if self.listed[number].telling.foods & self.free]
        plural = lexicon().plurals.get(text.words[at])
        if plural and any(plural in self.listed[number].telling.foods for number in among):
            among = [number for number in among if plural in self.listed[number].telling.foods]
        among = [number for number in among if not self._is_vague(number, text, at)]
        if len(among) < 2:
            return list(among)
        said = {number: self._run(number, text, at) for number in among}
        most = max(said.values())
        base = text.bases[at]
        whole = any(self.listed[number].telling.head == base for number in among)
        found = []
        for number in among:
            least = most
            if most == 1 and whole and self._only_says_of_what(number, base):
                least = 2  # "tomatoes" are the listed tomatoes, and not the tomato paste
            if said[number] >= least or self._wide(number, text, at) >= max(least, 2):
                found.append(number)
        return found

    def _only_says_of_what(self, number: int, base: str) -> bool:
        """Tell whether *base* is but the "tomato" of a tomato paste."""
        item = self.listed[number].telling
        if base == item.head or len(item.words) < 2:
            return False
        foods = {food for other in self.by_word[base] for food in self.listed[other].telling.foods if other != number}
        return not any(relations_of(one) & foods for one in item.foods)

    def _is_vague(self, number: int, text: Text, at: int) -> bool:
        """Tell whether the word *at* is a "sauce" that the recipe makes, and hardly the listed soy sauce."""
        base = text.bases[at]
        words = self.listed[number].telling.words
        if base not in based("mixtures_made") or words == {base} or self._run(number, text, at) > 1:
            return False
        return base in self.made or is_state(text, at) or (base in based("mixture_verbs") and text.may_be_verb(at))

    def _run(self, number: int, text: Text, at: int) -> int:
        """Return how many words of an ingredient's name stand in a row around *at*."""
        names, bases = self.listed[number].names, text.bases
        start = end = at
        first, last = max(at - 2 * _WIDE, 0), min(at + 2 * _WIDE, len(bases) - 1)
        while start > first and bases[start - 1] in names:
            start -= 1
        while end < last and bases[end + 1] in names:
            end += 1
        return len(set(bases[start : end + 1]))

    def _wide(self, number: int, text: Text, at: int) -> int:
        """Return how many words of an ingredient's name stand near *at*, as in "garlic and onion powder"."""
        near = text.bases[max(at - _WIDE, 0) : at + _WIDE + 1]
        return len(self.listed[number].names.intersection(near))

    def _is_seasoning(self, text: Text, at: int) -> bool:
        """Tell whether the pepper *at* is the one beside the salt, and no vegetable."""
        bases = text.bases
        near = bases[max(at - 3, 0) : at + 4]
        before = bases[max(at - 6, 0) : at]
        return text.words[at] == "pepper" and (
            "salt" in near or not based("seasoning_words").isdisjoint(before) or bases[at - 1 : at] == ("black",)
        )

    @cached_property
    def made(self) -> frozenset[str]:
        """The words of the title and the headings: what the recipe makes."""
        recipe = self.subject.recipe
        titles = [recipe.title or "", *(each.title or "" for each in recipe.instructions)]
        titles += [group.title or "" for group in self.groups]
        return frozenset(base for title in titles for base in split(title)[1])

    def foods(self, place: int) -> list[Named]:
        """Return the foods that a text names."""
        if place not in self._foods:
            text = self.texts[place]
            self._foods[place] = foods_in(text.words, text.bases)
        return self._foods[place]

    @cached_property
    def own_foods(self) -> frozenset[str]:
        """Every food that the list names, as the lexicon calls it."""
        return frozenset(food for item in self.listed for food in item.telling.foods)

    @cached_property
    def has_strangers(self) -> bool:
        """Whether the steps name a food that no ingredient is, nor a kind of one: it may be one by another name."""
        own = frozenset(other for food in self.own_foods for other in family_of(food)) | self.free
        named = {food.food for place in range(len(self.texts)) for food in self.foods(place)}
        return any(own.isdisjoint(family_of(food)) for food in named)

    @cached_property
    def has_unknown(self) -> bool:
        """Whether no step names an ingredient whose name no lexicon has: a step may call it otherwise."""
        unnamed = (item for number, item in enumerate(self.listed) if number not in self.first)
        return any(not item.telling.foods and item.telling.words for item in unnamed)

    def is_meant_by_name(self, place: int, food: Named) -> bool:
        """Tell whether a text names a food in words of the list, which say themselves which of it they mean."""
        return any(base in self.by_word for base in self.texts[place].bases[food.start : food.end])

    def is_free(self, item: Listed) -> bool:
        """Tell whether an ingredient is nothing but foods that need not be listed, as salt and pepper are."""
        names = split_foods(item.ingredient.name)
        foods = [telling(name).foods for name in names]
        return all(any(family_of(food) & self.free for food in one) and len(one) == 1 for one in foods)


def is_state(text: Text, at: int) -> bool:
    """Tell whether the word *at* stands in "until the cheese melts": there it is already in the pan."""
    for base in reversed(text.bases[max(at - 6, 0) : at]):
        if base in SENTENCE_ENDS or base == ",":
            return False
        if base in based("states_begin"):
            return True
    return False


@lru_cache(maxsize=1)
def mentions_of(subject: Subject) -> Mentions:
    """Return the mentions of a recipe, which three rules ask for one after the other."""
    return Mentions(subject)


@lru_cache(maxsize=1)
def _seasonings() -> frozenset[str]:
    return frozenset(bases_of("pepper"))
