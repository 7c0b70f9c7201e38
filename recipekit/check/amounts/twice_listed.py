"""The same food stands twice in one group of the ingredients.

One of the two was forgotten when the recipe changed, or they are for different things and nothing says which is for
what. Two lines are told apart by a note, a purpose, a size or a form ("butter, melted" and "butter for the pan"), by
the steps where these name both amounts, and by standing in different groups. Water, salt and pepper may be listed twice
with different amounts. Groups of more than 200 lines are left alone.

Bad:

    ## Ingredients

    - 2 eggs
    - 200 g flour
    - 1 egg

Good:

    ## Ingredients

    - 3 eggs
    - 200 g flour
    - 50 g butter, melted
    - butter for the pan

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from recipekit.check.cards import food_key
from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import INGREDIENT_TWICE, Diagnostic
from recipekit.foods.reading import LONGEST_NAME, alternatives
from recipekit.model import Ingredient, Kind, Quantity
from recipekit.parse.items import head_noun
from recipekit.source import Span
from recipekit.words import checked, words

_MOST_ITEMS = 200
_WORD = re.compile(r"[^\W\d_]+")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every ingredient that stands in its group already."""
    for group in subject.recipe.ingredients:
        if len(group.items) > _MOST_ITEMS:
            continue
        seen: dict[tuple[str, frozenset[str]], Ingredient] = {}
        for key, item in _repeated(group.items):
            first = seen.setdefault((key, _told(item)), item)
            apart = first is item or _tail(first) != _tail(item) or _told_by_amounts(subject, first, item)
            if not apart:
                yield _finding(subject, first, item)


def _tail(item: Ingredient) -> str:
    """Return what stands behind the first comma of a name: "edelsüß" of "Paprikapulver, edelsüß"."""
    return item.name.partition(",")[2].strip().lower()


def _repeated(items: Sequence[Ingredient]) -> list[tuple[str, Ingredient]]:
    """Return the items whose food stands among *items* more than once."""
    keyed = [(key, item) for item in items if (key := _key(item.name)) is not None]
    times = Counter(key for key, _ in keyed)
    return [(key, item) for key, item in keyed if times[key] > 1]


def _key(name: str) -> str | None:
    """Return a word for the food *name*, or the name itself where nothing is known of it; None for a choice."""
    if not name or len(name) > LONGEST_NAME:
        return None
    first = _WORD.match(name)
    if first is None or first[0].lower() in words("to"):
        return None
    if all(reading.foods for reading in alternatives(name)):
        return food_key(name)
    return " ".join(name.lower().split())


def _told_by_amounts(subject: Subject, one: Ingredient, other: Ingredient) -> bool:
    """Tell whether two lines about one food have different amounts on purpose: both are in the steps, or of water."""
    amounts = [(each.low, each.high, each.unit) for item in (one, other) if (each := _amount(item))]
    if len(amounts) < 2 or amounts[0] == amounts[1]:
        return False
    said = {(each.low, each.high, each.unit) for step in subject.steps for each in step.quantities}
    return _is_free(subject, one.name) or said.issuperset(amounts)


def _told(item: Ingredient) -> frozenset[str]:
    """Return the words of a line that tell it from another about the same food."""
    name, text = item.name, item.wording.text
    head = head_noun(name, Span(0, len(name)))
    tail = name[head.end :] if head else ""
    note = item.note or ""
    before = text[: item.name_span.start] if item.name_span and not item.quantities else ""  # "knob of butter"
    said = {word.lower() for word in _WORD.findall(f"{before} {tail} {note} {text[_end(item) :]}")}
    left_out = {word.meaning for reading in alternatives(name) for word in reading.left_out if word.topic != "packing"}
    return frozenset(said | left_out | _amount_words(item)) - checked("amounts", "tells_nothing")


def _end(item: Ingredient) -> int:
    """Return where the line goes on behind the name and its amounts."""
    ends = [item.name_span.end] if item.name_span else []
    return max([*ends, *(each.end for each in item.quantities[:1])], default=len(item.wording.text))


def _amount_words(item: Ingredient) -> frozenset[str]:
    """Return what the amount of a line says of the food: its size, that it is counted, or what it comes in."""
    first = _amount(item)
    if first is None:
        return frozenset()
    packed = frozenset({first.unit or "counted"}) & (words("containers") | {"counted"})
    return packed | (frozenset(_WORD.findall(first.text.lower())) & words("sizes"))


def _amount(item: Ingredient) -> Quantity | None:
    return next((each for each in item.quantities if each.kind is Kind.AMOUNT), None)


def _is_free(subject: Subject, name: str) -> bool:
    """Tell whether a food is one that nobody lists with care, as water and salt."""
    return food_key(name) in {food_key(free) for free in (*subject.settings.free, "water", "salt", "pepper")}


def _finding(subject: Subject, first: Ingredient, item: Ingredient) -> Diagnostic:
    message = f"{item.name} is listed twice, first on line {first.wording.line}"
    hint = "add them up, or say what each is for"
    span = item.name_span or Span(0, len(item.wording.text))
    return subject.finding(INGREDIENT_TWICE, message, hint, item.wording, span.start, span.end)


RULE = Rule(INGREDIENT_TWICE, check)
