"""Singular and plural of kitchen nouns: "3 Cloves" but "1 Clove", "leaves" but "leaf"."""

from __future__ import annotations

from functools import cache

from recipekit.words import irregular_plurals, words

_ONE_FORM = ("chen", "lein", "stücke", "stück")  # German: "1 Würstchen", "6 Würstchen"
_ES = ("s", "x", "z", "ch", "sh")


@cache
def _plurals() -> dict[str, str]:
    return irregular_plurals()


@cache
def _singulars() -> dict[str, str]:
    return {plural: singular for singular, plural in _plurals().items()}


def singular(noun: str) -> str:
    """Return the singular of *noun* in its own capitals; a word that is no plural comes back as it is.

    >>> [singular(word) for word in ("Cloves", "leaves", "patties", "tomatoes", "hummus", "egg")]
    ['Clove', 'leaf', 'patty', 'tomato', 'hummus', 'egg']
    """
    return _like(noun, lower_singular(noun.lower()))


def plural(noun: str) -> str:
    """Return the plural of *noun* in its own capitals; a plural and a mass noun come back as they are.

    >>> [plural(word) for word in ("Clove", "leaf", "patty", "potato", "couscous", "eggs")]
    ['Cloves', 'leaves', 'patties', 'potatoes', 'couscous', 'eggs']
    """
    return _like(noun, _plural(noun.lower()))


def is_plural(noun: str) -> bool:
    """Tell whether *noun* looks like a plural.

    >>> is_plural("meatballs"), is_plural("asparagus")
    (True, False)
    """
    lowered = noun.lower()
    return lower_singular(lowered) != lowered


@cache
def lower_singular(noun: str) -> str:
    """Return the singular of a lower-case *noun*, quickly: many are asked for.

    >>> lower_singular("leaves")
    'leaf'
    """
    if noun in _singulars():
        return _singulars()[noun]
    if noun in _plurals():
        return noun  # "Glas"
    first, hyphen, last = noun.rpartition("-")
    if hyphen and last in _singulars():
        return f"{first}-{_singulars()[last]}"
    if len(noun) < 4 or noun in words("no_plural") or not noun.endswith("s") or noun.endswith(("ss", "us", "is")):
        return noun
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith("es") and noun[:-2].endswith(("ss", "x", "zz", "ch", "sh")):
        return noun[:-2]
    return noun[:-1]


@cache
def _plural(noun: str) -> str:
    if noun in _plurals():
        return _plurals()[noun]
    first, hyphen, last = noun.rpartition("-")
    if hyphen and last in _plurals():
        return f"{first}-{_plurals()[last]}"
    if noun.endswith(_ONE_FORM):
        return noun
    if not noun[-1:].isalpha() or noun in words("no_plural") or lower_singular(noun) != noun or noun.endswith("less"):
        return noun
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(_ES) else "s")


def _like(pattern: str, word: str) -> str:
    """Return *word* with the capitals of *pattern*, as far as both run alike: "Bio-Zitrone" → "Bio-Zitronen"."""
    if pattern.isupper() and len(pattern) > 1:
        return word.upper()
    alike = next((at for at, pair in enumerate(zip(pattern.lower(), word, strict=False)) if pair[0] != pair[1]), None)
    alike = min(len(pattern), len(word)) if alike is None else alike
    if not alike:
        return word[:1].upper() + word[1:] if pattern[:1].isupper() else word
    return pattern[:alike] + word[alike:]
