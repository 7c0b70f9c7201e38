"""What a recipe says of its servings and its time in running words, where no value can be read from them."""

from __future__ import annotations

import re
from functools import cache

from recipekit.check.rule import Subject
from recipekit.parse.sections import kind_of
from recipekit.words import checked, meanings, words

_NEAR = 24  # characters between a word and its number
_LONGEST = 4000  # characters of what stands before the ingredients


def says_servings(subject: Subject) -> bool:
    """Tell whether words such as "Serves 2. Prep time …" or "Für 4 Personen" stand before the ingredients."""
    return _servings().search(_before(subject)) is not None


def says_time(subject: Subject) -> bool:
    """Tell whether a time stands before the ingredients: "ready in 20 minutes"."""
    return _times().search(_before(subject)) is not None


def _before(subject: Subject) -> str:
    """Return what stands before the ingredients and the steps, front matter included."""
    outline = subject.outline
    known = ("ingredients", "instructions", "calories", "notes")
    end = next((each.offset for each in outline.headings if kind_of(each.title)[0] in known), len(outline.words))
    front = subject.source.text[: outline.body]
    return f"{front[:_LONGEST]}\n{outline.words[outline.body : min(end, outline.body + _LONGEST)]}"


@cache
def _servings() -> re.Pattern[str]:
    said = {label for label, meaning in meanings("labels").items() if meaning == "serves"}
    said |= words("people") | words("makes") | checked("form", "feeding")
    known = "|".join(sorted(map(re.escape, said), key=len, reverse=True))
    number = r"(?:\d|[¼-¾]|\b(?:one|two|three|four|six|eight|twelve|ein|eine|zwei|drei|vier|sechs|acht|zwölf)\b)"
    near = rf"[^\n.!?]{{0,{_NEAR}}}?"
    return re.compile(rf"\b(?:{known})\b{near}{number}|{number}{near}\b(?:{known})\b", re.IGNORECASE)


@cache
def _times() -> re.Pattern[str]:
    said = checked("form", "time_units")
    known = "|".join(sorted(map(re.escape, said), key=len, reverse=True))
    return re.compile(
        rf"(?:\d|\b(?:an?|one|two|eine?|zwei)\b)[\s-]*(?:{known})\b|\bovernight\b|\büber nacht\b", re.IGNORECASE
    )
