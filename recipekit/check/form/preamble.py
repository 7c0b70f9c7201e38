"""What a recipe says of its servings and its time in running words, where no value can be read from them."""

from __future__ import annotations

import re
from functools import cache

from recipekit.check.rule import Subject
from recipekit.parse.sections import kind_of
from recipekit.words import checked, meanings, words

_NEAR = 24  # characters between a word and its number
_LONGEST = 4000  # characters of what stands before the ingredients
_ABOUT = re.compile(
    r"^[\"']?(?:title|tags|keywords|categories)\b[^\n]*\n(?:[ \t]*-[ \t][^\n]*\n)*", re.MULTILINE | re.IGNORECASE
)
"""Keys of the front matter that say "30-Minute Meals" without giving a time."""
_BEFORE_A_NUMBER = ("for", "für")


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
    front = _ABOUT.sub("", subject.source.text[: min(outline.body, _LONGEST)])
    return f"{front}\n{outline.words[outline.body : min(end, outline.body + _LONGEST)]}"


@cache
def _servings() -> re.Pattern[str]:
    said = {label for label, meaning in meanings("labels").items() if meaning == "serves"}
    said |= words("people") | words("makes") | checked("form", "feeding")
    known = "|".join(sorted(map(re.escape, said.difference(_BEFORE_A_NUMBER)), key=len, reverse=True))
    before = "|".join(_BEFORE_A_NUMBER)
    number = r"(?:\d|[¼-¾]|\b(?:one|two|three|four|six|eight|twelve|ein|eine|zwei|drei|vier|sechs|acht|zwölf)\b)"
    near = rf"[^\n.!?]{{0,{_NEAR}}}?"
    column = rf"^\|[^\n]*\b(?:{known})\b"  # in a table the number stands on another line
    return re.compile(
        rf"\b(?:{known})\b{near}{number}|\b(?:{before})\b[^\n.!?]{{0,8}}?{number}|{number}{near}\b(?:{known})\b|{column}",
        re.IGNORECASE | re.MULTILINE,
    )


@cache
def _times() -> re.Pattern[str]:
    said = checked("form", "time_units")
    known = "|".join(sorted(map(re.escape, said), key=len, reverse=True))
    return re.compile(
        rf"(?:\d|\b(?:an?|one|two|eine?|zwei)\b)[\s-]*(?:{known})\b|\bovernight\b|\büber nacht\b", re.IGNORECASE
    )
