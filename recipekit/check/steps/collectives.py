"""Words that stand for listed foods without naming them: "the spices", "all ingredients", "the zest", "the sauce"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from recipekit.check.steps.mentions import Listed, Mentions, Place, is_state
from recipekit.check.steps.telling import Telling, family_of, relations_of, telling
from recipekit.check.steps.texts import Part, Text, based, bases_of
from recipekit.foods.lexicon import Role, lexicon
from recipekit.words import checked

_EXPLAINED = ("vegetables", "frying fats")  # "the veggies" are often those that were named one by one before
_NARROWED = ("dry foods", "wet foods")  # said of ingredients: "combine the dry ingredients"
_BEHIND_A_REST = (("of",), ("der",), ("des",), ("vom",), ("von",))
_BEHIND_NARROWED = (("to",), ("into",), ("and",), ("with",), ())
_SHORTEST = 4  # letters of a word that may be the end of a longer one, as "saft" is of "zitronensaft"


class FoodClass(NamedTuple):
    """A class of foods: the words that the steps have for it, and the keys of what belongs to it."""

    name: str
    said: frozenset[str]
    members: frozenset[str]


def covers(mentions: Mentions, number: int, before: Place | None = None) -> bool:
    """Tell whether a text names an ingredient in other words than its own; only what stands *before* a place counts."""
    item = mentions.listed[number]
    likely = classes_of(item.telling)
    title = _title_of(mentions, item)
    spelled = frozenset(
        base for base in mentions.words if base not in mentions.by_word and _is_spelled_so(item.telling, base)
    )
    for place, text in enumerate(mentions.texts):
        if before is not None and place > before.text:
            return False
        end = before.word if before is not None and place == before.text else len(text.bases)
        if (
            any(_is_it(item, mentions, place, end))
            or not spelled.isdisjoint(text.bases[:end])
            or any(_is_of_class(mentions, each, place, end) for each in likely)
            or any(_is_of_group(mentions, item, title, place, end))
            or any(_is_all(mentions, item, text, at) for at in range(end) if text.bases[at] in _all_words())
        ):
            return True
    return False


@cache
def _classes() -> tuple[FoodClass, ...]:
    """Return the classes; a line of the data is their name, the words for them and their members, between bars."""
    said: dict[str, set[str]] = {}
    members: dict[str, set[str]] = {}
    key = lexicon().vocabulary.key
    for line in checked("steps", "classes"):
        name, words, foods = (part.strip() for part in f"{line} ||".split("|")[:3])
        said.setdefault(name, set()).update(base for word in words.split(",") for base in _bases(word))
        members.setdefault(name, set()).update(key(food) for food in foods.split(",") if food.strip())
    return tuple(FoodClass(name, frozenset(words), frozenset(members[name])) for name, words in sorted(said.items()))


def _bases(word: str) -> tuple[str, ...]:
    return bases_of(word.strip()) if word.strip() else ()


@lru_cache(maxsize=4096)
def classes_of(item: Telling) -> tuple[FoodClass, ...]:
    """Return the classes that a food belongs to."""
    keys = family_of(item.kind) | {item.head} if item.kind else item.words
    return tuple(
        each for each in _classes() if keys & each.members and not (each.name == "spices" and "fresh" in item.kinds)
    )


@cache
def class_of(name: str) -> FoodClass:
    """Return the class called *name*."""
    return next(each for each in _classes() if each.name == name)


def _is_it(item: Listed, mentions: Mentions, place: int, end: int) -> Iterator[bool]:
    """Yield True for every food of a text that is the listed one by another name, a kind of it, or goes with it."""
    own = item.telling.foods
    may_be = _members_of(item.telling.kind)
    families = frozenset[str]().union(*map(family_of, own)) if own else frozenset()
    taken = mentions.own_foods
    for each in mentions.foods(place) if own else ():
        if each.end > end or (mentions.texts[place].part is Part.HEADING and each.food not in own):
            continue
        if each.food in own and not mentions.is_meant_by_name(place, each):
            yield True
        elif each.food not in taken:
            yield each.food in may_be
            general = each.food in families and not is_state(mentions.texts[place], each.start)
            goes_with = not own.isdisjoint(relations_of(each.food))
            yield general or not own.isdisjoint(family_of(each.food)) or goes_with


@lru_cache(maxsize=1024)
def _members_of(kind: str) -> frozenset[str]:
    """Return the foods that may be meant by a general food of the list: peas by "frozen mixed vegetables"."""
    if kind not in checked("steps", "general_foods"):
        return frozenset()
    found = [each.members for each in _classes() if kind in each.members and not each.said.isdisjoint(kind.split())]
    return frozenset[str]().union(*found)


def _is_spelled_so(item: Telling, base: str) -> bool:
    """Tell whether a word is one of the name's with an ending, in a compound, or with a slip of the pen."""
    if base in item.more:
        return True
    return any(_is_form_of(base, word) for word in item.words)


@lru_cache(maxsize=65536)
def _is_form_of(base: str, word: str) -> bool:
    """Tell whether *base* is *word* in another form.

    >>> _is_form_of("buttered", "butter"), _is_form_of("creamy", "cream"), _is_form_of("brocoli", "broccoli")
    (True, False, True)
    """
    if len(base) < _SHORTEST or len(word) < _SHORTEST or (base[-1] == "y" and len(base) >= len(word)):
        return False
    if base.startswith(word) and base[len(word) :] in ("ed", "d", "ing", "es", "s"):
        return True
    if base in lexicon().vocabulary.english and len(base) >= len(word):
        return False
    short, long = sorted((base, word), key=len)
    if _is_food_word(short) and (long.endswith(short) or (long.startswith(short) and len(short) > _SHORTEST)):
        return True
    return len(word) > _SHORTEST + 1 and base[0] == word[0] and _is_slip(short, long)


def _is_food_word(word: str) -> bool:
    """Tell whether a word is a food by itself, of which a German cook makes a longer one."""
    known = lexicon()
    return known.roles.get(known.meanings.get(word, word), (None, ""))[0] in (Role.FOOD, Role.FORM)


def _is_slip(short: str, long: str) -> bool:
    """Tell whether two words differ in one letter, or in the order of two."""
    if len(long) - len(short) > 1:
        return False
    at = next((at for at, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]), len(short))
    if len(short) == len(long):
        swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
        return short[at + 1 :] == long[at + 1 :] or swapped
    return short[at:] == long[at + 1 :]


def _is_of_class(mentions: Mentions, each: FoodClass, place: int, end: int) -> bool:
    """Tell whether a text says *each* class and may mean the ingredient by it."""
    text = mentions.texts[place]
    if each.said.isdisjoint(text.bases[:end]):
        return False
    return any(_may_mean(mentions, each, place, at) for at, base in enumerate(text.bases[:end]) if base in each.said)


def _may_mean(mentions: Mentions, each: FoodClass, place: int, at: int) -> bool:
    text = mentions.texts[place]
    if text.part is Part.HEADING or is_state(text, at) or _is_in_a_name(mentions, place, at):
        return False
    if _only_washes(text, at) or _is_aside(text, at):
        return False
    if each.name in _NARROWED:
        listed = "ingredient" in text.bases[at + 1 : at + 3]
        return listed or (text.bases[at - 1 : at] == ("the",) and text.bases[at + 1 : at + 2] in _BEHIND_NARROWED)
    return each.name not in _EXPLAINED or not _is_explained(mentions, each, Place(place, at))


def _is_in_a_name(mentions: Mentions, place: int, at: int) -> bool:
    """Tell whether the word *at* is part of a longer name: the "juice" of "lime juice", the "greens" of scallions."""
    if any(each.start <= at < each.end and each.end - each.start > 1 for each in mentions.foods(place)):
        return True
    before = mentions.texts[place].bases[at - 1 : at]
    return bool(before) and before[0] in mentions.by_word


def _is_aside(text: Text, at: int) -> bool:
    """Tell whether the word *at* is a verb, or says what is cut off or poured off, or into what a food is cut."""
    base, before = text.bases[at], text.bases[at - 1] if at else ""
    if base in based("seasoning_verbs"):
        start, end = text.sentence(at)
        return not {"with", "to"}.isdisjoint(text.bases[at:end]) or "mit" in text.bases[start:end]
    if base in based("verbs_besides") and not text.words[at].endswith("s"):
        behind = text.bases[at + 1 : at + 2]
        return before not in based("goes_before") and bool(behind) and behind[0][0].isalnum()
    if base == "green" and "white" in text.bases:
        return True
    return before in based("before_asides") or text.words[at] == "fries"


def _only_washes(text: Text, at: int) -> bool:
    """Tell whether the clause of the word *at* only washes, dries or gathers what it is about."""
    start, end = text.sentence(at)
    clause = frozenset(text.bases[start:end])
    return not clause.isdisjoint(based("washing")) and clause.isdisjoint(based("working") | based("mixing"))


def _is_explained(mentions: Mentions, each: FoodClass, at: Place) -> bool:
    """Tell whether "the veggies" are those that the steps name: all but one of two or more, or nearly so."""
    text, word = mentions.texts[at.text], at.word
    members = [other for other, item in enumerate(mentions.listed) if each in classes_of(item.telling)]
    named = [other for other in members if other in mentions.first]
    if each.name == "frying fats" or not named:
        return bool(named)
    start, _ = text.sentence(word)
    before = text.bases[max(word - 4, start) : word]
    brought = not based("introducing").isdisjoint(before) or "in" in before[-2:]
    if not based("remaining_words").isdisjoint(before[-3:]) or (brought and not _is_referred(text, word)):
        return False
    return len(named) > max(len(members) - len(named), 1)


def _is_referred(text: Text, at: int) -> bool:
    """Tell whether the word before says that it was cooked already: "the charred veggies"."""
    before = text.words[at - 1 : at]
    return bool(before) and before[0].endswith("ed") and before[0] not in ("mixed", "sliced", "chopped", "diced")


def _title_of(mentions: Mentions, item: Listed) -> frozenset[str]:
    """Return the words of the title of an ingredient's group that say what it is for."""
    title = mentions.groups[item.group].title
    words = telling(title).words if title else frozenset()
    return frozenset(word for word in words if word not in based("aisle_titles"))


def _is_of_group(mentions: Mentions, item: Listed, title: frozenset[str], place: int, end: int) -> Iterator[bool]:
    """Yield True where a text names the group of an ingredient and hardly any food of it is named by itself."""
    text = mentions.texts[place]
    if not title or title.isdisjoint(text.bases[:end]):
        return
    group = [number for number, other in enumerate(mentions.listed) if other.group == item.group]
    yield 2 * sum(number in mentions.first for number in group) <= len(group)


@cache
def _all_words() -> frozenset[str]:
    return based("everything") | based("all_of_them") | based("the_rest")


def _is_all(mentions: Mentions, item: Listed, text: Text, at: int) -> bool:
    """Tell whether the word *at* means every ingredient, or every one of the ingredient's group."""
    bases = text.bases
    before = bases[at - 1] if at else ""
    if text.part is Part.HEADING or is_state(text, at) or _only_washes(text, at):
        return False
    if bases[at] in based("all_of_them"):
        return before in based("mixing") and bases[at + 1 : at + 2] != () and bases[at + 1] in based("behind_all")
    if bases[at] in based("the_rest"):
        adds = not based("mixing").isdisjoint(bases[max(at - 3, 0) : at])
        return adds and before in based("before_the_rest") and text.words[at + 1 : at + 2] not in _BEHIND_A_REST
    if bases[at] in based("pronouns_of_all"):
        return bases[at + 1 : at + 2] == () or bases[at + 1] not in based("says_how_all_are")
    return _ingredients_are(mentions, item, text, at)


def _ingredients_are(mentions: Mentions, item: Listed, text: Text, at: int) -> bool:
    """Tell whether "the sauce ingredients", "ingredients for the sauce" or "all ingredients" has the ingredient."""
    titles = {
        number: _title_of(mentions, Listed(item.ingredient, number, item.telling)) for number in _groups(mentions)
    }
    said = frozenset(text.bases[max(at - 1, 0) : at + 5])
    meant = [number for number, title in titles.items() if not title.isdisjoint(said)]
    if meant:
        return item.group in meant
    before = text.bases[at - 1] if at else ""
    narrowed = [each for each in _classes() if each.name in _NARROWED and before in each.said]
    return not narrowed or any(each in classes_of(item.telling) for each in narrowed)


def _groups(mentions: Mentions) -> range:
    return range(len(mentions.groups))
