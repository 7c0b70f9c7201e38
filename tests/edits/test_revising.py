"""What stands in a file behind scaling: servings wherever they are said, figures in their own style, markup untouched."""

from fractions import Fraction

import pytest

from recipekit.edits.placing import placed
from recipekit.edits.revising import revise
from recipekit.errors import ImpossibleWishError, UnwritableRecipeError
from recipekit.model import Wording
from recipekit.ops.scaling import scale
from recipekit.parse.document import parse_document
from recipekit.parse.recipe import parse_recipe
from recipekit.render.document import dump, to_document
from recipekit.source import Edit, Source, Span

BODY = "# Dish\n\n## Ingredients\n\n- 4 eggs\n"


def scaled(raw: str, factor: str = "1/2") -> str:
    """Return the text of the file scaled by *factor*."""
    return revise(scale(parse_recipe(Source(raw)), Fraction(factor))).raw


SERVINGS = {
    "yaml": ("---\nservings: 6 # people\n---\n", "---\nservings: 3 # people\n---\n"),
    "yaml-quoted": ("---\nserves:  '6'\n---\n", "---\nserves:  '3'\n---\n"),
    "yaml-words": ("---\nyield: 6 servings\n---\n", "---\nyield: 3 servings\n---\n"),
    "yaml-half": ("---\nservings: 5\n---\n", "---\nservings: 2.5\n---\n"),
    "yaml-half-in-words": ("---\nservings: 5 people\n---\n", "---\nservings: 2½ people\n---\n"),
    "yaml-range": ("---\nservings: 4-6\n---\n", "---\nservings: 2-3\n---\n"),
    "yaml-nested": ("---\nrecipe:\n    servings: 6\n---\n", "---\nrecipe:\n    servings: 3\n---\n"),
    "toml": ("+++\nservings = 6 # people\n+++\n", "+++\nservings = 3 # people\n+++\n"),
    "toml-words": ('+++\nyield = "6 servings"\n+++\n', '+++\nyield = "3 servings"\n+++\n'),
    "toml-table": ("+++\n[recipe]\nservings = 6\n+++\n", "+++\n[recipe]\nservings = 3\n+++\n"),
    "bold": ("> - **Serves:** 6  \n", "> - **Serves:** 3  \n"),
    "a-line": ("Serves 6 to 8.\n", "Serves 3 to 4.\n"),
    "words": ("Serves six\n", "Serves three\n"),
    "made": ("Makes 24 cookies\n", "Makes 12 cookies\n"),
    "one-cookie": ("Makes 2 cookies\n", "Makes 1 cookie\n"),
    "both": ("Makes 12 rolls, serves 6\n", "Makes 6 rolls, serves 3\n"),
    "counted-in-brackets": ("Serves: 6 (18 meatballs)\n", "Serves: 3 (9 meatballs)\n"),
    "front-and-text": ("---\nservings: 6\n---\n\nServes: 6\n", "---\nservings: 3\n---\n\nServes: 3\n"),
    "obsidian-callout": ("> [!info] Serves 4 | 35 min\n", "> [!info] Serves 2 | 35 min\n"),
    "a-pan-behind": ("Makes 16 squares in a 9x13-inch pan.\n", "Makes 8 squares in a 9x13-inch pan.\n"),
    "german": ("Für 4 Personen\n", "Für 2 Personen\n"),
}


@pytest.mark.parametrize(("was", "wanted"), SERVINGS.values(), ids=SERVINGS)
def test_servings_change_wherever_they_are_said(was: str, wanted: str) -> None:
    head, front = ("", was) if was.startswith(("---", "+++")) else (was, "")
    new_head, new_front = ("", wanted) if front else (wanted, "")
    raw = f"{front}\n{BODY.replace('# Dish', f'# Dish{chr(10)}{chr(10)}{head}')}"
    assert (
        scaled(raw)
        == f"{new_front}\n{BODY.replace('# Dish', f'# Dish{chr(10)}{chr(10)}{new_head}').replace('4 eggs', '2 eggs')}"
    )


def test_odd_servings_are_rounded_to_halves() -> None:
    assert scaled("# Dish\n\nServes 4\n\n## Ingredients\n\n- 8 eggs\n", "7/5").startswith("# Dish\n\nServes 5½\n")
    assert scaled("---\nservings: 4\n---\n\n" + BODY, "7/5").startswith("---\nservings: 5.5\n---\n")


def test_a_wiki_link_keeps_its_target() -> None:
    head = "# Dish\n\n## Ingredients\n\n"
    assert scaled(f"{head}- 1 [[onion]], diced\n", "2") == f"{head}- 2 [[onion]], diced\n"
    assert scaled(f"{head}- 1 [leek](leek.md)\n", "2") == f"{head}- 2 [leeks](leek.md)\n"


def test_ounces_stay_ounces_where_pounds_would_be_rounded() -> None:
    head = "# Dish\n\n## Ingredients\n\n"
    assert scaled(f"{head}- 16.5 oz stock\n- 2.8 oz cheese\n", "2") == f"{head}- 33 oz stock\n- 5.6 oz cheese\n"


def test_a_thousand_is_written_as_the_others_are() -> None:
    head = "# Dish\n\n## Ingredients\n\n- 1,020 g beef\n"
    assert scaled(f"{head}- 900 g beans\n", "2") == f"{head.replace('1,020', '2,040')}- 1,800 g beans\n"


def test_servings_in_the_heading_of_the_ingredients_change() -> None:
    named = "# Dish\n\n## Ingredients for {} people\n\n- {} eggs\n"
    assert scaled(named.format(4, 4)) == named.format(2, 2)
    assert (
        scaled("# Dish\n\n## Ingredients (serves 4)\n\n- 4 eggs\n")
        == "# Dish\n\n## Ingredients (serves 2)\n\n- 2 eggs\n"
    )


TABLE = "# Dish\n\nServes 4\n\n## Calories\n\n| Food | Calories |\n|---|---|\n"
FIGURES = {
    "plain": ("| Egg | 300 |\n", "1/2", "| Egg | 150 |\n"),
    "about": ("| Egg | ~300 kcal |\n", "1/2", "| Egg | ~150 kcal |\n"),
    "bold": ("| Egg | **300** kcal |\n", "1/2", "| Egg | **150** kcal |\n"),
    "thousands": ("| Egg | 1,200 kcal |\n", "2", "| Egg | 2,400 kcal |\n"),
    "thousands-begin": ("| Egg | 600 kcal |\n| Oil | 1,200 kcal |\n", "2", "| Egg | 1,200 kcal |\n| Oil | 2,400 kcal |\n"),
    "no-thousands": ("| Egg | 600 |\n| Oil | 1200 |\n", "2", "| Egg | 1200 |\n| Oil | 2400 |\n"),
    "spaced-thousands": ("| Egg | 1 200 kcal |\n", "2", "| Egg | 2 400 kcal |\n"),
    "pointed-thousands": ("| Egg | 1.200 kcal |\n| Oil | 900 |\n", "2", "| Egg | 2.400 kcal |\n| Oil | 1.800 |\n"),
    "decimals": ("| Egg | 10.5 kcal |\n", "1/2", "| Egg | 5.3 kcal |\n"),
    "half-up": ("| Egg | 25 |\n", "1/2", "| Egg | 13 |\n"),
    "a-range": ("| Egg | 100–150 kcal |\n", "2", "| Egg | 200–300 kcal |\n"),
    "kilojoules": ("| Egg | 1,200 kJ |\n", "2", "| Egg | 2,400 kJ |\n"),
    "both-units": ("| Egg | 100 kcal (418 kJ) |\n", "2", "| Egg | 200 kcal (836 kJ) |\n"),
    "a-footnote": ("| Egg | ~300 kcal\\* |\n", "1/2", "| Egg | ~150 kcal\\* |\n"),
    "negligible": ("| Egg | 100 |\n| Salt | Negligible |\n", "2", "| Egg | 200 |\n| Salt | Negligible |\n"),
    "the-sum-as-written": (
        "| Egg | 25 |\n| Oil | 25 |\n\nTotal: 50 kcal\n", "1/2", "| Egg | 13 |\n| Oil | 13 |\n\nTotal: 26 kcal\n",
    ),
    "a-wrong-total-becomes-the-sum": ("| Egg | 100 |\n\nTotal: 90 kcal\n", "2", "| Egg | 200 |\n\nTotal: 200 kcal\n"),
    "a-total-of-what-has-no-number": (
        "| Egg | 100 |\n| Sauce | ? |\n\nTotal: 300 kcal\n", "2", "| Egg | 200 |\n| Sauce | ? |\n\nTotal: 600 kcal\n",
    ),
    "totals-in-the-table": (
        "| Egg | ~100 kcal |\n| **Total (for 4 servings)** | **~100 kcal** |\n| **Per Serving** | **~25 kcal** |\n", "2",
        "| Egg | ~200 kcal |\n| **Total (for 8 servings)** | **~200 kcal** |\n| **Per Serving** | **~25 kcal** |\n",
    ),
    "labels-below": (
        "| Egg | 100 |\n\n**Total (approx): 100 kcal**  \n**Per serving (4 servings): ~25 kcal**\n", "1/4",
        "| Egg | 25 |\n\n**Total (approx): 25 kcal**  \n**Per serving (1 serving): ~25 kcal**\n",
    ),
    "every-total": (
        "| Egg | 100 |\n| Total | 100 |\n\n**Total: 100 kcal**\n", "2", "| Egg | 200 |\n| Total | 200 |\n\n**Total: 200 kcal**\n",
    ),
    "in-a-list": ("| Egg | 100 |\n\n- Total: 100 kcal\n- Per serving: 25\n", "2", "| Egg | 200 |\n\n- Total: 200 kcal\n- Per serving: 25\n"),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "factor", "wanted"), FIGURES.values(), ids=FIGURES)
def test_figures_keep_their_style(rows: str, factor: str, wanted: str) -> None:
    serves = str(Fraction(factor) * 4)
    assert scaled(TABLE + rows, factor) == TABLE.replace("Serves 4", f"Serves {serves}") + wanted


def test_german_figures_are_german() -> None:
    raw = "---\nlang: de\n---\n\n# Eier\n\nFür 4 Personen\n\n## Kalorien\n\n| Zutat | Kalorien |\n|---|---|\n| Ei | 1.200,5 |\n"
    assert scaled(raw, "2").endswith("| Ei | 2.401,0 |\n")


def test_a_decimal_comma_stays_one_where_no_language_is_said() -> None:
    raw = "# Eier\n\n## Kalorien\n\n| Zutat | Kalorien |\n|---|---|\n| Ei | 828,5 |\n| Öl | 900 |\n"
    assert scaled(raw, "2").endswith("| Ei | 1657,0 |\n| Öl | 1800 |\n")


TEXTS = {
    "bold-amount": ("- **4** cups oil\n", "- **2** cups oil\n"),
    "bold-amount-and-unit": ("- **4 cups** oil\n", "- **2 cups** oil\n"),
    "bold-number-before-another-unit": ("- **1** tbsp oil\n", "- **1½** tsp oil\n"),
    "a-link": ("- 4 cups [oil](https://example.org/4-cups)\n", "- 2 cups [oil](https://example.org/4-cups)\n"),
    "linked-amount": ("- [4 cups](https://example.org/4) oil\n", "- [2 cups](https://example.org/4) oil\n"),
    "code": ("- `4 cups` oil\n", "- `2 cups` oil\n"),
    "italic": ("- *4* cups oil\n", "- *2* cups oil\n"),
    "a-comment": ("- 4 cups oil <!-- 4 cups -->\n", "- 2 cups oil <!-- 4 cups -->\n"),
    "a-task": ("- [ ] 4 cups oil\n", "- [ ] 2 cups oil\n"),
    "blanks": ("-   4   cups   oil  \n", "-   2   cups   oil  \n"),
    "no-break-space": ("- 4\u00a0cups\u202foil\n", "- 2\u00a0cups\u202foil\n"),
    "broken-line": ("- 4\n  cups oil\n", "- 2\n  cups oil\n"),
    "an-entity": ("- 4 cups salt &amp; oil\n", "- 2 cups salt &amp; oil\n"),
    "the-fixed": ("- 4 cups oil <!-- recipekit: fixed -->\n", "- 4 cups oil <!-- recipekit: fixed -->\n"),
}


@pytest.mark.parametrize(("was", "wanted"), TEXTS.values(), ids=TEXTS)
def test_markup_stays(was: str, wanted: str) -> None:
    head = "# Dish\n\n## Ingredients\n\n- 1 kg stones <!-- recipekit: fixed -->\n"
    assert scaled(head + was) == head + wanted


FRONT = {
    "yaml-list": ("---\ningredients:\n  - 4 cups oil # best\n  - '2 eggs'\n---\n", "---\ningredients:\n  - 2 cups oil # best\n  - '1 egg'\n---\n"),
    "yaml-block": ("---\ningredients: |\n  4 cups oil\n  2 eggs\n---\n", "---\ningredients: |\n  2 cups oil\n  1 egg\n---\n"),
    "toml-list": ('+++\ningredients = ["4 cups oil", \'2 eggs\']\n+++\n', '+++\ningredients = ["2 cups oil", \'1 egg\']\n+++\n'),
    "directions": ("---\ningredients:\n- 2 eggs\ndirections:\n- Fry 2 eggs.\n---\n", "---\ningredients:\n- 1 egg\ndirections:\n- Fry 1 egg.\n---\n"),
}  # fmt: skip


@pytest.mark.parametrize(("was", "wanted"), FRONT.values(), ids=FRONT)
def test_lists_in_the_front_matter_change(was: str, wanted: str) -> None:
    assert scaled(was + "\n# Dish\n") == wanted + "\n# Dish\n"


def test_new_words_are_dealt_out_over_the_old_ones() -> None:
    words = Wording("4 cups oil", 1, ((0, 2), (1, 5)))
    source = "**4** cups oil"
    assert placed(words, Edit(Span(0, 6), "1 l"), source) == [Edit(Span(2, 3), "1"), Edit(Span(6, 10), "l")]
    assert placed(words, Edit(Span(0, 6), "1 l 5 ml"), source) == [Edit(Span(2, 3), "1"), Edit(Span(6, 10), "l 5 ml")]
    assert placed(Wording("4 cups", 1), Edit(Span(0, 1), "2"), "4 cups") is None


def test_what_has_no_place_is_refused_with_its_line() -> None:
    raw = '---\ningredients:\n  - "4 cups \\"good\\" oil"\n---\n\n# Dish\n'
    with pytest.raises(UnwritableRecipeError) as refused:
        scaled(raw)
    assert refused.value.line == 3
    assert scaled(raw, "1") == raw


def test_a_document_has_nothing_to_write() -> None:
    document = dump(to_document(scale(parse_recipe(Source(BODY)), 2)), compact=True)
    with pytest.raises(ImpossibleWishError):
        revise(parse_document(document, "dish.json"))
