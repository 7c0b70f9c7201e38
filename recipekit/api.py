"""Reading a recipe from Python, whatever it is given as."""

from __future__ import annotations

from pathlib import Path

from recipekit.files import looks_like_document, read_source
from recipekit.model import Recipe
from recipekit.parse.document import parse_document
from recipekit.parse.recipe import parse_recipe
from recipekit.source import Source


def read_recipe(path_or_text: str | Path) -> Recipe:
    """Return the recipe in a file, or in a text of more than one line: Markdown or a JSON document.

    Raises:
        UnreadableRecipeError: it cannot be read; the sentence says where and what helps.
    """
    inline = isinstance(path_or_text, str) and ("\n" in path_or_text or looks_like_document(path_or_text))
    source = Source(str(path_or_text)) if inline else read_source(str(path_or_text))
    if looks_like_document(source.text):
        return parse_document(source.text, source.path)
    return parse_recipe(source)
