"""Markdown → blocks with places: mistune finds the structure, a walk through the source finds where it stands.

mistune gives no positions, but it gives every leaf's raw lines in document order, and a raw line is always the end of
a source line behind nothing but block prefixes (indentation, ``>``, list markers, ``#``). So each raw line is looked
for downwards from the last one, and counts only where it stands exactly so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import mistune

from recipekit.errors import UnreadableRecipeError
from recipekit.source import Source

MAX_DEPTH = 32

_PREFIX = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)]|#{1,6})(?:[ \t>]+|$))*")
_USUAL = frozenset(("", "- ", "  - ", "   - ", "## ", "### ", "> - ", "1. "))
_SUSPICIOUS = re.compile(r"^(?:[ \t]|>[ \t]?|[-*+][ \t]|\d{1,9}[.)][ \t]){32,}", re.MULTILINE)
_NESTING_MARK = re.compile(r"[ \t]*(>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))")


_PLAIN_WORDS = r"(?!\d{1,9}[.)](?:[ \t\n]))(?:\*\*(?=[^\s*])|~(?=[^~\n])|[^\s#>`~<\[*+_=|-])[^\n]*\n"
_PLAIN_LIST = re.compile(
    rf"(?:(?:[ ]*(?:[-*]|[0-9]{{1,9}}\.)[ ]|[ ]{{2,}}){_PLAIN_WORDS})+"
    r"(?=\n*\Z|\n*\#{1,6}[ ]|\n+(?:[^\s*+\d>-]|\*\*[^\s*]))"
)
_PLAIN_QUOTE = re.compile(r"(?:>[ ][^\s`~>][^\n\t]*\n)+(?=\n|\Z)")
_MARK = re.compile(r"([-*]|[0-9]{1,9}\.) ")
_PLAIN_DEPTH = 8


class _BlockParser(mistune.BlockParser):
    """mistune's block parser with three short ways; what is not plain by every rule goes the long way.

    A list without blank lines gives its tokens at once: mistune parses each item as a document of its own, which is
    most of the time that a recipe takes. A quote each line of which has its mark needs no look for lines without it.
    Lines that begin with ``|``, ``**word`` or ``![`` can only be a paragraph's. A test compares the tokens with
    mistune's own.
    """

    def __init__(self, max_nested_level: int) -> None:
        super().__init__(max_nested_level=max_nested_level)
        for rules in (self.rules, self.list_rules, self.block_quote_rules):
            rules.insert(0, "plain_lines")
        self.specification["plain_lines"] = r"^(?:(?:\||\*\*(?=[^\s*])|!\[)[^\n]*\n)+"
        self._methods["plain_lines"] = self.parse_plain_lines

    def parse_plain_lines(self, m: re.Match[str], state: mistune.BlockState) -> int:
        """Add the lines of *m* to the paragraph that they can only belong to."""
        state.add_paragraph(m[0])
        return m.end()

    def parse_list(self, m: re.Match[str], state: mistune.BlockState) -> int:
        """Append the list that begins at *m* and return where it ends."""
        last = state.last_token()
        plain = _PLAIN_LIST.match(state.src, m.start()) if last is None or last["type"] != "paragraph" else None
        if plain is None:
            return super().parse_list(m, state)
        token = _plain_list(plain[0], state.depth())
        if token is None:
            return super().parse_list(m, state)
        state.append_token(token)
        return plain.end()

    def parse_block_quote(self, m: re.Match[str], state: mistune.BlockState) -> int:
        """Append the quote that begins at *m* and return where it ends."""
        plain = _PLAIN_QUOTE.match(state.src, m.start())
        if plain is None or state.depth() > _PLAIN_DEPTH:
            return super().parse_block_quote(m, state)
        child = state.child_state(plain[0][2:].replace("\n> ", "\n"))
        self.parse(child, self.block_quote_rules)
        state.append_token({"type": "block_quote", "children": child.tokens})
        return plain.end()

    def _parse_indent_code_fast(self, state: mistune.BlockState) -> Any:
        """Return where the indented code that begins here ends; mistune asks it of every line."""
        return super()._parse_indent_code_fast(state) if state.src[state.cursor] in " \t" else None


def _plain_list(text: str, depth: int) -> dict[str, Any] | None:
    """Return mistune's token of a list without blank lines; None where it is not plain by every rule.

    A row stands where the marker of its siblings does, or behind the marker of its parent, or carries on its words.
    """
    lists: list[tuple[int, dict[str, Any]]] = []
    behind = -1  # the column in which the words of the last item begin
    item: dict[str, Any] = {}
    for row in text[:-1].split("\n"):
        words = row.lstrip(" ")
        indent = len(row) - len(words)
        mark = _MARK.match(words)
        if mark is None:
            if indent != behind:
                return None
            item["children"][0]["text"] += words + "\n"
            continue
        item = {"type": "list_item", "children": [{"type": "block_text", "text": words[mark.end() :] + "\n"}]}
        if not lists or (behind <= indent <= behind + 2 and mark[1] == "-"):
            token = _list_token(mark[1], depth + len(lists))
            if lists:
                lists[-1][1]["children"][-1]["children"].append(token)
            lists.append((indent, token))
        while lists and lists[-1][0] > indent:
            lists.pop()
        if not lists or lists[-1][0] != indent or lists[-1][1]["bullet"] != mark[1][-1] or len(lists) > _PLAIN_DEPTH:
            return None
        lists[-1][1]["children"].append(item)
        behind = indent + mark.end()
    return lists[0][1]


def _list_token(mark: str, depth: int) -> dict[str, Any]:
    attributes: dict[str, Any] = {"depth": depth, "ordered": mark[0].isdigit()}
    if attributes["ordered"] and int(mark[:-1]) != 1:
        attributes["start"] = int(mark[:-1])
    return {"type": "list", "children": [], "tight": True, "bullet": mark[-1], "attrs": attributes}


class Line(NamedTuple):
    """One raw line of a leaf: its text without prefix and trailing blanks, and its place in the source."""

    text: str
    offset: int | None
    number: int


class Block:
    """A block of Markdown. *kind* is heading, paragraph, list, item, quote, code, html or rule."""

    __slots__ = ("children", "kind", "level", "lines", "marker")

    def __init__(
        self, kind: str, level: int = 0, *, lines: list[Line] | None = None, children: list[Block] | None = None
    ) -> None:
        self.kind = kind
        self.level = level
        self.lines = lines or []
        self.children = children or []
        self.marker: str | None = None

    def leaves(self) -> Iterator[Block]:
        """Yield this block, or what it holds, as far as it has lines of its own."""
        if self.lines:
            yield self
        for child in self.children:
            yield from child.leaves()

    @property
    def first_line(self) -> int:
        """The 1-based line on which the block begins; 0 where it has no text."""
        return next((leaf.lines[0].number for leaf in self.leaves()), 0)


@cache
def _markdown() -> mistune.Markdown:
    block = _BlockParser(max_nested_level=MAX_DEPTH + 2)
    inline = mistune.InlineParser(max_nested_level=MAX_DEPTH + 2)
    return mistune.Markdown(block=block, inline=inline)


def inline_tokens(text: str, references: dict[str, Any]) -> list[dict[str, Any]]:
    """Return mistune's inline tokens of *text*; *references* are the definitions that `read_blocks` gave."""
    return list(_markdown().inline(text, {"ref_links": references}))


def read_blocks(source: Source, start: int) -> tuple[list[Block], dict[str, Any]]:
    """Return the blocks of the text from offset *start* on, and mistune's reference definitions.

    Raises:
        UnreadableRecipeError: lists or quotes are nested deeper than 32 levels.
    """
    body = source.text[start:]
    _refuse_depth(source, start, body)
    markdown = _markdown()
    state = markdown.block.state_cls()
    state.process(body if body.endswith("\n") else body + "\n")
    markdown.block.parse(state, markdown.block.list_rules)  # the same rules by another name: compiled once, not twice
    walk = _Walk(source, start)
    references: dict[str, Any] = state.env["ref_links"]
    return walk.blocks(state.tokens), references


class _Walk:
    """The one pass downwards through the source lines that gives every leaf its place."""

    def __init__(self, source: Source, start: int) -> None:
        self.rows = source.text[start:].split("\n")
        self.row = 0
        self.first = source.line_at(start)
        self.offsets = [start]
        for row in self.rows:
            self.offsets.append(self.offsets[-1] + len(row) + 1)

    def blocks(self, tokens: list[dict[str, Any]]) -> list[Block]:
        """Return the blocks of *tokens*, blank lines left out."""
        return [block for token in tokens if (block := self.block(token)) is not None]

    def block(self, token: dict[str, Any]) -> Block | None:
        """Return one block with what it holds; None for a blank line."""
        kind = token["type"]
        if kind == "blank_line":
            return None
        if kind in ("paragraph", "block_text"):
            return Block("paragraph", lines=self.lines(token["text"]))
        if kind == "list":
            return self.list_block(token)
        if kind == "heading":
            return Block("heading", token["attrs"]["level"], lines=self.lines(token["text"], heading=True))
        if kind == "block_quote":
            return Block("quote", children=self.blocks(token["children"]))
        if kind == "thematic_break":
            return Block("rule")
        return Block("code" if kind == "block_code" else "html", lines=self.lines(token.get("raw", "")))

    def list_block(self, token: dict[str, Any]) -> Block:
        """Return a list, its items with their markers as written."""
        ordered = token["attrs"]["ordered"]
        block = Block("list")
        for child in token["children"]:
            item = Block("item", children=self.blocks(child["children"]))
            item.marker = self.marker_of(item) if ordered else None
            block.children.append(item)
        return block

    def marker_of(self, item: Block) -> str | None:
        """Return the marker as written ("3.") of an item of an ordered list."""
        first = item.first_line
        if not first:
            return None
        line = self.rows[first - self.first]
        prefix = _PREFIX.match(line)
        marks = re.findall(r"\d{1,9}[.)]", prefix[0]) if prefix else []
        return marks[0] if marks else None

    def lines(self, raw: str, *, heading: bool = False) -> list[Line]:
        """Return the lines of a leaf."""
        return [self.line(text, heading=heading) for row in raw.split("\n") if (text := row.strip())]

    def line(self, text: str, *, heading: bool) -> Line:
        """Return the next source line that is *text* behind a block prefix; without a place where none is."""
        rows = self.rows
        for row in range(self.row, len(rows)):
            written = rows[row]
            if text not in written:
                continue
            start = self.start_in(written, text, heading=heading)
            if start is not None:
                self.row = row + 1
                return Line(text, self.offsets[row] + start, self.first + row)
        return Line(text, None, self.first + min(self.row, len(rows) - 1))

    @staticmethod
    def start_in(written: str, text: str, *, heading: bool) -> int | None:
        """Return where *text* begins in the source line, if only a block prefix stands before it."""
        stripped = written.rstrip()
        start = len(stripped) - len(text)
        if not stripped.endswith(text):
            if not heading:
                return None
            start = written.find(text)
            if written[start + len(text) :].strip(" \t#"):
                return None
        if written[:start] in _USUAL or not written[:start].strip(" \t>"):
            return start
        prefix = _PREFIX.match(written, 0, start)
        return start if prefix and prefix.end() == start else None


def _refuse_depth(source: Source, start: int, body: str) -> None:
    """Refuse nesting that no recipe has, before a parser has to survive it."""
    if not _SUSPICIOUS.search(body):
        return
    indents: list[int] = []
    for number, row in enumerate(body.split("\n"), source.line_at(start)):
        marks = [] if len(set(row) - {" ", "\t"}) == 1 and row.strip()[:1] in ("-", "*", "_") else list(_marks(row))
        for mark in marks:
            if mark[1] != ">":
                while indents and indents[-1] >= mark.end():
                    indents.pop()
                indents.append(mark.end())
        if len(indents) + sum(mark[1] == ">" for mark in marks) > MAX_DEPTH:
            problem = f"lists and quotes are nested deeper than {MAX_DEPTH} levels"
            raise UnreadableRecipeError(source.path, problem, "flatten them", line=number, column=1)
        if not marks and row[:1].strip():
            indents.clear()


def _marks(row: str) -> Iterator[re.Match[str]]:
    """Yield the marks of quotes and list items that a line begins with."""
    position = 0
    while mark := _NESTING_MARK.match(row, position):
        yield mark
        position = mark.end()
