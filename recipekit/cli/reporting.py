"""Prints findings in the formats of ``check``."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from recipekit.cli.output import write_out
from recipekit.render.findings import Count, Placed, annotation, concise, in_full, json_line, statistics

if TYPE_CHECKING:
    from rich.text import Text

FORMATS = ("text", "concise", "json", "github", "sarif")


def print_findings(found: Sequence[Placed], form: str) -> None:
    """Print *found* in one of the `FORMATS`."""
    if form == "sarif":
        from recipekit.render.sarif import log  # noqa: PLC0415 - few runs write it

        write_out(json.dumps(log(found), indent=2) + "\n")
    elif form != "text":
        line = {"concise": concise, "json": json_line, "github": annotation}[form]
        write_out("".join(f"{line(placed)}\n" for placed in found))
    elif sys.stdout.isatty() and found:
        _show(found)
    else:
        write_out("".join(words for placed in found for words, _ in in_full(placed)))


def _show(found: Sequence[Placed]) -> None:
    from recipekit.cli.output import show  # noqa: PLC0415 - only a terminal gets colours

    def view(width: int, _links: bool) -> Text:
        """Return the findings with their colours, each as wide as the terminal."""
        from rich.text import Text  # noqa: PLC0415

        text = Text()
        for placed in found:
            for words, style in in_full(placed, width):
                text.append(words, style or None)
        text.right_crop(1)  # the console ends the last line itself
        return text

    show(view)


def print_statistics(found: Sequence[Placed], form: str) -> None:
    """Print how often each rule found something: a line a rule, of JSON where *form* says so."""
    counts = statistics(found)
    if form == "json":
        write_out("".join(json.dumps(count._asdict(), separators=(",", ":")) + "\n" for count in counts))
        return
    width = max((len(f"{count.times:,}") for count in counts), default=0)
    rows = (f"{count.times:>{width},}  {count.code} {count.name}{_mended_by(count)}\n" for count in counts)
    write_out("".join(rows))


def _mended_by(count: Count) -> str:
    return "  (--fix)" if count.fixable else "  (--unsafe-fixes)" if count.unsafe else ""
