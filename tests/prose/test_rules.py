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
        ["egg", "onion", "lemon", "lime", "avocado", "flour", "sugar", "oil", "water", "salt", "beef", "chicken", "anise",
         "basil", "leaf"]
    ),
    serves=6,
)  # fmt: skip


def cases() -> Iterator[tuple[Rule, str]]:
    for rule in RULES:
        lines = (rule.asks.__doc__ or "").split("\n")
        yield from ((rule, line.strip()) for line in lines if re.search(r"\{[+=]", line))


@pytest.mark.parametrize(
    ("rule", "case"), [pytest.param(rule, case, id=f"{rule.name}: {case}") for rule, case in cases()]
)
def test_a_rule_decides_its_cases(rule: Rule, case: str) -> None:
    sentence = unbracketed(case, FOODS, 6)
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


WORDS_THAT_TELL = [
    ("Form into {+18 meatballs+}.", "units and yield words"),
    ("Divide the dough into {+6+}.", "a bare yield"),
    ("Makes about {+36+}.", "a yield"),
    ("Cut {+2 onions+} and fry them {=3 minutes=} per side.", "per side"),
    ("Give them {=2 tbsp=} oil apiece.", "apiece"),
    ("Add the flour, {=1 tsp=} at a time.", "increments"),
    ("Add half the flour, then {=1/3=} of the sugar.", "shares"),
    ("Stir in the remaining {+2 tbsp+} flour.", "what remains of an amount"),
    ("Add the reserved {+1 cup+} water.", "what was reserved"),
    ("Use a {=2-quart=} pot, a {=9x13=} dish and a {=12-inch=} skillet.", "sizes of equipment"),
    ("Line {=two trays=} with paper.", "equipment"),
    ("Fry the beef in {=2 batches=} and turn it {=3 times=}.", "repeats"),
    ("As in Step {=2=}, mix on speed {=2=}, at gas mark {=6=}, at {=50 %=} power.", "references"),
    ("Take {=85/15=} beef and rice and water {=1:2=}.", "ratios"),
    ("Cut each onion into {=8 wedges=}.", "pieces of one thing"),
    ("Beat {+2 eggs+} and the juice of {+half a lime+}.", "the recipe's own ingredients"),
]


@pytest.mark.parametrize(("line", "what"), WORDS_THAT_TELL, ids=[what for _, what in WORDS_THAT_TELL])
def test_what_tells_numbers_apart(line: str, what: str) -> None:
    sentence = unbracketed(line, FOODS)
    assert [sentence.said(mark) for mark in sentence.marks if sentence.scaled(mark) is not (mark.label == "+")] == [], (
        what
    )


def test_a_food_under_another_name_is_known_through_the_food_matcher() -> None:
    zucchini = Listed(frozenset(["zucchini"]), ("zucchini (sliced)", "eggs"))
    sentence = unbracketed("Slice 2 courgettes lengthways and set up 3 gadgets.", zucchini)
    assert [quantity.text for quantity in sentence.scaling()] == ["2 courgettes"]


def test_every_rule_has_its_own_place_and_name() -> None:
    assert len({rule.asks for rule in RULES}) == len(RULES)
