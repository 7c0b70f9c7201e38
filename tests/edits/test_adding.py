"""What the file does not state is written in the layout that it uses."""

from fractions import Fraction

import pytest

from recipekit.edits.adding import add
from recipekit.edits.revising import reread
from recipekit.errors import ImpossibleWishError
from recipekit.ops.stated import wrong_figures
from recipekit.parse.recipe import parse_recipe
from recipekit.source import Source

HEAD = "# Beans\n\nServes 4\n\n## Calories\n\n"
TABLE = "| Food | Quantity | Calories |\n| --- | --- | --- |\n| Beans | 2 cups | 1,440 kcal |\n| Oil | 1 tbsp | 120 kcal |\n"
TOTAL = "**Total: 1,560 kcal**"
EACH = "**Per serving (4 servings): 390 kcal**"


def added(raw: str) -> str:
    """Return *raw* with what is missing, which must read back right."""
    recipe = parse_recipe(Source(raw))
    revision = add(recipe)
    read = reread(revision)
    assert wrong_figures(read) == ()
    assert read.calories is not None
    assert (read.calories.stated.total, read.calories.stated.per_serving) == (Fraction(1560), Fraction(390))
    assert add(read).raw == revision.raw
    return revision.raw


@pytest.mark.parametrize(
    ("below", "wanted"),
    [
        pytest.param("", f"\n{TOTAL}  \n{EACH}", id="nothing-stated"),
        pytest.param(f"\n{TOTAL}\n", f"\n{TOTAL}  \n{EACH}\n", id="a-total"),
        pytest.param(f"\n{TOTAL}  \n", f"\n{TOTAL}  \n{EACH}\n", id="a-total-with-a-break"),
        pytest.param(f"\n{EACH}\n", f"\n{TOTAL}  \n{EACH}\n", id="one-serving"),
        pytest.param("\n- Total: 1,560\n", "\n- Total: 1,560\n- Per serving (4 servings): 390\n", id="a-list"),
        pytest.param(
            "\n**Total (approx):** ~1560 kcal\n",
            "\n**Total (approx):** ~1560 kcal  \n**Per serving (4 servings):** ~390 kcal\n",
            id="a-bold-label",
        ),
        pytest.param("\nText behind.\n", f"\n{TOTAL}  \n{EACH}\n\nText behind.\n", id="text-behind"),
    ],
)
def test_lines_below_the_table(below: str, wanted: str) -> None:
    end = "" if wanted.endswith("\n") else "\n"
    assert added(HEAD + TABLE + below) == (HEAD + TABLE + wanted + end)


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        pytest.param(
            "| **Total** | | **1,560 kcal** |\n",
            "| **Total** | | **1,560 kcal** |\n| **Per serving** | | **390 kcal** |\n",
            id="behind-the-total",
        ),
        pytest.param(
            "| Per serving | | 390 kcal |\n",
            "| Total | | 1,560 kcal |\n| Per serving | | 390 kcal |\n",
            id="before-one",
        ),
    ],
)
def test_rows_of_the_table(rows: str, wanted: str) -> None:
    assert added(HEAD + TABLE + rows) == HEAD + TABLE + wanted


def test_a_padded_table_is_padded_again() -> None:
    table = """\
| Food      | Calories   |
| --------- | ---------- |
| Beans     | 1,440 kcal |
| Oil       | 120 kcal   |
| **Total** | 1,560 kcal |
"""
    assert added(HEAD + table).split("\n")[6:] == [
        "| Food            | Calories   |",
        "| --------------- | ---------- |",
        "| Beans           | 1,440 kcal |",
        "| Oil             | 120 kcal   |",
        "| **Total**       | 1,560 kcal |",
        "| **Per serving** | 390 kcal   |",
        "",
    ]


def test_line_ends_and_a_missing_last_one_stay() -> None:
    raw = (HEAD + TABLE).rstrip("\n").replace("\n", "\r\n")
    assert added(raw) == raw + f"\r\n\r\n{TOTAL}  \r\n{EACH}"


def test_it_speaks_the_language_of_the_table() -> None:
    raw = "# Linsen\n\nFür 4 Personen\n\n## Kalorien\n\n| Zutat | Kalorien |\n|---|---|\n| Linsen | 800 kcal |\n"
    revision = add(parse_recipe(Source(raw)))
    assert "**Gesamt: 800 kcal**" in revision.raw
    assert "**Pro Portion (4 Portionen): 200 kcal**" in revision.raw


def test_one_cookie_has_its_own_line() -> None:
    raw = "# Cookies\n\nMakes 24 cookies\n\n## Calories\n\n| Food | Calories |\n|---|---|\n| Dough | ~2400 |\n"
    assert add(parse_recipe(Source(raw))).raw.endswith("**Total: ~2400 kcal**  \n**Per cookie: ~100 kcal**\n")


def test_in_a_quote_the_lines_are_quoted() -> None:
    quoted = "".join(f"> {line}\n" for line in TABLE.rstrip().split("\n"))
    assert f"> | Oil | 1 tbsp | 120 kcal |\n>\n> {TOTAL}  \n> {EACH}\n" in added(HEAD + quoted)


def test_one_serving_of_a_wrong_total_is_that_of_the_rows() -> None:
    raw = HEAD + TABLE + "\nTotal: 1,000 kcal\n"
    assert add(parse_recipe(Source(raw))).raw.endswith("Total: 1,000 kcal  \nPer serving (4 servings): 390 kcal\n")


def test_of_a_range_of_servings_the_low_end_is_named() -> None:
    raw = HEAD.replace("Serves 4", "Serves 4–6") + TABLE
    assert "Per serving (4 servings): 390 kcal" in add(parse_recipe(Source(raw))).raw


@pytest.mark.parametrize("raw", ["# Toast\n\n- 1 slice bread\n", HEAD + "| Food | Calories |\n|---|---|\n| Salt | |\n"])
def test_without_figures_there_is_nothing_to_add_up(raw: str) -> None:
    with pytest.raises(ImpossibleWishError):
        add(parse_recipe(Source(raw)))
