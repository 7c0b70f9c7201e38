"""Reference definitions: ``[HelloFresh]: https://…``, with their URLs as written.

mistune decides which definitions count, but gives their URLs percent-encoded; the text of the source is what an author
will look for.
"""

from __future__ import annotations

import re
from typing import Any

from recipekit.source import Source

_DEFINITION = re.compile(r"^[ \t>]*\[((?:[^\[\]\\]|\\.)+)\]:[ \t]*\n?[ \t]*(?:<([^<>\n]*)>|(\S+))", re.MULTILINE)


def written_links(source: Source, start: int, references: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """Return label and URL of every definition that counts, and note the URL as written in *references*."""
    if not references:
        return ()
    links: dict[str, str] = {}
    for found in _DEFINITION.finditer(source.text, start):
        key = " ".join(found[1].split()).lower().upper()
        reference = references.get(key)
        if reference is not None and "written" not in reference:
            reference["written"] = found[2] if found[2] is not None else found[3]
            links[" ".join(found[1].split())] = reference["written"]
    for reference in references.values():
        if "written" not in reference:
            reference["written"] = links[reference["label"]] = reference["url"]
    return tuple(links.items())
