"""Sections by what their heading means, not by one wording, at any level and in any order."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from recipekit.parse.inline import Inline, read_inline
from recipekit.parse.markdown import Block
from recipekit.words import meanings, words

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_STEP = re.compile(r"\W*([^\W\d_]+)\s+(\d{1,3})\b\s*[:.)–—-]*\s*(.*)", re.DOTALL)
_LONGEST = 300  # code points of a heading that means something
_NUMBERED = r"\W*(\d{1,3})[.):]\s*(.+)"


class RawSection:
    """A section before it is read: what it is (None for any other), its heading, and its blocks."""

    def __init__(
        self, kind: str | None, heading: Inline | None = None, level: int = 0, blocks: list[Block] | None = None
    ) -> None:
        self.kind = kind
        self.heading = heading
        self.level = level
        self.blocks = blocks or []

    @property
    def title(self) -> str | None:
        """The words of the heading."""
        return self.heading.wording.text if self.heading else None


@lru_cache(maxsize=1024)
def kind_of(title: str) -> tuple[str | None, bool]:
    """Return which section a heading opens, and whether it says nothing else.

    >>> kind_of("Directions"), kind_of("Estimated Calories & Sources"), kind_of("Storage")
    (('instructions', True), ('calories', False), (None, False))
    """
    if len(title) > _LONGEST:
        return None, False
    known = meanings("sections")
    said = [word.lower().replace("’", "'") for word in _WORD.findall(re.sub(r"\([^)]*\)", " ", title))]
    phrase = " ".join(said)
    if phrase in known:
        return known[phrase], True
    if not said or len(said) > 7 or said[0] in words("step_words"):
        return None, False
    edges = (said[0], said[-1])
    for kind in ("calories", "ingredients", "instructions", "notes"):
        places = said if kind == "calories" else edges
        if any(known.get(word) == kind for word in places):
            return kind, False
    return None, False


def says_more(title: str) -> bool:
    """Tell whether a heading says anything beyond what its section is.

    >>> says_more("Ingredients:"), says_more("Ingredients for the icing"), says_more("Notes (from Anna)")
    (False, True, True)
    """
    said = [word.lower().replace("’", "'") for word in _WORD.findall(title)]
    return " ".join(said) not in meanings("sections")


def split_sections(blocks: list[Block], references: dict[str, Any], *, titled: bool) -> list[RawSection]:
    """Return the sections of a recipe in order, the first one what stands before any of them.

    Its heading is the title: the first one of level 1, or of any level where the front matter gives no title.
    """
    sections = [RawSection("preamble")]
    for block in blocks:
        current = sections[-1]
        if block.kind != "heading" or not block.lines:
            current.blocks.append(block)
            continue
        heading = read_inline(block.lines, references)
        kind, exact = kind_of(heading.wording.text)
        if _stays(current, block, kind, exact=exact):
            current.blocks.append(block)
        elif kind is None and len(sections) == 1 and current.heading is None and (block.level == 1 or not titled):
            sections[-1] = RawSection("preamble", heading, block.level, current.blocks)
        else:
            sections.append(RawSection(kind, heading, block.level))
    return sections


def _stays(current: RawSection, block: Block, kind: str | None, *, exact: bool) -> bool:
    """Tell whether a heading belongs to the section it stands in: a group, a step, a part of something else."""
    if current.kind == "preamble":
        return False
    deeper = block.level > current.level
    if kind is None:
        empty = current.kind == "ingredients" and not any(child.kind == "list" for child in current.blocks)
        return deeper or (empty and block.level == current.level)
    if kind == current.kind:
        return deeper and kind != "calories"
    return deeper and not exact


def step_heading(title: str) -> tuple[int | None, str | None]:
    """Return number and title of a step heading.

    >>> step_heading("Step 2: Fry"), step_heading("3. Serve"), step_heading("Fry")
    ((2, 'Fry'), (3, 'Serve'), (None, 'Fry'))
    """
    if len(title) > _LONGEST:
        return None, title
    step = _STEP.fullmatch(title)
    if step and step[1].lower() in words("step_words"):
        return int(step[2]), step[3].strip() or None
    numbered = re.fullmatch(_NUMBERED, title, re.DOTALL)
    return (int(numbered[1]), numbered[2].strip()) if numbered else (None, title or None)
