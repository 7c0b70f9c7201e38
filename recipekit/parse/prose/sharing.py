"""What is meant for one of many, and so much at a time: none of it grows with the servings."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from recipekit.grammar import singular
from recipekit.parse.prose.portions import is_small
from recipekit.parse.prose.spot import Spot
from recipekit.units import Dimension, dimension_of, unit_named
from recipekit.words import words

_EACH_BEHIND = re.compile(r"\s*(?:\([^()]*\)|\))\s*,?\s*(?:each|apiece|je)\b")  # "about 2 oz (55 g) each"
_AT_EACH = re.compile(r"\s?(?:\([^()]*\))?,?\s?(?:each|apiece|je stück|das stück|pro stück)\b(?! of)")
_SEVERAL = re.compile(r"([^\W\d_]+)(?:\s(?:and|und)\s|\s?&\s?)(?:[^\W\d_]+\s)?([^\W\d_]+)[,:]?\s(?:about\s|etwa\s)?$")
_EACH_BEFORE = re.compile(
    r"\b(?:each|every|everybody|everyone|per|pro|jede[nrsm]?|je|jeweils)\b(?!\s(?:one\s)?of\s(?:the|these)\s[\d])"
)
_EACH_OF_THE = re.compile(r"\b(?:each|every one|all|both) of (?:the|these|those) $")
_BRACKET = re.compile(r"\([^()]*\)")
_NEXT_ACTION = re.compile(
    r"(?:\b(?:and|und|then|dann|before|until|bis)\s|[,;:]\s(?:and\s|und\s|then\s|dann\s)?)([^\W\d_]+)"
)
_FOR_ONE = re.compile(r"\b(?:for|per) (?:one|a single|1) ([^\W\d_]+)")
_TARGET = re.compile(
    r"\b(?:in|into|on|onto|over|to|across|for|auf|in|um)\s(?:(?:the|die|der|das)\s)?"
    r"(?:(?:cent(?:er|re)|middle|edge|end|top|bottom|half|side|mitte|rand|hälfte)\s(?:of|von)\s)?"
    r"(?:a|an|one|another|the first|das|ein|eine[nrm]?)\s((?:[^\W\d_-]+\s){0,2}?[^\W\d_-]+)"
)
_THE_ONE = re.compile(
    r"\b(?:in|into|on|onto|over|along|down|at)\s(?:the\s)?"
    r"(?:cent(?:er|re)|middle|edge|end|top|bottom|one side|one half)\s(?:of\s)?(?:the|this)\s([^\W\d_-]+)"
)
_WITH_BESIDE = re.compile(
    r"\b(?:ladle|pour|spoon|divide)\b.{0,40}\b(?:into|among|over) (?:the )?"
    r"(?:[^\W\d_]+ )?(?:cups|glasses|bowls|mugs|plates)\b.{0,12}\b(?:with|and) $"
)
_INTO_VESSELS = re.compile(
    r"(?:\sof\sthe\s[^\W\d_]+)?\s(?:into|onto|over|among)\s(?:the\s|your\s)?(?:[^\W\d_]+\s)?([^\W\d_]+s)\b"
)
_ASKED = re.compile(r"(?:making|feeding|cooking|serving|doubling|halving)\b[^.?!]*\?$")
_QUESTION = re.compile(r"(?:^|[.!?]\s)(?:making|feeding|cooking for|serving|doubling|halving)\b[^.?!]*\?\s*$")
_LINKED = re.compile(r"\b(?:and|und|or|oder)\b|&")
_PLATED = re.compile(r"\b(?:over|on|onto|with|plus|mit|auf|zu)\b")
_TO_A = re.compile(r"\s(?:to|per)\s(?:an?|each|every|the)\s[^\W\d_]+")
_DIRECTLY = re.compile(r"\b(?:each|je|jeweils)\s(?:etwa\s|about\s|ca\.?\s)?[~≈]?$")


@cache
def _a_head() -> re.Pattern[str]:
    return re.compile(rf"(?:\s[^\W\d_]+){{0,3}}?\s(?:a|an)\s(?:{'|'.join(words('rate_nouns'))})\b")


@cache
def _at_the_end() -> re.Pattern[str]:
    place = "corner|cent(?:er|re)|middle|edge|end|half|side|third"
    pans = "|".join(words("utensils", "surfaces"))
    return re.compile(
        rf"\b(?:at|in|on|along|down|near) (?:the|one) (?:(?:narrow|wide|bottom|near|far|short|long) )?(?:{place})"
        rf"(?! of the (?:{pans}))\b"
    )


def is_for_each(spot: Spot) -> bool:
    """What is meant for one of many: "each fillet with 1 tsp", "2 slices per taco".

    Brush each fillet with {=1 tsp=} of the glaze.
    Lay {=2 slices=} of avocado on each taco.
    Die Rouladen mit je {=1 TL=} Senf bestreichen.
    """
    if _EACH_BEHIND.match(spot.behind) or _AT_EACH.match(spot.behind):
        return not _several_foods_before(spot)
    if _EACH_OF_THE.search(spot.ahead):
        return False
    behind = _each_word_behind(spot)
    if behind is not None:
        return behind
    if spot.last in words("per_one") or spot.link in words("per"):
        return not _shared_out(spot, 0)
    return _each_before(spot) or _each_behind_the_next(spot)


def _each_word_behind(spot: Spot) -> bool | None:
    """Tell whether the "each" or "per" behind the number means one of many; None where there is none."""
    own = spot.own
    for index, word in enumerate(own[:8]):
        if word not in words("per_one", "per"):
            continue
        if spot.index + 1 < len(spot.numbers) and _DIRECTLY.search(spot.gap_behind()):
            continue  # "4 rolls of each 250 g": of the next number
        several = (index == 1 and own[0] == "of") or (not index and _shared_out(spot, 1))
        if several and word not in words("per"):
            return False
        return bool(index) or not _several_foods_before(spot)
    return None


def _each_behind_the_next(spot: Spot) -> bool:
    """Tell whether "each" ends a list that the number is in: "10 berries and a spoon of cream apiece"."""
    if spot.index + 1 == len(spot.numbers):
        return False
    gap = spot.gap_behind()
    plated = not words("plating_verbs").isdisjoint(spot.clause)
    if not (_LINKED.search(gap) or (plated and _PLATED.search(gap))) or any(mark in gap for mark in ",;:.("):
        return False
    following = Spot(spot.sentences, spot.numbers, spot.index + 1).own
    per = next((index for index, word in enumerate(following) if word in words("per", "per_one")), 0)
    return per > 0 and (plated or following[per - 1] not in words("heads_end"))


def _several_foods_before(spot: Spot) -> bool:
    """Tell whether several foods share the amount behind them: "soy and mirin, 1½ tbsp each"."""
    before = spot.sentences.lowered[max(0, spot.found.start - 40) : spot.found.start]
    foods = _SEVERAL.search(before)
    return foods is not None and all(spot.sentences.listed.has(food) for food in foods.groups())


def is_for_one_serving(spot: Spot) -> bool:
    """What one serving gets: "3 per serving", "½ cup for each person".

    Serve {=½ cup=} per person.
    """
    own = spot.own[:8]
    return any(
        (word in words("per") or word in words("per_one")) and following in words("people")
        for word, following in pairwise(own)
    )


def is_for_one(spot: Spot) -> bool:
    """What one of the eaters gets: "80 g a head", "for one drink: 2 oz".

    Rice is {=80 g=} a head.
    For one drink: {=2 oz=} of gin.
    """
    if _a_head().match(spot.own_behind) or (spot.unit is None and _TO_A.match(spot.behind)):
        return True
    one = _FOR_ONE.search(spot.behind[:40]) or _FOR_ONE.search(spot.sentence_ahead)
    if one and one[1] in words("one_of_many", "one_eater"):
        return True
    return spot.link in words("reckoning") or (spot.clause[-1:] != [] and spot.clause[-1] in words("reckoning"))


def _shared_out(spot: Spot, index: int) -> bool:
    """Tell whether "each" names several foods: "1 tsp each salt and pepper", "je 50 g Mehl und Zucker"."""
    following = spot.next(index)
    if following in ("of", "von") or spot.behind.lstrip().startswith("each:"):
        return True
    if not following or following in words("heads_end") or not words("per_one").isdisjoint(spot.before[1:]):
        return False
    rest = spot.rest[index : index + 9]
    last = next((rest[at + 1] for at, word in enumerate(rest[:-1]) if word in ("and", "und", "&")), "")
    if spot.sentences.listed.has(following) and "," in spot.behind[:40] and last not in words("verbs"):
        return bool(last)
    return spot.sentences.listed.has(last) and last not in words("verbs")


def _each_before(spot: Spot) -> bool:
    """Tell whether "each" stands before the number in its sentence, and what is done since goes on with each."""
    said = spot.before
    if said[:1] and said[0] in words("order_words") and not spot.phrase:
        return False
    start = spot.found.start - len(spot.sentence_ahead)
    before = _BRACKET.sub(lambda bracket: " " * len(bracket[0]), spot.sentence_ahead)
    each = [word for word in _EACH_BEFORE.finditer(before) if not _belongs_before(spot, start + word.start())]
    each = [word for word in each if not _ends_with_a_comma(before, word)]
    if not each:
        return False
    since = before[each[-1].end() :]
    cutting = said[-1] in words("cut") or said[-1] in words("preparing")
    for action in _NEXT_ACTION.finditer(since):
        if action[1] in words("verbs") and (cutting or action[1] not in words("finishing_verbs")):
            return False
    return since.lstrip().startswith("time ") or words("left_behind").isdisjoint(since.split())


def _belongs_before(spot: Spot, place: int) -> bool:
    """Tell whether "each" at *place* belongs to an amount before it: "½ cup per person"."""
    for number in spot.numbers[: spot.index][::-1]:
        if number.end <= place:
            gap = spot.sentences.lowered[number.end : place].split()
            return len(gap) <= 3 and not any(word[-1] in ",;:." or word in words("heads_end") for word in gap)
    return False


def _ends_with_a_comma(before: str, each: re.Match[str]) -> bool:
    """Tell whether "je" belongs to the number right behind it, and a comma has ended that since: "je 2 Eier, 3 …"."""
    return (
        each[0] in ("je", "jeweils") and before[each.end() :].lstrip()[:1].isnumeric() and "," in before[each.end() :]
    )


def is_on_one(spot: Spot) -> bool:
    """What goes into or onto one of many: "1 tbsp filling in the centre of a wrapper".

    Place {=1 tbsp=} of filling in the centre of a wrapper.
    """
    target = _TARGET.search(spot.own_behind) or _TARGET.search(spot.clause_ahead)
    found = target[1].split() if target else []
    if any(word in words("one_of_many") for word in found):
        return True
    if is_small(spot) and (_at_the_end().search(spot.own_behind) or _at_the_end().search(spot.clause_ahead)):
        return True
    target = _THE_ONE.search(spot.own_behind) or _THE_ONE.search(spot.clause_ahead)
    return target is not None and singular(target[1]) == target[1] and target[1] in words("one_of_many")


def is_into_vessels(spot: Spot) -> bool:
    """What goes into each of several vessels, no food named: "pour 2 oz into glasses".

    Ladle {=6 oz=} into cups.
    """
    if _WITH_BESIDE.search(spot.clause_ahead):
        return True
    target = _INTO_VESSELS.match(spot.own_behind) if is_small(spot) else None
    return target is not None and target[1] in words("vessels")


def is_servings(spot: Spot) -> bool:
    """A number of servings: "serves 4", "for 4 people".

    Serves {=4=} as a main.
    Enough for {=6 people=}.
    """
    divided = not words("dividing_verbs").isdisjoint((*spot.clause[:10], *spot.own[:5]))
    if spot.unit in ("serving", "portion"):
        return not divided
    if spot.unit is not None or divided:
        return False
    return any(word in words("people") for word in spot.own[:2]) or spot.link in words("serving_verbs")


def is_other_batch(spot: Spot) -> bool:
    """An amount for when the recipe is doubled or halved.

    If you double the recipe, use {=2 packets=} of yeast.
    """
    said = spot.before
    start = spot.sentence_start
    if _QUESTION.search(spot.sentences.lowered[max(0, start - 80) : start]):
        return True
    if _ASKED.match((spot.sentence_ahead + spot.written + spot.own_behind).strip()):
        return True
    return not words("conditions").isdisjoint(said) and not words("other_batch_verbs").isdisjoint(said)


def is_all_but(spot: Spot) -> bool:
    """What is left over: "all but 1 tbsp of the fat".

    Pour off all but {=1 tbsp=} of the fat.
    """
    said = spot.clause[:6]
    if spot.link in ("but", "except") and "all" in said:
        return True
    return spot.link == "auf" and "bis" in said[:3]


def is_plural_target(spot: Spot) -> bool:
    """How many plates, bowls or jars something is shared out to.

    Divide the salad among {=4 plates=}.
    """
    if spot.link in words("among") and dimension_of(spot.unit) in (None, Dimension.COUNT, Dimension.PEOPLE):
        return any(
            word in words("vessels") or word in words("people") or word in words("equipment") for word in spot.own[:4]
        ) or not (spot.phrase)
    return (
        spot.unit is None and any(word in words("vessels") for word in spot.own[:3]) and unit_named(spot.next()) is None
    )
