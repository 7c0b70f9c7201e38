"""The front matter has one key twice.

YAML readers keep the last value and drop the first without a word, or refuse the file. TOML refuses it always, and so
does recipekit there (RK100).

Bad:

    ---
    title: Pea Soup
    tags: [Soup]
    title: Green Soup
    ---

    ## Ingredients

    - 500 g peas

Good:

    ---
    title: Pea Soup
    tags: [Soup]
    ---

    ## Ingredients

    - 500 g peas

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import DUPLICATE_KEY, Diagnostic

_KEY = re.compile(r"^([\"']?)([^\s\"'#&*!|>%@`{}\[\],?:-](?:[^\n:\"']*[^\s:\"'])?)\1[ \t]*:(?=[ \t]|$)", re.MULTILINE)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every top-level key of YAML that stood there before."""
    front = subject.source.text[: subject.outline.body]
    if not front.startswith("---"):
        return
    lines: dict[str, int] = {}
    for found in _KEY.finditer(front):
        key = found[2]
        if key in lines:
            message = f'the key "{key[:40]}" stands on line {lines[key]} already, and its value there is lost'
            yield subject.at(DUPLICATE_KEY, message, "keep one of them", *found.span(2))
        lines.setdefault(key, subject.source.line_at(found.start()))


RULE = Rule(DUPLICATE_KEY, check)
