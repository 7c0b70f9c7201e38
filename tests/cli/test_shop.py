"""``shop`` and ``plan`` as a shell sees them."""

import csv
import io
import json
import os
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from libraries import KITCHEN, recipe, written
from program import recipekit, terminal

SCHEMAS = Path(__file__).parents[2] / "recipekit" / "render"
STEW = recipe("Bean Stew", "2 cups beans", "1 onion (diced)", "2 cloves garlic", "salt", kcal=400)
RICE = recipe("Garlic Rice", "1 cup rice", "1 clove garlic (minced)", "1 red onion", serves="2", kcal=300)


@pytest.fixture
def kitchen(tmp_path: Path) -> Path:
    """Return a folder with two recipes, one that does not say how many it serves, and a configuration."""
    bread = "# Bread\n\nMakes 2 loaves\n\n## Ingredients\n\n- 500 g flour\n- 2 tbsp olive oil\n"
    dip = "# Dip\n\n## Ingredients\n\n- 1 cup yogurt\n"
    return written(
        tmp_path,
        {
            "stew.md": STEW,
            "rice.md": RICE,
            "bread.md": bread,
            "dip.md": dip,
            "empty.md": "# Nothing\n\n1. Wait.\n",
            "recipekit.toml": "",
        },
    )


def valid(text: str, name: str) -> Any:
    """Return the document in *text*, which is what its schema says."""
    document = json.loads(text)
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(document)
    return document


def lines_of(out: bytes) -> list[str]:
    """Return the lines of a list, without the blanks before and between."""
    return [" ".join(line.split()) for line in out.decode().splitlines() if line.strip()]


def test_a_list_for_two_recipes_at_their_servings(kitchen: Path) -> None:
    done = recipekit("shop", "stew.md:2", "rice.md", folder=kitchen)
    assert (done.code, done.err) == (0, "")
    assert lines_of(done.out) == [
        "Shopping list", "Bean Stew for 2, Garlic Rice for 2", "1 cup beans", "2 cloves garlic", "½ onion", "1 red onion",
        "1 cup rice", "Left out", "salt: every kitchen has it",
    ]  # fmt: skip


def test_recipes_are_named_as_everywhere(kitchen: Path) -> None:
    by_name = recipekit("shop", "bean stew:2", "garlic rice", "--plain", folder=kitchen)
    by_path = recipekit("shop", "./rice.md", "stew.md:2", "--plain", folder=kitchen)
    assert by_name.out == by_path.out
    assert by_name.code == 0


def test_why_says_which_recipe_needs_how_much(kitchen: Path) -> None:
    done = recipekit("shop", "stew.md:3", "rice.md", "--why", folder=kitchen)
    said = lines_of(done.out)
    at = said.index("2½ cloves garlic")
    assert said[at + 1 : at + 3] == ["Bean Stew for 3: 1½ cloves garlic", "Garlic Rice for 2: 1 clove garlic (minced)"]


@pytest.mark.parametrize("form", ["--plain", "--markdown", "--csv", "--json", "--why"])
def test_the_order_of_recipes_does_not_matter(form: str, kitchen: Path) -> None:
    one = recipekit("shop", "stew.md", "rice.md:4", "bread.md", form, folder=kitchen)
    other = recipekit("shop", "bread.md", "rice.md:4", "stew.md", form, folder=kitchen)
    assert one.out == other.out
    assert one.code == 0


def test_markdown_has_a_box_to_tick_for_each_item(tmp_path: Path) -> None:
    odd = "# A*b*\n\n## Ingredients\n\n### Cold_\n\n- 1 cup milk_shake [x] | `y`\n- 1 egg\n- salt\n"
    written(tmp_path, {"a.md": odd})
    done = recipekit("shop", "a.md", "--markdown", folder=tmp_path)
    said = done.out.decode().splitlines()
    assert "## Cold\\_" in said
    assert "- [ ] 1 egg" in said
    assert any(line.startswith("- [ ] 1 cup milk\\_shake \\[x\\] \\|") for line in said)
    assert "- salt: every kitchen has it" in said


def test_aisles_may_name_what_shops_put_together(kitchen: Path) -> None:
    settings = '[aisles]\nGreen = ["vegetables"]\nDry = ["legumes", "grains"]\n'
    written(kitchen, {"recipekit.toml": settings})
    done = recipekit("shop", "stew.md", "rice.md", "bread.md", "--plain", folder=kitchen)
    assert done.out.decode().splitlines() == [
        "Green:", "3 cloves garlic", "1 onion", "1 red onion", "", "Dry:", "2 cups beans", "1 cup rice", "",
        "Other:", "500 g flour", "2 tbsp olive oil", "", "Left out, every kitchen has it: salt",
    ]  # fmt: skip


def test_plain_lines_are_for_a_phone(kitchen: Path) -> None:
    done = recipekit("shop", "stew.md", "--plain", folder=kitchen)
    assert done.out.decode().splitlines() == [
        "2 cups beans",
        "2 cloves garlic",
        "1 onion",
        "",
        "Left out, every kitchen has it: salt",
    ]


def test_csv_has_a_line_for_each_amount(kitchen: Path) -> None:
    written(kitchen, {"odd.md": "# =Odd\n\n## Ingredients\n\n- 1 cup =dust\n- 3 g =dust\n- pepper\n"})
    rows = list(csv.DictReader(io.StringIO(recipekit("shop", "odd.md", "--csv", folder=kitchen).out.decode())))
    assert [(row["item"], row["low"], row["unit"]) for row in rows[:2]] == [
        ("'=dust", "3", "g"),
        ("'=dust", "1", "cup"),
    ]
    assert (rows[2]["item"], rows[2]["amount"], rows[2]["left_out"]) == ("pepper", "", "every kitchen has it")
    assert rows[0]["recipes"] == "'=Odd"


def test_the_document_is_what_its_schema_says(kitchen: Path) -> None:
    done = recipekit("shop", "stew.md:6", "rice.md", "bread.md:1", "--json", folder=kitchen)
    found = valid(done.out.decode(), "shopping")
    assert [(one["title"], one["factor"]) for one in found["recipes"]] == [
        ("Bean Stew", "3/2"), ("Bread", "1/2"), ("Garlic Rice", "1"),
    ]  # fmt: skip
    (garlic,) = [item for item in found["parts"][0]["items"] if item["food"] == "garlic"]
    assert garlic["amounts"][0]["exact"] == ["4", "4"]
    assert [(need["recipe"], need["amount"]["exact"]) for need in garlic["needs"]] == [(0, ["3", "3"]), (2, ["1", "1"])]
    assert [(item["name"], item["why"]) for item in found["left_out"]] == [("salt", "staple")]


def test_documents_are_shopped_for_as_they_are(kitchen: Path) -> None:
    scaled = recipekit("scale", "stew.md", "--serves", "3", "--json", folder=kitchen)
    piped = recipekit("shop", "--json", given=scaled.out, folder=kitchen)
    direct = recipekit("shop", "stew.md:3", "--json", folder=kitchen)
    ours, theirs = (valid(done.out.decode(), "shopping") for done in (piped, direct))
    assert _amounts(ours) == _amounts(theirs)
    again = recipekit("shop", "-", "--serves", "6", "--json", given=scaled.out, folder=kitchen)
    assert valid(again.out.decode(), "shopping")["recipes"][0]["serves"]["low"] == 6


def _amounts(document: Any) -> list[tuple[str, list[list[str]]]]:
    """Return the foods of a list with their exact amounts."""
    listed = [item for part in document["parts"] for item in part["items"]]
    return [(item["name"], [amount["exact"] for amount in item["amounts"]]) for item in listed]


def test_several_documents_come_as_lines(kitchen: Path) -> None:
    lines = recipekit("show", "stew.md", "rice.md", "--json", folder=kitchen)
    piped = recipekit("shop", "--plain", given=lines.out, folder=kitchen)
    assert piped.out == recipekit("shop", "stew.md", "rice.md", "--plain", folder=kitchen).out


def test_recipes_are_chosen_from_the_library(tmp_path: Path) -> None:
    written(tmp_path, {**KITCHEN, "recipekit.toml": ""})
    chosen = recipekit("shop", "--where", "tag:soup", "--serves", "2", "--plain", folder=tmp_path)
    named = recipekit("shop", "red lentil soup:2", "tomato soup:2", "--plain", folder=tmp_path)
    assert chosen.out == named.out
    assert chosen.code == 0


def test_aisles_and_pantry_come_from_the_configuration(kitchen: Path) -> None:
    settings = (
        '[aisles]\nDry = ["beans", "rice"]\n'
        '[pantry]\nrice = "500 g"\ngarlic = "2 cloves"\n"olive oil" = true\nonions = false\nsalt = false\n'
    )
    written(kitchen, {"recipekit.toml": settings})
    done = recipekit("shop", "stew.md", "rice.md", "bread.md", "--plain", folder=kitchen)
    assert done.out.decode().splitlines() == [
        "Dry:", "2 cups beans", "", "Other:", "500 g flour",
        "1 clove garlic (needed 3 cloves, in the pantry 2 cloves)", "1 onion", "1 red onion", "salt", "",
        "Left out, in the pantry: 2 tbsp olive oil, 1 cup rice",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('[pantry]\nrice = "2 kg"\nflour = "plenty"\n', 'recipekit.toml:3:1: the pantry has "plenty" of "flour"'),
        ("[pantry]\nrice = []\n", 'recipekit.toml:2:1: "rice" has no amount'),
        ("pantry = 3\n", "recipekit.toml:1:1: pantry is no table"),
        ("aisles = 3\n", 'recipekit.toml:1:1: aisles is no table; write it like "Dairy"'),
        ("[aisles]\nCold = 3\n", 'recipekit.toml:2:1: "Cold" is no list of words'),
        ("[pantry]\neggs = -4\n", 'recipekit.toml:2:1: the pantry has "-4" of "eggs", which is no amount'),
    ],
)
def test_what_the_configuration_may_not_say(settings: str, said: str, kitchen: Path) -> None:
    written(kitchen, {"recipekit.toml": settings})
    done = recipekit("shop", "stew.md", folder=kitchen)
    assert (done.code, done.out) == (2, b"")
    assert said in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["stew.md:0"], 2, 'RECIPE:SERVINGS wants a number above 0 and at most a million like 2, 1.5 or 1/2, not "0"'),
        (["stew.md:-2"], 2, "RECIPE:SERVINGS wants a number"),
        (["stew.md", "--serves", "x"], 2, "--serves wants a number"),
        (["dip.md:2"], 3, "dip.md does not say how many it serves; take it without servings"),
        (["empty.md"], 3, "empty.md lists no ingredients that could be found"),
        (["nothing:2"], 3, "nothing: there is no such file, and no recipe is called so"),
        (["stew.md", "--csv", "--json"], 2, "say one of --json and --csv, not both"),
        (["stew.md:2", "--where", "kcal<900"], 2, "with --where, servings are said by --serves N"),
        (["stew.md", "nothing.md"], 3, "nothing.md: there is no such file"),
    ],
)
def test_what_cannot_be_shopped_for(arguments: list[str], code: int, said: str, kitchen: Path) -> None:
    done = recipekit("shop", *arguments, folder=kitchen)
    assert (done.code, done.out) == (code, b"")
    assert said in done.err
    assert done.err.count("\n") == 1


def test_a_file_whose_name_ends_like_servings_is_meant(kitchen: Path) -> None:
    written(kitchen, {"stew:2": STEW})
    done = recipekit("shop", "stew:2", "--plain", folder=kitchen)
    assert done.out.decode().startswith("2 cups beans\n")


def test_recipe_text_does_not_reach_the_terminal_as_codes(tmp_path: Path) -> None:
    written(tmp_path, {"a.md": "# A\x1b[2J\n\n## Ingredients\n\n### P\x1b[1m\n\n- 1 cup [red]x\x1b[2J\x07[/red]\n"})
    for form in ((), ("--plain",), ("--markdown",), ("--why",)):
        done = recipekit("shop", "a.md", *form, folder=tmp_path)
        assert b"\x1b" not in done.out
        assert b"\x07" not in done.out
        assert b"[red]" in done.out.replace(b"\\", b"")


def test_ascii_gets_ascii(kitchen: Path) -> None:
    done = recipekit("shop", "stew.md:3", folder=kitchen, PYTHONIOENCODING="ascii")
    assert b"1 1/2 cloves" in done.out or b"1 1/2 cups" in done.out
    assert done.out.isascii()


MENU = """\
people = 2
goal = 500

[monday]
dinner = "stew"

[tuesday]
lunch = { recipe = "stew", leftovers = true }
dinner = ["garlic rice:4", "dip.md"]

[wednesday]
"""


def test_a_week_is_printed_with_its_calories(kitchen: Path) -> None:
    written(kitchen, {"menu.toml": MENU})
    done = recipekit("plan", folder=kitchen)
    assert (done.code, done.err) == (0, "")
    assert lines_of(done.out) == [
        "menu.toml · for 2 · goal 500 kcal a person and day",
        "Monday 400 kcal", "dinner Bean Stew for 2 400 kcal", "100 below",
        "Tuesday at least 700 kcal", "lunch Bean Stew leftovers 400 kcal", "dinner Garlic Rice for 4 300 kcal",
        "Dip as written unknown", "200 above",
        "Wednesday nothing planned",
        "known in part: Tuesday",
    ]  # fmt: skip


def test_the_mean_of_a_week_is_held_against_the_goal(kitchen: Path) -> None:
    """Each person eats two of a dish, so that twice as many are cooked."""
    menu = 'people = 3\ngoal = 500\n[monday]\nx = { recipe = "stew.md", each = 2 }\n[sunday]\nx = "rice.md"\n'
    done = recipekit("plan", "week.toml", folder=written(kitchen, {"week.toml": menu}))
    assert lines_of(done.out)[1:] == [
        "Monday 800 kcal", "x Bean Stew for 6, 2 each 800 kcal", "300 above",
        "Sunday 300 kcal", "x Garlic Rice for 3 300 kcal", "200 below",
        "550 kcal a person and day on average of 2 days, 50 above the goal",
    ]  # fmt: skip
    assert "3 cups beans" in lines_of(recipekit("plan", "week.toml", "--shop", folder=kitchen).out)


@pytest.mark.parametrize(
    ("table", "figure", "goal"),
    [
        ("| Food | Calories |\n| --- | --- |\n| Rice | |\n\n**Per serving:** 300 kcal\n", "at least 300 kcal", None),
        ("| Food | Calories |\n| --- | --- |\n| Rice | 800 kcal |\n| Salt | — |\n", "200 kcal", "800 below"),
        (
            "| Food | Calories |\n| --- | --- |\n| Rice | 800 kcal |\n| Salt | |\n| Cream | |\n",
            "at least 200 kcal",
            None,
        ),
        ("", "unknown", None),
    ],
)
def test_what_a_person_eats(table: str, figure: str, goal: str | None, kitchen: Path) -> None:
    """Salt has no calories; where another row gives none, nobody knows how far the goal is."""
    text = f"# Pie\n\nServes 4\n\n## Calories\n\n{table}\n## Ingredients\n\n- 1 cup rice\n- salt\n- cream\n"
    written(kitchen, {"pie.md": text, "week.toml": 'goal = 1000\n[monday]\nx = "pie.md: 2"\n'})
    said = lines_of(recipekit("plan", "week.toml", folder=kitchen).out)
    assert said[1:4] == [f"Monday {figure}", f"x Pie for 2 {figure}", *([goal] if goal else said[3:4])]
    assert (goal is None) is not any("below" in line for line in said)
    (day,) = valid(recipekit("plan", "week.toml", "--json", folder=kitchen).out.decode(), "plan")["days"]
    assert day["difference_kcal"] == (goal and -int(goal.split()[0]))


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Serves 4", "2 cups rice"),
        ("Serves 4–6", "2 cups rice"),
        ("Makes 16 buns", "½ cup rice"),
        ("- **Makes:** 12 buns\n- **Serves:** 4", "2 cups rice"),
        ("Serves 4, makes 12 buns", "2 cups rice"),
    ],
)
def test_servings_count_what_the_recipe_counts(line: str, wanted: str, kitchen: Path) -> None:
    written(kitchen, {"pie.md": f"# Pie\n\n{line}\n\n## Ingredients\n\n- 1 cup rice\n"})
    assert lines_of(recipekit("shop", "pie.md:8", "--plain", folder=kitchen).out) == [wanted]


def test_servings_that_no_recipe_has(kitchen: Path) -> None:
    written(kitchen, {"week.toml": '[monday]\nx = { recipe = "dip.md", servings = 3 }\n'})
    done = recipekit("plan", "week.toml", folder=kitchen)
    assert done.err.startswith(
        'recipekit: week.toml:2:37: "dip.md" cannot be cooked so: it does not say how many it serves'
    )
    many = recipekit("shop", "stew.md:1000001", folder=kitchen)
    assert (many.code, "at most a million" in many.err) == (2, True)


def test_leftovers_of_what_was_not_cooked_are_named(kitchen: Path) -> None:
    menu = (
        '[monday]\na = { recipe = "stew.md", leftovers = true }\nb = "rice.md"\n'
        '[tuesday]\na = { recipe = "garlic rice", leftovers = true }\nb = "stew.md"\n'
    )
    done = recipekit("plan", "week.toml", folder=written(kitchen, {"week.toml": menu}))
    assert lines_of(done.out)[-1] == "leftovers of what is not cooked before: Bean Stew (Monday)"


def test_a_menu_below_this_folder_has_its_recipes(kitchen: Path) -> None:
    written(kitchen, {"weeks/one.toml": '[monday]\nx = "bean stew"\ny = "nope"\n'})
    (kitchen / "recipekit.toml").unlink()
    done = recipekit("plan", "weeks/one.toml", folder=kitchen)
    assert done.err == (
        'recipekit: weeks/one.toml:3:5: no recipe is called "nope"; '
        "they are looked for in this folder, or where --library says\n"
    )
    assert done.code == 3


def test_a_menu_is_no_folder(kitchen: Path) -> None:
    (kitchen / "weeks").mkdir()
    done = recipekit("plan", "weeks", folder=kitchen)
    assert done.err == "recipekit: weeks: this is a folder; name a file in it\n"


def test_who_does_not_feed_people_is_taken_as_written(kitchen: Path) -> None:
    done = recipekit("shop", "stew.md", "bread.md", "--serves", "2", "--plain", folder=kitchen)
    assert lines_of(done.out)[:2] == ["1 cup beans", "500 g flour"]
    assert done.err == "bread.md: it does not say how many it serves: taken as it is written\n"


def test_no_recipe_that_is_so_is_an_empty_list(kitchen: Path) -> None:
    done = recipekit("shop", "--where", "tag:nothing", "--json", folder=kitchen)
    assert (done.code, done.err) == (0, "there is no such recipe\n")
    assert valid(done.out.decode(), "shopping")["parts"] == []


@pytest.mark.parametrize("said", ["two", "nan", "2-3", "1e3", ""])
def test_servings_that_are_no_number(said: str, kitchen: Path) -> None:
    done = recipekit("shop", f"stew.md:{said}", folder=kitchen)
    assert done.code == 3
    assert "stew.md:4" in done.err


def test_the_sheet_says_on_demand_how_much_each_needs(kitchen: Path) -> None:
    done = recipekit("shop", "stew.md:3", "rice.md", "--csv", "--why", folder=kitchen)
    rows = {row["item"]: row["recipes"] for row in csv.DictReader(io.StringIO(done.out.decode()))}
    assert rows["garlic"] == "Bean Stew for 3: 1½ cloves garlic; Garlic Rice for 2: 1 clove garlic (minced)"


def test_a_need_in_the_document_is_for_the_servings(kitchen: Path) -> None:
    found = valid(recipekit("shop", "stew.md:3", "--json", folder=kitchen).out.decode(), "shopping")
    needs = [need for part in found["parts"] for item in part["items"] for need in item["needs"]]
    assert [(need["text"], need["more"]) for need in needs][:2] == [
        ("1½ cups beans", False),
        ("1½ cloves garlic", False),
    ]


def test_the_document_of_a_week_is_what_its_schema_says(kitchen: Path) -> None:
    written(kitchen, {"menu.toml": MENU})
    found = valid(recipekit("plan", "--json", folder=kitchen).out.decode(), "plan")
    assert [(day["kcal"], day["complete"], day["difference_kcal"]) for day in found["days"]] == [
        (400, True, -100), (700, False, 200), (None, False, None),
    ]  # fmt: skip
    assert found["days"][1]["unknown"] == ["Dip"]


def test_a_week_is_shopped_for_leftovers_aside(kitchen: Path) -> None:
    written(kitchen, {"menu.toml": MENU})
    done = recipekit("plan", "--shop", "--plain", folder=kitchen)
    same = recipekit("shop", "stew:2", "garlic rice:4", "dip.md", "--plain", folder=kitchen)
    assert done.out == same.out
    assert done.code == 0


def test_a_menu_finds_the_recipes_beside_it(kitchen: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    written(kitchen, {"menu.toml": MENU})
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    done = recipekit("plan", str(kitchen / "menu.toml"), folder=elsewhere)
    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize(
    ("menu", "said"),
    [
        ('[monday]\ndinner = "stw"\n', 'menu.toml:2:10: no recipe is called "stw"; did you mean stew?'),
        ('[monday]\ndinner = "e"\n', 'menu.toml:2:10: "e" may be'),
        ('[monday]\ndinner = "dip.md:2"\n', 'menu.toml:2:10: "dip.md" cannot be cooked so: it does not say how many'),
        ('[monday]\ndinner = "-"\n', "menu.toml:2:10: a menu names its recipes"),
        ('[monday]\ndinner = "broken.md"\n', "broken.md:3:1: the YAML"),
        ('[mondy]\ndinner = "stew"\n', 'menu.toml:1:2: there is no day "mondy"; did you mean monday?'),
        ('[monday]\ndinner = "stew:0"\n', 'menu.toml:2:10: the servings cannot be "0"'),
    ],
)
def test_what_cannot_be_planned_is_named_with_its_place(menu: str, said: str, kitchen: Path) -> None:
    written(kitchen, {"menu.toml": menu, "broken.md": "---\ntitle: [\n---\n"})
    done = recipekit("plan", folder=kitchen)
    assert (done.code, done.out) == (3, b"")
    assert said in done.err
    assert done.err.count("\n") == 1


def test_a_new_menu_is_one(kitchen: Path) -> None:
    done = recipekit("plan", "--new", folder=kitchen)
    assert done.code == 0
    assert "recipekit plan menu.toml --shop" in (kitchen / "menu.toml").read_text(encoding="utf-8")
    assert recipekit("plan", folder=kitchen).out.count(b"nothing planned") == 7
    assert recipekit("plan", "--shop", folder=kitchen).out.endswith(b"There is nothing to buy.\n")


def test_a_new_menu_replaces_none(kitchen: Path) -> None:
    written(kitchen, {"week.toml": MENU})
    done = recipekit("plan", "week.toml", "--new", folder=kitchen)
    assert (done.code, done.err) == (
        3, "recipekit: week.toml: there is such a file already; name another one, or move it away\n",
    )  # fmt: skip
    assert (kitchen / "week.toml").read_text(encoding="utf-8") == MENU


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--why", "--all"], "--why and --all are for the list: add --shop"),
        (["--units", "metric"], "--units is for the list: add --shop"),
        (["--new", "--shop"], "--new only writes a menu"),
        (["--shop", "--csv", "--plain"], "say one of --plain and --csv, not both"),
    ],
)
def test_options_that_are_not_meant_together(arguments: list[str], said: str, kitchen: Path) -> None:
    done = recipekit("plan", *arguments, folder=kitchen)
    assert (done.code, done.out) == (2, b"")
    assert said in done.err


def test_the_list_of_a_week_is_in_the_units_that_are_asked_for(kitchen: Path) -> None:
    written(kitchen, {"menu.toml": '[monday]\nlunch = "stew.md"\n', "stew.md": STEW.replace("2 cups", "14 oz")})
    done = recipekit("plan", "--shop", "--units", "metric", folder=kitchen)
    assert "400 g beans" in lines_of(done.out)
    set_for_all = written(kitchen, {"recipekit.toml": 'units = "metric"\n'})
    assert recipekit("plan", "--shop", folder=set_for_all).out == done.out


def test_a_menu_that_is_not_there(kitchen: Path) -> None:
    done = recipekit("plan", folder=kitchen)
    assert done.err == "recipekit: menu.toml: there is no such menu; recipekit plan --new writes one to fill in\n"
    assert done.code == 3


def test_a_new_menu_may_have_any_name(tmp_path: Path) -> None:
    for name in ("x\nevil = 1.toml", "my menu.toml", os.fsdecode(b"\xff.toml")):
        assert recipekit("plan", "--new", name, folder=tmp_path).code == 0
        assert recipekit("plan", name, folder=tmp_path).out.count(b"nothing planned") == 7


def test_a_menu_that_comes_meanwhile_is_kept(tmp_path: Path) -> None:
    (tmp_path / "menu.toml").symlink_to("nowhere.toml")
    done = recipekit("plan", "--new", folder=tmp_path)
    assert (done.code, (tmp_path / "nowhere.toml").exists()) == (3, False)


@pytest.mark.parametrize("command", ["shop a.md --csv", "calories a.md --csv", "list --csv"])
def test_a_sheet_sends_a_terminal_no_codes(command: str, tmp_path: Path) -> None:
    text = "# A\x1b[2J\n\nServes 2\n\n## Calories\n\n| Food | Calories |\n| --- | --- |\n| x\x1b[2J | 5 |\n\n## Ingredients\n\n- 1 cup x\x1b[2J\n"
    written(tmp_path, {"a.md": text, "recipekit.toml": ""})
    done = terminal(*command.split(), folder=tmp_path)
    assert "A\\x1b[2J" in done
    assert "\x1b[2J" not in done
