"""Reading the name of a food: which food it is, of which kind, and which of its words say neither."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from recipekit.foods.lexicon import Role, lexicon, words_of

LONGEST_NAME = 200  #: characters; what is longer is no name of a food and is only compared letter by letter
_BRACKETS = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]?")
_NUMBERS = re.compile(r"\d+(?:[\d.,/⁄%–-]*\d)?\s?%?|[½¼¾⅓⅔⅛]")
_COMMA = re.compile(r"\s*[,;:]\s*|\s+[–—-]\s+")


class Word(NamedTuple):
    """A phrase of a name: what it means, what it does there, and how the cook wrote it. An unknown one has no role."""

    meaning: str
    role: Role | None
    topic: str
    written: str


class Reading(NamedTuple):
    """What a name says. Two readings with the same *key* name the same food."""

    foods: tuple[str, ...]  #: the last one is what it is, those before say of what
    kinds: frozenset[str]
    unknown: frozenset[str]
    left_out: tuple[Word, ...]

    @property
    def head(self) -> str:
        """What the food is in the end: ``stock`` of "chicken stock"."""
        return self.foods[-1] if self.foods else ""

    @property
    def key(self) -> tuple[str, frozenset[str], frozenset[str], frozenset[str]]:
        """Everything that tells this food from another."""
        return self.head, frozenset(self.foods), self.kinds, self.unknown

    @property
    def name(self) -> str:
        """The food in words of the data."""
        return " ".join((*sorted(self.unknown), *sorted(self.kinds), *self.foods))


def same_text(one: str, other: str) -> bool:
    """Tell whether two names differ in nothing but capitals and white space."""
    return one == other or " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def alternatives(name: str) -> tuple[Reading, ...]:
    """Return what *name* says: one reading, or several where it leaves a choice ("butter or margarine").

    >>> [reading.name for reading in alternatives("2 large garlic cloves (minced)")]
    ['garlic']
    >>> [reading.name for reading in alternatives("butter or margarine")]
    ['butter', 'margarine']
    """
    if len(name) > LONGEST_NAME:
        return (_verbatim(name),)
    return _alternatives(name)


def in_a_can(name: str) -> tuple[Reading, ...]:
    """Return what *name* says where its can says of the food that it is canned; nothing where there is no can.

    >>> [reading.name for reading in in_a_can("chickpeas (15 oz can, drained)")], in_a_can("chickpeas")
    (['canned chickpea'], ())
    """
    return alternatives(f"canned {name}") if _says("in_cans", name) and not is_never_canned(name) else ()


def is_never_canned(name: str) -> bool:
    """Tell whether *name* says that the food comes in no can, as dried, fresh and frozen food does not.

    >>> is_never_canned("dried chickpeas"), is_never_canned("chickpeas")
    (True, False)
    """
    return _says("out_of_cans", name)


def _says(topic: str, name: str) -> bool:
    known = lexicon()
    words = map(known.vocabulary.base, words_of(name[:LONGEST_NAME]))
    return any(known.meanings.get(word, word) in known.lists[topic] for word in words)


def _verbatim(name: str) -> Reading:
    return Reading((), frozenset(), frozenset({" ".join(name.casefold().split())}), ())


@lru_cache(maxsize=8192)
def _alternatives(name: str) -> tuple[Reading, ...]:
    bracketed = " ".join(_BRACKETS.findall(name))
    plain = _NUMBERS.sub(" ", _BRACKETS.sub(" ", name))
    main, *notes = [part for part in _COMMA.split(plain) if part.strip()] or [""]
    choices = _choices(main)
    readings = {}
    for choice in choices:
        reading = _reading(choice, notes, bracketed, name)
        readings[reading.key] = reading
    return tuple(readings.values())


def _choices(main: str) -> list[str]:
    """Split at "or" and at a slash, and give each choice the noun that they share: "black/kidney beans"."""
    known = lexicon()
    pieces: list[list[str]] = [[]]
    for part in main.split("/"):
        for word in words_of(part):
            if word in known.lists["or"] and pieces[-1]:
                pieces.append([])
            else:
                pieces[-1].append(word)
        pieces.append([])
    pieces = [piece for piece in pieces if piece]
    if len(pieces) < 2:
        return [main]
    noun = pieces[-1][-1]
    for piece in pieces[:-1]:
        shared = [*piece, noun]
        if not _has_food(phrases_of(piece)) or " ".join(map(known.vocabulary.base, shared)) in known.meanings:
            piece.append(noun)
    return [" ".join(piece) for piece in pieces]


def _reading(main: str, notes: Sequence[str], bracketed: str, name: str) -> Reading:
    words = _before_tail(words_of(main))
    for note in notes:
        noted = _before_tail(words_of(note.partition("/")[0]))
        phrases = phrases_of(noted)
        # "yeast, active dry" and "vinegar, cider" are turned round; a longer note is about the cook's work.
        turned = _is_simple(phrases) or _is_simple(phrases_of([*noted, *words[:1]]))
        words = [*(noted if turned else _changes_in(phrases)), *words]
    return _understood(phrases_of([*_told_in_brackets(bracketed, words), *words]), name)


def _told_in_brackets(bracketed: str, words: list[str]) -> list[str]:
    """Return what brackets say of the food: its kind, as in "potatoes (Yukon Gold)" and "tomatoes (cherry)"."""
    said = words_of(bracketed)
    if not said or not words:
        return []
    phrases = phrases_of(said)
    foods = {phrase.meaning for phrase in phrases_of(words)}
    joined = phrases_of([*said, words[-1]])
    if len(joined) == len(phrases) == 1:
        return [] if joined[0].meaning in foods else said
    if len(phrases) == 1 and foods & lexicon().ancestors.get(phrases[0].meaning, frozenset()):
        return said
    return _kinds_in(phrases) if _is_simple(phrases) else _changes_in(phrases)


def _is_simple(phrases: list[Word]) -> bool:
    return len(phrases) <= 3 and all(phrase.role for phrase in phrases)


def _kinds_in(phrases: Iterable[Word]) -> list[str]:
    kinds = [phrase.written for phrase in phrases if phrase.role in (Role.KIND, Role.PRODUCT)]
    return [word for kind in kinds for word in kind.split()]


def _changes_in(phrases: Iterable[Word]) -> list[str]:
    return _kinds_in(phrase for phrase in phrases if phrase.role is Role.PRODUCT or phrase.topic == "state")


def _has_food(phrases: Iterable[Word]) -> bool:
    return any(word.role in (Role.FOOD, Role.FORM) for word in phrases)


def _before_tail(words: list[str]) -> list[str]:
    """Cut "for frying" and "to taste" off."""
    tails = lexicon().lists["tails"]
    base = lexicon().vocabulary.base
    bases = [base(word) for word in words]
    for at in range(1, len(words)):
        if any(" ".join(bases[at:end]) in tails for end in range(at + 1, min(at + 4, len(words) + 1))):
            return words[:at]
    return words


def phrases_of(words: Sequence[str]) -> list[Word]:
    """Return the known phrases in *words*, the longest first taken, and every other word by itself."""
    known = lexicon()
    base = known.vocabulary.base
    words = [part for word in words for part in known.vocabulary.parts(word)]
    tokens = [(known.plurals.get(word) or base(word), word) for word in words]
    bases = [base(word) for word in words]
    found: list[Word] = []
    at = 0
    while at < len(words):
        for size in range(min(known.longest, len(words) - at), 0, -1):
            phrase = " ".join(bases[at : at + size]) if size > 1 else tokens[at][0]
            if size == 2 and phrase not in known.meanings:
                phrase = "".join(bases[at : at + size])  # "egg plant", "blue berries"
            if size > 1 and phrase not in known.meanings:
                continue
            meaning = known.meanings.get(phrase, phrase)
            role, topic = known.roles.get(meaning, (None, ""))
            found.append(Word(meaning, role, topic, " ".join(words[at : at + size])))
            at += size
            break
    return found


def _understood(phrases: list[Word], name: str) -> Reading:
    known = lexicon()
    left_out = [word for word in phrases if word.role is Role.LEFT_OUT]
    kept = _turned([word for word in phrases if word.role is not Role.LEFT_OUT])
    # Read again what is left: "ground (organic) beef" is a phrase now, and so is the "juice" of a "lemon".
    second = phrases_of([part for word in kept for part in word.meaning.split()])
    left_out += [word for word in second if word.role is Role.LEFT_OUT]
    foods = [word.meaning for word in second if word.role in (Role.FOOD, Role.FORM, Role.PRODUCT)]
    kinds = frozenset(word.meaning for word in second if word.role is Role.KIND)
    ands = known.lists["and"]
    strange = [w.meaning for w in second if w.role is None and len(w.meaning) > 1 and w.meaning not in ands]
    last = next((w.meaning for w in reversed(second) if w.role not in (Role.LEFT_OUT, Role.KIND)), None)
    if foods and strange and last == strange[-1]:
        # Behind the food an unknown word is the thing itself: "olive tapenade" is no olive.
        foods.append(strange.pop())
    unknown = frozenset(strange)
    above = {parent for food in foods for parent in known.ancestors.get(food, ())}
    above |= {food for food in foods if set(food.split()) < set(foods[-1].split())}  # the "egg" of "egg yolk of an egg"
    foods = [food for food in dict.fromkeys(foods) if food not in above]
    kinds -= {word for food in foods for word in food.split()}  # a "canned tomato" in a can is canned once
    if not foods and not unknown:
        # Nothing but adjectives, or no words at all: then these are the name.
        return Reading((), frozenset(), kinds, tuple(left_out)) if kinds else _verbatim(name)
    return Reading(tuple(foods), kinds, unknown, tuple(left_out))


def _turned(phrases: list[Word]) -> list[Word]:
    """Return "juice of lemon" as "lemon juice"."""
    of = lexicon().lists["of"]
    for at, word in enumerate(phrases):
        if word.meaning in of and 0 < at < len(phrases) - 1:
            return [*phrases[at + 1 :], *phrases[:at]]
    return [word for word in phrases if word.meaning not in of]
