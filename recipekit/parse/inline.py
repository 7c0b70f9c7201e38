"""Inline Markdown → the words a reader sees, each with its place, and the links among them."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from itertools import accumulate
from typing import Any, NamedTuple

from recipekit.model import Image, Wording
from recipekit.parse.markdown import Line, inline_tokens
from recipekit.parse.sayings import saying

_SHORT = 2000  # code points that the short ways below look at
MAX_INLINE = 20_000  # code points; a longer stretch of marked-up text is taken as it is written

_MARK = re.compile(r"[*_`\[<\\]")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{2,31});")
_CHUNK = re.compile(r"\s+|\S+")
_WHOLE_LINK = re.compile(r"\[([^\[\]*_`<>\\&!]+)\]\(([^\s()<>]+)\)")
_BOLD_CELL = re.compile(r"\*\*([^*_`\[\]<>\\&!]+)\*\*")
_BOLD_RUN = re.compile(r"(?:(?<=[\s(])|^)\*\*([^\s*](?:[^*]*[^\s*])?)\*\*(?=[\s.,;:!?)]|$)")


class Link(NamedTuple):
    """A link of a text: which words carry it, and its URL as written in the source."""

    start: int
    end: int
    url: str


class Inline(NamedTuple):
    """The words of a leaf, its links, and its images; *placed* is False where the walk lost its way."""

    wording: Wording
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    placed: bool = True


def is_marked(text: str) -> bool:
    """Tell whether *text* may hold markup, so that only mistune knows what a reader sees of it."""
    return _MARK.search(text) is not None or ("&" in text and ENTITY.search(text) is not None)


def read_inline(lines: list[Line], references: dict[str, Any]) -> Inline:
    """Return what a reader sees of *lines*; *references* are the recipe's reference definitions, URLs as written."""
    lines = lines or [Line("", None, 1)]  # a heading of blanks that only Python takes for some
    first, text = lines[0], lines[0].text
    if len(lines) == 1 and first.offset is not None and len(text) <= _SHORT:
        if not is_marked(text):
            if text.isprintable() and "  " not in text:
                return Inline(Wording(text, first.number, ((0, first.offset),)))
        elif whole := _WHOLE_LINK.fullmatch(text):
            words, url = whole.groups()
            if words.isprintable() and "  " not in words and words == words.strip():
                return Inline(Wording(words, first.number, ((0, first.offset + 1),)), (Link(0, len(words), url),))
        elif (bold := _BOLD_CELL.fullmatch(text)) and bold[1].isprintable() and "  " not in bold[1]:
            return Inline(Wording(bold[1].strip(), first.number, ((0, first.offset + text.index(bold[1].strip())),)))
        elif "**" in text and (inline := _bold_runs(text, first.offset, first.number)):
            return inline
    return _Inline(lines, references).read()


def _bold_runs(text: str, offset: int, number: int) -> Inline | None:
    """Return what a reader sees of a line whose only markup is words in bold; None where there is more to it."""
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    length = done = 0
    for bold in _BOLD_RUN.finditer(text):
        for start, end in ((done, bold.start()), bold.span(1)):
            if end > start:
                places.append((length, offset + start))
                pieces.append(text[start:end])
                length += end - start
        done = bold.end()
    if done < len(text):
        places.append((length, offset + done))
        pieces.append(text[done:])
    words = "".join(pieces)
    if is_marked(words) or not words.isprintable() or "  " in words:
        return None
    return Inline(Wording(words, number, tuple(places)))


class _Inline:
    """Walks mistune's inline tokens along the source text they came from."""

    def __init__(self, lines: list[Line], references: dict[str, Any]) -> None:
        self.lines = lines
        self.references = references
        self.text = "\n".join(line.text for line in lines)
        self.starts = [0, *accumulate(len(line.text) + 1 for line in lines[:-1])]
        self.cursor = 0
        self.pieces: list[tuple[str, int | None]] = []
        self.links: list[tuple[int, int, str]] = []
        self.images: list[Image] = []
        self.sayings: list[tuple[int, str]] = []
        self.placed = all(line.offset is not None for line in lines)

    def read(self) -> Inline:
        """Return what a reader sees of the lines."""
        if len(self.text) > MAX_INLINE or not is_marked(self.text):
            self.pieces.append((self.text, 0))
        else:
            self.tokens(inline_tokens(self.text, self.references))
        return self.collapsed()

    def tokens(self, tokens: list[dict[str, Any]]) -> None:
        """Walk along the tokens of one level."""
        for token in tokens:
            kind = token["type"]
            if kind == "text":
                self.words(token["raw"])
            elif kind in ("softbreak", "linebreak"):
                self.line_break()
            elif kind in ("strong", "emphasis"):
                self.marked(token["children"], 2 if kind == "strong" else 1)
            elif kind == "codespan":
                self.code(token["raw"])
            elif kind in ("link", "image"):
                self.link(token, image=kind == "image")
            else:
                self.inline_html(token.get("raw", ""))

    def add(self, text: str, at: int) -> None:
        """Gather words that stand at the place *at*."""
        self.pieces.append((text, at if self.placed else None))

    def words(self, raw: str) -> None:
        """Place a run of words; backslash escapes stand in the source only."""
        text, cursor = self.text, self.cursor
        if text.startswith(raw, cursor):
            self.entities(raw, cursor)
            self.cursor = cursor + len(raw)
            return
        start = 0
        begin = cursor
        for index, character in enumerate(raw):
            if text[cursor : cursor + 1] == "\\" and text[cursor + 1 : cursor + 2] == character:
                self.entities(raw[start:index], begin)
                start, begin = index, cursor + 1
                cursor += 1
            if text[cursor : cursor + 1] != character:
                self.placed = False
            cursor += 1
        self.entities(raw[start:], begin)
        self.cursor = cursor

    def entities(self, raw: str, at: int) -> None:
        """Gather words, ``&amp;`` and its like as the character that they stand for."""
        done = 0
        if "&" in raw:
            for entity in ENTITY.finditer(raw):
                self.add(raw[done : entity.start()], at + done)
                self.add(html.unescape(entity[0]), at + entity.start())
                done = entity.end()
        if done < len(raw):
            self.add(raw[done:], at + done)

    def line_break(self) -> None:
        """Step over a line end, which is one blank to a reader."""
        start = self.cursor
        text = self.text
        if text[self.cursor : self.cursor + 1] == "\\":
            self.cursor += 1
        while self.cursor < len(text) and text[self.cursor] in " \t\n":
            self.cursor += 1
        self.add(" ", start)

    def marked(self, children: list[dict[str, Any]], width: int) -> None:
        """Walk through bold or italic words, *width* characters of markup at either side."""
        self.skip("*_", width)
        self.tokens(children)
        self.skip("*_", width)

    def skip(self, characters: str, width: int) -> None:
        """Step over *width* characters of markup, which must stand right here."""
        piece = self.text[self.cursor : self.cursor + width]
        self.placed = self.placed and len(piece) == width and not piece.strip(characters)
        self.cursor += width

    def code(self, raw: str) -> None:
        """Gather the words of a code span."""
        text = self.text
        ticks = len(text[self.cursor :]) - len(text[self.cursor :].lstrip("`"))
        end = text.find("`" * ticks, self.cursor + ticks)
        at = text.replace("\n", " ").find(raw, self.cursor + ticks, max(end, 0) + ticks)
        if at < 0 or end < 0 or not ticks:
            self.placed = False
            at = end = self.cursor
        self.add(raw, at)
        self.cursor = end + ticks

    def link(self, token: dict[str, Any], *, image: bool) -> None:
        """Gather the words of a link or an image and keep where it leads."""
        pieces = len(self.pieces)
        auto = self.text[self.cursor : self.cursor + 1] == "<"
        self.skip("<![", 2 if image else 1)
        self.tokens(token["children"])
        url = token["attrs"]["url"]
        if auto:
            self.skip(">", 1)
            url = "".join(text for text, _ in self.pieces[pieces:])
        else:
            url = self.tail(token, url)
        if image:
            alt = " ".join("".join(text for text, _ in self.pieces[pieces:]).split())
            self.images.append(Image(alt, url))
        else:
            self.links.append((pieces, len(self.pieces), url))

    def tail(self, token: dict[str, Any], url: str) -> str:
        """Step over ``](url "title")``, ``][label]`` or ``]`` and return the URL as written."""
        text = self.text
        self.skip("]", 1)
        opener = text[self.cursor : self.cursor + 1]
        if "ref" in token:
            if opener == "[":
                self.cursor = text.find("]", self.cursor) + 1
            return str(self.references[token["ref"]].get("written", url))
        end = _closing(text, self.cursor)
        if end < 0:
            self.placed = False
            return url
        inside = text[self.cursor + 1 : end].strip()
        self.cursor = end + 1
        return inside[1 : inside.find(">")] if inside.startswith("<") else inside.split()[0] if inside else ""

    def inline_html(self, raw: str) -> None:
        """Step over a tag, which a reader does not see; a line break is one blank."""
        if not self.text.startswith(raw, self.cursor):
            self.placed = False
        if raw[:3].lower() == "<br":
            self.add(" ", self.cursor)
        elif said := saying(raw):
            self.sayings.append((len(self.pieces), said))
        self.cursor += len(raw)

    def collapsed(self) -> Inline:
        """Join the pieces, white space collapsed, and keep the place of each run."""
        text: list[str] = []
        places: list[tuple[int, int]] = []
        starts: list[int] = []
        length = 0
        blank: int | None = None
        for piece, at in self.pieces:
            starts.append(length + (blank is not None and length > 0))
            for chunk in _CHUNK.finditer(piece):
                offset = self.offset_of(at + chunk.start()) if at is not None and self.placed else None
                if chunk[0].isspace():
                    blank = offset if blank is None else blank
                    blank = -1 if blank is None else blank
                    continue
                if blank is not None and length:
                    _place(places, length, blank)
                    text.append(" ")
                    length += 1
                blank = None
                _place(places, length, -1 if offset is None else offset)
                text.append(chunk[0])
                length += len(chunk[0])
        starts.append(length)
        kept = tuple(places) if self.placed and all(offset >= 0 for _, offset in places) else ()
        links = tuple(Link(starts[first], min(starts[last], length), url) for first, last, url in self.links)
        sayings = tuple((min(starts[piece], length), said) for piece, said in self.sayings)
        wording = Wording("".join(text), self.lines[0].number, kept, sayings)
        return Inline(wording, links, tuple(self.images), placed=bool(kept) or not text)

    def offset_of(self, position: int) -> int | None:
        """Return the place in the source of a place in the joined lines."""
        index = bisect_right(self.starts, position) - 1
        offset = self.lines[index].offset
        return None if offset is None else offset + position - self.starts[index]


def _place(places: list[tuple[int, int]], at: int, offset: int) -> None:
    if not places or places[-1][1] - places[-1][0] != offset - at:
        places.append((at, offset))


def _closing(text: str, start: int) -> int:
    """Return where the bracket opened at *start* closes, -1 if it does not."""
    depth = 0
    escaped = False
    for index in range(start, len(text)):
        character = text[index]
        if escaped:
            escaped = False
        elif character == "\\":
            escaped = True
        elif character == "(":
            depth += 1
        elif character == ")":
            depth -= 1
            if not depth:
                return index
    return -1
