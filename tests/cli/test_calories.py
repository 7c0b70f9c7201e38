"""``recipekit calories``: checking, fixing, adding, and the ways to look at a table and at a folder."""

import csv
import io
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from program import RECIPE, is_one_sentence, recipekit, shell, terminal

WRONG = RECIPE.replace(
    "\n## Ingredients", "\n**Total: ~550 kcal**  \n**Per serving (6 servings): 90 kcal**\n\n## Ingredients"
)
RIGHT = WRONG.replace("~550 kcal", "~560 kcal").replace("(6 servings): 90", "(4 servings): 140")


@pytest.fixture
def kitchen(tmp_path: Path) -> Path:
    """Return a folder with a right recipe, a wrong one in a folder of its own, and things that are no recipes."""
    (tmp_path / "soup.md").write_text(RIGHT, encoding="utf-8")
    (tmp_path / "more" / "deep").mkdir(parents=True)
    (tmp_path / "more" / "deep" / "stew.md").write_text(WRONG, encoding="utf-8")
    (tmp_path / "README.md").write_text("# Recipes\n", encoding="utf-8")
    (tmp_path / "more" / "about.md").write_text("# About\n\nWords.\n", encoding="utf-8")
    for hidden in (".git", "node_modules"):
        (tmp_path / hidden).mkdir()
        (tmp_path / hidden / "x.md").write_text(WRONG, encoding="utf-8")
    return tmp_path


def test_check_prints_a_line_for_each_finding_and_ends_with_1(kitchen: Path) -> None:
    done = recipekit("calories", "--check", ".", folder=kitchen)
    lines = done.out.decode().rstrip("\n").split("\n")
    assert done.code == 1
    assert [line.split(" ")[0:2] for line in lines] == [
        ["./more/deep/stew.md:14:11:", "RK303"] if lines[0].startswith("./") else ["more/deep/stew.md:14:11:", "RK303"],
        ["./more/deep/stew.md:15:16:", "RK305"] if lines[0].startswith("./") else ["more/deep/stew.md:15:16:", "RK305"],
    ]
    assert "2 findings in 3 files" in done.err


def test_check_of_what_is_right_ends_with_0(kitchen: Path) -> None:
    done = recipekit("calories", "--check", "soup.md", folder=kitchen)
    assert (done.code, done.out) == (0, b"")
    assert recipekit("calories", "--check", "soup.md", "--quiet", folder=kitchen).err == ""


def test_check_takes_a_pipe_and_this_folder(kitchen: Path) -> None:
    assert recipekit("calories", "--check", given=WRONG.encode()).out.startswith(b"<stdin>:14:11: RK303")
    assert shell("$R calories --check", kitchen).code == 1


def test_check_speaks_json(kitchen: Path) -> None:
    done = recipekit("calories", "--check", "more", "--json", folder=kitchen)
    records = [json.loads(line) for line in done.out.splitlines()]
    assert [(record["code"], record["line"], record["column"]) for record in records] == [
        ("RK303", 14, 11),
        ("RK305", 15, 16),
    ]
    assert records[0]["path"] == "more/deep/stew.md"


def test_a_broken_file_is_a_finding_and_a_missing_one_an_error(kitchen: Path) -> None:
    (kitchen / "broken.md").write_text("---\na: b: c\n---\n\n# Soup\n", encoding="utf-8")
    done = recipekit("calories", "--check", "broken.md", folder=kitchen)
    assert (done.code, done.out.startswith(b"broken.md:2:")) == (1, True)
    done = recipekit("calories", "--check", "gone.md", "--quiet", folder=kitchen)
    assert (done.code, is_one_sentence(done.err)) == (3, True)


def test_a_name_is_no_way_to_the_terminal(kitchen: Path) -> None:
    name = "a\x1b[31m\n.md"
    (kitchen / name).write_text(WRONG, encoding="utf-8")
    done = recipekit("calories", "--check", name, folder=kitchen)
    assert b"\x1b" not in done.out
    assert done.out.count(b"\n") == 2


def test_fix_writes_what_follows_from_the_rows_and_says_so(kitchen: Path) -> None:
    done = recipekit("calories", "--fix", ".", folder=kitchen)
    assert (done.code, done.out) == (0, b"")
    stew = kitchen / "more" / "deep" / "stew.md"
    assert stew.read_text(encoding="utf-8") == RIGHT
    assert 'stew.md:14: "Total: ~550 kcal" is now "Total: ~560 kcal"' in done.err
    assert done.err.count("figures written") == 1
    assert recipekit("calories", "--check", ".", folder=kitchen).code == 0
    assert recipekit("calories", "--fix", ".", folder=kitchen).err == ""
    assert (kitchen / ".git" / "x.md").read_text(encoding="utf-8") == WRONG


def test_fix_with_diff_only_shows(kitchen: Path) -> None:
    done = recipekit("calories", "--fix", "--diff", "more/deep/stew.md", folder=kitchen)
    changed = [line for line in done.out.decode().split("\n") if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    assert changed[:4] == [
        "-**Total: ~550 kcal**  ",
        "-**Per serving (6 servings): 90 kcal**",
        "+**Total: ~560 kcal**  ",
        "+**Per serving (4 servings): 140 kcal**",
    ]
    assert (kitchen / "more" / "deep" / "stew.md").read_text(encoding="utf-8") == WRONG


def test_add_writes_what_is_missing(kitchen: Path) -> None:
    (kitchen / "new.md").write_text(RECIPE, encoding="utf-8")
    done = recipekit("calories", "--add", "new.md", folder=kitchen)
    assert done.code == 0
    assert "**Total: 560 kcal**  \n**Per serving (4 servings): 140 kcal**\n" in (kitchen / "new.md").read_text(
        encoding="utf-8"
    )
    assert 'added "**Total: 560 kcal**"' in done.err


def test_fix_and_add_may_go_together_through_a_pipe() -> None:
    wrong = RECIPE.replace("\n## Ingredients", "\nTotal: 500 kcal\n\n## Ingredients")
    done = recipekit("calories", "--fix", "--add", "--to", "markdown", given=wrong.encode())
    assert b"\nTotal: 560 kcal  \nPer serving (4 servings): 140 kcal\n" in done.out


@pytest.mark.parametrize(
    "arguments",
    [
        ["--check", "--fix"], ["--csv", "--json"], ["-i"], ["--diff"], ["--kj", "--json"], ["--per", "bowl"],
        ["--sort", "taste"], ["--fix", "-i", "--diff"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(arguments: list[str], kitchen: Path) -> None:
    done = recipekit("calories", "soup.md", *arguments, folder=kitchen)
    assert (done.code, is_one_sentence(done.err)) == (2, True)


def names(out: bytes) -> list[str]:
    """Return the first words of the rows of the table."""
    lines = out.decode().split("\n")
    start = next(index for index, line in enumerate(lines) if "Ingredient" in line)
    return [line.split()[0] for line in lines[start + 1 : start + 3]]


@pytest.mark.parametrize(
    ("key", "order"),
    [
        ("kcal", ["Beans", "Oil"]),
        ("share", ["Beans", "Oil"]),
        ("density", ["Oil", "Beans"]),
        ("name", ["Beans", "Oil"]),
    ],
)
def test_rows_are_sorted(key: str, order: list[str], kitchen: Path) -> None:
    assert names(recipekit("calories", "soup.md", "--sort", key, folder=kitchen).out) == order
    document = json.loads(recipekit("calories", "soup.md", "--sort", key, "--json", folder=kitchen).out)
    assert [row["ingredient"] for row in document["calories"]["rows"]] == order


@pytest.mark.parametrize(
    ("options", "row", "total"),
    [
        ([], "Beans       2 cups (360 g)   440", "Total 560 kcal · 140 kcal per serving"),
        (["--per", "serving"], "Beans       2 cups (360 g)           110", "140 kcal per serving · Total 560 kcal"),
        (["--per", "100g"], "Beans       2 cups (360 g)         122", "150 kcal in 100 g of all that is weighed"),
        (["--kj"], "Beans       2 cups (360 g)  1,841", "Total 2,343 kJ · 586 kJ per serving"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_the_table_is_looked_at_in_other_ways(options: list[str], row: str, total: str, kitchen: Path) -> None:
    out = recipekit("calories", "soup.md", *options, folder=kitchen).out.decode()
    assert row in out
    assert total in out
    assert "█" in out


def test_rows_as_csv_hold_no_formula(kitchen: Path) -> None:
    (kitchen / "evil.md").write_text(RECIPE.replace("| Beans  ", "| =1+1   "), encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(recipekit("calories", "evil.md", "--csv", folder=kitchen).out.decode())))
    assert [row["ingredient"] for row in rows] == ["'=1+1", "Oil"]
    assert (rows[0]["kcal"], rows[0]["share"], rows[0]["grams"]) == ("440", "0.7857", "360")
    (row, _) = csv.DictReader(
        io.StringIO(recipekit("calories", "soup.md", "--csv", "--kj", "--per", "serving", folder=kitchen).out.decode())
    )
    assert row["kj"] == "460.24"


def test_a_folder_gives_a_line_a_recipe(kitchen: Path) -> None:
    out = recipekit("calories", ".", folder=kitchen).out.decode().split("\n")
    assert [line.split() for line in out[1:3]] == [
        ["Bean", "Stew", "4", "140", "560", "560"], ["Bean", "Stew", "4", "140", "560", "550", "−10"],
    ]  # fmt: skip
    assert out[-2] == "2 recipes"


def test_a_folder_as_json_and_as_csv(kitchen: Path) -> None:
    records = [json.loads(line) for line in recipekit("calories", ".", "--json", folder=kitchen).out.splitlines()]
    assert [Path(record["path"]).name for record in records] == ["soup.md", "stew.md"]
    assert records[1]["difference_kcal"] == -10
    rows = list(csv.DictReader(io.StringIO(recipekit("calories", ".", "--csv", folder=kitchen).out.decode())))
    assert [row["difference_kcal"] for row in rows] == ["0", "-10"]


@pytest.mark.parametrize(
    ("name", "arguments"),
    [("calories", [".", "--json"]), ("finding", ["--check", ".", "--json"])],
    ids=str,
)
def test_the_lines_are_as_their_schema_says(name: str, arguments: list[str], kitchen: Path) -> None:
    schema = json.loads(recipekit("schema", name).out)
    Draft202012Validator.check_schema(schema)
    lines = recipekit("calories", *arguments, folder=kitchen).out.splitlines()
    assert len(lines) == 2
    for line in lines:
        Draft202012Validator(schema).validate(json.loads(line))


def test_a_folder_is_sorted(kitchen: Path) -> None:
    richer = RIGHT.replace("title: Bean Stew", "title: Apple Pie").replace("Serves:** 4", "Serves:** 1")
    (kitchen / "zz.md").write_text(richer, encoding="utf-8")

    def order(key: str) -> list[str]:
        out = recipekit("calories", ".", "--sort", key, "--json", folder=kitchen).out
        return [Path(json.loads(line)["path"]).name for line in out.splitlines()]

    assert order("kcal")[0] == "zz.md"
    assert order("name")[0] == "zz.md"
    assert order("difference")[0] == "stew.md"


def test_a_file_that_cannot_be_read_stops_no_other(kitchen: Path) -> None:
    (kitchen / "a.md").write_bytes(b"\xff\xfe")
    done = recipekit("calories", ".", "--json", folder=kitchen)
    assert (done.code, len(done.out.splitlines())) == (3, 2)
    assert is_one_sentence(done.err)


def test_a_table_of_kilojoules_is_read_as_such() -> None:
    table = "# Toast\n\n## Calories\n\n| Food | Energy (kJ) |\n|---|---|\n| Bread | 418.4 |\n| **Total** | 418.4 |\n"
    done = recipekit("calories", given=table.encode())
    assert b"Total 100 kcal" in done.out
    assert recipekit("calories", "--check", given=table.encode()).code == 0


def test_a_narrow_terminal_leaves_out_what_the_difference_says(kitchen: Path) -> None:
    shown = terminal("calories", ".", folder=kitchen, COLUMNS="60")
    assert "Stated" not in shown
    assert "Difference" in shown
