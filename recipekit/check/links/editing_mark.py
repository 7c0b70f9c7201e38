"""A mark that a chat tool, an editor or a merge left in the text.

":contentReference[oaicite:0]{index=0}", "【12†source】", "[cite: 3]" and the like came along with an answer that was
copied; "<<<<<<< HEAD" with its "=======" and ">>>>>>>" is a merge that nobody finished; "Lorem ipsum dolor" and
"[INSERT PHOTO]" wait for words; "{++ … ++}" and "{-- … --}" are changes that nobody accepted. A mark without its
counterpart, code, comments, and the braces of templates are left alone. The fix takes out the marks of chat tools, and
the blank before one that ends a line or a cell.

Bad:

    # Pea Soup

    About 300 kcal a bowl (approx.).:contentReference[oaicite:0]{index=0}

    ## Ingredients

    - 500 g peas

Good:

    # Pea Soup

    About 300 kcal a bowl (approx.).

    ## Ingredients

    - 500 g peas

Fixable: yes
Since: 0.3.0
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import EDITING_MARK, Diagnostic, Fix
from recipekit.source import Edit, Span

_CITED = (
    r":?contentReference\[oaicite:\d{1,6}\](?:\{index=\d{1,6}\})?"
    r"|:?\[oaicite:\d{1,6}\](?:\{index=\d{1,6}\})?"
    r"|\{oaicite:\d{1,6}\}"
    r"|【(?:oaicite:)?\d{1,6}(?:[:†][^】\n]{0,200})?】"
    r"|\[\d{1,6}†[^\]\n]{0,200}\]"
    "|\ue200[^\ue200\ue201\n]{1,300}\ue201"
    r"|(?<![a-z])(?:file|nav)?cite(?:turn\d{1,4}[a-z]{3,12}\d{1,4})+"
    r"|\[cite_start\]|\[cite_end\]|\[cite:[ \d,]{1,60}\]"
)
_UNSEEN = "(?:&#8203;|\u200b)?"
_CHAT = re.compile(rf"(?=[:\[{{【\ue200\u200b&cfn]){_UNSEEN}(?:{_CITED})(?:[ ]?{_UNSEEN}(?:{_CITED}))*{_UNSEEN}")
_TELLS = ("oaicite", "†", "】", "\ue200", "citeturn", "[cite")
_MERGE = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?![<|=>])(?=[ \t\n]|\Z).*$", re.MULTILINE)
_CHANGED = re.compile(
    r"(?<!\{)\{(?:\+\+[^\n{}]{1,500}\+\+|--[^\n{}]{1,500}--|~~[^\n{}]{1,250}~>[^\n{}]{0,250}~~|>>[^\n{}]{1,500}<<)\}(?!\})"
)
_BRACED = ("{++", "{--", "{~~", "{>>")
_FILLER = re.compile(r"lorem ipsum dolor", re.IGNORECASE)
_TO_INSERT = re.compile(r"\[(?:INSERT|PLACEHOLDER|YOUR [A-Z]|Insert [^\W\d_])[^\]\n]{0,200}\](?![(\[:])")
_ENDS = re.compile(r"[ \t]*(?:\n|\||\Z)|[ \t]|[.,;:!?)](?!\w)")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every mark that was left in the recipe."""
    body = subject.outline.body
    for start, text in ((0, subject.source.text[:body]), (body, subject.outline.words)):
        if any(tell in text for tell in _TELLS):
            yield from _of_a_chat(subject, text, start)
        if any(braced in text for braced in _BRACED):
            for found in _CHANGED.finditer(text, start):
                yield _at(subject, found, "is a change that nobody accepted", "accept it, or take it out")
        if "[INSERT" in text or "[Insert" in text or "[PLACEHOLDER" in text or "[YOUR" in text:
            for found in _TO_INSERT.finditer(text, start):
                yield _at(subject, found, "waits for words", "write them, or take it out")
        if "orem ipsum" in text or "OREM IPSUM" in text:
            for found in _FILLER.finditer(text, start):
                yield _at(subject, found, "only fills a place", "write what belongs there")
    if "<<<<<<<" in subject.outline.uncoded:
        yield from _of_a_merge(subject)


def _at(subject: Subject, found: re.Match[str], what: str, hint: str, fix: Fix | None = None) -> Diagnostic:
    shown = found[0] if len(found[0]) <= 50 else f"{found[0][:50]}…"
    message = f'"{"".join(sign for sign in shown if sign.isprintable())}" {what}'
    return subject.at(EDITING_MARK, message, hint, found.start(), found.end(), fix)


def _of_a_chat(subject: Subject, text: str, start: int) -> Iterator[Diagnostic]:
    for found in _CHAT.finditer(text, start):
        first = found.start()
        ends = _ENDS.match(text, found.end()) is not None
        if ends and text[first - 1 : first] in (" ", "\t") and text[first - 2 : first - 1].strip(" \t|\n>-*+"):
            first -= 1
        fix = Fix((Edit(Span(first, found.end()), ""),), "take the mark out")
        yield _at(subject, found, "was left by a chat tool", "take it out", fix)


def _of_a_merge(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every "<<<<<<<" that has its "=======" and ">>>>>>>" below it."""
    opened: re.Match[str] | None = None
    parted = False
    for found in _MERGE.finditer(subject.outline.uncoded):
        if found[1][0] == "<":
            opened, parted = found, False
        elif found[1][0] == "=":
            parted = opened is not None
        elif found[1][0] == ">" and opened is not None and parted:
            yield _at(subject, opened, "begins a merge that was not finished", "keep one of the two versions")
            opened = None


RULE = Rule(EDITING_MARK, check)
