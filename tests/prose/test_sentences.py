"""Every sentence of ``sentences.txt``: what is marked ``{=…=}`` never scales, and nearly all of ``{+…+}`` does."""

import re
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import pytest

from recipekit.grammar import singular
from recipekit.model import Quantity, Wording
from recipekit.ops.scaling import respell
from recipekit.parse.prose import read_prose

_BRACKET = re.compile(r"\{([+=?])(.*?)\1\}")
_LAST_WORD = re.compile(r"([^\W\d_]+)$")
WANTED = Fraction(95, 100)


class Mark(NamedTuple):
    """A labelled place of a sentence: "+" must scale, "=" must stay, "?" is debatable."""

    label: str
    start: int
    end: int


class Sentence(NamedTuple):
    """A sentence without its brackets, and what they say."""

    text: str
    marks: tuple[Mark, ...]

    def scaling(self) -> list[Quantity]:
        """Return the quantities that scale."""
        quantities, _ = read_prose(Wording(self.text, 1), FOODS, None)
        return [quantity for quantity in quantities if quantity.scales]

    def scaled(self, mark: Mark) -> bool:
        """Tell whether anything at *mark* scales."""
        return any(quantity.start < mark.end and mark.start < quantity.end for quantity in self.scaling())

    def marked(self, label: str) -> list[Mark]:
        """Return the places with this label."""
        return [mark for mark in self.marks if mark.label == label]


def unbracketed(line: str) -> Sentence:
    text, position = "", 0
    marks = []
    for bracket in _BRACKET.finditer(line):
        text += line[position : bracket.start()]
        marks.append(Mark(bracket[1], len(text), len(text) + len(bracket[2])))
        text += bracket[2]
        position = bracket.end()
    return Sentence(text + line[position:], tuple(marks))


def food_nouns(sentences: list[Sentence]) -> frozenset[str]:
    """Return the counted nouns of everything that must scale, in the singular: "2 eggs" → egg."""
    phrases = [sentence.text[mark.start : mark.end].lower() for sentence in sentences for mark in sentence.marked("+")]
    return frozenset(singular(word[1]) for phrase in phrases if (word := _LAST_WORD.search(phrase)))


_LINES = (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines()
SENTENCES = [unbracketed(line) for line in _LINES if line.strip() and not line.startswith("#")]
FOODS = food_nouns(SENTENCES)

each_sentence = pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence.text[:48])


@each_sentence
def test_what_must_stay_never_scales(sentence: Sentence) -> None:
    wrong = [sentence.text[mark.start : mark.end] for mark in sentence.marked("=") if sentence.scaled(mark)]
    assert wrong == []


@each_sentence
def test_what_is_not_marked_never_scales(sentence: Sentence) -> None:
    wrong = [
        quantity.text
        for quantity in sentence.scaling()
        if not any(quantity.start < mark.end and mark.start < quantity.end for mark in sentence.marks)
    ]
    assert wrong == []


@each_sentence
def test_scaling_a_sentence_keeps_what_must_stay_as_written(sentence: Sentence) -> None:
    quantities, _ = read_prose(Wording(sentence.text, 1), FOODS, None)
    respelled = respell(sentence.text, quantities, Fraction(2))
    for mark in sentence.marked("="):
        assert not any(edit.span.start < mark.end and mark.start < edit.span.end for edit in respelled.edits)


def test_nearly_everything_that_must_scale_does() -> None:
    marks = [(sentence, mark) for sentence in SENTENCES for mark in sentence.marked("+")]
    missed = [sentence.text[mark.start : mark.end] for sentence, mark in marks if not sentence.scaled(mark)]
    assert len(missed) <= (1 - WANTED) * len(marks), missed


def test_the_file_has_as_many_numbers_that_stay_as_numbers_that_scale() -> None:
    stay, scale = (sum(len(sentence.marked(label)) for sentence in SENTENCES) for label in "=+")
    assert stay > 150
    assert scale > 150
    assert "{" not in "".join(sentence.text for sentence in SENTENCES)


STAYING = [
    ("Use 1 oz gelatin for every 2 cups of liquid.", "2 cups"),
    ("Add 1 tsp salt for every 4 cups water.", "4 cups"),
    ("Use 2 parts water to 1 part rice.", "1 part rice"),
    ("Fill 3/4 full.", "3/4 full"),
    ("Measure two thirds of a cup of rice.", "thirds of a cup"),
    ("Use a ¼ cup measure.", "¼ cup"),
    ("Level it off with a 1 tbsp measuring spoon.", "1 tbsp"),
    ("Shape them with a 2 oz cookie scoop.", "2 oz"),
    ("Line the tin with 2 sheets of foil.", "2 sheets"),
]


@pytest.mark.parametrize(
    ("text", "number"),
    [pytest.param(text, number, id=text) for text, number in STAYING],
)
def test_a_ratio_and_a_utensil_never_scale(text: str, number: str) -> None:
    quantities, _ = read_prose(Wording(text, 1), frozenset({"rice", "gelatin", "salt"}), None)
    assert number not in [quantity.text for quantity in quantities if quantity.scales]
