"""A scaled line reads as its author would have written it: same dash, same fractions, words that agree, sizes kept."""

from fractions import Fraction

import pytest

from recipekit.model import Wording
from recipekit.ops.scaling import respell
from recipekit.parse.items import read_ingredient
from recipekit.parse.prose.reading import read_prose
from recipekit.parse.prose.sentences import Listed
from recipekit.parse.quantities import find_quantities

FOODS = frozenset({"egg", "onion", "tortilla", "meatball", "flour", "clove", "garlic", "leaf", "bay", "lime"})


def scaled(line: str, factor: str) -> str:
    item, _ = read_ingredient(Wording(line, 1))
    return respell(line, item.quantities, Fraction(factor), food=item.name).text


def sentence(text: str, factor: str) -> str:
    quantities, _ = read_prose(Wording(text, 1), Listed(FOODS), None)
    return respell(text, quantities, Fraction(factor)).text


@pytest.mark.parametrize(
    ("line", "factor", "read"),
    [
        ("2–3 tbsp oil", "2", "4–6 tbsp oil"),
        ("2-3 tbsp oil", "2", "4-6 tbsp oil"),
        ("2—3 tbsp oil", "2", "4—6 tbsp oil"),
        ("2 – 3 tbsp oil", "2", "4 – 6 tbsp oil"),
        ("2 - 3 cups water", "3", "6 - 9 cups water"),
        ("2 to 3 carrots", "2", "4 to 6 carrots"),
        ("1 or 2 chilies", "3", "3 or 6 chilies"),
        ("2–3 tbsp oil", "1/3", "2–3 tsp oil"),
        ("½–1 tsp salt", "1/2", "¼–½ tsp salt"),
        ("1/2-1 tsp salt", "1/2", "1/4-1/2 tsp salt"),
        ("1-1½ cups water", "1/3", "⅓-½ cup water"),
        ("1 1/2–2 cups stock", "1/2", "3/4–1 cup stock"),
        ("1 - 1 1/2 cups water", "2", "2 - 3 cups water"),
        ("100–150 g bacon", "1/2", "50–75 g bacon"),
        ("250-300g rice", "2", "500-600g rice"),
        ("2 bis 3 EL Öl", "2", "4 bis 6 EL Öl"),
        ("1–2 pinches saffron", "1/3", "1 pinch saffron"),
        ("~2–3 tbsp oil", "2", "~4–6 tbsp oil"),
    ],
)
def test_a_range_keeps_its_dash_and_order(line: str, factor: str, read: str) -> None:
    assert scaled(line, factor) == read


@pytest.mark.parametrize("factor", ["1/7", "1/3", "1/2", "2/3", "3/2", "2", "7", "100"])
@pytest.mark.parametrize("line", ["2–3 tbsp oil", "½–1 tsp salt", "1-2 cloves garlic", "90–110 g rice", "1½-2 lb beef"])
def test_a_range_never_falls(line: str, factor: str) -> None:
    first = find_quantities(scaled(line, factor))[0][0]
    assert 0 < first.low <= first.high


def test_two_ends_that_lie_close_do_not_round_past_each_other() -> None:
    assert scaled("31 7/8–32 tsp oats", "1/12") == "2 2/3–2 3/4 tsp oats"


def test_a_range_too_large_for_spoons_keeps_to_cups_that_exist() -> None:
    assert "⅞" not in scaled("2–3 tbsp oil", "7")


@pytest.mark.parametrize(
    ("line", "factor", "read"),
    [
        ("1½ cups flour", "3/2", "2¼ cups flour"),
        ("1 ½ cups flour", "3/2", "2 ¼ cups flour"),
        ("1 1/2 cups flour", "3/2", "2 1/4 cups flour"),
        ("1-1/2 cups flour", "3/2", "2-1/4 cups flour"),
        ("1 and 1/2 cups flour", "3/2", "2 1/4 cups flour"),
        ("2⁄3 cup oil", "1/2", "1/3 cup oil"),
        ("11⁄2 cups oil", "2", "3 cups oil"),
        ("0.75 cup sugar", "2", "1.5 cups sugar"),
        ("1,5 l Wasser", "3/2", "2,25 l Wasser"),
        ("1,020 g flour", "3", "3,060 g flour"),
        ("10,000 g flour", "2", "20,000 g flour"),
        ("6000 g flour", "2", "12,000 g flour"),
        ("½ onion", "3", "1½ onions"),
        ("half an onion", "3", "1½ onions"),
        ("one egg", "2", "2 eggs"),
        ("two cups milk", "1/2", "1 cup milk"),
        ("300g/10½oz flour", "2", "600g/21oz flour"),
        ("500g flour", "2", "1000g flour"),
    ],
)
def test_a_number_keeps_the_authors_notation(line: str, factor: str, read: str) -> None:
    assert scaled(line, factor) == read


@pytest.mark.parametrize(
    ("line", "factor", "read"),
    [
        ("3 Cloves Garlic", "1/3", "1 Clove Garlic"),
        ("1 Clove Garlic", "3", "3 Cloves Garlic"),
        ("2 bay leaves", "1/2", "1 bay leaf"),
        ("1 bay leaf", "3", "3 bay leaves"),
        ("1 loaf bread", "2", "2 loaves bread"),
        ("3 ripe tomatoes, chopped", "1/3", "1 ripe tomato, chopped"),
        ("6 large flour tortillas", "1/3", "2 large flour tortillas"),
        ("1 large egg", "3", "3 large eggs"),
        ("3 large tomatoes on the vine", "1/3", "1 large tomato on the vine"),
        ("4 boneless chicken thighs", "1/2", "2 boneless chicken thighs"),
        ("12 shrimp", "1/3", "4 shrimp"),
        ("3 asparagus spears", "1/3", "1 asparagus spear"),
        ("1½ pounds chicken", "1/3", "½ pound chicken"),
        ("1 Tbsp. oil", "2", "2 Tbsp. oil"),
        ("1 T oil", "2", "2 T oil"),
        ("1 heaping tablespoon cocoa", "2", "2 heaping tablespoons cocoa"),
        ("1 big stalk celery", "2", "2 big stalks celery"),
        ("a handful of parsley", "2", "2 handfuls of parsley"),
        ("juice of 1 lemon", "2", "juice of 2 lemons"),
        ("Juice of 3 limes", "1/3", "Juice of 1 lime"),
        ("flour: 500 g", "2", "flour: 1000 g"),
        ("eggs, 2", "1/2", "egg, 1"),
        ("2 large eggs plus 1 yolk", "2", "4 large eggs plus 2 yolks"),
        ("1 cup wine or ½ cup vermouth", "2", "2 cups wine or 1 cup vermouth"),
        ("2 EL Öl", "3", "6 EL Öl"),
        ("1 Zwiebel", "1/2", "½ Zwiebel"),
    ],
)
def test_words_agree_with_their_number(line: str, factor: str, read: str) -> None:
    assert scaled(line, factor) == read


HARD = [
    ("4 boneless, skinless chicken thighs", "2", "8 boneless, skinless chicken thighs"),
    ("6 (10-inch) tortillas", "2", "12 (10-inch) tortillas"),
    ("2 (9-inch) pie crusts", "2", "4 (9-inch) pie crusts"),
    ("1 (2-inch) piece ginger", "2", "2 (2-inch) pieces ginger"),
    ("1 5cm piece ginger", "2", "2 5cm pieces ginger"),
    ("1 thumb-sized piece ginger", "2", "2 thumb-sized pieces ginger"),
    ("4 medium (364 g) onions", "1/2", "2 medium (182 g) onions"),
    ("2 red or yellow peppers", "2", "4 red or yellow peppers"),
    ("½ a lemon", "2", "1 lemon"),
    ("2 kiwis", "2", "4 kiwis"),
    ("500 flour", "2", "1000 flour"),
    ("3 Zehen Knoblauch", "2", "6 Zehen Knoblauch"),
    ("3 Eier", "2", "6 Eier"),
    ("2 EL Öl", "1/3", "2 TL Öl"),
    ("a dozen eggs", "2", "24 eggs"),
    ("one dozen eggs", "1/2", "6 eggs"),
]


@pytest.mark.parametrize(
    ("line", "factor", "read"),
    HARD,
)
def test_no_other_word_is_touched(line: str, factor: str, read: str) -> None:
    assert scaled(line, factor) == read


@pytest.mark.parametrize(
    ("line", "factor", "read"),
    [
        ("2 (13.4 oz) cans black beans", "2", "4 (13.4 oz) cans black beans"),
        ("1 (14 oz) can beans", "3", "3 (14 oz) cans beans"),
        ("1 14-oz can tomatoes", "2", "2 14-oz cans tomatoes"),
        ("one 15-ounce can beans", "2", "2 15-ounce cans beans"),
        ("2 x 400 g tins tomatoes", "2", "4 x 400 g tins tomatoes"),
        ("2 (8-ounce) packages cream cheese", "1/2", "1 (8-ounce) package cream cheese"),
        ("4 (6 oz) fillets salmon", "1/2", "2 (6 oz) fillets salmon"),
        ("2 cans chickpeas (15 oz each)", "2", "4 cans chickpeas (15 oz each)"),
        ("2 chicken breasts (about 6 oz each)", "2", "4 chicken breasts (about 6 oz each)"),
        ("6 12-inch tortillas", "1/3", "2 12-inch tortillas"),
        ("2 sheets (30x40 cm) puff pastry", "1/2", "1 sheet (30x40 cm) puff pastry"),
        ("1 3-pound chicken", "2", "2 3-pound chickens"),
        ("2 cups 1% milk", "1/2", "1 cup 1% milk"),
        ("1 lb 85/15 ground beef", "2", "2 lb 85/15 ground beef"),
        ("2 tbsp 5-spice powder", "1/2", "1 tbsp 5-spice powder"),
        ("1 bottle 7up", "2", "2 bottles 7up"),
        ("1 onion, cut into 8 wedges", "2", "2 onions, cut into 8 wedges"),
        ("2 peppers, each cut into 4", "2", "4 peppers, each cut into 4"),
        ("300 ml water at 40 °C", "2", "600 ml water at 40 °C"),
        ("2 tsp salt (½ tsp per serving)", "2", "4 tsp salt (½ tsp per serving)"),
        ("100 g dark chocolate (70%)", "2", "200 g dark chocolate (70%)"),
        ("8 slices bread, 1 cm thick", "1/2", "4 slices bread, 1 cm thick"),
    ],
)
def test_sizes_shares_and_names_with_numbers_stay(line: str, factor: str, read: str) -> None:
    assert scaled(line, factor) == read


@pytest.mark.parametrize(
    "line",
    [
        "Salt & pepper",
        "Salt, to taste",
        "Flaky salt (for serving)",
        "Oil for frying",
        "a few sprigs thyme",
        "14-oz can tomatoes",
        "2-inch piece ginger",
        "0 eggs",
        "1/0 cup milk",
        "99999999999999 g salt",
    ],
)
@pytest.mark.parametrize("factor", ["1/3", "7"])
def test_a_line_without_an_amount_is_left_alone(line: str, factor: str) -> None:
    assert scaled(line, factor) == line


@pytest.mark.parametrize(
    ("text", "factor", "read"),
    [
        ("Stir in 1½ cups water.", "1/3", "Stir in ½ cup water."),
        ("Add 3 cloves garlic and 1 tsp salt.", "2", "Add 6 cloves garlic and 2 tsp salt."),
        ("Beat 1 egg.", "2", "Beat 2 eggs."),
        ("Warm the 6 tortillas.", "1/3", "Warm the 2 tortillas."),
        ("Form into 18 meatballs.", "1/3", "Form into 6 meatballs."),
        ("Form into 18 meatballs.", "1/50", "Form into 1 meatball."),
        ("Pour half a cup of sherry.", "2", "Pour one cup of sherry."),
        ("Add another 2–3 tbsp water.", "2", "Add another 4–6 tbsp water."),
        ("Dust with ¼ tsp salt.", "1/2", "Dust with ⅛ tsp salt."),
        ("Melt 50g butter.", "2", "Melt 100g butter."),
    ],
)
def test_a_sentence_is_scaled_in_place(text: str, factor: str, read: str) -> None:
    assert sentence(text, factor) == read


@pytest.mark.parametrize(
    "text",
    [
        "Simmer for 10–12 minutes.",
        "Bake at 425°F (220°C).",
        "Use a 9x13-inch pan.",
        "Roll into 2-inch balls.",
        "Spoon 1 tbsp onto each wrapper.",
        "Add half the oil.",
        "Go back to step 3.",
        "Fry in 2 batches.",
        "Whisk in the oil, 1 tsp at a time.",
        "Serves 4.",
        "Keeps 3 days.",
        "Use 80/20 beef.",
        "Mix 1:2 with water.",
        "Set the mixer to speed 2.",
    ],
)
def test_a_sentence_without_an_amount_is_left_alone(text: str) -> None:
    assert sentence(text, "1/3") == text
    assert sentence(text, "2") == text


def test_half_a_dozen_is_one_amount() -> None:
    assert sentence("Beat half a dozen eggs.", "2") == "Beat twelve eggs."


@pytest.mark.parametrize(
    ("line", "factor", "read"),
    [
        ("1/2 Bio-Zitrone, abgeriebene Schale", "4", "2 Bio-Zitronen, abgeriebene Schale"),
        ("2 lemons, zest", "1/2", "1 lemon, zest"),
        ("6 Wiener Würstchen", "1/3", "2 Wiener Würstchen"),
        ("4 bay leaves, torn", "1/4", "1 bay leaf, torn"),
        ("2 c. flour", "1/16", "2 T. flour"),
        ("1 t. salt", "3", "1 T. salt"),
        ("1 lb onions (about 2 medium)", "2", "2 lb onions (about 4 medium)"),
        ("1 lb ground beef (85/15)", "2", "2 lb ground beef (85/15)"),
        ("0–2 chilies", "1/2", "0–1 chili"),
        ("1¼ cups water (2¼ cups for 8 servings)", "2", "1¼ cups water (2¼ cups for 8 servings)"),
    ],
)
def test_nouns_letters_and_brackets_follow(line: str, factor: str, read: str) -> None:
    assert scaled(line, factor) == read
