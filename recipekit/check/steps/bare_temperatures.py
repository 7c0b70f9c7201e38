"""A temperature says neither Celsius nor Fahrenheit.

"Bake at 350" burns a cake where ovens count in Celsius, and "180" leaves it raw where they count in Fahrenheit. The
numbers of ovens, of oil and of meat are looked at in English sentences; a German "180 Grad" is Celsius everywhere.
Let pass are a number with another one in the same sentence that has its unit ("200°C/180° fan"), one that has its unit
elsewhere in the recipe, a heat that is only changed ("reduce to 170°") where another step has a unit, angles, and gas
marks.

Bad:

    ## Instructions

    1. Preheat the oven to 350.

Good:

    ## Instructions

    1. Preheat the oven to 350°F.

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import BARE_TEMPERATURE, Diagnostic
from recipekit.model import Kind, Note, Step, Wording
from recipekit.words import checked

_NUMBER = r"(?<![\w.,/¼-¾⅐-⅞$€£#–—-])(\d{2,3})(?:\s?(?:[-–—/]|to\b|or\b|and\b)\s?(\d{2,3}))?"
_MARK = r"\s?[-‐‑]?\s?(?:[°º˚]|degrees?\b|degs?\b\.?)"
_SCALE = r"\s?(?:[CFcf]\b|℃|℉|celsius|fahrenheit|centigrade)"
_MARKED = re.compile(rf"{_NUMBER}({_MARK})(?!{_SCALE})(?![CF]\b)", re.IGNORECASE)
_BARE = re.compile(rf"{_NUMBER}(?![\w%]|[.,/]\d|\s?[-–—/]\s?\d|\s?[°º˚℃℉]|\s?[cf]\b|\s?[x×]\s?\d)", re.IGNORECASE)
_WITH_SCALE = re.compile(rf"\d(?:{_MARK})?{_SCALE}|\bgas (?:mark )?\d", re.IGNORECASE)
_SCALED = re.compile(rf"(?<!\d)(\d{{2,3}})(?:{_MARK})?{_SCALE}", re.IGNORECASE)
_CHANGED = re.compile(r"\b(?:reduc|lower|rais|increas|drop|turn(?:ing)? (?:up|down|the))", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?;](?=\s|$)|\n")
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+")
_LINK = re.compile(r"(?:([^\W\d_]+)\s*:?|/)\s*$")
_FILLERS = re.compile(r"\b(?:the|about|around|roughly|approx\.?|a)\s+$|~\s*$", re.IGNORECASE)
_COOLEST, _HOTTEST = 30, 650
_COOLEST_BARE = 100
_NEAR = 90  # code points before a number that say what is heated


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every temperature of the steps and notes that has no scale."""
    known: frozenset[str] | None = None
    for wording in _wordings(subject):
        for start, end in _bare(wording.text):
            said = wording.text[start:end]
            digits = _DIGITS.findall(said)
            known = _with_scale(subject) if known is None else known
            if not known.issuperset(digits) and not (_CHANGED.search(wording.text) and _is_scaled(subject)):
                degrees = "–".join(digits)
                message = f'"{said}" says neither Celsius nor Fahrenheit'
                yield subject.finding(
                    BARE_TEMPERATURE, message, f"write {degrees}°F or {degrees}°C", wording, start, end
                )


def _is_scaled(subject: Subject) -> bool:
    """Tell whether a step says in which degrees its ovens count: "reduce to 170°" is in the same."""
    return any(_WITH_SCALE.search(step.wording.text) for step in subject.steps)


def _wordings(subject: Subject) -> Iterator[Wording]:
    """Yield the texts with a number that may be a temperature."""
    said: list[Step | Note] = [*subject.steps, *(note for step in subject.steps for note in step.notes)]
    for each in (*said, *subject.recipe.notes):
        if any(quantity.kind in (Kind.TEMPERATURE, Kind.OTHER) for quantity in each.quantities):
            yield each.wording


def _bare(text: str) -> Iterator[tuple[int, int]]:
    """Yield where temperatures without a scale stand in *text*, at most one in a sentence with another."""
    start = 0
    for stop in [*(end.end() for end in _SENTENCE.finditer(text)), len(text)]:
        sentence = text[start:stop]
        found = [*_MARKED.finditer(sentence), *_BARE.finditer(sentence)] if stop - start > 1 else []
        if found and not _WITH_SCALE.search(sentence) and _is_english(sentence):
            kept = sorted((each.span() for each in found if _is_temperature(sentence, each)), key=_longest_first)
            yield from ((start + first, start + last) for first, last in _apart(kept))
        start = stop


def _longest_first(span: tuple[int, int]) -> tuple[int, int]:
    return span[0], -span[1]


def _apart(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    end = -1
    for span in spans:
        if span[0] >= end:
            yield span
        end = max(end, span[1])


def _is_english(sentence: str) -> bool:
    said = set(_WORD.findall(sentence.lower()))
    return not said.isdisjoint(checked("steps", "heated")) and said.isdisjoint(checked("steps", "celsius_anyway"))


def _is_temperature(sentence: str, number: re.Match[str]) -> bool:
    """Tell whether a number is a temperature: it has the sign of degrees, or a word of heating leads to it."""
    values = [int(digits) for digits in number.groups()[:2] if digits]
    marked = number.re is _MARKED
    if not (_COOLEST if marked else _COOLEST_BARE) <= min(values) <= max(values) <= _HOTTEST:
        return False
    ahead = sentence[max(0, number.start() - _NEAR) : number.start()]
    before = set(_WORD.findall(ahead.lower()))
    behind = _WORD.findall(sentence[number.end() : number.end() + _NEAR].lower())
    if not (before | set(behind[:2])).isdisjoint(checked("steps", "turned")):
        return False
    if marked:
        return True
    if behind[:1] and behind[0] in ("oven", "fan", "internal", "convection"):
        return sentence[number.end() : number.end() + 1] == " "
    link = _LINK.search(_FILLERS.sub("", ahead))
    if link is None or (link[1] is not None and link[1].lower() not in checked("steps", "heat_links")):
        return False
    heated = not before.isdisjoint(checked("steps", "heated"))
    return heated and not (behind and _counts(sentence, number.end(), behind[0]))


def _counts(sentence: str, end: int, word: str) -> bool:
    """Tell whether the *word* behind a number is what it counts: "bake to 100 pieces"."""
    return sentence[end : end + 1] in (" ", "-") and sentence[end + 1 : end + 2].isalpha() and (
        word not in checked("steps", "behind_heat")
    )  # fmt: skip


def _with_scale(subject: Subject) -> frozenset[str]:
    """Return the numbers that the recipe gives somewhere with their scale."""
    return frozenset(found[1] for found in _SCALED.finditer(subject.outline.words))


RULE = Rule(BARE_TEMPERATURE, check)
