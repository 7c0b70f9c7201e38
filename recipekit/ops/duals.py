"""The same amount said in several measures: "425°F (220°C)", "1 cup (240 ml)", "220C/200C fan/gas 7"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from recipekit.model import Kind
from recipekit.ops.convertible import FAN, SIDE, STICK, Measure
from recipekit.source import Edit, Span
from recipekit.units import SYSTEMS, Dimension, dimension_of, size_of

_ABOUT = r"(?:(?:or|oder|about|approx\.?|ca\.?|etwa|roughly)\s+)?[~≈]?\s*"
_LINK = re.compile(rf"\s*(?:[(\[/=≈|;]|,(?=\s*gas)|\bor\b|\boder\b)\s*{_ABOUT}", re.IGNORECASE)
_NOTE = re.compile(rf"\s*(?:[(\[]\s*{_ABOUT}|,\s*(?:about|or|approx\.?|ca\.?|etwa)\s+)$", re.IGNORECASE)
_COMMA = re.compile(rf"\s*,\s*{_ABOUT}", re.IGNORECASE)
_DASH = re.compile(r"\s*[-–—]\s*")
_BEHIND = re.compile(r"\s*[,;/]?\s*")
_OPEN, _CLOSE = "([", ")]"
_SAME = Fraction(1, 4)  # an imperial pint is a fifth more than a US one
_DEGREES = 9  # °C; how far the two sides of an oven's pair are apart in cookery books
_SIZED = (Dimension.MASS, Dimension.VOLUME)

Group = list[Measure]


def groups(text: str, measures: Iterable[Measure], cups: str) -> list[Group]:
    """Return *measures* in groups that say the same; an oven with and without a fan are two.

    In a line of the ingredients the second may stand behind the name: "1 cup yogurt (245 g)".
    """
    found: list[Group] = []
    last: Measure | None = None
    home: Group = []
    for measure in measures:
        homes = _homes(text, found[-2:], last, measure, cups, paired=len(home) > 1) if last else []
        home = min(homes)[-1] if homes else []
        if homes:
            home.append(measure)
        else:
            home = [measure]
            found.append(home)
        last = measure
    return found


def _homes(
    text: str, known: list[Group], last: Measure, measure: Measure, cups: str, *, paired: bool
) -> list[tuple[Fraction, int, Group]]:
    """Return the groups that *measure* may belong to, each with how far it is off; *last* stands right before it."""
    fan = FAN.match(text, last.end)
    gap = text[fan.end() if fan else last.end : measure.start]
    bare = gap.replace(")", "").replace("]", "")
    listed = _COMMA.fullmatch(gap) and text.rfind("(", 0, last.start) > text.rfind(")", 0, last.start)
    linked = bool(_LINK.fullmatch(bare)) or (paired and bool(SIDE.fullmatch(gap) or _DASH.fullmatch(gap) or listed))
    homes = []
    for index, group in enumerate(reversed(known)):
        if index and _kind(group[0]) is not _kind(measure):
            continue  # "1 lb beef and 2 cups (480 ml) milk": what weighs is no volume of what stands farther away
        note = _is_amount(group[0]) and _is_amount(measure) and _NOTE.search(gap) and ")" not in gap
        if linked or note:
            apart = _apart(group, measure, gap, cups)
            if apart is not None:
                homes.append((apart, index, group))
    return homes


def _apart(group: Group, measure: Measure, gap: str, cups: str) -> Fraction | None:
    """Return how far *measure* is from what *group* says, as a part or in °C; None where it says something else."""
    first = group[0]
    if first.fan != measure.fan or any(known.unit == measure.unit for known in group):
        return None
    kinds = (_kind(first), _kind(measure))
    if kinds[0] is not kinds[1]:
        said = any(mark in gap for mark in "([/=;") or len(group) > 1
        return Fraction(0) if said and all(kind in _SIZED for kind in kinds) else None
    if kinds[0] is Dimension.TEMPERATURE:
        apart = abs(_celsius(first) - _celsius(measure))
        return apart if apart <= _DEGREES or "gas_mark" in (first.unit, measure.unit) else None
    sizes = [_size(known.unit, cups) * known.quantity.low for known in (first, measure)]
    apart = abs(sizes[0] - sizes[1])
    return apart / max(sizes) if apart <= _SAME * max(sizes) else None


def _celsius(measure: Measure) -> Fraction:
    """Return a temperature in °C, nearly: a gas mark is 14 °C above the one below it."""
    value = measure.quantity.low
    if measure.unit == "gas_mark":
        return 121 + 14 * value
    return (value - 32) * 5 / 9 if measure.unit == "°F" else value


def _is_amount(measure: Measure) -> bool:
    return measure.quantity.scales and measure.quantity.kind is Kind.AMOUNT


def _kind(measure: Measure) -> Dimension | None:
    return Dimension.VOLUME if measure.unit == STICK else dimension_of(measure.unit)


def _size(unit: str, cups: str) -> Fraction:
    """Return the size of *unit* in its base; a stick is half a US cup."""
    return (size_of("us_cup") or Fraction(0)) / 2 if unit == STICK else size_of(unit, cups) or Fraction(0)


def agree(one: Measure, other: Measure, cups: str) -> bool:
    """Tell whether two measures of a group say the same within what rounding explains."""
    if _kind(one) is not _kind(other) or _kind(one) not in _SIZED:
        return True
    sizes = [_size(measure.unit, cups) * measure.quantity.low for measure in (one, other)]
    return abs(sizes[0] - sizes[1]) <= max(sizes) / 10


def without(text: str, found: Iterable[Group], measures: list[Measure]) -> list[Edit] | None:
    """Return the edits that leave only the place of the first of each group in *text*, brackets and slashes gone.

    None where what would be left is no sentence any more: brackets that do not close.
    """
    gone = {measure.start for group in found for measure in group[1:]}
    edits: list[Edit] = []
    index = 0
    while index < len(measures):
        last = index
        while last < len(measures) and measures[last].start in gone:
            last += 1
        if last > index and index:
            span = _run(text, measures[index - 1], measures[index], measures[last - 1])
            if span is None:
                return None
            edits.append(Edit(span, ""))
        index = last + 1
    return edits


def _run(text: str, before: Measure, first: Measure, last: Measure) -> Span | None:
    """Return what goes with the measures from *first* to *last*, which stand behind *before*."""
    fan = FAN.match(text, before.end)
    start, end = fan.end() if fan else before.end, last.end
    gap = text[start : first.start]
    if not _LINK.fullmatch(gap.replace(")", "").replace("]", "")) and (note := _NOTE.search(gap)):
        start += note.start()  # behind the name: "1 cup yogurt (245 g)"
    opened = _unclosed(text[start:end])
    if opened is None:
        return None
    for _ in opened:
        closing = re.compile(r"\s*[)\]]").match(text, end)
        if closing is None:
            if len(opened) > 1:
                return None
            return Span(start + opened[-1] + 1, _behind(text, end))
        end = closing.end()
    blank = text[start - 1 : start] == " " and text[end : end + 1] == " "
    return Span(start, end + blank)


def _behind(text: str, end: int) -> int:
    found = _BEHIND.match(text, end)
    return found.end() if found else end


def _unclosed(piece: str) -> list[int] | None:
    """Return where the brackets open that *piece* leaves open; None where it closes one that it does not open."""
    opened: list[int] = []
    for place, character in enumerate(piece):
        if character in _OPEN:
            opened.append(place)
        elif character in _CLOSE:
            if not opened:
                return None
            opened.pop()
    return opened


def fits(unit: str, system: str) -> bool:
    """Tell whether *unit* is one that the *system* (metric, us, imperial) writes.

    >>> fits("ml", "metric"), fits("°F", "metric"), fits("°C", "imperial")
    (True, False, True)
    """
    return unit in SYSTEMS[system]
