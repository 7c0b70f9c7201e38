"""What a rule is: a question about one number of a sentence, and what the number is where the answer is yes."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from recipekit.model import Kind
from recipekit.parse.prose.spot import Spot
from recipekit.source import Span
from recipekit.units import Dimension


class Counted(NamedTuple):
    """A yes that says which noun the number counts, so that it agrees, and where the number ends or begins.

    A noun *apart* agrees, but does not belong to the quantity: between them stands a size ("two 14-oz cans").
    """

    noun: Span | None = None
    number_end: int = 0
    apart: bool = False
    start: int = -1


Answer = bool | Counted
Numbers = frozenset[Dimension | None]

BARE: Numbers = frozenset((None,))
MEASURED: Numbers = frozenset((Dimension.MASS, Dimension.VOLUME))
COUNTED: Numbers = frozenset((Dimension.COUNT,))
PEOPLE: Numbers = frozenset((Dimension.PEOPLE,))
COUNTS = BARE | COUNTED | PEOPLE
AMOUNTS = MEASURED | COUNTS


class Rule(NamedTuple):
    """One rule: *why* is the reason that a cook reads, *asks* the question, whose docstring holds its cases.

    It is asked of *numbers* only, by what their unit measures (None: no unit), and only where a word of the topics
    *cues* stands in the text. What it decides is not *sure* where careful editors would differ.
    """

    kind: Kind
    why: str
    asks: Callable[[Spot], Answer]
    numbers: Numbers
    cues: str = ""
    scales: bool = False
    sure: bool = True

    @property
    def name(self) -> str:
        """The rule's name: that of its question without the "is"."""
        return self.asks.__name__.removeprefix("is_").replace("_", "-")
