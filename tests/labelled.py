"""Labelled sentences: ``{=…=}`` must stay, ``{+…+}`` must scale, ``{?…?}`` is debatable and not counted.

A file holds recipes: a header ``## title | serves 4 | names on its list; …``, then a sentence a line. A bracket holds a
number with its unit or the noun that it counts. Every number of a sentence stands in one.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from recipekit.grammar import singular
from recipekit.model import Ingredient, IngredientGroup, Quantity, Wording
from recipekit.parse.ingredients import listed_foods
from recipekit.parse.prose.reading import read_prose
from recipekit.parse.prose.sentences import NOTHING_LISTED, Listed

FOLDER = Path(__file__).parent / "prose" / "sentences"
_BRACKET = re.compile(r"\{([+=?])(.*?)\1\}")
_LAST_WORD = re.compile(r"([^\W\d_]+)$")


class Mark(NamedTuple):
    """A labelled place of a sentence."""

    label: str
    start: int
    end: int


class Sentence(NamedTuple):
    """A sentence without its brackets, what they say, and what its recipe lists and serves."""

    text: str
    marks: tuple[Mark, ...]
    listed: Listed
    serves: int | None = None

    def quantities(self) -> tuple[Quantity, ...]:
        """Return every number as recipekit reads it."""
        return read_prose(Wording(self.text, 1), self.listed, self.serves)[0]

    def scaling(self) -> list[Quantity]:
        """Return the quantities that scale."""
        return [quantity for quantity in self.quantities() if quantity.scales]

    def scaled(self, mark: Mark) -> bool:
        """Tell whether anything at *mark* scales."""
        return any(quantity.start < mark.end and mark.start < quantity.number_end for quantity in self.scaling())

    def marked(self, label: str) -> list[Mark]:
        """Return the places with this label."""
        return [mark for mark in self.marks if mark.label == label]

    def said(self, mark: Mark) -> str:
        """Return the words in a bracket."""
        return self.text[mark.start : mark.end]


def unbracketed(line: str, listed: Listed = NOTHING_LISTED, serves: int | None = None) -> Sentence:
    """Return the sentence of a line."""
    text, position = "", 0
    marks = []
    for bracket in _BRACKET.finditer(line):
        text += line[position : bracket.start()]
        marks.append(Mark(bracket[1], len(text), len(text) + len(bracket[2])))
        text += bracket[2]
        position = bracket.end()
    return Sentence(text + line[position:], tuple(marks), listed, serves)


def sentences_of(path: Path) -> list[Sentence]:
    """Return the sentences of a file; without headers, the foods are the nouns of all that must scale."""
    text = path.read_text(encoding="utf-8")
    if "\n## " not in text:
        lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
        listed = Listed(_counted_nouns([unbracketed(line) for line in lines]))
        return [unbracketed(line, listed) for line in lines]
    return list(_in_recipes(text))


def _in_recipes(text: str) -> Iterator[Sentence]:
    listed, serves = Listed(), None
    for line in text.splitlines():
        if line.startswith("## "):
            _, serving, names = (part.strip() for part in line.split("|"))
            items = tuple(Ingredient(Wording(name, 1), (), name.strip()) for name in names.split(";"))
            listed = listed_foods([IngredientGroup(None, None, items)])
            people = re.search(r"\d+", serving)
            serves = int(people[0]) if people else None
        elif line.strip() and not line.startswith("#"):
            yield unbracketed(line.strip(), listed, serves)


def _counted_nouns(sentences: list[Sentence]) -> frozenset[str]:
    phrases = [sentence.said(mark).lower() for sentence in sentences for mark in sentence.marked("+")]
    return frozenset(singular(word[1]) for phrase in phrases if (word := _LAST_WORD.search(phrase)))
