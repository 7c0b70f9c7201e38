"""One number of a sentence and the words around it: what the rules of `prose` look at."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeVar

from recipekit.grammar import is_plural, singular
from recipekit.model import Kind
from recipekit.parse.quantities import WORD, Found, word_before
from recipekit.source import Span
from recipekit.units import Dimension, dimension_of, unit_named
from recipekit.words import words

T = TypeVar("T")

MEASURED = (Dimension.MASS, Dimension.VOLUME)
PIECES = frozenset(("piece", "slice", "wedge", "strip", "cube"))
PER = frozenset(("per", "apiece", "pro"))
FAR = 300  # code points; what stands farther from a number says nothing about it
AMOUNT = "amount of an ingredient"

_SENTENCE_END = re.compile(r"[.!?]\s|;")
_CLAUSE_START = re.compile(r"[,;:()]|[.!?]\s|\bthen\b|\bdann\b")
_CLAUSE_END = re.compile(r"[,;:()]|[.!?](?:\s|$)|\band\b|\bthen\b|\bund\b|\bdann\b")


class Verdict(NamedTuple):
    """What a number is; *noun* is the counted noun that agrees with it."""

    kind: Kind
    why: str
    scales: bool = False
    noun: Span | None = None
    number_end: int = 0


@lru_cache(maxsize=16)
def _lowered(text: str) -> str:
    """Return *text* in lower case, every place where it was ("İ" has two code points in lower case)."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class lazy(Generic[T]):  # noqa: N801 - reads as a decorator
    """A property that is computed once; `functools.cached_property` takes a lock at each first use before 3.12."""

    def __init__(self, compute: Callable[[Any], T]) -> None:
        self.compute = compute
        self.name = compute.__name__
        self.__doc__ = compute.__doc__

    def __get__(self, spot: Any, owner: type | None = None) -> T:
        value = spot.__dict__[self.name] = self.compute(spot)
        return value


class Spot:
    """One number of a text and the words around it, lower-case, looked at only as far as a rule asks."""

    def __init__(self, text: str, found: Found, foods: frozenset[str]) -> None:
        self.text = text
        self.found = found
        self.foods = foods
        self.unit = found.unit
        self.dimension = dimension_of(found.unit)
        self.following = text[found.end : found.end + 1]

    @lazy
    def sentence_before(self) -> str:
        """The words of the same sentence before the number."""
        before = self.text[max(0, self.found.start - FAR) : self.found.start].lower()
        ends = [match.end() for match in _SENTENCE_END.finditer(before)]
        return before[ends[-1] :] if ends else before

    @lazy
    def clause_before(self) -> list[str]:
        """The words of the same clause before the number, the nearest first."""
        before = self.sentence_before
        starts = [match.end() for match in _CLAUSE_START.finditer(before)]
        return WORD.findall(before[starts[-1] :] if starts else before)[::-1]

    @lazy
    def before(self) -> list[str]:
        """The words of the same sentence before the number, the nearest first."""
        return WORD.findall(self.sentence_before)[::-1]

    @lazy
    def last(self) -> str:
        """The word right before the number, "" where none or punctuation stands there."""
        return word_before(self.text, self.found.start)

    @lazy
    def after(self) -> list[re.Match[str]]:
        """The words of the same clause behind the number."""
        text = _lowered(self.text)
        start = self.found.end
        if self.unit is not None and text[start : start + 2] == ". " and self.text[start + 2 : start + 3].islower():
            start += 1  # "1 tsp. salt"
        end = _CLAUSE_END.search(text, start, start + FAR)
        return list(WORD.finditer(text, start, end.start() if end else start + FAR))

    def next(self, index: int = 0) -> str:
        """Return the word behind the number, "" where the clause ends before it."""
        return self.after[index][0] if index < len(self.after) else ""

    @lazy
    def phrase(self) -> list[re.Match[str]]:
        """The noun phrase behind the number: "6 equal-sized patties", up to a preposition."""
        phrase = []
        for word in self.after[:6]:
            if word[0] in words("heads_end") or word[0] in words("articles"):
                break
            phrase.append(word)
        return phrase

    @lazy
    def noun(self) -> Span | None:
        """The noun that a bare count belongs to: the first plural, else the last word of the phrase."""
        phrase = self.phrase
        if not phrase:
            return None
        many = next((word for word in phrase if is_plural(word[0])), None) if self.found.high > 1 else None
        if many is None and self.found.high <= 1:
            many = next((word for word in phrase if singular(word[0]) in self.foods and word is phrase[-1]), None)
        return Span(*(many or phrase[-1]).span())


def food_noun(spot: Spot, phrase: list[re.Match[str]]) -> Span | None:
    """Return the noun of *phrase* to agree with the number, if the phrase names a food of the recipe."""
    kept: list[re.Match[str]] = []
    for word in phrase[:5]:
        if word[0] in words("heads_end"):
            break
        kept.append(word)
    known = spot.foods | words("foods")
    foods = [word for word in kept if singular(word[0]) in known or word[0] in known]
    if not foods:
        return None
    if spot.found.high > 1:
        for word in kept:
            if is_plural(word[0]):
                return Span(*word.span())
    head = kept[kept.index(foods[-1]) + 1 :]
    piece = head[0] if head and unit_named(head[0][0]) in PIECES else foods[-1]
    return Span(*piece.span())
