"""What grows with the servings: amounts of ingredients, counted foods, and how many pieces a recipe makes."""

from __future__ import annotations

import re
from functools import cache

from recipekit.grammar import is_plural
from recipekit.parse.prose.named import food_noun
from recipekit.parse.prose.rule import Answer, Counted
from recipekit.parse.prose.spot import MEASURED, PIECES, Spot
from recipekit.source import Span
from recipekit.units import Dimension, dimension_of, unit_named
from recipekit.words import words

_MOST_COUNTED = 40
_PACKAGE_BEHIND = re.compile(
    r"(?:\s[^\W\d_]+)?\s?[x×]?\s?\(?(?:about\s)?[\d.,/¼-¾]+(?:\s?[–-]\s?[\d.,/¼-¾]+)?[\s‐‑-]*([^\W\d_]+)\.?\)?\s([^\W\d_]+)"
)
_OF_THE = re.compile(r"\s(?:of|von)\s(?:the|these|those|your|den|diesen)\s")
_SIZED_BEHIND = re.compile(r"\s[^\W\d_]+\s\(?(?:à|zu je|von je|je|@)\s")
_THE_OTHER = re.compile(r"\b(?:the|an)?other\b|\bthe second\b")
_JOINED_COUNT = re.compile(r"(?:\s[^\W\d_-]+){0,2},?\s(?:or|plus|and|oder|und|sowie)\s(?:about\s|etwa\s)?")
_LISTED = re.compile(r",\s|,?\s(?:or|and|to|oder|und|bis)\s")  # "3, 4 or 5 eggs"
_MAKES = re.compile(r"\b(?:makes|yields?|ergibt):\s(?:about\s|etwa\s|ca\.?\s)?$")
_ROLLED = re.compile(r"\b(?:roll|shape|form|flatten|knead) each\b")
_OR_SO = re.compile(r"\s(?:or so|odd|-?ish)\b")


@cache
def _one_piece() -> re.Pattern[str]:
    return re.compile(rf"\b(?:1|one|each|every|a|the first) (?:{'|'.join(words('single_pieces'))})\b")


def is_cut_from_one(spot: Spot) -> bool:
    """Pieces of one thing: "cut each onion into 8 wedges", "slice the loaf into 10".

    Cut the onion into {=8 wedges=}.
    """
    piece = any(word in words("cut_into") for word in spot.phrase[:3]) or spot.unit in PIECES
    whole = not words("whole_mass").isdisjoint(spot.before[:14]) or _ROLLED.search(spot.behind) is not None
    alone = spot.unit is None and not spot.phrase and spot.next() not in ("or", "of")
    if spot.link == "in" and (piece or alone) and words("results").isdisjoint(spot.clause):
        return not whole or not spot.phrase
    verb = _verb(spot, "cut")
    if not verb:
        return False
    if spot.link in words("into_pieces") and spot.link != "in":
        return (not whole and verb != "fold") or (verb == "fold" and piece)
    return piece and spot.last in words("cut") and not whole and not spot.sentences.listed.has(_named(spot))


def _named(spot: Spot) -> str:
    """Return the word that says of what the counted pieces are: "butter" of "2 sticks of butter"."""
    return next((word for word in spot.after[:3] if word not in words("of")), "")


def _verb(spot: Spot, topic: str) -> str:
    """Return the verb of *topic* that governs the number, "" where none does; a German one stands at the end."""
    known = words(topic)
    for word in (*spot.clause[:12], *spot.before[:14]):
        if word in known:
            return word
    return _verb_behind(spot, topic)


def _verb_behind(spot: Spot, topic: str) -> str:
    """Return the verb of *topic* that ends the clause, as German ones do."""
    last = spot.after[-1] if spot.after else ""
    return last if last in words(topic) and last in words("german_verbs") else ""


def is_one_of_them(spot: Spot) -> bool:
    """One of the pieces that a recipe makes: "roll out 1 piece of dough", "take one ball".

    Roll out {=1 piece=} of dough and divide it into {=6 pieces=}.
    """
    pieces = spot.unit in PIECES or any(word in words("cut_into") for word in spot.phrase[:3])
    if pieces and _one_piece().search(spot.clause_ahead):
        return True
    if spot.found.high != 1:
        return False
    if spot.written == "one" and _THE_OTHER.search(spot.own_behind):
        return True
    if any(word in words("one_of_many") for word in spot.own[:3]) and spot.last in words("taking_verbs"):
        return True
    if spot.unit not in ("piece", "slice") and spot.next() not in words("made_pieces"):
        return False
    own = spot.own[:4]
    if any(word in words("mixtures") for word in own):
        return True
    if own[:2] == ["of", "the"] and spot.unit == "piece":
        return True
    return own[:1] != ["of"] and not any(spot.sentences.listed.has(word) for word in own)


def is_marked_into(spot: Spot) -> bool:
    """What is done to one thing: "make 3 slits", "poke 5 holes".

    Cut {=3=} slits into the crust.
    """
    return any(word in words("marks_made") and (is_plural(word) or spot.found.high <= 1) for word in spot.phrase[:4])


def is_made(spot: Spot) -> Answer:
    """How many pieces a recipe makes: "form into 18 meatballs", "makes about 36".

    Form into {+18 meatballs+}.
    Cut the dough into {+12 pieces+}.
    Aus der Masse {+16 Klöße+} formen.
    """
    if spot.unit is not None and spot.unit not in PIECES:
        return False
    counted = set(spot.phrase)
    if counted & words("equipment") or counted & words("people") - words("made_pieces") or spot.link in words("among"):
        return False
    behind = _verb_behind(spot, "yield_verbs")
    if spot.unit is None and spot.index and _JOINED_COUNT.fullmatch(spot.gap_before()):
        made = bool(is_made(Spot(spot.sentences, spot.numbers, spot.index - 1)))
    elif behind:
        made = spot.link in words("into_pieces") or spot.link not in words("heads_end")
    else:
        pieces = not counted.isdisjoint(words("made_pieces"))
        verb = _verb(spot, "yield_verbs") or _verb(spot, "cut")
        linked = spot.link in words("yield_links") or spot.link in words("yield_verbs")
        linked = linked or (spot.link == "with" and "end" in spot.clause[:4]) or _MAKES.search(spot.ahead) is not None
        made = bool(verb) and (linked or (pieces and spot.link in words("into_pieces")))
    return Counted(spot.noun if spot.unit is None else None) if made else False


def is_dozens(spot: Spot) -> Answer:
    """So many dozens: nobody counts in them what one thing has.

    Freeze the other {+three dozen+}.
    """
    return Counted(spot.noun) if spot.written.endswith(("dozen", "dutzend")) else False


def is_sized_pieces(spot: Spot) -> Answer:
    """A count of pieces whose size stands behind: "8 Rouladen à 180 g".

    {+4 Teiglinge+} zu je 250 g abstechen.
    """
    return Counted(spot.place(0)) if _SIZED_BEHIND.match(spot.behind) else False


def is_counted_last(spot: Spot) -> Answer:
    """A count behind the food that it counts, where the clause names nothing but foods: "star anise 2, onion 1 big".

    Onion {+1+} big, star anise {+2+}.
    """
    said = spot.clause
    if not said or spot.found.high > _MOST_COUNTED or not spot.last or not spot.sentences.listed.has(spot.last):
        return False
    if any(word in words("verbs") or word in words("heads_end") for word in said) or any(
        map(str.isnumeric, spot.clause_ahead)
    ):
        return False
    return not spot.phrase or all(word in words("sizes") for word in spot.phrase)


def is_named_unit(spot: Spot) -> Answer:
    """A count of cloves, cubes, leaves whose food stands between: "2 stock cubes", "30 or so basil leaves".

    Tear in {+30+} or so basil leaves.
    """
    skip = 2 if _OR_SO.match(spot.behind) else 0
    for index, word in enumerate(spot.after[skip : skip + 4], skip):
        if word in words("heads_end") or word in words("equipment") or word in words("vessels"):
            return False
        unit = unit_named(word)
        if index > skip and unit in words("counted_parts"):
            return Counted(None if skip else spot.place(index))
    return False


def is_rest_of_count(spot: Spot) -> bool:
    """What is left of a food that was counted before: "fry 2 eggs, then the other 2".

    Beat 4 eggs; keep the remaining {+2+} for later.
    """
    if (
        spot.found.high < 1
        or spot.last not in words("rest_words")
        or (spot.phrase and spot.phrase[0] not in words("made_pieces"))
    ):
        return False
    if spot.phrase:
        return True
    return any(number.unit is None and number.high >= spot.found.high for number in spot.numbers[: spot.index])


def is_amount(spot: Spot) -> bool:
    """A weight or a volume of an ingredient.

    Stir in {+2 cups+} of flour.
    """
    return spot.dimension in MEASURED


def is_counted_amount(spot: Spot) -> bool:
    """An ingredient counted in cloves, cans, slices or the like.

    Crush {+3 cloves+} of garlic.
    """
    return spot.dimension is Dimension.COUNT


def is_packages(spot: Spot) -> Answer:
    """How many packages, their size behind: "2 (400 g) tins", "two 14-oz cans".

    Open {+2+} (400 g) tins of tomatoes.
    """
    if spot.found.high < 1:
        return False
    package = sized_package(spot.sentences.lowered, spot.found.end)
    following = spot.numbers[spot.index + 1] if spot.index + 1 < len(spot.numbers) else None
    noun = "" if package is None else spot.sentences.lowered[package.start : package.end]
    if noun in words("equipment") and unit_named(noun) not in words("containers"):
        return False
    if following is not None and not spot.gap_behind().strip(" x×\u00a0") and dimension_of(following.unit) in MEASURED:
        return Counted(package, apart=True)
    if package is None:
        return False
    if following is not None and dimension_of(following.unit) is Dimension.LENGTH:
        return Counted(package, apart=True) if spot.sentences.listed.has(noun) else False
    known = unit_named(noun) in words("containers") or noun in words("packages", "made_pieces")
    return Counted(package, apart=True) if known or spot.sentences.listed.has(noun) else False


def sized_package(lowered: str, place: int) -> Span | None:
    """Return the noun that a count at *place* belongs to, a size between them: the "cans" of "two 14-oz cans"."""
    package = _PACKAGE_BEHIND.match(lowered, place)
    sizes = dimension_of(unit_named(package[1])) if package else None
    return Span(*package.span(2)) if package and sizes in (*MEASURED, Dimension.LENGTH) else None


def is_count(spot: Spot) -> Answer:
    """A count of a food: "2 eggs", "one onion wedge", "2 of the onions".

    Beat {+2 eggs+}.
    """
    if spot.index + 1 < len(spot.numbers) and _LISTED.fullmatch(spot.gap_behind()):
        following = Spot(spot.sentences, spot.numbers, spot.index + 1)
        return following.unit is None and bool(is_count(following))
    if words("equipment").isdisjoint(spot.phrase):
        of_the = _OF_THE.match(spot.behind)
        skip = len(of_the[0].split()) if of_the else 0
        if skip and spot.found.high < 1:
            return False
        if skip and spot.next(skip) in words("made_pieces"):
            return Counted() if spot.found.high > 1 else False
        noun = food_noun(spot, skip)
        lowered, listed = spot.sentences.lowered, spot.sentences.listed
        if noun is not None and (spot.found.high >= 1 or listed.counts(lowered[noun.start : noun.end])):
            return Counted(None if skip else noun)
    return False
