"""Documents: what one command writes the next one reads, and what neither can hold is one sentence."""

import json
from fractions import Fraction
from typing import Any

import pytest
from program import RECIPE

import recipekit
from recipekit.errors import ImpossibleWishError, UnreadableRecipeError
from recipekit.parse.checked import MOST_DIGITS, exact_text, exactly
from recipekit.parse.document import parse_document


def chained(factor: Fraction, times: int) -> Any:
    """Return the document of a recipe scaled over and over, each time from the document before."""
    document = recipekit.to_document(recipekit.read_recipe(RECIPE))
    for _ in range(times):
        scaled = recipekit.scale(parse_document(json.dumps(document), None), factor)
        document = recipekit.to_document(scaled)
    return document


@pytest.mark.parametrize("factor", [Fraction(1, 999_983), Fraction(999_983), Fraction(999_983, 999_979)])
def test_what_is_written_is_read(factor: Fraction) -> None:
    document = chained(factor, 8)
    assert recipekit.to_document(parse_document(json.dumps(document), None)) == document


@pytest.mark.parametrize("factor", [Fraction(1, 999_983), Fraction(999_983), Fraction(999_983, 999_979)])
def test_what_cannot_be_read_is_not_written(factor: Fraction) -> None:
    with pytest.raises(ImpossibleWishError, match=f"more than {MOST_DIGITS} digits"):
        chained(factor, 12)


@pytest.mark.parametrize("digits", [1, 2, MOST_DIGITS])
@pytest.mark.parametrize("sign", [1, -1])
def test_a_number_as_long_as_it_may_be_comes_back(sign: int, digits: int) -> None:
    for value in (Fraction(sign * (10**digits - 1)), Fraction(sign, 10**digits - 1)):
        assert exactly(exact_text(value)) == value


@pytest.mark.parametrize(
    "value", [Fraction(10**MOST_DIGITS), Fraction(1, 10**MOST_DIGITS), Fraction(-(10**MOST_DIGITS))]
)
def test_a_longer_number_is_not_written(value: Fraction) -> None:
    with pytest.raises(ImpossibleWishError):
        exact_text(value)
    with pytest.raises(ValueError, match="no exact number"):
        exactly(str(value))


@pytest.mark.parametrize("serves", ["6-4", "6 – 4 people", "6 to 4", "4-6", "6, or 4 as a main", "6"])
def test_servings_scaled_there_and_back_are_as_written(serves: str) -> None:
    recipe = recipekit.read_recipe(RECIPE.replace("Serves:** 4", f"Serves:** {serves}"))
    third = json.dumps(recipekit.to_document(recipekit.scale(recipe, Fraction(1, 3))))
    back = recipekit.to_document(recipekit.scale(parse_document(third, None), 3))
    assert back["serves"] == recipekit.to_document(recipe)["serves"]


NO_JSON = {
    "endless-number": ('{"a": ' + "9" * 5000 + "}", ": the JSON does not parse: a number has too many digits"),
    "nan": ('{"front_matter": {"a": NaN}}', ": the JSON does not parse: NaN is no number"),
    "infinity": ('{"front_matter": {"a": Infinity}}', ": the JSON does not parse: Infinity is no number"),
    "minus-infinity": ('{"a": -Infinity}', ": the JSON does not parse: -Infinity is no number"),
    "comma": ('{"a": 1 "b": 2}', ":1:9: the JSON does not parse: expecting ',' delimiter"),
    "unterminated": ('{"a":\n "b', ":2:2: the JSON does not parse: unterminated string"),
    "control": ('{"a": "\x01"}', ":1:8: the JSON does not parse: invalid control character"),
    "more": ('{"a": 1}\n{}', ":2:1: the JSON does not parse: extra data"),
    "deep": ('{"a": ' + "[" * 100_000, ": the JSON is nested too deep"),
}


@pytest.mark.parametrize(("text", "said"), NO_JSON.values(), ids=NO_JSON)
def test_what_is_no_json_is_one_sentence(text: str, said: str) -> None:
    with pytest.raises(UnreadableRecipeError) as caught:
        parse_document(text, "soup.json")
    assert str(caught.value) == f"soup.json{said}; give it the output of recipekit … --json"


def test_a_number_that_overflows_is_no_front_matter() -> None:
    document = json.dumps(recipekit.to_document(recipekit.read_recipe(RECIPE)))
    with pytest.raises(UnreadableRecipeError, match="a number of front_matter is endless"):
        parse_document(document.replace('"title": "Bean Stew"}', '"title": 1e999}'), "soup.json")


FRONT_MATTER = {
    "endless-yaml": ("---\na: " + "9" * 5000 + "\n---\n", "the YAML front matter does not parse: a number has too many digits"),
    "endless-toml": ("+++\na = " + "9" * 5000 + "\n+++\n", "the TOML front matter does not parse: a value is too large"),
    "tag": ("---\na: !!int x\n---\n", "the YAML front matter does not parse: a value is not what its tag says"),
    "quote": ("+++\na = 'X\n+++\n", "the TOML front matter does not parse: expected \"'\""),
}  # fmt: skip


@pytest.mark.parametrize(("text", "said"), FRONT_MATTER.values(), ids=FRONT_MATTER)
def test_front_matter_that_does_not_parse_is_told_in_our_words(text: str, said: str) -> None:
    with pytest.raises(UnreadableRecipeError) as caught:
        recipekit.read_recipe(text + "\n# Soup\n")
    assert caught.value.problem == said
