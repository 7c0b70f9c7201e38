"""Findings as lines for people, for scripts, and for a CI job's annotations."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from recipekit.diagnostics import Diagnostic, Severity
from recipekit.render.safe import visible

SCHEMA = "recipekit.finding/1"
WHOLE = 1000
"""Characters of a source line that a pipe gets at most: all of it, unless it is no line that anybody writes."""
_LEVELS = {Severity.ERROR: "error"}

Piece = tuple[str, str]
"""Words and the style in which a terminal shows them."""


class Placed(NamedTuple):
    """A finding, the file in which it stands (None for standard input), and the text of its line."""

    path: str | None
    finding: Diagnostic
    row: str = ""


def concise(placed: Placed) -> str:
    """Return a finding as one line, ``soup.md:3:1: RK303 total-not-the-sum …``, control characters shown."""
    return "".join(words for words, _ in (*_head(placed), *_hint(placed.finding)))


def _head(placed: Placed) -> Iterator[Piece]:
    finding = placed.finding
    code, name, severity = finding.problem
    yield _line(f"{placed.path or '<stdin>'}:{finding.line}:{finding.column}: "), "bold"
    yield code, "bold red" if severity is Severity.ERROR else "bold yellow"
    yield f" {name} ", "dim"
    yield _line(finding.message), ""


def _hint(finding: Diagnostic) -> Iterator[Piece]:
    if finding.hint:
        yield f" ({_line(finding.hint)})", ""


def in_full(placed: Placed, width: int = WHOLE) -> list[Piece]:
    """Return a finding with the line that it is about, a caret below the place, and the way out.

    Of a line with more than *width* characters the part around the place is shown.
    """
    finding = placed.finding
    gutter = len(str(finding.line))
    pieces = [*_head(placed), ("\n", "")]
    if placed.row.strip():
        row, column, carets = _window(placed.row, finding, max(width - gutter - 5, 20))
        pieces += [(f"{' ' * gutter} |\n{finding.line} | ", "dim"), (f"{row}\n", "")]
        pieces += [(f"{' ' * gutter} | ", "dim"), (" " * column, ""), ("^" * carets, "bold yellow"), ("\n", "")]
    if finding.hint:
        pieces += [(f"{' ' * gutter} = ", "dim"), (f"help: {_line(finding.hint)}{_fixable(finding)}\n", "")]
    return [*pieces, ("\n", "")]


def _fixable(finding: Diagnostic) -> str:
    if finding.fix is None:
        return ""
    return f" ({'--fix' if finding.fix.safe else '--unsafe-fixes'} mends it)"


def _window(row: str, finding: Diagnostic, widest: int) -> tuple[str, int, int]:
    """Return the part of a line that is shown, and in columns where the caret stands and how wide it is."""
    start = min(finding.column - 1, len(row))
    end = min(max(finding.end or 0, start + 2) - 1, max(len(row), start + 1))
    first = max(0, min(start - widest // 3, len(row) - widest)) if len(row) > widest else 0
    last = min(len(row), first + widest)
    shown = ("…" if first else "") + row[first:last] + ("…" if last < len(row) else "")
    column = _columns(("…" if first else "") + row[first:start])
    return _line(shown), column, max(1, _columns(row[start : min(end, last)]))


def _columns(text: str) -> int:
    """Return how many columns of a terminal *text* takes; a tab is shown as one blank."""
    wide = sum(unicodedata.east_asian_width(each) in "WF" for each in text)
    return len(_line(text)) + wide - sum(unicodedata.combining(each) > 0 for each in text)


def _line(text: str) -> str:
    return visible(text).replace("\n", "\\n").replace("\t", " ")


def record(placed: Placed) -> dict[str, object]:
    """Return a finding as a document of the schema ``recipekit.finding/1``."""
    finding = placed.finding
    code, name, severity = finding.problem
    fix = None if finding.fix is None else {"safe": finding.fix.safe, "says": finding.fix.says}
    return {
        "schema": SCHEMA, "path": placed.path, "line": finding.line, "column": finding.column,
        "end_column": finding.end, "code": code, "name": name, "severity": severity.value,
        "message": finding.message, "hint": finding.hint, "fix": fix,
    }  # fmt: skip


def json_line(placed: Placed) -> str:
    """Return a finding as a line of JSON."""
    return json.dumps(record(placed), separators=(",", ":"))


def annotation(placed: Placed) -> str:
    """Return a finding as a workflow command of GitHub Actions, which shows it beside the line.

    Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions, and the escapes of
    actions/toolkit, packages/core/src/command.ts.
    """
    finding = placed.finding
    code, name, severity = finding.problem
    facts = {
        "file": placed.path or "<stdin>", "line": finding.line, "col": finding.column, "endColumn": finding.end,
        "title": f"{code} {name}",
    }  # fmt: skip
    said = ",".join(f"{key}={_escaped(visible(str(value)), ':,')}" for key, value in facts.items() if value is not None)
    words = finding.message + (f" ({finding.hint})" if finding.hint else "")
    return f"::{_LEVELS.get(severity, 'warning')} {said}::{_escaped(visible(words))}"


def _escaped(text: str, more: str = "") -> str:
    """Return *text* as a value of a workflow command, in which no line end and none of *more* may stand."""
    for character in ("%", "\r", "\n", *more):
        text = text.replace(character, f"%{ord(character):02X}")
    return text


class Count(NamedTuple):
    """How often a rule found something; *fixable* tells whether any of it can be mended safely, *unsafe* otherwise."""

    code: str
    name: str
    times: int
    fixable: bool
    unsafe: bool = False


def statistics(found: Iterable[Placed]) -> list[Count]:
    """Return how often each rule found something, the most frequent first."""
    counts: dict[str, Count] = {}
    for placed in found:
        code, name, _ = placed.finding.problem
        sofar = counts.get(code, Count(code, name, 0, fixable=False))
        fix = placed.finding.fix
        safe, unsafe = fix is not None and fix.safe, fix is not None and not fix.safe
        counts[code] = sofar._replace(
            times=sofar.times + 1, fixable=sofar.fixable or safe, unsafe=sofar.unsafe or unsafe
        )
    return sorted(counts.values(), key=lambda each: (-each.times, each.code))
