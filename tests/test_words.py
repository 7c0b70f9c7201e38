"""The word lists: each topic is used, each word is lower-case and listed once."""

import json
import re
from pathlib import Path

import pytest

from recipekit.units import EXPLICIT, UNITS
from recipekit.words import LANGUAGES, meanings, numbers

PACKAGE = Path(__file__).parents[1] / "recipekit"
SOURCE = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))


def topics(code: str) -> dict[str, object]:
    """Return the data of one language."""
    data: dict[str, object] = json.loads((PACKAGE / "words" / f"{code}.json").read_text(encoding="utf-8"))
    return data


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_topic_is_used(code: str) -> None:
    unused = [topic for topic in topics(code) if not re.search(rf"[\"'](?:\w+ )*{topic}(?: \w+)*[\"']", SOURCE)]
    assert [topic for topic in unused if not topic.startswith("column_")] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_words_are_lower_case(code: str) -> None:
    for topic in topics(code).values():
        words = topic if isinstance(topic, list) else [w for ws in topic.values() if isinstance(ws, list) for w in ws]  # type: ignore[attr-defined]
        assert [word for word in words if word != word.lower()] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_spelling_names_one_unit(code: str) -> None:
    spellings = [word for words in topics(code)["units"].values() for word in words]  # type: ignore[attr-defined]
    assert sorted(set(spellings)) == sorted(spellings)


def test_every_measured_unit_has_a_spelling() -> None:
    unsaid = EXPLICIT | {"gas_mark", "dag", "pfund", "dessertspoon", "gill", "tad", "jigger"}
    assert set(UNITS) - set(meanings("units").values()) <= unsaid


def test_number_words_have_values() -> None:
    assert all(value.replace("/", "").isdigit() for value in numbers().values())
