"""Scaling to what you have, to another pan, in other units and exactly, and the notes that come with it."""

import json
from pathlib import Path

import pytest

from recipekit.cli.app import main

STEW = """\
---
title: Stew
---

> - **Serves:** 4
> - **Cook Time:** 2 hours

## Ingredients

- 1 lb ground pork
- 2 cups flour
- 3 eggs
- 2 medium onions
- 1 tsp baking powder
- 2 tbsp olive oil
- 1 tbsp sesame oil
- Salt, to taste

## Method

1. Bake in a 9x13-inch pan at 350°F (180°C) for 2 hours.
"""


@pytest.fixture
def stew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "stew.md").write_text(STEW, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return "stew.md"


Capture = pytest.CaptureFixture[str]


def factor(capsys: Capture, *arguments: str) -> str:
    assert main(["scale", "stew.md", "--json", *arguments]) == 0
    scaled = json.loads(capsys.readouterr().out)["scaled"]
    return str(scaled["factor"])


@pytest.mark.parametrize(
    ("have", "times"),
    [
        ("2 lb ground pork", "2"),
        ("8 oz ground pork", "1/2"),
        ("8 oz pork", "1/2"),
        ("226.796185 g ground pork", "1/2"),
        ("1 lb 8 oz ground pork", "3/2"),
        ("3 cups flour", "3/2"),
        ("120 g flour", "1/2"),
        ("6 eggs", "2"),
        ("75 g eggs", "1/2"),
        ("1 medium onion", "1/2"),
        ("110 g onions", "1/2"),
        ("half a tsp baking powder", "1/2"),
        ("¼ cup olive oil", "2"),
    ],
)
@pytest.mark.usefixtures("stew")
def test_an_ingredient_is_used_up(have: str, times: str, capsys: Capture) -> None:
    assert factor(capsys, "--have", have) == times


def test_the_ingredient_of_just_that_name_is_meant(stew: str, capsys: Capture) -> None:
    path = Path(stew)
    path.write_text(STEW.replace("- 3 eggs", "- 1 tsp garlic\n- 1 tsp garlic paste"), encoding="utf-8")
    assert factor(capsys, "--have", "2 tsp garlic") == "2"
    assert factor(capsys, "--have", "3 tsp garlic paste") == "3"


@pytest.mark.parametrize(
    ("have", "code", "said"),
    [
        ("1 cup oil", 3, '"oil" may be olive oil or sesame oil in stew.md; say which'),
        ("500 g beef", 3, 'stew.md has no "beef"; it lists ground pork, flour, eggs'),
        ("1 tsp salt", 3, "does not say how much Salt it takes"),
        ("2 cups ground pork", 3, "does not say how much ground pork it takes in a measure that compares"),
        ("pork", 2, '--have wants an amount and an ingredient, like "500 g ground pork", not "pork"'),
        ("500 g pork and 2 eggs", 2, "--have wants one ingredient to use up"),
        ("500 g", 2, "--have wants an amount and an ingredient"),
        ("", 2, "--have wants an amount and an ingredient"),
        ("0 g flour", 2, "--have wants an amount and an ingredient"),
    ],
)
@pytest.mark.usefixtures("stew")
def test_what_cannot_be_used_up_is_said_in_a_sentence(have: str, code: int, said: str, capsys: Capture) -> None:
    assert main(["scale", "stew.md", "--have", have]) == code
    caught = capsys.readouterr()
    assert (caught.out, caught.err.count("\n")) == ("", 1)
    assert said in caught.err


@pytest.mark.parametrize(
    ("pans", "times"),
    [
        ("9in:12in", "16/9"),
        ("9x13in:8x8in", "64/117"),
        ("9x13:8x8", "64/117"),
        ("9 x 13 in : 8 in square", "64/117"),
        ("20cm:26cm", "169/100"),
        ("200mm:26cm", "169/100"),
        ("8in:20.32cm", "1"),
        ('9":12"', "16/9"),
        ("9x13-inch:8-inch square", "64/117"),
        ("10in round:10in square", "452/355"),
    ],
)
@pytest.mark.usefixtures("stew")
def test_a_pan_scales_by_its_ground(pans: str, times: str, capsys: Capture) -> None:
    assert main(["scale", "stew.md", "--json", "--pan", pans]) == 0
    scaled = json.loads(capsys.readouterr().out)["scaled"]
    assert (scaled["factor"] if scaled else "1") == times


@pytest.mark.parametrize(
    "pans", ["", ":", "9x13", "9in:", "0in:8in", "axb:8in", "9x13x2in:8in", "-9in:8in", "9in:8in:7in", "1in:99999in"]
)
@pytest.mark.usefixtures("stew")
def test_what_is_no_pan_is_a_usage_error(pans: str, capsys: Capture) -> None:
    assert main(["scale", "stew.md", "--pan", pans]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.usefixtures("stew")
def test_a_pan_of_one_number_is_round_and_that_is_said(capsys: Capture) -> None:
    assert main(["scale", "stew.md", "--pan", "9x13in:8in"]) == 0
    assert '"8in" was taken for a round pan (write 8x8in for a square one)' in capsys.readouterr().err


@pytest.mark.parametrize("wishes", [[], ["--serves", "2", "--have", "6 eggs"], ["--pan", "9in:8in", "--times", "2"]])
@pytest.mark.usefixtures("stew")
def test_exactly_one_wish_scales(wishes: list[str], capsys: Capture) -> None:
    assert main(["scale", "stew.md", *wishes]) == 2
    assert "say exactly one of" in capsys.readouterr().err


def notes(capsys: Capture, *arguments: str) -> list[str]:
    assert main(["scale", "stew.md", *arguments]) == 0
    return [line.split(": ", 1)[1].split(" ")[0] for line in capsys.readouterr().err.splitlines()]


@pytest.mark.usefixtures("stew")
def test_notes_are_one_line_each_and_only_where_they_apply(capsys: Capture) -> None:
    assert notes(capsys, "--times", "2") == ["RK701", "RK703", "RK702"]
    assert notes(capsys, "--times", "1/2") == ["RK701", "RK703", "RK702"]
    assert notes(capsys, "--times", "3/2") == []
    assert notes(capsys, "--times", "2/3") == ["RK704"]
    assert notes(capsys, "--times", "2", "--quiet") == []


@pytest.mark.usefixtures("stew")
def test_notes_are_in_the_document_too(capsys: Capture) -> None:
    assert main(["scale", "stew.md", "--times", "1/4", "--json", "--quiet"]) == 0
    caught = capsys.readouterr()
    found = json.loads(caught.out)["diagnostics"]
    assert [each["code"] for each in found if each["severity"] == "note"] == ["RK701", "RK704", "RK703", "RK702"]
    assert caught.err == ""


@pytest.mark.usefixtures("stew")
def test_a_rounded_amount_is_marked_and_a_cut_whole_has_its_grams(capsys: Capture) -> None:
    assert main(["scale", "stew.md", "--times", "1/2", "--quiet"]) == 0
    assert "1½      eggs (75 g)" in capsys.readouterr().out
    assert main(["scale", "stew.md", "--times", "5/12", "--quiet"]) == 0
    out = capsys.readouterr().out
    assert "≈1½" in out
    assert "eggs (63 g)" in out


@pytest.mark.usefixtures("stew")
def test_exact_amounts_are_printed_on_wish(capsys: Capture) -> None:
    assert main(["scale", "stew.md", "--times", "1/7", "--exact", "--quiet"]) == 0
    out = capsys.readouterr().out
    assert "2/7 cup" in out
    assert "≈" not in out


@pytest.mark.parametrize("command", ["show", "scale", "calories"])
def test_units_are_chosen_by_option_and_by_configuration(command: str, tmp_path: Path, capsys: Capture) -> None:
    table = "\n## Calories\n\n| Ingredient | Quantity | Calories |\n|---|---|---|\n| Flour | 2 cups | 900 |\n"
    (tmp_path / "cake.md").write_text(STEW + table, encoding="utf-8")
    wish = ["--times", "2"] if command == "scale" else []
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        assert main([command, "cake.md", "--units", "metric", *wish]) == 0
        chosen = capsys.readouterr().out
        (tmp_path / "recipekit.toml").write_text('units = "metric"\n', encoding="utf-8")
        assert main([command, "cake.md", *wish]) == 0
        assert capsys.readouterr().out == chosen
    assert ("480 g" if command == "scale" else "240 g") in chosen


@pytest.mark.usefixtures("stew")
def test_whose_cups_they_are_is_said_where_it_matters(capsys: Capture) -> None:
    assert main(["show", "stew.md", "--units", "metric"]) == 0
    assert "were taken as US ones: a cup is 237 ml" in capsys.readouterr().err
    assert main(["show", "stew.md", "--units", "metric", "--cups", "metric"]) == 0
    caught = capsys.readouterr()
    assert "250 g   flour" in caught.out
    assert "a cup is 250 ml" in caught.err
    assert main(["show", "stew.md", "--units", "metric", "-q"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("stew")
def test_a_cooks_own_densities_count(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "own.csv").write_text("ingredient,g_per_us_cup\nflour,140\n", encoding="utf-8")
    (tmp_path / "recipekit.toml").write_text('densities = "own.csv"\n', encoding="utf-8")
    assert main(["show", "stew.md", "--units", "metric", "-q"]) == 0
    assert "280 g" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("option", "value"), [("--units", "metrc"), ("--units", ""), ("--cups", "uk"), ("--cups", "US")]
)
@pytest.mark.usefixtures("stew")
def test_an_unknown_system_is_a_usage_error_that_lists_the_known(option: str, value: str, capsys: Capture) -> None:
    assert main(["show", "stew.md", option, value]) == 2
    assert f"{option} knows " in capsys.readouterr().err


@pytest.mark.usefixtures("stew")
def test_cups_travel_in_the_document(capsys: Capture) -> None:
    assert main(["show", "stew.md", "--cups", "au", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["cups"] == "au"


@pytest.mark.usefixtures("stew")
def test_a_recipe_that_was_written_in_us_units_stays_so_in_another_kitchen(tmp_path: Path, capsys: Capture) -> None:
    assert main(["show", "stew.md", "--units", "us", "--json"]) == 0
    (tmp_path / "stew.json").write_text(capsys.readouterr().out, encoding="utf-8")
    (tmp_path / "recipekit.toml").write_text('cups = "metric"\n', encoding="utf-8")
    assert main(["show", "stew.json", "--units", "metric", "-q"]) == 0
    assert "240 g   flour" in capsys.readouterr().out
