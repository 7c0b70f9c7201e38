"""Sizes: of pans, of tins, of packages, of one piece."""

from __future__ import annotations

import re

from recipekit.grammar import is_plural
from recipekit.parse.prose.spot import Spot
from recipekit.units import Dimension, dimension_of, unit_named
from recipekit.words import words

_BY_BEFORE = re.compile(r"\d\s?(?:[\"”″']|in(?:ch(?:es)?)?|cm|mm)?\s?(?:[x×]|by)\s?$")
_BY_BEHIND = re.compile(r"\s?(?:[x×]|by)\s?\d")
_BRACKETED_COUNT = re.compile(r"(?:[\d¼-¾⅐-⅞]|\b(?:a|an|one|two|three|four|five|six|ein|eine|zwei|drei|vier))\s?\($")
_BRACKETED_WORD = re.compile(r"(?:each|je)?\)\s?([^\W\d_]+)(?:\s([^\W\d_]+))?")
_SIZE_OF_ONE = re.compile(
    r"\(\s?(?:à|je|jeweils|a|@)\s(?:etwa\s|ca\.?\s|about\s)?~?$|\b(?:à|zu je|von je)\s(?:etwa\s|ca\.?\s)?~?$"
)
_PIECES_BEHIND = re.compile(
    r"(?:\s?\([^()]*\))?(?:\s(?:or|to|–|-)\s[\d.,¼-¾]+\s?[a-z]+(?:\s?\([^()]*\))?)?[\s-]([^\W\d_]+)"
)
_FOR_SO_MUCH = re.compile(r"\((?:für|for)\s(?:ca\.?\s|about\s|etwa\s)?$")
_AFTER_UTENSIL = re.compile(r"([^\W\d_]+) \((?:(?:about|at least|roughly|mindestens|ca\.?) )?$")
_VESSEL_ENDINGS = ("beutel", "körbchen", "form", "schüssel", "topf", "pfanne", "blech")  # of German compounds
_WORD_BEHIND = re.compile(r"[ \u00a0-]([^\W\d_]+)")
_MOST_WORDS = 3
_SIZE_OF = re.compile(r"\bsize of (?:about )?$")
_HYPHENS = ("-", "‐", "‑")


def is_dimensions(spot: Spot) -> bool:
    """One side of something: "9x13", "20 by 30 cm".

    Grease a {=9=}x{=13=} pan.
    Grease a {=20=} by {=30=} square tin.
    """
    if spot.dimension in (Dimension.MASS, Dimension.VOLUME, Dimension.COUNT):
        return False
    times = _BY_BEHIND.match(spot.behind)
    if times is None:
        return _BY_BEFORE.search(spot.ahead) is not None
    following = spot.numbers[spot.index + 1] if spot.index + 1 < len(spot.numbers) else None
    return following is None or dimension_of(following.unit) not in (Dimension.MASS, Dimension.VOLUME)


def is_weight_of_several(spot: Spot) -> bool:
    """What each of several holds: the 400 g of "2 x 400 g".

    Add 2 x {=400 g=} tins of tomatoes.
    Roast 2 {=3 lb=} chickens.
    """
    if re.search(r"\d\s?[x×]\s?$", spot.ahead):
        return True
    if not spot.index or spot.gap_before().strip(" \u00a0") or not spot.gap_before():
        return False
    return spot.numbers[spot.index - 1].unit is None and spot.numbers[spot.index - 1].high >= 1


def is_joined(spot: Spot) -> bool:
    """A size that is an adjective: "a 14-oz can", "a 2-lb loaf", "a 4-cup measure".

    Add a {=14-oz=} can of tomatoes.
    Press it into a {=2-lb=} loaf tin.
    """
    if not spot.found.joined and not (
        spot.behind[:1] in _HYPHENS and spot.unit is not None and spot.behind[1:2].isalpha()
    ):
        return False
    return not _is_sloppy(spot)


def _is_sloppy(spot: Spot) -> bool:
    """Tell whether a spoon or cup is joined for no reason: "add 1-cup water"."""
    if spot.unit not in ("tsp", "tbsp", "cup") or spot.behind[:1] in _HYPHENS or not spot.next():
        return False
    listed = spot.sentences.listed
    if spot.last in words("articles", "determiners") and spot.last != "in":
        return False
    return listed.has(spot.next()) or listed.has(spot.next(1))


def is_adjective(spot: Spot) -> bool:
    """The size of one thing with its article: "a 6 litre jug", "an 8 oz steak".

    Mix it all in a {=6 litre=} polycarbonate jug.
    """
    sized = spot.last in ("a", "an") and spot.found.low >= 1 and not spot.found.spelled
    return sized and bool(spot.own) and spot.own[0] not in words("heads_end")


def is_package(spot: Spot) -> bool:
    """The size of a package: "a 400 g tin", "2 (15 oz) cans", "1 packet (7 g)".

    Open a {=400 g=} tin.
    Drain 2 ({=15 oz=}) cans.
    """
    ahead = spot.ahead
    if "(" in ahead[-9:] and _BRACKETED_COUNT.search(ahead):
        behind = _BRACKETED_WORD.match(spot.behind)
        if behind and any(_is_container(word) for word in behind.groups() if word):
            return True
    following = _WORD_BEHIND.match(spot.behind)
    if following is not None and _is_container(following[1]):
        return True
    return spot.last in words("size_links", "approximately") and _SIZE_OF_ONE.search(ahead) is not None


def _is_container(word: str) -> bool:
    return unit_named(word) in words("containers") or word in words("packages") or word in ("one", "ones")


def is_package_content(spot: Spot) -> bool:
    """What a package that was counted just before holds: "1 packet (7 g) yeast", "1 can (14 oz)".

    Stir in 1 packet ({=7 g=}) yeast.
    """
    if "(" not in spot.ahead[-28:]:
        return False
    if any(word in words("net_weight") for word in spot.clause[:3]):
        return True
    if not spot.index:
        return False
    if _FOR_SO_MUCH.search(spot.ahead):
        return spot.numbers[spot.index - 1].unit in words("containers")
    if spot.ahead[-1:] != "(" and not spot.ahead.endswith(("(about ", "(ca. ", "(etwa ", "(~")):
        return False
    counted = spot.numbers[spot.index - 1]
    gap = spot.gap_before()
    return counted.unit in words("containers") and counted.unit not in ("piece", "slice") and gap.strip(" (~") in (
        "", "about", "ca.", "etwa",
    )  # fmt: skip


def is_utensil_size(spot: Spot) -> bool:
    """The size of a pot, a dish, a measure: "a 2 quart pot", "a ¼ cup measure".

    Use a {=2 quart=} pot.
    Use a {=¼ cup=} measure.
    Take a bowl that holds at least {=3 litres=}.
    """
    utensil = _AFTER_UTENSIL.search(spot.ahead) if "(" in spot.ahead[-16:] else None
    if utensil is not None and (utensil[1] in words("equipment") or utensil[1].endswith(_VESSEL_ENDINGS)):
        return True
    if spot.sentences.said.isdisjoint(words("equipment", "holding", "capacity")):
        return False
    if spot.link in words("holding") or any(word in words("capacity") for word in spot.after[:3]):
        return True
    for index, word in enumerate(spot.after[:3]):
        if word in words("equipment"):
            return not index or all(before in words("equipment_adjectives") for before in spot.after[:index])
        if word not in words("equipment_adjectives"):
            break
    return False


def is_utensil(spot: Spot) -> bool:
    """How many of a utensil: "2 sheet pans", "three bowls", "4 skewers".

    Line {=two=} baking sheets with paper.
    Set up {=three=} shallow dishes.
    """
    listed = spot.sentences.listed
    for index, word in enumerate(spot.phrase[:4]):
        if listed.has(word) and word not in words("equipment"):
            return False
        if word in words("equipment") or word in words("utensils"):
            return not index or spot.next(index + 1) not in ("of", "") or word in words("utensils") or spot.unit is None
    return False


def is_lining(spot: Spot) -> bool:
    """A sheet of foil or paper.

    Tear off {=2 sheets=} of foil.
    """
    return any(word in words("linings") for word in (*spot.own[:3], *spot.rest[:6]))


def is_piece_size(spot: Spot) -> bool:
    """What one piece weighs or holds: "60 g balls", "8 rolls of 90 g", "weighing 2 oz".

    Divide it into {=120 g=} portions.
    Shape 8 rolls of {=90 g=}.
    Shape rolls weighing {=75 g=}.
    """
    before = _AFTER_UTENSIL.search(spot.ahead) if "(" in spot.ahead[-16:] else None
    if before is not None and before[1] in words("made_pieces"):
        return True
    if spot.sentences.said.isdisjoint(words("made_pieces", "weighing", "size_links")):
        return False
    pieces = _PIECES_BEHIND.match(spot.behind)
    if pieces and pieces[1] in words("made_pieces"):
        return True
    if _SIZE_OF.search(spot.ahead) or (
        spot.index and spot.link in words("made_pieces") and _is_short(spot.gap_before())
    ):
        return True
    if any(word in words("weighing") for word in spot.clause[:4]):
        return spot.clause[-1] not in words("weighing") or spot.clause[-1].endswith("ing")
    return spot.link in words("size_links") and _made_before(spot)


def _is_short(gap: str) -> bool:
    """Tell whether hardly more than a noun stands between two numbers: "12 Stücke ca. 90 g"."""
    return len(gap.split()) <= _MOST_WORDS and not any(mark in gap for mark in ";:")


def _made_before(spot: Spot) -> bool:
    """Tell whether the clause names pieces that a recipe makes: "8 rolls of"."""
    pieces = words("made_pieces")
    if is_plural(spot.clause[1] if len(spot.clause) > 1 else "") and spot.clause[1] in pieces:
        return True
    return bool(spot.index) and any(
        word in pieces or word in words("cuts") or word in words("equipment") for word in spot.clause[1:5]
    )
