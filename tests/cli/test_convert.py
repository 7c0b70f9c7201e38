"""``recipekit convert``: one line an answer, what it rests on behind a tab, and sentences for what cannot be."""

import json
from pathlib import Path

import pytest
from program import is_one_sentence, recipekit

from recipekit.cli.app import main


def test_an_answer_is_a_line_with_its_grounds_behind_a_tab(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", "1 1/2 cups flour", "g"]) == 0
    amount, _, grounds = capsys.readouterr().out.rstrip("\n").partition("\t")
    assert amount == "180 g"
    assert grounds.startswith("US cups; all-purpose flour; King Arthur")


def test_an_answer_that_rests_on_nothing_is_the_amount_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", "350 F", "C"]) == 0
    assert capsys.readouterr().out == "177 °C\n"


def test_cups_are_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", "1 tbsp", "ml", "--cups", "au"]) == 0
    assert capsys.readouterr().out == "20 ml\tAustralian tbsp\n"


def test_the_other_authority_stands_in_the_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", "1 tsp baking soda", "g"]) == 0
    assert capsys.readouterr().out.endswith("; 6 g by King Arthur: 1/2 teaspoon = 3 g\n")


def test_json_is_exact(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", "1 cup", "ml", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["text"] == "237 ml"
    assert answer["exact"] == ["473176473/2000000", "473176473/2000000"]
    assert answer["low"] == answer["high"] == 236.5882365
    assert (answer["unit"], answer["cups"], answer["source"]) == ("ml", "US cups", None)


def test_each_line_of_standard_input_has_one_of_output() -> None:
    run = recipekit("convert", "-", "g", given=b"\xef\xbb\xbf1 cup flour\r\n\n2 onions\n1 cup unobtainium\n1 oz\n")
    lines = run.out.decode().split("\n")
    assert [line.partition("\t")[0] for line in lines] == ["120 g", "", "220 g", "", "28 g", ""]
    assert run.code == 3
    assert run.err.startswith('recipekit: line 4: no density is known for "unobtainium"')
    assert is_one_sentence(run.err)


def test_each_line_of_json_stands_alone() -> None:
    run = recipekit("convert", "-", "g", "--json", given=b"1 cup flour\n1 cup sugar\n")
    assert [json.loads(line)["text"] for line in run.out.splitlines()] == ["120 g", "200 g"]
    assert run.code == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["1 cup unobtainium", "g"], 3),
        (["100 kcal", "g"], 3),
        (["1 cup", "gramz"], 2),
        (["1/0 cup", "ml"], 2),
        (["", "ml"], 2),
        (["1 cup", ""], 2),
        (["9" * 5000 + " g", "kg"], 2),
        (["1 cup", "ml", "--cups", "martian"], 2),
        (["\x1b[2J cups", "ml"], 2),
        (["1 cup \x1b[2J", "g"], 3),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_cannot_be_converted_is_one_sentence(arguments: list[str], code: int) -> None:
    run = recipekit("convert", *arguments)
    assert run.code == code
    assert run.out == b""
    assert is_one_sentence(run.err)
    assert "\x1b" not in run.err


@pytest.mark.parametrize("arguments", [[], ["1 cup"], ["1 cup", "ml", "l"]])
def test_an_amount_and_a_unit_are_needed(arguments: list[str]) -> None:
    assert recipekit("convert", *arguments).code == 2


def test_a_plain_encoding_gets_plain_characters() -> None:
    run = recipekit("convert", "2-3 tbsp", "cups", PYTHONIOENCODING="ascii")
    assert run.code == 0
    assert run.out.decode("ascii").startswith("1/8-")


def test_closed_standard_input_is_no_traceback() -> None:
    assert recipekit("convert", "-", "g", given=b"").code == 0


def test_the_configuration_says_whose_cups_and_what_else_weighs(tmp_path: Path) -> None:
    (tmp_path / "recipekit.toml").write_text('cups = "au"\ndensities = "d.csv"\npieces = "p.csv"\n', encoding="utf-8")
    (tmp_path / "d.csv").write_text("ingredient,g_per_ml\nteff,0.5\n", encoding="utf-8")
    (tmp_path / "p.csv").write_text("ingredient,piece,grams\nonion,medium,90\n", encoding="utf-8")
    assert recipekit("convert", "1 tbsp", "ml", folder=tmp_path).out == b"20 ml\tAustralian tbsp\n"
    assert recipekit("convert", "1 tbsp", "ml", "--cups", "metric", folder=tmp_path).out == b"15 ml\tmetric tbsp\n"
    assert recipekit("convert", "1 cup teff", "g", folder=tmp_path).out.startswith(b"125 g\t")
    assert recipekit("convert", "2 onions", "g", folder=tmp_path).out.startswith(b"180 g\t")


def test_a_table_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "recipekit.toml").write_text('densities = "d.csv"\n', encoding="utf-8")
    (tmp_path / "d.csv").write_text("ingredient,g_per_ml\nteff,much\n", encoding="utf-8")
    run = recipekit("convert", "1 cup flour", "g", folder=tmp_path)
    assert run.code == 3
    assert is_one_sentence(run.err)
    assert 'd.csv:2: g_per_ml is "much"' in run.err
