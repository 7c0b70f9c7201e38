"""Recipe → what its lines need: the food of each, and its amount in every measure that the line gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache

from recipekit.foods.identity import Identity, identity
from recipekit.foods.lexicon import lexicon, words_of
from recipekit.foods.reading import alternatives, phrases_of
from recipekit.foods.splitting import split_foods
from recipekit.grammar import plural, singular
from recipekit.model import Ingredient, Kind, Recipe, Servings
from recipekit.ops.larder import is_liquid
from recipekit.ops.shopping.lines import Piece, is_known, pieces_of
from recipekit.ops.shopping.measures import amounts_in, one_word
from recipekit.ops.shopping.values import Amount, Need
from recipekit.parse.items import UTENSIL
from recipekit.units import CUPS, Dimension, dimension_of, unit_named
from recipekit.words import meanings, words

_EACH = re.compile(r"\b(?:each|je|jeweils|à)\b", re.IGNORECASE)
_EACH_BEHIND = re.compile(r"(?<=\w)\s+(?:each|je|jeweils)$", re.IGNORECASE)
_FOR_EACH = re.compile(r"[\s,]*\b(?:per|pro|je)\s+(\w+)\b|[\s,]*\b(?:for\s+)?each\s+(\w+)\b", re.IGNORECASE)
_FOR = re.compile(r"\s(?:for|to|zum|zur|für)\s")
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
_WHAT_FOR = re.compile(r"^(?:to taste|as needed|for \w+|nach geschmack|zum \w+)\s+(?=\S)", re.IGNORECASE)
_OF_EACH = re.compile(r"\s*\([^()]*\d[^()]*\b(?:each|je|jeweils)\)", re.IGNORECASE)
_LEADING_BRACKET = re.compile(r"^\([^()]*\)\s*(?=\S)")
_WORD = re.compile(r"[^\W\d_]+")
_PART = re.compile(r"\b(?:leaves|stems|stalks|greens|whites|tops|peel|skin|seeds)$", re.IGNORECASE)
_COMPOUND = 7  # letters at least
_NOUN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def needs_of(recipe: Recipe, index: int) -> Iterator[Need]:
    """Yield what each line of *recipe* needs, in their order; *index* is its place among the recipes of the list."""
    cups, factor = recipe.cups or CUPS[0], recipe.scaled.factor if recipe.scaled else Fraction(1)
    people = recipe.serves if recipe.serves is not None and recipe.serves.unit == "serving" else None
    for group in recipe.ingredients:
        optional = not words("optional").isdisjoint(_WORD.findall((group.title or "").lower()))
        for item in group.items:
            before: Need | None = None
            for piece in pieces_of(item):
                for need in _needs(piece, item, cups, people, factor):
                    of_before = before if piece.of_before else None
                    food, called = (of_before.food, of_before.called) if of_before else (need.food, need.called)
                    before = need._replace(
                        recipe=index, group=group.title, food=food, called=called, optional=need.optional or optional
                    )
                    yield before


def _needs(piece: Piece, line: Ingredient, cups: str, people: Servings | None, factor: Fraction) -> Iterator[Need]:
    """Yield what a *piece* of a *line* needs: one food, or several that it joins."""
    item = piece.item
    text = item.wording.text
    found = amounts_in(item, cups, factor)
    name, amounts = _for_each(item, _called(item, counted=bool(found)), found, people)
    called, amounts, whole = _counted_within(item, name, amounts)
    utensil = any(each.why == UTENSIL for each in item.quantities[:1]) or (_is_utensil(called) and not piece.of_before)
    first = next(iter(item.quantities), None)
    aside = _aside(item)
    many = first is not None and (first.written.high if first.written else first.high) > 1
    for food in _foods_of(called, text, amounts, whole=whole is not None):
        name, own = _counted(food, amounts)
        meant = food_of(_counted_as(name, own), own, _as_behind(item))
        meant = meant if whole is None else meant.taken_from(whole)
        yield Need(
            0, line.wording.text, line.wording.line, meant, name, item.note, own, item.optional, piece.more, utensil,
            several=many, aside=aside, plain=_without_amounts(item, name),
        )  # fmt: skip


def food_of(name: str, amounts: Iterable[Amount], behind: str = "") -> Identity:
    """Return which food *name* is with what stands *behind* it; cans make it canned, and only hold what is poured."""
    in_cans = any(amount.unit == "can" for amount in amounts)
    return identity(name, behind, canned=in_cans and not is_liquid(name))


def _for_each(
    item: Ingredient, name: str, amounts: tuple[Amount, ...], people: Servings | None
) -> tuple[str, tuple[Amount, ...]]:
    """Return what is for one person times the *people*: "100 g noodles per serving"."""
    found = _FOR_EACH.search(name)
    if found is None or people is None or (found[1] or found[2]).lower() not in words("people"):
        return name, amounts
    if not item.quantities or item.quantities[0].scales:
        return name, amounts
    return name[: found.start()] + name[found.end() :], tuple(
        each._replace(low=each.low * people.low, high=each.high * people.high, line=None) for each in amounts
    )


def _called(item: Ingredient, *, counted: bool) -> str:
    """Return what the line calls its food; without an amount it keeps what is before: "handful of spinach"."""
    text, span = item.wording.text, item.name_span
    name = _EACH_BEHIND.sub("", " ".join(_LINK.sub(r"\1", item.name).split()))
    name = _WHAT_FOR.sub(
        "", _LEADING_BRACKET.sub("", _OF_EACH.sub("", name))
    )  # "1 bunch (about 6) scallions", a cell "to taste"
    word = item.quantities[0].word if item.quantities else None
    if word is not None and not is_known(name) and (food := _before_its_piece(text[word.start : word.end])):
        return food  # "2 Knoblauchzehen, gepresst"
    if name.lower().rstrip(":.") in words("optional") and item.note:
        return item.note
    if span is not None and span.start and not counted:
        name = " ".join(text[: span.end].split())
    return name or text


def _counted_within(
    item: Ingredient, name: str, amounts: tuple[Amount, ...]
) -> tuple[str, tuple[Amount, ...], Identity | None]:
    """Return a food whose number stands in its name, and what is counted there: "juice of 1 lime" takes a lime."""
    span, text = item.name_span, item.wording.text
    within = [each for each in item.quantities if span and span.start <= each.start < span.end]
    if span is None or not within or within[0].kind is not Kind.AMOUNT:
        return name, amounts, None
    first = within[0]
    if first is not item.quantities[0]:  # "½ of 1 lemon" is half a lemon
        return (text[first.number_end : span.end].strip() if first.start == span.start else name), amounts, None
    noun = _noun_of(text[first.number_end : span.end])
    what = _WORD.findall(text[span.start : first.start])
    if not noun or not amounts or amounts[0].unit is not None:
        return " ".join((text[span.start : first.start] + text[first.number_end : span.end]).split()), amounts, None
    while what and what[-1].lower() in words("of") | words("articles") | words("out_of"):
        what.pop()
    counted = singular(noun)
    if counted.islower():
        what = [word.lower() for word in what]
    whole = identity(counted)
    return " ".join((counted, *what)), (amounts[0]._replace(unit=whole.word, word=counted), *amounts[1:]), whole


def _noun_of(text: str) -> str:
    """Return the food of which pieces are counted, without what describes it: "lemons" of "large organic lemons"."""
    said = _NOUN.findall(text)
    ends = ((start, end) for start in range(len(said)) for end in range(len(said), start, -1))
    foods = (" ".join(said[start:end]) for start, end in ends)
    return next(
        (food for food in foods if is_known(food) and len(phrases_of(words_of(food))) == 1), said[0] if said else ""
    )


def _foods_of(name: str, text: str, amounts: tuple[Amount, ...], *, whole: bool) -> tuple[str, ...]:
    """Return the foods that *name* lists, one where nothing tells how much there is of each."""
    parts = split_foods(name)
    if len(parts) > 1 and not all(map(_is_bought, parts)):
        parts = (name,)  # "cilantro leaves and tender stems"
    if len(parts) == 1 and not amounts and "," in name and ":" not in name:
        listed = tuple(part.strip() for part in name.split(",") if part.strip())
        (reading, *choices) = alternatives(name)
        if len(reading.foods) > 1 and not choices and all(map(is_known, listed)):
            return listed  # "salt, pepper, garlic powder", but not "vinegar, cider"
    return (name,) if whole or (amounts and len(parts) > 1 and not _EACH.search(text)) else parts


def _without_amounts(item: Ingredient, name: str) -> str:
    """Return *name* without the amounts in it: "butter or oil" of "butter or 1 tbsp oil"."""
    for each in item.quantities:
        if each.kind is Kind.AMOUNT and item.name_span and item.name_span.start < each.start < item.name_span.end:
            name = name.replace(" ".join(item.wording.text[each.start : each.end].split()), " ")
    return " ".join(name.split())


def _aside(item: Ingredient) -> str | None:
    """Return the note of a line without the amounts in it: "or chicken stock" of "(or 16 oz chicken stock)"."""
    parts = []
    for span in item.note_spans:
        said, at = "", span.start
        for each in item.quantities:
            if at <= each.start < span.end and each.kind in (Kind.AMOUNT, Kind.SIZE):
                said, at = said + item.wording.text[at : each.start], each.end
        parts.append(" ".join((said + item.wording.text[at : span.end]).split()))
    return ", ".join(part for part in parts if part) or None


def _is_bought(name: str) -> bool:
    """Tell whether *name* is no part of another food: "pepper", "lemon zest", but not "tender stems"."""
    return any(reading.foods for reading in alternatives(name)) and not _PART.search(name)


def _as_behind(item: Ingredient) -> str:
    """Return the note as it stands behind the name: in brackets, or behind a comma; none that is about an amount."""
    amounts = {each.start for each in item.quantities if each.kind is Kind.AMOUNT}
    if not item.note or any(span.start in amounts for span in item.note_spans):
        return ""
    bracketed = any(mark + item.note in item.wording.text for mark in "([")
    return f" ({item.note})" if bracketed else f", {item.note}"


def _counted(name: str, amounts: tuple[Amount, ...]) -> tuple[str, tuple[Amount, ...]]:
    """Return a name without the piece that is counted, and the amounts in it: "3 garlic cloves" are 3 cloves."""
    if not amounts:
        return name, amounts
    if amounts[0].unit is not None:
        word = amounts[0].word or ""
        rest = _before_its_piece(word)
        return name, (amounts[0]._replace(word=word[len(rest) :].capitalize()) if rest else amounts[0], *amounts[1:])
    rest, _, last = name.rpartition(" ")
    if not rest:
        rest = _before_its_piece(name)
        last = name[len(rest) :].capitalize() if rest else last
    unit = unit_named(last)
    if not rest or not last.isalpha() or dimension_of(unit) is not Dimension.COUNT or unit in words("count_sizes"):
        return name, amounts
    food = identity(rest)
    if food.key != identity(name).key or unit in food.word.split():  # "bay" alone is a bay leaf
        return name, amounts
    counted = amounts[0]._replace(unit=one_word(unit), word=last)
    return rest, (counted, *amounts[1:])


def _before_its_piece(word: str) -> str:
    """Return the food of a compound of a food and its pieces, "Knoblauch" of "Knoblauchzehen"; "" of another word."""
    ends = (piece for piece in _pieces() if word.lower().endswith(piece) and len(piece) < len(word) - 2)
    return word[: -len(piece)] if len(word) > _COMPOUND and (piece := next(ends, "")) else ""


def _counted_as(name: str, amounts: tuple[Amount, ...]) -> str:
    """Return *name*, in the plural where that is another food and what is counted is meant: "1 pepper" is no spice."""
    rest, _, last = name.rpartition(" ")
    many = plural(last.lower())
    if not amounts or amounts[0].unit is not None or many not in lexicon().plurals:
        return name
    return f"{rest} {many}".strip()


@cache
def _pieces() -> tuple[str, ...]:
    """Return the words for pieces that a German compound may end in, the longest first."""
    known = (word for word in meanings("units") if dimension_of(unit_named(word)) is Dimension.COUNT)
    return tuple(
        sorted((word for word in known if len(word) > 3 and word.isalpha()), key=lambda word: (-len(word), word))
    )


def _is_utensil(name: str) -> bool:
    """Tell whether a line is about a thing of the kitchen, and not about "oil for the pan"."""
    said = _WORD.findall(_FOR.split(name.lower(), maxsplit=1)[0])
    return bool(said) and (said[-1] in words("utensils") or singular(said[-1]) in words("utensils"))
