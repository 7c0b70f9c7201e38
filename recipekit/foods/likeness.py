"""Whether two names mean the same food."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from recipekit.foods.lexicon import Role, lexicon
from recipekit.foods.reading import LONGEST_NAME, Reading, alternatives, in_a_can, is_never_canned, same_text
from recipekit.foods.splitting import split_foods

_SAYS = {
    "cut": "says how it is cut",
    "preparation": "says how it is prepared",
    "size": "says how large it is",
    "quality": "says of what quality it is",
    "packing": "says how it comes",
    "brand": "says who makes it",
}


class Likeness(StrEnum):
    """How two foods relate."""

    SAME = "same"  #: one purchase serves for both
    RELATED = "related"  #: one is a kind of the other: in one recipe likely the same, in the shop not
    DIFFERENT = "different"  #: another food, or nothing tells that it is not


class Verdict(NamedTuple):
    """How two foods relate, and why, in a short sentence."""

    likeness: Likeness
    reason: str


def compare(one: str, other: str) -> Verdict:
    """Return whether two names mean the same food; what is not sure is different.

    >>> compare("garlic (minced)", "Garlic cloves")
    Verdict(likeness=<Likeness.SAME: 'same'>, reason='both are "garlic"')
    >>> compare("Mehl", "plain flour").likeness, compare("grape tomatoes", "tomatoes").reason
    (<Likeness.SAME: 'same'>, '"grape tomato" is a kind of "tomato"')
    >>> compare("coconut milk", "milk")
    Verdict(likeness=<Likeness.DIFFERENT: 'different'>, reason='"coconut milk" is not "milk"')
    """
    if same_text(one, other):
        return Verdict(Likeness.SAME, "both say the same")
    if max(len(one), len(other)) > LONGEST_NAME:
        return Verdict(Likeness.DIFFERENT, "no food has so long a name")
    return _compared(one, other)


@lru_cache(maxsize=16384)
def _compared(one: str, other: str) -> Verdict:
    ones, others = split_foods(one), split_foods(other)
    if len(ones) == len(others) == 1:
        return _one_food(one, other)
    likenesses = {(a, b): _best(alternatives(a), alternatives(b)).likeness for a, b in product(ones, others)}
    pairs = [pair for pair, likeness in likenesses.items() if likeness is Likeness.SAME]
    if not pairs:
        return Verdict(Likeness.DIFFERENT, "they share no food")
    if {a for a, _ in pairs} == set(ones) and {b for _, b in pairs} == set(others):
        return Verdict(Likeness.SAME, "both are the same foods")
    return Verdict(Likeness.RELATED, f'"{pairs[0][0]}" is in both')


def _one_food(one: str, other: str) -> Verdict:
    """Return how two names relate. A can makes the food canned or only packs it, whichever fits the other."""
    verdict = _best(alternatives(one), alternatives(other))
    for name, against in ((one, other), (other, one)):
        canned = in_a_can(name)
        if canned and (is_never_canned(against) or verdict.likeness is not Likeness.SAME):
            opened = _best(canned, alternatives(against))
            if (opened.likeness is Likeness.SAME) != (verdict.likeness is Likeness.SAME):
                return opened
    return verdict


def _best(ones: tuple[Reading, ...], others: tuple[Reading, ...]) -> Verdict:
    verdicts = [likened(a, b) for a, b in product(ones, others)]
    if len(ones) == len(others) and {a.key for a in ones} == {b.key for b in others}:
        return Verdict(Likeness.SAME, verdicts[0].reason if len(ones) == 1 else "both leave the same choice")
    for verdict in verdicts:
        if verdict.likeness is Likeness.SAME:
            return Verdict(Likeness.RELATED, "one leaves a choice")
    return min(verdicts, key=lambda verdict: verdict.likeness is not Likeness.RELATED)


def serves_as(have: str, need: str) -> bool:
    """Tell whether a cook who says *have* may mean *need*: the same food, one of its kinds, or what is made of it.

    >>> serves_as("chicken", "chicken thighs"), serves_as("lime", "lime juice")
    (True, True)
    >>> serves_as("chicken thighs", "chicken breast")
    False
    """
    likeness = compare(have, need).likeness
    if likeness is not Likeness.RELATED:
        return likeness is Likeness.SAME
    related = lexicon().related
    for mine, needed in product(alternatives(have), alternatives(need)):
        if mine.key == needed.key or _is_kind_of(needed, mine):
            return True
        if (" ".join(mine.foods), " ".join(needed.foods)) in related and mine.unknown == needed.unknown:
            return True
        if mine.foods == needed.foods and mine.kinds <= needed.kinds and mine.unknown <= needed.unknown:
            return True
    return False


def likened(one: Reading, other: Reading) -> Verdict:
    """Return how two readings relate."""
    if one.key == other.key:
        return Verdict(Likeness.SAME, _why_same(one, other))
    known = lexicon()
    if one.foods and one.foods == other.foods:
        reason = _why_same_food(one, other)
        return Verdict(Likeness.RELATED, reason) if reason else _different(one, other)
    if (" ".join(one.foods), " ".join(other.foods)) in known.related and one.unknown == other.unknown:
        return Verdict(Likeness.RELATED, f'"{one.name}" goes with "{other.name}"')
    for kind, general in ((one, other), (other, one)):
        if _is_kind_of(kind, general):
            return Verdict(Likeness.RELATED, f'"{kind.name}" is a kind of "{general.name}"')
    if _alike(one, other):
        return Verdict(Likeness.RELATED, f'"{one.name}" and "{other.name}" are alike')
    return _different(one, other)


def _different(one: Reading, other: Reading) -> Verdict:
    return Verdict(Likeness.DIFFERENT, f'"{one.name}" is not "{other.name}"')


def _why_same(one: Reading, other: Reading) -> str:
    mine, yours = ({word.meaning: word for word in reading.left_out} for reading in (one, other))
    said = [word for word in (*mine.values(), *yours.values()) if (word.meaning in mine) != (word.meaning in yours)]
    notes = [f'"{word.written}" {_SAYS[word.topic]}' for word in said if word.topic != "packing"]
    return "; ".join([f'both are "{one.name}"', *notes[:2]])


def _why_same_food(one: Reading, other: Reading) -> str | None:
    """Return why two readings of one food are related; None where their kinds differ too much."""
    known = lexicon()
    if one.unknown != other.unknown:
        general = one.head in known.lists["general"] or known.roles.get(one.head, (None,))[0] is not Role.FOOD
        if general or (one.unknown and other.unknown):
            return None
    if one.kinds <= other.kinds and one.unknown <= other.unknown:
        return f'"{other.name}" is a kind of "{one.name}"'
    if other.kinds <= one.kinds and other.unknown <= one.unknown:
        return f'"{one.name}" is a kind of "{other.name}"'
    if one.head in known.lists["alike"] and one.unknown == other.unknown:
        return f'both are kinds of "{one.head}"'
    return None


def _is_kind_of(kind: Reading, general: Reading) -> bool:
    known = lexicon()
    if not (general.foods and general.kinds <= kind.kinds and general.unknown <= kind.unknown):
        return False
    if len(kind.foods) == len(general.foods) == 1:
        return general.head in known.ancestors.get(kind.head, ())
    family = kind.head == general.head and kind.head in known.lists["families"]
    return family and len(general.foods) == 1 and all(known.roles[food][0] is Role.FOOD for food in kind.foods[:-1])


def _alike(one: Reading, other: Reading) -> bool:
    known = lexicon()
    if len(one.foods) != 1 or len(other.foods) != 1 or one.unknown != other.unknown:
        return False
    families = [known.ancestors.get(food, frozenset()) | {food} for food in (one.head, other.head)]
    return bool(families[0] & families[1] & known.lists["alike"])
