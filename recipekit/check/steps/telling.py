"""The words by which a step names a food of the list, and the foods that a text names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from recipekit.check.steps.texts import NUMBER, based, split
from recipekit.foods.lexicon import Role, lexicon
from recipekit.foods.reading import phrases_of
from recipekit.words import checked

_BRACKETS = re.compile(r"\([^()]*\)?")
_LONGEST = 120  # characters; a longer name is a sentence


class Named(NamedTuple):
    """A food that a text names, from the word *start* to before *end*, as the lexicon calls it."""

    start: int
    end: int
    food: str


class Telling(NamedTuple):
    """What a name tells by.

    *words* say which food it is, the last of them is the *head*; *kinds* only describe it ("red", "fresh"). *foods* are
    the names of the lexicon in it, the last is the *kind* of food that it is: a stock, made of chicken. *more* are
    words that may do where nothing else is said: a part, a tail.
    """

    words: frozenset[str]
    kinds: frozenset[str]
    head: str
    foods: frozenset[str]
    more: frozenset[str]
    kind: str


@cache
def _phrases() -> tuple[dict[str, str], dict[str, int]]:
    """Return the foods by their phrases, and by their first words how long the longest phrase is."""
    known = lexicon()
    foods = {}
    for phrase, meaning in known.meanings.items():
        food = _food_of(meaning)
        if food:
            foods[phrase] = food
    for line in checked("steps", "more_foods"):
        phrase, _, food = line.partition(" = ")
        foods.setdefault(known.vocabulary.key(phrase), food or phrase)
    longest: dict[str, int] = {}
    for phrase in foods:
        first = phrase.split(" ", 1)[0]
        longest[first] = max(longest.get(first, 0), phrase.count(" ") + 1)
    for word in known.plurals:
        longest.setdefault(known.vocabulary.base(word), 1)
    return foods, longest


def _food_of(meaning: str) -> str | None:
    """Return the food that a meaning of the lexicon is, or is a kind of: "red bell pepper" is a bell pepper."""
    known = lexicon()
    role = known.roles.get(meaning, (None, ""))[0]
    if role is None and " " in meaning:
        foods = [word.meaning for word in phrases_of(meaning.split()) if word.role is Role.FOOD]
        return foods[-1] if foods else None
    return meaning if role is Role.FOOD else None


def foods_in(words: Sequence[str], bases: Sequence[str], *, listed: bool = False) -> list[Named]:
    """Return the foods that the words of a text name, the longest names first; "fry" is one only where *listed*."""
    foods, longest = _phrases()
    plurals = lexicon().plurals
    verbs = based("verbs_besides")
    found: list[Named] = []
    free = 0
    for at, base in [(at, base) for at, base in enumerate(bases) if base in longest]:
        if at < free:
            continue
        for size in range(min(longest[base], len(bases) - at), 0, -1):
            phrase = " ".join(bases[at : at + size]) if size > 1 else plurals.get(words[at], base)
            food = foods.get(phrase)
            if food and (listed or size > 1 or base not in verbs or words[at].endswith("s")):
                free = at + size
                found.append(Named(at, free, food))
                break
    return found


@lru_cache(maxsize=4096)
def is_descriptive(base: str) -> bool:
    """Tell whether a word says only of what kind, size or cut a food is."""
    known = lexicon()
    role = known.roles.get(known.meanings.get(base, base), (None, ""))[0]
    return role in (Role.KIND, Role.LEFT_OUT, Role.PRODUCT)


@lru_cache(maxsize=4096)
def _says_nothing(base: str) -> bool:
    return base == NUMBER or not base[0].isalpha() or base in based("small_words")


@lru_cache(maxsize=8192)
def telling(name: str) -> Telling:
    """Return what *name* tells by.

    >>> found = telling("Medium Flour Tortillas (warm)")
    >>> sorted(found.words), found.head, sorted(found.kinds)
    (['flour', 'tortilla'], 'tortilla', ['medium'])
    """
    words, bases, _ = split(_BRACKETS.sub(" ", name)[:_LONGEST])
    tail = _tail_of(bases)
    tails = frozenset(base for base in bases[tail:] if not _says_nothing(base) and not is_descriptive(base))
    words, bases = words[:tail], bases[:tail]
    named = foods_in(words, bases, listed=True)
    tells = [at for each in named for at in _told(each, bases)]
    covered = {at for each in named for at in range(each.start, each.end)}
    tells += [
        at
        for at, base in enumerate(bases)
        if at not in covered and not _says_nothing(base) and not is_descriptive(base)
    ]
    kinds = frozenset(base for at, base in enumerate(bases) if at not in tells and is_descriptive(base))
    if not tells and not named:
        tells = [at for at, base in enumerate(bases) if not _says_nothing(base)]
    of = next((at for at, base in enumerate(bases) if base in lexicon().lists["of"]), 0)  # "juice of a lemon"
    head = bases[max([at for at in tells if at < of] or tells)] if tells else ""
    told = frozenset(bases[at] for at in tells)
    above = frozenset(other for each in named for other in family_of(each.food) - {each.food})
    named = [each for each in named if each.food not in above]  # "Parmesan cheese" is one food
    kind = next((each.food for each in named if each.start < of), named[-1].food if named else "")
    pieces = kinds & (parts_of_animals() | based("telling_pieces"))
    return Telling(told, kinds - told, head, frozenset(each.food for each in named), pieces | tails, kind)


def _tail_of(bases: Sequence[str]) -> int:
    """Return where a name goes on with "in adobo sauce" or "for the pan", behind a word that tells the food."""
    told = False
    for at, base in enumerate(bases):
        if told and base in based("name_tails"):
            return at
        told = told or not (_says_nothing(base) or is_descriptive(base))
    return len(bases)


def _told(each: Named, bases: Sequence[str]) -> list[int]:
    """Return the words of a food's name that tell it: "bean" of "green beans", but both of "bay leaves"."""
    places = [at for at in range(each.start, each.end) if not _says_nothing(bases[at])]
    plain = [at for at in places if not is_descriptive(bases[at])]
    if plain or len(places) < 2:
        return plain or places
    known = lexicon()
    return [at for at in places if known.roles.get(bases[at], (None, ""))[1] not in ("cut", "size")]


@cache
def parts_of_animals() -> frozenset[str]:
    """Return the words for the parts of an animal, which a list may give alone: "2 lb chuck roast"."""
    return frozenset(word for word, (_, topic) in lexicon().roles.items() if topic == "part")


@lru_cache(maxsize=4096)
def family_of(food: str) -> frozenset[str]:
    """Return *food* and everything that it is a kind of, the food in its name included: beef of ground beef."""
    return lexicon().ancestors.get(food, frozenset()) | {food}


@lru_cache(maxsize=4096)
def relations_of(food: str) -> frozenset[str]:
    """Return the foods that *food* goes with: lemon juice with lemon."""
    return frozenset(other for one, other in lexicon().related if one == food)
