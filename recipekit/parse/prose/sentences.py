"""A stretch of text in words, and what the recipe lists: what all numbers of the text share."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Generic, NamedTuple, TypeVar

from recipekit.grammar import lower_singular
from recipekit.parse.quantities import WORD
from recipekit.units import unit_named
from recipekit.words import words

T = TypeVar("T")

_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)\]]*\s+(?=\S)|[;\n]")
_CLAUSE = re.compile(r"[,:](?!\d)|[()–—…]|(?<=\s)-(?=\s)")
_THEN = ("then", "dann")
_AND = ("and", "und")


class lazy(Generic[T]):  # noqa: N801 - reads as a decorator
    """A property that is computed once; `functools.cached_property` takes a lock at each first use before 3.12."""

    def __init__(self, compute: Callable[[Any], T]) -> None:
        self.compute = compute
        self.name = compute.__name__
        self.__doc__ = compute.__doc__

    def __get__(self, owner: Any, _type: type | None = None) -> T:
        value = owner.__dict__[self.name] = self.compute(owner)
        return value


class Listed(NamedTuple):
    """What a recipe lists: the nouns of its ingredients, their names, which are counted, and whom it serves."""

    nouns: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()
    counted: frozenset[str] = frozenset()
    serves: int | None = None

    def counts(self, noun: str) -> bool:
        """Tell whether *noun* is something that is counted, so that half of one is an amount: an onion, no cheese."""
        one = lower_singular(noun)
        return one in self.counted or one in words("foods") or noun in words("foods") or noun in self.counted

    def has(self, noun: str) -> bool:
        """Tell whether *noun* is one of the recipe's ingredients, or a food that every kitchen has."""
        one = lower_singular(noun)
        if noun.endswith("ern") and noun[:-1] in self.nouns | words("foods"):  # "mit drei Eiern"
            return True
        return one in self.nouns or noun in self.nouns or one in words("foods") or noun in words("foods")


NOTHING_LISTED = Listed()


def lower_case(text: str) -> str:
    """Return *text* in lower case, every place where it was ("İ" has two code points in lower case)."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class Sentences:
    """A stretch of text in words, and where its sentences and clauses begin: what all of its numbers share."""

    def __init__(self, text: str, listed: Listed) -> None:
        self.text = text
        self.listed = listed
        self.lowered = lower_case(text)

    @lazy
    def tokens(self) -> tuple[list[str], list[int], list[int]]:
        """The words in lower case, where each begins and where each ends."""
        found = list(WORD.finditer(self.lowered))
        return [word[0] for word in found], [word.start() for word in found], [word.end() for word in found]

    @lazy
    def said(self) -> frozenset[str]:
        """Every word of the text."""
        return frozenset(self.tokens[0])

    @lazy
    def sentence_ends(self) -> list[int]:
        """Where a sentence ends and the next begins."""
        return [end.end() for end in _SENTENCE_END.finditer(self.text) if not self._abbreviated(end)]

    def _abbreviated(self, end: re.Match[str]) -> bool:
        """Tell whether the full stop at *end* belongs to an abbreviation: "1 tsp. salt", "ca. 20"."""
        if end[0][0] != ".":
            return False
        start = end.start()
        while start and self.text[start - 1].isalpha():
            start -= 1
        following = self.text[end.end() : end.end() + 1]
        word = self.lowered[start : end.start()]
        if word in words("abbreviated"):
            return True
        return (not word or unit_named(word) is not None) and not following.isupper()

    @lazy
    def clause_ends(self) -> list[int]:
        """Where a clause ends and the next begins; a sentence's end is one too."""
        ends = [comma.end() for comma in _CLAUSE.finditer(self.lowered)]
        said, _, word_ends = self.tokens
        if not self.said.isdisjoint(_THEN):
            ends += [end for word, end in zip(said, word_ends, strict=True) if word in _THEN]
        return sorted((*self.sentence_ends, *ends))

    @lazy
    def phrase_ends(self) -> list[int]:
        """Where what belongs to a number before it ends: at a clause's end or before an "and"."""
        if self.said.isdisjoint(_AND):
            return self.clause_ends
        said, starts, _ = self.tokens
        return sorted((*self.clause_ends, *(start for word, start in zip(said, starts, strict=True) if word in _AND)))
