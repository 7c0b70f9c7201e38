"""Proportions and facts: what holds for any batch."""

from __future__ import annotations

import re
from functools import cache

from recipekit.parse.prose.spot import MEASURED, Spot
from recipekit.words import words

_RATIO = re.compile(r"(\d{1,3})\s?[/:]\s?(\d{1,3})")
_COLON_BEHIND = re.compile(r":\d|\s:\s\d")
_COLON_BEFORE = re.compile(r"\d:$|\d\s:\s$")
_EQUAL = re.compile(r"\s?(?:[^\W\d_]+\s){0,3}?[=≈]\s?[~≈]?\s?[\d¼-¾]")
_EQUAL_BEFORE = re.compile(r"=\s?[~≈]?\s?$|\d\s?[^\W\d_]*\s≈\s?$")
_RECKONED = re.compile(r"\bauf\s(?:etwa\s|je\s)?[\d¼-⅞]")
_NUMBER = r"(?:an?|one|two|ein(?:e[nrms]?)?|[~≈]?[\d¼-⅞][\d.,/¼-⅞]*)"
_FACT = (
    r"(?:weighs?|equals?|yields?|contains?|gives?|is|are|makes?|measures?|holds?|has|have"
    r"|wiegt|wiegen|entsprechen|entspricht|ergibt|ergeben|enthält)"
)
_FACT_BEHIND = re.compile(rf"(?:\s[^\W\d_][^\s\d,;:.]*){{0,6}}?\s{_FACT}\s(?:[^\W\d_]+\s){{0,2}}?{_NUMBER}\b")
_FACT_BEFORE = re.compile(rf"^\W*{_NUMBER}[\s-].{{0,50}}\b{_FACT}\s(?:[^\W\d_]+\s){{0,2}}?[~≈]?$")
_TAKES = re.compile(r"\b(?:it|you) (?:takes?|needs?) .{1,40}\bto (?:get|make|yield|fill|give)\b")
_SAME_AS = re.compile(r"\b(?:the same as|equivalent to|equal to|equals)\s(?:about\s)?$")
_RECIPE = re.compile(r"\W*(?:one|1|this|the) (?:recipe|batch)\b")
_MORE_THAN = re.compile(r"\b(?:more|less|fewer|mehr|weniger) (?:than|als) (?:about )?$")
_OR = re.compile(r"\s*or\s(?:about\s|roughly\s)?")
_ALWAYS = re.compile(r"(?:\s[^\W\d_]+){0,2}?\s(?:always|usually|often|never|tends?)\b")
_FACT_OF = re.compile(
    r"^\W*(?:the\s|die\s)?(?:[^\W\d_-]+\s){1,4}?(?:weighs?|wiegt|wiegen|contains?|enthält|enthalten)"
    r"\s(?:[^\W\d_]+\s){0,3}?(?:[\d.,]+\s(?:to|or)\s)?$"
    r"|^\W*(?:some|most|many|manche|viele)\s(?:[^\W\d_]+\s){1,3}?(?:have|has|are|weigh|haben|sind)\s$"
)


@cache
def _in_a() -> re.Pattern[str]:
    return re.compile(rf"\s(?:in|to)\s(?:an?|one)\s(?:{'|'.join(words('rate_units'))})\b")


@cache
def _for_every() -> re.Pattern[str]:
    one = rf"(?:[\d¼-⅞]|(?:an?|one|half|{'|'.join(words('rate_units'))})\b)"
    return re.compile(rf"\b(?:(?:for|into|to|in|with) (?:every|each)|per|pro|auf je(?:de[nsr]?)?)\s{one}")


def is_ratio(spot: Spot) -> bool:
    """One side of a ratio: "85/15", "1:2", "2 parts".

    Use {=80/20=} beef.
    Cook the rice {=1:2=} by volume.
    Mix {=1=} part vinegar to {=3=} parts oil.
    """
    if spot.unit is None and spot.next() in words("parts") and spot.link not in words("into"):
        return True
    text, found = spot.text, spot.found
    if ":" in text and spot.unit is None and (_COLON_BEHIND.match(spot.behind) or _COLON_BEFORE.search(spot.ahead)):
        return True
    shares = _RATIO.fullmatch(text, found.start, found.number_end)
    return shares is not None and int(shares[1]) + int(shares[2]) == 100


def is_proportion(spot: Spot) -> bool:
    """A proportion that holds for any batch: "1 tsp salt for every litre", "a ratio of 2 to 1".

    Add {=1 tsp=} salt for every {=4 cups=} water.
    Use {=10 g=} salt per litre of water.
    Auf {=1 Ei=} rechnet man {=80 g=} Mehl.
    """
    if spot.unit is None and any(word in words("ratio_words") for word in (*spot.clause[:4], *spot.own[:3])):
        return True
    if spot.link in words("per", "for_every") or (spot.link == "each" and "for" in spot.clause[:3]):
        return True
    every = _for_every().search(spot.behind) if spot.dimension in MEASURED else None
    if every is not None and not any(mark in spot.behind[: every.start()] for mark in ",;:."):
        return True
    if spot.sentences.said.isdisjoint(words("rates")):
        return "faustregel" in spot.sentences.said or "rule of thumb" in spot.sentence_ahead
    return _RECKONED.search(spot.sentence_ahead + spot.written) is not None


def is_limit(spot: Spot) -> bool:
    """A limit that holds for any batch: "never more than 2 litres".

    Never fill the pot with more than {=2 litres=} of oil.
    """
    return _MORE_THAN.search(spot.ahead) is not None and not words("denials").isdisjoint((*spot.before, *spot.rest))


def is_fact(spot: Spot) -> bool:
    """What holds whatever is cooked: "a cup of flour weighs 120 g", "1 cup = 240 ml".

    A cup of flour weighs {=120 g=}.
    {=1 lemon=} yields about {=3 tbsp=} juice.
    """
    if ("=" in spot.text or "≈" in spot.text) and (_EQUAL.match(spot.behind) or _EQUAL_BEFORE.search(spot.ahead)):
        return True
    if _in_a().match(spot.behind):
        return True
    if spot.sentences.said.isdisjoint(words("fact_verbs", "fact_words")):
        return False
    if not spot.clause and (_FACT_BEHIND.match(spot.behind) or _ALWAYS.match(spot.behind)):
        return True
    if _OR.fullmatch(spot.clause_ahead) and spot.index and is_fact(Spot(spot.sentences, spot.numbers, spot.index - 1)):
        return True
    if _TAKES.search(
        spot.sentence_ahead + spot.sentences.lowered[spot.found.start : spot.found.end + 60]
    ) or _SAME_AS.search(spot.clause_ahead):
        return True
    if _RECIPE.match(spot.clause_ahead):
        return False
    return _FACT_BEFORE.search(spot.clause_ahead) is not None or _FACT_OF.search(spot.clause_ahead) is not None
