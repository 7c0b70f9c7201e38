"""What can be cooked with what is in the house."""

from libraries import recipe

from recipekit.library.cooking import Cookable, cookable
from recipekit.library.entry import Entry
from recipekit.library.reading import read_card

FREE = ("water", "salt", "pepper")


def entry(title: str, *ingredients: str) -> Entry:
    """Return the entry of a recipe with these ingredients."""
    found = read_card(recipe(title, *ingredients).encode(), f"{title}.md").entry
    assert found is not None
    return found


def ranked(have: list[str], *entries: Entry) -> list[tuple[str, tuple[str, ...]]]:
    """Return the recipes with what is missing for each."""
    return [(one.entry.name, one.missing) for one in cookable(entries, have, FREE)]


def test_what_misses_least_stands_first_then_what_uses_most() -> None:
    one = entry("Curry", "1 lb chicken thighs", "1 can coconut milk", "1 cup rice")
    two = entry("Salad", "1 head lettuce", "1 lime")
    three = entry("Rice", "1 cup rice", "salt", "2 cups water")
    four = entry("Bowl", "1 cup rice", "1 lime", "salt & pepper")
    assert ranked(["chicken", "rice", "lime"], one, two, three, four) == [
        ("Bowl", ()), ("Rice", ()), ("Curry", ("coconut milk",)), ("Salad", ("lettuce",)),
    ]  # fmt: skip


def test_another_food_of_the_same_word_is_not_there() -> None:
    assert ranked(["rice"], entry("Dressing", "1 tbsp rice vinegar", "1 tsp oil")) == []


def test_a_food_goes_by_all_its_names() -> None:
    assert ranked(["green onions"], entry("Pancake", "3 scallions (sliced)")) == [("Pancake", ())]


def test_one_of_a_choice_is_enough_and_what_is_optional_is_never_missing() -> None:
    dish = entry("Toast", "2 slices bread", "butter or margarine", "1 egg (optional)")
    assert ranked(["bread", "margarine"], dish) == [("Toast", ())]
    assert cookable([dish], ["bread"], FREE) == [Cookable(dish, ("bread",), ("butter or margarine",))]
