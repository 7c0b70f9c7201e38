"""What the link of a source says: whether it leads to the page of one food, and of which."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from urllib.parse import unquote, urlsplit

from recipekit.check.calories.naming import Named, named, says
from recipekit.foods.lexicon import lexicon, words_of
from recipekit.foods.reading import LONGEST_NAME
from recipekit.words import checked

_LONGEST = 2000  # characters of a link
_NUMBER = re.compile(r"\d{5,}")
_ENDING = re.compile(r"\.[a-z]{2,5}$", re.IGNORECASE)


@lru_cache(maxsize=4096)
def is_about_a_food(url: str) -> bool:
    """Tell whether a link leads to the page of one food, by its name or by a number in its path.

    >>> is_about_a_food("https://fatsecret.com/usda/butter"), is_about_a_food("https://www.nutritionix.com/")
    (True, False)
    >>> is_about_a_food("https://fdc.nal.usda.gov/fdc-app.html#/food-details/173410/nutrients")
    True
    """
    segments = _segments(url)
    if any(says(segment, "no_page_of_a_food") for segment in segments):
        return False
    return food_of_page(url) is not None or any(_NUMBER.search(segment) or _foods(segment) for segment in segments[-2:])


def _segments(url: str) -> list[str]:
    """Return the words of a link's path and fragment, from slash to slash."""
    try:
        parts = urlsplit(url) if len(url) <= _LONGEST else None
    except ValueError:
        return []
    if parts is None or "?" in parts.fragment:
        return []
    paths = [segment for segment in f"{parts.path}/{parts.fragment}".split("/") if segment]
    return [re.sub(r"[-_+]", " ", unquote(_ENDING.sub("", segment))) for segment in paths]


def _foods(segment: str) -> bool:
    return any(reading.foods for reading in named(segment).readings)


@lru_cache(maxsize=4096)
def food_of_page(url: str) -> str | None:
    """Return the food that a link ends in; None where its last words are not one food and no more.

    >>> food_of_page("https://www.fatsecret.com/calories-nutrition/usda/cream-cheese?portionid=1")
    'cream cheese'
    >>> food_of_page("https://example.org/egg-nutrition-facts"), food_of_page("https://example.org/my-week-of-eggs")
    ('egg', None)
    """
    segments = [each for each in _segments(url) if not each.replace(" ", "").isdigit()]
    if not segments or any(says(segment, "no_page_of_a_food") for segment in segments):
        return None
    words = [word for word in words_of(segments[-1][:LONGEST_NAME]) if word not in _words_of_pages()]
    page = named(" ".join(words))
    if len(page.readings) != 1 or not page.known:
        return None
    return page.text


@cache
def _words_of_pages() -> frozenset[str]:
    return frozenset(word for said in checked("calories", "words_of_pages") for word in words_of(said))


def may_stand_in(one: Named, other: Named) -> bool:
    """Tell whether two foods are of one family, or one is commonly looked up for the other.

    >>> may_stand_in(named("pancetta"), named("bacon")), may_stand_in(named("butter"), named("cream cheese"))
    (True, False)
    """
    mine, yours = (_families(name) for name in (one, other))
    return not (mine.isdisjoint(yours) and one.every.isdisjoint(other.every))


def _families(name: Named) -> frozenset[str]:
    """Return what the foods of a name are, what they are kinds of, and the groups in which they stand in."""
    above = lexicon().ancestors
    foods = {food for reading in name.readings for one in reading.foods for food in (one, *above.get(one, ()))}
    return frozenset(foods).union(*(_stand_ins().get(food, frozenset()) for food in foods))


@cache
def _stand_ins() -> dict[str, frozenset[str]]:
    """Return the groups that a food stands in, each by its line in the data."""
    known = lexicon()
    found: dict[str, set[str]] = {}
    for line in checked("calories", "stand_ins"):
        for food in line.split(","):
            key = known.vocabulary.key(food)
            found.setdefault(known.meanings.get(key, key), set()).add(line)
    return {food: frozenset(lines) for food, lines in found.items()}
