"""Every kitchen word names one unit of an exact size, and pint's wrong guesses are not made."""

from fractions import Fraction

import pytest

from recipekit.units import CUPS, LOCAL, ROUGH, UNITS, Dimension, dimension_of, plural_of_unit, size_of, unit_named


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("t tsp tsps ts teaspoon Teaspoons TSP TL Teelöffel", "tsp"),
        ("T tbsp Tbsp TBSP tbs tbl tb tablespoon Tablespoons EL Esslöffel", "tbsp"),
        ("cup cups Cup c C Tasse", "cup"),
        ("g gr gm grams Gramm G", "g"),
        ("kg KG kilo kilos", "kg"),
        ("ml mL ML Ml millilitres cc", "ml"),
        ("l L litre liters Liter", "l"),
        ("cl", "cl"),
        ("dl dL", "dl"),
        ("oz ozs ounce Ounces", "oz"),
        ("lb lbs Pound pounds LB", "lb"),
        ("pint pints pt", "pint"),
        ("quart qt quarts", "quart"),
        ("gallon gal", "gallon"),
        ("pinch pinches Prise Msp", "pinch"),
        ("dash dashes", "dash"),
        ("clove cloves Cloves Zehe Zehen", "clove"),
        ("can cans Dose Dosen", "can"),
        ("leaf leaves Blatt Blätter", "leaf"),
        ("bag bags", "bag"),
        ("minute mins Minuten", "minute"),
        ("hour hrs h Std", "hour"),
        ("inch inches", "inch"),
    ],
    ids=lambda value: value.split()[0],
)
def test_kitchen_words_name_their_unit(words: str, unit: str) -> None:
    assert {word: unit_named(word) for word in words.split()} == dict.fromkeys(words.split(), unit)


@pytest.mark.parametrize("phrase", ["fl oz", "fl. oz", "fluid ounce", "Fluid Ounces", "floz"])
def test_fluid_ounces_are_no_ounces(phrase: str) -> None:
    assert unit_named(phrase) == "fl_oz"


@pytest.mark.parametrize(
    "word",
    ["shallots", "eggs", "flour", "F", "link", "shake", "bar", "point", "a", "large", "", "kcalx", "milli", "of"],
)
def test_other_words_name_no_unit(word: str) -> None:
    assert unit_named(word) is None


@pytest.mark.parametrize(
    ("unit", "times", "other"),
    [
        ("tbsp", "3", "tsp"),
        ("cup", "16", "tbsp"),
        ("cup", "8", "fl_oz"),
        ("pint", "2", "cup"),
        ("quart", "4", "cup"),
        ("gallon", "16", "cup"),
        ("lb", "16", "oz"),
        ("kg", "1000", "g"),
        ("g", "1000", "mg"),
        ("l", "10", "dl"),
        ("dl", "10", "cl"),
        ("cl", "10", "ml"),
        ("hour", "60", "minute"),
        ("minute", "60", "second"),
        ("day", "24", "hour"),
        ("inch", "2.54", "cm"),
        ("cm", "10", "mm"),
        ("kcal", "4.184", "kJ"),
    ],
)
def test_units_measure_each_other_exactly(unit: str, times: str, other: str) -> None:
    one, small = size_of(unit), size_of(other)
    assert one is not None
    assert small is not None
    assert one / small == Fraction(times)


@pytest.mark.parametrize(
    ("unit", "size"), [("cup", "236.5882365"), ("oz", "28.349523125"), ("lb", "453.59237"), ("fl_oz", "29.5735295625")]
)
def test_us_units_have_their_legal_size(unit: str, size: str) -> None:
    assert size_of(unit) == Fraction(size)


@pytest.mark.parametrize(
    ("unit", "dimension"),
    [
        ("g", Dimension.MASS),
        ("oz", Dimension.MASS),
        ("fl_oz", Dimension.VOLUME),
        ("tbsp", Dimension.VOLUME),
        ("minute", Dimension.TIME),
        ("inch", Dimension.LENGTH),
        ("°F", Dimension.TEMPERATURE),
        ("%", Dimension.SHARE),
        ("serving", Dimension.PEOPLE),
        ("kJ", Dimension.ENERGY),
        ("clove", Dimension.COUNT),
        ("whatever", Dimension.COUNT),
        (None, None),
    ],
    ids=str,
)
def test_a_unit_measures_one_thing(unit: str | None, dimension: Dimension | None) -> None:
    assert dimension_of(unit) is dimension


@pytest.mark.parametrize("unit", ["clove", "can", "stick", "°C", "month", None], ids=str)
def test_what_has_no_size_has_none(unit: str | None) -> None:
    assert size_of(unit) is None


def test_every_size_is_exact() -> None:
    assert {type(unit.size) for unit in UNITS.values()} <= {Fraction, type(None)}


@pytest.mark.parametrize(
    ("unit", "many"),
    [
        ("cup", "cups"),
        ("pint", "pints"),
        ("clove", "cloves"),
        ("leaf", "leaves"),
        ("loaf", "loaves"),
        ("pinch", "pinches"),
        ("box", "boxes"),
        ("bunch", "bunches"),
        ("dash", "dashes"),
        ("inch", "inches"),
        ("hour", "hours"),
        ("minute", "minutes"),
        ("tsp", "tsp"),
        ("tbsp", "tbsp"),
        ("g", "g"),
        ("oz", "oz"),
        ("lb", "lb"),
        ("dozen", "dozen"),
        ("°C", "°C"),
    ],
)
def test_words_of_units_take_a_plural_and_symbols_do_not(unit: str, many: str) -> None:
    assert plural_of_unit(unit) == many


def test_the_script_l_is_a_litre() -> None:
    assert unit_named("ℓ") == "l"


@pytest.mark.parametrize(
    ("cups", "unit", "millilitres"),
    [
        ("us", "cup", "236.5882365"),
        ("us", "tbsp", "14.78676478125"),
        ("us", "tsp", "4.92892159375"),
        ("us", "pint", "473.176473"),
        ("us", "quart", "946.352946"),
        ("us", "gallon", "3785.411784"),
        ("us", "gill", "118.29411825"),
        ("metric", "cup", "250"),
        ("metric", "tbsp", "15"),
        ("metric", "tsp", "5"),
        ("metric", "pint", "568.26125"),
        ("metric", "dessertspoon", "10"),
        ("au", "cup", "250"),
        ("au", "tbsp", "20"),
        ("au", "tsp", "5"),
        ("au", "fl_oz", "28.4130625"),
        ("imperial", "cup", "284.130625"),
        ("imperial", "tbsp", "17.7581640625"),
        ("imperial", "fl_oz", "28.4130625"),
        ("imperial", "pint", "568.26125"),
        ("imperial", "quart", "1136.5225"),
        ("imperial", "gallon", "4546.09"),
        ("imperial", "gill", "142.0653125"),
    ],
)
def test_a_cup_is_its_countrys(cups: str, unit: str, millilitres: str) -> None:
    assert size_of(unit, cups) == Fraction(millilitres)


@pytest.mark.parametrize("cups", CUPS)
@pytest.mark.parametrize(
    ("unit", "many", "other"),
    [
        ("tsp", "4", "tad"),
        ("tsp", "8", "dash"),
        ("tsp", "16", "pinch"),
        ("tsp", "32", "smidgen"),
        ("tsp", "64", "drop"),
        ("dessertspoon", "2", "tsp"),
        ("gallon", "4", "quart"),
        ("quart", "2", "pint"),
        ("pint", "4", "gill"),
    ],
)
def test_small_measures_and_gallons_hold_in_every_system(cups: str, unit: str, many: str, other: str) -> None:
    assert size_of(unit, cups) == Fraction(many) * (size_of(other, cups) or 0)


@pytest.mark.parametrize(("cups", "tsp"), [("us", "3"), ("metric", "3"), ("imperial", "3"), ("au", "4")])
def test_an_australian_tablespoon_is_four_teaspoons(cups: str, tsp: str) -> None:
    assert size_of("tbsp", cups) == Fraction(tsp) * (size_of("tsp", cups) or 0)


@pytest.mark.parametrize(
    "unit",
    [
        "us_cup",
        "metric_cup",
        "imperial_cup",
        "au_cup",
        "us_tbsp",
        "metric_tbsp",
        "au_tbsp",
        "imperial_tbsp",
        "us_tsp",
        "us_pint",
        "imperial_pint",
        "us_fl_oz",
        "imperial_fl_oz",
        "imperial_quart",
        "imperial_gallon",
    ],
)
def test_a_unit_that_says_its_country_is_the_same_everywhere(unit: str) -> None:
    system, _, local = unit.partition("_")
    assert {size_of(unit, cups) for cups in CUPS} == {size_of(local, system)}


@pytest.mark.parametrize("unit", ["g", "oz", "lb", "ml", "l", "inch", "minute", "kJ", "jigger", "dag", "pfund"])
def test_what_is_no_cup_is_the_same_everywhere(unit: str) -> None:
    assert len({size_of(unit, cups) for cups in CUPS}) == 1


@pytest.mark.parametrize(("unit", "grams"), [("pfund", 500), ("dag", 10)])
def test_a_german_pound_is_no_english_one(unit: str, grams: int) -> None:
    assert size_of(unit) == grams


def test_rough_units_have_a_size_and_a_plural() -> None:
    assert ROUGH <= LOCAL
    assert {dimension_of(unit) for unit in ROUGH} == {Dimension.VOLUME}


def test_a_stick_is_counted_since_cinnamon_comes_in_sticks() -> None:
    assert dimension_of("stick") is Dimension.COUNT
