"""What is asked of recipes, as values."""

from __future__ import annotations

import re
from typing import NamedTuple


class Words(NamedTuple):
    """Words in one line, one after the other, each in the singular or the plural; in *column*, or in any.

    *begun*: the last of them need only begin so.
    """

    words: tuple[str, ...]
    begun: bool = False
    column: int | None = None


class Pattern(NamedTuple):
    """A regular expression that fits a line; in *column*, or in any."""

    pattern: re.Pattern[str]
    column: int | None = None


class Says(NamedTuple):
    """What a recipe says under *field* ("id", "path"), folded, has what the *pattern* fits in it."""

    field: str
    pattern: re.Pattern[str]


class Figure(NamedTuple):
    """A *field* of numbers compared by *sign* with *low*; "=" and "!=" ask whether it lies from *low* to *high*."""

    field: str
    sign: str
    low: float
    high: float


class Not(NamedTuple):
    """*part* is not so."""

    part: Query


class Every(NamedTuple):
    """All of *parts* are so; without any, every recipe is meant."""

    parts: tuple[Query, ...] = ()


class Either(NamedTuple):
    """One of *parts* is so, or more."""

    parts: tuple[Query, ...]


Query = Words | Pattern | Says | Figure | Not | Every | Either
