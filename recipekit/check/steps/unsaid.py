"""Whether a step may use a food of the list without saying how much of it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from recipekit.check.rule import Subject
from recipekit.check.steps.shares import Shares, Use
from recipekit.check.steps.stocks import Stock, mixed_groups
from recipekit.foods.lexicon import Role, lexicon, words_of
from recipekit.foods.reading import phrases_of
from recipekit.grammar import lower_singular
from recipekit.words import checked

_NOTE = re.compile(r"[,(]")
_WORD = re.compile(r"[^\W\d_]+")
_UNTIL = re.compile(r"\b(?:until|till|bis)\b[^.;,]{0,60}$")
_SHORTEST = 3  # letters of a word that tells a food
_SHORT = 4  # so short a word stands within many others: "oil" in "boil"
_NO_FOODS = frozenset(("all", "purpose", "and", "the", "for", "with", "und", "mit"))
_NEAR = 2  # steps before a "repeat" that may be meant


class Telling:
    """What a recipe tells in its steps, and around them, without the amounts of foods: they are counted already.

    Everything is in lower case and without accents.
    """

    def __init__(self, subject: Subject, shares: Shares) -> None:
        uses: dict[int, list[Use]] = {}
        for use in (use for several in shares.uses for use in several):
            uses.setdefault(id(use.step), []).append(use)
        self.steps = [plain(_without(step.wording.text, uses.get(id(step), []))) for step in subject.steps]
        self._places = {id(step): place for place, step in enumerate(subject.steps)}
        said = [note.wording.text for step in subject.steps for note in step.notes]
        said += [note.wording.text for note in subject.recipe.notes]
        said += [each.title for each in subject.recipe.instructions if each.title]
        self.around = [plain(text) for text in said]
        self._said = frozenset(word for line in self.steps for word in _WORD.findall(line))

    def may_use_more(self, stock: Stock, uses: tuple[Use, ...]) -> bool:
        """Tell whether some step may use *stock* beyond *uses*: it is named bare, or all ingredients are."""
        places = [self._places[id(use.step)] for use in uses]
        if any(self._leaves_some(place) for place in places):
            return True
        groups = mixed_groups(stock, checked("steps", "aisles"))
        if any(_is_collective(line, at, places, groups) for at, line in enumerate(self.steps)):
            return True
        stems = [stem for item in stock.items for stem in _stems(item.name)]
        stems += checked("steps", "liquids_and_powders" if uses[0].measure == "volume" else "things_to_cook")
        if any(_ends_in(stem, word) for stem in stems for word in self._said):
            return True
        return any(_is_named(line, stems) for line in (*self.steps, *self.around))

    def _leaves_some(self, place: int) -> bool:
        """Tell whether a step says that some of a food is left: "press the other ⅓ cup on top"."""
        return not checked("steps", "something_left").isdisjoint(_WORD.findall(self.steps[place]))


def _ends_in(stem: str, word: str) -> bool:
    """Tell whether *word* is the last part of a compound: the "Saft" of "Apfelsaft"."""
    return len(word) >= _SHORT and len(word) < len(stem) and stem.endswith(word)


def plain(text: str) -> str:
    """Return *text* in lower case and without accents.

    >>> plain("Jalapeño")
    'jalapeno'
    """
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def _is_collective(line: str, at: int, uses: list[int], groups: frozenset[str]) -> bool:
    """Tell whether the step *at* some place takes what it does not name, as "the dressing" of the list does.

    "The dry ingredients" and "the sauce" behind a use are what has been made of it; "repeat" means the steps before.
    """
    said = frozenset(_WORD.findall(line))
    if not said.isdisjoint(checked("steps", "again")) and any(at - _NEAR <= use <= at for use in uses):
        return True
    made = min(uses) < at and said.isdisjoint(checked("steps", "put_together"))
    ingredients = not said.isdisjoint(checked("steps", "ingredients"))
    if ingredients and not (min(uses) < at and not said.isdisjoint(checked("steps", "mixed_ingredients"))):
        return True
    if any(phrase in line for phrase in checked("steps", "taken_whole")):
        return True
    return at not in uses and not made and any(word in groups for word in said)


def _without(text: str, uses: list[Use]) -> str:
    """Return *text* with the amounts of foods in it blanked."""
    for use in uses:
        text = text[: use.start] + " " * (use.end - use.start) + text[use.end :]
    return text


def _is_named(text: str, stems: list[str]) -> bool:
    """Tell whether a word of *stems* stands in *text*, but where it only tells when something is done."""
    for stem in stems:
        if stem not in text:
            continue
        for place in re.finditer(rf"\b{stem}" if len(stem) <= _SHORT else stem, text):
            behind = text[place.end() : place.end() + 16].split(" ", 2)
            mixed = len(behind) > 1 and behind[1].strip(".,;") in checked("steps", "made_of_it")
            if not mixed and not _UNTIL.search(text, max(0, place.start() - 70), place.start()):
                return True
    return False


@lru_cache(maxsize=1024)
def _stems(name: str) -> tuple[str, ...]:
    """Return the words by which a step may mean a food, in the singular: "penne", "pasta"; "soy" of "soy sauce"."""
    known = lexicon()
    found: list[str] = []
    for phrase in phrases_of(words_of(_NOTE.split(name, maxsplit=1)[0])):
        if phrase.role in (Role.LEFT_OUT, Role.KIND):
            continue
        found += [*phrase.written.split(), *phrase.meaning.split()]
        found += [word for wider in known.ancestors.get(phrase.meaning, ()) for word in wider.split()]
    stems = {lower_singular(word) for word in found if len(word) >= _SHORTEST} - _NO_FOODS
    kinds = {word for word in stems if known.roles.get(word, (None,))[0] in (Role.KIND, Role.LEFT_OUT)}
    kept = stems - kinds - known.lists["collective"] or stems
    return tuple(word[:-1] if word.endswith("y") and len(word) > _SHORT else word for word in kept)
