"""Blanks stand at the end of a line and break no line.

Two blanks before a line that goes on with the same paragraph are a line break in Markdown and are left alone. All other
blanks at an end are seen by nobody but the next diff. Code and front matter are not looked at.

Bad:

    # Pea Soup

    ## Ingredients

    - 500 g peas\x20\x20
    - 1 onion

Good:

    # Pea Soup

    ## Ingredients

    - 500 g peas
    - 1 onion

Fixable: yes
Since: 0.3.0
"""  # noqa: D301 - an editor would take out blanks at the end of a line

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import TRAILING_BLANKS, Diagnostic, Fix
from recipekit.source import Edit, Span

_QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)*")
_FENCE = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})([^\n]*)")
_NEW_BLOCK = re.compile(
    r"[ \t]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|\||```|~~~|<!--|=+[ \t]*$|([-*_])(?:[ \t]*\1){2,}[ \t]*$|$)"
)
_LATE_ITEM = re.compile(r"[ \t]*(?!1[.)])\d{1,9}[.)]")
_ITEM = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]")
_HEADING_OR_ROW = re.compile(r"[ \t]*(?:#{1,6}[ \t]|\|)")
_INDENTED = re.compile(r"[ >]*(?: {4}|\t)")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every line with blanks at its end that break no line."""
    text = subject.source.text
    if " \n" not in text and "\t\n" not in text and text[-1:] not in (" ", "\t"):
        return
    lines = text.split("\n")
    offset = 0
    for number, (line, is_code) in enumerate(zip(lines, _code(lines, text[: subject.outline.body]), strict=True)):
        start, offset = offset, offset + len(line) + 1
        kept = line.rstrip(" \t")
        if is_code or kept == line or _breaks(line, kept, lines[number + 1] if number + 1 < len(lines) else ""):
            continue
        span = Span(start + len(kept), start + len(line))
        fix = Fix((Edit(span, ""),), "take them out")
        yield subject.at(TRAILING_BLANKS, "blanks stand at the end of this line", "take them out", *span, fix=fix)


def _code(lines: Sequence[str], front: str) -> Iterator[bool]:
    """Tell of every line whether it is front matter or code, or may be: a line far in behind an empty one."""
    body = front.count("\n") + (bool(front) and not front.endswith("\n"))
    fence, is_raw, far_in, above = "", False, False, ""
    for number, line in enumerate(lines):
        mark = _FENCE.match(line) if number >= body and ("```" in line or "~~~" in line) else None
        if mark and fence:
            closes = mark[1].startswith(fence) and not mark[2].strip()
            fence = "" if closes else fence
        elif mark and ("`" not in mark[2] or mark[1][0] == "~"):
            fence = mark[1]
        else:
            mark = None
        is_raw = is_raw or "<pre" in line
        far_in = bool(_INDENTED.match(line)) and not _ITEM.match(line) and (far_in or not above.strip(" \t>"))
        yield bool(number < body or mark or fence or is_raw or (far_in and line.strip()))
        is_raw = is_raw and "</pre" not in line
        above = line


def _breaks(line: str, kept: str, following: str) -> bool:
    """Tell whether the blanks at the end of *line* break it: its paragraph goes on in the *following* one."""
    quote = _QUOTE.match(line)
    words = kept[quote.end() :] if quote else kept
    if not line[len(kept) :].endswith("  ") or not words.strip() or _HEADING_OR_ROW.match(words):
        return False
    behind = _QUOTE.match(following)
    below = following[behind.end() :] if behind else following
    if _LATE_ITEM.match(below) and not _ITEM.match(line) and not line.startswith((" ", "\t")):
        return True  # only an item numbered 1 ends a paragraph
    return not _NEW_BLOCK.match(below)


RULE = Rule(TRAILING_BLANKS, check, on=False)
