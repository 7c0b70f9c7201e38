"""The document is what its JSON Schema says, and the schema what scripts were promised."""

import json
from collections.abc import Iterator
from copy import deepcopy
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import recipekit
from recipekit.cli.app import main
from recipekit.parse.recipe import parse_recipe
from recipekit.render.document import dump
from recipekit.source import Source

ROOT = Path(__file__).parents[2]
EXAMPLE = Path(__file__).parents[3] / "shared" / "example"
SCHEMA = json.loads((ROOT / "recipekit" / "render" / "recipe.schema.json").read_text(encoding="utf-8"))
RECIPES = sorted([*(ROOT / "examples").glob("*.md"), *(ROOT / "tests" / "reading" / "cases").glob("*.md")])
ADDED = {"written", "rounded", "marker", "cups", "as_written", "numbers"}
"""Keys that the contract does not name; they are there only where they say something."""

Place = tuple[str | int, ...]

RICE = """\
---
id: rice
description: Plain rice.
tags: [Rice]
---
# Rice

![Cover](/rice.png)

Ready before the kettle has cooled.

Serves 6

## Calories

| Ingredient | Quantity       | Calories | Source                     |
| ---------- | -------------- | -------- | -------------------------- |
| Rice       | 3 cups (540 g) | 1950     | [USDA](https://usda.gov/)  |

Total: 1,950 kcal

## Ingredients

- 3 cups rice (rinsed)
- 2 eggs

## Instructions

### Step 1: Cook

1. Boil the rice in 4½ cups water (3 cups for 2 servings) for 18 minutes.
   - 1 tsp salt

   > Use 1 lid.

## Notes

- Keeps 3 days.

## Storage

A box. See [USDA].

[USDA]: https://usda.gov/
"""


def as_scripts_read_it(recipe: recipekit.Recipe, *, explain: bool = False) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(dump(recipekit.to_document(recipe, explain=explain), compact=True))
    return document


def complaints(document: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(SCHEMA).iter_errors(document)]


@pytest.fixture(scope="module")
def rice() -> dict[str, Any]:
    """Return a scaled document that has something of everything."""
    recipe = recipekit.read_recipe(RICE)._replace(cups="metric")
    return as_scripts_read_it(recipekit.scale(recipe, Fraction(1, 3)), explain=True)


def at(document: Any, path: Place) -> Any:
    for part in path:
        document = document[part]
    return document


def objects(node: Any, path: Place = ()) -> Iterator[Place]:
    """Yield where every object with a fixed contract stands."""
    if isinstance(node, dict):
        yield path
    pairs = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in pairs:
        if key not in ("front_matter", "links"):
            yield from objects(value, (*path, key))


def contracts(node: Any) -> Iterator[dict[str, Any]]:
    """Yield every part of the schema that describes an object with a fixed contract."""
    if isinstance(node, dict):
        if "required" in node and "properties" in node and node.get("type") == "object":
            yield node
        for value in node.values():
            yield from contracts(value)


# --- the schema


def test_the_schema_is_valid_2020_12() -> None:
    assert SCHEMA["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("contract", list(contracts(SCHEMA)), ids=lambda contract: "-".join(contract["required"][:3]))
def test_every_key_is_required_but_the_added_ones(contract: dict[str, Any]) -> None:
    assert set(contract["properties"]) - ADDED == set(contract["required"])
    assert contract["additionalProperties"] is False


@pytest.mark.parametrize("contract", list(contracts(SCHEMA)), ids=lambda contract: "-".join(contract["required"][:3]))
def test_every_key_says_what_it_means(contract: dict[str, Any]) -> None:
    described = {**contract["properties"], "": contract}
    assert [key for key, value in described.items() if "description" not in value and "$ref" not in value] == []


def test_the_schema_is_plain_ascii_so_that_every_terminal_prints_it_whole() -> None:
    assert (ROOT / "recipekit" / "render" / "recipe.schema.json").read_text(encoding="utf-8").isascii()


def test_the_schema_command_prints_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == SCHEMA


# --- documents that are as it says


@pytest.mark.parametrize("factor", [Fraction(1), Fraction(1, 3), Fraction(5, 2)], ids=["as-written", "third", "2.5x"])
@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_every_document_is_valid(path: Path, factor: Fraction) -> None:
    assert complaints(as_scripts_read_it(recipekit.scale(recipekit.read_recipe(path), factor))) == []


@pytest.mark.parametrize("text", ["hello\n", "# Toast\n", "---\n- a\n---\n"], ids=["a-word", "a-title", "a-list"])
def test_a_recipe_that_lacks_everything_is_valid(text: str) -> None:
    assert complaints(as_scripts_read_it(recipekit.read_recipe(text))) == []


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("front_matter",), "anything", {"deep": [1, None]}),
        (("links",), "Any label", "https://example.org/"),
        (("ingredients", 0, "items", 0, "quantities", 0), "unit", "rasher"),
    ],
    ids=["front-matter", "links", "units"],
)  # fmt: skip
def test_open_lists_stay_open(rice: dict[str, Any], path: Place, key: str, value: object) -> None:
    document = deepcopy(rice)
    at(document, path)[key] = value
    assert complaints(document) == []


# --- documents that are not


def test_the_document_to_spoil_is_valid_and_whole(rice: dict[str, Any]) -> None:
    assert complaints(rice) == []
    assert [key for key, value in rice.items() if value in (None, [], {})] == ["path"]
    assert {key for path in objects(rice) for key in at(rice, path)} >= ADDED


def test_no_key_may_be_missing(rice: dict[str, Any]) -> None:
    for path in objects(rice):
        for key in set(at(rice, path)) - ADDED:
            document = deepcopy(rice)
            del at(document, path)[key]
            assert complaints(document) != [], (path, key)


@pytest.mark.parametrize(
    ("path", "key", "renamed"),
    [
        ((), "serves", "servings"),
        ((), "title", "name"),
        (("serves",), "exact", "value"),
        (("times",), "prep", "preparation"),
        (("scaled",), "from", "origin"),
        (("calories",), "total_kcal", "total"),
        (("calories", "rows", 0), "kcal_per_100g", "per_100g"),
        (("calories", "stated"), "line", "lines"),
        (("ingredients", 0), "group", "title"),
        (("ingredients", 0, "items", 0), "optional", "Optional"),
        (("ingredients", 0, "items", 0, "quantities", 0), "span", "place"),
        (("ingredients", 0, "items", 0, "quantities", 0, "written"), "word", "noun"),
        (("instructions", 0, "steps", 0), "marker", "mark"),
        (("instructions", 0, "steps", 0, "steps", 0), "text", "words"),
        (("diagnostics", 0), "severity", "level"),
    ],
)  # fmt: skip
def test_no_key_may_be_renamed(rice: dict[str, Any], path: Place, key: str, renamed: str) -> None:
    document = deepcopy(rice)
    node = at(document, path)
    node[renamed] = node.pop(key)
    assert complaints(document) != []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), "recipekit.recipe/2"),
        (("tags",), None),
        (("serves", "exact"), ["0", "0"]),
        (("serves", "line"), 0),
        (("scaled", "factor"), 0.5),
        (("links", "USDA"), None),
        (("ingredients", 0, "items", 0, "quantities"), None),
        (("ingredients", 0, "items", 0, "quantities", 0, "exact"), ["1.5", "1.5"]),
        (("ingredients", 0, "items", 0, "quantities", 0, "exact"), ["3"]),
        (("ingredients", 0, "items", 0, "quantities", 0, "exact", 0), "3/0"),
        (("ingredients", 0, "items", 0, "quantities", 0, "span"), [0, 6, 9]),
        (("ingredients", 0, "items", 0, "quantities", 0, "span", 1), 6.5),
        (("ingredients", 0, "items", 0, "quantities", 0, "kind"), "weight"),
        (("ingredients", 0, "items", 0, "quantities", 0, "kind"), "time"),
        (("instructions", 0, "steps", 0, "steps", 0, "line"), "27"),
        (("diagnostics", 0, "severity"), "fatal"),
        (("diagnostics", 0, "code"), "E407"),
    ],
    ids=lambda value: "-".join(map(str, value)) if isinstance(value, tuple) else repr(value),
)  # fmt: skip
def test_a_value_of_another_sort_fails(rice: dict[str, Any], path: Place, value: object) -> None:
    document = deepcopy(rice)
    at(document, path[:-1])[path[-1]] = value
    assert complaints(document) != []


# --- the example that came with the contract


def without_additions(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: without_additions(value) for key, value in node.items() if key not in ADDED}
    return [without_additions(value) for value in node] if isinstance(node, list) else node


@pytest.mark.skipif(not EXAMPLE.is_dir(), reason="the example of the contract lies beside the project, not in it")
@pytest.mark.parametrize(("name", "servings"), [("lemon-rice", 6), ("lemon-rice.serves-2", 2)])
def test_the_example_of_the_contract_reads_as_promised(name: str, servings: int) -> None:
    text = (EXAMPLE / "lemon-rice.md").read_bytes().decode()
    recipe = recipekit.scale_to(parse_recipe(Source(text, "lemon-rice.md")), servings)
    promised = json.loads((EXAMPLE / f"{name}.json").read_text(encoding="utf-8"))
    assert complaints(promised) == []
    said = as_scripts_read_it(recipe)
    said["diagnostics"] = [found for found in said["diagnostics"] if found["severity"] != "note"]
    assert without_additions(said) == promised
