"""The library on the command line: list, search, tags, ingredients, index, names of recipes, --where."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest
from libraries import KITCHEN, recipe, written
from program import is_one_sentence, recipekit, shell, terminal

TITLES = ["Fried Rice", "Gurkensalat", "Jalapeño Chicken", "Red Lentil Soup", "Tomato Soup"]


@pytest.fixture
def kitchen(tmp_path: Path) -> Path:
    """A library of five recipes."""
    return written(tmp_path / "kitchen", KITCHEN)


def lines(*arguments: str, folder: Path, **extra: str) -> list[str]:
    """Return the lines that a command prints; it has nothing to complain of."""
    ran = recipekit(*arguments, given=b"", folder=folder, **extra)
    assert (ran.code, ran.err) == (0, "")
    return ran.out.decode().splitlines()


def test_a_list_is_aligned_and_says_what_there_is(kitchen: Path) -> None:
    assert lines("list", folder=kitchen) == [
        "Fried Rice        serves 4  30 min  610 kcal  Main Course",
        "Gurkensalat       serves 4",
        "Jalapeño Chicken  serves 6  45 min  700 kcal  Main Course, Mexican",
        "Red Lentil Soup   serves 4  30 min  350 kcal  Soup, Vegan",
        "Tomato Soup       serves 2     1 h  420 kcal  soup",
    ]


@pytest.mark.parametrize(
    ("options", "titles"),
    [
        (["--sort", "kcal"], ["Red Lentil Soup", "Tomato Soup", "Fried Rice", "Jalapeño Chicken", "Gurkensalat"]),
        (["--sort", "kcal", "-r"], ["Jalapeño Chicken", "Fried Rice", "Tomato Soup", "Red Lentil Soup", "Gurkensalat"]),
        (["--sort", "time"], ["Fried Rice", "Red Lentil Soup", "Jalapeño Chicken", "Tomato Soup", "Gurkensalat"]),
        (["--sort", "path"], ["Fried Rice", "Jalapeño Chicken", "Gurkensalat", "Red Lentil Soup", "Tomato Soup"]),
        (["--sort", "serves"], ["Tomato Soup", "Fried Rice", "Gurkensalat", "Red Lentil Soup", "Jalapeño Chicken"]),
        (["--reverse"], TITLES[::-1]),
        (["--where", "kcal>400 -tag:soup"], ["Fried Rice", "Jalapeño Chicken"]),
        (["--where", "garlic"], ["Red Lentil Soup"]),
    ],
)
def test_a_list_is_sorted_and_filtered(kitchen: Path, options: list[str], titles: list[str]) -> None:
    assert lines("list", "--columns", "title", *options, folder=kitchen) == titles


def test_a_list_in_groups_names_each_with_its_count(kitchen: Path) -> None:
    assert lines("list", "--group", "tag", "--columns", "title,kcal", folder=kitchen) == [
        "Main Course (2)", "  Fried Rice        610 kcal", "  Jalapeño Chicken  700 kcal", "",
        "Mexican (1)", "  Jalapeño Chicken  700 kcal", "",
        "no tag (1)", "  Gurkensalat", "",
        "Soup (2)", "  Red Lentil Soup  350 kcal", "  Tomato Soup      420 kcal", "",
        "Vegan (1)", "  Red Lentil Soup  350 kcal",
    ]  # fmt: skip
    folders = lines("list", "--group", "folder", "--columns", "title", folder=kitchen)
    assert [line for line in folders if not line.startswith(" ")] == ["mains (2)", "", "sides (1)", "", "soups (2)"]


def test_what_is_made_is_said_in_its_number(tmp_path: Path) -> None:
    for number, makes in enumerate(("24 cookies", "1 loaf", "750 g", "2-3 jars")):
        (tmp_path / f"{number}.md").write_text(f"# R{number}\n\nMakes {makes}\n\n## Ingredients\n\n- 1 egg\n")
    shown = [line.split(maxsplit=1)[1] for line in lines("list", folder=tmp_path)]
    assert shown == ["24 cookies", "1 loaf", "750 g", "2–3 jars"]


def test_a_list_as_csv_is_for_a_spreadsheet(kitchen: Path) -> None:
    (kitchen / "evil.md").write_text(recipe('"=cmd()"', "1 egg"))
    rows = list(csv.DictReader(io.StringIO("\n".join(lines("list", "--csv", folder=kitchen)))))
    assert [row["title"] for row in rows] == ["'=cmd()", *TITLES]
    assert rows[5] == {
        "path": "soups/tomato-soup.md", "title": "Tomato Soup", "serves": "2", "unit": "serving", "time": "60", "kcal": "420", "tags": "soup",
    }  # fmt: skip
    grouped = list(csv.DictReader(io.StringIO("\n".join(lines("list", "--csv", "--group", "tag", folder=kitchen)))))
    assert [row["group"] for row in grouped if row["title"] == "Red Lentil Soup"] == ["Soup", "Vegan"]


def test_a_list_as_json_is_a_document_a_line(kitchen: Path) -> None:
    documents = [json.loads(line) for line in lines("list", "--json", folder=kitchen)]
    assert [document["title"] for document in documents] == TITLES
    assert documents[3] == {
        "schema": "recipekit.entry/1", "path": "soups/lentil-soup.md", "id": "red-lentils", "title": "Red Lentil Soup",
        "description": None, "serves": {"low": 4, "high": 4, "unit": "serving"},
        "minutes": {"prep": None, "cook": 30, "total": 30}, "kcal_per_serving": 350, "tags": ["Soup", "Vegan"],
        "foods": ["red lentils", "olive oil", "garlic", "lime"],
    }  # fmt: skip


def test_paths_are_those_seen_from_here(kitchen: Path) -> None:
    (kitchen / "recipekit.toml").touch()
    assert lines("list", "--paths", folder=kitchen / "soups")[0] == "../mains/fried-rice.md"
    assert lines("list", "--paths", "--library", "soups", folder=kitchen) == [
        "soups/lentil-soup.md", "soups/tomato-soup.md",
    ]  # fmt: skip
    assert lines("list", "--paths", "--library", str(kitchen / "sides"), folder=kitchen) == [
        str(kitchen / "sides/gurkensalat.md")
    ]
    assert recipekit("list", "-0", "--library", "sides/", folder=kitchen).out == b"sides/gurkensalat.md\0"


def test_the_library_is_the_option_the_variable_the_configuration_or_here(kitchen: Path) -> None:
    def listed(*options: str, folder: Path, **extra: str) -> int:
        return len(lines("list", *options, folder=folder, **extra))

    assert listed(folder=kitchen / "soups") == 2
    (kitchen / "recipekit.toml").write_text("")
    assert listed(folder=kitchen / "soups") == 5
    (kitchen / "recipekit.toml").write_text('library = "mains"\n')
    assert listed(folder=kitchen / "soups") == 2
    assert lines("list", "--paths", folder=kitchen / "soups")[0] == "../mains/fried-rice.md"
    assert listed(folder=kitchen, RECIPEKIT_LIBRARY="sides") == 1
    assert listed("--library", ".", folder=kitchen, RECIPEKIT_LIBRARY="sides") == 5


@pytest.mark.parametrize(
    "command", [("list",), ("search", "rice"), ("tags",), ("ingredients",), ("index",), ("show", "rice")]
)
def test_a_library_that_is_no_folder_is_one_sentence(kitchen: Path, command: tuple[str, ...]) -> None:
    ran = recipekit(*command, "--library", "nowhere", folder=kitchen)
    assert (ran.code, ran.out) == (3, b"")
    assert is_one_sentence(ran.err)


def test_a_folder_that_is_there_no_more_is_one_sentence(tmp_path: Path) -> None:
    for command in ("list", "search x", "tags", "index", "index --info", "index --clear", "show x", "check x"):
        gone = tmp_path / "gone"
        gone.mkdir()
        ran = shell(f"rmdir ../gone; $R {command}", gone)
        assert ran.code == 3
        assert is_one_sentence(ran.err), ran.err


def test_a_tilde_in_the_variable_is_the_home(kitchen: Path) -> None:
    assert len(lines("list", folder=kitchen / "soups", HOME=str(kitchen.parent), RECIPEKIT_LIBRARY="~/kitchen")) == 5


def test_what_is_passed_by_is_told_where_that_is_asked_for(kitchen: Path) -> None:
    written(kitchen, {".gitignore": "soups/", "README.md": "", "node_modules/a.md": "", ".hidden.md": ""})
    ran = recipekit("list", "--verbose", "--columns", "title", folder=kitchen)
    assert ran.out.decode().splitlines() == TITLES[:3]
    assert sorted(ran.err.splitlines()) == [
        ".hidden.md: passed by: it is hidden",
        "README.md: passed by: by its name it is no recipe",
        "about.md: passed by: no ingredients, steps or calories are in it",
        "node_modules: passed by: packages are no recipes",
        "soups: passed by: git ignores it",
    ]


def test_an_empty_library_lists_nothing(tmp_path: Path) -> None:
    for command in ("list", "tags", "ingredients"):
        assert lines(command, folder=tmp_path) == []
    assert lines("list", "--group", "tag", folder=tmp_path) == []
    assert lines("index", folder=tmp_path) == ["0 recipes in this folder"]


def test_tags_and_foods_are_counted_whatever_their_spelling(kitchen: Path) -> None:
    assert lines("tags", folder=kitchen) == ["2  Main Course", "2  Soup", "1  Mexican", "1  Vegan"]
    foods = lines("ingredients", "--where", "path:mains", folder=kitchen)
    assert foods[0] == "2  rice"
    assert "1  jalapeños" in foods
    assert json.loads(lines("tags", "--json", folder=kitchen)[0]) == {"tag": "Main Course", "recipes": 2}
    assert json.loads(lines("ingredients", "--json", folder=kitchen)[0])["recipes"] == 2


def test_a_search_prints_a_line_for_each_recipe(kitchen: Path) -> None:
    assert lines("search", "tomato", folder=kitchen) == [
        "soups/tomato-soup.md:2: Tomato Soup",
        "mains/jalapeno-chicken.md:25: Jalapeño Chicken: Serve it with a little tomato.",
    ]
    assert lines("search", "kcal<400", folder=kitchen) == [
        "soups/lentil-soup.md: Red Lentil Soup: serves 4, 30 min, 350 kcal, Soup, Vegan"
    ]
    assert lines("search", "--paths", "--most", "1", "rice", folder=kitchen) == ["mains/fried-rice.md"]


def test_a_search_may_refuse_in_words_of_its_own(kitchen: Path) -> None:
    assert len(lines("search", "-tag:soup", "-note:x", "-hot", folder=kitchen)) == 3
    assert len(lines("search", "tag:soup", "-vegan", folder=kitchen)) == 1


def test_a_nought_behind_a_dash_is_no_option(kitchen: Path) -> None:
    assert len(lines("search", "-time<=30m", folder=kitchen)) == 3
    assert len(lines("search", "-kcal>=0", folder=kitchen)) == 1
    ran = recipekit("search", "soup", "--paths", "-0", folder=kitchen)
    assert ran.out == b"soups/lentil-soup.md\0soups/tomato-soup.md\0"


@pytest.mark.parametrize("option", ["--path", "--jsn", "-h", "-v"])
def test_an_option_that_there_is_not_is_no_search(kitchen: Path, option: str) -> None:
    ran = recipekit("search", "soup", option, folder=kitchen)
    assert (ran.code, ran.out) == (2, b"")
    assert f"search has no option {option}" in ran.err


def test_a_recipe_without_a_title_is_found_by_its_file(tmp_path: Path) -> None:
    (tmp_path / "Jalapeño Poppers.md").write_text("## Ingredients\n\n- 4 jalapeños\n\n## Steps\n\n1. Fill.\n")
    assert lines("search", "title:poppers", folder=tmp_path) == ["Jalapeño Poppers.md:1: Jalapeño Poppers"]


GERMAN = "Nuss Nüsse Wurst Würste Hähnchenbrust Brot Brote Huhn Kloß Klöße Pilz Kürbis Zwiebel Blatt Möhre moehren"


@pytest.mark.parametrize("word", GERMAN.split())
def test_german_words_are_found_in_either_number(tmp_path: Path, word: str) -> None:
    listed = (
        "3 Nüsse, 2 Würste, 4 Hähnchenbrüste, 5 Brote, 3 Hühner, 6 Klöße, 4 Eigelbe, 4 Pilze, 2 Kürbisse, 1 Zwiebel"
    )
    foods = "\n".join(f"- {each}" for each in (*listed.split(", "), "2 Blätter Salat", "2 Möhren"))
    (tmp_path / "a.md").write_text(f"# Alles\n\n## Zutaten\n\n{foods}\n")
    assert len(lines("search", f"ingredient:{word}", folder=tmp_path)) == 1


def test_tags_as_obsidian_writes_them_are_tags(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text('---\ntags: "#snack #very-spicy"\n---\n## Ingredients\n\n- 1 egg\n')
    assert lines("tags", folder=tmp_path) == ["1  snack", "1  very-spicy"]


def test_foods_that_no_recipe_uses_are_told(kitchen: Path) -> None:
    ran = recipekit("search", "--with", "chiken and rice", "--with", "eggs", folder=kitchen)
    assert ran.err == 'no recipe uses "chiken"\n'
    assert len(ran.out.splitlines()) == 2


def test_a_search_as_json_says_where(kitchen: Path) -> None:
    (document,) = (json.loads(line) for line in lines("search", "soy", "--json", folder=kitchen))
    assert document["match"] == {"line": 19, "text": "3 tbsp soy sauce"}
    assert document["foods"] == ["rice", "soy sauce", "eggs", "mushrooms"]
    (document,) = (json.loads(line) for line in lines("search", "kcal<400", "--json", folder=kitchen))
    assert document["match"] is None


@pytest.mark.parametrize("command", [("list",), ("search", "rice"), ("search", "kcal>0"), ("search", "--with", "rice")])
def test_documents_are_as_their_schema_says(kitchen: Path, command: tuple[str, ...]) -> None:
    schema = json.loads("\n".join(lines("schema", "entry", folder=kitchen)))
    documents = [json.loads(line) for line in lines(*command, "--json", folder=kitchen)]
    assert documents
    for document in documents:
        jsonschema.validate(document, schema)


def test_what_can_be_cooked_is_ranked_by_what_is_missing(kitchen: Path) -> None:
    assert lines("search", "--with", "chicken, rice, lime", folder=kitchen) == [
        "mains/jalapeno-chicken.md: Jalapeño Chicken: 1 missing: jalapeños",
        "mains/fried-rice.md: Fried Rice: 3 missing: soy sauce, eggs, mushrooms",
        "soups/lentil-soup.md: Red Lentil Soup: 3 missing: red lentils, olive oil, garlic",
    ]
    (document,) = (
        json.loads(line) for line in lines("search", "tag:soup", "--with", "cream", "--json", folder=kitchen)
    )
    assert (document["used"], document["missing"]) == (["cream"], ["tomatoes", "onion"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("list", "--sort", "size"), "--sort knows title, path, serves, time, kcal"),
        (("list", "--group", "x"), "--group knows folder, tag"),
        (("list", "--columns", "title,colour"), "--columns knows title, path"),
        (("list", "--json", "--csv"), "say one of --json and --csv, not both"),
        (("list", "--json", "--group", "tag"), "--group is for lines and CSV"),
        (("list", "--where", "kal<3"), "did you mean kcal?"),
        (("search",), "say what to look for"),
        (("search", "--with", " , "), "--with wants foods between commas"),
        (("search", "rice", "--json", "--paths"), "say one of --json and --paths"),
        (("search", "(rice"), "nothing closes this ("),
        (("index", "--info", "--clear"), "say one of --info and --clear"),
        (("check", "--where", "kal<3"), "did you mean kcal?"),
        (("calories", "--where", "kal<3"), "did you mean kcal?"),
        (("check", "-", "--where", "soup"), "--where chooses among files"),
        (("show", "soup"), '"soup" may be lentil-soup or tomato-soup: say which one'),
    ],
)
def test_what_cannot_be_meant_is_one_sentence(kitchen: Path, arguments: tuple[str, ...], said: str) -> None:
    ran = recipekit(*arguments, folder=kitchen)
    assert (ran.code, ran.out) == (2, b"")
    assert is_one_sentence(ran.err)
    assert said in ran.err


@pytest.mark.parametrize("name", ["lentil-soup", "red-lentils", "Red Lentil Soup", "red lentil", "LENTIL"])
def test_every_command_takes_the_name_of_a_recipe(kitchen: Path, name: str) -> None:
    for command in (
        ("show", "--only", "ingredients"),
        ("scale", "--times", "2"),
        ("calories",),
        ("check", "--exit-zero"),
    ):
        ran = recipekit(command[0], name, *command[1:], folder=kitchen)
        assert ran.code == 0, ran.err
        assert ran.out or command[0] == "check"
    assert json.loads(recipekit("show", name, "--json", folder=kitchen).out)["title"] == "Red Lentil Soup"


def test_a_file_goes_before_a_recipe_of_the_same_name(kitchen: Path) -> None:
    (kitchen / "tomato").write_text(recipe("Plain Tomato", "1 tomato"))
    assert json.loads(recipekit("show", "tomato", "--json", folder=kitchen).out)["title"] == "Plain Tomato"


def test_a_recipe_of_the_library_is_scaled_in_place_once_whatever_it_is_called(kitchen: Path) -> None:
    ran = recipekit("scale", "tomato soup", "soups/tomato-soup.md", "--times", "2", "--in-place", folder=kitchen)
    assert ran.code == 0, ran.err
    assert "- 4 lb tomatoes" in (kitchen / "soups/tomato-soup.md").read_text()


def test_a_path_may_be_seen_from_the_library(kitchen: Path, tmp_path: Path) -> None:
    ran = recipekit("show", "soups/tomato-soup.md", "--library", str(kitchen), "--json", folder=tmp_path)
    assert json.loads(ran.out)["title"] == "Tomato Soup"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("tomatoe soupp", "no recipe is called so; did you mean tomato-soup?"),
        ("pancakes", "no recipe is called so; recipekit list shows those that there are"),
        ("pancakes.md", "there is no such file; check the name"),
    ],
)
def test_a_name_of_nothing_says_what_may_be_meant(kitchen: Path, name: str, said: str) -> None:
    for command in ("show", "scale", "calories", "check"):
        extra = ("--times", "2") if command == "scale" else ()
        ran = recipekit(command, name, *extra, folder=kitchen)
        assert ran.code == 3
        assert said in ran.err


def test_check_and_calories_take_the_recipes_for_which_something_is_so(kitchen: Path) -> None:
    (kitchen / "soups/bad.md").write_text(recipe("Bad Soup", "1 cupp beans", tags="soup"))
    ran = recipekit("check", "--where", "tag:soup kcal<9000", "--format", "concise", folder=kitchen)
    assert "bad.md" not in ran.out.decode()
    ran = recipekit("check", "--where", "title:bad", "--format", "concise", folder=kitchen)
    assert ran.code == 1
    assert {line.split(":")[0] for line in ran.out.decode().splitlines()} == {"soups/bad.md"}
    assert [json.loads(line)["title"] for line in lines("calories", "--where", "kcal>500", "--json", folder=kitchen)] == [
        "Fried Rice", "Jalapeño Chicken",
    ]  # fmt: skip
    ran = recipekit("calories", "--where", "tag:soup", "--check", folder=kitchen)
    assert ran.err.endswith("in 3 files\n")
    for command in ("check", "calories"):
        ran = recipekit(command, "--where", "tag:nothing", folder=kitchen)
        assert (ran.code, ran.out, ran.err) == (0, b"", "there is no such recipe\n")
        ran = recipekit(command, "soups/tomato-soup.md", "--where", "tag:soup", "--quiet", folder=kitchen)
        assert ran.code in (0, 1)


def test_the_index_tells_of_itself_and_goes(kitchen: Path, tmp_path: Path) -> None:
    cache = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    assert "there is none yet" in lines("index", "--info", folder=kitchen, **cache)[2]
    assert lines("index", folder=kitchen, **cache) == ["5 recipes in this folder"]
    told = dict(line.split(maxsplit=1) for line in lines("index", "--info", folder=kitchen, **cache))
    assert told["library"] == str(kitchen)
    assert (told["state"], told["files"]) == ("ready", "6, 5 recipes among them")
    assert Path(told["index"]).is_file()
    lines("list", folder=written(tmp_path / "other", KITCHEN), **cache)
    (tmp_path / "other").rename(tmp_path / "gone")
    assert len(lines("index", "--clear", folder=kitchen, **cache)) == 2
    assert list((tmp_path / "cache/recipekit").iterdir()) == []
    assert lines("index", "--clear", folder=kitchen, **cache)[0].startswith("there was none")


def test_without_an_index_nothing_is_written(kitchen: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    for command in (("list",), ("search", "soup"), ("tags",), ("ingredients",), ("show", "lentil")):
        lines(*command, "--no-index", folder=kitchen, XDG_CACHE_HOME=str(cache))
    assert not cache.exists()


def completed(line: str, folder: Path, shell: str = "bash") -> str:
    """Return what a shell is offered at the end of *line*."""
    words = line.split(" ")
    extra = {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1), "_TYPER_COMPLETE_ARGS": line}
    return recipekit(given=b"", folder=folder, _RECIPEKIT_COMPLETE=f"complete_{shell}", **extra).out.decode()


def test_a_shell_is_offered_names_with_titles(kitchen: Path) -> None:
    assert completed("recipekit show l", kitchen).split() == ["lentil-soup"]
    lines("index", folder=kitchen)
    assert completed("recipekit scale ", kitchen).split() == [
        "fried-rice", "gurkensalat", "jalapeno-chicken", "lentil-soup", "tomato-soup",
    ]  # fmt: skip
    assert '"lentil-soup":"Red Lentil Soup"' in completed("recipekit show l", kitchen, "zsh")
    written(kitchen, {"mains/tomato-soup.md": KITCHEN["soups/tomato-soup.md"]})
    assert completed("recipekit show m", kitchen).split() == ["mains/tomato-soup"]
    assert completed("recipekit show ./m", kitchen).strip() == ""


def test_a_list_fits_a_terminal(kitchen: Path) -> None:
    (kitchen / "long.md").write_text(recipe("A Very " + "Long " * 30 + "Title", "1 egg", tags="a, b"))
    shown = terminal("list", folder=kitchen).replace("\r", "").splitlines()
    assert all(len(line) <= 80 for line in shown)
    assert len(shown) == 6


def test_a_search_on_a_terminal_shows_the_name_and_the_line_below(kitchen: Path) -> None:
    shown = terminal("search", "garlic", folder=kitchen).replace("\r", "").splitlines()
    assert "Red Lentil Soup" in shown[0]
    assert shown[1] == "    1 clove garlic (minced)"
    assert "no recipe was found" in terminal("search", "zzz", folder=kitchen)


def test_hostile_words_do_not_reach_the_terminal(tmp_path: Path) -> None:
    evil = recipe(
        '"Evil\\e[31m [bold]x[/bold]"', "1 egg \x1b]8;;http://x\x07", tags='"t\\e[2J"', front='id: "\\e[0m"\n'
    )
    written(tmp_path, {"evil.md": evil})
    for command in (("list",), ("tags",), ("ingredients",), ("search", "egg"), ("list", "--group", "tag")):
        out = recipekit(*command, folder=tmp_path).out
        assert b"\x1b" not in out
        assert out
    assert b"[bold]" in recipekit("list", folder=tmp_path).out


def test_a_bundle_goes_by_the_name_of_its_folder(tmp_path: Path) -> None:
    written(
        tmp_path,
        {"mains/coq-au-vin/index.md": recipe("Coq au Vin", "1 rooster"), "mains/chili.md": recipe("Chili", "1 bean")},
    )
    (tmp_path / "chili").mkdir()
    for name, folder, title in (
        ("coq-au-vin", tmp_path, "Coq au Vin"), ("coq-au-vin", tmp_path / "mains", "Coq au Vin"),
        ("mains/coq-au-vin", tmp_path, "Coq au Vin"), ("chili", tmp_path, "Chili"), ("chili.md", tmp_path, "Chili"),
        (str(tmp_path / "mains/chili"), tmp_path, "Chili"),
    ):  # fmt: skip
        ran = recipekit("show", name, "--json", folder=folder)
        assert json.loads(ran.out or b"{}").get("title") == title, (name, ran.err)
    assert json.loads(recipekit("show", "--json", folder=tmp_path / "mains/coq-au-vin").out)["title"] == "Coq au Vin"
    assert "this is a folder" in recipekit("show", "./chili", folder=tmp_path).err


def test_bash_is_offered_one_word_for_a_name_of_several(tmp_path: Path) -> None:
    written(tmp_path, {"Crème brûlée.md": recipe("Crème Brûlée", "1 egg"), "mains/chili.md": recipe("Chili", "1 bean")})
    assert completed("recipekit show C", tmp_path).strip() == "Crème\\ brûlée"
    assert completed("recipekit show mains/c", tmp_path).strip() == "mains/chili"


def test_what_a_cook_may_take_for_recipes_is_told(kitchen: Path) -> None:
    written(kitchen, {"a.MD": "", "b.mdx": "", "c.txt": ""})
    (kitchen / "linked").symlink_to(kitchen / "soups", target_is_directory=True)
    err = recipekit("list", "--verbose", folder=kitchen).err
    assert [line.split(":")[0] for line in err.splitlines()] == ["a.MD", "b.mdx", "linked", "about.md"]
