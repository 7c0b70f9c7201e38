"""Findings as SARIF 2.1.0, which code hosts and editors take.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0, 2020.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from recipekit import __version__
from recipekit.check.pages import Page, page_of
from recipekit.check.rules import RULES
from recipekit.diagnostics import Severity
from recipekit.render.findings import Placed

SCHEMA = "https://json.schemastore.org/sarif-2.1.0-rtm.5.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}

Json = dict[str, object]


def log(found: Iterable[Placed]) -> Json:
    """Return a SARIF log with one run: the rules, and a result for each finding."""
    index = {rule.problem.code: place for place, rule in enumerate(RULES)}
    driver = {
        "name": "recipekit", "semanticVersion": __version__, "version": __version__,
        "rules": [_rule(page_of(rule)) for rule in RULES],
    }  # fmt: skip
    results = [_result(placed, index) for placed in found]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(page: Page) -> Json:
    code, name, severity = page.rule.problem
    return {
        "id": code,
        "name": "".join(word.capitalize() for word in name.split("-")),
        "shortDescription": {"text": page.summary},
        "fullDescription": {"text": " ".join(page.why.split())},
        "help": {"text": f"{page.summary}\n\n{page.why}\n\nBad:\n\n{page.bad}\nGood:\n\n{page.good}"},
        "defaultConfiguration": {"enabled": page.rule.on, "level": _LEVELS.get(severity, "note")},
    }


def _result(placed: Placed, index: dict[str, int]) -> Json:
    finding = placed.finding
    region: Json = {"startLine": finding.line, "startColumn": finding.column}
    if finding.end is not None:
        region["endColumn"] = finding.end
    text = finding.message + (f" ({finding.hint})" if finding.hint else "")
    return {
        "ruleId": finding.problem.code,
        "ruleIndex": index[finding.problem.code],
        "level": _LEVELS.get(finding.problem.severity, "note"),
        "message": {"text": text},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(placed.path)}, "region": region}}],
    }


def _uri(path: str | None) -> str:
    """Return a path as a URI: relative as it was given, absolute with its scheme."""
    if path is None:
        return "stdin"
    if Path(path).is_absolute():
        return Path(path).as_uri()
    return quote(Path(path).as_posix(), errors="surrogateescape")
