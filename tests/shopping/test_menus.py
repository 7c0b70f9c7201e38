"""A menu in TOML: what it says, and the place of what it may not say."""

from fractions import Fraction
from pathlib import Path

import pytest

from recipekit.api import read_recipe
from recipekit.errors import MenuError
from recipekit.menu import read_menu
from recipekit.ops.planning import Course, Planned, average, cooked, served

WEEK = """\
people = 2
goal = 2_000

[monday]
lunch = "lentil soup:4"
dinner = [
    "dumplings",
    { recipe = "salad", servings = 2.5, each = "1½" },
]

[Di]
lunch = { recipe = "lentil soup", leftovers = true }

[2026-11-28]
"""


def written(folder: Path, text: str | bytes) -> str:
    """Write a menu and return its path."""
    path = folder / "menu.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def test_a_menu_names_its_days_and_dishes(tmp_path: Path) -> None:
    menu = read_menu(written(tmp_path, WEEK))
    assert menu.people == 2
    assert menu.goal == 2000
    assert [(day.name, day.weekday, day.date and day.date.day) for day in menu.days] == [
        ("monday", "monday", None),
        ("Di", "tuesday", None),
        ("2026-11-28", "saturday", 28),
    ]
    lunch, dinner = menu.days[0].meals
    assert [(dish.recipe, dish.servings) for dish in lunch.dishes] == [("lentil soup", Fraction(4))]
    assert [(dish.recipe, dish.servings, dish.each) for dish in dinner.dishes] == [
        ("dumplings", None, Fraction(1)),
        ("salad", Fraction(5, 2), Fraction(3, 2)),
    ]
    assert menu.days[1].meals[0].dishes[0].leftovers
    assert menu.days[2].meals == ()


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b""], ids=["bom", "plain"])
def test_a_menu_may_end_its_lines_as_windows_does(mark: bytes, tmp_path: Path) -> None:
    menu = read_menu(written(tmp_path, mark + WEEK.replace("\n", "\r\n").encode()))
    assert len(menu.days) == 3


WRONG = {
    "day": ("[monday]\n[fryday]\n", '2:2: there is no day "fryday"; did you mean friday?'),
    "day-of-no-name": ("[x]\n", "1:2: there is no day"),
    "date": ("[2026-02-30]\n", '1:2: there is no day "2026-02-30"; write a date'),
    "key": ("pepole = 2\n", '1:1: there is no key "pepole"; did you mean people?'),
    "people": ("people = 0\n", "1:10: people cannot be 0; write a number above 0"),
    "people-true": ("people = true\n", "1:10: people cannot be true"),
    "goal": ('\ngoal = "much"\n', '2:8: goal cannot be "much"'),
    "servings": ('[monday]\nx = "soup:0"\n', '2:5: the servings cannot be "0"'),
    "servings-below": ('[monday]\nx = "soup:-2"\n', '2:5: the servings cannot be "-2"'),
    "servings-nan": ('[monday]\nx = { recipe = "soup", servings = nan }\n', "2:35: servings cannot be nan"),
    "servings-inf": ('[monday]\nx = { recipe = "soup", servings = inf }\n', "2:35: servings cannot be inf"),
    "servings-huge": (
        f'[monday]\nx = {{ recipe = "soup", servings = {10**30} }}\n',
        "2:35: servings cannot be so large",
    ),
    "servings-list": ('[monday]\nx = { recipe = "soup", servings = [] }\n', "2:35: servings cannot be []"),
    "too-many": ("people = 1000001\n", "1:10: people cannot be so large"),
    "second-of-two-tables": (
        '[monday]\nx = [{recipe = "soup", servings = 3}, {recipe = "stew", servings = -1}]\n',
        "2:68: servings cannot be -1",
    ),
    "second-of-two-alike": ('[monday]\nx = ["soup", 5, "#", 5]\n', "2:14: this is no recipe"),
    "string-with-brackets": ('[monday]\nx = ["a,[]{}", { recipe = "b", each = "x" }]\n', '2:39: each cannot be "x"'),
    "one-day-twice": ('[monday]\n[Montag]\nx = "soup"\n', '2:2: "Montag" is the day that "monday" is; put its meals'),
    "list-of-days": ('[[monday]]\nx = "soup"\n', '1:3: "monday" is a list of tables; write [monday] once'),
    "day-twice": ("[monday]\n[monday]\n", "cannot declare monday twice"),
    "leftovers-for-two": (
        '[monday]\nx = { recipe = "soup", leftovers = true, servings = 2 }\n',
        "2:53: leftovers are not cooked",
    ),
    "each": ('[monday]\nx = { recipe = "soup", each = 0 }\n', "2:31: each cannot be 0"),
    "leftovers": ('[monday]\nx = { recipe = "soup", leftovers = 1 }\n', "2:36: leftovers is neither true nor false"),
    "dish-key": ('[monday]\nx = { recipe = "soup", serving = 1 }\n', '2:24: there is no key "serving"; did you mean'),
    "no-recipe": ("[monday]\nx = { servings = 2 }\n", "2:5: this names no recipe"),
    "no-name": ('[monday]\nx = ""\n', "2:5: this names no recipe"),
    "number": ("[monday]\nx = 3\n", "2:5: this is no recipe; write it like"),
    "list-in-list": ('[monday]\nx = [["soup"]]\n', "2:6: this is no recipe"),
    "second-of-a-list": ('[monday]\nx = [\n  "soup",\n  "stew:0",\n]\n', '4:3: the servings cannot be "0"'),
    "same-name-elsewhere": (
        '[monday]\ndinner = "soup"\n[tuesday]\ndinner = "soup:0"\n',
        '4:10: the servings cannot be "0"',
    ),
    "words-in-a-comment": (
        '# dinner = "soup:0"\n[monday]\ndinner = "soup:0"  # or "soup:1"\n',
        '3:10: the servings cannot be "0"',
    ),
    "quoted-keys": ('["monday"]\n"my dinner" = "soup:0"\n', '2:15: the servings cannot be "0"'),
    "dotted-keys": ('monday.dinner = "soup:0"\n', '1:17: the servings cannot be "0"'),
    "table-of-a-dish": ('[monday.dinner]\nrecipe = "soup"\nservings = 0\n', "3:12: servings cannot be 0"),
    "toml": ("[monday\n", "1:8: the TOML does not parse"),
    "twice": ("[monday]\n[monday]\n", "the TOML does not parse"),
    "binary": (b"\x00", "this is a binary file"),
    "no-utf-8": (b"# \xff\n", "not UTF-8"),
    "long": (b"# " + b"x" * (1 << 16), "longer than 64 KiB"),
    "deep": ("a = " + "[" * 3000 + "]" * 3000 + "\n", "the TOML does not parse"),
    "digits": ("people = " + "9" * 5000 + "\n", "the TOML does not parse"),
    "a-date-for-a-dish": ("[monday]\nx = 2026-11-23T10:00:00Z\n", "2:5: this is no recipe"),
    "second-servings": (
        '[monday]\nx = [{ recipe = "a", servings = 2 }, { recipe = "b", servings = 0 }]\n',
        "2:65: servings cannot be 0",
    ),
    "hexadecimal": ("people = 0x" + "f" * 5000 + "\n", "1:10: people cannot be so large"),
    "dots-behind-quotes": ('[monday]\n"=".' + "a." * 2000 + "b = 1\n", "2:1: this key has too many parts"),
    "dots-in-a-table": ("[monday]\nx = { " + "a." * 2000 + "b = 1 }\n", "too many parts"),
    "many-comments-in-a-list": ("[monday]\nx=[\n" + "#\\\n" * 600 + "5]\n", "603:1: this is no recipe"),
    "behind-many-comments": ("[monday]\n" + "#\\\n" * 8000 + "nope=5\n", "8002:6: this is no recipe"),
    "behind-many-meals": (
        "[monday]\n" + "".join(f'd{at}="z"\n' for at in range(2000)) + "d=5\n",
        "2002:3: this is no recipe",
    ),
    "blanks": ('[monday]\nd = "z:' + " " * 30000 + 'x:0"\n', "the servings cannot be"),
    "tables-of-dishes": (
        '[[monday.dinner]]\nrecipe = "a"\n[[monday.dinner]]\nrecipe = "b"\nservings = 0\n',
        "5:12: servings cannot be 0",
    ),
    "dots": ("a." * 2000 + "b = 1\n", "too many parts"),
}


@pytest.mark.parametrize(("text", "said"), WRONG.values(), ids=WRONG)
def test_what_a_menu_may_not_say_is_named_with_its_place(text: str | bytes, said: str, tmp_path: Path) -> None:
    path = written(tmp_path, text)
    with pytest.raises(MenuError) as raised:
        read_menu(path)
    told = str(raised.value)
    assert told.startswith(f"{path}:")
    assert "\n" not in told
    assert said in told


def dish(name: str, table: str, menu: str = '[monday]\nx = "y"\n', folder: Path = Path()) -> Planned:
    """Return a day with one dish, whose recipe has the rows of *table*."""
    day = read_menu(written(folder, menu)).days[0]
    rows = f"\n## Calories\n\n| Food | Calories |\n| --- | --- |\n{table}" if table else ""
    recipe = read_recipe(f"# {name}\n\nServes 2\n{rows}\n## Ingredients\n\n- 1 egg\n")
    return Planned(day, (Course(day.meals[0], (served(day.meals[0].dishes[0], recipe),)),))


@pytest.mark.parametrize(
    ("table", "kcal", "whole", "unknown"),
    [
        ("| Egg | 70 kcal |\n", 35, True, ()),
        ("| Egg | 70 kcal |\n| Salt & pepper | to taste |\n", 35, True, ()),
        ("| Egg | 70 kcal |\n| Butter | some |\n", 35, False, ("Toast",)),
        ("", None, False, ("Toast",)),
    ],
    ids=["whole", "salt-is-nothing", "in-part", "unknown"],
)
def test_a_day_without_figures_is_unknown(
    table: str, kcal: int | None, whole: bool, unknown: tuple[str, ...], tmp_path: Path
) -> None:
    day = dish("Toast", table, folder=tmp_path)
    assert (day.kcal, day.is_whole, day.unknown) == (kcal, whole, unknown)
    assert average([day, day]) == (kcal if whole else None)


def test_who_eats_two_servings_has_twice_the_calories(tmp_path: Path) -> None:
    day = dish("Toast", "| Egg | 70 kcal |\n", '[monday]\nx = { recipe = "y", each = 2 }\n', tmp_path)
    assert day.kcal == 70


def test_leftovers_are_eaten_and_not_cooked(tmp_path: Path) -> None:
    day = dish("Toast", "| Egg | 70 kcal |\n", '[monday]\nx = { recipe = "y", leftovers = true }\n', tmp_path)
    assert day.kcal == 35
    assert not cooked([day])
