"""Recipe text is untrusted: it never reaches a terminal as control codes, and fits the output's encoding."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

_CONTROL = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb]"
)
_ASCII = {
    "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "’": "'", "‘": "'", "“": '"', "”": '"', "″": '"', "…": "...",
    "×": "x", "·": "-", "•": "*", "≈": "~", "°": " deg ", "█": "#", "▏": "", "▎": "", "▍": "", "▌": "#", "▋": "#",
    "▊": "#", "▉": "#", "─": "-", "━": "-", "│": "|", "→": "->", "€": "EUR", "£": "GBP", "ß": "ss", "æ": "ae", "ø": "o",
    "œ": "oe", "⁄": "/", "\u00a0": " ", "\u2009": " ", "\u202f": " ",
}  # fmt: skip


_encodings = ["utf-8"]
"""The last one is the encoding of the output: what it lacks is replaced before columns are measured."""


@contextmanager
def writing_in(encoding: str) -> Iterator[None]:
    """Let `visible` give only what *encoding* can write, meanwhile."""
    _encodings.append(encoding)
    try:
        yield
    finally:
        _encodings.pop()


def visible(text: str) -> str:
    r"""Return *text* with its control characters shown instead of sent; line ends and tabs stay.

    >>> visible("soup\x1b[2J")
    'soup\\x1b[2J'
    >>> with writing_in("ascii"):
    ...     visible("½ cup")
    '1/2 cup'
    """
    shown = text if text.isprintable() else re.sub(_CONTROL, _shown, text)
    return shown if shown.isascii() else fitting(shown, _encodings[-1])


def one_line(text: str) -> str:
    r"""Return *text* on one line, with its control characters shown.

    >>> one_line("soup\tof\nthe day\x07")
    'soup of\\nthe day\\x07'
    """
    return visible(text).replace("\n", "\\n").replace("\t", " ")


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def fitting(text: str, encoding: str) -> str:
    """Return *text* so that *encoding* can write it: ``½`` becomes ``1/2``, ``é`` becomes ``e``.

    >>> fitting("1½ cups crème", "ascii")
    '1 1/2 cups creme'
    """
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        plain = re.sub("(\\d?)([¼-¾⅐-⅞])", _spelled, text)
        return "".join(_replaced(character, encoding) for character in plain)
    return text


def _spelled(match: re.Match[str]) -> str:
    numerator, _, denominator = unicodedata.normalize("NFKD", match[2]).partition("⁄")
    return f"{match[1]}{' ' if match[1] else ''}{numerator}/{denominator}"


def _replaced(character: str, encoding: str) -> str:
    plain = unicodedata.normalize("NFKD", character)
    bare = "".join(part for part in plain if not unicodedata.combining(part))
    for candidate in (character, _ASCII.get(character), bare or None):
        if candidate is not None:
            try:
                candidate.encode(encoding)
            except UnicodeEncodeError:
                continue
            return candidate
    return "?"
