"""A line of several amounts or foods → a line for each: "2 eggs plus 1 yolk", "salt, 1 tbsp oil"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from recipekit.foods.lexicon import Role, lexicon, words_of
from recipekit.foods.likeness import Likeness, compare
from recipekit.foods.reading import alternatives, phrases_of
from recipekit.foods.splitting import split_foods
from recipekit.model import Ingredient, Kind, Quantity, Wording
from recipekit.ops.spelling import as_written
from recipekit.parse.items import read_ingredient
from recipekit.words import words

_LONGEST = 1000  # code points; taking a line apart takes quadratic time
_JOINT = re.compile(
    r"(?P<comma>\s*[,;])?\s*(?:(?P<plus>\bplus|\+|&|\bund|\band)\s+)?(?:about\s+|another\s+|~)?$", re.IGNORECASE
)
_ADDED = re.compile(
    r"\s*,?(?:\s(?P<plus>plus|\+)|\s(?:and|und|&))\s+"
    r"(?P<how_much>(?:(?:an?|some|little|bit|of|the|more|extra|additional|ein(?:e|en|em)?|etwas|bisschen|mehr)\s+)*)"
    r"(?P<last>(?:more|extra|mehr|some|etwas)\b)?",
    re.IGNORECASE,
)
_MORE = re.compile(r"\b(?:more|extra|additional|mehr)\b", re.IGNORECASE)
_LABEL = re.compile(r"\s*[^\W\d][^:,\d]*:\s+")
_LETTER = re.compile(r"[^\W\d_]")
_COMMA = re.compile(r"\s*,\s*")
_ONE_FOR = re.compile(r"(?:\bplus|\+)\s+(?P<number>\S+)\s+(?:for|to|für|zum)\b", re.IGNORECASE)


class Piece(NamedTuple):
    """A line about one amount of one food; *of_before* tells that it is more of the food of the piece before it.

    *more* tells that it takes some more without saying how much ("plus more for the pan").
    """

    item: Ingredient
    of_before: bool = False
    more: bool = False


def pieces_of(item: Ingredient) -> Iterator[Piece]:
    """Yield the pieces of a line, which is nearly always the line itself."""
    text = item.wording.text
    if len(text) > _LONGEST:
        yield Piece(item)
        return
    cuts = _cuts(text, item.quantities)
    begin = _label_end(text)
    if not cuts and not begin:
        yield Piece(item)
        return
    stretches = zip([begin, *(cut.begins for cut in cuts)], [*(cut.start for cut in cuts), len(text)], strict=True)
    parts = [_between(item, *stretch) for stretch in stretches]
    for at in range(len(parts) - 1):
        parts[at] = _with_noun(parts[at], parts[at + 1].name, first=not at)
    own = any(part.optional for part in parts)  # "2 eggs plus 1 yolk (optional)" insists on the eggs
    for at, part in enumerate(parts):
        if at and cuts[at - 1].more:
            continue
        more = at < len(cuts) and cuts[at].more
        meant = part if own else part._replace(optional=item.optional)
        yield Piece(meant, of_before=at > 0 and not names_a_food(part.name), more=more)


def _with_noun(item: Ingredient, following: str, *, first: bool) -> Ingredient:
    """Return a piece that is only of a kind with the noun that it shares: "1 red and 1 green bell pepper"."""
    kinds = phrases_of(words_of(item.name))
    describes = (Role.KIND, Role.LEFT_OUT) if first else (Role.KIND,)  # "2 eggs, plus 1 small" are eggs
    if not kinds or any(phrase.role not in describes for phrase in kinds):
        return item
    rest = list(phrases_of(words_of(following)))
    while rest and rest[0].role in (Role.KIND, Role.LEFT_OUT):
        rest.pop(0)
    noun = " ".join(phrase.written for phrase in rest)
    return item._replace(name=f"{item.name} {noun}") if is_known(noun) else item


class _Cut(NamedTuple):
    """Where a line goes over to something else: the end of what stands before, and the beginning of that.

    *more* tells that it only says that there is some more of it.
    """

    start: int
    begins: int
    more: bool = False


def _cuts(text: str, quantities: Sequence[Quantity]) -> list[_Cut]:
    """Return where a line goes over from one amount or food to the next, in their order."""
    cuts = [cut for at, each in enumerate(quantities) if (cut := _before_amount(text, each, first=not at)) is not None]
    for found in _ADDED.finditer(text):
        within = any(
            found.start() <= each.start <= found.end() or each.start <= found.start() < each.end for each in quantities
        )  # "2 tbsp + 2 tsp"
        if not within and _is_outside(text, found.start()):
            stop = min((cut.start for cut in cuts if cut.start >= found.end()), default=len(text))
            cut = _before_food(text[:stop], found)
            cuts += [] if cut is None else [cut]
    cuts.sort()
    return [cut for at, cut in enumerate(cuts) if not at or cut.start >= cuts[at - 1].begins]


def _is_outside(text: str, at: int) -> bool:
    return text.count("(", 0, at) <= text.count(")", 0, at)


def _before_amount(text: str, quantity: Quantity, *, first: bool) -> _Cut | None:
    """Return the cut before an amount that is one of something else, or of some more: "plus 1 yolk", ", 2 carrots"."""
    joint = _JOINT.search(text[: quantity.start])
    if joint is None or not joint[0].strip() or not _is_outside(text, quantity.start):
        return None
    if not _LETTER.search(text, 0, joint.start()):
        return None  # "3, 4 parsnips"
    behind = _name_in(text[quantity.start :])
    if first:
        counts = quantity.kind is Kind.AMOUNT and _are_foods_before(
            text[: joint.start()], behind, plus=bool(joint["plus"])
        )
    elif joint["plus"]:
        counts = quantity.kind in (Kind.AMOUNT, Kind.PER_SERVING) or _is_more_of_it(text, quantity)
    else:
        counts = quantity.kind is Kind.AMOUNT and is_known(behind)  # not "chicken, 8 pieces"
    return _Cut(joint.start(), quantity.start) if counts else None


def _are_foods_before(before: str, other: str, *, plus: bool) -> bool:
    """Tell whether a line begins with foods that an amount of an *other* comes after: "Salt, pepper, 1 tbsp oil".

    In "Broth, 2 cups chicken" it does not: chicken broth is one food.
    """
    named = [food for part in _COMMA.split(before[_label_end(before) :]) for food in split_foods(part)]
    if not all(map(is_known, named)):
        return False
    if plus and not names_a_food(other):
        return True  # "fresh basil, plus 2 sprigs"
    if not is_known(other) or any(_is_like(food, other) for food in named):
        return False
    return plus or not _are_one(other, named[-1])


def _label_end(text: str) -> int:
    """Return where a label like "For serving:" ends, 0 where there is none: "Broth: 2 cups chicken" has none."""
    label = _LABEL.match(text)
    if label is None:
        return 0
    food = _name_in(_COMMA.split(text[label.end() :])[0])
    return label.end() if is_known(food) and not _are_one(food, label[0].strip(" :")) else 0


def _are_one(kind: str, food: str) -> bool:
    """Tell whether two words are one food together, as "chicken" and "broth" are."""
    return len(phrases_of(words_of(f"{kind} {food}"))) == 1


def _before_food(text: str, found: re.Match[str]) -> _Cut | None:
    """Return the cut before a food without an amount, or before some more: "plus more for the pan", "plus salt"."""
    before, behind = text[: found.start()], text[found.end() :]
    more = bool(found["last"] or _MORE.search(found["how_much"]))
    if not before.strip() or not (more or found["plus"]):
        return None
    food = _name_in(behind) if behind[:1].isalnum() else ""  # no ", melted, for brushing"
    if names_a_food(food) and not _is_like(_name_in(before), food):
        return _Cut(found.start(), found.end())
    return _Cut(found.start(), found.end(), more=True) if more or found["how_much"] or names_a_food(food) else None


def _is_like(one: str, other: str) -> bool:
    return compare(one, other).likeness is not Likeness.DIFFERENT


def _name_in(text: str) -> str:
    return read_ingredient(Wording(text, 1))[0].name


def _is_more_of_it(text: str, quantity: Quantity) -> bool:
    """Tell whether a bare number is some more of what was counted: "2 eggs, plus 1 for brushing"."""
    found = _ONE_FOR.search(text)
    return found is not None and quantity.unit is None and quantity.start == found.start("number")


def _between(item: Ingredient, start: int, end: int) -> Ingredient:
    """Return the line from *start* to *end* as it reads by itself, times what the item was scaled by."""
    text = item.wording.text[start:end].rstrip(" ,;")
    read = read_ingredient(Wording(text, item.wording.line))[0]
    first = next((each for each in item.quantities if each.start >= start), None)
    if first is None or not read.quantities or not read.quantities[0].low:
        return read
    one = read.quantities[0]
    ratio = first.low / one.low
    if _is_more_of_it(item.wording.text, first):  # the reader takes a bare number for no amount, and keeps it
        ratio = factor_of(item)
    quantities = tuple(_times(text, each, ratio) if each.kind is Kind.AMOUNT else each for each in read.quantities)
    return read._replace(quantities=quantities)


def factor_of(item: Ingredient) -> Fraction:
    """Return by how much the first amount of a line was scaled."""
    written = item.quantities[0].written
    return written.factor if written else Fraction(1)


def _times(text: str, quantity: Quantity, ratio: Fraction) -> Quantity:
    written = as_written(text, quantity)._replace(factor=ratio)
    return quantity._replace(low=quantity.low * ratio, high=quantity.high * ratio, written=written)


def names_a_food(name: str) -> bool:
    """Tell whether *name* is a food, known or not, and no more than how or what for: "melted", "for the pan"."""
    said = words_of(name)
    if not said or said[0] in lexicon().lists["tails"] or said[0] in words("heads_end"):
        return False
    return any(phrase.role not in (Role.LEFT_OUT, Role.KIND) for phrase in phrases_of(said))


def is_known(name: str) -> bool:
    """Tell whether *name* is a food that the lexicon knows."""
    heads = [reading.head for reading in alternatives(name)] if name else []
    return bool(heads) and all(lexicon().roles.get(head, (None,))[0] is Role.FOOD for head in heads)
