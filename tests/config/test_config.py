"""Configuration: the nearest file upwards, what it may say, and one sentence for everything else."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from program import is_one_sentence

from recipekit.cli.app import main
from recipekit.config import Config, keys, load_config, settings
from recipekit.errors import ConfigurationError, ExitCode

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def kitchen(tmp_path: Path) -> Path:
    """Return a folder two levels below one where a configuration may stand."""
    folder = tmp_path / "house" / "kitchen"
    folder.mkdir(parents=True)
    return folder


def write(path: Path, text: str | bytes) -> Path:
    """Write a file and return its path."""
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


# -- which file holds


def test_without_a_file_the_defaults_hold(kitchen: Path) -> None:
    assert load_config(kitchen) == Config(cups="us", units=None, densities=None, pieces=None)
    assert {setting.origin for setting in settings(kitchen)} == {None}


@pytest.mark.parametrize("level", [0, 1, 2])
def test_a_file_holds_for_every_folder_below_it(level: int, kitchen: Path) -> None:
    folder = [kitchen, *kitchen.parents][level]
    write(folder / "recipekit.toml", 'cups = "au"')
    assert load_config(kitchen).cups == "au"


def test_the_nearest_file_holds_alone(kitchen: Path) -> None:
    write(kitchen.parent / "recipekit.toml", 'cups = "au"\nunits = "metric"')
    write(kitchen / "recipekit.toml", 'cups = "imperial"')
    assert load_config(kitchen) == Config(cups="imperial")


def test_a_table_of_a_python_project_counts(kitchen: Path) -> None:
    path = write(kitchen.parent / "pyproject.toml", '[project]\nname = "x"\n[tool.recipekit]\nunits = "metric"\n')
    assert load_config(kitchen) == Config(units="metric")
    assert [setting.origin for setting in settings(kitchen) if setting.key == "units"] == [path]


def test_of_two_files_in_one_folder_our_own_holds(kitchen: Path) -> None:
    write(kitchen / "pyproject.toml", '[tool.recipekit]\ncups = "au"')
    write(kitchen / "recipekit.toml", 'cups = "metric"')
    assert load_config(kitchen).cups == "metric"


def test_a_near_table_goes_before_a_far_file(kitchen: Path) -> None:
    write(kitchen / "pyproject.toml", '[tool.recipekit]\ncups = "au"')
    write(kitchen.parent / "recipekit.toml", 'cups = "metric"')
    assert load_config(kitchen).cups == "au"


def test_an_empty_file_ends_the_search(kitchen: Path) -> None:
    write(kitchen / "recipekit.toml", "# nothing but defaults here\n")
    write(kitchen.parent / "recipekit.toml", 'cups = "metric"')
    assert load_config(kitchen) == Config()


OTHERS = {
    "no-table-of-ours": '[tool.ruff]\nline-length = 120\n[project]\ndependencies = ["recipekit"]\n',
    "tool-is-no-table": 'tool = "recipekit"',
    "broken-but-not-about-us": "[tool.ruff\n",
    "not-utf-8": b"name = '\xff'",
    "binary": b"\x00\x01",
    "long": b"#" * (1 << 21),
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_a_python_project_without_our_table_is_passed_by(text: str | bytes, kitchen: Path) -> None:
    write(kitchen / "pyproject.toml", text)
    write(kitchen.parent / "recipekit.toml", 'cups = "metric"')
    assert load_config(kitchen).cups == "metric"


def test_a_folder_called_like_a_python_project_is_passed_by(kitchen: Path) -> None:
    (kitchen / "pyproject.toml").mkdir()
    assert load_config(kitchen) == Config()


def test_the_current_folder_is_where_it_begins(kitchen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(kitchen / "recipekit.toml", 'cups = "metric"')
    monkeypatch.chdir(kitchen)
    assert load_config().cups == "metric"


def test_a_folder_that_is_gone_has_no_configuration(kitchen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(kitchen)
    kitchen.rmdir()
    assert load_config() == Config()


# -- what a file may say


@pytest.mark.parametrize("value", ["us", "metric", "imperial", "au"])
def test_cups_are_of_a_country(value: str, kitchen: Path) -> None:
    write(kitchen / "recipekit.toml", f'cups = "{value}"')
    assert load_config(kitchen).cups == value


@pytest.mark.parametrize("value", ["metric", "us", "imperial"])
def test_units_are_of_a_system(value: str, kitchen: Path) -> None:
    write(kitchen / "recipekit.toml", f'units = "{value}"')
    assert load_config(kitchen).units == value


@pytest.mark.parametrize("key", ["densities", "pieces"])
def test_a_file_of_the_cook_stands_beside_the_one_that_names_it(key: str, kitchen: Path) -> None:
    write(kitchen.parent / "recipekit.toml", f'{key} = "own/my.csv"')
    assert load_config(kitchen)._asdict()[key] == kitchen.parent / "own" / "my.csv"


def test_a_whole_path_stays_and_a_tilde_is_the_home(kitchen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/cook")
    write(kitchen / "recipekit.toml", 'densities = "/etc/my.csv"\npieces = "~/my.csv"')
    assert load_config(kitchen) == Config(densities=Path("/etc/my.csv"), pieces=Path("/home/cook/my.csv"))


@pytest.mark.parametrize(
    "text", ['\ufeffcups = "au"', 'cups = "au"\r\n', "cups = 'au'  # Melbourne"], ids=["bom", "crlf", "comment"]
)
def test_a_file_is_read_as_an_editor_saves_it(text: str, kitchen: Path) -> None:
    write(kitchen / "recipekit.toml", text)
    assert load_config(kitchen).cups == "au"


# -- what it may not say

WRONG = {
    "broken": ('cups = "au"\nunits "metric"\n', ":2:7: the TOML does not parse: expected '=' after a key in a key/value pair; mend it there"),
    "cut-off": ('cups = "au', ":1:11: the TOML does not parse: unterminated string; mend it there"),
    "cut-off-below": ("# mine\ncups =", ":2:7: the TOML does not parse: invalid value; mend it there"),
    "twice": ('cups = "au"\ncups = "us"\n', ":2:12: the TOML does not parse: cannot overwrite a value; mend it there"),
    "near-key": ('\ncup = "au"', ':2:1: there is no key "cup"; did you mean cups?'),
    "capitals": ('  Units = "metric"', ':1:3: there is no key "Units"; did you mean units?'),
    "quoted-key": ('"piece" = "a.csv"', ':1:1: there is no key "piece"; did you mean pieces?'),
    "far-key": ("colour = 3", ':1:1: there is no key "colour"; the keys are cups, units, densities, pieces, library, aisles, pantry, check.select, check.ignore, check.per-file-ignores, check.free, check.site-root'),
    "table": ('[tool.recipekit]\ncups = "au"', ':1:2: there is no key "tool"; recipekit.toml is all ours: write its keys without [tool.recipekit]'),
    "value": ('cups = "uk"', ':1:1: cups cannot be "uk"; write one of us, metric, imperial, au'),
    "value-in-capitals": ('units = "US"', ':1:1: units cannot be "US"; write one of metric, us, imperial'),
    "number": ("# a\n# b\ncups = 250", ":3:1: cups cannot be this; write one of us, metric, imperial, au"),
    "list": ('units = ["us"]', ":1:1: units cannot be this; write one of metric, us, imperial"),
    "table-of-a-key": ("[cups]\nus = 1", ":1:2: cups cannot be this; write one of us, metric, imperial, au"),
    "path-is-a-number": ("pieces = 3", ':1:1: pieces names no file; write it like pieces = "my.csv"'),
    "path-is-empty": ('pieces = " "', ':1:1: pieces names no file; write it like pieces = "my.csv"'),
    "path-with-a-nul": ('pieces = "a\\u0000"', ':1:1: pieces names no file; write it like pieces = "my.csv"'),
    "binary": (b"\x00cups", ": this is a binary file; move it away"),
    "not-utf-8": (b'# a\ncups = "\xe9"', ":2:9: the byte 0xe9 is not UTF-8; save the file as UTF-8"),
    "long": (b"#" * ((1 << 20) + 1), ": this is longer than 1 MiB; mend it, or move it away"),
    "digits": ("cups = " + "9" * 5000, ": the TOML does not parse: no value is so large; mend it"),
    "deep-key": ("a." * 40 + "b = 1", ":1:1: this key has too many parts; mend it there"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "said"), WRONG.values(), ids=WRONG)
def test_what_a_file_may_not_say_is_one_sentence(
    text: str | bytes, said: str, kitchen: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    path = write(kitchen / "recipekit.toml", text)
    monkeypatch.chdir(kitchen)
    assert main(["config"]) == ExitCode.USAGE
    out, err = capsys.readouterr()
    assert out == ""
    assert is_one_sentence(err)
    assert err == f"recipekit: {path}{said}\n"


@pytest.mark.parametrize("text", ["cups = " + "[" * 100_000, 'cups = "' + "a" * 500_000 + '"', "a." * 500_000])
def test_a_hostile_file_is_one_sentence(text: str, kitchen: Path) -> None:
    write(kitchen / "recipekit.toml", text)
    with pytest.raises(ConfigurationError) as caught:
        load_config(kitchen)
    assert len(str(caught.value).removeprefix(str(kitchen))) < 200


PROJECTS = {
    "broken": ('# recipekit\n[tool.recipekit\ncups = "au"', ":2:16: the TOML does not parse"),
    "key": ('[tool.x]\ncup = 1\n[tool.recipekit]\ncup = "au"', ':4:1: there is no key "cup"; did you mean cups?'),
    "no-table": ("[tool]\nrecipekit = 3", ": tool.recipekit is no table"),
    "inline": ('tool.recipekit = {cup = "au"}', ': there is no key "cup"'),
    "long": (b"# recipekit\n" + b"#" * (1 << 20), ": this is longer than 1 MiB"),
}


@pytest.mark.parametrize(("text", "said"), PROJECTS.values(), ids=PROJECTS)
def test_what_our_table_may_not_say_is_one_sentence(text: str | bytes, said: str, kitchen: Path) -> None:
    path = write(kitchen / "pyproject.toml", text)
    with pytest.raises(ConfigurationError) as caught:
        load_config(kitchen)
    assert str(caught.value).startswith(f"{path}{said}")


def test_a_folder_called_like_our_file_is_one_sentence(kitchen: Path) -> None:
    (kitchen / "recipekit.toml").mkdir()
    with pytest.raises(ConfigurationError, match="this is no file"):
        load_config(kitchen)


def test_a_file_that_may_not_be_read_is_one_sentence(kitchen: Path) -> None:
    path = write(kitchen / "recipekit.toml", 'cups = "au"')
    path.chmod(0)
    try:
        path.read_bytes()
    except PermissionError:
        with pytest.raises(ConfigurationError, match="the file may not be read"):
            load_config(kitchen)


def test_a_link_to_nothing_is_no_file(kitchen: Path) -> None:
    (kitchen / "recipekit.toml").symlink_to("gone.toml")
    assert load_config(kitchen) == Config()


# -- the command


def test_the_command_prints_a_line_a_key(kitchen: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    path = write(kitchen / "recipekit.toml", 'units = "metric"')
    monkeypatch.chdir(kitchen)
    assert main(["config"]) == 0
    out = capsys.readouterr().out
    assert [line.split(maxsplit=1) for line in out.splitlines()[:2]] == [
        ["cups", "us".ljust(27) + "  default"],
        ["units", "metric".ljust(27) + f"  {path}"],
    ]
    assert [line.split()[0] for line in out.splitlines()] == [key.name for key in keys()]


def test_the_document_says_the_same(kitchen: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    path = write(kitchen / "recipekit.toml", 'pieces = "my.csv"')
    monkeypatch.chdir(kitchen)
    assert main(["config", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert {key: said[key] for key in ("cups", "units", "densities", "pieces")} == {
        "cups": {"value": "us", "from": "default"},
        "units": {"value": None, "from": "default"},
        "densities": {"value": None, "from": "default"},
        "pieces": {"value": str(kitchen / "my.csv"), "from": str(path)},
    }


def test_control_codes_of_a_file_are_shown_and_not_sent(
    kitchen: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    write(kitchen / "recipekit.toml", 'pieces = "a\\u001b[2J\\nb"')
    monkeypatch.chdir(kitchen)
    assert main(["config"]) == 0
    out = capsys.readouterr().out
    assert out.count("\n") == len(keys())
    assert "\x1b" not in out


def test_help_names_every_key(capsys: Capture) -> None:
    assert main(["config", "--help"]) == 0
    out = capsys.readouterr().out
    for key in keys():
        assert f"    {key.name} " in out
        assert key.help.rstrip(".") in out


def test_looking_for_nothing_loads_no_reader_of_toml(kitchen: Path) -> None:
    code = "import sys; from recipekit.config import load_config; load_config(); sys.exit('tomllib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=kitchen, check=False).returncode == 0


# -- the table of check


CHECK = """
cups = "au"

[check]
select = ["default", "RK6"]
ignore = ["RK106"]
free = ["water"]
site-root = "static"

[check.per-file-ignores]
"drafts/*" = ["RK1"]
"""


@pytest.mark.parametrize("shared", [False, True], ids=["own", "shared"])
def test_the_table_of_check_is_read(shared: bool, kitchen: Path) -> None:
    text = (
        CHECK.replace("[check", "[tool.recipekit.check").replace("\ncups", "\n[tool.recipekit]\ncups")
        if shared
        else CHECK
    )
    write(kitchen / ("pyproject.toml" if shared else "recipekit.toml"), text)
    config = load_config(kitchen)
    assert (config.cups, config.check_select, config.check_ignore) == ("au", ("default", "RK6"), ("RK106",))
    assert (config.check_free, config.check_site_root) == (("water",), kitchen / "static")
    assert config.check_per_file_ignores == {"drafts/*": ("RK1",)}


def test_without_a_table_the_usual_rules_run(kitchen: Path) -> None:
    config = load_config(kitchen)
    assert (config.check_select, config.check_free) == ((), ("water", "salt", "pepper"))


TABLES = {
    "no-table": ("check = 3", ":1:1: check is no table; write its keys below a line [check]"),
    "unknown-key": ("[check]\n\nselekt = []", ':3:1: there is no key "check.selekt"; did you mean check.select?'),
    "no-list": ('[check]\nignore = "RK1"', ':2:1: check.ignore is no list of words; write it like ["one", "two"]'),
    "no-words": ("check.ignore = [3]", ":1:1: check.ignore is no list of words"),
    "a-key-of-that-name-above": ("ignore = []\n", ':1:1: there is no key "ignore"; did you mean check.ignore?'),
    "no-patterns": (
        "[check]\nper-file-ignores = []",
        ':2:1: check.per-file-ignores is no table; write it like "drafts/*.md" = ["RK1"]',
    ),
    "no-folder": ("[check]\nsite-root = 1", ":2:1: check.site-root names no folder"),
}


@pytest.mark.parametrize(("text", "said"), TABLES.values(), ids=TABLES)
def test_what_the_table_of_check_may_not_say_is_one_sentence(text: str, said: str, kitchen: Path) -> None:
    path = write(kitchen / "recipekit.toml", text)
    with pytest.raises(ConfigurationError) as caught:
        load_config(kitchen)
    assert str(caught.value).startswith(f"{path}{said}")
