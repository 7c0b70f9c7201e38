"""Recipes in pipes: standard input, documents from one command to the next, closed pipes, other encodings."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from program import RECIPE, Outcome, environment, is_one_sentence, recipekit, shell


@pytest.fixture
def kitchen(tmp_path: Path) -> Path:
    """Return a folder with one recipe, ``stew.md``, for four."""
    (tmp_path / "stew.md").write_text(RECIPE)
    return tmp_path


def document(outcome: Outcome) -> Any:
    """Return the one document that was printed."""
    assert (outcome.code, outcome.err) == (0, "")
    return json.loads(outcome.out)


def lines(outcome: Outcome) -> list[Any]:
    """Return the documents of JSON Lines."""
    assert (outcome.code, outcome.err) == (0, "")
    return [json.loads(line) for line in outcome.out.splitlines()]


# -- what standard input is


def test_a_recipe_can_be_piped_in(kitchen: Path) -> None:
    piped = document(shell("cat stew.md | $R scale --serves 8 --json", kitchen))
    named = document(shell("$R scale stew.md --serves 8 --json", kitchen))
    assert piped == {**named, "path": None}


@pytest.mark.parametrize(
    "line", ["$R show - < stew.md", "$R show < stew.md", "cat stew.md | $R show", "cat stew.md | $R show -"]
)
def test_a_dash_a_file_and_a_pipe_read_the_same(line: str, kitchen: Path) -> None:
    assert shell(line, kitchen).out == shell("$R show stew.md", kitchen).out


@pytest.mark.parametrize("given", ["</dev/null", "< empty", "<&-"], ids=["null", "empty-file", "closed"])
def test_with_nothing_piped_in_the_recipe_of_the_folder_is_taken(given: str, kitchen: Path) -> None:
    (kitchen / "empty").touch()
    assert document(shell(f"$R show --json {given}", kitchen))["path"] == "stew.md"


@pytest.mark.parametrize("given", ["</dev/null", "<&-"], ids=["null", "closed"])
def test_with_nothing_at_all_the_sentence_says_what_to_type(given: str, tmp_path: Path) -> None:
    said = shell(f"$R show {given}", tmp_path)
    assert (said.code, said.out) == (2, b"")
    assert is_one_sentence(said.err)


@pytest.mark.parametrize("given", ["</dev/null", "<&-", "0>new"], ids=["null", "closed", "only-writable"])
def test_a_dash_wants_something_on_standard_input(given: str, kitchen: Path) -> None:
    said = shell(f"$R show - {given}", kitchen)
    assert (said.code, said.out) == (3, b"")
    assert is_one_sentence(said.err)


def test_a_named_recipe_needs_no_standard_input(kitchen: Path) -> None:
    assert shell("$R show stew.md <&-", kitchen).out == shell("$R show stew.md", kitchen).out


@pytest.mark.parametrize("line", ["$R show --json <(cat stew.md)", "cat stew.md | $R show --json /dev/stdin"])
def test_a_pipe_may_have_a_name(line: str, kitchen: Path) -> None:
    assert document(shell(line, kitchen))["title"] == "Bean Stew"


REFUSED = {
    "not-utf-8": (b"# Soup\n\n\xff\n", "<stdin>:3:1: the byte 0xff is not UTF-8"),
    "binary": (b"\x00\x01", "<stdin>: this is a binary file"),
    "unending-front-matter": (b"---\ntitle: a\n", "<stdin>:1:1: the front matter that opens here never ends"),
    "line-of-20-MB": (b"a" * 20_000_000, "<stdin>: this is longer than 1 MiB"),
    "line-of-20-MB-behind-a-brace": (b"{" + b"a" * 20_000_000, "<stdin>"),
    "json-cut-off": (b'{"schema": "recipekit.recipe/1",\n "path"', "<stdin>:2:8: the json does not parse"),
    "json-of-another-schema": (b'{"schema": "soup/1"}', "<stdin>:1: this JSON is no recipe of recipekit.recipe/1"),
}


@pytest.mark.parametrize(("given", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_from_a_pipe_is_refused(given: bytes, sentence: str, tmp_path: Path) -> None:
    said = recipekit("show", "-", given=given, folder=tmp_path)
    assert (said.code, said.out) == (3, b"")
    assert is_one_sentence(said.err)
    assert said.err.lower().startswith(f"recipekit: {sentence}".lower())


@pytest.mark.parametrize("line", ["$R show - < /dev/zero", "yes | $R show -"], ids=["zeros", "lines"])
def test_an_endless_pipe_is_refused(line: str, kitchen: Path) -> None:
    said = shell(f"set +o pipefail; {line}", kitchen)
    assert (said.code, said.out) == (3, b"")
    assert is_one_sentence(said.err)


# -- documents from one command to the next


def test_a_document_shows_as_its_recipe_does(kitchen: Path) -> None:
    assert shell("$R show stew.md --json | $R show", kitchen).out == shell("$R show stew.md", kitchen).out


def test_a_document_comes_through_unchanged(kitchen: Path) -> None:
    written = shell("$R show stew.md --json", kitchen)
    assert shell("$R show stew.md --json | $R show --json", kitchen) == written


def test_a_scaled_document_shows_as_the_scaled_recipe_does(kitchen: Path) -> None:
    for serves in ("1", "2", "3", "5/2", "1/3", "400"):
        piped = shell(f"$R scale stew.md --serves {serves} --json | $R show", kitchen)
        assert piped == shell(f"$R scale stew.md --serves {serves}", kitchen)


CHAINS = {
    "there-and-back": ("--serves 2", "--times 2", ""),
    "a-third-and-back": ("--times 1/3", "--times 3", ""),
    "sevenths": ("--times 1/7", "--times 21", "--times 3"),
    "two-thirds": ("--times 1/3", "--times 2", "--times 2/3"),
    "by-servings": ("--serves 3", "--serves 10", "--serves 10"),
    "an-eighth-and-back": ("--times 1/8", "--serves 4", ""),
}


@pytest.mark.parametrize(("first", "second", "both"), CHAINS.values(), ids=CHAINS)
def test_scaling_twice_is_scaling_once(first: str, second: str, both: str, kitchen: Path) -> None:
    chained = document(shell(f"$R scale stew.md {first} --json | $R scale {second} --json", kitchen))
    assert chained == document(shell(f"$R scale stew.md {both} --json" if both else "$R show stew.md --json", kitchen))


def test_thirds_taken_four_times_and_given_back_are_the_recipe(kitchen: Path) -> None:
    there, back = " | $R scale --times 1/3 --json" * 4, " | $R scale --times 3 --json" * 4
    assert document(shell(f"$R show stew.md --json{there}{back}", kitchen)) == document(
        shell("$R show stew.md --json", kitchen)
    )


def test_calories_of_a_document_are_those_of_the_recipe(kitchen: Path) -> None:
    assert shell("$R show stew.md --json | $R calories", kitchen).out == shell("$R calories stew.md", kitchen).out


# -- JSON Lines


def test_several_documents_stay_several(kitchen: Path) -> None:
    one = "$R show stew.md --json | tr '\\n' ' '; echo"
    found = lines(shell(f"({one}; echo; {one}; {one}) | $R scale --serves 2 --json", kitchen))
    assert [recipe["serves"]["exact"] for recipe in found] == [["2", "2"]] * 3


def test_several_documents_of_a_file_are_read_as_from_a_pipe(kitchen: Path) -> None:
    one = "$R show stew.md --json | tr '\\n' ' '; echo"
    assert shell(f"({one}; {one}) > two.jsonl", kitchen).code == 0
    assert shell("$R show two.jsonl --json", kitchen) == shell("cat two.jsonl | $R show --json", kitchen)


def test_several_documents_are_shown_one_below_the_other(kitchen: Path) -> None:
    one = "$R show stew.md --json | tr '\\n' ' '; echo"
    shown = shell(f"({one}; {one}) | $R show", kitchen)
    assert shown.out == b"\n".join([shell("$R show stew.md", kitchen).out] * 2)


def test_an_endless_stream_of_documents_is_passed_on_as_it_comes(kitchen: Path) -> None:
    line = 'one=$($R show stew.md --json | tr "\\n" " "); set +o pipefail; yes "$one" | $R scale --serves 2 --json | head -3'
    assert [recipe["serves"]["text"] for recipe in lines(shell(line, kitchen))] == ["2"] * 3


@pytest.mark.parametrize("wrong", ['{"schema": "recipekit.recipe/1"}', '{"schema": ', "soup"])
@pytest.mark.parametrize("given", ["cat two.jsonl | $R show --json", "$R show two.jsonl --json"], ids=["pipe", "file"])
def test_a_wrong_line_among_documents_is_named(given: str, wrong: str, kitchen: Path) -> None:
    one = shell("$R show stew.md --json | tr '\\n' ' '", kitchen).out.decode()
    (kitchen / "two.jsonl").write_text(f"{one}\n{wrong}\n{one}\n")
    said = shell(given, kitchen)
    assert said.code == 3
    assert is_one_sentence(said.err)
    assert ":2:" in said.err


# -- closed pipes, full disks, interrupts


QUIET = {
    "show": "$R show stew.md | true",
    "json": "$R show stew.md --json | true",
    "first-line": "$R show stew.md | head -1",
    "first-byte": "$R show stew.md --json | head -c 1",
    "calories": "$R calories stew.md | true",
    "schema": "$R schema | true",
    "schema-first-line": "$R schema | head -1",
    "version": "$R --version | true",
    "help": "$R --help | true",
    "help-of-a-command": "$R show --help | true",
}


@pytest.mark.parametrize("line", QUIET.values(), ids=QUIET)
def test_a_closed_pipe_ends_quietly_with_0(line: str, kitchen: Path) -> None:
    slow = line.replace("| true", "| (exec <&-; true)")
    ended = shell(slow, kitchen)
    assert (ended.code, ended.err) == (0, "")


WRITERS = (
    "show stew.md",
    "show stew.md --json",
    "calories stew.md",
    "config",
    "schema",
    "--version",
    "--help",
    "show -h",
)


@pytest.mark.parametrize("argument", ["show nope.md", "show --nope", "scale stew.md --serves 0"])
def test_a_closed_standard_error_changes_no_exit_code(argument: str, kitchen: Path) -> None:
    code = shell(f"$R {argument}", kitchen).code
    assert code in (2, 3)
    assert shell(f"$R {argument} 2>&-", kitchen).code == code
    assert (
        shell(
            f"set +o pipefail; $R {argument} 2>&1 >/dev/null | (exec <&-; true); exit ${{PIPESTATUS[0]}}", kitchen
        ).code
        == code
    )


@pytest.mark.parametrize("argument", WRITERS)
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("out", [">/dev/full", ">&-"], ids=["full", "closed"])
def test_output_that_cannot_be_written_is_one_sentence(out: str, unbuffered: str, argument: str, kitchen: Path) -> None:
    said = shell(f"$R {argument} {out}", kitchen, PYTHONUNBUFFERED=unbuffered)
    assert "Traceback" not in said.err
    assert said.code == 0 if out == ">&-" and not said.err else said.code == 3 and is_one_sentence(said.err)


def test_an_interrupt_ends_with_130_and_without_a_word(kitchen: Path) -> None:
    heard = "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "  # a CI job may ignore it
    code = heard + "from recipekit.__main__ import run; run()"
    with subprocess.Popen(
        [sys.executable, "-c", code, "show", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=kitchen,
        env=environment(),
    ) as process:  # fmt: skip
        assert process.stdin is not None
        process.stdin.write(b"# Soup\n" * 20_000)  # more than a pipe holds: it is reading when this returns
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        _, err = process.communicate()
    assert (process.returncode, err) == (130, b"")


# -- encodings


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "gbk", "utf-16", "utf-8"])
@pytest.mark.parametrize("argument", ["show", "calories", "scale --serves 3", "show --json"])
def test_every_encoding_can_be_written(encoding: str, argument: str, kitchen: Path) -> None:
    command, *options = argument.split()
    (kitchen / "stew.md").write_text(RECIPE.replace("Stew", "Stëw 煮 🍲 – “½”"))
    shown = recipekit(command, "stew.md", *options, folder=kitchen, PYTHONIOENCODING=encoding)
    assert shown.code == 0
    assert "Bean" in shown.out.decode(encoding)


def test_ascii_spells_fractions(kitchen: Path) -> None:
    shown = recipekit("show", "stew.md", folder=kitchen, PYTHONIOENCODING="ascii")
    assert b"1/2 cup" in shown.out


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "gbk", "utf-8"])
def test_names_stand_below_one_another_in_every_encoding(encoding: str, kitchen: Path) -> None:
    (kitchen / "stew.md").write_text(RECIPE.replace("½ cup broth", "1⅞ cups broth"))
    shown = shell("$R show stew.md --only ingredients", kitchen, PYTHONIOENCODING=encoding).out.decode(encoding)
    rows = [line for line in shown.splitlines() if line.startswith("    ")]
    assert len(rows) == 3
    assert len({row.index(name) for row, name in zip(rows, ("beans", "broth", "oil"), strict=True)}) == 1


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_calories_stand_below_one_another_in_every_encoding(encoding: str, kitchen: Path) -> None:
    (kitchen / "stew.md").write_text(RECIPE.replace("2 cups (360 g) ", "⅔ cups… (360 g)"))
    shown = shell("$R calories stew.md", kitchen, PYTHONIOENCODING=encoding).out.decode(encoding)
    rows = [line for line in shown.splitlines() if line.startswith(("  Ingr", "  Beans", "  Oil"))]
    assert [row.split()[-1] for row in rows] == ["g", "122", "857"]
    assert len({len(row) for row in rows}) == 1


def test_a_document_in_ascii_is_the_same_document(kitchen: Path) -> None:
    (kitchen / "stew.md").write_text(RECIPE.replace("Stew", "Stëw 煮 🍲 – “½”"))
    plain = recipekit("show", "stew.md", "--json", folder=kitchen, PYTHONIOENCODING="ascii")
    assert document(plain) == document(recipekit("show", "stew.md", "--json", folder=kitchen))


def test_an_error_fits_its_encoding(kitchen: Path) -> None:
    said = recipekit("show", "süß.md", folder=kitchen, PYTHONIOENCODING="ascii")
    assert said.code == 3
    assert is_one_sentence(said.err)


@pytest.mark.skipif(not Path("/bin/bash").exists(), reason="no bash")
def test_without_a_locale_it_still_runs(kitchen: Path) -> None:
    extra = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""}
    assert shell("$R show stew.md", kitchen, **extra).code == 0


@pytest.mark.skipif(os.name != "posix", reason="bytes as names")
def test_a_folder_that_may_not_be_listed_is_one_sentence(tmp_path: Path) -> None:
    line = "mkdir gone; cd gone; rmdir ../gone; $R show </dev/null"
    said = shell(line, tmp_path)
    assert said.code in (2, 3)
    assert is_one_sentence(said.err)
