"""Finds what a food weighs: the row of the tables that a recipe means by "onions, finely chopped".

A row is meant where its words are just those that were said: every word of the name, and of the note what it needs.
Where no row has just those words, `foods` judges.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple, TypeVar

from recipekit.errors import RecipeKitError
from recipekit.grammar import singular
from recipekit.units.weights import DIFFER, Density, Piece, densities, pieces
from recipekit.words import words

Files = tuple[Path, ...]
Key = frozenset[str]
Row = TypeVar("Row", Density, Piece)

_WORD = re.compile(r"[^\W_]+")
_ANY_PIECE = (None, "piece", "unit", "portion")
_EACH = frozenset({"each", "medium", "usual"})


class UnknownFoodError(RecipeKitError):
    """Nothing is known about the weight of a food; *known* are the names most like it."""

    def __init__(self, food: str, what: str, known: Iterable[str]) -> None:
        self.food = food
        self.known = tuple(known)
        hint = (
            f"the nearest known are {'; '.join(self.known)}"
            if self.known
            else "name another, or put its weight in a file of your own"
        )
        super().__init__(f'no {what} is known for "{food[:60]}"; {hint}')


class Said(NamedTuple):
    """What a recipe says of a food: its name, the note behind it, and the words of its amount ("large head")."""

    name: str
    note: str = ""
    size: str = ""


def density_of(food: str, note: str = "", extra: Files = ()) -> Density | None:
    """Return the density that is known for *food*, None where none is; *extra* are a cook's own files.

    Raises:
        UnreadableRecipeError: one of *extra* cannot be read.

    >>> found = density_of("flour")
    >>> found.food, str(found.g_per_ml * 473176473 / 2000000)
    ('all-purpose flour', '120')
    >>> density_of("onions", "finely chopped").food, density_of("unobtainium")
    ('onion, chopped', None)
    """
    name, behind = _key(food), _key(note)
    if not name:
        return None
    named = next((row for row in densities(extra) if food in row.names), None) if "/" in food else None
    if named is not None:
        return named
    if extra and (own := _judged(food, [row for row in densities(extra) if row not in densities()])):
        return own  # a cook's own figure counts for every spelling of the food
    index = _density_index(extra, max(name, key=len)[:3])
    changed = behind & words("states")  # "spinach, cooked" weighs six times what raw spinach does
    fitting = [key for key in index if name | changed <= key <= name | behind]
    if fitting:
        return index[max(fitting, key=len)]
    return _judged(", ".join([food, *sorted(changed)]), densities(extra))


def piece_weight(food: Said, piece: str | None, extra: Files = ()) -> Piece | None:
    """Return what one *piece* of *food* weighs: the size that is said, else the usual or medium one; None if unknown.

    Args:
        food: what the recipe says, sizes and piece words in the name included ("medium onions", "garlic cloves").
        piece: what is counted ("clove", "head", "stick"); None for the food itself.
        extra: a cook's own files.

    Raises:
        UnreadableRecipeError: one of *extra* cannot be read.

    >>> piece_weight(Said("onions"), None).piece, piece_weight(Said("large onions"), None).piece
    ('medium', 'large')
    >>> piece_weight(Said("garlic"), "clove").grams, piece_weight(Said("butter"), "clove")
    (Fraction(3, 1), None)
    """
    rows = pieces(extra)
    said = _key(food.name)
    sizes = (_key(food.size) | _key(food.note)) & words("sizes")
    found = list(_fitting(rows, said, sizes, piece))
    if not found and said and said.isdisjoint(words("cut_pieces")):
        bare = " ".join(word for word in food.name.split() if word.lower() not in words("sizes"))
        match = _judged(bare, rows)
        same = [row for row in rows if match and row.food == match.food and _numbers(food.name) <= _numbers(row.piece)]
        found = list(_fitting(same, _key(match.food) | (said & words("sizes")), sizes, piece)) if match else []
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _fitting(
    rows: Iterable[Piece], said: Key, sizes: Key, piece: str | None
) -> Iterator[tuple[tuple[int, ...], Piece]]:
    """Yield the rows that may be meant, each with how well it fits."""
    for index, row in enumerate(rows):
        which = _key(row.piece)
        for name in _keys(row.names):
            rest = said - name
            if not name <= said or not rest <= which | words("sizes"):
                continue
            if piece not in _ANY_PIECE:
                counted = singular(piece or "").lower() in which
            else:
                counted = which - words("sizes") - _EACH - _numbers(row.piece) <= rest | {"inch", "extra"}
            wanted = rest | sizes
            if counted and not (_numbers(" ".join(wanted)) - which):
                yield (len(wanted & which), row.usual, bool(which & _EACH), len(name), -len(which), -index), row


def known_foods(extra: Files = ()) -> tuple[str, ...]:
    """Return the name of every food with a density or a piece weight, in the order of the tables.

    Raises:
        UnreadableRecipeError: one of *extra* cannot be read.
    """
    foods = [row.food for row in densities(extra)] + [row.food for row in pieces(extra)]
    return tuple(dict.fromkeys(foods))


def no_density(food: str, extra: Files = ()) -> UnknownFoodError:
    """Return the error that the density of *food* is not known."""
    return UnknownFoodError(food, "density", _nearest(food, densities(extra)))


def no_weight(food: str, piece: str | None, extra: Files = ()) -> UnknownFoodError:
    """Return the error that it is not known what one *piece* of *food* weighs."""
    rows = pieces(extra)
    said = _key(food)
    same = [piece_words(row) for row in rows if any(key <= said for key in _keys(row.names))]
    known = same[:5] or _nearest(food, rows)
    return UnknownFoodError(food, f"weight of a {piece}" if piece else "weight of one", known)


def _nearest(food: str, rows: Sequence[Row]) -> tuple[str, ...]:
    from recipekit.foods import nearest  # noqa: PLC0415 - only where something is unknown

    return nearest(food, tuple(dict.fromkeys(row.food for row in rows)))


def piece_words(piece: Piece) -> str:
    """Return what a piece is called: "medium onion", "medium stalk of celery".

    >>> from fractions import Fraction
    >>> piece_words(Piece("celery", ("celery",), "stalk medium", Fraction(40), ""))
    'medium stalk of celery'
    """
    plain = [name for name in piece.names if not set(name) & set(",(/")]
    which = [word for word in piece.piece.split() if word != "each"]
    sizes = sorted(which, key=lambda word: not is_size(word))
    of = "" if all(is_size(word) or word == "inch" or word.isdigit() for word in which) else " of"
    return f"{' '.join(sizes)}{of} {plain[0] if plain else piece.food}".strip()


def is_size(word: str) -> bool:
    """Tell whether *word* says how large a piece is."""
    return word in words("sizes") or word == "extra"


def _judged(food: str, rows: Sequence[Row]) -> Row | None:
    """Return the row that `foods` holds for the same food."""
    from recipekit.foods import Likeness, best_match, compare  # noqa: PLC0415 - most foods are known by their own words

    numbers = _numbers(food)  # a number says which kind: "00 flour", "spirits, 40 %"
    by_name = {name: row for row in reversed(rows) for name in row.names if _numbers(name) <= numbers}
    same = tuple(name for name in by_name if compare(food, name).likeness is Likeness.SAME)
    match = best_match(food, same)
    if match is None:
        return None
    # a name in fewer words is what the others are kinds of, and its row the one that is meant: "brown sugar"
    # and one in the food's own words goes before one that shares fewer: no sliced onion for "finely diced yellow onion"
    said, chosen = _key(food), _key(match)
    beaten = {name for name in same if chosen < _key(name) or (chosen <= said and _key(name) & said < chosen)}
    rivals = [by_name[name] for name in same if name not in beaten]
    return None if _disagree(rivals) else by_name[match]


def _disagree(rows: Iterable[Density | Piece]) -> bool:
    """Tell whether the densities of what may be meant differ: kosher salt of one brand weighs twice the other's."""
    figures = [row.g_per_ml for row in rows if isinstance(row, Density)]
    return bool(figures) and max(figures) - min(figures) > DIFFER * min(figures)


@cache
def _density_index(extra: Files, beginning: str) -> dict[Key, Density]:
    """Return the densities by the words of each of their names; the first of a name wins, so a cook's own does."""
    index: dict[Key, Density] = {}
    for row in densities(extra, beginning):
        for key in _keys(row.names):
            index.setdefault(key, row)
    return index


@cache
def _keys(names: tuple[str, ...]) -> tuple[Key, ...]:
    """Return the words of each name; a slash stands for either: "powdered/icing sugar"."""
    spelled = [part for name in names for part in name.split(" / ")]
    return tuple(
        _key(" ".join(choice)) for name in spelled for choice in product(*(word.split("/") for word in name.split()))
    )


@cache
def _key(text: str) -> Key:
    """Return the words of *text* in the singular, articles and the like left out."""
    found = (singular(word) for word in _WORD.findall(text.lower()))
    return frozenset(found) - words("of") - words("articles")


def _numbers(text: str) -> Key:
    return frozenset(word for word in _WORD.findall(text) if word.isdigit())
