"""What stands before the ingredients: the cover image, the overview, and the facts (serves, prep time, cook time)."""

from __future__ import annotations

import re

from recipekit.diagnostics import UNREADABLE_SERVINGS, UNREADABLE_TIME, Diagnostic, Problem
from recipekit.model import Duration, Image, Servings, Wording
from recipekit.parse.facts import SPLIT, read_duration, read_servings, split_fact
from recipekit.parse.markdown import Block, Line
from recipekit.parse.reading import Reading, is_comment
from recipekit.source import Span
from recipekit.words import words

_DIGIT = re.compile(
    r"[\d¼-¾⅐-⅞]|\b(?:one|two|three|four|five|six|eight|ten|twelve|ein|zwei|vier|sechs)\b", re.IGNORECASE
)
_CALLOUT = re.compile(r"\[![\w-]+\][+-]?\s*(?=\S)")
_EMBED = r"!\[\[([^\]|]+)(?:\|([^\]]*))?\]\]"  # behind the bar stand its words, or its width


class Overview:
    """Gathers the facts, the cover and the words of everything before and around the sections."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.serves: Servings | None = None
        self.also: list[Servings] = []  # what else says how many it serves or makes
        self.makes = False  # whether only what it makes is known so far
        self.times: dict[str, Duration] = {}
        self.image: Image | None = None
        self.texts: list[str] = []

    def read(self, blocks: list[Block]) -> None:
        """Read the blocks of a section."""
        for block in blocks:
            if block.kind == "heading" and block.lines:
                self.texts.append(self.reading.raw(block))
            elif is_comment(block):
                continue
            elif block.kind in ("quote", "list"):
                self.listed(block)
            elif block.lines:
                self.paragraph(block)

    def listed(self, block: Block) -> None:
        """Read a list or a quote; what is no fact of it stays in the overview as written."""
        leaves = [leaf for leaf in block.leaves() if not is_comment(leaf)]
        known = [self.facts_of(leaf.lines) for leaf in leaves]
        if not any(known):
            self.texts.append(self.reading.raw(block))
            return
        self.texts += [self.reading.raw(leaf) for leaf, all_facts in zip(leaves, known, strict=True) if not all_facts]

    def paragraph(self, block: Block) -> None:
        """Read a paragraph: the cover, facts, or words of the overview."""
        if "![" in block.lines[0].text and self.image is None and self.cover(block.lines):
            return
        if not self.facts_of(block.lines):
            self.texts.append(self.reading.raw(block))

    def cover(self, lines: list[Line]) -> bool:
        """Take a paragraph that is nothing but an image as the cover; tell whether it was one."""
        embed = re.fullmatch(_EMBED, lines[0].text) if len(lines) == 1 else None
        inline = self.reading.inline(lines)
        if embed:
            self.image = Image("" if embed[2] is None or embed[2][:1].isdigit() else embed[2], embed[1].strip())
        elif inline.images and not inline.wording.text.replace(inline.images[0].alt, "").strip():
            self.image = inline.images[0]
        return self.image is not None

    def facts_of(self, lines: list[Line]) -> bool:
        """Read the facts of some lines; tell whether they hold nothing else."""
        if not all(_DIGIT.search(line.text) or ":" in line.text for line in lines):
            return False
        wordings = [piece for line in lines for piece in _pieces(_behind_callout(self.reading.inline([line]).wording))]
        known = [self.fact(wording) for wording in wordings]  # every one is read, whatever the first is
        return all(known)

    def fact(self, wording: Wording) -> bool:
        """Read one fact; tell whether the words are one."""
        found = split_fact(wording.text)
        if found is None:
            return False
        meaning, label, start = found
        return self.take(meaning, label, part_of(wording, start, len(wording.text)))

    def take(self, meaning: str, label: str, value: Wording, *, bare_minutes: bool = False) -> bool:
        """Keep a fact, and tell whether it needs no other place; report what cannot be read.

        What cannot be read stays in the overview as written, and so does a second count or time. Whom it serves goes
        before what it makes.
        """
        if meaning == "serves":
            servings = read_servings(value, label)
            makes = label.lower() in words("makes")
            if servings is None:
                self.report(UNREADABLE_SERVINGS, value, "holds no number of servings", "write it like 4 or 4–6")
                return False
            if self.serves is not None and (makes or not self.makes):
                self.also.append(servings)
                return False
            self.also += [self.serves] if self.serves is not None else []
            self.serves, self.makes = servings, makes
            return True
        duration = read_duration(value, bare_minutes=bare_minutes)
        if duration is None:
            self.report(UNREADABLE_TIME, value, "is no time that can be read", "write it like 1 hour 15 min")
            return False
        first = self.times.setdefault(meaning, duration)
        return first.wording.text == value.text

    def report(self, problem: Problem, value: Wording, what: str, hint: str) -> None:
        """Report that *value* cannot be read."""
        place = value.span(0, len(value.text))
        column = self.reading.source.column_at(place.start) if place else 1
        self.reading.problems.append(Diagnostic(problem, f'"{value.text}" {what}', value.line, column, hint))


def _behind_callout(wording: Wording) -> Wording:
    """Return the title of Obsidian's callout, "[!info] Serves 3", without its mark."""
    mark = _CALLOUT.match(wording.text) if wording.text[:2] == "[!" else None
    return part_of(wording, mark.end(), len(wording.text)) if mark else wording


def _pieces(wording: Wording) -> list[Wording]:
    """Split "Prep: 10 min | Cook: 20 min" into its facts."""
    pieces = []
    start = 0
    for bar in SPLIT.finditer(wording.text):
        pieces.append(part_of(wording, start, bar.start()))
        start = bar.end()
    return [*pieces, part_of(wording, start, len(wording.text))]


def part_of(wording: Wording, start: int, end: int) -> Wording:
    """Return ``wording.text[start:end]`` with its places."""
    if start == 0 and end == len(wording.text):
        return wording
    places: list[tuple[int, int]] = []
    whole = wording.span(start, end) if end > start else None
    if isinstance(whole, Span):
        places = [(0, whole.start), *((at - start, offset) for at, offset in wording.places if start < at < end)]
    return Wording(wording.text[start:end], wording.line, tuple(places))
