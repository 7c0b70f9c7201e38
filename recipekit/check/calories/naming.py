"""What a name tells a generous reader: the foods that it may mean, and the words by which it would be known again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from recipekit.foods.lexicon import Role, lexicon, words_of
from recipekit.foods.reading import LONGEST_NAME, Reading, Word, alternatives, phrases_of
from recipekit.foods.splitting import split_foods
from recipekit.words import checked

_BRACKETS = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]?")
_SHORTEST = 5  # letters of a word that may be part of a longer one
_SAME_START = 6  # letters that two spellings of one word have in common at least


class Named(NamedTuple):
    """What a name tells.

    *readings* are the foods that it means, each in every way it can be read. *words* tell which food it is, *every* are
    all words but those that say how it is cut, *inside* are the foods in its brackets, *last* is the noun at its end.
    *known* tells that the lexicon knows every word, *made* that a word like "whipped" says it was made of another food.
    """

    text: str
    readings: tuple[Reading, ...]
    words: frozenset[str]
    every: frozenset[str]
    inside: frozenset[str]
    last: str
    known: bool
    made: bool

    @property
    def heads(self) -> frozenset[str]:
        """What its foods are."""
        return frozenset(one.head for one in self.readings if one.head)

    @property
    def families(self) -> frozenset[str]:
        """What its foods are, and what they are kinds of."""
        above = lexicon().ancestors
        return frozenset(food for head in self.heads for food in (head, *above.get(head, ())))

    @property
    def is_bare(self) -> bool:
        """Whether it says no more than "sauce" or "the vegetables"."""
        vague = open_words() | bases("composites")
        told = (word for one in self.readings for word in one.head.split() if " " in one.head)
        return bool(self.every) and self.every <= vague and vague.issuperset(told)

    @property
    def is_composite(self) -> bool:
        """Whether it may stand for several foods of a recipe, as "pizza dough" and "vegetables" do."""
        return self.is_bare or self.last in bases("composites")


@lru_cache(maxsize=8192)
def named(name: str) -> Named:
    """Return what *name* tells.

    >>> found = named("Ground Beef (85/15, with onion)")
    >>> sorted(found.words), sorted(found.inside), found.last, found.known
    (['beef'], ['onion'], 'beef', True)
    """
    name = name[:LONGEST_NAME]
    phrases = phrases_of(_before_purpose(words_of(_BRACKETS.sub(" ", name))))
    readings = tuple(reading for part in split_foods(name) for reading in alternatives(part))
    every = frozenset(_words_in(phrases))
    telling = every - general_words()
    inside = [word for said in _BRACKETS.findall(name) for word in phrases_of(_before_purpose(words_of(said), 0))]
    nouns = [word for word in phrases if word.role is not Role.LEFT_OUT]
    return Named(
        text=name,
        readings=readings,
        words=telling or every,
        every=every,
        inside=frozenset(word.meaning for word in inside if word.role is Role.FOOD),
        last=nouns[-1].meaning.rpartition(" ")[2] if nouns else "",
        known=all(_is_known(reading) for reading in readings),
        made=any(word.role is Role.PRODUCT for word in phrases),
    )


def _is_known(reading: Reading) -> bool:
    roles = lexicon().roles
    return bool(reading.foods) and not reading.unknown and all(food in roles for food in reading.foods)


def _before_purpose(words: list[str], first: int = 1) -> list[str]:
    """Cut "for the pan" and "to taste" off, which begin at the word *first* at the earliest."""
    tails = lexicon().lists["tails"]
    return words[: next((at for at, word in enumerate(words) if at >= first and word in tails), len(words))]


def _words_in(phrases: Iterable[Word]) -> Iterator[str]:
    """Yield the words of *phrases* that are no mere description, each as the lexicon has it and as it is written."""
    known = lexicon()
    small = known.lists["and"] | known.lists["or"] | known.lists["of"]
    for phrase in phrases:
        if phrase.role in (Role.LEFT_OUT, Role.KIND, Role.PRODUCT) or phrase.meaning in small:
            continue
        said = [*phrase.meaning.split(), *map(known.vocabulary.base, phrase.written.split())]
        plain = [word for word in said if len(word) > 1 and not _describes(word)]
        yield from plain or said


@lru_cache(maxsize=4096)
def _describes(word: str) -> bool:
    known = lexicon()
    return known.roles.get(known.meanings.get(word, word), (None,))[0] in (Role.LEFT_OUT, Role.KIND, Role.PRODUCT)


@cache
def bases(topic: str) -> frozenset[str]:
    """Return the words of a *topic* of this family as the lexicon has them."""
    base = lexicon().vocabulary.base
    return frozenset(base(word) for said in checked("calories", topic) for word in words_of(said))


@cache
def general_words() -> frozenset[str]:
    """Return words that many foods have in their names: sharing "sauce" makes no two foods one."""
    known = lexicon()
    forms = {food for food, (role, _) in known.roles.items() if role is Role.FORM and " " not in food}
    return bases("collectives") | bases("composites") | forms | known.lists["collective"]


@cache
def open_words() -> frozenset[str]:
    """Return words that stand for a whole class of foods."""
    return bases("open_classes")


def share_a_word(one: Named, other: Named) -> bool:
    """Tell whether two names share a word that tells which food it is, or a part of one.

    >>> share_a_word(named("Tex-Mex mix"), named("Tex-Mex dip")), share_a_word(named("soy sauce"), named("ponzu"))
    (True, False)
    """
    mine = one.every if other.words <= general_words() else one.words
    yours = other.every if one.words <= general_words() else other.words
    if mine & yours:
        return True
    return any(_is_form_of(word, another) for word in one.words for another in other.words)


@lru_cache(maxsize=8192)
def _is_form_of(word: str, another: str) -> bool:
    """Tell whether two words are one with another ending or spelling, or one is a part of the other."""
    short, long = sorted((word, another), key=len)
    if len(short) < _SHORTEST:
        return False
    both_known = {word, another} <= lexicon().vocabulary.english
    return short in long or (not both_known and short[:_SAME_START] == long[:_SAME_START])


def says(text: str, topic: str) -> bool:
    """Tell whether *text* has one of the words or phrases of a *topic* of this family.

    >>> says("Butter, for greasing", "asides"), says("Peanut butter", "asides")
    (True, False)
    """
    words = words_of(text)
    begun = _phrases(topic)
    return any(
        words[at : at + len(phrase)] == phrase for at, word in enumerate(words) for phrase in begun.get(word, ())
    )


@cache
def _phrases(topic: str) -> dict[str, list[list[str]]]:
    """Return the phrases of a *topic* as words, by their first ones."""
    found: dict[str, list[list[str]]] = {}
    for phrase in sorted(checked("calories", topic)):
        words = words_of(phrase)
        found.setdefault(words[0], []).append(words)
    return found


@lru_cache(maxsize=4096)
def is_utensil(name: str) -> bool:
    """Tell whether *name* is no food but a thing of the kitchen.

    >>> is_utensil("large baking tray"), is_utensil("rice paper"), is_utensil("muffin tin, greased")
    (True, False, True)
    """
    words = words_of(_BRACKETS.sub(" ", name[:LONGEST_NAME]).partition(",")[0])
    if not words:
        return False
    phrases = _phrases("utensils")
    if len(words) > 1 and any(two in phrases.get(two[0], ()) for two in (words[:2], words[-2:])):
        return True
    return words[-1:] in phrases.get(words[-1], ()) and not any(reading.foods for reading in named(name).readings)
