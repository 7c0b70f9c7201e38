r"""The words of a search → what they ask for.

::

    either  = every { "or" every }
    every   = { ["and"] one }                   at least one
    one     = "not" one | "-" one | "(" either ")" | term
    term    = /pattern/ | field ":" value | figure sign number | value
    value   = word | word* | "several words" | /pattern/
    field   = "title" | "tag" | "ingredient" | "step" | "note" | "source" | "id" | "path"
    figure  = "kcal" | "time" | "prep" | "cook" | "serves"
    sign    = "<" | "<=" | ">" | ">=" | "=" | "!=" | ":"
    number  = 700 | 1.5h | 45m | 1h30m | 1:30 | 400..600

A word stands for its singular and its plural, whatever its capitals and accents; ``word*`` for every word that begins
so. ``"and"`` in quotes is the word itself.
"""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from recipekit.errors import UsageError
from recipekit.library.entry import folded, folded_words
from recipekit.library.query import Either, Every, Figure, Not, Pattern, Query, Says, Words

_COLUMN_OF = {"title": 0, "tag": 1, "ingredient": 2, "step": 3, "note": 4, "source": 5}
_SAID = ("id", "path")
_FIGURES = {"kcal": "kcal", "time": "total", "prep": "prep", "cook": "cook", "serves": "serves"}
_TIMES = ("time", "prep", "cook")
_ALSO = {
    "tags": "tag", "ingredients": "ingredient", "steps": "step", "notes": "note", "author": "source", "total": "time",
    "calories": "kcal", "servings": "serves",
}  # fmt: skip
"""Other names of fields, which are taken too."""
_LONGEST = 2000
_DEEPEST = 40
_TOKEN = re.compile(
    r"""\s*(?:
        (?P<paren>[()])
      | (?P<minus>-)(?=[^\s-])
      | (?P<pattern>/(?:[^/\\]|\\.)*/)
      | (?P<quoted>"[^"]*"|“[^”]*”|„[^“”]*[“”])
      | (?P<field>[^\W\d_]+)(?P<compared>:|\s*(?:[<>]=?|!=|=|≤|≥)\s*)
      | (?P<word>[^\s()"]+)
    )""",
    re.VERBOSE,
)
_VALUE = re.compile(r'(?P<pattern>/(?:[^/\\]|\\.)*/)|(?P<quoted>"[^"]*"|“[^”]*”|„[^“”]*[“”])|(?P<word>[^\s()"]+)')
_HOURS, _MINUTES = r"\s*h(?:(?:ou)?rs?)?\b", r"\s*m(?:in(?:ute)?s?)?\b"
_SPACED = re.compile(
    rf"\d[\d.]*(?:{_HOURS}(?:\s*\d+{_MINUTES})?|{_MINUTES}|\s*kcal\b)(?!\s*[<>=!:≤≥]|\.\.)", re.IGNORECASE
)
_CLOCK = re.compile(
    rf"(?P<hours>\d+)\s*h(?:(?:ou)?rs?)?\s*(?P<rest>[0-5]?\d)(?:{_MINUTES})?|(?P<only>\d+(?:\.\d+)?){_HOURS}"
    rf"|(?P<minutes>\d+(?:\.\d+)?)(?:{_MINUTES})?|(?P<left>\d+):(?P<right>[0-5]\d)"
)
_PLAIN = re.compile(r"(\d+(?:\.\d+)?)\s*(?:kcal)?")
_MARKS = '"“”„'
_SIGNS = {":": "=", "≤": "<=", "≥": ">="}


class ExpressionError(UsageError):
    """A search cannot be read: where in it, what is wrong, and what helps."""

    def __init__(self, text: str, at: int, problem: str, hint: str) -> None:
        near = text[max(at - 20, 0) : at + 20]
        super().__init__(f'search "{near}": character {at + 1}: {problem}; {hint}')
        self.at = at


class _Token(NamedTuple):
    """A piece of a search: its kind, or for a comparison its field, with the sign, the value and where that stands."""

    kind: str
    text: str
    at: int
    sign: str = ""
    value_at: int = 0


def parse_query(text: str) -> Query:
    """Return what *text* asks for.

    >>> parse_query("tag:soup -kcal>700").parts[1]
    Not(part=Figure(field='kcal', sign='>', low=700.0, high=700.0))
    >>> parse_query('rice or "soy sauce"').parts[1]
    Words(words=('soy', 'sauce'), begun=False, column=None)

    Raises:
        ExpressionError: it cannot be read; the sentence says where.
    """
    if len(text) > _LONGEST:
        raise ExpressionError(text, _LONGEST, "a search is no longer than 2,000 characters", "ask for less at once")
    reader = _Reader(text)
    found = reader.either(0)
    if reader.token is not None:
        raise ExpressionError(text, reader.token.at, "nothing opens this )", "leave it out, or quote it")
    return found


class _Reader:
    """Reads the tokens of a search one by one; *token* is the next one, None at the end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.end = 0
        self.token: _Token | None = None
        self.advance()

    def advance(self) -> None:
        """Go on to the next token."""
        if not self.text[self.end :].strip():
            self.token = None
            return
        found = _TOKEN.match(self.text, self.end)
        if found is None:
            at = self.end + len(self.text[self.end :]) - len(self.text[self.end :].lstrip())
            raise ExpressionError(self.text, at, "this quotation mark closes nothing", 'write "several words"')
        kind = found.lastgroup or ""
        if kind != "compared":
            self.token = _Token(kind, found[kind], found.start(kind))
            self.end = found.end()
            return
        self._compared(found)

    def _compared(self, found: re.Match[str]) -> None:
        figure = _named(found["field"]) in _FIGURES
        value = (_SPACED.match(self.text, found.end()) if figure else None) or _VALUE.match(self.text, found.end())
        if value is None:
            said = f"{found['field']}{found['compared'].strip()}"
            raise ExpressionError(self.text, found.end(), f'behind "{said}" something is missing', f"write {said}…")
        sign = found["compared"].strip()
        self.token = _Token(found["field"], value[0], found.start("field"), _SIGNS.get(sign, sign), found.end())
        self.end = value.end()

    def either(self, depth: int) -> Query:
        """Read what stands between ``or`` and ``or``."""
        parts = [self.every(depth)]
        while self._is("or"):
            self.advance()
            parts.append(self.every(depth))
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def every(self, depth: int) -> Query:
        """Read what has to be so together."""
        parts = [self.one(depth)]
        while self.token is not None and self.token.text != ")" and not self._is("or"):
            if self._is("and") or self._is("&"):
                self.advance()
            parts.append(self.one(depth))
        return parts[0] if len(parts) == 1 else Every(tuple(parts))

    def one(self, depth: int) -> Query:
        """Read one term, or what is in brackets, or what is not to be so."""
        token = self.token
        if token is None:
            at = len(self.text.rstrip())
            raise ExpressionError(self.text, at, "something to look for is missing", "write a word, or tag:soup")
        if depth > _DEEPEST:
            raise ExpressionError(self.text, token.at, f"this is {_DEEPEST} brackets deep", "ask in simpler words")
        self.advance()
        if token.kind == "minus" or (token.kind == "word" and token.text.lower() == "not"):
            return Not(self.one(depth + 1))
        if token.text == "(" and token.kind == "paren":
            return self._bracketed(token, depth)
        if token.kind == "paren" or (token.kind == "word" and token.text.lower() in ("and", "or")):
            hint = f'write a word before it, or quote it: "{token.text}"' if token.kind == "word" else "write a word"
            raise ExpressionError(self.text, token.at, f'nothing stands before "{token.text}"', hint)
        return self._term(token)

    def _bracketed(self, opened: _Token, depth: int) -> Query:
        inner = self.either(depth + 1)
        if self.token is None:
            raise ExpressionError(self.text, opened.at, "nothing closes this (", "write a ) behind it, or quote it")
        self.advance()
        return inner

    def _is(self, word: str) -> bool:
        return self.token is not None and self.token.kind == "word" and self.token.text.lower() == word

    def _term(self, token: _Token) -> Query:
        if not token.sign:
            return self._value(token.text, token.at, None)
        field = _named(token.kind)
        if field in _FIGURES:
            return self._figure(token, field)
        if field not in _COLUMN_OF and field not in _SAID:
            raise ExpressionError(self.text, token.at, f'there is no field "{token.kind}"', self._nearest(field))
        if token.sign != "=":
            hint = f"{field} holds words: write {field}:{token.text}"
            raise ExpressionError(self.text, token.at, f"{field} cannot be compared so", hint)
        if field in _SAID:
            return Says(field, self._said(field, token))
        return self._value(token.text, token.value_at, _COLUMN_OF[field])

    def _said(self, field: str, token: _Token) -> re.Pattern[str]:
        text = token.text.strip(_MARKS)
        if _is_pattern(text):
            return self._pattern(text, token.value_at)
        plain = re.escape(folded(text.removesuffix("*")))
        return re.compile(rf"\A{plain}\Z" if field == "id" and not text.endswith("*") else plain)

    def _value(self, text: str, at: int, column: int | None) -> Query:
        if _is_pattern(text):
            return Pattern(self._pattern(text, at), column)
        self._refuse_odd(text, at)
        plain = text.strip(_MARKS)
        words = tuple(folded_words(plain).split())
        if not words:
            raise ExpressionError(self.text, at, f'"{text}" has no word in it', "write a word to look for")
        return Words(words, plain.endswith("*"), column)

    def _refuse_odd(self, text: str, at: int) -> None:
        """Refuse a word that is none, before it finds nothing without a word."""
        if text[0] == "/" and text[-1] != "/":
            raise ExpressionError(self.text, at, "nothing closes this /", "write /pattern/, or quote it")
        if "*" in text.strip(_MARKS)[:-1]:
            raise ExpressionError(self.text, at, "a * stands behind a word, for all that begin so", "write a /pattern/")
        if text[0] == "!" and folded_words(text):
            raise ExpressionError(self.text, at, "nothing is compared here", f"write -{text[1:] or 'word'}")
        if text[0] not in _MARKS and re.search(r"[<>]", text):
            hint = "write the field first, kcal<700 or kcal:400..600"
            raise ExpressionError(self.text, at, f'"{text[:40]}" compares no field', hint)

    def _pattern(self, text: str, at: int) -> re.Pattern[str]:
        try:
            return re.compile(text[1:-1].replace("\\/", "/"), re.IGNORECASE)
        except (re.error, OverflowError, RecursionError) as error:
            problem = f"the pattern cannot be read: {error}"
            raise ExpressionError(self.text, at, problem, "mend it, or quote it") from error

    def _figure(self, token: _Token, field: str) -> Figure:
        low, _, high = token.text.strip('"').lower().partition("..")
        ends = [_number(one.replace(",", ""), field) for one in (low, high or low)]
        if None in ends or (high and token.sign not in ("=", "!=")):
            like = "45m, 1h30m or 1:30" if field in _TIMES else "700 or 400..600"
            raise ExpressionError(self.text, token.value_at, f'"{token.text}" is no number', f"write it like {like}")
        least, most = ends[0] or 0.0, ends[1] or 0.0
        if least > most:
            hint = "write the smaller number first"
            raise ExpressionError(self.text, token.value_at, f'"{token.text}" goes down', hint)
        if field == "kcal" and not high and token.sign in ("=", "!=") and least == int(least):
            least, most = least - 0.5, math.nextafter(most + 0.5, 0)  # as it is rounded where it is shown
        return Figure(_FIGURES[field], token.sign, least, most)

    def _nearest(self, field: str) -> str:
        from difflib import get_close_matches  # noqa: PLC0415 - only a wrong field needs it

        known = (*_COLUMN_OF, *_SAID, *_FIGURES)
        near = get_close_matches(field[:40], known, 1, 0.6)
        return f"did you mean {near[0]}?" if near else f"quote it, or write one of {', '.join(known)}"


def _named(field: str) -> str:
    """Return the name of a field by which it is known here."""
    return _ALSO.get(field.lower(), field.lower())


def _is_pattern(text: str) -> bool:
    return len(text) > 1 and text[0] == text[-1] == "/"


def _number(text: str, field: str) -> float | None:
    """Return a number, minutes for a time; None for what is none."""
    if field not in _TIMES:
        plain = _PLAIN.fullmatch(text)
        return float(plain[1]) if plain else None
    clock = _CLOCK.fullmatch(text.strip())
    if clock is None:
        return None
    hours = clock["hours"] or clock["only"] or clock["left"] or 0
    return 60 * float(hours) + float(clock["rest"] or clock["minutes"] or clock["right"] or 0)
