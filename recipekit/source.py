"""A recipe's text exactly as it was read, places in it, and edits to it.

All places are counted in the text with line ends as LF and without the byte order mark; `Source.edited` puts both
back, so that an edit changes what it names and nothing else.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

BOM = "\ufeff"


class Span(NamedTuple):
    """A half-open piece of text, counted in code points."""

    start: int
    end: int


class Edit(NamedTuple):
    """Put *text* where *span* is."""

    span: Span
    text: str


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return *text* with every edit made; spans are places in the original text.

    >>> apply_edits("3 Cloves", [Edit(Span(0, 1), "1"), Edit(Span(2, 8), "Clove")])
    '1 Clove'

    Raises:
        ValueError: two edits overlap, or one lies outside the text.
    """
    pieces = []
    done = 0
    for (start, end), replacement in sorted(edits):
        if not done <= start <= end <= len(text):
            msg = f"edit {start}:{end} overlaps another or lies outside the text"
            raise ValueError(msg)
        pieces += [text[done:start], replacement]
        done = end
    pieces.append(text[done:])
    return "".join(pieces)


class _Piece(NamedTuple):
    """A stretch of an edited text: where it stood before, and its new words; None where it is as it was."""

    start: int
    end: int
    text: str | None

    def __len__(self) -> int:
        return self.end - self.start if self.text is None else len(self.text)

    def cut(self, at: int) -> tuple[_Piece, _Piece]:
        """Return what stands before and behind the place *at* of this piece."""
        if self.text is None:
            return _Piece(self.start, self.start + at, None), _Piece(self.start + at, self.end, None)
        return _Piece(self.start, self.start, self.text[:at]), _Piece(self.start, self.end, self.text[at:])


def composed(first: Iterable[Edit], second: Iterable[Edit]) -> tuple[Edit, ...]:
    """Return the edits that do at once what *first* does to a text and *second* to the text that *first* leaves.

    >>> composed([Edit(Span(0, 1), "12")], [Edit(Span(0, 2), "¼"), Edit(Span(3, 6), "cup")])
    (Edit(span=Span(start=0, end=1), text='¼'), Edit(span=Span(start=2, end=5), text='cup'))
    """
    rest = deque(_pieces(first))
    made: list[_Piece] = []
    at = 0
    for (start, end), text in sorted(second):
        made += _taken(rest, start - at)
        gone = _taken(rest, end - start)
        made.append(_Piece(gone[0].start, gone[-1].end, text) if gone else _Piece(rest[0].start, rest[0].start, text))
        at = end
    return tuple(Edit(Span(*piece[:2]), piece.text) for piece in (*made, *rest) if piece.text is not None)


def _pieces(edits: Iterable[Edit]) -> Iterator[_Piece]:
    done = 0
    for (start, end), text in sorted(edits):
        yield _Piece(done, start, None)
        yield _Piece(start, end, text)
        done = end
    yield _Piece(done, 1 << 60, None)


def _taken(rest: deque[_Piece], length: int) -> list[_Piece]:
    """Take so many characters of the edited text from the front of *rest*."""
    taken = []
    while length > 0:
        piece = rest.popleft()
        if len(piece) > length:
            piece, behind = piece.cut(length)
            rest.appendleft(behind)
        taken.append(piece)
        length -= len(piece)
    return taken


class Source:
    """The text of one recipe: *raw* as decoded, *text* with LF line ends, and where it came from."""

    def __init__(self, raw: str, path: str | None = None) -> None:
        self.raw = raw
        self.path = path

    @cached_property
    def text(self) -> str:
        """The text that everything else counts in: no byte order mark, every line end an LF."""
        text = self.raw.removeprefix(BOM)
        return re.sub("\r\n?", "\n", text) if "\r" in text else text

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        find = self.text.find
        while (end := find("\n", starts[-1])) >= 0:
            starts.append(end + 1)
        return starts

    @cached_property
    def _crlf(self) -> list[int]:
        """Places in `text` of the line ends that were two characters in `raw`."""
        text = self.raw.removeprefix(BOM)
        return [found.start() - before for before, found in enumerate(re.finditer("\r\n", text))]

    def line_at(self, offset: int) -> int:
        """Return the 1-based line on which *offset* lies."""
        return bisect_right(self._line_starts, offset)

    def column_at(self, offset: int) -> int:
        """Return the 1-based column of *offset*, in code points."""
        return offset - self._line_starts[self.line_at(offset) - 1] + 1

    def start_of_line(self, line: int) -> int:
        """Return the offset at which the 1-based *line* begins."""
        return self._line_starts[line - 1]

    def line_text(self, line: int) -> str:
        """Return the text of the 1-based *line* without its end."""
        start = self._line_starts[line - 1]
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]

    def raw_offset(self, offset: int) -> int:
        r"""Return the place in `raw` of a place in `text`.

        >>> Source("a\r\nb").raw_offset(2)
        3
        """
        return offset + bisect_left(self._crlf, offset) + self.raw.startswith(BOM)

    def edited(self, edits: Iterable[Edit]) -> str:
        r"""Return `raw` with the edits made; their spans count in `text`.

        >>> Source("\ufeffServes: 6\r\n").edited([Edit(Span(8, 9), "2")])
        '\ufeffServes: 2\r\n'
        """
        return apply_edits(
            self.raw,
            [Edit(Span(self.raw_offset(span.start), self.raw_offset(span.end)), text) for span, text in edits],
        )
