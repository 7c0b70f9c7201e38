"""JSON document → Recipe: what one command writes, the next one reads, exactly.

Numbers come from ``exact``, never from the floats. Such a recipe has no source: it can be shown and scaled, not edited.
"""

from __future__ import annotations

from collections.abc import Mapping
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
    Statement,
    Step,
    Times,
    Wording,
)
from recipekit.parse.checked import (
    DEEPEST,
    HINT,
    exactly,
    line_of,
    number_of,
    one_of,
    read_json,
    refuse_size,
    shallow,
    text_of,
    texts_of,
)
from recipekit.parse.facts import HOW_MANY, servings_quantity
from recipekit.parse.items import head_noun
from recipekit.parse.limits import MAX_COLUMNS
from recipekit.parse.restored import quantities_of, written_of
from recipekit.source import Span
from recipekit.units import CUPS

SCHEMA = "recipekit.recipe/1"


Document = Mapping[str, Any]


def parse_document(text: str, path: str | None, *, line: int | None = None) -> Recipe:
    """Return the recipe that a JSON document holds; *line* is where it stands among JSON Lines.

    Raises:
        UnreadableRecipeError: it is no JSON, no document of ours, of another version, or not as the schema says.
    """
    document = read_json(text, path, line)
    schema = document.get("schema") if isinstance(document, dict) else None
    if schema != SCHEMA:
        said = f'its schema is "{str(schema)[:40]}"' if schema else "it names no schema"
        raise UnreadableRecipeError(path, f"this JSON is no recipe of {SCHEMA}: {said}", HINT, line=line)
    try:
        document.pop("numbers", None)  # what --explain adds says nothing new
        refuse_size(document)
        return _recipe(document)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError, RecursionError) as error:
        missing = f"{error} is missing" if isinstance(error, KeyError) else str(error) or type(error).__name__
        raise UnreadableRecipeError(
            path, f"the document is not as {SCHEMA} says: {missing}", HINT, line=line
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
        calories=None if document["calories"] is None else _calories(document["calories"], scaled),
        ingredients=tuple(_group(group) for group in document["ingredients"]),
        instructions=tuple(_instruction(instruction) for instruction in document["instructions"]),
        notes=tuple(_note(note) for note in document["notes"]),
        sections=tuple(
            Section(text_of(part["title"]), str(part["text"]), line_of(part["line"])) for part in document["sections"]
        ),
        links=tuple((str(label), str(url)) for label, url in document["links"].items()),
        front_matter=shallow(document["front_matter"]),
        diagnostics=tuple(_diagnostic(problem) for problem in document["diagnostics"]),
        cups=one_of(document["cups"], CUPS) if "cups" in document else None,
    )


def _known(times: Document) -> dict[str, Any]:
    return {name: times.get(name) for name in ("prep", "cook", "total")}


def _wording(node: Document) -> Wording:
    return Wording(str(node["text"]), line_of(node["line"]))


def _scaled(scaled: Document, serves: Document | None) -> Scaled:
    factor = exactly(scaled["factor"])
    if factor <= 0:
        raise ValueError("a recipe is scaled by more than 0")
    if serves is None:
        return Scaled(factor, None, None)
    target = exactly(serves["exact"][0])
    return Scaled(factor, target / factor, target)


def _serves(serves: Document) -> Servings:
    low, high = (exactly(value) for value in serves["exact"])
    if not 0 < low <= high:
        raise ValueError("a recipe serves more than 0")
    wording = _wording(serves)
    short = len(wording.text) <= MAX_COLUMNS
    quantity = servings_quantity(wording, str(serves["unit"])) if short else None
    if quantity is None:  # a number too long to read back: it stands for itself
        end = len(wording.text)
        parts = (str(serves["unit"]), False, 0, end, end, None, Kind.AMOUNT, True, HOW_MANY)
        quantity = Quantity(wording.text, low, high, *parts)
    quantity = quantity._replace(low=low, high=high, written=written_of(serves.get("written")))
    return Servings(low, high, str(serves["unit"]), wording, quantity)


def _time(time: Document) -> Duration:
    return Duration(number_of(time["low"]), number_of(time["high"]), bool(time["approximate"]), _wording(time))


def _calories(calories: Document, scaled: Document | None) -> CalorieTable:
    stated = calories["stated"]
    total, each = (
        None if stated[key] is None else number_of(stated[key]) for key in ("total_kcal", "per_serving_kcal")
    )
    line = None if stated["line"] is None else line_of(stated["line"])
    written = total if total is None or scaled is None else total / exactly(scaled["factor"])
    nowhere = Wording("", line or 1)
    statements = (Statement(False, written, nowhere, nowhere), Statement(True, each, nowhere, nowhere))  # noqa: FBT003
    return CalorieTable(tuple(_row(row) for row in calories["rows"]), Stated(total, each, line, statements))


def _row(row: Document) -> CalorieRow:
    source = row["source"]
    return CalorieRow(
        str(row["ingredient"]),
        _wording(row),
        quantities_of(row),
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
    quantities = quantities_of(item)
    after = quantities[0].end if quantities and quantities[0].kind is Kind.AMOUNT else 0
    start = text.find(name, after)
    start = text.find(name) if start < 0 else start
    span = Span(start, start + len(name)) if start >= 0 else None
    if span is not None and quantities and quantities[0].scales and _counts_a_noun(quantities[0]):
        counted = span if quantities[0].end <= span.start else Span(quantities[0].end, len(text))
        quantities = (quantities[0]._replace(word=head_noun(text, counted)), *quantities[1:])
    notes = _note_spans(text, note) if note else ()
    unswapped = _item(_flat(item["as_written"])) if "as_written" in item else None
    return Ingredient(wording, quantities, name, note, bool(item["optional"]), span, notes, unswapped)


def _counts_a_noun(quantity: Quantity) -> bool:
    """Tell whether a bare count may agree with a noun: not where it was scaled before and none did."""
    return quantity.unit is None and (quantity.written is None or quantity.written.word is not None)


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
    unswapped = _step(_flat(step["as_written"]), depth) if "as_written" in step else None
    return Step(_wording(step), quantities_of(step), nested, notes, text_of(step.get("marker")), unswapped)


def _note(note: Document) -> Note:
    return Note(_wording(note), quantities_of(note), _note(_flat(note["as_written"])) if "as_written" in note else None)


def _flat(node: Document) -> Document:
    """Return the node of a text before its amounts were swapped, which holds no other."""
    if "as_written" in node or node.get("steps") or node.get("notes"):
        raise ValueError("as_written holds one text alone")
    return node


def _diagnostic(node: Document) -> Diagnostic:
    code = str(node["code"])
    known = next((problem for problem in PROBLEMS if problem.code == code), None)
    problem = known or Problem(code, str(node["name"]), Severity(node["severity"]))
    return Diagnostic(problem, str(node["message"]), line_of(node["line"]), int(node["column"]), text_of(node["hint"]))
