"""An ingredient line is an amount, a unit, the name of the food, and a note."""

import pytest

from recipekit.model import Ingredient, Kind, Wording
from recipekit.parse.items import read_ingredient


def read(line: str) -> Ingredient:
    return read_ingredient(Wording(line, 1))[0]


def amounts(item: Ingredient) -> str:
    """Return the amounts of an item in one line: "2..3 tbsp, 30 g"."""
    spelled = []
    for quantity in item.quantities:
        if quantity.kind is Kind.AMOUNT:
            number = str(quantity.low) if quantity.low == quantity.high else f"{quantity.low}..{quantity.high}"
            spelled.append(f"{number} {quantity.unit or ''}".strip())
    return ", ".join(spelled)


LINES: list[tuple[str, str, str, str | None]] = [
    ("3 Cloves Garlic (minced)", "3 clove", "Garlic", "minced"),
    ("10 cloves garlic, minced", "10 clove", "garlic", "minced"),
    ("4 garlic cloves", "4", "garlic cloves", None),
    ("4 cloves", "4", "cloves", None),
    ("1 head of garlic", "1 head", "garlic", None),
    ("500 g flour", "500 g", "flour", None),
    ("500g flour (sifted)", "500 g", "flour", "sifted"),
    ("1,020 g flour", "1020 g", "flour", None),
    ("1 1/2 cups flour", "3/2 cup", "flour", None),
    ("1½ cups napa cabbage (finely shredded)", "3/2 cup", "napa cabbage", "finely shredded"),
    ("1-1/2 cups flour", "3/2 cup", "flour", None),
    ("11⁄2 cups flour", "3/2 cup", "flour", None),
    ("½ onion", "1/2", "onion", None),
    ("half an onion", "1/2", "onion", None),
    ("half of a lemon", "1/2", "lemon", None),
    ("one egg", "1", "egg", None),
    ("two cups milk", "2 cup", "milk", None),
    ("a pinch of salt", "1 pinch", "salt", None),
    ("a handful of parsley", "1 handful", "parsley", None),
    ("2–3 tbsp neutral oil (for frying)", "2..3 tbsp", "neutral oil", "for frying"),
    ("2 to 3 carrots", "2..3", "carrots", None),
    ("1 or 2 chilies", "1..2", "chilies", None),
    ("~2 tbsp oil", "2 tbsp", "oil", None),
    ("about 2 tbsp oil", "2 tbsp", "oil", None),
    ("2 Tbsp. soy sauce", "2 tbsp", "soy sauce", None),
    ("2 T butter", "2 tbsp", "butter", None),
    ("1 t salt", "1 tsp", "salt", None),
    ("2 C flour", "2 cup", "flour", None),
    ("8 fl. oz. milk", "8 fl_oz", "milk", None),
    ("8 fluid ounces milk", "8 fl_oz", "milk", None),
    ("1 heaping tbsp cocoa", "1 tbsp", "cocoa", None),
    ("1 big stalk celery", "1 stalk", "celery", None),
    ("1 small head cabbage", "1 head", "cabbage", None),
    ("1 thumb ginger", "1 thumb", "ginger", None),
    ("2 ears of corn", "2 ear", "corn", None),
    ("12 tbsp (180 g) butter", "12 tbsp, 180 g", "butter", None),
    ("200 g / 7 oz chocolate", "200 g, 7 oz", "chocolate", None),
    ("300g/10½oz flour", "300 g, 21/2 oz", "flour", None),
    ("1 lb 8 oz beef", "3/2 lb", "beef", None),
    ("¼ cup plus 2 tbsp sugar", "3/8 cup", "sugar", None),
    ("1 can (400 g) beans", "1 can, 400 g", "beans", None),
    ("6 chicken thighs (600 g)", "6, 600 g", "chicken thighs", "600 g"),
    ("1 stick (113 g) butter", "1 stick, 113 g", "butter", None),
    ("2 (13.4 oz) cans black beans", "2 can", "black beans", None),
    ("1 14-oz can tomatoes", "1 can", "tomatoes", None),
    ("one 15-ounce can beans", "1 can", "beans", None),
    ("2 x 400 g tins tomatoes", "2 tin", "tomatoes", None),
    ("4 (6 oz) fillets salmon", "4 fillet", "salmon", None),
    ("2 packets (7 g each) yeast", "2 packet", "yeast", None),
    ("2 cans chickpeas (15 oz each)", "2 can", "chickpeas", "15 oz each"),
    ("3 large eggs", "3", "large eggs", None),
    ("6 large eggs, at room temperature", "6", "large eggs", "at room temperature"),
    ("1 egg, beaten", "1", "egg", "beaten"),
    ("20 oz prawns, shelled and rinsed", "20 oz", "prawns", "shelled and rinsed"),
    ("4 boneless, skinless chicken thighs", "4", "boneless, skinless chicken thighs", None),
    ("6 tbsp butter, divided", "6 tbsp", "butter", "divided"),
    ("2 tbsp oil, plus more for frying", "2 tbsp", "oil", "plus more for frying"),
    ("1 tsp chili crisp (optional)", "1 tsp", "chili crisp", "optional"),
    ("1 bunch of parsley, chopped", "1 bunch", "parsley", "chopped"),
    ("Flaky salt, to taste", "", "Flaky salt", "to taste"),
    ("Salt & pepper", "", "Salt & pepper", None),
    ("Oil for frying", "", "Oil for frying", None),
    ("flour: 500 g", "500 g", "flour", None),
    ("flour - 500 g", "500 g", "flour", None),
    ("Salt, 1 tsp", "1 tsp", "Salt", None),
    ("eggs, 2", "2", "eggs", None),
    ("juice of 1 lemon", "1", "juice of 1 lemon", None),
    ("2 cups 1% milk", "2 cup", "1% milk", None),
    ("1 lb 85/15 ground beef", "1 lb", "85/15 ground beef", None),
    ("500 g 00 flour", "500 g", "00 flour", None),
    ("1 bottle 7up", "1 bottle", "7up", None),
    ("6 12-inch tortillas", "6", "12-inch tortillas", None),
    ("2 EL Öl", "2 tbsp", "Öl", None),
    ("1,5 l Wasser", "3/2 l", "Wasser", None),
    ("250 g Butter, weich", "250 g", "Butter", "weich"),
]


@pytest.mark.parametrize(("line", "amount", "name", "note"), LINES, ids=[line for line, *_ in LINES])
def test_a_line_is_an_amount_a_name_and_a_note(line: str, amount: str, name: str, note: str | None) -> None:
    item = read(line)
    assert (amounts(item), item.name, item.note) == (amount, name, note)


HARD = [
    ("250g-300g rice", "250..300 g", "rice"),
    ("1 (2-inch) piece ginger", "1 piece", "ginger"),
    ("1 5cm piece ginger", "1 piece", "ginger"),
    ("1 thumb-sized piece ginger", "1 piece", "ginger"),
    ("a dozen eggs", "12", "eggs"),
    ("one dozen eggs", "12", "eggs"),
    ("½ a lemon", "1/2", "lemon"),
    ("1 quarter cup oil", "1/4 cup", "oil"),
    ("2 ℓ water", "2 l", "water"),
    ("0,125 l Milch", "1/8 l", "Milch"),
]


@pytest.mark.parametrize(
    ("line", "amount", "name"),
    [pytest.param(*row, id=row[0]) for row in HARD],
)
def test_a_hard_line_is_an_amount_and_a_name(line: str, amount: str, name: str) -> None:
    item = read(line)
    assert (amounts(item), item.name) == (amount, name)


@pytest.mark.parametrize(
    ("line", "text", "kind"),
    [
        ("2 (13.4 oz) cans black beans", "13.4 oz", Kind.SIZE),
        ("14-oz can tomatoes", "14-oz", Kind.SIZE),
        ("2-inch piece ginger", "2-inch", Kind.SIZE),
        ("2 chicken breasts (about 6 oz each)", "6 oz", Kind.PER_SERVING),
        ("2 tsp salt (½ tsp per serving)", "½ tsp", Kind.PER_SERVING),
        ("300 ml water at 40 °C", "40 °C", Kind.TEMPERATURE),
        ("1 cup rice (cooked for 12 minutes)", "12 minutes", Kind.TIME),
        ("1 onion, cut into 8 wedges", "8 wedges", Kind.OTHER),
        ("2 cups 1% milk", "1%", Kind.OTHER),
        ("1 lb 80/20 beef", "80/20", Kind.OTHER),
        ("1 tsp five-spice powder", "five", Kind.OTHER),
    ],
)
def test_a_number_that_is_no_amount_does_not_scale(line: str, text: str, kind: Kind) -> None:
    [other] = [quantity for quantity in read(line).quantities if quantity.text == text]
    assert (other.kind, other.scales) == (kind, False)


@pytest.mark.parametrize(
    ("line", "optional"),
    [
        ("1 tsp chili crisp (optional)", True),
        ("2 tbsp oil, if desired", True),
        ("Optional: 1 lime", True),
        ("1 tbsp Zucker, nach Belieben", True),
        ("1 tsp chili crisp", False),
        ("2 tbsp oil (for frying)", False),
    ],
)
def test_optional_is_said_in_words(line: str, optional: bool) -> None:
    assert read(line).optional is optional


@pytest.mark.parametrize(
    ("line", "approximate"),
    [
        ("~2 tbsp oil", True),
        ("about 2 tbsp oil", True),
        ("ca. 200 g Mehl", True),
        ("2 tbsp oil", False),
        ("(2 eggs)", False),
    ],
)
def test_about_makes_an_amount_approximate(line: str, approximate: bool) -> None:
    assert any(quantity.approximate for quantity in read(line).quantities) is approximate


@pytest.mark.parametrize("line", ["1/0 cup milk", "99999999999999 g salt", "1 1/0 tsp salt"])
def test_a_number_that_nobody_means_is_reported(line: str) -> None:
    item, unreadable = read_ingredient(Wording(line, 1))
    assert not amounts(item)
    assert len(unreadable) == 1


def test_a_skewer_is_a_utensil_and_does_not_scale() -> None:
    assert [quantity.scales for quantity in read("6 wooden skewers").quantities] == [False]


@pytest.mark.parametrize("line", [line for line, *_ in LINES])
def test_a_quantity_stands_where_it_says(line: str) -> None:
    item = read(line)
    assert all(line[quantity.start : quantity.end] == quantity.text for quantity in item.quantities)
    assert item.name_span is not None
    assert line[slice(*item.name_span)] == item.name


@pytest.mark.parametrize(
    ("line", "amount", "name", "note"),
    [
        ("2 large (28 oz) cans tomatoes", "2 can", "tomatoes", None),
        ("1 large (800 g) cauliflower", "1, 800 g", "cauliflower", None),
        ("2 cans (14-oz) tomatoes", "2 can", "tomatoes", None),
        ("1 Stück (3 cm) Ingwer", "1 piece", "Ingwer", None),
        ("500 g – 1 kg mussels", "500 g, 1 kg", "mussels", None),
        ("1 cup, or 240 ml, milk", "1 cup, 240 ml", "milk", None),
        ("1 cup, plus 2 tbsp, sugar", "9/8 cup", "sugar", None),
        ("2 cups flour plus 2 tbsp for dusting", "2 cup, 2 tbsp", "flour", "plus 2 tbsp for dusting"),
        ("200 g plain flour plus extra for dusting", "200 g", "plain flour", "plus extra for dusting"),
        ("1 (14 oz) can diced tomatoes, undrained", "1 can", "diced tomatoes", "undrained"),
        ("2 finely chopped, peeled tomatoes", "2", "finely chopped, peeled tomatoes", None),
        ("1 cup dried, pitted dates, chopped", "1 cup", "dried, pitted dates", "chopped"),
        ("3 large carrots (about 300 g), peeled", "3, 300 g", "large carrots", "about 300 g, peeled"),
        ("4 chicken breasts, 6 oz each", "4", "chicken breasts", "6 oz each"),
        ("a 4-lb chicken", "1", "chicken", None),
        ("1/2-inch piece of ginger", "", "ginger", None),
        ("14-oz can tomatoes", "", "tomatoes", None),
        ("9-inch pie crust", "", "9-inch pie crust", None),
        ("Salt – a pinch", "1 pinch", "Salt", None),
        ("Eggs x 3", "3", "Eggs", None),
        ("Generous pinch of salt", "", "salt", None),
        ("Handful of basil, torn", "", "basil", "torn"),
        ("Cream of tartar", "", "Cream of tartar", None),
        ("Leaf lettuce", "", "Leaf lettuce", None),
        ("Onion, 1 large", "1", "Onion", "large"),
        ("Mehl Type 405", "", "Mehl Type 405", None),
        ("Saft einer Zitrone", "1", "Saft einer Zitrone", None),
        ("Abrieb einer halben Orange", "1/2", "Abrieb einer halben Orange", None),
        ("1 glass of red wine", "1 glass", "red wine", None),
        ("2 glasses", "2", "glasses", None),
        ("1 loosely packed cup basil", "1 cup", "basil", None),
        ("a hundred grams of sugar", "100 g", "sugar", None),
        ("a half dozen eggs", "6", "eggs", None),
    ],
)
def test_a_line_of_another_shape_is_read(line: str, amount: str, name: str, note: str | None) -> None:
    item = read(line)
    assert (amounts(item), item.name, item.note) == (amount, name, note)


def test_half_of_one_takes_its_article_along() -> None:
    [half] = read("juice of half a lemon").quantities
    assert (half.text, half.word and "juice of half a lemon"[slice(*half.word)]) == ("half a", "lemon")
