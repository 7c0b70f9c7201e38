"""A recipe as rich renderables. Recipe text enters rich only as `Text`, so that "[bold]" prints "[bold]"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.text import Text

from recipekit.amounts import spell_number
from recipekit.grammar import plural
from recipekit.model import (
    CalorieRow,
    Duration,
    Ingredient,
    IngredientGroup,
    Instruction,
    Note,
    Quantity,
    Recipe,
    Servings,
    Step,
    Wording,
)
from recipekit.render.layout import Hanging, linked
from recipekit.render.safe import visible

HEADING = "bold"
QUIET = "dim"
SCALING = "underline"
AMOUNT = "bold"
PARTS = ("ingredients", "steps", "calories", "notes")

_WIDEST_AMOUNT = 24


def recipe_view(
    recipe: Recipe, only: Iterable[str] = (), *, width: int = 80, links: bool = True, marks: bool = True
) -> RenderableType:
    """Return the whole recipe, or the parts that *only* names (ingredients, steps, calories, notes).

    *width* is the room in columns; *links* tells whether the terminal makes links clickable; *marks* underlines in
    sentences what grows with the servings.
    """
    wanted = tuple(only)
    recipe = as_read_by_people(recipe)
    mark = SCALING if marks else ""
    parts: list[RenderableType | None] = [] if wanted else [heading_view(recipe)]
    parts += [_part(name, recipe, width, mark, links=links) for name in PARTS if not wanted or name in wanted]
    if not wanted:
        parts += _sections(recipe)
        parts.append(_links(recipe, clickable=links))
    return Group(*_spaced(part for part in parts if part is not None))


def as_read_by_people(recipe: Recipe) -> Recipe:
    """Return *recipe* with its roundings marked ("≈2¾ oz"), where any amount of it was rounded."""
    texts: list[Note | Ingredient | CalorieRow | Step] = [*recipe.notes]
    texts += [item for group in recipe.ingredients for item in group.items]
    texts += recipe.calories.rows if recipe.calories else ()
    pending = [step for instruction in recipe.instructions for step in instruction.steps]
    while pending:
        step = pending.pop()
        texts += [step, *step.notes]
        pending += step.steps
    if all(quantity.rounding is None for text in texts for quantity in text.quantities):
        return recipe
    from recipekit.ops.marking import marked as with_marks  # noqa: PLC0415 - a recipe shown as written has none

    return with_marks(recipe)


def _part(name: str, recipe: Recipe, width: int, mark: str, *, links: bool) -> RenderableType | None:
    if name == "ingredients":
        return ingredients_view(recipe.ingredients)
    if name == "steps":
        return steps_view(recipe.instructions, mark)
    if name == "notes":
        return notes_view(recipe.notes, mark)
    if recipe.calories is None:
        return None
    from recipekit.render.table import calories_table  # noqa: PLC0415 - half of all recipes have no table

    return calories_table(recipe, width=width, links=links)


def _spaced(parts: Iterable[RenderableType]) -> Iterator[RenderableType]:
    for index, part in enumerate(parts):
        if index:
            yield Text("")
        yield part


def heading_view(recipe: Recipe) -> RenderableType:
    """Return title, description, tags, how many it serves and how long it takes, the scaling, and the overview."""
    title, *scaling = heading_lines(recipe)
    lines: list[RenderableType] = [title]
    if recipe.description:
        lines.append(Text(visible(recipe.description)))
    if recipe.tags:
        lines.append(Text(visible(" · ".join(recipe.tags)), style=QUIET))
    facts = [fact for fact in (_serves(recipe.serves), *_times(recipe)) if fact]
    if facts:
        lines.append(Text(visible(" · ".join(facts))))
    lines += scaling
    if recipe.overview and recipe.overview != recipe.description:
        lines += [Text(""), Text(visible(recipe.overview))]
    return Group(*lines)


def heading_lines(recipe: Recipe) -> list[Text]:
    """Return the title and, of a scaled recipe, by how much it was scaled and how many numbers of it changed."""
    lines = [Text(visible(recipe.title or "Untitled recipe"), style=HEADING)]
    if recipe.scaled:
        lines.append(Text(visible(scaling_line(recipe)), style=QUIET))
        counted = tally_line(recipe)
        lines += [Text(counted, style=QUIET)] if counted else []
    return lines


def tally_line(recipe: Recipe) -> str:
    """Return how many numbers of the steps and notes changed, stayed and are unsure; "" where there is none."""
    from recipekit.ops.explaining import tally  # noqa: PLC0415 - a recipe shown as written has nothing to count

    changed, left, unsure = tally(recipe)
    if not changed + left + unsure:
        return ""
    return f"Numbers in steps and notes: {changed} changed, {left} left, {unsure} unsure (--explain lists them)."


def _serves(serves: Servings | None) -> str | None:
    if serves is None:
        return None
    if serves.wording.text[:1].isalpha():
        return serves.wording.text
    return f"Serves {serves.wording.text}" if serves.unit == "serving" else f"Makes {serves.wording.text}"


def _times(recipe: Recipe) -> list[str]:
    named: list[tuple[str, Duration | None]] = [
        ("Prep", recipe.times.prep), ("Cook", recipe.times.cook), ("Total", recipe.times.total),
    ]  # fmt: skip
    return [f"{name} {_minutes(time)}" for name, time in named if time]


def _minutes(time: Duration) -> str:
    text = time.wording.text
    if text[:1] in ("P", "p"):
        return f"{spell_number(time.low)} min"
    return f"{text} min" if text.isdigit() else text


def scaling_line(recipe: Recipe) -> str:
    """Return from what to what a recipe was scaled: "Scaled from 6 to 2 servings (× ⅓)."; "" if it was not."""
    scaled, serves = recipe.scaled, recipe.serves
    if scaled is None:
        return ""
    factor = spell_number(scaled.factor)
    if serves is None or scaled.origin is None or scaled.target is None:
        return f"Scaled × {factor}."
    unit = serves.unit if scaled.target == 1 else plural(serves.unit)
    counted = ""
    if serves.high != serves.low:
        counted = (
            f", counted from the low end of {spell_number(scaled.origin)}–{spell_number(serves.high / scaled.factor)}"
        )
    return f"Scaled from {spell_number(scaled.origin)} to {spell_number(scaled.target)} {unit} (× {factor}){counted}."


def ingredients_view(groups: Iterable[IngredientGroup]) -> RenderableType | None:
    """Return the ingredients by group, amounts and names in columns; None if there are none."""
    groups = [group for group in groups if group.items or group.text or group.title]
    if not groups:
        return None
    widths = [cell_len(visible(_amount(item))) for group in groups for item in group.items]
    width = max((each for each in widths if each <= _WIDEST_AMOUNT), default=0)
    lines: list[RenderableType] = [Text("Ingredients", style=HEADING)]
    for group in groups:
        if group.title:
            lines.append(Hanging(Text("  "), Text(visible(group.title), style="italic")))
        if group.text:
            lines.append(Hanging(Text("  "), Text(visible(group.text), style=QUIET)))
        lines += [_ingredient(item, width) for item in group.items]
    return Group(*lines)


def _ingredient(item: Ingredient, width: int) -> RenderableType:
    amount = visible(_amount(item))
    gap = " " * max(0, width - cell_len(amount))
    prefix = Text("    ").append(amount, style=AMOUNT)
    return Hanging(prefix.append(gap + "  " if width else ""), _food(item))


def _amount(item: Ingredient) -> str:
    """Return the words before the name, which are the amount, where the line begins with it."""
    name = item.name_span
    if name is None or not item.quantities or item.quantities[0].start > name.start:
        return ""
    return item.wording.text[: name.start].strip().removesuffix(" of")


def _food(item: Ingredient) -> Text:
    text = item.wording.text
    start = item.name_span.start if item.name_span and _amount(item) else 0
    food = Text(visible(text[start:]))
    if item.name_span:
        food.stylize(QUIET, max(0, item.name_span.end - start))
    return food


def steps_view(instructions: Iterable[Instruction], mark: str = SCALING) -> RenderableType | None:
    """Return the steps, numbered as written, nested items under their own; None if there are none."""
    lines: list[RenderableType] = []
    for instruction in instructions:
        if lines:
            lines.append(Text(""))
        lines.append(Text(visible(_step_title(instruction)), style=HEADING))
        width = _marker_width(instruction.steps)
        for step in instruction.steps:
            lines += _step(step, 2, width, mark)
    return Group(*lines) if lines else None


def _step_title(instruction: Instruction) -> str:
    if instruction.number is None:
        return instruction.title or "Instructions"
    return f"Step {instruction.number}: {instruction.title}" if instruction.title else f"Step {instruction.number}"


def _marker_width(steps: Iterable[Step]) -> int:
    return max((len(step.marker) if step.marker else 1 for step in steps), default=1)


def _step(step: Step, indent: int, width: int, mark: str) -> Iterator[RenderableType]:
    marker = visible(step.marker.replace(")", ".")) if step.marker else "•"
    prefix = Text(" " * indent + marker.rjust(width) + " ", style=QUIET)
    yield Hanging(prefix, marked(step.wording, step.quantities, mark=mark))
    inner = _marker_width(step.steps)
    for nested in step.steps:
        yield from _step(nested, indent + width + 1, inner, mark)
    for note in step.notes:
        yield Hanging(Text(" " * (indent + width + 1)), marked(note.wording, note.quantities, "italic", mark=mark))


def marked(wording: Wording, quantities: Iterable[Quantity], style: str = "", *, mark: str = SCALING) -> Text:
    """Return a sentence with the numbers that scale marked quietly, in the style *mark*."""
    text = wording.text
    result = Text(style=style)
    done = 0
    for quantity in sorted((quantity for quantity in quantities if quantity.scales), key=lambda found: found.start):
        if quantity.start < done:
            continue
        result.append(visible(text[done : quantity.start]))
        result.append(visible(text[quantity.start : quantity.end]), style=mark)
        done = quantity.end
    result.append(visible(text[done:]))
    return result


def notes_view(notes: Iterable[Note], mark: str = SCALING) -> RenderableType | None:
    """Return the notes as a list; None if there are none."""
    lines = [Hanging(Text("  • ", style=QUIET), marked(note.wording, note.quantities, mark=mark)) for note in notes]
    return Group(Text("Notes", style=HEADING), *lines) if lines else None


def _sections(recipe: Recipe) -> list[RenderableType | None]:
    parts: list[RenderableType | None] = []
    for section in recipe.sections:
        lines = [Hanging(Text("  "), Text(visible(line))) for line in section.text.split("\n")]
        parts.append(Group(Text(visible(section.title or "More"), style=HEADING), *lines))
    return parts


def _links(recipe: Recipe, *, clickable: bool) -> RenderableType | None:
    if not recipe.links:
        return None
    width = max(cell_len(visible(label)) for label, _ in recipe.links)
    lines = []
    for label, url in recipe.links:
        shown = visible(label)
        prefix = Text(f"  {shown}{' ' * (width - cell_len(shown))}  ")
        lines.append(Hanging(prefix, linked(url, url, clickable=clickable)))
    return Group(Text("Links", style=HEADING), *lines)
