"""Adding up what several lines need of one food: exactly, and side by side where nothing turns one into the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from recipekit.ops.larder import HEAVIEST, LIGHTEST, is_liquid
from recipekit.ops.shopping.values import Amount, Need, Size
from recipekit.units import CUPS, LOCAL, ROUGH, Dimension, dimension_of, size_of
from recipekit.words import words

Weigh = Callable[[Need], Fraction | None]
"""Tells the grams per millilitre of what a need is of, None where nobody knows."""
STICK = "stick"
_CUP = size_of("us_cup")
_SIZED = (Dimension.MASS, Dimension.VOLUME)


class Kind(NamedTuple):
    """What can be added up: weights, volumes, or pieces of one *unit* and *size*."""

    dimension: Dimension
    unit: str | None = None
    size: Size | None = None


MASS, VOLUME = Kind(Dimension.MASS), Kind(Dimension.VOLUME)


def kind_of(amount: Amount, name: str) -> Kind:
    """Return what *amount* of the food *name* can be added to. A stick is one of butter; nobody measures pinches."""
    if amount.unit == STICK and is_sold_in_sticks(name):
        return VOLUME
    dimension = dimension_of(amount.unit) or Dimension.COUNT
    if dimension in _SIZED and amount.unit not in ROUGH:
        return Kind(dimension)
    return Kind(Dimension.COUNT, amount.unit, amount.size)


def is_sold_in_sticks(name: str) -> bool:
    """Tell whether a stick of a food is half a US cup of it, as of butter."""
    return not words("sold_in_sticks").isdisjoint(name.lower().split())


def base_of(amount: Amount, name: str) -> Fraction:
    """Return the grams or millilitres of one unit of *amount* of the food *name*; 1 for what is counted."""
    if kind_of(amount, name).dimension is Dimension.COUNT:
        return Fraction(1)
    if amount.unit == STICK and _CUP is not None:
        return _CUP / 2
    return size_of(amount.unit, amount.cups) or Fraction(1)


def held_by(amount: Amount) -> Amount | None:
    """Return what one package of *amount* holds; None where nothing says so."""
    size = amount.size
    return None if size is None else Amount(size.low, size.high, size.unit, cups=amount.cups)


def base_in(amount: Amount, to: Kind, name: str, density: Callable[[], Fraction | None]) -> Fraction | None:
    """Return the grams, millilitres or pieces of *to* in one unit of *amount* of the food *name*.

    None where they do not measure the same, and *density* knows no grams per millilitre.
    """
    kind, base = kind_of(amount, name), base_of(amount, name)
    if kind == to:
        return base
    if {kind, to} != {MASS, VOLUME} or not (g_per_ml := density()):
        return None
    return base * (g_per_ml if to == MASS else 1 / g_per_ml)


def density_in(need: Need) -> Fraction | None:
    """Return the grams per millilitre that a line gives itself: "1½ cups (180 g) flour"; None where it gives none."""
    sizes = {kind_of(each, need.called): each.low * base_of(each, need.called) for each in reversed(need.amounts)}
    grams, millilitres = sizes.get(MASS), sizes.get(VOLUME)
    density = grams / millilitres if grams and millilitres else None
    return density if density is not None and LIGHTEST < density < HEAVIEST else None


class _Term(NamedTuple):
    """One need's part of a sum, in grams, millilitres or pieces, and the amount as it was written."""

    need: Need
    low: Fraction
    high: Fraction
    written: Amount
    weighed: bool = False  # a density was used


def together(needs: Sequence[Need], weigh: Weigh, to: Kind | None = None) -> tuple[Amount, ...]:
    """Return what *needs* of one food come to: weights and volumes first, then pieces by their units.

    What some recipes call optional stands apart from what others insist on. The order of the needs does not matter.
    *to* is what they are measured in, as far as that goes, where the cook has it measured so.
    """
    sums: list[Amount] = []
    for optional in (False, True):
        chosen = [need for need in needs if need.optional is optional and need.amounts]
        found = [_added(terms, kind) for kind, terms in _sorted(_tallied(chosen, weigh, to))]
        sums += [amount._replace(optional=optional) for amount in found]
    return tuple(sums)


def _tallied(needs: Iterable[Need], weigh: Weigh, to: Kind | None) -> dict[Kind, list[_Term]]:
    """Return the parts of the sums by what can be added up, as few sums as there can be."""
    tallies: dict[Kind, list[_Term]] = {}
    for need in needs:
        first = need.amounts[0]
        tallies.setdefault(kind_of(first, need.called), []).append(_term(need, first))
    if to is not None and tallies:
        tallies.setdefault(to, [])
    if len(tallies) < 2:
        return tallies
    chosen = _targets(tallies) if to is None else [to]
    for target in chosen:
        others = [
            kind for kind in tallies if kind.dimension is Dimension.COUNT or (kind != target and target == chosen[0])
        ]
        for kind in others:
            moved = [(term, _in_kind(term, target, weigh)) for term in tallies[kind]]
            tallies[target] += [other for _, other in moved if other is not None]
            tallies[kind] = [term for term, other in moved if other is None]
    return {kind: terms for kind, terms in tallies.items() if terms}


def _targets(tallies: dict[Kind, list[_Term]]) -> list[Kind]:
    """Return what others may be turned into: weights; of what is poured, the measure of most lines, else volumes."""
    measured = [kind for kind in (MASS, VOLUME) if kind in tallies]
    if any(is_liquid(term.need.called) for terms in tallies.values() for term in terms):
        measured.sort(key=lambda kind: (-len(tallies[kind]), kind is MASS))
    return measured


def _term(need: Need, amount: Amount, *, weighed: bool = False) -> _Term:
    base = base_of(amount, need.called)
    return _Term(need, amount.low * base, amount.high * base, amount, weighed)


def _in_kind(term: _Term, to: Kind, weigh: Weigh) -> _Term | None:
    """Return *term* in another measure: the one its own line gives, or by the density; packages stay packages."""
    if term.written.size is not None:
        return None
    for other in term.need.amounts:
        if kind_of(other, term.need.called) == to:
            return _term(term.need, other)
    one = base_in(term.written, to, term.need.called, lambda: weigh(term.need))
    if one is None:
        return None
    return _Term(term.need, term.written.low * one, term.written.high * one, term.written, weighed=True)


def _sorted(tallies: dict[Kind, list[_Term]]) -> list[tuple[Kind, list[_Term]]]:
    """Return the sums in an order of their own: weights, volumes, pieces by their names, a bare count by the food."""
    dimensions = (Dimension.MASS, Dimension.VOLUME, Dimension.COUNT)

    def place(pair: tuple[Kind, list[_Term]]) -> tuple[object, ...]:
        """Return what a sum is sorted by."""
        kind = pair[0]
        size = (kind.size.unit, kind.size.low, kind.size.high) if kind.size else ("", Fraction(0), Fraction(0))
        return dimensions.index(kind.dimension), kind.unit is None, kind.unit or "", size

    return sorted(tallies.items(), key=place)


def _added(terms: Sequence[_Term], kind: Kind) -> Amount:
    low = sum((term.low for term in terms), Fraction(0))
    high = sum((term.high for term in terms), Fraction(0))
    approximate = any(term.weighed or term.written.approximate for term in terms)
    if kind.dimension is Dimension.COUNT:
        spelled = min((term.written.word for term in terms if term.written.word), key=_plainness, default=None)
        return Amount(low, high, kind.unit, kind.size, approximate, word=spelled)
    unit, cups = _unit_for(terms, kind)
    lines = [_line(term) for term in terms if term.written.unit == unit]
    amount = Amount(low, high, unit, None, approximate, cups=cups, line=max(lines, default=None))
    name = terms[0].need.called
    if unit == STICK and (2 * low / base_of(amount, name)).denominator != 1:
        amount = amount._replace(unit="tbsp")
    return amount.times(1 / base_of(amount, name))


def _line(term: _Term) -> Fraction:
    """Return how much a recipe as written asks for in one line, in grams or millilitres."""
    line = term.written.line
    return term.high if line is None else line * base_of(term.written, term.need.called)


def _plainness(word: str) -> tuple[int, int, str]:
    """Return what of several spellings of a word the plainest has least of."""
    return sum(map(str.isupper, word)), len(word), word


def _unit_for(terms: Sequence[_Term], kind: Kind) -> tuple[str, str]:
    """Return the unit that a sum is written in, the one of its largest part, and whose cups these are."""
    parts: dict[tuple[str, str], Fraction] = {}
    for term in terms:
        written = term.written
        if not term.weighed and kind_of(written, term.need.called) == kind:
            of = (written.unit or "", written.cups if written.unit in LOCAL else CUPS[0])
            parts[of] = parts.get(of, Fraction(0)) + term.high
    whose = {cups for unit, cups in parts if unit in LOCAL}
    if not parts or len(whose) > 1:
        return ("g" if kind == MASS else "ml"), CUPS[0]
    return max(parts, key=lambda each: (parts[each], each))
