"""A document that is not as the schema says is refused; whatever a writer of our own may leave out is not missed."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from program import RECIPE

import recipekit
from recipekit.errors import UnreadableRecipeError
from recipekit.parse.document import parse_document

Change = Callable[[Any], object]
TEXT = RECIPE + "\n## Notes\n\n- Keeps with 1 egg (warm)\n\n## Storage\n\nCold.\n"


def document(text: str = TEXT, *, halved: bool = False) -> Any:
    """Return the document of a recipe, as it comes out of a pipe."""
    recipe = recipekit.read_recipe(text)
    return json.loads(json.dumps(recipekit.to_document(recipekit.scale_to(recipe, 2) if halved else recipe)))


def item(made: Any) -> Any:
    """Return the first ingredient of a document."""
    return made["ingredients"][0]["items"][0]


WRONG: dict[str, tuple[Change, str]] = {
    "title-missing": (lambda made: made.pop("title"), "'title' is missing"),
    "title-is-a-list": (lambda made: made.update(title=[]), "[] is no text"),
    "tags-are-a-text": (lambda made: made.update(tags="a"), "tags are no list"),
    "line-is-a-text": (lambda made: made["notes"][0].update(line="3"), "'3' is no line"),
    "line-is-true": (lambda made: made["notes"][0].update(line=True), "True is no line"),
    "line-below-nought": (lambda made: made["notes"][0].update(line=-1), "-1 is no line"),
    "exact-is-a-float": (lambda made: item(made)["quantities"][0].update(exact=[1.5, 1.5]), "1.5 is no exact number"),
    "exact-by-nought": (lambda made: item(made)["quantities"][0].update(exact=["1/0", "1/0"]), "'1/0' is no exact number"),
    "exact-is-one": (lambda made: item(made)["quantities"][0].update(exact=["1"]), "not enough values"),
    "falls": (lambda made: item(made)["quantities"][0].update(exact=["3", "2"]), "'2 cups' is no quantity that can be"),
    "below-nought": (lambda made: item(made)["quantities"][0].update(exact=["-3", "-3"]), "'2 cups' is no quantity that can be"),
    "a-time-that-scales": (lambda made: item(made)["quantities"][0].update(kind="time"), "'2 cups' is no quantity that can be"),
    "another-kind": (lambda made: item(made)["quantities"][0].update(kind="soup", scales=False), "'soup' is not a valid Kind"),
    "span-outside": (lambda made: item(made)["quantities"][0].update(span=[0, 14]), "a span lies outside its text"),
    "span-turned-around": (lambda made: item(made)["quantities"][0].update(span=[3, 2]), "a span lies outside its text"),
    "amounts-overlap": (lambda made: item(made)["quantities"].append(item(made)["quantities"][0]), "quantities overlap"),
    "serves-nought": (lambda made: made["serves"].update(exact=["0", "0"]), "a recipe serves more than 0"),
    "kcal-is-a-text": (lambda made: made["calories"]["stated"].update(total_kcal="many"), "'many' is no number"),
    "front-matter-is-a-list": (lambda made: made.update(front_matter=[]), "front_matter is no object"),
    "front-matter-is-deep": (lambda made: made.update(front_matter={"a": json.loads("[" * 60 + "]" * 60)}), "front_matter is nested deeper"),
    "links-are-a-list": (lambda made: made.update(links=[]), "'list' object has no attribute 'items'"),
    "severity": (lambda made: made.update(diagnostics=[{"code": "X1", "name": "x", "severity": "soup"}]), "'soup' is not a valid Severity"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "said"), WRONG.values(), ids=WRONG)
def test_what_the_schema_does_not_allow_is_refused(change: Change, said: str) -> None:
    made = document()
    change(made)
    with pytest.raises(UnreadableRecipeError) as caught:
        parse_document(json.dumps(made), "soup.json")
    assert caught.value.problem.startswith("the document is not as recipekit.recipe/1 says: ")
    assert said in caught.value.problem


def test_steps_nested_too_deep_are_refused() -> None:
    made = document()
    step = made["instructions"][0]["steps"][0]
    for _ in range(50):
        step = {**step, "steps": [step]}
    made["instructions"][0]["steps"] = [step]
    with pytest.raises(UnreadableRecipeError, match="steps are nested deeper"):
        parse_document(json.dumps(made), None)


SAME: dict[str, str] = {
    "plain": TEXT,
    "everything": TEXT.replace("title: Bean Stew", "title: Bean Stew\nimage: a.jpg\ntags: [a]\nprep: PT5M\ntime: 1:30"),
    "range": TEXT.replace("Serves:** 4", "Serves:** 4–6").replace("2 cups beans", "2–3 cups beans"),
    "yield": TEXT.replace("> - **Serves:** 4", "> - **Makes:** 24 cookies"),
    "no-servings": TEXT.replace("> - **Serves:** 4", ""),
    "no-calories": TEXT.replace("## Calories", "## Table"),
    "words-as-numbers": TEXT.replace("2 cups beans", "half a dozen eggs").replace("1 tbsp oil**", "a pinch of salt**"),
    "compound": TEXT.replace("2 cups beans", "¼ cup + 1 tbsp beans (soaked), drained, rinsed"),
    "bare-count": TEXT.replace("2 cups beans", "3 large Shallots, finely chopped (about 1 cup)"),
    "name-first": TEXT.replace("2 cups beans", "beans: 500 g, soaked"),
    "can": TEXT.replace("2 cups beans", "2 (13.4 oz) cans beans"),
    "nested-steps": TEXT.replace("2. Add", "2. Combine:\n   - 1 egg\n     - 2 nuts\n\n   A tip.\n3. Add"),
    "source": TEXT.replace("| Oil        | 1 tbsp (14 g)   | 120 kcal |", "| Oil | some | none |"),
}


@pytest.mark.parametrize("halved", [False, True], ids=["written", "halved"])
@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
def test_a_document_comes_back_as_it_is(text: str, halved: bool) -> None:
    if halved and "Serves" not in text:
        return
    made = document(text, halved=halved)
    assert json.loads(json.dumps(recipekit.to_document(parse_document(json.dumps(made), None)))) == made


@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
def test_a_document_scales_as_its_recipe_does(text: str) -> None:
    from_file = recipekit.to_document(recipekit.scale(recipekit.read_recipe(text), 3))
    from_document = recipekit.to_document(recipekit.scale(parse_document(json.dumps(document(text)), None), 3))
    assert from_document == from_file


def test_a_finding_of_a_newer_recipekit_is_kept() -> None:
    made = document()
    found = {"code": "RK999", "name": "new", "severity": "info", "line": 1, "column": 2, "message": "m", "hint": None}
    made["diagnostics"] = [found]
    assert recipekit.to_document(parse_document(json.dumps(made), None))["diagnostics"] == [found]


def test_a_name_that_is_not_in_its_text_is_kept() -> None:
    made = document()
    item(made).update(name="soup", note="a, b")
    read = parse_document(json.dumps(made), None).ingredients[0].items[0]
    assert (read.name, read.name_span, read.note, read.note_spans) == ("soup", None, "a, b", ())


def test_servings_too_long_to_read_stand_for_themselves() -> None:
    made = document()
    made["serves"]["text"] = "many " * 20_000
    serves = parse_document(json.dumps(made), None).serves
    assert serves is not None
    assert (str(serves.low), serves.quantity.text) == ("4", "many " * 20_000)
