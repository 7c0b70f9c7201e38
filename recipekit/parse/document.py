"""JSON document → Recipe: what one command writes, the next one reads, exactly.

Numbers come from ``exact``, never from the floats. Such a recipe has no source: it can be shown and scaled, not edited.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from itertools import pairwise
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
from recipekit.parse.checked import DEEPEST, exactly, line_of, number_of, shallow, text_of, texts_of
from recipekit.parse.facts import HOW_MANY, servings_quantity
from recipekit.parse.items import head_noun
from recipekit.parse.measures import sized_unit, with_article
from recipekit.parse.quantities import WORD, find_quantities
from recipekit.source import Span

SCHEMA = "recipekit.recipe/1"

_FIRST = re.compile(r"\S+")
_ARTICLE = re.compile(r"\s(?:an?|eine[nrm]?)\b")

Document = Mapping[str, Any]


def parse_document(text: str, path: str | None, *, line: int | None = None) -> Recipe:
    """Return the recipe that a JSON document holds; *line* is where it stands among JSON Lines.

    Raises:
        UnreadableRecipeError: it is no JSON, no document of ours, of another version, or not as the schema says.
    """
    hint = "give it the output of recipekit … --json"
    try:
        document = json.loads(text)
    except RecursionError as error:
        raise UnreadableRecipeError(path, "the JSON is nested too deep", hint, line=line) from error
    except ValueError as error:
        line = line or getattr(error, "lineno", None)
        column = getattr(error, "colno", None)
        problem = f"the JSON does not parse: {getattr(error, 'msg', error)}".lower()
        raise UnreadableRecipeError(path, problem, hint, line=line, column=column) from error
    schema = document.get("schema") if isinstance(document, dict) else None
    if schema != SCHEMA:
        said = f'its schema is "{str(schema)[:40]}"' if schema else "it names no schema"
        raise UnreadableRecipeError(path, f"this JSON is no recipe of {SCHEMA}: {said}", hint, line=line)
    try:
        return _recipe(document)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError, RecursionError) as error:
        missing = f"{error} is missing" if isinstance(error, KeyError) else str(error) or type(error).__name__
        raise UnreadableRecipeError(
            path, f"the document is not as {SCHEMA} says: {missing}", hint, line=line
        ) from error


def _recipe(document: Document) -> Recipe:
    scaled = document["scaled"]
    image = document["image"]
    return Recipe(
        source=None,
        path=text_of(document["path"]),
        id=text_of(document["id"]),
        title=text_of(document["title"]),
        description=text_of(document["description"]),
        tags=tuple(texts_of(document["tags"])),
        image=None if image is None else Image(str(image["alt"]), str(image["url"])),
        overview=text_of(document["overview"]),
        serves=None if document["serves"] is None else _serves(document["serves"]),
        times=Times(
            **{name: None if value is None else _time(value) for name, value in _known(document["times"]).items()}
        ),
        scaled=None if scaled is None else _scaled(scaled, document["serves"]),
        calories=None if document["calories"] is None else _calories(document["calories"]),
        ingredients=tuple(_group(group) for group in document["ingredients"]),
        instructions=tuple(_instruction(instruction) for instruction in document["instructions"]),
        notes=tuple(_note(note) for note in document["notes"]),
        sections=tuple(
            Section(text_of(part["title"]), str(part["text"]), line_of(part["line"])) for part in document["sections"]
        ),
        links=tuple((str(label), str(url)) for label, url in document["links"].items()),
        front_matter=shallow(document["front_matter"]),
        diagnostics=tuple(_diagnostic(problem) for problem in document["diagnostics"]),
    )


def _known(times: Document) -> dict[str, Any]:
    return {name: times.get(name) for name in ("prep", "cook", "total")}


def _wording(node: Document) -> Wording:
    return Wording(str(node["text"]), line_of(node["line"]))


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
    if quantity is None:  # a number too long to read back: it stands for itself
        end = len(wording.text)
        parts = (str(serves["unit"]), False, 0, end, end, None, Kind.AMOUNT, True, HOW_MANY)
        quantity = Quantity(wording.text, low, high, *parts)
    quantity = quantity._replace(low=low, high=high, written=_written(serves.get("written")))
    return Servings(low, high, str(serves["unit"]), wording, quantity)


def _time(time: Document) -> Duration:
    return Duration(number_of(time["low"]), number_of(time["high"]), bool(time["approximate"]), _wording(time))


def _calories(calories: Document) -> CalorieTable:
    stated = calories["stated"]
    total, each = (
        None if stated[key] is None else number_of(stated[key]) for key in ("total_kcal", "per_serving_kcal")
    )
    return CalorieTable(
        tuple(_row(row) for row in calories["rows"]),
        Stated(total, each, None if stated["line"] is None else line_of(stated["line"])),
    )


def _row(row: Document) -> CalorieRow:
    source = row["source"]
    return CalorieRow(
        str(row["ingredient"]),
        _wording(row),
        _quantities(row),
        None if row["kcal_exact"] is None else exactly(row["kcal_exact"]),
        bool(row["approximate"]),
        None if source is None else KcalSource(str(source["text"]), text_of(source["url"])),
    )


def _group(group: Document) -> IngredientGroup:
    return IngredientGroup(
        text_of(group["group"]), text_of(group["text"]), tuple(_item(item) for item in group["items"])
    )


def _item(item: Document) -> Ingredient:
    wording = _wording(item)
    text, name, note = wording.text, str(item["name"]), text_of(item["note"])
    quantities = _quantities(item)
    after = quantities[0].end if quantities and quantities[0].kind is Kind.AMOUNT else 0
    start = text.find(name, after)
    start = text.find(name) if start < 0 else start
    span = Span(start, start + len(name)) if start >= 0 else None
    if span is not None and quantities and quantities[0].scales and quantities[0].unit is None:
        counted = span if quantities[0].end <= span.start else Span(quantities[0].end, len(text))
        quantities = (quantities[0]._replace(word=head_noun(text, counted)), *quantities[1:])
    notes = _note_spans(text, note) if note else ()
    return Ingredient(wording, quantities, name, note, bool(item["optional"]), span, notes)


def _note_spans(text: str, note: str) -> tuple[Span, ...]:
    """Return where the parts of a note stand, which were joined by commas; () where one is not found."""
    parts = note.split(", ")
    spans: list[Span] = []
    position = first = 0
    while first < len(parts):
        for last in range(len(parts), first, -1):
            part = ", ".join(parts[first:last])
            at = text.rfind(part) if last - first == len(parts) else text.find(part, position)
            if at >= 0:
                break
        else:
            return ()
        spans.append(Span(at, at + len(part)))
        position, first = at + len(part), last
    return tuple(spans)


def _instruction(instruction: Document) -> Instruction:
    steps = tuple(_step(step, 0) for step in instruction["steps"])
    number = instruction["number"]
    return Instruction(None if number is None else line_of(number), text_of(instruction["title"]), steps)


def _step(step: Document, depth: int) -> Step:
    if depth > DEEPEST:
        raise ValueError(f"steps are nested deeper than {DEEPEST} levels")
    nested = tuple(_step(child, depth + 1) for child in step["steps"])
    notes = tuple(_note(note) for note in step["notes"])
    return Step(_wording(step), _quantities(step), nested, notes, text_of(step.get("marker")))


def _note(note: Document) -> Note:
    return Note(_wording(note), _quantities(note))


def _quantities(node: Document) -> tuple[Quantity, ...]:
    quantities = tuple(_quantity(quantity, str(node["text"])) for quantity in node["quantities"])
    growing = sorted((quantity.start, quantity.end) for quantity in quantities if quantity.scales)
    if any(end > start for (_, end), (start, _) in pairwise(growing)):
        raise ValueError("quantities overlap")
    return quantities


def _quantity(node: Document, text: str) -> Quantity:
    start, end = (int(place) for place in node["span"])
    if not 0 <= start < end <= len(text):
        raise ValueError("a span lies outside its text")
    low, high = (exactly(value) for value in node["exact"])
    if not 0 <= low <= high or (node["scales"] and node["kind"] != "amount"):
        raise ValueError(f"{text[start:end]!r:.40} is no quantity that can be")
    written = _written(node.get("written"))
    unit = text_of(node["unit"])
    number_end, word = _parts(text[start:end], unit, written)
    return Quantity(
        text[start:end], low, high, unit, bool(node["approximate"]), start, end, start + number_end,
        word and Span(start + word.start, start + word.end), Kind(node["kind"]), bool(node["scales"]), str(node["why"]),
        written,
    )  # fmt: skip


def _parts(text: str, unit: str | None, written: Written | None) -> tuple[int, Span | None]:
    """Return where the number of a quantity's text ends, and where its unit or noun stands."""
    found = with_article(text, find_quantities(text)[0])
    if found and found[0].unit is not None and found[0].number_end == found[0].end:
        if written is None or written.word is None:
            return found[0].end, None  # a compound, "2 lb 3 oz"
        found = find_quantities(text.partition(" + ")[0])[0]
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
    nouns = list(WORD.finditer(text, end))
    return end, Span(*nouns[-1].span()) if nouns else None


def _written(node: Document | None) -> Written | None:
    if node is None:
        return None
    low, high = (exactly(value) for value in node["exact"])
    return Written(
        str(node["number"]), low, high, text_of(node["unit"]), text_of(node["word"]), exactly(node["factor"])
    )


def _diagnostic(node: Document) -> Diagnostic:
    code = str(node["code"])
    known = next((problem for problem in PROBLEMS if problem.code == code), None)
    problem = known or Problem(code, str(node["name"]), Severity(node["severity"]))
    return Diagnostic(problem, str(node["message"]), line_of(node["line"]), int(node["column"]), text_of(node["hint"]))
