"""The oven is used, but nothing tells to preheat it.

The dough is ready and the oven cold: a quarter of an hour is lost, or the cake is. An oven is used where something is
baked or roasted for a time, or goes into the oven. Preheating or setting it anywhere in the recipe is enough, and so is
"a cold oven". Let pass are Dutch, microwave and toaster ovens, air fryers, slow cookers and bread machines, a dish that
is only kept warm or dried, the grill and the broiler, spices roasted in a pan, and what is only one way to do it
("alternatively, bake …").

Bad:

    ## Instructions

    1. Mix the batter.
    2. Bake at 350°F for 30 minutes.

Good:

    ## Instructions

    1. Preheat the oven to 350°F.
    2. Mix the batter.
    3. Bake for 30 minutes.

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import OVEN_NOT_PREHEATED, Diagnostic
from recipekit.model import Kind, Quantity, Step
from recipekit.units import size_of
from recipekit.words import checked

_OVEN_WORDS = ("oven", "ofen", "bake", "baking", "roast", "backen", "braten")
_OVEN = r"\boven\b(?![-‐‑]\w)"
_AN_OVEN = re.compile(_OVEN)
_NOT_IN = "".join(
    rf"(?<!\b{word} {article})" for word in ("in", "into", "from", "of") for article in ("", "the ", "a ")
)
_SETTING = "heat|heating|warm|light|fire|start|switch|turn|get|bring|set"
_HEATED = re.compile(
    r"(?P<pre>pre[-‐‑ ]?heat|vor(?:ge)?heiz|\bheiz)"
    r"|\bcold oven|\bkalte[nr]? (?:back)?ofen|\bhot oven|\bhei(?:ß|ss)en (?:back)?ofen"
    rf"|\b(?:{_SETTING})\b[^.;\n]{{0,30}}?{_NOT_IN}{_OVEN}(?! to (?:broil|grill|low|off)| off)"
    rf"|{_NOT_IN}{_OVEN}[^.;,\n]{{0,20}}?\b(?:to (?:about )?\d+|is (?:hot|ready|heated|up)|heats|temp(?:erature)?)\b"
    r"|(?:^|[.;:\n*>-]\s*)[*_]*oven[*_]*\s?:?[*_]*\s?(?:at |temp\w*:? )?\d"
    r"|\b(?:back)?ofen (?:auf|anheizen|anstellen|einschalten|anschalten)\b|\b(?:back)?ofen\s?:\s?\d"
)
_NOT_THE_OVEN = re.compile(
    r"pre[-‐‑ ]?heat(?:ed|ing)?\s(?:(?:a|an|the|your|in|large|medium|dry|nonstick|non-stick|cast-iron|heavy)\s){0,4}"
    r"(?:pan|skillet|griddle|wok|pot|air[- ]?fryer|waffle|oil|saucepan|frying|cast)",
)
_CHANGED = re.compile(r"\b(?:reduce|lower|raise|increase|drop|down|off)\b", re.IGNORECASE)
_IN_THE_OVEN = re.compile(
    r"\b(?:in|into|to|from|inside)\s(?:(?:the|a|an|your|my)\s)?((?:[^\W\d_]+[-‐‑\s]){0,2}?)"
    rf"(?:\d{{3}}\s?(?:°|º|degrees?)?\s?[CF]?\s)?{_OVEN}"
    r"|\boven racks?\b|\b(?:im|in den|in einem|in einen|in der)\s([^\W\d_]+\s)?(?:back)?ofen\b",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"(?:^|[.;:!?,(–—•]\s*|\b(?:and|then|now|next|finally|covered|uncovered|meanwhile|immediately|loosely|foil)\s)"
    r"(?:(?:then|now|finally|meanwhile)\s)?((?:(?:blind|par|oven)[-‐‑ ])?bake|(?:slow[-‐‑ ]|oven[-‐‑ ])?roast)\b(?!ed)",
    re.IGNORECASE,
)
_BACKEN = re.compile(r"\bbacken\b|\büberbacken\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?;](?=\s)|\n")
_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_ON_THE_STOVE = re.compile(
    r"\bover (?:\w+[- ]){0,3}(?:heat|flame|fire|coals)\b|\b(?:dry|hot|frying|grill) (?:pan|skillet|griddle)\b"
    r"|\bon (?:the|a) (?:stove|stovetop|hob|grill|barbecue|griddle|tawa)\b|\bin der pfanne\b",
    re.IGNORECASE,
)
_LONGEST_TOAST = 8  # minutes; what is roasted no longer may well be spices in a pan


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding at the first use of an oven that is never preheated."""
    lowered = subject.outline.words.lower()
    if not subject.steps or not any(word in lowered for word in _OVEN_WORDS):
        return
    elsewhere = any(
        word in step.wording.text.lower() for step in subject.steps for word in checked("steps", "machines")
    )
    for step in subject.steps:
        used = _use(step, elsewhere=elsewhere)
        if used is not None and _is_heated(lowered):
            return
        if used is not None:
            said = step.wording.text[slice(*used)]
            message = f'"{said}", but the oven was never preheated'
            hint = "begin with preheating the oven, and say to what"
            yield subject.finding(OVEN_NOT_PREHEATED, message, hint, step.wording, *used)
            return


def _is_heated(lowered: str) -> bool:
    """Tell whether an oven is heated or set anywhere in a text."""
    said = ("heat", "oven", "ofen", "heiz")
    return any(_heats(line) for line in lowered.split("\n") if any(word in line for word in said))


def _heats(line: str) -> bool:
    for found in _HEATED.finditer(line):
        if found["pre"]:
            pan = _NOT_THE_OVEN.match(line, found.start())
            if not pan or _AN_OVEN.search(line, pan.end()):
                return True
        else:
            changed = _CHANGED.search(line, max(0, found.start() - 12), found.end())
            other = not checked("steps", "other_ovens").isdisjoint(_WORD.findall(found[0]))
            if not changed and (not other or "cold" in found[0]):
                return True
    return False


def _use(step: Step, *, elsewhere: bool) -> tuple[int, int] | None:
    """Return where a step uses an oven; where other machines stand *elsewhere*, only the word "oven" tells."""
    text = step.wording.text
    start = 0
    for stop in [*(end.end() for end in _SENTENCE.finditer(text)), len(text)]:
        sentence = text[start:stop]
        quantities = [each for each in step.quantities if start <= each.start < stop]
        found = _used(sentence, quantities, elsewhere=elsewhere)
        if found is not None:
            return start + found[0], start + found[1]
        start = stop
    return None


def _used(sentence: str, quantities: list[Quantity], *, elsewhere: bool) -> tuple[int, int] | None:
    lowered = sentence.lower()
    if not any(word in lowered for word in _OVEN_WORDS):
        return None
    if _is_warming(lowered) or _WORD.findall(lowered)[:1] in (["or"], ["oder"]):
        return None
    found = _named(sentence) or (None if elsewhere else _ordered(sentence, quantities))
    if found is None or not checked("steps", "only_perhaps").isdisjoint(_WORD.findall(lowered[: found[0]])):
        return None
    return found


def _named(sentence: str) -> tuple[int, int] | None:
    """Return where a sentence says that something goes into the oven."""
    return next((found.span() for found in _IN_THE_OVEN.finditer(sentence) if _is_an_oven(sentence, found)), None)


def _ordered(sentence: str, quantities: list[Quantity]) -> tuple[int, int] | None:
    """Return where a sentence gives the order to bake or to roast for some time."""
    lowered = sentence.lower()
    if _ON_THE_STOVE.search(sentence) or any(word in lowered for word in checked("steps", "no_ovens")):
        return None
    order = _ORDER.search(sentence)
    if order is not None and _takes_time(order[1].lower(), quantities, lowered):
        return order.span(1)
    german = _BACKEN.search(sentence)
    heat = any(each.kind is Kind.TEMPERATURE for each in quantities)
    return german.span() if german and heat and _minutes(quantities) else None


def _is_warming(lowered: str) -> bool:
    """Tell whether a sentence only keeps something warm, or lets it rise."""
    return any(phrase in lowered for phrase in checked("steps", "only_warm"))


def _is_an_oven(sentence: str, found: re.Match[str]) -> bool:
    """Tell whether what something goes into is a real oven: no Dutch oven, no oven mitt, no oven that is off."""
    kind = frozenset(_WORD.findall(f"{found[1] or ''} {found[2] or ''}".lower()))
    behind = _WORD.findall(sentence[found.end() : found.end() + 24].lower())[:1]
    if not kind.isdisjoint(checked("steps", "other_ovens")) or not checked("steps", "oven_things").isdisjoint(behind):
        return False
    broiled = re.search(r"\b(?:broil|grill)", sentence, re.IGNORECASE)
    return not broiled or re.search(r"\b(?:bake|roast)", sentence, re.IGNORECASE) is not None


def _takes_time(verb: str, quantities: list[Quantity], lowered: str) -> bool:
    """Tell whether an order to bake has a time; roasting takes longer than a pan does, or says where."""
    minutes = _minutes(quantities)
    if not minutes or "bake" in verb:
        return bool(minutes)
    placed = not checked("steps", "in_an_oven").isdisjoint(_WORD.findall(lowered))
    return placed or minutes > _LONGEST_TOAST


def _minutes(quantities: list[Quantity]) -> Fraction:
    times = (each.high * (size_of(each.unit) or 0) for each in quantities if each.kind is Kind.TIME)
    return max(times, default=Fraction(0))


RULE = Rule(OVEN_NOT_PREHEATED, check)
