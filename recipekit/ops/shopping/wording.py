"""How a list says its amounts and foods: "1¼ cups + 2 tbsp", "3 cans (400 g)", "1 onion", "5 onions"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from fractions import Fraction
from math import ceil

from recipekit.amounts import spell_number, style_of
from recipekit.foods.identity import identity
from recipekit.foods.lexicon import Role, lexicon, words_of
from recipekit.foods.reading import LONGEST_NAME, alternatives, phrases_of
from recipekit.grammar import plural, singular
from recipekit.model import Written
from recipekit.ops.friendly import Cut
from recipekit.ops.shopping.values import Amount, Item, Need, Size
from recipekit.ops.spelling import spell_amount
from recipekit.ops.spoons import UNSEEN, Term, off
from recipekit.ops.steps import metric_step
from recipekit.ops.style import PLAIN, Manner, agreeing
from recipekit.parse.items import head_noun
from recipekit.source import Span
from recipekit.units import ROUGH, Dimension, dimension_of, plural_of_unit, unit_named
from recipekit.words import LANGUAGES, list_word, unit_in, words

_TENTH = Fraction(1, 10)
_LIKE = "½"  # fractions of a list are characters, whatever each recipe has
_MOST_NOTES = 3
_MOST_NAMES = 50  # that are compared with each other
_NUMBER = re.compile(r"\d|[½¼¾⅓⅔⅛]")
_TYPE = re.compile(r"\b(?:type|typ|tipo)\b", re.IGNORECASE)
_SOME = re.compile(r"[1-9¼-¾⅐-⅞]|[^\W\d]")
_THOUSAND = {"g": "kg", "ml": "l"}


def amount_text(amount: Amount, *, manner: Manner = PLAIN) -> str:
    """Return an amount as a cook reads it, rounded here and once; ≈ marks what is not exactly so.

    >>> amount_text(Amount(Fraction(22), Fraction(22), "tbsp", line=Fraction(12)))
    '1¼ cups + 2 tbsp'
    >>> amount_text(Amount(Fraction(7, 3), Fraction(3), "can"))
    '2⅓–3 cans'
    """
    if dimension_of(amount.unit) in (Dimension.MASS, Dimension.VOLUME) and amount.unit not in ROUGH:
        text, moved = _measured(amount, manner=manner)
    else:
        text, moved = _counted(amount, manner=manner)
    if amount.size is not None:
        text += f" ({size_text(amount.size, manner=manner)})"
    return f"≈{text}" if amount.approximate or moved else text


def size_text(size: Size, *, manner: Manner = PLAIN) -> str:
    """Return the size of a package or piece, just as it is: "400 g", "13.4 oz", "2–3 inch"."""
    numbers = [_exactly(end, manner=manner) for end in dict.fromkeys((size.low, size.high))]
    return f"{'–'.join(numbers)} {size.unit.replace('_', ' ')}"


def _exactly(value: Fraction, *, manner: Manner) -> str:
    if (value * 1000).denominator != 1:
        return spell_number(value, style_of(_LIKE))
    return spell_number(value, style_of("0,5" if manner.comma else "0.5"))


def _in_larger(amount: Amount) -> Amount:
    """Return 1,450 g as 1.45 kg, where it is no line of a recipe by itself."""
    larger = _THOUSAND.get(amount.unit or "")
    if larger is None or amount.low < 1000 or amount.line == amount.high:
        return amount
    return amount.times(Fraction(1, 1000))._replace(unit=larger)


def _stepped(amount: Amount) -> Amount:
    """Return what was turned into grams or litres in the steps of cookery books; a whole number stays."""
    if amount.unit not in ("g", "ml", "kg", "l"):
        return amount
    low, high = (end if end.denominator == 1 else metric_step(end, amount.unit) for end in (amount.low, amount.high))
    return amount._replace(low=low, high=high, line=high if amount.line == amount.high else amount.line)


def _measured(amount: Amount, *, manner: Manner) -> tuple[str, bool]:
    wanted = _in_larger(amount)
    amount = _stepped(wanted) if manner.system == "metric" else wanted
    unit = amount.unit or ""
    ends = tuple(dict.fromkeys((amount.low, amount.high)))
    like = "–".join([_LIKE] * len(ends))
    word = unit_in(unit, manner.lang) or plural_of_unit(unit).replace("_", " ")
    line = amount.line or amount.high
    written = Written(like, min(line, amount.low) if len(ends) > 1 else line, line, unit, word, Fraction(1))
    own = manner._replace(cups=amount.cups, keeps=line == amount.high)  # what one line alone says stays as it is
    spelled = spell_amount(written, amount.low, amount.high, own, Cut.QUARTERS)
    rounding = spelled.rounding
    ends = (spelled.low, spelled.high)
    moved = rounding is not None and any(off(*pair) > UNSEEN for pair in zip(ends, rounding[:2], strict=True))
    moved = moved or off(wanted.high, amount.high) > UNSEEN
    number = spelled.number
    if not amount.low and not amount.high:
        number = "0"
    elif not any(map(_SOME.search, (number,))):  # too little for any scale
        number, moved = f"{float(amount.high):.1g}", True
    return f"{number} {spelled.word}".strip(), moved


def _counted(amount: Amount, *, manner: Manner) -> tuple[str, bool]:
    said = [_countable(end) for end in dict.fromkeys((amount.low, amount.high))]
    style = style_of(_LIKE, "de" if manner.comma else "")
    decimal = style_of("0,5" if manner.comma else "0.5")
    number = "–".join(
        spell_number(end, style if end.denominator in (1, 2, 3, 4) else decimal) for end in dict.fromkeys(said)
    )
    moved = max(said) != amount.high or min(said) != amount.low
    most = Term(max(said), amount.unit)
    known = amount.unit is None or unit_named(amount.unit) is not None
    foreign = amount.word if manner.lang[:2] not in ("", LANGUAGES[0]) else None
    word = agreeing(foreign if known else foreign or amount.unit, most, manner.lang) if amount.unit else ""
    return f"{number} {word}".strip(), moved


def _countable(value: Fraction) -> Fraction:
    """Return a count in halves, thirds and quarters, else to a tenth, upwards: what is short by a bit is short."""
    return value if value.denominator in (1, 2, 3, 4) else ceil(value / _TENTH) * _TENTH


def amounts_text(amounts: Iterable[Amount], *, some: bool, manner: Manner = PLAIN) -> str:
    """Return amounts side by side: "2 cups + 150 g", "1 tbsp + 2 tbsp optional", "3 tbsp + some"; "" for none."""
    optional = f" {list_word(manner.lang, 'optional')}"
    texts = [amount_text(amount, manner=manner) + (optional if amount.optional else "") for amount in amounts]
    return " + ".join([*texts, list_word(manner.lang, "some")] if some and texts else texts)


def item_text(item: Item, *, manner: Manner = PLAIN) -> str:
    """Return a line of the list: "9 cloves garlic", "3 limes for lime juice", "butter"."""
    said = amounts_text(item.amounts, some=item.some, manner=manner)
    return f"{said} {name_text(item, manner=manner)}" if said else item.name


def name_text(item: Item, *, manner: Manner = PLAIN) -> str:
    """Return the name behind the amounts of a line."""
    return _behind(item.name, item.amounts, manner)


def need_line(need: Need, *, manner: Manner = PLAIN) -> str:
    """Return what a line of a recipe needs, exactly: "2½ cloves garlic (minced)"."""
    amounts = tuple(amount._replace(line=amount.high) for amount in need.amounts[:1])  # in the recipe's own unit
    said = amounts_text(amounts, some=need.more, manner=manner)
    note = f" ({need.note})" if need.note and not (_NUMBER.search(need.note) and not _tells(need.note)) else ""
    name = _behind(_agreeing(need.called, amounts, _plurals([need])), amounts, manner)
    return (f"{said} {name}" if said else need.called) + note


def _behind(name: str, amounts: Iterable[Amount], manner: Manner) -> str:
    """Return *name* as it stands behind amounts: 3 limes "for juice" are for lime juice."""
    counted = {amount.word.lower() for amount in amounts if amount.word and unit_named(amount.unit or "") is None}
    said = name.split()
    rest = [word for word in said if word.lower() not in counted]
    return f"{list_word(manner.lang, 'for')} {' '.join(rest)}" if rest and len(rest) < len(said) else name


def common_name(needs: Sequence[Need], amounts: Sequence[Amount]) -> str:
    """Return what most lines call a food, of several names the plainest; a bare count agrees with it.

    It does not depend on the order of the lines. What is not in cans is not called by what is: "canned tomatoes".
    """
    loose = [need for need in needs if not (need.amounts and need.amounts[0].unit == "can")]
    if loose and any(amount.unit != "can" for amount in amounts):
        needs = loose
    counted = Counter(need.called for need in needs)
    names = dict(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_NAMES])
    said = {name: set(_folded(name).split()) for name in names}

    def rank(name: str) -> tuple[object, ...]:
        """Return how well a name serves: by the lines that say all of its words, then by how plain it is."""
        lines = sum(count for other, count in names.items() if said[name] <= said[other])
        return -lines, sum(map(str.isupper, name)), len(name), -counted[name], name

    return _agreeing(_shared(min(names, key=rank), names), amounts, _plurals(needs))


def _agreeing(name: str, amounts: Sequence[Amount], plurals: Container[str]) -> str:
    """Return *name* in the number of its bare count; one of *plurals* is written as it should be for several."""
    counted = next((amount for amount in amounts if amount.unit is None), None)
    head = head_noun(name, Span(0, len(name))) if counted is not None else None
    if counted is None or head is None or (counted.high > 1 and name in plurals):
        return name
    noun = name[head.start : head.end]
    if counted.high > 1:
        noun = plural(noun)
    elif len(amounts) == 1:
        noun = singular(noun)
    return name[: head.start] + noun + name[head.end :]


def _shared(name: str, names: Iterable[str]) -> str:
    """Return *name* without what tells no food apart and not all of *names* say: "organic", "medium"."""
    said = [set(_folded(other).split()) for other in names]
    common = set.intersection(*said)
    if len(said) < 2:
        return name
    phrases = [phrase.written for reading in alternatives(name) for phrase in reading.left_out]
    left_out = {_folded(word) for phrase in phrases for word in phrase.split()}
    kept = [word for word in name.split() if _folded(word) in common or _folded(word) not in left_out]
    return " ".join(kept) or name


def _plurals(needs: Iterable[Need]) -> set[str]:
    """Return the names of which a line counts several, which are written as they should be."""
    return {need.called for need in needs if need.several and need.amounts and need.amounts[0].unit is None}


def _folded(name: str) -> str:
    return " ".join(singular(word) for word in name.casefold().split())


def notes_of(needs: Iterable[Need], *, alone: bool) -> tuple[str, ...]:
    """Return what lines say that matters in the shop: "85/15", "or paste", "unsweetened"; *alone*: "to taste" too.

    How a food is cut does not, and of several lines the amounts do not, since nobody adds them up.
    """
    found: dict[str, None] = {}
    needs = tuple(needs)
    for need in needs:
        said = [part.strip() for part in (_said(need, alone=len(needs) == 1) or "").split(",")]
        note = ", ".join(part for part in said if part.lower() not in words("optional"))
        if not note:
            continue
        if _tells(note) or _makes_another(need.called, note) or (alone and not need.amounts and _is_aside(note)):
            found.setdefault(note)
    return tuple(sorted(found, key=lambda note: (note.casefold(), note)))[:_MOST_NOTES]


def _said(need: Need, *, alone: bool) -> str | None:
    """Return a note, of several without its amounts: "or chicken stock" of "or 16 oz chicken stock"."""
    if alone or need.aside == need.note:
        return need.note
    rest = words_of(need.aside or "")
    return need.aside if rest and rest[0] in lexicon().lists["or"] else None


def _tells(note: str) -> bool:
    said = words_of(note[:LONGEST_NAME])
    if not said:
        return any(sign in note for sign in "%/")
    if said[0] in lexicon().lists["or"]:
        return True
    if "%" in note or any(part.replace("/", "").isdigit() and "/" in part for part in note.split()):
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
