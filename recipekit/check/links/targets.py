"""Everything that a recipe leads to: its links, images, definitions and bare URLs, and the labels that it refers to.

What is found is what an author meant: a link with a blank in its URL, which Markdown shows as text, is here too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from recipekit.check.rule import Subject
from recipekit.source import Span

MOST = 999
"""The longest label of CommonMark, and the longest words of a link that are looked at."""
_MOST_COMPARED = 50
_FEWEST, _LONGEST = 4, 60  # letters of labels that are compared
_MARK = re.compile(r"[\\\[\]]")
_LABEL = re.compile(rf"\[((?:[^\[\]\\]|\\.){{0,{MOST}}}+)\]")
_INSIDE = r"(?:[^\s()\\]++|\\.|\((?:[^\s()\\]++|\\.|\((?:[^\s()\\]++|\\.)*+\))*+\))*+"
_TITLE = r"(?:\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\))"
_DESTINATION = re.compile(rf"\(\s*+(?:<([^<>\n]*+)>|({_INSIDE}))(?:\s++{_TITLE})?+\s*+\)")
_BROKEN = re.compile(r"\([ \t]*+([^\s()<>][^()\n]*+)\)")
_DEFINED = re.compile(r"[ \t]*+\n?[ \t>]*+(?:<([^<>\n]*+)>|([^\s<]\S*+))[ \t]*+([^\n]*+)")
_TITLE_ALONE = re.compile(rf"{_TITLE}[ \t]*+(?=\n|\Z)")
_NEXT_TITLE = re.compile(rf"\n[ \t>]*+{_TITLE_ALONE.pattern}")
_LINE_MARKS = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?\Z")
_TEMPLATE = re.compile(r"\{\{[^\n{}]*+\}\}|\{%[^\n%]*+%\}")
_BARE = re.compile(  # each way begins with a letter, which makes the search three times as fast
    r"(?:h(?<!\wh)[htps]{2,6}+[:;,.]?[/\\]{1,3}|H(?<!\wH)[HTPShtps]{2,6}+:?/{1,3}|w(?<![\w/.@-]w)ww\.)"
    r"[^\s<>\"|`“”„«»‘\[\]{}]++"
)
_BETWEEN_ANGLES = re.compile(r"<([htps]{3,7}[:;]?[/\\]{1,3}[^<>\n]*+)>", re.IGNORECASE)
_FRONT = re.compile(
    r"^[ \t]*(?:-[ \t]+)?(?:[\"']?[\w -]+[\"']?[ \t]*[:=][ \t]*)?[\"']?([htps]{3,7}+[:;]?[/\\]{1,3}[^\s\"'<>]+)",
    re.MULTILINE | re.IGNORECASE,
)


class Kind(StrEnum):
    """How something leads somewhere."""

    LINK = "link"  #: ``[text](url)``
    IMAGE = "image"  #: ``![text](url)``
    DEFINITION = "definition"  #: ``[label]: url``
    ANGLES = "angles"  #: ``<https://…>``
    BARE = "bare"  #: ``https://…``
    FRONT = "front"  #: a value of the front matter
    BROKEN_LINK = "broken link"  #: ``[text](url with blanks)``, which Markdown shows as it is
    BROKEN_IMAGE = "broken image"  #: the same with a mark before it


class Target(NamedTuple):
    """A URL as written, and where it stands."""

    kind: Kind
    url: str
    start: int
    end: int


class Reference(NamedTuple):
    """A label between brackets: *label* as it is compared, *written* as it stands, and the span of all of it.

    *text* is None for ``[label]`` alone; an *image* has a mark before it.
    """

    label: str
    written: str
    start: int
    end: int
    text: str | None
    image: bool


class Definition(NamedTuple):
    """``[label]: url``. *rest* is what stands behind the URL and is no title; *line* is the span of its one line.

    A definition on several lines, or behind a mark, has no *line*.
    """

    label: str
    written: str
    target: Target
    start: int
    rest: str
    line: Span | None


class Targets(NamedTuple):
    """All that a recipe leads to, each kind from the top of the file to its end."""

    urls: tuple[Target, ...]
    references: tuple[Reference, ...]
    definitions: tuple[Definition, ...]

    @property
    def labels(self) -> dict[str, Definition]:
        """The definitions that count, by their labels: of two the first."""
        return {each.label: each for each in reversed(self.definitions)}


def label_of(written: str) -> str:
    r"""Return a label as labels are compared: without case, its white space made one blank.

    >>> label_of("Hello\n Fresh") == label_of(" hello fresh ")
    True
    """
    return " ".join(written.split()).casefold()


@lru_cache(maxsize=1)  # the rules of the family ask one after the other about the same recipe
def targets_of(subject: Subject) -> Targets:
    """Return what the recipe leads to."""
    text = subject.outline.words
    if "{{" in text or "{%" in text:
        text = _TEMPLATE.sub(lambda found: "{" * len(found[0]), text)
    walk = _Walk(text, subject.outline.body)
    walk.run()
    walk.urls += _bare(text, subject.outline.body, sorted(walk.covered))
    front = subject.source.text[: subject.outline.body]
    if "/" in front:
        walk.urls += (Target(Kind.FRONT, found[1], *found.span(1)) for found in _FRONT.finditer(front))
    walk.urls.sort(key=lambda target: target.start)
    return Targets(tuple(walk.urls), tuple(walk.references), tuple(walk.definitions))


def squeezed(label: str) -> str:
    """Return a label without what is easily left out: "hello fresh" and "hello-fresh" are spelled alike."""
    return "".join(letter for letter in label.casefold() if letter.isalnum())


def misspelt(found: Targets) -> dict[str, Definition]:
    """Return the labels that nothing defines and that are close to a definition that nothing uses, with it."""
    used = {reference.label for reference in found.references}
    unused = {squeezed(each.label): each for each in found.definitions if each.label not in used}
    lost = used - {each.label for each in found.definitions} if unused else set()
    if not lost:
        return {}
    from difflib import get_close_matches  # noqa: PLC0415 - only a wrong label needs it

    spellings = [each for each in list(unused)[:_MOST_COMPARED] if _FEWEST <= len(each) <= _LONGEST]
    close: dict[str, Definition] = {}
    for label in sorted(lost)[:_MOST_COMPARED]:
        short = squeezed(label)
        near = get_close_matches(short, spellings, 1, 0.8) if _FEWEST <= len(short) <= _LONGEST else []
        if near:
            close[label] = unused[near[0]]
    return close


class _Walk:
    """Goes through the brackets of a text once, and gathers what each pair of them is."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.start = start
        self.open: list[tuple[int, bool]] = []  # each bracket that waits, and whether others closed inside it
        self.done = start
        self.urls: list[Target] = []
        self.references: list[Reference] = []
        self.definitions: list[Definition] = []
        self.covered: list[tuple[int, int]] = []

    def run(self) -> None:
        """Pair the brackets; those that a link or a definition took are passed over."""
        text = self.text
        for found in _MARK.finditer(text, self.start):
            at = found.start()
            if at < self.done:
                continue
            if text[at] == "\\":
                self.done = at + 2
            elif text[at] == "[":
                self.open.append((at, False))
            elif text[at] == "]" and self.open:
                first, nested = self.open.pop()
                if self.open:
                    self.open[-1] = (self.open[-1][0], True)
                self.close(first, at, nested=nested)

    def close(self, first: int, last: int, *, nested: bool) -> None:
        """Take what stands between the brackets at *first* and *last* for what follows them."""
        if last - first > MOST or "\n\n" in self.text[first:last]:
            return
        behind = self.text[last + 1 : last + 2]
        image = self.text[first - 1 : first] == "!" and self.text[first - 2 : first - 1] != "\\" and first > self.start
        if behind == "(" and self.inline(first, last, image=image):
            return
        if behind == "[" and self.full(first, last, image=image):
            return
        if nested or last - first < 2:
            return
        if behind == ":" and self.definition(first, last):
            return
        if self.text[first - 1 : first] == "[" and behind == "]":
            return  # a wiki link, which needs no definition
        written = self.text[first + 1 : last]
        self.references.append(Reference(label_of(written), written, first, last + 1, None, image))

    def inline(self, first: int, last: int, *, image: bool) -> bool:
        """Take a link or an image with its URL; tell whether it is one."""
        found = _DESTINATION.match(self.text, last + 1)
        kind = Kind.IMAGE if image else Kind.LINK
        if found is None:
            found = _BROKEN.match(self.text, last + 1)
            kind = Kind.BROKEN_IMAGE if image else Kind.BROKEN_LINK
        if found is None:
            return False
        group = 2 if found.re is _DESTINATION and found[1] is None else 1
        self.urls.append(Target(kind, found[group], *found.span(group)))
        self.take(first, found.end())
        return True

    def full(self, first: int, last: int, *, image: bool) -> bool:
        """Take ``[text][label]`` or ``[label][]``; tell whether it is one."""
        found = _LABEL.match(self.text, last + 1)
        if found is None or found[1][:1] == "^" or self.text[first + 1] == "^":
            return False
        text = self.text[first + 1 : last]
        written = found[1] if found[1].strip() else text
        self.references.append(Reference(label_of(written), written, first, found.end(), text, image))
        self.done = found.end()
        return True

    def definition(self, first: int, last: int) -> bool:
        """Take ``[label]: url`` at the beginning of a line; tell whether it is one, or was meant as one."""
        window = max(first - 40, self.start)
        above = self.text.rfind("\n", window, first) + 1
        marks = self.text[above or window : first]
        written = self.text[first + 1 : last]
        if (not above and window > self.start) or not _LINE_MARKS.match(marks) or written[:1] == "^":
            return False
        found = _DEFINED.match(self.text, last + 2)
        if found is None:
            return False
        group = 2 if found[1] is None else 1
        rest = "" if _TITLE_ALONE.match(found[3]) else found[3].strip()
        target = Target(Kind.DEFINITION, found[group], *found.span(group))
        if rest and "://" not in target.url:
            return False  # "[Note]: use fresh basil" is a sentence
        on_one_line = "\n" not in found[0] and not _NEXT_TITLE.match(self.text, found.end())
        line = Span(above or window, found.end()) if on_one_line and not marks.strip() else None
        self.urls.append(target)
        self.definitions.append(Definition(label_of(written), written, target, first, rest, line))
        self.take(first, found.end() - (len(found[3]) if rest else 0))
        return True

    def take(self, first: int, end: int) -> None:
        """Pass over what was taken, and look for no bare URL in it."""
        self.done = end
        self.covered.append((first, end))


def _bare(text: str, start: int, covered: list[tuple[int, int]]) -> Iterator[Target]:
    """Yield the URLs that stand in the text as they are, outside of the *covered* pieces."""
    last = start
    for found in _BARE.finditer(text, start):
        near = bisect_right(covered, (found.start(), len(text))) - 1
        if found.start() < last or (near >= 0 and found.start() < covered[near][1]):
            continue
        angles = _BETWEEN_ANGLES.match(text, max(found.start() - 1, 0))
        if angles is not None:
            last = angles.end()
            yield Target(Kind.ANGLES, angles[1], *angles.span(1))
        else:
            url = _trimmed(found[0])
            yield Target(Kind.BARE, url, found.start(), found.start() + len(url))


def _trimmed(url: str) -> str:
    """Return a bare URL without the marks of the sentence around it.

    >>> _trimmed("https://a.com/b_(c))."), _trimmed("https://a.com/b**,")
    ('https://a.com/b_(c)', 'https://a.com/b')
    """
    dash = re.search("[–—]", url)
    if dash and "." in url[: dash.start()]:
        url = url[: dash.start()]
    unpaired = url.count(")") - url.count("(")
    end = len(url)
    while end and (url[end - 1] in "?!.,:;*_~'’…" or (url[end - 1] == ")" and unpaired > 0)):
        end -= 1
        unpaired -= url[end] == ")"
    return url[:end]
