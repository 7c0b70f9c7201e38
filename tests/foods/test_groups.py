"""The words for parts of a shop, and which foods stand there."""

import pytest

from recipekit.foods.groups import belongs_to
from recipekit.foods.lexicon import Role, lexicon
from recipekit.foods.reading import alternatives
from recipekit.words import groups_of_foods

CALLED, FOODS = groups_of_foods()["called"], groups_of_foods()["foods"]


@pytest.mark.parametrize("group", FOODS)
def test_a_group_holds_foods_that_are_known(group: str) -> None:
    for name in FOODS[group]:
        if name.startswith("@"):
            assert name[1:] in FOODS
        else:
            (reading,) = alternatives(name)
            assert lexicon().roles[reading.head][0] is Role.FOOD, name


def test_a_name_means_one_group() -> None:
    names = [name for spellings in CALLED.values() for name in spellings]
    assert len(names) == len(set(names))
    assert all(name == name.casefold() for name in names)
    assert set(FOODS) <= set(CALLED)


@pytest.mark.parametrize(
    ("group", "among", "apart"),
    [
        (
            "vegetables",
            ["red onion", "cherry tomatoes", "jalapeño"],
            ["canned tomatoes", "frozen peas", "onion powder"],
        ),
        ("Produce", ["lemons", "lemon juice", "basil"], ["dried apricots", "dried basil"]),
        (
            "dairy",
            ["whole milk", "parmesan", "butter or margarine"],
            ["oat milk", "milk or oat milk", "cream of tartar"],
        ),
        ("spices", ["dried thyme", "ground cumin"], ["fresh thyme"]),
        ("meat", ["ground beef (85/15)", "chicken thighs", "bacon"], ["chicken stock", "salmon"]),
        ("fish and seafood", ["shrimp", "cod fillets"], ["fish sauce"]),
        ("canned goods", ["canned tomatoes", "canned black beans", "tomato paste"], ["tomatoes", "black beans"]),
        ("frozen", ["frozen peas"], ["peas"]),
        ("Gemüse", ["Möhren", "rote Zwiebeln"], ["Äpfel"]),
        ("onions", [], ["red onions"]),
    ],
)
def test_what_stands_together(group: str, among: list[str], apart: list[str]) -> None:
    assert [food for food in among if not belongs_to(food, group)] == []
    assert [food for food in apart if belongs_to(food, group)] == []
