"""The pages of the rules: as plain text for a terminal, as Markdown for the documentation, as JSON for scripts."""

from __future__ import annotations

from recipekit.check.pages import Page


def page_text(page: Page) -> str:
    """Return the page of a rule as plain text."""
    code, name, _ = page.rule.problem
    facts = [f"Fixable: {page.fixable}", f"On by default: {'yes' if page.rule.on else 'no'}", f"Since: {page.since}"]
    facts += [f"Source: {page.source}"] if page.source else []
    parts = [
        f"{code} {name}",
        page.summary,
        page.why,
        f"Bad:\n\n{_indented(page.bad)}",
        f"Good:\n\n{_indented(page.good)}",
    ]
    return "\n\n".join([*parts, "\n".join(facts)]) + "\n"


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in text.rstrip("\n").split("\n"))


def page_markdown(page: Page) -> str:
    """Return the page of a rule as Markdown."""
    code, name, _ = page.rule.problem
    on = "on by default" if page.rule.on else f"off by default; `--select default,{code}` turns it on"
    facts = [f"Fixable: {page.fixable}", on, f"since {page.since}"]
    parts = [
        f"# {code} {name}", page.summary, page.why, f"Bad:\n\n{_fenced(page.bad)}", f"Good:\n\n{_fenced(page.good)}",
        "; ".join(facts) + ".", *([f"Source: {page.source}"] if page.source else []),
        f"`<!-- recipekit: ignore {code} -->` silences it on a line. [All rules](README.md)",
    ]  # fmt: skip
    return "\n\n".join(parts) + "\n"


def _fenced(text: str) -> str:
    return f"````markdown\n{text.rstrip()}\n````"


def page_record(page: Page) -> dict[str, object]:
    """Return the page of a rule as a document."""
    code, name, severity = page.rule.problem
    return {
        "code": code, "name": name, "severity": severity.value, "default": page.rule.on, "summary": page.summary,
        "why": page.why, "bad": page.bad, "good": page.good, "fixable": page.fixable, "since": page.since,
        "source": page.source,
    }  # fmt: skip
