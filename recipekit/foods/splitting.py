"""One name that means two foods: "Olive Oil & Butter", "salt and pepper"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from recipekit.foods.lexicon import Role, lexicon, words_of
from recipekit.foods.reading import LONGEST_NAME, Word, alternatives, phrases_of


@cache
def _joints() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = "|".join(re.escape(word) for word in sorted(lexicon().lists["and"]) if word.isalpha())
    joint = rf"\s+(?:{words})\s+|\s*[&+]\s*"
    return re.compile(joint, re.IGNORECASE), re.compile(rf"{joint}|\s*,\s*", re.IGNORECASE)


def split_foods(name: str) -> tuple[str, ...]:
    """Return the foods that *name* lists, each in the words of the name; a single food comes back as it is.

    >>> split_foods("Olive Oil & Butter"), split_foods("half-and-half"), split_foods("lemon zest and juice")
    (('Olive Oil', 'Butter'), ('half-and-half',), ('lemon zest', 'lemon juice'))
    """
    return (name,) if len(name) > LONGEST_NAME else _split(name)


@lru_cache(maxsize=4096)
def _split(name: str) -> tuple[str, ...]:
    joint, any_joint = _joints()
    if "/" in name and not joint.search(name):
        return _split_at_slash(name)
    if not joint.search(name) or any(_joined(word) for word in phrases_of(words_of(name))):
        return (name,)
    parts = _distributed([part.strip() for part in any_joint.split(name) if part.strip()])
    heads = [alternatives(part)[-1].head for part in parts]
    collective = lexicon().lists["collective"]
    # "Red cabbage and carrot mix" is one mix; "soy sauce and fish sauce" are two sauces.
    one_mixture = _ends_in(heads[-1], collective) and not _ends_in(heads[0], collective) if heads else True
    if len(parts) < 2 or not all(heads) or one_mixture:
        return (name,)
    return tuple(parts)


def _joined(word: Word) -> bool:
    return word.role is not None and bool(set(word.written.split()) & lexicon().lists["and"]) and " " in word.written


def _ends_in(head: str, nouns: frozenset[str]) -> bool:
    return head in nouns or head.rpartition(" ")[2] in nouns


def _split_at_slash(name: str) -> tuple[str, ...]:
    """Split "olive oil/butter", but neither two names of one food nor two kinds of it."""
    parts = [part.strip() for part in name.split("/")]
    readings = [alternatives(part) for part in parts]
    whole = alternatives(name)
    known = lexicon()
    if len(parts) != 2 or len(whole) != 2 or not all(len(one) == 1 and one[0].foods for one in readings):
        return (name,)
    one, other = (found[0] for found in readings)
    families = [known.ancestors.get(reading.head, frozenset()) | {reading.head} for reading in (one, other)]
    if {one.key, other.key} != {reading.key for reading in whole} or families[0] & families[1]:
        return (name,)
    return tuple(parts)


def _distributed(parts: list[str]) -> list[str]:
    """Give each part the noun they share: "garlic and onion powder", "lemon zest and juice"."""
    if len(parts) != 2:
        return parts
    known = lexicon()
    base = known.vocabulary.base
    first, last = (words_of(part) for part in parts)
    if not first or not last or base(last[-1]) not in known.lists["distributed"]:
        return parts
    noun = parts[1].split()[-1]
    if len(last) == 1:
        stem = parts[0].rpartition(" ")[0]
        whole = stem and _is_food(f"{stem} {noun}")
        return [parts[0], f"{stem} {noun}"] if whole else parts
    if _is_food(f"{parts[0]} {noun}"):
        return [f"{parts[0]} {noun}", parts[1]]
    return parts


def _is_food(phrase: str) -> bool:
    known = lexicon()
    meaning = known.meanings.get(known.vocabulary.key(phrase))
    return meaning in known.roles and known.roles[meaning][0] is Role.FOOD
