"""The texts of the instructions as words: every heading, step and tip, in the order of cooking."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from recipekit.check.rule import Subject
from recipekit.foods.lexicon import lexicon, words_of
from recipekit.model import Step, Wording
from recipekit.words import checked

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,/⁄]\d+)*[¼-¾⅐-⅞]?|[¼-¾⅐-⅞]|[^\s\w\-‐‑]")
NUMBER = "#"
"""How a number stands among the words of a text."""
SENTENCE_ENDS = frozenset(".!?;")
_LONGEST = 150  # words from one of a sentence to its ends


class Part(StrEnum):
    """What a text of the instructions is."""

    HEADING = "heading"
    STEP = "step"
    NOTE = "note"


class Text(NamedTuple):
    """A text as *words*, in lower case, and their *bases* as the lexicon has them; both run in step.

    A German compound stands there as its two parts. *tokens* are the places of the words among those of the *wording*,
    *tip* is where a tip begins in the text of a step.
    """

    part: Part
    wording: Wording | None
    words: tuple[str, ...]
    bases: tuple[str, ...]
    tokens: tuple[int, ...]
    tip: int
    nested: bool = False
    parent: int = -1

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where the words from *start* to before *end* stand in the wording; None where they do not."""
        found = _spans(self.wording.text) if self.wording is not None else ()
        if end <= start or self.tokens[end - 1] >= len(found):
            return None
        return found[self.tokens[start]][0], found[self.tokens[end - 1]][1]

    def may_be_verb(self, at: int) -> bool:
        """Tell whether the word *at* stands where an order begins: "mix" of "then mix", not of "the cabbage mix"."""
        before = self.words[at - 1] if at else ""
        orders = not before or not before[0].isalpha() or before in checked("steps", "before_a_verb")
        return orders or before.endswith("ly")

    def sentence(self, at: int) -> tuple[int, int]:
        """Return the first word of the sentence that *at* stands in, and the one behind its last."""
        start = end = at
        first, last = max(at - _LONGEST, 0), min(at + _LONGEST, len(self.bases))
        while start > first and self.bases[start - 1] not in SENTENCE_ENDS:
            start -= 1
        while end < last and self.bases[end] not in SENTENCE_ENDS:
            end += 1
        return start, end


@cache
def _tip() -> re.Pattern[str]:
    said = "|".join(sorted(map(re.escape, checked("steps", "tips"))))
    return re.compile(rf"\b(?:{said})\W{{0,3}}:", re.IGNORECASE)


@lru_cache(maxsize=16)
def _spans(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(found.span() for found in _TOKEN.finditer(text))


@lru_cache(maxsize=16384)
def bases_of(token: str) -> tuple[str, ...]:
    """Return the words of the lexicon that a *token* is made of: itself without its ending, most often.

    >>> bases_of("onions"), bases_of("tomatenwürfel"), bases_of("½"), bases_of(",")
    (('onion',), ('tomate', 'wurfel'), ('#',), (',',))
    """
    if not token[0].isalpha():
        return (NUMBER,) if token[0].isalnum() else (token,)
    known = lexicon().vocabulary
    return tuple(_base_of(part) for word in words_of(token) for part in known.parts(word)) or (token,)


def _base_of(word: str) -> str:
    """Return the base of a word; of "Eiern", with two endings, too."""
    known = lexicon().vocabulary
    found = known.base(word)
    if found == word and word.endswith("n") and word not in known.english:
        shorter = known.base(word[:-1])
        return shorter if shorter in known.german else found
    return found


@lru_cache(maxsize=64)
def based(topic: str) -> frozenset[str]:
    """Return the words of a *topic* of this family in the form in which texts have them."""
    return frozenset(base for word in checked("steps", topic) for base in bases_of(word))


def split(text: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[int, ...]]:
    """Return the words of *text*, their bases, and the place of each among the tokens."""
    words = _TOKEN.findall(text.lower())
    parts = [bases_of(word) for word in words]
    if max(map(len, parts), default=1) == 1:
        return tuple(words), tuple([one[0] for one in parts]), tuple(range(len(words)))
    places = [at for at, one in enumerate(parts) for _ in one]
    return tuple([words[at] for at in places]), tuple([base for one in parts for base in one]), tuple(places)


def texts_of(subject: Subject) -> tuple[Text, ...]:
    """Return the texts of the instructions in order; a note stands behind the step that it is under."""
    found: list[Text] = []
    for each in subject.recipe.instructions:
        if each.title:
            found.append(_text(Part.HEADING, None, each.title))
        for step in each.steps:
            _gather(step, found, -1)
    return tuple(found)


def _gather(step: Step, found: list[Text], parent: int) -> None:
    found.append(_text(Part.STEP, step.wording, step.wording.text, parent))
    here = len(found) - 1
    for nested in step.steps:
        _gather(nested, found, here)
    found.extend(_text(Part.NOTE, note.wording, note.wording.text, here) for note in step.notes)


def _text(part: Part, wording: Wording | None, text: str, parent: int = -1) -> Text:
    words, bases, tokens = split(text)
    tip = len(words)
    said = _tip().search(text) if ":" in text else None
    if said:
        before = len(_TOKEN.findall(text[: said.start()].lower()))
        tip = sum(1 for token in tokens if token < before)
    return Text(part, wording, words, bases, tokens, tip, parent >= 0, parent)
