"""The documentation of the rules is what their modules say; ``UPDATE_GOLDEN=1`` writes it anew."""

import os
from pathlib import Path

import pytest
from recipes import ROOT

from recipekit.check.pages import FAMILIES, Page, page_of
from recipekit.check.rules import RULES
from recipekit.render.pages import page_markdown, page_text

DOCS = ROOT / "docs" / "rules"
PAGES = [page_of(rule) for rule in RULES]
INTRO = """\
# The rules of `recipekit check`

Each page below is made from the module of its rule, and its Bad and Good are run as tests. `recipekit rules` prints this
list, `recipekit rule CODE` a page. A rule marked *fix* is mended by `--fix`, *unsafe fix* by `--unsafe-fixes`; *off* means that
it runs only where `--select` or the configuration names it. How to run them in a CI job and in an editor:
[check for teams](../check-for-teams.md).
"""


def name_of(page: Page) -> str:
    return f"{page.rule.problem.code}-{page.rule.problem.name}.md"


def row_of(page: Page) -> str:
    marks = {"yes": ["fix"], "yes, unsafely": ["unsafe fix"]}.get(page.fixable, [])
    marks += [] if page.rule.on else ["off"]
    return f"| [{page.rule.problem.code}]({name_of(page)}) | {page.rule.problem.name} | {page.summary} | {', '.join(marks)} |"


def index() -> str:
    """Return the list of all rules, a table for each family."""
    parts = [INTRO]
    for number, family in enumerate(FAMILIES, 1):
        summary = (family.__doc__ or "").strip().rstrip(".")
        rows = [row_of(page) for page in PAGES if page.rule.problem.code.startswith(f"RK{number}")]
        parts.append(
            f"## RK{number}\n\n{summary}.\n\n| code | name | it finds | |\n| --- | --- | --- | --- |\n"
            + "\n".join(rows)
        )
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def compare(path: Path, wanted: str) -> None:
    """Require that *path* says what is *wanted*, or write it."""
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(wanted, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == wanted


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_its_page_says_what_its_module_says(page: Page) -> None:
    compare(DOCS / name_of(page), page_markdown(page))


def test_the_list_of_rules_is_whole() -> None:
    compare(DOCS / "README.md", index())


def test_no_page_is_of_a_rule_that_there_is_not() -> None:
    assert {path.name for path in DOCS.iterdir()} == {"README.md", *map(name_of, PAGES)}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_a_page_fits_a_terminal(page: Page) -> None:
    assert all(len(line) <= 120 for line in page_text(page).split("\n") if not line.startswith("Source"))
