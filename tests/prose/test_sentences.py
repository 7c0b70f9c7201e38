"""Every labelled sentence: what is marked ``{=…=}`` never changes, and nearly all of ``{+…+}`` does."""

from fractions import Fraction

import pytest
from labelled import FOLDER, Sentence, sentences_of

from recipekit.ops.scaling import respell

LEAST = {"first": 98, "english": 85, "german": 95, "english_after": 96, "german_after": 96, "found": 100}
"""Of what must scale, so many per cent do at least; `english` was written to be hard.

What was written after the rules measured them at its first run: of 406 English sentences 94.5 % of what must stay stayed
and 96.0 % of what must scale did, of 140 German ones 96.7 % and 94.2 %. Then the rules learnt from them.
"""

SENTENCES = {path.stem: sentences_of(path) for path in sorted(FOLDER.glob("*.txt"))}
ALL = [sentence for sentences in SENTENCES.values() for sentence in sentences]

each_sentence = pytest.mark.parametrize("sentence", ALL, ids=lambda sentence: sentence.text[:48])


@each_sentence
def test_what_must_stay_never_scales(sentence: Sentence) -> None:
    assert [sentence.said(mark) for mark in sentence.marked("=") if sentence.scaled(mark)] == []


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
    respelled = respell(sentence.text, sentence.quantities(), Fraction(2))
    for mark in sentence.marked("="):
        assert not any(edit.span.start < mark.end and mark.start < edit.span.end for edit in respelled.edits)


@pytest.mark.parametrize("name", SENTENCES)
def test_nearly_everything_that_must_scale_does(name: str) -> None:
    marks = [(sentence, mark) for sentence in SENTENCES[name] for mark in sentence.marked("+")]
    missed = [sentence.said(mark) for sentence, mark in marks if not sentence.scaled(mark)]
    assert 100 * len(missed) <= (100 - LEAST[name]) * len(marks), missed


def test_there_are_as_many_numbers_that_stay_as_numbers_that_scale() -> None:
    stay, scale = (sum(len(sentence.marked(label)) for sentence in ALL) for label in "=+")
    assert len(ALL) >= 1400
    assert stay > 1500
    assert scale > 1400
    assert "{" not in "".join(sentence.text for sentence in ALL)


def test_every_number_of_a_sentence_has_a_reason() -> None:
    assert all(quantity.why for sentence in ALL for quantity in sentence.quantities())


@pytest.mark.xfail(strict=True, reason="nothing in the sentence says that one of many is meant")
@pytest.mark.parametrize(
    "sentence", sentences_of(FOLDER.parent / "limits.txt"), ids=lambda sentence: sentence.text[:48]
)
def test_what_lies_on_one_of_many_unsaid(sentence: Sentence) -> None:
    assert not any(sentence.scaled(mark) for mark in sentence.marked("="))
