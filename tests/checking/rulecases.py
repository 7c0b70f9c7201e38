"""The cases of the rules: text files with recipes that a rule finds something in, leaves alone, or mends."""

import re
from pathlib import Path
from typing import NamedTuple

from recipekit.check.fixing import fixed
from recipekit.check.pages import files_of
from recipekit.check.rule import Settings
from recipekit.check.rules import RULES
from recipekit.check.running import compared, report_on
from recipekit.source import Source

FOLDER = Path(__file__).with_name("cases")
_CASE = re.compile(
    r"^=== (found at|left alone|fixed unsafely|fixed)\b[ ]?([^:\n]*(?::\d+[^:\n]*)*): ([^\n]+)\n", re.MULTILINE
)
_BECOMES = "--- becomes\n"


class Case(NamedTuple):
    """A case of the rule *code*: what it shows, what happens, at which places, and the text before and after."""

    code: str
    kind: str
    places: tuple[str, ...]
    title: str
    text: str
    after: str

    def __str__(self) -> str:
        return f"{self.code}-{self.title.replace(' ', '-')}"


def cases(folder: str = "") -> list[Case]:
    """Return the cases of the files ``RKnnn-name.txt`` in the folder of a family, or of all."""
    return [case for path in sorted((FOLDER / folder).rglob("RK*.txt")) for case in _cases_of(path)]


def _cases_of(path: Path) -> list[Case]:
    pieces = _CASE.split(path.read_text(encoding="utf-8"))
    assert not pieces[0].strip(), f"{path}: begin with a line ==="
    found = []
    for kind, places, title, text in zip(pieces[1::4], pieces[2::4], pieces[3::4], pieces[4::4], strict=True):
        before, _, after = text.partition(_BECOMES)
        listed = tuple(place.strip() for place in places.split(",") if place.strip())
        found.append(Case(path.stem[:5], kind, listed, title, before.strip("\n") + "\n", after.strip("\n") + "\n"))
    return found


def places(text: str, *codes: str, settings: Settings = Settings()) -> list[str]:  # noqa: B008
    """Return where rules find something in one recipe, or in several: "3:3", or "stew.md:3:3" of several."""
    files = files_of(text)
    chosen = frozenset(codes or (rule.problem.code for rule in RULES))
    reports = [report_on(Source(content, name), chosen, settings) for name, content in files.items()]
    found = [(report.path, each) for report in compared(reports, chosen) for each in report.findings]
    start = len(files) > 1
    return [f"{path}:{each.line}:{each.column}" if start else f"{each.line}:{each.column}" for path, each in found]


def mended(text: str, code: str, *, unsafe: bool) -> str:
    """Return what the fixes of the rule *code* make of *text*, one recipe or several."""
    files = files_of(text)
    sources = [Source(content, name) for name, content in files.items()]
    reports = compared([report_on(source, frozenset([code])) for source in sources], frozenset([code]))
    done = [
        fixed(source, report.findings, frozenset([code]), unsafe=unsafe).raw
        for source, report in zip(sources, reports, strict=True)
    ]
    if len(files) == 1:
        return done[0]
    return "".join(f"==> {name} <==\n{content}" for name, content in zip(files, done, strict=True))
