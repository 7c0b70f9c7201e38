"""What stays when a recipe is scaled: times, temperatures, sizes, shares, and what is meant for one of many."""

from __future__ import annotations

import re
from functools import cache

from recipekit.model import Kind
from recipekit.parse.spot import AMOUNT, FAR, MEASURED, PER, Spot, Verdict, food_noun
from recipekit.units import Dimension, dimension_of, unit_named
from recipekit.words import words

_FOR_EVERY = r"\bfor every\s[\d¼-⅞]"
_COLON_BEHIND = re.compile(r":\d")
_COLON_BEFORE = re.compile(r"\d:$")
_RATIO = re.compile(r"(\d{1,3})\s?[/:]\s?(\d{1,3})")
_BRACKETED_COUNT = re.compile(r"\d\s?\($")
_CLOSED_PACKAGE = r"\)\s?([^\W\d_]+)"
_SCOOPED = frozenset(("tsp", "tbsp", "cup", "oz", "g", "fl_oz"))
_AND = r"\b(?:and|und)\s([^\W\d_]+)"
_EACH_OF_THEM = re.compile(r"each|every|per\b|apiece|individual|either|\bje|\bpro\b", re.IGNORECASE)
_EACH = re.compile(r"\b(?:each|every|per|jede[nrsm]?|je|jeweils|pro)\b")
_EACH_BEHIND = re.compile(r"\s*(?:\([^()]*\)|\))\s*,?\s*(?:each|apiece|je)\b")  # "about 2 oz (55 g) each"
_OF_PIECES = re.compile(  # "divide into 6 balls of about 105 g"
    r"\b(?:into|zu)\s+\d+\s+(?:[^\W\d_-]+\s+){1,3}(?:of|weighing|à|von)\s+(?:(?:about|roughly|around|ca\.?|etwa)\s+)?~?$"
)
_SOLD = (Dimension.MASS, Dimension.VOLUME)
_BELONGS_BEFORE = re.compile(r"[\d¼-¾⅐-⅞]\s?(?:[^\s,;()]+\s+){1,3}$")  # "½ cup per person", "1 tsp each"
_LEFT_BEHIND = re.compile(r"\b(?:then|dann|sides?|other|time|seite|addition|until)\b")


def is_time(spot: Spot) -> Verdict | None:
    """A time: "20 minutes", "5 more minutes"."""
    if spot.dimension is Dimension.TIME:
        return Verdict(Kind.TIME, "a time")
    more = spot.unit is None and spot.next() in words("more")
    if more and dimension_of(unit_named(spot.next(1))) is Dimension.TIME:
        return Verdict(Kind.TIME, "a time")
    return None


def is_temperature(spot: Spot) -> Verdict | None:
    """A temperature: "180 °C", "oven to 350"."""
    if spot.dimension is Dimension.TEMPERATURE:
        return Verdict(Kind.TEMPERATURE, "a temperature")
    bare = spot.unit is None and spot.found.low >= 100 and spot.last in ("to", "at", "auf", "bei", "oven", "reaches")
    if bare and not words("heat").isdisjoint(spot.before[:8]):
        return Verdict(Kind.TEMPERATURE, "a temperature")
    return None


def is_proportion(spot: Spot) -> Verdict | None:
    """A percentage, an energy, a ratio: "85/15", "1:2", "2 parts water", "1 tsp for every 4 cups"; "3/4 full"."""
    found, text = spot.found, spot.text
    if spot.dimension is Dimension.SHARE:
        return Verdict(Kind.OTHER, "a percentage")
    if spot.dimension is Dimension.ENERGY:
        return Verdict(Kind.OTHER, "an energy")
    if spot.next() in words("full"):
        return Verdict(Kind.OTHER, "how full something is")
    if spot.next() in words("parts") or _is_ratio(text, found.start, found.number_end):
        return Verdict(Kind.OTHER, "a ratio")
    return None


def _is_ratio(text: str, start: int, end: int) -> bool:
    """Tell whether a number is one side of a ratio: "85/15", "1:2", "1 tsp for every 4 cups"."""
    if ":" in text and (_COLON_BEHIND.match(text, end) or _COLON_BEFORE.search(text, max(0, start - 2), start)):
        return True
    if "every" in text and re.search(_FOR_EVERY, text[max(0, start - 40) : end + 40]):
        return True
    shares = _RATIO.fullmatch(text, start, end)
    return shares is not None and int(shares[1]) + int(shares[2]) == 100


def is_reference(spot: Spot) -> Verdict | None:
    """A price, an ordinal, a step, a setting, a year."""
    found, text = spot.found, spot.text
    if text[found.start - 1 : found.start] in ("$", "€", "£"):
        return Verdict(Kind.OTHER, "a price")
    if text[found.end : found.end + 2].lower() in ("st", "nd", "rd", "th") and spot.unit is None:
        return Verdict(Kind.OTHER, "an ordinal")
    if text[found.start - 1 : found.start] == "#":
        return Verdict(Kind.OTHER, "a reference")
    if spot.unit is None and not found.spelled and spot.last in words("references"):
        return Verdict(Kind.OTHER, "a reference or a setting")
    if spot.unit is None and spot.last in ("step", "schritt"):
        return Verdict(Kind.OTHER, "a reference or a setting")
    if spot.unit is None and found.low.denominator == 1 and 1700 <= found.low <= 2100 and not spot.phrase:
        return Verdict(Kind.OTHER, "a year")
    return None


@cache
def _at_a_time() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words('at_a_time'))})\b", re.IGNORECASE)


def _in_clause(spot: Spot) -> bool:
    behind = " ".join(word[0] for word in spot.after[:6])
    return _at_a_time().search(behind) is not None


def is_repetition(spot: Spot) -> Verdict | None:
    """How often, or how much at a time: "3 times", "in 2 batches", "1 tsp at a time"."""
    if spot.found.spelled and spot.text[spot.found.start : spot.found.end].lower() == "twice":
        return Verdict(Kind.OTHER, "a repetition")
    if _at_a_time().search(spot.text, spot.found.end, spot.found.end + 48) and _in_clause(spot):
        return Verdict(Kind.OTHER, "so much at a time")
    if spot.dimension in MEASURED and spot.next() in ("additions", "increments", "batches", "goes"):
        return Verdict(Kind.OTHER, "so much at a time")
    repeated = spot.unit is None and any(spot.next(index) in words("repeats") for index in (0, 1))
    if repeated and spot.next() in words("repeats") | words("more") | words("sizes"):
        return Verdict(Kind.OTHER, "a repetition")
    return None


def is_size(spot: Spot) -> Verdict | None:
    """A size: "2 inches", "9x13", "14-oz can", "2-quart pot"."""
    found, text = spot.found, spot.text
    if spot.dimension is Dimension.LENGTH:
        return Verdict(Kind.SIZE, "a size")
    if re.search(r"\d\s?[x×]\s?$", text[max(0, found.start - 4) : found.start]) or re.match(
        r"\s?[x×]\s?\d", text[found.end : found.end + 4]
    ):
        return Verdict(Kind.SIZE, "a size")
    if found.joined or (spot.following in "-‐‑" and spot.following and text[found.end + 1 : found.end + 2] in " o"):
        return Verdict(Kind.SIZE, "the size of one piece or package")
    if spot.dimension in MEASURED or spot.unit in ("sheet", "piece"):
        return _size_of_something(spot)
    return None


def _size_of_something(spot: Spot) -> Verdict | None:
    found, text = spot.found, spot.text
    package = _BRACKETED_COUNT.search(text[: found.start]) and re.match(
        _CLOSED_PACKAGE, text[found.end : found.end + 40]
    )
    if unit_named(package[1] if package else spot.next()) in words("containers") or spot.last == "à":
        return Verdict(Kind.SIZE, "the size of one piece or package")
    if spot.unit in ("sheet", "piece"):
        return (
            Verdict(Kind.OTHER, "a utensil")
            if not words("linings").isdisjoint(word[0] for word in spot.after[:3])
            else None
        )
    utensil = spot.next(1) if spot.next() in words("equipment_adjectives") else spot.next()
    return Verdict(Kind.SIZE, "the size of a utensil") if utensil in words("equipment") else None


def is_servings(spot: Spot) -> Verdict | None:
    """A number of servings: "serves 4", "for 4 people"."""
    if spot.last in PER:
        return None
    if spot.unit in ("serving", "portion") or (spot.unit is None and spot.next() in words("people")):
        return Verdict(Kind.OTHER, "names a number of servings")
    if spot.unit is None and spot.last in words("serving_verbs"):
        return Verdict(Kind.OTHER, "names a number of servings")
    return None


def is_for_each(spot: Spot) -> Verdict | None:
    """What is meant for one of many: "3 per serving", "each fillet with 1 tsp"."""
    if not _EACH_OF_THEM.search(spot.text, max(0, spot.found.start - FAR), spot.found.end + FAR):
        return None
    verdict = Verdict(Kind.PER_SERVING, "for each one")
    if _EACH_BEHIND.match(spot.text, spot.found.end):
        return verdict
    before = spot.sentence_before
    own = [word.end() for word in _EACH.finditer(before) if not _BELONGS_BEFORE.search(before, 0, word.start())]
    if own and not _LEFT_BEHIND.search(before, own[-1]) and not _new_action(before[own[-1] :]):
        return verdict
    for index, word in enumerate(spot.after[:7]):
        if word[0] in PER:
            serving = spot.next(index + 1) in words("people")
            return Verdict(Kind.PER_SERVING, "for one serving") if serving else verdict
        if word[0] in words("per_one"):
            return None if index == 0 and _shared_out(spot) else verdict
    return None


def _shared_out(spot: Spot) -> bool:
    """Tell whether "each" right behind an amount names several foods: "1 tsp each salt and pepper"."""
    following = spot.next(1)
    return bool(spot.unit and following and (following == "of" or following not in words("heads_end")))


def _new_action(text: str) -> bool:
    """Tell whether *text* goes on to something else: "… and toss with"."""
    following = [word[1] for word in re.finditer(_AND, text)]
    return not words("verbs").isdisjoint(following)


def is_share(spot: Spot) -> Verdict | None:
    """A share of something: "half the oil", "⅓ of the sauce"; but "half a lime" is an amount."""
    found = spot.found
    if spot.unit is not None:
        return None
    if found.spelled and spot.next() in ("third", "thirds", "quarter", "quarters", "halves", "drittel", "viertel"):
        return Verdict(Kind.FRACTION, "a share of something")
    if found.low >= 1:
        return None
    behind = spot.text[found.end : found.end + 12].lower()
    if found.spelled:
        article = re.match(r"\s(?:an?|eine[nrm]?)(?=\s)", behind)
        if article and spot.last not in ("other", "the", "by", "in") and len(spot.after) > 1:
            noun = food_noun(spot, spot.after[1:])
            if noun:
                end = found.end + article.end()
                return Verdict(Kind.AMOUNT, AMOUNT, scales=True, noun=noun, number_end=end)
        return Verdict(Kind.FRACTION, "a share of something")
    if any(re.match(rf"\s{phrase}\b", behind) for phrase in ("of", "the", "der", "des", "vom", "von")):
        return Verdict(Kind.FRACTION, "a share of something")
    return None


def is_portion(spot: Spot) -> Verdict | None:
    """So much makes one: "drop by 1 tbsp", "roll 2 tbsp of the mixture into balls"."""
    if spot.last == "but" and "all" in spot.clause_before[:3]:
        return Verdict(Kind.OTHER, "what is left over")
    if spot.dimension in _SOLD and _OF_PIECES.search(spot.sentence_before):
        return Verdict(Kind.OTHER, "the size of one piece")
    if spot.unit not in _SCOOPED:
        return None
    if spot.last == "by":
        return Verdict(Kind.OTHER, "the size of one portion")
    scooping = not words("drop_verbs").isdisjoint(spot.before[:8])
    if scooping and not {"reserve", "out", "off", "over", "aside"} & set(spot.before[:8]):
        return Verdict(Kind.OTHER, "the size of one portion")
    behind = {word[0] for word in spot.after}
    if behind & words("balls") and not words("yield_verbs").isdisjoint(spot.before[:4]):
        return Verdict(Kind.OTHER, "the size of one portion")
    return None
