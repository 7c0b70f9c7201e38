"""How often the matcher is right about names that it was not written for.

``independent.csv`` and ``second.csv`` were labelled before the matcher had seen one of their names. Those first figures are the
only ones out of sample; then both sets were read and classes of misses were mended, so that the bounds below only
hold what was reached and say little of other names. First and present figures, "same" being what is looked for:

======================  ===============  ===============  ===============
set                     precision        recall           all three right
======================  ===============  ===============  ===============
independent.csv, first  182/186, 97.8 %  182/206, 88.3 %  422/476, 88.7 %
independent.csv, now    205/205, 100 %   205/206, 99.5 %  473/476, 99.4 %
second.csv, first       60/60, 100 %     60/68, 88.2 %    129/150, 86.0 %
second.csv, now         65/65, 100 %     65/68, 95.6 %    147/150, 98.0 %
======================  ===============  ===============  ===============

What is still wrong in ``second.csv`` are labels that ``independent.csv`` sets otherwise (waxy potatoes, cooked beets, toasted
sesame oil): they were left as they were first written.
"""

import csv
from pathlib import Path

import pytest

from recipekit.foods import Likeness, compare


def judged(name: str) -> list[tuple[str, Likeness, Likeness]]:
    """Return each pair of a set with its label and what the matcher says."""
    with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as file:
        return [
            (f"{row['one']} / {row['other']}", Likeness(row["likeness"]), compare(row["one"], row["other"]).likeness)
            for row in csv.DictReader(file)
        ]


@pytest.mark.parametrize("name", ["independent.csv", "second.csv"])
def test_no_two_foods_pass_for_one(name: str) -> None:
    assert [pair for pair, label, said in judged(name) if said is Likeness.SAME is not label] == []


@pytest.mark.parametrize(("name", "recall"), [("independent.csv", 0.99), ("second.csv", 0.95)])
def test_one_food_is_found_under_two_names(name: str, recall: float) -> None:
    same = [(pair, said is Likeness.SAME) for pair, label, said in judged(name) if label is Likeness.SAME]
    assert len(same) >= 60
    assert sum(found for _, found in same) >= recall * len(same), [pair for pair, found in same if not found]


@pytest.mark.parametrize(("name", "accuracy"), [("independent.csv", 0.99), ("second.csv", 0.975)])
def test_the_three_likenesses_are_told_apart(name: str, accuracy: float) -> None:
    pairs = judged(name)
    wrong = [f"{pair}: {said}, not {label}" for pair, label, said in pairs if said is not label]
    assert len(wrong) <= (1 - accuracy) * len(pairs), wrong
