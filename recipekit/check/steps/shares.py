"""What the steps take of each food of the list, amount by amount."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from recipekit.check.rule import Subject
from recipekit.check.steps.stocks import Pantry, Stock, measure_of, stocks_of
from recipekit.model import Kind, Quantity, Recipe, Step
from recipekit.parse.prose.rules import AMOUNT
from recipekit.parse.prose.said import SCALED_BY_AUTHOR
from recipekit.parse.prose.sentences import lower_case
from recipekit.units import Dimension, dimension_of, unit_named
from recipekit.words import checked, words

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑'’][^\W\d_]+)*")
_BRACKET = re.compile(r"\s*\([^()]*\)")
_FOOD = re.compile(r"[ \u00a0]*((?:[^\W\d_]+(?:[-‐‑'’][^\W\d_]+)*[ \u00a0]*){1,8})")
_SENTENCE = re.compile(r"[.!?;](?=\s)|\n")
_PHRASE = re.compile(r"[,:(]|[–—]| - |\b(?:and|then|und|dann)\b")
_PIECE = re.compile(r"[,(]|\b(?:and|und|then|dann)\b")
_CHOICE = re.compile(r"\b(?:or|oder|up to|bis zu|one of)\s*$")
_EACH = re.compile(r"\s*(?:each|apiece|per|at a time|je|pro)\b")
_FAR = 200  # code points of a sentence that are looked at
_NEAR = 4  # words before a number that say what is done with it
_LONGEST = 5  # words of a name
_MOST_AMOUNTS = 300


class Named(NamedTuple):
    """Which food of the list an amount is of, and where the words of both begin and end."""

    stock: Stock
    start: int
    end: int


class Use(NamedTuple):
    """An amount of a food in a step: where its words begin and end, what it measures, and what the step says of it.

    One that is *made ready* is cut or measured, and comes back where it is used; one *of it* is a part of what another
    step has dealt with.
    """

    step: Step
    quantity: Quantity
    start: int
    end: int
    measure: str
    made_ready: bool
    of_it: bool
    sentence: str


class Shares(NamedTuple):
    """What the steps take of the foods: the uses of each, by its place among the *stocks*."""

    stocks: tuple[Stock, ...]
    uses: tuple[tuple[Use, ...], ...]
    several_methods: bool


@lru_cache(maxsize=1)
def shares_of(subject: Subject) -> Shares:
    """Return what the steps of a recipe take of its foods; worked out once for the rules that ask."""
    recipe = subject.recipe
    said = [
        (step, quantity)
        for step in subject.steps
        for quantity in step.quantities
        if _is_amount(quantity) and not _is_tip(step)
    ]
    if not said or len(said) > _MOST_AMOUNTS:
        return Shares((), (), several_methods=False)
    stocks = stocks_of(recipe)
    if not any(stock.amounts for stock in stocks):
        return Shares((), (), several_methods=False)
    pantry = Pantry(stocks)
    places = {id(stock): index for index, stock in enumerate(stocks)}
    uses: list[list[Use]] = [[] for _ in stocks]
    for step, quantity in said:
        found = _food(step, quantity, pantry)
        use = _use(step, quantity, found) if found else None
        if found and use is not None:
            uses[places[id(found.stock)]].append(use)
    return Shares(stocks, tuple(map(tuple, uses)), _has_methods(recipe))


def _is_amount(quantity: Quantity) -> bool:
    return quantity.kind is Kind.AMOUNT and quantity.scales and quantity.why in (AMOUNT, SCALED_BY_AUTHOR)


def _is_tip(step: Step) -> bool:
    """Tell whether a step is none: "Tip: …", "Note: …"."""
    first = _WORD.search(step.wording.text[:20])
    return first is not None and first[0].lower() in checked("steps", "no_steps")


def _has_methods(recipe: Recipe) -> bool:
    """Tell whether the recipe can be made in several ways, each of which may name all amounts."""
    titles = [(each.title or "").lower() for each in recipe.instructions]
    texts = (step.wording.text for each in recipe.instructions for step in each.steps)
    titles += [text[:40].partition(":")[0].lower() for text in texts if ":" in text[:40]]
    return len(titles) > 1 and any(
        word in title for title in titles if title for word in checked("steps", "other_methods")
    )


def _food(step: Step, quantity: Quantity, pantry: Pantry) -> Named | None:
    """Return which food of the list an amount is of; its name stands behind the number, or before "(2 cups)"."""
    text = step.wording.text
    counts = dimension_of(quantity.unit) is None
    start = quantity.number_end if counts else quantity.end
    if text[start : start + 1] == "." and not counts:
        start += 1
    bracket = _BRACKET.match(text, start)
    start = bracket.end() if bracket else start
    phrase = _FOOD.match(text, start)
    if phrase is not None:
        for named in _names(phrase[1]):
            stock = pantry.find(named[0])
            if stock is not None:
                return Named(stock, quantity.start, phrase.start(1) + named[1])
        return None
    return _food_before(text, quantity, pantry)


def _names(phrase: str) -> Iterator[tuple[str, int]]:
    """Yield what the name at the start of *phrase* may be, and where it ends: "Milch", where "Milch rühren" is none."""
    said: list[re.Match[str]] = []
    for word in _WORD.finditer(phrase):
        lowered = word[0].lower()
        if not said and lowered in checked("steps", "before_a_food"):
            continue
        if lowered != "of" and (lowered in words("heads_end") or lowered in checked("steps", "ends_a_food")):
            break
        said.append(word)
    if not said or len(said) > _LONGEST:
        return
    yield phrase[said[0].start() : said[-1].end()], said[-1].end()
    while len(said) > 1 and said[-1][0].islower() and said[-1][0].endswith("n"):
        del said[-1]
        if said[-1][0][0].isupper():
            yield phrase[said[0].start() : said[-1].end()], said[-1].end()


def _food_before(text: str, quantity: Quantity, pantry: Pantry) -> Named | None:
    """Return the food before an amount in brackets: "the flour (2 cups)"."""
    if text[quantity.start - 1 : quantity.start] != "(" or text[quantity.end : quantity.end + 1] != ")":
        return None
    ahead = text[max(0, quantity.start - 60) : quantity.start - 1].rstrip()
    last = [word[0] for word in _WORD.finditer(_PHRASE.split(ahead)[-1])]
    if not last or not ahead.endswith(last[-1]):
        return None
    for first in range(max(0, len(last) - 4), len(last)):
        name = " ".join(last[first:])
        stock = pantry.find(name)
        if stock is not None:
            return Named(stock, quantity.start - 2 - len(name), quantity.end + 1)
    return None


def _use(step: Step, quantity: Quantity, named: Named) -> Use | None:
    """Return the use that an amount is; None where it is said again, only perhaps meant, or of a part of the food."""
    text = lower_case(step.wording.text)
    start, stop = _sentence(text, quantity)
    end = named.end
    ahead, behind = text[start : quantity.start], text[quantity.end : stop]
    measure = _measure(text, quantity, end)
    if measure is None or _CHOICE.search(ahead) or _EACH.match(behind) or _EACH.match(text, end):
        return None
    before = [word[0] for word in _WORD.finditer(_PHRASE.split(ahead)[-1])]
    if before and before[-1] in checked("steps", "said_again"):
        return None
    if text[quantity.start - 1 : quantity.start] == "(" and not checked("steps", "said_again").isdisjoint(before[-3:]):
        return None
    if not checked("steps", "no_amount_used").isdisjoint(before[-_NEAR:]):
        return None
    if _is_perhaps(ahead, text[end:stop]) or text[:start].rstrip()[-1:] == "?":
        return None
    parts = checked("steps", "parts_of_a_food")
    if not parts.isdisjoint(before[-_NEAR:]) or not parts.isdisjoint(_WORD.findall(_PHRASE.split(behind)[0])[:_NEAR]):
        return None
    ready = not checked("steps", "made_ready").isdisjoint(before)
    own = text[quantity.end : end]
    return Use(step, quantity, named.start, end, measure, ready, _is_of_it(own), text[start:stop])


def _is_perhaps(ahead: str, behind: str) -> bool:
    """Tell whether the words around an amount make it a choice: "if you like, …", "… , if needed"."""
    if not checked("steps", "on_a_condition").isdisjoint(_WORD.findall(ahead)):
        return True
    first, *more = _PIECE.split(behind)
    said = _WORD.findall(first)
    for piece in more[:1]:
        others = _WORD.findall(piece)
        said += others if others[:1] and others[0] in checked("steps", "as_you_like") else []
    return not checked("steps", "as_you_like").isdisjoint(said) or not checked("steps", "on_a_condition").isdisjoint(
        said
    )


def _is_of_it(own: str) -> bool:
    return any(f" {said} " in f" {own.strip()} " for said in checked("steps", "of_the_melted"))


def _sentence(text: str, quantity: Quantity) -> tuple[int, int]:
    """Return where the sentence around a number begins and ends, as far as is looked."""
    first = max(0, quantity.start - _FAR)
    start = max((end.end() for end in _SENTENCE.finditer(text, first, quantity.start)), default=first)
    stop = _SENTENCE.search(text, quantity.end + 1, quantity.end + _FAR)
    return start, stop.start() if stop else min(len(text), quantity.end + _FAR)


def _measure(text: str, quantity: Quantity, end: int) -> str | None:
    """Return what an amount measures; "4 garlic cloves" are cloves."""
    if quantity.unit is not None:
        return measure_of(quantity.unit)
    last = _WORD.findall(text[quantity.number_end : end])
    unit = unit_named(last[-1]) if len(last) > 1 else None
    return measure_of(unit) if dimension_of(unit) is Dimension.COUNT else ""
