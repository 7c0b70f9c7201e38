"""``recipekit check``: what it prints in every format, what it mends, and how it ends."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from jsonschema import Draft4Validator, Draft202012Validator
from program import COMMAND, ROOT, environment, on_terminal, recipekit, shell, terminal

from recipekit.check.rules import RULES
from recipekit.cores import ENOUGH

SARIF = Path(__file__).parents[1] / "contract" / "sarif-2.1.0-rtm.5.json"
SOUP = """\
---
id: soup
title: Soup
description: Thin.
tags: [Soup]
---

> - **Serves:** 4
> - **Cook Time:** 20 min

## Calories

| Food  | Quantity | Calories |
| ----- | -------- | -------- |
| Beans | 500 g    | 1,600    |
| Oil   | 45 g     | 400      |

**Total: 2,100 kcal**

## Ingredients

- 500 g beans
- 45 g oil

## Instructions

1. Simmer the beans in the oil. See [the shop](https://example.org/?utm_source=mail&id=3).
"""
TOTAL = "the file states a total of 2,100 kcal, its rows add up to 2,000 kcal"


@pytest.fixture
def kitchen(tmp_path: Path) -> Path:
    """Return a folder with one recipe that has a wrong total and a link that is followed."""
    (tmp_path / "soup.md").write_text(SOUP, encoding="utf-8")
    return tmp_path


def codes(out: bytes) -> list[str]:
    """Return the codes of JSON lines."""
    return [json.loads(line)["code"] for line in out.splitlines()]


# -- what it prints


def test_it_checks_this_folder_and_shows_place_line_caret_and_way_out(kitchen: Path) -> None:
    done = recipekit("check", folder=kitchen)
    assert (done.code, done.err) == (1, "2 findings in 1 file, 2 can be mended with --fix\n")
    first = done.out.decode().split("\n\n")[0]
    assert first.splitlines() == [
        f"soup.md:18:10: RK303 total-not-the-sum {TOTAL}",
        "   |",
        "18 | **Total: 2,100 kcal**",
        "   |          ^^^^^",
        "   = help: recipekit calories --fix writes the sum (--fix mends it)",
    ]


def test_concise_is_a_line_a_finding(kitchen: Path) -> None:
    done = recipekit("check", ".", "--format", "concise", "-q", folder=kitchen)
    lines = done.out.decode().splitlines()
    assert lines[0] == f"soup.md:18:10: RK303 total-not-the-sum {TOTAL} (recipekit calories --fix writes the sum)"
    assert len(lines) == 2
    assert done.err == ""


def test_json_lines_are_as_their_schema_says(kitchen: Path) -> None:
    schema = json.loads(recipekit("schema", "finding").out)
    done = recipekit("check", "--format", "json", "--select", "ALL", folder=kitchen)
    found = [json.loads(line) for line in done.out.splitlines()]
    assert "RK303" in [each["code"] for each in found]
    for each in found:
        Draft202012Validator(schema).validate(each)
        assert each["path"] == "soup.md"
    total = next(each for each in found if each["code"] == "RK303")
    assert (total["line"], total["column"], total["end_column"], total["fix"]["safe"]) == (18, 10, 15, True)


def test_a_pipe_has_no_path(kitchen: Path) -> None:
    done = shell("cat soup.md | $R check - --format json", kitchen)
    assert done.code == 1
    assert {json.loads(line)["path"] for line in done.out.splitlines()} == {None}
    assert shell("cat soup.md | $R check -", kitchen).out.startswith(b"<stdin>:18:10: RK303")


def test_sarif_is_as_its_schema_says(kitchen: Path) -> None:
    (kitchen / "wüste suppe #1.md").write_text(SOUP, encoding="utf-8")
    log = json.loads(recipekit("check", "--format", "sarif", "--select", "ALL", folder=kitchen).out)
    Draft4Validator(json.loads(SARIF.read_bytes())).validate(log)
    (run,) = log["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [rule.problem.code for rule in RULES]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    places = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]}
    assert places == {"soup.md", "w%C3%BCste%20suppe%20%231.md"}


def test_sarif_of_nothing_is_a_log_too(tmp_path: Path) -> None:
    log = json.loads(recipekit("check", "--format", "sarif", folder=tmp_path).out)
    Draft4Validator(json.loads(SARIF.read_bytes())).validate(log)
    assert log["runs"][0]["results"] == []


def test_annotations_are_escaped(kitchen: Path) -> None:
    (kitchen / "soup.md").rename(kitchen / "100%,a:b.md")
    done = recipekit("check", "--select", "RK303", "--format", "github", folder=kitchen)
    assert done.out.decode() == (
        "::warning file=100%25%2Ca%3Ab.md,line=18,col=10,endColumn=15,title=RK303 total-not-the-sum"
        f"::{TOTAL} (recipekit calories --fix writes the sum)\n"
    )


def test_a_broken_file_is_an_error_to_annotate(kitchen: Path) -> None:
    (kitchen / "soup.md").write_text("---\na: b: c\n---\n", encoding="utf-8")
    done = recipekit("check", "--format", "github", folder=kitchen)
    assert done.code == 1
    assert done.out.startswith(b"::error file=soup.md,line=2,")


def test_statistics_count_instead(kitchen: Path) -> None:
    (kitchen / "stew.md").write_text(SOUP.replace("soup", "stew").replace("Soup", "Stew"), encoding="utf-8")
    done = recipekit("check", "--statistics", "--select", "RK303,RK504", folder=kitchen)
    assert done.code == 1
    assert done.out.decode().splitlines() == [
        "2  RK303 total-not-the-sum  (--fix)",
        "2  RK504 tracking-parameters  (--fix)",
    ]
    done = recipekit("check", "--statistics", "--format", "json", "--select", "RK303", folder=kitchen)
    assert json.loads(done.out) == {
        "code": "RK303",
        "name": "total-not-the-sum",
        "times": 2,
        "fixable": True,
        "unsafe": False,
    }


def test_a_terminal_gets_colours_and_no_control_characters(kitchen: Path) -> None:
    text = SOUP.replace("[the shop](", "[the \x1b]0;pwned\x07 shop](")
    (kitchen / "soup.md").write_text(text, encoding="utf-8")
    shown = terminal("check", "--select", "RK504", folder=kitchen)
    assert "\x1b[" in shown
    assert "\x1b]0;" not in shown
    assert "\\x1b]0;pwned\\x07" in shown
    assert ";33m" in shown
    assert ";33m" not in terminal("check", "--select", "RK504", folder=kitchen, NO_COLOR="1")


def test_square_brackets_are_no_markup(kitchen: Path) -> None:
    (kitchen / "soup.md").write_text(SOUP.replace("[the shop]", "[bold]x[/bold] [the shop]"), encoding="utf-8")
    assert "[bold]x[/bold]" in terminal("check", "--select", "RK504", folder=kitchen, COLUMNS="150")


def test_the_caret_stands_below_wide_letters(kitchen: Path) -> None:
    (kitchen / "soup.md").write_text(SOUP.replace("See [", "漢字 See ["), encoding="utf-8")
    row, caret = recipekit("check", "--select", "RK504", folder=kitchen).out.decode().splitlines()[2:4]
    assert caret.index("^") == row.index("utm_source") + 2


# -- which rules run


def test_select_and_ignore_take_codes_beginnings_and_names(kitchen: Path) -> None:
    def found(*options: str) -> list[str]:
        return codes(recipekit("check", "--format", "json", *options, folder=kitchen).out)

    assert found() == ["RK303", "RK504"]
    assert found("--select", "RK5") == ["RK504"]
    assert found("--select", "total-not-the-sum") == ["RK303"]
    assert found("--select", "rk303", "--select", "RK504") == ["RK303", "RK504"]
    assert found("--ignore", "RK3,tracking-parameters") == []
    assert found("--select", "default", "--ignore", "RK504") == ["RK303"]


def test_a_rule_that_there_is_not_is_refused(kitchen: Path) -> None:
    done = recipekit("check", "--select", "RK999", folder=kitchen)
    assert (done.code, done.out) == (2, b"")
    assert (
        done.err == 'recipekit: there is no rule "RK999"; codes are RK100 to RK604, and `recipekit rules` lists them\n'
    )
    done = recipekit("check", "--ignore", "total-not-sum", folder=kitchen)
    assert done.err == 'recipekit: there is no rule "total-not-sum"; did you mean total-not-the-sum?\n'


def test_the_configuration_selects_and_ignores_by_file(kitchen: Path) -> None:
    (kitchen / "drafts").mkdir()
    (kitchen / "drafts" / "stew.md").write_text(SOUP.replace("oup", "tew"), encoding="utf-8")
    settings = '[check]\nignore = ["RK504"]\n[check.per-file-ignores]\n"drafts/*" = ["RK3"]\n'
    (kitchen / "recipekit.toml").write_text(settings, encoding="utf-8")
    done = recipekit("check", "--format", "json", folder=kitchen)
    assert [json.loads(line)["path"] for line in done.out.splitlines()] == ["soup.md"]
    done = recipekit("check", "stew.md", "--format", "json", folder=kitchen / "drafts")
    assert (done.code, done.out) == (0, b"")
    assert codes(recipekit("check", "soup.md", "--select", "RK504,RK303", "--format", "json", folder=kitchen).out) == [
        "RK303"
    ]


def test_a_rule_of_the_configuration_that_there_is_not_is_refused(kitchen: Path) -> None:
    (kitchen / "recipekit.toml").write_text('[check]\nselect = ["RK99"]\n', encoding="utf-8")
    done = recipekit("check", folder=kitchen)
    assert done.code == 2
    assert 'there is no rule "RK99"' in done.err


COMMENTS = {
    "behind": ("**Total: 2,100 kcal** <!-- recipekit: ignore RK303 -->", 0),
    "of-any-rule": ("**Total: 2,100 kcal** <!-- recipekit: ignore -->", 0),
    "by-name": ("**Total: 2,100 kcal** <!-- recipekit: ignore total-not-the-sum -->", 0),
    "several": ("**Total: 2,100 kcal** <!-- recipekit: ignore RK204, RK3 -->", 0),
    "below": ("**Total: 2,100 kcal**\n<!-- recipekit: ignore RK303 -->", 0),
    "above": ("<!-- recipekit: ignore RK303 -->\n\n**Total: 2,100 kcal**", 0),
    "for-the-file": ("**Total: 2,100 kcal**\n\n<!-- recipekit: ignore-file RK303 -->", 0),
    "of-another-rule": ("**Total: 2,100 kcal** <!-- recipekit: ignore RK204 -->", 1),
    "of-another-line": ("**Total: 2,100 kcal**\n\n<!-- recipekit: ignore RK303 -->", 1),
}


@pytest.mark.parametrize(("text", "count"), COMMENTS.values(), ids=COMMENTS)
def test_a_comment_silences_a_rule(text: str, count: int, kitchen: Path) -> None:
    (kitchen / "soup.md").write_text(SOUP.replace("**Total: 2,100 kcal**", text), encoding="utf-8")
    assert (
        codes(recipekit("check", "--select", "RK303,RK115", "--format", "json", folder=kitchen).out)
        == ["RK303"] * count
    )


def test_a_comment_of_yaml_speaks_for_its_line(kitchen: Path) -> None:
    (kitchen / "soup.md").write_text(SOUP.replace("id: soup", "id: Soup Nr. 1"), encoding="utf-8")
    assert recipekit("check", "--select", "RK109", folder=kitchen).code == 1
    (kitchen / "soup.md").write_text(
        SOUP.replace("id: soup", "id: Soup Nr. 1  # recipekit: ignore RK109"), encoding="utf-8"
    )
    assert recipekit("check", "--select", "RK109", folder=kitchen).code == 0


# -- what it mends


def test_fix_mends_keeps_the_rest_and_is_final(kitchen: Path) -> None:
    path = kitchen / "soup.md"
    path.write_bytes(b"\xef\xbb\xbf" + SOUP.replace("\n", "\r\n").encode())
    before = path.read_bytes()
    done = recipekit("check", "--fix", folder=kitchen)
    assert (done.code, done.out) == (0, b"")
    assert done.err == "2 findings mended; 0 findings in 1 file\n"
    wanted = before.replace(b"2,100", b"2,000").replace(b"?utm_source=mail&id=3", b"?id=3")
    assert path.read_bytes() == wanted
    stamp = path.stat().st_mtime_ns
    again = recipekit("check", "--fix", folder=kitchen)
    assert (again.code, again.err) == (0, "0 findings mended; 0 findings in 1 file\n")
    assert path.stat().st_mtime_ns == stamp


def test_diff_only_shows_and_git_takes_it(kitchen: Path) -> None:
    before = (kitchen / "soup.md").read_bytes()
    done = shell("git init -q . && $R check --diff > fix.patch", kitchen)
    assert done.code == 1
    assert done.err.endswith("2 findings would be mended; 2 findings in 1 file\n")
    assert (kitchen / "soup.md").read_bytes() == before
    assert shell("git apply -p1 fix.patch && $R check", kitchen).code == 0


def test_a_pipe_is_mended_onto_standard_output(kitchen: Path) -> None:
    done = shell("cat soup.md | $R check - --fix", kitchen)
    assert done.out.decode() == SOUP.replace("2,100", "2,000").replace("?utm_source=mail&id=3", "?id=3")
    right = shell("cat soup.md | $R check - --fix | $R check - --fix", kitchen)
    assert (right.code, right.out) == (0, done.out) or right.out == done.out


def test_unsafe_fixes_are_asked_for(kitchen: Path) -> None:
    path = kitchen / "soup.md"
    path.write_text(SOUP.replace("id: soup", "id: Soup Nr 1"), encoding="utf-8")
    assert "1 can be mended with --unsafe-fixes" in recipekit("check", "--select", "RK109", folder=kitchen).err
    assert recipekit("check", "--select", "RK109", "--fix", folder=kitchen).code == 1
    assert recipekit("check", "--select", "RK109", "--unsafe-fixes", folder=kitchen).code == 0
    assert "id: soup-nr-1\n" in path.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_is_a_sentence_and_3(kitchen: Path) -> None:
    (kitchen / "real.md").write_text(SOUP, encoding="utf-8")
    (kitchen / "soup.md").unlink()
    (kitchen / "soup.md").symlink_to("real.md")
    done = recipekit("check", "soup.md", "--fix", folder=kitchen)
    assert done.code == 3
    assert "soup.md" in done.err.splitlines()[0]
    assert (kitchen / "real.md").read_text(encoding="utf-8") == SOUP


# -- how it ends


def test_nothing_found_is_0_and_exit_zero_is_0(kitchen: Path) -> None:
    assert recipekit("check", "--exit-zero", folder=kitchen).code == 0
    assert recipekit("check", "--ignore", "ALL", folder=kitchen) == (0, b"", "0 findings in 1 file\n")
    assert recipekit("check", str(ROOT / "examples")).code == 0


def test_a_missing_file_is_3_and_stops_no_other(kitchen: Path) -> None:
    done = recipekit("check", "gone.md", "soup.md", "--format", "concise", folder=kitchen)
    assert done.code == 3
    assert done.out.startswith(b"soup.md:18:10: RK303")
    assert done.err.startswith("recipekit: gone.md: there is no such file")
    assert recipekit("check", "gone.md", "--exit-zero", folder=kitchen).code == 3


@pytest.mark.parametrize(
    "options",
    [["--format", "xml"], ["--statistics", "--format", "sarif"], ["--statistics", "--diff"], ["-", "soup.md"]],
    ids=" ".join,
)
def test_what_cannot_be_meant_is_refused(options: list[str], kitchen: Path) -> None:
    done = recipekit("check", *options, folder=kitchen)
    assert (done.code, done.out) == (2, b"")
    assert done.err.startswith("recipekit: ")
    assert done.err.count("\n") == 1


def test_markdown_without_a_recipe_is_passed_by_in_a_folder(kitchen: Path) -> None:
    (kitchen / "about.md").write_text("# About us\n\nWe cook.\n", encoding="utf-8")
    done = recipekit("check", "--select", "RK303,RK112", "--format", "json", folder=kitchen)
    assert codes(done.out) == ["RK303"]
    assert done.err.endswith("; 1 other file without a recipe\n")
    assert codes(recipekit("check", "about.md", "--select", "RK112", "--format", "json", folder=kitchen).out) == [
        "RK112"
    ]


def test_an_empty_folder_is_no_finding(tmp_path: Path) -> None:
    assert recipekit("check", folder=tmp_path) == (0, b"", "no recipe found in this folder\n")


# -- many files


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Return a folder with so many recipes that several processes check them."""
    for number in range(ENOUGH + 20):
        text = SOUP.replace("id: soup", f"id: soup-{number}").replace("title: Soup", f"title: Soup {number}")
        (tmp_path / f"soup-{number:03}.md").write_text(text, encoding="utf-8")
    return tmp_path


def test_many_files_are_checked_as_one_by_one(library: Path) -> None:
    done = recipekit("check", "--format", "concise", folder=library)
    lines = done.out.decode().splitlines()
    assert lines == sorted(lines)
    assert len(lines) == 2 * (ENOUGH + 20)
    alone = recipekit("check", "soup-007.md", "--format", "concise", folder=library).out.decode().splitlines()
    assert [line for line in lines if line.startswith("soup-007.md")] == alone


def test_many_files_show_a_bar_on_a_terminal(library: Path) -> None:
    slow = "import recipekit.cli.paths as paths; paths.watched.__defaults__ = (0.0,)\n"
    run = "import sys; sys.argv[1:] = ['check', '--statistics']; from recipekit.__main__ import run; run()"
    shown = on_terminal(COMMAND[0], "-c", slow + run, folder=library)
    assert "Checking" in shown
    assert "RK303" in shown


def test_an_interrupt_ends_it_quietly(library: Path) -> None:
    for copy in range(5):
        folder = library / f"more-{copy}"
        folder.mkdir()
        for path in library.glob("*.md"):
            (folder / path.name).write_bytes(path.read_bytes())
    heard = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
    run = heard + "import sys; sys.argv[1:] = ['check']; from recipekit.__main__ import run; run()"
    process = subprocess.Popen(
        [COMMAND[0], "-c", run], cwd=library, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        start_new_session=True,
    )  # fmt: skip
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    if not children.exists():
        pytest.skip("only Linux tells of a process's children")
    while process.poll() is None and not children.read_text(encoding="ascii"):
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: the workers hear it too
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, b"")


# -- odd files


def test_a_file_by_two_names_is_checked_once(kitchen: Path) -> None:
    done = recipekit("check", "soup.md", "./soup.md", str(kitchen / "soup.md"), "--format", "json", folder=kitchen)
    assert codes(done.out) == ["RK303", "RK504"]


def test_a_pipe_with_a_name_is_passed_by_in_a_folder(kitchen: Path) -> None:
    os.mkfifo(kitchen / "fifo.md")
    assert shell("timeout 20 $R check . --exit-zero", kitchen).code == 0


def test_a_long_pipe_is_refused(kitchen: Path) -> None:
    done = shell("yes '# a' | head -c 2000000 | $R check -", kitchen)
    assert done.code == 3
    assert "this is longer than 1 MiB" in done.err


def test_a_name_is_no_way_to_the_terminal(kitchen: Path) -> None:
    (kitchen / "soup.md").rename(kitchen / "\x1b[31mred.md")
    for form in ("text", "concise", "github"):
        assert b"\x1b[31m" not in recipekit("check", "--format", form, folder=kitchen).out
