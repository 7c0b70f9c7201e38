"""The recipes of a library: as aligned lines, as CSV, and as records for other programs."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from recipekit.library.entry import Entry
from recipekit.render.safe import one_line

SCHEMA = "recipekit.entry/1"
LISTED = ("title", "serves", "time", "kcal", "tags")
"""The columns of a list, unless others are asked for."""
_WIDEST = 48  # columns of a title to which the others are aligned; a longer one pushes them aside
_FIGURES = ("time", "kcal", "prep", "cook")
_NARROWEST = 16  # columns that a title keeps on a narrow terminal
_ROOM_FOR_LAST = 8
_GAP = "  "


def serves(entry: Entry) -> str:
    """Return whom a recipe feeds, or what it makes: "serves 4", "24 cookies"."""
    return _fed(entry.serves_from, entry.serves_to, entry.unit)


@lru_cache(maxsize=4096)
def _fed(least: float | None, most: float | None, unit: str | None) -> str:
    number = _range(least, most, "–")
    if not number:
        return ""
    if unit in (None, "serving"):
        return f"serves {number}"
    from recipekit.grammar import plural  # noqa: PLC0415 - most recipes feed people

    return f"{number} {unit if most == 1 or len(unit or '') < 3 else plural(unit or '')}"


def _range(least: float | None, most: float | None, dash: str) -> str:
    if least is None or most is None:
        return ""
    return f"{least:g}" if least == most else f"{least:g}{dash}{most:g}"


@lru_cache(maxsize=4096)
def minutes(value: float | None) -> str:
    """Return a time as a cook says it.

    >>> minutes(45), minutes(120), minutes(75), minutes(None)
    ('45 min', '2 h', '1 h 15 min', '')
    """
    if value is None:
        return ""
    hours, rest = divmod(round(value), 60)
    return " ".join(
        part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest or not hours else "") if part
    )


@lru_cache(maxsize=4096)
def kcal(value: float | None) -> str:
    """Return the calories of a serving, rounded half up."""
    return "" if value is None else f"{int(value + 0.5):,} kcal"


COLUMNS: dict[str, tuple[Callable[[Entry], str], Callable[[Entry], object]]] = {
    "title": (lambda entry: entry.title or entry.stem, lambda entry: entry.title),
    "path": (lambda entry: entry.path, lambda entry: entry.path),
    "id": (lambda entry: entry.id or "", lambda entry: entry.id),
    "description": (lambda entry: entry.description or "", lambda entry: entry.description),
    "serves": (serves, lambda entry: _range(entry.serves_from, entry.serves_to, "-")),
    "unit": (lambda entry: entry.unit or "", lambda entry: entry.unit),
    "prep": (lambda entry: minutes(entry.prep), lambda entry: _plain(entry.prep)),
    "cook": (lambda entry: minutes(entry.cook), lambda entry: _plain(entry.cook)),
    "time": (lambda entry: minutes(entry.total), lambda entry: _plain(entry.total)),
    "kcal": (lambda entry: kcal(entry.kcal), lambda entry: _plain(entry.kcal)),
    "tags": (lambda entry: ", ".join(entry.tags), lambda entry: ", ".join(entry.tags)),
}
"""What a column shows to a cook, and what it holds for a spreadsheet: times in minutes, kcal of one serving."""


def _plain(value: float | None) -> int | float | None:
    return None if value is None else int(value) if value == int(value) else round(value, 4)


def table(entries: Sequence[Entry], columns: Sequence[str], width: int | None) -> Iterator[str]:
    """Yield a line for each of *entries*, its columns aligned; nothing is cut, but where there is a *width*."""
    *sides, last = (_shown(entries, name) for name in columns)
    aligned = [_aligned(texts, right=name in _FIGURES) for texts, name in zip(sides, columns, strict=False)]
    if width is not None and aligned and columns[0] == "title":
        rest = sum(max(map(cells, texts), default=0) + len(_GAP) for texts in aligned[1:])
        aligned[0] = _narrowed(sides[0], max(width - rest - len(_GAP) - _ROOM_FOR_LAST, _NARROWEST))
    for row in zip(*aligned, last, strict=True):
        line = _GAP.join(row).rstrip()
        yield line if width is None else cut(line, width)


def _narrowed(texts: list[str], width: int) -> list[str]:
    """Return *texts*, each cut so that no more than *width* columns of a terminal are taken, and aligned."""
    return _aligned([cut(text, width) for text in texts], right=False)


def _shown(entries: Sequence[Entry], name: str) -> list[str]:
    """Return the cells of a column, each on one line; ten thousand are looked at together."""
    texts = list(map(COLUMNS[name][0], entries))
    return texts if "".join(texts).isprintable() else list(map(one_line, texts))


def _aligned(texts: list[str], *, right: bool) -> list[str]:
    """Return *texts*, the cells of a column, with blanks: figures end where the longest does, words begin together."""
    if "".join(texts).isascii():
        width = min(max(map(len, texts), default=0), _WIDEST)
        return [text.rjust(width) for text in texts] if right else [text.ljust(width) for text in texts]
    wide = [len(text) if text.isascii() else cells(text) for text in texts]
    width = min(max(wide), _WIDEST)
    blanks = [" " * (width - each) for each in wide]
    pairs = zip(blanks, texts, strict=True) if right else zip(texts, blanks, strict=True)
    return [first + then for first, then in pairs]


def cells(text: str) -> int:
    """Return how many columns of a terminal *text* takes.

    >>> cells("Soup"), cells("味噌汁"), cells("e\u0301")
    (4, 6, 1)
    """
    if text.isascii() or max(text) < "\u0300":  # before it no letter is wide, and none is an accent alone
        return len(text)
    return sum(
        0 if unicodedata.combining(each) else 1 + (unicodedata.east_asian_width(each) in ("W", "F")) for each in text
    )


def cut(text: str, width: int, *, start: bool = False) -> str:
    """Return *text* in *width* columns of a terminal, with "…" where something is cut off, at the end or the *start*.

    >>> cut("Lentil Soup", 8), cut("soups/lentil.md:7", 12, start=True)
    ('Lentil…', '…lentil.md:7')
    """
    if cells(text) <= width:
        return text
    if start:
        kept = text[1 - width :]
        while cells(kept) > width - 1:
            kept = kept[1:]
        return f"…{kept.lstrip()}"
    kept = text[: width - 1]
    while cells(kept) > width - 1:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def record(entry: Entry, **more: object) -> str:
    """Return a recipe as a line of JSON, schema ``recipekit.entry/1``, with what *more* there is to say."""
    document: dict[str, Any] = {
        "schema": SCHEMA,
        "path": entry.path,
        "id": entry.id,
        "title": entry.title,
        "description": entry.description,
        "serves": _served(entry),
        "minutes": {"prep": _plain(entry.prep), "cook": _plain(entry.cook), "total": _plain(entry.total)},
        "kcal_per_serving": _plain(entry.kcal),
        "tags": list(entry.tags),
        "foods": list(dict.fromkeys(food.written for food in entry.foods)),
        **more,
    }
    return json.dumps(document, ensure_ascii=True, separators=(",", ":"))


def _served(entry: Entry) -> dict[str, object] | None:
    if entry.serves_from is None:
        return None
    return {"low": _plain(entry.serves_from), "high": _plain(entry.serves_to), "unit": entry.unit}


def sheet(entries: Iterable[Entry], columns: Sequence[str], groups: Sequence[str] | None = None) -> str:
    """Return *entries* as CSV behind a line of titles; with *groups*, the one of each entry stands first."""
    from recipekit.render.spreadsheet import csv_text  # noqa: PLC0415 - few lists are one

    rows = [[COLUMNS[name][1](entry) for name in columns] for entry in entries]
    if groups is None:
        return csv_text([columns, *rows])
    return csv_text([("group", *columns), *((group, *row) for group, row in zip(groups, rows, strict=True))])
