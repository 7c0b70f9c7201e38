"""Source → Recipe: the whole of a recipe put together from its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from recipekit.diagnostics import NO_INGREDIENTS, NO_TITLE, UNREAD_COLUMNS, Diagnostic
from recipekit.errors import UnreadableRecipeError
from recipekit.model import (
    CalorieRow,
    CalorieTable,
    Image,
    IngredientGroup,
    Instruction,
    Note,
    Recipe,
    Section,
    Stated,
    Times,
    Wording,
)
from recipekit.parse.cells import columns_of, pieces_of, read_statement, read_table, unit_of, unused_columns
from recipekit.parse.facts import meaning_of, split_fact
from recipekit.parse.front import FrontMatter, Value, facts, read_front_matter, scalars
from recipekit.parse.ingredients import GroupsReader, listed_foods, more_than_columns
from recipekit.parse.limits import refuse_length
from recipekit.parse.markdown import Block, Line, read_blocks
from recipekit.parse.overview import Overview, part_of
from recipekit.parse.reading import Reading, is_comment
from recipekit.parse.references import written_links
from recipekit.parse.sections import RawSection, says_more, split_sections
from recipekit.parse.steps import StepsReader, read_notes
from recipekit.parse.tables import Table, find_table
from recipekit.source import Source
from recipekit.words import meanings, words

_FOR_PEOPLE = re.compile(r"(?:for|serves|für)\s+\S*\d", re.IGNORECASE)


def parse_recipe(source: Source) -> Recipe:
    r"""Return the recipe that *source* holds; what is odd about it stands in its diagnostics.

    >>> recipe = parse_recipe(Source("# Toast\n\n## Ingredients\n\n- 2 slices bread\n"))
    >>> recipe.title, recipe.ingredients[0].items[0].name
    ('Toast', 'bread')

    Raises:
        UnreadableRecipeError: the file is empty or binary, its front matter does not parse, or it is nested too deep.
    """
    if not source.text.strip():
        raise UnreadableRecipeError(source.path, "the file is empty", "write a recipe into it")
    if "\x00" in source.text:
        raise UnreadableRecipeError(source.path, "this is a binary file, no recipe", "name a Markdown file")
    front = read_front_matter(source)
    refuse_length(source)
    blocks, references = read_blocks(source, front.body)
    links = written_links(source, front.body, references)
    reading = Reading(source, references, list(front.diagnostics))
    assembly = _Assembly(source, front, reading)
    assembly.sections = split_sections(blocks, references, titled=assembly.text("title") is not None)
    return assembly.recipe(links)


class _Assembly:
    """Reads the sections in the order in which they need each other."""

    def __init__(self, source: Source, front: FrontMatter, reading: Reading) -> None:
        self.source = source
        self.front = front
        self.reading = reading
        self.sections: list[RawSection] = []
        self.keys = {key.lower().replace("_", "").replace("-", ""): key for key in front.values}
        self.others: list[Section] = []
        self.overview = Overview(reading)
        reading.lang = self.text("lang") or ""

    def recipe(self, links: tuple[tuple[str, str], ...]) -> Recipe:
        """Read every part and return the whole."""
        groups = self.ingredients()
        self.facts_of_the_front_matter()
        self.reading.listed = listed_foods(groups)
        serves = self.overview.serves
        self.reading.serves = int(serves.low) if serves and serves.low.denominator == 1 else None
        calories = self.calories()
        instructions = self.instructions()
        notes = self.notes()
        title = self.title()
        self.complain(title, groups)
        return Recipe(
            source=self.source,
            path=self.source.path,
            id=self.text("id"),
            title=title,
            description=self.text("description"),
            tags=self.tags(),
            image=self.overview.image or self.image(),
            overview="\n\n".join(self.overview.texts) or None,
            serves=serves,
            times=Times(**self.overview.times),
            calories=calories,
            ingredients=tuple(groups),
            instructions=tuple(instructions),
            notes=tuple(notes),
            sections=tuple(sorted(self.others, key=lambda section: section.line)),
            links=links,
            front_matter=self.front.values,
            diagnostics=tuple(sorted(self.reading.problems, key=lambda problem: (problem.line, problem.column))),
            also_serves=tuple(self.overview.also),
        )

    def of(self, kind: str) -> list[RawSection]:
        """Return the sections of one kind."""
        return [section for section in self.sections if section.kind == kind]

    def ingredients(self) -> list[IngredientGroup]:
        """Read the overview and the ingredients, which may both say whom the recipe feeds."""
        for section in self.sections:
            if section.kind in ("preamble", "overview"):
                self.overview.read(section.blocks)
            elif section.kind is None:
                self.other(section)
        reader = GroupsReader(self.reading)
        for section in self.of("ingredients"):
            reader.read(section, self.group_title(section))
        self.overview.texts += [wording.text for wording in reader.facts if not self.overview.fact(wording)]
        if not any(group.items for group in reader.groups):
            from recipekit.parse.listed import read_listed_ingredients  # noqa: PLC0415 - few sites keep them there

            reader.groups += read_listed_ingredients(self.reading, self.front, self.key_of("ingredients"))
        return reader.groups

    def group_title(self, section: RawSection) -> str | None:
        """Return the title of a section's first group, and take "Ingredients (serves 4)" for what it says."""
        title = section.title or ""
        behind = re.match(r"\s*\w+\s+\(?\s*(.+?)\s*\)?\s*\Z", title)
        said = part_of(section.heading.wording, *behind.span(1)) if behind and section.heading else None
        if said and split_fact(said.text) and self.overview.fact(said):
            return None
        if said and _FOR_PEOPLE.match(said.text) and words("people") & set(said.text.lower().split()):
            self.overview.take("serves", "Serves", said)
            return None
        return title if says_more(title) else None

    def instructions(self) -> list[Instruction]:
        """Read the steps, from the body or else from the front matter."""
        reader = StepsReader(self.reading)
        for section in self.of("instructions"):
            if section.title and says_more(section.title):
                reader.heading = (None, section.title)
            reader.read(section)
        if not reader.instructions:
            from recipekit.parse.listed import read_listed_steps  # noqa: PLC0415

            reader.instructions += read_listed_steps(self.reading, self.front, self.key_of("instructions"))
        return reader.instructions

    def notes(self) -> list[Note]:
        """Read the notes; a heading that says more than that they are some is one itself."""
        found: list[Note] = []
        for section in self.of("notes"):
            if section.heading and says_more(section.heading.wording.text):
                found.append(Note(section.heading.wording, self.reading.prose(section.heading.wording)))
            found += read_notes(self.reading, section)
        return found

    def other(self, section: RawSection) -> None:
        """Keep a section that recipekit does not work with as it is written."""
        text = "\n\n".join(
            raw for block in section.blocks if not is_comment(block) and (raw := self.reading.raw(block))
        )
        line = section.heading.wording.line if section.heading else 1
        self.others.append(Section(section.title, text, line))

    def calories(self) -> CalorieTable | None:
        """Read the calories tables; what else stands in their sections is kept as another section."""
        rows: list[CalorieRow] = []
        stated = Stated()
        unit = ""
        others: list[str] = []
        for section in self.of("calories"):
            left: list[Block] = []
            for block in self.opened(section.blocks):
                table = find_table(block.lines) if block.kind == "paragraph" else None
                columns = columns_of(table.header, self.reading.references) if table else {}
                if table and "kcal" in columns:
                    more, said, problems = read_table(table, columns, self.reading.references, self.reading.lang)
                    problems += self.unread_columns(table)
                    unit = unit or unit_of(table, columns, self.reading.references)
                    others += unused_columns(table, columns, self.reading.references)
                    rows += more
                    self.reading.problems += problems
                    statements = (*stated.statements, *said.statements)
                    stated = (said if said.line is not None else stated)._replace(statements=statements)
                    rest = [*table.before, *table.after]
                else:
                    rest = block.lines
                stated, unread = self.statements(stated, rest) if unit else (stated, rest)
                if unread or (not block.lines and not is_comment(block)):
                    left.append(Block(block.kind, block.level, lines=unread, children=block.children))
            if not section.blocks or any(True for block in left for _ in block.leaves()):
                self.other(RawSection(None, section.heading, section.level, left))
        return CalorieTable(tuple(rows), stated, unit, tuple(others)) if unit else None

    def opened(self, blocks: list[Block]) -> Iterator[Block]:
        """Yield *blocks*, in the place of a quote or a list that holds calories what it holds."""
        for block in blocks:
            leaves = [leaf for leaf in block.leaves() if leaf.kind == "paragraph"] if block.children else []
            states = any(find_table(leaf.lines) or self.statements(Stated(), leaf.lines)[0].line for leaf in leaves)
            yield from block.leaves() if states else (block,)

    def unread_columns(self, table: Table) -> list[Diagnostic]:
        """Return a finding about the columns of a calories table that say more than is read, if there are any."""
        titles = [self.reading.inline([cell]).wording.text for cell in table.header.cells if cell.text]
        more = ", ".join(f'"{title}"' for title in more_than_columns(titles))
        message = f"of the columns {more} only ingredient, quantity, kcal and source are read"
        return [Diagnostic(UNREAD_COLUMNS, message, table.header.number, 1)] if more else []

    def statements(self, stated: Stated, lines: list[Line]) -> tuple[Stated, list[Line]]:
        """Return what *lines* add to the stated calories, and those that state nothing."""
        unread = []
        for line in lines:
            wording = self.reading.inline([line]).wording
            said = read_statement(stated, wording, self.reading.lang)
            if said is None:
                unread.append(line)
                for start, end in pieces_of(wording.text):
                    said = read_statement(stated, part_of(wording, start, end), self.reading.lang)
                    stated = said or stated
            else:
                stated = said
        return stated, unread

    def facts_of_the_front_matter(self) -> None:
        """Read servings and times that the front matter gives."""
        for label, value in facts(self.front, self.source, meaning_of):
            places = () if value.offset is None else ((0, value.offset),)
            self.overview.take(
                meaning_of(label) or "", label, Wording(value.text, value.line, places), bare_minutes=True
            )

    def placed(self, key: str, value: object) -> Value:
        """Return a value of the front matter with its place."""
        found = scalars(self.front, key, self.source)
        return found[0] if found else Value(str(value), None, self.front.lines.get(key, 1))

    def key_of(self, meaning: str) -> str | None:
        """Return the front matter's own key for *meaning*, None where it has none."""
        known = meanings("front_matter")
        return next((key for low, key in self.keys.items() if known.get(low) == meaning), None)

    def text(self, meaning: str) -> str | None:
        """Return the text of the key that has *meaning*; None where there is none, or a list."""
        key = self.key_of(meaning)
        value = self.front.values.get(key) if key else None
        if value is None or isinstance(value, (list, dict)):
            return None
        return self.placed(key or "", value).text.strip() or None

    def title(self) -> str | None:
        """Return the title; a first heading that says something else than the front matter opens the overview."""
        said, heading = self.text("title"), self.sections[0].title
        if said and heading and heading.casefold() != said.casefold():
            self.overview.texts.insert(0, heading)
        return said or heading

    def tags(self) -> tuple[str, ...]:
        """Return the tags, a list or words between commas."""
        key = self.key_of("tags")
        value = self.front.values.get(key) if key else None
        if isinstance(value, str):  # "soup, stew", or as Obsidian's "#soup #stew"
            words = value.split("#") if value.lstrip().startswith("#") else value.split(",")
            return tuple(tag for tag in (word.strip(" \t,") for word in words) if tag)
        return tuple(str(tag) for tag in value if tag is not None) if isinstance(value, list) else ()

    def image(self) -> Image | None:
        """Return the cover that the front matter names."""
        key = self.key_of("image")
        value: Any = self.front.values.get(key) if key else None
        if isinstance(value, dict):
            return Image(str(value.get("alt", "")), str(value.get("path") or value.get("url") or "")) if value else None
        if isinstance(value, list):
            value = value[0] if value else None
        return Image("", value) if isinstance(value, str) and value else None

    def complain(self, title: str | None, groups: list[IngredientGroup]) -> None:
        """Report what a recipe should have and this one has not."""
        if title is None:
            hint = "give it a title in the front matter or as its first heading"
            self.reading.problems.append(Diagnostic(NO_TITLE, "the recipe has no title", 1, 1, hint))
        if not any(group.items for group in groups):
            hint = "list them under a heading Ingredients"
            self.reading.problems.append(Diagnostic(NO_INGREDIENTS, "the recipe has no ingredients", 1, 1, hint))
