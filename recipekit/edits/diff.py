"""A unified diff that ``git apply`` and ``patch`` take: lines end at LF alone, whatever else stands in them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from difflib import unified_diff as lines_that_differ
from pathlib import Path

_NO_END = "\n\\ No newline at end of file\n"
_ESCAPES = {
    "\a": "\\a",
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\v": "\\v",
    "\f": "\\f",
    "\r": "\\r",
    '"': '\\"',
    "\\": "\\\\",
}
_CONTEXT = 3


def unified_diff(path: str | None, old: str, new: str) -> str:
    r"""Return what turns *old* into *new*, as a patch of the file *path*; "" where they are equal.

    The path is as seen from the current folder, where ``git apply -p1`` or ``patch -p1`` is run. A file elsewhere goes
    by its name alone, because both refuse ``..``. None is standard input, which goes by "recipe.md".

    Without ``-p1`` git guesses how much of a path to leave out; run in a folder soups it takes soups/dal.md, which lies
    in a soups below that one, for dal.md.

    >>> print(unified_diff("soup.md", "Serves 6\n", "Serves 2\n"), end="")
    --- a/soup.md
    +++ b/soup.md
    @@ -1 +1 @@
    -Serves 6
    +Serves 2
    """
    if old == new:
        return ""
    name = _relative(path)
    head = f"--- {_quoted('a/' + name)}\n+++ {_quoted('b/' + name)}\n"
    return head + "".join(_hunks(_lines(old), _lines(new)))


def _hunks(old: list[str], new: list[str]) -> Iterator[str]:
    """Yield the lines of the hunks; equal lines at both ends, but for the context, are left out of the comparison."""
    first = next((index for index, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), None)
    first = min(len(old), len(new)) if first is None else first
    start = max(0, first - _CONTEXT)
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    last = max(0, last - _CONTEXT)
    pair = old[start : len(old) - last], new[start : len(new) - last]
    for line in list(lines_that_differ(*pair, n=_CONTEXT, lineterm="\n"))[2:]:
        if line.startswith("@@"):
            yield _moved(line, start)
        else:
            yield line if line.endswith("\n") else line + _NO_END


def _moved(header: str, by: int) -> str:
    """Return the header of a hunk with its line numbers moved *by* so many lines."""
    spans = []
    for span in header.split()[1:3]:
        number, comma, count = span[1:].partition(",")
        spans.append(f"{span[0]}{int(number) + by}{comma}{count}")
    return f"@@ {' '.join(spans)} @@\n"


def _lines(text: str) -> list[str]:
    lines = text.split("\n")
    return [line + "\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def _relative(path: str | None) -> str:
    """Return a path as seen from the current folder, also where a link leads below it; elsewhere the name alone."""
    if path is None:
        return "recipe.md"
    place = Path(path)
    for way in (place, place.parent.resolve() / place.name):
        try:
            relative = os.path.relpath(way)
        except ValueError:  # on another drive of Windows
            continue
        if relative != os.pardir and not relative.startswith(os.pardir + os.sep):
            return relative.replace(os.sep, "/")
    return place.name


def _quoted(name: str) -> str:
    """Return a name as git writes it: in quotes where it is not plain, with a tab behind it where it holds blanks."""
    data = name.encode("utf-8", "surrogateescape")
    if all(0x20 <= byte < 0x7F and byte not in b'"\\' for byte in data):
        return f"{name}\t" if " " in name else name
    pieces = (_ESCAPES.get(chr(byte)) or (chr(byte) if 0x20 <= byte < 0x7F else f"\\{byte:03o}") for byte in data)
    return f'"{"".join(pieces)}"'
