"""Every line of a source is read: its words stand in the document, or a diagnostic names it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from recipes import ALL

import recipekit
from recipekit.words import words

WORD = re.compile(r"[^\W_]+")
DELIMITER = re.compile(r"[|\s:-]+")

FRONT = "---\ntitle: Soup\n---\n\n"
EGG = "\n## Ingredients\n\n- 1 egg\n"
TABLE = "# A\n\n## Ingredients\n\n{}| Ingredient | Amount{} |\n|---|---|\n| egg | 1 |{}\n{}"
CALORIES = "# A\n\n## Calories\n\n{}| Ingredient | Quantity | kcal |{}\n|---|---|---|---|\n| Egg | 1 | 70 |{}\n{}"

PLACES = {
    "title-beside-the-front-matter": FRONT + "# Xylo stew\n" + EGG,
    "title-underlined": FRONT + "Xylo stew\n=====\n" + EGG,
    "third-title": FRONT + "# A\n\n# Xylo\n" + EGG,
    "before-the-title": "xylo\n\n# A\n" + EGG,
    "servings-that-are-a-word": "# A\n\n> - **Serves:** xylo\n" + EGG,
    "behind-the-servings": "# A\n\n> - **Serves:** 4 xylo\n" + EGG,
    "second-servings": "# A\n\nServes 4\n\nServes 6 xylo\n" + EGG,
    "time-that-is-a-word": "# A\n\n> - **Prep Time:** xylo\n" + EGG,
    "behind-a-time": "# A\n\nPrep: 5 min (xylo)\n" + EGG,
    "second-time": "# A\n\nPrep: 5 min\n\nPrep: 6 min (xylo)\n" + EGG,
    "fact-behind-a-bar": "# A\n\nPrep: 5 min | Xylo: 4\n" + EGG,
    "line-among-facts": "# A\n\n> **Serves:** 4\n> xylo\n" + EGG,
    "table-of-facts": "# A\n\n| Prep | Xylo |\n|---|---|\n| 5 min | 4 |\n" + EGG,
    "words-of-the-cover": "# A\n\n![xylo](a.jpg)\n" + EGG,
    "words-of-an-embedded-cover": "# A\n\n![[a.jpg|xylo]]\n" + EGG,
    "second-cover": "# A\n\n![a](a.jpg)\n\n![xylo](b.jpg)\n" + EGG,
    "heading-of-the-ingredients": "# A\n\n## Ingredients for the xylo\n\n- 1 egg\n",
    "brackets-of-that-heading": "# A\n\n## Ingredients (xylo)\n\n- 1 egg\n",
    "servings-of-that-heading": "# A\n\n## Ingredients (serves 4 xylo)\n\n- 1 egg\n",
    "second-servings-among-them": "# A\n\nServes 4\n\n## Ingredients\n\nServes 6 xylo\n\n- 1 egg\n",
    "heading-of-more-ingredients": "# A\n" + EGG + "\n## Xylo ingredients\n\n- 1 egg\n",
    "heading-of-the-steps": "# A\n" + EGG + "\n## Xylo instructions\n\n1. x\n",
    "brackets-of-the-steps": "# A\n" + EGG + "\n## Instructions (xylo)\n\n1. x\n",
    "heading-of-the-notes": "# A\n" + EGG + "\n## Notes from xylo\n\n- x\n",
    "heading-of-no-notes": "# A\n" + EGG + "\n## Xylo notes\n",
    "heading-of-no-calories": "# A\n" + EGG + "\n## Xylo calories\n",
    "heading-of-nothing": "# A\n" + EGG + "\n## Xylo\n",
    "before-a-table": TABLE.format("xylo\n", "", "", ""),
    "header-of-a-table": TABLE.format("", " (xylo)", "", ""),
    "cell-too-many-of-a-table": TABLE.format("", "", " xylo |", ""),
    "behind-a-table": TABLE.format("", "", "", "xylo\n"),
    "second-table-right-behind": TABLE.format("", "", "", "flour\n| Xylo | B |\n|---|---|\n| x | y |\n"),
    "before-the-calories": CALORIES.format("xylo\n", "", "", ""),
    "column-of-the-calories": CALORIES.format("", " Xylo |", " 3 |", ""),
    "cell-too-many-of-the-calories": CALORIES.format("", "", " 1 | xylo |", ""),
    "behind-the-calories": CALORIES.format("", "", "", "xylo\n"),
    "code-among-ingredients": "# A\n" + EGG + "\n```\nxylo\n```\n",
    "html-among-ingredients": "# A\n" + EGG + "\n<div>xylo</div>\n",
    "quote-among-ingredients": "# A\n" + EGG + "\n> ### xylo\n",
    "list-in-a-quote": "# A\n" + EGG + "\n> - 1 xylo\n",
    "third-level-of-ingredients": "# A\n\n## Ingredients\n\n- 1 egg\n  - a\n    - xylo\n",
    "paragraph-below-an-ingredient": "# A\n\n## Ingredients\n\n- 1 egg\n\n  xylo\n",
    "quote-below-an-ingredient": "# A\n\n## Ingredients\n\n- 1 egg\n\n  > xylo\n",
    "code-below-an-ingredient": "# A\n\n## Ingredients\n\n- 1 egg\n\n  ```\n  xylo\n  ```\n",
    "heading-as-an-ingredient": "# A\n\n## Ingredients\n\n- ### xylo\n",
    "words-of-an-image": "# A\n" + EGG + "\n## Instructions\n\n1. Stir ![xylo](a.jpg)\n",
    "code-among-steps": "# A\n" + EGG + "\n## Instructions\n\n```\nxylo\n```\n",
    "behind-a-comment": "# A\n" + EGG + "\n## Instructions\n\n<!-- a --> xylo\n",
    "heading-below-a-step": "# A\n" + EGG + "\n## Instructions\n\n1. a\n\n   ### xylo\n",
    "step-below-its-marker": "# A\n" + EGG + "\n## Instructions\n\n1.\n   xylo\n",
    "footnote": "# A\n\nText[^1]\n" + EGG + "\n[^1]: xylo\n",
}
"""A word in every place that a reader could forget."""


def strings(value: object) -> Iterator[str]:
    """Yield every key and string of a document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif value is not None:
        yield str(value)


def without_comments(text: str) -> list[str]:
    """Return the lines of *text*, HTML comments blanked out."""
    text = re.sub(r"<!--.*?-->", lambda match: re.sub(r"[^\n]", " ", match[0]), text, flags=re.DOTALL)
    return re.sub(r"(?<=\d),(?=\d{3})|(?<=- )\[x\]", "", text).split("\n")


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_no_line_is_dropped(path: Path) -> None:
    recipe = recipekit.read_recipe(path)
    document = recipekit.to_document(recipe)
    known = {word.casefold() for text in strings(document) for word in WORD.findall(text)}
    known |= {number.replace(",", "") for number in re.findall(r"\d+,\d{3}", " ".join(strings(document)))}
    known |= {"ingredients", "instructions", "step"} | words("negligible") | headings(recipe)
    named = {problem.line for problem in recipe.diagnostics}
    assert recipe.source is not None
    lost = []
    for number, line in enumerate(without_comments(recipe.source.text), 1):
        said = {word.casefold() for word in WORD.findall(re.sub(r"\\(.)", r"\1", line))}
        if number not in named and not DELIMITER.fullmatch(line) and not said <= known:
            lost.append(f"{number}: {sorted(said - known)} of {line!r}")
    assert not lost


@pytest.mark.parametrize("text", PLACES.values(), ids=PLACES)
def test_a_word_is_kept_wherever_it_stands(text: str) -> None:
    document = recipekit.to_document(recipekit.read_recipe(text))
    found = document.pop("diagnostics")
    named = [text.split("\n")[problem["line"] - 1].casefold() for problem in found]
    assert "xylo" in text.casefold()
    assert any("xylo" in said.casefold() for said in [*strings(document), *named])


@pytest.mark.parametrize(
    "text",
    [FRONT + "# SOUP\n" + EGG, "# Soup\n" + EGG, TABLE.format("", "", "", ""), CALORIES.format("", "", "", ""),
     "# A\n" + EGG + "\n## Instructions:\n\n1. x\n\n## Notes\n\n- y\n\n<!-- z -->\n"],
    ids=["same-title", "title", "table", "calories", "headings"],
)  # fmt: skip
def test_what_says_nothing_more_is_kept_nowhere_else(text: str) -> None:
    recipe = recipekit.read_recipe(text)
    assert (recipe.overview, recipe.sections) == (None, ())
    assert {group.text for group in recipe.ingredients} | {group.title for group in recipe.ingredients} <= {None}
    assert {instruction.title for instruction in recipe.instructions} <= {None}
    assert len(recipe.notes) == text.count("## Notes")


def headings(recipe: recipekit.Recipe) -> set[str]:
    """Return the words of section headings and fact labels, whose meaning is kept instead of their wording."""
    assert recipe.source is not None
    text = recipe.source.text
    titles = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    tables = re.findall(r"^\|.*\|?$(?=\n\|?[\s:|-]+$)", text, re.MULTILINE)
    labels = re.findall(r"^\W*([A-Za-zÄÖÜäöüß ]+):?\*{0,2}:? ?[*~\d]", text, re.MULTILINE)
    totals = re.findall(r"^\W*(?:Total|Per [Ss]erving).*$", text, re.MULTILINE)
    return {word.casefold() for part in (*titles, *tables, *labels, *totals) for word in WORD.findall(part)}
