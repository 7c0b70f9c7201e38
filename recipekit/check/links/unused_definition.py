"""A definition that no reference uses, or the second one of its label.

"[HelloFresh]: https://…" that nothing refers to is shown nowhere: the link was taken out, or its label is spelled
otherwise. Of two definitions of one label only the first counts. Definitions that are used as comments, such as "[//]:
# (ask Ann)", and what only looks like one, "[Tip]: chill", are left alone; a label in a comment counts as used, and
where a reference is only spelled a little otherwise, undefined-reference finds that instead. The fix takes out the
line; not where a definition has several lines, or a second one another URL.

Bad:

    # Pea Soup

    ## Ingredients

    - 500 g peas

    [Ann]: https://example.com/ann

Good:

    # Pea Soup

    After a recipe of [Ann].

    ## Ingredients

    - 500 g peas

    [Ann]: https://example.com/ann

Fixable: yes
Since: 0.3.0
Source: CommonMark 0.31, 4.7 Link reference definitions: the first of several matching definitions takes precedence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recipekit.check.links.targets import Definition, label_of, misspelt, targets_of
from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import UNUSED_DEFINITION, Diagnostic, Fix
from recipekit.source import Edit, Span

_MENTIONED = re.compile(r"\[((?:[^\[\]\\]|\\.){1,999})\](?!\()")
_LEADS = re.compile(r"[a-z][a-z0-9+.-]*:|[./#]|[^\s/]+\.[^\s]", re.IGNORECASE)
_ABOVE = re.compile(r"[ \t>]*(?:#{1,6}(?:[ \t]|\Z)|\Z|[-=_*][ \t=_*-]*\Z|<|\|)")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every definition of the recipe that is no use."""
    definitions = targets_of(subject).definitions
    if not definitions:
        return
    used = _used(subject, definitions)
    meant = {each.label for each in misspelt(targets_of(subject)).values()}  # which its reference is found for
    lines = {subject.source.line_at(each.target.end) for each in definitions}
    first: dict[str, Definition] = {}
    for each in definitions:
        counts = first.setdefault(each.label, each)
        if not _leads_somewhere(each) or not _begins_a_block(subject, each, lines):
            continue
        if counts is not each:
            fix = _without(subject, each) if each.target.url == counts.target.url else None
            message = f'"[{each.written}]" is defined twice, and only the first one counts'
            yield _finding(subject, each, message, "take out the one that is wrong", fix)
        elif each.label not in used and each.label not in meant:
            message = f'nothing refers to "[{each.written}]"'
            yield _finding(subject, each, message, "refer to it, or take the line out", _without(subject, each))


def _used(subject: Subject, definitions: tuple[Definition, ...]) -> set[str]:
    """Return the labels that are used; where one is not, those too that stand in comments, in code, or anywhere."""
    used = {reference.label for reference in targets_of(subject).references}
    if all(each.label in used for each in definitions):
        return used
    places = {definition.start for definition in definitions}
    mentioned = (found for found in _MENTIONED.finditer(subject.source.text) if found.start() not in places)
    return used | {label_of(found[1]) for found in mentioned}


def _finding(subject: Subject, definition: Definition, message: str, hint: str, fix: Fix | None) -> Diagnostic:
    end = definition.start + len(definition.written) + 2
    return subject.at(UNUSED_DEFINITION, " ".join(message.split()), hint, definition.start, end, fix)


def _leads_somewhere(definition: Definition) -> bool:
    """Tell whether a definition is one, and no comment and no sentence in its form."""
    if definition.rest or "\\" in definition.written or not any(letter.isalnum() for letter in definition.label):
        return False
    url = definition.target.url
    return url not in ("", "#", "<>") and _LEADS.match(url) is not None


def _begins_a_block(subject: Subject, definition: Definition, lines: set[int]) -> bool:
    """Tell whether no sentence goes on into a definition, which would make it words of that sentence.

    On *lines* definitions end.
    """
    line = subject.source.line_at(definition.start)
    if definition.line is not None and subject.source.column_at(definition.start) > 4:
        return False  # code, or something of a list
    above = subject.outline.lines[line - 2] if line > 1 else ""
    return line - 1 in lines or _ABOVE.match(above) is not None


def _without(subject: Subject, definition: Definition) -> Fix | None:
    """Return what takes the line of a definition out, with one of two blank lines that would meet."""
    if definition.line is None:
        return None
    text = subject.source.text
    start, end = definition.line
    end = min(end + 1, len(text))
    if start == 0 or text[start - 2 : start] == "\n\n":
        if text[end : end + 1] == "\n":
            end += 1
        elif end == len(text) and start:
            start -= 1
    return Fix((Edit(Span(start, end), ""),), "take out the definition")


RULE = Rule(UNUSED_DEFINITION, check)
