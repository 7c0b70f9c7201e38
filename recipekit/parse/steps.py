"""The instructions: steps under headings, nested items, and the tips between them."""

from __future__ import annotations

import re

from recipekit.model import Instruction, Note, Step, Wording
from recipekit.parse.markdown import Block
from recipekit.parse.prose.said import obeyed
from recipekit.parse.reading import Reading, is_comment, is_label, paragraphs, without_task_box
from recipekit.parse.sections import RawSection, step_heading

_TIP = r"\W*(?:tips?|notes?|hints?|tipps?|hinweis|pro tip|chef'?s tip)\b\W*:"
_ADMONITION = r":::|\[!|!!!"


class StepsReader:
    """Gathers the instructions of one or several sections."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.instructions: list[Instruction] = []
        self.heading: tuple[int | None, str | None] = (None, None)
        self.steps: list[Step] = []

    def read(self, section: RawSection) -> None:
        """Read one section."""
        for block in section.blocks:
            self.block(block)
        self.close()

    def close(self) -> None:
        """End the instruction that is open, unless it is empty."""
        if self.steps or self.heading != (None, None):
            self.instructions.append(Instruction(*self.heading, tuple(self.steps)))
        self.heading, self.steps = (None, None), []

    def block(self, block: Block) -> None:
        """Read one block of the section."""
        if block.kind == "heading" and block.lines:
            self.close()
            self.heading = step_heading(self.reading.inline(block.lines).wording.text)
        elif block.kind == "list":
            self.steps += [self.step(item) for item in block.children if item.first_line]
        elif block.kind == "quote":
            self.notes(block)
        elif is_comment(block):
            self.comment(block)
        elif block.lines:
            self.paragraph(block)

    def comment(self, block: Block) -> None:
        """Obey a comment below the last step."""
        if self.steps:
            step = self.steps[-1]
            wording = self.reading.told(step.wording, block)
            self.steps[-1] = step._replace(wording=wording, quantities=obeyed(wording, step.quantities))

    def paragraph(self, block: Block) -> None:
        """Read a paragraph: a heading in disguise, a tip, or a step."""
        first = block.lines[0].text
        if is_label(block.lines):
            self.close()
            self.heading = step_heading(self.reading.inline(block.lines).wording.text.rstrip(" :"))
        elif self.steps and (re.match(_TIP, first, re.IGNORECASE) or re.match(_ADMONITION, first)):
            self.notes(block)
        else:
            wording = self.reading.inline(block.lines).wording
            self.steps.append(Step(wording, self.reading.prose(wording)))

    def notes(self, block: Block) -> None:
        """Put what stands under the steps to the last of them; before any step it is one."""
        found = tuple(self.reading.note(leaf.lines) for leaf in paragraphs(block))
        if self.steps:
            self.steps[-1] = self.steps[-1]._replace(notes=self.steps[-1].notes + found)
        else:
            self.steps += [Step(note.wording, note.quantities) for note in found]

    def step(self, item: Block) -> Step:
        """Read a list item: its own words, the items nested in it, and what else stands under it."""
        first, *others = item.children
        if first.kind != "paragraph":
            others = item.children
            wording = Wording("", item.first_line)
        else:
            wording = self.reading.inline(without_task_box(first.lines)).wording
        steps: list[Step] = []
        notes: list[Note] = []
        for child in others:
            if is_comment(child):
                wording = self.reading.told(wording, child)
            elif child.kind == "list":
                steps += [self.step(nested) for nested in child.children if nested.first_line]
            else:
                notes += [self.reading.note(leaf.lines) for leaf in paragraphs(child)]
        return Step(wording, self.reading.prose(wording), tuple(steps), tuple(notes), item.marker)


def read_notes(reading: Reading, section: RawSection) -> list[Note]:
    """Return the notes of a section: each list item and each paragraph is one."""
    notes: list[Note] = []
    for leaf in (leaf for block in section.blocks for leaf in block.leaves()):
        if not is_comment(leaf):
            notes.append(reading.note(without_task_box(leaf.lines)))
        elif notes:
            wording = reading.told(notes[-1].wording, leaf)
            notes[-1] = Note(wording, obeyed(wording, notes[-1].quantities))
    return notes
