"""In what state a row weighs its food: raw or cooked, canned, low in fat, sweetened, …; each has other calories."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from recipekit.check.calories.naming import named
from recipekit.check.calories.trifles import foods_of
from recipekit.foods.lexicon import lexicon, words_of
from recipekit.words import checked

_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s?%|\b(\d{2})\s?/\s?\d{1,2}\b")
_COOKING = ("raw", "cooked")


@cache
def _states() -> tuple[tuple[str, str], ...]:
    """Return pairs of a phrase and its state; a line of the data is the state and its phrases."""
    lines = (line.partition("|") for line in sorted(checked("calories", "states")))
    return tuple(
        (f" {' '.join(words_of(phrase))} ", state.strip()) for state, _, said in lines for phrase in said.split(",")
    )


@lru_cache(maxsize=8192)
def states_in(text: str) -> frozenset[str]:
    """Return the states that *text* names, and the percentages of fat.

    >>> sorted(states_in("Ground Beef 85/15, uncooked")), sorted(states_in("low-fat yogurt"))
    (['85', 'raw'], ['light'])
    """
    said = f" {' '.join(words_of(text))} "
    found = {state for phrase, state in _states() if phrase in said}
    percent = _PERCENT.search(text)
    return frozenset(found | {number for number in (percent.groups() if percent else ()) if number})


@lru_cache(maxsize=4096)
def bases_in(text: str) -> frozenset[str]:
    """Return the words of *text* as the lexicon has them."""
    return frozenset(map(lexicon().vocabulary.base, words_of(text)))


@lru_cache(maxsize=4096)
def changes_when_cooked(name: str) -> bool:
    """Tell whether 100 g of a food have other calories raw than cooked, since it takes up water or loses it.

    >>> changes_when_cooked("jasmine rice"), changes_when_cooked("tomatoes"), changes_when_cooked("ham")
    (True, False, False)
    """
    return _is_one_of(name, "swells_or_shrinks") and not is_always_ready(name)


def is_always_ready(name: str) -> bool:
    """Tell whether *name* is eaten as it is bought, like ham."""
    return _is_one_of(name, "always_ready")


@lru_cache(maxsize=4096)
def is_pulse(name: str) -> bool:
    """Tell whether *name* is a bean that is bought dry or canned."""
    return _is_one_of(name, "pulses")


def _is_one_of(name: str, topic: str) -> bool:
    wanted = foods_of(topic)
    above = lexicon().ancestors
    return any(not wanted.isdisjoint((one.head, *above.get(one.head, ()))) for one in named(name).readings)


def state_of(name: str, more: str = "", source: str = "") -> frozenset[str]:
    """Return the states in which a row weighs its food: what it says, and whether its source says raw or cooked.

    A vegetable has much the same calories raw as where nothing is said.
    """
    found = states_in(name) | (states_in(more) if more else frozenset())
    if not changes_when_cooked(name) and not is_pulse(name):
        return found - {"raw", "fresh"}
    if source and found.isdisjoint(_COOKING):
        found |= states_in(source) & frozenset(_COOKING)
    return found
