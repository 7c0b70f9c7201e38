"""Recipes as hypothesis makes them: every syntax that a writer might use, in every combination."""

from hypothesis import strategies as st
from rich.cells import cell_len

_FOODS = (
    "flour",
    "brown sugar",
    "酱油",
    "crème fraîche",
    "onions (diced)",
    "garlic",
    "🌶️ chili",
    "butter, melted",
    "Öl",
)
_UNITS = ("g", "oz", "cups", "tbsp", "tsp", "Cloves", "ml", "lb", "cans", "")
_NUMBERS = (
    "1",
    "2",
    "3",
    "4",
    "6",
    "12",
    "½",
    "1/2",
    "1 1/2",
    "1½",
    "¾",
    "2.5",
    "1,020",
    "2–3",
    "1-2",
    "~4",
    "18",
    "250",
)
_NOTES = ("", "  ", " <!-- recipekit: fixed -->", "  \t")
_TIMES = ("10 minutes", "~1 hour", "1 h 20", "35–40 minutes")

amounts = st.builds(lambda number, unit: f"{number} {unit}".strip(), st.sampled_from(_NUMBERS), st.sampled_from(_UNITS))
foods = st.sampled_from(_FOODS)


@st.composite
def _front(draw: st.DrawFn, servings: int) -> str:
    kind = draw(st.sampled_from(("none", "yaml", "yaml", "toml")))
    if kind == "none":
        return ""
    if kind == "toml":
        stated = draw(st.sampled_from(("", f"servings = {servings}\n", f'servings = "{servings} people"\n')))
        return f"+++\ntitle = 'Dish'  # a name\n{stated}+++\n\n"
    stated = draw(
        st.sampled_from(
            ("", f"servings: {servings}\n", f'servings:   "{servings}"  # people\n', f"yield: {servings} servings\n")
        )
    )
    more = draw(
        st.sampled_from(
            ("", "tags:\n    - a\n    -  'b'\n", "description: >-\n  two\n  lines\n", "zeta: 1\nalpha: 010\n")
        )
    )
    return f"---\n{more}title:   Dish # kept\n{stated}---\n{draw(st.sampled_from(('', chr(10))))}"


@st.composite
def _table(draw: st.DrawFn, servings: int) -> str:
    rows = draw(st.lists(st.tuples(foods, amounts, st.integers(0, 3000)), min_size=1, max_size=5))
    comma = draw(st.booleans())
    about, word = draw(st.sampled_from(("", "~"))), draw(st.sampled_from(("", " kcal")))

    def figure(kcal: int) -> str:
        return f"{about}{kcal:,}{word}" if comma else f"{about}{kcal}{word}"

    cells = [("Ingredient", "Quantity", "Calories"), *((food, amount, figure(kcal)) for food, amount, kcal in rows)]
    total = sum(kcal for _, _, kcal in rows) + draw(st.sampled_from((0, 0, 0, 7)))
    each = round(total / servings)
    below = ""
    where = draw(st.sampled_from(("rows", "below", "nowhere")))
    if where == "rows":
        cells += [
            (f"**Total (for {servings} servings)**", "", f"**{figure(total)}**"),
            ("**Per serving**", "", f"**{figure(each)}**"),
        ]
    elif where == "below":
        end = draw(st.sampled_from(("  ", "\\")))
        below = f"\n**Total: {total:,} kcal**{end}\n**Per serving ({servings} servings): ~{each} kcal**\n"
    return f"## Calories\n\n{_laid_out(cells, padded=draw(st.booleans()))}{below}\n"


def _laid_out(cells: list[tuple[str, str, str]], *, padded: bool) -> str:
    widths = [max(3, *(cell_len(row[column]) for row in cells)) if padded else 0 for column in range(3)]
    lines = []
    for index, row in enumerate(cells):
        pieces = [cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)]
        lines.append(f"| {' | '.join(pieces)} |")
        if index == 0:
            lines.append(f"| {' | '.join('-' * max(width, 3) for width in widths)} |")
    return "\n".join(lines) + "\n"


@st.composite
def _ingredients(draw: st.DrawFn) -> str:
    bullet = draw(st.sampled_from(("- ", "* ", "+ ", "-   ", "- [ ] ")))
    items = draw(st.lists(st.tuples(amounts, foods, st.sampled_from(_NOTES), st.booleans()), min_size=1, max_size=6))
    lines = [f"{bullet}{f'**{amount}**' if bold else amount} {food}{note}" for amount, food, note, bold in items]
    return "## Ingredients\n\n" + "\n".join(lines) + "\n"


@st.composite
def _steps(draw: st.DrawFn) -> str:
    mark = draw(st.sampled_from(("1. ", "1) ", "- ", "3. ")))
    steps = []
    for _ in range(draw(st.integers(1, 4))):
        amount, food, time = draw(amounts), draw(foods), draw(st.sampled_from(_TIMES))
        bold = draw(st.booleans())
        steps.append(f"{mark}Add {f'**{amount} {food}**' if bold else f'{amount} {food}'} and cook for {time}.")
        if draw(st.booleans()):
            steps.append(f"{' ' * len(mark)}- Stir in {draw(amounts)} {draw(foods)}{draw(st.sampled_from(('', '  ')))}")
    return "## Instructions\n\n" + "\n".join(steps) + "\n"


@st.composite
def recipes(draw: st.DrawFn) -> str:
    """Return the raw text of a recipe: front matter or none, a table or none, LF or CRLF, with or without an end."""
    servings = draw(st.integers(1, 12))
    serves = draw(
        st.sampled_from((f"> - **Serves:** {servings}  \n> - **Prep Time:** ~10 minutes\n\n", f"Serves {servings}\n\n"))
    )
    table = draw(st.one_of(st.just(""), _table(servings)))
    text = f"{draw(_front(servings))}# Dish\n\n{serves}{table}{draw(_ingredients())}\n{draw(_steps())}"
    text = text.rstrip("\n") + draw(st.sampled_from(("", "\n", "\n\n")))
    text = text.replace("\n", draw(st.sampled_from(("\n", "\n", "\r\n"))))
    return draw(st.sampled_from(("", "", "\ufeff"))) + text
