"""The foods that a step uses: what it measures, adds, melts, sprinkles with or lists by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from recipekit.check.steps.mentions import Mentions, Place
from recipekit.check.steps.telling import Named, is_descriptive
from recipekit.check.steps.texts import NUMBER, SENTENCE_ENDS, Part, Text, based
from recipekit.words import checked, meanings, words

_FARTHEST = 40  # words from a verb to the last of its objects
_NEAR = 6  # words in which a "not" is about what follows
_SEPARATORS = frozenset((",", "and", "&", "+", "then", "plus", "und", "sowie"))
_CLAUSE_ENDS = SENTENCE_ENDS | {":"}


class Use(NamedTuple):
    """A food that a step uses, where, and whether it is measured there, not only counted."""

    food: str
    place: Place
    end: int
    measured: bool


def uses(mentions: Mentions, asked: Callable[[str, tuple[str, ...]], bool]) -> Iterator[Use]:
    """Yield the foods that the steps use, in order; what is but suggested, or said in a tip, is not used.

    Only those are looked at that are *asked* for: by the lexicon's name of a food, and the words that the step has.
    """
    aside = False
    for place, text in enumerate(mentions.texts):
        if text.part is Part.HEADING:
            aside = not based("aside_headings").isdisjoint(text.bases)
        elif text.part is Part.STEP and not aside:
            for each in mentions.foods(place):
                if each.end <= text.tip and asked(each.food, text.bases[each.start : each.end]):
                    yield from _use(mentions, text, Place(place, each.start), each)


def _use(mentions: Mentions, text: Text, place: Place, each: Named) -> Iterator[Use]:
    if not ends_there(text, each.end):
        return
    start, counted, measured = _noun_phrase(text, each.start)
    before = text.bases[start - 1] if start else ""
    if before in ("or", "/", "oder") or _is_suggested(mentions, text, each.start):
        return
    alone = text.nested and _is_alone(text, start, each.end)
    if counted or measured or alone or _is_listed_below(mentions, text, start) or _is_object(text, start, each.food):
        yield Use(each.food, place, each.end, measured or alone)


def ends_there(text: Text, end: int) -> bool:
    """Tell whether the name of a food is over at *end*: "butter knife" and "rice-stuffed" are no butter and no rice."""
    place = text.place(end - 1, end)
    if text.wording is None or place is None or text.wording.text[place[1] : place[1] + 1] in ("-", "‑", "‐", "–"):
        return False
    while end < len(text.bases) and text.words[end] in checked("steps", "parts_behind"):
        end += 1
    if end >= len(text.bases):
        return True
    after = text.bases[end]
    if after in ("or", "oder", "/", "'", "’"):
        return False
    return not after[0].isalnum() or text.words[end] in checked("steps", "ends_an_object") | _last_verbs()


def _noun_phrase(text: Text, at: int) -> tuple[int, bool, bool]:
    """Return where the words that belong to the food *at* begin, and whether a number and a measure are among them."""
    units = _units()
    start, counted, measured = at, False, False
    while start > 0:
        base, word = text.bases[start - 1], text.words[start - 1]
        if base == NUMBER or word in words("sizes"):
            counted = counted or base == NUMBER
        elif (word in units or base in units) and (
            _is_counted(text, start - 1) or word not in checked("steps", "taking")
        ):
            measured = measured or _is_counted(text, start - 1)
        elif word in checked("steps", "taking") or not _goes_with_a_food(text, start - 1):
            break
        start -= 1
    return start, counted, measured


def _is_amount(text: Text, at: int) -> bool:
    """Tell whether the word *at* may be an amount of what follows: "half of the", "a piece of"."""
    if at < 0:
        return True
    word, base = text.words[at], text.bases[at]
    known = _units() | checked("steps", "goes_before") | checked("steps", "parts_behind") | checked("steps", "amounts")
    return base == NUMBER or not {word, base}.isdisjoint(known)


def _goes_with_a_food(text: Text, at: int) -> bool:
    """Tell whether the word *at* before a food only describes it or says how much of it: "the chopped", "half of"."""
    word, base = text.words[at], text.bases[at]
    if word == "of":
        return _is_amount(text, at - 1)
    if word in checked("steps", "goes_before"):
        return True
    return (is_descriptive(base) or word.endswith("ed")) and word not in _links()


def _links() -> frozenset[str]:
    return checked("steps", "small_words") | checked("steps", "no_object_behind") | checked("steps", "ends_an_object")


def _is_counted(text: Text, at: int) -> bool:
    """Tell whether a number or an article stands before the unit *at*, or the text begins there: "a big pinch"."""
    if at == 0:
        return text.words[1:2] == ("of",) and text.words[0] not in checked("steps", "taking")
    near = text.bases[max(at - 3, 0) : at]
    return NUMBER in near or not {"a", "an", "another", "ein", "eine"}.isdisjoint(near)


def _units() -> frozenset[str]:
    return frozenset(meanings("units")) | words("count_nouns")


def _is_alone(text: Text, start: int, end: int) -> bool:
    """Tell whether a text is nothing but the food that it names."""
    while text.words[end : end + 1] and text.words[end] in checked("steps", "parts_behind"):
        end += 1
    rest = text.bases[end:]
    return start == 0 and (not rest or rest[0] in SENTENCE_ENDS | {"(", ","})


def _is_listed_below(mentions: Mentions, text: Text, start: int) -> bool:
    """Tell whether a food is one of several in a line below "combine:"."""
    if not text.nested or mentions.texts[text.parent].bases[-1:] != (":",):
        return False
    return _begins_a_phrase(text, start) and not any(
        word in checked("steps", "taking") | checked("steps", "no_object_behind") - {"of"}
        for word in text.words[:start]
    )


def _begins_a_phrase(text: Text, start: int) -> bool:
    return start == 0 or text.bases[start - 1] in _SEPARATORS


def _is_suggested(mentions: Mentions, text: Text, at: int) -> bool:
    """Tell whether a sentence, or what it is nested in, only suggests or forbids the food *at*."""
    start, end = text.sentence(at)
    if not checked("steps", "suggesting").isdisjoint(_without_brackets(text, start, end, at)):
        return True
    if not checked("steps", "perhaps_before").isdisjoint(text.words[start:at]):
        return True
    if not checked("steps", "denied_before").isdisjoint(text.words[max(at - _NEAR, start) : at]):
        return True
    parent = mentions.texts[text.parent] if text.parent >= 0 else None
    return parent is not None and not _suggests_below().isdisjoint(parent.words)


def _without_brackets(text: Text, start: int, end: int, at: int) -> Iterator[str]:
    """Yield the words of a sentence, those in brackets only where these hold the food *at* or stand right behind it."""
    inside, told = False, False
    for word in range(start, end):
        if text.bases[word] == "(":
            close = next((other for other in range(word, end) if text.bases[other] == ")"), end)
            inside, told = True, word <= at + 2 and at < close
        elif text.bases[word] == ")":
            inside = False
        elif not inside or told:
            yield text.words[word]


def _suggests_below() -> frozenset[str]:
    return checked("steps", "suggesting") | checked("steps", "serving_with")


def _is_object(text: Text, start: int, food: str) -> bool:
    """Tell whether what begins at *start* is the object of a verb that uses it: "add", "stir in", "top with"."""
    verbs = checked("steps", "taking")
    crossed = using_with = False
    at = start - 1
    while at >= max(start - _FARTHEST, 0) and text.bases[at] not in _CLAUSE_ENDS:
        word = text.words[at]
        crossed = crossed or word in _SEPARATORS
        if using_with and word in checked("steps", "serving_with"):
            return False
        if _is_verb(text, at, checked("steps", "taking_with") if using_with else verbs):
            return True
        if word == "with" and not using_with:
            using_with = True
        elif word == "in" and not (_is_verb(text, at - 1, verbs) and (crossed or at == start - 1)):
            return _fries_in(text, at, start, food)
        elif word == "into" and at == start - 1:
            return _mixes_into(text, at)
        elif _parts_from_verb(text, at, crossed=crossed) or _is_verb(text, at, verbs):
            return False
        at -= 1
    return _is_object_of_last(text, start)


def _parts_from_verb(text: Text, at: int, *, crossed: bool) -> bool:
    """Tell whether the word *at* says that what follows is no object: "over the rice", not "2 cans of beans and"."""
    word = text.words[at]
    if word == "with":
        return True
    if word == "of" and crossed:
        return False
    return word in checked("steps", "no_object_behind") and text.words[at + 1 : at + 3] != ("a", "time")


def _mixes_into(text: Text, at: int) -> bool:
    """Tell whether something is mixed into the food behind the word *at*: "rub the butter into the flour"."""
    begin, _ = text.sentence(at)
    return any(_is_verb(text, verb, checked("steps", "mixing_into")) for verb in range(begin, at))


def _is_object_of_last(text: Text, start: int) -> bool:
    """Tell whether a German clause names the food first, and at its end says what to do with it."""
    first, end = text.sentence(start)
    begin = next((at + 1 for at in range(start - 1, first - 1, -1) if text.bases[at] in _CLAUSE_ENDS), first)
    if text.words[end - 1] not in _last_verbs():
        return False
    said = text.words[begin:start]
    begins = _begins_a_phrase(text, start) or said[-1:] == ("mit",)
    return not said or (begins and checked("steps", "links_german").isdisjoint(said))


def _last_verbs() -> frozenset[str]:
    return checked("steps", "taking_at_the_end")


def _fries_in(text: Text, at: int, start: int, food: str) -> bool:
    """Tell whether something is fried *in* the food: "soften the onion in butter"."""
    begin, _ = text.sentence(at)
    return (
        food in _fats()
        and at == start - 1
        and any(_is_verb(text, verb, checked("steps", "frying")) for verb in range(begin, at))
    )


def _fats() -> frozenset[str]:
    return frozenset(("butter", "oil", "olive oil", "vegetable oil", "lard", "ghee"))


def _is_verb(text: Text, at: int, verbs: frozenset[str]) -> bool:
    """Tell whether the word *at* is one of *verbs*, as an order or with "-ing", and no noun."""
    if at < 0:
        return False
    word = text.words[at]
    if word not in verbs and not (
        word.endswith("ing") and not verbs.isdisjoint((word[:-3], word[:-3] + "e", word[:-4]))
    ):
        return False
    return text.may_be_verb(at)
