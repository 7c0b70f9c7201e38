"""The made-up library of the benchmarks: every recipe reads without a complaint, and no two are alike."""

import os
import re
import subprocess
import sys
from pathlib import Path

import kitchen
import pytest

import recipekit
from recipekit.check.running import FIGURES, compared, findings_in, report_on
from recipekit.diagnostics import Severity
from recipekit.model import Recipe
from recipekit.source import Source

SAMPLE = [167 * index for index in range(60)]
"""Numbers spread over the first ten thousand; 167 is prime, so that every kind of dish is among them."""


@pytest.fixture(scope="module", name="library")
def made() -> list[tuple[str, str]]:
    """Return paths and texts of ten thousand recipes."""
    return [kitchen.recipe(number) for number in range(10_000)]


def read(number: int) -> Recipe:
    return recipekit.read_recipe(kitchen.recipe(number)[1])


@pytest.mark.parametrize("number", SAMPLE)
def test_a_recipe_is_read_whole(number: int) -> None:
    recipe = read(number)
    assert recipe.title
    assert recipe.id
    assert recipe.serves
    assert recipe.times.prep
    assert recipe.times.cook
    assert recipe.image
    assert 2 <= len(recipe.tags) <= 5
    assert recipe.notes
    assert len(recipe.ingredients) <= 3
    assert sum(len(group.items) for group in recipe.ingredients) >= 5
    assert max(len(recipe.instructions), len(recipe.instructions[0].steps)) >= 4
    assert any(step.steps for part in recipe.instructions for step in part.steps)
    assert not [found for found in recipe.diagnostics if found.problem.severity in {Severity.ERROR, Severity.WARNING}]


@pytest.mark.parametrize("number", SAMPLE)
def test_the_total_is_the_sum_of_the_rows(number: int) -> None:
    table = read(number).calories
    if table is None:
        return
    assert table.stated.total == sum(row.kcal or 0 for row in table.rows)
    assert table.stated.per_serving
    assert all(row.source and row.source.url for row in table.rows)
    assert not findings_in(Source(kitchen.recipe(number)[1]), FIGURES)


def test_the_rules_find_nothing() -> None:
    reports = compared([report_on(Source(text, path)) for path, text in map(kitchen.recipe, SAMPLE)])
    assert [(report.path, found.message) for report in reports for found in report.findings] == []
    assert all(report.is_recipe for report in reports)


def test_no_two_of_ten_thousand_are_alike(library: list[tuple[str, str]]) -> None:
    """Paths, ids, titles, and what stands below the cover, which names the title for the last time."""
    texts = [text for _, text in library]
    for pattern in ("^id: (.*?)\r?$", '^title: "?(.*?)"?\r?$'):
        assert len({found[1] for text in texts if (found := re.search(pattern, text, re.MULTILINE))}) == len(texts)
    assert len({path for path, _ in library}) == len(texts)
    assert len({text.partition("\n## ")[2].partition("\n[")[0] for text in texts}) == len(texts)


def test_they_are_as_long_and_as_odd_as_real_ones(library: list[tuple[str, str]]) -> None:
    texts = [text for _, text in library]
    lengths = sorted(len(text.encode()) for text in texts)
    assert 3000 < lengths[len(lengths) // 10 + 200] < lengths[-len(lengths) // 10] < 5000
    shares = {
        "garlic": sum("garlic" in text for text in texts),
        "saffron": sum("saffron" in text for text in texts),
        "no table": sum("kcal" not in text for text in texts),
        "CRLF": sum("\r\n" in text for text in texts),
        "byte order mark": sum(text.startswith("\ufeff") for text in texts),
        "German": sum("## Zutaten" in text for text in texts),
    }
    bounds = {"garlic": (5000, 9000), "no table": (800, 1200)}
    for name, share in shares.items():
        low, high = bounds.get(name, (50, 500))
        assert low < share < high, name


def test_a_path_says_what_it_is() -> None:
    for path, _ in map(kitchen.recipe, SAMPLE):
        assert re.fullmatch(r"[a-z]+(/[a-z]+)?/[a-z0-9-]+-\d+\.md", path)


def test_a_seed_makes_the_same_library_and_another_one_another() -> None:
    script = "import kitchen; print(repr([kitchen.recipe(n) for n in range(0, 10_000, 1_000)]))"
    here = Path(kitchen.__file__).parent
    again = subprocess.run(  # in a process of its own, where nothing is hashed as here
        [sys.executable, "-c", script], cwd=here, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONHASHSEED": "7", "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert again.stdout.strip() == repr([kitchen.recipe(number, 1) for number in range(0, 10_000, 1_000)])
    for number in SAMPLE:
        assert kitchen.recipe(number, 2)[0] != kitchen.recipe(number)[0]
        assert kitchen.recipe(number, 2)[1] != kitchen.recipe(number)[1]


def test_titles_stay_apart_behind_the_last_pair_of_foods() -> None:
    paths = {re.sub(r"-\d+\.md$", "", kitchen.recipe(29 + 40 * turn)[0]) for turn in range(8000)}
    assert len(paths) == 8000


def test_a_folder_holds_recipes_and_what_lies_beside_them(tmp_path: Path) -> None:
    assert kitchen.write_library(tmp_path, 50) == 50
    ignored = ("drafts", "public", "node_modules", "archive")
    files = {path.relative_to(tmp_path) for path in tmp_path.rglob("*.md")}
    kept = {path for path in files if path.parts[0] not in ignored}
    recipes = {path for path in kept if path.name != "README.md" and path.parts[0] != "notes"}
    assert {path.as_posix() for path in recipes} == {kitchen.recipe(number)[0] for number in range(50)}
    assert {path.parts[0] for path in files - kept} == set(ignored)
    assert Path("README.md") in kept
    assert not any(
        report_on(Source((tmp_path / path).read_text(encoding="utf-8"))).is_recipe for path in kept - recipes
    )
    for path, text in map(kitchen.recipe, range(50)):
        assert (tmp_path / path).read_bytes() == text.encode()
    assert 12 <= (tmp_path / ".gitignore").read_text(encoding="utf-8").count("\n") <= 20
