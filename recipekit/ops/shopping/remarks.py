"""What a list says behind a food: what lines say of it that matters in the shop."""

from __future__ import annotations

import re
from collections.abc import Iterable

from recipekit.foods.identity import identity
from recipekit.foods.lexicon import Role, lexicon, words_of
from recipekit.foods.reading import LONGEST_NAME, phrases_of
from recipekit.ops.shopping.values import Need
from recipekit.words import words

_MOST_NOTES = 3
_NUMBER = re.compile(r"\d|[½¼¾⅓⅔⅛]")
_TYPE = re.compile(r"\b(?:type|typ|tipo)\b", re.IGNORECASE)


def notes_of(needs: Iterable[Need], *, alone: bool) -> tuple[str, ...]:
    """Return what lines say that matters in the shop: "85/15", "or paste", "unsweetened"; *alone*: "to taste" too.

    How a food is cut does not, and of several lines the amounts do not, since nobody adds them up.
    """
    found: dict[str, None] = {}
    needs = tuple(needs)
    for need in needs:
        said = [part.strip() for part in (_said(need, alone=len(needs) == 1) or "").replace(", ", "\n").split("\n")]
        note = ", ".join(part for part in said if part.lower() not in words("optional"))
        if not note:
            continue
        if _tells(note) or _makes_another(need.called, note) or (alone and not need.amounts and _is_aside(note)):
            found.setdefault(note)
    return tuple(sorted(found, key=lambda note: (note.casefold(), note)))[:_MOST_NOTES]


def is_shown(note: str) -> bool:
    """Tell whether a note stands behind what one line needs: how it is cut does, another amount of it does not."""
    return not _NUMBER.search(note) or _tells(note)


def _said(need: Need, *, alone: bool) -> str | None:
    """Return a note, of several without its amounts: "or chicken stock" of "or 16 oz chicken stock"."""
    if alone or need.aside == need.note:
        return need.note
    rest = words_of(need.aside or "")
    return need.aside if rest and rest[0] in lexicon().lists["or"] else None


def _is_share(note: str) -> bool:
    """Tell whether a note says how much of it is fat: "85/15"."""
    parts = (part.partition("/") for part in note.split())
    return any(lean.isdecimal() and fat.isdecimal() and int(lean) + int(fat) == 100 for lean, _, fat in parts)


def _tells(note: str) -> bool:
    said = words_of(note[:LONGEST_NAME])
    if not said:
        return any(sign in note for sign in "%/")
    if said[0] in lexicon().lists["or"]:
        return True
    if "%" in note or _is_share(note):
        return True
    if _NUMBER.search(note) and not _TYPE.search(note):
        return False  # "10 oz each" says how much
    phrases = phrases_of(said)
    simple = len(phrases) <= 3 and all(phrase.role for phrase in phrases)
    if phrases and all(phrase.role is Role.FOOD for phrase in phrases):
        return True  # "broth, 2 cups chicken"
    return simple and any(phrase.role in (Role.KIND, Role.PRODUCT) or phrase.topic == "quality" for phrase in phrases)


def _makes_another(name: str, note: str) -> bool:
    """Tell whether a food is another one by its note: "chicken, cooked and shredded"."""
    plain = identity(name).key
    return not _NUMBER.search(note) and any(
        identity(name, behind).key != plain for behind in (f", {note}", f" ({note})")
    )


def _is_aside(note: str) -> bool:
    """Tell whether a note says what for: "to taste", "for frying"."""
    said = [lexicon().vocabulary.base(word) for word in words_of(note[:LONGEST_NAME])]
    return any(" ".join(said[:size]) in lexicon().lists["tails"] for size in (1, 2, 3))
