"""Comments that silence a finding: ``<!-- recipekit: ignore RK204 -->``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from recipekit.diagnostics import Diagnostic, Problem
from recipekit.source import Source

_COMMENT = re.compile(
    r"(<!--|(?<![^\s])#)\s{0,20}recipekit\s{0,20}:\s{0,20}(ignore(?:-file)?)(?![\w-])[ \t:]{0,20}", re.IGNORECASE
)
_WHOLE = re.compile(rf"{_COMMENT.pattern}[^\n]{{0,400}}?-->", re.IGNORECASE)
_LONGEST = 400  # characters of the words behind it
_BETWEEN = re.compile(r"[\s,;]+")
_ONLY_MARKS = re.compile(r"[ \t>]*(?:[-*+][ \t]+)?")


class Ignored(NamedTuple):
    """What the comments of a file silence: in all of it, and on single lines; an empty word silences every rule."""

    everywhere: tuple[str, ...] = ()
    lines: tuple[tuple[int, tuple[str, ...]], ...] = ()

    def kept(self, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Return those of *found* that no comment silences."""
        if not self.everywhere and not self.lines:
            return tuple(found)
        return tuple(each for each in found if not self._silences(each))

    def _silences(self, found: Diagnostic) -> bool:
        said = [*self.everywhere, *(word for line, words in self.lines if line == found.line for word in words)]
        return any(names(word, found.problem) for word in said)


def names(word: str, problem: Problem) -> bool:
    """Tell whether a code, the beginning of one, or a name means *problem*; an empty word means every one.

    >>> from recipekit.diagnostics import AMBIGUOUS_UNIT
    >>> [names(word, AMBIGUOUS_UNIT) for word in ("RK204", "rk2", "ambiguous-unit", "RK3", "")]
    [True, True, True, False, True]
    """
    return problem.code.startswith(word.upper()) or problem.name == word.lower()


def ignored_in(source: Source) -> Ignored:
    """Return what the comments of a file silence.

    One behind words speaks for its line, one on a line of its own for the line right above it, or, below a blank line,
    for the next line with words; ``ignore-file`` speaks for all of the file. In the front matter it begins with ``#``.
    """
    everywhere: list[str] = []
    lines: list[tuple[int, tuple[str, ...]]] = []
    meant: dict[int, int] = {}
    for comment in comments_of(source):
        words = comment.words or ("",)
        if comment.everywhere:
            everywhere += words
            continue
        line = source.line_at(comment.start)
        if line not in meant:
            meant[line] = _line_meant(source, line)
        lines.append((meant[line], words))
    return Ignored(tuple(everywhere), tuple(lines))


class Comment(NamedTuple):
    """A comment that silences rules: where it stands, whether for all of the file, and the words that say which."""

    start: int
    end: int
    everywhere: bool
    words: tuple[str, ...]


def comments_of(source: Source) -> Iterator[Comment]:
    """Yield the comments of a file that silence rules; no words mean every rule."""
    text = source.text
    if "recipekit" not in text:
        return
    front_ends = text.find("\n---", 3) if text.startswith("---") else text.find("\n+++", 3)
    for found in _COMMENT.finditer(text):
        if found[1] == "#" and found.start() > front_ends:
            continue
        line_end = text.find("\n", found.end())
        end = min(found.end() + _LONGEST, len(text) if line_end < 0 else line_end)
        closing = text.find("-->", found.end(), end) if found[1] == "<!--" else -1
        said = text[found.end() : end if closing < 0 else closing].strip(" -\t")
        words = tuple(_BETWEEN.split(said)) if said else ()
        yield Comment(found.start(), end if closing < 0 else closing + 3, found[2].lower() == "ignore-file", words)


def _line_meant(source: Source, line: int) -> int:
    """Return the line that comments on *line* speak for."""
    alone = _WHOLE.sub("", source.line_text(line))
    if _ONLY_MARKS.sub("", alone, count=1).strip(" \t|"):
        return line
    if line > 1 and source.line_text(line - 1).strip():
        return line - 1
    last = source.line_at(len(source.text))
    return next((below for below in range(line + 1, last + 1) if source.line_text(below).strip()), line)
