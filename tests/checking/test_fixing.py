"""Fixes go through the lossless edits: what is not named stays to the byte, and no fix makes another recipe."""

import pytest
from recipes import ALL

from recipekit.check.fixing import fixed
from recipekit.check.outline import Outline
from recipekit.check.rules import RULES
from recipekit.check.running import report_on
from recipekit.diagnostics import TODO_COMMENT, Diagnostic, Fix
from recipekit.errors import RecipeKitError
from recipekit.files import decode
from recipekit.source import Edit, Source, Span

SOUP = "# Soup\n\n## Ingredients\n\n- 500 g beans\n- 45 g oil\n"
EVERY = frozenset(rule.problem.code for rule in RULES)


def finding(text: str, old: str, new: str, *, safe: bool = True) -> Diagnostic:
    """Return a finding whose fix puts *new* where *old* stands."""
    start = text.index(old)
    return Diagnostic(TODO_COMMENT, "", 1, 1, None, None, Fix((Edit(Span(start, start + len(old)), new),), "", safe))


def mended(text: str, *found: Diagnostic, unsafe: bool = False) -> str:
    return fixed(Source(text), found, frozenset(), unsafe=unsafe).raw


def test_a_fix_changes_what_it_names() -> None:
    assert mended(SOUP, finding(SOUP, "Soup", "Stew")) == SOUP.replace("Soup", "Stew")


def test_line_ends_and_a_byte_order_mark_stay() -> None:
    raw = "\ufeff" + SOUP.replace("\n", "\r\n")
    assert mended(raw, finding(SOUP, "Soup", "Stew")) == raw.replace("Soup", "Stew")


def test_a_safe_fix_that_would_change_an_amount_is_left_out() -> None:
    assert mended(SOUP, finding(SOUP, "500 g", "50 g")) == SOUP
    assert mended(SOUP, finding(SOUP, "500 g", "50 g", safe=False), unsafe=True) == SOUP.replace("500 g", "50 g")


def test_a_fix_that_would_take_an_ingredient_away_is_left_out() -> None:
    assert mended(SOUP, finding(SOUP, "- 45 g oil\n", "", safe=False), unsafe=True) == SOUP


def test_one_bad_fix_does_not_stop_the_others() -> None:
    found = [finding(SOUP, "500 g", "50 g"), finding(SOUP, "Soup", "Stew")]
    assert mended(SOUP, *found) == SOUP.replace("Soup", "Stew")


def test_of_two_fixes_of_one_place_the_first_is_made() -> None:
    found = [finding(SOUP, "Soup", "Stew"), finding(SOUP, "oup", "OUP")]
    assert mended(SOUP, *found) == SOUP.replace("Soup", "Stew")


def test_the_same_fix_of_two_findings_is_made_once() -> None:
    one = finding(SOUP, "Soup", "Stew")
    assert fixed(Source(SOUP), [one, one], frozenset()).raw == SOUP.replace("Soup", "Stew")


def test_an_unsafe_fix_is_not_made_unasked() -> None:
    assert mended(SOUP, finding(SOUP, "Soup", "Stew", safe=False)) == SOUP


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
def test_fixes_of_every_recipe_at_hand_are_final_and_leave_nothing_to_mend(path: object, unsafe: bool) -> None:
    from pathlib import Path  # noqa: PLC0415

    try:
        source = decode(Path(str(path)).read_bytes(), str(path))
        before = report_on(source, EVERY)
    except RecipeKitError:
        pytest.skip("no recipe")
    once = fixed(source, before.findings, EVERY, unsafe=unsafe)
    after = report_on(Source(once.raw, source.path), EVERY)
    again = fixed(Source(once.raw, source.path), after.findings, EVERY, unsafe=unsafe)
    assert again.raw == once.raw
    left = [each for each in after.findings if each.fix is not None and (each.fix.safe or unsafe)]
    assert left == []


def test_the_outline_blanks_code_and_comments_and_keeps_places() -> None:
    text = "---\na: '# b'\n---\n# Soup `# c`\n\n```md\n# d\n```\n<!-- # e\n# f -->\n## G ##\n"
    outline = Outline(Source(text))
    assert [(each.level, each.title.strip(), each.line) for each in outline.headings] == [(1, "Soup", 4), (2, "G", 11)]
    assert len(outline.words) == len(text)
    assert "# e" in outline.uncoded
    assert text[outline.headings[1].offset :].startswith("## G")


def test_a_fence_that_never_ends_hides_the_rest() -> None:
    assert Outline(Source("# A\n\n```\n# B\n")).headings[-1].title == "A"


def test_a_number_within_what_is_taken_out_is_no_amount_of_the_recipe() -> None:
    text = "## Instructions\n\n1. Mix the peas 【12†source】 and see https://a.com/x?utm_source=a&gclid=12 for more.\n"
    found = report_on(Source(text), frozenset(("RK504", "RK507"))).findings
    after = fixed(Source(text), found, frozenset(("RK504", "RK507")))
    assert after.raw == "## Instructions\n\n1. Mix the peas and see https://a.com/x for more.\n"


def test_hundreds_of_fixes_are_made_at_once() -> None:
    text = "## Instructions\n\n" + "".join(f"{n}. See https://a.com/?utm_source=a.\n" for n in range(1, 400))
    found = report_on(Source(text), frozenset(("RK504",))).findings
    assert fixed(Source(text), found, frozenset(("RK504",))).raw == text.replace("?utm_source=a", "")


ODD = {
    "a-no-break-space-before-a-label": "# T\n\n## Instructions\n\nx\n\n\u00a0[Tuscan Heat Spice] goes\n",
    "nobody": "# Soup\n\nServes: 6\n\n## Instructions\n\n1. Form 30 dumplings (6 for 0 people).\n",
    "a-blank-of-python": "# Soup\n\n## Ingredients\n\n- 1 egg\n> s\n#\n\x85\n",
    "tabs-and-a-vertical-one": "\t" * 32 + "|\n\x0b\n",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_texts_are_checked(text: str) -> None:
    report_on(Source(text, "x.md"), EVERY)
