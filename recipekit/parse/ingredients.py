"""The ingredients: groups under headings, bold lines or "For the sauce:", items in lists, lines or tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from recipekit.diagnostics import RAGGED_TABLE, Diagnostic
from recipekit.grammar import lower_singular
from recipekit.model import Ingredient, IngredientGroup, Kind, Quantity, Wording
from recipekit.parse.cells import columns_of
from recipekit.parse.facts import split_fact
from recipekit.parse.items import read_ingredient
from recipekit.parse.markdown import Block, Line
from recipekit.parse.prose.sentences import Listed
from recipekit.parse.quantities import find_quantities
from recipekit.parse.reading import Reading, is_comment, is_label, paragraphs, without_task_box
from recipekit.parse.sections import RawSection
from recipekit.parse.tables import Table, find_table
from recipekit.words import words

_LONGEST_TITLE = 60  # code points
_WORD = re.compile(r"[^\W\d_]+")


class GroupsReader:
    """Gathers the groups of one or several sections; *facts* are lines like "Serves 4" found among them."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.groups: list[IngredientGroup] = []
        self.facts: list[Wording] = []
        self.title: str | None = None
        self.texts: list[str] = []
        self.items: list[Ingredient] = []

    def read(self, section: RawSection, title: str | None) -> None:
        """Read one section whose first group is called *title*."""
        self.open(title)
        for block in section.blocks:
            self.block(block)
        self.close()

    def open(self, title: str | None) -> None:
        """Begin a group."""
        self.close()
        self.title = title

    def close(self) -> None:
        """End the group that is open, unless nothing stands in it."""
        if self.title is not None or self.texts or self.items:
            text = "\n\n".join(self.texts) or None
            self.groups.append(IngredientGroup(self.title, text, tuple(self.items)))
        self.title, self.texts, self.items = None, [], []

    def block(self, block: Block) -> None:
        """Read one block of the section."""
        if block.kind == "heading" and block.lines:
            self.open(self.reading.inline(block.lines).wording.text.rstrip(" :"))
        elif block.kind == "list":
            for item in block.children:
                self.item(item)
        elif block.kind == "quote":
            for child in block.children:
                if child.kind == "paragraph":
                    self.texts.append(self.reading.inline(child.lines).wording.text)
                else:
                    self.block(child)
        elif block.lines and not is_comment(block):
            self.paragraph(block)

    def item(self, item: Block) -> None:
        """Read a list item; one that only names what is nested in it is a group."""
        first = item.children[0] if item.children else None
        nested = [child for child in item.children if child.kind == "list"]
        if first is None or not first.lines:
            for child in item.children:
                self.block(child)
            return
        if nested and is_label(first.lines):
            self.open(self.reading.inline(first.lines).wording.text.rstrip(" :"))
        else:
            self.line(without_task_box(first.lines))
        for child in item.children[1:]:
            if child.kind == "list":
                self.block(child)
            else:
                self.texts += [self.reading.inline(leaf.lines).wording.text for leaf in paragraphs(child)]

    def line(self, lines: list[Line]) -> None:
        """Read one ingredient."""
        ingredient, unreadable = read_ingredient(self.reading.inline(lines).wording, self.reading.lang)
        self.reading.report(ingredient.wording, unreadable)
        self.items.append(ingredient)

    def paragraph(self, block: Block) -> None:
        """Read a paragraph: a table, a group's title, a fact, ingredients a line each, or words."""
        lines = block.lines
        table = find_table(lines)
        if table is not None:
            self.table(table)
        elif is_label(lines) or _names_a_group(lines):
            self.open(self.reading.inline(lines).wording.text.rstrip(" :"))
        elif len(lines) == 1 and split_fact(self.reading.inline(lines).wording.text):
            self.facts.append(self.reading.inline(lines).wording)
        elif _mostly_amounts(lines):
            for line in lines:
                self.line([line])
        else:
            self.texts.append(self.reading.inline(lines).wording.text)

    def table(self, table: Table) -> None:
        """Read a table of ingredients: the quantity, then the name, whatever else the row has behind it."""
        if table.before:
            self.paragraph(Block("paragraph", lines=table.before))
        columns = columns_of(table.header, self.reading.references)
        titles = [self.reading.inline([cell]).wording.text for cell in table.header.cells if cell.text]
        if any(more_than_columns(titles)):
            self.texts.append(" | ".join(titles))
        order = [columns[name] for name in ("quantity", "ingredient") if name in columns]
        order += [index for index in range(len(table.header.cells)) if index not in order]
        for row in table.rows:
            cells = [row.cells[index] for index in order if row.cells[index].text]
            if cells:
                self.line(cells)
            if row.ragged:
                hint = "give each row the same number of cells"
                message = f"this row has not as many cells as the header, which has {len(row.cells)}"
                self.reading.problems.append(Diagnostic(RAGGED_TABLE, message, row.number, 1, hint))
        if table.after:
            self.paragraph(Block("paragraph", lines=table.after))


def more_than_columns(titles: Iterable[str]) -> Iterator[str]:
    """Yield the titles of columns that say more than what their column holds.

    >>> list(more_than_columns(["Ingredient", "Amount (raw)", "Protein"]))
    ['Amount (raw)', 'Protein']
    """
    known = frozenset[str]().union(*(words(f"column_{name}") for name in ("ingredient", "quantity", "kcal", "source")))
    return (title for title in titles if title.lower().strip(" *:") not in known)


def _names_a_group(lines: list[Line]) -> bool:
    """Tell whether a line is a group's title without a colon: "For the batter"."""
    text = lines[0].text
    first = _WORD.match(text)
    if len(lines) > 1 or len(text) > _LONGEST_TITLE or first is None or text[-1] in ".!?,":
        return False
    return first[0].lower() in words("servings_for") and text.isprintable() and not any(map(str.isdigit, text))


def _mostly_amounts(lines: Iterable[Line]) -> bool:
    starts = [bool(find_quantities(line.text[:12])[0]) for line in lines]
    return sum(starts) * 2 > len(starts)


def listed_foods(groups: Iterable[IngredientGroup]) -> Listed:
    """Return what the recipe lists, by which a count in a sentence is known."""
    items = [item for group in groups for item in group.items]
    names = tuple(item.name for item in items)
    said = set(_WORD.findall("\n".join(names).lower()))
    singulars = {word: lower_singular(word) for word in said}
    counted = [item.name for item in items if item.quantities[:1] and _is_count(item.quantities[0])]
    several = {one for word, one in singulars.items() if one != word}
    one_by_one = {singulars.get(word, word) for word in _WORD.findall("\n".join(counted).lower())}
    nouns = {one for word, one in singulars.items() if len(word) > 2}
    return Listed(frozenset(nouns - words("sizes", "heads_end", "utensils")), names, frozenset(several | one_by_one))


def _is_count(quantity: Quantity) -> bool:
    return quantity.kind is Kind.AMOUNT and quantity.unit is None
