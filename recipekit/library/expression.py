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

import re
from typing import NamedTuple

from recipekit.errors import UsageError
from recipekit.library.entry import folded, folded_words
from recipekit.library.query import Either, Every, Figure, Not, Pattern, Query, Says, Words

_COLUMN_OF = {"title": 0, "tag": 1, "ingredient": 2, "step": 3, "note": 4, "source": 5}
_SAID = {"id": True, "path": False}
_FIGURES = {"kcal": "kcal", "time": "total", "prep": "prep", "cook": "cook", "serves": "serves"}
_LONGEST = 2000
_DEEPEST = 40
_TOKEN = re.compile(
    r"""\s*(?:
        (?P<paren>[()])
      | (?P<minus>-)(?=[^\s-])
      | (?P<pattern>/(?:[^/\\]|\\.)*/)
      | (?P<quoted>"[^"]*"|“[^”]*”|„[^“”]*[“”])
      | (?P<field>[^\W\d_]+)(?P<compared>:(?=\S)|\s*(?:[<>]=?|!=|=|≤|≥)\s*)
      | (?P<word>[^\s()"]+)
    )""",
    re.VERBOSE,
)
_VALUE = re.compile(r'(?P<pattern>/(?:[^/\\]|\\.)*/)|(?P<quoted>"[^"]*"|“[^”]*”|„[^“”]*[“”])|(?P<word>[^\s()"]+)')
_CLOCK = re.compile(r"(?:(\d+(?:\.\d+)?)\s*h)?\s*(?:(\d+(?:\.\d+)?)\s*(?:m(?:in)?)?)?|(\d+):(\d\d)")
_PLAIN = re.compile(r"(\d+(?:\.\d+)?)(?:kcal)?")
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
        value = _VALUE.match(self.text, found.end())
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
            if self._is("and"):
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
            hint = 'write a word before it, or quote it: "or"' if token.kind == "word" else "write what to look for"
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
        field = token.kind.lower()
        if field in _FIGURES:
            return self._figure(token, field)
        if field not in _COLUMN_OF and field not in _SAID:
            raise ExpressionError(self.text, token.at, f'there is no field "{token.kind}"', self._nearest(field))
        if token.sign != "=":
            hint = f"{field} holds words: write {field}:{token.text}"
            raise ExpressionError(self.text, token.at, f"{field} cannot be compared so", hint)
        if field in _SAID:
            return Says(field, folded(token.text.strip('"“”„')), _SAID[field])
        return self._value(token.text, token.value_at, _COLUMN_OF[field])

    def _value(self, text: str, at: int, column: int | None) -> Query:
        if len(text) > 1 and text[0] == text[-1] == "/":
            try:
                return Pattern(re.compile(text[1:-1].replace("\\/", "/"), re.IGNORECASE), column)
            except (re.error, OverflowError, RecursionError) as error:
                problem = f"the pattern cannot be read: {error}"
                raise ExpressionError(self.text, at, problem, "mend it, or quote it") from error
        words = tuple(folded_words(text).split())
        if not words:
            raise ExpressionError(self.text, at, f'"{text}" has no word in it', "write a word to look for")
        return Words(words, text.endswith("*"), column)

    def _figure(self, token: _Token, field: str) -> Figure:
        low, _, high = token.text.strip('"').lower().partition("..")
        ends = [_number(one.replace(",", ""), field) for one in (low, high or low)]
        if None in ends or (high and token.sign not in ("=", "!=")):
            like = "45m, 1h30m or 1:30" if field in ("time", "prep", "cook") else "700 or 400..600"
            raise ExpressionError(self.text, token.value_at, f'"{token.text}" is no number', f"write it like {like}")
        return Figure(_FIGURES[field], token.sign, ends[0] or 0.0, ends[1] or 0.0)

    def _nearest(self, field: str) -> str:
        from difflib import get_close_matches  # noqa: PLC0415 - only a wrong field needs it

        known = (*_COLUMN_OF, *_SAID, *_FIGURES)
        near = get_close_matches(field[:40], known, 1, 0.6)
        return f"did you mean {near[0]}?" if near else f"quote it, or write one of {', '.join(known)}"


def _number(text: str, field: str) -> float | None:
    """Return a number, minutes for a time; None for what is none."""
    if field not in ("time", "prep", "cook"):
        plain = _PLAIN.fullmatch(text)
        return float(plain[1]) if plain else None
    clock = _CLOCK.fullmatch(text) if text else None
    if clock is None:
        return None
    hours, minutes = (clock[3], clock[4]) if clock[3] else (clock[1], clock[2])
    return 60 * float(hours or 0) + float(minutes or 0)
