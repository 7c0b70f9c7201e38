"""What a unit or a sign settles by itself: times, temperatures, lengths, shares of a hundred, prices, ordinals."""

from __future__ import annotations

import re
from functools import cache

from recipekit.parse.prose.spot import Spot
from recipekit.units import Dimension, dimension_of, unit_named
from recipekit.words import meanings, words

_CLOCK = re.compile(r"\s?(?:[ap]\.?m\b|o'?clock|uhr\b)|:\d\d|\s?h\s?\d\d\b")
_MINUTES = re.compile(r"['’′](?!\w)")
_MONEY_BEHIND = re.compile(r"\s?(?:[€£$¢]|(?:dollars?|bucks?|euros?|cents?|pence|pounds sterling)\b)")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_IN_A_WORD = re.compile(
    r"[\s-](?:(?:inch|cm|mm)[-‐‑]|[^\W\d_]+\s(?:deep|thick|wide|high|tall|long|apart|dick|hoch|tief|breit)\b)"
)
_BETWEEN = re.compile(r"\s?(?:,|/|-|–|x|×|(?:,\s?)?(?:or|to|and|bis|oder|und|by))\s?(?:the\s)?(?:about\s)?")
_HOTTEST = 600
_TAKEN = (Dimension.TIME, Dimension.TEMPERATURE, Dimension.LENGTH, Dimension.SHARE)


def is_nought(spot: Spot) -> bool:
    """Nought stays nought: "00 flour", "sugar 0".

    Sieve {=00=} flour onto the worktop.
    """
    return not spot.found.high


def is_time(spot: Spot) -> bool:
    """A time.

    Bake for {=20 minutes=}, turning after {=10 min=}.
    Give the dough a {=10-minute=} rest.
    Rest the meat for {=half an hour=}.
    """
    return spot.dimension is Dimension.TIME


@cache
def _time_words() -> frozenset[str]:
    return frozenset(word for word, unit in meanings("units").items() if dimension_of(unit) is Dimension.TIME)


def is_time_in_words(spot: Spot) -> bool:
    """A time whose unit stands apart: "5 more minutes", "a minute or two", "10 to, say, 15 minutes".

    Fry for {=5=} more minutes.
    Let it stand a minute or {=two=}.
    Simmer {=5=}, {=10=} or {=15 minutes=}.
    Bake it {=10’=}.
    """
    if _MINUTES.match(spot.behind):
        return True
    if spot.sentences.said.isdisjoint(_time_words()):
        return False
    spelled = dimension_of(unit_named(spot.next(1))) is Dimension.TIME and spot.next() in words("more_time")
    if spelled:
        return True
    before = spot.clause[:2]
    if before[:1] == ["or"] and dimension_of(unit_named(before[-1])) is Dimension.TIME:
        return True
    return spot.unit is None and _shares_unit(spot, Dimension.TIME)


def _shares_unit(spot: Spot, dimension: Dimension) -> bool:
    """Tell whether the unit behind a later number is this one's too: "5, 10 or 15 minutes"."""
    for index in range(spot.index, len(spot.numbers) - 1):
        one, other = spot.numbers[index : index + 2]
        if not _BETWEEN.fullmatch(spot.sentences.lowered[one.end : other.start]):
            return False
        if other.unit is not None:
            return dimension_of(other.unit) is dimension
    return False


def is_clock(spot: Spot) -> bool:
    """A time of the day, or one written with a colon.

    Start the sponge at {=7=} pm.
    Den Teig um {=8=} Uhr ansetzen.
    """
    if _CLOCK.match(spot.behind):
        return True
    return re.search(r"\d:$", spot.ahead) is not None and len(spot.written) == 2


def is_temperature(spot: Spot) -> bool:
    """A temperature.

    Bake at {=180 °C=}.
    """
    return spot.dimension is Dimension.TEMPERATURE


def is_bare_temperature(spot: Spot) -> bool:
    """A temperature without a unit: "oven to 350", "until it reads 165".

    Preheat the oven to {=350=}.
    Pull the brisket at {=203=} internal.
    Roast at {=200=}/180 °C fan.
    """
    if spot.found.joined or not 40 <= spot.found.high <= _HOTTEST:
        return False
    if spot.next() in words("heat_behind"):
        return True
    if _shares_unit(spot, Dimension.TEMPERATURE):
        return True
    linked = spot.link in words("heat_links") or spot.ahead[-1:] == "/"
    return linked and not spot.phrase[:1] and any(word in words("heat") for word in (*spot.before[:10], *spot.rest[:4]))


def is_percentage(spot: Spot) -> bool:
    """A share of a hundred.

    Melt the {=70%=} chocolate at {=50 percent=} power.
    """
    return spot.dimension is Dimension.SHARE


def is_energy(spot: Spot) -> bool:
    """Calories.

    About {=420 kcal=} per serving.
    """
    return spot.dimension is Dimension.ENERGY


def is_nutrition(spot: Spot) -> bool:
    """A figure of what the food holds for who eats it.

    About 420 kcal, {=25 g=} protein and {=12 g=} fat.
    """
    if spot.next() in words("nutrients"):
        return True
    start, end = spot.sentence_start, spot.found.end + len(spot.own_behind)
    near = (number for number in spot.numbers[max(0, spot.index - 3) : spot.index + 4] if number.start >= start)
    return any(dimension_of(number.unit) is Dimension.ENERGY and number.start <= end + 12 for number in near)


def is_length(spot: Spot) -> bool:
    """A length, a thickness, a width: knives and pans stay what they are.

    Cut it into {=1-inch=} cubes.
    Roll out to {=3 mm=}.
    """
    return spot.dimension is Dimension.LENGTH


def is_length_in_words(spot: Spot) -> bool:
    """A length whose unit is part of a word, or measured in fingers: "1½ inch-wide", "2 fingers deep".

    Cut it into {=2=} inch-wide strips.
    Fill the pot {=2=} fingers deep.
    Roll out {=1/4=}-1/8" thick rounds.
    """
    return _IN_A_WORD.match(spot.behind) is not None or _shares_unit(spot, Dimension.LENGTH)


def is_other_measure(spot: Spot) -> bool:
    """A measure of something that is no food: watts, altitude, pressure.

    Above {=3,000=} feet add a little flour.
    """
    return spot.next() in words("other_units")


def is_price(spot: Spot) -> bool:
    """A price.

    I paid ${=4=} for the chicken and {=2=} euros for the lemon.
    """
    sign = spot.ahead.rstrip()[-1:]
    return sign in ("$", "€", "£") if sign else False


def is_price_behind(spot: Spot) -> bool:
    """A price whose coin stands behind it.

    It costs {=3=} dollars.
    """
    return _MONEY_BEHIND.match(spot.behind) is not None


def is_ordinal(spot: Spot) -> bool:
    """A place in an order.

    Set the pasta machine to the {=2nd=} widest setting.
    """
    if _ORDINAL.match(spot.behind):
        return True
    return spot.behind[:2] == ". " and spot.last in words("before_ordinals")


def is_code(spot: Spot) -> bool:
    """Part of a name: "five-spice", "7-up", "a 4-egg omelette".

    Season with {=five=}-spice.
    Make a {=4=}-egg omelette.
    """
    following = spot.behind[:2]
    return following[:1] in ("-", "‐", "‑") and following[1:].isalpha() and not spot.behind.startswith("ish", 1)


def is_reference(spot: Spot) -> bool:
    """A step, a page, a speed, a shelf: a number that names something.

    Go back to step {=3=}.
    Mix on speed {=2=} or {=3=}.
    Auf Stufe {=5=} zerkleinern.
    """
    if spot.ahead[-1:] == "#" or spot.last in ("no", "nr"):
        return True
    if spot.unit is not None or spot.found.high < 1:
        return False
    chain = spot.clause[:3]
    if spot.last in words("references"):
        return True
    joined = (
        len(chain) > 1 and chain[0] in ("and", "or", "und", "oder", "to", "bis") and chain[1] in words("references")
    )
    return joined and re.search(r"\d,?\s\w+\s$", spot.ahead) is not None


def is_year(spot: Spot) -> bool:
    """A year.

    The recipe is from {=1957=}.
    """
    found = spot.found
    whole = found.low == found.high and found.low.denominator == 1 and 1700 <= found.low <= 2100
    return whole and not found.spelled and (not spot.phrase or spot.last in words("before_years"))
