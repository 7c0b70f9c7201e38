"""JSON document → Recipe: what one command writes, the next one reads, exactly.

Numbers come from ``exact``, never from the floats. Such a recipe has no source: it can be shown and scaled, not edited.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from recipekit.diagnostics import PROBLEMS, Diagnostic, Problem, Severity
from recipekit.errors import UnreadableRecipeError
from recipekit.model import (
    CalorieRow,
    CalorieTable,
    Duration,
    Image,
    Ingredient,
    IngredientGroup,
    Instruction,
    KcalSource,
    Kind,
    Note,
    Quantity,
    Recipe,
    Scaled,
    Section,
    Servings,
    Stated,
    Step,
    Times,
    Wording,
    Written,
)
from recipekit.parse.facts import servings_quantity
from recipekit.parse.items import head_noun
from recipekit.parse.measures import sized_unit, with_article
from recipekit.parse.quantities import find_quantities
from recipekit.source import Span

SCHEMA = "recipekit.recipe/1"

_EXACT = re.compile(r"-?\d{1,60}(?:/\d{1,60})?")
_WORDS = re.compile(r"[^\W\d_]+(?:[-‐‑'’][^\W\d_]+)*")
_FIRST = re.compile(r"\S+")
_ARTICLE = re.compile(r"\s(?:an?|eine[nrm]?)\b")
_DEEPEST = 40

Document = Mapping[str, Any]


def looks_like_document(text: str) -> bool:
    """Tell whether *text* begins like a document of ours, and not like Markdown."""
    start = text[:400].lstrip("\ufeff \t\r\n")
    return start.startswith("{") and '"schema"' in start


def parse_document(text: str, path: str | None) -> Recipe:
    """Return the recipe that a JSON document holds.

    Raises:
        UnreadableRecipeError: it is no JSON, no document of ours, of another version, or not as the schema says.
    """
    hint = "give it the output of recipekit … --json"
    try:
        document = json.loads(text)
    except RecursionError as error:
        raise UnreadableRecipeError(path, "the JSON is nested too deep", hint) from error
    except ValueError as error:
        line, column = getattr(error, "lineno", None), getattr(error, "colno", None)
        problem = f"the JSON does not parse: {getattr(error, 'msg', error)}".lower()
        raise UnreadableRecipeError(path, problem, hint, line=line, column=column) from error
    schema = document.get("schema") if isinstance(document, dict) else None
    if schema != SCHEMA:
        said = f'its schema is "{str(schema)[:40]}"' if schema else "it names no schema"
        raise UnreadableRecipeError(path, f"this JSON is no recipe of {SCHEMA}: {said}", hint)
    try:
        return _recipe(document)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        missing = f"{error} is missing" if isinstance(error, KeyError) else str(error) or type(error).__name__
        raise UnreadableRecipeError(path, f"the document is not as {SCHEMA} says: {missing}", hint) from error


def _recipe(document: Document) -> Recipe:
    scaled = document["scaled"]
    image = document["image"]
    return Recipe(
        source=None,
        path=_text(document["path"]),
        id=_text(document["id"]),
        title=_text(document["title"]),
        description=_text(document["description"]),
        tags=tuple(_strings(document["tags"])),
        image=image and Image(str(image["alt"]), str(image["url"])),
        overview=_text(document["overview"]),
        serves=document["serves"] and _serves(document["serves"]),
        times=Times(**{name: value and _time(value) for name, value in _known(document["times"]).items()}),
        scaled=scaled and _scaled(scaled, document["serves"]),
        calories=document["calories"] and _calories(document["calories"]),
        ingredients=tuple(_group(group) for group in document["ingredients"]),
        instructions=tuple(_instruction(instruction) for instruction in document["instructions"]),
        notes=tuple(_note(note) for note in document["notes"]),
        sections=tuple(
            Section(_text(part["title"]), str(part["text"]), int(part["line"])) for part in document["sections"]
        ),
        links=tuple((str(label), str(url)) for label, url in document["links"].items()),
        front_matter=dict(document["front_matter"]),
        diagnostics=tuple(_diagnostic(problem) for problem in document["diagnostics"]),
    )


def _text(value: object) -> str | None:
    if value is not None and not isinstance(value, str):
        raise TypeError(f"{value!r:.40} is no text")
    return value


def _strings(values: object) -> list[str]:
    if not isinstance(values, list):
        raise TypeError("tags are no list")
    return [str(value) for value in values]


def _known(times: Document) -> dict[str, Any]:
    return {name: times.get(name) for name in ("prep", "cook", "total")}


def exactly(text: object) -> Fraction:
    """Return the value of an exact number of a document: "3", "1/3".

    Raises:
        ValueError: *text* is none.
    """
    if (
        not isinstance(text, str)
        or not _EXACT.fullmatch(text)
        or (text.partition("/")[2].strip("0") == "" and "/" in text)
    ):
        raise ValueError(f"{text!r:.40} is no exact number")
    return Fraction(text)


def _number(value: object) -> Fraction:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(f"{value!r:.40} is no number")
    return Fraction(value).limit_denominator(10**6)


def _wording(node: Document) -> Wording:
    return Wording(str(node["text"]), int(node["line"]))


def _scaled(scaled: Document, serves: Document | None) -> Scaled:
    factor = exactly(scaled["factor"])
    if serves is None:
        return Scaled(factor, None, None)
    target = exactly(serves["exact"][0])
    return Scaled(factor, target / factor, target)


def _serves(serves: Document) -> Servings:
    low, high = (exactly(value) for value in serves["exact"])
    if not 0 < low <= high:
        raise ValueError("a recipe serves more than 0")
    wording = _wording(serves)
    quantity = servings_quantity(wording, str(serves["unit"]))
    if quantity is None:
        raise ValueError(f"{wording.text!r:.40} holds no number of servings")
    quantity = quantity._replace(low=low, high=high, written=_written(serves.get("written")))
    return Servings(low, high, str(serves["unit"]), wording, quantity)


def _time(time: Document) -> Duration:
    return Duration(_number(time["low"]), _number(time["high"]), bool(time["approximate"]), _wording(time))


def _calories(calories: Document) -> CalorieTable:
    stated = calories["stated"]
    total, each = (None if stated[key] is None else _number(stated[key]) for key in ("total_kcal", "per_serving_kcal"))
    return CalorieTable(tuple(_row(row) for row in calories["rows"]), Stated(total, each, stated["line"]))


def _row(row: Document) -> CalorieRow:
    source = row["source"]
    return CalorieRow(
        str(row["ingredient"]),
        _wording(row),
        _quantities(row),
        None if row["kcal_exact"] is None else exactly(row["kcal_exact"]),
        bool(row["approximate"]),
        source and KcalSource(str(source["text"]), _text(source["url"])),
    )


def _group(group: Document) -> IngredientGroup:
    return IngredientGroup(_text(group["group"]), _text(group["text"]), tuple(_item(item) for item in group["items"]))


def _item(item: Document) -> Ingredient:
    wording = _wording(item)
    text, name, note = wording.text, str(item["name"]), _text(item["note"])
    quantities = _quantities(item)
    after = quantities[0].end if quantities and quantities[0].kind is Kind.AMOUNT else 0
    start = text.find(name, after)
    start = text.find(name) if start < 0 else start
    span = Span(start, start + len(name)) if start >= 0 else None
    if span is not None and quantities and quantities[0].scales and quantities[0].unit is None:
        counted = span if quantities[0].end <= span.start else Span(quantities[0].end, len(text))
        quantities = (quantities[0]._replace(word=head_noun(text, counted)), *quantities[1:])
    at = text.rfind(note) if note else -1
    notes = (Span(at, at + len(note)),) if note and at >= 0 else ()
    return Ingredient(wording, quantities, name, note, bool(item["optional"]), span, notes)


def _instruction(instruction: Document) -> Instruction:
    steps = tuple(_step(step, 0) for step in instruction["steps"])
    return Instruction(instruction["number"], _text(instruction["title"]), steps)


def _step(step: Document, depth: int) -> Step:
    if depth > _DEEPEST:
        raise ValueError(f"steps are nested deeper than {_DEEPEST} levels")
    nested = tuple(_step(child, depth + 1) for child in step["steps"])
    notes = tuple(_note(note) for note in step["notes"])
    return Step(_wording(step), _quantities(step), nested, notes, _text(step.get("marker")))


def _note(note: Document) -> Note:
    return Note(_wording(note), _quantities(note))


def _quantities(node: Document) -> tuple[Quantity, ...]:
    return tuple(_quantity(quantity, str(node["text"])) for quantity in node["quantities"])


def _quantity(node: Document, text: str) -> Quantity:
    start, end = (int(place) for place in node["span"])
    if not 0 <= start < end <= len(text):
        raise ValueError("a span lies outside its text")
    low, high = (exactly(value) for value in node["exact"])
    written = _written(node.get("written"))
    unit = _text(node["unit"])
    number_end, word = _parts(text[start:end], unit)
    return Quantity(
        text[start:end], low, high, unit, bool(node["approximate"]), start, end, start + number_end,
        word and Span(start + word.start, start + word.end), Kind(node["kind"]), bool(node["scales"]), str(node["why"]),
        written,
    )  # fmt: skip


def _parts(text: str, unit: str | None) -> tuple[int, Span | None]:
    """Return where the number of a quantity's text ends, and where its unit or noun stands."""
    found = with_article(text, find_quantities(text)[0])
    if not found or found[0].start:
        first = _FIRST.match(text)
        end = first.end() if first else len(text)
    else:
        end = found[0].number_end
        article = _ARTICLE.match(text, end) if found[0].high < 1 else None
        end = article.end() if article else end
        if found[0].unit is not None and (" + " in text or found[0].unit != unit):
            return end, Span(found[0].unit_start, len(text))  # "¼ cup + 1 tbsp", "a pinch of"
        if found[0].unit is not None:
            return end, Span(found[0].unit_start, found[0].end)
    if unit is not None:
        named, start, stop = sized_unit(text, end)
        if named == unit:
            return end, Span(start, stop)
    nouns = list(_WORDS.finditer(text, end))
    return end, Span(*nouns[-1].span()) if nouns else None


def _written(node: Document | None) -> Written | None:
    if node is None:
        return None
    low, high = (exactly(value) for value in node["exact"])
    return Written(str(node["number"]), low, high, _text(node["unit"]), _text(node["word"]), exactly(node["factor"]))


def _diagnostic(node: Document) -> Diagnostic:
    code = str(node["code"])
    known = next((problem for problem in PROBLEMS if problem.code == code), None)
    problem = known or Problem(code, str(node["name"]), Severity(node["severity"]))
    return Diagnostic(problem, str(node["message"]), int(node["line"]), int(node["column"]), _text(node["hint"]))
