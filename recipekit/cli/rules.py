"""``recipekit rules``: every rule of the linter, a line each."""

from __future__ import annotations

import json as writer

from recipekit.cli.options import Json
from recipekit.cli.output import write_out

EXAMPLE = "recipekit rules"


def rules(json: Json = False) -> None:
    """List the rules of check, a line each.

    A star marks those that check can mend; those in brackets are off unless --select names them.
    """
    from recipekit.check.pages import page_of  # noqa: PLC0415 - not for help
    from recipekit.check.rules import RULES  # noqa: PLC0415
    from recipekit.render.pages import page_record  # noqa: PLC0415

    pages = [page_of(rule) for rule in RULES]
    if json:
        write_out("".join(writer.dumps(page_record(page), separators=(",", ":")) + "\n" for page in pages))
        return
    width = max(len(page.rule.problem.name) for page in pages) + 2
    for page in pages:
        code, name, _ = page.rule.problem
        shown = name if page.rule.on else f"({name})"
        write_out(f"{code} {'*' if page.fixable != 'no' else ' '} {shown:{width}}  {page.summary}\n")
