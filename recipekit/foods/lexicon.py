"""What recipekit knows of foods: their names in every language, their kinds, and the words that change nothing.

The data are the files ``foods.en.json`` and ``foods.de.json`` beside the other words. Every phrase in them, like every
name that is read, passes through the same `Vocabulary`, so that plurals and accents meet whatever their rule.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from recipekit.grammar import lower_singular
from recipekit.words import LANGUAGES, foods, meanings, numbers

_WORD = re.compile(r"[^\W\d_]+|\+")
_ENDINGS = ("en", "er", "es", "em", "n", "e", "s")  # of German plurals and adjectives; the umlaut is gone by then
_DIGRAPHS = (("ae", "a"), ("oe", "o"), ("ue", "u"))


class Role(StrEnum):
    """What a phrase does in the name of a food."""

    FOOD = "food"
    FORM = "form"  #: powder, juice: another product, whatever stands before it
    PRODUCT = "product"  #: pickled, candied: a word that makes another product
    KIND = "kind"  #: red, smoked, breast: the same food, but not the same purchase
    LEFT_OUT = "left_out"  #: minced, large, organic: says nothing about which food it is


def words_of(text: str) -> list[str]:
    """Return the words of *text* without capitals, accents, digits and signs; "&" is read aloud.

    >>> words_of("Jalapeño's & 2 Crème-fraîche")
    ['jalapenos', 'and', 'creme', 'fraiche']
    """
    folded = text.casefold()
    if not folded.isascii():
        folded = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
        folded = folded.replace("’", "")
    return _WORD.findall(folded.replace("'", "").replace("&", " and "))


class Vocabulary(NamedTuple):
    """The single words that occur in the data, by the language whose grammar they follow."""

    english: frozenset[str]
    german: frozenset[str]

    def base(self, word: str) -> str:
        """Return the form under which *word* stands in the data: singular, without the ending of an adjective."""
        found = lower_singular(word)
        if found in self.english:
            return found[:-1] if found.endswith("s") and found[:-1] in self.english and len(found) > 3 else found
        for plain in (word, *(word.replace(two, one) for two, one in _DIGRAPHS)):
            if plain in self.german:
                return plain
            for ending in _ENDINGS:
                if plain.endswith(ending) and plain[: -len(ending)] in self.german:
                    return plain[: -len(ending)]
        return found

    def parts(self, word: str) -> tuple[str, ...]:
        """Return *word*, or the two known words that a German cook made it of.

        >>> lexicon().vocabulary.parts("tomatenwurfel"), lexicon().vocabulary.parts("tomaten")
        (('tomate', 'wurfel'), ('tomaten',))
        """
        found = self.base(word)
        if found in self.english or found in self.german:
            return (word,)
        for cut in range(3, len(word) - 2):
            what = self.base(word[cut:])
            for whose in (self.base(word[:cut]), f"{word[:cut]}e"):  # "Erdbeermarmelade" drops the e of "Erdbeere"
                if what in self.german and whose in self.german:
                    return whose, what
        return (word,)

    def key(self, phrase: str) -> str:
        """Return *phrase* as a key of the lexicon.

        >>> lexicon().vocabulary.key("Rote Zwiebeln"), lexicon().vocabulary.key("Brussels sprouts")
        ('rot zwiebel', 'brussel sprout')
        """
        return " ".join(map(self.base, words_of(phrase)))


class Lexicon(NamedTuple):
    """The data of every language, keyed by `Vocabulary.key`."""

    vocabulary: Vocabulary
    meanings: dict[str, str]  #: phrase → the phrase it stands for
    plurals: dict[str, str]  #: a word that means something else in the plural ("peppers")
    roles: dict[str, tuple[Role, str]]  #: phrase → its role and the topic that lists it
    ancestors: dict[str, frozenset[str]]  #: a kind → what it is a kind of, at whatever remove
    related: frozenset[tuple[str, str]]
    lists: dict[str, frozenset[str]]  #: the remaining topics
    longest: int  #: words in the longest phrase


def _merged(topic: str) -> Iterator[tuple[str, list[str]]]:
    for code in LANGUAGES:
        yield from foods(code).get(topic, {}).items()


def _listed(topic: str) -> Iterator[str]:
    for code in LANGUAGES:
        yield from foods(code).get(topic, [])


def _templated(part: str) -> Iterator[tuple[str, list[str]]]:
    for _, template in _merged("templates"):
        known: dict[str, Any] = template  # type: ignore[assignment]
        for name in known["of"]:
            for pattern, filled in known[part].items():
                yield pattern.format(name), [one.format(name) for one in filled]


def _strings(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from _strings(value)
    elif isinstance(data, list):
        for value in data:
            yield from _strings(value)


def _vocabulary() -> Vocabulary:
    english = {lower_singular(word) for text in _strings(foods("en")) for word in words_of(text)}
    german: set[str] = set()
    for code in LANGUAGES[1:]:
        data = foods(code)
        for topic in data.values():
            values = topic.values() if isinstance(topic, dict) else [topic]
            german.update(*(words_of(text) for listed in values for text in listed if " " not in text))
    return Vocabulary(frozenset(english), frozenset(german))


def _roles(known: Vocabulary, named: Iterable[str]) -> dict[str, tuple[Role, str]]:
    roles = {known.key(name): (Role.FOOD, "food") for name in named}
    for topic, role in (("products", Role.PRODUCT), ("forms", Role.FORM)):
        for name in _listed(topic):
            roles.setdefault(known.key(name), (role, topic))
    for listed, role in (("left_out", Role.LEFT_OUT), ("kind_words", Role.KIND)):
        for topic, names in _merged(listed):
            for name in names:
                roles.setdefault(known.key(name), (role, topic))
    for word in (*numbers(), *meanings("units")):
        roles.setdefault(known.key(word), (Role.LEFT_OUT, "packing"))
    roles.pop("", None)
    return roles


def _ancestors(known: Vocabulary, kinds: Iterable[tuple[str, list[str]]]) -> dict[str, frozenset[str]]:
    parents: dict[str, set[str]] = {}
    for parent, children in kinds:
        for child in children:
            parents.setdefault(known.key(child), set()).add(known.key(parent))

    def above(food: str) -> set[str]:
        """Return every food that *food* is a kind of."""
        direct = parents.get(food, set())
        return direct.union(*map(above, direct))

    return {food: frozenset(above(food)) for food in parents}


@cache
def lexicon() -> Lexicon:
    """Return the lexicon, built from the data on first use."""
    known = _vocabulary()
    english = foods("en")
    kinds = [*_merged("kinds"), *_templated("kinds")]
    synonyms = [*_merged("foods"), *_merged("synonyms_of_kinds"), *_templated("foods")]
    named = [*english["foods"], *english["synonyms_of_kinds"], *(name for name, _ in _templated("foods"))]
    named += [name for _, children in kinds for name in children]
    meant_by: dict[str, str] = {}
    roles = _roles(known, named)
    for meant, spellings in (*synonyms, *_merged("phrases"), *_merged("words")):
        for spelling in spellings:
            meant_by.setdefault(known.key(spelling), known.key(meant))
    for phrase in roles:
        # A synonym goes before a word that is left out ("mince"), a food before a synonym.
        if roles[phrase][0] is Role.FOOD:
            meant_by[phrase] = phrase
        else:
            meant_by.setdefault(phrase, phrase)
    related = {(known.key(a), known.key(b)) for a, *others in english["related"] for b in others}
    topics = ("general", "collective", "families", "alike", "tails", "of", "and", "or", "distributed")
    cans = ("in_cans", "out_of_cans")
    return Lexicon(
        known,
        meant_by,
        {word: known.key(meant) for meant, words in _merged("plurals") for word in words},
        roles,
        _ancestors(known, kinds),
        frozenset(related | {(b, a) for a, b in related}),
        {topic: frozenset(known.key(name) for name in _listed(topic)) for topic in (*topics, *cans)},
        max(phrase.count(" ") + 1 for phrase in meant_by),
    )
