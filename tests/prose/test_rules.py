"""Each rule decides the cases that its docstring shows, and no other rule does it for it."""

import re
from collections.abc import Iterator

import pytest
from labelled import unbracketed

from recipekit.parse.prose.rule import Rule
from recipekit.parse.prose.rules import NEVER_AMOUNTS, RULES
from recipekit.parse.prose.sentences import Listed

FOODS = Listed(
    frozenset(
        [
            "egg",
            "onion",
            "lemon",
            "lime",
            "avocado",
            "flour",
            "sugar",
            "oil",
            "water",
            "salt",
            "beef",
            "chicken",
            "anise",
            "basil",
            "leaf",
        ]
    )
)


def cases() -> Iterator[tuple[Rule, str]]:
    for rule in RULES:
        lines = (rule.asks.__doc__ or "").split("\n")
        yield from ((rule, line.strip()) for line in lines if re.search(r"\{[+=]", line))


@pytest.mark.parametrize(
    ("rule", "case"), [pytest.param(rule, case, id=f"{rule.name}: {case}") for rule, case in cases()]
)
def test_a_rule_decides_its_cases(rule: Rule, case: str) -> None:
    sentence = unbracketed(case, FOODS)
    for mark in sentence.marks:
        found = [q for q in sentence.quantities() if q.start < mark.end and mark.start < q.number_end]
        assert found, sentence.said(mark)
        assert all(quantity.scales is (mark.label == "+") for quantity in found)
        assert any(quantity.why == rule.why for quantity in found), found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_has_a_reason_and_a_case(rule: Rule) -> None:
    assert rule.why
    assert any(case for other, case in cases() if other is rule)


def test_what_never_scales_is_a_reason_of_some_rule() -> None:
    assert {rule.why for rule in RULES} >= NEVER_AMOUNTS


def test_only_amounts_scale() -> None:
    assert all(rule.kind.value == "amount" for rule in RULES if rule.scales)
