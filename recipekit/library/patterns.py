"""The lines of a ``.gitignore`` → regular expressions, each for the very path that it is about.

pathspec, the library for this, lets a pattern for a folder speak for all that lies in it too, which is wrong for a walk
that asks for every folder on its way: with "a" and "!b" it brings b/a back, and git does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from recipekit.files import SUFFIXES

_MOST_DEPTHS = 4  # "**" in one pattern; more take for ever on a deep path
_PIECE = re.compile(r"\\(.)|(\*+)|(\?)|\[([!^]?(?:\\.|[^\]\\])(?:\\.|[^\]\\])*)\]|(.)", re.DOTALL)


class Rule(NamedTuple):
    """A line that says something: *of_path* where it is about a certain folder, else about names in any.

    *of_recipes*: it may fit the name of a Markdown file, and not of folders and other files alone.
    """

    pattern: re.Pattern[str]
    of_path: bool
    of_recipes: bool
    ignores: bool


def verdict_of(lines: Iterable[str]) -> Callable[[str], bool | None] | None:
    """Return what tells of a folder or a Markdown file whether *lines* ignore it; None where they say nothing at all.

    It is True for what is ignored, False for what is brought back, and None for what no line is about.

    >>> verdict = verdict_of(["*.md", "!keep.md", "/drafts/"])
    >>> [verdict(path) for path in ("a.md", "x/keep.md", "drafts/", "x/drafts/")]
    [True, False, True, None]
    """
    of_folders = list(_rules(lines))[::-1]
    of_recipes = [rule for rule in of_folders if rule.of_recipes]
    if not of_folders:
        return None

    def verdict(path: str) -> bool | None:
        """Tell whether *path* is ignored, as the last line that fits has it."""
        name = path[path.rfind("/", 0, -1) + 1 :]
        for rule in of_folders if name[-1] == "/" else of_recipes:
            if rule.pattern.fullmatch(path if rule.of_path else name):
                return rule.ignores
        return None

    return verdict


def _rules(lines: Iterable[str]) -> Iterator[Rule]:
    for line in lines:
        text = re.sub(r"(?<!\\) +$", "", line)
        ignores = not text.startswith("!")
        text = text if ignores else text[1:]
        if not text or line.startswith("#"):
            continue
        pattern = _pattern(text)
        if pattern is not None:
            of_path = "/" in text.removesuffix("/")
            yield Rule(re.compile(pattern, re.DOTALL), of_path, _may_fit_recipes(text), ignores)


def _may_fit_recipes(text: str) -> bool:
    """Tell whether a pattern may fit a Markdown file: it is not for folders alone, and has no other ending."""
    end = re.search(r"[^*?\[\]\\/]*$", text)
    assert end is not None
    return text[-1] != "/" and any(suffix.endswith(end[0]) or end[0].endswith(suffix) for suffix in SUFFIXES)


def _pattern(text: str) -> str | None:
    """Return a regular expression for the paths that *text* is about; None for what git takes for no pattern."""
    folders_alone = text.endswith("/")
    text = text.removesuffix("/")
    anchored = "/" in text
    segments = text.removeprefix("/").split("/")
    if segments.count("**") > _MOST_DEPTHS or not any(segments):
        return None
    parts = []
    for at, segment in enumerate(segments):
        last = at == len(segments) - 1
        if segment == "**" and anchored:
            parts.append(".+" if last else "(?:[^/]+/)*")
            continue
        translated = _segment(segment)
        if translated is None:
            return None
        parts.append(f"(?=[^/]){translated}" + ("" if last else "/"))  # no name is empty
    return "".join(parts) + ("/" if folders_alone else "/?")


def _segment(text: str) -> str | None:
    """Return a regular expression for the name *text*, which has no slash in it; None where it can fit nothing.

    What stands between two stars is found once, at its first place: looking for others is never needed, and with many
    stars would take for ever.
    """
    pieces: list[str] = [""]
    for found in _PIECE.finditer(text):
        escaped, stars, one, several, plain = found.groups()
        if stars:
            pieces.append("")
        elif plain in ("[", "\\"):
            return None  # nothing closes it
        else:
            pieces[-1] += _class(several) if several else "[^/]" if one else re.escape(escaped or plain)
    if len(pieces) == 1:
        return pieces[0]
    first, *middle, last = pieces
    return first + "".join(f"(?>[^/]*?{piece})" for piece in middle if piece) + "[^/]*" + last


def _class(text: str) -> str:
    """Return a class of characters, never the slash, from what stands between its brackets."""
    negated = text[0] in "!^" and len(text) > 1
    inner = re.sub(r"\\?(.)", lambda one: one[1] if one[1] == "-" else re.escape(one[1]), text[negated:])
    try:
        re.compile(f"[{inner}]")
    except re.error:  # a range that goes down fits nothing
        return r"(?!)"
    return f"(?!/)[{'^' * negated}{inner}]"
