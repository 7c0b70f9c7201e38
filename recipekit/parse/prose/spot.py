"""One number of a sentence and the words around it: what the rules look at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from recipekit.grammar import is_plural
from recipekit.parse.prose.sentences import Sentences, lazy
from recipekit.parse.quantities import Found
from recipekit.source import Span
from recipekit.units import Dimension, dimension_of
from recipekit.words import words

MEASURED = (Dimension.MASS, Dimension.VOLUME)
PIECES = frozenset(("piece", "slice", "wedge", "strip", "cube", "portion", "serving", "loaf", "stick"))
"""Units that are pieces of something, so that they may count what a recipe makes."""

_MOST_WORDS = 60  # what stands farther from a number says nothing about it
_FAR = 300  # code points of a clause that patterns look at
_NEAR = 80  # code points around a number that a pattern looks at


class Spot:
    """One number of a text and the words around it, looked at only as far as a rule asks."""

    def __init__(self, sentences: Sentences, numbers: list[Found], index: int) -> None:
        self.sentences = sentences
        self.text = sentences.text
        self.numbers = numbers
        self.index = index
        self.found = found = numbers[index]
        self.unit = found.unit
        self.dimension = dimension_of(found.unit)

    @lazy
    def behind(self) -> str:
        """What stands right behind the number and its unit, in lower case."""
        return self.sentences.lowered[self.found.end : self.found.end + _NEAR]

    @lazy
    def ahead(self) -> str:
        """What stands right before the number, in lower case."""
        return self.sentences.lowered[max(0, self.found.start - _NEAR) : self.found.start]

    @lazy
    def written(self) -> str:
        """The number itself, in lower case."""
        return self.sentences.lowered[self.found.start : self.found.number_end]

    @lazy
    def _first_behind(self) -> int:
        return bisect_left(self.sentences.tokens[1], self.found.end)

    @lazy
    def _first_within(self) -> int:
        return bisect_left(self.sentences.tokens[1], self.found.start)

    def _start(self, ends: list[int]) -> int:
        at = bisect_right(ends, self.found.start)
        return ends[at - 1] if at else 0

    def _before(self, ends: list[int]) -> list[str]:
        said, starts, _ = self.sentences.tokens
        first = bisect_left(starts, self._start(ends))
        last = self._first_within
        return said[max(first, last - _MOST_WORDS) : last][::-1]

    @lazy
    def before(self) -> list[str]:
        """The words of the same sentence before the number, the nearest first."""
        return self._before(self.sentences.sentence_ends)

    @lazy
    def clause(self) -> list[str]:
        """The words of the same clause before the number, the nearest first."""
        return self._before(self.sentences.clause_ends)

    def _behind(self, ends: list[int]) -> list[str]:
        at = bisect_right(ends, self.found.end)
        if at < len(ends) and ends[at] - self.found.end <= 2 and self.behind[:1] == "." and self.unit is not None:
            at += self.sentences.text[ends[at] : ends[at] + 1].islower()  # "1 tsp. salt"
        said, starts, _ = self.sentences.tokens
        first = self._first_behind
        last = bisect_left(starts, ends[at]) if at < len(ends) else len(said)
        return said[first : min(last, first + _MOST_WORDS)]

    @lazy
    def after(self) -> list[str]:
        """The words behind the number, up to the end of the clause or an "and"."""
        return self._behind(self.sentences.phrase_ends)

    @lazy
    def sentence_start(self) -> int:
        """Where the number's sentence begins."""
        return self._start(self.sentences.sentence_ends)

    @lazy
    def sentence_ahead(self) -> str:
        """The sentence up to the number, of a very long one its end, in lower case."""
        return self.sentences.lowered[max(self.sentence_start, self.found.start - _FAR) : self.found.start]

    @lazy
    def clause_ahead(self) -> str:
        """The clause up to the number, in lower case; of a very long one its end, behind a letter."""
        start = self._start(self.sentences.clause_ends)
        if self.found.start - start <= _FAR:
            return self.sentences.lowered[start : self.found.start]
        return "x" + self.sentences.lowered[self.found.start - _FAR : self.found.start]

    @lazy
    def _next_number(self) -> int:
        """Where the next number begins, the end of the text where none does; "a pecan half" holds none."""
        for number in self.numbers[self.index + 1 :]:
            if number.high >= 1 or not number.spelled or number.unit is not None:
                return number.start
        return len(self.text)

    @lazy
    def own(self) -> list[str]:
        """The words of `after` before the next number: what stands behind that belongs to it."""
        stop = bisect_left(self.sentences.tokens[1], self._next_number) - self._first_behind
        return self.after[: max(0, stop)]

    @lazy
    def own_behind(self) -> str:
        """What stands behind the number in its sentence before the next number, in lower case."""
        ends = self.sentences.sentence_ends
        at = bisect_right(ends, self.found.end)
        stop = min(ends[at] if at < len(ends) else len(self.text), self.found.end + _NEAR, self._next_number)
        return self.sentences.lowered[self.found.end : max(stop, self.found.end)]

    @lazy
    def rest(self) -> list[str]:
        """The words behind the number, up to the end of the sentence."""
        return self._behind(self.sentences.sentence_ends)

    def next(self, index: int = 0) -> str:
        """Return a word behind the number, "" where the clause ends before it."""
        return self.after[index] if index < len(self.after) else ""

    def place(self, index: int) -> Span:
        """Return where a word of `after` stands."""
        _, starts, ends = self.sentences.tokens
        return Span(starts[self._first_behind + index], ends[self._first_behind + index])

    @lazy
    def last(self) -> str:
        """The word right before the number, "" where none or punctuation stands there."""
        said, _, ends = self.sentences.tokens
        index = self._first_within - 1
        if index < 0:
            return ""
        gap = self.text[ends[index] : self.found.start]
        return said[index] if gap.strip(" ~≈#$€£.\u00a0") == "" else ""

    @lazy
    def link(self) -> str:
        """The word before the number that says how it belongs to what stands before: "into about 12" has "into"."""
        if not self.last:
            return ""
        clause, fillers = self.clause, words("approximately", "fillers")
        for index, word in enumerate(clause):
            if word not in fillers and not (word == "to" and clause[index + 1 : index + 2] == ["up"]):
                return word
        return ""

    @lazy
    def phrase(self) -> list[str]:
        """The noun phrase behind the number: "6 equal-sized patties", up to a preposition."""
        phrase: list[str] = []
        for word in self.after[:6]:
            if word in words("heads_end") or word in words("articles"):
                break
            phrase.append(word)
        return phrase

    @lazy
    def noun(self) -> Span | None:
        """The noun that a bare count belongs to: the first plural, else the last word of the phrase."""
        phrase = self.phrase
        if not phrase:
            return None
        listed = self.sentences.listed
        last = len(phrase) - 1
        if all(word in words("sizes") for word in phrase):
            return None
        for index, word in enumerate(phrase):
            if is_plural(word) if self.found.high > 1 else index == last and listed.has(word):
                return self.place(index)
        return self.place(last)

    def gap_before(self) -> str:
        """Return what stands between the number before and this one; the text before it where there is none."""
        start = self.numbers[self.index - 1].end if self.index else 0
        return self.sentences.lowered[start : self.found.start]

    def gap_behind(self) -> str:
        """Return what stands between this number and the next; the text behind it where there is none."""
        last = self.index + 1 == len(self.numbers)
        return self.sentences.lowered[self.found.end : len(self.text) if last else self.numbers[self.index + 1].start]
