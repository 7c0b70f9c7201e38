"""The figures of the calories table and the lines below it: what they become, each in the style of what was written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import floor
from typing import NamedTuple

from recipekit.amounts import COMMA_LANGUAGES, spell_number, style_of
from recipekit.grammar import plural, singular
from recipekit.model import CalorieRow, CalorieTable, Statement, Wording
from recipekit.ops.stated import stated_figures
from recipekit.parse.figures import POINTED, Figure, figures_in_cell, in_unit
from recipekit.parse.found import WORD, Found
from recipekit.source import Edit, Span
from recipekit.words import words

_ENDS = re.compile(r"(.*?\d)(\s*[-‐‑‒–—−]\s*|\s\w+\s)(\S+)")
_SEPARATED = re.compile(r"\d([.,'’ \u00a0\u202f])\d{3}(?!\d)")
_COMMA = re.compile(r"(?<![\d,])\d+,\d{1,2}(?!\d)")
_PARTED_BY_COMMA = re.compile(r"\d,\d{3}(?!\d)")
_POINTING = "de"  # any language that parts the thousands by a point
_LONG = re.compile(r"\d{4}")


class Change(NamedTuple):
    """New words in a text of the file: *edits* on *wording*, which leave *text*.

    *exact* is what would stand there unrounded, in kcal, and *written* what does; both None where nothing is rounded.
    *summed* tells that it is a total, which is the sum of the rows as they are written.
    """

    wording: Wording
    edits: tuple[Edit, ...]
    exact: Fraction | None = None
    written: Fraction | None = None
    summed: bool = False


class Writer:
    """Spells figures as the author of one table does."""

    def __init__(self, table: CalorieTable, lang: str = "") -> None:
        texts = [row.cell.text for row in table.rows if row.cell is not None]
        texts += [statement.figure.text for statement in table.stated.statements]
        if not lang and any(map(POINTED.search, texts)) and not any(map(_PARTED_BY_COMMA.search, texts)):
            lang = _POINTING
        self.lang = lang
        self.unit = table.unit
        self.comma = lang[:2].lower() in COMMA_LANGUAGES or (not lang and any(map(_COMMA.search, texts)))
        self.thousands = _thousands(texts, lang) if lang or not self.comma else ""

    def spelled(self, value: Fraction, like: str) -> str:
        """Return *value* with as many decimals as the number *like* has, rounded half up, and its thousands parted.

        >>> from recipekit.model import Stated
        >>> Writer(CalorieTable((), Stated())).spelled(Fraction(11405, 2), "603")
        '5,703'
        """
        places = self.decimals(like)
        value = self.round(value, like)
        style = style_of(like, self.lang)
        thousands = style.thousands or ("" if _LONG.search(like) else self.thousands)
        whole = spell_number(Fraction(floor(value)), style._replace(thousands=thousands))
        if not places:
            return whole
        return f"{whole}{',' if self.comma else '.'}{floor(value % 1 * 10**places):0{places}d}"

    def decimals(self, like: str) -> int:
        """Return how many decimals the number *like* has."""
        _, found, digits = like.rpartition("," if self.comma else ".")
        return len(digits) if found and digits.isdigit() else 0

    def round(self, value: Fraction, like: str) -> Fraction:
        """Return *value* rounded half up to as many decimals as *like* has."""
        step = 10 ** self.decimals(like)
        return Fraction(floor(value * step + Fraction(1, 2)), step)

    def figure(self, wording: Wording, figure: Figure, ends: tuple[Fraction, Fraction]) -> tuple[Edit, ...]:
        """Return the edit that puts *ends*, in the figure's own unit, in the place of *figure*."""
        first, dash, second = _ends(wording, figure)
        text = self.spelled(ends[0], first)
        if dash and ends[0] != ends[1]:
            text += dash + self.spelled(ends[1], second)
        return _edit(wording, figure.start, figure.end, text)

    def rounded(self, wording: Wording, figure: Figure, ends: tuple[Fraction, Fraction]) -> Fraction:
        """Return in kcal what `figure` writes for *ends*."""
        first, _, second = _ends(wording, figure)
        return figure._replace(low=self.round(ends[0], first), high=self.round(ends[1], second)).kcal


def scaled_rows(rows: Iterable[CalorieRow], factor: Fraction, writer: Writer) -> Iterator[Change]:
    """Yield what becomes of every row that gives a number when the recipe is scaled by *factor*, in whole kcal."""
    for row in rows:
        figures = figures_in_cell(row.cell.text, writer.lang, writer.unit) if row.cell is not None else ()
        if row.cell is None or row.kcal is None or not figures:
            continue
        edits: tuple[Edit, ...] = ()
        for figure in figures:
            edits += writer.figure(row.cell, figure, (figure.low * factor, figure.high * factor))
        first = figures[0]
        written = writer.rounded(row.cell, first, (first.low * factor, first.high * factor))
        yield Change(row.cell, edits, first.kcal * factor, written)


def rescaled(statement: Statement, factor: Fraction, writer: Writer) -> Change:
    """Return what becomes of a range, "Total: 560–900 kcal", when both of its ends are scaled by *factor*."""
    edits: tuple[Edit, ...] = ()
    for figure in stated_figures(statement, writer.lang):
        edits += writer.figure(statement.figure, figure, (figure.low * factor, figure.high * factor))
    return Change(statement.figure, edits)


def restated(statement: Statement, kcal: Fraction, writer: Writer) -> Change:
    """Return what becomes of the figure of *statement* when it is to say *kcal*, in every unit that it says it in."""
    figures = stated_figures(statement, writer.lang)
    edits: tuple[Edit, ...] = ()
    written = None
    for figure in figures:
        value = in_unit(kcal, figure.unit)
        edits += writer.figure(statement.figure, figure, (value, value))
        written = writer.rounded(statement.figure, figure, (value, value)) if written is None else written
    return Change(statement.figure, edits, kcal if figures else None, written)


def relabelled(statement: Statement, number: Found, ends: tuple[Fraction, Fraction], writer: Writer) -> Change:
    """Return the label of *statement* with *ends* servings in the place of the *number* that it names."""
    label = statement.label
    written = label.text[number.start : number.number_end]
    found = _ENDS.fullmatch(written) if number.low != number.high else None
    style = style_of(written, writer.lang)
    said = [spell_number(end, style) for end in ends]
    text = found[2].join(said) if found and ends[0] != ends[1] else said[0]
    edits = _edit(label, number.start, number.number_end, text)
    noun = WORD.match(label.text, number.number_end + 1)
    if noun and noun[0].lower() in words("people"):
        agreeing = plural(noun[0]) if ends[1] > 1 else singular(noun[0])
        edits += _edit(label, *noun.span(), agreeing) if number.high > 1 or ends[1] > 1 else ()
    return Change(label, edits)


def _ends(wording: Wording, figure: Figure) -> tuple[str, str, str]:
    """Return both numbers of a range as they are written and what stands between; of one number it twice, and ""."""
    written = wording.text[figure.start : figure.end]
    found = _ENDS.fullmatch(written) if figure.low != figure.high else None
    return (found[1], found[2], found[3]) if found else (written, "", written)


def _edit(wording: Wording, start: int, end: int, text: str) -> tuple[Edit, ...]:
    return () if wording.text[start:end] == text else (Edit(Span(start, end), text),)


def _thousands(texts: list[str], lang: str) -> str:
    """Return what parts the thousands in the figures of a table; where none is that large, what *lang* writes."""
    comma = lang[:2].lower() in COMMA_LANGUAGES
    for text in texts:
        found = _SEPARATED.search(text)
        if found and found[1] != ("," if comma else "."):
            return found[1]
    if any(_LONG.search(text) for text in texts):
        return ""
    return "." if comma else ","
