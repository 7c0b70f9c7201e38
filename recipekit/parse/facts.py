"""Serves, prep time and cook time, wherever a recipe gives them: in a block quote, a list, a line, the front matter."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from recipekit.amounts import DASHES
from recipekit.grammar import singular
from recipekit.model import Duration, Kind, Quantity, Servings, Wording
from recipekit.parse.quantities import WORD, Found, find_quantities
from recipekit.source import Span
from recipekit.units import Dimension, dimension_of, size_of
from recipekit.words import meanings, words

_LABELLED = re.compile(r"\W*([^\W\d_][^:：]{0,40}?)\W*\s*[:：]\s*[*_]*\s*(.+)")
_OPENING = re.compile(r"\W*((?:[^\W\d_]+\s+){1,2}?)(?:about |for |ca\.? |etwa )?(?=[~\d¼-¾⅐-⅞]|[a-z]+\b)")
_ISO = r"P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?"
_CLOCK = r"(\d{1,2})\s?h\s?(\d{1,2})(?:\s?m(?:in)?)?|(\d{1,3})\s?m"
_LONGEST = 300  # code points of a line that states a fact
_MOST_MINUTES = 60 * 24 * 365
HOW_MANY = "how many it serves"
HOW_MANY_MADE = "how many it makes"
HOW_MANY_EAT = "as many as it serves"
_BRACKETS = r"\([^()]*\)"
_COUNTED_NOUN = r"\s+[^\W\d_]"
_FOR_EACH = r"\b(?:each|per|je|pro)\b"
_TO = r"\s+(?:to|bis|or|oder)\s+|\s*[–—]\s*"
_FALLING = rf"\s*[{DASHES}]\s*|\s+(?:to|bis)\s+"
_TIMES = re.compile(r"\s*[x×]\s*\d")
SPLIT = re.compile(
    r"\s+[|·•]\s+|(?:[,;.]|\s/)\s+(?=(?:serves|makes|feeds|yields|ergibt)\s|(?:prep|cook|total)\b[\w ]*:)",
    re.IGNORECASE,
)


@cache
def _labels() -> dict[str, str]:
    return {re.sub(r"[\s_-]", "", label): meaning for label, meaning in meanings("labels").items()}


def meaning_of(label: str) -> str | None:
    """Return what a label or a front matter key stands for: serves, prep, cook or total.

    >>> meaning_of("Prep Time"), meaning_of("cook_time"), meaning_of("Difficulty")
    ('prep', 'cook', None)
    """
    return _labels().get(re.sub(r"[\s_*-]", "", label.lower()))


def split_fact(text: str) -> tuple[str, str, int] | None:
    """Return meaning, label and where the value begins, if *text* states a fact: "Serves: 6", "Makes 24 cookies".

    >>> split_fact("Prep Time: ~30 minutes"), split_fact("Serves 4–6")
    (('prep', 'Prep Time', 11), ('serves', 'Serves', 7))
    """
    if len(text) > _LONGEST and ":" not in text[:80]:
        return None
    labelled = _LABELLED.fullmatch(text)
    if labelled:
        meaning = meaning_of(labelled[1])
        return (meaning, labelled[1], labelled.start(2)) if meaning else None
    opening = _OPENING.match(text)
    if opening and meaning_of(opening[1].strip()) == "serves" and len(text) < 60:
        found = find_quantities(text)[0]
        if found and found[0].start - opening.end() <= 1:
            start = opening.end(1)
            return "serves", opening[1].strip(), start
    return None


def read_servings(wording: Wording, label: str) -> Servings | None:
    """Return how many a recipe serves or what it makes; None where the words hold no number.

    >>> servings = read_servings(Wording("24 cookies", 1), "Makes")
    >>> str(servings.low), servings.unit
    ('24', 'cookie')
    """
    text = wording.text
    found = _counts(text)
    if not found:
        return None
    number = found[0]
    unit = _counted(text, found, label)
    quantity = servings_quantity(wording, unit)
    return None if quantity is None else Servings(number.low, number.high, unit, wording, quantity)


def servings_quantity(wording: Wording, unit: str) -> Quantity | None:
    """Return the number of servings in *wording* as a quantity that scales; None where there is none."""
    text = wording.text
    found = _counts(text)
    if not found:
        return None
    number = found[0]
    nouns = WORD.finditer(text, number.number_end)
    word = next((Span(*noun.span()) for noun in nouns if singular(noun[0]).lower() == unit), None)
    return Quantity(
        text[number.start : number.number_end], number.low, number.high, unit,
        number.approximate, number.start, number.number_end, number.number_end,
        word, Kind.AMOUNT, scales=True, why=HOW_MANY,
    )  # fmt: skip


def other_counts(wording: Wording) -> tuple[Quantity, ...]:
    """Return what else a line of servings counts and grows with them: the 18 of "6 (18 meatballs)"."""
    text = wording.text
    return tuple(
        number.quantity(text, Kind.AMOUNT, HOW_MANY, scales=True)
        for number in _counts(text)[1:]
        if dimension_of(number.unit) in (None, Dimension.COUNT)
        and text.count("(", 0, number.start) > text.count(")", 0, number.start)
        and not number.joined
        and re.match(_COUNTED_NOUN, text[number.number_end :])
        and not re.search(_FOR_EACH, text[number.end :].partition(")")[0])
    )


def _counts(text: str) -> list[Found]:
    """Return the numbers above nought of *text*; "6-4" is the range from 4 to 6 that it must mean."""
    found = [number for number in find_quantities(text)[0] if number.low > 0]
    if len(found) > 1 and found[0].low > found[1].high:
        first, second, *others = found
        if re.fullmatch(_FALLING, text[first.number_end : second.start]):
            return [second._replace(start=first.start, low=second.low, high=first.high), *others]
    return found


def _counted(text: str, found: list[Found], label: str) -> str:
    """Return what is counted, in the singular: "serving" for people and their plates, "cookie" for what is made."""
    number = found[0]
    text = re.sub(_BRACKETS, lambda bracket: " " * len(bracket[0]), text)  # "24 (2-inch) cookies", "6 (18 meatballs)"
    start = number.number_end
    for size in found[1:]:  # "24 2-inch cookies"; a size farther behind is that of a pan
        start = size.end if size.joined and not text[start : size.start].strip() else start
    nouns: list[str] = []
    for match in WORD.finditer(text, start):
        if match[0].lower() in words("heads_end") or (text[start : match.start()].strip(" -‐‑)") and not nouns):
            break
        nouns.append(match[0].lower())
    if not nouns or not words("people").isdisjoint(nouns):
        return "serving"
    if nouns[-1] in words("vessels") and label.lower() not in words("makes"):
        return "serving"
    return singular(nouns[-1])


def read_duration(wording: Wording, *, bare_minutes: bool = False) -> Duration | None:
    """Return a time in minutes; a bare number counts as minutes where *bare_minutes* says so. None if unreadable.

    >>> duration = read_duration(Wording("1 hour 15 min", 1))
    >>> str(duration.low), duration.approximate
    ('75', False)
    """
    text = wording.text.strip()
    if len(text) > _LONGEST:
        return None
    duration = _duration(text, wording, bare_minutes=bare_minutes)
    return duration if duration and duration.high <= _MOST_MINUTES else None


def _duration(text: str, wording: Wording, *, bare_minutes: bool) -> Duration | None:
    iso = re.fullmatch(_ISO, text, re.IGNORECASE) if text[:1] in ("P", "p") else None
    if iso and any(iso.groups()):
        days, hours, minutes = (int(part or 0) for part in iso.groups())
        return _exactly(Fraction(days * 1440 + hours * 60 + minutes), wording)
    clock = re.fullmatch(_CLOCK, text, re.IGNORECASE) if len(text) < 12 else None
    if clock:
        minutes = int(clock[1] or 0) * 60 + int(clock[2] or clock[3] or 0)
        return _exactly(Fraction(minutes), wording)
    if ":" in text:
        return None
    first, dash, second = _between(text)
    if dash and (low := _sum(first)) and (high := _sum(second)) and low[0] <= high[1]:
        return Duration(low[0], high[1], low[2] or high[2], wording)
    whole = _sum(text)
    if (
        whole is None
        and bare_minutes
        and (bare := find_quantities(text)[0])
        and bare[0].end == len(text)
        and not bare[0].start
    ):
        whole = (bare[0].low, bare[0].high, False)
    return Duration(whole[0], whole[1], whole[2], wording) if whole and whole[1] else None


def _between(text: str) -> tuple[str, str, str]:
    """Split "1 hour to 1 hour 15 minutes", where both ends have their own unit."""
    dash = re.search(_TO, text)
    if dash is None or not text[dash.start() - 1].isalpha():
        return text, "", ""
    first, second = text[: dash.start()], text[dash.end() :]
    ends = [find_quantities(part)[0] for part in (first, second)]
    timed = all(end and dimension_of(end[0].unit) is Dimension.TIME for end in ends)
    return (first, dash[0], second) if timed else (text, "", "")


def _sum(text: str) -> tuple[Fraction, Fraction, bool] | None:
    """Add up "1 hour 15 min", "1 hour 20", "2 x 10 minutes": low, high, and whether they are approximate."""
    found, unreadable = find_quantities(text)
    if unreadable:
        return None
    low = high = Fraction(0)
    times = Fraction(1)
    timed: list[Found] = []
    for number in found:
        size = size_of(number.unit)
        if dimension_of(number.unit) is Dimension.TIME and size is not None:
            low, high = low + number.low * size * times, high + number.high * size * times
            timed.append(number)
        elif _TIMES.match(text, number.end):
            times = number.low
        elif timed and timed[-1].unit == "hour" and number.unit is None and number.low < 60:
            low, high = low + number.low, high + number.high
    return (low, high, any(number.approximate for number in timed)) if timed else None


def _exactly(minutes: Fraction, wording: Wording) -> Duration:
    return Duration(minutes, minutes, approximate=False, wording=wording)
