"""What is meant for one of many, and so much at a time: none of it grows with the servings."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from recipekit.grammar import singular
from recipekit.parse.prose.portions import is_small
from recipekit.parse.prose.spot import Spot
from recipekit.words import words

_EACH_BEHIND = re.compile(r"\s*(?:\([^()]*\)|\))\s*,?\s*(?:each|apiece|je)\b")  # "about 2 oz (55 g) each"
_AT_EACH = re.compile(r"\s?(?:\([^()]*\))?,?\s?(?:each|apiece|je stück|das stück|pro stück)\b(?! of)")
_SEVERAL = re.compile(r"([^\W\d_]+)(?:\s(?:and|und)\s|\s?&\s?)(?:[^\W\d_]+\s)?([^\W\d_]+)[,:]?\s(?:about\s|etwa\s)?$")
_EACH_BEFORE = re.compile(r"\b(?:each|every|everybody|everyone|per|pro|jede[nrsm]?|je|jeweils)\b")
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
_ONTO = re.compile(r"\b(?:on|onto|over|into|top of)\s$")
_LINKED = re.compile(r"\b(?:and|und|or|oder)\b|&")
_PLATED = re.compile(r"\b(?:over|on|onto|with|plus|mit|auf|zu)\b")
_TO_A = re.compile(r"\s(?:to|per)\s(?:an?|each|every|the)\s[^\W\d_]+")
_EACH_AND = re.compile(r"(?:[^,;:.()]*\s)?(?:each|apiece|per [^\W\d_]+)\s(?:and|plus|with)\s")
_COLD_PLATE = re.compile(r"\b(?:cold|chilled|frozen|kalte[nrm]?)\s(?:plate|saucer|teller)\b")
_EACH_LATER = re.compile(r"[^,;:.()]{0,60}\b(?:of|on|onto|over|in|into|to|between) each\b")
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
        shared = spot.next() in words("per_one") and _shared_out(spot, 1)
        return not shared and not _several_foods_before(spot)
    if _EACH_OF_THE.search(spot.ahead):
        return False
    behind = _each_word_behind(spot)
    if behind is not None:
        return behind
    if spot.last in words("per_one") or spot.link in words("per"):
        return not _shared_out(spot, 0)
    return _each_before(spot) or _each_behind_the_next(spot) or _beside_each(spot) or _each_later(spot)


def _each_word_behind(spot: Spot) -> bool | None:
    """Tell whether the "each" or "per" behind the number means one of many; None where there is none."""
    own = spot.own
    for index, word in enumerate(own[:8]):
        if word not in words("per_one", "per"):
            continue
        if _belongs_to_the_next(spot):
            continue  # "4 rolls of each 250 g": of the next number
        several = (index == 1 and own[0] == "of") or (not index and _shared_out(spot, 1))
        if several and word not in words("per"):
            return False
        return bool(index) or not _several_foods_before(spot)
    return None


def _belongs_to_the_next(spot: Spot) -> bool:
    """Tell whether the "each" behind a number stands right before the next: "4 rolls of each 250 g"."""
    if spot.index + 1 == len(spot.numbers) or not _DIRECTLY.search(spot.gap_behind()):
        return False
    following = spot.numbers[spot.index + 1]
    return following.high >= 1 or not following.spelled  # but "2 tbsp on each half"


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


def _each_later(spot: Spot) -> bool:
    """Tell whether the clause goes on to each, and does nothing else: "1 tbsp on the tops and bottoms of each"."""
    later = _EACH_LATER.match(spot.own_behind)
    if later is None:
        return False
    return not any(action[1] in words("verbs") for action in _NEXT_ACTION.finditer(later[0]))


def _beside_each(spot: Spot) -> bool:
    """Tell whether the number goes with an amount for each one: "1 tbsp cream each and ½ cup broth"."""
    if not spot.index or not _EACH_AND.fullmatch(spot.gap_before()):
        return False
    before = Spot(spot.sentences, spot.numbers, spot.index - 1)
    index = next((index for index, word in enumerate(before.own) if word in words("per_one", "per")), -1)
    return index >= 0 and not _shared_out(before, index + 1)


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
    head = _a_head().match(spot.own_behind)
    if head is not None and words("heads_end").isdisjoint(head[0].split()[:-2]):
        return True
    if spot.unit is None and _TO_A.match(spot.behind):
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
    if "," in spot.behind[:40] and any(spot.sentences.listed.has(word) for word in spot.after[index : index + 3]):
        return True
    rest = spot.rest[index : index + 9]
    last = next((rest[at + 1] for at, word in enumerate(rest[:-1]) if word in ("and", "und", "&")), "")
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
    behind = " ".join(spot.own)
    target = _TARGET.search(behind) or _TARGET.search(spot.own_behind) or _TARGET.search(spot.clause_ahead)
    found = target[1].split() if target else []
    if any(word in words("one_of_many") for word in found) or _on_the_next(spot):
        return True
    if is_small(spot) and (_at_the_end().search(behind) or _at_the_end().search(spot.clause_ahead)):
        return True
    if _COLD_PLATE.search(spot.own_behind):
        return True
    target = _THE_ONE.search(behind) or _THE_ONE.search(spot.clause_ahead)
    return target is not None and singular(target[1]) == target[1] and target[1] in words("one_of_many")


def _on_the_next(spot: Spot) -> bool:
    """Tell whether the next number is the one thing that this goes onto: "2 slices on top of 1 patty"."""
    if spot.index + 1 == len(spot.numbers) or not _ONTO.search(spot.gap_behind()):
        return False
    following = Spot(spot.sentences, spot.numbers, spot.index + 1)
    return following.found.high == 1 and following.next() in words("one_of_many")


def is_into_vessels(spot: Spot) -> bool:
    """What goes into each of several vessels, no food named: "pour 2 oz into glasses".

    Ladle {=6 oz=} into cups.
    """
    if _WITH_BESIDE.search(spot.clause_ahead):
        return True
    target = _INTO_VESSELS.match(spot.own_behind) if is_small(spot) else None
    return target is not None and target[1] in words("vessels")
