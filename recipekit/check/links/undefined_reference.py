"""A reference to a label that nothing defines.

"Inspired by [HelloFresh]" is a link only where a line "[HelloFresh]: https://…" stands somewhere in the file; without
it the page shows the brackets. "[text][label]" and "[label][]" can mean nothing else. A label alone is found where it
is a name in the middle of a sentence, the name of an ingredient, or all of a cell of a table: one that is spelled like
a definition but for blanks, or nearly like one that nothing uses, has a capital inside ("HelloFresh"), or is in title
case. Remarks such as [Estimated], [optional] and [see note], tags at the beginning or the end of a line, task boxes,
footnotes, wiki links and callouts are left alone. A label that is used several times is found once.

Bad:

    # Gyoza Tacos

    Inspired by [HelloFresh], with more ginger.

    ## Ingredients

    - 2 eggs

Good:

    # Gyoza Tacos

    Inspired by [HelloFresh], with more ginger.

    ## Ingredients

    - 2 eggs

    [HelloFresh]: https://www.hellofresh.com/

Fixable: no
Since: 0.3.0
Source: CommonMark 0.31, 6.3 Links and 4.7 Link reference definitions: labels match without case and white space.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from recipekit.check.links.targets import Definition, Reference, Targets, label_of, misspelt, squeezed, targets_of
from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import UNDEFINED_REFERENCE, Diagnostic
from recipekit.foods.reading import alternatives
from recipekit.words import checked

_NEAR = 300  # characters of a line that are looked at on each side
_LONGEST = 60
_LETTER = r"[^\W\d_]"
_NAME = re.compile(rf"(?:{_LETTER}+(?:['’.-]{_LETTER}+)*|&)(?:\s+(?:{_LETTER}+(?:['’.-]{_LETTER}+)*|&))*")
_WORD = re.compile(rf"{_LETTER}+(?:['’.-]{_LETTER}+)*")
_CAPITAL_INSIDE = re.compile(r"[a-zß-ÿ][A-ZÀ-Þ]")
_MARKS = re.compile(r"[ \t>]*(?:(?P<bullet>[-*+])[ \t]+|(?P<number>\d{1,9}[.)])[ \t]+)?(?:\[[ xX]\][ \t]+)?")
_ROUND_WORDS = " \t*_~\"'“”‘’(),;.!?:"
_PARTED = re.compile(r"[ \t]+\(https?://")
_MOST_COMPARED = 50


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every label that is referred to and not defined."""
    found = targets_of(subject)
    if not found.references:
        return
    known = found.labels
    defined = {*known, *(label_of(label) for label, _ in subject.recipe.links)}
    alike = {squeezed(label) for label in defined}
    near = misspelt(found)
    said: set[str] = set()
    counted: Counter[str] = Counter()
    for reference in found.references:
        label = reference.label
        if label in defined or label in said or not _is_meant(subject, reference, alike, near):
            continue
        said.add(label)
        counted = counted or Counter(each.label for each in found.references)
        times = counted[label]
        message = f'"[{_shown(reference)}]" has no definition' + (f", and is used {times} times" if times > 1 else "")
        parted = _PARTED.match(subject.outline.words, reference.end) and reference.text is None
        hint = "take out the blank before its URL" if parted else _hint(reference, found, near)
        yield subject.at(UNDEFINED_REFERENCE, message, hint, reference.start - reference.image, reference.end)


def _shown(reference: Reference) -> str:
    written = " ".join(reference.written.split())
    return written if len(written) <= _LONGEST else f"{written[:_LONGEST]}…"


def _hint(reference: Reference, found: Targets, misspelled: Mapping[str, Definition]) -> str:
    short = squeezed(reference.label)
    alike = next((each for each in found.definitions[:_MOST_COMPARED] if squeezed(each.label) == short), None)
    near = alike or misspelled.get(reference.label)
    if near is not None:
        return f"did you mean [{' '.join(near.written.split())}]?"
    return f"add a line [{_shown(reference)}]: with its URL, or leave out the brackets"


def _is_meant(subject: Subject, reference: Reference, alike: set[str], near: Mapping[str, Definition]) -> bool:
    text = subject.outline.words
    label = reference.label
    if label[:1] in ("", "^", "!", "@") or "oaicite" in label or not any(letter.isalnum() for letter in label):
        return False
    if reference.text is not None:
        in_brackets = (
            text[reference.start - 1 : reference.start] == "[" and text[reference.end : reference.end + 1] == "]"
        )
        return not in_brackets and _is_sure(reference.text, label)
    if text[reference.end : reference.end + 1] in ("(", ":", "[", "{") or _is_remark(reference.written):
        return False
    if reference.image:
        return len(label) > 2 and text[reference.start - 2 : reference.start - 1].strip() == ""
    if len(label) > 2 and (squeezed(label) in alike or label in near):
        return True
    return _is_name(reference.written) and not _is_food(reference.written) and _stands_for_a_link(text, reference)


def _is_sure(text: str, label: str) -> bool:
    """Tell whether ``[text][label]`` is a reference, and no task box, footnotes or remarks side by side."""
    if label_of(text) == label:
        return len(label) > 1
    if label.isdigit() and text.strip().isdigit():
        return False
    return not (_is_remark(label) and (_is_remark(text) or len(label) < 3))


def _is_remark(written: str) -> bool:
    said = [word.strip(".").casefold() for word in _WORD.findall(written)]
    if not said or said[0] in checked("links", "remark_starts"):
        return True
    if not checked("links", "always_remarks").isdisjoint(said):
        return True
    remarks = checked("links", "remarks")
    return all(word in remarks or (len(word) > 4 and word.endswith(("ed", "ly"))) for word in said)


def _is_name(written: str) -> bool:
    """Tell whether words are written like the name of something: "HelloFresh", "Tuscan Heat Spice", "USDA"."""
    if len(written) > _LONGEST or not _NAME.fullmatch(written.strip()) or "\n\n" in written:
        return False
    said = written.split()
    if written.isupper():
        return len(said) == 1 and len(written) > 2
    capitals = [word[0].isupper() or len(word) < 4 for word in said]
    return _CAPITAL_INSIDE.search(written) is not None or (said[0][0].isupper() and all(capitals) and len(said) < 7)


def _is_food(written: str) -> bool:
    """Tell whether a label is the plain word for a food, which some put between brackets where it may be left out."""
    return len(written.split()) == 1 and any(reading.foods for reading in alternatives(written))


def _stands_for_a_link(text: str, reference: Reference) -> bool:
    """Tell whether a label is part of its sentence, and no tag at the beginning or the end of a line."""
    before, behind, marks = _around(text, reference.start, reference.end)
    if before.startswith("#") or (before.rfind("<") > before.rfind(">") and ">" in behind):
        return False  # a heading, or an attribute of HTML
    several = len(reference.written.split()) > 1
    camel = _CAPITAL_INSIDE.search(reference.written) is not None
    in_cell = "|" in before and "|" in behind
    if in_cell:
        before, behind = before.rpartition("|")[2], behind.partition("|")[0]
    left, right = before.strip(_ROUND_WORDS).strip(), behind.strip(_ROUND_WORDS).strip()
    if not left:
        return camel or (not right and (in_cell or (several and marks["bullet"] is not None)))
    *_, last = left.split()
    if last.casefold() in checked("links", "before_a_button"):
        return False
    if camel or (before.rstrip(" \t*_“\"'(")[-1:].isalpha() and last.casefold() in checked("links", "before_a_name")):
        return True
    if marks["bullet"]:
        return sum(word.isalpha() for word in left.split()) <= 1
    return several and not in_cell and before.rstrip()[-1:] not in ".!?:" and behind.strip() != ""


def _around(text: str, start: int, end: int) -> tuple[str, str, dict[str, str | None]]:
    """Return what stands on the line before and behind a label, without the marks of a list, and those marks."""
    first = text.rfind("\n", max(start - _NEAR, 0), start) + 1 or max(start - _NEAR, 0)
    last = text.find("\n", end, end + _NEAR)
    marks = _MARKS.match(text, first, start)
    before = text[marks.end() if marks else first : start]
    if not before.strip() and marks and marks.lastgroup is None and first > 1:
        above = text[max(first - _NEAR, 0) : first - 1].rpartition("\n")[2]
        before = above if "|" not in above and not above.lstrip().startswith("#") else before  # a wrapped sentence
    behind = text[end : end + _NEAR if last < 0 else last]
    return before, behind, marks.groupdict() if marks else {"bullet": None, "number": None}


RULE = Rule(UNDEFINED_REFERENCE, check)
