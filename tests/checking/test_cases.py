"""Every rule finds its Bad, lets its Good pass, leaves alone what it cannot be sure of, and mends what it may."""

import pytest
from recipes import ROOT
from rulecases import Case, cases, mended, places

from recipekit.check.pages import page_of
from recipekit.check.rule import Rule
from recipekit.check.rules import RULES
from recipekit.diagnostics import PROBLEMS

CASES = cases()
FOUND = [case for case in CASES if case.kind == "found at"]
LEFT = [case for case in CASES if case.kind == "left alone"]
FIXED = [case for case in CASES if case.kind.startswith("fixed")]


def name_of(rule: Rule) -> str:
    return f"{rule.problem.code}-{rule.problem.name}"


@pytest.mark.parametrize("rule", RULES, ids=name_of)
def test_its_bad_recipe_is_found_and_its_good_one_passes(rule: Rule) -> None:
    page = page_of(rule)
    assert places(page.bad, rule.problem.code)
    assert places(page.good, rule.problem.code) == []


@pytest.mark.parametrize("rule", RULES, ids=name_of)
def test_its_page_is_whole(rule: Rule) -> None:
    page = page_of(rule)
    assert page.summary.endswith(".")
    assert page.why
    assert page.fixable in ("no", "yes", "yes, unsafely")
    assert page.since


@pytest.mark.parametrize("case", FOUND, ids=str)
def test_it_is_found_where_it_stands(case: Case) -> None:
    assert places(case.text, case.code) == list(case.places)


@pytest.mark.parametrize("case", LEFT, ids=str)
def test_it_is_left_alone(case: Case) -> None:
    assert places(case.text, case.code) == []


@pytest.mark.parametrize("rule", RULES, ids=name_of)
def test_it_leaves_at_least_three_things_alone(rule: Rule) -> None:
    assert sum(case.code == rule.problem.code for case in LEFT) >= 3


@pytest.mark.parametrize("case", FIXED, ids=str)
def test_its_fix_is_clean_and_final(case: Case) -> None:
    unsafe = case.kind == "fixed unsafely"
    after = mended(case.text, case.code, unsafe=unsafe)
    assert after == case.after
    assert mended(after, case.code, unsafe=unsafe) == after
    if unsafe:
        assert mended(case.text, case.code, unsafe=False) == case.text


@pytest.mark.parametrize("rule", [rule for rule in RULES if page_of(rule).fixable != "no"], ids=name_of)
def test_what_can_be_fixed_is_shown_fixed(rule: Rule) -> None:
    page = page_of(rule)
    unsafe = page.fixable == "yes, unsafely"
    after = mended(page.bad, rule.problem.code, unsafe=unsafe)
    assert after != page.bad
    assert places(after, rule.problem.code) == []


@pytest.mark.parametrize("rule", [rule for rule in RULES if page_of(rule).fixable == "no"], ids=name_of)
def test_what_cannot_be_fixed_is_left_as_it_is(rule: Rule) -> None:
    bad = page_of(rule).bad
    assert mended(bad, rule.problem.code, unsafe=True) == bad


@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("*.md")), ids=lambda path: path.stem)
def test_the_examples_are_clean(path: object) -> None:
    from pathlib import Path  # noqa: PLC0415

    assert places(Path(str(path)).read_text(encoding="utf-8"), *(rule.problem.code for rule in RULES if rule.on)) == []


def test_codes_and_names_are_stable_and_used_once() -> None:
    assert len({problem.code for problem in PROBLEMS}) == len({problem.name for problem in PROBLEMS}) == len(PROBLEMS)
    assert [rule.problem.code for rule in RULES] == sorted(rule.problem.code for rule in RULES)
    assert {rule.problem for rule in RULES} == {problem for problem in PROBLEMS if problem.code < "RK7"}
