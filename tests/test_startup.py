"""A command imports what it uses and nothing else."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

RECIPE = str(Path(__file__).parents[1] / "examples" / "lentil-soup.md")
HEAVY = ("pint", "pydantic", "rich.markdown", "markdown_it", "pygments", "sqlite3")
SCRIPT = """
import json, sys
sys.modules["dask"] = None  # pint looks whether it is there, as for no cook it is
from recipekit.cli.app import main
main(sys.argv[1:])
sys.stderr.write(json.dumps(sorted(sys.modules)))
"""


def modules_after(*argv: str) -> set[str]:
    """Return the modules that a fresh interpreter has loaded after a command."""
    run = subprocess.run([sys.executable, "-c", SCRIPT, *argv], capture_output=True, text=True, check=True)
    return set(json.loads(run.stderr.splitlines()[-1]))  # notes stand before it


@pytest.mark.parametrize("module", HEAVY)
def test_show_loads_nothing_heavy(module: str) -> None:
    assert module not in modules_after("show", RECIPE)


def test_json_never_loads_rich() -> None:
    loaded = modules_after("show", RECIPE, "--json")
    assert not {name for name in loaded if name == "rich" or name.startswith("rich.")}
    assert loaded.isdisjoint(HEAVY)


def test_converting_loads_pint_and_no_reader_of_files() -> None:
    loaded = modules_after("convert", "1 1/2 cups flour", "g")
    assert "pint" in loaded
    roots = {name.split(".")[0] for name in loaded}
    assert roots.isdisjoint({"rich", "mistune", "yaml", "frontmatter", "sqlite3", "pydantic"})


@pytest.mark.parametrize("amount", [("60 ml", "ml"), ("--help",)])
def test_what_needs_no_sum_needs_no_pint(amount: tuple[str, ...]) -> None:
    assert "pint" not in modules_after("convert", *amount)


def test_scaling_never_loads_pint() -> None:
    assert "pint" not in modules_after("scale", RECIPE, "--serves", "2", "--quiet")


def test_a_command_loads_no_other_command() -> None:
    loaded = modules_after("show", RECIPE)
    assert "recipekit.cli.show" in loaded
    assert "recipekit.cli.calories" not in loaded


def test_the_version_loads_no_reader() -> None:
    loaded = modules_after("--version")
    assert "recipekit.parse.recipe" not in loaded
    assert "recipekit.model" not in loaded


def test_importing_the_package_loads_nothing() -> None:
    code = "import sys, recipekit; sys.exit('recipekit.model' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    "argv",
    [
        ["scale", RECIPE, "--serves", "2", "--to", "markdown", "--quiet"],
        ["calories", RECIPE, "--check"],
        ["calories", RECIPE, "--csv"],
        ["calories", RECIPE, "--json"],
        ["calories", str(Path(RECIPE).parent), "--json"],
    ],
    ids=lambda argv: " ".join(argv[2:]) or argv[0],
)
def test_writing_and_checking_load_no_console(argv: list[str]) -> None:
    loaded = modules_after(*argv)
    assert "rich.console" not in loaded
    assert loaded.isdisjoint(HEAVY)


def test_looking_loads_nothing_that_writes() -> None:
    loaded = modules_after("scale", RECIPE, "--serves", "2", "--quiet")
    assert not {name for name in loaded if name.startswith(("recipekit.edits", "recipekit.saving", "recipekit.check"))}


LIBRARY = str(Path(RECIPE).parent)


@pytest.mark.parametrize(
    "options", [(), ("--json",), ("--csv",), ("--paths",), ("--group", "tag"), ("--where", "kcal<900")]
)
def test_a_warm_list_loads_neither_a_reader_nor_a_console(options: tuple[str, ...]) -> None:
    modules_after("index", "--library", LIBRARY)
    loaded = modules_after("list", "--library", LIBRARY, *options)
    roots = {name.split(".")[0] for name in loaded}
    assert roots.isdisjoint({"mistune", "yaml", "frontmatter", "pint", "rich", "pydantic"})
    assert "recipekit.parse.recipe" not in loaded


@pytest.mark.parametrize("words", [("lentil*",), ("soup", "--json"), ("kcal<900", "--paths")])
def test_a_warm_search_loads_neither_a_reader_nor_a_console(words: tuple[str, ...]) -> None:
    modules_after("index", "--library", LIBRARY)
    loaded = modules_after("search", "--library", LIBRARY, *words)
    assert {name.split(".")[0] for name in loaded}.isdisjoint({"mistune", "yaml", "frontmatter", "pint", "rich"})
    assert "recipekit.parse.recipe" not in loaded


MENU = str(Path(LIBRARY) / "menu.toml")


@pytest.mark.parametrize("form", ["--plain", "--markdown", "--csv", "--json"])
@pytest.mark.parametrize("argv", [("shop", f"{RECIPE}:2"), ("plan", MENU, "--shop")], ids=["shop", "plan"])
def test_a_list_in_text_loads_no_console(argv: tuple[str, ...], form: str) -> None:
    loaded = modules_after(*argv, form)
    assert not {name for name in loaded if name == "rich" or name.startswith(("rich.", "pint", "recipekit.edits"))}


def test_a_list_on_a_terminal_loads_no_pint() -> None:
    assert "pint" not in modules_after("shop", RECIPE)


def test_a_week_as_a_document_loads_no_console() -> None:
    loaded = modules_after("plan", MENU, "--json")
    assert not {name for name in loaded if name == "rich" or name.startswith(("rich.", "pint"))}
