"""Tables as people write them that were once scaled, fixed or judged wrongly."""

from fractions import Fraction

import pytest

from recipekit.check.running import FIGURES, findings_in
from recipekit.edits.correcting import correct
from recipekit.edits.revising import revise
from recipekit.ops.scaling import scale
from recipekit.parse.recipe import parse_recipe
from recipekit.source import Source

HEAD = "# T\n\nServes 4\n\n## Calories\n\n"
TAIL = "\n## Ingredients\n\n- 2 cups beans\n"


def twice(table: str) -> str:
    """Return the calories of a file when it is doubled."""
    raw = HEAD + table + TAIL
    assert [problem.problem.code for problem in findings_in(Source(raw), FIGURES)] == []
    assert correct(parse_recipe(Source(raw))).raw == raw
    return (
        revise(scale(parse_recipe(Source(raw)), 2))
        .raw.removeprefix(HEAD.replace("4", "8"))
        .removesuffix(TAIL.replace("2", "4"))
    )


def rows(*lines: str, head: str = "| Food | kcal |") -> str:
    """Return a table of *lines* below a header."""
    return "\n".join([head, "|---" * (head.count("|") - 1) + "|", *lines]) + "\n"


DOUBLED = {
    "kcal-and-kilojoules": (
        rows("| Beans | 440/1841 |", head="| Food | Energy (kcal/kJ) |"), rows("| Beans | 880/3682 |", head="| Food | Energy (kcal/kJ) |"),
    ),
    "swiss-thousands": (rows("| Mehl | 3'640 |") + "\nTotal: 3'640 kcal\n", rows("| Mehl | 7'280 |") + "\nTotal: 7'280 kcal\n"),
    "spaced-thousands": (
        rows("| Mehl | 3 640 |", "| Öl | 1 768 |") + "\nTotal: 5 408 kcal\n", rows("| Mehl | 7 280 |", "| Öl | 3 536 |") + "\nTotal: 10 816 kcal\n",
    ),
    "one-serving-in-brackets": (
        rows("| Beans | 560 |") + "\n**Total: 560 kcal (140 kcal per serving)**\n", rows("| Beans | 1120 |") + "\n**Total: 1,120 kcal (140 kcal per serving)**\n",
    ),
    "a-share-of-a-day": (
        rows("| Beans | 560 |") + "\nPer serving: 140 kcal (7 % of a 2,000 kcal diet)\n", rows("| Beans | 1,120 |") + "\nPer serving: 140 kcal (7 % of a 2,000 kcal diet)\n",
    ),
    "per-100-g-beside": (
        rows("| Beans | 122 | 360 g | 440 |", "| Total | | | 440 |", head="| Food | kcal/100 g | Amount | kcal |"),
        rows("| Beans | 122 | 720 g | 880 |", "| Total | | | 880 |", head="| Food | kcal/100 g | Amount | kcal |"),
    ),
    "kilojoules-beside": (
        rows("| Beans | 360 g | 1841 | 440 |", head="| Food | Amount | kJ | kcal |"), rows("| Beans | 720 g | 1841 | 880 |", head="| Food | Amount | kJ | kcal |"),
    ),
    "one-serving-of-everything": (rows("| 140 kcal | 8 g |", head="| Calories | Protein |"), rows("| 140 kcal | 8 g |", head="| Calories | Protein |")),
    "a-subtotal": (
        rows("| Beans | 440 |", "| Subtotal | 440 |", "| Rice | 200 |", "| Total | 640 |"), rows("| Beans | 880 |", "| Subtotal | 880 |", "| Rice | 400 |", "| Total | 1,280 |"),
    ),
    "per-100-g-in-a-row": (rows("| Beans | 560 |", "| Total | 560 |", "| Per 100 g | 150 |"), rows("| Beans | 1,120 |", "| Total | 1,120 |", "| Per 100 g | 150 |")),
    "the-whole-recipe": (
        rows("| Beans | 560 |", "| Whole recipe | 560 |", "| Each serving | 140 |"), rows("| Beans | 1,120 |", "| Whole recipe | 1,120 |", "| Each serving | 140 |"),
    ),
    "total-per-serving": (
        rows("| Beans | 560 |", "| Total recipe | 560 |", "| Total per serving | 140 |"), rows("| Beans | 1,120 |", "| Total recipe | 1,120 |", "| Total per serving | 140 |"),
    ),
    "both-on-a-line": (
        rows("| Beans | 560 |") + "\nTotal: 560 kcal, per serving: 140 kcal\n", rows("| Beans | 1,120 |") + "\nTotal: 1,120 kcal, per serving: 140 kcal\n",
    ),
    "protein-behind": (rows("| Beans | 560 |") + "\nTotal: 560 kcal, 30 g protein\n", rows("| Beans | 1,120 |") + "\nTotal: 1,120 kcal, 30 g protein\n"),
    "a-range": (rows("| Beans | 500–600 |") + "\nTotal: 500–600 kcal\n", rows("| Beans | 1,000–1,200 |") + "\nTotal: 1,000–1,200 kcal\n"),
    "spoonfuls-of-oil": (rows("| Oil | 2 tbsp (26 g) | 240 |", head="| Food | Amount | kcal |"), rows("| Oil | 4 tbsp (52 g) | 480 |", head="| Food | Amount | kcal |")),
}  # fmt: skip


@pytest.mark.parametrize(("table", "wanted"), DOUBLED.values(), ids=DOUBLED)
def test_a_right_table_is_left_alone_and_doubles(table: str, wanted: str) -> None:
    assert twice(table).replace(",", "") == wanted.replace(",", "")


def test_a_label_for_others_is_put_right_with_its_figure() -> None:
    raw = HEAD + rows("| Beans | 560 |") + "\nTotal: 560 kcal\n\nPer serving (6 servings): 93 kcal\n" + TAIL
    assert "\nPer serving (4 servings): 140 kcal\n" in correct(parse_recipe(Source(raw))).raw


LINES = [
    "[[2 cups stock]]",
    "![[2 cups.png]]",
    "4 oz ham <https://ex.com/4oz>",
    'flour {{< link "2 cups" >}}',
    "[ham](https://ex.com/4oz)",
]


@pytest.mark.parametrize("line", LINES)
def test_what_leads_somewhere_still_does(line: str) -> None:
    raw = f"# T\n\n## Ingredients\n\n- {line}\n- 2 eggs\n"
    new = revise(scale(parse_recipe(Source(raw)), Fraction(2))).raw
    assert new == f"# T\n\n## Ingredients\n\n- {line.replace('4 oz ', '8 oz ')}\n- 4 eggs\n"
