"""How a list says its amounts and foods: "1¼ cups + 2 tbsp", "3 cans (400 g)", "1 onion", "5 onions"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from math import ceil

from recipekit.amounts import spell_number, style_of
from recipekit.model import Written
from recipekit.ops.friendly import Cut, half_up
from recipekit.ops.shopping.naming import agreeing_name, plurals_of
from recipekit.ops.shopping.remarks import is_shown
from recipekit.ops.shopping.values import Amount, Item, Need, Size
from recipekit.ops.spelling import spell_amount
from recipekit.ops.spoons import UNSEEN, Term, off
from recipekit.ops.steps import metric_step
from recipekit.ops.style import PLAIN, Manner, agreeing
from recipekit.units import ROUGH, Dimension, dimension_of, plural_of_unit, unit_named
from recipekit.words import LANGUAGES, list_word, unit_in

_TENTH = Fraction(1, 10)
_LIKE = "½"  # fractions of a list are characters, whatever each recipe has
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
    ends = dict.fromkeys(_to_three_digits(end) if manner.system else end for end in (size.low, size.high))
    numbers = [_exactly(end, manner=manner) for end in ends]
    return f"{'–'.join(numbers)} {size.unit.replace('_', ' ')}"


def _to_three_digits(value: Fraction) -> Fraction:
    """Return the size of a package in other units as a shop would print it: 425 g for 15 oz."""
    step = Fraction(1, 10) if value < 100 else Fraction(1)
    return half_up(value, step)


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
    note = f" ({need.note})" if need.note and is_shown(need.note) else ""
    name = _behind(agreeing_name(need.called, amounts, plurals_of([need])), amounts, manner)
    return (f"{said} {name}" if said else need.called) + note


def _behind(name: str, amounts: Iterable[Amount], manner: Manner) -> str:
    """Return *name* as it stands behind amounts: 3 limes "for juice" are for lime juice."""
    words_of_pieces = (amount.word for amount in amounts if amount.word and unit_named(amount.unit or "") is None)
    counted = {part for word in words_of_pieces for part in word.lower().split()}
    said = name.split()
    rest = [word for word in said if word.lower() not in counted]
    return f"{list_word(manner.lang, 'for')} {' '.join(rest)}" if rest and len(rest) < len(said) else name
