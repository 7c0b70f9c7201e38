"""Writing a recipe: in place, elsewhere, as Markdown, as a diff; and what is refused with the file untouched."""

import json
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest
from program import COMMAND, RECIPE, environment, is_one_sentence, recipekit, shell, terminal

SCALED = RECIPE.replace("Serves:** 4", "Serves:** 8").replace("2 cups", "4 cups").replace("½ cup", "1 cup")
SCALED = SCALED.replace("1 tbsp", "2 tbsp").replace("360 g", "720 g").replace("14 g", "28 g")
SCALED = SCALED.replace("440 kcal", "880 kcal").replace("120 kcal", "240 kcal")
"""`RECIPE` for eight, by hand."""


@pytest.fixture
def soup(tmp_path: Path) -> Path:
    """Return a recipe in a folder of its own."""
    path = tmp_path / "soup.md"
    path.write_bytes(RECIPE.encode())
    return path


def test_in_place_changes_the_amounts_and_nothing_else(soup: Path) -> None:
    done = recipekit("scale", "soup.md", "--serves", "8", "-i", folder=soup.parent)
    assert (done.code, done.out) == (0, b"")
    assert soup.read_bytes().decode() == SCALED
    assert "soup.md: scaled from 4 to 8 servings; " in done.err
    assert [entry.name for entry in soup.parent.iterdir()] == ["soup.md"]


def test_markdown_is_the_file_to_the_byte(soup: Path) -> None:
    soup.write_bytes(b"\xef\xbb\xbf" + RECIPE.replace("\n", "\r\n").rstrip().encode())
    done = recipekit(
        "scale", "soup.md", "--serves", "8", "--to", "markdown", folder=soup.parent, PYTHONIOENCODING="ascii"
    )
    assert done.out == b"\xef\xbb\xbf" + SCALED.replace("\n", "\r\n").rstrip().encode()
    piped = recipekit("scale", "--serves", "8", "--to", "markdown", given=soup.read_bytes())
    assert piped.out == done.out


def test_a_terminal_gets_no_control_characters(soup: Path) -> None:
    soup.write_text(RECIPE + "\nA \x1b[31mred\x07 end.\n", encoding="utf-8")
    shown = terminal("scale", "soup.md", "--serves", "8", "--to", "markdown", folder=soup.parent)
    assert "\x1b" not in shown
    assert "␛" in shown or "\\x1b" in shown


def test_output_writes_another_file(soup: Path) -> None:
    done = recipekit("scale", "soup.md", "--serves", "8", "-o", "more.md", folder=soup.parent)
    assert done.code == 0
    assert (soup.parent / "more.md").read_bytes().decode() == SCALED
    assert soup.read_bytes().decode() == RECIPE
    assert "more.md: scaled" in done.err


def test_output_to_the_file_itself_is_in_place(soup: Path) -> None:
    assert recipekit("scale", "soup.md", "--serves", "8", "-o", "./soup.md", folder=soup.parent).code == 0
    assert soup.read_bytes().decode() == SCALED


@pytest.mark.parametrize("tool", ["git apply", "patch -p1"])
def test_the_diff_applied_is_the_file_written(tool: str, soup: Path) -> None:
    if shutil.which(tool.split(maxsplit=1)[0]) is None:
        pytest.skip(f"there is no {tool}")
    done = shell(f"$R scale soup.md --serves 8 --diff > change && {tool} < change", soup.parent)
    assert done.code == 0, done.err
    assert soup.read_bytes().decode() == SCALED


def test_a_diff_writes_nothing_and_is_empty_where_nothing_changes(soup: Path) -> None:
    assert recipekit("scale", "soup.md", "--serves", "8", "--diff", folder=soup.parent).out.startswith(
        b"--- a/soup.md\n"
    )
    assert recipekit("scale", "soup.md", "--times", "1", "--diff", folder=soup.parent).out == b""
    assert soup.read_bytes().decode() == RECIPE


def test_scaling_by_one_leaves_even_the_time_of_the_file(soup: Path) -> None:
    os.utime(soup, (1000, 1000))
    done = recipekit("scale", "soup.md", "--times", "1", "-i", folder=soup.parent)
    assert (done.code, "nothing to change" in done.err) == (0, True)
    assert soup.stat().st_mtime == 1000


def test_several_files_are_each_written_and_a_bad_one_stops_no_other(soup: Path) -> None:
    (soup.parent / "stew.md").write_text(RECIPE, encoding="utf-8")
    (soup.parent / "bad.md").write_text("---\na: b: c\n---\n", encoding="utf-8")
    done = recipekit("scale", "soup.md", "bad.md", "gone.md", "stew.md", "--serves", "8", "-i", folder=soup.parent)
    assert done.code == 3
    assert done.err.count("recipekit: ") == 2
    assert soup.read_text(encoding="utf-8") == (soup.parent / "stew.md").read_text(encoding="utf-8") == SCALED


def test_a_file_named_twice_is_scaled_once(soup: Path) -> None:
    assert recipekit("scale", "soup.md", "./soup.md", "--times", "2", "-i", folder=soup.parent).code == 0
    assert soup.read_text(encoding="utf-8") == SCALED


def test_what_was_wrong_before_is_said(soup: Path) -> None:
    soup.write_text(RECIPE.replace("\n## Ingr", "\nTotal: 500 kcal\n\n## Ingr"), encoding="utf-8")
    done = recipekit("scale", "soup.md", "--serves", "8", "-i", folder=soup.parent)
    assert '"Total: 1120 kcal" is the sum of the rows as they are written; the stated total scaled is 1,000 kcal' in (
        done.err.replace("1,120", "1120")
    )
    assert "RK711 wrong-before-scaling before scaling, the file states a total of 500 kcal" in done.err


def test_a_yield_beside_the_servings_can_be_asked_for(soup: Path) -> None:
    soup.write_text(RECIPE.replace("Serves:** 4", "Serves:** 4\n> - **Makes:** 12 cups"), encoding="utf-8")
    done = recipekit("scale", "soup.md", "--yield", "24", "--to", "markdown", folder=soup.parent)
    assert b"> - **Serves:** 8\n> - **Makes:** 24 cups\n" in done.out


def test_every_rounded_amount_is_named_with_its_place(soup: Path) -> None:
    done = recipekit("scale", "soup.md", "--times", "1/3", "--diff", folder=soup.parent)
    named = [line for line in done.err.split("\n") if " RK707 " in line]
    assert named == [
        'soup.md:11:34: RK707 amount-rounded "147 kcal" stands for 146⅔ kcal',
        'soup.md:12:24: RK707 amount-rounded "4.7 g" stands for 4⅔ g',
    ]
    quiet = recipekit("scale", "soup.md", "--times", "1/3", "--diff", "--quiet", folder=soup.parent)
    assert (quiet.out, quiet.err) == (done.out, "")


def test_units_are_written_too(soup: Path) -> None:
    for command in ("scale", "show"):
        done = recipekit(command, "soup.md", "--units", "metric", "--to", "markdown", folder=soup.parent)
        assert b"- 360 g beans\n- 120 ml broth\n" in done.out
        assert done.out.decode().split("## Calories")[0] == RECIPE.split("## Calories")[0]


def test_the_configuration_of_the_eye_changes_no_file(soup: Path) -> None:
    (soup.parent / "recipekit.toml").write_text('units = "metric"\n', encoding="utf-8")
    assert recipekit("scale", "soup.md", "--serves", "8", "-i", folder=soup.parent).code == 0
    assert soup.read_text(encoding="utf-8") == SCALED


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--serves", "8", "-i", "--diff"], 2),
        (["--serves", "8", "-i", "--json"], 2),
        (["--serves", "8", "--to", "pdf"], 2),
        (["--serves", "8", "-o", "x.md", "soup.md"], 2),
        (["-i"], 2),
        (["--serves", "8", "-o", "no/such/folder/x.md"], 3),
        (["--serves", "8", "-o", "."], 3),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_meant_is_refused(arguments: list[str], code: int, soup: Path) -> None:
    done = recipekit("scale", "soup.md", *arguments, folder=soup.parent)
    assert done.code == code
    assert is_one_sentence(done.err)
    assert soup.read_text(encoding="utf-8") == RECIPE
    assert [entry.name for entry in soup.parent.iterdir()] == ["soup.md"]


def test_a_recipe_without_a_file_cannot_be_written_in_place(soup: Path) -> None:
    piped = recipekit("scale", "--serves", "8", "-i", given=RECIPE.encode())
    assert (piped.code, is_one_sentence(piped.err)) == (2, True)
    document = recipekit("show", "soup.md", "--json", folder=soup.parent).out
    assert json.loads(document)["path"] == "soup.md"
    for way in (["-i"], ["--to", "markdown"], ["--diff"], ["-o", "x.md"]):
        done = recipekit("scale", "--serves", "8", *way, given=document, folder=soup.parent)
        assert (done.code, is_one_sentence(done.err)) == (3, True)
    assert soup.read_text(encoding="utf-8") == RECIPE


def test_a_link_and_a_protected_file_are_refused(soup: Path) -> None:
    link = soup.parent / "link.md"
    link.symlink_to("soup.md")
    done = recipekit("scale", "link.md", "--serves", "8", "-i", folder=soup.parent)
    assert (done.code, is_one_sentence(done.err)) == (3, True)
    soup.chmod(0o444)
    done = recipekit("scale", "soup.md", "--serves", "8", "-i", folder=soup.parent)
    assert (done.code, is_one_sentence(done.err)) == (3, True)
    assert soup.read_text(encoding="utf-8") == RECIPE
    assert link.is_symlink()


def test_what_cannot_be_placed_is_refused_with_its_line(soup: Path) -> None:
    raw = '---\nservings: 4\ningredients:\n  - "4 cups \\"good\\" oil"\n---\n\n# Dish\n'
    soup.write_text(raw, encoding="utf-8")
    done = recipekit("scale", "soup.md", "--serves", "8", "-i", folder=soup.parent)
    assert done.code == 3
    assert done.err.startswith("recipekit: soup.md:4: ")
    assert is_one_sentence(done.err)
    assert soup.read_text(encoding="utf-8") == raw


def test_a_process_killed_while_it_writes_leaves_one_of_the_two(soup: Path) -> None:
    """The program itself; `tests/saving/test_kills.py` kills the writing 200 times and more."""
    other = soup.parent / "other.md"
    for delay in range(12):
        soup.write_text(RECIPE, encoding="utf-8")
        with subprocess.Popen(
            [*COMMAND, "scale", "soup.md", "--serves", "8", "-i"],
            cwd=soup.parent,
            env=environment(),
            stderr=subprocess.DEVNULL,
        ) as process:
            time.sleep(delay * 0.03)
            process.send_signal(signal.SIGKILL)
        assert soup.read_text(encoding="utf-8") in (RECIPE, SCALED)
    other.write_text(RECIPE, encoding="utf-8")
    assert recipekit("scale", "other.md", "--times", "1", "-i", folder=soup.parent).code == 0
    assert sorted(entry.name for entry in soup.parent.iterdir()) == ["other.md", "soup.md"]


def test_writing_twice_changes_nothing_more(soup: Path) -> None:
    for _ in range(2):
        done = recipekit("scale", "soup.md", "--serves", "8", "-i", folder=soup.parent)
        assert soup.read_text(encoding="utf-8") == SCALED
    assert "nothing to change" in done.err


def test_only_columns_that_nothing_is_read_from_are_warned_of(soup: Path) -> None:
    for header, warned in (("Food (raw)", False), ("食品", False), ("Ingredient", False), ("Ingredient", True)):
        text = RECIPE.replace("| Ingredient |", f"| {header} |")
        if warned:
            text = text.replace("Calories |", "Calories | Protein |").replace("-------- |\n", "-------- | --- |\n")
        soup.write_text(text, encoding="utf-8")
        done = recipekit("scale", "soup.md", "--serves", "8", "--diff", folder=soup.parent)
        assert ('RK710 columns-left what stands below "Protein"' in done.err) is warned
        assert ("RK710" in done.err) is warned
