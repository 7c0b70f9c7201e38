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


def headings(recipe: recipekit.Recipe) -> set[str]:
    """Return the words of section headings and fact labels, whose meaning is kept instead of their wording."""
    assert recipe.source is not None
    text = recipe.source.text
    titles = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    tables = re.findall(r"^\|.*\|?$(?=\n\|?[\s:|-]+$)", text, re.MULTILINE)
    labels = re.findall(r"^\W*([A-Za-zÄÖÜäöüß ]+):?\*{0,2}:? ?[*~\d]", text, re.MULTILINE)
    totals = re.findall(r"^\W*(?:Total|Per [Ss]erving).*$", text, re.MULTILINE)
    return {word.casefold() for part in (*titles, *tables, *labels, *totals) for word in WORD.findall(part)}
