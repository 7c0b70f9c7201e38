"""The matcher of foods: our labelled pairs, the laws it keeps, and names that nobody would write."""

import csv
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recipekit.foods import Likeness, best_match, compare, matching, nearest, split_foods

with (Path(__file__).parent / "pairs.csv").open(encoding="utf-8", newline="") as file:
    PAIRS = [(row["one"], row["other"], row["likeness"]) for row in csv.DictReader(file)]
WORDS = sorted({word for one, other, _ in PAIRS for word in f"{one} {other}".split()})
NAMES = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join))


@pytest.mark.parametrize(("one", "other", "likeness"), PAIRS, ids=[f"{one} / {other}" for one, other, _ in PAIRS])
def test_labelled_pairs(one: str, other: str, likeness: str) -> None:
    verdict = compare(one, other)
    assert verdict.likeness == likeness, verdict.reason
    assert compare(other, one).likeness == likeness


def test_each_likeness_is_labelled_often_enough() -> None:
    labels = [likeness for _, _, likeness in PAIRS]
    assert min(labels.count(likeness) for likeness in Likeness) >= 80


@given(NAMES, NAMES)
def test_likeness_is_symmetric(one: str, other: str) -> None:
    assert compare(one, other).likeness is compare(other, one).likeness


@given(NAMES)
def test_a_name_is_the_same_as_itself(name: str) -> None:
    assert compare(name, name).likeness is Likeness.SAME
    assert compare(name, f" {name.upper().lower()}  ").likeness is compare(f" {name.upper().lower()}  ", name).likeness


@given(NAMES)
def test_splitting_loses_no_food(name: str) -> None:
    parts = split_foods(name)
    assert parts
    assert all(part.strip() for part in parts) or parts == (name,)


@given(NAMES, st.lists(NAMES, max_size=5))
@settings(max_examples=50)
def test_what_is_chosen_stands_among_the_names(name: str, names: list[str]) -> None:
    best = best_match(name, names)
    assert best is None or best in names
    assert set(matching(name, names)) <= set(names)
    assert len(nearest(name, names, 2)) <= 2
    assert (best is None) == all(compare(name, other).likeness is not Likeness.SAME for other in names)


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "()",
        "(",
        "/",
        "&",
        " and ",
        ",",
        ",,,",
        "🍅",
        "½",
        "of",
        "or",
        "a/b/c",
        "\x00",
        "x" * 10_000,
        "egg " * 2_500,
        "(" * 10_000,
        "a, " * 5_000,
        "ﷺ" * 150,
    ],
    ids=lambda name: ascii(name[:12]),
)
def test_odd_names_are_the_same_only_as_themselves(name: str) -> None:
    assert compare(name, name).likeness is Likeness.SAME
    assert compare(name, "garlic").likeness is Likeness.DIFFERENT
    assert compare(name, "another " * 2_000).likeness is Likeness.DIFFERENT
    assert split_foods(name) == (name,)
    assert best_match(name, ["garlic", "onion"]) is None
    assert matching(name, ["garlic", "onion"]) == ()
    assert "" not in nearest(name, ["garlic", "onion"])


@pytest.mark.parametrize(
    ("name", "foods"),
    [
        ("Olive Oil & Butter", ("Olive Oil", "Butter")),
        ("salt and pepper", ("salt", "pepper")),
        ("Salz und Pfeffer", ("Salz", "Pfeffer")),
        ("salt, pepper and paprika", ("salt", "pepper", "paprika")),
        ("soy sauce and fish sauce", ("soy sauce", "fish sauce")),
        ("Olive Oil/Butter", ("Olive Oil", "Butter")),
        ("garlic and onion powder", ("garlic powder", "onion powder")),
        ("lemon zest and juice", ("lemon zest", "lemon juice")),
        ("bread + butter", ("bread", "butter")),
    ],
)
def test_two_foods_are_split(name: str, foods: tuple[str, ...]) -> None:
    assert split_foods(name) == foods


@pytest.mark.parametrize(
    "name",
    [
        "half-and-half", "half and half", "mac and cheese", "macaroni & cheese", "red cabbage and carrot mix",
        "sweet and sour sauce", "garlic, peeled and crushed", "black and white sesame seeds", "scallion / spring onion",
        "Cooking Oil / Olive Oil", "stock/broth", "85/15 ground beef", "butter or margarine", "brandy", "onion",
        "scallions, whites and greens separated", "tomato and basil sauce", "salt and vinegar chips",
    ],
)  # fmt: skip
def test_one_food_stays_whole(name: str) -> None:
    assert split_foods(name) == (name,)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("minced garlic", "garlic", 'both are "garlic"; "minced" says how it is cut'),
        ("Garlic", "garlic ", "both say the same"),
        ("red onion", "onions", '"red onion" is a kind of "onion"'),
        ("lemons", "lemon juice", '"lemon" goes with "lemon juice"'),
        ("red onion", "white onion", 'both are kinds of "onion"'),
        ("egg", "eggplant", '"egg" is not "eggplant"'),
        ("egg", "egg whites", '"egg" goes with "egg white"'),
        ("Olive Oil & Butter", "butter", '"Butter" is in both'),
        ("butter or oil", "butter", "one leaves a choice"),
    ],
)
def test_the_reason_says_why(one: str, other: str, reason: str) -> None:
    assert compare(one, other).reason == reason


def test_the_closest_wording_comes_first() -> None:
    names = ["Salt & Pepper", "sea salt", "salt", "kosher salt (Morton)", "celery salt"]
    assert best_match("Salt", names) == "salt"
    assert matching("salt", names) == ("salt", "sea salt", "kosher salt (Morton)")


@pytest.mark.parametrize(
    ("name", "names", "found"),
    [
        ("ground pork", ["Organic Ground Pork", "Pork Sausage", "pork"], ("Organic Ground Pork",)),
        ("tomatoes", ["grape tomatoes", "tomato paste"], ("grape tomatoes",)),
        ("onion", ["red onion", "white onion", "onion powder"], ("red onion", "white onion")),
        ("milk", ["coconut milk", "buttermilk"], ()),
        ("Mehl", ["all-purpose flour", "bread flour"], ("all-purpose flour",)),
    ],
)
def test_related_names_count_only_where_none_is_the_same(
    name: str, names: Iterable[str], found: tuple[str, ...]
) -> None:
    assert matching(name, iter(names)) == found


@pytest.mark.parametrize(
    ("name", "names", "found"),
    [
        ("almond flower", ["almond flour", "milk", "rice"], ("almond flour",)),
        ("parmezan", ["parmesan, grated", "pecorino", "ham"], ("parmesan, grated",)),
        ("tomatos", ["ham", "tomato, chopped"], ("tomato, chopped",)),
        ("chees", ["chives", "cream cheese", "ham"], ("cream cheese", "chives")),
        ("xyzzy", ["milk", "rice"], ()),
    ],
)
def test_the_nearest_names_are_offered(name: str, names: list[str], found: tuple[str, ...]) -> None:
    assert nearest(name, names) == found
