"""One line of the ingredients: its amount, the name of the food, and the note behind it."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from itertools import pairwise

from recipekit.grammar import is_plural
from recipekit.model import Ingredient, Kind, Quantity, Wording
from recipekit.parse.measures import (
    AMOUNT,
    EACH,
    Measures,
    read_measures,
    with_article,
    with_article_behind,
)
from recipekit.parse.packages import is_measured, past_measure, past_size
from recipekit.parse.prose.batches import leave_other_servings
from recipekit.parse.prose.reading import apart, classified
from recipekit.parse.prose.said import obeyed
from recipekit.parse.quantities import WORD, Found, find_quantities
from recipekit.source import Span
from recipekit.units import Dimension, dimension_of
from recipekit.words import words

MAX_LINE = 1000
"""Code points of an ingredient line; a longer one is kept as text and reported."""
UTENSIL = "a utensil does not grow with the servings"

_CLOSING = re.compile(r"\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)\s*$")
_BREAKS = frozenset(",;-–—")
_BREAK = re.compile(r",\s+|\s+[-–—]\s+|;\s+|\s(?=plus (?:extra|more|a |[\d¼-¾⅐-⅞]))")
_NAMED = re.compile(r"[:,]\s+|\s[-–—]\s+")
_BEFORE_A_COUNT = (":", ",", "-", "–", "—", " x", " ×")
_ARTICLE = re.compile(r"\s(an?|eine[nrm]?)\s", re.IGNORECASE)
_NOTE = re.compile(r"\s*[(,;]")
_MOST_PIECES = 100
_PER = r"\b(?:per|pro)\s\w"
_TRAILING = " \t:,;–—-"


@cache
def _optional() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words('optional'))})\b", re.IGNORECASE)


def read_ingredient(wording: Wording, lang: str = "") -> tuple[Ingredient, list[Span]]:
    """Return the ingredient that a line names, and the places of numbers that cannot be meant.

    *lang* is the language that the recipe says it is in.

    >>> item, _ = read_ingredient(Wording("3 Cloves Garlic (minced)", 1))
    >>> item.name, item.note, item.quantities[0].unit
    ('Garlic', 'minced', 'clove')
    """
    text = wording.text
    if len(text) > MAX_LINE:
        return Ingredient(wording, (), text, name_span=Span(0, len(text))), [Span(0, len(text))]
    found, unreadable = find_quantities(text, lang)
    found = with_article(text, found)
    measures = read_measures(text, found)
    if measures is not None:
        name, notes = _name_and_note(text, measures.rest, len(text))
        if not name.end - name.start and measures.amounts[0].unit:
            measures, name = _unit_is_the_food(text, measures)
        amounts, others = list(measures.amounts), [*measures.sizes, *_behind(text, measures, found)]
    else:
        amounts, others, name, notes = _without_leading_amount(text, found)
    spelled = text[name.start : name.end]
    amounts = [_agreeing(amount, text, name) for amount in amounts]
    if " p" in spelled and re.search(_PER, spelled):
        amounts = [amount._replace(scales=False, why=EACH) for amount in amounts]
    amounts += [other for other in others if other.kind is Kind.AMOUNT]
    others = [other for other in others if other.kind is not Kind.AMOUNT]
    quantities = leave_other_servings(text, [*amounts, *others], None)  # how many it serves is not read yet
    optional = _optional().search(text) is not None
    note = ", ".join(text[start:end] for start, end in notes) or None
    in_order = apart(tuple(sorted(obeyed(wording, tuple(quantities)), key=lambda each: each.start)))
    told = {quantity.start: quantity for quantity in in_order}
    quantities = [told[quantity.start] for quantity in quantities]
    ingredient = Ingredient(wording, tuple(quantities), spelled, note, optional, name, notes)
    return ingredient, unreadable


def _behind(text: str, measures: Measures, found: list[Found]) -> list[Quantity]:
    """Return the numbers behind the leading amount; a count in brackets says a weight or volume once more."""
    measured = dimension_of(measures.amounts[0].unit) in (Dimension.MASS, Dimension.VOLUME)
    behind = found[measures.used :]
    return [
        number.quantity(text, Kind.AMOUNT, AMOUNT, scales=True)
        if measured and _says_the_same(text, number)
        else quantity
        for number, quantity in zip(behind, classified(text, behind), strict=True)
    ]


def _says_the_same(text: str, number: Found) -> bool:
    """Tell whether a bracket holds nothing but a count: "2 lb chicken thighs (about 8)", "1 lb onions (2 medium)"."""
    if (number.unit is not None and dimension_of(number.unit) is not Dimension.COUNT) or number.low > _MOST_PIECES:
        return False
    if "/" in text[number.start : number.number_end]:
        return False  # "ground beef (85/15)"
    opening, closing = text.rfind("(", 0, number.start), text.find(")", number.end)
    if opening < 1 or closing < 0:
        return False
    before = WORD.findall(text, opening, number.start)
    behind = WORD.findall(text, number.end, closing)
    known = words("count_sizes") | words("sizes")
    return all(word.lower() in words("approximately") for word in before) and all(
        word.lower() in known for word in behind
    )


def _unit_is_the_food(text: str, measures: Measures) -> tuple[Measures, Span]:
    """Read "4 cloves" as four of the spice, since nothing else is named."""
    main = measures.amounts[0]
    if main.word is None or dimension_of(main.unit) is not Dimension.COUNT:
        return measures, Span(measures.rest, measures.rest)
    name = main.word
    bare = main._replace(text=text[main.start : main.number_end], unit=None, end=main.number_end, word=name)
    return measures._replace(amounts=(bare, *measures.amounts[1:])), name


def _without_leading_amount(
    text: str, found: list[Found]
) -> tuple[list[Quantity], list[Quantity], Span, tuple[Span, ...]]:
    """Read "flour: 500 g", "Juice of 1 lemon" and lines without an amount."""
    start = past_measure(text) if not found else past_size(text, found[0]) if not found[0].start else 0
    name, notes = _name_and_note(text, start, len(text))
    amounts: list[Quantity] = []
    for index, number in enumerate(found):
        outside = text.count("(", 0, number.start) == text.count(")", 0, number.start)
        before = text[: number.start].rstrip()
        if not outside or number.joined or not before or not number.high:
            continue
        word = before.split()[-1].lower()
        first = text[number.start : number.number_end].partition(" ")[0].lower()
        if number.unit is None and (word in words("of") or first in words("genitives")):
            amounts = [_of_which(text, number)]
        elif (
            is_measured(number)
            or (number.unit and dimension_of(number.unit) is Dimension.COUNT)
            or (before.endswith(_BEFORE_A_COUNT) and _ends_with(text, number))
        ):
            name, notes = _named_first(text, number)
            amounts = [number.quantity(text, Kind.AMOUNT, AMOUNT, scales=True)]
        else:
            continue
        return amounts, classified(text, [*found[:index], *found[index + 1 :]]), name, notes
    if not found and (article := _of_an(text)):
        amounts = [_of_which(text, article)]
    elif not found and (pinch := _article_behind(text)):
        name, notes = _named_first(text, pinch)
        amounts = [pinch.quantity(text, Kind.AMOUNT, AMOUNT, scales=True)]
    return amounts, classified(text, found), name, notes


def _article_behind(text: str) -> Found | None:
    """Return the amount in "Salt: a pinch", where nothing follows it; None where there is none."""
    for link in _NAMED.finditer(text):
        behind = with_article(text[link.end() :], [])
        if behind and behind[0].end == len(text.rstrip(" .")) - link.end():
            moved = {key: getattr(behind[0], key) + link.end() for key in ("start", "end", "number_end", "unit_start")}
            return behind[0]._replace(**moved)
    return None


def _ends_with(text: str, number: Found) -> bool:
    """Tell whether nothing but a size and a note stand behind a count: "Eggs: 3", "Onion - 1 large (sliced)"."""
    behind = text[number.end :].lstrip(" (")
    return all(word.lower() in words("sizes") for word in _NOTE.split(behind, maxsplit=1)[0].rstrip(" .)").split())


def _of_an(text: str) -> Found | None:
    """Return the article of "Zest of an orange" as one; None where the line says no such thing."""
    for word, article in pairwise(WORD.finditer(text)):
        if word.start() and word[0].lower() in words("of") and article[0].lower() in words("articles"):
            start, end = article.span()
            one = Fraction(1)
            return Found(start, end, end, one, one, None, 0, approximate=False, joined=False, spelled=True)
    return None


def _of_which(text: str, number: Found) -> Quantity:
    """Return the count in "Juice of 1 lemon" and "juice of half a lemon" with the noun that it counts."""
    noun = head_noun(text, Span(number.end, len(text)))
    amount = number.quantity(text, Kind.AMOUNT, AMOUNT, scales=True, word=noun)
    article = _ARTICLE.match(text, number.end) if number.high < 1 else None
    return with_article_behind(amount, text, article.end(1)) if article else amount


def _named_first(text: str, number: Found) -> tuple[Span, tuple[Span, ...]]:
    """Return the name that stands before an amount, and the note behind it."""
    end = len(text[: number.start].rstrip(_TRAILING + "~≈"))
    end = len(text[:end].removesuffix(" x").removesuffix(" ×").rstrip(_TRAILING))
    words_before = text[:end].split()
    while words_before and words_before[-1].lower().strip(".") in words("approximately"):
        end = len(text[: text.rindex(words_before.pop(), 0, end)].rstrip(_TRAILING))
    name, notes = _name_and_note(text, 0, end)
    behind = _stripped(text, number.end, len(text), " .,;()")
    if text.count("(", *behind) > text.count(")", *behind):
        behind = Span(behind.start, behind.end + 1)  # "Onion - 1 large (sliced)"
    return name, (*notes, behind) if behind.end > behind.start else notes


def _name_and_note(text: str, start: int, end: int) -> tuple[Span, tuple[Span, ...]]:
    """Split ``text[start:end]`` into the name and the note: closing brackets, or a comma before a preparation."""
    notes: list[Span] = []
    if ")" in text[end - 2 : end]:
        end, notes = _without_brackets(text, start, end)
    breaks = _BREAK.finditer(text, start, end) if not _BREAKS.isdisjoint(text) or " plus " in text else ()
    for found in breaks:
        if found.start() == start or text.count("(", start, found.start()) != text.count(")", start, found.start()):
            continue
        if _is_note(text[found.end() : end]) and not _is_adjective(text[start : found.start()]):
            notes.insert(0, _stripped(text, found.end(), end, " "))
            end, more = _without_brackets(text, start, found.start())
            notes = [*more, *notes]
            break
    return _stripped(text, start, end, " ,;:"), tuple(note for note in notes if note.end > note.start)


def _without_brackets(text: str, start: int, end: int) -> tuple[int, list[Span]]:
    """Return where ``text[start:end]`` ends before the brackets at its end, and the places of what stands in them."""
    notes: list[Span] = []
    while ")" in text[end - 2 : end] and (closing := _CLOSING.search(text, start, end)):
        if closing.start() == start:
            break
        notes.insert(0, _stripped(text, *closing.span(1), " "))
        end = closing.start()
    return end, notes


def _stripped(text: str, start: int, end: int, characters: str) -> Span:
    """Return ``text[start:end]`` without *characters* at its ends, as a place."""
    while start < end and text[start] in characters:
        start += 1
    while start < end and text[end - 1] in characters:
        end -= 1
    return Span(start, end)


def _is_note(words_behind: str) -> bool:
    """Tell whether words behind a comma say how the food is prepared or what it is for."""
    first = WORD.search(words_behind)
    if first is None:
        return False
    if words_behind[0].isnumeric():
        return True  # "4 chicken breasts, 6 oz each"
    word = first[0].lower()
    return word in words("note_starts") or (word.endswith("ly") and len(word) > 4)


def _is_adjective(words_before: str) -> bool:
    """Tell whether words before a comma only describe what comes behind it: "*finely chopped*, peeled tomatoes"."""
    *_, last = ["", *WORD.findall(words_before)]
    if is_plural(last):
        return False  # "bay leaves, torn"
    return last.lower() in words("note_starts") | words("adjectives") | words("sizes")


def head_noun(text: str, name: Span) -> Span | None:
    """Return the place of the noun of a name that a count belongs to: "Large Flour *Tortillas*", "*eggs* and a yolk".

    It is the last word before a preposition; colours and the like before "or" are none ("red or yellow *peppers*").
    """
    last: re.Match[str] | None = None
    for word in WORD.finditer(text, name.start, name.end):
        if text.count("(", name.start, word.start()) > text.count(")", name.start, word.start()):
            continue
        lowered = word[0].lower()
        if last is not None and lowered in words("heads_end"):
            if last[0].lower() not in words("adjectives") | words("sizes"):
                break
            continue
        last = word
    return Span(*last.span()) if last else None


def _agreeing(amount: Quantity, text: str, name: Span) -> Quantity:
    """Give a bare count the noun it counts, and keep utensils as they are."""
    if amount.unit is not None or amount.kind is not Kind.AMOUNT or amount.word is not None:
        return amount
    head = head_noun(text, name)
    if head is not None and text[head.start : head.end].lower() in words("utensils"):
        return amount._replace(scales=False, why=UTENSIL)
    return amount._replace(word=head)
