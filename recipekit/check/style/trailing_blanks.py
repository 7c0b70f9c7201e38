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
from collections.abc import Iterator

from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import TRAILING_BLANKS, Diagnostic, Fix
from recipekit.source import Edit, Span

_QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)*")
_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})")
_NEW_BLOCK = re.compile(
    r"[ \t]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|\||```|~~~|<!--|([-*_])(?:[ \t]*\1){2,}[ \t]*$|$)"
)
_HEADING_OR_ROW = re.compile(r"[ \t]*(?:#{1,6}[ \t]|\|)")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every line with blanks at its end that break no line."""
    text = subject.source.text
    if " \n" not in text and "\t\n" not in text and text[-1:] not in (" ", "\t"):
        return
    lines = text.split("\n")
    offset = 0
    fence = ""
    for number, line in enumerate(lines):
        start, offset = offset, offset + len(line) + 1
        mark = _FENCE.match(line) if start >= subject.outline.body else None
        if mark:
            fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
        kept = line.rstrip(" \t")
        following = lines[number + 1] if number + 1 < len(lines) else ""
        if start < subject.outline.body or fence or mark or kept == line or _breaks(line, kept, following):
            continue
        span = Span(start + len(kept), start + len(line))
        fix = Fix((Edit(span, ""),), "take them out")
        yield subject.at(TRAILING_BLANKS, "blanks stand at the end of this line", "take them out", *span, fix=fix)


def _breaks(line: str, kept: str, following: str) -> bool:
    """Tell whether the blanks at the end of *line* break it: its paragraph goes on in the *following* one."""
    quote = _QUOTE.match(line)
    words = kept[quote.end() :] if quote else kept
    if not line[len(kept) :].endswith("  ") or not words.strip() or _HEADING_OR_ROW.match(words):
        return False
    behind = _QUOTE.match(following)
    return not _NEW_BLOCK.match(following[behind.end() :] if behind else following)


RULE = Rule(TRAILING_BLANKS, check, on=False)
