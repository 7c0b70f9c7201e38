"""Kitchen nouns agree with their number, and what has no plural keeps its one form."""

import pytest

from recipekit.grammar import is_plural, plural, singular

NOUNS = """
    clove cloves, leaf leaves, loaf loaves, half halves, knife knives, tomato tomatoes, potato potatoes, mango mangoes,
    avocado avocados, jalapeño jalapeños, taco tacos, berry berries, cherry cherries, patty patties, anchovy anchovies,
    turkey turkeys, tray trays, cookie cookies, brownie brownies, pie pies, egg eggs, yolk yolks, onion onions,
    slice slices, piece pieces, can cans, box boxes, bunch bunches, pinch pinches, dash dashes, splash splashes,
    radish radishes, peach peaches, sandwich sandwiches, glass glasses, olive olives, lime limes, orange oranges,
    sausage sausages, cabbage cabbages, apple apples, date dates, noodle noodles, wedge wedges, meatball meatballs,
    wrapper wrappers, tortilla tortillas, zucchini zucchinis, chili chilies, chilli chillies, chile chiles, bun buns,
    muffin muffins, thigh thighs, mushroom mushrooms, quiche quiches, person people, fry fries, curry curries,
    cup cups, tablespoon tablespoons, ounce ounces, inch inches, batch batches, sprig sprigs, kiwi kiwis,
    roti rotis, blini blinis
"""
PAIRS = [(pair.split()[0], pair.split()[1]) for pair in NOUNS.split(",")]
ONE_FORM = (
    "hummus", "couscous", "asparagus", "molasses", "watercress", "oats", "greens", "swiss", "salmon", "shrimp", "rice",
    "garlic", "spinach", "cilantro", "lemongrass",
)  # fmt: skip


def case(one: str, many: str) -> object:
    return pytest.param(one, many, id=one)


@pytest.mark.parametrize(("one", "many"), [case(*pair) for pair in PAIRS])
def test_a_noun_has_its_singular_and_plural(one: str, many: str) -> None:
    assert (plural(one), singular(many)) == (many, one)
    assert (plural(many), singular(one)) == (many, one)
    assert (is_plural(many), is_plural(one)) == (True, False)


@pytest.mark.parametrize("noun", ONE_FORM)
def test_a_mass_noun_keeps_its_one_form(noun: str) -> None:
    assert (plural(noun), singular(noun), is_plural(noun)) == (noun, noun, False)


@pytest.mark.parametrize("noun", ["flour", "sugar", "butter", "water", "ginger", "dozen", "spaghetti", "gnocchi"])
def test_what_is_never_counted_has_no_plural(noun: str) -> None:
    assert plural(noun) == noun


@pytest.mark.parametrize("sign", ["#", "%", "cm³"])
def test_a_sign_has_no_plural(sign: str) -> None:
    assert plural(sign) == sign


@pytest.mark.parametrize("adjective", ["boneless", "skinless", "seedless"])
def test_an_adjective_has_no_plural(adjective: str) -> None:
    assert plural(adjective) == adjective


@pytest.mark.parametrize(
    ("noun", "one", "many"),
    [
        ("Cloves", "Clove", "Cloves"),
        ("CLOVES", "CLOVE", "CLOVES"),
        ("Leaf", "Leaf", "Leaves"),
        ("cans", "can", "cans"),
        ("POTATO", "POTATO", "POTATOES"),
    ],
)
def test_capitals_are_kept(noun: str, one: str, many: str) -> None:
    assert (singular(noun), plural(noun)) == (one, many)


@pytest.mark.parametrize("noun", ["Zehen", "Eier", "Dosen", "Zwiebeln", "Möhren", "Prisen", "Scheiben", "Stück"])
def test_a_german_plural_gets_no_english_s(noun: str) -> None:
    assert plural(noun) == noun


def test_no_word_is_no_noun() -> None:
    assert (singular(""), plural("")) == ("", "")
