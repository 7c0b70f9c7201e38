"""A small `patch`: applies a unified diff by the book, and fails where it does not fit."""

import re

_HUNK = re.compile(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")


def patched(text: str, diff: str) -> str:
    """Return *text* with *diff* applied; every line of the diff must be where it says."""
    if not diff:
        return text
    old = _lines(text)
    new: list[str] = []
    done = 0
    rows = diff.split("\n")
    assert rows[0].startswith("--- ")
    assert rows[1].startswith("+++ ")
    rows = rows[2:-1]
    for index, row in enumerate(rows):
        ended = index + 1 < len(rows) and rows[index + 1].startswith("\\ No newline")
        line = row[1:] + ("" if ended else "\n")
        if hunk := _HUNK.match(row):
            start = int(hunk[1]) - (hunk[2] != "0")
            new += old[done:start]
            done = start
        elif row[:1] in ("-", " "):
            assert old[done] == line, (done, old[done], line)
            done += 1
            new += [line] if row[0] == " " else []
        elif row[:1] == "+":
            new.append(line)
    return "".join(new + old[done:])


def _lines(text: str) -> list[str]:
    lines = text.split("\n")
    return [line + "\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
