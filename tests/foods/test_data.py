"""The data of foods: every topic is read, every phrase is written once, and both languages are broad."""

import re
from collections import Counter
from pathlib import Path

import pytest

from recipekit.foods.lexicon import Role, lexicon
from recipekit.words import LANGUAGES, foods

SOURCE = "".join(
    path.read_text(encoding="utf-8") for path in (Path(__file__).parents[2] / "recipekit" / "foods").glob("*.py")
)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_topic_is_read(code: str) -> None:
    assert [topic for topic in foods(code) if f'"{topic}"' not in SOURCE] == []


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("topic", ["foods", "phrases", "synonyms_of_kinds", "words"])
def test_a_spelling_means_one_food(code: str, topic: str) -> None:
    spellings = Counter(word for words in foods(code).get(topic, {}).values() for word in words)
    assert [word for word, count in spellings.items() if count > 1] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_spellings_are_lower_case(code: str) -> None:
    for topic in ("foods", "phrases", "synonyms_of_kinds", "words", "left_out"):
        spellings = [word for words in foods(code).get(topic, {}).values() for word in words]
        assert [word for word in spellings if word != word.lower() or re.search(r"\s{2}|^\s|\s$", word)] == []


def test_every_meaning_is_known() -> None:
    known = lexicon()
    vocabulary = set(known.vocabulary.english)
    for spelling, meaning in known.meanings.items():
        assert meaning in known.roles or set(meaning.split()) <= vocabulary, spelling


def test_both_languages_are_broad() -> None:
    known = lexicon()
    assert sum(role is Role.FOOD for role, _ in known.roles.values()) >= 800
    assert sum(len(words) for words in foods("de")["foods"].values()) >= 600
