"""Which unit a word is meant for that is nearly one: "tbps", "teaspon", "gramms"."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import recipekit.words
from recipekit.foods.lexicon import lexicon, words_of
from recipekit.units import Dimension, dimension_of
from recipekit.words import LANGUAGES, checked, meanings

_SHORT = 3  # letters; of these only the order may be wrong, or one is doubled
_PLAIN = 4
_LONG = 8  # letters; two of these may be wrong
_LONGEST = 16
_COUNT_NOUN = 5  # letters; shorter ones are too near to other words ("ear", "head", "can")
_WORD = re.compile(r"[^\W\d_]+")
_VOWELS = frozenset("aeiouyäöü")


class Meant(NamedTuple):
    """The *unit* that is meant, None where it may be one of several, and how it is spelled."""

    unit: str | None
    spelled: str


@lru_cache(maxsize=4096)
def unit_meant(word: str) -> Meant | None:
    """Return the unit that *word* is a slip of the pen for; None where it is a word of its own, or nothing like a unit.

    >>> unit_meant("tbps"), unit_meant("gramms").spelled, unit_meant("tube"), unit_meant("sweet")
    (Meant(unit='tbsp', spelled='tbsp'), 'grams', None, None)
    """
    lowered = word.lower()
    if not _SHORT <= len(lowered) <= _LONGEST or lowered in meanings("units"):
        return None
    near = ((_rank(lowered, spelled), spelled, unit) for spelled, unit in _spellings(lowered))
    found = sorted((rank, spelled, unit) for rank, spelled, unit in near if rank is not None)
    if not found or _is_a_word(lowered):
        return None
    best = found[0]
    units = {unit for rank, _, unit in found if rank[:3] == best[0][:3]}
    return Meant(best[2] if len(units) == 1 else None, best[1])


def _spellings(word: str) -> Iterator[tuple[str, str]]:
    """Yield the spellings of units that begin like *word*, or whose first two letters were swapped."""
    for spelled, unit in _known():
        if abs(len(spelled) - len(word)) <= 2 and (spelled[0] == word[0] or spelled[:2] == word[1::-1]):
            yield spelled, unit


@cache
def _known() -> tuple[tuple[str, str], ...]:
    measured = (Dimension.MASS, Dimension.VOLUME)
    kept = frozenset(checked("amounts", "mistyped_units"))
    return tuple(
        (spelled, unit)
        for spelled, unit in meanings("units").items()
        if spelled.isalpha()
        and len(spelled) >= _SHORT
        and unit in kept
        and (dimension_of(unit) in measured or len(spelled) >= _COUNT_NOUN)
    )


def _rank(word: str, spelled: str) -> tuple[int, ...] | None:
    """Return how near *word* is to *spelled*, the nearest lowest; None where it is too far."""
    shorter = min(len(word), len(spelled))
    swapped = sorted(word) == sorted(spelled)
    distance = _distance(word, spelled)
    most = 2 if shorter >= _LONG else 1
    if distance > most:
        return None
    doubled = set(word) == set(spelled) and len(word) > len(spelled)
    unspeakable = _VOWELS.isdisjoint(word)
    if shorter <= _SHORT and not (swapped or doubled or (unspeakable and max(len(word), len(spelled)) > _SHORT)):
        return None
    if shorter <= _PLAIN and len(word) == len(spelled) and not (swapped or unspeakable):
        return None
    counted = dimension_of(_unit_of(spelled)) is Dimension.COUNT
    if counted and shorter < _LONG and len(word) == len(spelled) and not swapped:
        return None
    several = word.endswith("s") != spelled.endswith("s")
    return distance, not swapped, word[0] != spelled[0], several, abs(len(word) - len(spelled)), len(spelled)


def _unit_of(spelled: str) -> str:
    return meanings("units")[spelled]


def _distance(one: str, other: str) -> int:
    """Return how many letters must be changed, added, left out or swapped with the next to make *other* of *one*."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]


def _is_a_word(word: str) -> bool:
    """Tell whether *word* is one of the kitchen: a food, an adjective, a noun, in any language of the data."""
    vocabulary = lexicon().vocabulary
    folded = (words_of(word) or [""])[0]
    known = folded in vocabulary.german or vocabulary.base(folded) in vocabulary.english | vocabulary.german
    return known or word in _kitchen_words() or word in checked("amounts", "near_units")


@cache
def _kitchen_words() -> frozenset[str]:
    """Return every word of the data; read once, and only where something is nearly a unit."""
    folder = Path(recipekit.words.__file__).parent
    texts = (json.loads((folder / f"{code}.json").read_bytes()) for code in LANGUAGES)
    return frozenset(_WORD.findall(json.dumps(list(texts), ensure_ascii=False).lower()))
