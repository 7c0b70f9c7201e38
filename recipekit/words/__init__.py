"""The words recipekit knows, one data file a language: units, number words, headings, verbs and nouns of the kitchen.

A file holds lists of lower-case words by topic. All languages are read together, since a recipe seldom says which one
it is in, and an English cook writes "Zutaten" as rarely as a German one writes "Directions".
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("en", "de")


@cache
def _language(code: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(Path(__file__).with_name(f"{code}.json").read_bytes())
    return data


@cache
def words(*topics: str) -> frozenset[str]:
    """Return every word of *topics* in every language.

    >>> "about" in words("approximately"), "etwa" in words("approximately"), "an" in words("articles", "of")
    (True, True, True)
    """
    return frozenset[str]().union(*(_words(topic) for topic in topics))


def _words(topic: str) -> list[str]:
    lists: list[list[str]] = [_language(code)[topic] for code in LANGUAGES if topic in _language(code)]
    if not lists:
        raise KeyError(topic)  # a misspelt topic would quietly know no word
    return [word for known in lists for word in known]


@cache
def meanings(topic: str) -> dict[str, str]:
    """Return what each word of *topic* stands for: ``{"tablespoons": "tbsp", …}``.

    >>> meanings("units")["tablespoons"], meanings("sections")["zutaten"]
    ('tbsp', 'ingredients')
    """
    return {
        word: meaning
        for code in LANGUAGES
        for meaning, spellings in _language(code).get(topic, {}).items()
        for word in spellings
    }


@cache
def numbers() -> dict[str, str]:
    """Return the number words with their value in digits: ``{"half": "1/2", "zwei": "2", …}``."""
    return {word: value for code in LANGUAGES for word, value in _language(code)["numbers"].items()}


@cache
def numbers_of(code: str) -> dict[str, str]:
    """Return the number words of one language with their value in digits.

    >>> numbers_of("en")["half"]
    '1/2'
    """
    words: dict[str, str] = _language(code)["numbers"]
    return words


@cache
def unit_word(unit: str, like: str) -> str | None:
    """Return how *unit* is written in the language of the unit word *like*; None where that is English or unknown.

    >>> unit_word("tsp", "EL"), unit_word("tsp", "tbsp")
    ('TL', None)
    """
    for code in LANGUAGES[1:]:
        data = _language(code)
        if any(like.lower() in spellings for spellings in data["units"].values()):
            word: str | None = data.get("unit_words", {}).get(unit)
            return word
    return None


@cache
def foods(code: str) -> dict[str, Any]:
    """Return what one language calls its foods, as its data file has it; only `recipekit.foods` reads it.

    >>> foods("en")["foods"]["eggplant"]
    ['aubergine', 'brinjal']
    """
    data: dict[str, Any] = json.loads(Path(__file__).with_name(f"foods.{code}.json").read_bytes())
    return data


@cache
def groups_of_foods() -> dict[str, dict[str, list[str]]]:
    """Return what shops put together: under "called" the names of each group, under "foods" its foods; "@" is a group.

    >>> groups_of_foods()["foods"]["produce"]
    ['@vegetable', '@fruit', '@herb']
    """
    data: dict[str, dict[str, list[str]]] = json.loads(Path(__file__).with_name("aisles.json").read_bytes())
    return data


@cache
def checked(family: str, topic: str) -> frozenset[str]:
    """Return the words of a *topic* that the rules of a *family* know, in every language; only `recipekit.check` asks.

    Raises:
        KeyError: no language has such a topic.
    """
    data = [_checks(code)[family] for code in LANGUAGES]
    if not any(topic in known for known in data):
        raise KeyError(topic)
    return frozenset(word for known in data for word in known.get(topic, ()))


@cache
def _checks(code: str) -> dict[str, dict[str, list[str]]]:
    data: dict[str, dict[str, list[str]]] = json.loads(Path(__file__).with_name(f"check.{code}.json").read_bytes())
    return data


@cache
def unit_in(unit: str, lang: str) -> str | None:
    """Return how *unit* is written in the language *lang*; None where that is English or unknown.

    >>> unit_in("tbsp", "de-AT"), unit_in("tbsp", "en")
    ('EL', None)
    """
    code = lang[:2].lower()
    word: str | None = _language(code).get("unit_words", {}).get(unit) if code in LANGUAGES[1:] else None
    return word


def language_of(topics: Iterable[str], said: Iterable[str]) -> str:
    """Return the language in which *topics* know most of the words *said*; English where none does better.

    >>> language_of(("column_ingredient", "column_kcal"), ("zutat", "kalorien"))
    'de'
    """
    known = {code: {word for topic in topics for word in _language(code).get(topic, ())} for code in LANGUAGES}
    said = list(said)
    return max(LANGUAGES, key=lambda code: sum(word in known[code] for word in said))


@cache
def calorie_label(lang: str, name: str) -> str:
    """Return how *lang* calls what a calories table states: its "total", "per_serving", "servings" or "serving".

    >>> calorie_label("en", "per_serving"), calorie_label("de", "per_serving")
    ('Per serving', 'Pro Portion')
    """
    labels: dict[str, str] = _language(lang if lang in LANGUAGES else LANGUAGES[0])["calorie_labels"]
    return labels[name]


@cache
def list_word(lang: str, name: str) -> str:
    """Return how *lang* says on a shopping list that something is "for" a use, "some" of it, or "optional".

    >>> list_word("de-CH", "for"), list_word("", "for")
    ('für', 'for')
    """
    code = lang[:2].lower()
    said: dict[str, str] = _language(code if code in LANGUAGES else LANGUAGES[0])["list_words"]
    return said[name]


def irregular_plurals() -> dict[str, str]:
    """Return the nouns whose plural follows no rule: ``{"leaf": "leaves", …}``."""
    return {one: many for code in LANGUAGES for one, many in _language(code)["irregular_plurals"].items()}
