"""Something is still to do: TODO, FIXME or TBD.

A note to oneself that was forgotten, in a comment or where readers see it. Only upper case counts, since "todo" is a
word of Spanish and Portuguese; in a line that is all upper case it must be followed by a colon, and in a sentence
"TODO" must begin it. "XXX" counts in comments alone.

Bad:

    # Pea Soup

    <!-- TODO: add a photo -->

    ## Ingredients

    - 500 g peas

Good:

    # Pea Soup

    <!-- the photo is by Ann -->

    ## Ingredients

    - 500 g peas

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import TODO_COMMENT, Diagnostic
from recipekit.words import checked

_MARK = re.compile(r"(?<![\w/.@-])(?:TO-?DO|FIXME|TBD|XXX)(?![\w/@-]|\.\w|['’]\w)")
_TELLS = ("TODO", "TO-DO", "FIXME", "TBD", "XXX")
_NEAR = 200
_SHOWN = 50
_OPENS = re.compile(r"(?:\A|[.;!?:|(\[{>#*_\"“=-])[\s>*_~\"'“(\[#+|-]*(?:\d{1,3}[.)][ \t]*)?(?:\[[ xX]\][ \t]*)?\Z")
_GOES_ON = re.compile(r"[*_~]*[ \t]*(?:[:|)\]–—>-]|[.!…]*[ \t\"']*\Z)")
_NEXT_WORD = re.compile(r"[*_~ \t]*([^\W\d_]+)")
_HASH = re.compile(r"(?:^|\s)#")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every line of the recipe that says so."""
    text = subject.source.text
    if not any(tell in text for tell in _TELLS):
        return
    body, uncoded, words = subject.outline.body, subject.outline.uncoded, subject.outline.words
    last = 0
    for found in _MARK.finditer(text):
        start = found.start()
        line = subject.source.line_at(start)
        if line == last or (start >= body and uncoded[start] == " "):
            continue
        first = max(subject.source.start_of_line(line), start - _NEAR)
        end = text.find("\n", start, start + _NEAR)
        before, behind = text[first:start], text[found.end() : end if end >= 0 else start + _NEAR]
        comment = words[start] == " " if start >= body else _HASH.search(before) is not None
        if comment or _is_meant(found[0], before, behind):
            last = line
            message = f'"{_shown(found[0] + behind)}" was left to do'
            yield subject.at(TODO_COMMENT, message, "do it, or take the note out", start, found.end())


def _is_meant(mark: str, before: str, behind: str) -> bool:
    """Tell whether a mark in plain text is a note, and no word of a sentence or of a title in capitals."""
    if mark == "XXX":
        return False
    goes_on = _GOES_ON.match(behind) is not None
    rest = "".join(sign for sign in before + behind if sign.isalpha())
    if rest.isupper() and not behind.lstrip("*_ ").startswith(":"):
        return False
    if mark in ("TBD", "FIXME"):
        return True
    if not _OPENS.search(before):
        return False
    following = _NEXT_WORD.match(behind)
    return goes_on or (following is not None and following[1].casefold() in checked("links", "todo_verbs"))


def _shown(said: str) -> str:
    """Return what is to do, without the end of its comment and in few words."""
    said = " ".join(said.partition("-->")[0].partition("|")[0].replace("**", "").split())
    return said if len(said) <= _SHOWN else f"{said[:_SHOWN].rstrip()}…"


RULE = Rule(TODO_COMMENT, check)
