"""What a list calls a food that its recipes call by several names: "carrots", "1 onion", "5 onions"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence

from recipekit.foods.reading import alternatives
from recipekit.grammar import plural, singular
from recipekit.ops.shopping.lines import names_a_food
from recipekit.ops.shopping.values import Amount, Need
from recipekit.parse.items import head_noun
from recipekit.source import Span

_MOST_NAMES = 50  # that are compared with each other


def common_name(needs: Sequence[Need], amounts: Sequence[Amount]) -> str:
    """Return what most lines call a food, of several names the plainest; a bare count agrees with it.

    It does not depend on the order of the lines. What is not in cans is not called by what is: "canned tomatoes".
    """
    loose = [need for need in needs if not (need.amounts and need.amounts[0].unit == "can")]
    if loose and any(amount.unit != "can" for amount in amounts):
        needs = loose
    several = len(needs) > 1  # whose amounts nobody adds up
    counted = Counter(need.plain if several and need.plain else need.called for need in needs)
    names = dict(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_NAMES])
    said = {name: set(_folded(name).split()) for name in names}

    def rank(name: str) -> tuple[object, ...]:
        """Return how well a name serves: by the lines that say all of its words, then by how plain it is."""
        lines = sum(count for other, count in names.items() if said[name] <= said[other])
        return -lines, sum(map(str.isupper, name)), len(name), -counted[name], name

    return agreeing_name(_shared(min(names, key=rank), names), amounts, plurals_of(needs))


def agreeing_name(name: str, amounts: Sequence[Amount], plurals: Container[str]) -> str:
    """Return *name* in the number of its bare count; one of *plurals* is written as it should be for several."""
    counted = max((amount for amount in amounts if amount.unit is None), key=lambda each: each.high, default=None)
    before = name.split(",", maxsplit=1)[0]
    end = len(before if names_a_food(before) else name)  # "banana, frozen", but "boneless, skinless chicken breast"
    head = head_noun(name, Span(0, end)) if counted is not None else None
    if counted is None or head is None or (counted.high > 1 and name in plurals):
        return name
    noun = name[head.start : head.end]
    if counted.high > 1:
        noun = plural(noun)
    elif len(amounts) == 1:
        noun = singular(noun)
    return name[: head.start] + noun + name[head.end :]


def _shared(name: str, names: Iterable[str]) -> str:
    """Return *name* without what tells no food apart and not all of *names* say: "organic", "medium"."""
    said = [set(_folded(other).split()) for other in names]
    common = set.intersection(*said)
    if len(said) < 2:
        return name
    phrases = [phrase.written for reading in alternatives(name) for phrase in reading.left_out]
    left_out = {_folded(word) for phrase in phrases for word in phrase.split()}
    kept = [word for word in name.split() if _folded(word) in common or _folded(word) not in left_out]
    return " ".join(kept).rstrip(" ,") or name


def plurals_of(needs: Iterable[Need]) -> set[str]:
    """Return the names of which a line counts several, which are written as they should be."""
    return {need.called for need in needs if need.several and need.amounts and need.amounts[0].unit is None}


def _folded(name: str) -> str:
    return " ".join(singular(word) for word in name.casefold().split())
